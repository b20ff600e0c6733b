/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a point to a region, and from region to region by the arrow keys, on every plate. */

#define G_LOG_DOMAIN "test-hit"

#include "config.h"

#include "atlas/pal-plate.h"
#include "tests/kit/kit-start.h"

#include <math.h>

/* A finger's radius, 7 mm, and a mouse's, 3 mm, on a figure that stands 24 cm tall. */
#define FINGER 29.0
#define MOUSE 12.5

static PalAtlas *atlas;

typedef void (*PlateFunc) (const PalPlate *plate);

static void
for_each_plate (PlateFunc func)
{
  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
        {
          g_test_message ("%s %s", pal_figure_to_id (figure), pal_view_to_id (view));
          func (pal_atlas_get_plate (atlas, figure, view));
        }
    }
}

static const PalShape *
find (const PalPlate *plate, const char *id, PalSide side)
{
  const PalShape *shape = pal_plate_find_shape (plate, pal_atlas_find_region (atlas, id), side);

  g_assert_nonnull (shape);

  return shape;
}

static void
assert_is (const PalShape *found, const PalShape *wanted)
{
  if (found != wanted)
    g_test_message ("%s instead of %s", found != NULL ? found->region->id : "nothing",
                    wanted != NULL ? wanted->region->id : "nothing");
  g_assert_true (found == wanted);
}

static gboolean
lies_under_deep (const PalPlate *plate, double x, double y)
{
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);

      if (shape->deep && pal_plate_shape_contains (plate, shape, x, y))
        return TRUE;
    }

  return FALSE;
}

static void
check_labels (const PalPlate *plate)
{
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      gboolean deep_ground = lies_under_deep (plate, shape->label_x, shape->label_y);

      if (!shape->deep && deep_ground)
        continue;
      assert_is (pal_plate_hit (plate, shape->label_x, shape->label_y, 0), shape);
      /* Put on the middle of a region, also a finger takes it, however thin its neighbours. */
      assert_is (pal_plate_hit (plate, shape->label_x, shape->label_y, MOUSE), shape);
      assert_is (pal_plate_hit (plate, shape->label_x, shape->label_y, FINGER), shape);
    }
}

static void
test_labels (void)
{
  for_each_plate (check_labels);
}

/* Points all over the shapes: without slop the shape itself, the deep one where one lies. */
static void
check_points (const PalPlate *plate)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (87);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      const PalRect *box = &shape->bounds;

      for (guint n = 0; n < 50; n++)
        {
          double x = g_rand_double_range (rand, box->x, box->x + box->width);
          double y = g_rand_double_range (rand, box->y, box->y + box->height);
          const PalShape *hit = pal_plate_hit (plate, x, y, 0);

          if (!pal_plate_shape_contains (plate, shape, x, y))
            g_assert_true (hit != shape);
          else if (shape->deep || !lies_under_deep (plate, x, y))
            assert_is (hit, shape);
          else
            g_assert_true (hit->deep);
        }
    }
}

static void
test_points (void)
{
  for_each_plate (check_points);
}

/* A step aside of a strip, on its wide neighbour's ground, a finger still takes the strip. */
static void
assert_strip (
    PalFigure figure, PalView view, const char *id, PalSide side, double slop, double step)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);
  const PalShape *shape = find (plate, id, side);
  double x = shape->label_x;

  while (pal_plate_shape_contains (plate, shape, x, shape->label_y))
    x += step > 0 ? 0.25 : -0.25;
  x += step;
  g_test_message ("%s %s", pal_figure_to_id (figure), id);
  g_assert_false (pal_plate_hit (plate, x, shape->label_y, 0) == shape);
  assert_is (pal_plate_hit (plate, x, shape->label_y, slop), shape);
}

static void
test_strips (void)
{
  /* The client's left is at x > 0 in front: a step inwards is onto the quadriceps. On the female
   * figure the band is no narrower than what lies beside it. */
  assert_strip (PAL_FIGURE_NEUTRAL, PAL_VIEW_FRONT, "itb-mid", PAL_SIDE_LEFT, FINGER, -2);
  assert_strip (PAL_FIGURE_NEUTRAL, PAL_VIEW_FRONT, "itb-mid", PAL_SIDE_RIGHT, FINGER, 2);
  assert_strip (PAL_FIGURE_MALE, PAL_VIEW_FRONT, "itb-mid", PAL_SIDE_LEFT, FINGER, -2);

  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      assert_strip (figure, PAL_VIEW_FRONT, "itb-mid", PAL_SIDE_LEFT, FINGER, 20);
      /* Between the thighs, off the body. */
      assert_strip (figure, PAL_VIEW_FRONT, "gracilis", PAL_SIDE_LEFT, FINGER, -3);
      assert_strip (figure, PAL_VIEW_BACK, "medial-ankle", PAL_SIDE_LEFT, FINGER, -1);
      assert_strip (figure, PAL_VIEW_LEFT, "achilles", PAL_SIDE_LEFT, FINGER, 3);
      assert_strip (figure, PAL_VIEW_BACK, "itb-mid", PAL_SIDE_LEFT, MOUSE, 3);
    }
}

/* What is wide keeps its ground: no strip takes more than a third of it. */
static void
test_wide_keeps_its_ground (void)
{
  static const char *const wide[] = { "pectoralis-major", "rectus-femoris", "tibialis-anterior",
                                      "biceps-brachii" };

  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      const PalPlate *plate = pal_atlas_get_plate (atlas, figure, PAL_VIEW_FRONT);

      for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
        {
          const PalShape *shape = find (plate, wide[i], PAL_SIDE_LEFT);

          assert_is (pal_plate_hit (plate, shape->label_x, shape->label_y, FINGER), shape);
        }
    }
}

static void
test_deep (void)
{
  const PalPlate *back = pal_atlas_get_plate (atlas, PAL_FIGURE_FEMALE, PAL_VIEW_BACK);
  const PalShape *deep = find (back, "piriformis", PAL_SIDE_RIGHT);
  const PalShape *cover = find (back, "gluteus-maximus", PAL_SIDE_RIGHT);
  g_autoptr (GPtrArray) under = pal_plate_list_hits (back, deep->label_x, deep->label_y, MOUSE);

  assert_is (pal_plate_hit (back, deep->label_x, deep->label_y, 0), deep);
  assert_is (pal_plate_hit (back, deep->label_x, deep->label_y, FINGER), deep);
  /* Tapping again offers what covers it. */
  g_assert_true (g_ptr_array_index (under, 0) == deep);
  g_assert_true (g_ptr_array_find (under, cover, NULL));
  /* Beside its ground a deep region does not reach. */
  assert_is (pal_plate_hit (back, cover->label_x, cover->label_y + 15, MOUSE), cover);
}

static void
test_off_the_body (void)
{
  const PalPlate *front = pal_atlas_get_plate (atlas, PAL_FIGURE_NEUTRAL, PAL_VIEW_FRONT);
  const PalShape *deltoid = find (front, "deltoid-middle", PAL_SIDE_LEFT);
  double x = deltoid->bounds.x + deltoid->bounds.width + 5;
  double y = deltoid->label_y + 20;
  g_autoptr (GPtrArray) none = pal_plate_list_hits (front, 220, 900, FINGER);

  g_assert_null (pal_plate_hit (front, x, y, 0));
  g_assert_nonnull (pal_plate_hit (front, x, y, FINGER));
  g_assert_null (pal_plate_hit (front, 220, 900, FINGER));
  g_assert_null (pal_plate_hit (front, NAN, 100, FINGER));
  g_assert_null (pal_plate_hit (front, INFINITY, 100, FINGER));
  g_assert_cmpuint (none->len, ==, 0);
}

/* The distance from a point to a shape, the slow way: rings of points around it. */
static gboolean
is_within (const PalPlate *plate, const PalShape *shape, double x, double y, double radius)
{
  for (double r = 0; r < radius; r += 0.25)
    {
      for (guint i = 0; i < 180; i++)
        {
          double angle = i * G_PI / 90;

          if (pal_plate_shape_contains (plate, shape, x + r * cos (angle), y + r * sin (angle)))
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_list_against_naive (void)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, PAL_FIGURE_MALE, PAL_VIEW_BACK);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 0; n < 40; n++)
    {
      double x = g_rand_double_range (rand, -130, 130);
      double y = g_rand_double_range (rand, 80, 990);
      g_autoptr (GPtrArray) hits = pal_plate_list_hits (plate, x, y, 8);

      g_assert_true ((hits->len == 0) == (pal_plate_hit (plate, x, y, 8) == NULL));
      if (hits->len > 0)
        g_assert_true (g_ptr_array_index (hits, 0) == pal_plate_hit (plate, x, y, 8));
      for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
        {
          const PalShape *shape = pal_plate_get_shape (plate, i);
          gboolean listed = g_ptr_array_find (hits, shape, NULL);

          /* The rings are 0.3 units coarse. */
          if (is_within (plate, shape, x, y, 7.7))
            g_assert_true (listed);
          else if (listed)
            g_assert_true (is_within (plate, shape, x, y, 8.3));
        }
    }
}

static guint
count_reachable (const PalPlate *plate, guint from)
{
  guint n = pal_plate_get_n_shapes (plate);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autofree guint *queue = g_new0 (guint, n);
  guint length = 1;

  seen[from] = TRUE;
  queue[0] = from;
  for (guint i = 0; i < length; i++)
    {
      for (PalDirection d = PAL_DIRECTION_UP; d <= PAL_DIRECTION_RIGHT; d++)
        {
          const PalShape *next =
              pal_plate_get_neighbour (plate, pal_plate_get_shape (plate, queue[i]), d);

          if (next != NULL && !seen[next->index])
            {
              seen[next->index] = TRUE;
              queue[length++] = next->index;
            }
        }
    }

  return length;
}

static void
check_reachability (const PalPlate *plate)
{
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    g_assert_cmpuint (count_reachable (plate, i), ==, pal_plate_get_n_shapes (plate));
}

static void
test_reachability (void)
{
  for_each_plate (check_reachability);
}

/* Whoever keeps one arrow pressed gets to the edge; nobody is sent round in a ring. */
static void
check_no_rings (const PalPlate *plate)
{
  guint n = pal_plate_get_n_shapes (plate);

  for (guint i = 0; i < n; i++)
    {
      for (PalDirection d = PAL_DIRECTION_UP; d <= PAL_DIRECTION_RIGHT; d++)
        {
          const PalShape *shape = pal_plate_get_shape (plate, i);
          guint n_steps = 0;

          while (shape != NULL && n_steps++ < n)
            shape = pal_plate_get_neighbour (plate, shape, d);
          if (shape != NULL)
            g_test_message ("arrow %d leads %s in a ring", d,
                            pal_plate_get_shape (plate, i)->region->id);
          g_assert_null (shape);
        }
    }
}

static void
test_no_rings (void)
{
  for_each_plate (check_no_rings);
}

/* Where a therapist expects an arrow to lead; up to the mirror these hold on both sides. */
static void
test_natural_neighbours (void)
{
  static const struct
  {
    PalView view;
    const char *from;
    PalDirection direction;
    const char *to;
    PalSide to_side;
  } cases[] = {
    { PAL_VIEW_FRONT, "rectus-abdominis-upper", PAL_DIRECTION_DOWN, "rectus-abdominis-lower", 1 },
    { PAL_VIEW_FRONT, "rectus-abdominis-upper", PAL_DIRECTION_LEFT, "rectus-abdominis-upper", 2 },
    { PAL_VIEW_FRONT, "patella", PAL_DIRECTION_DOWN, "patellar-tendon", 1 },
    { PAL_VIEW_FRONT, "patella", PAL_DIRECTION_LEFT, "medial-knee", 1 },
    { PAL_VIEW_FRONT, "patella", PAL_DIRECTION_RIGHT, "lateral-knee", 1 },
    { PAL_VIEW_FRONT, "deltoid-middle", PAL_DIRECTION_LEFT, "deltoid-anterior", 1 },
    { PAL_VIEW_FRONT, "wrist", PAL_DIRECTION_DOWN, "palm", 1 },
    { PAL_VIEW_FRONT, "foot-top", PAL_DIRECTION_DOWN, "toes", 1 },
    { PAL_VIEW_BACK, "gastrocnemius-lateral", PAL_DIRECTION_RIGHT, "gastrocnemius-medial", 1 },
    { PAL_VIEW_BACK, "soleus", PAL_DIRECTION_DOWN, "achilles", 1 },
    { PAL_VIEW_BACK, "achilles", PAL_DIRECTION_DOWN, "heel", 1 },
    { PAL_VIEW_BACK, "lumbar-spine", PAL_DIRECTION_UP, "thoracic-spine", 0 },
    { PAL_VIEW_BACK, "lumbar-spine", PAL_DIRECTION_DOWN, "sacrum", 0 },
    { PAL_VIEW_LEFT, "itb-proximal", PAL_DIRECTION_DOWN, "itb-mid", 1 },
    { PAL_VIEW_LEFT, "itb-mid", PAL_DIRECTION_DOWN, "itb-distal", 1 },
    { PAL_VIEW_LEFT, "itb-mid", PAL_DIRECTION_LEFT, "vastus-lateralis", 1 },
    { PAL_VIEW_LEFT, "itb-mid", PAL_DIRECTION_RIGHT, "biceps-femoris", 1 },
    { PAL_VIEW_SOLES, "plantar-fascia", PAL_DIRECTION_UP, "forefoot", 1 },
    { PAL_VIEW_SOLES, "plantar-fascia", PAL_DIRECTION_DOWN, "heel", 1 },
    { PAL_VIEW_SOLES, "plantar-fascia", PAL_DIRECTION_LEFT, "plantar-fascia", 2 },
  };

  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const PalPlate *plate = pal_atlas_get_plate (atlas, figure, cases[i].view);
          const PalRegion *region = pal_atlas_find_region (atlas, cases[i].from);
          const PalShape *from =
              find (plate, cases[i].from, region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE);

          g_test_message ("%s %s", pal_figure_to_id (figure), cases[i].from);
          assert_is (pal_plate_get_neighbour (plate, from, cases[i].direction),
                     find (plate, cases[i].to, cases[i].to_side));
        }
    }
}

/* Left is the viewer's left, and up is towards the head, also where keys are led aside. */
static void
check_directions (const PalPlate *plate)
{
  guint n_wrong = 0;
  guint n = 0;

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *from = pal_plate_get_shape (plate, i);
      const PalShape *to[4];

      for (PalDirection d = PAL_DIRECTION_UP; d <= PAL_DIRECTION_RIGHT; d++)
        to[d] = pal_plate_get_neighbour (plate, from, d);
      n_wrong += to[0] != NULL && to[0]->bounds.y >= from->bounds.y + from->bounds.height;
      n_wrong += to[1] != NULL && to[1]->bounds.y + to[1]->bounds.height <= from->bounds.y;
      n_wrong += to[2] != NULL && to[2]->bounds.x >= from->bounds.x + from->bounds.width;
      n_wrong += to[3] != NULL && to[3]->bounds.x + to[3]->bounds.width <= from->bounds.x;
      for (guint d = 0; d < 4; d++)
        n += to[d] != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n, >, 2 * pal_plate_get_n_shapes (plate));
}

static void
test_directions (void)
{
  for_each_plate (check_directions);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/hit/labels", test_labels);
  g_test_add_func ("/atlas/hit/points", test_points);
  g_test_add_func ("/atlas/hit/strips", test_strips);
  g_test_add_func ("/atlas/hit/wide-keeps-its-ground", test_wide_keeps_its_ground);
  g_test_add_func ("/atlas/hit/deep", test_deep);
  g_test_add_func ("/atlas/hit/off-the-body", test_off_the_body);
  g_test_add_func ("/atlas/hit/list-against-naive", test_list_against_naive);
  g_test_add_func ("/atlas/neighbours/reachability", test_reachability);
  g_test_add_func ("/atlas/neighbours/no-rings", test_no_rings);
  g_test_add_func ("/atlas/neighbours/natural", test_natural_neighbours);
  g_test_add_func ("/atlas/neighbours/directions", test_directions);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
