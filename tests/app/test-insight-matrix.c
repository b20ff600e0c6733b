/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix, the baseline and the balance of the Insights page: walking by keyboard and opening a
 * visit, the therapist's word on a baseline and taking it back, one light for all, and what a
 * client without visits sees. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "insight-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-balance-view.h"
#include "app/pal-baseline-view.h"
#include "app/pal-evidence-button.h"
#include "app/pal-heat-view.h"
#include "app/pal-highlight.h"
#include "app/pal-insights-page.h"
#include "app/pal-load-view.h"
#include "app/pal-insight-filter-bar.h"
#include "app/pal-matrix-grid-private.h"
#include "app/pal-matrix-view.h"
#include "app/pal-patterns-view.h"
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
  g_assert_true (app_press (grid, GDK_KEY_Left, 0));
  g_assert_true (app_press (grid, GDK_KEY_Left, 0));
  g_assert_true (app_press (grid, GDK_KEY_Home, 0));
  g_assert_true (app_press (grid, GDK_KEY_Left, 0)); /* not beyond the first */
  g_assert_true (app_press (grid, GDK_KEY_End, 0));
  g_assert_true (app_press (grid, GDK_KEY_Return, 0));
  g_assert_cmpstr (pal_workbench_get_visit (fixture->bench->bench)->id, ==, newest->id);

  g_assert_true (app_press (grid, GDK_KEY_Home, 0));
  g_assert_true (app_press (grid, GDK_KEY_Return, 0));
  const PalVisit *first = g_ptr_array_index (pal_workbench_get_visits (fixture->bench->bench), 0);
  g_assert_cmpstr (pal_workbench_get_visit (fixture->bench->bench)->id, ==, first->id);
  g_assert_false (app_press (grid, GDK_KEY_a, 0));
}

static void
test_spoken (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *grid = insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL);
  g_assert_true (gtk_widget_grab_focus (grid));
  g_assert_true (app_press (grid, GDK_KEY_Home, 0));
  assert_spoken (grid,
                 "Left iliotibial band, middle third, Monday 1 September 2025: Severe "
                 "(signed, charted by M. Okafor)\n"
                 "Persistent, seen at 12 of 12 visits, every time since 15 Sep 2025, steady.\n"
                 "Chance that it is there at more than one visit in three: 99 %.");
}

/* Scrolled into the lines, the days stand at the top of what is in sight, and what lies under them
 * is not pointed at. */
static void
test_head (InsightFixture *fixture, gconstpointer data)
{
  PalMatrixGrid *grid = PAL_MATRIX_GRID (insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (grid), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *page = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_point_t top;
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (grid), scroller, &GRAPHENE_POINT_INIT (0, 0), &top));

  g_assert_cmpfloat (grid->head_y, ==, 0);
  const double cell_x = grid->geometry.cells_x + 5;
  g_assert_cmpint (pal_matrix_grid_pick (grid, cell_x, 130).line, >=, 0);
  gtk_adjustment_set_value (page, top.y + 100);
  insight_settle ();
  g_assert_cmpfloat_with_epsilon (grid->head_y, 100, 1);
  g_assert_cmpint (pal_matrix_grid_pick (grid, cell_x, 130).line, ==, -1);
  g_assert_cmpint (pal_matrix_grid_pick (grid, cell_x, 130).visit, ==, 0);
  gtk_adjustment_set_value (page, 0);
  insight_settle ();
  g_assert_cmpfloat (grid->head_y, ==, 0);
}

static guint
count_structures (PalMatrixGrid *grid)
{
  guint n = 0;
  for (guint i = 0; i < grid->sheet->lines->len; i++)
    n += ((const PalMatrixLine *) g_ptr_array_index (grid->sheet->lines, i))->structure != NULL;
  return n;
}

/* Grouped by structure, and only of one part of the body: fewer rows, chosen once for all. */
static void
test_rows (InsightFixture *fixture, gconstpointer data)
{
  PalMatrixGrid *grid = PAL_MATRIX_GRID (insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL));
  GtkWidget *group =
      insight_find_in (fixture, PAL_TYPE_MATRIX_VIEW, GTK_TYPE_TOGGLE_BUTTON, "Group rows");
  GtkWidget *bar = insight_find (fixture->page, PAL_TYPE_INSIGHT_FILTER_BAR, NULL);
  const guint n_regions = grid->sheet->lines->len;

  g_assert_cmpuint (count_structures (grid), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (group), TRUE);
  g_assert_cmpuint (count_structures (grid), >, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (group), FALSE);
  g_assert_cmpuint (grid->sheet->lines->len, ==, n_regions);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_last_child (bar)), 1);
  insight_settle ();
  g_assert_cmpuint (grid->sheet->lines->len, <, n_regions);
  guint n_headings = 0;
  for (guint i = 0; i < grid->sheet->lines->len; i++)
    n_headings +=
        ((const PalMatrixLine *) g_ptr_array_index (grid->sheet->lines, i))->group != NULL;
  g_assert_cmpuint (n_headings, ==, 1);
}

static gboolean
fits (gpointer scroller)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  return gtk_adjustment_get_page_size (across) <= 360 &&
         gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across);
}

/* No section needs more than a phone has, or all of them would be cut at its edge. */
static void
test_phone (InsightFixture *fixture, gconstpointer data)
{
  const GType sections[] = { PAL_TYPE_INSIGHT_FILTER_BAR, PAL_TYPE_MATRIX_VIEW,
                             PAL_TYPE_HEAT_VIEW,          PAL_TYPE_BASELINE_VIEW,
                             PAL_TYPE_BALANCE_VIEW,       PAL_TYPE_PATTERNS_VIEW,
                             PAL_TYPE_LOAD_VIEW };
  pal_patterns_view_set_narrow (PAL_PATTERNS_VIEW (
                                    insight_find (fixture->page, PAL_TYPE_PATTERNS_VIEW, NULL)),
                                TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *section = insight_find (fixture->page, sections[i], NULL);
      int minimum;
      gtk_widget_measure (section, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d pixels", G_OBJECT_TYPE_NAME (section), minimum);
      g_assert_cmpint (minimum, <=, 336);
    }

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  GtkWidget *grid = insight_find (fixture->page, PAL_TYPE_MATRIX_GRID, NULL);
  GtkWidget *scroller = gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (kit_wait_until (fits, scroller, 5000));
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
  ADD ("/app/insights/matrix/head", test_head);
  ADD ("/app/insights/phone", test_phone);
  ADD ("/app/insights/matrix/rows", test_rows);
  ADD ("/app/insights/balance", test_balance);
  ADD ("/app/insights/too-few", test_too_few);
  return g_test_run ();
}
