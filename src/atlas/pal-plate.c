/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plates: building them from what was read, mirroring them, handing out what they hold. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-plate-private.h"

#include <gio/gio.h>
#include <math.h>

/* Rounder than this, a shape has no long axis of its own and follows the limb or the trunk. */
#define MIN_STRETCH 1.15

static void
index_shapes (PalPlate *self, guint n_regions)
{
  self->n_regions = n_regions;
  self->by_region = g_new (gint16, n_regions * PAL_SIDE_N);
  for (guint i = 0; i < n_regions * PAL_SIDE_N; i++)
    self->by_region[i] = PAL_NO_SHAPE;
  for (guint i = 0; i < self->n_shapes; i++)
    {
      const PalShape *shape = &self->shapes[i];

      self->by_region[shape->region->index * PAL_SIDE_N + (guint) shape->side] = (gint16) i;
    }
}

static void
measure_shape (PalShape *shape, PalGround *ground)
{
  pal_polygon_init (&ground->polygon, &shape->path);

  PalMeasures measures = pal_polygon_measure (&ground->polygon);
  ground->width = measures.width;
  shape->bounds = ground->polygon.bounds;
  shape->area = measures.area;
  shape->axis_angle_rad = measures.stretch < MIN_STRETCH ? G_PI_2 : measures.axis_rad;
}

void
pal_plate_complete (PalPlate *self, guint n_regions)
{
  pal_polygon_init (&self->body, &self->outline);
  self->uncharted_grounds = g_new0 (PalPolygon, self->n_uncharted);
  for (guint i = 0; i < self->n_uncharted; i++)
    pal_polygon_init (&self->uncharted_grounds[i], &self->uncharted[i]);
  self->grounds = g_new0 (PalGround, self->n_shapes);
  for (guint i = 0; i < self->n_shapes; i++)
    measure_shape (&self->shapes[i], &self->grounds[i]);
  index_shapes (self, n_regions);
}

PalPlate *
pal_plate_new_from_data (
    PalAtlas *atlas, const char *data, gsize length, const char *name, GError **error)
{
  g_return_val_if_fail (atlas != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (PalJson) json = pal_json_open (data, length, name, PAL_ATLAS_ERROR_BAD_DRAWING);
  g_autoptr (PalPlate) plate = pal_plate_parse (atlas, json);

  if (!pal_json_finish (json, error))
    return NULL;
  pal_plate_complete (plate, pal_atlas_get_n_regions (atlas));

  return g_steal_pointer (&plate);
}

static PalPath
mirror_path (const PalPath *path)
{
  PalPath mirrored = { g_memdup2 (path->segments, path->n * sizeof (PalSegment)), path->n };

  for (guint i = 0; i < path->n; i++)
    {
      for (guint j = 0; j < 6; j += 2)
        mirrored.segments[i].xy[j] = -mirrored.segments[i].xy[j];
    }

  return mirrored;
}

static PalPath *
mirror_paths (const PalPath *paths, guint n)
{
  PalPath *mirrored = g_new0 (PalPath, n);

  for (guint i = 0; i < n; i++)
    mirrored[i] = mirror_path (&paths[i]);

  return mirrored;
}

PalPlate *
pal_plate_new_mirrored (const PalPlate *left)
{
  g_return_val_if_fail (left != NULL && left->view == PAL_VIEW_LEFT, NULL);

  PalPlate *self = g_new0 (PalPlate, 1);

  self->figure = left->figure;
  self->view = PAL_VIEW_RIGHT;
  self->bounds = left->bounds;
  self->bounds.x = -(left->bounds.x + left->bounds.width);
  self->outline = mirror_path (&left->outline);
  self->n_contours = left->n_contours;
  self->contours = mirror_paths (left->contours, left->n_contours);
  self->n_uncharted = left->n_uncharted;
  self->uncharted = mirror_paths (left->uncharted, left->n_uncharted);
  self->n_shapes = left->n_shapes;
  self->shapes = g_memdup2 (left->shapes, left->n_shapes * sizeof (PalShape));
  for (guint i = 0; i < self->n_shapes; i++)
    {
      PalShape *shape = &self->shapes[i];

      shape->path = mirror_path (&left->shapes[i].path);
      shape->side = pal_side_mirror (shape->side);
      shape->label_x = -shape->label_x;
    }
  pal_plate_complete (self, left->n_regions);

  return self;
}

static void
clear_paths (PalPath *paths, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (paths[i].segments);
  g_free (paths);
}

void
pal_plate_free (PalPlate *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_shapes; i++)
    {
      g_free (self->shapes[i].path.segments);
      if (self->grounds != NULL)
        pal_polygon_clear (&self->grounds[i].polygon);
    }
  for (guint i = 0; i < self->n_uncharted && self->uncharted_grounds != NULL; i++)
    pal_polygon_clear (&self->uncharted_grounds[i]);
  clear_paths (self->contours, self->n_contours);
  clear_paths (self->uncharted, self->n_uncharted);
  pal_polygon_clear (&self->body);
  g_free (self->outline.segments);
  g_free (self->uncharted_grounds);
  g_free (self->shapes);
  g_free (self->grounds);
  g_free (self->next);
  g_free (self->by_region);
  g_free (self);
}

PalFigure
pal_plate_get_figure (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, PAL_FIGURE_NEUTRAL);

  return self->figure;
}

PalView
pal_plate_get_view (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, PAL_VIEW_FRONT);

  return self->view;
}

PalRect
pal_plate_get_bounds (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, ((PalRect){ 0, 0, 0, 0 }));

  return self->bounds;
}

const PalPath *
pal_plate_get_outline (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->outline;
}

/* The right view is the left one, mirrored. */
static PalView
get_drawn_view (const PalPlate *self)
{
  return self->view == PAL_VIEW_RIGHT ? PAL_VIEW_LEFT : self->view;
}

GBytes *
pal_plate_dup_relief (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *path =
      g_strdup_printf ("/org/palpate/atlas/relief/%s-%s.png", pal_figure_to_id (self->figure),
                       pal_view_to_id (get_drawn_view (self)));

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

void
pal_plate_map_relief (const PalPlate *self, PalRect *first_cell)
{
  static const double starts[PAL_VIEW_N] = {
    [PAL_VIEW_FRONT] = -256, [PAL_VIEW_BACK] = -256, [PAL_VIEW_LEFT] = -320, [PAL_VIEW_SOLES] = -80
  };

  g_return_if_fail (self != NULL && first_cell != NULL);

  *first_cell = (PalRect){ starts[get_drawn_view (self)], -12, 2, 2 };
  if (self->view == PAL_VIEW_RIGHT)
    {
      first_cell->x = -first_cell->x;
      first_cell->width = -first_cell->width;
    }
}

guint
pal_plate_get_n_contours (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_contours;
}

const PalPath *
pal_plate_get_contour (const PalPlate *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_contours, NULL);

  return &self->contours[i];
}

guint
pal_plate_get_n_uncharted (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_uncharted;
}

const PalPath *
pal_plate_get_uncharted (const PalPlate *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_uncharted, NULL);

  return &self->uncharted[i];
}

guint
pal_plate_get_n_shapes (const PalPlate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_shapes;
}

const PalShape *
pal_plate_get_shape (const PalPlate *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->n_shapes, NULL);

  return &self->shapes[i];
}

const PalShape *
pal_plate_find_shape (const PalPlate *self, const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  g_return_val_if_fail (region->index < self->n_regions, NULL);
  g_return_val_if_fail ((int) side >= 0 && side < PAL_SIDE_N, NULL);

  gint16 i = self->by_region[region->index * PAL_SIDE_N + (guint) side];

  return i == PAL_NO_SHAPE ? NULL : &self->shapes[i];
}
