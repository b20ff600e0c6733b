/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What binds a note editor to one text of the open visit: shows it, keeps what is typed at every
 * key, and makes edits of it. */

#pragma once

#include "app/pal-note-editor.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * pal_note_editor_follow:
 * @field: a name of pal-visit-words.h
 * @description: translated: what stands behind "Undo"
 *
 * Once, before it is shown. Knows the snippets.
 */
void pal_note_editor_follow (PalNoteEditor *editor,
                             PalWorkbench *workbench,
                             const char *field,
                             const char *description);

/** pal_note_editor_follow_section: a section of the notes; offers the last visit's words as well.
 */
void pal_note_editor_follow_section (PalNoteEditor *editor,
                                     PalWorkbench *workbench,
                                     PalNoteSection section);

G_END_DECLS
