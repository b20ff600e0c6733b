/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-word-list.h, made anew after each change. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-word-list.h"

#include <glib/gi18n-lib.h>

struct _PalWordList
{
  AdwExpanderRow parent_instance;

  PalWorkbench *workbench; /* weak */
  PalTermList list;
  GPtrArray *rows; /* GtkWidget, borrowed from the list */
  GtkWidget *add;
  GtkWidget *severity_row; /* kinds only */
  GtkWidget *severity;
  guint refresh_source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalWordList, pal_word_list, ADW_TYPE_EXPANDER_ROW)

static void refresh (PalWordList *self);

static void
refresh_cb (gpointer data)
{
  PalWordList *self = data;

  self->refresh_source = 0;
  refresh (self);
}

/* Not at once: the row that asked for it is still at work. */
static void
tell_changed (PalWordList *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_once (refresh_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_id (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "pal-term");
}

static void
renamed_cb (PalWordList *self, GtkWidget *row)
{
  const PalTerm *term = pal_vocabulary_find (pal_workbench_get_vocabulary (self->workbench),
                                             self->list, get_id (row));
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));

  if (term != NULL && g_strcmp0 (name, pal_term_get_name (term)) != 0 &&
      pal_workbench_rename_term (self->workbench, self->list, term->id, name))
    tell_changed (self);
}

static void
offered_cb (PalWordList *self, GParamSpec *pspec, GtkToggleButton *button)
{
  if (pal_workbench_retire_term (self->workbench, self->list, get_id (button),
                                 !gtk_toggle_button_get_active (button)))
    tell_changed (self);
}

/* Half a word is there again after the program ended. */
static char *
dup_place (PalWordList *self)
{
  return g_strdup_printf ("word-%d", (int) self->list);
}

static void
keep_word (PalWordList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add));
  g_autofree char *place = dup_place (self);

  if (self->workbench != NULL)
    pal_workbench_keep_client_typed (self->workbench, NULL, place, *text != '\0' ? text : NULL);
}

static void
added_cb (PalWordList *self)
{
  const gboolean has_severity =
      self->severity != NULL && gtk_switch_get_active (GTK_SWITCH (self->severity));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add)));

  if (!pal_workbench_add_term (self->workbench, self->list, name, has_severity))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  tell_changed (self);
}

static GtkWidget *
build_offered (PalWordList *self, const PalTerm *term)
{
  GtkWidget *button = gtk_toggle_button_new ();
  /* Translators: read aloud: %s is a word of a list such as "Stripping". */
  g_autofree char *label = g_strdup_printf (_ ("Offer “%s”"), pal_term_get_name (term));

  gtk_button_set_icon_name (GTK_BUTTON (button),
                            term->retired ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !term->retired);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Offered in lists"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "pal-term", g_strdup (term->id), g_free);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (offered_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_term_row (PalWordList *self, const PalTerm *term)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), term->retired ? _ ("No longer offered")
                                                            : term->own   ? _ ("Your own")
                                                                          : _ ("Shipped"));
  gtk_editable_set_text (GTK_EDITABLE (row), pal_term_get_name (term));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_editable (GTK_EDITABLE (row), !term->retired);
  g_object_set_data_full (G_OBJECT (row), "pal-term", g_strdup (term->id), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), build_offered (self, term));
  g_ptr_array_add (self->rows, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
refresh (PalWordList *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const guint n = pal_vocabulary_get_n (vocabulary, self->list);
  g_autoptr (GPtrArray) offered = pal_vocabulary_list_offered (vocabulary, self->list);
  g_autofree char *summary =
      g_strdup_printf (ngettext ("%u word", "%u words", offered->len), offered->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  for (guint i = 0; i < offered->len; i++)
    add_term_row (self, g_ptr_array_index (offered, i));
  for (guint i = 0; i < n; i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, self->list, i);

      if (term->retired)
        add_term_row (self, term);
    }
}

static void
build_severity (PalWordList *self)
{
  self->severity = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (self->severity), TRUE);
  gtk_widget_set_valign (self->severity, GTK_ALIGN_CENTER);
  self->severity_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->severity_row),
                                 _ ("A new kind has a severity"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->severity_row), self->severity);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->severity_row), self->severity);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->severity_row);
}

static void
pal_word_list_dispose (GObject *object)
{
  PalWordList *self = PAL_WORD_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_weak_pointer (&self->workbench);

  G_OBJECT_CLASS (pal_word_list_parent_class)->dispose (object);
}

static void
pal_word_list_finalize (GObject *object)
{
  g_ptr_array_unref (PAL_WORD_LIST (object)->rows);

  G_OBJECT_CLASS (pal_word_list_parent_class)->finalize (object);
}

static void
pal_word_list_class_init (PalWordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_word_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_word_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_word_list_init (PalWordList *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

void
pal_word_list_set_up (PalWordList *self,
                      PalWorkbench *workbench,
                      PalTermList list,
                      const char *add_title)
{
  g_autofree char *place = NULL;
  const char *kept;

  g_return_if_fail (PAL_IS_WORD_LIST (self));
  g_return_if_fail (self->workbench == NULL);

  /* The groups of libadwaita 1.2 outlive the window they were in; they must not keep the practice
   * open with them. */
  g_set_weak_pointer (&self->workbench, workbench);
  self->list = list;
  self->add = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), add_title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add), TRUE);
  place = dup_place (self);
  kept = pal_workbench_peek_client_typed (workbench, NULL, place);
  gtk_editable_set_text (GTK_EDITABLE (self->add), kept != NULL ? kept : "");
  g_signal_connect_object (self->add, "apply", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "changed", G_CALLBACK (keep_word), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  if (list == PAL_TERMS_KIND)
    build_severity (self);
  refresh (self);
}
