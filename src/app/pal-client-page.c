/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Client heading: what is known of somebody, and choices. How texts are typed is in
 * pal-client-field.c, the lists are in pal-fact-group.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-client-field.h"
#include "app/pal-client-page.h"
#include "app/pal-ends-layout.h"
#include "app/pal-entry-values.h"
#include "app/pal-fact-group.h"
#include "app/pal-language-choice.h"
#include "app/pal-training-import.h"
#include "record/pal-client-words.h"

#define MAX_AGE_YEARS 130

/* Pixels that words need beside the figures; with less they stand above them. */
#define ROOM_FOR_WORDS 180

struct _PalClientPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  char *shown_id;
  gboolean loading;

  GtkLabel *heading;
  GtkLabel *facts;
  PalFactGroup *alerts;
  GtkWidget *given;
  GtkWidget *family;
  GtkWidget *name_error;
  GtkWidget *born;
  GtkWidget *born_error_row;
  GtkLabel *born_error;
  GtkWidget *figure_row;
  GtkBox *figures;
  GtkToggleButton *figure_buttons[PAL_FIGURE_N];
  GtkWidget *phone;
  GtkWidget *email;
  AdwComboRow *language;
  GtkWidget *sport;
  AdwComboRow *level;
  GtkWidget *squad;
  GtkWidget *goal;
  PalFactGroup *events;
  PalFactGroup *weeks;
  PalFactGroup *runs;
  PalFactGroup *shoes;
  GtkWidget *preferences;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (PalClientPage, pal_client_page, ADW_TYPE_BIN)

/* Texts ------------------------------------------------------------------------------------------
 */

static gboolean
is_blank (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0';
}

/* The open client to edit; NULL when the page does not show that one (any more). */
static PalClient *
edit_shown (PalClientPage *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (client == NULL || g_strcmp0 (client->id, self->shown_id) != 0)
    return NULL;
  return pal_workbench_edit_client (self->workbench);
}

static void
set_invalid (GtkWidget *row, gboolean invalid)
{
  if (invalid)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
check_names (PalClientPage *self)
{
  const gboolean bad = is_blank (self->given) && is_blank (self->family);

  set_invalid (self->given, bad);
  set_invalid (self->family, bad);
  gtk_widget_set_visible (self->name_error, bad);
  return !bad;
}

/* A name that was taken away waits until there is one again. */
static gboolean
put_name (GtkWidget *field, const char *client_id, const char *text, gpointer data)
{
  PalClientPage *self = data;
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (client != NULL && g_str_equal (client->id, client_id) && !check_names (self))
    return FALSE;
  return pal_workbench_commit_client_typed (self->workbench, client_id,
                                            field == self->given ? "given" : "family", text,
                                            _ ("Change name"));
}

static void
show_born_error (PalClientPage *self, const char *message)
{
  set_invalid (self->born, message != NULL);
  gtk_label_set_label (self->born_error, message != NULL ? message : "");
  gtk_widget_set_visible (self->born_error_row, message != NULL);
  if (message != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->born),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->born),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
read_born (const char *text, PalDate *born, GError **error)
{
  const PalDate today = pal_time_get_local_date (pal_time_now ());
  int year, month, day;

  pal_date_get_ymd (today, &year, &month, &day);
  return pal_entry_read_date (text, pal_date_new (year - MAX_AGE_YEARS, 1, 1), today, born, error);
}

static gboolean
put_born (GtkWidget *field, const char *client_id, const char *text, gpointer data)
{
  PalClientPage *self = data;
  g_autoptr (GError) error = NULL;
  PalClient *client;
  PalDate born;

  if (!read_born (text, &born, &error))
    {
      show_born_error (self, error->message);
      return FALSE;
    }
  show_born_error (self, NULL);
  client = edit_shown (self);
  if (client == NULL)
    return FALSE;
  client->born = born;
  return pal_workbench_commit_client (self->workbench, client, _ ("Change date of birth"),
                                      "client:born");
}

#define FIELD(name) #name, G_STRUCT_OFFSET(PalClientPage, name)

/* Ids of pal-client-words.h and the fields they are typed in: entry rows or text views. */
static const struct
{
  const char *id;
  gsize widget;
  const char *description;
  PalClientFieldPut put;
} texts[] = {
  { FIELD (given), N_ ("Change name"), put_name },
  { FIELD (family), N_ ("Change name"), put_name },
  { FIELD (phone), N_ ("Change phone"), NULL },
  { FIELD (email), N_ ("Change e-mail"), NULL },
  { FIELD (sport), N_ ("Change sport"), NULL },
  { FIELD (squad), N_ ("Change squad"), NULL },
  { FIELD (goal), N_ ("Change goal"), NULL },
  { FIELD (preferences), N_ ("Change preferences"), NULL },
  { FIELD (history), N_ ("Change history"), NULL },
};

/* Choices ----------------------------------------------------------------------------------------
 */

static void
level_selected_cb (PalClientPage *self)
{
  const guint selected = adw_combo_row_get_selected (self->level);
  PalVocabulary *vocabulary;
  PalClient *client;

  if (self->loading || self->workbench == NULL || (client = edit_shown (self)) == NULL)
    return;
  vocabulary = pal_workbench_get_vocabulary (self->workbench);
  pal_visit_set_text (
      &client->level,
      selected > 0 && selected <= pal_vocabulary_get_n (vocabulary, PAL_TERMS_ACTIVITY_LEVEL)
          ? pal_vocabulary_get (vocabulary, PAL_TERMS_ACTIVITY_LEVEL, selected - 1)->id
          : NULL);
  pal_workbench_commit_client (self->workbench, client, _ ("Change activity level"), NULL);
}

static void
language_selected_cb (PalClientPage *self)
{
  PalClient *client;

  if (self->loading || self->workbench == NULL || (client = edit_shown (self)) == NULL)
    return;
  pal_visit_set_text (&client->language, pal_language_choice_get (self->language));
  pal_workbench_commit_client (self->workbench, client, _ ("Change language"), NULL);
}

static void
figure_toggled_cb (PalClientPage *self, GtkToggleButton *button)
{
  PalClient *client;

  if (self->loading || !gtk_toggle_button_get_active (button) ||
      (client = edit_shown (self)) == NULL)
    return;
  for (guint i = 0; i < PAL_FIGURE_N; i++)
    {
      if (self->figure_buttons[i] == button)
        client->figure = (PalFigure) i;
    }
  pal_workbench_commit_client (self->workbench, client, _ ("Change figure"), NULL);
}

static void
import_clicked_cb (PalClientPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  pal_workbench_flush (self->workbench);
  gtk_window_present (GTK_WINDOW (
      pal_training_import_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->workbench)));
}

/* Showing ----------------------------------------------------------------------------------------
 */

static char *
describe_visits (PalWorkbench *workbench)
{
  GPtrArray *visits = pal_workbench_get_visits (workbench);
  g_autofree char *since = NULL;
  const PalVisit *first;

  if (visits->len == 0)
    return g_strdup (_ ("No visits yet"));
  first = g_ptr_array_index (visits, 0);
  since = pal_date_format_display (pal_time_get_local_date (first->at));
  /* Translators: %2$s is the day of the first visit. */
  return g_strdup_printf (ngettext ("%1$u visit, on %2$s", "%1$u visits since %2$s", visits->len),
                          visits->len, since);
}

static void
show_heading (PalClientPage *self, const PalClient *client)
{
  const int age = pal_client_get_age (client, pal_time_get_local_date (pal_time_now ()));
  g_autofree char *name = pal_client_dup_name (client);
  g_autofree char *visits = describe_visits (self->workbench);

  gtk_label_set_label (self->heading, name);
  if (age >= 0)
    {
      g_autofree char *years =
          g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) age), age);
      /* Translators: age, then visits: "36 years old · 12 visits since 3 Jan 2026". */
      g_autofree char *line = g_strdup_printf (_ ("%1$s · %2$s"), years, visits);

      gtk_label_set_label (self->facts, line);
    }
  else
    gtk_label_set_label (self->facts, visits);
}

static void
show_level (PalClientPage *self, const char *level)
{
  const PalTerm *term = NULL;

  if (level != NULL)
    term = pal_vocabulary_find (pal_workbench_get_vocabulary (self->workbench),
                                PAL_TERMS_ACTIVITY_LEVEL, level);
  adw_combo_row_set_selected (self->level, term != NULL ? term->index + 1 : 0);
}

/* A date in the way somebody writes it stays as it was written. */
static void
show_born (PalClientPage *self, PalDate born)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->born));
  g_autofree char *text = NULL;
  PalDate read;

  if (read_born (shown, &read, NULL) && read == born)
    text = g_strdup (shown);
  else
    text = born != PAL_NO_DATE ? pal_date_format (born) : g_strdup ("");
  pal_client_field_show (self->born, text);
}

static void
show_client (PalClientPage *self, const PalClient *client)
{
  self->loading = TRUE;
  show_heading (self, client);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget **field = &G_STRUCT_MEMBER (GtkWidget *, self, texts[i].widget);

      pal_client_field_show (*field, *pal_client_words_peek ((PalClient *) client, texts[i].id));
    }
  show_born (self, client->born);
  gtk_toggle_button_set_active (self->figure_buttons[client->figure], TRUE);
  show_level (self, client->level);
  pal_language_choice_show (self->language, client->language);
  self->loading = FALSE;
}

static void
client_changed_cb (PalClientPage *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (g_strcmp0 (self->shown_id, client != NULL ? client->id : NULL) != 0)
    {
      g_free (self->shown_id);
      self->shown_id = client != NULL ? g_strdup (client->id) : NULL;
      show_born_error (self, NULL);
    }
  if (client == NULL)
    return;
  show_client (self, client);
  if (!pal_client_field_is_typed (self->given) && !pal_client_field_is_typed (self->family))
    check_names (self);
}

static void
visits_changed_cb (PalClientPage *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (client != NULL)
    show_heading (self, client);
}

/* Building ---------------------------------------------------------------------------------------
 */

static void
build_texts (PalClientPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pal_client_field_set_up (G_STRUCT_MEMBER (GtkWidget *, self, texts[i].widget), self->workbench,
                             texts[i].id, _ (texts[i].description), texts[i].put, self);
  pal_client_field_set_up (self->born, self->workbench, "born", NULL, put_born, self);
}

static void
build_figures (PalClientPage *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);

  gtk_widget_set_layout_manager (self->figure_row, pal_ends_layout_new (ROOM_FOR_WORDS, 8));
  for (guint i = 0; i < PAL_FIGURE_N; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      GtkWidget *thumb = pal_body_thumb_new (atlas, vocabulary);
      const char *name = pal_figure_get_name ((PalFigure) i);

      pal_body_thumb_set_figure (PAL_BODY_THUMB (thumb), (PalFigure) i);
      gtk_widget_set_size_request (thumb, 48, 84);
      gtk_box_append (GTK_BOX (box), thumb);
      gtk_box_append (GTK_BOX (box), gtk_label_new (name));
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      self->figure_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->figure_buttons[i], self->figure_buttons[0]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (figure_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->figures, button);
    }
}

static void
build_choices (PalClientPage *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  gtk_string_list_append (levels, C_ ("activity level", "Not said"));
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_ACTIVITY_LEVEL); i++)
    gtk_string_list_append (levels,
                            pal_term_get_name (
                                pal_vocabulary_get (vocabulary, PAL_TERMS_ACTIVITY_LEVEL, i)));
  adw_combo_row_set_model (self->level, G_LIST_MODEL (levels));

  pal_language_choice_fill (self->language);
}

static void
build_facts (PalClientPage *self)
{
  pal_fact_group_set_kind (self->alerts, pal_fact_alerts ());
  pal_fact_group_set_kind (self->events, pal_fact_events ());
  pal_fact_group_set_kind (self->weeks, pal_fact_weeks ());
  pal_fact_group_set_kind (self->runs, pal_fact_runs ());
  pal_fact_group_set_kind (self->shoes, pal_fact_shoes ());
}

static void
pal_client_page_dispose (GObject *object)
{
  PalClientPage *self = PAL_CLIENT_PAGE (object);

  /* Fields change once more while they are taken down. */
  self->loading = TRUE;
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_client_page_parent_class)->dispose (object);
}

static void
pal_client_page_finalize (GObject *object)
{
  PalClientPage *self = PAL_CLIENT_PAGE (object);

  g_free (self->shown_id);

  G_OBJECT_CLASS (pal_client_page_parent_class)->finalize (object);
}

static void
pal_client_page_class_init (PalClientPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pal_client_page_dispose;
  object_class->finalize = pal_client_page_finalize;

  g_type_ensure (PAL_TYPE_FACT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, alerts);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, given);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, family);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, name_error);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, born);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, born_error_row);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, born_error);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, figure_row);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, figures);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, phone);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, email);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, language);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, sport);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, level);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, squad);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, goal);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, events);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, weeks);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, runs);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, shoes);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, preferences);
  gtk_widget_class_bind_template_child (widget_class, PalClientPage, history);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
pal_client_page_init (PalClientPage *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  build_facts (self);
  self->loading = FALSE;
}

GtkWidget *
pal_client_page_new (PalWorkbench *workbench)
{
  PalClientPage *self;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_CLIENT_PAGE, NULL);
  self->loading = TRUE;
  self->workbench = g_object_ref (workbench);
  build_texts (self);
  build_figures (self);
  build_choices (self);
  self->loading = FALSE;
  pal_fact_group_set_workbench (self->alerts, workbench);
  pal_fact_group_set_workbench (self->events, workbench);
  pal_fact_group_set_workbench (self->weeks, workbench);
  pal_fact_group_set_workbench (self->runs, workbench);
  pal_fact_group_set_workbench (self->shoes, workbench);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (client_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visits-changed", G_CALLBACK (visits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  client_changed_cb (self);
  return GTK_WIDGET (self);
}
