/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page on paper and as a file, from the window. The seam in front of
 * GtkPrintOperation; the page itself is report's. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/** pal_print_run: opens the print dialog, with preview, for the open visit's page. */
void pal_print_run (GtkWindow *parent, PalWorkbench *workbench);

/** pal_print_save_pdf: asks where, and writes the open visit's page there. */
void pal_print_save_pdf (GtkWindow *parent, PalWorkbench *workbench);

/**
 * pal_print_write_pdf:
 *
 * Writes the open visit's page, whole or not at all.
 */
gboolean pal_print_write_pdf (PalWorkbench *workbench, const char *path, GError **error);

G_END_DECLS
