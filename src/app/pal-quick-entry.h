/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quick entry below the map: shorthand is typed, chips show what was understood, Enter commits.
 * The reading is the record room's; this is only its face. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_QUICK_ENTRY (pal_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (PalQuickEntry, pal_quick_entry, PAL, QUICK_ENTRY, GtkWidget)

/*
 * Signals:
 *   ::preview (GPtrArray of PalMark or NULL)   what the text would mark, as it is typed
 *   ::leave ()                                 Escape on empty text: back to the map
 */

/** pal_quick_entry_set_workbench: whose visit gets the marks. */
void pal_quick_entry_set_workbench (PalQuickEntry *self, PalWorkbench *workbench);

/** pal_quick_entry_set_compact: where there is no room for the hint beside the line. */
void pal_quick_entry_set_compact (PalQuickEntry *self, gboolean compact);

/** pal_quick_entry_begin: moves the focus here, with @text behind what is there unfinished. */
void pal_quick_entry_begin (PalQuickEntry *self, const char *text);

G_END_DECLS
