/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the matrix grid share: its state, and what pointing and keys ask of it. */

#pragma once

#include "app/pal-matrix-grid.h"
#include "draw/pal-matrix-paint.h"

G_BEGIN_DECLS

/* Two cursors take turns: only a change of focus makes the page scroll and a screen reader speak.
 */
#define N_CURSORS 2

struct _PalMatrixGrid
{
  GtkWidget parent_instance;

  PalHighlight *highlight;
  PalMatrixSheet *sheet;
  GPtrArray *visits;
  PalMatrixGeometry geometry;
  PalMatrixSpot at; /* of the keyboard; somewhere whenever there is a row */
  GtkWidget *cursors[N_CURSORS];
  guint cursor; /* whose turn it is */
  GtkAdjustment *adjustment;
  guint configure;     /* source */
  GtkAdjustment *page; /* nullable: scrolls @content up and down */
  GtkWidget *content;  /* weak pointer; holds the grid */
  double head_y;       /* where the days stand: 0, or where the page cuts a tall sheet */
  GskRenderNode *head;
  GArray *bands; /* of lines painted together; their nodes are made when in sight */
  double drag_from;
};

const PalTheme *pal_matrix_grid_get_theme (void);

/** pal_matrix_grid_make_node: @cr: (out): to paint it with, from the widget's corner. */
GskRenderNode *pal_matrix_grid_make_node (double y, double width, double height, cairo_t **cr);

/** pal_matrix_grid_bands_new: Returns: (transfer full): an empty array; emptied it drops nodes. */
GArray *pal_matrix_grid_bands_new (void);

/** pal_matrix_grid_snapshot_bands: appends what is painted, and paints what is newly in sight. */
void pal_matrix_grid_snapshot_bands (PalMatrixGrid *self, GtkSnapshot *snapshot);

/** pal_matrix_grid_misses_bands: Returns: whether something in sight is not painted yet. */
gboolean pal_matrix_grid_misses_bands (PalMatrixGrid *self);

const PalMatrixLine *pal_matrix_grid_get_line (PalMatrixGrid *self, int line);
gboolean pal_matrix_grid_is_cell (PalMatrixGrid *self, PalMatrixSpot spot);

/** pal_matrix_grid_pick: what is at a point; over the days a column alone, wherever they stand. */
PalMatrixSpot pal_matrix_grid_pick (PalMatrixGrid *self, double x, double y);

/** pal_matrix_grid_get_area: where to point a tooltip or popover: a cell, or the name of a row. */
GdkRectangle pal_matrix_grid_get_area (PalMatrixGrid *self, PalMatrixSpot spot);

/** pal_matrix_grid_point_at: lights a row and a visit here and everywhere. */
void pal_matrix_grid_point_at (PalMatrixGrid *self, PalMatrixSpot spot);

/** pal_matrix_grid_walk_to: takes the keyboard to a cell, in sight. */
void pal_matrix_grid_walk_to (PalMatrixGrid *self, PalMatrixSpot spot);

/** pal_matrix_grid_activate: asks for the visit of the cell. */
void pal_matrix_grid_activate (PalMatrixGrid *self, PalMatrixSpot spot);

/** pal_matrix_grid_ask: asks for what is known of a row, beside @area. */
void pal_matrix_grid_ask (PalMatrixGrid *self, int line, const GdkRectangle *area);

/** pal_matrix_grid_add_controllers: pointer, finger, wheel and keys. */
void pal_matrix_grid_add_controllers (PalMatrixGrid *self);

G_END_DECLS
