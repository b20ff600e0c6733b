/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the window's parts share. */

#include "config.h"

#include "app-kit.h"

static void
client_cb (AppBench *self)
{
  g_string_append (self->said, "client;");
}

static void
visits_cb (AppBench *self)
{
  g_string_append (self->said, "visits;");
}

static void
visit_cb (AppBench *self)
{
  g_string_append (self->said, "visit;");
}

static void
failed_cb (AppBench *self, const char *message)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
}

static void
notice_cb (AppBench *self, const char *message, gboolean can_undo)
{
  g_free (self->notice);
  self->notice = g_strdup (message);
  self->can_undo = can_undo;
}

AppBench *
app_bench_new (guint n_visits)
{
  AppBench *self = g_new0 (AppBench, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = kit_folder_new ();
  path = g_build_filename (self->folder, "test.palpate", NULL);
  self->store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "Tester", &error);
  g_assert_no_error (error);
  if (n_visits > 0)
    app_bench_take (self, kit_runner_new (n_visits));
  self->bench = pal_workbench_new (self->store, kit_get_atlas (), kit_get_vocabulary ());
  self->said = g_string_new (NULL);
  g_signal_connect_swapped (self->bench, "client-changed", G_CALLBACK (client_cb), self);
  g_signal_connect_swapped (self->bench, "visits-changed", G_CALLBACK (visits_cb), self);
  g_signal_connect_swapped (self->bench, "visit-changed", G_CALLBACK (visit_cb), self);
  g_signal_connect_swapped (self->bench, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->bench, "notice", G_CALLBACK (notice_cb), self);
  return self;
}

void
app_bench_free (AppBench *self)
{
  g_assert_finalize_object (self->bench);
  g_assert_finalize_object (self->store);
  kit_folder_free (self->folder);
  g_string_free (self->said, TRUE);
  g_free (self->failure);
  g_free (self->notice);
  g_free (self);
}

void
app_bench_take (AppBench *self, PalClientFile *file)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (files, file);
  pal_store_take_all (self->store, files, NULL, &error);
  g_assert_no_error (error);
}

char *
app_bench_add (AppBench *self, const char *given, const char *family)
{
  g_autoptr (PalClient) client = pal_client_new (given, family);
  char *id = g_strdup (client->id);

  app_bench_take (self, pal_client_file_new (client));
  return id;
}

GtkWidget *
app_find (GtkWidget *from, GType type, AppMatch match, const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type) && (match == NULL || match (from, words)))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find (child, type, match, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
app_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}
