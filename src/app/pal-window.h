/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: clients at the side, pages of the open client, header, toasts and banner. Pages never
 * reach for it: it hands them the workbench and installs the win. actions they activate. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_WINDOW (pal_window_get_type ())
G_DECLARE_FINAL_TYPE (PalWindow, pal_window, PAL, WINDOW, AdwApplicationWindow)

/**
 * pal_window_new:
 * @settings: what to remember the window's state in
 *
 * Returns: (transfer floating): a window without a practice, offering to start one
 */
PalWindow *pal_window_new (GtkApplication *application, GSettings *settings);

/** pal_window_set_refusal: tells why the practice cannot be opened; %NULL offers to start one. */
void pal_window_set_refusal (PalWindow *self, const char *message);

/**
 * pal_window_set_workbench:
 * @restore: whether to open the client, visit and page open last
 *
 * Shows the practice of @workbench. Another one may follow.
 */
void pal_window_set_workbench (PalWindow *self, PalWorkbench *workbench, gboolean restore);

/** pal_window_get_workbench: Returns: (transfer none) (nullable): of the practice shown. */
PalWorkbench *pal_window_get_workbench (PalWindow *self);

/** pal_window_set_page: shows "chart", "history", "insights" or "client"; others are ignored. */
void pal_window_set_page (PalWindow *self, const char *page);
/** pal_window_get_page: Returns: (nullable): the page shown, %NULL on Today. */
const char *pal_window_get_page (PalWindow *self);

/** pal_window_show_content: in a narrow window shows the open client, not the list. */
void pal_window_show_content (PalWindow *self, gboolean content);

/** pal_window_compare: shows the history with these two visits of the open client. */
gboolean pal_window_compare (PalWindow *self, const char *visit_a, const char *visit_b);

/** pal_window_import: takes a practice file in, all or nothing, and tells how it went. */
void pal_window_import (PalWindow *self, GFile *file);

G_END_DECLS
