/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-typed.h. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "record/pal-visit-words.h"
#include "store/pal-row.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"
#include "store/pal-typed.h"

#define TYPED_ROWS                                                                                 \
  "select c.id, v.id, t.field, t.text from typed t join clients c on c.key = t.client "            \
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

/* The key of the visit; 0, which no visit has, for what belongs to the client. */
static gboolean
find_keys (PalDatabase *database,
           const char *client_id,
           const char *visit_id,
           gint64 *client,
           gint64 *visit,
           GError **error)
{
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
  g_return_val_if_fail (client_id != NULL && field != NULL, FALSE);

  database = pal_store_get_database (self);
  if (!pal_transaction_begin_write (&transaction, database, error) ||
      !find_keys (database, client_id, visit_id, &client, &visit, error))
    return FALSE;
  if (text != NULL)
    done = pal_database_run (database, error,
                             "insert into typed (client, visit, field, text) "
                             "values (?1, nullif (?2, 0), ?3, ?4) "
                             "on conflict (client, ifnull (visit, 0), field) "
                             "do update set text = excluded.text",
                             "iitt", client, visit, field, text);
  else
    done = pal_database_run (database, error,
                             "delete from typed where client = ?1 and ifnull (visit, 0) = ?2 and "
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

gboolean
pal_typed_add_to_visits (PalDatabase *database,
                         const char *client_id,
                         GPtrArray *visits,
                         GError **error)
{
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error, TYPED_ROWS "where c.id = ?1 and v.is_signed = 0", "t",
                          client_id);
  g_autoptr (GPtrArray) rows = statement != NULL ? read_all (database, statement, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalTyped *typed = g_ptr_array_index (rows, i);

      for (guint j = 0; j < visits->len; j++)
        {
          PalVisit *visit = g_ptr_array_index (visits, j);

          if (g_str_equal (visit->id, typed->visit))
            pal_visit_words_put (visit, typed->field, typed->text);
        }
    }
  return rows != NULL;
}
