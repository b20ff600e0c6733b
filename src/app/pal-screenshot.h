/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a window, made by GTK's own renderer: for tests and for the documentation. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pal_screenshot_save: writes what @window shows now as PNG; the window must be mapped. */
gboolean pal_screenshot_save (GtkWindow *window, const char *path, GError **error);

G_END_DECLS
