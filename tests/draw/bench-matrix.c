/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one frame of the matrix costs while 500 visits of 150 rows are scrolled sideways: all that
 * is in sight of a window of 1100 × 800 painted anew. Prints processor time; asserts nothing. */

#include "config.h"

#include <time.h>

#include "draw/pal-matrix-paint.h"
#include "kit.h"

#define N_VISITS 500
#define WIDTH 1100
#define HEIGHT 800
#define FRAMES 100

/* Marks on all of the body, so that every region has its rows. */
static PalClientFile *
create_file (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (N_VISITS);
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);
  const guint n_regions = pal_atlas_get_n_regions (kit_get_atlas ());
  for (guint i = 0; i < N_VISITS; i++)
    {
      PalVisit *visit = pal_visit_new (client->id, (PalTime) i * 7 * 86400);
      g_clear_pointer (&visit->examined, g_strfreev);
      for (guint j = 0; j < 25; j++)
        {
          const PalRegion *region =
              pal_atlas_get_region (kit_get_atlas (),
                                    (guint) g_rand_int_range (random, 0, (int) n_regions));
          const PalSide side = !region->paired           ? PAL_SIDE_MIDLINE
                               : g_rand_boolean (random) ? PAL_SIDE_LEFT
                                                         : PAL_SIDE_RIGHT;
          g_ptr_array_add (visit->marks, pal_mark_new (region->id, side, "tight",
                                                       g_rand_int_range (random, 1, 4)));
        }
      g_ptr_array_add (file->visits, visit);
    }
  return file;
}

static double
get_cpu_ms (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
measure_frames (const PalMatrixSheet *sheet, PalMatrixGeometry *geometry)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guint last = (guint) pal_matrix_sheet_find_at (sheet, HEIGHT - PAL_MATRIX_HEAD_HEIGHT);
  const double start = get_cpu_ms ();
  for (guint i = 0; i < FRAMES; i++)
    {
      geometry->offset = i * geometry->cell_width / 3;
      pal_colour_set (cr, &pal_theme_get_light ()->ground);
      cairo_paint (cr);
      pal_matrix_paint_head (cr, sheet, geometry, pal_theme_get_light ());
      pal_matrix_paint_lines (cr, sheet, geometry, pal_theme_get_light (), 0, last);
    }
  const double ms = (get_cpu_ms () - start) / FRAMES;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ms;
}

int
main (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  const double start = get_cpu_ms ();
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), NULL);
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  const PalMatrixQuery query = { .scope = PAL_HEAT_ALL };
  g_autoptr (PalMatrixSheet) sheet =
      pal_matrix_sheet_new (insights, matrix, kit_get_atlas (), &query);
  g_print ("%u visits, %u lines: %.1f ms to work out\n", sheet->n_visits, sheet->lines->len,
           get_cpu_ms () - start);

  PalMatrixGeometry geometry = pal_matrix_measure (sheet, WIDTH, FALSE);
  measure_frames (sheet, &geometry);
  g_print ("a frame while scrolling: %.1f ms\n", measure_frames (sheet, &geometry));
  return 0;
}
