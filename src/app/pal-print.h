/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents on paper and as files, from the window. The seam in front of GtkPrintOperation; the
 * pages themselves are report's. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-print-documents.h"

G_BEGIN_DECLS

/**
 * pal_print_operation_new:
 * @job: borrowed; must outlive the operation
 *
 * Returns: (transfer full): what pal_print_run() hands to the desktop: every page of @job on its
 *   own paper, nothing scaled
 */
GtkPrintOperation *pal_print_operation_new (PalPrintJob *job);

/** pal_print_run: opens the print dialog, with preview. @settings: (nullable) */
void pal_print_run (GtkWindow *parent,
                    PalWorkbench *workbench,
                    GSettings *settings,
                    PalPrintKind kind);

/** pal_print_save_pdf: asks where, and writes the document there. @settings: (nullable) */
void pal_print_save_pdf (GtkWindow *parent,
                         PalWorkbench *workbench,
                         GSettings *settings,
                         PalPrintKind kind);

/**
 * pal_print_save_to_folder:
 *
 * Writes the document into the client's own folder, which is made when it is not there, and tells
 * where.
 */
void pal_print_save_to_folder (PalWorkbench *workbench, GSettings *settings, PalPrintKind kind);

/**
 * pal_print_actions_new:
 * @window: the window dialogs belong to; must outlive the group
 * @settings: where choices are remembered
 *
 * Returns: (transfer full): the actions "print-summary", "save-summary" … of every kind,
 *   "preview-summary" …, and "print-large" and "print-mono" as switches; enabled by what is open
 */
GActionGroup *pal_print_actions_new (GtkWindow *window,
                                     PalWorkbench *workbench,
                                     GSettings *settings);

G_END_DECLS
