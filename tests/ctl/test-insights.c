/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpatectl insights: the worked cases of tests/insight/data/examples.json through the program,
 * each as a practice of its own, and what is refused. */

#define G_LOG_DOMAIN "test-insights"

#include "config.h"

#include <string.h>

#include "ctl-kit.h"
#include "insight-json.h"
#include "tests/kit/kit-start.h"

#define N_EXAMPLES 21

/* Keys that name a row. */
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

/* Returns: the path of a practice that holds nobody but this client. */
static char *
import_client (const char *folder, guint number, JsonObject *client)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  json_node_init_object (node, client);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *practice =
      g_strdup_printf ("{\"format\":\"palpate-practice\",\"version\":1,\"clients\":[%s]}", text);
  g_autofree char *name = g_strdup_printf ("%u.json", number);
  g_autofree char *file = ctl_kit_write (folder, name, practice);
  g_autofree char *db_name = g_strdup_printf ("%u.palpate", number);
  g_autofree char *db = g_build_filename (folder, db_name, NULL);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", db, NULL);
  return g_steal_pointer (&db);
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
check_rows (const char *title, JsonArray *expected, JsonArray *found)
{
  guint last = 0;
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonNode *wanted = json_array_get_element (expected, i);
      guint place = 0;
      while (place < json_array_get_length (found) &&
             !is_same_row (json_node_get_object (wanted),
                           json_array_get_object_element (found, place)))
        place++;
      g_assert_cmpuint (place, <, json_array_get_length (found));
      /* Rows stand in the order of the cases, which is the catalogue's. */
      g_assert_cmpuint (place, >=, last);
      last = place;
      g_autofree char *difference =
          json_covers (wanted, json_array_get_element (found, place), title);
      g_assert_cmpstr (difference, ==, NULL);
    }
}

static void
check_client (const char *folder, guint number, const char *title, JsonObject *example)
{
  JsonObject *client = json_object_get_object_member (example, "client");
  JsonObject *expected = json_object_get_object_member (example, "expect");
  g_autofree char *db = import_client (folder, number, client);
  g_autoptr (JsonNode) found =
      ctl_kit_get_json ("insights", json_object_get_string_member (client, "id"), "--json", "--db",
                        db, NULL);

  g_autoptr (GList) keys = json_object_get_members (expected);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      JsonNode *wanted = json_object_get_member (expected, key->data);
      JsonNode *got = json_object_get_member (json_node_get_object (found), key->data);
      g_assert_nonnull (got);
      if (JSON_NODE_HOLDS_ARRAY (wanted))
        check_rows (title, json_node_get_array (wanted), json_node_get_array (got));
      else
        {
          g_autofree char *path = g_strdup_printf ("%s: %s", title, (char *) key->data);
          g_autofree char *difference = json_covers (wanted, got, path);
          g_assert_cmpstr (difference, ==, NULL);
        }
    }
}

/* The case about two visits has no client: it gets one, and goes through compare. */
static void
check_visits (const char *folder, guint number, const char *title, JsonObject *example)
{
  JsonArray *visits = json_object_get_array_member (example, "visits");
  g_autoptr (JsonObject) client = json_object_new ();
  json_object_set_string_member (client, "id", KIT_RUNNER_ID);
  json_object_set_string_member (client, "given", "Ex");
  json_object_set_array_member (client, "visits", json_array_ref (visits));
  g_autofree char *db = import_client (folder, number, client);
  const char *from =
      json_object_get_string_member (json_array_get_object_element (visits, 0), "id");
  const char *to = json_object_get_string_member (json_array_get_object_element (visits, 1), "id");
  g_autoptr (JsonNode) found = ctl_kit_get_json ("compare", from, to, "--json", "--db", db, NULL);
  g_autofree char *difference =
      json_covers (json_object_get_member (example, "expect"), found, title);
  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_examples (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (JsonNode) root = load_examples ();
  JsonArray *examples = json_object_get_array_member (json_node_get_object (root), "examples");
  g_assert_cmpuint (json_array_get_length (examples), ==, N_EXAMPLES);
  for (guint i = 0; i < N_EXAMPLES; i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      const char *title = json_object_get_string_member (example, "title");
      g_test_message ("%s", title);
      if (json_object_has_member (example, "client"))
        check_client (folder, i, title, example);
      else
        check_visits (folder, i, title, example);
    }
}

/* Three visits, two runs; every key in its place, what cannot be told null. Worked out by hand:
 * s = 2, 0 (examined, not marked), 3 over 14 days each; the share of Beta(2.5, 1.5) above 1/3 by
 * the midpoint rule: 0.8860. The balance's interval is insight's own business. */
static const char practice[] =
    "{\"format\":\"palpate-practice\",\"version\":1,\"clients\":[{\"id\":\"c\",\"given\":\"Ida\","
    "\"runs\":[{\"date\":\"2026-02-01\",\"km\":10},{\"date\":\"2026-02-10\",\"km\":12.5}],"
    "\"visits\":["
    "{\"id\":\"v1\",\"at\":\"2026-01-01T10:00:00Z\",\"examined\":[\"hip\"],\"marks\":["
    "{\"region\":\"tensor-fasciae-latae\",\"side\":\"left\",\"kind\":\"tight\",\"before\":2,"
    "\"after\":1}]},"
    "{\"id\":\"v2\",\"at\":\"2026-01-15T10:00:00Z\",\"examined\":[\"hip\"],\"marks\":[]},"
    "{\"id\":\"v3\",\"at\":\"2026-01-29T10:00:00Z\",\"examined\":[\"hip\"],\"marks\":["
    "{\"region\":\"tensor-fasciae-latae\",\"side\":\"left\",\"kind\":\"tight\",\"before\":3}]}]}]}";

static void
test_shape (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *file = ctl_kit_write (folder, "in.json", practice);
  g_autofree char *db = g_build_filename (folder, "new.palpate", NULL);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", db, NULL);
  g_autofree char *out = ctl_kit_get ("insights", "Ida", "--json", "--db", db, NULL);

  g_assert_true (g_str_has_prefix (
      out,
      "{\n"
      "  \"client\": \"c\",\n"
      "  \"at\": \"2026-01-29\",\n"
      "  \"visits\": 3,\n"
      "  \"regions\": [\n"
      "    { \"region\": \"tensor-fasciae-latae\", \"side\": \"left\", \"kind\": \"any\", "
      "\"examined\": 3, "
      "\"marked\": 2, \"streak\": 1, \"clear\": 0, \"first\": \"2026-01-01\", \"last\": "
      "\"2026-01-29\", \"since\": \"2026-01-29\", \"mean\": 2.5, \"burden\": 1.6667, \"trend\": "
      "null, \"confidence\": 0.886, \"response\": 1, \"held\": -1, \"class\": \"occasional\", "
      "\"baseline\": null, \"all_examined\": 3, \"all_marked\": 2, \"visits\": [\"v1\", \"v3\"] "
      "},\n"));
  g_assert_nonnull (strstr (
      out, "{ \"region\": \"tensor-fasciae-latae\", \"kind\": \"any\", \"visits\": 3, \"left\": 5, "
           "\"right\": 0, \"index\": 1, \"low\": "));
  g_assert_nonnull (strstr (out, "\"missing\": [\n"));
  g_assert_nonnull (strstr (out, "\"state\": \"unknown\" }"));
  g_assert_nonnull (strstr (out, "\"evidence\": \"weak\"\n"));
  g_assert_nonnull (
      strstr (out,
              "  \"load\": {\n"
              "    \"coarse\": false,\n"
              "    \"spikes\": [\n"
              "      { \"date\": \"2026-02-10\", \"km\": 12.5, \"longest\": 10, \"percent\": 25, "
              "\"step\": \"10-30\" }\n"
              "    ],\n"
              "    \"weeks\": [\n"
              "      { \"week\": \"2026-W05\", \"km\": 10, \"change_percent\": null },\n"
              "      { \"week\": \"2026-W07\", \"km\": 12.5, \"change_percent\": null }\n"
              "    ]\n"
              "  },\n"));
  g_assert_true (g_str_has_suffix (out, "  \"interval\": { \"weeks\": 4, \"reasons\": [] }\n}\n"));
}

/* The whole practice at once says of everybody what their own page says. */
static void
test_all (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "demo.palpate", NULL);
  g_autofree char *said = ctl_kit_get ("demo", "--db", db, NULL);
  g_autoptr (JsonNode) all = ctl_kit_get_json ("insights", "--all", "--json", "--db", db, NULL);
  g_autofree char *words = ctl_kit_get ("insights", "--all", "--db", db, NULL);
  JsonArray *clients = json_object_get_array_member (json_node_get_object (all), "clients");
  guint n_flags = 0;

  g_assert_cmpuint (json_array_get_length (clients), >=, 10);
  /* Each one is a run of the program: every third will do, the first with imbalances. */
  for (guint i = 0; i < json_array_get_length (clients); i += 3)
    {
      JsonObject *client = json_array_get_object_element (clients, i);
      const char *id = json_object_get_string_member (client, "client");
      g_autoptr (JsonNode) own = ctl_kit_get_json ("insights", id, "--json", "--db", db, NULL);
      JsonArray *flagged = json_object_get_array_member (client, "imbalances");
      JsonArray *balance = json_object_get_array_member (json_node_get_object (own), "balance");
      guint n = 0;

      for (guint j = 0; j < json_array_get_length (balance); j++)
        {
          JsonObject *row = json_array_get_object_element (balance, j);
          JsonObject *found;

          if (!json_object_get_boolean_member (row, "flag"))
            continue;
          g_assert_cmpuint (n, <, json_array_get_length (flagged));
          found = json_array_get_object_element (flagged, n++);
          g_assert_cmpstr (json_object_get_string_member (found, "region"), ==,
                           json_object_get_string_member (row, "region"));
          g_assert_cmpstr (json_object_get_string_member (found, "side"), ==,
                           json_object_get_string_member (row, "side"));
        }
      g_assert_cmpuint (n, ==, json_array_get_length (flagged));
      n_flags += n;
    }
  g_assert_cmpuint (n_flags, >, 0);
  g_assert_nonnull (strstr (words, "worth checking"));
  g_assert_nonnull (strstr (words, "worth a look first."));
}

static void
test_words (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *file = ctl_kit_write (folder, "in.json", practice);
  g_autofree char *db = g_build_filename (folder, "new.palpate", NULL);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", db, NULL);
  g_autofree char *out = ctl_kit_get ("insights", "Ida", "--db", db, NULL);
  g_autofree char *early = ctl_kit_get ("insights", "Ida", "--at", "2026-01-15", "--db", db, NULL);

  g_assert_nonnull (strstr (out, "3 visits from 1 Jan 2026 to 29 Jan 2026.\n"));
  g_assert_nonnull (
      strstr (out, "  Left TFL\tNow and then\tseen at 2 of 3 visits, again on 29 Jan 2026\n"));
  g_assert_nonnull (strstr (out, "10 Feb 2026: 12.5 km, 25 % over the longest run of the 30 days "
                                 "before (10.0 km)\n"));
  g_assert_nonnull (strstr (early, "15 Jan 2026: too few visits to tell.\n"));
  g_assert_nonnull (strstr (early, "  Left TFL\tToo few visits to tell\tseen at 1 of 2 visits\n"));
}

/* The day itself is looked at; the days after it are not. */
static void
test_at (void)
{
  static const struct
  {
    const char *at;
    int visits;
  } cases[] = {
    { "2025-12-31", 0 }, { "2026-01-14", 1 }, { "2026-01-15", 2 }, { "2026-12-31", 3 }
  };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *file = ctl_kit_write (folder, "in.json", practice);
  g_autofree char *db = g_build_filename (folder, "new.palpate", NULL);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", db, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node =
          ctl_kit_get_json ("insights", "c", "--json", "--at", cases[i].at, "--db", db, NULL);
      JsonObject *root = json_node_get_object (node);
      g_assert_cmpint (json_object_get_int_member (root, "visits"), ==, cases[i].visits);
      g_assert_cmpstr (json_object_get_string_member (root, "at"), ==, cases[i].at);
    }
}

static void
test_refusals (void)
{
  static const char *const days[] = { "yesterday", "2026-02-30", "2026-13-01",
                                      "",          "01.03.2026", "0001-01-01" };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);

  ctl_kit_assert_refused (ctl_kit_run ("insights", "Nobody", "--db", db, NULL), "Nobody");
  ctl_kit_assert_usage (ctl_kit_run ("insights", "--db", db, NULL));
  ctl_kit_assert_usage (ctl_kit_run ("insights", "Annika", "--all", "--db", db, NULL));
  ctl_kit_assert_usage (ctl_kit_run ("insights", "Annika", "Sofia", "--db", db, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ctl_kit_assert_refused (ctl_kit_run ("insights", "Annika", "--at", days[i], "--json", "--db",
                                         db, NULL),
                            "is no day");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/ctl/insights/examples", test_examples);
  g_test_add_func ("/ctl/insights/shape", test_shape);
  g_test_add_func ("/ctl/insights/all", test_all);
  g_test_add_func ("/ctl/insights/words", test_words);
  g_test_add_func ("/ctl/insights/at", test_at);
  g_test_add_func ("/ctl/insights/refusals", test_refusals);
  return g_test_run ();
}
