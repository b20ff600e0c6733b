/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring behind the checks of a drawing. Private to the room. */

#pragma once

#include "atlas/pal-atlas-check.h"
#include "atlas/pal-plate-private.h"

G_BEGIN_DECLS

/* How far from a shape a point of the body may lie, in figure units: 0.7 mm on a figure that stands
 * 24 cm tall, a quarter of what a mouse is forgiven. */
#define PAL_CHECK_SLOP 3.0

/* Uncharted parts are fitted by themselves and leave slivers along the outline, no wider than the
 * gap between two shapes. They are no ground of anybody. */
#define PAL_CHECK_SLIVER 0.84

/**
 * PalAreas:
 * @body: within the outline; all areas in square figure units
 * @chartable: the body without its uncharted parts
 * @covered: of @chartable, within a shape that is not deep
 * @overlap: counted once for every shape beyond the first
 * @spill: within any shape but outside the outline
 * @n_gap_points: points of a grid in @chartable that are in no shape and in no sliver
 * @n_far_points: those farther than %PAL_CHECK_SLOP from any shape
 * @n_lost_points: those for which pal_plate_hit() with that slop names no shape, or a far one
 */
typedef struct
{
  double body;
  double chartable;
  double covered;
  double overlap;
  double spill;
  guint n_gap_points;
  guint n_far_points;
  guint n_lost_points;
} PalAreas;

PalAreas pal_check_measure_areas (const PalPlate *plate);

/** pal_check_add_neighbours: Adds the row of a figure's anatomical neighbours to @rows. */
void pal_check_add_neighbours (PalAtlas *atlas, PalFigure figure, GPtrArray *rows);

/** pal_check_row_new: Returns: (transfer full): a row without remarks. @value, @bar are taken. */
PalCheckRow *pal_check_row_new (
    const char *id, const char *name, double measured, char *value, char *bar, gboolean passed);

G_END_DECLS
