/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Change between two visits, and within one. */

#include "config.h"

#include "insight/pal-compare.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static PalVisit *
create_visit (const char *examined)
{
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, 1760000000);
  g_strfreev (visit->examined);
  visit->examined = kit_words_new (examined);
  return visit;
}

static PalMark *
add_mark (PalVisit *visit, const char *region, PalSide side, const char *kind, int before)
{
  PalMark *mark = pal_mark_new (region, side, kind, before);
  g_ptr_array_add (visit->marks, mark);
  return mark;
}

static PalComparison *
compare (const PalVisit *from, const PalVisit *to)
{
  return pal_compare_visits (from, to, kit_get_atlas (), kit_get_vocabulary ());
}

static void
assert_row (const PalComparison *comparison, guint i, const char *region, const char *change)
{
  g_assert_cmpuint (i, <, comparison->rows->len);
  const PalChangeRow *row = g_ptr_array_index (comparison->rows, i);
  g_assert_cmpstr (row->region->id, ==, region);
  g_assert_cmpstr (pal_change_word_to_id (row->change), ==, change);
}

static void
test_words (void)
{
  static const char *const expected[4][4] = {
    { NULL, "new", "new", "new" },
    { "gone", "same", "worse", "worse" },
    { "gone", "better", "same", "worse" },
    { "gone", "better", "better", "same" },
  };
  for (int from = 0; from <= 3; from++)
    for (int to = 0; to <= 3; to++)
      g_assert_cmpstr (pal_change_word_to_id (pal_change_word_for (from, to)), ==,
                       expected[from][to]);
  for (PalChangeWord word = PAL_CHANGE_NONE; word <= PAL_CHANGE_NOT_COMPARED; word++)
    g_assert_cmpstr (pal_change_word_get_name (word), !=, "");
}

static void
test_order (void)
{
  g_autoptr (PalVisit) from = create_visit ("thigh lower-leg");
  g_autoptr (PalVisit) to = create_visit ("thigh lower-leg");
  add_mark (from, "soleus", PAL_SIDE_RIGHT, "pain", 2);
  add_mark (from, "soleus", PAL_SIDE_RIGHT, "tight", 1);
  add_mark (to, "soleus", PAL_SIDE_LEFT, "tight", 1);
  add_mark (to, "itb-mid", PAL_SIDE_LEFT, "tight", 3);

  g_autoptr (PalComparison) comparison = compare (from, to);
  g_assert_cmpuint (comparison->rows->len, ==, 4);
  assert_row (comparison, 0, "itb-mid", "new");
  assert_row (comparison, 1, "soleus", "new");
  const PalChangeRow *tight = g_ptr_array_index (comparison->rows, 2);
  g_assert_cmpstr (tight->kind, ==, "tight");
  g_assert_cmpint (tight->side, ==, PAL_SIDE_RIGHT);
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_NEW], ==, 2);
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_GONE], ==, 2);
  g_assert_cmpfloat (comparison->similarity, ==, 0.0);
}

static void
test_unknown_is_not_gone (void)
{
  g_autoptr (PalVisit) from = create_visit ("hip thigh");
  g_autoptr (PalVisit) to = create_visit ("thigh");
  const PalRegion *piriformis = pal_atlas_find_region (kit_get_atlas (), "piriformis");
  add_mark (from, "piriformis", PAL_SIDE_RIGHT, "pain", 2);

  g_autoptr (PalComparison) comparison = compare (from, to);
  g_assert_cmpuint (comparison->rows->len, ==, 0);
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_NOT_COMPARED], ==, 1);
  g_assert_true (g_strv_contains ((const char *const *) comparison->not_compared, "hip"));
  g_assert_false (g_strv_contains ((const char *const *) comparison->not_compared, "thigh"));
  g_assert_cmpint (pal_comparison_get_region (from, to, kit_get_atlas (), kit_get_vocabulary (),
                                              piriformis, PAL_SIDE_RIGHT),
                   ==, PAL_CHANGE_NOT_COMPARED);
}

/* A mark makes its own region known, though the list of groups does not name it. */
static void
test_mark_makes_known (void)
{
  g_autoptr (PalVisit) from = create_visit ("thigh");
  g_autoptr (PalVisit) to = create_visit ("thigh");
  add_mark (from, "achilles", PAL_SIDE_LEFT, "pain", 1);
  add_mark (to, "achilles", PAL_SIDE_LEFT, "pain", 3);

  g_autoptr (PalComparison) comparison = compare (from, to);
  g_assert_cmpuint (comparison->rows->len, ==, 1);
  assert_row (comparison, 0, "achilles", "worse");
  g_assert_true (g_strv_contains ((const char *const *) comparison->not_compared, "lower-leg"));
}

static void
test_only_counted_marks (void)
{
  g_autoptr (PalVisit) from = create_visit ("lower-leg");
  g_autoptr (PalVisit) to = create_visit ("lower-leg");
  add_mark (from, "soleus", PAL_SIDE_LEFT, "tight", 2)->carried = TRUE;
  add_mark (to, "soleus", PAL_SIDE_LEFT, "pain", 2)->source = PAL_SOURCE_CLIENT;
  add_mark (to, "soleus", PAL_SIDE_LEFT, "good", PAL_UNSET);

  g_autoptr (PalComparison) comparison = compare (from, to);
  g_assert_cmpuint (comparison->rows->len, ==, 0);
  g_assert_cmpfloat (comparison->similarity, ==, 1.0);
}

/* The change map takes the worst of all kinds. */
static void
test_region (void)
{
  g_autoptr (PalVisit) from = create_visit ("lower-leg");
  g_autoptr (PalVisit) to = create_visit ("lower-leg");
  const PalRegion *soleus = pal_atlas_find_region (kit_get_atlas (), "soleus");
  add_mark (from, "soleus", PAL_SIDE_LEFT, "tight", 3);
  add_mark (to, "soleus", PAL_SIDE_LEFT, "tight", 1);
  add_mark (to, "soleus", PAL_SIDE_LEFT, "pain", 2);

  g_assert_cmpint (pal_comparison_get_region (from, to, kit_get_atlas (), kit_get_vocabulary (),
                                              soleus, PAL_SIDE_LEFT),
                   ==, PAL_CHANGE_BETTER);
  g_assert_cmpint (pal_comparison_get_region (from, to, kit_get_atlas (), kit_get_vocabulary (),
                                              soleus, PAL_SIDE_RIGHT),
                   ==, PAL_CHANGE_NONE);
}

static void
test_within (void)
{
  g_autoptr (PalVisit) visit = create_visit ("lower-leg thigh");
  add_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 3)->after = 1;
  add_mark (visit, "soleus", PAL_SIDE_LEFT, "pain", 2)->after = 0;
  add_mark (visit, "soleus", PAL_SIDE_RIGHT, "tight", 2);

  g_autoptr (PalComparison) comparison =
      pal_compare_within_visit (visit, kit_get_atlas (), kit_get_vocabulary ());
  g_assert_cmpuint (comparison->rows->len, ==, 2);
  assert_row (comparison, 0, "itb-mid", "better");
  assert_row (comparison, 1, "soleus", "gone");
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_NOT_COMPARED], ==, 1);
  g_assert_cmpfloat_with_epsilon (comparison->similarity, 0.2, 1e-12);
  g_assert_null (comparison->not_compared[0]);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/compare/words", test_words);
  g_test_add_func ("/insight/compare/order", test_order);
  g_test_add_func ("/insight/compare/unknown-is-not-gone", test_unknown_is_not_gone);
  g_test_add_func ("/insight/compare/mark-makes-known", test_mark_makes_known);
  g_test_add_func ("/insight/compare/only-counted-marks", test_only_counted_marks);
  g_test_add_func ("/insight/compare/region", test_region);
  g_test_add_func ("/insight/compare/within", test_within);
  return g_test_run ();
}
