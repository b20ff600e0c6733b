/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plates of all figures: what is drawn where, whose side it is, and how shapes lie. */

#define G_LOG_DOMAIN "test-plate"

#include "config.h"

#include "atlas/pal-plate.h"
#include "tests/kit/kit-start.h"

#include <math.h>

static PalAtlas *atlas;

typedef void (*PlateFunc) (const PalPlate *plate);

/* Every test of this file holds for all three figures and all five views. */
static void
for_each_plate (PlateFunc func)
{
  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
        {
          const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);

          g_test_message ("%s %s", pal_figure_to_id (figure), pal_view_to_id (view));
          g_assert_nonnull (plate);
          g_assert_cmpint (pal_plate_get_figure (plate), ==, figure);
          g_assert_cmpint (pal_plate_get_view (plate), ==, view);
          func (plate);
        }
    }
}

static void
check_counts (const PalPlate *plate)
{
  static const guint n_shapes[PAL_VIEW_N] = { 88, 99, 55, 55, 10 };
  static const guint n_deep[PAL_VIEW_N] = { 2, 4, 1, 1, 0 };
  PalView view = pal_plate_get_view (plate);
  guint deep = 0;

  g_assert_cmpuint (pal_plate_get_n_shapes (plate), ==, n_shapes[view]);
  for (guint i = 0; i < n_shapes[view]; i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);

      g_assert_cmpuint (shape->index, ==, i);
      g_assert_true (shape->deep == shape->region->deep);
      g_assert_true (pal_plate_find_shape (plate, shape->region, shape->side) == shape);
      g_assert_cmpint (shape->path.segments[0].type, ==, PAL_SEGMENT_MOVE);
      deep += shape->deep ? 1 : 0;
      /* Deep shapes are painted and listed last. */
      g_assert_true (deep == 0 || shape->deep);
    }
  g_assert_cmpuint (deep, ==, n_deep[view]);
}

static void
test_counts (void)
{
  for_each_plate (check_counts);
}

static void
check_catalogue (const PalPlate *plate)
{
  PalView view = pal_plate_get_view (plate);
  PalView drawn = view == PAL_VIEW_RIGHT ? PAL_VIEW_LEFT : view;
  PalSide lateral = view == PAL_VIEW_RIGHT ? PAL_SIDE_RIGHT : PAL_SIDE_LEFT;
  gboolean is_lateral = drawn == PAL_VIEW_LEFT;

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      gboolean here = (region->views & 1u << drawn) != 0;

      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          gboolean fits = region->paired ? side != PAL_SIDE_MIDLINE : side == PAL_SIDE_MIDLINE;

          if (is_lateral && region->paired)
            fits = side == lateral;
          g_assert_true ((pal_plate_find_shape (plate, region, side) != NULL) == (here && fits));
        }
    }
}

static void
test_catalogue (void)
{
  for_each_plate (check_catalogue);
}

static void
check_side (const PalPlate *plate)
{
  PalView view = pal_plate_get_view (plate);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      double middle = shape->bounds.x + shape->bounds.width / 2;

      if (shape->side == PAL_SIDE_MIDLINE)
        {
          if (view == PAL_VIEW_FRONT || view == PAL_VIEW_BACK)
            g_assert_cmpfloat (fabs (middle), <, 0.02);
          continue;
        }
      switch (view)
        {
        case PAL_VIEW_FRONT:
        case PAL_VIEW_SOLES:
          g_assert_true ((middle > 0) == (shape->side == PAL_SIDE_LEFT));
          g_assert_true ((shape->label_x > 0) == (shape->side == PAL_SIDE_LEFT));
          break;
        case PAL_VIEW_BACK:
          g_assert_true ((middle > 0) == (shape->side == PAL_SIDE_RIGHT));
          g_assert_true ((shape->label_x > 0) == (shape->side == PAL_SIDE_RIGHT));
          break;
        case PAL_VIEW_LEFT:
          g_assert_cmpint (shape->side, ==, PAL_SIDE_LEFT);
          break;
        case PAL_VIEW_RIGHT:
          g_assert_cmpint (shape->side, ==, PAL_SIDE_RIGHT);
          break;
        case PAL_VIEW_N:
          g_assert_not_reached ();
        }
    }
}

static void
test_laterality (void)
{
  for_each_plate (check_side);
}

/* Anatomy says where things lie, whatever the names say: the face looks to the viewer's left in
 * the left view, toes point forward, the little toe is on the outside of the sole. */
static void
test_laterality_by_anatomy (void)
{
  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      const PalPlate *left = pal_atlas_get_plate (atlas, figure, PAL_VIEW_LEFT);
      const PalPlate *right = pal_atlas_get_plate (atlas, figure, PAL_VIEW_RIGHT);
      const PalPlate *front = pal_atlas_get_plate (atlas, figure, PAL_VIEW_FRONT);
      const PalPlate *soles = pal_atlas_get_plate (atlas, figure, PAL_VIEW_SOLES);
      const PalRegion *toes = pal_atlas_find_region (atlas, "toes");
      const PalRegion *heel = pal_atlas_find_region (atlas, "heel");
      const PalRegion *edge = pal_atlas_find_region (atlas, "lateral-foot");
      const PalRegion *arch = pal_atlas_find_region (atlas, "plantar-fascia");
      const PalRegion *inner = pal_atlas_find_region (atlas, "medial-knee");
      const PalRegion *outer = pal_atlas_find_region (atlas, "lateral-knee");

      g_assert_cmpfloat (pal_plate_find_shape (left, toes, PAL_SIDE_LEFT)->label_x, <,
                         pal_plate_find_shape (left, heel, PAL_SIDE_LEFT)->label_x);
      g_assert_cmpfloat (pal_plate_find_shape (right, toes, PAL_SIDE_RIGHT)->label_x, >,
                         pal_plate_find_shape (right, heel, PAL_SIDE_RIGHT)->label_x);
      g_assert_cmpfloat (pal_plate_find_shape (soles, edge, PAL_SIDE_LEFT)->label_x, >,
                         pal_plate_find_shape (soles, arch, PAL_SIDE_LEFT)->label_x);
      g_assert_cmpfloat (pal_plate_find_shape (front, outer, PAL_SIDE_LEFT)->label_x, >,
                         pal_plate_find_shape (front, inner, PAL_SIDE_LEFT)->label_x);
      g_assert_cmpfloat (pal_plate_find_shape (front, inner, PAL_SIDE_LEFT)->label_x, >, 0);
    }
}

static void
check_mirrored_path (const PalPath *one, const PalPath *other)
{
  g_assert_cmpuint (one->n, ==, other->n);
  for (guint i = 0; i < one->n; i++)
    {
      g_assert_cmpint (one->segments[i].type, ==, other->segments[i].type);
      for (guint j = 0; j < 6; j++)
        {
          double sign = j % 2 == 0 ? -1 : 1;

          g_assert_cmpfloat (one->segments[i].xy[j], ==, sign * other->segments[i].xy[j]);
        }
    }
}

static void
test_right_mirrors_left (void)
{
  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      const PalPlate *left = pal_atlas_get_plate (atlas, figure, PAL_VIEW_LEFT);
      const PalPlate *right = pal_atlas_get_plate (atlas, figure, PAL_VIEW_RIGHT);
      PalRect a = pal_plate_get_bounds (left);
      PalRect b = pal_plate_get_bounds (right);

      g_assert_cmpfloat (a.x, ==, -(b.x + b.width));
      g_assert_cmpfloat (a.width, ==, b.width);
      check_mirrored_path (pal_plate_get_outline (left), pal_plate_get_outline (right));
      for (guint i = 0; i < pal_plate_get_n_shapes (left); i++)
        {
          const PalShape *one = pal_plate_get_shape (left, i);
          const PalShape *other =
              pal_plate_find_shape (right, one->region, pal_side_mirror (one->side));

          g_assert_nonnull (other);
          check_mirrored_path (&one->path, &other->path);
          g_assert_cmpfloat (one->label_x, ==, -other->label_x);
          g_assert_cmpfloat (fabs (one->area - other->area), <, 1e-6);
        }
    }
}

static void
check_numbers (const PalPlate *plate)
{
  PalRect frame = pal_plate_get_bounds (plate);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);

      g_assert_true (pal_plate_shape_contains (plate, shape, shape->label_x, shape->label_y));
      g_assert_true (pal_plate_contains_body (plate, shape->label_x, shape->label_y));
      g_assert_cmpfloat (shape->area, >, 20);
      g_assert_cmpfloat (shape->area, <, shape->bounds.width * shape->bounds.height);
      g_assert_cmpfloat (shape->axis_angle_rad, >, -G_PI_2);
      g_assert_cmpfloat (shape->axis_angle_rad, <=, G_PI_2);
      g_assert_cmpfloat (shape->bounds.x, >=, frame.x);
      g_assert_cmpfloat (shape->bounds.x + shape->bounds.width, <=, frame.x + frame.width);
      g_assert_cmpfloat (shape->bounds.y, >=, frame.y);
      g_assert_cmpfloat (shape->bounds.y + shape->bounds.height, <=, frame.y + frame.height);
    }
}

static void
test_numbers (void)
{
  for_each_plate (check_numbers);
}

static double
get_axis_degrees (PalView view, const char *id, PalSide side)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, PAL_FIGURE_NEUTRAL, view);
  const PalShape *shape = pal_plate_find_shape (plate, pal_atlas_find_region (atlas, id), side);

  return shape->axis_angle_rad * 180 / G_PI;
}

/* The axis is the one a person would draw along the muscle. y grows downwards. */
static void
test_axes (void)
{
  /* Down the leg; the back of the forearm goes down and outwards. */
  g_assert_cmpfloat (fabs (get_axis_degrees (PAL_VIEW_BACK, "achilles", PAL_SIDE_LEFT)), >, 75);
  g_assert_cmpfloat (fabs (get_axis_degrees (PAL_VIEW_LEFT, "itb-mid", PAL_SIDE_LEFT)), >, 80);
  g_assert_cmpfloat (get_axis_degrees (PAL_VIEW_FRONT, "forearm-flexors", PAL_SIDE_LEFT), >, 50);
  g_assert_cmpfloat (get_axis_degrees (PAL_VIEW_FRONT, "forearm-flexors", PAL_SIDE_LEFT), <, 85);
  g_assert_cmpfloat (get_axis_degrees (PAL_VIEW_FRONT, "forearm-flexors", PAL_SIDE_RIGHT), <, -50);
  /* From the hip's front down and inwards. */
  g_assert_cmpfloat (get_axis_degrees (PAL_VIEW_FRONT, "sartorius", PAL_SIDE_LEFT), <, -50);
  /* Across the body. */
  g_assert_cmpfloat (fabs (get_axis_degrees (PAL_VIEW_FRONT, "forehead", PAL_SIDE_MIDLINE)), <, 5);
  /* Straight on the midline. */
  g_assert_cmpfloat (fabs (get_axis_degrees (PAL_VIEW_BACK, "lumbar-spine", PAL_SIDE_MIDLINE) - 90),
                     <, 0.5);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/plate/counts", test_counts);
  g_test_add_func ("/atlas/plate/catalogue", test_catalogue);
  g_test_add_func ("/atlas/plate/laterality", test_laterality);
  g_test_add_func ("/atlas/plate/laterality-by-anatomy", test_laterality_by_anatomy);
  g_test_add_func ("/atlas/plate/right-mirrors-left", test_right_mirrors_left);
  g_test_add_func ("/atlas/plate/numbers", test_numbers);
  g_test_add_func ("/atlas/plate/axes", test_axes);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
