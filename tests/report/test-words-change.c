/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed, in words: whole sentences for cases worked by hand. */

#include "config.h"

#include "kit.h"
#include "report/pal-words-change.h"
#include "tests/kit/kit-start.h"

/* Adds a visit that examined hip, thigh, knee and lower leg: @marks is "l soleus 3, r piriformis
 * 1": side, region, severity. */
static void
add_visit (GPtrArray *visits, PalTime at, const char *marks)
{
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, at);
  g_strfreev (visit->examined);
  visit->examined = kit_words_new ("hip thigh knee lower-leg low-back");
  g_auto (GStrv) parts = g_strsplit (marks, ", ", -1);
  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = kit_words_new (parts[i]);
      PalSide side = *words[0] == 'l'   ? PAL_SIDE_LEFT
                     : *words[0] == 'r' ? PAL_SIDE_RIGHT
                                        : PAL_SIDE_MIDLINE;
      g_ptr_array_add (visit->marks, pal_mark_new (words[1], side, "tight", *words[2] - '0'));
    }
  g_ptr_array_add (visits, visit);
}

static GPtrArray *
create_span (PalTime first, const char *marks)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  g_auto (GStrv) parts = g_strsplit (marks, "; ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_visit (visits, first + (PalTime) i * 7 * 86400, parts[i]);
  if (visits->len == 0)
    add_visit (visits, first, "");
  return visits;
}

/* 13 July 2026 and 2 November 2026, 09:00 UTC. */
#define JULY 1783933200
#define NOVEMBER 1793610000

static void
test_sentence (void)
{
  static const struct
  {
    const char *from, *to, *sentence;
  } cases[] = {
    { "r soleus 2, l tensor-fasciae-latae 3", "r soleus 3, l tensor-fasciae-latae 1",
      "Right soleus up, left TFL settling" },
    /* Two parts of the calf moved alike, so it is the calf. */
    { "r soleus 2, r gastrocnemius-medial 1, l piriformis 1",
      "r soleus 3, r gastrocnemius-medial 2", "Right calf up, left piriformis settling" },
    /* Both sides of one place. */
    { "", "l itb-mid 1, r itb-mid 2", "Middle ITB on both sides up, nothing settling" },
    /* The two largest steps of three. */
    { "r sartorius 1, l tensor-fasciae-latae 2, l piriformis 3", "",
      "Left piriformis and left TFL settling, nothing up" },
    { "m sacrum 2", "m sacrum 3", "Sacrum up, nothing settling" },
    { "l soleus 2", "l soleus 2", "Nothing changed" },
    { "", "", "Nothing was found in either" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) from = create_span (JULY, cases[i].from);
      g_autoptr (GPtrArray) to = create_span (NOVEMBER, cases[i].to);
      g_autoptr (PalSpanComparison) comparison =
          pal_compare_spans (from, to, kit_get_atlas (), kit_get_vocabulary ());
      g_autofree char *sentence = pal_words_change (comparison, kit_get_atlas ());
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* One kind up and another down by as much at the same place. */
static void
test_even (void)
{
  g_autoptr (GPtrArray) from = create_span (JULY, "l soleus 2");
  g_autoptr (GPtrArray) to = create_span (NOVEMBER, "");
  g_ptr_array_add (((PalVisit *) to->pdata[0])->marks,
                   pal_mark_new ("soleus", PAL_SIDE_LEFT, "pain", 2));
  g_autoptr (PalSpanComparison) comparison =
      pal_compare_spans (from, to, kit_get_atlas (), kit_get_vocabulary ());
  g_autofree char *sentence = pal_words_change (comparison, kit_get_atlas ());
  g_assert_cmpstr (sentence, ==, "What came up and what settled even out");
}

static void
test_nothing_in_scope (void)
{
  g_assert_null (pal_words_change_nothing (PAL_HEAT_ALL));
  g_assert_cmpstr (pal_words_change_nothing (PAL_HEAT_BASELINE), ==,
                   "No finding of the baseline in either");
  g_assert_cmpstr (pal_words_change_nothing (PAL_HEAT_COMPLAINT), ==,
                   "Nothing was found where the complaints are");
}

static void
test_treated (void)
{
  const PalChangeRow a = { .from = 3, .to = 1 }, b = { .from = 2, .to = 0 };
  g_autofree char *both = pal_words_treated (&a, &b);
  g_autofree char *second = pal_words_treated (NULL, &b);
  g_assert_cmpstr (both, ==, "after treatment: A Mild, B Clear");
  g_assert_cmpstr (second, ==, "B after treatment: Clear");
  g_assert_null (pal_words_treated (NULL, NULL));
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) july = create_span (JULY, "l soleus 2, r soleus 1");
  g_autoptr (GPtrArray) november = create_span (NOVEMBER, "l soleus 3, l itb-mid 1");
  g_autoptr (PalSpanComparison) comparison =
      pal_compare_spans (july, november, kit_get_atlas (), kit_get_vocabulary ());
  g_autofree char *since = pal_words_change_counts (comparison, july, november);
  g_assert_cmpstr (since, ==, "Since 13 Jul 2026: 1 new, 1 worse, 1 gone");

  g_autoptr (GPtrArray) three = create_span (JULY, "l soleus 2; l soleus 1; r soleus 1");
  g_autoptr (GPtrArray) two = create_span (NOVEMBER, "l soleus 3; l soleus 3");
  g_autoptr (PalSpanComparison) spans =
      pal_compare_spans (three, two, kit_get_atlas (), kit_get_vocabulary ());
  g_autofree char *few = pal_words_change_counts (spans, three, two);
  g_assert_cmpstr (few, ==,
                   "2 visits against 3 visits: 1 worse, 1 gone. So few visits say little.");
}

static void
test_rows (void)
{
  static const struct
  {
    gboolean between_visits;
    PalSpanFigure from, to;
    const char *text, *mean;
  } cases[] = {
    { TRUE, { 1, 1, 2 }, { 1, 1, 3 }, "Moderate → Severe", NULL },
    { TRUE, { 1, 0, 0 }, { 1, 1, 1 }, "Clear → Mild", NULL },
    { TRUE, { 1, 1, 2 }, { 1, 1, 2 }, "Moderate at both", NULL },
    { FALSE,
      { 6, 1, 2 },
      { 5, 4, 6 },
      "Seen at 4 of 5 visits, before at 1 of 6",
      "mean severity 1.5, before 2.0" },
    { FALSE,
      { 3, 0, 0 },
      { 4, 2, 3 },
      "Seen at 2 of 4 visits, before at 0 of 3",
      "mean severity 1.5" },
    { FALSE,
      { 3, 3, 9 },
      { 1, 0, 0 },
      "Seen at 0 of 1 visit, before at 3 of 3",
      "mean severity before 3.0" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PalSpanRow row = { .from = cases[i].from, .to = cases[i].to };
      g_autofree char *text = pal_words_change_row (&row, cases[i].between_visits);
      g_autofree char *mean = pal_words_change_row_mean (&row, cases[i].between_visits);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (mean, ==, cases[i].mean);
    }
}

static void
test_visits (void)
{
  g_autoptr (GPtrArray) one = create_span (JULY, "");
  g_autoptr (GPtrArray) three = create_span (NOVEMBER, "l soleus 1; l soleus 1; l soleus 1");
  g_autofree char *day = pal_words_span (one);
  g_autofree char *span = pal_words_span (three);
  g_autofree char *nobody = pal_words_who (one);
  g_autofree char *no_hands = pal_words_hands (one, three);
  g_assert_cmpstr (day, ==, "13 Jul 2026");
  g_assert_cmpstr (span, ==, "2 Nov – 16 Nov 2026, 3 visits");
  g_assert_null (nobody);
  g_assert_null (no_hands);

  pal_visit_set_text (&((PalVisit *) one->pdata[0])->therapist, "Anna Berg");
  pal_visit_set_text (&((PalVisit *) three->pdata[0])->therapist, "Jo Lind");
  pal_visit_set_text (&((PalVisit *) three->pdata[2])->therapist, "Mira Sol");
  g_autofree char *who = pal_words_who (three);
  g_autofree char *hands = pal_words_hands (one, three);
  g_assert_cmpstr (who, ==, "Jo Lind and Mira Sol");
  g_assert_true (
      g_str_has_prefix (hands, "A was charted by Anna Berg, B by Jo Lind and Mira Sol."));
}

static void
test_not_compared (void)
{
  g_autoptr (GPtrArray) one = create_span (JULY, "");
  g_autoptr (GPtrArray) other = create_span (NOVEMBER, "");
  PalVisit *visit = one->pdata[0];
  g_strfreev (visit->examined);
  visit->examined = NULL;
  visit = other->pdata[0];
  g_strfreev (visit->examined);
  visit->examined = kit_words_new ("head shoulder arm chest abdomen upper-back low-back hip thigh "
                                   "knee lower-leg");
  g_autoptr (PalSpanComparison) comparison =
      pal_compare_spans (one, other, kit_get_atlas (), kit_get_vocabulary ());
  g_autofree char *sentence = pal_words_not_compared (comparison, kit_get_atlas ());
  g_assert_cmpstr (sentence, ==,
                   "Not examined in one of the two, so not compared: Foot and ankle; Neck.");
}

/* Whatever the catalogue holds can be said in a sentence. */
static void
test_every_place_has_a_name (void)
{
  PalAtlas *atlas = kit_get_atlas ();
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    g_assert_nonnull (pal_words_get_spoken_name (pal_atlas_get_region (atlas, i)->id));
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    g_assert_nonnull (pal_words_get_spoken_name (pal_atlas_get_structure (atlas, i)->id));
  g_autofree char *both =
      pal_words_dup_spoken_place ("calf", 1 << PAL_SIDE_LEFT | 1 << PAL_SIDE_RIGHT);
  g_assert_cmpstr (both, ==, "calf on both sides");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/words-change/sentence", test_sentence);
  g_test_add_func ("/report/words-change/even", test_even);
  g_test_add_func ("/report/words-change/nothing-in-scope", test_nothing_in_scope);
  g_test_add_func ("/report/words-change/treated", test_treated);
  g_test_add_func ("/report/words-change/counts", test_counts);
  g_test_add_func ("/report/words-change/rows", test_rows);
  g_test_add_func ("/report/words-change/visits", test_visits);
  g_test_add_func ("/report/words-change/not-compared", test_not_compared);
  g_test_add_func ("/report/words-change/every-place-has-a-name", test_every_place_has_a_name);
  return g_test_run ();
}
