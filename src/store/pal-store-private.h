/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: what its files, and its tests, share about an open practice. */

#pragma once

#include "store/pal-change.h"
#include "store/pal-database.h"

G_BEGIN_DECLS

PalDatabase *pal_store_get_database (PalStore *self);

/**
 * pal_store_resolve_revision:
 *
 * Undoing gives a record a new revision, because it is a new write, and yet brings back what an
 * older one held. Whoever holds a snapshot of the older revision may go on with it.
 *
 * Returns: the first revision known to hold the same as @revision of the record @id
 */
guint64 pal_store_resolve_revision (PalStore *self, const char *id, guint64 revision);

/** pal_store_equate_revision: from now on @revision counts as @same_as. */
void pal_store_equate_revision (PalStore *self, const char *id, guint64 revision, guint64 same_as);

/** pal_store_write_term: as pal_store_put_term(), within a transaction of the caller's. */
gboolean pal_store_write_term (PalStore *self, const PalOwnTerm *term, GError **error);

/** pal_store_write_settings: writes those of @after that are not as in @before, within a
 * transaction of the caller's. */
gboolean pal_store_write_settings (PalStore *self,
                                   const PalPracticeSettings *before,
                                   const PalPracticeSettings *after,
                                   GError **error);

/** pal_store_read_images: adds logo and signatures to @settings. */
gboolean pal_store_read_images (PalStore *self, PalPracticeSettings *settings, GError **error);
/** pal_store_write_images: those of @after that are not in @before; removes none. */
gboolean pal_store_write_images (PalStore *self,
                                 const PalPracticeSettings *before,
                                 const PalPracticeSettings *after,
                                 GError **error);

/**
 * pal_typed_add_to_file:
 * @file: client and visits, not shared with anybody
 *
 * Puts what is being typed where it will stand, so that what is handed over is what was shown.
 */
gboolean pal_typed_add_to_file (PalDatabase *database, PalClientFile *file, GError **error);

void pal_store_emit_client_changed (PalStore *self, const char *client_id);
void pal_store_emit_visit_changed (PalStore *self, const char *visit_id, const char *client_id);
void pal_store_emit_reset (PalStore *self);

/** pal_change_is_empty: whether it changes nothing. */
gboolean pal_change_is_empty (const PalChange *self);

/** pal_change_is_final: whether it cannot be reverted: an amendment of a signed visit. */
gboolean pal_change_is_final (const PalChange *self);

/** pal_change_can_merge: whether @next, of the same kind, continues @self. */
gboolean pal_change_can_merge (const PalChange *self, const PalChange *next);

/** pal_change_is_lasting: whether it can be merged with what comes much later. */
gboolean pal_change_is_lasting (const PalChange *self);

/** pal_change_merge: makes @self, which is applied, lead to where @next led. */
void pal_change_merge (PalChange *self, const PalChange *next);

/** PalClock: Returns: microseconds that only grow. */
typedef gint64 (*PalClock) (void);

/** pal_undo_stack_set_clock: for tests, which do not wait. */
void pal_undo_stack_set_clock (PalUndoStack *self, PalClock clock);

G_END_DECLS
