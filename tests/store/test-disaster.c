/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are none of ours, folders that take nothing, full disks, killed programs: refused in
 * one sentence, and nothing is changed or lost. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-kit.h"
#include "store/pal-schema.h"
#include "store/pal-store-error.h"
#include "tests/kit/kit-start.h"

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What lies in a folder: names, sizes, modes and digests. */
static char *
describe_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  char *description;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autofree char *digest = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
          g_file_get_contents (path, &contents, &length, NULL))
        digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, digest != NULL ? digest : "folder"));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  description = g_strjoinv ("\n", (char **) lines->pdata);
  g_ptr_array_unref (lines);
  return description;
}

/* Opening @path is refused however one asks, and its folder is left as it was. */
static void
assert_open_refused (const char *path, PalStoreError code, const char *what)
{
  static const PalStoreOpenFlags ways[] = {
    PAL_STORE_OPEN_DEFAULT,
    PAL_STORE_OPEN_CREATE,
    PAL_STORE_OPEN_READ_ONLY,
  };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = describe_folder (folder);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *after = NULL;
      GError *error = NULL;
      PalStore *store = pal_store_open (path, ways[i], "x", &error);

      g_test_message ("%s: %s", what, error != NULL ? error->message : "opened");
      kit_assert_refused (store != NULL, error, PAL_STORE_ERROR, (int) code, "“");
      after = describe_folder (folder);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Other files --------------------------------------------------------------------------------- */

static void
test_not_a_database (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *text = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *noise = g_build_filename (folder, "noise", NULL);
  g_autofree char *almost = g_build_filename (folder, "almost", NULL);
  char bytes[8192];

  g_file_set_contents (text, "Dear Ana,", -1, NULL);
  assert_open_refused (text, PAL_STORE_ERROR_NOT_A_DATABASE, "text");
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) (i * 7 + i / 256);
  g_file_set_contents (noise, bytes, sizeof bytes, NULL);
  assert_open_refused (noise, PAL_STORE_ERROR_NOT_A_DATABASE, "noise");
  memcpy (bytes, "SQLite format 3", 16);
  g_file_set_contents (almost, bytes, sizeof bytes, NULL);
  assert_open_refused (almost, PAL_STORE_ERROR_NOT_A_DATABASE, "noise with the right start");
}

static void
test_other_application (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bookmarks.sqlite", NULL);
  g_autofree char *logged = g_build_filename (folder, "logged.sqlite", NULL);

  store_kit_run_raw (path, "create table clients (key); pragma user_version = 1");
  assert_open_refused (path, PAL_STORE_ERROR_NOT_A_DATABASE, "another application");
  store_kit_run_raw (logged, "pragma journal_mode = wal; pragma application_id = 77;"
                             "create table t (a); pragma user_version = 1");
  assert_open_refused (logged, PAL_STORE_ERROR_NOT_A_DATABASE, "another application with a log");
}

static void
test_newer (void)
{
  g_auto (Practice) practice = { NULL };
  guint n_steps;
  g_autofree char *newer = NULL;
  g_autofree char *ours = NULL;

  pal_schema_get_steps (&n_steps);
  newer = g_strdup_printf ("pragma user_version = %u", n_steps + 1);
  ours = g_strdup_printf ("pragma user_version = %u", n_steps);
  practice_open_with (&practice, 2);
  g_assert_finalize_object (g_steal_pointer (&practice.store));
  store_kit_run_raw (practice.path, newer);
  assert_open_refused (practice.path, PAL_STORE_ERROR_TOO_NEW, "newer");
  store_kit_run_raw (practice.path, ours);
  practice.store = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", NULL);
  g_assert_nonnull (practice.store);
}

static void
test_folder_as_file (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *inner = g_build_filename (folder, "practice.palpate", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);

  g_mkdir (inner, 0700);
  assert_open_refused (inner, PAL_STORE_ERROR_NOT_A_DATABASE, "folder");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_open_refused (pipe, PAL_STORE_ERROR_NOT_A_DATABASE, "pipe");
}

/* At any length, the file is refused or its damage is found; it never passes for sound. */
static void
test_truncated (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  gsize length = 0;

  practice_open_with (&practice, 30);
  path = g_build_filename (practice.folder, "cut.palpate", NULL);
  g_assert_finalize_object (g_steal_pointer (&practice.store));
  g_assert_true (g_file_get_contents (practice.path, &whole, &length, NULL));
  for (gsize cut = 1; cut < length; cut += cut < 4096 ? 307 : 3001)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, whole, (gssize) cut, NULL);
      g_assert_null (pal_store_open (path, PAL_STORE_OPEN_DEFAULT, "x", &error));
      g_assert_true (g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT) ||
                     g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_A_DATABASE));
    }
  g_file_set_contents (path, whole, 4096 * 5 + 100, NULL);
  assert_open_refused (path, PAL_STORE_ERROR_CORRUPT, "truncated");
}

static gboolean
ignore_cb (const PalClientFile *file, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
ignore_history_cb (const PalHistory *history, gpointer data, GError **error)
{
  return TRUE;
}

/* Bytes changed anywhere: whatever happens, it is an answer and not a crash. */
static void
test_flipped_bytes (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  gsize length = 0;
  guint n_found = 0;

  practice_open_with (&practice, 10);
  path = g_build_filename (practice.folder, "hurt.palpate", NULL);
  g_assert_finalize_object (g_steal_pointer (&practice.store));
  g_assert_true (g_file_get_contents (practice.path, &whole, &length, NULL));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *hurt = g_memdup2 (whole, length);
      g_autoptr (PalStore) store = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 40; k++)
        hurt[g_rand_int_range (rand, 0, (int) length)] = (char) g_rand_int (rand);
      g_file_set_contents (path, hurt, (gssize) length, NULL);
      store = pal_store_open (path, PAL_STORE_OPEN_DEFAULT, "x", &error);
      if (store == NULL || !pal_store_check (store, NULL))
        n_found++;
      if (store == NULL)
        continue;
      pal_store_foreach_client (store, ignore_cb, NULL, NULL);
      pal_store_foreach_history (store, kit_get_atlas (), kit_get_vocabulary (), ignore_history_cb,
                                 NULL, NULL);
    }
  g_test_message ("%u of 200 found", n_found);
  g_assert_cmpuint (n_found, >, 150);
}

/* Places -------------------------------------------------------------------------------------- */

static void
test_missing (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "none", "practice.palpate", NULL);
  g_autofree char *inner = g_build_filename (folder, "none", NULL);
  GError *error = NULL;
  PalStore *store = pal_store_open (path, PAL_STORE_OPEN_DEFAULT, "x", &error);

  kit_assert_refused (store != NULL, error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND, "“");
  g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
}

static void
test_no_place (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (folder, "file", "deep", "practice.palpate", NULL);
  const char *const places[] = { below, "/proc/practice.palpate", "/proc/deep/practice.palpate" };

  g_file_set_contents (file, "x", 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GError *error = NULL;
      PalStore *store = pal_store_open (places[i], PAL_STORE_OPEN_CREATE, "x", &error);

      kit_assert_refused (store != NULL, error, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY, "“");
    }
}

/* Folders made for a file that cannot be made go away again. */
static void
test_failed_creation_leaves_nothing (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *name = g_strnfill (250, 'n');
  g_autofree char *path = g_build_filename (folder, "a", "b", name, NULL);
  g_autofree char *made = g_build_filename (folder, "a", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pal_store_open (path, PAL_STORE_OPEN_CREATE, "x", &error));
  g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_IO);
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
}

static void
test_creation (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "new", "ana & co?.palpate", NULL);
  g_autofree char *inner = g_build_filename (folder, "new", NULL);
  g_autoptr (PalStore) store = NULL;
  g_autoptr (PalStore) empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *blank = g_build_filename (folder, "blank", NULL);
  GStatBuf info;

  umask (0);
  store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "x", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pal_store_get_path (store), ==, path);
  g_stat (path, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_stat (inner, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (store_kit_count (store, "pragma synchronous"), ==, 2);
  g_assert_cmpint (store_kit_count (store, "pragma foreign_keys"), ==, 1);
  g_assert_cmpint (store_kit_count (store, "select 'wal' = (select journal_mode from "
                                           "pragma_journal_mode)"),
                   ==, 1);
  g_assert_cmpint (store_kit_count (store, "pragma application_id"), ==, 0x50616c70);

  /* An empty file that a dialog made becomes a practice; without being asked to, it does not. */
  g_file_set_contents (blank, "", 0, NULL);
  g_assert_null (pal_store_open (blank, PAL_STORE_OPEN_DEFAULT, "x", NULL));
  empty = pal_store_open (blank, PAL_STORE_OPEN_CREATE, "x", &error);
  g_assert_no_error (error);
}

/* The log of a practice that was moved away must not be played into a new one. */
static void
test_stray_log (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "practice.palpate", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GError *error = NULL;
  PalStore *store;

  g_file_set_contents (log, "the last words of another file", -1, NULL);
  store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "x", &error);
  kit_assert_refused (store != NULL, error, PAL_STORE_ERROR, PAL_STORE_ERROR_IO, "“");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_read_only (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalStore) reader = NULL;
  g_autoptr (PalClient) client = pal_client_new ("Ben", NULL);
  g_autoptr (PalChange) add = pal_change_new_client (NULL, client, "Add client", NULL);
  g_autoptr (GPtrArray) visits = NULL;
  GError *error = NULL;
  gboolean done;

  practice_open_with (&practice, 3);
  reader = pal_store_open (practice.path, PAL_STORE_OPEN_READ_ONLY, "x", NULL);
  visits = pal_store_list_visits (reader, KIT_RUNNER_ID, NULL);
  g_assert_cmpuint (visits->len, ==, 3);
  done = pal_store_apply (reader, add, &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY, "“");
  error = NULL;
  done = pal_store_set_setting (reader, "therapist", "x", &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY, "“");
}

/* Without the rights of the administrator, whom no permission stops. */
static void
test_no_permission (void)
{
  g_auto (Practice) practice = { NULL };
  int status = 0;
  pid_t child;

  if (getuid () != 0)
    {
      g_test_skip ("needs to become another user");
      return;
    }
  practice_open_with (&practice, 2);
  g_assert_finalize_object (g_steal_pointer (&practice.store));
  g_chmod (practice.folder, 0555);
  g_chmod (practice.path, 0444);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalStore) store = NULL;
      g_autoptr (PalStore) reader = NULL;

      if (setgid (65534) != 0 || setuid (65534) != 0)
        _exit (1);
      store = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
      if (store != NULL || !g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY))
        _exit (2);
      reader = pal_store_open (practice.path, PAL_STORE_OPEN_READ_ONLY, "x", NULL);
      _exit (reader != NULL && pal_store_count_clients (reader, NULL) == 1 ? 0 : 3);
    }
  waitpid (child, &status, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_busy (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalStore) other = NULL;
  g_autoptr (PalClient) client = pal_client_new ("Ben", NULL);
  g_autoptr (PalChange) add = pal_change_new_client (NULL, client, "Add client", NULL);
  GError *error = NULL;
  gboolean done;

  practice_open_with (&practice, 2);
  other = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", NULL);
  sqlite3_busy_timeout (pal_database_get_handle (pal_store_get_database (practice.store)), 1);
  store_kit_run (other, "begin immediate");
  done = pal_store_apply (practice.store, add, &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_BUSY, "“");
  store_kit_run (other, "rollback");
  g_assert_true (pal_store_apply (practice.store, add, NULL));
}

/* Full disks ---------------------------------------------------------------------------------- */

/* One edit that takes some pages. */
static gboolean
add_test (PalStore *store, guint i, GError **error)
{
  g_autofree char *id = kit_visit_id_new (1);
  g_autoptr (PalVisit) before = pal_store_get_visit (store, id, NULL);
  g_autoptr (PalVisit) after = pal_visit_copy (before);
  g_autoptr (PalChange) change = NULL;
  PalTestResult *result = g_new0 (PalTestResult, 1);

  result->test = g_strdup ("neck-rotation");
  result->value = i % 90;
  result->note = g_strnfill (9000, 'x');
  g_ptr_array_add (after->tests, result);
  change = pal_change_new_visit (before, after, "Edit", NULL);
  return pal_store_apply (store, change, error);
}

/* Edits until one is refused. Returns how many were taken. */
static guint
edit_until_refused (PalStore *store, PalStoreError code)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (GError) error = NULL;

      if (add_test (store, i, &error))
        continue;
      g_assert_error (error, PAL_STORE_ERROR, (int) code);
      return i;
    }
  g_assert_not_reached ();
}

static void
assert_tests (PalStore *store, guint n)
{
  g_autofree char *id = kit_visit_id_new (1);
  g_autoptr (PalVisit) visit = pal_store_get_visit (store, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (visit->tests->len, ==, n);
  pal_store_check (store, &error);
  g_assert_no_error (error);
}

static void
test_full_file (void)
{
  g_auto (Practice) practice = { NULL };
  guint n;

  practice_open_with (&practice, 2);
  store_kit_count (practice.store, "pragma max_page_count = 120");
  n = edit_until_refused (practice.store, PAL_STORE_ERROR_FULL);
  g_assert_cmpuint (n, >, 3);
  assert_tests (practice.store, n);
  practice_reopen (&practice);
  assert_tests (practice.store, n);
  store_kit_count (practice.store, "pragma max_page_count = 200");
  g_assert_cmpuint (edit_until_refused (practice.store, PAL_STORE_ERROR_FULL), >, 0);
}

/* A limit of file sizes stands for a full disk: writes fail in the middle. */
static void
limit_size (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_full_disk (void)
{
  g_auto (Practice) practice = { NULL };
  guint n;
  guint more;

  practice_open_with (&practice, 2);
  signal (SIGXFSZ, SIG_IGN);
  limit_size (700 * 1024);
  n = edit_until_refused (practice.store, PAL_STORE_ERROR_FULL);
  g_assert_cmpuint (n, >, 3);
  limit_size (RLIM_INFINITY);
  assert_tests (practice.store, n);
  practice_reopen (&practice);
  assert_tests (practice.store, n);
  limit_size (900 * 1024);
  more = edit_until_refused (practice.store, PAL_STORE_ERROR_FULL);
  limit_size (RLIM_INFINITY);
  assert_tests (practice.store, n + more);
}

/* No file can be made at all: no half practice, no folder. */
static void
test_full_disk_at_creation (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "new", "practice.palpate", NULL);
  g_autofree char *inner = g_build_filename (folder, "new", NULL);
  PalStore *store;
  GError *error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_size (10 * 1024);
  store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "x", &error);
  limit_size (RLIM_INFINITY);
  kit_assert_refused (store != NULL, error, PAL_STORE_ERROR, PAL_STORE_ERROR_FULL, "There is");
  g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
}

/* The log cannot be moved into the file, which would have to grow: edits go on, and whoever watches
 * is told; and told again when there is room. */
static void
notified_cb (PalStore *store, GParamSpec *pspec, guint *count)
{
  ++*count;
}

static void
test_checkpoint_fails (void)
{
  g_auto (Practice) practice = { NULL };
  guint n_notified = 0;
  GStatBuf info;
  guint n = 0;

  practice_open_with (&practice, 2);
  store_kit_run (practice.store,
                 "with recursive n (i) as (select 1 union all select i + 1 from n where i < 600) "
                 "insert into clients (id, revision, given, figure, history) "
                 "select 'c' || i, 1, 'x', 0, printf ('%.*c', 20000, 'x') from n");
  practice_reopen (&practice);
  g_stat (practice.path, &info);
  g_assert_cmpint (info.st_size, >, 2 * 4096 * 1000);
  g_signal_connect (practice.store, "notify::checkpoint-failing", G_CALLBACK (notified_cb),
                    &n_notified);

  signal (SIGXFSZ, SIG_IGN);
  limit_size ((rlim_t) info.st_size);
  while (!pal_store_is_checkpoint_failing (practice.store) && n < 1000)
    add_test (practice.store, n++, NULL);
  limit_size (RLIM_INFINITY);
  g_assert_true (pal_store_is_checkpoint_failing (practice.store));
  g_assert_cmpuint (n_notified, ==, 1);
  assert_tests (practice.store, n);

  add_test (practice.store, n++, NULL);
  g_assert_false (pal_store_is_checkpoint_failing (practice.store));
  g_assert_cmpuint (n_notified, ==, 2);
  assert_tests (practice.store, n);
}

/* Killed -------------------------------------------------------------------------------------- */

/* Writes plan after plan, and says so after each; until it is killed. */
G_GNUC_NORETURN static void
write_until_killed (const char *path, int pipe_fd)
{
  g_autofree char *id = kit_visit_id_new (1);
  PalStore *store = pal_store_open (path, PAL_STORE_OPEN_DEFAULT, "writer", NULL);

  for (guint32 i = 1; store != NULL; i++)
    {
      g_autofree char *plan = g_strdup_printf ("%u", i);
      g_autoptr (PalVisit) visit = pal_store_get_visit (store, id, NULL);
      g_autoptr (PalChange) change = store_kit_edit (visit, plan);

      if (!pal_store_apply (store, change, NULL) || write (pipe_fd, &i, sizeof i) != sizeof i)
        break;
    }
  _exit (1);
}

/* Returns the last edit that was acknowledged before the kill. */
static guint
kill_a_writer (const char *path, guint after_edits)
{
  guint32 last = 0;
  guint32 acked = 0;
  int fds[2];
  pid_t child;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (fds[0]);
      write_until_killed (path, fds[1]);
    }
  close (fds[1]);
  while (read (fds[0], &acked, sizeof acked) == (gssize) sizeof acked)
    {
      last = acked;
      if (acked == after_edits)
        kill (child, SIGKILL);
    }
  close (fds[0]);
  waitpid (child, NULL, 0);
  return last;
}

static void
test_killed (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *id = kit_visit_id_new (1);

  practice_open_with (&practice, 2);
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *plan = NULL;
      guint acked;
      guint64 stored;

      g_assert_finalize_object (g_steal_pointer (&practice.store));
      acked = kill_a_writer (practice.path, 1 + round * 23);
      practice.store = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
      g_assert_no_error (error);
      plan = store_kit_get_plan (practice.store, id);
      stored = g_ascii_strtoull (plan, NULL, 10);
      /* All that was acknowledged, and perhaps the one that was on its way. */
      g_assert_cmpuint (stored, >=, acked);
      g_assert_cmpuint (stored, <=, acked + 1);
      pal_store_check (practice.store, &error);
      g_assert_no_error (error);
    }
}

/* Versions ------------------------------------------------------------------------------------ */

static const PalSchemaStep *
get_steps_with (PalSchemaStep next, guint *n_steps)
{
  static PalSchemaStep steps[12];
  const PalSchemaStep *known = pal_schema_get_steps (n_steps);

  g_assert_cmpuint (*n_steps, <, G_N_ELEMENTS (steps));
  for (guint i = 0; i < *n_steps; i++)
    steps[i] = known[i];
  steps[*n_steps] = next;
  *n_steps += 1;
  return steps;
}

static void
test_upgrade (void)
{
  g_auto (Practice) practice = { NULL };
  guint n_steps;
  const PalSchemaStep *steps =
      get_steps_with ("alter table clients add column nickname text", &n_steps);
  g_autofree char *backup = NULL;
  g_autoptr (PalStore) old = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  practice_open_with (&practice, 3);
  backup = g_strdup_printf ("%s.version-%u.backup", practice.path, n_steps - 1);
  pal_schema_upgrade (pal_store_get_database (practice.store), steps, n_steps, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_kit_count (practice.store, "pragma user_version"), ==, n_steps);
  g_assert_cmpint (store_kit_count (practice.store, "select count (nickname) from clients"), ==, 0);

  /* The copy beside is a practice of the version before, readable by its owner alone. */
  g_stat (backup, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  old = pal_store_open (backup, PAL_STORE_OPEN_DEFAULT, "x", &error);
  g_assert_no_error (error);
  visits = pal_store_list_visits (old, KIT_RUNNER_ID, NULL);
  g_assert_cmpuint (visits->len, ==, 3);
}

/* A file of before there were regions to check next: the table is added, nothing is lost. */
static void
test_upgrade_from_2 (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) before = NULL;
  g_autoptr (PalClient) after = NULL;
  g_autoptr (PalClient) stored = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;

  practice_open_with (&practice, 3);
  g_assert_finalize_object (g_steal_pointer (&practice.store));
  store_kit_run_raw (practice.path, STORE_KIT_BACK_TO_6
                     "drop table typed; alter table terms drop column replaces;"
                     "drop table checks_next; drop table summary_texts; drop table images;"
                     "alter table clients drop column summary_left_out; pragma user_version = 2");
  practice.store = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
  g_assert_no_error (error);
  visits = pal_store_list_visits (practice.store, KIT_RUNNER_ID, NULL);
  g_assert_cmpuint (visits->len, ==, 3);

  before = pal_store_get_client (practice.store, KIT_RUNNER_ID, NULL);
  after = pal_client_copy (before);
  pal_client_add_check (after, "soleus", PAL_SIDE_LEFT, pal_date_new (2025, 9, 1));
  change = pal_change_new_client (before, after, "x", NULL);
  pal_store_apply (practice.store, change, &error);
  g_assert_no_error (error);
  stored = pal_store_get_client (practice.store, KIT_RUNNER_ID, NULL);
  g_assert_true (pal_client_equal (stored, after));
  pal_store_revert (practice.store, change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&stored, pal_client_unref);
  stored = pal_store_get_client (practice.store, KIT_RUNNER_ID, NULL);
  g_assert_true (pal_client_equal (stored, before));
}

static void
test_failed_upgrade (void)
{
  g_auto (Practice) practice = { NULL };
  guint n_steps;
  const PalSchemaStep *steps =
      get_steps_with ("alter table clients add column nickname text; create table clients (a)",
                      &n_steps);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  practice_open_with (&practice, 3);
  before = practice_dump (&practice);
  g_assert_false (
      pal_schema_upgrade (pal_store_get_database (practice.store), steps, n_steps, &error));
  after = practice_dump (&practice);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (store_kit_count (practice.store, "pragma user_version"), ==, n_steps - 1);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/disaster/not-a-database", test_not_a_database);
  g_test_add_func ("/store/disaster/other-application", test_other_application);
  g_test_add_func ("/store/disaster/newer", test_newer);
  g_test_add_func ("/store/disaster/folder-as-file", test_folder_as_file);
  g_test_add_func ("/store/disaster/truncated", test_truncated);
  g_test_add_func ("/store/disaster/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/store/disaster/missing", test_missing);
  g_test_add_func ("/store/disaster/no-place", test_no_place);
  g_test_add_func ("/store/disaster/failed-creation", test_failed_creation_leaves_nothing);
  g_test_add_func ("/store/disaster/creation", test_creation);
  g_test_add_func ("/store/disaster/stray-log", test_stray_log);
  g_test_add_func ("/store/disaster/read-only", test_read_only);
  g_test_add_func ("/store/disaster/no-permission", test_no_permission);
  g_test_add_func ("/store/disaster/busy", test_busy);
  g_test_add_func ("/store/disaster/full-file", test_full_file);
  g_test_add_func ("/store/disaster/full-disk", test_full_disk);
  g_test_add_func ("/store/disaster/full-disk-at-creation", test_full_disk_at_creation);
  g_test_add_func ("/store/disaster/checkpoint-fails", test_checkpoint_fails);
  g_test_add_func ("/store/disaster/killed", test_killed);
  g_test_add_func ("/store/disaster/upgrade", test_upgrade);
  g_test_add_func ("/store/disaster/upgrade-from-2", test_upgrade_from_2);
  g_test_add_func ("/store/disaster/failed-upgrade", test_failed_upgrade);
  return g_test_run ();
}
