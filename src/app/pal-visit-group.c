/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-visit-group.h: an expander row that fills itself from a table of fields. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"
#include "app/pal-number-field.h"
#include "app/pal-term-picker.h"
#include "record/pal-visit-words.h"

/* Texts are kept at every key; this long a rest makes an edit of them. */
#define REST_MS 800

struct _PalVisitGroup
{
  AdwExpanderRow parent_instance;

  PalWorkbench *workbench;
  const PalVisitField *fields;
  guint n_fields;
  char *description;
  char *visit_id; /* of the visit shown */
  char *news;
  GtkWidget *news_row;
  GtkLabel *news_label;
  GtkWidget *rows[PAL_MAX_VISIT_FIELDS];
  GtkWidget *controls[PAL_MAX_VISIT_FIELDS];
  gboolean dirty[PAL_MAX_VISIT_FIELDS]; /* texts typed and not yet committed */
  guint rest_source;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PalVisitGroup, pal_visit_group, ADW_TYPE_EXPANDER_ROW)

/* Committing -------------------------------------------------------------------------------------
 */

#define MEMBER(Type, visit, field) G_STRUCT_MEMBER (Type, visit, (field)->offset)

static guint
get_index (gpointer control)
{
  return GPOINTER_TO_UINT (g_object_get_data (control, "pal-field"));
}

/* What the control says, into a copy of the visit. */
static void
write_field (PalVisitGroup *self, guint index, PalVisit *visit)
{
  const PalVisitField *field = &self->fields[index];
  GtkWidget *control = self->controls[index];
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const char *id = NULL;
  guint selected;

  switch (field->type)
    {
    case PAL_VISIT_FIELD_COUNT:
    case PAL_VISIT_FIELD_NUMBER: /* pal-number-field.c */
    case PAL_VISIT_FIELD_TEXT:   /* commit_text() */
      break;
    case PAL_VISIT_FIELD_TERMS:
      g_strfreev (MEMBER (char **, visit, field));
      MEMBER (char **, visit, field) = pal_term_picker_dup_ids (PAL_TERM_PICKER (control));
      break;
    case PAL_VISIT_FIELD_TERM:
    case PAL_VISIT_FIELD_CHOICE:
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (control));
      if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
        id = NULL;
      else if (field->type == PAL_VISIT_FIELD_CHOICE)
        id = field->ids[selected - 1];
      else
        id = pal_vocabulary_get (vocabulary, field->list, selected - 1)->id;
      pal_visit_set_text (&MEMBER (char *, visit, field), id);
      break;
    }
}

/* Words typed just before another visit was opened still belong to the one they were typed for. */
static PalVisit *
edit_shown (PalVisitGroup *self)
{
  const PalVisit *open = pal_workbench_get_visit (self->workbench);

  if (open == NULL || g_strcmp0 (open->id, self->visit_id) != 0 || open->is_signed)
    return NULL;
  return pal_workbench_edit_visit (self->workbench);
}

static void
commit_text (PalVisitGroup *self, guint index)
{
  if (self->visit_id != NULL)
    pal_workbench_commit_typed (self->workbench, self->visit_id,
                                pal_visit_words_find_id (self->fields[index].offset),
                                gtk_editable_get_text (GTK_EDITABLE (self->controls[index])),
                                self->description);
}

static void
commit_field (PalVisitGroup *self, guint index)
{
  PalVisit *visit;
  g_autofree char *key = NULL;

  self->dirty[index] = FALSE;
  if (self->fields[index].type == PAL_VISIT_FIELD_TEXT)
    {
      commit_text (self, index);
      return;
    }
  visit = edit_shown (self);
  if (visit == NULL)
    return;
  key = g_strdup_printf ("field-%" G_GSIZE_FORMAT, self->fields[index].offset);
  write_field (self, index, visit);
  pal_workbench_commit_visit (self->workbench, visit, self->description, key);
}

static void
control_changed_cb (PalVisitGroup *self, GParamSpec *pspec, GtkWidget *control)
{
  if (!self->updating)
    commit_field (self, get_index (control));
}

static void
picker_changed_cb (PalTermPicker *picker, PalVisitGroup *self)
{
  if (!self->updating)
    commit_field (self, get_index (picker));
}

static void
flush (PalVisitGroup *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->dirty[i])
        commit_field (self, i);
    }
}

static void
rested_cb (gpointer data)
{
  PalVisitGroup *self = data;

  self->rest_source = 0;
  flush (self);
}

static void
text_changed_cb (GtkEditable *editable, PalVisitGroup *self)
{
  if (self->updating)
    return;
  self->dirty[get_index (editable)] = TRUE;
  if (self->visit_id != NULL)
    pal_workbench_keep_typed (self->workbench, self->visit_id,
                              pal_visit_words_find_id (self->fields[get_index (editable)].offset),
                              gtk_editable_get_text (editable));
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* Showing ----------------------------------------------------------------------------------------
 */

/* The value in words, NULL when it was not recorded. */
static char *
dup_value (PalVisitGroup *self, const PalVisitField *field, const PalVisit *visit)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const PalTerm *term;
  GString *names;

  switch (field->type)
    {
    case PAL_VISIT_FIELD_COUNT:
      if (MEMBER (int, visit, field) < 0)
        return NULL;
      return g_strdup_printf ("%d", MEMBER (int, visit, field));
    case PAL_VISIT_FIELD_NUMBER:
      if (MEMBER (double, visit, field) < 0)
        return NULL;
      return pal_entry_format_number (MEMBER (double, visit, field));
    case PAL_VISIT_FIELD_TEXT:
      return g_strdup (MEMBER (char *, visit, field));
    case PAL_VISIT_FIELD_TERM:
      term = pal_vocabulary_find (vocabulary, field->list, MEMBER (char *, visit, field));
      return term != NULL ? g_strdup (pal_term_get_name (term)) : NULL;
    case PAL_VISIT_FIELD_CHOICE:
      for (guint i = 0; field->ids[i] != NULL; i++)
        {
          if (g_strcmp0 (field->ids[i], MEMBER (char *, visit, field)) == 0)
            return g_strdup (_ (field->names[i]));
        }
      return NULL;
    case PAL_VISIT_FIELD_TERMS:
      names = g_string_new (NULL);
      for (char **id = MEMBER (char **, visit, field); id != NULL && *id != NULL; id++)
        {
          term = pal_vocabulary_find (vocabulary, field->list, *id);
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                  term != NULL ? pal_term_get_name (term) : *id);
        }
      return g_string_free (names, names->len == 0);
    }
  return NULL;
}

static void
show_summary (PalVisitGroup *self, const PalVisit *visit)
{
  GString *line = g_string_new (self->news);

  for (guint i = 0; i < self->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (self->fields[i].summary == NULL)
        continue;
      value = dup_value (self, &self->fields[i], visit);
      if (value == NULL)
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (line, _ (self->fields[i].summary), value);
#pragma GCC diagnostic pop
    }
  pal_expander_row_set_summary (ADW_EXPANDER_ROW (self), line->str);
  g_string_free (line, TRUE);
}

static guint
find_choice (PalVisitGroup *self, const PalVisitField *field, const char *id)
{
  const PalTerm *term;

  if (field->type == PAL_VISIT_FIELD_TERM)
    {
      term = pal_vocabulary_find (pal_workbench_get_vocabulary (self->workbench), field->list, id);
      return term != NULL ? term->index + 1 : 0;
    }
  for (guint i = 0; field->ids[i] != NULL; i++)
    {
      if (g_strcmp0 (field->ids[i], id) == 0)
        return i + 1;
    }
  return 0;
}

static void
show_field (PalVisitGroup *self, guint index, const PalVisit *visit)
{
  const PalVisitField *field = &self->fields[index];
  GtkWidget *control = self->controls[index];
  const char *text;

  switch (field->type)
    {
    case PAL_VISIT_FIELD_COUNT:
      pal_number_field_show (GTK_SPIN_BUTTON (control), MEMBER (int, visit, field));
      break;
    case PAL_VISIT_FIELD_NUMBER:
      pal_number_field_show (GTK_SPIN_BUTTON (control), MEMBER (double, visit, field));
      break;
    case PAL_VISIT_FIELD_TEXT:
      text = MEMBER (char *, visit, field) != NULL ? MEMBER (char *, visit, field) : "";
      if (!self->dirty[index] &&
          g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (control)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (control), text);
      break;
    case PAL_VISIT_FIELD_TERMS:
      pal_term_picker_set_ids (PAL_TERM_PICKER (control), MEMBER (char **, visit, field));
      break;
    case PAL_VISIT_FIELD_TERM:
    case PAL_VISIT_FIELD_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (control),
                                  find_choice (self, field, MEMBER (char *, visit, field)));
      break;
    }
}

static void
visit_changed_cb (PalVisitGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  if (visit == NULL)
    return;
  if (g_strcmp0 (self->visit_id, visit->id) != 0)
    {
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit->id);
      memset (self->dirty, 0, sizeof self->dirty);
    }
  self->updating = TRUE;
  for (guint i = 0; i < self->n_fields; i++)
    {
      show_field (self, i, visit);
      gtk_widget_set_sensitive (self->rows[i], !visit->is_signed);
    }
  self->updating = FALSE;
  show_summary (self, visit);
}

/* Building ---------------------------------------------------------------------------------------
 */

static GtkWidget *
build_action_row (const char *title, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  /* The keyboard goes from control to control; the row would be a stop between each two. */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  return row;
}

static GtkWidget *
build_number (PalVisitGroup *self, const PalVisitField *field)
{
  const char *id = pal_visit_words_find_id (field->offset);
  GtkAdjustment *adjustment =
      gtk_adjustment_new (PAL_UNSET, PAL_UNSET, pal_visit_words_get_max (id), field->step,
                          field->step, 0);
  GtkWidget *spin = gtk_spin_button_new (adjustment, field->step, field->step < 1 ? 1 : 0);

  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  pal_number_field_set_up (GTK_SPIN_BUTTON (spin), self->workbench, id, self->description);
  return spin;
}

static GtkWidget *
build_text (PalVisitGroup *self)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
build_combo (PalVisitGroup *self, const PalVisitField *field)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *combo = adw_combo_row_new ();

  gtk_string_list_append (names, C_ ("choice", "Not said"));
  if (field->type == PAL_VISIT_FIELD_CHOICE)
    for (guint i = 0; field->names[i] != NULL; i++)
      gtk_string_list_append (names, _ (field->names[i]));
  else
    for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, field->list); i++)
      gtk_string_list_append (names,
                              pal_term_get_name (pal_vocabulary_get (vocabulary, field->list, i)));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  g_signal_connect_object (combo, "notify::selected", G_CALLBACK (control_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return combo;
}

static void
build_field (PalVisitGroup *self, guint index)
{
  const PalVisitField *field = &self->fields[index];
  GtkWidget *control = NULL, *row;

  switch (field->type)
    {
    case PAL_VISIT_FIELD_COUNT:
    case PAL_VISIT_FIELD_NUMBER:
      control = build_number (self, field);
      break;
    case PAL_VISIT_FIELD_TEXT:
      control = build_text (self);
      break;
    case PAL_VISIT_FIELD_TERM:
    case PAL_VISIT_FIELD_CHOICE:
      control = build_combo (self, field);
      break;
    case PAL_VISIT_FIELD_TERMS:
      control = g_object_new (PAL_TYPE_TERM_PICKER, "title", _ (field->title), "placeholder",
                              C_ ("choice", "Choose"), NULL);
      pal_term_picker_fill (PAL_TERM_PICKER (control),
                            pal_workbench_get_vocabulary (self->workbench), field->list);
      g_signal_connect_object (control, "changed", G_CALLBACK (picker_changed_cb), self, 0);
      break;
    }
  if (ADW_IS_PREFERENCES_ROW (control))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (control), _ (field->title));
      row = control;
    }
  else
    row = build_action_row (_ (field->title), control);
  if (GTK_IS_SPIN_BUTTON (control))
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  /* The untranslated title finds the row again in another run. */
  gtk_widget_set_name (row, field->title);
  g_object_set_data (G_OBJECT (control), "pal-field", GUINT_TO_POINTER (index));
  self->rows[index] = row;
  self->controls[index] = control;
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
build_news (PalVisitGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->news_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->news_label, TRUE);
  gtk_label_set_xalign (self->news_label, 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->news_label));
  self->news_row = pal_plain_row_new (box);
  gtk_widget_set_visible (self->news_row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->news_row);
}

static void
pal_visit_group_dispose (GObject *object)
{
  PalVisitGroup *self = PAL_VISIT_GROUP (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_visit_group_parent_class)->dispose (object);
}

static void
pal_visit_group_finalize (GObject *object)
{
  PalVisitGroup *self = PAL_VISIT_GROUP (object);

  g_free (self->visit_id);
  g_free (self->description);
  g_free (self->news);

  G_OBJECT_CLASS (pal_visit_group_parent_class)->finalize (object);
}

static void
pal_visit_group_class_init (PalVisitGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pal_visit_group_dispose;
  object_class->finalize = pal_visit_group_finalize;
}

static void
pal_visit_group_init (PalVisitGroup *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

void
pal_visit_group_set_up (PalVisitGroup *self,
                        PalWorkbench *workbench,
                        const PalVisitField *fields,
                        guint n_fields,
                        const char *description)
{
  g_return_if_fail (PAL_IS_VISIT_GROUP (self));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (self->workbench == NULL && n_fields <= PAL_MAX_VISIT_FIELDS);

  self->workbench = g_object_ref (workbench);
  self->fields = fields;
  self->n_fields = n_fields;
  self->description = g_strdup (description);
  self->updating = TRUE;
  for (guint i = 0; i < n_fields; i++)
    build_field (self, i);
  build_news (self);
  self->updating = FALSE;
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

GtkWidget *
pal_visit_group_get_row (PalVisitGroup *self, guint field)
{
  g_return_val_if_fail (PAL_IS_VISIT_GROUP (self), NULL);
  g_return_val_if_fail (field < self->n_fields, NULL);
  return self->rows[field];
}

void
pal_visit_group_set_news (PalVisitGroup *self, const char *news)
{
  const PalVisit *visit;

  g_return_if_fail (PAL_IS_VISIT_GROUP (self));

  visit = pal_workbench_get_visit (self->workbench);
  if (g_strcmp0 (self->news, news) == 0)
    return;
  g_free (self->news);
  self->news = g_strdup (news);
  gtk_widget_set_visible (self->news_row, news != NULL);
  gtk_label_set_label (self->news_label, news != NULL ? news : "");
  if (visit != NULL)
    show_summary (self, visit);
}
