/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of the workbench: one change at a time through the undo line of the record it concerns. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-workbench-private.h"

PalUndoLine *
pal_workbench_get_line (PalWorkbench *self,
                        const char *id,
                        const char *client_id,
                        gboolean is_visit)
{
  PalUndoLine *line = g_hash_table_lookup (self->lines, id);

  if (line == NULL)
    {
      line = g_new0 (PalUndoLine, 1);
      line->id = g_strdup (id);
      line->client_id = g_strdup (client_id);
      line->is_visit = is_visit;
      line->stack = pal_undo_stack_new (self->store);
      g_hash_table_insert (self->lines, line->id, line);
    }
  return line;
}

void
pal_workbench_activate_open_line (PalWorkbench *self)
{
  PalUndoLine *line = NULL;

  if (self->client != NULL && (self->visit == NULL || self->scope == PAL_UNDO_SCOPE_CLIENT))
    line = pal_workbench_get_line (self, self->client->id, self->client->id, FALSE);
  else if (self->visit != NULL)
    line = pal_workbench_get_line (self, self->visit->id, self->visit->client, TRUE);
  pal_workbench_activate_line (self, line);
}

/* After a refusal because somebody else wrote the record, what is shown must be what is there. */
static void
report_refusal (PalWorkbench *self, const GError *error)
{
  if (g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_CHANGED_MEANWHILE) &&
      self->client != NULL)
    {
      g_autofree char *client_id = g_strdup (self->client->id);
      g_autofree char *visit_id = self->visit != NULL ? g_strdup (self->visit->id) : NULL;

      pal_workbench_load_client (self, client_id, visit_id, NULL);
    }
  pal_workbench_fail (self, error);
}

static gboolean
do_change (PalWorkbench *self, PalUndoLine *line, PalChange *change)
{
  g_autoptr (GError) error = NULL;

  if (!pal_undo_stack_do (line->stack, change, &error))
    {
      report_refusal (self, error);
      return FALSE;
    }
  pal_workbench_activate_line (self, line);
  return TRUE;
}

static void
emit_undoable_notice (PalWorkbench *self, PalUndoLine *line, const char *message)
{
  self->noticed = line;
  pal_workbench_emit_notice (self, message, TRUE);
}

static void
fail_with (PalWorkbench *self, int code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (PAL_STORE_ERROR, code, message);

  pal_workbench_fail (self, error);
}

PalVisit *
pal_workbench_edit_visit (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);

  if (self->visit == NULL)
    {
      fail_with (self, PAL_STORE_ERROR_NOT_FOUND, _ ("Start a visit first."));
      return NULL;
    }
  if (self->visit->is_signed)
    {
      fail_with (self, PAL_STORE_ERROR_LOCKED_VISIT,
                 _ ("This visit is signed and cannot be changed."));
      return NULL;
    }
  return pal_visit_copy (self->visit);
}

gboolean
pal_workbench_commit_visit (PalWorkbench *self,
                            PalVisit *after,
                            const char *description,
                            const char *merge_key)
{
  g_autoptr (PalVisit) taken = after;
  g_autoptr (PalVisit) before = NULL;
  g_autoptr (PalChange) change = NULL;
  const PalVisit *known;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (after != NULL && description != NULL, FALSE);

  /* A text field may hand in its last words after another visit was opened. */
  known = pal_workbench_find_visit (self, after->id);
  if (known != NULL)
    before = pal_visit_ref ((PalVisit *) known);
  else
    {
      g_autoptr (GError) error = NULL;

      before = pal_store_get_visit (self->store, after->id, &error);
      if (before == NULL)
        {
          pal_workbench_fail (self, error);
          return FALSE;
        }
    }
  if (pal_visit_equal (before, after))
    return TRUE;
  change = pal_change_new_visit (before, after, description, merge_key);
  return do_change (self, pal_workbench_get_line (self, after->id, after->client, TRUE), change);
}

PalClient *
pal_workbench_edit_client (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);

  if (self->client == NULL)
    {
      fail_with (self, PAL_STORE_ERROR_NOT_FOUND, _ ("Choose a client first."));
      return NULL;
    }
  return pal_client_copy (self->client);
}

gboolean
pal_workbench_commit_client (PalWorkbench *self,
                             PalClient *after,
                             const char *description,
                             const char *merge_key)
{
  g_autoptr (PalClient) taken = after;
  g_autoptr (PalClient) before = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (after != NULL && description != NULL, FALSE);

  if (self->client != NULL && g_str_equal (self->client->id, after->id))
    before = pal_client_ref (self->client);
  else
    before = pal_store_get_client (self->store, after->id, &error);
  if (before != NULL && pal_client_equal (before, after))
    return TRUE;
  if (before == NULL || !pal_client_validate (after, self->atlas, self->vocabulary, &error))
    {
      pal_workbench_fail (self, error);
      return FALSE;
    }
  change = pal_change_new_client (before, after, description, merge_key);
  return do_change (self, pal_workbench_get_line (self, after->id, after->id, FALSE), change);
}

gboolean
pal_workbench_add_client (PalWorkbench *self, const PalClient *client)
{
  g_autoptr (PalChange) change = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (client != NULL, FALSE);

  pal_workbench_flush (self);
  id = g_strdup (client->id);
  change = pal_change_new_client (NULL, client, _ ("Add client"), NULL);
  if (!do_change (self, pal_workbench_get_line (self, id, id, FALSE), change))
    return FALSE;
  pal_workbench_open_client (self, id);
  return TRUE;
}

gboolean
pal_workbench_delete_client (PalWorkbench *self, const char *client_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalClient) before = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  PalUndoLine *line;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (client_id != NULL, FALSE);

  pal_workbench_flush (self);
  id = g_strdup (client_id);
  before = pal_store_get_client (self->store, id, &error);
  if (before == NULL)
    {
      pal_workbench_fail (self, error);
      return FALSE;
    }
  line = pal_workbench_get_line (self, id, id, FALSE);
  change = pal_change_new_client (before, NULL, _ ("Delete client"), NULL);
  if (!do_change (self, line, change))
    return FALSE;
  name = pal_client_dup_name (before);
  /* Translators: %s is the name of a client. */
  message = g_strdup_printf (_ ("%s deleted"), name);
  emit_undoable_notice (self, line, message);
  return TRUE;
}

gboolean
pal_workbench_add_visit (PalWorkbench *self)
{
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);

  pal_workbench_flush (self);
  if (self->client == NULL)
    {
      fail_with (self, PAL_STORE_ERROR_NOT_FOUND, _ ("Choose a client first."));
      return FALSE;
    }
  visit = pal_visit_new (self->client->id, pal_time_now ());
  pal_visit_set_text (&visit->therapist, pal_store_get_actor (self->store));
  line = pal_workbench_get_line (self, visit->id, visit->client, TRUE);
  change = pal_change_new_visit (NULL, visit, _ ("New visit"), NULL);
  if (!do_change (self, line, change))
    return FALSE;
  pal_workbench_open_visit (self, visit->id);
  return TRUE;
}

gboolean
pal_workbench_delete_visit (PalWorkbench *self, const char *visit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) before = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (visit_id != NULL, FALSE);

  pal_workbench_flush (self);
  before = pal_store_get_visit (self->store, visit_id, &error);
  if (before == NULL)
    {
      pal_workbench_fail (self, error);
      return FALSE;
    }
  line = pal_workbench_get_line (self, before->id, before->client, TRUE);
  change = pal_change_new_visit (before, NULL, _ ("Delete visit"), NULL);
  if (!do_change (self, line, change))
    return FALSE;
  emit_undoable_notice (self, line, _ ("Visit deleted"));
  return TRUE;
}

gboolean
pal_workbench_sign_visit (PalWorkbench *self)
{
  g_autoptr (PalVisit) after = NULL;
  g_autoptr (PalChange) change = NULL;
  PalUndoLine *line;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);

  pal_workbench_flush (self);
  /* What was typed as findings is not locked out of the visit unseen. */
  if (pal_workbench_peek_typed (self, PAL_TYPED_SHORTHAND) != NULL)
    {
      pal_workbench_emit_notice (
          self, _ ("Not signed: shorthand is not marked yet. Enter marks it, Escape drops it."),
          FALSE);
      return FALSE;
    }
  after = pal_workbench_edit_visit (self);
  if (after == NULL)
    return FALSE;
  after->is_signed = TRUE;
  after->signed_at = pal_time_now ();
  pal_visit_set_text (&after->signed_by, pal_store_get_actor (self->store));
  line = pal_workbench_get_line (self, after->id, after->client, TRUE);
  change = pal_change_new_visit (self->visit, after, _ ("Sign visit"), NULL);
  if (!do_change (self, line, change))
    return FALSE;
  emit_undoable_notice (self, line, _ ("Visit signed and locked"));
  return TRUE;
}

/* Shows the record whose edit was just undone or redone, when it is there (again). */
static void
reveal_line (PalWorkbench *self, PalUndoLine *line)
{
  gboolean is_open_client = self->client != NULL && g_str_equal (self->client->id, line->client_id);
  const PalVisit *visit;

  if (!is_open_client)
    {
      pal_workbench_load_client (self, line->client_id, line->is_visit ? line->id : NULL, NULL);
      return;
    }
  if (!line->is_visit || (self->visit != NULL && g_str_equal (self->visit->id, line->id)))
    return;
  visit = pal_workbench_find_visit (self, line->id);
  if (visit != NULL)
    pal_workbench_show_visit (self, (PalVisit *) visit);
}

static void
step_line (PalWorkbench *self,
           PalUndoLine *line,
           gboolean (*step) (PalUndoStack *stack, GError **error))
{
  g_autoptr (GError) error = NULL;

  if (!step (line->stack, &error))
    {
      report_refusal (self, error);
      return;
    }
  pal_workbench_activate_line (self, line);
  reveal_line (self, line);
}

void
pal_workbench_undo (PalWorkbench *self)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));

  pal_workbench_flush (self);
  if (pal_workbench_get_can_undo (self))
    step_line (self, self->active, pal_undo_stack_undo);
}

void
pal_workbench_redo (PalWorkbench *self)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));

  pal_workbench_flush (self);
  if (pal_workbench_get_can_redo (self))
    step_line (self, self->active, pal_undo_stack_redo);
}

void
pal_workbench_undo_notice (PalWorkbench *self)
{
  PalUndoLine *line;

  g_return_if_fail (PAL_IS_WORKBENCH (self));

  pal_workbench_flush (self);
  line = g_steal_pointer (&self->noticed);
  if (line != NULL && pal_undo_stack_get_can_undo (line->stack))
    step_line (self, line, pal_undo_stack_undo);
}

void
pal_workbench_set_undo_scope (PalWorkbench *self, PalUndoScope scope)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));

  if (self->scope == scope)
    return;
  self->scope = scope;
  pal_workbench_activate_open_line (self);
}

gboolean
pal_workbench_get_can_undo (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  return self->active != NULL && pal_undo_stack_get_can_undo (self->active->stack);
}

gboolean
pal_workbench_get_can_redo (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  return self->active != NULL && pal_undo_stack_get_can_redo (self->active->stack);
}
