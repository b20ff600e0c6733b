/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plate is made of, shared by its parser, its hit test, its neighbourhood and the checks.
 * Private to the room. */

#pragma once

#include "atlas/pal-json-private.h"
#include "atlas/pal-plate.h"
#include "atlas/pal-polygon-private.h"

G_BEGIN_DECLS

/* An arrow key leads nowhere. */
#define PAL_NO_SHAPE (-1)

/**
 * PalGround:
 * @width: see pal_polygon_width()
 *
 * The flattened form of the shape of the same index.
 */
typedef struct
{
  PalPolygon polygon;
  double width;
} PalGround;

/**
 * PalPlate:
 * @shapes: shallow ones first, then deep ones; @grounds and @next run beside it
 * @next: the shape each arrow key leads to, by #PalDirection; made when first asked for, by
 *   whoever holds @linked
 * @by_region: index of a shape by region × %PAL_SIDE_N + side, or %PAL_NO_SHAPE
 *
 * Fifteen in an atlas, each of 10 to 99 shapes. Any thread may ask: all but @next is immutable,
 * and @next is made once, under a lock: few plates are ever walked by keys, and linking takes
 * longer than everything else.
 */
struct _PalPlate
{
  PalFigure figure;
  PalView view;
  PalRect bounds;
  PalPath outline;
  PalPolygon body;
  PalPath *contours;
  guint n_contours;
  PalPath *uncharted;
  PalPolygon *uncharted_grounds;
  guint n_uncharted;
  PalShape *shapes;
  PalGround *grounds;
  gint16 (*next)[4];
  gsize linked;
  guint n_shapes;
  gint16 *by_region;
  guint n_regions;
};

/** pal_plate_parse: Returns: (transfer full): a plate, never %NULL; unsound if @json failed. */
PalPlate *pal_plate_parse (PalAtlas *atlas, PalJson *json);

/** pal_plate_complete: Derives everything but paths, labels, sides and frame from these. */
void pal_plate_complete (PalPlate *self, guint n_regions);

G_END_DECLS
