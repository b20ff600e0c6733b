/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Client heading. Fields that are being typed in are dirty and are left alone when the record
 * changes under them; a moment of rest, leaving the field or a flush commits them. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-client-page.h"
#include "app/pal-ends-layout.h"
#include "app/pal-entry-values.h"
#include "app/pal-fact-group.h"
#include "app/pal-language-choice.h"
#include "app/pal-text-field.h"
#include "app/pal-training-import.h"

#define REST_MS 400
#define MAX_AGE_YEARS 130
#define N_TEXTS 9

/* A text of the client and the field it is typed in: an entry row or a text view. */
typedef struct
{
  PalClientPage *page;
  const char *key;
  const char *description;
  gsize offset;
  GtkWidget *widget;
  gboolean dirty;
} TextField;

/* Pixels that words need beside the figures; with less they stand above them. */
#define ROOM_FOR_WORDS 180

struct _PalClientPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  char *shown_id;
  gboolean loading;
  gboolean born_dirty;
  guint rest_source;
  TextField texts[N_TEXTS];

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

static void
commit_text (PalClientPage *self, TextField *field)
{
  g_autofree char *text = pal_text_field_dup (field->widget);
  g_autofree char *merge_key = g_strconcat ("client:", field->key, NULL);
  const gboolean is_name = field->widget == self->given || field->widget == self->family;
  PalClient *client;

  /* A name that was taken away stays dirty until there is one again. */
  if (is_name && !check_names (self))
    return;
  field->dirty = FALSE;
  client = edit_shown (self);
  if (client == NULL)
    return;
  pal_visit_set_text (&G_STRUCT_MEMBER (char *, client, field->offset), text);
  pal_workbench_commit_client (self->workbench, client, _ (field->description), merge_key);
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
read_born (PalClientPage *self, PalDate *born, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->born));
  const PalDate today = pal_time_get_local_date (pal_time_now ());
  int year, month, day;

  pal_date_get_ymd (today, &year, &month, &day);
  return pal_entry_read_date (text, pal_date_new (year - MAX_AGE_YEARS, 1, 1), today, born, error);
}

static void
commit_born (PalClientPage *self)
{
  g_autoptr (GError) error = NULL;
  PalClient *client;
  PalDate born;

  if (!read_born (self, &born, &error))
    {
      show_born_error (self, error->message);
      return;
    }
  self->born_dirty = FALSE;
  show_born_error (self, NULL);
  client = edit_shown (self);
  if (client == NULL)
    return;
  client->born = born;
  pal_workbench_commit_client (self->workbench, client, _ ("Change date of birth"), "client:born");
}

static void
commit (PalClientPage *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (self->texts[i].dirty)
        commit_text (self, &self->texts[i]);
    }
  if (self->born_dirty)
    commit_born (self);
}

static void
rested_cb (gpointer data)
{
  PalClientPage *self = data;

  self->rest_source = 0;
  commit (self);
}

static void
queue_commit (PalClientPage *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

static void
text_changed_cb (TextField *field)
{
  if (field->page->loading)
    return;
  field->dirty = TRUE;
  queue_commit (field->page);
}

static void
born_changed_cb (PalClientPage *self)
{
  if (self->loading)
    return;
  self->born_dirty = TRUE;
  queue_commit (self);
}

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

  commit (self);
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

static void
show_client (PalClientPage *self, const PalClient *client)
{
  self->loading = TRUE;
  show_heading (self, client);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      TextField *field = &self->texts[i];

      if (!field->dirty)
        pal_text_field_set (field->widget, G_STRUCT_MEMBER (char *, client, field->offset));
    }
  if (!self->born_dirty)
    {
      g_autofree char *born =
          client->born != PAL_NO_DATE ? pal_date_format (client->born) : g_strdup ("");

      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->born)), born) != 0 &&
          !gtk_widget_is_focus (self->born))
        gtk_editable_set_text (GTK_EDITABLE (self->born), born);
    }
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
      /* Whatever could not be committed belongs to the client who is gone. */
      g_clear_handle_id (&self->rest_source, g_source_remove);
      for (guint i = 0; i < N_TEXTS; i++)
        self->texts[i].dirty = FALSE;
      self->born_dirty = FALSE;
      g_free (self->shown_id);
      self->shown_id = client != NULL ? g_strdup (client->id) : NULL;
      show_born_error (self, NULL);
    }
  if (client == NULL)
    return;
  show_client (self, client);
  if (!self->texts[0].dirty && !self->texts[1].dirty)
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
watch_focus (PalClientPage *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (widget, focus);
}

static void
build_texts (PalClientPage *self)
{
  const TextField fields[N_TEXTS] = {
    { self, "given", N_ ("Change name"), offsetof (PalClient, given), self->given, FALSE },
    { self, "family", N_ ("Change name"), offsetof (PalClient, family), self->family, FALSE },
    { self, "phone", N_ ("Change phone"), offsetof (PalClient, phone), self->phone, FALSE },
    { self, "email", N_ ("Change e-mail"), offsetof (PalClient, email), self->email, FALSE },
    { self, "sport", N_ ("Change sport"), offsetof (PalClient, sport), self->sport, FALSE },
    { self, "squad", N_ ("Change squad"), offsetof (PalClient, squad), self->squad, FALSE },
    { self, "goal", N_ ("Change goal"), offsetof (PalClient, goal), self->goal, FALSE },
    { self, "preferences", N_ ("Change preferences"), offsetof (PalClient, preferences),
      self->preferences, FALSE },
    { self, "history", N_ ("Change history"), offsetof (PalClient, history), self->history, FALSE },
  };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      TextField *field = &self->texts[i];
      gpointer source = fields[i].widget;

      *field = fields[i];
      if (GTK_IS_TEXT_VIEW (source))
        source = gtk_text_view_get_buffer (source);
      g_signal_connect_swapped (source, "changed", G_CALLBACK (text_changed_cb), field);
      watch_focus (self, field->widget);
    }
  g_signal_connect_swapped (self->born, "changed", G_CALLBACK (born_changed_cb), self);
  watch_focus (self, self->born);
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
  g_clear_handle_id (&self->rest_source, g_source_remove);
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
  build_texts (self);
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
  build_figures (self);
  build_choices (self);
  self->loading = FALSE;
  pal_fact_group_set_workbench (self->alerts, workbench);
  pal_fact_group_set_workbench (self->events, workbench);
  pal_fact_group_set_workbench (self->weeks, workbench);
  pal_fact_group_set_workbench (self->runs, workbench);
  pal_fact_group_set_workbench (self->shoes, workbench);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (client_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visits-changed", G_CALLBACK (visits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  client_changed_cb (self);
  return GTK_WIDGET (self);
}
