/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heat map, the patterns and the training of the Insights page: spans and scopes, what goes on
 * the list for next time and comes off again, weeks by keyboard, one light for all. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "insight-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-check-next-list.h"
#include "app/pal-balance-view.h"
#include "app/pal-baseline-view.h"
#include "app/pal-body-stage.h"
#include "app/pal-evidence-button.h"
#include "app/pal-heat-view.h"
#include "app/pal-insight-filter-bar.h"
#include "app/pal-insights-page.h"
#include "app/pal-load-view.h"
#include "app/pal-patterns-view.h"
#include "tests/kit/kit-start.h"

/* Heat map ------------------------------------------------------------------------------------- */

static void
test_span (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *span = insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_DROP_DOWN, NULL);

  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "12 visits, "));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (span), 4); /* all visits */
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "13 visits, "));
  g_assert_null (insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "12 visits, "));
  /* Visits are a fortnight apart: three months hold seven of them. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (span), 1);
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "7 visits, "));
}

static void
test_scope (InsightFixture *fixture, gconstpointer data)
{
  const PalClient *client = pal_workbench_get_client (fixture->bench->bench);
  GtkWidget *scope =
      insight_find_in (fixture, PAL_TYPE_INSIGHT_FILTER_BAR, GTK_TYPE_TOGGLE_BUTTON, "Complaint");

  g_assert_cmpuint (client->baseline->len, ==, 0);
  g_assert_nonnull (scope);
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "Left calf, inner"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (scope), TRUE);
  g_assert_null (insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "Left calf, inner"));
}

/* What the tones rest on stands beside them on demand, and the key says how to read it. */
static void
test_numbers (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *stage = insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, PAL_TYPE_BODY_STAGE, NULL);
  GtkWidget *numbers =
      insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_TOGGLE_BUTTON, "Numbers");
  GtkWidget *key = insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "10/12: marked");

  g_assert_false (pal_body_stage_get_names (PAL_BODY_STAGE (stage)));
  g_assert_false (gtk_widget_get_visible (key));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (numbers), TRUE);
  g_assert_true (pal_body_stage_get_names (PAL_BODY_STAGE (stage)));
  g_assert_true (gtk_widget_get_visible (key));
}

static gboolean
shows (InsightFixture *fixture, GType section, const char *words)
{
  return insight_find_in (fixture, section, GTK_TYPE_LABEL, words) != NULL;
}

/* Linked ----------------------------------------------------------------------------------------
 */

static void
emit_pointer (GtkWidget *widget, const char *signal)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      if (g_str_equal (signal, "enter"))
        g_signal_emit_by_name (controller, signal, 1.0, 1.0);
      else
        g_signal_emit_by_name (controller, signal);
    }
}

/* The row of a section that tells of a region: what lights up around its name. */
static gboolean
is_lit (InsightFixture *fixture, GType section, const char *name)
{
  GtkWidget *widget = insight_find_in (fixture, section, GTK_TYPE_LABEL, name);
  for (; widget != NULL && G_OBJECT_TYPE (widget) != section;
       widget = gtk_widget_get_parent (widget))
    if (gtk_widget_has_css_class (widget, "pal-lit") ||
        gtk_widget_has_css_class (widget, "pal-pointed"))
      return TRUE;
  return FALSE;
}

/* Pointed at in the list of the heat map, a region lights in every section, and goes out again. */
static void
test_linked (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *name = insight_find_in (fixture, PAL_TYPE_HEAT_VIEW, GTK_TYPE_LABEL, "Left ITB mid");
  GtkWidget *row = gtk_widget_get_ancestor (name, GTK_TYPE_FLOW_BOX_CHILD);

  g_assert_false (is_lit (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  emit_pointer (row, "enter");
  g_assert_true (is_lit (fixture, PAL_TYPE_HEAT_VIEW, "Left ITB mid"));
  g_assert_true (is_lit (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  g_assert_true (is_lit (fixture, PAL_TYPE_BASELINE_VIEW, "Left ITB mid"));
  g_assert_true (is_lit (fixture, PAL_TYPE_PATTERNS_VIEW, "Iliotibial band"));
  g_assert_true (shows (fixture, PAL_TYPE_HEAT_VIEW, "Left iliotibial band, middle third: "));

  emit_pointer (row, "leave");
  g_assert_false (is_lit (fixture, PAL_TYPE_HEAT_VIEW, "Left ITB mid"));
  g_assert_false (is_lit (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  g_assert_false (is_lit (fixture, PAL_TYPE_BASELINE_VIEW, "Left ITB mid"));
  g_assert_false (is_lit (fixture, PAL_TYPE_PATTERNS_VIEW, "Iliotibial band"));

  /* A row of a pair lights for either side. */
  name = insight_find_in (fixture, PAL_TYPE_BASELINE_VIEW, GTK_TYPE_LABEL, "Left ITB mid");
  while (!gtk_widget_has_css_class (name, "pal-linked"))
    name = gtk_widget_get_parent (name);
  emit_pointer (name, "enter");
  g_assert_true (is_lit (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  emit_pointer (name, "leave");
}

/* Filter --------------------------------------------------------------------------------------- */

static gboolean
has_item (GtkWidget *widget, const char *name)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);
      if (g_str_equal (gtk_string_object_get_string (item), name))
        return TRUE;
    }
  return FALSE;
}

/* Chooses @name where it is offered: of kinds or of parts of the body. */
static void
choose (InsightFixture *fixture, const char *name)
{
  GtkWidget *drop_down = app_find (insight_find (fixture->page, PAL_TYPE_INSIGHT_FILTER_BAR, NULL),
                                   GTK_TYPE_DROP_DOWN, has_item, name);
  g_assert_nonnull (drop_down);
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);
      if (g_str_equal (gtk_string_object_get_string (item), name))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }
}

static gboolean
offers_region (InsightFixture *fixture, const char *name)
{
  return has_item (insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_DROP_DOWN, NULL), name);
}

/* One part of the body: its pairs, its baseline, patterns that run through it, its regions beside
 * the training. */
static void
test_filter_group (InsightFixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  g_assert_true (shows (fixture, PAL_TYPE_BASELINE_VIEW, "Left ITB mid"));
  g_assert_true (offers_region (fixture, "Left iliotibial band, middle third"));

  choose (fixture, "Calf and shin");
  g_assert_false (shows (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  g_assert_true (shows (fixture, PAL_TYPE_BALANCE_VIEW, "Calf, inner"));
  g_assert_false (shows (fixture, PAL_TYPE_BASELINE_VIEW, "Left ITB mid"));
  g_assert_true (shows (fixture, PAL_TYPE_BASELINE_VIEW, "Left calf, inner"));
  g_assert_true (shows (fixture, PAL_TYPE_PATTERNS_VIEW, "ITB chain, left"));
  g_assert_false (offers_region (fixture, "Left iliotibial band, middle third"));
  g_assert_true (offers_region (fixture, "Left gastrocnemius, medial head"));

  choose (fixture, "Shoulder");
  g_assert_false (shows (fixture, PAL_TYPE_PATTERNS_VIEW, "ITB chain, left"));
  g_assert_true (shows (fixture, PAL_TYPE_PATTERNS_VIEW, "Nothing of that kind there."));
  g_assert_true (shows (fixture, PAL_TYPE_BASELINE_VIEW, "Nothing of that kind there."));

  choose (fixture, "Whole body");
  g_assert_true (shows (fixture, PAL_TYPE_PATTERNS_VIEW, "ITB chain, left"));
  g_assert_true (shows (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
}

/* One kind: the bars count it alone, and say so; the chart shows its severity. */
static void
test_filter_kind (InsightFixture *fixture, gconstpointer data)
{
  choose (fixture, "Trigger point");
  g_assert_true (shows (fixture, PAL_TYPE_BALANCE_VIEW, "Counted here: Trigger point."));
  g_assert_true (shows (fixture, PAL_TYPE_BALANCE_VIEW, "Tib anterior"));
  g_assert_false (shows (fixture, PAL_TYPE_BALANCE_VIEW, "ITB mid"));
  g_assert_false (shows (fixture, PAL_TYPE_BASELINE_VIEW, "Left ITB mid"));
  g_assert_true (shows (fixture, PAL_TYPE_PATTERNS_VIEW, "counted over all findings"));
  g_assert_true (offers_region (fixture, "Left tibialis anterior"));
  g_assert_false (offers_region (fixture, "Left gastrocnemius, medial head"));
  /* The week of the first visit, two after the first that was trained in. */
  GtkWidget *chart = insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, PAL_TYPE_LOAD_CHART, NULL);
  g_assert_true (app_press (chart, GDK_KEY_Home, 0));
  g_assert_true (app_press (chart, GDK_KEY_Right, 0));
  g_assert_true (app_press (chart, GDK_KEY_Right, 0));
  g_assert_true (shows (fixture, PAL_TYPE_LOAD_VIEW, "Left tib anterior, Trigger point, Mild"));
}

/* Patterns ------------------------------------------------------------------------------------- */

static guint
count_checks (InsightFixture *fixture)
{
  return pal_workbench_get_client (fixture->bench->bench)->check_next->len;
}

static gboolean
has_checks (gpointer data)
{
  return count_checks (data) > 0;
}

static gboolean
has_no_checks (gpointer data)
{
  return count_checks (data) == 0;
}

/* The visit that is open looks at the low back no more. */
static void
leave_out_low_back (InsightFixture *fixture)
{
  PalWorkbench *bench = fixture->bench->bench;
  PalVisit *visit = pal_workbench_edit_visit (bench);
  const PalGroup *group = pal_atlas_find_group (kit_get_atlas (), "low-back");

  g_assert_nonnull (visit);
  g_assert_nonnull (group);
  for (guint i = visit->marks->len; i > 0; i--)
    {
      const PalMark *mark = visit->marks->pdata[i - 1];
      if (pal_atlas_find_region (kit_get_atlas (), mark->region)->group == group->index)
        g_ptr_array_remove_index (visit->marks, i - 1);
    }
  pal_visit_set_examined (visit, kit_get_atlas (), "low-back", FALSE);
  g_assert_true (pal_workbench_commit_visit (bench, visit, "x", NULL));
  insight_settle ();
}

static void
test_check_next (InsightFixture *fixture, gconstpointer data)
{
  leave_out_low_back (fixture);
  GtkWidget *check =
      insight_find_in (fixture, PAL_TYPE_PATTERN_CARD, GTK_TYPE_TOGGLE_BUTTON, "Check next time");

  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_PATTERN_CARD, GTK_TYPE_LABEL, "ITB chain, left"));
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_PATTERN_CARD, GTK_TYPE_LABEL,
                                     "Evidence for the pattern: weak"));
  g_assert_nonnull (check);
  g_assert_cmpuint (count_checks (fixture), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (check), TRUE);
  g_assert_true (kit_wait_until (has_checks, fixture, 5000));
  guint n = count_checks (fixture);

  /* The card says so, and takes it back; undo brings it again. */
  check = insight_find_in (fixture, PAL_TYPE_PATTERN_CARD, GTK_TYPE_TOGGLE_BUTTON,
                           "On the list for next time");
  g_assert_nonnull (check);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (check), FALSE);
  g_assert_true (kit_wait_until (has_no_checks, fixture, 5000));
  pal_workbench_undo (fixture->bench->bench);
  g_assert_cmpuint (count_checks (fixture), ==, n);
  pal_workbench_undo (fixture->bench->bench);
  g_assert_cmpuint (count_checks (fixture), ==, 0);
}

/* A chip for each region asked for, until the visit has looked at it. */
static void
test_chips (InsightFixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  g_autoptr (GtkWidget) list = g_object_ref_sink (g_object_new (PAL_TYPE_CHECK_NEXT_LIST, NULL));
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (PalSidedRegion));
  PalSidedRegion item = { (char *) "masseter", PAL_SIDE_LEFT };
  PalVisit *visit = pal_workbench_edit_visit (bench);

  g_autofree char *label =
      pal_region_dup_short_label (pal_atlas_find_region (kit_get_atlas (), "masseter"),
                                  PAL_SIDE_LEFT);

  g_assert_nonnull (visit);
  pal_visit_set_examined (visit, kit_get_atlas (), "head", FALSE);
  pal_workbench_commit_visit (bench, visit, "x", NULL);
  pal_check_next_list_set_workbench (PAL_CHECK_NEXT_LIST (list), bench);
  g_assert_false (gtk_widget_get_visible (list));

  g_array_append_val (regions, item);
  g_assert_true (pal_check_next_edit (bench, regions, TRUE));
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_nonnull (insight_find (list, GTK_TYPE_LABEL, label));
  g_assert_true (pal_check_next_has (bench, "masseter", PAL_SIDE_LEFT));

  visit = pal_workbench_edit_visit (bench);
  pal_visit_set_examined (visit, kit_get_atlas (), "head", TRUE);
  pal_workbench_commit_visit (bench, visit, "x", NULL);
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_false (pal_check_next_has (bench, "masseter", PAL_SIDE_LEFT));
}

/* Training ------------------------------------------------------------------------------------- */

static void
test_weeks (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *chart = insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, PAL_TYPE_LOAD_CHART, NULL);
  g_autofree char *at_rest = pal_load_chart_dup_words (PAL_LOAD_CHART (chart));

  g_assert_true (app_press (chart, GDK_KEY_Home, 0));
  g_autofree char *first = pal_load_chart_dup_words (PAL_LOAD_CHART (chart));
  g_assert_cmpstr (first, !=, at_rest);
  g_assert_true (app_press (chart, GDK_KEY_Right, 0));
  g_autofree char *second = pal_load_chart_dup_words (PAL_LOAD_CHART (chart));
  g_assert_cmpstr (first, !=, second);
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_LABEL, second));
  g_assert_true (app_press (chart, GDK_KEY_Left, 0));
  g_assert_true (app_press (chart, GDK_KEY_Left, 0)); /* not beyond the first */
  g_autofree char *again = pal_load_chart_dup_words (PAL_LOAD_CHART (chart));
  g_assert_cmpstr (first, ==, again);
  g_assert_true (app_press (chart, GDK_KEY_Escape, 0));
  g_assert_nonnull (insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_LABEL, at_rest));
  /* Escape with nothing pointed at is somebody else's. */
  g_assert_false (app_press (chart, GDK_KEY_Escape, 0));
}

/* Never a verdict: the source and the limits of long runs stand below the chart. */
static void
test_source (InsightFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_LABEL, "Frandsen et al."));
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_LABEL, "Worth asking about"));
  g_assert_nonnull (
      insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, GTK_TYPE_LABEL, "a convention of practice"));
}

/* What is said of training and of the next visit opens to visits as well. */
static void
test_told (InsightFixture *fixture, gconstpointer data)
{
  GtkWidget *evidence =
      insight_find_in (fixture, PAL_TYPE_LOAD_VIEW, PAL_TYPE_EVIDENCE_BUTTON, NULL);

  g_assert_nonnull (evidence);
  g_assert_true (gtk_widget_is_sensitive (evidence));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
#define ADD(path, test)                                                                            \
  g_test_add (path, InsightFixture, NULL, insight_set_up, test, insight_tear_down)
  ADD ("/app/insights/heat/span", test_span);
  ADD ("/app/insights/heat/complaint-alone", test_scope);
  ADD ("/app/insights/heat/numbers", test_numbers);
  ADD ("/app/insights/linked", test_linked);
  ADD ("/app/insights/filter/group", test_filter_group);
  ADD ("/app/insights/filter/kind", test_filter_kind);
  ADD ("/app/insights/patterns/check-next", test_check_next);
  ADD ("/app/insights/patterns/chips", test_chips);
  ADD ("/app/insights/load/weeks-by-keyboard", test_weeks);
  ADD ("/app/insights/load/source", test_source);
  ADD ("/app/insights/load/told", test_told);
  return g_test_run ();
}
