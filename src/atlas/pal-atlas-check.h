/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Is a drawing sound? Measures of completeness, overlap, coverage, sides and neighbourhood, each
 * against its bar. Deterministic; about a tenth of a second a plate. */

#pragma once

#include "atlas/pal-plate.h"

G_BEGIN_DECLS

/**
 * PalCheckRow:
 * @figure: whose drawing
 * @view: which drawing; %PAL_VIEW_N where the figure as a whole is measured
 * @id: stable and untranslated: "complete", "overlap", "spill", "covered", "covered-with-slop",
 *   "symmetry", "laterality", "hits", "gaps", "neighbours"
 * @name: translated name of the check
 * @measured: the figure behind @value: percent, figure units or a count, by check
 * @value: the same with its unit, as it is printed
 * @bar: what is asked for, as it is printed
 * @passed: whether the bar is met
 * @remarks: (element-type utf8): what fell short, one line each; perhaps empty. For neighbours
 *   that are not adjacent "a, b: reason" in the catalogue's ids
 */
typedef struct
{
  PalFigure figure;
  PalView view;
  const char *id;
  const char *name;
  double measured;
  char *value;
  char *bar;
  gboolean passed;
  GPtrArray *remarks;
} PalCheckRow;

void pal_check_row_free (PalCheckRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalCheckRow, pal_check_row_free)

/**
 * pal_atlas_check:
 *
 * Checks all figures in all views, about two seconds.
 *
 * Returns: (transfer full) (element-type PalCheckRow): by figure, view and check
 */
GPtrArray *pal_atlas_check (PalAtlas *self);

/**
 * pal_atlas_check_figure:
 *
 * Returns: (transfer full) (element-type PalCheckRow): the rows of one figure
 */
GPtrArray *pal_atlas_check_figure (PalAtlas *self, PalFigure figure);

/**
 * pal_atlas_check_plate:
 * @plate: one of the atlas or one read from a file
 *
 * Areas are summed along level lines 0.25 units apart, exactly along the line. What is covered is
 * measured against the body without its uncharted parts; with slop means within 3 units of a
 * shape (0.7 mm on a figure that stands 24 cm tall); slivers of less than 0.84 units between an
 * uncharted part and the outline are left out of that. Random points have a fixed seed.
 *
 * Returns: (transfer full) (element-type PalCheckRow): all checks but the neighbours
 */
GPtrArray *pal_atlas_check_plate (PalAtlas *self, const PalPlate *plate);

G_END_DECLS
