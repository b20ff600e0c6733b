/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The worked cases of data/examples.json: clients with what must be found. Every row a case expects
 * must be there with every figure; a list that holds no rows must hold none of the regions marked.
 */

#include "config.h"

#include "exchange/pal-exchange.h"
#include "insight-json.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define N_EXAMPLES 21

/* Keys that name a row; whatever a row lacks does not matter. */
static const char *const row_names[] = { "region", "structure", "pattern", "side", "kind" };

static JsonNode *
load_examples (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "insight", "data", "examples.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static PalClientFile *
read_client (JsonObject *client)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  json_node_init_object (node, client);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *practice =
      g_strdup_printf ("{\"format\":\"palpate-practice\",\"version\":1,\"clients\":[%s]}", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) read =
      pal_practice_read_data (practice, strlen (practice), kit_get_atlas (), kit_get_vocabulary (),
                              &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->files->len, ==, 1);
  return g_ptr_array_steal_index (read->files, 0);
}

/* A case about two visits has no client; they get one here. */
static PalClientFile *
read_visits (JsonArray *visits)
{
  g_autoptr (JsonObject) client = json_object_new ();
  json_object_set_string_member (client, "id", KIT_RUNNER_ID);
  json_object_set_string_member (client, "given", "Ex");
  json_object_set_string_member (client, "family", "Ample");
  json_object_set_array_member (client, "visits", json_array_ref (visits));
  return read_client (client);
}

static gboolean
is_same_row (JsonObject *expected, JsonObject *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_names); i++)
    {
      JsonNode *wanted = json_object_get_member (expected, row_names[i]);
      JsonNode *got = json_object_get_member (found, row_names[i]);
      if (wanted != NULL && (got == NULL || !json_node_equal (wanted, got)))
        return FALSE;
    }
  return TRUE;
}

static void
check_rows (const char *title, const char *list, JsonArray *expected, JsonArray *found)
{
  if (json_array_get_length (expected) == 0)
    g_assert_cmpuint (json_array_get_length (found), ==, 0);

  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonNode *wanted = json_array_get_element (expected, i);
      JsonNode *got = NULL;
      for (guint j = 0; j < json_array_get_length (found) && got == NULL; j++)
        if (is_same_row (json_node_get_object (wanted), json_array_get_object_element (found, j)))
          got = json_array_get_element (found, j);
      g_autofree char *path = g_strdup_printf ("%s: %s[%u]", title, list, i);
      g_autofree char *difference = json_covers (wanted, got, path);
      g_assert_cmpstr (difference, ==, NULL);
    }
}

static void
check_client (const char *title, JsonObject *client, JsonObject *expected, GPtrArray *chains)
{
  g_autoptr (PalClientFile) file = read_client (client);
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), chains);
  g_autoptr (JsonNode) found = insight_json_new (insights);

  g_autoptr (GList) keys = json_object_get_members (expected);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      JsonNode *wanted = json_object_get_member (expected, key->data);
      JsonNode *got = json_object_get_member (json_node_get_object (found), key->data);
      g_assert_nonnull (got);
      if (JSON_NODE_HOLDS_ARRAY (wanted))
        {
          check_rows (title, key->data, json_node_get_array (wanted), json_node_get_array (got));
          continue;
        }
      g_autofree char *path = g_strdup_printf ("%s: %s", title, (char *) key->data);
      g_autofree char *difference = json_covers (wanted, got, path);
      g_assert_cmpstr (difference, ==, NULL);
    }
}

static void
check_visits (const char *title, JsonArray *visits, JsonNode *expected)
{
  g_autoptr (PalClientFile) file = read_visits (visits);
  g_assert_cmpuint (file->visits->len, ==, 2);
  g_autoptr (PalComparison) comparison =
      pal_compare_visits (g_ptr_array_index (file->visits, 0), g_ptr_array_index (file->visits, 1),
                          kit_get_atlas (), kit_get_vocabulary ());
  g_autoptr (JsonNode) found = comparison_json_new (comparison);
  g_autofree char *difference = json_covers (expected, found, title);
  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_examples (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), &error);
  g_assert_no_error (error);
  g_autoptr (JsonNode) root = load_examples ();
  JsonArray *examples = json_object_get_array_member (json_node_get_object (root), "examples");
  g_assert_cmpuint (json_array_get_length (examples), ==, N_EXAMPLES);

  for (guint i = 0; i < N_EXAMPLES; i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      const char *title = json_object_get_string_member (example, "title");
      JsonNode *expected = json_object_get_member (example, "expect");
      g_test_message ("%s", title);
      if (json_object_has_member (example, "client"))
        check_client (title, json_object_get_object_member (example, "client"),
                      json_node_get_object (expected), chains);
      else
        check_visits (title, json_object_get_array_member (example, "visits"), expected);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/examples", test_examples);
  return g_test_run ();
}
