/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An open practice: the object and what it reads. Many records at once are in pal-store-whole.c,
 * settings, words and the audit trail in pal-store-practice.c, edits in pal-change.c. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-practice-file.h"
#include "store/pal-records.h"
#include "store/pal-row.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"

struct _PalStore
{
  GObject parent_instance;
  PalDatabase *database;
  char *actor;
  /* "id revision" to the revision that held the same first. */
  GHashTable *same_revisions;
  gboolean checkpoint_failing;
};

enum
{
  PROP_0,
  PROP_CHECKPOINT_FAILING,
  N_PROPS
};

enum
{
  SIGNAL_CLIENT_CHANGED,
  SIGNAL_VISIT_CHANGED,
  SIGNAL_RESET,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalStore, pal_store, G_TYPE_OBJECT)

static void
pal_store_finalize (GObject *object)
{
  PalStore *self = PAL_STORE (object);

  g_clear_pointer (&self->database, pal_database_free);
  g_clear_pointer (&self->same_revisions, g_hash_table_unref);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (pal_store_parent_class)->finalize (object);
}

static void
pal_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PalStore *self = PAL_STORE (object);

  if (property_id == PROP_CHECKPOINT_FAILING)
    g_value_set_boolean (value, self->checkpoint_failing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
pal_store_class_init (PalStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->finalize = pal_store_finalize;
  object_class->get_property = pal_store_get_property;

  properties[PROP_CHECKPOINT_FAILING] =
      g_param_spec_boolean ("checkpoint-failing", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CLIENT_CHANGED] = g_signal_new ("client-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_VISIT_CHANGED] =
      g_signal_new ("visit-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_RESET] =
      g_signal_new ("reset", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_store_init (PalStore *self)
{
  self->same_revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Inside the store ---------------------------------------------------------------------------- */

PalDatabase *
pal_store_get_database (PalStore *self)
{
  return self->database;
}

static char *
name_revision (const char *id, guint64 revision)
{
  return g_strdup_printf ("%s %" G_GUINT64_FORMAT, id, revision);
}

guint64
pal_store_resolve_revision (PalStore *self, const char *id, guint64 revision)
{
  g_autofree char *name = name_revision (id, revision);
  const guint64 *same = g_hash_table_lookup (self->same_revisions, name);

  return same != NULL ? *same : revision;
}

void
pal_store_equate_revision (PalStore *self, const char *id, guint64 revision, guint64 same_as)
{
  guint64 first = pal_store_resolve_revision (self, id, same_as);

  g_hash_table_insert (self->same_revisions, name_revision (id, revision),
                       g_memdup2 (&first, sizeof first));
}

/* Every signal follows a commit, after which the log may have been moved, or not. */
static void
look_at_checkpoint (PalStore *self)
{
  gboolean failing = pal_database_is_checkpoint_failing (self->database);

  if (self->checkpoint_failing == failing)
    return;
  self->checkpoint_failing = failing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKPOINT_FAILING]);
}

void
pal_store_emit_client_changed (PalStore *self, const char *client_id)
{
  look_at_checkpoint (self);
  g_signal_emit (self, signals[SIGNAL_CLIENT_CHANGED], 0, client_id);
}

void
pal_store_emit_visit_changed (PalStore *self, const char *visit_id, const char *client_id)
{
  look_at_checkpoint (self);
  g_signal_emit (self, signals[SIGNAL_VISIT_CHANGED], 0, visit_id, client_id);
}

void
pal_store_emit_reset (PalStore *self)
{
  look_at_checkpoint (self);
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

/* Opening ------------------------------------------------------------------------------------- */

PalStore *
pal_store_open (const char *path, PalStoreOpenFlags flags, const char *actor, GError **error)
{
  g_autoptr (PalDatabase) database = NULL;
  PalStore *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (actor != NULL && *actor != '\0', NULL);

  database = pal_practice_file_open (path, flags, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (PAL_TYPE_STORE, NULL);
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

  g_free (self->actor);
  self->actor = g_strdup (actor);
}

const char *
pal_store_get_actor (PalStore *self)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  return self->actor;
}

gboolean
pal_store_is_checkpoint_failing (PalStore *self)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);

  return self->checkpoint_failing;
}

/* Clients ------------------------------------------------------------------------------------- */

/* Each inner select walks one client's stretch of an index and touches no visit. */
#define CLIENT_ROWS                                                                                \
  "select id, given, family, born, figure, squad,"                                                 \
  " (select count (*) from visits where client = c.key),"                                          \
  " (select count (*) from visits where client = c.key and is_signed = 0),"                        \
  " (select max (at) from visits where client = c.key),"                                           \
  " (select next_weeks from visits where client = c.key order by at desc, key desc limit 1),"      \
  " (select count (*) from alerts where client = c.key)"                                           \
  " from clients c "

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

GPtrArray *
pal_store_list_clients (PalStore *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_row_free);
  statement = pal_database_query (self->database, error, CLIENT_ROWS "order by c.key", "");
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!pal_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_client_row (statement));
    }
}

PalClientRow *
pal_store_get_client_row (PalStore *self, const char *client_id, GError **error)
{
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  statement =
      pal_database_query (self->database, error, CLIENT_ROWS "where c.id = ?1", "t", client_id);
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error))
    return NULL;
  if (row)
    return read_client_row (statement);
  pal_store_set_no_client (error, pal_store_get_path (self));
  return NULL;
}

PalClient *
pal_store_get_client (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  return pal_records_load_client (self->database, client_id, error);
}

int
pal_store_count_clients (PalStore *self, GError **error)
{
  gint64 n = 0;

  g_return_val_if_fail (PAL_IS_STORE (self), -1);

  if (!pal_database_read_int (self->database, &n, error, "select count (*) from clients", ""))
    return -1;
  return (int) n;
}

/* Visits -------------------------------------------------------------------------------------- */

GPtrArray *
pal_store_list_visits (PalStore *self, const char *client_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  return pal_records_load_visits (self->database, client_id, NULL, error);
}

PalVisit *
pal_store_get_visit (PalStore *self, const char *visit_id, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (visit_id != NULL, NULL);

  return pal_records_load_visit (self->database, visit_id, error);
}

PalVisit *
pal_store_get_last_visit (PalStore *self, const char *client_id, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (PalStatement) statement = NULL;
  g_autofree char *id = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);

  if (!pal_transaction_begin_read (&transaction, self->database, error))
    return NULL;
  statement = pal_database_query (self->database, error,
                                  "select id from visits where client = (select key from clients "
                                  "where id = ?1) order by at desc, key desc limit 1",
                                  "t", client_id);
  if (statement == NULL || !pal_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  return pal_records_load_visit (self->database, id, error);
}

GPtrArray *
pal_store_list_unsigned (PalStore *self, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (PalStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  if (!pal_transaction_begin_read (&transaction, self->database, error))
    return NULL;
  statement = pal_database_query (self->database, error,
                                  "select id from visits where is_signed = 0 order by at, key", "");
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      PalVisit *visit;

      if (!pal_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&visits);
      visit = pal_records_load_visit (self->database,
                                      (const char *) sqlite3_column_text (statement, 0), error);
      if (visit == NULL)
        return NULL;
      g_ptr_array_add (visits, visit);
    }
}
