/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What insights cost in CPU time: one client of 500 visits, and many of 50 visits one by one. */

#include "config.h"

#include <time.h>

#include "insight/pal-insight.h"
#include "kit.h"

#define LIMIT_MS 10.0
#define MANY 500

static const char *const kinds[] = { "tight", "pain", "trigger-point" };

/* Some twenty-five marks a visit, most of them in the same places as ever. */
static PalClientFile *
create_file (guint n_visits)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_visits);
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);
  const guint n_regions = pal_atlas_get_n_regions (kit_get_atlas ());

  for (guint i = 0; i < n_visits; i++)
    {
      PalVisit *visit = pal_visit_new (client->id, (PalTime) i * 7 * 86400);
      g_clear_pointer (&visit->examined, g_strfreev);
      for (guint j = 0; j < 25; j++)
        {
          const guint index = j < 15 ? j * 5 : (guint) g_rand_int_range (random, 0, n_regions);
          const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), index);
          const PalSide side = !region->paired           ? PAL_SIDE_MIDLINE
                               : g_rand_boolean (random) ? PAL_SIDE_LEFT
                                                         : PAL_SIDE_RIGHT;
          PalMark *mark = pal_mark_new (region->id, side, kinds[g_rand_int_range (random, 0, 3)],
                                        g_rand_int_range (random, 1, 4));
          mark->after = g_rand_int_range (random, -1, 3);
          g_ptr_array_add (visit->marks, mark);
        }
      g_ptr_array_add (file->visits, visit);
    }
  return file;
}

static double
measure_ms (const PalClientFile *file, GPtrArray *chains, guint times)
{
  const clock_t start = clock ();
  for (guint i = 0; i < times; i++)
    {
      g_autoptr (PalInsights) insights =
          pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), chains);
      g_assert_cmpuint (insights->visits->len, ==, file->visits->len);
    }
  return 1000.0 * (clock () - start) / CLOCKS_PER_SEC / times;
}

int
main (void)
{
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), NULL);
  g_autoptr (PalClientFile) large = create_file (500);
  g_autoptr (PalClientFile) usual = create_file (50);

  measure_ms (usual, chains, 1);
  const double usual_ms = measure_ms (usual, chains, MANY);
  const double large_ms = measure_ms (large, chains, MANY / 10);
  g_print ("a client of 50 visits with 25 marks: %.3f ms (%.2f µs a mark)\n", usual_ms,
           1000 * usual_ms / (50 * 25));
  g_print ("a client of 500 visits with 25 marks: %.3f ms, at most %.0f allowed\n", large_ms,
           LIMIT_MS);
  return large_ms < LIMIT_MS ? 0 : 1;
}
