/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The undo stack: what was done to one record, in order, and how far it is undone. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-change-private.h"

/* Edits of one kind within this time are one step: a sentence typed, a stroke painted. */
#define MERGE_US (2 * G_USEC_PER_SEC)

struct _PalUndoStack
{
  GObject parent_instance;

  PalStore *store;
  GPtrArray *changes;
  guint n_done; /* changes[0 … n_done) are applied, the rest can be redone */
  gint64 last_at;
  gboolean sealed;
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_DESCRIPTION,
  PROP_REDO_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalUndoStack, pal_undo_stack, G_TYPE_OBJECT)

static void
notify_all (PalUndoStack *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static PalChange *
get_top (PalUndoStack *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->changes, self->n_done - 1) : NULL;
}

/* Changes of one record follow each other's revisions: each must know the newest. */
static void
pass_revision (PalUndoStack *self, guint64 revision)
{
  for (guint i = 0; i < self->changes->len; i++)
    ((PalChange *) g_ptr_array_index (self->changes, i))->revision = revision;
}

/* Neither an addition nor a deletion. */
static gboolean
is_edit (const PalChange *change)
{
  return (change->visits[PAL_CHANGE_BEFORE] != NULL ||
          change->clients[PAL_CHANGE_BEFORE] != NULL) &&
         (change->visits[PAL_CHANGE_AFTER] != NULL || change->clients[PAL_CHANGE_AFTER] != NULL);
}

static gboolean
can_merge (PalUndoStack *self, const PalChange *change)
{
  const PalChange *top = get_top (self);
  return top != NULL && !self->sealed && change->merge_key != NULL &&
         g_strcmp0 (top->merge_key, change->merge_key) == 0 &&
         g_get_monotonic_time () - self->last_at < MERGE_US &&
         g_strcmp0 (pal_change_get_visit_id (top), pal_change_get_visit_id (change)) == 0 &&
         is_edit (top) && is_edit (change);
}

/* The step that is there grows to the new end; its beginning stays. */
static void
merge (PalChange *into, const PalChange *change)
{
  if (change->visits[PAL_CHANGE_AFTER] != NULL)
    {
      pal_visit_unref (into->visits[PAL_CHANGE_AFTER]);
      into->visits[PAL_CHANGE_AFTER] = pal_visit_copy (change->visits[PAL_CHANGE_AFTER]);
    }
  if (change->clients[PAL_CHANGE_AFTER] != NULL)
    {
      pal_client_unref (into->clients[PAL_CHANGE_AFTER]);
      into->clients[PAL_CHANGE_AFTER] = pal_client_copy (change->clients[PAL_CHANGE_AFTER]);
    }
}

static void
pal_undo_stack_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalUndoStack *self = PAL_UNDO_STACK (object);
  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, pal_undo_stack_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, pal_undo_stack_get_can_redo (self));
      break;
    case PROP_UNDO_DESCRIPTION:
      g_value_set_string (value, pal_undo_stack_get_undo_description (self));
      break;
    case PROP_REDO_DESCRIPTION:
      g_value_set_string (value, pal_undo_stack_get_redo_description (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pal_undo_stack_finalize (GObject *object)
{
  PalUndoStack *self = PAL_UNDO_STACK (object);
  g_clear_object (&self->store);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (pal_undo_stack_parent_class)->finalize (object);
}

static void
pal_undo_stack_class_init (PalUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  object_class->get_property = pal_undo_stack_get_property;
  object_class->finalize = pal_undo_stack_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_DESCRIPTION] =
      g_param_spec_string ("undo-description", NULL, NULL, NULL, flags);
  properties[PROP_REDO_DESCRIPTION] =
      g_param_spec_string ("redo-description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pal_undo_stack_init (PalUndoStack *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_change_unref);
}

PalUndoStack *
pal_undo_stack_new (PalStore *store)
{
  g_return_val_if_fail (PAL_IS_STORE (store), NULL);
  PalUndoStack *self = g_object_new (PAL_TYPE_UNDO_STACK, NULL);
  self->store = g_object_ref (store);
  return self;
}

gboolean
pal_undo_stack_do (PalUndoStack *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  if (!pal_store_apply (self->store, change, error))
    return FALSE;
  g_ptr_array_set_size (self->changes, (int) self->n_done);
  if (can_merge (self, change))
    merge (get_top (self), change);
  else
    {
      g_ptr_array_add (self->changes, pal_change_ref (change));
      self->n_done++;
    }
  pass_revision (self, change->revision);
  self->last_at = g_get_monotonic_time ();
  self->sealed = FALSE;
  notify_all (self);
  return TRUE;
}

gboolean
pal_undo_stack_undo (PalUndoStack *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);

  PalChange *change = get_top (self);
  if (change == NULL)
    return TRUE;
  if (!pal_store_revert (self->store, change, error))
    return FALSE;
  self->n_done--;
  pass_revision (self, change->revision);
  self->sealed = TRUE;
  notify_all (self);
  return TRUE;
}

gboolean
pal_undo_stack_redo (PalUndoStack *self, GError **error)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);

  if (self->n_done == self->changes->len)
    return TRUE;
  PalChange *change = g_ptr_array_index (self->changes, self->n_done);
  if (!pal_store_apply (self->store, change, error))
    return FALSE;
  self->n_done++;
  pass_revision (self, change->revision);
  self->sealed = TRUE;
  notify_all (self);
  return TRUE;
}

void
pal_undo_stack_seal (PalUndoStack *self)
{
  g_return_if_fail (PAL_IS_UNDO_STACK (self));
  self->sealed = TRUE;
}

gboolean
pal_undo_stack_get_can_undo (PalUndoStack *self)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  return self->n_done > 0;
}

gboolean
pal_undo_stack_get_can_redo (PalUndoStack *self)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  return self->n_done < self->changes->len;
}

const char *
pal_undo_stack_get_undo_description (PalUndoStack *self)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), NULL);
  const PalChange *top = get_top (self);
  return top != NULL ? top->description : NULL;
}

const char *
pal_undo_stack_get_redo_description (PalUndoStack *self)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), NULL);
  if (self->n_done == self->changes->len)
    return NULL;
  return ((const PalChange *) g_ptr_array_index (self->changes, self->n_done))->description;
}
