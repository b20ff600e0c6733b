/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes: writing one state of a client or visit over another, there and back. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-change-private.h"

#include <glib/gi18n-lib.h>

#include "store/pal-audit.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"

static PalChange *
change_new (const char *description, const char *merge_key)
{
  PalChange *self = g_new0 (PalChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->description = g_strdup (description);
  self->merge_key = g_strdup (merge_key);
  return self;
}

PalChange *
pal_change_new_visit (const PalVisit *before,
                      const PalVisit *after,
                      const char *description,
                      const char *merge_key)
{
  g_return_val_if_fail (before != NULL || after != NULL, NULL);
  g_return_val_if_fail (description != NULL, NULL);

  PalChange *self = change_new (description, merge_key);
  self->visits[PAL_CHANGE_BEFORE] = before != NULL ? pal_visit_copy (before) : NULL;
  self->visits[PAL_CHANGE_AFTER] = after != NULL ? pal_visit_copy (after) : NULL;
  self->revision = before != NULL ? before->revision : 0;
  return self;
}

PalChange *
pal_change_new_client (const PalClient *before,
                       const PalClient *after,
                       const char *description,
                       const char *merge_key)
{
  g_return_val_if_fail (before != NULL || after != NULL, NULL);
  g_return_val_if_fail (description != NULL, NULL);

  PalChange *self = change_new (description, merge_key);
  self->clients[PAL_CHANGE_BEFORE] = before != NULL ? pal_client_copy (before) : NULL;
  self->clients[PAL_CHANGE_AFTER] = after != NULL ? pal_client_copy (after) : NULL;
  self->revision = before != NULL ? before->revision : 0;
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
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < PAL_CHANGE_N_ENDS; i++)
    {
      g_clear_pointer (&self->visits[i], pal_visit_unref);
      g_clear_pointer (&self->clients[i], pal_client_unref);
    }
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->kept_keys, g_array_unref);
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

static const PalVisit *
get_any_visit (const PalChange *self)
{
  return self->visits[PAL_CHANGE_AFTER] != NULL ? self->visits[PAL_CHANGE_AFTER]
                                                : self->visits[PAL_CHANGE_BEFORE];
}

static const PalClient *
get_any_client (const PalChange *self)
{
  return self->clients[PAL_CHANGE_AFTER] != NULL ? self->clients[PAL_CHANGE_AFTER]
                                                 : self->clients[PAL_CHANGE_BEFORE];
}

const char *
pal_change_get_visit_id (const PalChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  const PalVisit *visit = get_any_visit (self);
  return visit != NULL ? visit->id : NULL;
}

const char *
pal_change_get_client_id (const PalChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  const PalVisit *visit = get_any_visit (self);
  return visit != NULL ? visit->client : get_any_client (self)->id;
}

/* Writing ----------------------------------------------------------------------------------------
 */

static gboolean
refuse_changed (GError **error)
{
  g_set_error_literal (
      error, PAL_STORE_ERROR, PAL_STORE_ERROR_CHANGED_MEANWHILE,
      _ ("Another program changed this record meanwhile. Open it again before editing."));
  return FALSE;
}

/* The record must be as this change last knew it. */
static gboolean
check_stored (
    PalStore *store, const PalStored *stored, guint64 revision, gboolean visit, GError **error)
{
  if (stored->key == 0 && visit)
    pal_store_set_no_visit (error, pal_store_get_path (store));
  else if (stored->key == 0)
    pal_store_set_no_client (error, pal_store_get_path (store));
  else if (stored->revision != revision)
    return refuse_changed (error);
  return stored->key != 0;
}

/* A signed visit takes amendments; and the signature itself may be undone while the change that
 * made it is still held. */
static gboolean
may_write_signed (const PalVisit *from, const PalVisit *to, gboolean reverting)
{
  if (to == NULL)
    return FALSE;
  g_autoptr (PalVisit) trial = pal_visit_copy (from);
  g_ptr_array_unref (trial->amendments);
  trial->amendments = g_ptr_array_ref (to->amendments);
  if (reverting && !to->is_signed)
    {
      trial->is_signed = FALSE;
      trial->signed_at = to->signed_at;
      pal_visit_set_text (&trial->signed_by, to->signed_by);
    }
  return pal_visit_equal (trial, to);
}

static gboolean
check_lock (const PalVisit *from, const PalVisit *to, gboolean reverting, GError **error)
{
  if (from == NULL || !from->is_signed || may_write_signed (from, to, reverting))
    return TRUE;
  g_set_error_literal (error, PAL_STORE_ERROR, PAL_STORE_ERROR_LOCKED_VISIT,
                       _ ("This visit is signed and locked; add an amendment instead."));
  return FALSE;
}

static const char *
name_visit_edit (const PalVisit *from, const PalVisit *to)
{
  if (from == NULL)
    return PAL_AUDIT_VISIT_ADDED;
  if (to == NULL)
    return PAL_AUDIT_VISIT_REMOVED;
  if (!from->is_signed && to->is_signed)
    return PAL_AUDIT_VISIT_SIGNED;
  if (from->is_signed && !to->is_signed)
    return PAL_AUDIT_VISIT_UNSIGNED;
  return from->is_signed ? PAL_AUDIT_VISIT_AMENDED : PAL_AUDIT_VISIT_EDITED;
}

static gboolean
write_visit (PalStore *store,
             PalChange *change,
             const PalVisit *from,
             const PalVisit *to,
             gboolean reverting,
             GError **error)
{
  const PalVisit *any = to != NULL ? to : from;
  g_autoptr (GString) changed = g_string_new (NULL);
  PalStored stored = { 0 };
  guint64 revision = change->revision + 1;
  if (!check_lock (from, to, reverting, error))
    return FALSE;
  if (!pal_records_find_visit (store->database, any->id, &stored, error))
    return FALSE;
  if (from == NULL)
    {
      PalStored client = { 0 };
      if (!pal_records_find_client (store->database, to->client, &client, error))
        return FALSE;
      if (client.key == 0)
        {
          pal_store_set_no_client (error, pal_store_get_path (store));
          return FALSE;
        }
      if (!pal_records_insert_visit (store->database, to, client.key, revision, &change->key,
                                     error))
        return FALSE;
    }
  else
    {
      if (!check_stored (store, &stored, change->revision, TRUE, error))
        return FALSE;
      change->key = stored.key;
      gboolean written = to != NULL ? pal_records_update_visit (store->database, stored.key, from,
                                                                to, revision, changed, error)
                                    : pal_records_delete_visit (store->database, stored.key, error);
      if (!written)
        return FALSE;
    }
  return pal_audit_append (store->database, store->actor, name_visit_edit (from, to), any->id,
                           changed->len > 0 ? changed->str : NULL, error);
}

/* Deleting a client keeps all visits in the change, so that undo brings them back. */
static gboolean
delete_client (
    PalStore *store, PalChange *change, const PalStored *stored, const char *id, GError **error)
{
  g_autoptr (GArray) keys = NULL;
  GPtrArray *visits = pal_records_load_visits (store->database, id, &keys, error);
  if (visits == NULL)
    return FALSE;
  g_clear_pointer (&change->kept, g_ptr_array_unref);
  g_clear_pointer (&change->kept_keys, g_array_unref);
  change->kept = visits;
  change->kept_keys = g_steal_pointer (&keys);
  return pal_records_delete_client (store->database, stored->key, error);
}

static gboolean
insert_client (
    PalStore *store, PalChange *change, const PalClient *client, guint64 revision, GError **error)
{
  if (!pal_records_insert_client (store->database, client, revision, &change->key, error))
    return FALSE;
  for (guint i = 0; change->kept != NULL && i < change->kept->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (change->kept, i);
      gint64 key = g_array_index (change->kept_keys, gint64, i);
      if (!pal_records_insert_visit (store->database, visit, change->key, visit->revision, &key,
                                     error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_client (
    PalStore *store, PalChange *change, const PalClient *from, const PalClient *to, GError **error)
{
  const PalClient *any = to != NULL ? to : from;
  const char *what = from == NULL ? PAL_AUDIT_CLIENT_ADDED
                     : to == NULL ? PAL_AUDIT_CLIENT_REMOVED
                                  : PAL_AUDIT_CLIENT_EDITED;
  g_autoptr (GString) changed = g_string_new (NULL);
  PalStored stored = { 0 };
  guint64 revision = change->revision + 1;
  gboolean written;
  if (!pal_records_find_client (store->database, any->id, &stored, error))
    return FALSE;
  if (from == NULL)
    written = insert_client (store, change, to, revision, error);
  else
    {
      if (!check_stored (store, &stored, change->revision, FALSE, error))
        return FALSE;
      change->key = stored.key;
      written = to != NULL ? pal_records_update_client (store->database, stored.key, from, to,
                                                        revision, changed, error)
                           : delete_client (store, change, &stored, any->id, error);
    }
  return written && pal_audit_append (store->database, store->actor, what, any->id,
                                      changed->len > 0 ? changed->str : NULL, error);
}

static gboolean
write_change (
    PalStore *store, PalChange *change, PalChangeEnd from, PalChangeEnd to, GError **error)
{
  gboolean is_visit = get_any_visit (change) != NULL;
  g_auto (PalTransaction) transaction = { NULL };
  if (!pal_transaction_begin_write (&transaction, store->database, error))
    return FALSE;
  gboolean written =
      is_visit ? write_visit (store, change, change->visits[from], change->visits[to],
                              to == PAL_CHANGE_BEFORE, error)
               : write_client (store, change, change->clients[from], change->clients[to], error);
  if (!written || !pal_transaction_commit (&transaction, error))
    return FALSE;

  change->revision++;
  if (is_visit)
    pal_store_emit_visit_changed (store, pal_change_get_visit_id (change),
                                  pal_change_get_client_id (change));
  else
    pal_store_emit_client_changed (store, pal_change_get_client_id (change));
  return TRUE;
}

gboolean
pal_store_apply (PalStore *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);
  return write_change (self, change, PAL_CHANGE_BEFORE, PAL_CHANGE_AFTER, error);
}

gboolean
pal_store_revert (PalStore *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);
  return write_change (self, change, PAL_CHANGE_AFTER, PAL_CHANGE_BEFORE, error);
}
