/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the comparing of pictures can fail: one that never sees a difference proves nothing. */

#include "config.h"

#include "picture-kit.h"

#define SIZE 200

static cairo_surface_t *
paint_square (int size, double grey, double x, double side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, x, 20, side, side);
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static PictureDifference
measure (cairo_surface_t *a, cairo_surface_t *b)
{
  PictureDifference difference = picture_kit_measure (a, b);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return difference;
}

static void
test_same (void)
{
  PictureDifference same =
      measure (paint_square (SIZE, 0.2, 20, 50), paint_square (SIZE, 0.2, 20, 50));

  g_assert_true (same.same_size);
  g_assert_cmpuint (same.worst, ==, 0);
  g_assert_cmpfloat (same.beyond, ==, 0);
  g_assert_true (picture_kit_is_same (&same));
}

/* A square of 10 × 10 in 200 × 200 is 0.25 % of it: a small mark that went missing is seen. */
static void
test_small_mark_missing (void)
{
  PictureDifference missing =
      measure (paint_square (SIZE, 0.2, 20, 10), paint_square (SIZE, 1, 20, 10));

  g_assert_cmpuint (missing.worst, ==, 204);
  g_assert_cmpfloat_with_epsilon (missing.beyond, 0.0025, 1e-9);
  g_assert_false (picture_kit_is_same (&missing));
}

/* A sheet as wide as all views: 10 × 10 is far less than the share, but all in one place. */
static void
test_small_mark_missing_on_sheet (void)
{
  PictureDifference missing =
      measure (paint_square (800, 0.2, 70, 10), paint_square (800, 1, 70, 10));

  g_assert_cmpfloat (missing.beyond, <, PICTURE_KIT_MAX_BEYOND);
  g_assert_false (picture_kit_is_same (&missing));
}

static void
test_moved (void)
{
  PictureDifference moved =
      measure (paint_square (SIZE, 0.2, 20, 50), paint_square (SIZE, 0.2, 21, 50));

  /* Two columns of 50 pixels. */
  g_assert_cmpfloat_with_epsilon (moved.beyond, 0.0025, 1e-9);
}

static void
test_rounding_forgiven (void)
{
  PictureDifference within =
      measure (paint_square (SIZE, 100 / 255.0, 20, 50), paint_square (SIZE, 108 / 255.0, 20, 50));
  PictureDifference beyond =
      measure (paint_square (SIZE, 100 / 255.0, 20, 50), paint_square (SIZE, 109 / 255.0, 20, 50));

  g_assert_cmpuint (within.worst, ==, 8);
  g_assert_cmpfloat (within.beyond, ==, 0);
  g_assert_cmpuint (beyond.worst, ==, 9);
  g_assert_cmpfloat_with_epsilon (beyond.beyond, 0.0625, 1e-9);
}

static void
test_other_size (void)
{
  PictureDifference other =
      measure (paint_square (SIZE, 0.2, 20, 50), paint_square (SIZE + 1, 0.2, 20, 50));

  g_assert_false (other.same_size);
  g_assert_cmpfloat (other.beyond, ==, 1);
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  g_test_add_func ("/draw/picture-kit/same", test_same);
  g_test_add_func ("/draw/picture-kit/small-mark-missing", test_small_mark_missing);
  g_test_add_func ("/draw/picture-kit/small-mark-missing-on-sheet",
                   test_small_mark_missing_on_sheet);
  g_test_add_func ("/draw/picture-kit/moved", test_moved);
  g_test_add_func ("/draw/picture-kit/rounding-forgiven", test_rounding_forgiven);
  g_test_add_func ("/draw/picture-kit/other-size", test_other_size);
  return g_test_run ();
}
