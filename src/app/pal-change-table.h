/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of changes between two visits: sign, region, word, from and to; what matters first. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"
#include "insight/pal-compare.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHANGE_TABLE (pal_change_table_get_type ())
G_DECLARE_FINAL_TYPE (PalChangeTable, pal_change_table, PAL, CHANGE_TABLE, GtkWidget)

/* Signal ::pointed (const char *region or NULL, int side): pointer or focus is on that row. */

/** pal_change_table_set_comparison: @comparison: (transfer full) (nullable): what to list. */
void pal_change_table_set_comparison (PalChangeTable *self,
                                      PalComparison *comparison,
                                      PalVocabulary *vocabulary);

G_END_DECLS
