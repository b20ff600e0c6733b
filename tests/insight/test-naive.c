/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hundreds of clients made up by chance, every figure computed a second time by the naive twin. */

#include "config.h"

#include <math.h>

#include "insight/pal-insight.h"
#include "kit.h"
#include "naive.h"
#include "random-client.h"
#include "tests/kit/kit-start.h"

#define N_CLIENTS 300
#define EXACT 1e-9

static void
assert_number (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, EXACT);
}

static char *
list_visits (const PalInsights *insights, const PalRegionRow *row)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < row->examined; i++)
    if (row->severities[i] > 0)
      g_string_append_printf (ids, "%s ", pal_insights_get_visit (insights, row->window[i])->id);
  return g_strdup (ids->str);
}

static const PalBaselineWord *
find_word (const PalClient *client, const PalRegionRow *row, PalDate at)
{
  const PalBaselineWord *found = NULL;
  for (guint i = 0; i < client->baseline->len; i++)
    {
      const PalBaselineWord *word = g_ptr_array_index (client->baseline, i);
      if (g_str_equal (word->region, row->region->id) && word->side == row->side &&
          (at == PAL_NO_DATE || word->since <= at))
        found = word;
    }
  return found;
}

static void
check_baseline (const PalInsights *insights,
                const PalRegionRow *row,
                const NaiveRow *expected,
                PalDate at)
{
  if (row->region == NULL || row->source == PAL_SOURCE_CLIENT)
    {
      g_assert_cmpint (row->baseline, ==, PAL_BASELINE_NONE);
      return;
    }
  const PalBaselineWord *word = find_word (insights->client, row, at);
  if (word != NULL)
    g_assert_cmpint (row->baseline, ==,
                     word->confirmed ? PAL_BASELINE_CONFIRMED : PAL_BASELINE_REFUSED);
  else
    g_assert_cmpint (row->baseline, ==,
                     expected->baseline ? PAL_BASELINE_SUGGESTED : PAL_BASELINE_NONE);
}

static void
check_row (const PalInsights *insights,
           const PalRegionRow *row,
           const NaiveRow *expected,
           PalDate at)
{
  g_autofree char *visits = list_visits (insights, row);
  g_assert_cmpuint (row->examined, ==, expected->examined);
  g_assert_cmpuint (row->marked, ==, expected->marked);
  g_assert_cmpuint (row->streak, ==, expected->streak);
  g_assert_cmpuint (row->clear, ==, expected->clear);
  g_assert_cmpuint (row->all_examined, ==, expected->all_examined);
  g_assert_cmpuint (row->all_marked, ==, expected->all_marked);
  g_assert_cmpint (row->first, ==, expected->first);
  g_assert_cmpint (row->last, ==, expected->last);
  g_assert_cmpint (row->since, ==, expected->since);
  g_assert_cmpint (pal_region_row_get_last_severity (row), ==, expected->last_severity);
  g_assert_cmpstr (visits, ==, expected->visits);
  assert_number (row->mean, expected->mean);
  assert_number (row->burden, expected->burden);
  assert_number (row->trend, expected->trend);
  assert_number (row->confidence, expected->confidence);
  assert_number (row->response, expected->response);
  assert_number (row->held, expected->held);
  g_assert_cmpstr (pal_region_class_to_id (row->course), ==, expected->course);
  check_baseline (insights, row, expected, at);
}

/* Walks through the rows in the order they must have; every row expected must come next. */
static void
check_subject (const PalInsights *insights,
               GArray *rows,
               guint *next,
               NaiveSubject *subject,
               const NaiveVisits *visits,
               PalDate at)
{
  const guint n_kinds = pal_vocabulary_get_n (kit_get_vocabulary (), PAL_TERMS_KIND);
  for (guint kind = 0; kind <= n_kinds; kind++)
    {
      subject->kind =
          kind == 0 ? NULL
                    : pal_vocabulary_get (kit_get_vocabulary (), PAL_TERMS_KIND, kind - 1)->id;
      g_auto (NaiveRow) expected = naive_measure (visits, subject);
      if (expected.all_marked == 0 && kind == 0)
        return;
      if (expected.all_marked == 0)
        continue;

      g_assert_cmpuint (*next, <, rows->len);
      const PalRegionRow *row = &g_array_index (rows, PalRegionRow, (*next)++);
      g_assert_cmpint (row->side, ==, subject->side);
      g_assert_cmpstr (pal_region_row_get_kind_id (row), ==,
                       subject->kind != NULL ? subject->kind : "any");
      check_row (insights, row, &expected, at);
    }
}

static void
check_regions (const PalInsights *insights,
               GArray *rows,
               PalSource source,
               const NaiveVisits *visits,
               PalDate at)
{
  guint next = 0;
  for (guint i = 0; i < pal_atlas_get_n_regions (kit_get_atlas ()); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side <= PAL_SIDE_RIGHT; side++)
      {
        const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i);
        NaiveSubject subject = { { region->id }, 1, side, NULL, source };
        if (region->paired == (side == PAL_SIDE_MIDLINE))
          continue;
        const guint first = next;
        check_subject (insights, rows, &next, &subject, visits, at);
        for (guint j = first; j < next; j++)
          g_assert_true (g_array_index (rows, PalRegionRow, j).region == region);
      }
  g_assert_cmpuint (next, ==, rows->len);
}

static void
check_structures (const PalInsights *insights, const NaiveVisits *visits, PalDate at)
{
  guint next = 0;
  for (guint i = 0; i < pal_atlas_get_n_structures (kit_get_atlas ()); i++)
    for (PalSide side = PAL_SIDE_LEFT; side <= PAL_SIDE_RIGHT; side++)
      {
        const PalStructure *structure = pal_atlas_get_structure (kit_get_atlas (), i);
        NaiveSubject subject = { { NULL }, structure->n_regions, side, NULL, PAL_SOURCE_THERAPIST };
        for (guint j = 0; j < structure->n_regions; j++)
          subject.regions[j] = pal_atlas_get_region (kit_get_atlas (), structure->regions[j])->id;
        check_subject (insights, insights->structures, &next, &subject, visits, at);
      }
  g_assert_cmpuint (next, ==, insights->structures->len);
}

static void
check_balance_row (const PalBalanceRow *row, const NaiveVisits *visits)
{
  NaiveSubject left = { { row->region->id }, 1, PAL_SIDE_LEFT, NULL, PAL_SOURCE_THERAPIST };
  NaiveSubject right = { { row->region->id }, 1, PAL_SIDE_RIGHT, NULL, PAL_SOURCE_THERAPIST };
  guint n = 0, sum_left = 0, sum_right = 0;

  for (guint i = visits->n; i > 0 && n < 12; i--)
    {
      const int l = naive_severity (visits->at[i - 1], &left);
      const int r = naive_severity (visits->at[i - 1], &right);
      if (l < 0 || r < 0)
        continue;
      n++;
      sum_left += l;
      sum_right += r;
    }
  g_assert_cmpuint (row->examined, ==, n);
  g_assert_cmpuint (row->left, ==, sum_left);
  g_assert_cmpuint (row->right, ==, sum_right);
  assert_number (row->index, sum_left + sum_right == 0
                                 ? NAN
                                 : ((double) sum_left - sum_right) / (sum_left + sum_right));
  g_assert_cmpint (row->side, ==,
                   sum_left > sum_right   ? PAL_SIDE_LEFT
                   : sum_right > sum_left ? PAL_SIDE_RIGHT
                                          : PAL_SIDE_MIDLINE);
  g_assert_true (isnan (row->index) || (row->low <= row->index && row->index <= row->high));
  g_assert_true (!row->flag || (n >= 5 && row->side != PAL_SIDE_MIDLINE));
}

static void
check_patterns (const PalInsights *insights, GPtrArray *chains, const NaiveVisits *visits)
{
  g_assert_cmpuint (insights->patterns->len, ==, 2 * chains->len);
  for (guint i = 0; i < insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (insights->patterns, PalPatternRow, i);
      const NaivePattern expected = naive_find_pattern (visits, row->chain, row->side);
      g_assert_true (row->chain == g_ptr_array_index (chains, i / 2));
      g_assert_cmpint (row->present, ==, expected.present);
      g_assert_cmpuint (row->n_seen, ==, expected.n_seen);
      g_assert_cmpuint (row->n_visits, ==, expected.n_visits);
      g_assert_cmpuint (row->of_visits, ==, expected.of_visits);
      for (guint j = 0; visits->n > 0 && j < row->n_links; j++)
        {
          g_assert_cmpuint (row->n_links, ==, expected.n_links);
          g_assert_cmpuint (row->links[j].seen, ==, expected.seen[j]);
          g_assert_cmpuint (row->links[j].looked_at, ==, expected.looked_at[j]);
          g_assert_cmpint (row->links[j].last, ==, expected.last[j] + 1);
        }
    }
}

static void
check_load (const PalInsights *insights, PalDate at)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < insights->load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (insights->load->spikes, PalLoadSpike, i);
      g_autofree char *day = pal_date_format (spike->date);
      g_ptr_array_add (lines, g_strdup_printf ("%s %06.2f %.2f %s", day, spike->km, spike->longest,
                                               pal_spike_step_to_id (spike->step)));
      g_assert_cmpfloat_with_epsilon (spike->percent,
                                      100 * (spike->km - spike->longest) / spike->longest, 1e-6);
    }
  g_ptr_array_add (lines, NULL);
  g_autofree char *found = g_strjoinv ("; ", (char **) lines->pdata);
  g_autofree char *expected = naive_spikes (insights->client, at);
  g_assert_cmpstr (found, ==, expected);
}

static void
check_interval (const PalInsights *insights, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_string_append_printf (found, "%d ", insights->interval.weeks);
  for (guint i = 0; i < PAL_INTERVAL_N_REASONS; i++)
    if (insights->interval.reasons & 1u << i)
      g_string_append_printf (found, "%s ", pal_interval_reason_to_id (1u << i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
check_client (guint32 seed, GPtrArray *chains)
{
  g_autoptr (PalClientFile) file = random_client_new (seed);
  const PalDate at = seed % 3 != 0 ? PAL_NO_DATE : (PalDate) (20100 + seed % 400);
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, at, kit_get_atlas (), kit_get_vocabulary (), chains);
  const NaiveVisits visits = naive_sort (file, at);

  g_assert_cmpuint (insights->visits->len, ==, visits.n);
  check_regions (insights, insights->regions, PAL_SOURCE_THERAPIST, &visits, at);
  check_regions (insights, insights->client_reported, PAL_SOURCE_CLIENT, &visits, at);
  check_structures (insights, &visits, at);
  for (guint i = 0; i < insights->balance->len; i++)
    check_balance_row (&g_array_index (insights->balance, PalBalanceRow, i), &visits);
  check_patterns (insights, chains, &visits);
  check_load (insights, at);
  g_autofree char *interval = naive_interval (file, &visits, at);
  check_interval (insights, interval);
}

static void
test_naive (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), &error);
  g_assert_no_error (error);
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_test_message ("client %u", seed);
      check_client (seed, chains);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/naive", test_naive);
  return g_test_run ();
}
