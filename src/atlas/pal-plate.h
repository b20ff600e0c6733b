/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A plate: one figure seen from one view, as paths in figure units (crown y = 0, soles y = 1000,
 * y down), with hit testing and the neighbourhood for arrow keys. It paints nothing. */

#pragma once

#include "atlas/pal-atlas.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_SEGMENT_MOVE,
  PAL_SEGMENT_CURVE,
  PAL_SEGMENT_CLOSE
} PalSegmentType;

/**
 * PalSegment:
 * @xy: move: x, y; curve: two control points and the end point; close: unused
 *
 * One step of a path in absolute figure units. About 60 a shape, 20,000 in all plates.
 */
typedef struct
{
  PalSegmentType type;
  double xy[6];
} PalSegment;

/** PalPath: @n segments, the first a move. Several sub-paths are allowed. */
typedef struct
{
  PalSegment *segments;
  guint n;
} PalPath;

/** PalRect: an axis-parallel rectangle in figure units. */
typedef struct
{
  double x, y, width, height;
} PalRect;

/**
 * PalShape:
 * @index: place in its plate
 * @region: whose shape this is
 * @side: the client's own side; on the right view already mirrored
 * @label_x: x of a point well inside the shape, where a glyph or a leader line belongs
 * @label_y: y of that point
 * @axis_angle_rad: direction of the shape's long axis, for hatching along the muscle,
 *   in (−π/2, π/2], measured as cairo does (x right, y down)
 * @area: in square figure units
 *
 * The closed path of one region and side in one view. Owned by the plate and immutable.
 */
typedef struct
{
  guint index;
  const PalRegion *region;
  PalSide side;
  PalPath path;
  PalRect bounds;
  double label_x;
  double label_y;
  double axis_angle_rad;
  double area;
  gboolean deep;
} PalShape;

/**
 * pal_plate_new_from_data:
 * @atlas: whose regions the shapes belong to; it must outlive the plate
 * @data: one figure file: UTF-8 JSON with the members figure, view, bounds, outline, contours,
 *   uncharted and shapes; paths of absolute M, C and Z only, in figure units
 * @length: bytes in @data
 * @name: what messages call the file, such as "neutral-front.json"
 *
 * Reads a drawing from outside. The view "right" is never drawn: mirror the left one. Whether the
 * drawing is complete and tiles the body is told by pal_atlas_check_plate(), not here.
 *
 * Returns: (transfer full): the plate, or %NULL with %PAL_ATLAS_ERROR_BAD_DRAWING; the message
 * names the place
 */
PalPlate *pal_plate_new_from_data (
    PalAtlas *atlas, const char *data, gsize length, const char *name, GError **error);

/**
 * pal_plate_new_mirrored:
 *
 * Returns: (transfer full): the left view as the right one, with x mirrored and sides swapped
 */
PalPlate *pal_plate_new_mirrored (const PalPlate *left);

/** pal_plate_free: Frees a plate of one's own; never one of the atlas. */
void pal_plate_free (PalPlate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalPlate, pal_plate_free)

PalFigure pal_plate_get_figure (const PalPlate *self);
PalView pal_plate_get_view (const PalPlate *self);

/** pal_plate_get_bounds: Returns: the frame of the drawing, a little larger than the outline. */
PalRect pal_plate_get_bounds (const PalPlate *self);

/** pal_plate_get_outline: Returns: the closed outline; two sub-paths for the soles. */
const PalPath *pal_plate_get_outline (const PalPlate *self);

/**
 * pal_plate_dup_relief:
 *
 * How the light falls on the figure, as a PNG of grey cells two units wide: 128 lies flat, less is
 * turned away, more faces the light. The figure's own forms made it, so it fits every drawing of
 * this figure, and mirrors like it. Decode it once; it is 20 kB and 512 by 256 cells.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when there is none
 */
GBytes *pal_plate_dup_relief (const PalPlate *self);

/** pal_plate_map_relief: Sets where the corner of the first cell lies, in figure units, and how
 * wide and high a cell is; negative widths mirror. */
void pal_plate_map_relief (const PalPlate *self, PalRect *first_cell);

guint pal_plate_get_n_contours (const PalPlate *self);
/** pal_plate_get_contour: Returns: an open fine line (face, fingers), drawn over the regions. */
const PalPath *pal_plate_get_contour (const PalPlate *self, guint i);

guint pal_plate_get_n_uncharted (const PalPlate *self);
/** pal_plate_get_uncharted: Returns: a closed part of the body that has no region on purpose. */
const PalPath *pal_plate_get_uncharted (const PalPlate *self, guint i);

guint pal_plate_get_n_shapes (const PalPlate *self);
/** pal_plate_get_shape: Returns: (transfer none): shallow shapes first, deep ones last. */
const PalShape *pal_plate_get_shape (const PalPlate *self, guint i);

/** pal_plate_find_shape: Returns: (transfer none) (nullable): the shape of @region on @side. */
const PalShape *pal_plate_find_shape (const PalPlate *self, const PalRegion *region, PalSide side);

/** pal_plate_contains_body: Returns: whether the point lies within the outline. */
gboolean pal_plate_contains_body (const PalPlate *self, double x, double y);

/** pal_plate_shape_contains: Returns: whether the point lies within the shape's own path. */
gboolean pal_plate_shape_contains (const PalPlate *self, const PalShape *shape, double x, double y);

/**
 * pal_plate_hit:
 * @x: in figure units
 * @y: in figure units
 * @slop: touch slop in figure units, at least 0; 0 for the exact shapes
 *
 * The region under a point. A deep region wins on its own ground; otherwise the shape that
 * contains the point, unless a much narrower one lies within the slop (a strip that is thinner
 * than a finger could not be hit otherwise); in a gap or just off the body the nearest shape
 * within @slop.
 *
 * Returns: (transfer none) (nullable): the shape, or %NULL when none is near
 */
const PalShape *pal_plate_hit (const PalPlate *self, double x, double y, double slop);

/**
 * pal_plate_list_hits:
 *
 * Returns: (transfer container) (element-type PalShape): every shape within @slop of the point,
 *   the one pal_plate_hit() returns first, then nearest first
 */
GPtrArray *pal_plate_list_hits (const PalPlate *self, double x, double y, double slop);

/**
 * pal_plate_get_neighbour:
 *
 * Where an arrow key leads. Every shape of a plate can be reached from every other.
 *
 * Returns: (transfer none) (nullable): the natural next shape, or %NULL at the edge
 */
const PalShape *pal_plate_get_neighbour (const PalPlate *self,
                                         const PalShape *from,
                                         PalDirection direction);

G_END_DECLS
