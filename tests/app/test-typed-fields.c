/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of the window while somebody types in them: on disk at every key, an edit when the typing
 * rests, and there again for the next program that opens the file. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-ask.h"
#include "app/pal-client-page.h"
#include "app/pal-inspector.h"
#include "app/pal-tests-group.h"
#include "app/pal-text-field.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *shown;
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
show (Fixture *self, GtkWidget *widget)
{
  self->shown = widget;
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 330, 2300);
  adw_window_set_content (ADW_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_true (kit_wait_until (is_mapped, widget, 10000));
}

static void
hide (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  kit_wait_until (never, NULL, 20);
}

static GtkWidget *
build_inspector (PalWorkbench *workbench)
{
  PalInspector *inspector = g_object_new (PAL_TYPE_INSPECTOR, "width-request", 330, NULL);

  pal_inspector_set_workbench (inspector, workbench);
  return GTK_WIDGET (inspector);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->bench = app_bench_new (8);
  pal_workbench_open_client (self->bench->bench, KIT_RUNNER_ID);
  show (self, build_inspector (self->bench->bench));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hide (self);
  app_bench_free (self->bench);
}

static gboolean
has_title (GtkWidget *row, const char *title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static GtkWidget *
find (Fixture *self, const char *title, GType type)
{
  GtkWidget *row = app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, has_title, title);
  GtkWidget *found = row != NULL ? app_find (row, type, NULL, NULL) : NULL;

  if (found == NULL)
    g_error ("nothing to type in at “%s”", title);
  return found;
}

/* As keys do: one letter after the other, behind what is there. */
static void
type_in (GtkWidget *field, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int end = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (field)), -1);

      gtk_editable_insert_text (GTK_EDITABLE (field), c, (int) (g_utf8_next_char (c) - c), &end);
    }
}

/* The field is emptied, as by selecting all of it. */
static void
type_anew (GtkWidget *field, const char *text)
{
  gtk_widget_grab_focus (field);
  gtk_editable_delete_text (GTK_EDITABLE (field), 0, -1);
  type_in (field, text);
}

static PalVisit *
load_visit (Fixture *self)
{
  return pal_store_get_visit (self->bench->store, pal_workbench_get_visit (self->bench->bench)->id,
                              NULL);
}

/* As a program that is handed the practice gets it. */
static PalVisit *
export_visit (Fixture *self)
{
  g_autoptr (PalClientFile) file =
      pal_store_get_client_file (self->bench->store, KIT_RUNNER_ID, NULL);

  return pal_visit_ref (file->visits->pdata[file->visits->len - 1]);
}

static int
count_audit (Fixture *self)
{
  const char *id = pal_workbench_get_visit (self->bench->bench)->id;
  g_autoptr (GPtrArray) rows = pal_store_list_audit (self->bench->store, id, NULL);

  return (int) rows->len;
}

static guint
count_kept (Fixture *self)
{
  g_autoptr (GPtrArray) typed = pal_store_list_typed (self->bench->store, NULL);

  return typed->len;
}

static gboolean
is_stress (gpointer data)
{
  Fixture *self = data;

  return pal_workbench_get_visit (self->bench->bench)->state.stress == 8 && count_kept (self) == 0;
}

static gboolean
is_hours (gpointer data)
{
  return pal_workbench_get_visit (((Fixture *) data)->bench->bench)->state.sleep_hours == 7;
}

static void
test_number (Fixture *self, gconstpointer data)
{
  GtkWidget *stress = find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;
  const int n_audit = count_audit (self);
  g_autoptr (PalVisit) stored = NULL;
  g_autoptr (PalVisit) exported = NULL;

  g_assert_cmpint (before, !=, 8);
  type_anew (stress, "8");
  /* Not yet an edit, and on disk all the same. */
  stored = load_visit (self);
  g_assert_cmpint (stored->state.stress, ==, before);
  exported = export_visit (self);
  g_assert_cmpint (exported->state.stress, ==, 8);
  g_assert_true (kit_wait_until (is_stress, self, 5000));
  g_assert_cmpint (count_audit (self), ==, n_audit + 1);
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
}

static gboolean
is_ten (gpointer data)
{
  return pal_workbench_get_visit (((Fixture *) data)->bench->bench)->state.stress == 10;
}

static gboolean
is_one (gpointer data)
{
  return pal_workbench_get_visit (((Fixture *) data)->bench->bench)->state.stress == 1;
}

/* Somebody looks up between two digits: still one number, and one step. */
static void
test_number_in_two_goes (Fixture *self, gconstpointer data)
{
  GtkWidget *stress = find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;

  type_anew (stress, "1");
  g_assert_true (kit_wait_until (is_one, self, 5000));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, "1");
  kit_wait_until (never, NULL, 2200);
  type_in (stress, "0");
  g_assert_true (kit_wait_until (is_ten, self, 5000));
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
}

/* "7." is seven, and stays as it is typed: the next digit is on its way. */
static void
test_number_half_typed (Fixture *self, gconstpointer data)
{
  GtkWidget *hours = find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);

  type_anew (hours, "7.");
  g_assert_true (kit_wait_until (is_hours, self, 5000));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "7.");
  type_in (hours, "5");
  gtk_widget_grab_focus (find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, 7.5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "7.5");
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* What cannot stand there changes nothing, is said, and goes when the field is left. */
static void
test_number_refused (Fixture *self, gconstpointer data)
{
  static const char *const wrong[] = { "12", "much", "-2", "1e1", "3.5" };
  GtkWidget *stress = find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;
  g_autofree char *was = g_strdup (gtk_editable_get_text (GTK_EDITABLE (stress)));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (PalVisit) exported = NULL;

      type_anew (stress, wrong[i]);
      exported = export_visit (self);
      g_assert_true (gtk_widget_has_css_class (stress, "error"));
      g_assert_nonnull (gtk_widget_get_tooltip_text (stress));
      /* Of "12" the 1 was a number; it was never put away. */
      g_assert_cmpint (exported->state.stress, ==, before);
      gtk_widget_grab_focus (find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, was);
      g_assert_false (gtk_widget_has_css_class (stress, "error"));
      g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
      g_assert_cmpuint (count_kept (self), ==, 0);
    }
  type_anew (stress, "");
  gtk_widget_grab_focus (find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, PAL_UNSET);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, "–");
}

/* The window goes without a word, as by kill -9, and another one opens the practice. */
static void
open_again (Fixture *self, GtkWidget *(*build) (PalWorkbench *workbench))
{
  g_autoptr (PalStore) store = NULL;
  PalWorkbench *bench;

  store =
      pal_store_open (pal_store_get_path (self->bench->store), PAL_STORE_OPEN_DEFAULT, "Ann", NULL);
  bench = pal_workbench_new (store, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_recover_typed (bench);
  /* Only now: a window that is closed hands in what is typed. */
  hide (self);
  pal_workbench_open_client (bench, KIT_RUNNER_ID);
  g_object_unref (self->bench->bench);
  self->bench->bench = bench;
  g_set_object (&self->bench->store, store);
  show (self, build (bench));
}

static void
test_number_recovered (Fixture *self, gconstpointer data)
{
  type_anew (find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON), "9");
  type_anew (find (self, "Next visit in weeks", GTK_TYPE_SPIN_BUTTON), "3");
  type_anew (find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON), "77");
  pal_workbench_keep_typed (self->bench->bench, pal_workbench_get_visit (self->bench->bench)->id,
                            "rest-days", "4");
  open_again (self, build_inspector);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, 9);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.rest_days, ==, 4);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->next_weeks, ==, 3);
}

/* What was no number yet stands in its field again. */
static void
test_number_waits (Fixture *self, gconstpointer data)
{
  const double before = pal_workbench_get_visit (self->bench->bench)->state.sleep_hours;
  GtkWidget *hours = find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);

  pal_workbench_keep_typed (self->bench->bench, pal_workbench_get_visit (self->bench->bench)->id,
                            "sleep-hours", "77");
  open_again (self, build_inspector);
  hours = find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "77");
  g_assert_true (gtk_widget_has_css_class (hours, "error"));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, before);
  gtk_widget_grab_focus (hours);
  gtk_editable_delete_text (GTK_EDITABLE (hours), 1, -1);
  gtk_widget_grab_focus (find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, 7);
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* Simple tests --------------------------------------------------------------------------------- */

/* The entries of the form by name: "left", "right" or "value". */
static gboolean
has_name (GtkWidget *widget, const char *name)
{
  return g_str_equal (gtk_widget_get_name (widget), name);
}

static GtkWidget *
find_entry (Fixture *self, const char *name)
{
  return app_find (app_find (self->shown, PAL_TYPE_TESTS_GROUP, NULL, NULL), GTK_TYPE_ENTRY,
                   has_name, name);
}

static void
choose_test (Fixture *self, const char *id)
{
  GtkWidget *group = app_find (self->shown, PAL_TYPE_TESTS_GROUP, NULL, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (group, GTK_TYPE_DROP_DOWN, NULL, NULL)),
                              pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_TEST, id)
                                  ->index);
}

static gboolean
has_degrees (gpointer data)
{
  Fixture *self = data;
  GPtrArray *tests = pal_workbench_get_visit (self->bench->bench)->tests;
  const PalTestResult *last = tests->len > 0 ? tests->pdata[tests->len - 1] : NULL;

  return last != NULL && g_str_equal (last->test, "neck-flexion") && last->value == 45;
}

static void
test_result (Fixture *self, gconstpointer data)
{
  const guint n_tests = pal_workbench_get_visit (self->bench->bench)->tests->len;
  const int n_audit = count_audit (self);
  g_autoptr (PalVisit) exported = NULL;

  choose_test (self, "neck-flexion");
  type_anew (find_entry (self, "value"), "45");
  exported = export_visit (self);
  g_assert_cmpuint (exported->tests->len, ==, n_tests + 1);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests);
  g_assert_true (kit_wait_until (has_degrees, self, 5000));
  g_assert_cmpint (count_audit (self), ==, n_audit + 1);
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "value"))), ==, "");
}

/* The program ends within a value: the value, or what is none yet, and the test it is for. */
static void
test_result_recovered (Fixture *self, gconstpointer data)
{
  const guint n_tests = pal_workbench_get_visit (self->bench->bench)->tests->len;
  const PalTestResult *result;

  choose_test (self, "hip-abductor-strength");
  type_anew (find_entry (self, "left"), "4");
  type_anew (find_entry (self, "right"), "7");
  open_again (self, build_inspector);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests + 1);
  result = pal_workbench_get_visit (self->bench->bench)->tests->pdata[n_tests];
  g_assert_cmpstr (result->test, ==, "hip-abductor-strength");
  g_assert_cmpint (result->side, ==, PAL_SIDE_LEFT);
  g_assert_cmpfloat (result->value, ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "left"))), ==, "4");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "right"))), ==, "7");
  type_anew (find_entry (self, "right"), "5");
  gtk_widget_grab_focus (find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests + 2);
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* Amendments ----------------------------------------------------------------------------------- */

static gboolean
find_dialog (gpointer data)
{
  GtkWidget **dialog = data;
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        *dialog = window;
    }
  return *dialog != NULL;
}

static GtkWidget *
await_dialog (void)
{
  GtkWidget *dialog;

  g_assert_true (kit_wait_until (find_dialog, &dialog, 5000));
  return dialog;
}

static GtkWidget *
find_reason (GtkWidget *dialog)
{
  return app_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL);
}

static char *
dup_text (GtkWidget *dialog)
{
  return pal_text_field_dup (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL));
}

static void
press_amend (Fixture *self)
{
  GtkWidget *button = app_find (self->shown, GTK_TYPE_BUTTON, has_name, "amend");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
write_amendment (Fixture *self)
{
  GtkWidget *dialog;

  g_assert_true (pal_workbench_sign_visit (self->bench->bench));
  press_amend (self);
  dialog = await_dialog ();
  type_anew (find_reason (dialog), "Forgotten");
  gtk_widget_grab_focus (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL));
  pal_text_field_set (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL), "Was the right");
}

/* The question is there again with its words; then it is a dated amendment and no more. */
static void
test_amendment_recovered (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) exported = NULL;
  g_autofree char *text = NULL;
  const PalAmendment *amendment;
  GtkWidget *dialog, *old;

  write_amendment (self);
  old = await_dialog ();
  /* Nobody has stood for it yet. */
  exported = export_visit (self);
  g_assert_cmpuint (exported->amendments->len, ==, 0);
  open_again (self, build_inspector);
  kit_wait_until (never, NULL, 100);
  dialog = await_dialog ();
  g_assert_true (dialog != old);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (dialog))), ==, "Forgotten");
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "Was the right");
  pal_text_field_set (app_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL), "Was the right side.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "amend");
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->amendments->len, ==, 1);
  amendment = pal_workbench_get_visit (self->bench->bench)->amendments->pdata[0];
  g_assert_cmpstr (amendment->reason, ==, "Forgotten");
  g_assert_cmpstr (amendment->text, ==, "Was the right side.");
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* Leaving the question is not giving up what was written. */
static void
test_amendment_later (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  write_amendment (self);
  gtk_window_close (GTK_WINDOW (await_dialog ()));
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->amendments->len, ==, 0);
  g_assert_nonnull (app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, has_title,
                              "An amendment is begun and not made yet"));
  kit_wait_until (never, NULL, 100);
  press_amend (self);
  dialog = await_dialog ();
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "Was the right");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  g_assert_null (app_find (self->shown, ADW_TYPE_PREFERENCES_ROW, has_title,
                           "An amendment is begun and not made yet"));
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* The client ----------------------------------------------------------------------------------- */

static void
show_client_page (Fixture *self)
{
  hide (self);
  show (self, pal_client_page_new (self->bench->bench));
}

static const PalClient *
get_client (Fixture *self)
{
  return pal_workbench_get_client (self->bench->bench);
}

static gboolean
is_goal (gpointer data)
{
  return g_strcmp0 (get_client (data)->goal, "Under 40 minutes") == 0 && count_kept (data) == 0;
}

static void
test_client_text (Fixture *self, gconstpointer data)
{
  g_autoptr (PalClientFile) file = NULL;
  g_autofree char *before = NULL;
  GtkWidget *goal;

  show_client_page (self);
  before = g_strdup (get_client (self)->goal);
  goal = find (self, "Goal", ADW_TYPE_ENTRY_ROW);
  type_anew (goal, "Under 40 minutes");
  g_assert_cmpstr (get_client (self)->goal, ==, before);
  file = pal_store_get_client_file (self->bench->store, KIT_RUNNER_ID, NULL);
  g_assert_cmpstr (file->client->goal, ==, "Under 40 minutes");
  g_assert_true (kit_wait_until (is_goal, self, 5000));
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpstr (get_client (self)->goal, ==, before);
}

/* A name that was taken away, half a date and a form that was begun wait in their fields. */
static void
test_client_recovered (Fixture *self, gconstpointer data)
{
  const PalDate born = get_client (self)->born;
  GtkWidget *field;

  show_client_page (self);
  type_anew (find (self, "Phone", ADW_TYPE_ENTRY_ROW), "0123");
  type_anew (find (self, "Given name", ADW_TYPE_ENTRY_ROW), "");
  type_anew (find (self, "Family name", ADW_TYPE_ENTRY_ROW), "");
  type_anew (find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW), "1990-13");
  type_anew (find (self, "Model", ADW_TYPE_ENTRY_ROW), "Racer");
  open_again (self, pal_client_page_new);
  g_assert_cmpstr (get_client (self)->phone, ==, "0123");
  g_assert_nonnull (get_client (self)->family != NULL ? get_client (self)->family
                                                      : get_client (self)->given);
  g_assert_true (get_client (self)->born == born);
  field = find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "1990-13");
  field = find (self, "Model", ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "Racer");
  g_assert_true (adw_expander_row_get_expanded (
      ADW_EXPANDER_ROW (gtk_widget_get_ancestor (field, ADW_TYPE_EXPANDER_ROW))));

  type_anew (find (self, "Born (year-month-day)", ADW_TYPE_ENTRY_ROW), "1990-12-01");
  type_anew (find (self, "Family name", ADW_TYPE_ENTRY_ROW), "Nowak");
  pal_workbench_flush (self->bench->bench);
  g_assert_true (get_client (self)->born == pal_date_new (1990, 12, 1));
  g_assert_cmpstr (get_client (self)->family, ==, "Nowak");
  g_signal_emit_by_name (field, "entry-activated");
  g_assert_cmpstr (((PalShoes *) get_client (self)->shoes->pdata[get_client (self)->shoes->len - 1])
                       ->model,
                   ==, "Racer");
  g_assert_cmpuint (count_kept (self), ==, 0);
}

/* What was begun for one client is not taken for another, and is there when they are back. */
static void
test_form_stays_with_client (Fixture *self, gconstpointer data)
{
  g_autofree char *other = app_bench_add (self->bench, "Ben", NULL);
  GtkWidget *model;

  show_client_page (self);
  model = find (self, "Model", ADW_TYPE_ENTRY_ROW);
  type_anew (model, "Racer");
  pal_workbench_open_client (self->bench->bench, other);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (model)), ==, "");
  pal_workbench_open_client (self->bench->bench, KIT_RUNNER_ID);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (model)), ==, "Racer");
  g_assert_cmpuint (count_kept (self), ==, 1);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **name = data;
  g_autofree char *family = NULL;

  pal_ask_name_finish (result, name, &family, NULL);
}

/* Somebody who is being added has no record yet. */
static void
test_new_client (Fixture *self, gconstpointer data)
{
  g_autofree char *name = NULL;
  GtkWidget *dialog;

  pal_ask_name_async (GTK_WINDOW (self->window), self->bench->bench, NULL, named_cb, &name);
  dialog = await_dialog ();
  type_anew (find_reason (dialog), "Ana");
  g_assert_true (pal_ask_name_is_begun (self->bench->bench));
  open_again (self, build_inspector);
  kit_wait_until (never, NULL, 100);
  g_assert_true (pal_ask_name_is_begun (self->bench->bench));
  g_clear_pointer (&name, g_free);
  pal_ask_name_async (GTK_WINDOW (self->window), self->bench->bench, NULL, named_cb, &name);
  dialog = await_dialog ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (dialog))), ==, "Ana");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "create");
  kit_wait_until (never, NULL, 100);
  g_assert_cmpstr (name, ==, "Ana");
  g_assert_cmpuint (count_kept (self), ==, 0);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/app/typed-fields/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("number", test_number);
  ADD ("number-in-two-goes", test_number_in_two_goes);
  ADD ("number-half-typed", test_number_half_typed);
  ADD ("number-refused", test_number_refused);
  ADD ("number-recovered", test_number_recovered);
  ADD ("number-waits", test_number_waits);
  ADD ("result", test_result);
  ADD ("result-recovered", test_result_recovered);
  ADD ("client-text", test_client_text);
  ADD ("client-recovered", test_client_recovered);
  ADD ("form-stays-with-client", test_form_stays_with_client);
  ADD ("new-client", test_new_client);
  ADD ("amendment-recovered", test_amendment_recovered);
  ADD ("amendment-later", test_amendment_later);
#undef ADD
  return g_test_run ();
}
