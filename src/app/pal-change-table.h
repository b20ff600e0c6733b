/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of changes between two visits or spans: what matters first, filtered by kind and part
 * of the body, with what was not compared named below. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-span.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHANGE_TABLE (pal_change_table_get_type ())
G_DECLARE_FINAL_TYPE (PalChangeTable, pal_change_table, PAL, CHANGE_TABLE, GtkWidget)

/** pal_change_table_set_up: once. */
void pal_change_table_set_up (PalChangeTable *self,
                              PalWorkbench *workbench,
                              PalHighlight *highlight);

/**
 * pal_change_table_show:
 * @comparison: (transfer full): what to list
 * @from: (element-type PalVisit): the span compared with, oldest first
 * @to: (element-type PalVisit): the other
 */
void pal_change_table_show (PalChangeTable *self,
                            PalSpanComparison *comparison,
                            GPtrArray *from,
                            GPtrArray *to);

/** pal_change_table_set_columns: how many lines there is room for beside each other. */
void pal_change_table_set_columns (PalChangeTable *self, guint columns);

/** pal_change_table_filter: @kind, @group: (nullable): ids; %NULL lets all through. */
void pal_change_table_filter (PalChangeTable *self, const char *kind, const char *group);

G_END_DECLS
