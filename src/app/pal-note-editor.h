/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A titled field of plain text that says what stands in it at every key, and what to keep after a
 * short rest, when the focus leaves and when asked to flush. It knows no record. */

#pragma once

#include <gtk/gtk.h>

#include "atlas/pal-snippets.h"

G_BEGIN_DECLS

#define PAL_TYPE_NOTE_EDITOR (pal_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (PalNoteEditor, pal_note_editor, PAL, NOTE_EDITOR, GtkWidget)

/*
 * Properties: title (string), placeholder (string), lines (uint: height asked for).
 * Signals: ::typed (const char *text): at every key; ::edited (const char *text): text to keep;
 *   ::copy-asked (): the button beside the title.
 */

/** pal_note_editor_set_text: shows @text (nullable); keeps the caret when nothing changed. */
void pal_note_editor_set_text (PalNoteEditor *self, const char *text);

/** pal_note_editor_is_pending: Returns: whether something typed was not yet handed over. */
gboolean pal_note_editor_is_pending (PalNoteEditor *self);

/** pal_note_editor_flush: emits ::edited now when something typed was not yet handed over. */
void pal_note_editor_flush (PalNoteEditor *self);

/** pal_note_editor_set_editable: signed visits can be read and copied, not typed in. */
void pal_note_editor_set_editable (PalNoteEditor *self, gboolean editable);

/** pal_note_editor_set_copy: @words: (nullable): says what the button beside the title copies;
 * %NULL hides it. */
void pal_note_editor_set_copy (PalNoteEditor *self, const char *words);

/** pal_note_editor_set_snippets: codes that become sentences when a blank is typed behind them. */
void pal_note_editor_set_snippets (PalNoteEditor *self, PalSnippets *snippets);

/** pal_note_editor_expand: as a blank does. Returns: whether a code stood before the caret. */
gboolean pal_note_editor_expand (PalNoteEditor *self);

/** pal_note_editor_get_view: Returns: (transfer none): what is typed in. */
GtkWidget *pal_note_editor_get_view (PalNoteEditor *self);

G_END_DECLS
