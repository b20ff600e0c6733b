/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to the file: how it is opened, statements, transactions, checkpoints. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-database.h"
#include "store/pal-store-error.h"

#define BUSY_TIMEOUT_MS 2000
#define HASH_BYTES 32
/* Pages of 4096 bytes: the log stays near 4 MB. */
#define CHECKPOINT_PAGES 1000

struct _PalDatabase
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;
  int log_pages;
  gboolean checkpoint_failing;
};

static gboolean
check (PalDatabase *self, int rc, GError **error)
{
  if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;
  pal_store_set_engine_error (error, self->handle, rc, self->path);
  return FALSE;
}

static int
log_grown_cb (void *data, sqlite3 *handle, const char *schema, int n_pages)
{
  PalDatabase *self = data;

  self->log_pages = n_pages;
  return SQLITE_OK;
}

static int
open_handle (PalDatabase *self, PalDatabaseMode mode)
{
  int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;

  if (mode == PAL_DATABASE_INSPECT)
    {
      g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
      g_autofree char *still = g_strconcat (uri, "?immutable=1", NULL);

      return sqlite3_open_v2 (still, &self->handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                              NULL);
    }
  flags |= mode == PAL_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  return sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
}

/* What a hostile or damaged file could otherwise talk the engine into. */
static void
set_defences (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
}

static PalDatabase *
create (const char *path)
{
  PalDatabase *self = g_new0 (PalDatabase, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) (void (*) (void)) sqlite3_finalize);
  return self;
}

static gboolean
set_up (PalDatabase *self, GError **error)
{
  static const char *const settings[] = {
    "pragma synchronous = full",
    "pragma temp_store = memory",
    "pragma cell_size_check = on",
    /* Without it INSERT OR REPLACE walks past the guard of the audit trail. */
    "pragma recursive_triggers = on",
  };

  set_defences (self->handle);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!check (self, sqlite3_exec (self->handle, settings[i], NULL, NULL, NULL), error))
      return FALSE;
  sqlite3_wal_hook (self->handle, log_grown_cb, self);
  return TRUE;
}

PalDatabase *
pal_database_new (const char *path, PalDatabaseMode mode, GError **error)
{
  g_autoptr (PalDatabase) self = create (path);

  if (!check (self, open_handle (self, mode), error) || !set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

PalDatabase *
pal_database_new_copy (PalDatabase *original, GError **error)
{
  g_autoptr (PalDatabase) self = create (original->path);
  sqlite3_backup *backup;

  if (!check (self,
              sqlite3_open_v2 (":memory:", &self->handle,
                               SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE |
                                   SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE,
                               NULL),
              error))
    return NULL;
  backup = sqlite3_backup_init (self->handle, "main", original->handle, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  /* Tells of every failure before. */
  if (!check (self, backup != NULL ? sqlite3_backup_finish (backup) : SQLITE_NOMEM, error) ||
      !set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pal_database_free (PalDatabase *self)
{
  g_hash_table_unref (self->statements);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlived its connection");
  g_free (self->path);
  g_free (self);
}

gboolean
pal_database_use_log (PalDatabase *self, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (self, error, "pragma journal_mode = wal", "");
  gboolean row = FALSE;
  gboolean logged;

  if (statement == NULL || !pal_database_step (self, statement, &row, error))
    return FALSE;
  logged = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0;
  /* A file system without shared memory keeps the rollback journal, whose removal only EXTRA makes
   * durable. */
  return logged ||
         check (self, sqlite3_exec (self->handle, "pragma synchronous = extra", 0, 0, 0), error);
}

sqlite3 *
pal_database_get_handle (PalDatabase *self)
{
  return self->handle;
}

const char *
pal_database_get_path (PalDatabase *self)
{
  return self->path;
}

static PalStatement *
prepare (PalDatabase *self, const char *sql, GError **error)
{
  PalStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      g_return_val_if_fail (!sqlite3_stmt_busy (statement), NULL);
      return statement;
    }
  if (!check (self,
              sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                                  NULL),
              error))
    return NULL;
  g_hash_table_insert (self->statements, (char *) sql, statement);
  return statement;
}

static int
bind_text (PalStatement *statement, int index, const char *text)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return SQLITE_MISMATCH;
  return sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

static int
bind_values (PalStatement *statement, const char *types, va_list values)
{
  int rc = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && rc == SQLITE_OK; i++)
    {
      if (types[i] == 'i')
        rc = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      else if (types[i] == 't')
        rc = bind_text (statement, i + 1, va_arg (values, const char *));
      else
        rc =
            sqlite3_bind_blob (statement, i + 1, va_arg (values, const guint8 *), HASH_BYTES, NULL);
    }
  return rc;
}

static PalStatement *
query_valist (PalDatabase *self, GError **error, const char *sql, const char *types, va_list values)
{
  g_autoptr (PalStatement) statement = prepare (self, sql, error);

  if (statement == NULL || !check (self, bind_values (statement, types, values), error))
    return NULL;
  return g_steal_pointer (&statement);
}

PalStatement *
pal_database_query (PalDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  PalStatement *statement;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, error, sql, types, values);
  va_end (values);
  return statement;
}

gboolean
pal_database_run (PalDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = TRUE;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  while (row)
    if (!pal_database_step (self, statement, &row, error))
      return FALSE;
  return TRUE;
}

gboolean
pal_database_step (PalDatabase *self, PalStatement *statement, gboolean *row, GError **error)
{
  int rc = sqlite3_step (statement);

  *row = rc == SQLITE_ROW;
  return check (self, rc, error);
}

gboolean
pal_database_read_int (
    PalDatabase *self, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = FALSE;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, error, sql, types, values);
  va_end (values);
  if (statement == NULL || !pal_database_step (self, statement, &row, error))
    return FALSE;
  if (!row)
    {
      pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, self->path, 0);
      return FALSE;
    }
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
pal_statement_release (PalStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

gboolean
pal_transaction_begin_read (PalTransaction *self, PalDatabase *database, GError **error)
{
  if (!sqlite3_get_autocommit (database->handle))
    return TRUE;
  if (!pal_database_run (database, error, "begin", ""))
    return FALSE;
  self->database = database;
  return TRUE;
}

gboolean
pal_transaction_begin_write (PalTransaction *self, PalDatabase *database, GError **error)
{
  g_return_val_if_fail (sqlite3_get_autocommit (database->handle), FALSE);

  /* Immediate: a transaction that starts by reading could not wait for another writer later. */
  if (!pal_database_run (database, error, "begin immediate", ""))
    return FALSE;
  self->database = database;
  return TRUE;
}

gboolean
pal_transaction_commit (PalTransaction *self, GError **error)
{
  PalDatabase *database = self->database;

  if (database == NULL)
    return TRUE;
  if (!pal_database_run (database, error, "commit", ""))
    return FALSE;
  self->database = NULL;
  pal_database_checkpoint (database);
  return TRUE;
}

void
pal_transaction_clear (PalTransaction *self)
{
  PalDatabase *database = g_steal_pointer (&self->database);

  /* Some errors, a full disk among them, have rolled back already. */
  if (database != NULL && !sqlite3_get_autocommit (database->handle))
    pal_database_run (database, NULL, "rollback", "");
}

void
pal_database_checkpoint (PalDatabase *self)
{
  int rc;

  if (self->log_pages < CHECKPOINT_PAGES)
    return;
  rc = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  /* Somebody else is reading or at it: not a failure, the next commit tries again. */
  if ((rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED)
    return;
  if (rc != SQLITE_OK && !self->checkpoint_failing)
    g_info ("The log cannot be moved into the practice file (%d); is the disk full?", rc);
  self->checkpoint_failing = rc != SQLITE_OK;
  if (rc == SQLITE_OK)
    self->log_pages = 0;
}

gboolean
pal_database_is_checkpoint_failing (PalDatabase *self)
{
  return self->checkpoint_failing;
}
