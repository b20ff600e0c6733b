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
  g_autoptr (PalClientFile) file = kit_busy_client_new (N_VISITS);
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
