/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What scrolling the Insights page of a client of 500 visits and 150 rows costs in a real window:
 * processor time of this program for a frame, from before-paint to after-paint, sideways through
 * the visits and down through the rows. tests/draw/bench-matrix.c measures the painting alone.
 * Fails when a frame of 60 a second is missed by ten times. */

#define G_LOG_DOMAIN "bench-matrix-scroll"

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-insights-page.h"
#include "app/pal-matrix-grid.h"

#define N_VISITS 500
#define WIDTH 1280
#define HEIGHT 800
#define N_FRAMES 100
#define FRAME_MS 16.7
#define WAIT_MS 5000

typedef struct
{
  double begin;
  GArray *frames; /* double: milliseconds */
} Frames;

static double
get_ms (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->begin = get_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  const double ms = get_ms () - frames->begin;
  g_array_append_val (frames->frames, ms);
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
has_frame (gpointer data)
{
  return ((Frames *) data)->frames->len > 0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

/* Moves a third of a cell, or a line, at a time, as a finger does, and waits for each frame. */
static gboolean
scroll (const char *what, GtkAdjustment *adjustment, double from, double step, Frames *frames)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_adjustment_set_value (adjustment, from);
  kit_wait_until (never, NULL, 300);
  for (guint i = 1; i <= N_FRAMES; i++)
    {
      g_array_set_size (frames->frames, 0);
      const double start = get_ms ();
      gtk_adjustment_set_value (adjustment, from + i * step);
      if (!kit_wait_until (has_frame, frames, WAIT_MS))
        break; /* the end was reached */
      const double ms = get_ms () - start;
      g_array_append_val (all, ms);
    }
  g_array_sort (all, compare_doubles);
  if (all->len == 0)
    return FALSE;
  const double p50 = g_array_index (all, double, all->len / 2);
  const double p95 = g_array_index (all, double, all->len * 95 / 100);
  g_print ("%-28s %8.2f %8.2f %5u\n", what, p50, p95, all->len);
  return p50 <= 10 * FRAME_MS;
}

int
main (int argc, char *argv[])
{
  Frames frames = { 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  gboolean passed;

  g_assert_nonnull (kit_get_atlas ());
  adw_init ();
  pal_app_init ();
  AppBench *bench = app_bench_new (0);
  PalClientFile *file = kit_busy_client_new (N_VISITS);
  g_autofree char *id = g_strdup (file->client->id);
  app_bench_take (bench, file);
  pal_workbench_open_client (bench->bench, id);

  GtkWidget *page = pal_insights_page_new (bench->bench);
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), page);
  const double start = get_ms ();
  gtk_window_present (GTK_WINDOW (window));
  kit_wait_until (never, NULL, 1000);
  g_print ("opened in %.0f ms of processor time\n", get_ms () - start);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);

  GtkWidget *grid = app_find (page, PAL_TYPE_MATRIX_GRID, NULL, NULL);
  GtkWidget *scroller = gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW);
  g_print ("%-28s %8s %8s %5s  (ms of processor time)\n", "", "p50", "p95", "n");
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (down, 300);
  passed = scroll ("sideways through the visits",
                   pal_matrix_grid_get_adjustment (PAL_MATRIX_GRID (grid)), 100, 9, &frames);
  passed = scroll ("down through the rows", down, 300, 17, &frames) && passed;
  passed = scroll ("past a heat map of all rows", down, gtk_widget_get_height (grid) - HEIGHT / 2.0,
                   6, &frames) &&
           passed;

  gtk_window_destroy (GTK_WINDOW (window));
  app_bench_free (bench);
  g_array_unref (frames.frames);
  return passed ? 0 : 1;
}
