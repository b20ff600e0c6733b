/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences. What is printed belongs to the practice's file, the looks to this computer. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-preferences.h"

#include <glib/gi18n-lib.h>

#include "app/pal-note-editor.h"
#include "app/pal-picture-row.h"
#include "app/pal-visit-bars.h"
#include "app/pal-word-list.h"

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
  PalPictureRow *logo;
  PalPictureRow *signature;
  AdwComboRow *scheme;
  GtkWidget *charting;
  GtkSwitch *consent;
  GtkWidget *words_page;
  PalWordList *techniques;
  PalWordList *responses;
  PalWordList *kinds;
  PalNoteEditor *snippets;
  GtkLabel *snippets_error;
  AdwExpanderRow *shipped;
  gboolean words_changed;
};

enum
{
  WORDS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalPreferences, pal_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Kept at every key, and a setting once the keyboard goes elsewhere. */
static void
keep (PalPreferences *self, GtkEditable *editable)
{
  pal_workbench_keep_client_typed (self->workbench, NULL,
                                   g_object_get_data (G_OBJECT (editable), "pal-field"),
                                   gtk_editable_get_text (editable));
}

static void
save_setting (PalPreferences *self, GtkEditable *editable, const char *name)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  g_autofree char *old = pal_store_get_setting (store, name);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (old != NULL ? old : "", text) == 0 ||
      pal_store_set_setting (store, name, text, &error))
    pal_workbench_keep_client_typed (self->workbench, NULL, name, NULL);
  else
    pal_workbench_fail (self->workbench, error);
}

/* A signature is somebody's; nobody's cannot be kept. */
static void
show_signature (PalPreferences *self)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  const char *therapist = gtk_editable_get_text (self->therapist);

  gtk_widget_set_visible (GTK_WIDGET (self->signature), *therapist != '\0');
  if (*therapist != '\0')
    pal_picture_row_set_up (self->signature, store, therapist);
}

static void
save (PalPreferences *self)
{
  const char *therapist;

  if (self->workbench == NULL)
    return;
  save_setting (self, self->practice_name, PAL_SETTING_PRACTICE_NAME);
  save_setting (self, self->practice_contact, PAL_SETTING_PRACTICE_CONTACT);
  save_setting (self, self->therapist, PAL_SETTING_THERAPIST);
  therapist = gtk_editable_get_text (self->therapist);
  if (*therapist != '\0')
    pal_store_set_actor (pal_workbench_get_store (self->workbench), therapist);
  show_signature (self);
}

/* @name: a PAL_SETTING_… name; @value: (nullable): what stands there unless somebody was typing
 * when the program ended. */
static void
load_setting (PalPreferences *self, GtkEditable *editable, const char *name, const char *value)
{
  const char *kept = pal_workbench_peek_client_typed (self->workbench, NULL, name);

  if (kept != NULL)
    value = kept;
  gtk_editable_set_text (editable, value != NULL ? value : "");
  g_object_set_data (G_OBJECT (editable), "pal-field", (gpointer) name);
  g_signal_connect_object (editable, "changed", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
}

static void
load_person (PalPreferences *self)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  g_autofree char *name = pal_store_get_setting (store, PAL_SETTING_PRACTICE_NAME);
  g_autofree char *contact = pal_store_get_setting (store, PAL_SETTING_PRACTICE_CONTACT);

  load_setting (self, self->practice_name, PAL_SETTING_PRACTICE_NAME, name);
  load_setting (self, self->practice_contact, PAL_SETTING_PRACTICE_CONTACT, contact);
  load_setting (self, self->therapist, PAL_SETTING_THERAPIST, pal_store_get_actor (store));
}

static void
scheme_selected_cb (PalPreferences *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "colour-scheme",
                         (int) adw_combo_row_get_selected (self->scheme));
}

static void
consent_toggled_cb (PalPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (self->workbench != NULL &&
      !pal_store_set_setting (pal_workbench_get_store (self->workbench), PAL_SETTING_ASK_CONSENT,
                              gtk_switch_get_active (self->consent) ? "yes" : "no", &error))
    pal_workbench_fail (self->workbench, error);
}

static void
word_list_changed_cb (PalPreferences *self)
{
  self->words_changed = TRUE;
}

static void
snippets_typed_cb (PalPreferences *self, const char *text)
{
  if (self->workbench != NULL)
    pal_workbench_keep_client_typed (self->workbench, NULL, PAL_SETTING_SNIPPETS, text);
}

static void
snippets_edited_cb (PalPreferences *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->workbench == NULL)
    return;
  if (pal_workbench_set_own_snippets (self->workbench, text, &error))
    pal_workbench_keep_client_typed (self->workbench, NULL, PAL_SETTING_SNIPPETS, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->snippets_error), error != NULL);
  gtk_label_set_label (self->snippets_error, error != NULL ? error->message : "");
}

static void
fill_shipped (PalPreferences *self)
{
  PalSnippets *snippets = pal_workbench_get_snippets (self->workbench);

  for (guint i = 0; snippets != NULL && i < pal_snippets_get_n (snippets); i++)
    {
      const PalSnippet *snippet = pal_snippets_get (snippets, i);
      g_autofree char *title = NULL;
      GtkWidget *row;

      if (snippet->own)
        continue;
      title = g_strconcat (";", snippet->code, snippet->name != NULL ? " · " : NULL,
                           pal_snippet_get_name (snippet), NULL);
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pal_snippet_get_text (snippet));
      adw_expander_row_add_row (self->shipped, row);
    }
}

static void
load_words (PalPreferences *self)
{
  PalStore *store = pal_workbench_get_store (self->workbench);
  g_autofree char *consent = pal_store_get_setting (store, PAL_SETTING_ASK_CONSENT);
  g_autofree char *own = pal_store_get_setting (store, PAL_SETTING_SNIPPETS);
  g_autofree char *kept = NULL;
  PalWordList *lists[] = { self->techniques, self->responses, self->kinds };

  gtk_switch_set_active (self->consent, g_strcmp0 (consent, "no") != 0);
  pal_word_list_set_up (self->techniques, self->workbench, PAL_TERMS_TECHNIQUE,
                        _ ("Add a technique"));
  pal_word_list_set_up (self->responses, self->workbench, PAL_TERMS_RESPONSE,
                        _ ("Add a tissue response"));
  pal_word_list_set_up (self->kinds, self->workbench, PAL_TERMS_KIND, _ ("Add a kind of finding"));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "changed", G_CALLBACK (word_list_changed_cb), self,
                             G_CONNECT_SWAPPED);
  kept = g_strdup (pal_workbench_peek_client_typed (self->workbench, NULL, PAL_SETTING_SNIPPETS));
  pal_note_editor_set_text (self->snippets, kept != NULL ? kept : own);
  if (kept != NULL)
    snippets_edited_cb (self, kept);
  fill_shipped (self);
}

static gboolean
pal_preferences_close_request (GtkWindow *window)
{
  PalPreferences *self = PAL_PREFERENCES (window);

  save (self);
  pal_note_editor_flush (self->snippets);
  if (self->words_changed)
    g_signal_emit (self, signals[WORDS_CHANGED], 0);
  self->words_changed = FALSE;
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

  signals[WORDS_CHANGED] = g_signal_new ("words-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PAL_TYPE_WORD_LIST);
  g_type_ensure (PAL_TYPE_NOTE_EDITOR);
  g_type_ensure (PAL_TYPE_PICTURE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, person);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice_name);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, practice_contact);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, therapist);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, logo);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, signature);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, charting);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, consent);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, words_page);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, techniques);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, responses);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, kinds);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, snippets);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, snippets_error);
  gtk_widget_class_bind_template_child (widget_class, PalPreferences, shipped);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, snippets_edited_cb);
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
  gtk_widget_set_visible (self->charting, workbench != NULL);
  gtk_widget_set_visible (self->words_page, workbench != NULL);
  if (workbench != NULL)
    {
      self->workbench = g_object_ref (workbench);
      load_person (self);
      pal_picture_row_set_up (self->logo, pal_workbench_get_store (workbench), NULL);
      show_signature (self);
      load_words (self);
      g_signal_connect_object (self->snippets, "typed", G_CALLBACK (snippets_typed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
    }
  return GTK_WIDGET (self);
}
