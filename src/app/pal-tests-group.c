/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Simple tests in the inspector: a form for one test, and a row for each that was made. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-tests-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"
#include "app/pal-visit-group.h"

#define MAX_GRADE 5
#define MAX_DEGREES 180
#define MAX_VALUE 360

struct _PalTestsGroup
{
  AdwExpanderRow parent_instance;

  PalWorkbench *workbench;
  GPtrArray *result_rows; /* GtkWidget, borrowed from the group */
  char *shown;            /* all that the rows say, to see whether it changed */

  GtkDropDown *tests;
  GtkWidget *entries[PAL_SIDE_N];
  GtkWidget *form_row;
  GtkLabel *hint;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (PalTestsGroup, pal_tests_group, ADW_TYPE_EXPANDER_ROW)

static const char *
get_side_name (PalSide side)
{
  switch (side)
    {
    case PAL_SIDE_LEFT:
      return C_ ("test", "left");
    case PAL_SIDE_RIGHT:
      return C_ ("test", "right");
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }
  return C_ ("test", "value");
}

static const PalTestResult *
find_result (const PalVisit *visit, const char *test, PalSide side)
{
  for (guint i = 0; visit != NULL && i < visit->tests->len; i++)
    {
      const PalTestResult *result = g_ptr_array_index (visit->tests, i);

      if (result->side == side && g_str_equal (result->test, test))
        return result;
    }
  return NULL;
}

static const PalTerm *
get_chosen (PalTestsGroup *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const guint selected = gtk_drop_down_get_selected (self->tests);

  return selected < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST)
             ? pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, selected)
             : NULL;
}

/* Recording --------------------------------------------------------------------------------------
 */

static void
show_error (PalTestsGroup *self, const char *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

/* A grade runs from 0 to 5; degrees may be negative, as an extension that is not reached. */
static gboolean
read_value (const PalTerm *term, const char *text, double *value, GError **error)
{
  const gboolean is_degrees = g_strcmp0 (term->unit, "degrees") == 0;
  const gboolean is_grade = g_strcmp0 (term->category, "strength") == 0;
  const gboolean minus = is_degrees && (*text == '-' || g_str_has_prefix (text, "−"));

  if (minus)
    text = g_utf8_next_char (text);
  if (!pal_entry_read_number (text,
                              is_grade     ? MAX_GRADE
                              : is_degrees ? MAX_DEGREES
                                           : MAX_VALUE,
                              is_grade, value, error))
    return FALSE;
  if (minus)
    *value = -*value;
  return TRUE;
}

static void
put_result (PalVisit *visit, const char *test, PalSide side, double value)
{
  PalTestResult *result;

  for (guint i = 0; i < visit->tests->len; i++)
    {
      result = g_ptr_array_index (visit->tests, i);
      if (result->side == side && g_str_equal (result->test, test))
        {
          result->value = value;
          return;
        }
    }
  result = g_new0 (PalTestResult, 1);
  result->test = g_strdup (test);
  result->side = side;
  result->value = value;
  g_ptr_array_add (visit->tests, result);
}

static void
drop_result (PalVisit *visit, const char *test, PalSide side)
{
  for (guint i = 0; i < visit->tests->len; i++)
    {
      const PalTestResult *result = g_ptr_array_index (visit->tests, i);

      if (result->side == side && g_str_equal (result->test, test))
        {
          g_ptr_array_remove_index (visit->tests, i);
          return;
        }
    }
}

gboolean
pal_tests_group_record (PalTestsGroup *self, const char *test, PalSide side, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const PalTerm *term;
  double number;
  PalVisit *visit;

  g_return_val_if_fail (PAL_IS_TESTS_GROUP (self), FALSE);
  g_return_val_if_fail (test != NULL && value != NULL, FALSE);

  term = pal_vocabulary_find (pal_workbench_get_vocabulary (self->workbench), PAL_TERMS_TEST, test);
  g_return_val_if_fail (term != NULL, FALSE);
  text = g_strstrip (g_strdup (value));
  if (!read_value (term, text, &number, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }
  show_error (self, NULL);
  visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return FALSE;
  if (*text == '\0')
    drop_result (visit, test, side);
  else
    put_result (visit, test, side, number);
  return pal_workbench_commit_visit (self->workbench, visit, _ ("Record a test"), NULL);
}

static void
entry_done (PalTestsGroup *self, GtkWidget *entry)
{
  const PalTerm *term = get_chosen (self);
  const PalSide side = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "pal-side"));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (term == NULL || !pal_workbench_get_can_edit (self->workbench))
    return;
  if (*text == '\0' &&
      find_result (pal_workbench_get_visit (self->workbench), term->id, side) == NULL)
    {
      show_error (self, NULL);
      return;
    }
  pal_tests_group_record (self, term->id, side, text);
}

static void
entry_left_cb (GtkEventController *focus, PalTestsGroup *self)
{
  entry_done (self, gtk_event_controller_get_widget (focus));
}

static void
entry_activated_cb (GtkWidget *entry, PalTestsGroup *self)
{
  entry_done (self, entry);
  /* Left, then right, then the next test. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
flush (PalTestsGroup *self)
{
  for (guint i = 0; i < PAL_SIDE_N; i++)
    {
      if (gtk_widget_get_visible (self->entries[i]) &&
          gtk_widget_get_state_flags (self->entries[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
        entry_done (self, self->entries[i]);
    }
}

static void
remove_clicked_cb (PalTestsGroup *self, GtkWidget *button)
{
  const char *test = g_object_get_data (G_OBJECT (button), "pal-test");
  PalVisit *visit = pal_workbench_edit_visit (self->workbench);

  if (visit == NULL)
    return;
  for (guint i = visit->tests->len; i > 0; i--)
    {
      const PalTestResult *result = g_ptr_array_index (visit->tests, i - 1);

      if (g_str_equal (result->test, test))
        g_ptr_array_remove_index (visit->tests, i - 1);
    }
  /* The button goes with its row: the focus must not fall out of the page. */
  gtk_widget_grab_focus (GTK_WIDGET (self->tests));
  pal_workbench_commit_visit (self->workbench, visit, _ ("Remove a test"), NULL);
}

/* Showing ----------------------------------------------------------------------------------------
 */

static void
append_value (GString *line, const PalTerm *term, const PalTestResult *result)
{
  g_autofree char *number = NULL;
  const char *minus = result->value < 0 ? "−" : "";

  number = pal_entry_format_number (result->value < 0 ? -result->value : result->value);
  if (line->len > 0)
    g_string_append (line, " · ");
  if (result->side != PAL_SIDE_MIDLINE)
    g_string_append_printf (line, "%s ", get_side_name (result->side));
  g_string_append_printf (line, "%s%s", minus, number);
  if (g_strcmp0 (term->unit, "degrees") == 0)
    g_string_append (line, "°");
  else if (g_strcmp0 (term->category, "strength") == 0)
    g_string_append_printf (line, "/%d", MAX_GRADE);
  else if (term->unit != NULL)
    g_string_append_printf (line, " %s", pal_term_get_unit (term));
}

static char *
dup_values (const PalVisit *visit, const PalTerm *term)
{
  GString *line = g_string_new (NULL);

  for (int side = 0; side < PAL_SIDE_N; side++)
    {
      const PalTestResult *result = find_result (visit, term->id, (PalSide) side);

      if (result != NULL)
        append_value (line, term, result);
    }
  return g_string_free (line, line->len == 0);
}

/* The client's own earlier values; a textbook range is no yardstick for one person. */
static char *
dup_earlier (PalTestsGroup *self, const PalVisit *visit, const PalTerm *term)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);

  for (guint i = visits->len; i > 0; i--)
    {
      const PalVisit *each = g_ptr_array_index (visits, i - 1);
      g_autofree char *values = NULL;
      g_autofree char *day = NULL;

      if (each->at >= visit->at)
        continue;
      values = dup_values (each, term);
      if (values == NULL)
        continue;
      day = pal_date_format_short (pal_time_get_local_date (each->at));
      /* Translators: 1: a day, as in "3 Nov", 2: values of a test at that day's visit. */
      return g_strdup_printf (_ ("%1$s: %2$s"), day, values);
    }
  return NULL;
}

static void
add_result_row (PalTestsGroup *self, const PalVisit *visit, const PalTerm *term)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *values = dup_values (visit, term);
  g_autofree char *earlier = dup_earlier (self, visit, term);
  g_autofree char *subtitle =
      earlier != NULL ? g_strconcat (values, "\n", earlier, NULL) : g_strdup (values);
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pal_term_get_name (term));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  label = g_strdup_printf (_ ("%1$s: %2$s"), _ ("Remove"), pal_term_get_name (term));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_visible (remove, !visit->is_signed);
  g_object_set_data_full (G_OBJECT (remove), "pal-test", g_strdup (term->id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_ptr_array_add (self->result_rows, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static char *
describe_all (PalTestsGroup *self, const PalVisit *visit, guint *n_tests)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  GString *all = g_string_new (visit->is_signed ? "signed " : "draft ");

  *n_tests = 0;
  g_string_append (all, visit->id);
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, i);
      g_autofree char *values = dup_values (visit, term);

      if (values == NULL)
        continue;
      (*n_tests)++;
      g_string_append_printf (all, "\n%s %s", term->id, values);
    }
  return g_string_free (all, FALSE);
}

static void
show_results (PalTestsGroup *self, const PalVisit *visit)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  guint n_tests;
  g_autofree char *all = describe_all (self, visit, &n_tests);
  g_autofree char *summary = NULL;

  if (g_strcmp0 (all, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
  for (guint i = 0; i < self->result_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->result_rows, i));
  g_ptr_array_set_size (self->result_rows, 0);
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, i);
      g_autofree char *values = dup_values (visit, term);

      if (values != NULL)
        add_result_row (self, visit, term);
    }
  if (n_tests > 0)
    summary = g_strdup_printf (ngettext ("%u test", "%u tests", n_tests), n_tests);
  pal_expander_row_set_summary (ADW_EXPANDER_ROW (self), summary);
}

/* What is in the entries: the results of the chosen test, and what they were before. */
static void
show_chosen (PalTestsGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  const PalTerm *term = get_chosen (self);
  g_autofree char *earlier = NULL;
  GString *hint;

  if (visit == NULL || term == NULL)
    return;
  for (int side = 0; side < PAL_SIDE_N; side++)
    {
      GtkWidget *entry = self->entries[side];
      const PalTestResult *result = find_result (visit, term->id, (PalSide) side);
      g_autofree char *text = result != NULL ? pal_entry_format_number (result->value) : NULL;
      g_autofree char *label =
          g_strdup_printf ("%s, %s", pal_term_get_name (term), get_side_name ((PalSide) side));

      gtk_widget_set_visible (entry, term->paired == (side != PAL_SIDE_MIDLINE));
      if (!(gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN))
        gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  hint = g_string_new (pal_term_get_plain (term));
  g_string_append_printf (hint, "%s%s", hint->len > 0 ? " · " : "", pal_term_get_unit (term));
  earlier = dup_earlier (self, visit, term);
  if (earlier != NULL)
    g_string_append_printf (hint, "\n%s", earlier);
  gtk_label_set_label (self->hint, hint->str);
  g_string_free (hint, TRUE);
}

static void
test_chosen_cb (PalTestsGroup *self)
{
  if (self->workbench == NULL)
    return;
  show_error (self, NULL);
  for (int side = 0; side < PAL_SIDE_N; side++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[side]), "");
  show_chosen (self);
}

static void
visit_changed_cb (PalTestsGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  if (visit == NULL)
    return;
  gtk_widget_set_visible (self->form_row, !visit->is_signed);
  show_chosen (self);
  show_results (self, visit);
}

/* Building ---------------------------------------------------------------------------------------
 */

static GtkWidget *
build_entry (PalTestsGroup *self, PalSide side)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), get_side_name (side));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "pal-side", GINT_TO_POINTER ((int) side));
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
build_form (PalTestsGroup *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  static const PalSide order[] = { PAL_SIDE_LEFT, PAL_SIDE_RIGHT, PAL_SIDE_MIDLINE };

  self->tests = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tests), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Test"), -1);
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->tests));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->entries[order[i]] = build_entry (self, order[i]);
      gtk_box_append (GTK_BOX (values), self->entries[order[i]]);
    }
  gtk_box_append (GTK_BOX (form), values);
  self->error_label = GTK_LABEL (gtk_label_new (NULL));
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = i == 0 ? self->error_label : self->hint;

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_xalign (label, 0);
      gtk_box_append (GTK_BOX (form), GTK_WIDGET (label));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  self->form_row = pal_plain_row_new (form);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->form_row);
}

static void
fill_tests (PalTestsGroup *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST); i++)
    gtk_string_list_append (names,
                            pal_term_get_name (pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, i)));
  gtk_drop_down_set_expression (self->tests, name);
  gtk_drop_down_set_enable_search (self->tests, TRUE);
  gtk_drop_down_set_model (self->tests, G_LIST_MODEL (names));
  gtk_expression_unref (name);
}

static void
pal_tests_group_dispose (GObject *object)
{
  g_clear_object (&PAL_TESTS_GROUP (object)->workbench);

  G_OBJECT_CLASS (pal_tests_group_parent_class)->dispose (object);
}

static void
pal_tests_group_finalize (GObject *object)
{
  PalTestsGroup *self = PAL_TESTS_GROUP (object);

  g_ptr_array_unref (self->result_rows);
  g_free (self->shown);

  G_OBJECT_CLASS (pal_tests_group_parent_class)->finalize (object);
}

static void
pal_tests_group_class_init (PalTestsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_tests_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_tests_group_finalize;
}

static void
pal_tests_group_init (PalTestsGroup *self)
{
  self->result_rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  build_form (self);
}

void
pal_tests_group_set_workbench (PalTestsGroup *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_TESTS_GROUP (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  fill_tests (self);
  g_signal_connect_object (self->tests, "notify::selected", G_CALLBACK (test_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

const char *
pal_tests_group_get_error (PalTestsGroup *self)
{
  g_return_val_if_fail (PAL_IS_TESTS_GROUP (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self->error_label))
             ? gtk_label_get_label (self->error_label)
             : NULL;
}
