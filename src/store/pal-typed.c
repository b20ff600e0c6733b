/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-typed.h. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "record/pal-client-words.h"
#include "record/pal-visit-words.h"
#include "store/pal-row.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"
#include "store/pal-typed.h"

#define TYPED_ROWS                                                                                 \
  "select c.id, v.id, t.field, t.text from typed t left join clients c on c.key = t.client "       \
  "left join visits v on v.key = t.visit "

void
pal_typed_free (PalTyped *self)
{
  if (self == NULL)
    return;
  g_free (self->client);
  g_free (self->visit);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

/* Their keys; 0, which no record has, for the client of what belongs to the practice and the visit
 * of what belongs to the client. */
static gboolean
find_keys (PalDatabase *database,
           const char *client_id,
           const char *visit_id,
           gint64 *client,
           gint64 *visit,
           GError **error)
{
  if (client_id == NULL)
    return TRUE;
  if (!pal_database_read_int (database, client, error,
                              "select ifnull (max (key), 0) from clients where id = ?1", "t",
                              client_id))
    return FALSE;
  if (*client == 0)
    {
      pal_store_set_no_client (error, pal_database_get_path (database));
      return FALSE;
    }
  if (visit_id == NULL)
    return TRUE;
  if (!pal_database_read_int (database, visit, error,
                              "select ifnull (max (key), 0) from visits where id = ?1 and "
                              "client = ?2",
                              "ti", visit_id, *client))
    return FALSE;
  if (*visit == 0)
    pal_store_set_no_visit (error, pal_database_get_path (database));
  return *visit != 0;
}

gboolean
pal_store_keep_typed (PalStore *self,
                      const char *client_id,
                      const char *visit_id,
                      const char *field,
                      const char *text,
                      GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  PalDatabase *database;
  gint64 client = 0, visit = 0;
  gboolean done;

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (client_id != NULL || visit_id == NULL, FALSE);

  database = pal_store_get_database (self);
  if (!pal_transaction_begin_write (&transaction, database, error) ||
      !find_keys (database, client_id, visit_id, &client, &visit, error))
    return FALSE;
  if (text != NULL)
    done = pal_database_run (database, error,
                             "insert into typed (client, visit, field, text) "
                             "values (nullif (?1, 0), nullif (?2, 0), ?3, ?4) "
                             "on conflict (ifnull (client, 0), ifnull (visit, 0), field) "
                             "do update set text = excluded.text",
                             "iitt", client, visit, field, text);
  else
    done = pal_database_run (
        database, error,
        "delete from typed where ifnull (client, 0) = ?1 and ifnull (visit, 0) = ?2 and "
        "field = ?3",
        "iit", client, visit, field);
  return done && pal_transaction_commit (&transaction, error);
}

static PalTyped *
read_typed (PalStatement *statement)
{
  PalReader reader = { statement, 0 };
  PalTyped *typed = g_new0 (PalTyped, 1);

  typed->client = pal_reader_text (&reader);
  typed->visit = pal_reader_text (&reader);
  typed->field = pal_reader_text (&reader);
  typed->text = pal_reader_text (&reader);
  return typed;
}

/* Takes all rows of a query. */
static GPtrArray *
read_all (PalDatabase *database, PalStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_typed_free);
  gboolean row = TRUE;

  while (TRUE)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_typed (statement));
    }
}

GPtrArray *
pal_store_list_typed (PalStore *self, GError **error)
{
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  database = pal_store_get_database (self);
  statement = pal_database_query (database, error, TYPED_ROWS "order by t.key", "");
  return statement != NULL ? read_all (database, statement, error) : NULL;
}

/* What may still be typed at a signed visit is no part of what was signed. */
static void
add_to_visits (const PalTyped *typed, GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (visits, i);

      if (g_str_equal (visit->id, typed->visit) &&
          (!visit->is_signed || pal_visit_words_outlive_signature (typed->field)))
        pal_visit_words_put (visit, typed->field, typed->text);
    }
}

gboolean
pal_typed_add_to_file (PalDatabase *database, PalClientFile *file, GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, TYPED_ROWS "where c.id = ?1 order by t.key", "t",
                          file->client->id);
  g_autoptr (GPtrArray) rows = statement != NULL ? read_all (database, statement, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalTyped *typed = g_ptr_array_index (rows, i);

      if (typed->visit != NULL)
        add_to_visits (typed, file->visits);
      else
        pal_client_words_put (file->client, typed->field, typed->text);
    }
  return rows != NULL;
}
