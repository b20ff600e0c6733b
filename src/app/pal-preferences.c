/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences. What is printed belongs to the practice's file, the looks to this computer. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-preferences.h"

struct _PalPreferences
{
  AdwPreferencesWindow parent_instance;

  PalWorkbench *workbench;
  GSettings *settings;

  GtkWidget *practice;
  GtkWidget *person;
  GtkEditable *practice_name;
  GtkEditable *practice_contact;
  GtkEditable *therapist;
  AdwComboRow *scheme;
};

G_DEFINE_FINAL_TYPE (PalPreferences, pal_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
save_setting (PalPreferences *self, GtkEditable *editable, const char *name)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  g_autofree char *old = pal_store_get_setting (store, name);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (old != NULL ? old : "", text) == 0)
    return;
  if (!pal_store_set_setting (store, name, text, &error))
    pal_workbench_fail (self->workbench, error);
}

static void
save (PalPreferences *self)
{
  const char *therapist;

  if (self->workbench == NULL)
    return;
  save_setting (self, self->practice_name, "practice-name");
  save_setting (self, self->practice_contact, "practice-contact");
  save_setting (self, self->therapist, "therapist");
  therapist = gtk_editable_get_text (self->therapist);
  if (*therapist != '\0')
    pal_store_set_actor (pal_workbench_get_store (self->workbench), therapist);
}

static void
load_setting (PalPreferences *self, GtkEditable *editable, const char *name)
{
  g_autofree char *value = pal_store_get_setting (pal_workbench_get_store (self->workbench), name);

  gtk_editable_set_text (editable, value != NULL ? value : "");
}

static void
scheme_selected_cb (PalPreferences *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "colour-scheme",
                         (int) adw_combo_row_get_selected (self->scheme));
}

static gboolean
pal_preferences_close_request (GtkWindow *window)
{
  save (PAL_PREFERENCES (window));
  return GTK_WINDOW_CLASS (pal_preferences_parent_class)->close_request (window);
}

static void
focus_changed_cb (PalPreferences *self)
{
  save (self);
}

static void
pal_preferences_dispose (GObject *object)
{
  PalPreferences *self = PAL_PREFERENCES (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_PREFERENCES);

  G_OBJECT_CLASS (pal_preferences_parent_class)->dispose (object);
}

static void
pal_preferences_class_init (PalPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pal_preferences_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, person);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice_name);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice_contact);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, therapist);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, scheme);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
}

static void
pal_preferences_init (PalPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_preferences_new (PalWorkbench *workbench, GSettings *settings)
{
  PalPreferences *self;

  g_return_val_if_fail (workbench == NULL || PAL_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PAL_TYPE_PREFERENCES, NULL);
  adw_combo_row_set_selected (self->scheme,
                              (guint) g_settings_get_enum (settings, "colour-scheme"));
  self->settings = g_object_ref (settings);
  gtk_widget_set_visible (self->practice, workbench != NULL);
  gtk_widget_set_visible (self->person, workbench != NULL);
  if (workbench != NULL)
    {
      self->workbench = g_object_ref (workbench);
      load_setting (self, self->practice_name, "practice-name");
      load_setting (self, self->practice_contact, "practice-contact");
      gtk_editable_set_text (self->therapist,
                             pal_store_get_actor (pal_workbench_get_store (workbench)));
      g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
    }
  return GTK_WIDGET (self);
}
