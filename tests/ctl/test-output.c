/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that verbs write: whole or not at all, and for the owner alone. */

#define G_LOG_DOMAIN "test-output"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ctl-kit.h"
#include "tests/kit/kit-start.h"

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
load (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_begins (const char *path, const char *start)
{
  g_autofree char *bytes = NULL;
  gsize length;
  GStatBuf info;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (bytes, strlen (start), start, strlen (start));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 077, ==, 0);
}

static void
test_export_to_a_file (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *path = ctl_kit_write (folder, "out.json", "what was there before");
  g_autofree char *said = ctl_kit_get ("export", "--db", db, "--out", path, NULL);
  g_autofree char *printed = ctl_kit_get ("export", "--db", db, NULL);
  g_autofree char *written = load (path);

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpstr (written, ==, printed);
  assert_begins (path, "{\n  \"format\": \"palpate-practice\",");
}

static void
test_failed_export_leaves_the_old_file (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *files = g_build_filename (folder, "files", NULL);
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (g_mkdir (files, 0700), ==, 0);
  path = ctl_kit_write (files, "out.json", "what was there before");
  ctl_kit_assert_refused (ctl_kit_run ("export", "--db", db, "--client", "Nobody", "--out", path,
                                       NULL),
                          "Nobody");
  kept = load (path);
  g_assert_cmpstr (kept, ==, "what was there before");
  g_assert_cmpuint (count_files (files), ==, 1);
  ctl_kit_assert_refused (ctl_kit_run ("export", "--db", db, "--out", files, NULL), "files");
  g_assert_cmpuint (count_files (files), ==, 1);
}

static void
test_export_one_client (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *other = g_build_filename (folder, "other.palpate", NULL);
  g_autofree char *text = ctl_kit_get ("export", "--db", db, "--client", "wojcik", NULL);
  g_autofree char *file = ctl_kit_write (folder, "one.json", text);
  g_autofree char *said = ctl_kit_get ("import", file, "--db", other, NULL);

  g_assert_cmpstr (said, ==, "Added 1 client with 7 visits.\n");
}

static void
test_export_formats (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *csv = ctl_kit_get ("export", "--format", "csv", "--db", db, NULL);
  g_autoptr (JsonNode) fhir = ctl_kit_get_json ("export", "--format", "fhir", "--db", db, NULL);

  g_assert_true (g_str_has_prefix (csv, "client,given,family,visit,"));
  g_assert_nonnull (strstr (csv, ",Wójcik,"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (fhir), "resourceType"), ==,
                   "Bundle");
}

static void
test_summary (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *visits = ctl_kit_get ("visits", "annika", "--db", db, NULL);
  g_autofree char *visit = g_strndup (visits, strcspn (visits, "\t"));
  g_autofree char *said = ctl_kit_get ("summary", "Annika", "--db", db, "--out", path, NULL);
  g_autofree char *again = NULL;

  g_assert_cmpstr (said, ==, "");
  assert_begins (path, "%PDF-");
  g_assert_cmpint (g_unlink (path), ==, 0);
  again = ctl_kit_get ("summary", "Annika", "--visit", visit, "--paper", "letter", "--language",
                       "en", "--db", db, "--out", path, NULL);
  g_assert_cmpstr (again, ==, "");
  assert_begins (path, "%PDF-");
  ctl_kit_assert_refused (ctl_kit_run ("summary", "Annika", "--visit", "nope", "--db", db, "--out",
                                       path, NULL),
                          "visit");
}

static void
run_tool (const char *const *argv, char **out)
{
  g_autoptr (GError) error = NULL;
  int wait_status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, out, NULL,
                &wait_status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (wait_status, ==, 0);
}

/* A made-up translation of one word of the page, where the program looks for its own. */
static void
write_translation (const char *folder, const char *language)
{
  g_autofree char *words = ctl_kit_write (folder, "words.po",
                                          "msgid \"\"\n"
                                          "msgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                          "msgid \"A little tight: %s.\"\n"
                                          "msgstr \"Etwas fest: %s.\"\n"
                                          "msgctxt \"atlas\"\n"
                                          "msgid \"outer calf\"\n"
                                          "msgstr \"Außenseite\"\n");
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (place, "palpate.mo", NULL);
  const char *const argv[] = { "msgfmt", "-o", file, words, NULL };

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  run_tool (argv, NULL);
}

/* The page speaks the language asked for, whatever the user's own is. */
static void
test_language (void)
{
  static const char *const locales[] = { "C", "C.UTF-8" };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *visits = ctl_kit_get ("visits", "annika", "--db", db, NULL);
  g_autofree char *visit = g_strndup (visits, strcspn (visits, "\t"));
  const char *const argv[] = { "pdftotext", path, "-", NULL };
  g_autofree char *msgfmt = g_find_program_in_path ("msgfmt");
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");

  if (msgfmt == NULL || pdftotext == NULL)
    {
      g_test_skip ("msgfmt or pdftotext is not installed.");
      return;
    }
  write_translation (folder, "de");
  g_setenv ("PALPATE_LOCALEDIR", folder, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *text = NULL, *said = NULL;

      g_setenv ("LC_ALL", locales[i], TRUE);
      said = ctl_kit_get ("summary", "annika", "--visit", visit, "--language", "de", "--db", db,
                          "--out", path, NULL);
      g_assert_cmpstr (said, ==, "");
      run_tool (argv, &text);
      g_assert_nonnull (strstr (text, "Etwas fest: "));
    }
  /* Words of the person's own language that were looked up on the way are not printed. */
  g_setenv ("LANGUAGE", "de", TRUE);
  {
    g_autofree char *said = ctl_kit_get ("summary", "annika", "--visit", visit, "--language", "en",
                                         "--db", db, "--out", path, NULL);
    g_autofree char *text = NULL;

    run_tool (argv, &text);
    g_assert_nonnull (strstr (text, "A little tight: "));
    g_assert_null (strstr (text, "Außenseite"));
  }
  g_unsetenv ("LANGUAGE");
}

static void
test_draw (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *png = g_build_filename (folder, "map.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "map.svg", NULL);
  g_autofree char *pdf = g_build_filename (folder, "map.pdf", NULL);
  g_autofree char *txt = g_build_filename (folder, "map.txt", NULL);
  g_autofree char *visits = ctl_kit_get ("visits", "annika", "--db", db, NULL);
  g_autofree char *visit = g_strndup (visits, strcspn (visits, "\t"));
  g_autofree char *a =
      ctl_kit_get ("draw", "--visit", visit, "--view", "all", "--db", db, "--out", png, NULL);
  g_autofree char *b = ctl_kit_get ("draw", "--client", "annika", "--heat", "--view", "left",
                                    "--db", db, "--out", svg, NULL);
  g_autofree char *c = ctl_kit_get ("draw", "--blank", "--view", "soles", "--out", pdf, NULL);

  g_assert_cmpstr (a, ==, "");
  g_assert_cmpstr (b, ==, "");
  g_assert_cmpstr (c, ==, "");
  assert_begins (png, "\x89PNG");
  assert_begins (svg, "<?xml");
  assert_begins (pdf, "%PDF-");
  ctl_kit_assert_refused (ctl_kit_run ("draw", "--blank", "--out", txt, NULL), "map.txt");
  ctl_kit_assert_refused (ctl_kit_run ("draw", "--client", "annika", "--heat", "--to", "1999-12-31",
                                       "--db", db, "--out", png, NULL),
                          "no visit");
  g_assert_false (g_file_test (txt, G_FILE_TEST_EXISTS));
}

/* A full disk behind the pipe is a failure, not a success. */
static void
test_full_disk (void)
{
  g_autofree char *line =
      g_strdup_printf ("\"%s\" atlas list --json >/dev/full", g_getenv ("PALPATECTL"));
  const char *const argv[] = { "/bin/sh", "-c", line, NULL };
  g_autofree char *err = NULL;
  int wait_status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full.");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err,
                               &wait_status, NULL));
  g_assert_true (WIFEXITED (wait_status));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, 1);
  g_assert_cmpstr (err, ==, "palpatectl: The output cannot be written.\n");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/ctl/output/export-to-a-file", test_export_to_a_file);
  g_test_add_func ("/ctl/output/failed-export-leaves-the-old-file",
                   test_failed_export_leaves_the_old_file);
  g_test_add_func ("/ctl/output/export-one-client", test_export_one_client);
  g_test_add_func ("/ctl/output/export-formats", test_export_formats);
  g_test_add_func ("/ctl/output/summary", test_summary);
  g_test_add_func ("/ctl/output/language", test_language);
  g_test_add_func ("/ctl/output/draw", test_draw);
  g_test_add_func ("/ctl/output/full-disk", test_full_disk);
  return g_test_run ();
}
