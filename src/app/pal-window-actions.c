/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The win. actions: everything a person can ask of the window, by button, menu, key or screen
 * reader. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-ask.h"
#include "app/pal-audit-window.h"
#include "app/pal-chart-page.h"
#include "app/pal-files.h"
#include "app/pal-window-private.h"
#include "exchange/pal-exchange.h"

/* A file is written or not; a person who pressed Escape needs no banner. */
static void
tell_failure (PalWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->workbench != NULL)
    pal_workbench_fail (self->workbench, error);
}

static void
tell_written (PalWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("“%s” written"), shown);

  pal_workbench_notice (self->workbench, message);
}

static void
activate_new_visit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);

  if (pal_workbench_add_visit (self->workbench))
    {
      pal_window_set_page (self, "chart");
      pal_window_show_content (self, TRUE);
      pal_window_focus_page (self);
    }
}

static void
name_asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalWindow *self = PAL_WINDOW (source);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autoptr (PalClient) client = NULL;

  if (!pal_ask_name_finish (result, &given, &family, NULL) || self->workbench == NULL)
    return;
  client = pal_client_new (given, family);
  if (pal_workbench_add_client (self->workbench, client))
    {
      pal_window_set_page (self, "client");
      pal_window_show_content (self, TRUE);
      pal_window_focus_page (self);
    }
}

static void
activate_new_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);

  if (self->workbench != NULL)
    pal_ask_name_async (GTK_WINDOW (widget), self->workbench, NULL, name_asked_cb, NULL);
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);

  pal_window_show_content (self, FALSE);
  pal_client_list_focus_search (self->clients);
}

static void
activate_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);

  pal_workbench_open_client (self->workbench, NULL);
  pal_window_show_content (self, TRUE);
}

static void
activate_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_window_show_content (PAL_WINDOW (widget), FALSE);
}

static void
activate_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);

  pal_window_set_page (self, g_variant_get_string (parameter, NULL));
  pal_window_focus_page (self);
}

static void
activate_write (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *chart = adw_view_stack_get_child_by_name (PAL_WINDOW (widget)->pages, "chart");

  if (chart != NULL)
    pal_chart_page_write (PAL_CHART_PAGE (chart), g_variant_get_string (parameter, NULL));
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_workbench_undo (PAL_WINDOW (widget)->workbench);
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_workbench_redo (PAL_WINDOW (widget)->workbench);
}

static void
activate_undo_notice (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_workbench_undo_notice (PAL_WINDOW (widget)->workbench);
}

static void
activate_audit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_audit_window_present (GTK_WINDOW (widget), PAL_WINDOW (widget)->workbench);
}

static void
activate_sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_workbench_sign_visit (PAL_WINDOW (widget)->workbench);
}

static void
activate_dismiss_failure (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (PAL_WINDOW (widget)->failure, FALSE);
}

static void
activate_delete_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (client != NULL)
    pal_workbench_delete_client (self->workbench, client->id);
}

/* Import and export ---------------------------------------------------------------------------- */

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pal_files_finish (result, &error);

  if (file != NULL)
    pal_window_import (PAL_WINDOW (source), file);
  else
    tell_failure (PAL_WINDOW (source), error);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pal_files_open_async (GTK_WINDOW (widget), _ ("Import a Practice File"), PAL_FILE_PRACTICE_JSON,
                        NULL, import_chosen_cb, NULL);
}

static gboolean
write_client (const PalClientFile *file, gpointer writer, GError **error)
{
  return pal_practice_writer_add (writer, file, error);
}

static gboolean
write_open_client (PalWindow *self, PalPracticeWriter *writer, GError **error)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autoptr (PalClientFile) file = NULL;
  GPtrArray *visits;

  if (client == NULL)
    return TRUE;
  visits = pal_store_list_visits (pal_workbench_get_store (self->workbench), client->id, error);
  if (visits == NULL)
    return FALSE;
  file = pal_client_file_new ((PalClient *) client);
  g_ptr_array_unref (file->visits);
  file->visits = visits;
  return pal_practice_writer_add (writer, file, error);
}

/* The file of one client says nothing about the practice but the words its records hold. */
static gboolean
write_practice (PalWindow *self, PalPracticeWriter *writer, gboolean only_client, GError **error)
{
  g_autoptr (PalPracticeSettings) settings =
      only_client ? pal_practice_settings_new ()
                  : pal_store_get_settings (pal_workbench_get_store (self->workbench), error);

  return settings != NULL && pal_practice_writer_add_settings (writer, settings, error) &&
         pal_practice_writer_add_terms (writer, pal_workbench_get_vocabulary (self->workbench),
                                        error);
}

/* Writes beside the file and renames: an export that fails leaves the old one as it was. */
static gboolean
export_to (PalWindow *self, GFile *file, gboolean only_client, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (PalPracticeWriter) writer = NULL;
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  gboolean done;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;
  writer = pal_practice_writer_new (G_OUTPUT_STREAM (stream), error);
  done = writer != NULL && write_practice (self, writer, only_client, error);
  if (done && only_client)
    done = write_open_client (self, writer, error);
  else if (done)
    done = pal_store_foreach_client (pal_workbench_get_store (self->workbench), write_client,
                                     writer, error);
  done = done && pal_practice_writer_finish (writer, error);
  if (done)
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  /* Closing with a cancelled cancellable throws the unfinished file away. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
  return FALSE;
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalWindow *self = PAL_WINDOW (source);
  const gboolean only_client = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pal_files_finish (result, &error);

  if (file != NULL && export_to (self, file, only_client, &error))
    tell_written (self, file);
  else
    tell_failure (self, error);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);
  g_autofree char *day = pal_date_format (pal_time_get_local_date (pal_time_now ()));
  g_autofree char *name = g_strdup_printf ("practice-%s.palpate.json", day);

  pal_workbench_flush (self->workbench);
  pal_files_save_async (GTK_WINDOW (self), _ ("Export the Practice"), PAL_FILE_PRACTICE_JSON, name,
                        NULL, export_chosen_cb, GINT_TO_POINTER (FALSE));
}

static void
activate_export_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autofree char *person = client != NULL ? pal_client_dup_name (client) : NULL;
  g_autofree char *name = g_strdup_printf ("%s.palpate.json", person);

  if (client == NULL)
    return;
  pal_workbench_flush (self->workbench);
  pal_files_save_async (GTK_WINDOW (self), _ ("Export This Client"), PAL_FILE_PRACTICE_JSON, name,
                        NULL, export_chosen_cb, GINT_TO_POINTER (TRUE));
}

/* Enabling ------------------------------------------------------------------------------------- */

void
pal_window_update_undo (PalWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_tip = NULL;
  g_autofree char *redo_tip = NULL;
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->workbench != NULL)
    g_object_get (self->workbench, "can-undo", &can_undo, "can-redo", &can_redo, "undo-description",
                  &undo, "redo-description", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  /* Translators: %s says what was done, as in "Mark left ITB". */
  undo_tip = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  /* Translators: %s says what was undone, as in "Mark left ITB". */
  redo_tip = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  undo_tip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  redo_tip, -1);
}

void
pal_window_update_actions (PalWindow *self)
{
  static const char *const with_practice[] = {
    "win.new-client", "win.find", "win.today", "win.import", "win.export",
  };
  static const char *const with_client[] = {
    "win.new-visit", "win.delete-client", "win.export-client", "win.page", "win.audit",
  };
  const gboolean has_practice = self->workbench != NULL;
  const gboolean has_client = has_practice && pal_workbench_get_client (self->workbench) != NULL;
  const gboolean has_visit = has_practice && pal_workbench_get_visit (self->workbench) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_practice); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_practice[i], has_practice);
  for (guint i = 0; i < G_N_ELEMENTS (with_client); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_client[i], has_client);
  /* On other pages its keys are free for what stands there. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.write",
                                 has_visit && g_strcmp0 (pal_window_get_page (self), "chart") == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign",
                                 has_visit && pal_workbench_get_can_edit (self->workbench));
  pal_window_update_undo (self);
}

static void
install (GtkWidgetClass *widget_class, const char *name, GtkWidgetActionActivateFunc activate)
{
  gtk_widget_class_install_action (widget_class, name, NULL, activate);
}

void
pal_window_class_install_actions (GtkWidgetClass *widget_class)
{
  install (widget_class, "win.new-visit", activate_new_visit);
  install (widget_class, "win.new-client", activate_new_client);
  install (widget_class, "win.delete-client", activate_delete_client);
  install (widget_class, "win.find", activate_find);
  install (widget_class, "win.today", activate_today);
  install (widget_class, "win.back", activate_back);
  install (widget_class, "win.undo", activate_undo);
  install (widget_class, "win.redo", activate_redo);
  install (widget_class, "win.undo-notice", activate_undo_notice);
  install (widget_class, "win.sign", activate_sign);
  install (widget_class, "win.audit", activate_audit);
  install (widget_class, "win.dismiss-failure", activate_dismiss_failure);
  install (widget_class, "win.import", activate_import);
  install (widget_class, "win.export", activate_export);
  install (widget_class, "win.export-client", activate_export_client);
  gtk_widget_class_install_action (widget_class, "win.page", "s", activate_page);
  gtk_widget_class_install_action (widget_class, "win.write", "s", activate_write);
}

/* Import --------------------------------------------------------------------------------------- */

static gboolean
import_from (PalWindow *self, const char *path, guint *n_clients, GError **error)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (PalPractice) practice =
      pal_practice_read_file (path, pal_workbench_get_atlas (self->workbench), vocabulary, error);

  if (practice == NULL)
    return FALSE;
  *n_clients = practice->files->len;
  return pal_store_take_practice (store, practice->files, practice->terms, practice->settings,
                                  error) &&
         pal_store_load_terms (store, vocabulary, error);
}

void
pal_window_import (PalWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;
  guint n_clients = 0;
  gboolean done;

  g_return_if_fail (PAL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->workbench == NULL)
    return;
  pal_workbench_flush (self->workbench);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      error = g_error_new_literal (PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_READABLE,
                                   _ ("Only files on this computer can be imported."));
      pal_workbench_fail (self->workbench, error);
      return;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "wait");
  done = import_from (self, path, &n_clients, &error);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (!done)
    {
      pal_workbench_fail (self->workbench, error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u client imported", "%u clients imported", n_clients),
                             n_clients);
  pal_workbench_notice (self->workbench, message);
}
