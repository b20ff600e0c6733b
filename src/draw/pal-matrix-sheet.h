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
 * @region: (nullable): the region, %NULL in a heading; of a structure its first part
 * @structure: (nullable): the structure, %NULL in the row of a region
 * @side: the client's own
 * @is_second: the right of a pair, right below its left
 * @row: (nullable): the figures; %NULL where this side was never marked
 * @cells: #PalMatrixCell by place of the visit
 * @parts: (nullable): of a structure by place of the visit: its most severe part there
 * @course: (nullable): translated, the class; the owner of the sheet sets it, draw knows no words
 * @words: (nullable): translated, the rest of the line's end; as @course
 * @brief: (nullable): what is said instead where little of @words would fit
 *
 * A heading or a row.
 */
typedef struct
{
  double y;
  double height;
  const PalGroup *group;
  const PalRegion *region;
  const PalStructure *structure;
  PalSide side;
  gboolean is_second;
  const PalRegionRow *row;
  guint8 *cells;
  const PalRegion **parts;
  char *course;
  char *words;
  char *brief;
} PalMatrixLine;

/**
 * PalMatrixSheet:
 * @lines: (element-type PalMatrixLine): top down
 * @n_visits: columns
 * @days: local day of each visit, oldest first
 * @is_signed: whether it is locked, by visit
 * @height: of all lines, in pixels
 *
 * Borrows the insights and the atlas it was made of.
 */
typedef struct
{
  PalAtlas *atlas;
  GPtrArray *lines;
  guint n_visits;
  PalDate *days;
  gboolean *is_signed;
  double height;
} PalMatrixSheet;

/**
 * PalMatrixQuery:
 * @scope: all rows, those of the baseline, or those a complaint named at some visit
 * @kind: (nullable): only marks of this kind, or %NULL for the largest severity over all kinds
 * @group: (nullable): only regions of this group, or %NULL for the whole body
 * @by_structure: regions that belong together as one row: marked when any part is, examined when
 * any part is; regions that belong to none stand for themselves
 *
 * Which rows a sheet has. All zero: every region.
 */
typedef struct
{
  PalHeatScope scope;
  const PalTerm *kind;
  const PalGroup *group;
  gboolean by_structure;
} PalMatrixQuery;

/**
 * pal_matrix_sheet_new:
 * @insights: outlives the sheet, as do atlas and vocabulary
 * @matrix: of the same visits
 *
 * Rows stand by group, and in it by recurrence: those with the greatest sum of severities a
 * visit first, of a pair the heavier side. Both sides of a pair stand below each other, whichever
 * was marked. Groups stand by their first row.
 *
 * Returns: (transfer full): without lines when there is nothing to show
 */
PalMatrixSheet *pal_matrix_sheet_new (const PalInsights *insights,
                                      const PalMatrix *matrix,
                                      PalAtlas *atlas,
                                      const PalMatrixQuery *query);

void pal_matrix_sheet_free (PalMatrixSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalMatrixSheet, pal_matrix_sheet_free)

/** pal_matrix_line_get_region: Returns: the region to show at a visit; %NULL in a heading. */
const PalRegion *pal_matrix_line_get_region (const PalMatrixLine *line, int visit);

/** pal_matrix_sheet_find: Returns: the line of the region and side, or of its structure, or −1. */
int pal_matrix_sheet_find (const PalMatrixSheet *self, const char *region, PalSide side);

/** pal_matrix_sheet_find_at: Returns: the line at @y pixels below the head, or −1. */
int pal_matrix_sheet_find_at (const PalMatrixSheet *self, double y);

/** pal_matrix_sheet_step: Returns: the next row (no heading) from @line by @step ±1, or @line. */
int pal_matrix_sheet_step (const PalMatrixSheet *self, int line, int step);

G_END_DECLS
