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
  g_test_add_func ("/ctl/documents/forms-without-practice", test_forms_without_practice);
  g_test_add_func ("/ctl/documents/brief", test_brief);
  g_test_add_func ("/ctl/documents/refusals", test_refusals);
  return g_test_run ();
}
