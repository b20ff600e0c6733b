/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the groups of the inspector are made of beside libadwaita's rows. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** pal_expander_row_set_summary: the one line below the title; cut where the room ends. */
void pal_expander_row_set_summary (AdwExpanderRow *row, const char *summary);

/** pal_plain_row_new: Returns: a row of a list that only holds @child, full width. */
GtkWidget *pal_plain_row_new (GtkWidget *child);

G_END_DECLS
