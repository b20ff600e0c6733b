/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the matrix of regions and visits shows: which rows in which order, and every cell. Filled
 * from insight, read by the painter (pal-matrix-paint.h). It paints nothing itself. */

#pragma once

#include "insight/pal-heat.h"

G_BEGIN_DECLS

/**
 * PalMatrixCell:
 * @PAL_MATRIX_UNKNOWN: not examined
 * @PAL_MATRIX_CLEAR: examined and not marked
 * @PAL_MATRIX_MILD: marked; the severities follow one another
 * @PAL_MATRIX_CARRIED: only copied from the visit before and never confirmed: shown, not counted
 *
 * One region and side at one visit.
 */
typedef enum
{
  PAL_MATRIX_UNKNOWN,
  PAL_MATRIX_CLEAR,
  PAL_MATRIX_MILD,
  PAL_MATRIX_MODERATE,
  PAL_MATRIX_SEVERE,
  PAL_MATRIX_CARRIED,
  PAL_MATRIX_N_CELLS
} PalMatrixCell;

/**
 * PalMatrixLine:
 * @y: pixels below the head
 * @height: in pixels
 * @group: (nullable): the group in its heading line, %NULL in the others
 * @region: (nullable): the region, %NULL in a heading
 * @side: the client's own
 * @is_second: the right of a pair, right below its left
 * @row: (nullable): the figures; %NULL where this side was never marked
 * @cells: #PalMatrixCell by place of the visit
 * @course: (nullable): translated, the class; the owner of the sheet sets it, draw knows no words
 * @words: (nullable): translated, the rest of the line's end; as @course
 *
 * A heading or a row.
 */
typedef struct
{
  double y;
  double height;
  const PalGroup *group;
  const PalRegion *region;
  PalSide side;
  gboolean is_second;
  const PalRegionRow *row;
  guint8 *cells;
  char *course;
  char *words;
} PalMatrixLine;

/**
 * PalMatrixSheet:
 * @lines: (element-type PalMatrixLine): top down
 * @n_visits: columns
 * @days: local day of each visit, oldest first
 * @is_signed: whether it is locked, by visit
 * @height: of all lines, in pixels
 *
 * Borrows the insights it was made of.
 */
typedef struct
{
  GPtrArray *lines;
  guint n_visits;
  PalDate *days;
  gboolean *is_signed;
  double height;
} PalMatrixSheet;

/**
 * pal_matrix_sheet_new:
 * @insights: outlives the sheet
 * @matrix: of the same visits
 * @scope: all rows, those of the baseline, or those a complaint named at some visit
 *
 * Rows stand by group, and in it by recurrence: the regions with the greatest sum of severities a
 * visit first, of a pair the heavier side. Both sides of a pair stand below each other, whichever
 * was marked. Groups stand by their first region.
 *
 * Returns: (transfer full): without lines when there is nothing in the scope
 */
PalMatrixSheet *pal_matrix_sheet_new (const PalInsights *insights,
                                      const PalMatrix *matrix,
                                      PalAtlas *atlas,
                                      PalHeatScope scope);

void pal_matrix_sheet_free (PalMatrixSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalMatrixSheet, pal_matrix_sheet_free)

/** pal_matrix_sheet_find: Returns: the line of the region and side, or −1. */
int pal_matrix_sheet_find (const PalMatrixSheet *self, const char *region, PalSide side);

/** pal_matrix_sheet_find_at: Returns: the line at @y pixels below the head, or −1. */
int pal_matrix_sheet_find_at (const PalMatrixSheet *self, double y);

/** pal_matrix_sheet_step: Returns: the next row (no heading) from @line by @step ±1, or @line. */
int pal_matrix_sheet_step (const PalMatrixSheet *self, int line, int step);

G_END_DECLS
