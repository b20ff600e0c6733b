/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The app. actions and the keys of every action. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-application-private.h"
#include "app/pal-files.h"
#include "app/pal-preferences.h"
#include "exchange/pal-demo.h"

static void
start_empty_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pal_application_open_practice (data, TRUE);
}

static void
start_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalApplication *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice = NULL;
  PalWorkbench *workbench;

  if (!pal_application_open_practice (self, TRUE))
    return;
  workbench = pal_window_get_workbench (self->window);
  practice = pal_demo_load (self->atlas, self->vocabulary,
                            pal_time_get_local_date (pal_time_now ()), &error);
  if (practice == NULL || !pal_store_take_all (pal_workbench_get_store (workbench), practice->files,
                                               practice->terms, &error))
    pal_workbench_fail (workbench, error);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pal_application_open_practice (data, FALSE);
}

static void
practice_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalApplication *self = data;
  g_autoptr (GFile) file = pal_files_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  pal_application_open_practice (self, FALSE);
}

static void
open_practice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalApplication *self = data;

  pal_files_open_async (GTK_WINDOW (self->window), _ ("Open a Practice"), PAL_FILE_DATABASE, NULL,
                        practice_chosen_cb, self);
}

/* Lists of words are filled once: the pages are made anew with the new ones. */
static void
words_changed_cb (PalApplication *self)
{
  PalWorkbench *workbench = pal_window_get_workbench (self->window);

  if (workbench != NULL)
    pal_window_set_workbench (self->window, workbench, TRUE);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalApplication *self = data;
  GtkWidget *preferences =
      pal_preferences_new (pal_window_get_workbench (self->window), self->settings);

  g_signal_connect_object (preferences, "words-changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (self->window));
  gtk_window_set_modal (GTK_WINDOW (preferences), TRUE);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalApplication *self = data;
  const char *developers[] = { _ ("The Palpate authors"), NULL };
  /* Translators: %s is "The Palpate authors". */
  g_autofree char *copyright = g_strdup_printf (_ ("© 2026 %s"), developers[0]);

  adw_show_about_window (GTK_WINDOW (self->window), "application-name", "Palpate",
                         "application-icon", APP_ID, "version", PACKAGE_VERSION, "developer-name",
                         _ ("The Palpate authors"), "developers", developers, "comments",
                         _ ("Body maps and session notes for hands-on therapists. It observes; "
                            "it never diagnoses."),
                         "copyright", copyright, "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalApplication *self = data;

  /* Through the window, so that it hands in what is typed. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static const GActionEntry entries[] = {
  { "start-empty", start_empty_cb, NULL, NULL, NULL, { 0 } },
  { "start-sample", start_sample_cb, NULL, NULL, NULL, { 0 } },
  { "retry", retry_cb, NULL, NULL, NULL, { 0 } },
  { "open-practice", open_practice_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.new-visit", { "<Control>n", NULL } },
  { "win.new-client", { "<Control><Shift>n", NULL } },
  { "win.find", { "<Control>f", NULL } },
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "print.print-summary", { "<Control>p", NULL } },
  { "print.save-summary", { "<Control><Shift>p", NULL } },
  { "print.preview-summary", { "<Control><Alt>p", NULL } },
  { "win.sign", { "<Control>Return", "<Control>KP_Enter", NULL } },
  { "win.page('chart')", { "<Alt>1", NULL } },
  { "win.page('history')", { "<Alt>2", NULL } },
  { "win.page('insights')", { "<Alt>3", NULL } },
  { "win.page('client')", { "<Alt>4", NULL } },
  { "win.today", { "<Alt>0", NULL } },
  { "win.write('complaint')", { "<Alt>c", NULL } },
  { "win.write('state')", { "<Alt>d", NULL } },
  { "win.write('tests')", { "<Alt>t", NULL } },
  { "win.write('subjective')", { "<Alt>s", NULL } },
  { "win.write('objective')", { "<Alt>o", NULL } },
  { "win.write('assessment')", { "<Alt>a", NULL } },
  { "win.write('plan')", { "<Alt>p", NULL } },
  { "win.import", { "<Control>o", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.show-help-overlay", { "<Control>question", "F1", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "app.preferences", { "<Control>comma", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

void
pal_application_install_actions (PalApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char *const *) accels[i].keys);
}

void
pal_application_update_actions (PalApplication *self)
{
  static const char *const before[] = { "start-empty", "start-sample", "retry", "open-practice" };
  const gboolean is_open = self->window != NULL && pal_window_get_workbench (self->window) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), before[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !is_open);
    }
}
