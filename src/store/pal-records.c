/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading whole records; writing them is in pal-records-write.c. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-records.h"
#include "store/pal-store-error.h"

static gboolean
find_record (
    PalDatabase *database, const char *sql, const char *id, PalStored *stored, GError **error)
{
  g_autoptr (PalStatement) statement = pal_database_query (database, error, sql, "t", id);
  gboolean row = FALSE;

  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return FALSE;
  *stored = (PalStored){ 0 };
  if (row)
    {
      stored->key = sqlite3_column_int64 (statement, 0);
      stored->revision = (guint64) sqlite3_column_int64 (statement, 1);
      stored->is_signed = sqlite3_column_int (statement, 2) != 0;
    }
  return TRUE;
}

gboolean
pal_records_find_client (PalDatabase *database, const char *id, PalStored *stored, GError **error)
{
  return find_record (database, "select key, revision, 0 from clients where id = ?1", id, stored,
                      error);
}

gboolean
pal_records_find_visit (PalDatabase *database, const char *id, PalStored *stored, GError **error)
{
  return find_record (database, "select key, revision, is_signed from visits where id = ?1", id,
                      stored, error);
}

static gboolean
load_parts (PalDatabase *database,
            const PalPart *parts,
            guint n_parts,
            gint64 key,
            gpointer record,
            GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (PalStatement) statement =
          pal_database_query (database, error, parts[i].of_one, "i", key);
      gboolean row = TRUE;

      if (statement == NULL)
        return FALSE;
      while (row)
        {
          PalReader reader = { statement, 0 };

          if (!pal_database_step (database, statement, &row, error))
            return FALSE;
          if (row)
            parts[i].read (record, &reader);
        }
    }
  return TRUE;
}

PalClient *
pal_records_load_client (PalDatabase *database, const char *id, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (PalStatement) statement = NULL;
  g_autoptr (PalClient) client = NULL;
  PalReader reader = { NULL, 0 };
  const PalPart *parts;
  guint n_parts;
  gboolean row = FALSE;
  gint64 key;

  if (!pal_transaction_begin_read (&transaction, database, error))
    return NULL;
  statement =
      pal_database_query (database, error,
                          "select key, revision, " PAL_CLIENT_COLUMNS " from clients where id = ?1",
                          "t", id);
  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return NULL;
  if (!row)
    {
      pal_store_set_no_client (error, pal_database_get_path (database));
      return NULL;
    }
  client = pal_client_new (NULL, NULL);
  g_free (client->id);
  client->id = g_strdup (id);
  reader.statement = statement;
  key = pal_reader_int (&reader);
  client->revision = (guint64) pal_reader_int (&reader);
  pal_client_read_row (client, &reader);
  parts = pal_client_get_parts (&n_parts);
  if (!load_parts (database, parts, n_parts, key, client, error))
    return NULL;
  return g_steal_pointer (&client);
}

/* The row under @statement: key, revision, id, the client's id, then the columns of a visit. */
static PalVisit *
read_visit (PalStatement *statement, gint64 *key)
{
  PalReader reader = { statement, 0 };

  *key = pal_reader_int (&reader);
  const guint64 revision = (guint64) pal_reader_int (&reader);
  PalVisit *visit = pal_visit_new_with_id (pal_reader_text (&reader), NULL);
  visit->revision = revision;
  visit->client = pal_reader_text (&reader);
  pal_visit_read_row (visit, &reader);
  return visit;
}

PalVisit *
pal_records_load_visit (PalDatabase *database, const char *id, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (PalStatement) statement = NULL;
  g_autoptr (PalVisit) visit = NULL;
  const PalPart *parts;
  guint n_parts;
  gboolean row = FALSE;
  gint64 key = 0;

  if (!pal_transaction_begin_read (&transaction, database, error))
    return NULL;
  statement = pal_database_query (
      database, error,
      "select key, revision, id, (select id from clients where key = client), " PAL_VISIT_COLUMNS
      " from visits where id = ?1",
      "t", id);
  if (statement == NULL || !pal_database_step (database, statement, &row, error))
    return NULL;
  if (!row)
    {
      pal_store_set_no_visit (error, pal_database_get_path (database));
      return NULL;
    }
  visit = read_visit (statement, &key);
  parts = pal_visit_get_parts (&n_parts);
  if (!load_parts (database, parts, n_parts, key, visit, error))
    return NULL;
  return g_steal_pointer (&visit);
}

/* The parts come in the order of the visits, so one walk over both lists is enough. */
static gboolean
load_part_of_all (PalDatabase *database,
                  const PalPart *part,
                  gint64 client_key,
                  GPtrArray *visits,
                  GArray *keys,
                  GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, part->of_client, "i", client_key);
  gboolean row = TRUE;
  guint i = 0;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      PalReader reader = { statement, 0 };
      gint64 key;

      if (!pal_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      key = pal_reader_int (&reader);
      while (i < visits->len && g_array_index (keys, gint64, i) != key)
        i++;
      if (i == visits->len)
        {
          pal_store_set_error (error, PAL_STORE_ERROR_CORRUPT, pal_database_get_path (database), 0);
          return FALSE;
        }
      part->read (visits->pdata[i], &reader);
    }
}

static gboolean
load_visit_rows (
    PalDatabase *database, gint64 client_key, GPtrArray *visits, GArray *keys, GError **error)
{
  g_autoptr (PalStatement) statement = pal_database_query (
      database, error,
      "select key, revision, id, (select id from clients where key = ?1), " PAL_VISIT_COLUMNS
      " from visits where client = ?1 order by at, key",
      "i", client_key);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      gint64 key;

      if (!pal_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (visits, read_visit (statement, &key));
      g_array_append_val (keys, key);
    }
}

GPtrArray *
pal_records_load_visits (PalDatabase *database,
                         const char *client_id,
                         GArray **keys_out,
                         GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const PalPart *parts;
  guint n_parts;
  PalStored client;

  if (!pal_transaction_begin_read (&transaction, database, error) ||
      !pal_records_find_client (database, client_id, &client, error))
    return NULL;
  if (client.key == 0)
    {
      pal_store_set_no_client (error, pal_database_get_path (database));
      return NULL;
    }
  if (!load_visit_rows (database, client.key, visits, keys, error))
    return NULL;
  parts = pal_visit_get_parts (&n_parts);
  for (guint i = 0; i < n_parts; i++)
    if (!load_part_of_all (database, &parts[i], client.key, visits, keys, error))
      return NULL;
  if (keys_out != NULL)
    *keys_out = g_steal_pointer (&keys);
  return g_steal_pointer (&visits);
}
