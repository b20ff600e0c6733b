/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The workbench: what is open right now (practice, client, visit, undo) and the way edits go from
 * widgets to the store. Pages and panels are handed one; no widget among its own business. */

#pragma once

#include <glib-object.h>

#include "atlas/pal-snippets.h"
#include "record/pal-practice-settings.h"
#include "store/pal-change.h"

G_BEGIN_DECLS

/* The field of a visit under which shorthand is kept until it is marked. */
#define PAL_TYPED_SHORTHAND "quick-entry"

#define PAL_TYPE_WORKBENCH (pal_workbench_get_type ())
G_DECLARE_FINAL_TYPE (PalWorkbench, pal_workbench, PAL, WORKBENCH, GObject)

/*
 * Properties, all notified:
 *   has-client, has-visit, can-edit (a visit is open and not signed): gboolean, read-only
 *   can-undo, can-redo: gboolean, read-only; undo-description, redo-description: string, read-only
 *   kind: string, the kind a tap marks; "tight" at first
 *
 * Signals:
 *   ::flush ()                   hand in what is typed and not yet committed: the open records are
 *                                about to be left, signed, undone or printed
 *   ::client-changed ()          another client is open, or the open one was edited
 *   ::visits-changed ()          the list of the client's visits changed (added, removed, edited)
 *   ::visit-changed ()           another visit is open, or the open one was edited or undone
 *   ::focus-region (const char *region, PalSide side as int)   somebody asks the map to show it
 *   ::failed (const char *message)    an edit or a read was refused: one translated sentence
 *   ::notice (const char *message, gboolean can_undo)   worth a toast; with can_undo, an Undo
 * button
 */

/**
 * PalUndoScope:
 * @PAL_UNDO_SCOPE_VISIT: undo works on the open visit; on the client while no visit is open
 * @PAL_UNDO_SCOPE_CLIENT: undo works on the client's own facts
 *
 * What Ctrl+Z means on the page that is shown. Until another record or page is opened it stays with
 * what was edited last, so that undoing a deletion works at once.
 */
typedef enum
{
  PAL_UNDO_SCOPE_VISIT,
  PAL_UNDO_SCOPE_CLIENT
} PalUndoScope;

/** pal_workbench_new: Returns: (transfer full): nothing open yet. */
PalWorkbench *pal_workbench_new (PalStore *store, PalAtlas *atlas, PalVocabulary *vocabulary);

PalStore *pal_workbench_get_store (PalWorkbench *self);
PalAtlas *pal_workbench_get_atlas (PalWorkbench *self);
PalVocabulary *pal_workbench_get_vocabulary (PalWorkbench *self);

/** pal_workbench_get_snippets: Returns: (transfer none): shipped ones and the practice's own. */
PalSnippets *pal_workbench_get_snippets (PalWorkbench *self);

/**
 * pal_workbench_set_own_snippets:
 * @lines: in the form pal_snippets_set_own() takes
 *
 * Returns: %FALSE with an error that names the line; nothing is changed then
 */
gboolean pal_workbench_set_own_snippets (PalWorkbench *self, const char *lines, GError **error);

/** pal_workbench_add_term: adds a word of the practice. Returns: %FALSE and ::failed when it is
 * there, or cannot be stored. */
gboolean pal_workbench_add_term (PalWorkbench *self,
                                 PalTermList list,
                                 const char *name,
                                 gboolean has_severity);

/** pal_workbench_retire_term: offers a word no longer, or again. Old records keep it. */
gboolean pal_workbench_retire_term (PalWorkbench *self,
                                    PalTermList list,
                                    const char *id,
                                    gboolean retired);

/** pal_workbench_rename_term: retires a word and adds one with the new name, so that old records
 * keep the name they were written with. */
gboolean pal_workbench_rename_term (PalWorkbench *self,
                                    PalTermList list,
                                    const char *id,
                                    const char *name);

/** pal_workbench_get_client: Returns: (transfer none) (nullable): the open client. */
const PalClient *pal_workbench_get_client (PalWorkbench *self);

/** pal_workbench_get_visits: Returns: (transfer none) (element-type PalVisit): oldest first. */
GPtrArray *pal_workbench_get_visits (PalWorkbench *self);

/** pal_workbench_get_visit: Returns: (transfer none) (nullable): the open visit. */
const PalVisit *pal_workbench_get_visit (PalWorkbench *self);

/** pal_workbench_get_previous_visit: Returns: (nullable): the one before the open visit in time. */
const PalVisit *pal_workbench_get_previous_visit (PalWorkbench *self);

/** pal_workbench_find_visit: Returns: (nullable): one of the client's visits by id. */
const PalVisit *pal_workbench_find_visit (PalWorkbench *self, const char *visit_id);

/** pal_workbench_open_client: opens a client with the newest visit; %NULL closes. */
void pal_workbench_open_client (PalWorkbench *self, const char *client_id);
/** pal_workbench_open_visit: opens one of the client's visits. */
void pal_workbench_open_visit (PalWorkbench *self, const char *visit_id);

/**
 * pal_workbench_edit_visit:
 *
 * Returns: (transfer full) (nullable): a copy of the open visit to edit and hand back to
 *   pal_workbench_commit_visit(); %NULL (and ::failed) when none is open or it is signed
 */
PalVisit *pal_workbench_edit_visit (PalWorkbench *self);

/**
 * pal_workbench_commit_visit:
 * @after: (transfer full): the edited copy; unchanged ones are dropped without a trace
 * @description: translated, as it stands behind "Undo": "Mark left ITB"
 * @merge_key: (nullable): see pal_change_new_visit()
 *
 * Returns: %TRUE when it is on disk
 */
gboolean pal_workbench_commit_visit (PalWorkbench *self,
                                     PalVisit *after,
                                     const char *description,
                                     const char *merge_key);

/**
 * pal_workbench_keep_typed:
 * @visit_id: of the visit that was shown when it was typed
 * @field: a name of pal-visit-words.h; or another, of a field that is not part of the record
 * @text: (nullable): all the field shows; %NULL forgets it
 *
 * To be called at every key: what a field shows is on disk before the next frame. It makes no step
 * of undo and no line in the audit trail. ::failed when it cannot be written, once.
 */
void pal_workbench_keep_typed (PalWorkbench *self,
                               const char *visit_id,
                               const char *field,
                               const char *text);

/**
 * pal_workbench_keep_client_typed:
 * @client_id: (nullable): of the client that was shown; %NULL for a field of the practice
 * @field: a name of pal-client-words.h; or another, of a field that is not part of the record
 *
 * As pal_workbench_keep_typed().
 */
void pal_workbench_keep_client_typed (PalWorkbench *self,
                                      const char *client_id,
                                      const char *field,
                                      const char *text);

/**
 * pal_workbench_peek_typed:
 *
 * Returns: (transfer none) (nullable): what is kept of a field of the open visit and not yet in its
 *   record
 */
const char *pal_workbench_peek_typed (PalWorkbench *self, const char *field);

/** pal_workbench_peek_client_typed: as pal_workbench_peek_typed(). @client_id: (nullable) */
const char *pal_workbench_peek_client_typed (PalWorkbench *self,
                                             const char *client_id,
                                             const char *field);

/**
 * pal_workbench_commit_typed:
 * @field: a name of pal-visit-words.h
 *
 * Puts what was typed into the visit, when the typing rests or the field is left; what was kept of
 * it is forgotten then.
 *
 * Returns: %TRUE when it is on disk; %FALSE as well when the visit is signed or gone, or the text
 *   cannot stand there
 */
gboolean pal_workbench_commit_typed (PalWorkbench *self,
                                     const char *visit_id,
                                     const char *field,
                                     const char *text,
                                     const char *description);

/** pal_workbench_commit_number: as pal_workbench_commit_typed(), with a merge key of its own. */
gboolean pal_workbench_commit_number (PalWorkbench *self,
                                      const char *visit_id,
                                      const char *field,
                                      const char *text,
                                      const char *description,
                                      const char *merge_key);

/** pal_workbench_commit_client_typed: as pal_workbench_commit_typed(), of pal-client-words.h. */
gboolean pal_workbench_commit_client_typed (PalWorkbench *self,
                                            const char *client_id,
                                            const char *field,
                                            const char *text,
                                            const char *description);

/**
 * pal_workbench_recover_typed:
 *
 * Puts into their records what somebody was typing when the program ended in the middle of it.
 * What cannot stand there yet waits for its field. Once, after the practice was opened and before
 * anybody types.
 */
void pal_workbench_recover_typed (PalWorkbench *self);

/** pal_workbench_edit_client: as pal_workbench_edit_visit() for the open client. */
PalClient *pal_workbench_edit_client (PalWorkbench *self);
/** pal_workbench_commit_client: as pal_workbench_commit_visit(). */
gboolean pal_workbench_commit_client (PalWorkbench *self,
                                      PalClient *after,
                                      const char *description,
                                      const char *merge_key);

/** pal_workbench_add_client: stores @client, undoably, and opens it. */
gboolean pal_workbench_add_client (PalWorkbench *self, const PalClient *client);
/** pal_workbench_delete_client: with all visits; a ::notice offers Undo. */
gboolean pal_workbench_delete_client (PalWorkbench *self, const char *client_id);
/** pal_workbench_add_visit: starts a draft now and opens it. */
gboolean pal_workbench_add_visit (PalWorkbench *self);
/** pal_workbench_delete_visit: only drafts; a ::notice offers Undo. */
gboolean pal_workbench_delete_visit (PalWorkbench *self, const char *visit_id);
/**
 * pal_workbench_sign_visit: locks the open draft; a ::notice offers Undo. Not while shorthand is
 * typed but not marked: a ::notice says so.
 */
gboolean pal_workbench_sign_visit (PalWorkbench *self);

void pal_workbench_undo (PalWorkbench *self);
void pal_workbench_redo (PalWorkbench *self);

/** pal_workbench_flush: lets widgets commit what is typed; emits ::flush. */
void pal_workbench_flush (PalWorkbench *self);

/** pal_workbench_undo_notice: undoes what the last ::notice with can_undo was about. */
void pal_workbench_undo_notice (PalWorkbench *self);

/** pal_workbench_set_undo_scope: the window tells whether visits or the client are being edited. */
void pal_workbench_set_undo_scope (PalWorkbench *self, PalUndoScope scope);
gboolean pal_workbench_get_can_undo (PalWorkbench *self);
gboolean pal_workbench_get_can_redo (PalWorkbench *self);
/** pal_workbench_get_can_edit: Returns: whether a visit is open that is not signed. */
gboolean pal_workbench_get_can_edit (PalWorkbench *self);

const char *pal_workbench_get_kind (PalWorkbench *self);
void pal_workbench_set_kind (PalWorkbench *self, const char *kind);

/** pal_workbench_notice: lets the window tell something worth a toast. */
void pal_workbench_notice (PalWorkbench *self, const char *message);

/** pal_workbench_fail: lets the window tell @error in one sentence. */
void pal_workbench_fail (PalWorkbench *self, const GError *error);

/** pal_workbench_focus_region: asks the map to show and focus a region. */
void pal_workbench_focus_region (PalWorkbench *self, const char *region, PalSide side);

G_END_DECLS
