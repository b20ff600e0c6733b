/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store as an object: opening, and reading single records. Whole practices are in
 * pal-store-whole.c, edits in pal-change.c. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-store-private.h"

#include "store/pal-audit.h"
#include "store/pal-practice-file.h"
#include "store/pal-store-error.h"

enum
{
  CLIENT_CHANGED,
  VISIT_CHANGED,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalStore, pal_store, G_TYPE_OBJECT)

static void
pal_store_finalize (GObject *object)
{
  PalStore *self = PAL_STORE (object);

  g_clear_pointer (&self->database, pal_database_free);
  g_free (self->actor);
  G_OBJECT_CLASS (pal_store_parent_class)->finalize (object);
}

static void
pal_store_class_init (PalStoreClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);
  const GSignalFlags last = G_SIGNAL_RUN_LAST;

  G_OBJECT_CLASS (klass)->finalize = pal_store_finalize;
  signals[CLIENT_CHANGED] = g_signal_new ("client-changed", type, last, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VISIT_CHANGED] = g_signal_new ("visit-changed", type, last, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[RESET] = g_signal_new ("reset", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_store_init (PalStore *self)
{
}

void
pal_store_emit_client_changed (PalStore *self, const char *client_id)
{
  g_signal_emit (self, signals[CLIENT_CHANGED], 0, client_id);
}

void
pal_store_emit_visit_changed (PalStore *self, const char *visit_id, const char *client_id)
{
  g_signal_emit (self, signals[VISIT_CHANGED], 0, visit_id, client_id);
}

PalStore *
pal_store_open (const char *path, PalStoreOpenFlags flags, const char *actor, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (actor != NULL && *actor != '\0', NULL);

  g_autoptr (PalDatabase) database = pal_practice_file_open (path, flags, error);
  if (database == NULL)
    return NULL;
  PalStore *self = g_object_new (PAL_TYPE_STORE, NULL);
  self->database = g_steal_pointer (&database);
  self->actor = g_strdup (actor);
  return self;
}

const char *
pal_store_get_path (PalStore *self)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  return pal_database_get_path (self->database);
}

void
pal_store_set_actor (PalStore *self, const char *actor)
{
  g_return_if_fail (PAL_IS_STORE (self));
  g_return_if_fail (actor != NULL && *actor != '\0');
  if (g_strcmp0 (self->actor, actor) == 0)
    return;
  g_free (self->actor);
  self->actor = g_strdup (actor);
}

const char *
pal_store_get_actor (PalStore *self)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  return self->actor;
}

/* Rows of the list of clients -------------------------------------------------------------------
 */

#define CLIENT_ROW                                                                                 \
  "select id, given, family, born, figure, squad,"                                                 \
  " (select count (*) from visits where client = c.key),"                                          \
  " (select count (*) from visits where client = c.key and is_signed = 0),"                        \
  " (select at from visits where client = c.key order by at desc, key desc limit 1),"              \
  " (select next_weeks from visits where client = c.key order by at desc, key desc limit 1),"      \
  " (select count (*) from alerts where client = c.key)"                                           \
  " from clients c "

static PalClientRow *
read_client_row (PalStatement *statement)
{
  PalReader reader = { statement, 0 };
  PalClientRow *row = g_new0 (PalClientRow, 1);

  row->id = pal_reader_text (&reader);
  row->given = pal_reader_text (&reader);
  row->family = pal_reader_text (&reader);
  row->born = (PalDate) pal_reader_number (&reader, PAL_NO_DATE);
  row->figure = (PalFigure) pal_reader_int (&reader);
  row->squad = pal_reader_text (&reader);
  row->n_visits = (guint) pal_reader_int (&reader);
  row->n_unsigned = (guint) pal_reader_int (&reader);
  row->last_visit_at = pal_reader_number (&reader, PAL_NO_TIME);
  row->next_weeks = (int) pal_reader_number (&reader, PAL_UNSET);
  row->n_alerts = (guint) pal_reader_int (&reader);
  return row;
}

void
pal_client_row_free (PalClientRow *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->given);
  g_free (self->family);
  g_free (self->squad);
  g_free (self);
}

GPtrArray *
pal_store_list_clients (PalStore *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_row_free);
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, CLIENT_ROW "order by key", "");
  gboolean row = FALSE;
  if (statement == NULL)
    return NULL;
  while (pal_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_client_row (statement));
    }
  return NULL;
}

PalClientRow *
pal_store_get_client_row (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error, CLIENT_ROW "where id = ?1", "t", client_id);
  gboolean row = FALSE;
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error))
    return NULL;
  if (row)
    return read_client_row (statement);
  pal_store_set_no_client (error, pal_store_get_path (self));
  return NULL;
}

/* Records ----------------------------------------------------------------------------------------
 */

/* One moment of the file for all tables of a record. */
static gboolean
begin_read (PalStore *self, PalTransaction *transaction, GError **error)
{
  return pal_transaction_begin_read (transaction, self->database, error);
}

PalClient *
pal_store_get_client (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  g_auto (PalTransaction) transaction = { NULL };
  if (!begin_read (self, &transaction, error))
    return NULL;
  return pal_records_load_client (self->database, client_id, error);
}

GPtrArray *
pal_store_list_visits (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  g_auto (PalTransaction) transaction = { NULL };
  if (!begin_read (self, &transaction, error))
    return NULL;
  return pal_records_load_visits (self->database, client_id, NULL, error);
}

PalVisit *
pal_store_get_visit (PalStore *self, const char *visit_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (visit_id != NULL, NULL);

  g_auto (PalTransaction) transaction = { NULL };
  if (!begin_read (self, &transaction, error))
    return NULL;
  return pal_records_load_visit (self->database, visit_id, error);
}

PalVisit *
pal_store_get_last_visit (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  g_autoptr (PalStatement) statement = pal_database_query (
      self->database, error,
      "select v.id from clients c join visits v on v.client = c.key where c.id = ?1"
      " order by v.at desc, v.key desc limit 1",
      "t", client_id);
  gboolean row = FALSE;
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  PalReader reader = { statement, 0 };
  g_autofree char *id = pal_reader_text (&reader);
  return pal_store_get_visit (self, id, error);
}

GPtrArray *
pal_store_list_unsigned (PalStore *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  g_autoptr (PalStatement) statement =
      pal_database_query (self->database, error,
                          "select id from visits where is_signed = 0 order by at, key", "");
  gboolean row = FALSE;
  if (statement == NULL)
    return NULL;
  while (pal_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&visits);
      PalReader reader = { statement, 0 };
      g_autofree char *id = pal_reader_text (&reader);
      PalVisit *visit = pal_records_load_visit (self->database, id, error);
      if (visit == NULL)
        return NULL;
      g_ptr_array_add (visits, visit);
    }
  return NULL;
}

int
pal_store_count_clients (PalStore *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), -1);

  gint64 n = 0;
  if (!pal_database_read_int (self->database, &n, error, "select count (*) from clients", ""))
    return -1;
  return (int) n;
}

GPtrArray *
pal_store_list_audit (PalStore *self, const char *record, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);
  return pal_audit_list (self->database, record, error);
}

void
pal_audit_entry_free (PalAuditEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->what);
  g_free (self->record);
  g_free (self);
}
