/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a change, forwards and backwards: one transaction with its audit row. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "record/pal-summary-text.h"
#include "store/pal-audit.h"
#include "store/pal-change-private.h"
#include "store/pal-records.h"
#include "store/pal-store-error.h"
#include "store/pal-store-private.h"

/* One write while it goes on. */
typedef struct
{
  PalStore *store;
  PalDatabase *database;
  PalChange *change;
  const PalChangeState *from;
  PalChangeState *to;
  gboolean reverting;
  PalStored stored;
  /* 0 when the record is gone afterwards, or nothing had to be written. */
  guint64 new_revision;
  /* Of a client that is removed. */
  GPtrArray *visits;
  GArray *visit_keys;
} Work;

static gboolean
refuse (Work *work, PalStoreError code, GError **error)
{
  pal_store_set_error (error, code, pal_store_get_path (work->store), 0);
  return FALSE;
}

static gboolean
has_record (const PalChangeState *state)
{
  return state->visit != NULL || state->client != NULL;
}

static gboolean
append_audit (Work *work, const char *what, const char *record, const char *body, GError **error)
{
  g_autofree char *undone = work->reverting ? g_strconcat ("undo ", body, NULL) : NULL;

  return pal_audit_append (work->database, pal_store_get_actor (work->store), what, record,
                           undone != NULL ? g_strchomp (undone) : body, error);
}

static gboolean
find_stored (Work *work, GError **error)
{
  return work->change->is_visit
             ? pal_records_find_visit (work->database, work->change->id, &work->stored, error)
             : pal_records_find_client (work->database, work->change->id, &work->stored, error);
}

/* The record must be there and be the one the change starts from. */
static gboolean
check_stored (Work *work, GError **error)
{
  const char *id = work->change->id;

  if (work->stored.key == 0)
    {
      if (work->change->is_visit)
        pal_store_set_no_visit (error, pal_store_get_path (work->store));
      else
        pal_store_set_no_client (error, pal_store_get_path (work->store));
      return FALSE;
    }
  if (pal_store_resolve_revision (work->store, id, work->stored.revision) !=
      pal_store_resolve_revision (work->store, id, work->from->revision))
    return refuse (work, PAL_STORE_ERROR_CHANGED_MEANWHILE, error);
  return TRUE;
}

/* Adding ----------------------------------------------------------------------------------------
 */

static gboolean
check_room (Work *work, gint64 client_key, GError **error)
{
  gint64 n = 0;

  if (work->change->is_visit)
    {
      if (!pal_database_read_int (work->database, &n, error,
                                  "select count (*) from visits where client = ?1", "i",
                                  client_key))
        return FALSE;
      return n < PAL_MAX_VISITS_PER_CLIENT || refuse (work, PAL_STORE_ERROR_LIMIT, error);
    }
  n = pal_store_count_clients (work->store, error);
  if (n < 0)
    return FALSE;
  return n < PAL_MAX_CLIENTS || refuse (work, PAL_STORE_ERROR_LIMIT, error);
}

static gboolean
add_visit (Work *work, GError **error)
{
  PalChange *change = work->change;
  PalStored client;

  if (!pal_records_find_client (work->database, change->client_id, &client, error))
    return FALSE;
  if (client.key == 0)
    {
      pal_store_set_no_client (error, pal_store_get_path (work->store));
      return FALSE;
    }
  return check_room (work, client.key, error) &&
         pal_records_insert_visit (work->database, work->to->visit, client.key, work->new_revision,
                                   &change->key, error) &&
         append_audit (work, PAL_AUDIT_VISIT_ADDED, change->id, "", error);
}

/* The visits that went with the client come back as they were, revisions included. */
static gboolean
add_kept_visits (Work *work, GError **error)
{
  PalChange *change = work->change;
  guint n = change->visits != NULL ? change->visits->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const PalVisit *visit = change->visits->pdata[i];
      gint64 key = g_array_index (change->visit_keys, gint64, i);

      if (!pal_records_insert_visit (work->database, visit, change->key, visit->revision, &key,
                                     error) ||
          !append_audit (work, PAL_AUDIT_VISIT_ADDED, visit->id, "", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_client (Work *work, GError **error)
{
  PalChange *change = work->change;

  return check_room (work, 0, error) &&
         pal_records_insert_client (work->database, work->to->client, work->new_revision,
                                    &change->key, error) &&
         append_audit (work, PAL_AUDIT_CLIENT_ADDED, change->id, "", error) &&
         add_kept_visits (work, error);
}

static gboolean
add_record (Work *work, GError **error)
{
  if (work->stored.key != 0)
    return refuse (work, PAL_STORE_ERROR_EXISTS, error);
  work->new_revision = work->change->last_revision + 1;
  return work->change->is_visit ? add_visit (work, error) : add_client (work, error);
}

/* Removing ------------------------------------------------------------------------------------ */

static gboolean
remove_visit (Work *work, GError **error)
{
  /* Taking back the addition of a visit that came signed is taking back that signing. */
  if (work->stored.is_signed && !work->reverting)
    return refuse (work, PAL_STORE_ERROR_LOCKED_VISIT, error);
  return pal_records_delete_visit (work->database, work->stored.key, error) &&
         append_audit (work, PAL_AUDIT_VISIT_REMOVED, work->change->id, "", error);
}

static gboolean
remove_client (Work *work, GError **error)
{
  work->visits =
      pal_records_load_visits (work->database, work->change->client_id, &work->visit_keys, error);
  if (work->visits == NULL)
    return FALSE;
  for (guint i = 0; i < work->visits->len; i++)
    if (!append_audit (work, PAL_AUDIT_VISIT_REMOVED,
                       ((const PalVisit *) work->visits->pdata[i])->id, "", error))
      return FALSE;
  return pal_records_delete_client (work->database, work->stored.key, error) &&
         append_audit (work, PAL_AUDIT_CLIENT_REMOVED, work->change->id, "", error);
}

static gboolean
remove_record (Work *work, GError **error)
{
  if (!check_stored (work, error))
    return FALSE;
  return work->change->is_visit ? remove_visit (work, error) : remove_client (work, error);
}

/* Editing ------------------------------------------------------------------------------------- */

/* Whether @after is @before and more amendments, and nothing else. */
static gboolean
only_amends (const PalVisit *before, const PalVisit *after)
{
  g_autoptr (PalVisit) cut = NULL;

  if (after->amendments->len <= before->amendments->len)
    return FALSE;
  cut = pal_visit_copy (after);
  g_ptr_array_set_size (cut->amendments, (int) before->amendments->len);
  return pal_visit_has_same_record (before, cut);
}

static gboolean
check_lock (Work *work, const PalVisit *stored, GError **error)
{
  const PalVisit *to = work->to->visit;

  if (!stored->is_signed)
    return TRUE;
  /* That the revision is still ours says that nobody relies on the signature yet. */
  if (pal_visit_has_same_record (stored, to) ||
      (work->reverting ? !to->is_signed : only_amends (stored, to)))
    return TRUE;
  return refuse (work, PAL_STORE_ERROR_LOCKED_VISIT, error);
}

static const char *
choose_word (const PalVisit *before, const PalVisit *after)
{
  if (pal_visit_has_same_record (before, after))
    return PAL_AUDIT_VISIT_SUMMARY;
  if (before->is_signed && !after->is_signed)
    return PAL_AUDIT_VISIT_UNSIGNED;
  if (before->is_signed)
    return PAL_AUDIT_VISIT_AMENDED;
  return after->is_signed ? PAL_AUDIT_VISIT_SIGNED : PAL_AUDIT_VISIT_EDITED;
}

/* Differences are taken from what the file holds and not from the snapshot, so that the file holds
 * just the new state afterwards, whatever was handed in. */
static gboolean
edit_visit (Work *work, GError **error)
{
  const char *id = work->change->id;
  g_autoptr (PalVisit) stored = pal_records_load_visit (work->database, id, error);
  g_autoptr (GString) changed = g_string_new (NULL);

  if (stored == NULL)
    return FALSE;
  if (pal_visit_equal (stored, work->to->visit))
    return TRUE;
  work->new_revision = work->stored.revision + 1;
  return check_lock (work, stored, error) &&
         pal_records_update_visit (work->database, work->stored.key, stored, work->to->visit,
                                   work->new_revision, changed, error) &&
         append_audit (work, choose_word (stored, work->to->visit), id, changed->str, error);
}

static gboolean
edit_client (Work *work, GError **error)
{
  const char *id = work->change->id;
  g_autoptr (PalClient) stored = pal_records_load_client (work->database, id, error);
  g_autoptr (GString) changed = g_string_new (NULL);

  if (stored == NULL)
    return FALSE;
  if (pal_client_equal (stored, work->to->client))
    return TRUE;
  work->new_revision = work->stored.revision + 1;
  return pal_records_update_client (work->database, work->stored.key, stored, work->to->client,
                                    work->new_revision, changed, error) &&
         append_audit (work, PAL_AUDIT_CLIENT_EDITED, id, changed->str, error);
}

static gboolean
edit_record (Work *work, GError **error)
{
  if (!check_stored (work, error))
    return FALSE;
  return work->change->is_visit ? edit_visit (work, error) : edit_client (work, error);
}

/* All of it ----------------------------------------------------------------------------------- */

static gboolean
write_in_transaction (Work *work, GError **error)
{
  g_auto (PalTransaction) transaction = { NULL };

  if (!pal_transaction_begin_write (&transaction, work->database, error) ||
      !find_stored (work, error))
    return FALSE;
  if (!has_record (work->from))
    return add_record (work, error) && pal_transaction_commit (&transaction, error);
  if (!has_record (work->to))
    return remove_record (work, error) && pal_transaction_commit (&transaction, error);
  return edit_record (work, error) && pal_transaction_commit (&transaction, error);
}

/* Only after the commit: a change that was refused knows nothing new. */
static void
remember_outcome (Work *work)
{
  PalChange *change = work->change;

  if (!has_record (work->to))
    {
      change->key = work->stored.key;
      change->last_revision = work->stored.revision;
      g_clear_pointer (&change->visits, g_ptr_array_unref);
      g_clear_pointer (&change->visit_keys, g_array_unref);
      change->visits = g_steal_pointer (&work->visits);
      change->visit_keys = g_steal_pointer (&work->visit_keys);
      return;
    }
  if (work->new_revision == 0)
    work->new_revision = work->stored.revision;
  if (work->to->revision == 0)
    work->to->revision = work->new_revision;
  else if (work->to->revision != work->new_revision)
    pal_store_equate_revision (work->store, change->id, work->new_revision, work->to->revision);
}

static void
emit_changed (Work *work)
{
  if (work->change->is_visit)
    pal_store_emit_visit_changed (work->store, work->change->id, work->change->client_id);
  else
    pal_store_emit_client_changed (work->store, work->change->id);
}

static gboolean
write_change (PalStore *store, PalChange *change, gboolean reverting, GError **error)
{
  Work work = {
    .store = store,
    .database = pal_store_get_database (store),
    .change = change,
    .from = reverting ? &change->after : &change->before,
    .to = reverting ? &change->before : &change->after,
    .reverting = reverting,
  };
  gint64 key = change->key;
  gboolean done = write_in_transaction (&work, error);

  if (done)
    {
      gboolean written = work.new_revision != 0 || !has_record (work.to);

      remember_outcome (&work);
      if (written)
        emit_changed (&work);
    }
  else
    change->key = key;
  g_clear_pointer (&work.visits, g_ptr_array_unref);
  g_clear_pointer (&work.visit_keys, g_array_unref);
  return done;
}

gboolean
pal_store_apply (PalStore *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  return write_change (self, change, FALSE, error);
}

gboolean
pal_store_revert (PalStore *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  return write_change (self, change, TRUE, error);
}
