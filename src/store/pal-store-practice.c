/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to the practice and to no client: settings, its own words, the audit trail. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-audit.h"
#include "store/pal-row.h"
#include "store/pal-store-private.h"

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

static PalOwnTerm *
read_term (PalStatement *statement)
{
  PalReader reader = { statement, 0 };
  PalOwnTerm *term = g_new0 (PalOwnTerm, 1);

  term->list = (PalTermList) pal_reader_int (&reader);
  term->id = pal_reader_text (&reader);
  term->name = pal_reader_text (&reader);
  term->has_severity = pal_reader_int (&reader) != 0;
  term->retired = pal_reader_int (&reader) != 0;
  term->replaces = pal_reader_text (&reader);
  return term;
}

GPtrArray *
pal_store_list_terms (PalStore *self, GError **error)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database;
  gboolean row = TRUE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  database = pal_store_get_database (self);
  terms = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_own_term_free);
  statement =
      pal_database_query (database, error,
                          "select list, id, name, has_severity, retired, replaces from terms "
                          "order by list, key",
                          "");
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&terms);
      g_ptr_array_add (terms, read_term (statement));
    }
}

gboolean
pal_store_load_terms (PalStore *self, PalVocabulary *vocabulary, GError **error)
{
  g_autoptr (GPtrArray) terms = pal_store_list_terms (self, error);

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const PalOwnTerm *term = g_ptr_array_index (terms, i);

      if (!pal_vocabulary_put_own (vocabulary, term, error))
        return FALSE;
    }
  return terms != NULL;
}

static gboolean
write_with_audit (
    PalStore *self, PalStatement *statement, const char *what, const char *record, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  gboolean row;

  return statement != NULL && pal_database_step (database, statement, &row, error) &&
         pal_audit_append (database, pal_store_get_actor (self), what, record, "", error);
}

gboolean
pal_store_write_term (PalStore *self, const PalOwnTerm *term, GError **error)
{
  PalDatabase *database = pal_store_get_database (self);
  g_autoptr (PalStatement) statement =
      pal_database_query (database, error,
                          "insert into terms (list, id, name, has_severity, retired, replaces) "
                          "values (?1, ?2, ?3, ?4, ?5, ?6) "
                          "on conflict (list, id) do update set name = excluded.name, "
                          "has_severity = excluded.has_severity, retired = excluded.retired",
                          "ittiit", (gint64) term->list, term->id, term->name,
                          (gint64) term->has_severity, (gint64) term->retired, term->replaces);

  return write_with_audit (self, statement, PAL_AUDIT_TERM, term->id, error);
}

gboolean
pal_store_put_term (PalStore *self, const PalOwnTerm *term, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (term != NULL && term->id != NULL, FALSE);

  return pal_transaction_begin_write (&transaction, pal_store_get_database (self), error) &&
         pal_store_write_term (self, term, error) && pal_transaction_commit (&transaction, error);
}

char *
pal_store_get_setting (PalStore *self, const char *name)
{
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database;
  gboolean row = FALSE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  database = pal_store_get_database (self);
  statement =
      pal_database_query (database, NULL, "select value from settings where name = ?1", "t", name);
  if (statement == NULL || !pal_database_step (database, statement, &row, NULL) || !row)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

char **
pal_store_get_setting_list (PalStore *self, const char *name)
{
  g_autofree char *ids = pal_store_get_setting (self, name);

  return ids != NULL && *ids != '\0' ? g_strsplit (ids, ",", -1) : NULL;
}

static gboolean
write_setting (PalStore *self, const char *name, const char *value, GError **error)
{
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database = pal_store_get_database (self);

  if (value != NULL)
    statement = pal_database_query (database, error,
                                    "insert into settings (name, value) values (?1, ?2) on "
                                    "conflict (name) do update set value = excluded.value",
                                    "tt", name, value);
  else
    statement =
        pal_database_query (database, error, "delete from settings where name = ?1", "t", name);
  return write_with_audit (self, statement, PAL_AUDIT_SETTING, name, error);
}

gboolean
pal_store_set_setting (PalStore *self, const char *name, const char *value, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return pal_transaction_begin_write (&transaction, pal_store_get_database (self), error) &&
         write_setting (self, name, value, error) && pal_transaction_commit (&transaction, error);
}

PalPracticeSettings *
pal_store_get_settings (PalStore *self, GError **error)
{
  g_autoptr (PalPracticeSettings) settings = pal_practice_settings_new ();
  g_autoptr (PalStatement) statement = NULL;
  PalDatabase *database;
  gboolean row = TRUE;

  g_return_val_if_fail (PAL_IS_STORE (self), NULL);

  database = pal_store_get_database (self);
  statement = pal_database_query (database, error, "select name, value from settings", "");
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!pal_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return pal_store_read_images (self, settings, error) ? g_steal_pointer (&settings) : NULL;
      pal_practice_settings_put (settings, (const char *) sqlite3_column_text (statement, 0),
                                 (const char *) sqlite3_column_text (statement, 1));
    }
}

gboolean
pal_store_write_settings (PalStore *self,
                          const PalPracticeSettings *before,
                          const PalPracticeSettings *after,
                          GError **error)
{
  const char *const *names = pal_practice_settings_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *old = pal_practice_settings_dup (before, names[i]);
      g_autofree char *value = pal_practice_settings_dup (after, names[i]);

      if (g_strcmp0 (old, value) != 0 && !write_setting (self, names[i], value, error))
        return FALSE;
    }
  return pal_store_write_images (self, before, after, error);
}

GPtrArray *
pal_store_list_audit (PalStore *self, const char *record, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return pal_audit_list (pal_store_get_database (self), record, error);
}
