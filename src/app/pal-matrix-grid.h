/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix of regions and visits as one focusable widget: pointing lights, arrow keys walk from
 * cell to cell, pressing asks for the visit. What is drawn is draw's. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "draw/pal-matrix-sheet.h"

G_BEGIN_DECLS

#define PAL_TYPE_MATRIX_GRID (pal_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (PalMatrixGrid, pal_matrix_grid, PAL, MATRIX_GRID, GtkWidget)

/*
 * Signals:
 *   ::activated (const char *visit, const char *region, PalSide side as int)   a cell was pressed
 *   ::asked (const PalRegionRow *row, const GdkRectangle *area)   a row's name or words were
 * pressed: tell of it beside @area
 */

/** pal_matrix_grid_new: Returns: (transfer floating): empty. */
GtkWidget *pal_matrix_grid_new (PalHighlight *highlight);

/**
 * pal_matrix_grid_set:
 * @sheet: (transfer full) (nullable): what to show; borrows from insights that outlive it here
 * @visits: (element-type PalVisit) (nullable): its columns
 */
void pal_matrix_grid_set (PalMatrixGrid *self, PalMatrixSheet *sheet, GPtrArray *visits);

/**
 * pal_matrix_grid_keep_head:
 * @page: scrolls @content up and down
 * @content: the widget that is scrolled; holds the grid
 *
 * Keeps the days in sight while the page is scrolled through a tall sheet.
 */
void pal_matrix_grid_keep_head (PalMatrixGrid *self, GtkAdjustment *page, GtkWidget *content);

/** pal_matrix_grid_get_adjustment: Returns: (transfer none): how far the columns are scrolled. */
GtkAdjustment *pal_matrix_grid_get_adjustment (PalMatrixGrid *self);

G_END_DECLS
