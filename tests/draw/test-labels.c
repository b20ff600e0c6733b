/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names beside the figure: every one asked for is there, no two lie over each other, no two lines
 * cross, whatever the figure, the view and the part of it that is shown. */

#include "config.h"

#include <math.h>

#include "kit.h"
#include "picture-kit.h"

#include "draw/pal-labels.h"

#define LINE 13.0

static const PalLabel *
get (GArray *labels, guint i)
{
  return &g_array_index (labels, PalLabel, i);
}

static double
get_end (const PalLabel *label)
{
  return label->box.x + (label->at_left ? label->box.width : 0);
}

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

static gboolean
cross (const PalLabel *a, const PalLabel *b)
{
  double ax = get_end (a), ay = a->box.y + a->box.height / 2;
  double bx = get_end (b), by = b->box.y + b->box.height / 2;

  return turn (a->x, a->y, ax, ay, b->x, b->y) * turn (a->x, a->y, ax, ay, bx, by) < -1e-6 &&
         turn (b->x, b->y, bx, by, a->x, a->y) * turn (b->x, b->y, bx, by, ax, ay) < -1e-6;
}

static gboolean
overlap (const PalRect *a, const PalRect *b)
{
  const double e = 1e-6;

  return a->x + a->width > b->x + e && b->x + b->width > a->x + e && a->y + a->height > b->y + e &&
         b->y + b->height > a->y + e;
}

static void
assert_legible (GArray *labels, const PalRect *room)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const PalLabel *label = get (labels, i);

      g_assert_cmpfloat (label->box.x, >=, room->x - 1e-6);
      g_assert_cmpfloat (label->box.y, >=, room->y - 1e-6);
      g_assert_cmpfloat (label->box.x + label->box.width, <=, room->x + room->width + 1e-6);
      g_assert_cmpfloat (label->box.y + label->box.height, <=, room->y + room->height + 1e-6);
      for (guint j = 0; j < i; j++)
        {
          const PalLabel *other = get (labels, j);

          if (overlap (&label->box, &other->box))
            g_error ("“%s” lies over “%s”", label->words, other->words);
          if (cross (label, other))
            g_error ("the lines of “%s” and “%s” cross", label->words, other->words);
        }
    }
}

/* All shapes of a view that lie within @room of a picture @scale pixels a unit. */
static GArray *
collect (const PalPlate *plate, double scale, const PalRect *room)
{
  GArray *labels = pal_labels_new ();

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      double x = shape->label_x * scale, y = shape->label_y * scale;

      if (x < room->x || y < room->y || x > room->x + room->width || y > room->y + room->height)
        continue;
      pal_labels_add (labels, pal_region_dup_short_label (shape->region, shape->side), x, y, 0,
                      TRUE);
      g_array_index (labels, PalLabel, labels->len - 1).width =
          6.0 * g_utf8_strlen (get (labels, labels->len - 1)->words, -1);
    }
  return labels;
}

/* Each view of each figure whole and in eight parts of growing zoom, 1000 pixels tall. */
static void
test_every_view_at_any_zoom (void)
{
  for (PalFigure figure = 0; figure < PAL_FIGURE_N; figure++)
    for (PalView view = 0; view < PAL_VIEW_N; view++)
      for (guint step = 0; step < 9; step++)
        {
          const PalPlate *plate = pal_atlas_get_plate (kit_get_atlas (), figure, view);
          PalRect bounds = pal_plate_get_bounds (plate);
          double scale = 1 + step;
          PalRect room = { bounds.x * scale - 60, (bounds.y + bounds.height * step / 12) * scale,
                           bounds.width * scale / (1 + step * 0.5) + 120, 1000 };
          g_autoptr (GArray) labels = collect (plate, scale, &room);
          guint n = labels->len;

          g_assert_cmpfloat (pal_labels_fit (labels, &room, LINE), ==, LINE);
          g_assert_cmpuint (labels->len, ==, n);
          assert_legible (labels, &room);
        }
}

/* Points without any order, from a crowd in one corner to a column that is just full. */
static void
test_random_points (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
  PalRect room = { -200, 50, 400, 25 * LINE };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GArray) labels = pal_labels_new ();
      guint n = (guint) g_rand_int_range (rand, 1, 51);
      double reach = g_rand_double_range (rand, 0.02, 1);

      for (guint i = 0; i < n; i++)
        {
          pal_labels_add (labels, g_strdup_printf ("%u", i),
                          room.x + room.width * reach * g_rand_double (rand),
                          room.y + room.height * reach * g_rand_double (rand), 0, TRUE);
          g_array_index (labels, PalLabel, i).width = g_rand_double_range (rand, 5, 260);
        }
      g_assert_true (pal_labels_arrange (labels, &room, LINE));
      assert_legible (labels, &room);
    }
}

/* With room enough a name stands at the height of its region. */
static void
test_at_its_height (void)
{
  g_autoptr (GArray) labels = pal_labels_new ();
  PalRect room = { 0, 0, 300, 300 };

  pal_labels_add (labels, g_strdup ("left"), 100, 80, 0, TRUE);
  pal_labels_add (labels, g_strdup ("right"), 200, 220, 0, TRUE);
  g_assert_true (pal_labels_arrange (labels, &room, 20));
  g_assert_true (get (labels, 0)->at_left);
  g_assert_false (get (labels, 1)->at_left);
  g_assert_cmpfloat (get (labels, 0)->box.y, ==, 70);
  g_assert_cmpfloat (get (labels, 1)->box.y, ==, 210);
}

/* Too many: names of marks stay, the others go; too many of those are not placed. */
static void
test_too_many (void)
{
  g_autoptr (GArray) labels = pal_labels_new ();
  PalRect room = { 0, 0, 300, 100 };

  for (guint i = 0; i < 24; i++)
    pal_labels_add (labels, g_strdup_printf ("%u", i), 10 * i, 50, 0, i % 3 == 0);
  g_assert_false (pal_labels_arrange (labels, &room, 20));
  g_assert_cmpfloat (pal_labels_fit (labels, &room, 20), ==, 20);
  g_assert_cmpuint (labels->len, ==, 10);
  for (guint i = 0, strong = 0; i < labels->len; i++)
    {
      strong += get (labels, i)->strong;
      if (i + 1 == labels->len)
        g_assert_cmpuint (strong, ==, 8);
    }
  assert_legible (labels, &room);
  for (guint i = 0; i < 40; i++)
    pal_labels_add (labels, g_strdup ("x"), i, i, 0, TRUE);
  g_assert_cmpfloat (pal_labels_fit (labels, &room, 20), ==, 0);
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  g_test_add_func ("/draw/labels/every-view-at-any-zoom", test_every_view_at_any_zoom);
  g_test_add_func ("/draw/labels/random-points", test_random_points);
  g_test_add_func ("/draw/labels/at-its-height", test_at_its_height);
  g_test_add_func ("/draw/labels/too-many", test_too_many);
  return g_test_run ();
}
