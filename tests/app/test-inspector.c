/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The groups of the inspector: what is entered reaches the disk, can be undone, and shows when they
 * are folded. With PALPATE_TEST_PICTURES set to a folder it also writes each group to look at. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-audit-window.h"
#include "app/pal-complaint-regions.h"
#include "app/pal-inspector.h"
#include "app/pal-notes-group.h"
#include "app/pal-plan-group.h"
#include "app/pal-preferences.h"
#include "app/pal-request-rows.h"
#include "app/pal-screening.h"
#include "app/pal-screenshot.h"
#include "app/pal-signature-group.h"
#include "app/pal-tests-group.h"
#include "app/pal-training-import.h"
#include "app/pal-visit-bars.h"
#include "app/pal-visit-group.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  PalInspector *inspector;
} Fixture;

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 1;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bench = app_bench_new (8);
  pal_workbench_open_client (fixture->bench->bench, KIT_RUNNER_ID);
  fixture->inspector = g_object_new (PAL_TYPE_INSPECTOR, "width-request", 330, NULL);
  pal_inspector_set_workbench (fixture->inspector, fixture->bench->bench);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 330, 2300);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (kit_wait_until (is_mapped, fixture->inspector, 10000));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  kit_wait_until (never, NULL, 20);
  app_bench_free (fixture->bench);
}

static gboolean
has_title (GtkWidget *row, const char *title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *row =
      app_find (GTK_WIDGET (fixture->inspector), ADW_TYPE_PREFERENCES_ROW, has_title, title);

  if (row == NULL)
    g_error ("no row “%s”", title);
  return row;
}

static GtkSpinButton *
find_spin (Fixture *fixture, const char *title)
{
  return GTK_SPIN_BUTTON (app_find (find_row (fixture, title), GTK_TYPE_SPIN_BUTTON, NULL, NULL));
}

static const PalVisit *
get_visit (Fixture *fixture)
{
  return pal_workbench_get_visit (fixture->bench->bench);
}

/* As the disk has it. */
static PalVisit *
load_visit (Fixture *fixture)
{
  return pal_store_get_visit (fixture->bench->store, get_visit (fixture)->id, NULL);
}

static const char *
get_summary (Fixture *fixture, const char *title)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_row (fixture, title)));
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PalVisit) stored = NULL;
  const int before = get_visit (fixture)->state.stress;

  gtk_spin_button_set_value (find_spin (fixture, "Stress, 0 to 10"), 7);
  gtk_spin_button_set_value (find_spin (fixture, "Sleep, hours"), 6.5);
  stored = load_visit (fixture);
  g_assert_cmpint (stored->state.stress, ==, 7);
  g_assert_cmpfloat (stored->state.sleep_hours, ==, 6.5);
  g_assert_nonnull (strstr (get_summary (fixture, "State of the day"), "stress 7"));
  g_assert_nonnull (strstr (get_summary (fixture, "State of the day"), "slept 6.5 h"));
  pal_workbench_undo (fixture->bench->bench);
  pal_workbench_undo (fixture->bench->bench);
  g_assert_cmpint (get_visit (fixture)->state.stress, ==, before);
}

static void
test_unset_is_not_zero (Fixture *fixture, gconstpointer data)
{
  GtkSpinButton *spin = find_spin (fixture, "Pain at rest, 0 to 10");

  gtk_spin_button_set_value (spin, 0);
  g_assert_cmpint (get_visit (fixture)->state.pain_at_rest, ==, 0);
  gtk_spin_button_set_value (spin, PAL_UNSET);
  g_assert_cmpint (get_visit (fixture)->state.pain_at_rest, ==, PAL_UNSET);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "–");
}

static void
test_texts_rest (Fixture *fixture, gconstpointer data)
{
  GtkWidget *room = find_row (fixture, "Room");
  g_autofree char *first = g_strdup (get_visit (fixture)->id);
  g_autofree char *other = kit_visit_id_new (3);
  g_autoptr (PalVisit) stored = NULL;

  gtk_editable_set_text (GTK_EDITABLE (room), "Upstairs");
  /* Leaving the visit hands in what was typed, to the visit it was typed for. */
  pal_workbench_open_visit (fixture->bench->bench, other);
  stored = pal_store_get_visit (fixture->bench->store, first, NULL);
  g_assert_cmpstr (stored->room, ==, "Upstairs");
  g_assert_cmpstr (get_visit (fixture)->room, !=, "Upstairs");
}

static GtkTextBuffer *
find_note (Fixture *fixture, PalNoteSection section)
{
  PalNotesGroup *notes = PAL_NOTES_GROUP (
      app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_NOTES_GROUP, NULL, NULL));
  PalNoteEditor *editor = pal_notes_group_get_editor (notes, section);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (pal_note_editor_get_view (editor)));
}

/* What a second program finds in the file: "subjective=Stiff;". */
static void
assert_typed (Fixture *fixture, const char *expected)
{
  g_autoptr (PalStore) other = pal_store_open (pal_store_get_path (fixture->bench->store),
                                               PAL_STORE_OPEN_READ_ONLY, "x", NULL);
  g_autoptr (GPtrArray) typed = pal_store_list_typed (other, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);

      g_string_append_printf (text, "%s=%s;", each->field, each->text);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Each key is in the file when the field shows it; the edit comes with the rest, once. */
static void
test_typed_at_once (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  GtkTextBuffer *note = find_note (fixture, PAL_NOTE_SUBJECTIVE);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  gtk_text_buffer_set_text (note, "", -1);
  pal_workbench_flush (bench);
  before = pal_store_list_audit (fixture->bench->store, get_visit (fixture)->id, NULL);
  gtk_text_buffer_insert_at_cursor (note, "S", -1);
  assert_typed (fixture, "subjective=S;");
  gtk_text_buffer_insert_at_cursor (note, "t", -1);
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Room")), "Up");
  assert_typed (fixture, "subjective=St;room=Up;");
  g_assert_cmpstr (get_visit (fixture)->notes[PAL_NOTE_SUBJECTIVE], ==, NULL);

  pal_workbench_flush (bench);
  assert_typed (fixture, "");
  g_assert_cmpstr (get_visit (fixture)->notes[PAL_NOTE_SUBJECTIVE], ==, "St");
  g_assert_cmpstr (get_visit (fixture)->room, ==, "Up");
  after = pal_store_list_audit (fixture->bench->store, get_visit (fixture)->id, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 2);
}

/* What was half typed stays in its field while another part of the visit changes. */
static void
test_typing_not_disturbed (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *note = find_note (fixture, PAL_NOTE_SUBJECTIVE);
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (note, "Half a", -1);
  gtk_spin_button_set_value (find_spin (fixture, "Next visit in weeks"), 5);
  g_object_get (note, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "Half a");
  pal_workbench_flush (fixture->bench->bench);
  g_assert_cmpstr (get_visit (fixture)->notes[PAL_NOTE_SUBJECTIVE], ==, "Half a");
  g_assert_cmpint (get_visit (fixture)->next_weeks, ==, 5);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *type = ADW_COMBO_ROW (find_row (fixture, "Type of visit"));
  AdwComboRow *breathing = ADW_COMBO_ROW (find_row (fixture, "Breathing"));
  PalVocabulary *words = kit_get_vocabulary ();
  const PalTerm *pre = pal_vocabulary_find (words, PAL_TERMS_VISIT_TYPE, "pre-event");

  adw_combo_row_set_selected (type, pre->index + 1);
  g_assert_cmpstr (get_visit (fixture)->type, ==, "pre-event");
  adw_combo_row_set_selected (breathing, 2);
  g_assert_cmpstr (get_visit (fixture)->state.breathing, ==, "restricted");
  adw_combo_row_set_selected (type, 0);
  g_assert_null (get_visit (fixture)->type);
}

static void
test_shoes_flagged (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  const PalVisit *previous = pal_workbench_get_previous_visit (bench);
  PalVisit *visit = pal_workbench_edit_visit (bench);

  g_assert_nonnull (previous->state.shoes);
  pal_visit_set_text (&visit->state.shoes, "Quite another model");
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_true (g_str_has_prefix (get_summary (fixture, "Training"), "Changed: shoes were"));
  g_assert_nonnull (strstr (get_summary (fixture, "Training"), previous->state.shoes));
}

static void
test_complaint_regions (Fixture *fixture, gconstpointer data)
{
  PalComplaintRegions *regions = PAL_COMPLAINT_REGIONS (
      app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_COMPLAINT_REGIONS, NULL, NULL));
  const guint n = get_visit (fixture)->complaint_regions->len;
  g_autoptr (PalVisit) stored = NULL;

  g_assert_true (pal_complaint_regions_add (regions, "soleus", PAL_SIDE_RIGHT));
  /* Twice is once. */
  g_assert_true (pal_complaint_regions_add (regions, "soleus", PAL_SIDE_RIGHT));
  stored = load_visit (fixture);
  g_assert_cmpuint (stored->complaint_regions->len, ==, n + 1);
  pal_workbench_undo (fixture->bench->bench);
  g_assert_cmpuint (get_visit (fixture)->complaint_regions->len, ==, n);
}

static void
test_tests (Fixture *fixture, gconstpointer data)
{
  PalTestsGroup *group = PAL_TESTS_GROUP (
      app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_TESTS_GROUP, NULL, NULL));
  g_autoptr (PalVisit) stored = NULL;
  const PalTestResult *result;
  guint n;

  n = get_visit (fixture)->tests->len;
  g_assert_true (pal_tests_group_record (group, "hip-abductor-strength", PAL_SIDE_LEFT, "4"));
  g_assert_true (pal_tests_group_record (group, "hip-abductor-strength", PAL_SIDE_LEFT, " 3 "));
  g_assert_true (pal_tests_group_record (group, "neck-flexion", PAL_SIDE_MIDLINE, "-7,5"));
  stored = load_visit (fixture);
  g_assert_cmpuint (stored->tests->len, ==, n + 2);
  result = g_ptr_array_index (stored->tests, n);
  g_assert_cmpfloat (result->value, ==, 3);
  result = g_ptr_array_index (stored->tests, n + 1);
  g_assert_cmpfloat (result->value, ==, -7.5);
  g_assert_false (pal_tests_group_record (group, "hip-abductor-strength", PAL_SIDE_LEFT, "6"));
  g_assert_nonnull (pal_tests_group_get_error (group));
  g_assert_false (pal_tests_group_record (group, "neck-flexion", PAL_SIDE_MIDLINE, "far"));
  g_assert_true (pal_tests_group_record (group, "neck-flexion", PAL_SIDE_MIDLINE, ""));
  g_assert_null (pal_tests_group_get_error (group));
  g_assert_cmpuint (get_visit (fixture)->tests->len, ==, n + 1);
}

static void
test_snippets (Fixture *fixture, gconstpointer data)
{
  PalNotesGroup *notes = PAL_NOTES_GROUP (
      app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_NOTES_GROUP, NULL, NULL));
  PalNoteEditor *editor = pal_notes_group_get_editor (notes, PAL_NOTE_OBJECTIVE);
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (pal_note_editor_get_view (editor)));
  g_autoptr (PalVisit) stored = NULL;
  GtkTextIter end, blank;

  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "Seen. ;fi", -1);
  g_assert_true (pal_note_editor_expand (editor));
  /* The first blank is selected, so that typing fills it in. */
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &blank, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&blank), ==, 6);
  pal_workbench_flush (fixture->bench->bench);
  stored = load_visit (fixture);
  g_assert_true (g_str_has_prefix (stored->notes[PAL_NOTE_OBJECTIVE], "Seen. {side} {region}"));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  g_assert_false (pal_note_editor_expand (editor));
}

static void
test_copy_forward (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  PalNotesGroup *notes = PAL_NOTES_GROUP (
      app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_NOTES_GROUP, NULL, NULL));
  PalNoteEditor *editor = pal_notes_group_get_editor (notes, PAL_NOTE_SUBJECTIVE);
  const PalVisit *previous = pal_workbench_get_previous_visit (bench);
  PalVisit *visit = pal_workbench_edit_visit (bench);
  g_autofree char *wanted = NULL;

  g_assert_nonnull (previous->notes[PAL_NOTE_SUBJECTIVE]);
  pal_visit_set_text (&visit->notes[PAL_NOTE_SUBJECTIVE], "Today.");
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  wanted = g_strconcat ("Today.\n", previous->notes[PAL_NOTE_SUBJECTIVE], NULL);
  g_signal_emit_by_name (editor, "copy-asked");
  g_assert_cmpstr (get_visit (fixture)->notes[PAL_NOTE_SUBJECTIVE], ==, wanted);
  pal_workbench_undo (bench);
  g_assert_cmpstr (get_visit (fixture)->notes[PAL_NOTE_SUBJECTIVE], ==, "Today.");
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  PalPlanGroup *plan =
      PAL_PLAN_GROUP (app_find (GTK_WIDGET (fixture->inspector), PAL_TYPE_PLAN_GROUP, NULL, NULL));
  GtkSpinButton *weeks = find_spin (fixture, "Next visit in weeks");

  /* The made-up runner has findings that stay: the usual four weeks are too long. */
  g_assert_nonnull (strstr (pal_plan_group_get_suggestion (plan), "keeps coming back"));
  gtk_spin_button_set_value (weeks, 6);
  g_assert_cmpint (get_visit (fixture)->next_weeks, ==, 6);
  /* The therapist's own choice stays whatever is suggested. */
  kit_wait_until (never, NULL, 20);
  g_assert_cmpint (get_visit (fixture)->next_weeks, ==, 6);
  g_assert_nonnull (strstr (get_summary (fixture, "Plan"), "6"));
  /* Nothing said is not a blank. */
  gtk_spin_button_set_value (weeks, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (weeks)), ==, "–");
}

/* Part of the client, but shown by the same group. */
static void
test_training_import (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  PalTrainingImport *window =
      PAL_TRAINING_IMPORT (pal_training_import_new (GTK_WINDOW (fixture->window), bench));
  const guint n = pal_workbench_get_client (bench)->training_weeks->len;

  pal_training_import_set_text (window, "week;km\n2031-W02;no\n");
  g_assert_true (g_str_has_prefix (pal_training_import_get_outlook (window), "Line 2: "));
  g_assert_false (pal_training_import_add (window));
  pal_training_import_set_text (window, "week;km\n2031-W02;42,5\n2031-W03;50\n");
  g_assert_true (
      g_str_has_prefix (pal_training_import_get_outlook (window), "2 weeks read: 2 new"));
  g_assert_true (pal_training_import_add (window));
  g_assert_cmpuint (pal_workbench_get_client (bench)->training_weeks->len, ==, n + 2);
  gtk_window_destroy (GTK_WINDOW (window));
  pal_workbench_set_undo_scope (bench, PAL_UNDO_SCOPE_CLIENT);
  pal_workbench_undo (bench);
  g_assert_cmpuint (pal_workbench_get_client (bench)->training_weeks->len, ==, n);
}

static void
test_request (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (PalVisit) stored = NULL;
  const PalAreaTime *area;
  PalMark *mark;

  g_assert_true (pal_request_add_area (bench, "lower-leg"));
  g_assert_true (pal_request_add_area (bench, "lower-leg"));
  gtk_spin_button_set_value (find_spin (fixture, "Calf and shin"), 20);
  stored = load_visit (fixture);
  g_assert_cmpuint (stored->request_areas->len, ==, 1);
  area = g_ptr_array_index (stored->request_areas, 0);
  g_assert_cmpint (area->minutes, ==, 20);
  /* What was spent is counted from the marks of that part alone. */
  mark = pal_mark_new ("soleus", PAL_SIDE_LEFT, "tight", 2);
  mark->minutes = 7;
  g_ptr_array_add (stored->marks, mark);
  mark = pal_mark_new ("trapezius-upper", PAL_SIDE_LEFT, "tight", 2);
  mark->minutes = 9;
  g_ptr_array_add (stored->marks, mark);
  g_assert_cmpint (pal_request_count_minutes (stored, kit_get_atlas (), "lower-leg"), ==,
                   7 + pal_request_count_minutes (get_visit (fixture), kit_get_atlas (),
                                                  "lower-leg"));
}

static void
test_red_flags (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  AdwActionRow *row = ADW_ACTION_ROW (find_row (fixture, "Red flags"));
  g_autoptr (PalVisit) stored = NULL;

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Not asked at this visit");
  g_assert_true (pal_screening_finish (bench));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Asked at "));
  g_assert_true (pal_screening_set_flag (bench, "faint-exertion", TRUE));
  g_assert_true (pal_screening_set_flag (bench, "dvt-signs", TRUE));
  stored = load_visit (fixture);
  g_assert_cmpstr (stored->red_flags[0], ==, "dvt-signs");
  g_assert_cmpstr (stored->red_flags[1], ==, "faint-exertion");
  g_assert_cmpint (stored->screened_at, !=, PAL_NO_TIME);
  g_assert_true (pal_screening_set_flag (bench, "dvt-signs", FALSE));
  g_assert_true (pal_screening_set_flag (bench, "faint-exertion", FALSE));
  g_assert_null (get_visit (fixture)->red_flags);
  /* It never blocks. */
  g_assert_true (pal_workbench_get_can_edit (bench));
}

static void
test_alerts_once (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (PalVisitBars) bars = PAL_VISIT_BARS (g_object_ref_sink (pal_visit_bars_new (bench)));
  g_autoptr (PalVisit) stored = NULL;
  PalVisit *visit = pal_workbench_edit_visit (bench);

  visit->alerts_seen = PAL_NO_TIME;
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_nonnull (strstr (pal_visit_bars_get_alerts (bars), "nut oils"));
  g_assert_true (pal_visit_bars_acknowledge (bars));
  g_assert_null (pal_visit_bars_get_alerts (bars));
  stored = load_visit (fixture);
  g_assert_cmpint (stored->alerts_seen, !=, PAL_NO_TIME);
  g_assert_true (pal_workbench_add_visit (bench));
  g_assert_nonnull (pal_visit_bars_get_alerts (bars));
}

static void
mark_chest (PalWorkbench *bench)
{
  PalVisit *visit = pal_workbench_edit_visit (bench);

  pal_visit_put_mark (visit, kit_get_atlas (),
                      pal_mark_new ("pectoralis-major", PAL_SIDE_LEFT, "tight", 1));
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
}

static void
test_consent_once (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (PalVisitBars) bars = PAL_VISIT_BARS (g_object_ref_sink (pal_visit_bars_new (bench)));
  g_autofree char *question = NULL;
  g_autoptr (PalVisit) stored = NULL;
  const PalConsent *consent;

  g_assert_null (pal_visit_bars_get_question (bars));
  mark_chest (bench);
  question = g_strdup (pal_visit_bars_get_question (bars));
  g_assert_nonnull (question);
  g_assert_true (pal_visit_bars_answer (bars, TRUE));
  g_assert_null (pal_visit_bars_get_question (bars));
  stored = load_visit (fixture);
  g_assert_cmpuint (stored->consents->len, ==, 1);
  consent = g_ptr_array_index (stored->consents, 0);
  g_assert_cmpstr (consent->wording, ==, question);
  g_assert_cmpstr (consent->region, ==, "pectoralis-major");
  g_assert_true (consent->given);
}

static void
test_consent_off (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (PalVisitBars) bars = PAL_VISIT_BARS (g_object_ref_sink (pal_visit_bars_new (bench)));

  g_assert_true (
      pal_store_set_setting (fixture->bench->store, PAL_SETTING_ASK_CONSENT, "no", NULL));
  mark_chest (bench);
  g_assert_null (pal_visit_bars_get_question (bars));
}

static void
test_amendment (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autofree char *plan = NULL;
  g_autoptr (PalVisit) stored = NULL;
  const PalAmendment *amendment;

  g_assert_false (pal_amend_visit (bench, "Forgotten", "Was the right side."));
  plan = g_strdup (get_visit (fixture)->notes[PAL_NOTE_PLAN]);
  g_assert_true (pal_workbench_sign_visit (bench));
  g_assert_true (pal_amend_visit (bench, "Forgotten", "Was the right side."));
  stored = load_visit (fixture);
  g_assert_true (stored->is_signed);
  g_assert_cmpstr (stored->notes[PAL_NOTE_PLAN], ==, plan);
  g_assert_cmpuint (stored->amendments->len, ==, 1);
  amendment = g_ptr_array_index (stored->amendments, 0);
  g_assert_cmpstr (amendment->author, ==, "Tester");
  g_assert_cmpstr (amendment->reason, ==, "Forgotten");
  g_assert_nonnull (find_row (fixture, "Was the right side."));
  g_assert_nonnull (find_row (fixture, "Signed and locked"));
  /* An amendment cannot be taken back. */
  pal_workbench_undo (bench);
  g_assert_cmpuint (get_visit (fixture)->amendments->len, ==, 1);
}

static void
test_signed_is_locked (Fixture *fixture, gconstpointer data)
{
  g_assert_true (pal_workbench_sign_visit (fixture->bench->bench));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_spin (fixture, "Stress, 0 to 10"))));
  g_assert_false (gtk_widget_is_sensitive (find_row (fixture, "Room")));
}

/* A preferences window that was closed is gone, and has let go of the practice. */
static void
test_preferences_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *preferences = pal_preferences_new (fixture->bench->bench, settings);

  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  gtk_window_present (GTK_WINDOW (preferences));
  kit_wait_until (never, NULL, 100);
  gtk_window_destroy (GTK_WINDOW (preferences));
  kit_wait_until (never, NULL, 100);
  g_assert_null (preferences);
}

static void
take_window (GtkWindow *window, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);

  gtk_window_present (window);
  kit_wait_until (never, NULL, 800);
  g_assert_true (pal_screenshot_save (window, path, NULL));
}

/* Who scrolls through the inspector changes no number under the pointer. */
static void
assert_no_wheel (GtkWidget *widget, guint *n_spins)
{
  if (GTK_IS_SPIN_BUTTON (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          g_assert_false (GTK_IS_EVENT_CONTROLLER_SCROLL (controller));
        }
      (*n_spins)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_no_wheel (child, n_spins);
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  guint n_spins = 0;

  assert_no_wheel (GTK_WIDGET (fixture->inspector), &n_spins);
  g_assert_cmpuint (n_spins, >, 8);
}

/* The windows that are opened from here and from the menu. */
static void
test_window_pictures (Fixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("PALPATE_TEST_PICTURES");
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GListModel) windows = NULL;
  GtkWidget *preferences;

  if (folder == NULL)
    {
      g_test_skip ("PALPATE_TEST_PICTURES is not set");
      return;
    }
  settings = g_settings_new (APP_ID);
  pal_screening_set_flag (bench, "chest-pain-breathless", TRUE);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture, "Red flags")));
  pal_audit_window_present (GTK_WINDOW (fixture->window), bench);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (GTK_WIDGET (window) == fixture->window)
        continue;
      take_window (window, folder, gtk_window_get_title (window));
      gtk_window_destroy (window);
    }
  preferences = pal_preferences_new (bench, settings);
  take_window (GTK_WINDOW (preferences), folder, "preferences");
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "words");
  take_window (GTK_WINDOW (preferences), folder, "preferences-words");
  gtk_window_destroy (GTK_WINDOW (preferences));
  preferences = pal_training_import_new (GTK_WINDOW (fixture->window), bench);
  pal_training_import_set_text (PAL_TRAINING_IMPORT (preferences), "week;km\n2031-W02;no\n");
  take_window (GTK_WINDOW (preferences), folder, "training-import");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const char *const groups[] = { "Visit", "State of the day", "Training", "Tests", "Notes",
                                        "Plan" };
  const char *folder = g_getenv ("PALPATE_TEST_PICTURES");

  if (folder == NULL)
    {
      g_test_skip ("PALPATE_TEST_PICTURES is not set");
      return;
    }
  for (guint i = 0; i <= G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/inspector-%u.png", folder, i);

      kit_wait_until (never, NULL, 600);
      g_assert_true (pal_screenshot_save (GTK_WINDOW (fixture->window), path, NULL));
      if (i < G_N_ELEMENTS (groups))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (fixture, groups[i])), TRUE);
    }
}

/* As the application does by its resource path. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/palpate/Palpate/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/inspector/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  load_style ();

  ADD ("numbers", test_numbers);
  ADD ("wheel", test_wheel);
  ADD ("unset-is-not-zero", test_unset_is_not_zero);
  ADD ("texts-belong-to-their-visit", test_texts_rest);
  ADD ("typed-at-once", test_typed_at_once);
  ADD ("typing-not-disturbed", test_typing_not_disturbed);
  ADD ("choices", test_choices);
  ADD ("changed-shoes-are-flagged", test_shoes_flagged);
  ADD ("complaint-regions", test_complaint_regions);
  ADD ("tests", test_tests);
  ADD ("snippets", test_snippets);
  ADD ("copy-forward", test_copy_forward);
  ADD ("plan", test_plan);
  ADD ("training-import", test_training_import);
  ADD ("request", test_request);
  ADD ("red-flags", test_red_flags);
  ADD ("alerts-are-acknowledged-once", test_alerts_once);
  ADD ("consent-is-asked-once", test_consent_once);
  ADD ("consent-can-be-off", test_consent_off);
  ADD ("amendment", test_amendment);
  ADD ("signed-is-locked", test_signed_is_locked);
  ADD ("preferences-go", test_preferences_go);
  ADD ("pictures", test_pictures);
  ADD ("window-pictures", test_window_pictures);
  return g_test_run ();
}
