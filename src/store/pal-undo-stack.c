/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps done and steps undone, in order. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-store-private.h"

#define MERGE_US (2 * G_USEC_PER_SEC)
/* Each step holds two snapshots, some kilobytes each. */
#define MAX_STEPS 500

struct _PalUndoStack
{
  GObject parent_instance;
  PalStore *store;
  GPtrArray *done;
  GPtrArray *undone;
  gboolean sealed;
  gint64 last_us;
  PalClock clock;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_DESCRIPTION,
  PROP_REDO_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalUndoStack, pal_undo_stack, G_TYPE_OBJECT)

static PalChange *
peek_last (GPtrArray *steps)
{
  return steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
}

static void
notify_all (PalUndoStack *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
pal_undo_stack_finalize (GObject *object)
{
  PalUndoStack *self = PAL_UNDO_STACK (object);

  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (pal_undo_stack_parent_class)->finalize (object);
}

static void
pal_undo_stack_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PalUndoStack *self = PAL_UNDO_STACK (object);

  switch (property_id)
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
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
pal_undo_stack_class_init (PalUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = pal_undo_stack_finalize;
  object_class->get_property = pal_undo_stack_get_property;

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
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_change_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_change_unref);
  self->clock = g_get_monotonic_time;
}

PalUndoStack *
pal_undo_stack_new (PalStore *store)
{
  PalUndoStack *self;

  g_return_val_if_fail (PAL_IS_STORE (store), NULL);

  self = g_object_new (PAL_TYPE_UNDO_STACK, NULL);
  self->store = g_object_ref (store);
  return self;
}

void
pal_undo_stack_set_clock (PalUndoStack *self, PalClock clock)
{
  self->clock = clock;
}

/* A new step, or the last one carried on. */
static void
remember (PalUndoStack *self, PalChange *change)
{
  gint64 now = self->clock ();
  PalChange *last = peek_last (self->done);
  gboolean soon =
      !self->sealed && (now - self->last_us <= MERGE_US || pal_change_is_lasting (change));

  self->last_us = now;
  self->sealed = FALSE;
  if (last != NULL && soon && self->undone->len == 0 && pal_change_can_merge (last, change))
    {
      pal_change_merge (last, change);
      return;
    }
  g_ptr_array_set_size (self->undone, 0);
  if (self->done->len == MAX_STEPS)
    g_ptr_array_remove_index (self->done, 0);
  g_ptr_array_add (self->done, pal_change_ref (change));
}

gboolean
pal_undo_stack_do (PalUndoStack *self, PalChange *change, GError **error)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  if (!pal_store_apply (self->store, change, error))
    return FALSE;
  if (pal_change_is_empty (change))
    return TRUE;
  if (pal_change_is_final (change))
    {
      /* Nothing before an amendment can be undone any more, nor can the amendment. */
      g_ptr_array_set_size (self->done, 0);
      g_ptr_array_set_size (self->undone, 0);
    }
  else
    remember (self, change);
  notify_all (self);
  return TRUE;
}

gboolean
pal_undo_stack_undo (PalUndoStack *self, GError **error)
{
  PalChange *change;

  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (self->done->len > 0, FALSE);

  change = peek_last (self->done);
  if (!pal_store_revert (self->store, change, error))
    return FALSE;
  g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->done, self->done->len - 1));
  self->sealed = TRUE;
  notify_all (self);
  return TRUE;
}

gboolean
pal_undo_stack_redo (PalUndoStack *self, GError **error)
{
  PalChange *change;

  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (self->undone->len > 0, FALSE);

  change = peek_last (self->undone);
  if (!pal_store_apply (self->store, change, error))
    return FALSE;
  g_ptr_array_add (self->done, g_ptr_array_steal_index (self->undone, self->undone->len - 1));
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

  return self->done->len > 0;
}

gboolean
pal_undo_stack_get_can_redo (PalUndoStack *self)
{
  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), FALSE);

  return self->undone->len > 0;
}

const char *
pal_undo_stack_get_undo_description (PalUndoStack *self)
{
  PalChange *change;

  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), NULL);

  change = peek_last (self->done);
  return change != NULL ? pal_change_get_description (change) : NULL;
}

const char *
pal_undo_stack_get_redo_description (PalUndoStack *self)
{
  PalChange *change;

  g_return_val_if_fail (PAL_IS_UNDO_STACK (self), NULL);

  change = peek_last (self->undone);
  return change != NULL ? pal_change_get_description (change) : NULL;
}
