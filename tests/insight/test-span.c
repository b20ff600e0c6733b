/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Change between two spans of visits: figures worked by hand, and what must hold for any client. */

#include "config.h"

#include <math.h>

#include "insight/pal-span.h"
#include "kit.h"
#include "random-client.h"
#include "tests/kit/kit-start.h"

#define N_CLIENTS 60

/* Visits a day apart, one a digit: the severity of the left soleus, "-" for a lower leg that was
 * not examined. */
static GPtrArray *
create_span (const char *severities)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  for (guint i = 0; severities[i] != '\0'; i++)
    {
      PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, 1760000000 + (PalTime) i * 86400);
      g_strfreev (visit->examined);
      visit->examined = kit_words_new (severities[i] == '-' ? "thigh" : "thigh lower-leg");
      if (g_ascii_isdigit (severities[i]) && severities[i] != '0')
        g_ptr_array_add (visit->marks,
                         pal_mark_new ("soleus", PAL_SIDE_LEFT, "tight", severities[i] - '0'));
      g_ptr_array_add (visits, visit);
    }
  return visits;
}

static PalSpanComparison *
compare (GPtrArray *from, GPtrArray *to)
{
  return pal_compare_spans (from, to, kit_get_atlas (), kit_get_vocabulary ());
}

/* Expected values worked by hand. */
static void
test_figures (void)
{
  static const struct
  {
    const char *from, *to;
    PalSpanFigure before, after;
    const char *change;
    gboolean few;
    double similarity;
  } cases[] = {
    /* 2 / 6 = 0.3333 against 6 / 5 = 1.2 */
    { "200000", "21021", { 6, 1, 2 }, { 5, 4, 6 }, "worse", FALSE, 5.0 / 18 },
    /* 4 / 6 against 4 / 5: 0.1333 apart */
    { "111100", "11110", { 6, 4, 4 }, { 5, 4, 4 }, "same", FALSE, 5.0 / 6 },
    /* 1 / 4 against 2 / 4: a quarter apart to the bit */
    { "1000", "1100", { 4, 1, 1 }, { 4, 2, 2 }, "worse", FALSE, 0.5 },
    { "1100", "1000", { 4, 2, 2 }, { 4, 1, 1 }, "better", FALSE, 0.5 },
    /* as often, but milder: 9 / 3 against 5 / 3 */
    { "333", "212", { 3, 3, 9 }, { 3, 3, 5 }, "better", FALSE, 5.0 / 9 },
    { "000", "010", { 3, 0, 0 }, { 3, 1, 1 }, "new", FALSE, 0 },
    { "030", "0000", { 3, 1, 3 }, { 4, 0, 0 }, "gone", FALSE, 0 },
    /* what was not examined counts for nothing */
    { "--1-1-1", "1-1", { 3, 3, 3 }, { 2, 2, 2 }, "same", TRUE, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) from = create_span (cases[i].from);
      g_autoptr (GPtrArray) to = create_span (cases[i].to);
      g_autoptr (PalSpanComparison) comparison = compare (from, to);
      g_assert_cmpuint (comparison->rows->len, ==, 1);
      const PalSpanRow *row = comparison->rows->pdata[0];
      g_assert_cmpuint (row->from.examined, ==, cases[i].before.examined);
      g_assert_cmpuint (row->from.marked, ==, cases[i].before.marked);
      g_assert_cmpuint (row->from.sum, ==, cases[i].before.sum);
      g_assert_cmpuint (row->to.examined, ==, cases[i].after.examined);
      g_assert_cmpuint (row->to.marked, ==, cases[i].after.marked);
      g_assert_cmpuint (row->to.sum, ==, cases[i].after.sum);
      g_assert_cmpstr (pal_change_word_to_id (row->change), ==, cases[i].change);
      g_assert_cmpint (row->few, ==, cases[i].few);
      g_assert_cmpfloat_with_epsilon (comparison->similarity, cases[i].similarity, 1e-12);
      g_assert_cmpuint (comparison->counts[row->change], ==, 1);
    }
}

static void
test_mean_and_burden (void)
{
  const PalSpanFigure figure = { 6, 4, 9 }, clear = { 3, 0, 0 }, unknown = { 0, 0, 0 };
  g_assert_cmpfloat (pal_span_figure_get_mean (&figure), ==, 2.25);
  g_assert_cmpfloat (pal_span_figure_get_burden (&figure), ==, 1.5);
  g_assert_true (isnan (pal_span_figure_get_mean (&clear)));
  g_assert_cmpfloat (pal_span_figure_get_burden (&clear), ==, 0);
  g_assert_true (isnan (pal_span_figure_get_burden (&unknown)));
}

static void
test_unknown_is_not_compared (void)
{
  g_autoptr (GPtrArray) from = create_span ("--");
  g_autoptr (GPtrArray) to = create_span ("333");
  g_autoptr (PalSpanComparison) comparison = compare (from, to);
  g_assert_cmpuint (comparison->rows->len, ==, 0);
  g_assert_cmpuint (comparison->counts[PAL_CHANGE_NOT_COMPARED], ==, 1);
  g_assert_true (g_strv_contains ((const char *const *) comparison->not_compared, "lower-leg"));
  g_assert_false (g_strv_contains ((const char *const *) comparison->not_compared, "thigh"));
}

static void
set_therapists (GPtrArray *visits, const char *names)
{
  g_auto (GStrv) words = kit_words_new (names);
  for (guint i = 0; words[i] != NULL; i++)
    pal_visit_set_text (&((PalVisit *) visits->pdata[i])->therapist, words[i]);
}

static void
test_hands (void)
{
  static const struct
  {
    const char *from, *to;
    gboolean changed;
  } cases[] = {
    { "Anna Anna", "Jo Jo", TRUE }, { "Anna Anna", "Anna Anna", FALSE },
    { "Anna Jo", "Jo Jo", FALSE },  { "", "Jo Jo", FALSE },
    { "Anna Jo", "Mira Lu", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) from = create_span ("11");
      g_autoptr (GPtrArray) to = create_span ("22");
      set_therapists (from, cases[i].from);
      set_therapists (to, cases[i].to);
      g_assert_cmpint (pal_span_changed_hands (from, to), ==, cases[i].changed);
    }
  g_autoptr (GPtrArray) visits = create_span ("111");
  set_therapists (visits, "Jo Anna Jo");
  g_autoptr (GPtrArray) names = pal_span_list_therapists (visits);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "Jo");
}

/* Properties ------------------------------------------------------------------------------------
 */

static PalChangeWord
turn (PalChangeWord word)
{
  switch (word)
    {
    case PAL_CHANGE_NEW:
      return PAL_CHANGE_GONE;
    case PAL_CHANGE_GONE:
      return PAL_CHANGE_NEW;
    case PAL_CHANGE_WORSE:
      return PAL_CHANGE_BETTER;
    case PAL_CHANGE_BETTER:
      return PAL_CHANGE_WORSE;
    case PAL_CHANGE_NONE:
    case PAL_CHANGE_SAME:
    case PAL_CHANGE_NOT_COMPARED:
      break;
    }
  return word;
}

static GPtrArray *
cut (GPtrArray *visits, guint first, guint end)
{
  GPtrArray *span = g_ptr_array_new ();
  for (guint i = first; i < end; i++)
    g_ptr_array_add (span, visits->pdata[i]);
  return span;
}

/* Looking the other way exchanges new and gone, worse and better, and nothing else. */
static void
test_swap (void)
{
  guint n_rows = 0;
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      if (file->visits->len < 2)
        continue;
      g_autoptr (GPtrArray) one = cut (file->visits, 0, file->visits->len / 2);
      g_autoptr (GPtrArray) other = cut (file->visits, file->visits->len / 2, file->visits->len);
      g_autoptr (PalSpanComparison) a = compare (one, other);
      g_autoptr (PalSpanComparison) b = compare (other, one);
      g_assert_cmpuint (a->rows->len, ==, b->rows->len);
      g_assert_cmpfloat_with_epsilon (a->similarity, b->similarity, 1e-12);
      g_assert_true (g_strv_equal ((const char *const *) a->not_compared,
                                   (const char *const *) b->not_compared));
      for (PalChangeWord word = PAL_CHANGE_NONE; word <= PAL_CHANGE_NOT_COMPARED; word++)
        g_assert_cmpuint (a->counts[word], ==, b->counts[turn (word)]);
      for (guint i = 0; i < a->rows->len; i++)
        {
          const PalSpanRow *p = a->rows->pdata[i], *q = b->rows->pdata[i];
          g_assert_true (p->region == q->region && p->side == q->side);
          g_assert_cmpint (p->change, ==, turn (q->change));
          g_assert_cmpuint (p->from.sum, ==, q->to.sum);
          n_rows++;
        }
    }
  g_assert_cmpuint (n_rows, >, 500);
}

/* A span of one visit is that visit: every row, count and group as the comparison of two visits has
 * them. */
static void
test_single_visits (void)
{
  guint n_rows = 0;
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      if (file->visits->len < 2)
        continue;
      g_autoptr (GPtrArray) one = cut (file->visits, 0, 1);
      g_autoptr (GPtrArray) other = cut (file->visits, 1, 2);
      g_autoptr (PalSpanComparison) spans = compare (one, other);
      g_autoptr (PalComparison) visits =
          pal_compare_visits (one->pdata[0], other->pdata[0], kit_get_atlas (),
                              kit_get_vocabulary ());
      g_assert_cmpuint (spans->rows->len, ==, visits->rows->len);
      g_assert_cmpfloat_with_epsilon (spans->similarity, visits->similarity, 1e-12);
      g_assert_true (g_strv_equal ((const char *const *) spans->not_compared,
                                   (const char *const *) visits->not_compared));
      for (guint i = 0; i < spans->rows->len; i++)
        {
          const PalSpanRow *p = spans->rows->pdata[i];
          const PalChangeRow *q = visits->rows->pdata[i];
          g_assert_true (p->region == q->region && p->side == q->side);
          g_assert_cmpstr (p->kind, ==, q->kind);
          g_assert_cmpint (p->change, ==, q->change);
          g_assert_cmpint ((int) p->from.sum, ==, q->from);
          g_assert_cmpint ((int) p->to.sum, ==, q->to);
          n_rows++;
        }
      g_assert_cmpuint (spans->counts[PAL_CHANGE_NOT_COMPARED], ==,
                        visits->counts[PAL_CHANGE_NOT_COMPARED]);
    }
  g_assert_cmpuint (n_rows, >, 50);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/span/figures", test_figures);
  g_test_add_func ("/insight/span/mean-and-burden", test_mean_and_burden);
  g_test_add_func ("/insight/span/unknown-is-not-compared", test_unknown_is_not_compared);
  g_test_add_func ("/insight/span/hands", test_hands);
  g_test_add_func ("/insight/span/swap", test_swap);
  g_test_add_func ("/insight/span/single-visits", test_single_visits);
  return g_test_run ();
}
