/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing pictures pixel by pixel. See picture-kit.h for the rules. */

#define G_LOG_DOMAIN "kit"

#include "config.h"

#include "picture-kit.h"
#include "tests/kit/kit-start.h"

#include <stdlib.h>

#define AMPLIFY 8

void
picture_kit_init (int *argc, char ***argv)
{
  g_autofree char *fonts = NULL;

  kit_start (argc, argv);
  fonts = g_test_build_filename (G_TEST_DIST, "draw", "fonts.conf", NULL);
  g_assert_true (g_file_test (fonts, G_FILE_TEST_IS_REGULAR));
  g_setenv ("FONTCONFIG_FILE", fonts, TRUE);
}

/* Every picture in one format, on white: how it is stored must not count. */
static cairo_surface_t *
flatten (cairo_surface_t *surface)
{
  cairo_surface_t *flat =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (surface),
                                  cairo_image_surface_get_height (surface));
  cairo_t *cr = cairo_create (flat);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (flat);
  g_assert_cmpint (cairo_surface_status (flat), ==, CAIRO_STATUS_SUCCESS);
  return flat;
}

static guint8 *
get_row (cairo_surface_t *surface, int y)
{
  return cairo_image_surface_get_data (surface) +
         (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
}

/* The greatest difference of a channel at a pixel; @image, when there is one, takes it amplified.
 */
static guint
compare_pixel (cairo_surface_t *a, cairo_surface_t *b, int x, int y, cairo_surface_t *image)
{
  const guint8 *pixel_a = get_row (a, y) + 4 * x, *pixel_b = get_row (b, y) + 4 * x;
  guint most = 0;

  for (int channel = 0; channel < 4; channel++)
    {
      guint apart = (guint) abs (pixel_a[channel] - pixel_b[channel]);

      /* The fourth byte of a pixel holds nothing; which one it is depends on the machine. */
      if (channel == (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0))
        continue;
      most = MAX (most, apart);
      if (image != NULL)
        get_row (image, y)[4 * x + channel] = (guint8) MIN (apart * AMPLIFY, 255);
    }
  return most;
}

/* Compares one square of two flat pictures. Returns: how many pixels lie beyond the tolerance. */
static guint
compare_tile (
    cairo_surface_t *a, cairo_surface_t *b, int left, int top, cairo_surface_t *image, guint *worst)
{
  int right = MIN (left + PICTURE_KIT_TILE, cairo_image_surface_get_width (a));
  int bottom = MIN (top + PICTURE_KIT_TILE, cairo_image_surface_get_height (a));
  guint beyond = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        guint most = compare_pixel (a, b, x, y, image);

        beyond += most > PICTURE_KIT_TOLERANCE;
        *worst = MAX (*worst, most);
      }
  return beyond;
}

static PictureDifference
compare_flat (cairo_surface_t *a, cairo_surface_t *b, cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  PictureDifference difference = { .same_size = TRUE };
  guint sum = 0, most = 0;

  for (int top = 0; top < height; top += PICTURE_KIT_TILE)
    for (int left = 0; left < width; left += PICTURE_KIT_TILE)
      {
        guint beyond = compare_tile (a, b, left, top, image, &difference.worst);

        sum += beyond;
        most = MAX (most, beyond);
      }
  difference.beyond = sum / MAX ((double) width * height, 1);
  difference.beyond_in_tile = most / (double) (PICTURE_KIT_TILE * PICTURE_KIT_TILE);
  return difference;
}

gboolean
picture_kit_is_same (const PictureDifference *difference)
{
  return difference->same_size && difference->beyond <= PICTURE_KIT_MAX_BEYOND &&
         difference->beyond_in_tile <= PICTURE_KIT_MAX_IN_TILE;
}

static gboolean
is_same_size (cairo_surface_t *a, cairo_surface_t *b)
{
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b);
}

PictureDifference
picture_kit_measure (cairo_surface_t *a, cairo_surface_t *b)
{
  PictureDifference difference = { .beyond = 1, .beyond_in_tile = 1, .worst = 255 };
  cairo_surface_t *flat_a, *flat_b;

  if (!is_same_size (a, b))
    return difference;
  flat_a = flatten (a);
  flat_b = flatten (b);
  difference = compare_flat (flat_a, flat_b, NULL);
  cairo_surface_destroy (flat_a);
  cairo_surface_destroy (flat_b);
  return difference;
}

static void
write_png (cairo_surface_t *surface, const char *path)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (status));
}

/* Returns: (transfer full): where the pictures of a failure go */
static char *
write_failure (cairo_surface_t *painted, cairo_surface_t *stored, const char *name)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_BUILT, "draw", "different-pictures", NULL);
  g_autofree char *result = g_strdup_printf ("%s/%s.png", folder, name);
  g_autofree char *apart = g_strdup_printf ("%s/%s-difference.png", folder, name);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  write_png (painted, result);
  if (stored != NULL && is_same_size (painted, stored))
    {
      cairo_surface_t *image = flatten (painted);
      compare_flat (painted, stored, image);
      cairo_surface_mark_dirty (image);
      write_png (image, apart);
      cairo_surface_destroy (image);
    }
  return g_steal_pointer (&result);
}

static void
compare_stored (cairo_surface_t *painted, const char *path, const char *name)
{
  cairo_surface_t *file = cairo_image_surface_create_from_png (path);
  g_autofree char *where = NULL;
  cairo_surface_t *stored;
  PictureDifference difference;

  if (cairo_surface_status (file) != CAIRO_STATUS_SUCCESS)
    {
      where = write_failure (painted, NULL, name);
      g_test_message ("There is no stored picture %s; the new one is %s", path, where);
      g_test_fail ();
      cairo_surface_destroy (file);
      return;
    }
  stored = flatten (file);
  difference = picture_kit_measure (painted, stored);
  if (!picture_kit_is_same (&difference))
    {
      where = write_failure (painted, stored, name);
      g_test_message (
          "%s: %s, %.2f %% of the pixels differ (%.1f %% of the worst square), by up to "
          "%u of 255; see %s and the difference beside it",
          name, difference.same_size ? "same size" : "another size", 100 * difference.beyond,
          100 * difference.beyond_in_tile, difference.worst, where);
      g_test_fail ();
    }
  cairo_surface_destroy (stored);
  cairo_surface_destroy (file);
}

void
picture_kit_compare (cairo_surface_t *surface, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "draw", "pictures", file, NULL);
  cairo_surface_t *painted = flatten (surface);

  if (g_strcmp0 (g_getenv ("PALPATE_RECORD_PICTURES"), "1") == 0)
    {
      write_png (painted, path);
      g_test_message ("Stored %s", path);
    }
  else
    compare_stored (painted, path, name);
  cairo_surface_destroy (painted);
}
