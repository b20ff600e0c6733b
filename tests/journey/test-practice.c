/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large practice: 200 clients with 30 visits of 20 marks each go in and come out the same to the
 * byte, and the window opens on them. */

#define G_LOG_DOMAIN "test-practice"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

#define N_CLIENTS 200
#define N_VISITS 30
#define N_MARKS 20

/* Each run of neighbours in the catalogue is another pattern; nothing is marked twice. */
static void
add_marks (GString *json, GRand *rand)
{
  PalAtlas *atlas = kit_get_atlas ();
  guint n_regions = pal_atlas_get_n_regions (atlas);
  guint first = (guint) g_rand_int_range (rand, 0, (gint32) n_regions);

  for (guint i = 0; i < N_MARKS; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, (first + i) % n_regions);
      const char *side = !region->paired         ? ""
                         : g_rand_boolean (rand) ? "\"side\": \"left\", "
                                                 : "\"side\": \"right\", ";

      g_string_append_printf (json, "%s{\"region\": \"%s\", %s\"kind\": \"tight\", \"before\": %d}",
                              i > 0 ? ", " : "", region->id, side, g_rand_int_range (rand, 1, 4));
    }
}

static void
add_visits (GString *json, GRand *rand, guint client)
{
  for (guint i = 0; i < N_VISITS; i++)
    {
      g_autofree char *day =
          pal_date_format (pal_date_new (2024, 1, 1) + 30 * (int) i + (int) (client % 30));

      g_string_append_printf (json,
                              "%s{\"id\": \"%08x-0000-4000-8000-%012x\", "
                              "\"at\": \"%sT09:00:00Z\", \"marks\": [",
                              i > 0 ? ", " : "", client + 1, i + 1, day);
      add_marks (json, rand);
      g_string_append (json, "]}");
    }
}

static char *
write_practice (const char *folder)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"palpate-practice\", \"version\": 1, \"clients\": [");
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "made.json", NULL);

  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_string_append_printf (json,
                              "%s{\"id\": \"%08x-0000-4000-8000-000000000000\", "
                              "\"given\": \"Runner\", \"family\": \"Number %03u\", \"visits\": [",
                              i > 0 ? ", " : "", i + 1, i + 1);
      add_visits (json, rand, i);
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");
  g_file_set_contents (path, json->str, (gssize) json->len, &error);
  g_assert_no_error (error);
  return path;
}

/* Imports a file into a new practice and exports it again. */
static char *
go_through (const char *folder, const char *from, const char *name)
{
  g_autofree char *db = g_strdup_printf ("%s/%s.palpate", folder, name);
  char *to = g_strdup_printf ("%s/%s.json", folder, name);
  gint64 begin = g_get_monotonic_time ();

  g_free (journey_ctl ("import", from, "--db", db, NULL));
  gint64 middle = g_get_monotonic_time ();
  g_free (journey_ctl ("export", "--db", db, "--out", to, NULL));
  g_test_message ("%s: in after %.1f s, out after %.1f s", name, (double) (middle - begin) / 1e6,
                  (double) (g_get_monotonic_time () - middle) / 1e6);
  return to;
}

static char *
load (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_large_practice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *made = write_practice (folder);
  g_autofree char *once = go_through (folder, made, "once");
  g_autofree char *twice = go_through (folder, once, "twice");
  gsize n_once, n_twice;
  g_autofree char *first = load (once, &n_once);
  g_autofree char *second = load (twice, &n_twice);
  g_autofree char *db = g_build_filename (folder, "twice.palpate", NULL);

  g_assert_cmpmem (first, n_once, second, n_twice);
  g_test_message ("%" G_GSIZE_FORMAT " bytes, the same again", n_once);

  gint64 begin = g_get_monotonic_time ();
  Journey *journey = journey_start ((const char *[]){ "--db", db, NULL });
  gint64 there = g_get_monotonic_time ();
  g_autoptr (AtspiAccessible) row =
      journey_find_prefix (journey, ATSPI_ROLE_LIST_ITEM, "Runner Number ");
  g_test_message ("the window after %.2f s, a client of the list read after %.2f s",
                  (double) (there - begin) / 1e6, (double) (g_get_monotonic_time () - begin) / 1e6);
  journey_picture (journey, "large-practice");
  journey_stop (journey);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/journey/practice/large", test_large_practice);
  return g_test_run ();
}
