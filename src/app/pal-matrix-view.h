/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of the Insights page with the matrix of regions and visits: which rows to show, the
 * legend, the grid, and a sentence on what is pointed at. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_MATRIX_VIEW (pal_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (PalMatrixView, pal_matrix_view, PAL, MATRIX_VIEW, GtkWidget)

/** pal_matrix_view_new: Returns: (transfer floating): empty. */
GtkWidget *pal_matrix_view_new (PalWorkbench *workbench,
                                PalHighlight *highlight,
                                PalInsightFilter *filter);

/**
 * pal_matrix_view_set:
 * @insights: (nullable): borrowed until the next call
 * @matrix: (nullable): of the same visits, borrowed as well
 */
void pal_matrix_view_set (PalMatrixView *self,
                          const PalInsights *insights,
                          const PalMatrix *matrix);

/** pal_matrix_view_keep_head: pal_matrix_grid_keep_head() of its grid. */
void pal_matrix_view_keep_head (PalMatrixView *self, GtkAdjustment *page, GtkWidget *content);

G_END_DECLS
