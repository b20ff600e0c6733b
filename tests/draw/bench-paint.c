/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long painting takes on this machine: all four views with 30 marks at 1280 × 720, the first
 * time and again; one region; one thumbnail. Prints processor time; asserts nothing. */

#include "config.h"

#include <time.h>

#include "draw/pal-body-paint.h"

#define WIDTH 1280
#define HEIGHT 720
#define N_VIEWS 4

typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalBodyMap *map;
  const PalTheme *theme;
  cairo_antialias_t antialias;
} Bench;

static double
get_cpu_ms (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static cairo_t *
begin (Bench *self, cairo_surface_t **surface, int width, int height)
{
  cairo_t *cr;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (*surface);
  cairo_set_antialias (cr, self->antialias);
  cairo_set_tolerance (cr, self->antialias == CAIRO_ANTIALIAS_FAST ? 0.5 : 0.1);
  pal_colour_set (cr, &self->theme->ground);
  cairo_paint (cr);
  return cr;
}

static void
end (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
place_view (Bench *self, cairo_t *cr, guint i, const PalPlate **plate)
{
  static const PalView views[] = { PAL_VIEW_RIGHT, PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT };
  cairo_matrix_t matrix;
  PalRect bounds;
  double scale;

  *plate = pal_atlas_get_plate (self->atlas, PAL_FIGURE_NEUTRAL, views[i]);
  bounds = pal_plate_get_bounds (*plate);
  scale = pal_body_fit (&bounds, i * WIDTH / (double) N_VIEWS, 0, WIDTH / (double) N_VIEWS, HEIGHT,
                        &matrix);
  cairo_transform (cr, &matrix);
  return scale;
}

static double
time_all (Bench *self, gboolean with_still)
{
  cairo_surface_t *surface;
  cairo_t *cr = begin (self, &surface, WIDTH, HEIGHT);
  double start = get_cpu_ms (), taken;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      const PalPlate *plate;
      double scale;
      cairo_save (cr);
      scale = place_view (self, cr, i, &plate);
      if (with_still)
        pal_body_paint_still (cr, plate, self->theme, scale, PAL_PAINT_LETTERS);
      else
        pal_body_paint (cr, plate, self->map, self->vocabulary, self->theme, scale,
                        PAL_PAINT_LETTERS);
      cairo_restore (cr);
    }
  taken = get_cpu_ms () - start;
  end (cr, surface);
  return taken;
}

static double
time_region (Bench *self)
{
  cairo_surface_t *surface;
  cairo_t *cr = begin (self, &surface, WIDTH, HEIGHT);
  const PalPlate *plate;
  double scale = place_view (self, cr, 2, &plate), start;
  const PalRegion *region = pal_atlas_find_region (self->atlas, "latissimus-dorsi");
  const PalShape *shape = pal_plate_find_shape (plate, region, PAL_SIDE_LEFT);
  PalRegionLook look = { .severity = 3, .after = 1, .ghost = 2, .frequency = -1, .kinds = 6 };

  start = get_cpu_ms ();
  for (guint i = 0; i < 100; i++)
    pal_body_paint_region (cr, shape, &look, PAL_MAP_VISIT, self->vocabulary, self->theme, scale,
                           PAL_PAINT_DEFAULT);
  start = (get_cpu_ms () - start) / 100;
  end (cr, surface);
  return start;
}

static double
time_thumbnail (Bench *self)
{
  cairo_surface_t *surface;
  cairo_t *cr = begin (self, &surface, 48, 90);
  double start = get_cpu_ms ();
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, PAL_FIGURE_NEUTRAL, PAL_VIEW_BACK);

  cairo_scale (cr, 0.09, 0.09);
  for (guint i = 0; i < 100; i++)
    pal_body_paint (cr, plate, self->map, self->vocabulary, self->theme, 0.09, PAL_PAINT_THUMBNAIL);
  start = (get_cpu_ms () - start) / 100;
  end (cr, surface);
  return start;
}

static double
get_best (double (*measure) (Bench *, gboolean), Bench *self, gboolean flag)
{
  double best = G_MAXDOUBLE;
  for (guint i = 0; i < 15; i++)
    best = MIN (best, measure (self, flag));
  return best;
}

static void
mark_thirty (Bench *self)
{
  for (guint i = 0; i < 30; i++)
    {
      const PalRegion *region = pal_atlas_get_region (self->atlas, i * 2 + 7);
      PalSide side = region->paired ? (i % 2 ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT) : PAL_SIDE_MIDLINE;
      PalRegionLook *look = pal_body_map_edit (self->map, region, side);
      look->severity = 1 + i % 3;
      look->after = i % 4 == 0 ? 0 : PAL_UNSET;
      look->kinds = i % 5 == 0 ? 2 : 1;
    }
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  Bench bench = { .theme = pal_theme_get_light (), .antialias = CAIRO_ANTIALIAS_DEFAULT };

  bench.atlas = pal_atlas_new (&error);
  g_assert_no_error (error);
  bench.vocabulary = pal_vocabulary_new (&error);
  g_assert_no_error (error);
  bench.map = pal_body_map_new (bench.atlas);
  pal_body_map_set_mode (bench.map, PAL_MAP_VISIT);
  mark_thirty (&bench);

  g_print ("four views, 30 marks, %d x %d, ms of processor time\n", WIDTH, HEIGHT);
  g_print ("  first paint, relief and fonts cold  %6.2f\n", time_all (&bench, FALSE));
  g_print ("  all                                 %6.2f\n", get_best (time_all, &bench, FALSE));
  g_print ("  still layer alone                   %6.2f\n", get_best (time_all, &bench, TRUE));
  bench.antialias = CAIRO_ANTIALIAS_FAST;
  g_print ("  all, fast, as while zooming         %6.2f\n", get_best (time_all, &bench, FALSE));
  bench.antialias = CAIRO_ANTIALIAS_DEFAULT;
  g_print ("one region with everything on it      %6.2f\n", time_region (&bench));
  g_print ("one thumbnail, 90 pixels              %6.2f\n", time_thumbnail (&bench));

  pal_body_map_free (bench.map);
  pal_vocabulary_unref (bench.vocabulary);
  pal_atlas_unref (bench.atlas);
  return 0;
}
