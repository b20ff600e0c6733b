/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pins, ink, carrying over and presets do to a visit, on disk and undone. Needs no screen. */

#include "config.h"

#include "app-kit.h"
#include "app/pal-visit-edits.h"
#include "tests/kit/kit-start.h"

static AppBench *
open_bench (guint n_visits)
{
  AppBench *a = app_bench_new (n_visits);
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  return a;
}

static const PalVisit *
get_visit (AppBench *a)
{
  return pal_workbench_get_visit (a->bench);
}

/* As the disk has it. */
static PalVisit *
read_visit (AppBench *a)
{
  return pal_store_get_visit (a->store, get_visit (a)->id, NULL);
}

static guint
count_points (const PalVisit *visit, const char *region, const char *kind)
{
  const PalMark *mark = pal_visit_find_mark (visit, region, PAL_SIDE_LEFT, kind);
  return mark != NULL && mark->points != NULL ? mark->points->len : 0;
}

static void
test_pins (void)
{
  g_autoptr (AppBench) a = open_bench (1);
  PalMarkPoint first = { .view = PAL_VIEW_BACK, .x = 210, .y = 800 };
  PalMarkPoint second = { PAL_VIEW_BACK, 210, 830, TRUE, 215, 940 };

  g_assert_true (pal_edits_pin (a->bench, "soleus", PAL_SIDE_LEFT, &first));
  g_assert_true (pal_edits_pin (a->bench, "soleus", PAL_SIDE_LEFT, &second));
  g_autoptr (PalVisit) stored = read_visit (a);
  const PalMark *mark = pal_visit_find_mark (stored, "soleus", PAL_SIDE_LEFT, "trigger-point");
  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->points->len, ==, 2);
  const PalMarkPoint *read = &g_array_index (mark->points, PalMarkPoint, 1);
  g_assert_true (read->refers);
  g_assert_cmpfloat (read->to_y, ==, 940);

  /* The same spot again takes the pin away and leaves the mark. */
  PalMarkPoint near = { .view = PAL_VIEW_BACK, .x = 213, .y = 803 };
  g_assert_true (pal_edits_pin (a->bench, "soleus", PAL_SIDE_LEFT, &near));
  g_assert_cmpuint (count_points (get_visit (a), "soleus", "trigger-point"), ==, 1);
  pal_workbench_undo (a->bench);
  g_assert_cmpuint (count_points (get_visit (a), "soleus", "trigger-point"), ==, 2);
  pal_workbench_undo (a->bench);
  pal_workbench_undo (a->bench);
  g_assert_null (pal_visit_find_mark (get_visit (a), "soleus", PAL_SIDE_LEFT, "trigger-point"));

  /* Another kind keeps its own pins. */
  pal_workbench_set_kind (a->bench, "pain");
  g_assert_true (pal_edits_pin (a->bench, "soleus", PAL_SIDE_LEFT, &first));
  g_assert_cmpuint (count_points (get_visit (a), "soleus", "pain"), ==, 1);
}

static void
draw (AppBench *a, PalView view, double x, double y, double to_x, double to_y)
{
  double points[] = { x, y, 0.2, to_x, to_y, 0.9 };
  PalStroke stroke = { view, g_array_new (FALSE, FALSE, sizeof (double)) };
  g_array_append_vals (stroke.points, points, G_N_ELEMENTS (points));
  g_assert_true (pal_edits_add_ink (a->bench, &stroke));
  g_array_unref (stroke.points);
}

static void
test_ink (void)
{
  g_autoptr (AppBench) a = open_bench (1);
  guint n_marks = get_visit (a)->marks->len;
  guint n_ink = get_visit (a)->ink->len;

  draw (a, PAL_VIEW_BACK, 100, 300, 200, 300);
  draw (a, PAL_VIEW_FRONT, 100, 300, 200, 300);
  g_autoptr (PalVisit) stored = read_visit (a);
  g_assert_cmpuint (stored->ink->len, ==, n_ink + 2);
  const PalStroke *stroke = g_ptr_array_index (stored->ink, n_ink);
  g_assert_cmpfloat (g_array_index (stroke->points, double, 5), ==, 0.9);
  g_assert_cmpuint (stored->marks->len, ==, n_marks);

  /* One stroke, one step. */
  pal_workbench_undo (a->bench);
  g_assert_cmpuint (get_visit (a)->ink->len, ==, n_ink + 1);
  pal_workbench_redo (a->bench);

  /* Only what is touched goes, also between its points, and only in its view. */
  g_assert_false (pal_edits_erase_ink (a->bench, PAL_VIEW_BACK, 150, 320, 10));
  g_assert_false (pal_edits_erase_ink (a->bench, PAL_VIEW_LEFT, 150, 300, 10));
  g_assert_true (pal_edits_erase_ink (a->bench, PAL_VIEW_BACK, 150, 305, 10));
  g_assert_cmpuint (get_visit (a)->ink->len, ==, n_ink + 1);
  g_assert_cmpint (((const PalStroke *) g_ptr_array_index (get_visit (a)->ink, n_ink))->view, ==,
                   PAL_VIEW_FRONT);
  pal_workbench_undo (a->bench);
  g_assert_cmpuint (get_visit (a)->ink->len, ==, n_ink + 2);
}

static int
get_severity (AppBench *a, const char *region)
{
  return pal_visit_get_severity (get_visit (a), kit_get_vocabulary (), region, PAL_SIDE_LEFT, NULL);
}

/* What comes along from the last visit counts for nothing until somebody says it is there. */
static void
test_carried (void)
{
  g_autoptr (AppBench) a = open_bench (6);
  g_assert_true (pal_workbench_add_visit (a->bench));
  g_assert_cmpint (get_severity (a, "itb-mid"), ==, 0);
  g_assert_true (pal_edits_carry_over (a->bench));
  guint n = get_visit (a)->marks->len;
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpint (get_severity (a, "itb-mid"), ==, 0);
  g_assert_false (pal_visit_has_examined_group (get_visit (a), "thigh"));

  /* A tap confirms one as it is. */
  const PalMark *carried = pal_visit_find_mark (get_visit (a), "itb-mid", PAL_SIDE_LEFT, "tight");
  int severity = carried->before;
  pal_edits_cycle (a->bench, "itb-mid", PAL_SIDE_LEFT);
  g_assert_cmpint (get_severity (a, "itb-mid"), ==, severity);

  g_assert_cmpuint (pal_edits_confirm_carried (a->bench), ==, n - 1);
  g_assert_cmpuint (get_visit (a)->marks->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_false (((const PalMark *) g_ptr_array_index (get_visit (a)->marks, i))->carried);
  g_assert_true (pal_visit_has_examined_group (get_visit (a), "thigh"));
  g_assert_cmpuint (pal_edits_confirm_carried (a->bench), ==, 0);

  pal_workbench_undo (a->bench);
  guint still = 0;
  for (guint i = 0; i < n; i++)
    still += ((const PalMark *) g_ptr_array_index (get_visit (a)->marks, i))->carried ? 1 : 0;
  g_assert_cmpuint (still, ==, n - 1);
}

static void
test_preset (void)
{
  g_autoptr (AppBench) a = open_bench (1);
  g_assert_true (pal_workbench_add_visit (a->bench));
  GPtrArray *presets = pal_atlas_get_presets (kit_get_atlas ());
  for (guint i = 0; i < presets->len; i++)
    {
      const PalPreset *preset = g_ptr_array_index (presets, i);
      if (g_str_equal (preset->id, "lower-body"))
        g_assert_true (pal_edits_apply_preset (a->bench, preset));
    }
  g_autoptr (PalVisit) stored = read_visit (a);
  g_assert_true (pal_visit_has_examined_group (stored, "foot"));
  g_assert_true (pal_visit_has_examined_group (stored, "low-back"));
  g_assert_false (pal_visit_has_examined_group (stored, "neck"));
  pal_workbench_undo (a->bench);
  g_assert_false (pal_visit_has_examined_group (get_visit (a), "foot"));
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/app/visit-edits/pins", test_pins);
  g_test_add_func ("/app/visit-edits/ink", test_ink);
  g_test_add_func ("/app/visit-edits/carried", test_carried);
  g_test_add_func ("/app/visit-edits/preset", test_preset);
  return g_test_run ();
}
