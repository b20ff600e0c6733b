/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is told of one row, a region and side, with the button that opens it to its visits: the
 * content of a popover. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

/** pal_row_card_new: Returns: (transfer floating): made once; keeps nothing of @row. */
GtkWidget *pal_row_card_new (PalWorkbench *workbench,
                             PalHighlight *highlight,
                             const PalInsights *insights,
                             const PalRegionRow *row);

/** pal_row_list_marked: Returns: (transfer full) (element-type PalVisit): where it was marked. */
GPtrArray *pal_row_list_marked (const PalInsights *insights, const PalRegionRow *row);

G_END_DECLS
