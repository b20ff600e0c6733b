/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes of the open visit in the inspector: subjective, objective, assessment. The plan is in
 * pal-plan-group.h. Folds to the first words. */

#pragma once

#include <adwaita.h>

#include "app/pal-note-editor.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_NOTES_GROUP (pal_notes_group_get_type ())
G_DECLARE_FINAL_TYPE (PalNotesGroup, pal_notes_group, PAL, NOTES_GROUP, AdwExpanderRow)

/** pal_notes_group_set_workbench: once, before it is shown. */
void pal_notes_group_set_workbench (PalNotesGroup *self, PalWorkbench *workbench);

/** pal_notes_group_get_editor: Returns: (transfer none): for tests. */
PalNoteEditor *pal_notes_group_get_editor (PalNotesGroup *self, PalNoteSection section);

G_END_DECLS
