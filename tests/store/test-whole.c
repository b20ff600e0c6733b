/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many records at once: all or nothing, limits, and the check of the whole file. */

#include "config.h"

#include <string.h>

#include "store-kit.h"
#include "store/pal-record-rows.h"
#include "tests/kit/kit-start.h"

static GPtrArray *
new_files (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
}

static PalClientFile *
add_file (GPtrArray *files, const char *given, guint n_visits)
{
  g_autoptr (PalClient) client = pal_client_new (given, "Test");
  PalClientFile *file = pal_client_file_new (client);

  for (guint i = 0; i < n_visits; i++)
    g_ptr_array_add (file->visits, pal_visit_new (client->id, i));
  g_ptr_array_add (files, file);
  return file;
}

static void
count_reset_cb (PalStore *store, guint *count)
{
  ++*count;
}

static void
test_take_all (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (GError) error = NULL;
  guint n_resets = 0;

  practice_open (&practice);
  g_signal_connect (practice.store, "reset", G_CALLBACK (count_reset_cb), &n_resets);
  add_file (files, "Ana", 3);
  add_file (files, "Ben", 0);
  pal_store_take_all (practice.store, files, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_resets, ==, 1);
  g_assert_cmpint (store_kit_count (practice.store, "select count (*) from visits"), ==, 3);
}

static void
assert_nothing_taken (Practice *practice, GPtrArray *files, PalStoreError code, const char *names)
{
  g_autofree char *before = practice_dump (practice);
  g_autofree char *after = NULL;
  g_autofree char *id = g_strdup ("own-stroke");
  g_autofree char *name = g_strdup ("Own stroke");
  PalOwnTerm word = { PAL_TERMS_TECHNIQUE, id, name, FALSE, FALSE, NULL };
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (terms, &word);
  g_assert_false (pal_store_take_all (practice->store, files, terms, &error));
  g_assert_error (error, PAL_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, names));
  after = practice_dump (practice);
  g_assert_cmpstr (before, ==, after);
  stored = pal_store_list_terms (practice->store, NULL);
  g_assert_cmpuint (stored->len, ==, 0);
}

static void
test_all_or_nothing (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (GPtrArray) twins = new_files ();
  g_autoptr (GPtrArray) strays = new_files ();
  PalClientFile *stray;
  PalVisit *visit;

  practice_open_with (&practice, 2);
  add_file (files, "Ben", 5);
  g_ptr_array_add (files, kit_runner_new (1));
  assert_nothing_taken (&practice, files, PAL_STORE_ERROR_EXISTS, "Ana Kovač");

  /* Twice in the same file. */
  g_ptr_array_add (twins, pal_client_file_new (add_file (twins, "Cal", 1)->client));
  assert_nothing_taken (&practice, twins, PAL_STORE_ERROR_EXISTS, "Cal Test");

  /* A visit that somebody else has. */
  stray = add_file (strays, "Dan", 1);
  visit = stray->visits->pdata[0];
  g_free (visit->id);
  visit->id = kit_visit_id_new (0);
  assert_nothing_taken (&practice, strays, PAL_STORE_ERROR_EXISTS, "Dan Test");

  /* The last mark of the last client breaks a rule. */
  g_ptr_array_remove_index (files, 1);
  visit = add_file (files, "Eve", 1)->visits->pdata[0];
  g_ptr_array_add (visit->marks, pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 4));
  assert_nothing_taken (&practice, files, PAL_STORE_ERROR_CONSTRAINT, "limits");
}

static PalPracticeSettings *
make_settings (void)
{
  PalPracticeSettings *settings = pal_practice_settings_new ();

  pal_practice_settings_put (settings, PAL_SETTING_PRACTICE_NAME, "Theirs");
  pal_practice_settings_put (settings, PAL_SETTING_THERAPIST, "T. Heirs");
  pal_practice_settings_put (settings, PAL_SETTING_ASK_CONSENT, "no");
  pal_practice_settings_put (settings, PAL_SETTING_SNIPPETS, "qs Theirs\nrl Relaxed\\nlater");
  return settings;
}

static void
assert_setting (Practice *practice, const char *name, const char *expected)
{
  g_autofree char *value = pal_store_get_setting (practice->store, name);

  g_assert_cmpstr (value, ==, expected);
}

/* A practice that moves house brings its settings along … */
static void
test_settings_move (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (PalPracticeSettings) settings = make_settings ();
  g_autoptr (GError) error = NULL;

  practice_open (&practice);
  pal_store_take_practice (practice.store, files, NULL, settings, &error);
  g_assert_no_error (error);
  assert_setting (&practice, PAL_SETTING_PRACTICE_NAME, "Theirs");
  assert_setting (&practice, PAL_SETTING_PRACTICE_CONTACT, NULL);
  assert_setting (&practice, PAL_SETTING_THERAPIST, "T. Heirs");
  assert_setting (&practice, PAL_SETTING_ASK_CONSENT, "no");
  assert_setting (&practice, PAL_SETTING_SNIPPETS, "qs Theirs\nrl Relaxed\\nlater");
}

/* … one that takes in another's clients keeps its own, and still asks. */
static void
test_settings_stay (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (PalPracticeSettings) settings = make_settings ();
  g_autoptr (GError) error = NULL;

  practice_open_with (&practice, 2);
  g_assert_true (pal_store_set_setting (practice.store, PAL_SETTING_SNIPPETS, "qs Mine", NULL));
  add_file (files, "Ben", 1);
  pal_store_take_practice (practice.store, files, NULL, settings, &error);
  g_assert_no_error (error);
  assert_setting (&practice, PAL_SETTING_PRACTICE_NAME, NULL);
  assert_setting (&practice, PAL_SETTING_THERAPIST, NULL);
  assert_setting (&practice, PAL_SETTING_ASK_CONSENT, NULL);
  assert_setting (&practice, PAL_SETTING_SNIPPETS, "qs Mine\nrl Relaxed\\nlater");
}

/* Nothing of a refused file stays, its settings as little as its clients. */
static void
test_settings_refused_with_the_rest (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (PalPracticeSettings) settings = make_settings ();

  practice_open (&practice);
  g_ptr_array_add (files, pal_client_file_new (add_file (files, "Cal", 1)->client));
  g_assert_false (pal_store_take_practice (practice.store, files, NULL, settings, NULL));
  assert_setting (&practice, PAL_SETTING_SNIPPETS, NULL);
  assert_setting (&practice, PAL_SETTING_PRACTICE_NAME, NULL);
}

static void
test_limits (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (GPtrArray) full = new_files ();
  g_autoptr (PalClient) one = pal_client_new ("One", "More");
  g_autoptr (GError) error = NULL;
  PalClientFile *file;
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalChange) add_visit = NULL;

  practice_open (&practice);
  add_file (files, "Ana", PAL_MAX_VISITS_PER_CLIENT + 1);
  assert_nothing_taken (&practice, files, PAL_STORE_ERROR_LIMIT, "Ana Test");

  file = add_file (full, "Ben", PAL_MAX_VISITS_PER_CLIENT);
  pal_store_take_all (practice.store, full, NULL, &error);
  g_assert_no_error (error);
  visit = pal_visit_new (file->client->id, 7);
  add_visit = pal_change_new_visit (NULL, visit, "New visit", NULL);
  g_assert_false (pal_store_apply (practice.store, add_visit, &error));
  g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT);
}

static void
test_limit_of_clients (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (PalClient) client = pal_client_new ("One", "More");
  g_autoptr (PalChange) add = pal_change_new_client (NULL, client, "Add client", NULL);
  g_autoptr (GError) error = NULL;

  practice_open (&practice);
  store_kit_run (
      practice.store,
      "with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000) "
      "insert into clients (id, revision, given, figure) select 'c' || i, 1, 'x', 0 "
      "from n");
  g_assert_false (pal_store_apply (practice.store, add, &error));
  g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT);
  g_clear_error (&error);
  add_file (files, "Ana", 0);
  g_assert_false (pal_store_take_all (practice.store, files, NULL, &error));
  g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT);
}

/* The check ----------------------------------------------------------------------------------- */

static void
assert_check_finds (Practice *practice, const char *what)
{
  GError *error = NULL;
  gboolean sound = pal_store_check (practice->store, &error);

  if (sound)
    g_error ("not found: %s", what);
  kit_assert_refused (sound, error, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT, "“");
}

static void
test_check_finds_damage (void)
{
  static const char *const damages[] = {
    "drop trigger audit_keeps_words; update audit set actor = 'Somebody else' where seq = 2",
    "drop trigger audit_keeps_words; update audit set at = at + 1 where seq = 1",
    "drop trigger audit_keeps_words; update audit set hash = zeroblob (32) where seq = 3",
    "drop trigger audit_keeps_rows; delete from audit where seq = 2",
    "drop trigger audit_keeps_rows; delete from audit where seq = (select max (seq) from audit)",
    "pragma ignore_check_constraints = on; update marks set severity_before = 7",
    "pragma foreign_keys = off; delete from clients",
    "pragma foreign_keys = off; delete from marks where position = 0",
    "pragma writable_schema = on; delete from sqlite_schema where name = 'visits_by_client'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_autoptr (GError) error = NULL;

      practice_open_with (&practice, 4);
      pal_store_check (practice.store, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (g_steal_pointer (&practice.store));
      store_kit_run_raw (practice.path, damages[i]);
      practice.store = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
      g_assert_no_error (error);
      assert_check_finds (&practice, damages[i]);
    }
}

/* Our own connection cannot bend the trail, not even by replacing. */
static void
test_audit_only_grows (void)
{
  static const char *const attempts[] = {
    "update audit set what = 'x'",
    "delete from audit",
    "insert or replace into audit select * from audit where seq = 1",
    "update sqlite_schema set sql = ''",
  };
  g_auto (Practice) practice = { NULL };
  sqlite3 *handle;

  practice_open_with (&practice, 2);
  handle = pal_database_get_handle (pal_store_get_database (practice.store));
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_cmpint (sqlite3_exec (handle, attempts[i], NULL, NULL, NULL), !=, SQLITE_OK);
  g_assert_true (pal_store_check (practice.store, NULL));
}

/* The formula of the chain, computed here by itself. */
static void
test_audit_hash (void)
{
  g_auto (Practice) practice = { NULL };
  const char *const texts[] = { "M. Okafor", "setting-changed", "therapist", "" };
  const guint8 zero[32] = { 0 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *sql = NULL;
  guint64 seq = GUINT64_TO_LE (1);
  guint64 at;

  practice_open (&practice);
  g_assert_true (pal_store_set_setting (practice.store, "therapist", "x", NULL));
  at = GUINT64_TO_LE ((guint64) store_kit_count (practice.store, "select at from audit"));
  g_checksum_update (checksum, zero, sizeof zero);
  g_checksum_update (checksum, (const guchar *) &seq, sizeof seq);
  g_checksum_update (checksum, (const guchar *) &at, sizeof at);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint64 length = GUINT64_TO_LE (strlen (texts[i]));

      g_checksum_update (checksum, (const guchar *) &length, sizeof length);
      g_checksum_update (checksum, (const guchar *) texts[i], (gssize) strlen (texts[i]));
    }
  sql = g_strdup_printf ("select lower (hex (hash)) = '%s' from audit",
                         g_checksum_get_string (checksum));
  g_assert_cmpint (store_kit_count (practice.store, sql), ==, 1);
}

/* Reading a history must walk indices and sort nothing, however many clients there are. */
static void
test_plans (void)
{
  g_auto (Practice) practice = { NULL };
  guint n_parts;
  const PalPart *parts = pal_visit_get_parts (&n_parts);

  practice_open (&practice);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *sql = g_strconcat ("explain query plan ", parts[i].of_client, NULL);
      sqlite3 *handle = pal_database_get_handle (pal_store_get_database (practice.store));
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *step = (const char *) sqlite3_column_text (statement, 3);

          g_assert_true (g_str_has_prefix (step, "SEARCH"));
        }
      sqlite3_finalize (statement);
    }
}

#define PNG                                                                                        \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"   \
  "gg=="

/* Logo and signatures stay with the file, go with it to a new practice, and can be taken away. */
static void
test_images (void)
{
  g_auto (Practice) practice = { NULL }, other = { NULL };
  g_autoptr (PalPracticeSettings) settings = NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autofree char *logo = NULL, *theirs = NULL;
  g_autofree char *huge = g_strnfill (PAL_MAX_IMAGE_BYTES * 2, 'A');
  GError *error = NULL;
  gboolean done;

  practice_open (&practice);
  g_assert_null (pal_store_get_image (practice.store, NULL));
  g_assert_true (pal_store_set_image (practice.store, NULL, PNG, NULL));
  g_assert_true (pal_store_set_image (practice.store, "Mia", PNG, NULL));
  done = pal_store_set_image (practice.store, NULL, "bm9uZQ==", &error);
  kit_assert_refused (done, error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_NOT_UNDERSTOOD, "logo: ");
  error = NULL;
  done = pal_store_set_image (practice.store, "Mia", huge, &error);
  kit_assert_refused (done, error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE, "signature: ");
  practice_reopen (&practice);
  logo = pal_store_get_image (practice.store, NULL);
  g_assert_cmpstr (logo, ==, PNG);

  settings = pal_store_get_settings (practice.store, NULL);
  g_assert_cmpuint (settings->signatures->len, ==, 1);
  practice_open (&other);
  g_assert_true (pal_store_take_practice (other.store, nobody, NULL, settings, NULL));
  theirs = pal_store_get_image (other.store, "Mia");
  g_assert_cmpstr (theirs, ==, PNG);

  g_assert_true (pal_store_set_image (practice.store, NULL, NULL, NULL));
  g_assert_null (pal_store_get_image (practice.store, NULL));
  g_assert_true (pal_store_check (practice.store, NULL));
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/take-all/takes", test_take_all);
  g_test_add_func ("/store/take-all/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/take-all/limit-of-visits", test_limits);
  g_test_add_func ("/store/take-all/limit-of-clients", test_limit_of_clients);
  g_test_add_func ("/store/check/finds-damage", test_check_finds_damage);
  g_test_add_func ("/store/audit/only-grows", test_audit_only_grows);
  g_test_add_func ("/store/audit/hash", test_audit_hash);
  g_test_add_func ("/store/plans", test_plans);
  g_test_add_func ("/store/whole/settings-move", test_settings_move);
  g_test_add_func ("/store/whole/settings-stay", test_settings_stay);
  g_test_add_func ("/store/whole/settings-refused", test_settings_refused_with_the_rest);
  g_test_add_func ("/store/images", test_images);
  return g_test_run ();
}
