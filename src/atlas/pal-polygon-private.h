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

/** pal_polygon_area: Returns: the area enclosed, at least 0. */
double pal_polygon_area (const PalPolygon *self);

/**
 * pal_polygon_width:
 *
 * Returns: twice the area by the length of the border: about the width of a strip, and the
 *   radius of something round
 */
double pal_polygon_width (const PalPolygon *self);

/** pal_polygon_centroid: Tells the centre of the area. */
void pal_polygon_centroid (const PalPolygon *self, double *x, double *y);

/**
 * pal_polygon_axis:
 * @stretch: (out): how much longer the area is along the axis than across, at least 1
 *
 * Returns: the direction of the principal axis of the area, in (−π/2, π/2]
 */
double pal_polygon_axis (const PalPolygon *self, double *stretch);

G_END_DECLS
