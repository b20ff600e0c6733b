/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plates as pixels: the same as painted on the spot, painted once, and never too many of them. */

#include "config.h"

#include "draw/pal-body-paint.h"
#include "draw/pal-plate-image.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 20000

static void
ask_for (PalPlateAsk *ask, PalFigure figure, double scale, int factor)
{
  pal_plate_ask_init (ask, pal_atlas_get_plate (kit_get_atlas (), figure, PAL_VIEW_BACK),
                      pal_theme_get_light (), scale, factor, NULL);
}

static void
assert_same_pixels (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (a);
  gsize size = stride * (gsize) cairo_image_surface_get_height (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  g_assert_cmpuint (stride, ==, cairo_image_surface_get_stride (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  g_assert_cmpmem (cairo_image_surface_get_data (a), size, cairo_image_surface_get_data (b), size);
}

static void
test_as_painted (void)
{
  for (int factor = 1; factor <= 2; factor++)
    {
      PalPlateAsk ask;

      ask_for (&ask, PAL_FIGURE_FEMALE, 0.613, factor);
      PalPlateImage *image = pal_plate_image_get (&ask);
      cairo_surface_t *direct =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ask.width, ask.height);
      cairo_t *cr = cairo_create (direct);
      cairo_translate (cr, -ask.x, -ask.y);
      cairo_scale (cr, ask.scale * factor, ask.scale * factor);
      pal_body_paint_still (cr, ask.plate, ask.theme, ask.scale, PAL_PAINT_DEFAULT);
      cairo_destroy (cr);
      assert_same_pixels (image->ground, direct);
      cairo_surface_destroy (direct);
      pal_plate_image_unref (image);
    }
}

/* Whatever is painted lies within: a wider picture of the same has no more in it. */
static void
test_cuts_nothing (void)
{
  PalPlateAsk ask, wide;

  ask_for (&ask, PAL_FIGURE_MALE, 2.2, 1);
  wide = ask;
  wide.x -= 20;
  wide.y -= 20;
  wide.width += 40;
  wide.height += 40;
  PalPlateImage *image = pal_plate_image_get (&wide);
  guint n_outside = 0;
  cairo_surface_t *layers[] = { image->ground, image->lines };
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (int y = 0; y < wide.height; y++)
      for (int x = 0; x < wide.width; x++)
        {
          const guint8 *pixel = cairo_image_surface_get_data (layers[i]) +
                                (gsize) y * (gsize) cairo_image_surface_get_stride (layers[i]) +
                                (gsize) x * 4;
          gboolean inside = x >= 20 && y >= 20 && x < 20 + ask.width && y < 20 + ask.height;

          n_outside += !inside && pixel[3] > 0;
        }
  g_assert_cmpuint (n_outside, ==, 0);
  pal_plate_image_unref (image);
}

static void
test_painted_once (void)
{
  PalPlateAsk ask, other;

  pal_plate_image_clear ();
  ask_for (&ask, PAL_FIGURE_NEUTRAL, 0.5, 1);
  g_assert_false (pal_plate_image_is_ready (&ask));
  PalPlateImage *first = pal_plate_image_get (&ask);
  g_assert_true (pal_plate_image_is_ready (&ask));
  PalPlateImage *again = pal_plate_image_get (&ask);
  g_assert_true (first == again);

  other = ask;
  other.theme = pal_theme_get_dark ();
  g_assert_false (pal_plate_image_is_ready (&other));
  ask_for (&other, PAL_FIGURE_MALE, 0.5, 1);
  g_assert_false (pal_plate_image_is_ready (&other));
  ask_for (&other, PAL_FIGURE_NEUTRAL, 0.5, 2);
  g_assert_false (pal_plate_image_is_ready (&other));
  pal_plate_image_unref (again);
  pal_plate_image_unref (first);
}

/* One pixel a figure unit takes up over 3 MB: more than can be kept. Those in use stay whole. */
static void
test_bounded (void)
{
  PalPlateAsk ask;

  pal_plate_image_clear ();
  ask_for (&ask, PAL_FIGURE_NEUTRAL, 1, 1);
  PalPlateImage *held = pal_plate_image_get (&ask);
  for (guint i = 1; i < 40; i++)
    {
      PalPlateAsk next;

      ask_for (&next, PAL_FIGURE_NEUTRAL, 1 + i * 0.001, 1);
      pal_plate_image_unref (pal_plate_image_get (&next));
      g_assert_cmpuint (pal_plate_image_get_bytes (), <=, PAL_PLATE_IMAGE_BYTES);
    }
  g_assert_cmpuint (pal_plate_image_get_bytes (), >, PAL_PLATE_IMAGE_BYTES / 2);
  g_assert_false (pal_plate_image_is_ready (&ask));
  g_assert_cmpint (cairo_image_surface_get_width (held->ground), ==, ask.width);
  pal_plate_image_unref (held);
  pal_plate_image_clear ();
  g_assert_cmpuint (pal_plate_image_get_bytes (), ==, 0);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(int *) data = pal_plate_image_prepare_finish (result, &error) ? 1 : 2;
}

static gboolean
is_set (gpointer data)
{
  return *(int *) data != 0;
}

static void
test_prepared (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PalPlateAsk ask;
  int done = 0;

  pal_plate_image_clear ();
  ask_for (&ask, PAL_FIGURE_FEMALE, 0.7, 1);
  PalTheme theme = *ask.theme;
  ask.theme = &theme;
  pal_plate_image_prepare_async (kit_get_atlas (), &ask, 1, NULL, finished_cb, &done);
  memset (&theme, 0, sizeof theme); /* its own is the thread's */
  g_assert_true (kit_wait_until (is_set, &done, WAIT_MS));
  g_assert_cmpint (done, ==, 1);
  ask.theme = pal_theme_get_light ();
  g_assert_true (pal_plate_image_is_ready (&ask));

  done = 0;
  g_cancellable_cancel (cancellable);
  pal_plate_image_prepare_async (kit_get_atlas (), &ask, 1, cancellable, finished_cb, &done);
  g_assert_true (kit_wait_until (is_set, &done, WAIT_MS));
  g_assert_cmpint (done, ==, 2);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/draw/plate-image/as-painted", test_as_painted);
  g_test_add_func ("/draw/plate-image/cuts-nothing", test_cuts_nothing);
  g_test_add_func ("/draw/plate-image/painted-once", test_painted_once);
  g_test_add_func ("/draw/plate-image/bounded", test_bounded);
  g_test_add_func ("/draw/plate-image/prepared", test_prepared);
  return g_test_run ();
}
