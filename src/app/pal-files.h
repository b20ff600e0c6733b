/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing files. The seam in front of GtkFileChooserNative, shaped like GTK's newer file dialog,
 * so that nothing else changes when that one comes. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PalFileKind:
 * @PAL_FILE_PRACTICE_JSON: a palpate-practice file
 * @PAL_FILE_DATABASE: a practice as the program keeps it
 * @PAL_FILE_PDF: a printed page
 * @PAL_FILE_TABLE: a table as CSV
 * @PAL_FILE_PICTURE: a picture of any form that can be read
 */
typedef enum
{
  PAL_FILE_PRACTICE_JSON,
  PAL_FILE_DATABASE,
  PAL_FILE_PDF,
  PAL_FILE_TABLE,
  PAL_FILE_PICTURE
} PalFileKind;

/**
 * pal_files_open_async:
 * @title: translated
 *
 * Asks for a file that is there.
 */
void pal_files_open_async (GtkWindow *parent,
                           const char *title,
                           PalFileKind kind,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/**
 * pal_files_save_async:
 * @title: translated
 * @name: suggested file name; characters no file name may have are replaced
 *
 * Asks where to write. Says itself when a file would be replaced.
 */
void pal_files_save_async (GtkWindow *parent,
                           const char *title,
                           PalFileKind kind,
                           const char *name,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/**
 * pal_files_finish:
 *
 * Returns: (transfer full): the file chosen, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *pal_files_finish (GAsyncResult *result, GError **error);

/** pal_files_clean_name: Returns: (transfer full): @name fit for a file, never empty. */
char *pal_files_clean_name (const char *name);

G_END_DECLS
