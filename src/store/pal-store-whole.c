/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All records at once: handing them over, taking them in, checking the whole file. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/pal-audit.h"
#include "store/pal-records.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"

/* Handing over -------------------------------------------------------------------------------- */

static GPtrArray *
list_client_ids (PalDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, "select id from clients order by key", "");
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
}

static PalClientFile *
load_client_file (PalDatabase *database, const char *id, GError **error)
{
  g_autoptr (PalClient) client = pal_records_load_client (database, id, error);
  g_autoptr (PalClientFile) file = NULL;
  GPtrArray *visits;

  if (client == NULL)
    return NULL;
  visits = pal_records_load_visits (database, id, NULL, error);
  if (visits == NULL)
    return NULL;
  file = pal_client_file_new (client);
  g_ptr_array_unref (file->visits);
  file->visits = visits;
  return pal_typed_add_to_file (database, file, error) ? g_steal_pointer (&file) : NULL;
}

PalClientFile *
pal_store_get_client_file (PalStore *self, const char *id, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  PalDatabase *database;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  database = pal_store_get_database (self);
  if (!pal_transaction_begin_read (&transaction, database, error))
    return NULL;
  return load_client_file (database, id, error);
}

gboolean
pal_store_foreach_client (PalStore *self, PalClientFileFunc func, gpointer data, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (GPtrArray) ids = NULL;
  PalDatabase *database;

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  database = pal_store_get_database (self);
  if (!pal_transaction_begin_read (&transaction, database, error))
    return FALSE;
  ids = list_client_ids (database, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (PalClientFile) file = load_client_file (database, ids->pdata[i], error);

      if (file == NULL || !func (file, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_utf8_collate (first, second) == 0;
}

gboolean
pal_store_foreach_in_squad (
    PalStore *self, const char *squad, PalClientFileFunc func, gpointer data, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (GPtrArray) rows = NULL;
  PalDatabase *database;

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (squad != NULL && func != NULL, FALSE);

  database = pal_store_get_database (self);
  if (!pal_transaction_begin_read (&transaction, database, error))
    return FALSE;
  rows = pal_store_list_clients (self, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalClientRow *row = rows->pdata[i];
      g_autoptr (PalClientFile) file = NULL;

      if (row->squad == NULL || !is_same_name (row->squad, squad))
        continue;
      file = load_client_file (database, row->id, error);
      if (file == NULL || !func (file, data, error))
        return FALSE;
    }
  return rows != NULL;
}

/* Taking in ----------------------------------------------------------------------------------- */

static gboolean
check_limits (PalStore *self, GPtrArray *files, GError **error)
{
  int n_clients = pal_store_count_clients (self, error);

  if (n_clients < 0)
    return FALSE;
  if ((gint64) n_clients + files->len > PAL_MAX_CLIENTS)
    {
      pal_store_set_error (error, PAL_STORE_ERROR_LIMIT, pal_store_get_path (self), 0);
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    {
      const PalClientFile *file = files->pdata[i];
      g_autofree char *name = NULL;

      if (file->visits->len <= PAL_MAX_VISITS_PER_CLIENT)
        continue;
      name = pal_client_dup_name (file->client);
      g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT,
                   /* Translators: 1: a person's name, 2: a number */
                   _ ("%1$s has more than %2$d visits. Nothing was taken over; split the file."),
                   name, PAL_MAX_VISITS_PER_CLIENT);
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_client (const PalClient *client, GError **error)
{
  g_autofree char *name = pal_client_dup_name (client);

  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_EXISTS,
               /* Translators: 1: a person's name, 2: an id */
               _ ("%1$s (%2$s) is in this practice already. Nothing was taken over; delete that "
                  "client first, or leave them out of the file."),
               name, client->id);
  return FALSE;
}

static gboolean
refuse_visit (const PalClient *client, const PalVisit *visit, GError **error)
{
  g_autofree char *name = pal_client_dup_name (client);

  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_EXISTS,
               /* Translators: 1: the id of a visit, 2: a person's name */
               _ ("The visit %1$s of %2$s is in this practice already. Nothing was taken over; "
                  "leave it out of the file."),
               visit->id, name);
  return FALSE;
}

static gboolean
take_visit (PalStore *self,
            const PalClient *client,
            gint64 client_key,
            const PalVisit *visit,
            GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  PalStored stored;
  gint64 key = 0;

  if (!pal_records_find_visit (database, visit->id, &stored, error))
    return FALSE;
  if (stored.key != 0)
    return refuse_visit (client, visit, error);
  return pal_records_insert_visit (database, visit, client_key, 1, &key, error) &&
         pal_audit_append (database, pal_store_get_actor (self), PAL_AUDIT_VISIT_IMPORTED,
                           visit->id, "", error);
}

static gboolean
take_file (PalStore *self, const PalClientFile *file, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  PalStored stored;
  gint64 key = 0;

  if (!pal_records_find_client (database, file->client->id, &stored, error))
    return FALSE;
  if (stored.key != 0)
    return refuse_client (file->client, error);
  if (!pal_records_insert_client (database, file->client, 1, &key, error) ||
      !pal_audit_append (database, pal_store_get_actor (self), PAL_AUDIT_CLIENT_IMPORTED,
                         file->client->id, "", error))
    return FALSE;
  for (guint i = 0; i < file->visits->len; i++)
    if (!take_visit (self, file->client, key, file->visits->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
take_settings (PalStore *self, const PalPracticeSettings *settings, GError **error)
{
  g_autoptr (PalPracticeSettings) before = pal_store_get_settings (self, error);
  g_autoptr (PalPracticeSettings) after = pal_store_get_settings (self, error);
  int n_clients = pal_store_count_clients (self, error);

  if (before == NULL || after == NULL || n_clients < 0)
    return FALSE;
  pal_practice_settings_fill_from (after, settings, n_clients == 0);
  return pal_store_write_settings (self, before, after, error);
}

static gboolean
take_files (PalStore *self,
            GPtrArray *files,
            GPtrArray *terms,
            const PalPracticeSettings *settings,
            GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  if (!pal_transaction_begin_write (&transaction, pal_store_get_database (self), error) ||
      !check_limits (self, files, error) ||
      (settings != NULL && !take_settings (self, settings, error)))
    return FALSE;
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    if (!pal_store_write_term (self, terms->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!take_file (self, files->pdata[i], error))
      return FALSE;
  return pal_transaction_commit (&transaction, error);
}

gboolean
pal_store_take_all (PalStore *self, GPtrArray *files, GPtrArray *terms, GError **error)
{
  return pal_store_take_practice (self, files, terms, NULL, error);
}

gboolean
pal_store_take_practice (PalStore *self,
                         GPtrArray *files,
                         GPtrArray *terms,
                         const PalPracticeSettings *settings,
                         GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  if (!take_files (self, files, terms, settings, error))
    return FALSE;
  pal_store_emit_reset (self);
  return TRUE;
}

/* Checking ------------------------------------------------------------------------------------ */

static gboolean
refuse_damage (PalStore *self, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (pal_store_get_path (self));

  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT,
               /* Translators: 1: a file, 2: what was found, as the database engine says it */
               _ ("“%1$s” is damaged (%2$s). Leave it as it is and open a backup."), name, what);
  return FALSE;
}

static gboolean
check_integrity (PalStore *self, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, "pragma integrity_check (1)", "");
  g_autofree char *found = NULL;
  gboolean row = FALSE;

  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return FALSE;
  found = g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "?");
  /* The engine names pages, tables and indices, on several lines, never what is in them. */
  return g_str_equal (found, "ok") || refuse_damage (self, g_strdelimit (found, "\n", ' '), error);
}

static gboolean
check_foreign_keys (PalStore *self, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, "pragma foreign_key_check", "");
  g_autofree char *what = NULL;
  gboolean row = FALSE;

  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  what = g_strdup_printf ("foreign key in %s", (const char *) sqlite3_column_text (statement, 0));
  return refuse_damage (self, what, error);
}

static gboolean
check_audit (PalStore *self, GError **error)
{
  gboolean sound = FALSE;

  if (!pal_audit_verify (pal_store_get_database (self), &sound, error))
    return FALSE;
  if (!sound)
    /* Translators: stands in brackets in “… is damaged (%s)” */
    return refuse_damage (self, _ ("the audit trail is not as it was written"), error);
  return TRUE;
}

gboolean
pal_store_check (PalStore *self, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);

  return pal_transaction_begin_read (&transaction, pal_store_get_database (self), error) &&
         check_integrity (self, error) && check_foreign_keys (self, error) &&
         check_audit (self, error);
}
