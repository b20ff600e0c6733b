/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each verb does when all is well. */

#define G_LOG_DOMAIN "test-verbs"

#include "config.h"

#include <string.h>

#include "ctl-kit.h"
#include "tests/kit/kit-start.h"

static JsonArray *
get_list (JsonNode *node, const char *key)
{
  return json_object_get_array_member (json_node_get_object (node), key);
}

static const char *
get_text (JsonArray *list, guint i, const char *key)
{
  return json_object_get_string_member (json_array_get_object_element (list, i), key);
}

static void
test_import_export_same_bytes (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "a", "new.palpate", NULL);
  g_autofree char *text = ctl_kit_load_example ();
  g_autofree char *file = ctl_kit_write (folder, "in.json", text);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", db, NULL);
  g_autofree char *out = ctl_kit_get ("export", "--db", db, NULL);

  g_assert_cmpstr (said, ==, "Added 2 clients with 3 visits.\n");
  g_assert_cmpstr (out, ==, text);
}

static void
test_import_json_counts_warnings (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "new.palpate", NULL);
  g_autofree char *file =
      ctl_kit_write (folder, "in.json",
                     "{\"format\": \"palpate-practice\", \"version\": 1, \"clients\": "
                     "[{\"id\": \"c\", \"given\": \"A\", \"mood\": 1}]}");
  g_autoptr (JsonNode) node = ctl_kit_get_json ("import", file, "--db", db, "--json", NULL);
  JsonObject *root = json_node_get_object (node);

  g_assert_cmpint (json_object_get_int_member (root, "clients"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "visits"), ==, 0);
  g_assert_cmpuint (json_array_get_length (get_list (node, "warnings")), ==, 1);
}

static void
test_clients (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *out = ctl_kit_get ("clients", "--db", db, NULL);
  g_autoptr (JsonNode) node = ctl_kit_get_json ("clients", "--json", "--db", db, NULL);
  JsonArray *clients = get_list (node, "clients");
  JsonObject *annika = json_array_get_object_element (clients, 0);

  g_assert_nonnull (strstr (out, "\t7 visits\tTomasz Wójcik\n"));
  g_assert_cmpuint (json_array_get_length (clients), ==, 10);
  g_assert_cmpstr (get_text (clients, 0, "given"), ==, "Annika");
  g_assert_cmpint (json_object_get_int_member (annika, "n_visits"), ==, 14);
  g_assert_cmpint (json_object_get_int_member (annika, "n_drafts"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (annika, "n_alerts"), ==, 1);
}

/* By id, beginning of an id, name, part of a name, beginning of a name; case and accents aside. */
static void
test_clients_are_found (void)
{
  static const char *const words[] = { "lindstrom",        "ANNIKA",   "Annika Lindström",
                                       "Lindström Annika", "annika l", "ann" };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autoptr (JsonNode) all = ctl_kit_get_json ("clients", "--json", "--db", db, NULL);
  const char *id = get_text (get_list (all, "clients"), 0, "id");
  g_autofree char *part = g_strndup (id, 8);
  g_autofree char *by_part = ctl_kit_get ("visits", part, "--db", db, NULL);
  g_autofree char *by_id = ctl_kit_get ("visits", id, "--db", db, NULL);

  g_assert_cmpstr (by_id, !=, "");
  g_assert_cmpstr (by_part, ==, by_id);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *out = ctl_kit_get ("visits", words[i], "--db", db, NULL);

      g_assert_cmpstr (out, ==, by_id);
    }
}

static void
test_chart_and_read_back (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *id =
      g_strchomp (ctl_kit_get ("chart", "Sofia", "l itb-mid 3, r soleus 2 tp, sternum 1", "--at",
                               "2199-03-01T10:00:00Z", "--therapist", "Zoë", "--db", db, NULL));
  g_autoptr (JsonNode) node = ctl_kit_get_json ("visits", "Sofia", "--json", "--db", db, NULL);
  JsonArray *visits = get_list (node, "visits");
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);
  JsonArray *marks = json_object_get_array_member (visit, "marks");
  g_autofree char *examined = json_to_string (json_object_get_member (visit, "examined"), FALSE);

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpstr (json_object_get_string_member (visit, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (visit, "at"), ==, "2199-03-01T10:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (visit, "therapist"), ==, "Zoë");
  g_assert_false (json_object_get_boolean_member (visit, "signed"));
  g_assert_cmpuint (json_array_get_length (marks), ==, 3);
  g_assert_cmpstr (get_text (marks, 0, "region"), ==, "itb-mid");
  g_assert_cmpstr (get_text (marks, 0, "side"), ==, "left");
  g_assert_cmpstr (get_text (marks, 1, "kind"), ==, "trigger-point");
  g_assert_true (json_object_get_null_member (json_array_get_object_element (marks, 2), "side"));
  g_assert_nonnull (strstr (examined, "\"thigh\""));
  g_assert_nonnull (strstr (examined, "\"lower-leg\""));
  g_assert_nonnull (strstr (examined, "\"chest\""));
}

static void
test_chart_says_what_it_assumed (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autoptr (CtlRun) run = ctl_kit_run ("chart", "Sofia", "l itb 3", "--db", db, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_str_has_prefix (run->err, "palpatectl: itb: "));
  g_assert_true (g_uuid_string_is_valid (g_strchomp (run->out)));
}

/* Two visits by hand; what is expected was worked out on paper. */
static void
test_compare (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *from = g_strchomp (
      ctl_kit_get ("chart", "Sofia", "l itb-mid 3, r itb-mid 1, l soleus 2", "--db", db, NULL));
  g_autofree char *to = g_strchomp (
      ctl_kit_get ("chart", "Sofia", "l itb-mid 1, r itb-mid 1, l itb-distal 2, sternum 1", "--db",
                   db, NULL));
  g_autofree char *out = ctl_kit_get ("compare", from, to, "--json", "--db", db, NULL);
  g_autofree char *words = ctl_kit_get ("compare", from, to, "--db", db, NULL);

  /* Common: thigh only; the sternum is known at the second visit, the soleus at the first. min 1 +
   * 1 + 0, max 3 + 1 + 2. */
  g_assert_cmpstr (
      out, ==,
      "{\n"
      "  \"changes\": [\n"
      "    { \"region\": \"itb-mid\", \"side\": \"left\", \"kind\": \"tight\", \"from\": 3, "
      "\"to\": 1, \"change\": \"better\" },\n"
      "    { \"region\": \"itb-mid\", \"side\": \"right\", \"kind\": \"tight\", \"from\": 1, "
      "\"to\": 1, \"change\": \"same\" },\n"
      "    { \"region\": \"itb-distal\", \"side\": \"left\", \"kind\": \"tight\", \"from\": 0, "
      "\"to\": 2, \"change\": \"new\" }\n"
      "  ],\n"
      "  \"not_compared\": [\"abdomen\", \"arm\", \"chest\", \"foot\", \"head\", \"hip\", "
      "\"knee\", \"low-back\", \"lower-leg\", \"neck\", \"shoulder\", "
      "\"upper-back\"],\n"
      "  \"similarity\": 0.3333\n"
      "}\n");
  g_assert_true (g_str_has_prefix (words, "Left lower ITB up, left middle ITB settling\n"));
  g_assert_nonnull (strstr (words, "Better\tLeft iliotibial band, middle third\tTight\t3 → 1\n"));

  /* And the same as a picture. */
  g_autofree char *svg = g_build_filename (folder, "change.svg", NULL);
  g_autofree char *said =
      ctl_kit_get ("draw", "--compare", from, to, "--view", "left", "--db", db, "--out", svg, NULL);
  g_autofree char *text = NULL;
  g_assert_cmpstr (said, ==, "");
  g_assert_true (g_file_get_contents (svg, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>Left iliotibial band, middle third</title>\n"
                                  "<desc>Better</desc>"));
  g_assert_nonnull (strstr (text, "<title>Left iliotibial band, lower third</title>\n"
                                  "<desc>New</desc>"));
}

/* Two visits against one; what is expected was worked out on paper. */
static void
test_compare_spans (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *one =
      g_strchomp (ctl_kit_get ("chart", "Sofia", "l itb-mid 3", "--db", db, NULL));
  g_autofree char *two =
      g_strchomp (ctl_kit_get ("chart", "Sofia", "l itb-mid 1, l soleus 2", "--db", db, NULL));
  g_autofree char *three =
      g_strchomp (ctl_kit_get ("chart", "Sofia", "l itb-distal 1", "--db", db, NULL));
  g_autofree char *from = g_strdup_printf ("%s..%s", one, two);
  g_autofree char *to = g_strdup_printf ("%s..", three);
  g_autofree char *out = ctl_kit_get ("compare", from, to, "--json", "--db", db, NULL);
  g_autofree char *words = ctl_kit_get ("compare", from, to, "--db", db, NULL);

  /* The soleus was never looked at in the later span. */
  g_assert_nonnull (
      strstr (out,
              "\"kind\": \"tight\",\n"
              "      \"from\": { \"examined\": 2, \"marked\": 2, \"mean\": 2, \"burden\": 2 },\n"
              "      \"to\": { \"examined\": 1, \"marked\": 0, \"mean\": null, \"burden\": 0 },\n"
              "      \"change\": \"gone\",\n"
              "      \"few\": true\n"));
  g_assert_null (strstr (out, "soleus"));
  g_assert_nonnull (strstr (out, "\"similarity\": 0,\n"));
  g_assert_true (
      g_str_has_prefix (words,
                        "Left lower ITB up, left middle ITB settling\n"
                        "1 visit against 2 visits: 1 new, 1 gone. So few visits say little.\n"));
}

static void
test_atlas (void)
{
  g_autoptr (JsonNode) node = ctl_kit_get_json ("atlas", "list", "--json", NULL);
  g_autofree char *list = ctl_kit_get ("atlas", "list", NULL);
  g_autofree char *found = ctl_kit_get ("atlas", "find", "ACHILES", NULL);
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  g_assert_cmpuint (json_array_get_length (get_list (node, "regions")), ==, 87);
  g_assert_cmpuint (g_strv_length (lines), ==, 88);
  g_assert_true (g_str_has_prefix (found, "achilles\tlower-leg\tpaired\t"));
}

/* Sides are the client's own: the front view looks at them, the back view from behind. */
static void
test_atlas_hit (void)
{
  static const struct
  {
    const char *view, *x, *y, *said;
  } cases[] = {
    { "front", "0", "200", "sternum\n" },
    { "front", "70", "640", "rectus-femoris left\n" },
    { "front", "-70", "640", "rectus-femoris right\n" },
    { "back", "-60", "640", "semitendinosus left\n" },
    { "back", "60", "640", "semitendinosus right\n" },
    { "left", "0", "600", "biceps-femoris left\n" },
    { "right", "0", "600", "biceps-femoris right\n" },
    { "soles", "60", "60", "forefoot left\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CtlRun) run =
          ctl_kit_run ("atlas", "hit", cases[i].view, cases[i].x, cases[i].y, NULL);

      g_assert_cmpstr (run->out, ==, cases[i].said);
      g_assert_cmpint (run->status, ==, 0);
    }
}

static void
test_atlas_hit_beside_the_body (void)
{
  g_autoptr (CtlRun) run = ctl_kit_run ("atlas", "hit", "front", "-400", "10", NULL);

  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 1);
}

static void
test_check (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autoptr (JsonNode) node = ctl_kit_get_json ("check", "--json", "--db", db, NULL);

  g_assert_true (json_object_get_boolean_member (json_node_get_object (node), "sound"));
}

static void
test_help (void)
{
  static const char *const verbs[] = { "import",      "export",     "clients",    "visits",
                                       "chart",       "compare",    "summary",    "draw",
                                       "check",       "atlas list", "atlas find", "atlas hit",
                                       "atlas check", "demo" };
  g_autofree char *help = ctl_kit_get ("--help", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) words = g_strsplit (verbs[i], " ", 2);
      g_autofree char *line = g_strdup_printf ("\n  palpatectl %s", verbs[i]);
      g_autofree char *more = words[1] != NULL ? ctl_kit_get (words[0], words[1], "--help", NULL)
                                               : ctl_kit_get (words[0], "--help", NULL);

      g_assert_nonnull (strstr (help, line));
      g_assert_nonnull (strstr (more, verbs[i]));
      g_assert_nonnull (strstr (more, "--db=FILE"));
    }
}

/* Out for Inkscape and back: the figure file as it is shipped. */
static void
test_drawing (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *svg = g_build_filename (folder, "soles.svg", NULL);
  g_autofree char *json = g_build_filename (folder, "soles.json", NULL);
  g_autofree char *out =
      ctl_kit_get ("atlas", "export", "--figure", "female", "--view", "soles", "--svg", svg, NULL);
  g_autofree char *in = ctl_kit_get ("atlas", "import", svg, "--out", json, NULL);
  g_autofree char *text = NULL, *edited = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_cmpstr (out, ==, "");
  g_assert_cmpstr (in, ==, "soles.svg is a sound drawing: female, soles.\n");
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "{\n \"figure\": \"female\",\n \"view\": \"soles\",\n"));

  /* A file that is refused leaves what was there. */
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (svg, &text, NULL, NULL));
  parts = g_strsplit (text, "id=\"heel-left\"", 2);
  edited = g_strjoinv ("id=\"heel-lleft\"", parts);
  g_assert_true (g_file_set_contents (svg, edited, -1, NULL));
  g_assert_true (g_file_set_contents (json, "kept", -1, NULL));
  ctl_kit_assert_refused (ctl_kit_run ("atlas", "import", svg, "--out", json, NULL),
                          "“heel-lleft” is no region and side");
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "kept");
  ctl_kit_assert_refused (ctl_kit_run ("atlas", "import", "nowhere.svg", NULL), "nowhere.svg");
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "export", "--view", "right", "--svg", svg, NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "export", "--view", "front", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "import", svg, "--mirror", "up", NULL));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/ctl/verbs/import-export-same-bytes", test_import_export_same_bytes);
  g_test_add_func ("/ctl/verbs/import-json-counts-warnings", test_import_json_counts_warnings);
  g_test_add_func ("/ctl/verbs/clients", test_clients);
  g_test_add_func ("/ctl/verbs/clients-are-found", test_clients_are_found);
  g_test_add_func ("/ctl/verbs/chart-and-read-back", test_chart_and_read_back);
  g_test_add_func ("/ctl/verbs/chart-says-what-it-assumed", test_chart_says_what_it_assumed);
  g_test_add_func ("/ctl/verbs/compare", test_compare);
  g_test_add_func ("/ctl/verbs/compare-spans", test_compare_spans);
  g_test_add_func ("/ctl/verbs/atlas", test_atlas);
  g_test_add_func ("/ctl/verbs/atlas-hit", test_atlas_hit);
  g_test_add_func ("/ctl/verbs/atlas-hit-beside-the-body", test_atlas_hit_beside_the_body);
  g_test_add_func ("/ctl/verbs/check", test_check);
  g_test_add_func ("/ctl/verbs/help", test_help);
  g_test_add_func ("/ctl/verbs/drawing", test_drawing);
  return g_test_run ();
}
