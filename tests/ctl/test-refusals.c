/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bad input: one clear line, exit status 1, and nothing is changed. */

#define G_LOG_DOMAIN "test-refusals"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl-kit.h"
#include "tests/kit/kit-start.h"

#define WRAP(visit)                                                                                \
  "{\"format\": \"palpate-practice\", \"version\": 1, \"clients\": [{\"id\": \"new\", "            \
  "\"given\": \"A\", \"visits\": [" visit "]}]}"
#define VISIT(mark) "{\"id\": \"v\", \"at\": \"2026-03-01T10:00:00Z\", \"marks\": [" mark "]}"

static const struct
{
  const char *text, *part;
} bad_files[] = {
  { WRAP (VISIT ("{\"region\": \"tail\", \"side\": \"left\", \"before\": 1}")),
    "clients[0].visits[0].marks[0].region: " },
  { WRAP (VISIT ("{\"region\": \"sternum\", \"side\": \"left\", \"before\": 1}")),
    "clients[0].visits[0].marks[0].side: " },
  { WRAP (VISIT ("{\"region\": \"sternum\", \"before\": 4}")),
    "clients[0].visits[0].marks[0].before: " },
  { WRAP ("{\"id\": \"v\", \"at\": \"2999-03-01T10:00:00Z\"}"), "clients[0].visits[0].at: " },
  { "{\"format\": \"palpate-practice\", \"version\": 1, \"clients\": [{", "breaks off" },
  { "{\"format\": \"palpate-practice\", \"version\": 2, \"clients\": []}", "version 2" },
  { "{\"a\": \"\xff\"}", "UTF-8" },
  { "", "empty" },
  { "Dear Annika,", "Line 1 is not JSON" },
};

static void
test_import (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *before = ctl_kit_get ("export", "--db", db, NULL);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *file = ctl_kit_write (folder, "bad.json", bad_files[i].text);

      ctl_kit_assert_refused (ctl_kit_run ("import", file, "--db", db, NULL), bad_files[i].part);
    }
  ctl_kit_assert_refused (ctl_kit_run ("import", folder, "--db", db, NULL), "is a folder");
  ctl_kit_assert_refused (ctl_kit_run ("import", "/nowhere/x.json", "--db", db, NULL), "x.json");
  after = ctl_kit_get ("export", "--db", db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* One bad visit at the end keeps everything out. */
static void
test_import_is_all_or_nothing (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "new.palpate", NULL);
  g_autofree char *file =
      ctl_kit_write (folder, "bad.json",
                     WRAP (VISIT ("{\"region\": \"sternum\", \"before\": 1}") ", {\"id\": \"w\"}"));

  ctl_kit_assert_refused (ctl_kit_run ("import", file, "--db", db, NULL),
                          "clients[0].visits[1].at");
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));
}

static void
test_import_twice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *before = ctl_kit_get ("export", "--db", db, NULL);
  g_autofree char *file = ctl_kit_write (folder, "again.json", before);
  g_autofree char *after = NULL;

  ctl_kit_assert_refused (ctl_kit_run ("import", file, "--db", db, NULL), "");
  after = ctl_kit_get ("export", "--db", db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_chart (void)
{
  static const struct
  {
    const char *text, *part;
  } cases[] = {
    { "l tail 2", "tail" },
    { "l sternum 2", "l" },
    { "l itb-mid 4", "4" },
    { "itb-mid 2", "itb-mid" },
    { "", "nothing" },
    { "l itb-mid 2 xyzzy", "xyzzy" },
    { "l itb-mid 2, r tail", "tail" },
  };
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *before = ctl_kit_get ("export", "--db", db, NULL);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ctl_kit_assert_refused (ctl_kit_run ("chart", "Sofia", cases[i].text, "--db", db, NULL),
                            cases[i].part);
  ctl_kit_assert_refused (ctl_kit_run ("chart", "Nobody", "l itb-mid 2", "--db", db, NULL),
                          "Nobody");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "Sofia", "\xff", "--db", db, NULL), "UTF-8");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "Sofia", "l itb-mid 2", "--at", "2999-01-01",
                                       "--db", db, NULL),
                          "at: ");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "Sofia", "l itb-mid 2", "--at", "noon", "--db", db,
                                       NULL),
                          "noon");
  after = ctl_kit_get ("export", "--db", db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_who_is_meant (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);

  ctl_kit_assert_refused (ctl_kit_run ("visits", "t", "--db", db, NULL), "Tomasz Wójcik (");
  ctl_kit_assert_refused (ctl_kit_run ("visits", "", "--db", db, NULL), "“”");
  ctl_kit_assert_refused (ctl_kit_run ("visits", "a\nb", "--db", db, NULL), "a b");
}

static void
test_compare (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *annika = ctl_kit_get ("visits", "annika", "--db", db, NULL);
  g_autofree char *tomasz = ctl_kit_get ("visits", "tomasz", "--db", db, NULL);
  g_autofree char *one = g_strndup (annika, strcspn (annika, "\t"));
  g_autofree char *other = g_strndup (tomasz, strcspn (tomasz, "\t"));

  ctl_kit_assert_refused (ctl_kit_run ("compare", one, "nope", "--db", db, NULL), "visit");
  ctl_kit_assert_refused (ctl_kit_run ("compare", one, other, "--db", db, NULL), "different");

  g_autofree char *mixed = g_strdup_printf ("%s..%s", one, other);
  ctl_kit_assert_refused (ctl_kit_run ("compare", one, mixed, "--db", db, NULL), "different");
  ctl_kit_assert_refused (ctl_kit_run ("compare", one, "nope..", "--db", db, NULL), "visit");
  ctl_kit_assert_refused (ctl_kit_run ("compare", "..2026-01-01", "2026-01-02..", "--db", db, NULL),
                          "--client");
  ctl_kit_assert_refused (ctl_kit_run ("compare", "..2006-01-01", "2026-01-02..", "--client",
                                       "annika", "--db", db, NULL),
                          "no visit");
  ctl_kit_assert_refused (ctl_kit_run ("draw", "--compare", one, other, "--out", "x.svg", "--db",
                                       db, NULL),
                          "different");
}

/* Every verb that reads says so when there is nothing to read, and makes nothing. */
static void
test_missing_practice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = g_build_filename (folder, "missing.palpate", NULL);

  ctl_kit_assert_refused (ctl_kit_run ("clients", "--db", db, NULL), "missing.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("visits", "x", "--db", db, NULL), "missing.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("export", "--db", db, NULL), "missing.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("check", "--db", db, NULL), "missing.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "x", "l itb-mid 1", "--db", db, NULL),
                          "missing.palpate");
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));
}

static void
test_other_files (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *letter = ctl_kit_write (folder, "letter.palpate", "Dear Annika,\n");

  ctl_kit_assert_refused (ctl_kit_run ("clients", "--db", letter, NULL), "letter.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "x", "l itb-mid 1", "--db", letter, NULL),
                          "letter.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("demo", "--db", letter, NULL), "letter.palpate");
  ctl_kit_assert_refused (ctl_kit_run ("clients", "--db", folder, NULL), "is a folder");
}

/* The version of an SQLite file is a number at byte 60, highest byte first. */
static void
test_newer_practice (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);
  g_autofree char *bytes = NULL, *after = NULL;
  gsize length, length_after;

  g_assert_true (g_file_get_contents (db, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 64);
  bytes[62] = 0x7f;
  g_assert_true (g_file_set_contents (db, bytes, (gssize) length, NULL));
  ctl_kit_assert_refused (ctl_kit_run ("clients", "--db", db, NULL), "newer");
  ctl_kit_assert_refused (ctl_kit_run ("chart", "Sofia", "l itb-mid 1", "--db", db, NULL), "newer");
  g_assert_true (g_file_get_contents (db, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, bytes, length);
}

static void
test_read_only_folder (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *closed = g_build_filename (folder, "closed", NULL);
  g_autofree char *db = g_build_filename (closed, "new.palpate", NULL);
  g_autofree char *out = g_build_filename (closed, "out.json", NULL);
  g_autofree char *sample = ctl_kit_new_db (folder);

  g_assert_cmpint (g_mkdir (closed, 0500), ==, 0);
  if (access (closed, W_OK) == 0)
    {
      g_test_skip ("This user may write everywhere.");
      return;
    }
  ctl_kit_assert_refused (ctl_kit_run ("demo", "--db", db, NULL), "");
  ctl_kit_assert_refused (ctl_kit_run ("export", "--db", sample, "--out", out, NULL), "out.json");
}

static void
test_demo_leaves_real_people_alone (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *db = ctl_kit_new_db (folder);

  ctl_kit_assert_refused (ctl_kit_run ("demo", "--db", db, NULL), "10 clients already");
}

static void
test_usage (void)
{
  ctl_kit_assert_usage (ctl_kit_run ("", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("frobnicate", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("visits", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("visits", "a", "b", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("clients", "--frobnicate", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("record", "a", "--json", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("summary", "a", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("summary", "a", "--out", "x.pdf", "--paper", "a3", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("summary", "a", "--out", "x.pdf", "--language", "../x", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("export", "--format", "xml", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--blank", "--heat", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--compare", "a", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--client", "a", "--out", "x.png", NULL));
  ctl_kit_assert_usage (
      ctl_kit_run ("draw", "--client", "a", "--heat", "--from", "May", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--client", "a", "--heat", "--last", "3", "--to",
                                     "2026-03-01", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("draw", "--blank", "--view", "top", "--out", "x.png", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "hit", "top", "0", "0", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "hit", "front", "0", "zero", NULL));
  ctl_kit_assert_usage (ctl_kit_run ("atlas", "hit", "front", "nan", "0", NULL));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/ctl/refusals/import", test_import);
  g_test_add_func ("/ctl/refusals/import-is-all-or-nothing", test_import_is_all_or_nothing);
  g_test_add_func ("/ctl/refusals/import-twice", test_import_twice);
  g_test_add_func ("/ctl/refusals/chart", test_chart);
  g_test_add_func ("/ctl/refusals/who-is-meant", test_who_is_meant);
  g_test_add_func ("/ctl/refusals/compare", test_compare);
  g_test_add_func ("/ctl/refusals/missing-practice", test_missing_practice);
  g_test_add_func ("/ctl/refusals/other-files", test_other_files);
  g_test_add_func ("/ctl/refusals/newer-practice", test_newer_practice);
  g_test_add_func ("/ctl/refusals/read-only-folder", test_read_only_folder);
  g_test_add_func ("/ctl/refusals/demo-leaves-real-people-alone",
                   test_demo_leaves_real_people_alone);
  g_test_add_func ("/ctl/refusals/usage", test_usage);
  return g_test_run ();
}
