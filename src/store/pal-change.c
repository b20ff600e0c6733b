/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes as objects: what they hold, describe and how they merge. Writing is in
 * pal-change-apply.c. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "record/pal-summary-text.h"
#include "store/pal-change-private.h"
#include "store/pal-store-private.h"

static PalChange *
new_change (const char *id, const char *client_id, const char *description, const char *merge_key)
{
  PalChange *self = g_new0 (PalChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->client_id = g_strdup (client_id);
  self->description = g_strdup (description);
  self->merge_key = g_strdup (merge_key);
  return self;
}

static void
hold_visit (PalChangeState *state, const PalVisit *visit)
{
  g_clear_pointer (&state->visit, pal_visit_unref);
  if (visit != NULL)
    state->visit = pal_visit_copy (visit);
}

static void
hold_client (PalChangeState *state, const PalClient *client)
{
  g_clear_pointer (&state->client, pal_client_unref);
  if (client != NULL)
    state->client = pal_client_copy (client);
}

PalChange *
pal_change_new_visit (const PalVisit *before,
                      const PalVisit *after,
                      const char *description,
                      const char *merge_key)
{
  const PalVisit *either = after != NULL ? after : before;
  PalChange *self;

  g_return_val_if_fail (either != NULL, NULL);
  g_return_val_if_fail (description != NULL, NULL);
  g_return_val_if_fail (before == NULL || g_str_equal (before->id, either->id), NULL);
  g_return_val_if_fail (before == NULL || g_strcmp0 (before->client, either->client) == 0, NULL);

  self = new_change (either->id, either->client, description, merge_key);
  self->is_visit = TRUE;
  hold_visit (&self->before, before);
  hold_visit (&self->after, after);
  self->before.revision = before != NULL ? before->revision : 0;
  return self;
}

PalChange *
pal_change_new_client (const PalClient *before,
                       const PalClient *after,
                       const char *description,
                       const char *merge_key)
{
  const PalClient *either = after != NULL ? after : before;
  PalChange *self;

  g_return_val_if_fail (either != NULL, NULL);
  g_return_val_if_fail (description != NULL, NULL);
  g_return_val_if_fail (before == NULL || g_str_equal (before->id, either->id), NULL);

  self = new_change (either->id, either->id, description, merge_key);
  hold_client (&self->before, before);
  hold_client (&self->after, after);
  self->before.revision = before != NULL ? before->revision : 0;
  return self;
}

PalChange *
pal_change_ref (PalChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
pal_change_unref (PalChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  hold_visit (&self->before, NULL);
  hold_visit (&self->after, NULL);
  hold_client (&self->before, NULL);
  hold_client (&self->after, NULL);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->visit_keys, g_array_unref);
  g_free (self->id);
  g_free (self->client_id);
  g_free (self->description);
  g_free (self->merge_key);
  g_free (self);
}

const char *
pal_change_get_description (const PalChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

static gboolean
is_edit (const PalChange *self)
{
  return self->is_visit ? self->before.visit != NULL && self->after.visit != NULL
                        : self->before.client != NULL && self->after.client != NULL;
}

gboolean
pal_change_is_empty (const PalChange *self)
{
  if (!is_edit (self))
    return FALSE;
  return self->is_visit ? pal_visit_equal (self->before.visit, self->after.visit)
                        : pal_client_equal (self->before.client, self->after.client);
}

gboolean
pal_change_is_final (const PalChange *self)
{
  return self->is_visit && self->before.visit != NULL && self->before.visit->is_signed &&
         self->after.visit != NULL &&
         !pal_visit_has_same_record (self->before.visit, self->after.visit);
}

gboolean
pal_change_can_merge (const PalChange *self, const PalChange *next)
{
  /* Adding and removing are steps of their own: undoing typing shall not remove a new record. */
  if (self->merge_key == NULL || g_strcmp0 (self->merge_key, next->merge_key) != 0 ||
      self->is_visit != next->is_visit || !g_str_equal (self->id, next->id))
    return FALSE;
  return is_edit (self) && is_edit (next);
}

gboolean
pal_change_is_lasting (const PalChange *self)
{
  return self->merge_key != NULL && g_str_has_prefix (self->merge_key, PAL_MERGE_LASTING);
}

void
pal_change_merge (PalChange *self, const PalChange *next)
{
  hold_visit (&self->after, next->after.visit);
  hold_client (&self->after, next->after.client);
  self->after.revision = next->after.revision;
  g_free (self->description);
  self->description = g_strdup (next->description);
}
