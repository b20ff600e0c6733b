/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's error domain, how the engine's codes map to it, and the sentence for each. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "store/pal-store-error.h"

G_DEFINE_QUARK (pal_store_error_quark, pal_store_error)

/* Each sentence has at most one %s, the file, so that one call can fill them all. */
static const char *
get_sentence (PalStoreError code)
{
  switch (code)
    {
    case PAL_STORE_ERROR_BUSY:
      /* Translators: %s is a file, here and in the sentences that follow */
      return _ ("“%s” is in use by another program. Wait until it has finished, then try again.");
    case PAL_STORE_ERROR_FULL:
      return _ ("There is no room left on the disk for “%s”. Nothing was changed; free some space "
                "and try again.");
    case PAL_STORE_ERROR_READ_ONLY:
      return _ ("“%s” cannot be written. Check the permissions of the file and its folder, or "
                "choose another place.");
    case PAL_STORE_ERROR_CORRUPT:
      return _ ("“%s” is damaged. Leave it as it is and open a backup.");
    case PAL_STORE_ERROR_NOT_A_DATABASE:
      return _ ("“%s” is not a practice file. Choose another file.");
    case PAL_STORE_ERROR_TOO_NEW:
      return _ ("“%s” was written by a newer version of Palpate. Open it with that version.");
    case PAL_STORE_ERROR_WRONG_KEY:
      return _ ("The passphrase does not open “%s”. Try it again.");
    case PAL_STORE_ERROR_LOCKED_VISIT:
      return _ ("This visit is signed and cannot be changed. Add an amendment instead.");
    case PAL_STORE_ERROR_CONSTRAINT:
      return _ ("A value is outside its limits, so nothing was stored in “%s”. Correct it and try "
                "again.");
    case PAL_STORE_ERROR_CHANGED_MEANWHILE:
      return _ ("Another program has changed this record meanwhile. Read it again, then repeat the "
                "change.");
    case PAL_STORE_ERROR_NOT_FOUND:
      return _ ("“%s” does not exist. Check the name, or create a new practice.");
    case PAL_STORE_ERROR_EXISTS:
      return _ ("A record with the same id is already in “%s”. Nothing was changed.");
    case PAL_STORE_ERROR_LIMIT:
      return _ ("“%s” cannot hold that many clients or visits. Nothing was changed.");
    case PAL_STORE_ERROR_IO:
    default:
      return _ ("“%s” could not be read or written. Check the disk it is on, then try again.");
    }
}

static gboolean
is_disk_full (int system_errno)
{
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

PalStoreError
pal_store_error_from_engine (int rc, int system_errno)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return PAL_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return PAL_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return PAL_STORE_ERROR_READ_ONLY;
    /* SQLITE_ERROR after a sound opening means that a table or column of ours is missing. */
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
      return PAL_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return PAL_STORE_ERROR_NOT_A_DATABASE;
    case SQLITE_AUTH:
      return PAL_STORE_ERROR_WRONG_KEY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
      return PAL_STORE_ERROR_CONSTRAINT;
    default:
      /* A quota or a file size limit is EDQUOT or EFBIG, which the engine calls an I/O error. */
      return is_disk_full (system_errno) ? PAL_STORE_ERROR_FULL : PAL_STORE_ERROR_IO;
    }
}

void
pal_store_set_error (GError **error, PalStoreError code, const char *path, int engine_code)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");
  g_autoptr (GString) message = g_string_new (NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_printf (message, get_sentence (code), name);
#pragma GCC diagnostic pop
  if (engine_code != 0)
    g_string_append_printf (message, " (SQLite %d)", engine_code);
  g_set_error_literal (error, PAL_STORE_ERROR, code, message->str);
}

void
pal_store_set_no_client (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (
      error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND,
      _ ("There is no such client in “%s”. Check the id, or read the list of clients again."),
      name);
}

void
pal_store_set_no_visit (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (
      error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND,
      _ ("There is no such visit in “%s”. Check the id, or read the list of visits again."), name);
}

/* The engine forgets the system's number on its way up, but its files remember the last one. The
 * log is written first and is the likelier one. */
static int
find_system_errno (sqlite3 *handle)
{
  static const int files[] = { SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER };
  int number = sqlite3_system_errno (handle);

  for (guint i = 0; i < G_N_ELEMENTS (files) && number == 0; i++)
    {
      sqlite3_file *file = NULL;

      if (sqlite3_file_control (handle, "main", files[i], &file) == SQLITE_OK && file != NULL &&
          file->pMethods != NULL)
        file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
    }
  return number;
}

void
pal_store_set_engine_error (GError **error, sqlite3 *handle, int rc, const char *path)
{
  int system_errno = handle != NULL ? find_system_errno (handle) : 0;
  /* The engine's own text names tables and columns, never what is in them; out of a damaged file
   * their names may be anything but text. */
  g_autofree char *text =
      g_strescape (handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (rc), NULL);

  g_debug ("engine: %d, system %d: %s", rc, system_errno, text);
  pal_store_set_error (error, pal_store_error_from_engine (rc, system_errno), path, rc);
}

void
pal_store_set_system_error (GError **error, int number, const char *path)
{
  PalStoreError code = PAL_STORE_ERROR_IO;

  g_debug ("system: %s", g_strerror (number));
  if (is_disk_full (number))
    code = PAL_STORE_ERROR_FULL;
  else if (number == EACCES || number == EPERM || number == EROFS || number == ENOENT ||
           number == ENOTDIR || number == EEXIST)
    /* No folder, or a file where a folder should be: for a person the same as no permission. */
    code = PAL_STORE_ERROR_READ_ONLY;
  pal_store_set_error (error, code, path, 0);
}
