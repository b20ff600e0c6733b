/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making, recognising and opening the file of a practice. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/pal-mark-digest.h"
#include "store/pal-practice-file.h"
#include "store/pal-schema.h"
#include "store/pal-store-error.h"

static gboolean
fail (GError **error, PalStoreError code, const char *path)
{
  pal_store_set_error (error, code, path, 0);
  return FALSE;
}

static gboolean
fail_system (GError **error, int number, const char *path)
{
  pal_store_set_system_error (error, number, path);
  return FALSE;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_RDONLY | O_CLOEXEC);
  int number;

  if (fd < 0)
    return fail_system (error, errno, path);
  /* Some file systems cannot sync a folder and say EINVAL: nothing can be done, and it is not our
   * failure. */
  number = fsync (fd) == 0 || errno == EINVAL ? 0 : errno;
  close (fd);
  return number == 0 || fail_system (error, number, path);
}

gboolean
pal_practice_file_sync (const char *path, GError **error)
{
  return sync_path (path, 0, error);
}

gboolean
pal_practice_file_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_DIRECTORY, error);
}

char *
pal_practice_file_new_part (const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part-XXXXXX", NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_system (error, errno, path);
      return NULL;
    }
  /* No connection to it exists yet, so closing it can drop nobody's locks. */
  close (fd);
  return g_steal_pointer (&part);
}

/* Folders ------------------------------------------------------------------------------------- */

/* Makes the missing folders above @path, outermost first, and lists them in @made. */
static gboolean
make_folders (const char *path, GPtrArray *made, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_str_equal (folder, path) || !make_folders (folder, made, error))
    return FALSE;
  if (g_mkdir (folder, 0700) != 0)
    return fail_system (error, errno, folder);
  g_ptr_array_add (made, g_strdup (folder));
  return TRUE;
}

static gboolean
sync_folders (GPtrArray *made, GError **error)
{
  for (guint i = 0; i < made->len; i++)
    if (!pal_practice_file_sync_folder (made->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
remove_folders (GPtrArray *made)
{
  for (guint i = made->len; i > 0; i--)
    g_rmdir (made->pdata[i - 1]);
}

/* Creating ------------------------------------------------------------------------------------ */

static char *
get_helper (const char *path, const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

/* A log left by a file that was moved away would be played into the new one. */
static gboolean
refuse_stray_log (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *helper = get_helper (path, suffixes[i]);
      g_autofree char *name = g_filename_display_name (helper);

      if (!g_file_test (helper, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (
          error, PAL_STORE_ERROR, PAL_STORE_ERROR_IO,
          /* Translators: %s is a file */
          _ ("“%s” is left over from a practice that is no longer there. Move it to another "
             "folder, then try again."),
          name);
      return FALSE;
    }
  return TRUE;
}

static void
remove_part (const char *part)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *helper = get_helper (part, suffixes[i]);

      g_unlink (helper);
    }
}

/* All tables in the file itself and none in the log, so that the file can be moved. */
static gboolean
fill_part (const char *part, GError **error)
{
  g_autoptr (PalDatabase) database = pal_database_new (part, PAL_DATABASE_WRITE, error);
  guint n_steps;
  const PalSchemaStep *steps = pal_schema_get_steps (&n_steps);
  sqlite3 *handle;
  int rc;

  if (database == NULL || !pal_database_use_log (database, error) ||
      !pal_schema_upgrade (database, steps, n_steps, error))
    return FALSE;
  handle = pal_database_get_handle (database);
  rc = sqlite3_wal_checkpoint_v2 (handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (rc == SQLITE_OK)
    return TRUE;
  pal_store_set_engine_error (error, handle, rc, part);
  return FALSE;
}

/* A person asked for @path and has never heard of @part. */
static gboolean
build (const char *part, const char *path, GError **error)
{
  g_autoptr (GError) found = NULL;

  if (fill_part (part, &found) && pal_practice_file_sync (part, &found))
    return TRUE;
  return fail (error, (PalStoreError) found->code, path);
}

/* Only an empty file may be replaced; one that appears meanwhile is somebody's practice. */
static gboolean
move_into_place (const char *part, const char *path, gboolean replace, GError **error)
{
  int rc = replace ? -1 : renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE);

  if (rc != 0 && !replace && errno == EEXIST)
    {
      remove_part (part);
      return TRUE;
    }
  /* Not every file system knows the flag. */
  if (rc != 0 && (replace || errno == EINVAL || errno == ENOSYS))
    rc = g_rename (part, path);
  return rc == 0 || fail_system (error, errno, path);
}

/* Built aside and renamed: half a practice is never there under its name, and the name is on disk
 * before anybody is told that the practice exists. */
static gboolean
create_file (const char *path, gboolean replace, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *part = NULL;

  if (refuse_stray_log (path, error) && make_folders (path, made, error))
    part = pal_practice_file_new_part (path, error);
  if (part != NULL && build (part, path, error) && move_into_place (part, path, replace, error) &&
      sync_folders (made, error) && pal_practice_file_sync_folder (path, error))
    return TRUE;
  if (part != NULL)
    remove_part (part);
  remove_folders (made);
  return FALSE;
}

/* Recognising --------------------------------------------------------------------------------- */

static gboolean
has_log (const char *path)
{
  g_autofree char *log = get_helper (path, "-wal");
  g_autofree char *journal = get_helper (path, "-journal");

  return g_file_test (log, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
check_numbers (PalDatabase *database, const char *path, GError **error)
{
  guint n_steps;
  guint32 id = 0;
  guint version = 0;

  pal_schema_get_steps (&n_steps);
  if (!pal_schema_inspect (database, &id, &version, error))
    return FALSE;
  if (id != PAL_APPLICATION_ID || version == 0)
    return fail (error, PAL_STORE_ERROR_NOT_A_DATABASE, path);
  return version <= n_steps || fail (error, PAL_STORE_ERROR_TOO_NEW, path);
}

/* The engine takes the rest of a torn last page for zeros. */
static gboolean
check_size (PalDatabase *database, const char *path, goffset size, GError **error)
{
  gint64 page_size = 0;

  if (!pal_database_read_int (database, &page_size, error, "pragma page_size", ""))
    return FALSE;
  return size % page_size == 0 || fail (error, PAL_STORE_ERROR_CORRUPT, path);
}

/* Reads the first page as it lies: opening a file in earnest makes helper files beside it and may
 * play back a log, which must not happen to a file that is not ours. */
static gboolean
recognise (const char *path, goffset size, GError **error)
{
  g_autoptr (PalDatabase) database = NULL;
  g_autoptr (GError) found = NULL;

  database = pal_database_new (path, PAL_DATABASE_INSPECT, &found);
  if (database != NULL && check_numbers (database, path, &found) &&
      check_size (database, path, size, &found))
    return TRUE;
  /* A program killed while it moved the log into the file leaves it odd until the log is played. */
  if (g_error_matches (found, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT) && has_log (path))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static gboolean
refuse_folder (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_A_DATABASE,
               /* Translators: %s is a folder */
               _ ("“%s” is a folder, not a practice file. Choose a file inside it."), name);
  return FALSE;
}

static gboolean
check_or_create (const char *path, PalStoreOpenFlags flags, GError **error)
{
  gboolean create = (flags & PAL_STORE_OPEN_CREATE) != 0 && (flags & PAL_STORE_OPEN_READ_ONLY) == 0;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      if (errno != ENOENT && errno != ENOTDIR)
        return fail_system (error, errno, path);
      return create ? create_file (path, FALSE, error)
                    : fail (error, PAL_STORE_ERROR_NOT_FOUND, path);
    }
  if (S_ISDIR (info.st_mode))
    return refuse_folder (path, error);
  if (!S_ISREG (info.st_mode))
    return fail (error, PAL_STORE_ERROR_NOT_A_DATABASE, path);
  /* A file dialog may have made an empty file under the chosen name. */
  if (info.st_size == 0)
    return create ? create_file (path, TRUE, error)
                  : fail (error, PAL_STORE_ERROR_NOT_A_DATABASE, path);
  return recognise (path, info.st_size, error);
}

/* Opening ------------------------------------------------------------------------------------- */

/* One look at every table: what is missing shows now and not at the first edit. */
static gboolean
touch_tables (PalDatabase *database, GError **error)
{
  gint64 n;

  return pal_database_read_int (
      database, &n, error,
      "select exists (select 1 from clients) + exists (select 1 from visits) "
      "+ exists (select 1 from marks) + exists (select 1 from audit)",
      "");
}

/* Brings the file to the newest version. Digests belong to no step: they are no SQL, and a program
 * that stopped between the two only reads more slowly. */
static gboolean
upgrade (PalDatabase *database, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  guint n_steps;
  const PalSchemaStep *steps = pal_schema_get_steps (&n_steps);
  guint32 id = 0;
  guint version = 0;

  if (!pal_schema_inspect (database, &id, &version, error))
    return FALSE;
  if (version == n_steps)
    return TRUE;
  return pal_schema_upgrade (database, steps, n_steps, error) &&
         pal_transaction_begin_write (&transaction, database, error) &&
         pal_mark_digest_keep_all (database, error) && pal_transaction_commit (&transaction, error);
}

static PalDatabase *
open_to_write (const char *path, GError **error)
{
  g_autoptr (PalDatabase) database = pal_database_new (path, PAL_DATABASE_WRITE, error);
  sqlite3 *handle;

  if (database == NULL)
    return NULL;
  handle = pal_database_get_handle (database);
  /* Until it is known to be ours, closing it again must not move its log into it. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!check_numbers (database, path, error))
    return NULL;
  /* The engine opens what it may not write for reading only, and says so to nobody. */
  if (sqlite3_db_readonly (handle, "main") == 1)
    {
      fail (error, PAL_STORE_ERROR_READ_ONLY, path);
      return NULL;
    }
  if (!pal_database_use_log (database, error) || !upgrade (database, error) ||
      !touch_tables (database, error))
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&database);
}

/* Who only reads must not change the file, not even to a newer version: an older file is brought to
 * it in a copy in memory, and that is what is read. */
static PalDatabase *
read_older (PalDatabase *database, GError **error)
{
  g_autoptr (PalDatabase) copy = pal_database_new_copy (database, error);
  guint n_steps;
  const PalSchemaStep *steps = pal_schema_get_steps (&n_steps);

  if (copy == NULL || !pal_schema_take_steps (copy, steps, n_steps, error) ||
      !pal_database_run (copy, error, "pragma query_only = on", ""))
    return NULL;
  return g_steal_pointer (&copy);
}

static PalDatabase *
open_to_read_as (const char *path, PalDatabaseMode mode, GError **error)
{
  g_autoptr (PalDatabase) database = pal_database_new (path, mode, error);
  guint n_steps;
  guint32 id = 0;
  guint version = 0;

  pal_schema_get_steps (&n_steps);
  if (database == NULL || !check_numbers (database, path, error) ||
      !touch_tables (database, error) || !pal_schema_inspect (database, &id, &version, error))
    return NULL;
  return version < n_steps ? read_older (database, error) : g_steal_pointer (&database);
}

static PalDatabase *
open_to_read (const char *path, GError **error)
{
  g_autoptr (GError) refused = NULL;
  PalDatabase *database = open_to_read_as (path, PAL_DATABASE_READ, &refused);

  if (database != NULL)
    return database;
  /* In a folder nobody can write, as on a disc, there is no place for the log's helper; without a
   * log the file can be read as it lies. */
  if (g_error_matches (refused, PAL_STORE_ERROR, PAL_STORE_ERROR_READ_ONLY) && !has_log (path))
    return open_to_read_as (path, PAL_DATABASE_INSPECT, error);
  g_propagate_error (error, g_steal_pointer (&refused));
  return NULL;
}

PalDatabase *
pal_practice_file_open (const char *path, PalStoreOpenFlags flags, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  if (!check_or_create (absolute, flags, error))
    return NULL;
  return (flags & PAL_STORE_OPEN_READ_ONLY) != 0 ? open_to_read (absolute, error)
                                                 : open_to_write (absolute, error);
}
