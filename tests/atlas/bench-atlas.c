/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a hit, a search and loading take, beside what they may take. Prints a table; fails when
 * a bar is missed by ten times, which no busy machine explains. */

#define G_LOG_DOMAIN "bench-atlas"

#include "config.h"

#include "atlas/pal-atlas-check.h"
#include "atlas/pal-plate.h"
#include "atlas/pal-search.h"

#include <locale.h>
#include <time.h>

#define N_HITS 20000
#define N_ROUNDS 200

static gboolean all_passed = TRUE;

/* Of this program alone, so that what else the machine does hardly counts. */
static double
get_cpu_us (void)
{
  return (double) clock () * 1e6 / CLOCKS_PER_SEC;
}

static void
report (const char *what, double us, double bar_us)
{
  gboolean passed = us <= bar_us;

  all_passed = all_passed && us <= 10 * bar_us;
  g_print ("%-52s %10.1f µs   ≤ %.0f µs   %s\n", what, us, bar_us, passed ? "ok" : "MISSED");
}

static void
bench_hits (PalAtlas *atlas, double slop, const char *what)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double spent = 0;
  guint n_hit = 0;

  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_SOLES; view++)
    {
      const PalPlate *plate = pal_atlas_get_plate (atlas, PAL_FIGURE_NEUTRAL, view);
      PalRect box = pal_plate_get_bounds (plate);
      double start = get_cpu_us ();

      for (guint i = 0; i < N_HITS; i++)
        n_hit += pal_plate_hit (plate, box.x + g_rand_double (rand) * box.width,
                                box.y + g_rand_double (rand) * box.height, slop) != NULL;
      spent += get_cpu_us () - start;
    }
  g_assert_cmpuint (n_hit, >, 0);
  report (what, spent / (4 * N_HITS), 20);
}

static void
bench_search (PalAtlas *atlas)
{
  static const char *const words[] = { "calf",         "it band",  "pirifromis",
                                       "gastroc med",  "s",        "outer edge of the foot",
                                       "shin splints", "quadratis" };
  double start = get_cpu_us ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        g_array_unref (pal_atlas_search (atlas, words[j], 10));
    }
  report ("search, ten results", (get_cpu_us () - start) / (N_ROUNDS * G_N_ELEMENTS (words)), 1000);
}

static void
bench_loading (void)
{
  double start = get_cpu_us ();

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (PalAtlas) atlas = pal_atlas_new (NULL);

      g_assert_nonnull (atlas);
    }
  report ("loading the atlas", (get_cpu_us () - start) / 5, 50000);
}

static void
bench_neighbours (PalAtlas *atlas)
{
  const PalPlate *plate = pal_atlas_get_plate (atlas, PAL_FIGURE_MALE, PAL_VIEW_BACK);
  double start = get_cpu_us ();

  pal_plate_get_neighbour (plate, pal_plate_get_shape (plate, 0), PAL_DIRECTION_DOWN);
  report ("the first arrow key on a plate", (get_cpu_us () - start), 16000);
}

static void
bench_check (PalAtlas *atlas)
{
  double start = get_cpu_us ();

  g_ptr_array_unref (pal_atlas_check (atlas));
  report ("all checks of all figures", (get_cpu_us () - start), 3e6);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bench_loading ();

  g_autoptr (PalAtlas) atlas = pal_atlas_new (NULL);
  g_assert_nonnull (atlas);
  bench_hits (atlas, 0, "hit, exact");
  bench_hits (atlas, 12, "hit, slop of a mouse (12 units)");
  bench_hits (atlas, 29, "hit, slop of a finger (29 units)");
  bench_search (atlas);
  bench_neighbours (atlas);
  bench_check (atlas);

  return all_passed ? 0 : 1;
}
