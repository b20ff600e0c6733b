/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Flattened paths and the few measures the plates need of them. Private to the room. */

#pragma once

#include "atlas/pal-plate.h"

G_BEGIN_DECLS

/**
 * PalEdgeRun:
 * @first: index of the first point; the run has @n edges, from @first to @first + @n
 *
 * A short stretch of a ring with the box around it, so that far stretches cost one comparison.
 */
typedef struct
{
  double left, top, right, bottom;
  guint first;
  guint n;
} PalEdgeRun;

/**
 * PalPolygon:
 * @xy: points of all rings, x and y in turn; each ring's last point equals its first
 * @runs: all edges of all rings, and no edge between two rings
 *
 * A path made of straight edges no further than 0.01 units from its curves. About 200 points a
 * shape, 1,000 shapes; asked on every motion of the pointer, hence the runs.
 */
typedef struct
{
  double *xy;
  guint n_points;
  PalEdgeRun *runs;
  guint n_runs;
  PalRect bounds;
} PalPolygon;

/** pal_polygon_init: Flattens @path; open sub-paths are closed. */
void pal_polygon_init (PalPolygon *self, const PalPath *path);
void pal_polygon_clear (PalPolygon *self);

/** pal_polygon_contains: Returns: whether the point lies inside, by the non-zero rule. */
gboolean pal_polygon_contains (const PalPolygon *self, double x, double y);

/**
 * pal_polygon_distance:
 * @limit: nothing farther is of interest
 *
 * Returns: how far the point is from the border in figure units; @limit when it is farther
 */
double pal_polygon_distance (const PalPolygon *self, double x, double y, double limit);

/**
 * pal_polygon_cross:
 * @upright: the line x = @at; otherwise the line y = @at
 * @crossings: (element-type double): the other coordinates are put in, in no order
 *
 * Where the border crosses an upright or level line.
 */
void pal_polygon_cross (const PalPolygon *self, gboolean upright, double at, GArray *crossings);

/**
 * PalMeasures:
 * @area: the area enclosed, at least 0
 * @width: twice the area by the length of the border: about the width of a strip, and the radius
 *   of something round
 * @x: of the centre of the area
 * @y: of the centre of the area
 * @axis_rad: direction of the principal axis of the area, in (−π/2, π/2]
 * @stretch: how much longer the area is along that axis than across, at least 1
 */
typedef struct
{
  double area;
  double width;
  double x, y;
  double axis_rad;
  double stretch;
} PalMeasures;

PalMeasures pal_polygon_measure (const PalPolygon *self);

G_END_DECLS
