/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on their way into the record: kept at every key, put in by one edit when typing rests, and
 * found again when the program ended in between. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-workbench-private.h"
#include "record/pal-visit-words.h"
#include "store/pal-typed.h"

static char *
build_key (const char *visit_id, const char *field)
{
  return g_strdup_printf ("%s %s", visit_id, field);
}

/* The open client's, or any other that words were typed for just before. */
static PalVisit *
find_visit (PalWorkbench *self, const char *visit_id, GError **error)
{
  const PalVisit *known = pal_workbench_find_visit (self, visit_id);

  return known != NULL ? pal_visit_ref ((PalVisit *) known)
                       : pal_store_get_visit (self->store, visit_id, error);
}

/* A full disk is told once, not at every key. */
static void
tell (PalWorkbench *self, const GError *error)
{
  if (error != NULL && !self->typed_failing)
    pal_workbench_fail (self, error);
  self->typed_failing = error != NULL;
}

void
pal_workbench_keep_typed (PalWorkbench *self,
                          const char *visit_id,
                          const char *field,
                          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) visit = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (visit_id != NULL && field != NULL);

  key = build_key (visit_id, field);
  if (text == NULL && !g_hash_table_contains (self->typed, key))
    return;
  visit = find_visit (self, visit_id, &error);
  if (visit != NULL && (!visit->is_signed || text == NULL) &&
      pal_store_keep_typed (self->store, visit->client, visit_id, field, text, &error))
    {
      if (text == NULL)
        g_hash_table_remove (self->typed, key);
      else
        g_hash_table_replace (self->typed, g_steal_pointer (&key), g_strdup (text));
    }
  tell (self, error);
}

const char *
pal_workbench_peek_typed (PalWorkbench *self, const char *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (self->visit == NULL)
    return NULL;
  key = build_key (self->visit->id, field);
  return g_hash_table_lookup (self->typed, key);
}

/* What another program wrote meanwhile is read anew after a refusal, and the words go into that. */
static gboolean
put_words (PalWorkbench *self,
           const char *visit_id,
           const char *field,
           const char *text,
           const char *description)
{
  g_autofree char *merge_key = g_strconcat ("words:", field, NULL);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalVisit) visit = find_visit (self, visit_id, &error);
      g_autoptr (PalVisit) after = NULL;

      if (visit == NULL || visit->is_signed)
        return FALSE;
      after = pal_visit_copy (visit);
      if (!pal_visit_words_put (after, field, text))
        return FALSE;
      if (pal_workbench_commit_visit (self, g_steal_pointer (&after), description, merge_key))
        return TRUE;
    }
  return FALSE;
}

gboolean
pal_workbench_commit_typed (PalWorkbench *self,
                            const char *visit_id,
                            const char *field,
                            const char *text,
                            const char *description)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (visit_id != NULL && field != NULL, FALSE);
  g_return_val_if_fail (description != NULL, FALSE);

  if (!put_words (self, visit_id, field, text, description))
    return FALSE;
  pal_workbench_keep_typed (self, visit_id, field, NULL);
  return TRUE;
}

/* All words of one visit in one edit: one line in the audit trail, one step of undo. */
static gboolean
recover_visit (PalWorkbench *self, GPtrArray *typed, const char *visit_id, GError **error)
{
  g_autoptr (PalVisit) before = pal_store_get_visit (self->store, visit_id, error);
  g_autoptr (PalVisit) after = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  if (before == NULL)
    return FALSE;
  if (before->is_signed)
    return TRUE;
  after = pal_visit_copy (before);
  for (guint i = 0; i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);

      if (g_strcmp0 (each->visit, visit_id) == 0)
        pal_visit_words_put (after, each->field, each->text);
    }
  if (pal_visit_equal (before, after))
    return TRUE;
  line = pal_workbench_get_line (self, visit_id, before->client, TRUE);
  change = pal_change_new_visit (before, after, _ ("Take up what was typed"), NULL);
  return pal_undo_stack_do (line->stack, change, error);
}

/* Words of the record have gone into it; others wait for the field they were typed in. */
static void
sort_typed (PalWorkbench *self, const PalTyped *typed, PalVisit *visit)
{
  g_hash_table_replace (self->typed, build_key (typed->visit, typed->field),
                        g_strdup (typed->text));
  if (pal_visit_words_peek (visit, typed->field) != NULL)
    pal_workbench_keep_typed (self, typed->visit, typed->field, NULL);
}

void
pal_workbench_recover_typed (PalWorkbench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) typed = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));

  typed = pal_store_list_typed (self->store, &error);
  for (guint i = 0; typed != NULL && error == NULL && i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);
      g_autoptr (PalVisit) visit = NULL;

      if (each->visit == NULL || !recover_visit (self, typed, each->visit, &error))
        continue;
      visit = pal_store_get_visit (self->store, each->visit, &error);
      if (visit != NULL && !visit->is_signed)
        sort_typed (self, each, visit);
    }
  if (error != NULL)
    pal_workbench_fail (self, error);
}
