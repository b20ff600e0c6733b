/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the open visit plans to look at next time, in the Plan group of the inspector: chips of
 * regions and groups, and a button that finds one more. What the next visit shows of them is in
 * pal-check-next-list.h. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHECK_PICKER (pal_check_picker_get_type ())
G_DECLARE_FINAL_TYPE (PalCheckPicker, pal_check_picker, PAL, CHECK_PICKER, GtkWidget)

/** pal_check_picker_set_workbench: once, before it is shown. */
void pal_check_picker_set_workbench (PalCheckPicker *self, PalWorkbench *workbench);

/** pal_check_picker_add: @id: a region or group; one edit. Returns: %TRUE when it is on disk. */
gboolean pal_check_picker_add (PalCheckPicker *self, const char *id);

/** pal_check_picker_remove: Returns: %TRUE when it is on disk that @id is not to be looked at. */
gboolean pal_check_picker_remove (PalCheckPicker *self, const char *id);

G_END_DECLS
