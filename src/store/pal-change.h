/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one narrow door for edits: a change knows a record before and after, applies, reverts and
 * describes itself. An undo stack remembers changes. No widget and no SQL. */

#pragma once

#include "store/pal-store.h"

G_BEGIN_DECLS

/**
 * PalChange:
 *
 * A change of one client or one visit: two snapshots and a translated description, as it stands
 * behind "Undo": "Mark left ITB". Adding has no before, deleting no after.
 */
typedef struct _PalChange PalChange;

/* A merge key that begins so goes on however long somebody hesitates, for as long as nothing else
 * is done: whoever makes it makes another one when the hand leaves the field. */
#define PAL_MERGE_LASTING "lasting:"

/**
 * pal_change_new_visit:
 * @before: (nullable): as it was, %NULL to add it
 * @after: (nullable): as it shall be, %NULL to delete it
 * @description: translated
 * @merge_key: (nullable): changes with the same key that follow each other within two seconds
 *   become one step of undo (typing, painting); see %PAL_MERGE_LASTING
 *
 * Returns: (transfer full): the change, not yet applied
 */
PalChange *pal_change_new_visit (const PalVisit *before,
                                 const PalVisit *after,
                                 const char *description,
                                 const char *merge_key);

/**
 * pal_change_new_client:
 *
 * As pal_change_new_visit(). Deleting a client deletes the visits with it, and undoing brings all
 * of them back.
 */
PalChange *pal_change_new_client (const PalClient *before,
                                  const PalClient *after,
                                  const char *description,
                                  const char *merge_key);

PalChange *pal_change_ref (PalChange *self);
void pal_change_unref (PalChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalChange, pal_change_unref)

const char *pal_change_get_description (const PalChange *self);

/**
 * pal_store_apply:
 *
 * Writes the change in one transaction with its audit row; on disk when it returns %TRUE.
 * A signed visit is refused with LOCKED_VISIT, unless the change only adds an amendment.
 * A record somebody else wrote since is refused with CHANGED_MEANWHILE.
 */
gboolean pal_store_apply (PalStore *self, PalChange *change, GError **error);

/** pal_store_revert: writes the state before the change; rules as pal_store_apply(). */
gboolean pal_store_revert (PalStore *self, PalChange *change, GError **error);

#define PAL_TYPE_UNDO_STACK (pal_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (PalUndoStack, pal_undo_stack, PAL, UNDO_STACK, GObject)

/*
 * Read-only properties, notified: can-undo, can-redo (gboolean),
 * undo-description, redo-description (nullable string).
 */

/** pal_undo_stack_new: Returns: (transfer full): an empty stack that writes to @store. */
PalUndoStack *pal_undo_stack_new (PalStore *store);

/** pal_undo_stack_do: applies the change and remembers it; what was undone before is forgotten. */
gboolean pal_undo_stack_do (PalUndoStack *self, PalChange *change, GError **error);
gboolean pal_undo_stack_undo (PalUndoStack *self, GError **error);
gboolean pal_undo_stack_redo (PalUndoStack *self, GError **error);
/** pal_undo_stack_seal: the next change starts a step of its own, whatever its merge key. */
void pal_undo_stack_seal (PalUndoStack *self);
gboolean pal_undo_stack_get_can_undo (PalUndoStack *self);
gboolean pal_undo_stack_get_can_redo (PalUndoStack *self);
const char *pal_undo_stack_get_undo_description (PalUndoStack *self);
const char *pal_undo_stack_get_redo_description (PalUndoStack *self);

G_END_DECLS
