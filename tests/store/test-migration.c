/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that older versions wrote, kept as they wrote them (data/version-N.sql, with that version's
 * own export beside it): opening one brings it up to date and loses nothing. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/pal-exchange.h"
#include "store-kit.h"
#include "store/pal-schema.h"
#include "tests/kit/kit-start.h"

/* Versions that were in people's hands. */
static const guint versions[] = { 1 };

static char *
load_data (guint version, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("version-%u.%s", version, ending);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Makes the file of that version, as its program left it. */
static void
practice_make_old (Practice *self, guint version)
{
  g_autofree char *sql = load_data (version, "sql");

  self->folder = kit_folder_new ();
  self->path = g_build_filename (self->folder, "practice.palpate", NULL);
  store_kit_run_raw (self->path, sql);
  g_chmod (self->path, 0600);
}

static void
practice_upgrade (Practice *self)
{
  g_autoptr (GError) error = NULL;

  self->store = pal_store_open (self->path, PAL_STORE_OPEN_DEFAULT, "M. Okafor", &error);
  g_assert_no_error (error);
}

static PalPractice *
load_export (guint version)
{
  g_autofree char *text = load_data (version, "json");
  g_autoptr (GError) error = NULL;
  PalPractice *practice =
      pal_practice_read_data (text, strlen (text), kit_get_atlas (), kit_get_vocabulary (), &error);

  g_assert_no_error (error);
  return practice;
}

static void
assert_same_records (PalStore *store, const PalPractice *expected)
{
  g_assert_cmpint (pal_store_count_clients (store, NULL), ==, (int) expected->files->len);
  for (guint i = 0; i < expected->files->len; i++)
    {
      const PalClientFile *file = expected->files->pdata[i];
      g_autoptr (PalClient) client = pal_store_get_client (store, file->client->id, NULL);
      g_autoptr (GPtrArray) visits = pal_store_list_visits (store, file->client->id, NULL);

      g_assert_nonnull (client);
      g_assert_true (pal_client_equal (client, file->client));
      g_assert_cmpuint (visits->len, ==, file->visits->len);
      for (guint k = 0; k < visits->len; k++)
        g_assert_true (pal_visit_equal (visits->pdata[k], file->visits->pdata[k]));
    }
}

/* Every record, word and setting is as the old program gave it out, and the audit trail still
 * proves itself. */
static void
test_loses_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_autoptr (PalPractice) expected = load_export (versions[i]);
      g_autoptr (GPtrArray) terms = NULL;
      g_autoptr (GPtrArray) audit = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *snippets = NULL;
      guint n_steps;

      practice_make_old (&practice, versions[i]);
      practice_upgrade (&practice);
      pal_schema_get_steps (&n_steps);
      g_assert_cmpint (store_kit_count (practice.store, "pragma user_version"), ==, n_steps);
      g_assert_cmpuint (expected->files->len, ==, 2);
      assert_same_records (practice.store, expected);
      g_assert_cmpint (store_kit_count (practice.store, "select count (*) from mark_digests"), ==,
                       store_kit_count (practice.store, "select count (*) from visits"));
      terms = pal_store_list_terms (practice.store, NULL);
      g_assert_cmpuint (terms->len, ==, 1);
      g_assert_cmpstr (((PalOwnTerm *) terms->pdata[0])->name, ==, "Ropey");
      g_assert_false (((PalOwnTerm *) terms->pdata[0])->retired);
      snippets = pal_store_get_setting (practice.store, PAL_SETTING_SNIPPETS);
      g_assert_cmpstr (snippets, ==, "qs Quads short.\\nStretch.");
      audit = pal_store_list_audit (practice.store, "v-1", NULL);
      g_assert_cmpuint (audit->len, ==, 1);
      pal_store_check (practice.store, &error);
      g_assert_no_error (error);
    }
}

/* Who only reads sees the same records, and the file stays as it was. */
static void
test_can_be_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_autoptr (PalPractice) expected = load_export (versions[i]);
      g_autoptr (PalVisit) draft = NULL;
      g_autoptr (PalChange) change = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *backup = NULL;
      gsize n_before, n_after;

      practice_make_old (&practice, versions[i]);
      g_assert_true (g_file_get_contents (practice.path, &before, &n_before, NULL));
      practice.store = pal_store_open (practice.path, PAL_STORE_OPEN_READ_ONLY, "Ruth", &error);
      g_assert_no_error (error);
      assert_same_records (practice.store, expected);
      pal_store_check (practice.store, &error);
      g_assert_no_error (error);

      draft = pal_store_get_visit (practice.store, "v-3", NULL);
      change = store_kit_edit (draft, "Hips next");
      g_assert_false (pal_store_apply (practice.store, change, &error));
      g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY);
      g_assert_finalize_object (g_steal_pointer (&practice.store));
      g_assert_true (g_file_get_contents (practice.path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
      backup = g_strdup_printf ("%s.version-%u.backup", practice.path, versions[i]);
      g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
    }
}

/* The old file, whole, stays beside the new one: an older program can open it. */
static void
test_leaves_a_backup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_auto (Practice) again = { NULL };
      g_autoptr (PalPractice) expected = load_export (versions[i]);
      PalDatabase *database;
      guint32 id = 0;
      guint version = 0;

      practice_make_old (&practice, versions[i]);
      practice_upgrade (&practice);
      again.folder = kit_folder_new ();
      again.path = g_strdup_printf ("%s.version-%u.backup", practice.path, versions[i]);
      g_assert_true (g_file_test (again.path, G_FILE_TEST_IS_REGULAR));
      database = pal_database_new (again.path, PAL_DATABASE_READ, NULL);
      g_assert_nonnull (database);
      g_assert_true (pal_schema_inspect (database, &id, &version, NULL));
      g_assert_cmpuint (id, ==, PAL_APPLICATION_ID);
      g_assert_cmpuint (version, ==, versions[i]);
      pal_database_free (database);
      practice_upgrade (&again);
      assert_same_records (again.store, expected);
    }
}

/* Once is enough: the second opening finds nothing to do and makes no second copy. */
static void
test_happens_once (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  practice_make_old (&practice, 1);
  practice_upgrade (&practice);
  backup = g_strdup_printf ("%s.version-1.backup", practice.path);
  g_assert_cmpint (g_unlink (backup), ==, 0);
  before = practice_dump (&practice);
  practice_reopen (&practice);
  after = practice_dump (&practice);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* What was written before can be gone on with. */
static void
test_can_be_edited (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) draft = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;

  practice_make_old (&practice, 1);
  practice_upgrade (&practice);
  draft = pal_store_get_visit (practice.store, "v-3", NULL);
  change = store_kit_edit (draft, "Hips next");
  pal_store_apply (practice.store, change, &error);
  g_assert_no_error (error);
  plan = store_kit_get_plan (practice.store, "v-3");
  g_assert_cmpstr (plan, ==, "Hips next");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/migration/loses-nothing", test_loses_nothing);
  g_test_add_func ("/store/migration/can-be-read", test_can_be_read);
  g_test_add_func ("/store/migration/leaves-a-backup", test_leaves_a_backup);
  g_test_add_func ("/store/migration/happens-once", test_happens_once);
  g_test_add_func ("/store/migration/can-be-edited", test_can_be_edited);
  return g_test_run ();
}
