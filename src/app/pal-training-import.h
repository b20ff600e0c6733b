/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Training from a table: pasted into a field or opened from a file, read as it is typed, and added
 * to the open client as one undoable edit. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_TRAINING_IMPORT (pal_training_import_get_type ())
G_DECLARE_FINAL_TYPE (PalTrainingImport, pal_training_import, PAL, TRAINING_IMPORT, AdwWindow)

/** pal_training_import_new: @parent: (nullable). Returns: (transfer floating): not yet shown. */
GtkWidget *pal_training_import_new (GtkWindow *parent, PalWorkbench *workbench);

/** pal_training_import_set_text: as if it was pasted. */
void pal_training_import_set_text (PalTrainingImport *self, const char *text);

/** pal_training_import_get_outlook: Returns: what would be done, or what is wrong, in a sentence.
 */
const char *pal_training_import_get_outlook (PalTrainingImport *self);

/** pal_training_import_add: as the Add button. Returns: whether it is on disk. */
gboolean pal_training_import_add (PalTrainingImport *self);

G_END_DECLS
