/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reads or writes the whole practice: all clients in turn, import, settings, own words, the
 * check of the file. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-store-private.h"

#include <glib/gi18n-lib.h>

#include "store/pal-audit.h"
#include "store/pal-store-error.h"

static GPtrArray *
list_client_ids (PalStore *self, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, "select id from clients order by key", "");
  gboolean row = FALSE;
  if (statement == NULL)
    return NULL;
  while (pal_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      PalReader reader = { statement, 0 };
      g_ptr_array_add (ids, pal_reader_text (&reader));
    }
  return NULL;
}

static gboolean
hand_over (PalStore *self, const char *id, PalClientFileFunc func, gpointer data, GError **error)
{
  g_autoptr (PalClient) client = pal_records_load_client (self->database, id, error);
  if (client == NULL)
    return FALSE;
  g_autoptr (PalClientFile) file = pal_client_file_new (client);
  GPtrArray *visits = pal_records_load_visits (self->database, id, NULL, error);
  if (visits == NULL)
    return FALSE;
  g_ptr_array_unref (file->visits);
  file->visits = visits;
  return func (file, data, error);
}

gboolean
pal_store_foreach_client (PalStore *self, PalClientFileFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  g_auto (PalTransaction) transaction = { NULL };
  if (!pal_transaction_begin_read (&transaction, self->database, error))
    return FALSE;
  g_autoptr (GPtrArray) ids = list_client_ids (self, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!hand_over (self, g_ptr_array_index (ids, i), func, data, error))
        return FALSE;
    }
  return TRUE;
}

/* Import -----------------------------------------------------------------------------------------
 */

static gboolean
check_limits (PalStore *self, GPtrArray *files, GError **error)
{
  int n = pal_store_count_clients (self, error);
  if (n < 0)
    return FALSE;
  if ((guint) n + files->len > PAL_MAX_CLIENTS)
    {
      g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT,
                   /* Translators: %d is a number */
                   _ ("A practice holds at most %d clients. Nothing was imported."),
                   PAL_MAX_CLIENTS);
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    {
      const PalClientFile *file = g_ptr_array_index (files, i);
      if (file->visits->len <= PAL_MAX_VISITS_PER_CLIENT)
        continue;
      g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LIMIT,
                   /* Translators: 1: number of a client in the file, 2: a number */
                   _ ("Client %1$u has more than %2$d visits. Nothing was imported."), i + 1,
                   PAL_MAX_VISITS_PER_CLIENT);
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_existing (const char *id, GError **error)
{
  g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_EXISTS,
               /* Translators: %s is the id of a client or visit */
               _ ("The practice already has a record with the id %s. Nothing was imported."), id);
  return FALSE;
}

static gboolean
take_visit (PalStore *self, const PalVisit *visit, gint64 client_key, GError **error)
{
  PalStored stored = { 0 };
  gint64 key = 0;
  if (!pal_records_find_visit (self->database, visit->id, &stored, error))
    return FALSE;
  if (stored.key != 0)
    return refuse_existing (visit->id, error);
  return pal_records_insert_visit (self->database, visit, client_key, 1, &key, error);
}

static gboolean
take_client (PalStore *self, const PalClientFile *file, GError **error)
{
  PalStored stored = { 0 };
  gint64 key = 0;
  if (!pal_records_find_client (self->database, file->client->id, &stored, error))
    return FALSE;
  if (stored.key != 0)
    return refuse_existing (file->client->id, error);
  if (!pal_records_insert_client (self->database, file->client, 1, &key, error))
    return FALSE;
  for (guint i = 0; i < file->visits->len; i++)
    {
      if (!take_visit (self, g_ptr_array_index (file->visits, i), key, error))
        return FALSE;
    }
  return pal_audit_append (self->database, self->actor, PAL_AUDIT_CLIENT_IMPORTED, file->client->id,
                           NULL, error);
}

gboolean
pal_store_take_all (PalStore *self, GPtrArray *files, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  g_auto (PalTransaction) transaction = { NULL };
  if (!pal_transaction_begin_write (&transaction, self->database, error) ||
      !check_limits (self, files, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      if (!take_client (self, g_ptr_array_index (files, i), error))
        return FALSE;
    }
  if (!pal_transaction_commit (&transaction, error))
    return FALSE;
  pal_database_checkpoint (self->database);
  g_signal_emit_by_name (self, "reset");
  return TRUE;
}

/* Settings and own words -------------------------------------------------------------------------
 */

char *
pal_store_get_setting (PalStore *self, const char *name)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, NULL, "select value from settings where name = ?1", "t",
                          name);
  gboolean row = FALSE;
  if (statement == NULL || !pal_database_step (self->database, statement, &row, NULL) || !row)
    return NULL;
  PalReader reader = { statement, 0 };
  return pal_reader_text (&reader);
}

gboolean
pal_store_set_setting (PalStore *self, const char *name, const char *value, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  g_auto (PalTransaction) transaction = { NULL };
  if (!pal_transaction_begin_write (&transaction, self->database, error))
    return FALSE;
  gboolean written =
      value == NULL ? pal_database_run (self->database, error,
                                        "delete from settings where name = ?1", "t", name)
                    : pal_database_run (self->database, error,
                                        "insert into settings (name, value) values (?1, ?2)"
                                        " on conflict (name) do update set value = excluded.value",
                                        "tt", name, value);
  return written &&
         pal_audit_append (self->database, self->actor, PAL_AUDIT_SETTING, name, NULL, error) &&
         pal_transaction_commit (&transaction, error);
}

GPtrArray *
pal_store_list_terms (PalStore *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_own_term_free);
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error,
                          "select list, id, name, has_severity from terms order by list, key", "");
  gboolean row = FALSE;
  if (statement == NULL)
    return NULL;
  while (pal_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&terms);
      PalReader reader = { statement, 0 };
      PalOwnTerm *term = g_new0 (PalOwnTerm, 1);
      term->list = (PalTermList) pal_reader_int (&reader);
      term->id = pal_reader_text (&reader);
      term->name = pal_reader_text (&reader);
      term->has_severity = pal_reader_int (&reader) != 0;
      g_ptr_array_add (terms, term);
    }
  return NULL;
}

void
pal_own_term_free (PalOwnTerm *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/* The check --------------------------------------------------------------------------------------
 */

static gboolean
is_whole (PalStore *self, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, "pragma integrity_check (1)", "");
  gboolean row = FALSE;
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error))
    return FALSE;
  PalReader reader = { statement, 0 };
  g_autofree char *answer = row ? pal_reader_text (&reader) : NULL;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, pal_store_get_path (self), 0);
  return FALSE;
}

static gboolean
has_no_orphans (PalStore *self, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, "pragma foreign_key_check", "");
  gboolean row = FALSE;
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, pal_store_get_path (self), 0);
  return !row;
}

gboolean
pal_store_check (PalStore *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);

  gboolean sound = FALSE;
  if (!is_whole (self, error) || !has_no_orphans (self, error) ||
      !pal_audit_verify (self->database, &sound, error))
    return FALSE;
  if (!sound)
    g_set_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT,
                 /* Translators: %s is a file */
                 _ ("The audit trail in %s was changed from outside."), pal_store_get_path (self));
  return sound;
}
