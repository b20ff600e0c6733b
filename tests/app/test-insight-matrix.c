/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix, the baseline and the balance of the Insights page: walking by keyboard and opening a
 * visit, the therapist's word on a baseline and taking it back, one light for all, and what a
 * client without visits sees. */

#include "config.h"

#include <adwaita.h>

#include "insight-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-balance-view.h"
#include "app/pal-baseline-view.h"
#include "app/pal-evidence-button.h"
#include "app/pal-highlight.h"
#include "app/pal-insights-page.h"
#include "app/pal-matrix-grid.h"
#include "tests/kit/kit-start.h"

/* Baseline --------------------------------------------------------------------------------------
 */

static guint
count_words (InsightFixture *fixture, gboolean confirmed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalClient) client =
      pal_store_get_client (fixture->bench->store, KIT_RUNNER_ID, &error);
  guint n = 0;
  g_assert_no_error (error);
  for (guint i = 0; i < client->baseline->len; i++)
    n +=
        ((const PalBaselineWord *) g_ptr_array_index (client->baseline, i))->confirmed == confirmed;
  return n;
}

static void
click (InsightFixture *fixture, const char *label)
{
  GtkWidget *button = insight_find_in (fixture, PAL_TYPE_BASELINE_VIEW, GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  insight_settle ();
}

/* On disk at once, and Undo makes it a question again. */
static void
test_confirm (InsightFixture *fixture, gconstpointer data)
{
  click (fixture, "Confirm");
  g_assert_cmpuint (count_words (fixture, TRUE), ==, 1);
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_BASELINE_VIEW, GTK_TYPE_LABEL, "Confirmed"));
  pal_workbench_undo (fixture->bench->bench);
  insight_settle ();
  g_assert_cmpuint (count_words (fixture, TRUE), ==, 0);
  g_assert_null (insight_find_in (fixture, PAL_TYPE_BASELINE_VIEW, GTK_TYPE_LABEL, "Confirmed"));
}

static void
test_refuse_and_take_back (InsightFixture *fixture, gconstpointer data)
{
  click (fixture, "Refuse");
  g_assert_cmpuint (count_words (fixture, FALSE), ==, 1);
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_BASELINE_VIEW, GTK_TYPE_LABEL, "Refused"));
  click (fixture, "Take Back");
  g_assert_cmpuint (count_words (fixture, FALSE), ==, 0);
}

/* Matrix ----------------------------------------------------------------------------------------
 */

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

/* What is walked to is said by the widget that has the focus. */
static void
assert_spoken (GtkWidget *grid, const char *text)
{
  GtkWidget *cursor = gtk_widget_get_focus_child (grid);
  g_assert_nonnull (cursor);
  gtk_test_accessible_assert_property (cursor, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* The runner's left ITB is marked at every visit and stands first; the newest visit, a
 * draft, is where the keyboard begins. */
static void
test_walk (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *grid = insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL);
  const PalVisit *newest =
      g_ptr_array_index (pal_workbench_get_visits (fixture->bench->bench), INSIGHT_N_VISITS - 1);
  g_assert_true (gtk_widget_grab_focus (grid));
  g_assert_true (press (grid, GDK_KEY_Left));
  g_assert_true (press (grid, GDK_KEY_Left));
  g_assert_true (press (grid, GDK_KEY_Home));
  g_assert_true (press (grid, GDK_KEY_Left)); /* not beyond the first */
  g_assert_true (press (grid, GDK_KEY_End));
  g_assert_true (press (grid, GDK_KEY_Return));
  g_assert_cmpstr (pal_workbench_get_visit (fixture->bench->bench)->id, ==, newest->id);

  g_assert_true (press (grid, GDK_KEY_Home));
  g_assert_true (press (grid, GDK_KEY_Return));
  const PalVisit *first = g_ptr_array_index (pal_workbench_get_visits (fixture->bench->bench), 0);
  g_assert_cmpstr (pal_workbench_get_visit (fixture->bench->bench)->id, ==, first->id);
  g_assert_false (press (grid, GDK_KEY_a));
}

static void
test_spoken (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *grid = insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL);
  g_assert_true (gtk_widget_grab_focus (grid));
  g_assert_true (press (grid, GDK_KEY_Home));
  assert_spoken (grid,
                 "Left iliotibial band, middle third, Monday 1 September 2025: Severe "
                 "(signed, charted by M. Okafor)\n"
                 "Persistent, seen at 12 of 12 visits, every time since 15 Sep 2025, steady.\n"
                 "Chance that it is there at more than one visit in three: 99 %.");
}

/* Light -----------------------------------------------------------------------------------------
 */

static void
changed_cb (PalHighlight *highlight, guint *n)
{
  (*n)++;
}

static void
test_highlight (void)
{
  g_autoptr (PalHighlight) highlight = pal_highlight_new ();
  guint n = 0;
  g_signal_connect (highlight, "changed", G_CALLBACK (changed_cb), &n);

  pal_highlight_set (highlight, "itb-mid", PAL_SIDE_LEFT, NULL);
  pal_highlight_set (highlight, "itb-mid", PAL_SIDE_LEFT, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (pal_highlight_is_region (highlight, "itb-mid", PAL_SIDE_LEFT));
  g_assert_false (pal_highlight_is_region (highlight, "itb-mid", PAL_SIDE_RIGHT));
  pal_highlight_set (highlight, pal_highlight_get_region (highlight), PAL_SIDE_LEFT, "visit");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (pal_highlight_get_region (highlight), ==, "itb-mid");
  pal_highlight_clear (highlight);
  pal_highlight_clear (highlight);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (pal_highlight_get_region (highlight));
}

/* Balance and basis -----------------------------------------------------------------------------
 */

static void
test_balance (InsightFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_BALANCE_VIEW, GTK_TYPE_LABEL, "worth checking"));
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_BALANCE_VIEW, GTK_TYPE_LABEL, "12 visits"));
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_BALANCE_VIEW, PAL_TYPE_EVIDENCE_BUTTON, NULL));
}

static void
test_too_few (InsightFixture *fixture, gconstpointer data)
{
  g_autofree char *id = app_bench_add (fixture->bench, "Nova", "Neu");
  pal_workbench_open_client (fixture->bench->bench, id);
  insight_settle ();
  GtkWidget *nothing = insight_find (fixture->page, ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_nonnull (nothing);
  g_assert_true (gtk_widget_get_child_visible (nothing));
  g_assert_true (pal_workbench_add_visit (fixture->bench->bench));
  insight_settle ();
  g_assert_false (gtk_widget_get_child_visible (nothing));
  g_assert_nonnull (insight_find (fixture->page, GTK_TYPE_LABEL, "too few visits to tell"));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  g_test_add_func ("/app/highlight", test_highlight);
#define ADD(path, test)                                                                            \
  g_test_add (path, InsightFixture, NULL, insight_set_up, test, insight_tear_down)
  ADD ("/app/insights/baseline/confirm", test_confirm);
  ADD ("/app/insights/baseline/refuse", test_refuse_and_take_back);
  ADD ("/app/insights/matrix/walk", test_walk);
  ADD ("/app/insights/matrix/spoken", test_spoken);
  ADD ("/app/insights/balance", test_balance);
  ADD ("/app/insights/too-few", test_too_few);
  return g_test_run ();
}
