/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on their way into the record: kept at every key, put in by one edit when typing rests, and
 * found again when the program ended in between. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-workbench-private.h"
#include "record/pal-client-words.h"
#include "record/pal-visit-words.h"
#include "store/pal-typed.h"

/* @owner: (nullable): a visit or a client; nobody is the practice. */
static char *
build_key (const char *owner, const char *field)
{
  return g_strdup_printf ("%s %s", owner != NULL ? owner : "", field);
}

/* The open client's, or any other that words were typed for just before. */
static PalVisit *
find_visit (PalWorkbench *self, const char *visit_id, GError **error)
{
  const PalVisit *known = pal_workbench_find_visit (self, visit_id);

  return known != NULL ? pal_visit_ref ((PalVisit *) known)
                       : pal_store_get_visit (self->store, visit_id, error);
}

static PalClient *
find_client (PalWorkbench *self, const char *client_id, GError **error)
{
  return self->client != NULL && g_str_equal (self->client->id, client_id)
             ? pal_client_ref (self->client)
             : pal_store_get_client (self->store, client_id, error);
}

/* A full disk is told once, not at every key. */
static void
tell (PalWorkbench *self, const GError *error)
{
  if (error != NULL && !self->typed_failing)
    pal_workbench_fail (self, error);
  self->typed_failing = error != NULL;
}

/* Keeping --------------------------------------------------------------------------------------
 */

static void
keep (PalWorkbench *self,
      const char *client_id,
      const char *visit_id,
      const char *field,
      const char *text,
      GError **error)
{
  g_autofree char *key = build_key (visit_id != NULL ? visit_id : client_id, field);

  if (!pal_store_keep_typed (self->store, client_id, visit_id, field, text, error))
    return;
  if (text == NULL)
    g_hash_table_remove (self->typed, key);
  else
    g_hash_table_replace (self->typed, g_steal_pointer (&key), g_strdup (text));
}

/* Nothing to do for what is forgotten and was not kept. */
static gboolean
is_needless (PalWorkbench *self, const char *owner, const char *field, const char *text)
{
  g_autofree char *key = build_key (owner, field);

  return text == NULL && !g_hash_table_contains (self->typed, key);
}

void
pal_workbench_keep_typed (PalWorkbench *self,
                          const char *visit_id,
                          const char *field,
                          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) visit = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (visit_id != NULL && field != NULL);

  if (is_needless (self, visit_id, field, text))
    return;
  visit = find_visit (self, visit_id, &error);
  if (visit != NULL &&
      (!visit->is_signed || text == NULL || pal_visit_words_outlive_signature (field)))
    keep (self, visit->client, visit_id, field, text, &error);
  tell (self, error);
}

void
pal_workbench_keep_client_typed (PalWorkbench *self,
                                 const char *client_id,
                                 const char *field,
                                 const char *text)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (field != NULL);

  if (is_needless (self, client_id, field, text))
    return;
  keep (self, client_id, NULL, field, text, &error);
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

const char *
pal_workbench_peek_client_typed (PalWorkbench *self, const char *client_id, const char *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  key = build_key (client_id, field);
  return g_hash_table_lookup (self->typed, key);
}

/* Committing -----------------------------------------------------------------------------------
 */

/* What another program wrote meanwhile is read anew after a refusal, and the words go into that. */
static gboolean
put_words (PalWorkbench *self,
           const char *visit_id,
           const char *field,
           const char *text,
           const char *description,
           const char *merge_key)
{
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
pal_workbench_commit_number (PalWorkbench *self,
                             const char *visit_id,
                             const char *field,
                             const char *text,
                             const char *description,
                             const char *merge_key)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (visit_id != NULL && field != NULL, FALSE);
  g_return_val_if_fail (description != NULL, FALSE);

  if (!put_words (self, visit_id, field, text, description, merge_key))
    return FALSE;
  pal_workbench_keep_typed (self, visit_id, field, NULL);
  return TRUE;
}

gboolean
pal_workbench_commit_typed (PalWorkbench *self,
                            const char *visit_id,
                            const char *field,
                            const char *text,
                            const char *description)
{
  g_autofree char *merge_key = g_strconcat ("words:", field, NULL);

  return pal_workbench_commit_number (self, visit_id, field, text, description, merge_key);
}

gboolean
pal_workbench_commit_client_typed (PalWorkbench *self,
                                   const char *client_id,
                                   const char *field,
                                   const char *text,
                                   const char *description)
{
  g_autofree char *merge_key = g_strconcat ("client:", field, NULL);

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (client_id != NULL && field != NULL, FALSE);
  g_return_val_if_fail (description != NULL, FALSE);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (PalClient) client = find_client (self, client_id, NULL);
      g_autoptr (PalClient) after = client != NULL ? pal_client_copy (client) : NULL;

      if (after == NULL || !pal_client_words_put (after, field, text))
        return FALSE;
      if (!pal_workbench_commit_client (self, g_steal_pointer (&after), description, merge_key))
        continue;
      pal_workbench_keep_client_typed (self, client_id, field, NULL);
      return TRUE;
    }
  return FALSE;
}

/* Recovering -----------------------------------------------------------------------------------
 */

/* All words of one visit in one edit: one line in the audit trail, one step of undo. What was
 * signed stays as it was signed. */
static gboolean
recover_visit (PalWorkbench *self, GPtrArray *typed, const PalTyped *first, GError **error)
{
  g_autoptr (PalVisit) before = pal_store_get_visit (self->store, first->visit, error);
  g_autoptr (PalVisit) after = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  if (before == NULL)
    return FALSE;
  after = pal_visit_copy (before);
  for (guint i = 0; i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);

      if (g_strcmp0 (each->visit, first->visit) == 0 &&
          (!before->is_signed || pal_visit_words_outlive_signature (each->field)))
        pal_visit_words_put (after, each->field, each->text);
    }
  if (pal_visit_equal (before, after))
    return TRUE;
  if (!pal_visit_validate (after, self->atlas, self->vocabulary, error))
    return FALSE;
  line = pal_workbench_get_line (self, before->id, before->client, TRUE);
  change = pal_change_new_visit (before, after, _ ("Take up what was typed"), NULL);
  return pal_undo_stack_do (line->stack, change, error);
}

static gboolean
recover_client (PalWorkbench *self, GPtrArray *typed, const PalTyped *first, GError **error)
{
  g_autoptr (PalClient) before = pal_store_get_client (self->store, first->client, error);
  g_autoptr (PalClient) after = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  if (before == NULL)
    return FALSE;
  after = pal_client_copy (before);
  for (guint i = 0; i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);

      if (each->visit == NULL && g_strcmp0 (each->client, first->client) == 0)
        pal_client_words_put (after, each->field, each->text);
    }
  if (pal_client_equal (before, after))
    return TRUE;
  if (!pal_client_validate (after, self->atlas, self->vocabulary, error))
    return FALSE;
  line = pal_workbench_get_line (self, before->id, before->id, FALSE);
  change = pal_change_new_client (before, after, _ ("Take up what was typed"), NULL);
  return pal_undo_stack_do (line->stack, change, error);
}

/* Words of the record have gone into it; others wait for the field they were typed in. */
static void
sort_visit_typed (PalWorkbench *self, const PalTyped *typed, gboolean recovered)
{
  g_autoptr (PalVisit) visit = pal_store_get_visit (self->store, typed->visit, NULL);

  if (visit == NULL || (visit->is_signed && !pal_visit_words_outlive_signature (typed->field)))
    return;
  g_hash_table_replace (self->typed, build_key (typed->visit, typed->field),
                        g_strdup (typed->text));
  if (recovered && pal_visit_words_put (visit, typed->field, typed->text))
    pal_workbench_keep_typed (self, typed->visit, typed->field, NULL);
}

static void
sort_client_typed (PalWorkbench *self, const PalTyped *typed, gboolean recovered)
{
  g_autoptr (PalClient) client = NULL;

  g_hash_table_replace (self->typed, build_key (typed->client, typed->field),
                        g_strdup (typed->text));
  if (typed->client != NULL)
    client = pal_store_get_client (self->store, typed->client, NULL);
  if (recovered && client != NULL && pal_client_words_put (client, typed->field, typed->text))
    pal_workbench_keep_client_typed (self, typed->client, typed->field, NULL);
}

void
pal_workbench_recover_typed (PalWorkbench *self)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (GPtrArray) typed = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));

  typed = pal_store_list_typed (self->store, &refused);
  for (guint i = 0; typed != NULL && i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);
      g_autoptr (GError) error = NULL;
      gboolean recovered = TRUE;

      if (each->visit != NULL)
        recovered = recover_visit (self, typed, each, &error);
      else if (each->client != NULL)
        recovered = recover_client (self, typed, each, &error);
      /* One record that refuses its words is no reason to forget those of another. */
      if (each->visit != NULL)
        sort_visit_typed (self, each, recovered);
      else
        sort_client_typed (self, each, recovered);
      if (error != NULL && refused == NULL)
        refused = g_steal_pointer (&error);
    }
  if (refused != NULL)
    pal_workbench_fail (self, refused);
}
