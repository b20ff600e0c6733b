/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that tell of one region: pointed at they light it everywhere, and they light up when it is
 * pointed at anywhere. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"

G_BEGIN_DECLS

/**
 * pal_highlight_link:
 * @row: follows pointer and keyboard from now on; takes the class `pal-lit` when it is lit
 * @region: id of the region it tells of
 * @side: that it points at
 * @either_side: whether it tells of the other side as well, and is lit by it
 */
void pal_highlight_link (GtkWidget *row,
                         PalHighlight *highlight,
                         const char *region,
                         PalSide side,
                         gboolean either_side);

G_END_DECLS
