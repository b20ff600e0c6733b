/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The findings in words, above the objective note: made from the map, read and copied but not
 * edited. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_GENERATED_NOTE (pal_generated_note_get_type ())
G_DECLARE_FINAL_TYPE (PalGeneratedNote, pal_generated_note, PAL, GENERATED_NOTE, GtkBox)

/** pal_generated_note_new: Returns: (transfer floating): empty until a workbench is set. */
GtkWidget *pal_generated_note_new (void);

/** pal_generated_note_set_workbench: follows the open visit; hidden while nothing is found. */
void pal_generated_note_set_workbench (PalGeneratedNote *self, PalWorkbench *workbench);

/** pal_generated_note_get_text: Returns: (transfer none): the lines shown. */
const char *pal_generated_note_get_text (PalGeneratedNote *self);

G_END_DECLS
