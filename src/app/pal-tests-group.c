/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Simple tests in the inspector: a form for one test, and a row for each that was made. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-tests-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"
#include "app/pal-test-values.h"
#include "app/pal-visit-group.h"
#include "record/pal-visit-words.h"

/* Values are kept at every key; this long a rest makes an edit of one. */
#define REST_MS 800
/* What is no value yet is kept under another name: it must not get into the record. */
#define WAITING_PREFIX "waiting-"
/* Which test the entries are for, while the keyboard is there. */
#define CHOSEN_FIELD "chosen-test"

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

  char *visit_id;             /* of the visit shown */
  char *test;                 /* the test the entries are for */
  gboolean typed[PAL_SIDE_N]; /* typed and not yet in the record */
  gboolean showing;           /* the entries follow the record; nobody types */
  guint stay;                 /* counts the times the keyboard came to an entry */
  guint rest_source;
};

G_DEFINE_FINAL_TYPE (PalTestsGroup, pal_tests_group, ADW_TYPE_EXPANDER_ROW)

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

static void
keep (PalTestsGroup *self, const char *field, const char *text)
{
  if (self->visit_id != NULL && self->workbench != NULL)
    pal_workbench_keep_typed (self->workbench, self->visit_id, field, text);
}

static void
keep_waiting (PalTestsGroup *self, const char *field, const char *text)
{
  g_autofree char *name = g_strconcat (WAITING_PREFIX, field, NULL);

  keep (self, name, text);
}

/* What the record says of the visit shown, if it can still be edited. */
static gboolean
record (PalTestsGroup *self, const PalTerm *term, PalSide side, const char *text, GError **error)
{
  g_autofree char *field = pal_visit_words_dup_test_id (term->id, side);
  g_autofree char *merge_key = g_strdup_printf (PAL_MERGE_LASTING "%s %u", field, self->stay);
  double number;

  if (!pal_test_read_value (term, text, &number, error) || self->visit_id == NULL)
    return FALSE;
  keep_waiting (self, field, NULL);
  return pal_workbench_commit_number (self->workbench, self->visit_id, field, text,
                                      _ ("Record a test"), merge_key);
}

gboolean
pal_tests_group_record (PalTestsGroup *self, const char *test, PalSide side, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const PalTerm *term;
  gboolean done;

  g_return_val_if_fail (PAL_IS_TESTS_GROUP (self), FALSE);
  g_return_val_if_fail (test != NULL && value != NULL, FALSE);

  term = pal_vocabulary_find (pal_workbench_get_vocabulary (self->workbench), PAL_TERMS_TEST, test);
  g_return_val_if_fail (term != NULL, FALSE);
  text = g_strstrip (g_strdup (value));
  done = record (self, term, side, text, &error);
  show_error (self, error != NULL ? error->message : NULL);
  return done;
}

static PalSide
get_side (gpointer entry)
{
  return (PalSide) GPOINTER_TO_INT (g_object_get_data (entry, "pal-side"));
}

static char *
dup_entry (PalTestsGroup *self, PalSide side)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[side]))));
}

/* For good, when the entry is left; a value that cannot be one is told and waits there. */
static void
entry_done (PalTestsGroup *self, PalSide side)
{
  g_autofree char *text = dup_entry (self, side);

  if (self->typed[side] && self->test != NULL &&
      pal_tests_group_record (self, self->test, side, text))
    self->typed[side] = FALSE;
}

/* While somebody types on: half a value is no fault yet. */
static void
rested_cb (gpointer data)
{
  PalTestsGroup *self = data;
  const PalTerm *term = get_chosen (self);

  self->rest_source = 0;
  for (int side = 0; term != NULL && side < PAL_SIDE_N; side++)
    {
      g_autofree char *text = self->typed[side] ? dup_entry (self, (PalSide) side) : NULL;

      if (text != NULL && record (self, term, (PalSide) side, text, NULL))
        self->typed[side] = FALSE;
    }
}

static void
entry_changed_cb (GtkWidget *entry, PalTestsGroup *self)
{
  const PalTerm *term;
  const PalSide side = get_side (entry);
  g_autofree char *text = NULL;
  g_autofree char *field = NULL;
  double number;
  gboolean good;

  if (self->showing || self->workbench == NULL || (term = get_chosen (self)) == NULL)
    return;
  text = dup_entry (self, side);
  field = pal_visit_words_dup_test_id (term->id, side);
  good = pal_test_read_value (term, text, &number, NULL);
  if (good)
    show_error (self, NULL);
  keep (self, field, good ? text : NULL);
  keep_waiting (self, field, good ? NULL : text);
  self->typed[side] = TRUE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

static void
entry_left_cb (GtkEventController *focus, PalTestsGroup *self)
{
  entry_done (self, get_side (gtk_event_controller_get_widget (focus)));
  self->stay++;
}

static void
entry_activated_cb (GtkWidget *entry, PalTestsGroup *self)
{
  entry_done (self, get_side (entry));
  /* Left, then right, then the next test. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
flush (PalTestsGroup *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  for (int side = 0; side < PAL_SIDE_N; side++)
    entry_done (self, (PalSide) side);
}

static void
form_entered_cb (PalTestsGroup *self)
{
  if (self->test != NULL && pal_workbench_get_can_edit (self->workbench))
    keep (self, CHOSEN_FIELD, self->test);
}

static void
form_left_cb (PalTestsGroup *self)
{
  keep (self, CHOSEN_FIELD, NULL);
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
add_result_row (PalTestsGroup *self, const PalVisit *visit, const PalTerm *term)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *values = pal_test_dup_values (visit, term);
  g_autofree char *earlier =
      pal_test_dup_earlier (pal_workbench_get_visits (self->workbench), visit, term);
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

static void
show_results (PalTestsGroup *self, const PalVisit *visit)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  guint n_tests;
  g_autofree char *all = pal_test_dup_all (visit, vocabulary, &n_tests);
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
      g_autofree char *values = pal_test_dup_values (visit, term);

      if (values != NULL)
        add_result_row (self, visit, term);
    }
  if (n_tests > 0)
    summary = g_strdup_printf (ngettext ("%u test", "%u tests", n_tests), n_tests);
  pal_expander_row_set_summary (ADW_EXPANDER_ROW (self), summary);
}

static void
set_entry (PalTestsGroup *self, PalSide side, const char *text)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entries[side]), text != NULL ? text : "");
  self->showing = FALSE;
}

/* "7." is 7, and stays as it is typed. */
static void
show_result (PalTestsGroup *self, const PalTerm *term, PalSide side, const PalTestResult *result)
{
  g_autofree char *text = result != NULL ? pal_entry_format_number (result->value) : g_strdup ("");
  g_autofree char *typed = dup_entry (self, side);
  double number;

  if (*text == '\0' || *typed == '\0' || !pal_test_read_value (term, typed, &number, NULL) ||
      number != result->value)
    set_entry (self, side, text);
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
      const PalTestResult *result = pal_test_find_result (visit, term->id, (PalSide) side);
      g_autofree char *label = g_strdup_printf ("%s, %s", pal_term_get_name (term),
                                                pal_test_get_side_name ((PalSide) side));

      gtk_widget_set_visible (entry, term->paired == (side != PAL_SIDE_MIDLINE));
      if (!self->typed[side])
        show_result (self, term, (PalSide) side, result);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  hint = g_string_new (pal_term_get_plain (term));
  g_string_append_printf (hint, "%s%s", hint->len > 0 ? " · " : "", pal_term_get_unit (term));
  earlier = pal_test_dup_earlier (pal_workbench_get_visits (self->workbench), visit, term);
  if (earlier != NULL)
    g_string_append_printf (hint, "\n%s", earlier);
  gtk_label_set_label (self->hint, hint->str);
  g_string_free (hint, TRUE);
}

static void
forget_typed (PalTestsGroup *self)
{
  for (int side = 0; side < PAL_SIDE_N; side++)
    self->typed[side] = FALSE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  show_error (self, NULL);
}

/* What could not be a value is given up with the test it was typed for. */
static void
test_chosen_cb (PalTestsGroup *self)
{
  const PalTerm *term;

  if (self->workbench == NULL || (term = get_chosen (self)) == NULL)
    return;
  for (int side = 0; side < PAL_SIDE_N; side++)
    {
      g_autofree char *field =
          self->test != NULL ? pal_visit_words_dup_test_id (self->test, (PalSide) side) : NULL;

      if (field != NULL && !g_str_equal (self->test, term->id))
        keep_waiting (self, field, NULL);
      set_entry (self, (PalSide) side, NULL);
    }
  forget_typed (self);
  g_free (self->test);
  self->test = g_strdup (term->id);
  if (gtk_widget_get_state_flags (self->form_row) & GTK_STATE_FLAG_FOCUS_WITHIN)
    form_entered_cb (self);
  show_chosen (self);
}

/* Puts what was no value yet, when the program ended, back into its entry. */
static gboolean
take_up_entry (PalTestsGroup *self, const PalTerm *term, PalSide side)
{
  g_autofree char *field = pal_visit_words_dup_test_id (term->id, side);
  g_autofree char *name = g_strconcat (WAITING_PREFIX, field, NULL);
  g_autofree char *waiting = g_strdup (pal_workbench_peek_typed (self->workbench, name));

  if (waiting == NULL)
    return FALSE;
  gtk_drop_down_set_selected (self->tests, term->index);
  set_entry (self, side, waiting);
  self->typed[side] = TRUE;
  return TRUE;
}

static void
take_up (PalTestsGroup *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const char *chosen = pal_workbench_peek_typed (self->workbench, CHOSEN_FIELD);
  const PalTerm *term =
      chosen != NULL ? pal_vocabulary_find (vocabulary, PAL_TERMS_TEST, chosen) : NULL;
  gboolean found = FALSE;

  if (term != NULL)
    gtk_drop_down_set_selected (self->tests, term->index);
  for (guint i = 0; !found && i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST); i++)
    for (int side = 0; side < PAL_SIDE_N; side++)
      found |=
          take_up_entry (self, pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, i), (PalSide) side);
}

static void
visit_changed_cb (PalTestsGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  const gboolean is_other = visit != NULL && g_strcmp0 (self->visit_id, visit->id) != 0;

  if (visit == NULL)
    return;
  if (is_other)
    {
      forget_typed (self);
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit->id);
    }
  gtk_widget_set_visible (self->form_row, !visit->is_signed);
  show_chosen (self);
  show_results (self, visit);
  if (is_other && !visit->is_signed)
    take_up (self);
}

/* Building ---------------------------------------------------------------------------------------
 */

static GtkWidget *
build_entry (PalTestsGroup *self, PalSide side)
{
  static const char *const names[PAL_SIDE_N] = { "value", "left", "right" };
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), pal_test_get_side_name (side));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "pal-side", GINT_TO_POINTER ((int) side));
  /* So that the focus is found again in the same one. */
  gtk_widget_set_name (entry, names[side]);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, 0);
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
  GtkEventController *focus;
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
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (form_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (form_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (form, focus);
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
  PalTestsGroup *self = PAL_TESTS_GROUP (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_tests_group_parent_class)->dispose (object);
}

static void
pal_tests_group_finalize (GObject *object)
{
  PalTestsGroup *self = PAL_TESTS_GROUP (object);

  g_ptr_array_unref (self->result_rows);
  g_free (self->shown);
  g_free (self->visit_id);
  g_free (self->test);

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
  test_chosen_cb (self);
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

GtkWidget *
pal_tests_group_get_field (PalTestsGroup *self)
{
  g_return_val_if_fail (PAL_IS_TESTS_GROUP (self), NULL);
  return GTK_WIDGET (self->tests);
}
