/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs that write documents: each writes its file, the same for the same day, and refuses what
 * it cannot write. What stands in the documents is tested with report. */

#define G_LOG_DOMAIN "test-ctl-documents"

#include "config.h"

#include <string.h>

#include "ctl-kit.h"
#include "tests/kit/kit-start.h"

/* Runs a verb with an argument or none, twice with one date. */
static void
assert_writes (const char *verb, const char *argument, const char *db, const char *folder)
{
  g_autofree char *first = g_build_filename (folder, "first.pdf", NULL);
  g_autofree char *second = g_build_filename (folder, "second.pdf", NULL);
  const char *const paths[] = { first, second };
  g_autofree char *a = NULL, *b = NULL;
  gsize a_length, b_length;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *said = argument != NULL
                                  ? ctl_kit_get (verb, argument, "--db", db, "--date", "2026-03-01",
                                                 "--paper", "letter", "--out", paths[i], NULL)
                                  : ctl_kit_get (verb, "--db", db, "--date", "2026-03-01",
                                                 "--paper", "letter", "--out", paths[i], NULL);

      g_assert_cmpstr (said, ==, "");
    }
  g_assert_true (g_file_get_contents (first, &a, &a_length, NULL));
  g_assert_true (g_file_get_contents (second, &b, &b_length, NULL));
  g_assert_true (g_str_has_prefix (a, "%PDF-"));
  g_assert_cmpmem (a, a_length, b, b_length);
}

static void
test_all_verbs (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);

  assert_writes ("summary", "annika", db, folder);
  assert_writes ("record", "annika", db, folder);
  assert_writes ("brief", "annika", db, folder);
  assert_writes ("report", "annika", db, folder);
  assert_writes ("squad", "riverside harriers", db, folder);
  assert_writes ("blank", NULL, db, folder);
  assert_writes ("intake", NULL, db, folder);
}

/* Forms need no practice. */
static void
test_forms_without_practice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "none.palpate", NULL);
  g_autofree char *out = g_build_filename (folder, "soles.pdf", NULL);
  g_autofree char *said = ctl_kit_get ("blank", "--view", "soles", "--db", db, "--out", out, NULL);

  g_assert_cmpstr (said, ==, "");
  g_assert_true (g_file_test (out, G_FILE_TEST_IS_REGULAR));
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));
}

static void
test_brief (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *text = ctl_kit_get ("brief", "annika", "--db", db, NULL);
  g_autoptr (JsonNode) node = ctl_kit_get_json ("brief", "annika", "--json", "--db", db, NULL);
  JsonObject *root = json_node_get_object (node);
  JsonArray *sections = json_object_get_array_member (root, "sections");
  JsonObject *first = json_array_get_object_element (sections, 0);

  g_assert_true (g_str_has_prefix (text, "Annika Lindström\n\nAlerts\n  Caution: "));
  g_assert_cmpstr (json_object_get_string_member (first, "section"), ==, "alerts");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "lines")), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "event"),
                                               "days"),
                   >=, 0);
}

static JsonObject *
find_block (JsonNode *node, const char *id)
{
  JsonArray *blocks = json_object_get_array_member (json_node_get_object (node), "blocks");

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);
      if (g_str_equal (json_object_get_string_member (block, "block"), id))
        return block;
    }
  g_error ("There is no block %s.", id);
}

/* What is said once is said again, leaves the record sound, and can be taken back. */
static void
test_words_of_summary (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *out = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *said = ctl_kit_get ("summary", "annika", "--say", "found=All eased.", "--say",
                                       "done=", "--db", db, "--out", out, NULL);
  g_autoptr (JsonNode) own = ctl_kit_get_json ("summary", "annika", "--json", "--db", db, NULL);
  g_autofree char *back =
      ctl_kit_get ("summary", "annika", "--as-made", "found", "--db", db, "--out", out, NULL);
  g_autoptr (JsonNode) made = ctl_kit_get_json ("summary", "annika", "--json", "--db", db, NULL);
  g_autofree char *sound = ctl_kit_get ("check", "--db", db, NULL);

  g_assert_cmpstr (json_object_get_string_member (find_block (own, "found"), "text"), ==,
                   "All eased.");
  g_assert_false (json_object_get_boolean_member (find_block (own, "found"), "outdated"));
  g_assert_false (json_object_get_boolean_member (find_block (own, "done"), "printed"));
  g_assert_false (json_object_has_member (find_block (made, "found"), "text"));
  g_assert_nonnull (strstr (sound, "is sound"));
  ctl_kit_assert_usage (
      ctl_kit_run ("summary", "annika", "--say", "all=x", "--db", db, "--out", out, NULL));
}

/* What is printed for the practice: kept, shown, refused, taken away. */
static void
test_practice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *words = g_build_filename (folder, "words.png", NULL);
  g_autoptr (JsonNode) set = NULL, cleared = NULL;
  JsonObject *root;

  g_assert_true (g_file_set_contents (words, "no picture", -1, NULL));
  ctl_kit_assert_refused (ctl_kit_run ("practice", "--logo", words, "--db", db, NULL),
                          "“words.png” is no picture");
  ctl_kit_assert_usage (ctl_kit_run ("practice", "--signature", words, "--db", db, NULL));
  ctl_kit_assert_usage (ctl_kit_run ("practice", "--leave-out", "all", "--db", db, NULL));
  set = ctl_kit_get_json ("practice", "--name", "Riverside", "--leave-out", "done,since", "--json",
                          "--db", db, NULL);
  root = json_node_get_object (set);
  g_assert_cmpstr (json_object_get_string_member (root, "name"), ==, "Riverside");
  g_assert_false (json_object_get_boolean_member (root, "logo"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "summary_left_out")),
                    ==, 2);
  cleared = ctl_kit_get_json ("practice", "--name", "", "--json", "--db", db, NULL);
  g_assert_false (json_object_has_member (json_node_get_object (cleared), "name"));
}

/* A file for each client of the day, and none without a visit. */
static void
test_summaries (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *pages = g_build_filename (folder, "pages", NULL);
  g_autofree char *visits = ctl_kit_get ("visits", "annika", "--json", "--db", db, NULL);
  g_autoptr (GRegex) day = g_regex_new ("\"at\": \"(....-..-..)T", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL, *name = NULL, *path = NULL, *said = NULL;

  g_assert_true (g_regex_match (day, visits, 0, &match));
  found = g_match_info_fetch (match, 1);
  said = ctl_kit_get ("summaries", found, "--db", db, "--out", pages, NULL);
  g_assert_cmpstr (said, ==, "");
  name = g_strdup_printf ("%s Annika Lindström.pdf", found);
  path = g_build_filename (pages, name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  ctl_kit_assert_refused (ctl_kit_run ("summaries", "1999-01-01", "--db", db, "--out", pages, NULL),
                          "no visit on 1999-01-01");
  ctl_kit_assert_usage (ctl_kit_run ("summaries", "today", "--db", db, "--out", pages, NULL));
}

static void
test_refusals (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *out = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "page.pdf", NULL);

  ctl_kit_assert_refused (ctl_kit_run ("report", "annika", "--to", "1999-01-01", "--db", db,
                                       "--out", out, NULL),
                          "no visit in these days");
  ctl_kit_assert_refused (ctl_kit_run ("squad", "nobody", "--db", db, "--out", out, NULL),
                          "“nobody”");
  ctl_kit_assert_refused (ctl_kit_run ("record", "annika", "--visit", "nope", "--db", db, "--out",
                                       out, NULL),
                          "no such visit");
  ctl_kit_assert_refused (ctl_kit_run ("intake", "--db", db, "--out", nowhere, NULL), nowhere);
  ctl_kit_assert_usage (ctl_kit_run ("record", "annika", "--db", db, NULL));
  ctl_kit_assert_usage (
      ctl_kit_run ("summary", "annika", "--leave-out", "all", "--db", db, "--out", out, NULL));
  ctl_kit_assert_usage (
      ctl_kit_run ("report", "annika", "--from", "yesterday", "--db", db, "--out", out, NULL));
  ctl_kit_assert_usage (ctl_kit_run ("blank", "--view", "inside", "--out", out, NULL));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/ctl/documents/all-verbs", test_all_verbs);
  g_test_add_func ("/ctl/documents/words-of-summary", test_words_of_summary);
  g_test_add_func ("/ctl/documents/practice", test_practice);
  g_test_add_func ("/ctl/documents/summaries", test_summaries);
  g_test_add_func ("/ctl/documents/forms-without-practice", test_forms_without_practice);
  g_test_add_func ("/ctl/documents/brief", test_brief);
  g_test_add_func ("/ctl/documents/refusals", test_refusals);
  return g_test_run ();
}
