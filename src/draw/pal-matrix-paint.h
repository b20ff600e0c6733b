/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints the matrix of regions and visits, and tells what is at a point of it: both from one
 * geometry. In pixels; from right to left everything is mirrored but the words. */

#pragma once

#include <cairo.h>

#include "atlas/pal-plate.h"
#include "draw/pal-matrix-sheet.h"
#include "draw/pal-theme.h"

G_BEGIN_DECLS

/** PAL_MATRIX_HEAD_HEIGHT: pixels of years, months, days and signatures above the lines. */
#define PAL_MATRIX_HEAD_HEIGHT 52

/**
 * PalMatrixGeometry:
 * @width: of the whole picture
 * @label_width: the names of regions at the start
 * @cells_x: where the cells begin
 * @cells_width: how much room they have
 * @cell_width: of one column
 * @content_width: of all columns; more than @cells_width when they scroll
 * @offset: how far they are scrolled from the oldest visit, 0 … @content_width − @cells_width
 * @end_x: where the words at the row's end begin
 * @end_width: their room; 0 where there is none
 * @rtl: mirrored: names at the right, time runs to the left
 *
 * Distances from the side at which lines start.
 */
typedef struct
{
  double width;
  double label_width;
  double cells_x;
  double cells_width;
  double cell_width;
  double content_width;
  double offset;
  double end_x;
  double end_width;
  gboolean rtl;
} PalMatrixGeometry;

/**
 * PalMatrixSpot:
 * @line: place in the sheet, −1 in the head or beside the lines
 * @visit: place of the visit, −1 on names and words
 */
typedef struct
{
  int line;
  int visit;
} PalMatrixSpot;

#define PAL_MATRIX_NOWHERE ((PalMatrixSpot){ -1, -1 })

/**
 * pal_matrix_measure:
 *
 * Lays the matrix out for a width: columns as wide as leaves room for words at the row's end, down
 * to a width that can still be pressed; then they scroll. Scrolled to the newest visit at first.
 */
PalMatrixGeometry pal_matrix_measure (const PalMatrixSheet *sheet, double width, gboolean rtl);

/** pal_matrix_pick: Returns: what is at the point, in pixels from the top left of the picture. */
PalMatrixSpot pal_matrix_pick (const PalMatrixSheet *sheet,
                               const PalMatrixGeometry *geometry,
                               double x,
                               double y);

/** pal_matrix_get_cell: Returns: the box of a cell, in pixels from the top left of the picture. */
PalRect pal_matrix_get_cell (const PalMatrixSheet *sheet,
                             const PalMatrixGeometry *geometry,
                             PalMatrixSpot spot);

/** pal_matrix_paint_head: paints the days. */
void pal_matrix_paint_head (cairo_t *cr,
                            const PalMatrixSheet *sheet,
                            const PalMatrixGeometry *geometry,
                            const PalTheme *theme);

/** pal_matrix_paint_lines: paints lines @first … @last, of their cells only those in sight. */
void pal_matrix_paint_lines (cairo_t *cr,
                             const PalMatrixSheet *sheet,
                             const PalMatrixGeometry *geometry,
                             const PalTheme *theme,
                             guint first,
                             guint last);

/** pal_matrix_paint: paints all of it. */
void pal_matrix_paint (cairo_t *cr,
                       const PalMatrixSheet *sheet,
                       const PalMatrixGeometry *geometry,
                       const PalTheme *theme);

/**
 * pal_matrix_paint_light:
 * @spot: what is pointed at: a row, a column or both
 *
 * Paints what lies under the cells when something is pointed at.
 */
void pal_matrix_paint_light (cairo_t *cr,
                             const PalMatrixSheet *sheet,
                             const PalMatrixGeometry *geometry,
                             PalMatrixSpot spot,
                             const PalTheme *theme);

/** pal_matrix_paint_focus: paints the frame of the cell the keyboard is at, over it. */
void pal_matrix_paint_focus (cairo_t *cr,
                             const PalMatrixSheet *sheet,
                             const PalMatrixGeometry *geometry,
                             PalMatrixSpot spot,
                             const PalTheme *theme);

/** pal_matrix_swatch_paint: paints one cell as a legend box. */
void pal_matrix_swatch_paint (cairo_t *cr,
                              double x,
                              double y,
                              double width,
                              double height,
                              PalMatrixCell cell,
                              const PalTheme *theme);

G_END_DECLS
