/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The History page: what is pointed at is lit everywhere, the table is in order and can be
 * filtered, spans are compared, time runs. With PALPATE_TEST_PICTURES set to a folder, it also
 * writes itself to look at. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-body-stage-private.h"
#include "app/pal-change-line.h"
#include "app/pal-change-table.h"
#include "app/pal-compare-view.h"
#include "app/pal-history-page.h"
#include "app/pal-scope-lens.h"
#include "app/pal-screenshot.h"
#include "app/pal-time-view.h"
#include "app/pal-visit-strip.h"
#include "tests/kit/kit-start.h"

#define N_VISITS 9

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 1;
}

static void
settle (void)
{
  kit_wait_until (never, NULL, 60);
}

/* All widgets of a type under @widget, in order. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (Fixture *fixture, GType type)
{
  GPtrArray *found = g_ptr_array_new ();
  collect (fixture->page, type, found);
  return found;
}

static gpointer
find (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = find_all (fixture, type);
  g_assert_cmpuint (found->len, >, 0);
  return found->pdata[0];
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
save_picture (Fixture *fixture, const char *name)
{
  const char *folder = g_getenv ("PALPATE_TEST_PICTURES");
  if (folder == NULL)
    return;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  for (guint i = 0; i < 10; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      kit_wait_until (never, NULL, 300);
      if (pal_screenshot_save (GTK_WINDOW (fixture->window), path, NULL))
        return;
    }
  g_test_message ("%s could not be taken", name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bench = app_bench_new (N_VISITS);
  pal_workbench_open_client (fixture->bench->bench, KIT_RUNNER_ID);
  fixture->page = pal_history_page_new (fixture->bench->bench);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 750);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (kit_wait_until (has_size, fixture->page, 5000));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->page);
  app_bench_free (fixture->bench);
}

static void
choose (Fixture *fixture, PalStripEnd end, guint first, guint last)
{
  g_autofree char *one = kit_visit_id_new (first);
  g_autofree char *other = kit_visit_id_new (last);
  g_assert_true (pal_visit_strip_choose (find (fixture, PAL_TYPE_VISIT_STRIP), end, one, other));
  settle ();
}

/* Compare ---------------------------------------------------------------------------------------
 */

static GPtrArray *
find_maps (Fixture *fixture)
{
  GPtrArray *maps = g_ptr_array_new ();
  collect (find (fixture, PAL_TYPE_COMPARE_VIEW), PAL_TYPE_BODY_STAGE, maps);
  g_assert_cmpuint (maps->len, ==, 3);
  return maps;
}

static void
assert_lit (Fixture *fixture, const PalSpanRow *row)
{
  g_autoptr (GPtrArray) maps = find_maps (fixture);
  g_autoptr (GPtrArray) lines = find_all (fixture, PAL_TYPE_CHANGE_LINE);
  for (guint i = 0; i < maps->len; i++)
    {
      const PalStageSpot *lit = &((PalBodyStage *) maps->pdata[i])->lit;
      g_assert_true (lit->region == (row != NULL ? row->region : NULL));
      g_assert_true (row == NULL || lit->side == row->side);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const PalSpanRow *other = pal_change_line_get_row (lines->pdata[i]);
      g_assert_cmpint (gtk_widget_has_css_class (lines->pdata[i], "pal-lit"), ==,
                       row != NULL && other->region == row->region && other->side == row->side);
    }
}

static void
test_lit_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) maps = find_maps (fixture);
  g_autoptr (GPtrArray) lines = find_all (fixture, PAL_TYPE_CHANGE_LINE);
  g_assert_cmpuint (lines->len, >, 2);
  for (guint i = 0; i < maps->len; i++)
    {
      const PalSpanRow *row = pal_change_line_get_row (lines->pdata[i % lines->len]);
      g_signal_emit_by_name (maps->pdata[i], "hovered", row->region->id, (int) row->side);
      assert_lit (fixture, row);
    }
  g_signal_emit_by_name (maps->pdata[0], "hovered", NULL, (int) PAL_SIDE_MIDLINE);
  assert_lit (fixture, NULL);

  /* The keyboard does the same, from a line and from a region. */
  g_assert_true (gtk_widget_grab_focus (lines->pdata[1]));
  settle ();
  assert_lit (fixture, pal_change_line_get_row (lines->pdata[1]));
  const PalSpanRow *row = pal_change_line_get_row (lines->pdata[0]);
  g_assert_true (pal_body_stage_focus_region (maps->pdata[2], row->region->id, row->side));
  settle ();
  assert_lit (fixture, row);
  save_picture (fixture, "history-lit.png");
}

static int
get_rank (PalChangeWord word)
{
  static const int rank[] = {
    [PAL_CHANGE_WORSE] = 0,       [PAL_CHANGE_NEW] = 0,  [PAL_CHANGE_SAME] = 1,
    [PAL_CHANGE_BETTER] = 2,      [PAL_CHANGE_GONE] = 3, [PAL_CHANGE_NONE] = 4,
    [PAL_CHANGE_NOT_COMPARED] = 5
  };
  return rank[word];
}

static void
test_what_matters_first (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i < N_VISITS; i++)
    {
      choose (fixture, PAL_STRIP_A, 0, 0);
      choose (fixture, PAL_STRIP_B, i, i);
      g_autoptr (GPtrArray) lines = find_all (fixture, PAL_TYPE_CHANGE_LINE);
      for (guint k = 1; k < lines->len; k++)
        {
          const PalSpanRow *before = pal_change_line_get_row (lines->pdata[k - 1]);
          const PalSpanRow *after = pal_change_line_get_row (lines->pdata[k]);
          g_assert_cmpint (get_rank (before->change), <=, get_rank (after->change));
          if (get_rank (before->change) == 0 && get_rank (after->change) == 0)
            g_assert_cmpuint (before->to.sum, >=, after->to.sum);
        }
    }
}

static guint
count_visible (GPtrArray *lines)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += gtk_widget_get_child_visible (lines->pdata[i]);
  return n;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  choose (fixture, PAL_STRIP_A, 0, 0);
  PalChangeTable *table = find (fixture, PAL_TYPE_CHANGE_TABLE);
  g_autoptr (GPtrArray) lines = find_all (fixture, PAL_TYPE_CHANGE_LINE);
  guint n_thigh = 0, n_pain = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PalSpanRow *row = pal_change_line_get_row (lines->pdata[i]);
      const PalGroup *group = pal_atlas_get_group (kit_get_atlas (), row->region->group);
      n_thigh += g_str_equal (group->id, "thigh");
      n_pain += g_str_equal (row->kind, "pain");
    }
  g_assert_cmpuint (n_thigh, >, 0);
  g_assert_cmpuint (n_thigh, <, lines->len);
  g_assert_cmpuint (n_pain, >, 0);

  pal_change_table_filter (table, NULL, "thigh");
  g_assert_cmpuint (count_visible (lines), ==, n_thigh);
  pal_change_table_filter (table, "pain", NULL);
  g_assert_cmpuint (count_visible (lines), ==, n_pain);
  pal_change_table_filter (table, NULL, NULL);
  g_assert_cmpuint (count_visible (lines), ==, lines->len);
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  choose (fixture, PAL_STRIP_A, 0, 4);
  choose (fixture, PAL_STRIP_B, 5, 8);
  g_assert_true (shows_text (fixture->page, "4 visits against 5 visits: "));
  g_assert_true (shows_text (fixture->page, "of 4 visits, before at "));
  /* The sentence opens to all that both spans hold. */
  g_assert_true (
      shows_text (pal_compare_view_get_title (find (fixture, PAL_TYPE_COMPARE_VIEW)), "9 visits"));
  save_picture (fixture, "history-spans.png");

  gtk_widget_activate_action (fixture->page, "history.span", "s", "exchange");
  settle ();
  g_assert_true (shows_text (fixture->page, "5 visits against 4 visits: "));
  gtk_widget_activate_action (fixture->page, "history.span", "s", "last-two");
  settle ();
  g_assert_false (shows_text (fixture->page, "visits against"));
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) maps = find_maps (fixture);
  for (guint i = 0; i < maps->len; i++)
    g_assert_true (gtk_widget_get_mapped (maps->pdata[i]));
  save_picture (fixture, "history-wide.png");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 980);
  g_assert_true (kit_wait_until (is_hidden, maps->pdata[0], 10000));
  g_assert_false (gtk_widget_get_mapped (maps->pdata[1]));
  g_assert_true (gtk_widget_get_mapped (maps->pdata[2]));
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 380);
  save_picture (fixture, "history-narrow.png");
}

/* Time ------------------------------------------------------------------------------------------
 */

static GtkToggleButton *
find_toggle (Fixture *fixture, const char *label)
{
  g_autoptr (GPtrArray) toggles = find_all (fixture, GTK_TYPE_TOGGLE_BUTTON);
  for (guint i = 0; i < toggles->len; i++)
    if (g_strcmp0 (gtk_button_get_label (toggles->pdata[i]), label) == 0)
      return toggles->pdata[i];
  g_assert_not_reached ();
}

static PalTimeView *
enter_time (Fixture *fixture)
{
  gtk_toggle_button_set_active (find_toggle (fixture, "Time"), TRUE);
  settle ();
  PalTimeView *time = find (fixture, PAL_TYPE_TIME_VIEW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (time)));
  return time;
}

static GtkRange *
find_slider (Fixture *fixture)
{
  return GTK_RANGE (find (fixture, GTK_TYPE_SCALE));
}

static double
get_shown_severity (PalTimeView *time, const char *region, PalSide side)
{
  GPtrArray *found = g_ptr_array_new ();
  collect (GTK_WIDGET (time), PAL_TYPE_BODY_STAGE, found);
  PalBodyStage *stage = found->pdata[0];
  g_ptr_array_unref (found);
  return pal_body_map_get (stage->map, pal_atlas_find_region (kit_get_atlas (), region), side)
      ->severity;
}

static void
assert_chosen (Fixture *fixture, guint visit)
{
  g_autofree char *id = kit_visit_id_new (visit);
  g_autoptr (GPtrArray) now =
      pal_visit_strip_get_visits (find (fixture, PAL_TYPE_VISIT_STRIP), PAL_STRIP_NOW);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpstr (((PalVisit *) now->pdata[0])->id, ==, id);
}

/* On a phone time has no more room than anything else. */
static void
test_narrow_time (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 980);
  g_autoptr (GPtrArray) maps = find_maps (fixture);
  g_assert_true (kit_wait_until (is_hidden, maps->pdata[0], 10000));
  enter_time (fixture);
  kit_wait_until (never, NULL, 300);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 380);
}

/* The slider, the strip, the map and the words are at the same visit. */
static void
test_slider (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  PalTimeView *time = enter_time (fixture);
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, N_VISITS - 1);
  g_assert_true (shows_text (fixture->page, "Visit 9 of 9"));
  for (guint i = 0; i < N_VISITS; i++)
    {
      gtk_range_set_value (find_slider (fixture), i);
      g_autofree char *order = g_strdup_printf ("Visit %u of 9", i + 1);
      g_assert_true (shows_text (fixture->page, order));
      assert_chosen (fixture, i);
      const PalVisit *visit =
          g_ptr_array_index (pal_workbench_get_visits (fixture->bench->bench), i);
      /* Without animation the marks are there at once. */
      g_assert_cmpfloat (get_shown_severity (time, "itb-mid", PAL_SIDE_LEFT), ==,
                         pal_visit_get_severity (visit, kit_get_vocabulary (), "itb-mid",
                                                 PAL_SIDE_LEFT, NULL));
    }
  choose (fixture, PAL_STRIP_NOW, 2, 2);
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, 2);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  save_picture (fixture, "history-time.png");
}

static gboolean
shows_severe_band (gpointer data)
{
  return get_shown_severity (data, "tensor-fasciae-latae", PAL_SIDE_LEFT) == 2;
}

/* With animation a mark grows from what it was to what it is. */
static void
test_glide (Fixture *fixture, gconstpointer data)
{
  PalTimeView *time = enter_time (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_range_set_value (find_slider (fixture), 1);
  g_assert_cmpfloat (get_shown_severity (time, "tensor-fasciae-latae", PAL_SIDE_LEFT), ==, 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_range_set_value (find_slider (fixture), 2);
  g_assert_cmpfloat (get_shown_severity (time, "tensor-fasciae-latae", PAL_SIDE_LEFT), <, 2);
  g_assert_true (kit_wait_until (shows_severe_band, time, 10000));
}

static gboolean
has_stopped (gpointer data)
{
  return !pal_time_view_get_playing (data);
}

static void
test_play (Fixture *fixture, gconstpointer data)
{
  PalTimeView *time = enter_time (fixture);
  gtk_range_set_value (find_slider (fixture), N_VISITS - 3);
  pal_time_view_set_playing (time, TRUE);
  g_assert_true (pal_time_view_get_playing (time));
  g_assert_true (kit_wait_until (has_stopped, time, 20000));
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, N_VISITS - 1);

  /* From the end it starts over, and leaving the page stops it. */
  pal_time_view_set_playing (time, TRUE);
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, 0);
  gtk_widget_set_visible (fixture->page, FALSE);
  settle ();
  g_assert_false (pal_time_view_get_playing (time));
  gtk_widget_set_visible (fixture->page, TRUE);
}

/* With the complaint alone, a region that it does not name is bare. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  PalTimeView *time = enter_time (fixture);
  g_assert_cmpfloat (get_shown_severity (time, "itb-mid", PAL_SIDE_LEFT), >, 0);
  GtkDropDown *scope = find (fixture, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (scope, 2);
  settle ();
  g_assert_cmpfloat (get_shown_severity (time, "itb-mid", PAL_SIDE_LEFT), ==, 0);
  gtk_drop_down_set_selected (scope, 1);
  settle ();
  g_assert_cmpfloat (get_shown_severity (time, "itb-mid", PAL_SIDE_LEFT), >, 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static double
get_lensed_severity (Fixture *fixture, PalHeatScope scope)
{
  PalWorkbench *bench = fixture->bench->bench;
  GPtrArray *visits = pal_workbench_get_visits (bench);
  const PalVisit *visit = g_ptr_array_index (visits, visits->len - 1);
  g_autoptr (PalScopeLens) lens = pal_scope_lens_new (bench, scope);
  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), visit);
  const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), "itb-mid");
  pal_scope_lens_apply (lens, map, visit);
  return pal_body_map_get (map, region, PAL_SIDE_LEFT)->severity;
}

/* The maps of the strip, and of the chart, leave out the same. */
static void
test_lens (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (get_lensed_severity (fixture, PAL_HEAT_ALL), >, 0);
  g_assert_cmpfloat (get_lensed_severity (fixture, PAL_HEAT_BASELINE), >, 0);
  g_assert_cmpfloat (get_lensed_severity (fixture, PAL_HEAT_COMPLAINT), ==, 0);
}

/* Time runs with the reading direction: where one reads from right to left, Left is later. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  enter_time (fixture);
  gtk_range_set_value (find_slider (fixture), 4);
  g_signal_emit_by_name (find_slider (fixture), "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, 3);
  gtk_widget_set_direction (GTK_WIDGET (find_slider (fixture)), GTK_TEXT_DIR_RTL);
  g_signal_emit_by_name (find_slider (fixture), "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (gtk_range_get_value (find_slider (fixture)), ==, 4);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  save_picture (fixture, "history-time-rtl.png");
  gtk_widget_activate_action (fixture->page, "history.span", "s", "halves");
  gtk_toggle_button_set_active (find_toggle (fixture, "Compare"), TRUE);
  save_picture (fixture, "history-rtl.png");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/palpate/Palpate/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/app/history/lit-everywhere", test_lit_everywhere);
  ADD ("/app/history/what-matters-first", test_what_matters_first);
  ADD ("/app/history/filter", test_filter);
  ADD ("/app/history/spans", test_spans);
  ADD ("/app/history/narrow", test_narrow);
  ADD ("/app/history/narrow-time", test_narrow_time);
  ADD ("/app/history/slider", test_slider);
  ADD ("/app/history/glide", test_glide);
  ADD ("/app/history/play", test_play);
  ADD ("/app/history/scope", test_scope);
  ADD ("/app/history/lens", test_lens);
  ADD ("/app/history/direction", test_direction);
  return g_test_run ();
}
