/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of left against right. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-balance-private.h"

#include <math.h>

#include "insight/pal-beta.h"
#include "insight/pal-imbalance.h"
#include "insight/pal-memo.h"

#define TAIL 0.05
#define CAUTIOUS_VISITS 2.0

/* Walks back from the last visit until the window is full, then turns the visits round. */
static void
find_window (const PalObservation *observation, PalBalanceRow *row)
{
  const guint8 *left = pal_observation_get_cells (observation, PAL_SOURCE_THERAPIST,
                                                  PAL_SLOT (row->region->index, PAL_SIDE_LEFT));
  const guint8 *right = pal_observation_get_cells (observation, PAL_SOURCE_THERAPIST,
                                                   PAL_SLOT (row->region->index, PAL_SIDE_RIGHT));
  guint found[PAL_WINDOW_VISITS];
  guint n = 0;
  for (guint visit = observation->n_visits; visit > 0 && n < PAL_WINDOW_VISITS; visit--)
    if (left[visit - 1] & right[visit - 1] & PAL_CELL_KNOWN)
      found[n++] = visit - 1;

  row->examined = n;
  for (guint i = 0; i < n; i++)
    {
      row->window[i] = found[n - 1 - i];
      row->left_severities[i] = left[row->window[i]] & PAL_CELL_SEVERITY;
      row->right_severities[i] = right[row->window[i]] & PAL_CELL_SEVERITY;
      row->left += row->left_severities[i];
      row->right += row->right_severities[i];
    }
}

static PalPairCounts
count_pair (const guint8 *left, const guint8 *right, guint n)
{
  PalPairCounts counts = { .n = n };
  for (guint i = 0; i < n; i++)
    counts.cells[PAL_PAIR_CELL (left[i], right[i])]++;
  return counts;
}

static void
measure_row (PalBalanceRow *row, const PalImbalance *imbalance)
{
  row->index = pal_balance_measure (row->left_severities, row->right_severities, row->examined,
                                    &row->low, &row->high);
  row->weight = imbalance->weight;
  if (row->left != row->right)
    row->side = row->left > row->right ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
  /* When the two ways to weigh disagree about the side, there is nothing to show. */
  row->flag = imbalance->flag && imbalance->side == row->side;
}

static gboolean
was_ever_marked (const PalObservation *observation, const PalRegion *region)
{
  const guint *first = observation->sightings[PAL_SOURCE_THERAPIST].first;
  return first[PAL_SLOT (region->index, PAL_SIDE_LEFT)] !=
         first[PAL_SLOT (region->index, PAL_SIDE_RIGHT) + 1];
}

GArray *
pal_balance_compare_sides (const PalObservation *observation)
{
  const guint n_regions = pal_atlas_get_n_regions (observation->atlas);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PalBalanceRow));
  g_autofree PalBalanceRow *pairs = g_new0 (PalBalanceRow, n_regions);
  g_autofree PalPairCounts *counts = g_new (PalPairCounts, n_regions);
  g_autofree PalImbalance *imbalances = g_new (PalImbalance, n_regions);
  guint n = 0;

  for (guint i = 0; i < n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (observation->atlas, i);
      if (!region->paired)
        continue;
      pairs[n].region = region;
      find_window (observation, &pairs[n]);
      if (pairs[n].examined == 0)
        continue;
      counts[n] =
          count_pair (pairs[n].left_severities, pairs[n].right_severities, pairs[n].examined);
      n++;
    }
  if (n == 0)
    return rows;

  pal_imbalances_weigh (counts, n, imbalances);
  for (guint i = 0; i < n; i++)
    {
      if (!was_ever_marked (observation, pairs[i].region))
        continue;
      measure_row (&pairs[i], &imbalances[i]);
      g_array_append_val (rows, pairs[i]);
    }
  return rows;
}

/* What pal_balance_measure() tells. */
typedef struct
{
  double index;
  double low;
  double high;
} Measure;

/* How many independent all-or-nothing visits would tell as much as these: visits of unequal weight
 * count for less (Kish, Survey Sampling, 1965), visits that agree with each other for more. Two
 * made-up visits of the cautious kind keep a lucky few from looking certain. */
static double
count_effective_visits (const PalPairCounts *counts, double share)
{
  double sum = 0.0;
  double sum_of_squares = 0.0;
  double spread = 0.0;
  guint visits = 0;
  for (guint left = 0; left <= 3; left++)
    for (guint right = 0; right <= 3; right++)
      {
        const guint n = counts->cells[PAL_PAIR_CELL (left, right)];
        const double both = left + right;
        const double off = left - share * both;
        sum += n * both;
        sum_of_squares += n * both * both;
        spread += n * off * off;
        visits += both > 0 ? n : 0;
      }

  const double kish = sum * sum / sum_of_squares;
  if (share == 0.0 || share == 1.0)
    return kish;
  const double all_or_nothing = share * (1.0 - share) * sum_of_squares;
  const double made_up = all_or_nothing / visits * CAUTIOUS_VISITS;
  return kish * (all_or_nothing + made_up) / (spread + made_up);
}

static Measure
measure_counts (const PalPairCounts *counts)
{
  guint sum_left = 0;
  guint sum_right = 0;
  for (guint left = 0; left <= 3; left++)
    for (guint right = 0; right <= 3; right++)
      {
        sum_left += counts->cells[PAL_PAIR_CELL (left, right)] * left;
        sum_right += counts->cells[PAL_PAIR_CELL (left, right)] * right;
      }
  if (sum_left + sum_right == 0)
    return (Measure){ NAN, NAN, NAN };

  const double share = (double) sum_left / (sum_left + sum_right);
  const double index = ((double) sum_left - sum_right) / (sum_left + sum_right);
  const double visits = count_effective_visits (counts, share);
  const double a = 0.5 + visits * sum_left / (sum_left + sum_right);
  const double b = 0.5 + visits * sum_right / (sum_left + sum_right);
  /* The upper end by the quantile of the mirror image, so that mirrored sides give the very same
   * numbers. */
  return (Measure){
    .index = index,
    .low = sum_left == 0 ? -1.0 : MIN (2.0 * pal_beta_quantile (TAIL, a, b) - 1.0, index),
    .high = sum_right == 0 ? 1.0 : MAX (1.0 - 2.0 * pal_beta_quantile (TAIL, b, a), index),
  };
}

double
pal_balance_measure (const guint8 *left, const guint8 *right, guint n, double *low, double *high)
{
  static GPrivate memo = PAL_MEMO_INIT;
  const PalPairCounts counts = count_pair (left, right, n);
  gboolean is_known;
  Measure *measure = pal_memo_find (&memo, sizeof *measure, counts.cells, &is_known);

  if (!is_known)
    *measure = measure_counts (&counts);
  *low = measure->low;
  *high = measure->high;
  return measure->index;
}
