/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps made of several visits: change between spans, a step between two visits, and a scope. */

#include "config.h"

#include "draw/pal-body-map-span.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static PalVisit *
create_visit (PalTime at, int soleus, int itb)
{
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, at);
  g_strfreev (visit->examined);
  visit->examined = kit_words_new ("thigh lower-leg");
  if (soleus > 0)
    kit_mark (visit, "soleus", PAL_SIDE_LEFT, "tight", soleus);
  if (itb > 0)
    kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", itb);
  return visit;
}

static const PalRegionLook *
get_look (const PalBodyMap *map, const char *region)
{
  return pal_body_map_get (map, pal_atlas_find_region (kit_get_atlas (), region), PAL_SIDE_LEFT);
}

static GPtrArray *
create_span (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
}

static void
test_change (void)
{
  g_autoptr (GPtrArray) from = create_span ();
  g_autoptr (GPtrArray) to = create_span ();
  g_ptr_array_add (from, create_visit (1760000000, 1, 2));
  g_ptr_array_add (from, create_visit (1760100000, 0, 2));
  g_ptr_array_add (to, create_visit (1760200000, 2, 2));
  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_span_change (kit_get_atlas (), kit_get_vocabulary (), from, to);
  g_assert_cmpint (pal_body_map_get_mode (map), ==, PAL_MAP_CHANGE);
  g_assert_cmpint (get_look (map, "soleus")->change, ==, PAL_CHANGE_WORSE);
  g_assert_cmpint (get_look (map, "itb-mid")->change, ==, PAL_CHANGE_SAME);
  g_assert_cmpint (get_look (map, "achilles")->change, ==, PAL_CHANGE_NONE);
  g_assert_cmpint (get_look (map, "piriformis")->change, ==, PAL_CHANGE_NOT_COMPARED);
}

/* 3 to 1 and 0 to 2, a quarter of the way: 2.5 and 0.5. */
static void
test_between (void)
{
  g_autoptr (PalVisit) first = create_visit (1760000000, 3, 0);
  g_autoptr (PalVisit) second = create_visit (1760100000, 1, 2);
  g_autoptr (PalBodyMap) from =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), first);
  g_autoptr (PalBodyMap) to =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), second);
  static const struct
  {
    double progress, soleus, itb;
  } cases[] = { { 0, 3, 0 }, { 0.25, 2.5, 0.5 }, { 1, 1, 2 }, { 7, 1, 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalBodyMap) map =
          pal_body_map_new_between (kit_get_atlas (), from, to, cases[i].progress);
      g_assert_cmpfloat (get_look (map, "soleus")->severity, ==, cases[i].soleus);
      g_assert_cmpfloat (get_look (map, "itb-mid")->severity, ==, cases[i].itb);
    }
}

/* The complaint of the second visit names the soleus: that stays, the rest is bare. */
static void
test_keep (void)
{
  g_autoptr (GPtrArray) visits = create_span ();
  g_ptr_array_add (visits, create_visit (1760000000, 2, 2));
  PalVisit *second = create_visit (1760100000, 2, 2);
  const PalSidedRegion complaint = { g_strdup ("soleus"), PAL_SIDE_LEFT };
  g_array_append_val (second->complaint_regions, complaint);
  g_ptr_array_add (visits, second);
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  const PalHeatQuery queries[] = { { .scope = PAL_HEAT_COMPLAINT },
                                   { .first = 1, .last = 1, .scope = PAL_HEAT_COMPLAINT } };
  g_autoptr (PalHeat) neither = pal_heat_measure (matrix, &queries[0], NULL);
  g_autoptr (PalHeat) named = pal_heat_measure (matrix, &queries[1], NULL);

  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), second);
  pal_body_map_keep (map, kit_get_atlas (), neither, named);
  g_assert_cmpfloat (get_look (map, "soleus")->severity, ==, 2);
  g_assert_cmpfloat (get_look (map, "itb-mid")->severity, ==, 0);
  pal_body_map_keep (map, kit_get_atlas (), neither, NULL);
  g_assert_cmpfloat (get_look (map, "soleus")->severity, ==, 0);

  /* The same of the numbers. */
  g_autoptr (GPtrArray) from = g_ptr_array_new ();
  g_autoptr (GPtrArray) to = g_ptr_array_new ();
  g_ptr_array_add (from, visits->pdata[0]);
  g_ptr_array_add (to, visits->pdata[1]);
  g_autoptr (PalSpanComparison) comparison =
      pal_compare_spans (from, to, kit_get_atlas (), kit_get_vocabulary ());
  g_assert_cmpuint (comparison->rows->len, ==, 2);
  pal_span_comparison_keep (comparison, neither, named);
  g_assert_cmpuint (comparison->rows->len, ==, 1);
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_SAME], ==, 1);
  g_assert_cmpstr (((PalSpanRow *) comparison->rows->pdata[0])->region->id, ==, "soleus");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/draw/body-map-span/change", test_change);
  g_test_add_func ("/draw/body-map-span/between", test_between);
  g_test_add_func ("/draw/body-map-span/keep", test_keep);
  return g_test_run ();
}
