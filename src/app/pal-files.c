/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing files, over GtkFileChooserNative. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-files.h"

static GtkFileFilter *
build_filter (PalFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  switch (kind)
    {
    case PAL_FILE_PRACTICE_JSON:
      gtk_file_filter_set_name (filter, _ ("Palpate practice files"));
      gtk_file_filter_add_suffix (filter, "json");
      break;
    case PAL_FILE_DATABASE:
      gtk_file_filter_set_name (filter, _ ("Palpate practices"));
      gtk_file_filter_add_suffix (filter, "palpate");
      break;
    case PAL_FILE_PDF:
      gtk_file_filter_set_name (filter, _ ("PDF documents"));
      gtk_file_filter_add_suffix (filter, "pdf");
      break;
    case PAL_FILE_TABLE:
      gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
      gtk_file_filter_add_suffix (filter, "csv");
      gtk_file_filter_add_suffix (filter, "tsv");
      gtk_file_filter_add_suffix (filter, "txt");
      break;
    case PAL_FILE_PICTURE:
      gtk_file_filter_set_name (filter, _ ("Pictures"));
      gtk_file_filter_add_pixbuf_formats (filter);
      break;
    }
  return filter;
}

static void
response_cb (GTask *task, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GTask) owned = task;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_signal_handlers_disconnect_by_data (dialog, task);
  gtk_native_dialog_destroy (dialog);
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
}

static GTask *
build_task (GtkWindow *parent,
            const char *title,
            PalFileKind kind,
            GtkFileChooserAction action,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data,
            GtkFileChooserNative **dialog)
{
  GTask *task = g_task_new (parent, cancellable, callback, data);
  g_autoptr (GtkFileFilter) filter = build_filter (kind);

  *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (*dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (*dialog), filter);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (*dialog), filter);
  g_task_set_task_data (task, *dialog, g_object_unref);
  g_signal_connect_swapped (*dialog, "response", G_CALLBACK (response_cb), task);
  return task;
}

void
pal_files_open_async (GtkWindow *parent,
                      const char *title,
                      PalFileKind kind,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  build_task (parent, title, kind, GTK_FILE_CHOOSER_ACTION_OPEN, cancellable, callback, data,
              &dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
pal_files_save_async (GtkWindow *parent,
                      const char *title,
                      PalFileKind kind,
                      const char *name,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GtkFileChooserNative *dialog;
  g_autofree char *clean = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (name != NULL);

  build_task (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, cancellable, callback, data,
              &dialog);
  clean = pal_files_clean_name (name);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), clean);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
pal_files_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
pal_files_clean_name (const char *name)
{
  char *clean;

  g_return_val_if_fail (name != NULL, NULL);

  clean = g_strstrip (g_strdup (name));
  g_strdelimit (clean, "/\\:*?\"<>|\n\r\t", '-');
  if (*clean == '\0' || *clean == '.')
    {
      g_free (clean);
      return g_strdup ("palpate");
    }
  return clean;
}
