/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A practice streamed for statistics tells the same of each client as the client's own page. */

#include "config.h"

#include "insight-json.h"
#include "insight/pal-insight.h"
#include "kit.h"
#include "random-client.h"
#include "store/pal-store.h"
#include "tests/kit/kit-start.h"

#define N_CLIENTS 60

typedef struct
{
  GPtrArray *chains;
  PalStore *store;
  guint n;
} Stream;

static char *
print_insights (const PalInsights *insights)
{
  g_autoptr (JsonNode) node = insight_json_new (insights);
  return json_to_string (node, TRUE);
}

static gboolean
compare_client (const PalHistory *history, gpointer data, GError **error)
{
  Stream *stream = data;
  g_autoptr (PalClientFile) file = pal_client_file_new (history->client);
  g_clear_pointer (&file->visits, g_ptr_array_unref);
  file->visits = pal_store_list_visits (stream->store, history->client->id, error);
  g_assert_no_error (*error);

  /* The last day of the last visit but one: what is later is left out of both. */
  const guint n = file->visits->len;
  const PalDate at =
      n < 2 || stream->n % 2 == 0
          ? PAL_NO_DATE
          : pal_time_get_date (((const PalVisit *) g_ptr_array_index (file->visits, n - 2))->at);
  g_autoptr (PalInsights) whole =
      pal_insights_new (file, at, kit_get_atlas (), kit_get_vocabulary (), stream->chains);
  g_autoptr (PalInsights) streamed =
      pal_insights_new_for_history (history, at, kit_get_atlas (), kit_get_vocabulary (),
                                    stream->chains);
  g_autofree char *expected = print_insights (whole);
  g_autofree char *found = print_insights (streamed);
  g_assert_cmpstr (found, ==, expected);
  stream->n++;
  return TRUE;
}

/* Made-up clients share the ids of their visits, which no practice does. */
static PalClientFile *
make_client (guint seed)
{
  PalClientFile *file = random_client_new (seed);
  for (guint i = 0; i < file->visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (file->visits, i);
      g_free (visit->id);
      visit->id = g_strdup_printf ("5b000000-0000-4000-%04u-%012u", seed, i);
    }
  return file;
}

static void
test_same (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "many.palpate", NULL);
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), NULL);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalStore) store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "Ruth", &error);
  g_assert_no_error (error);
  g_ptr_array_add (files, kit_runner_new (30));
  for (guint seed = 1; seed < N_CLIENTS; seed++)
    g_ptr_array_add (files, make_client (seed));
  pal_store_take_all (store, files, NULL, &error);
  g_assert_no_error (error);

  Stream stream = { chains, store, 0 };
  pal_store_foreach_history (store, kit_get_atlas (), kit_get_vocabulary (), compare_client,
                             &stream, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stream.n, ==, N_CLIENTS);
}

static gboolean
stop (const PalHistory *history, gpointer data, GError **error)
{
  (*(guint *) data)++;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Enough");
  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "two.palpate", NULL);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalStore) store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "Ruth", &error);
  guint n = 0;
  g_ptr_array_add (files, make_client (1));
  g_ptr_array_add (files, make_client (2));
  pal_store_take_all (store, files, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (
      pal_store_foreach_history (store, kit_get_atlas (), kit_get_vocabulary (), stop, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
  /* Nothing is left open: the store takes records again. */
  g_clear_error (&error);
  g_ptr_array_set_size (files, 0);
  g_ptr_array_add (files, make_client (3));
  g_assert_true (pal_store_take_all (store, files, NULL, &error));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/stream/same", test_same);
  g_test_add_func ("/insight/stream/stop", test_stop);
  return g_test_run ();
}
