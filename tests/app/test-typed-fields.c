/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and results of tests while somebody types them: on disk at every key, an edit when the
 * typing rests, and there again for the next program that opens the file. */

#include "config.h"

#include "app/pal-app-init.h"
#include "app/pal-tests-group.h"
#include "tests/kit/kit-start.h"
#include "typed-kit.h"

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
is_stress (gpointer data)
{
  TypedField *self = data;

  return pal_workbench_get_visit (self->bench->bench)->state.stress == 8 &&
         typed_count_kept (self) == 0;
}

static gboolean
is_hours (gpointer data)
{
  return pal_workbench_get_visit (((TypedField *) data)->bench->bench)->state.sleep_hours == 7;
}

static void
test_number (TypedField *self, gconstpointer data)
{
  GtkWidget *stress = typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;
  const int n_audit = typed_count_audit (self);
  g_autoptr (PalVisit) stored = NULL;
  g_autoptr (PalVisit) exported = NULL;

  g_assert_cmpint (before, !=, 8);
  typed_type_anew (stress, "8");
  /* Not yet an edit, and on disk all the same. */
  stored = typed_load_visit (self);
  g_assert_cmpint (stored->state.stress, ==, before);
  exported = typed_export_visit (self);
  g_assert_cmpint (exported->state.stress, ==, 8);
  g_assert_true (kit_wait_until (is_stress, self, 5000));
  g_assert_cmpint (typed_count_audit (self), ==, n_audit + 1);
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
}

static gboolean
is_ten (gpointer data)
{
  return pal_workbench_get_visit (((TypedField *) data)->bench->bench)->state.stress == 10;
}

static gboolean
is_one (gpointer data)
{
  return pal_workbench_get_visit (((TypedField *) data)->bench->bench)->state.stress == 1;
}

/* Somebody looks up between two digits: still one number, and one step. */
static void
test_number_in_two_goes (TypedField *self, gconstpointer data)
{
  GtkWidget *stress = typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;

  typed_type_anew (stress, "1");
  g_assert_true (kit_wait_until (is_one, self, 5000));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, "1");
  kit_wait_until (never, NULL, 2200);
  typed_type_in (stress, "0");
  g_assert_true (kit_wait_until (is_ten, self, 5000));
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
}

/* "7." is seven, and stays as it is typed: the next digit is on its way. */
static void
test_number_half_typed (TypedField *self, gconstpointer data)
{
  GtkWidget *hours = typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);

  typed_type_anew (hours, "7.");
  g_assert_true (kit_wait_until (is_hours, self, 5000));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "7.");
  typed_type_in (hours, "5");
  gtk_widget_grab_focus (typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, 7.5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "7.5");
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

/* What cannot stand there changes nothing, is said, and goes when the field is left. */
static void
test_number_refused (TypedField *self, gconstpointer data)
{
  static const char *const wrong[] = { "12", "much", "-2", "1e1", "3.5" };
  GtkWidget *stress = typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON);
  const int before = pal_workbench_get_visit (self->bench->bench)->state.stress;
  g_autofree char *was = g_strdup (gtk_editable_get_text (GTK_EDITABLE (stress)));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (PalVisit) exported = NULL;

      typed_type_anew (stress, wrong[i]);
      exported = typed_export_visit (self);
      g_assert_true (gtk_widget_has_css_class (stress, "error"));
      g_assert_nonnull (gtk_widget_get_tooltip_text (stress));
      /* Of "12" the 1 was a number; it was never put away. */
      g_assert_cmpint (exported->state.stress, ==, before);
      gtk_widget_grab_focus (typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, was);
      g_assert_false (gtk_widget_has_css_class (stress, "error"));
      g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, before);
      g_assert_cmpuint (typed_count_kept (self), ==, 0);
    }
  typed_type_anew (stress, "");
  gtk_widget_grab_focus (typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, PAL_UNSET);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (stress)), ==, "–");
}

static void
test_number_recovered (TypedField *self, gconstpointer data)
{
  typed_type_anew (typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON), "9");
  typed_type_anew (typed_find (self, "Next visit in weeks", GTK_TYPE_SPIN_BUTTON), "3");
  typed_type_anew (typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON), "77");
  pal_workbench_keep_typed (self->bench->bench, pal_workbench_get_visit (self->bench->bench)->id,
                            "rest-days", "4");
  typed_open_again (self, typed_build_inspector);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.stress, ==, 9);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->state.rest_days, ==, 4);
  g_assert_cmpint (pal_workbench_get_visit (self->bench->bench)->next_weeks, ==, 3);
}

/* What was no number yet stands in its field again. */
static void
test_number_waits (TypedField *self, gconstpointer data)
{
  const double before = pal_workbench_get_visit (self->bench->bench)->state.sleep_hours;
  GtkWidget *hours = typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);

  pal_workbench_keep_typed (self->bench->bench, pal_workbench_get_visit (self->bench->bench)->id,
                            "sleep-hours", "77");
  typed_open_again (self, typed_build_inspector);
  hours = typed_find (self, "Sleep, hours", GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ==, "77");
  g_assert_true (gtk_widget_has_css_class (hours, "error"));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, before);
  gtk_widget_grab_focus (hours);
  gtk_editable_delete_text (GTK_EDITABLE (hours), 1, -1);
  gtk_widget_grab_focus (typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpfloat (pal_workbench_get_visit (self->bench->bench)->state.sleep_hours, ==, 7);
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

/* Simple tests --------------------------------------------------------------------------------- */

static GtkWidget *
find_entry (TypedField *self, const char *name)
{
  return app_find (app_find (self->shown, PAL_TYPE_TESTS_GROUP, NULL, NULL), GTK_TYPE_ENTRY,
                   typed_has_name, name);
}

static void
choose_test (TypedField *self, const char *id)
{
  GtkWidget *group = app_find (self->shown, PAL_TYPE_TESTS_GROUP, NULL, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (group, GTK_TYPE_DROP_DOWN, NULL, NULL)),
                              pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_TEST, id)
                                  ->index);
}

static gboolean
has_degrees (gpointer data)
{
  TypedField *self = data;
  GPtrArray *tests = pal_workbench_get_visit (self->bench->bench)->tests;
  const PalTestResult *last = tests->len > 0 ? tests->pdata[tests->len - 1] : NULL;

  return last != NULL && g_str_equal (last->test, "neck-flexion") && last->value == 45;
}

static void
test_result (TypedField *self, gconstpointer data)
{
  const guint n_tests = pal_workbench_get_visit (self->bench->bench)->tests->len;
  const int n_audit = typed_count_audit (self);
  g_autoptr (PalVisit) exported = NULL;

  choose_test (self, "neck-flexion");
  typed_type_anew (find_entry (self, "value"), "45");
  exported = typed_export_visit (self);
  g_assert_cmpuint (exported->tests->len, ==, n_tests + 1);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests);
  g_assert_true (kit_wait_until (has_degrees, self, 5000));
  g_assert_cmpint (typed_count_audit (self), ==, n_audit + 1);
  pal_workbench_undo (self->bench->bench);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "value"))), ==, "");
}

/* The program ends within a value: the value, or what is none yet, and the test it is for. */
static void
test_result_recovered (TypedField *self, gconstpointer data)
{
  const guint n_tests = pal_workbench_get_visit (self->bench->bench)->tests->len;
  const PalTestResult *result;

  choose_test (self, "hip-abductor-strength");
  typed_type_anew (find_entry (self, "left"), "4");
  typed_type_anew (find_entry (self, "right"), "7");
  typed_open_again (self, typed_build_inspector);
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests + 1);
  result = pal_workbench_get_visit (self->bench->bench)->tests->pdata[n_tests];
  g_assert_cmpstr (result->test, ==, "hip-abductor-strength");
  g_assert_cmpint (result->side, ==, PAL_SIDE_LEFT);
  g_assert_cmpfloat (result->value, ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "left"))), ==, "4");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "right"))), ==, "7");
  typed_type_anew (find_entry (self, "right"), "5");
  gtk_widget_grab_focus (typed_find (self, "Stress, 0 to 10", GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpuint (pal_workbench_get_visit (self->bench->bench)->tests->len, ==, n_tests + 2);
  g_assert_cmpuint (typed_count_kept (self), ==, 0);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/app/typed-fields/" name, TypedField, NULL, typed_set_up, test, typed_tear_down)
  ADD ("number", test_number);
  ADD ("number-in-two-goes", test_number_in_two_goes);
  ADD ("number-half-typed", test_number_half_typed);
  ADD ("number-refused", test_number_refused);
  ADD ("number-recovered", test_number_recovered);
  ADD ("number-waits", test_number_waits);
  ADD ("result", test_result);
  ADD ("result-recovered", test_result_recovered);
#undef ADD
  return g_test_run ();
}
