/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: one connection, its prepared statements and its transactions. No tables: those
 * are in pal-schema.h and the row files. */

#pragma once

#include <sqlite3.h>

#include "store/pal-store.h"

G_BEGIN_DECLS

/**
 * PalDatabase:
 *
 * A connection with its statements, cached by their text. One a store; used from one thread.
 */
typedef struct _PalDatabase PalDatabase;

/** PalStatement: a prepared statement in use; giving it back resets it and clears its bindings. */
typedef struct sqlite3_stmt PalStatement;

/**
 * PalDatabaseMode:
 * @PAL_DATABASE_WRITE: reads and writes an existing file
 * @PAL_DATABASE_READ: reads only
 * @PAL_DATABASE_INSPECT: reads the file as it lies, without locks, log or helper files
 */
typedef enum
{
  PAL_DATABASE_WRITE,
  PAL_DATABASE_READ,
  PAL_DATABASE_INSPECT
} PalDatabaseMode;

/**
 * pal_database_new:
 * @path: an existing file; never created here
 *
 * Connects, with everything set that concerns the connection alone; does not touch the file yet.
 */
PalDatabase *pal_database_new (const char *path, PalDatabaseMode mode, GError **error);
void pal_database_free (PalDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalDatabase, pal_database_free)

/**
 * pal_database_new_copy:
 *
 * Returns: (transfer full): what @original holds now, in memory alone; it may be changed and goes
 *   away with the connection. Messages name the file of @original.
 */
PalDatabase *pal_database_new_copy (PalDatabase *original, GError **error);

/** pal_database_use_log: switches to write-ahead logging, kept in the file, synced at each commit.
 */
gboolean pal_database_use_log (PalDatabase *self, GError **error);

/** pal_database_get_handle: for tests and for calls that are made once. */
sqlite3 *pal_database_get_handle (PalDatabase *self);
const char *pal_database_get_path (PalDatabase *self);

/**
 * pal_database_query:
 * @sql: a literal
 * @types: one letter for each value that follows: `i` #gint64, `t` text or %NULL, `b` 32 bytes
 *
 * Returns: (transfer full): the statement, bound and ready to step
 */
PalStatement *pal_database_query (
    PalDatabase *self, GError **error, const char *sql, const char *types, ...);

/** pal_database_run: as pal_database_query(), and steps to the end. */
gboolean pal_database_run (
    PalDatabase *self, GError **error, const char *sql, const char *types, ...);

/** pal_database_step: @row: (out): whether there is a row to read. Returns: %FALSE on an error. */
gboolean pal_database_step (PalDatabase *self,
                            PalStatement *statement,
                            gboolean *row,
                            GError **error);

/** pal_database_read_int: the first column of the first row, which must be there. */
gboolean pal_database_read_int (
    PalDatabase *self, gint64 *value, GError **error, const char *sql, const char *types, ...);

void pal_statement_release (PalStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalStatement, pal_statement_release)

/**
 * PalTransaction:
 *
 * A scope guard: rolls back when it goes out of scope, unless it was committed.
 */
typedef struct
{
  PalDatabase *database;
} PalTransaction;

/** pal_transaction_begin_read: one view of the file until the end; within another it is that one.
 */
gboolean pal_transaction_begin_read (PalTransaction *self, PalDatabase *database, GError **error);
/** pal_transaction_begin_write: waits two seconds for another writer, then BUSY. */
gboolean pal_transaction_begin_write (PalTransaction *self, PalDatabase *database, GError **error);
/** pal_transaction_commit: on disk when it returns %TRUE; nothing is changed otherwise. */
gboolean pal_transaction_commit (PalTransaction *self, GError **error);
void pal_transaction_clear (PalTransaction *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalTransaction, pal_transaction_clear)

/**
 * pal_database_checkpoint:
 *
 * Moves the log into the file when it has grown long. Done by us after a commit and not by the
 * engine within it, because the engine keeps a failure to itself.
 */
void pal_database_checkpoint (PalDatabase *self);

/** pal_database_is_checkpoint_failing: whether the last one failed: the disk may be full. */
gboolean pal_database_is_checkpoint_failing (PalDatabase *self);

G_END_DECLS
