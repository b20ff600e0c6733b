/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A titled field of plain text that says what was typed after a short rest, when the focus leaves
 * and when asked to flush. It knows no record. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAL_TYPE_NOTE_EDITOR (pal_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (PalNoteEditor, pal_note_editor, PAL, NOTE_EDITOR, GtkWidget)

/*
 * Properties: title (string), placeholder (string), lines (uint: height asked for).
 * Signal: ::edited (const char *text): text to keep.
 */

/** pal_note_editor_set_text: shows @text (nullable); keeps the caret when nothing changed. */
void pal_note_editor_set_text (PalNoteEditor *self, const char *text);

/** pal_note_editor_flush: emits ::edited now when something typed was not yet handed over. */
void pal_note_editor_flush (PalNoteEditor *self);

/** pal_note_editor_set_editable: signed visits can be read and copied, not typed in. */
void pal_note_editor_set_editable (PalNoteEditor *self, gboolean editable);

G_END_DECLS
