/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: what is printed of the practice, who is working, light or dark. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/* Signal ::words-changed (): the window closes, and lists of words were edited. */

#define PAL_TYPE_PREFERENCES (pal_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PalPreferences, pal_preferences, PAL, PREFERENCES, AdwPreferencesWindow)

/**
 * pal_preferences_new:
 * @workbench: (nullable): the practice; without one only the looks can be set
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *pal_preferences_new (PalWorkbench *workbench, GSettings *settings);

G_END_DECLS
