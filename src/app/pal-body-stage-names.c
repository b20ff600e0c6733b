/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names on the body stage: which regions are named where. How names find their places is in
 * draw/pal-labels.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include "draw/pal-labels.h"

#define TEXT_PX 11.5
#define LINE_PX 15.0
#define EDGE_PX 6.0
/* From here on there is room for the names of all regions, not of marked ones alone. */
#define CLOSE_ZOOM 1.7

/* A column of the stage with the views that share it: the soles stand in the back's. */
typedef struct
{
  guint views; /* bit mask */
  double left, right;
} Cell;

static guint
list_cells (PalBodyStage *self, Cell *cells)
{
  guint n = 0;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      PalView view = pal_stage_view_order[i];
      PalRect bounds = pal_plate_get_bounds (self->views[view].plate);
      graphene_rect_t box;

      if (!self->views[view].shown)
        continue;
      box = pal_body_stage_get_pixels (self, view, &bounds);
      if (view == PAL_VIEW_SOLES && n > 0)
        {
          cells[n - 1].views |= 1u << view;
          cells[n - 1].right = MAX (cells[n - 1].right, box.origin.x + box.size.width);
        }
      else
        cells[n++] = (Cell){ 1u << view, box.origin.x, box.origin.x + box.size.width };
    }
  /* The ground between two bodies is shared, that beside the outer ones is theirs alone. */
  for (guint i = 0; i + 1 < n; i++)
    cells[i].right = cells[i + 1].left = (cells[i].right + cells[i + 1].left) / 2;
  if (n > 0)
    {
      cells[0].left = 0;
      cells[n - 1].right = self->width;
    }
  return n;
}

static gboolean
has_marks (PalBodyStage *self)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; self->views[i].shown && j < self->views[i].n_shapes; j++)
      if (pal_body_stage_is_marked (self, pal_plate_get_shape (self->views[i].plate, j)))
        return TRUE;
  return FALSE;
}

/* On a heat map a name carries a number, and what was never marked has none. */
static gboolean
names_all (PalBodyStage *self)
{
  if (pal_body_map_get_mode (self->map) == PAL_MAP_HEAT)
    return FALSE;
  return self->shows == PAL_STAGE_SHOWS_ONE || self->zoom >= CLOSE_ZOOM || !has_marks (self);
}

/* Once each, where it is seen best; of two sides that are both in sight and say the same, the left
 * and the right in turns. */
static gboolean
is_named (PalBodyStage *self, const PalShape *shape, gboolean all)
{
  PalSide other = pal_side_mirror (shape->side);
  PalSide turn = shape->region->index % 2 == 0 ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;

  if (shape != pal_body_stage_find_best (self, shape->region, shape->side, NULL))
    return FALSE;
  if (pal_body_stage_is_marked (self, shape))
    return TRUE;
  return all && (shape->side == PAL_SIDE_MIDLINE || shape->side == turn ||
                 pal_body_stage_find_best (self, shape->region, other, NULL) == NULL);
}

static void
add_name (
    PalBodyStage *self, GArray *labels, PalView view, const PalShape *shape, const PalRect *room)
{
  const PalRegionLook *look = pal_body_map_get (self->map, shape->region, shape->side);
  gboolean marked = pal_body_stage_is_marked (self, shape);
  gboolean has_glyph = marked && (look->kinds & ~1u) != 0;
  double scale = pal_body_stage_get_scale (self), origin_x, origin_y;

  pal_body_stage_get_origin (self, view, &origin_x, &origin_y);
  double x = origin_x + shape->label_x * scale, y = origin_y + shape->label_y * scale;
  if (x < room->x || y < room->y || x > room->x + room->width || y > room->y + room->height)
    return;
  pal_labels_add (labels,
                  marked ? pal_region_look_dup_label (look, pal_body_map_get_mode (self->map),
                                                      shape->region, shape->side)
                         : g_strdup (pal_region_get_short_name (shape->region)),
                  x, y, has_glyph ? PAL_STAGE_GLYPH_CLEAR_PX : 0, marked);
}

static void
paint_cell (PalBodyStage *self, cairo_t *cr, const Cell *cell, gboolean all)
{
  double left = MAX (cell->left, 0) + EDGE_PX, right = MIN (cell->right, self->width) - EDGE_PX;
  PalRect room = { left, EDGE_PX, right - left, self->height - 2 * EDGE_PX };
  g_autoptr (GArray) labels = pal_labels_new ();

  if (room.width <= 0 || room.height <= 0)
    return;
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; (cell->views & 1u << i) != 0 && j < self->views[i].n_shapes; j++)
      {
        const PalShape *shape = pal_plate_get_shape (self->views[i].plate, j);

        if (is_named (self, shape, all))
          add_name (self, labels, i, shape, &room);
      }
  pal_labels_measure (labels, cr, TEXT_PX);
  double line = pal_labels_fit (labels, &room, LINE_PX);
  if (line > 0)
    pal_labels_paint (cr, labels, &self->theme, MIN (TEXT_PX, line * 0.85), 1);
}

GskRenderNode *
pal_body_stage_build_names (PalBodyStage *self)
{
  Cell cells[PAL_VIEW_N];
  guint n = list_cells (self, cells);
  gboolean all = names_all (self);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  for (guint i = 0; i < n; i++)
    paint_cell (self, cr, &cells[i], all);
  cairo_destroy (cr);
  return pal_body_stage_new_recorded_node (self, recording);
}

void
pal_body_stage_set_names (PalBodyStage *self, gboolean names)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  if (self->names == !!names)
    return;
  self->names = !!names;
  /* Names need room beside the figures. */
  pal_body_stage_rearrange (self);
  g_object_notify (G_OBJECT (self), "names");
}

gboolean
pal_body_stage_get_names (PalBodyStage *self)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);
  return self->names;
}
