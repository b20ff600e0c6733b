/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rule that flags imbalances. Likelihoods are multiplied as they are, without logarithms: with
 * twelve visits the smallest is far above what a double can hold. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-imbalance.h"

#include <math.h>
#include <string.h>

#include "insight/pal-memo.h"

#define N_STRAY 6
#define N_LIKENESS 5
#define N_SHARE 3
#define N_STRAY_SEVERITIES 2

/* One number that may take one of a few values, each with its probability beforehand. */
typedef struct
{
  double value;
  double prior;
} Guess;

/* Mean severities before rounding to 1, 2 or 3; visits scatter around them. */
#define SEVERITY_SCATTER 0.6

/* Chance of a stray mark, per side and visit. */
static const Guess stray_rates[N_STRAY] = { { 0.003, 1 }, { 0.007, 1 }, { 0.014, 1 },
                                            { 0.025, 1 }, { 0.045, 1 }, { 0.08, 1 } };
static const Guess stray_severities[N_STRAY_SEVERITIES] = { { 1.2, 0.65 }, { 1.8, 0.35 } };

/* Correlation of the two sides of one day, in pairs that are tight alike. */
static const Guess likenesses[N_LIKENESS] = {
  { 0.0, 1 }, { 0.2, 1 }, { 0.4, 1 }, { 0.6, 1 }, { 0.8, 1 }
};
/* Share of pairs that are tight alike. */
static const Guess alike_shares[N_SHARE] = { { 0.04, 1 }, { 0.1, 1 }, { 0.25, 1 } };
static const Guess alike_rates[] = { { 0.1, 0.03 }, { 0.2, 0.07 }, { 0.3, 0.13 },
                                     { 0.4, 0.16 }, { 0.5, 0.16 }, { 0.6, 0.16 },
                                     { 0.7, 0.15 }, { 0.8, 0.10 }, { 0.9, 0.04 } };
static const Guess alike_severities[] = {
  { 1.2, 0.25 }, { 1.6, 0.25 }, { 2.0, 0.25 }, { 2.4, 0.25 }
};

/* What counts as an imbalance: the rates and severities of its two sides. */
static const Guess heavy_rates[] = { { 0.7, 0.2 }, { 0.85, 0.6 }, { 0.95, 0.2 } };
static const Guess light_rates[] = { { 0.05, 0.2 }, { 0.15, 0.6 }, { 0.28, 0.2 } };
static const Guess heavy_severities[] = { { 1.8, 0.25 }, { 2.2, 0.5 }, { 2.6, 0.25 } };
static const Guess light_severities[] = { { 1.2, 0.7 }, { 1.7, 0.3 } };
#define UNEQUAL_LIKENESS 0.15

/* Share of pairs that are imbalanced, when the background is learned: so that one clear imbalance
 * does not pass for a stormy background. */
#define UNEQUAL_SHARE 0.01

/* So many pairs with the same counts are multiplied one by one; for more a logarithm is cheaper. */
#define MAX_REPEATED 8

#define N_RATES_ALIKE (G_N_ELEMENTS (alike_rates) * G_N_ELEMENTS (alike_severities))
#define N_QUIET (N_STRAY * N_STRAY_SEVERITIES)
#define N_ALIKE (N_LIKENESS * N_RATES_ALIKE)
#define N_UNEQUAL                                                                                  \
  (G_N_ELEMENTS (heavy_rates) * G_N_ELEMENTS (light_rates) * G_N_ELEMENTS (heavy_severities) *     \
   G_N_ELEMENTS (light_severities))

/* The sets of values in one row, the three things a pair may be one after the other. */
#define FIRST_ALIKE N_QUIET
#define FIRST_UNEQUAL (FIRST_ALIKE + N_ALIKE)
#define N_SETS (FIRST_UNEQUAL + N_UNEQUAL)

/* By set of values: its probability beforehand, and those of the sixteen outcomes of one visit.
 * Sets lie next to each other, so that the processor takes several at once. Most visits of most
 * pairs show nothing on either side: powers of that outcome are kept. */
typedef struct
{
  double prior[N_SETS];
  double cells[PAL_PAIR_CELLS][N_SETS];
  double nothing[PAL_WINDOW_VISITS + 1][N_SETS];
} Model;

/* How well one pair's visits fit each of the three things it may be. */
typedef struct
{
  double quiet[N_STRAY];
  double alike[N_LIKENESS];
  double left;
  double right;
} Fit;

/* What was learned of the client: how likely a pair is to be quiet with each rate of stray marks,
 * and alike with each likeness. Together 1. */
typedef struct
{
  double quiet[N_STRAY];
  double alike[N_LIKENESS];
} Background;

static double
normal_cdf (double z)
{
  return 0.5 * erfc (-z * M_SQRT1_2);
}

static void
spread_severity (double mean, double *severities)
{
  const double up_to_1 = normal_cdf ((1.5 - mean) / SEVERITY_SCATTER);
  const double up_to_2 = normal_cdf ((2.5 - mean) / SEVERITY_SCATTER);
  severities[1] = up_to_1;
  severities[2] = up_to_2 - up_to_1;
  severities[3] = 1.0 - up_to_2;
}

/* What one side may be like. */
typedef struct
{
  double rate;
  double severity;
} SideGuess;

/* @likeness is the share of visits at which both sides are ruled by the same chance. */
static void
fill_set (Model *model, guint set, double prior, SideGuess one, SideGuess other, double likeness)
{
  double left[4], right[4];
  spread_severity (one.severity, left);
  spread_severity (other.severity, right);
  left[0] = right[0] = 1.0;

  const double both =
      likeness * MIN (one.rate, other.rate) + (1.0 - likeness) * one.rate * other.rate;
  model->prior[set] = prior;
  for (int l = 0; l <= 3; l++)
    for (int r = 0; r <= 3; r++)
      {
        double pattern = both;
        if (l == 0 && r == 0)
          pattern = 1.0 - one.rate - other.rate + both;
        else if (r == 0)
          pattern = one.rate - both;
        else if (l == 0)
          pattern = other.rate - both;
        model->cells[PAL_PAIR_CELL (l, r)][set] = pattern * left[l] * right[r];
      }
}

static void
fill_quiet (Model *model)
{
  guint set = 0;
  for (guint i = 0; i < N_STRAY; i++)
    for (guint j = 0; j < N_STRAY_SEVERITIES; j++)
      {
        const SideGuess side = { stray_rates[i].value, stray_severities[j].value };
        fill_set (model, set++, stray_severities[j].prior, side, side, 0.0);
      }
}

static void
fill_alike (Model *model)
{
  guint set = FIRST_ALIKE;
  for (guint i = 0; i < N_LIKENESS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (alike_rates); j++)
      for (guint k = 0; k < G_N_ELEMENTS (alike_severities); k++)
        {
          const SideGuess side = { alike_rates[j].value, alike_severities[k].value };
          fill_set (model, set++, alike_rates[j].prior * alike_severities[k].prior, side, side,
                    likenesses[i].value);
        }
}

/* With the left as the heavy side; the other comes by turning the counts over. */
static void
fill_unequal (Model *model)
{
  guint set = FIRST_UNEQUAL;
  for (guint i = 0; i < G_N_ELEMENTS (heavy_rates); i++)
    for (guint j = 0; j < G_N_ELEMENTS (light_rates); j++)
      for (guint k = 0; k < G_N_ELEMENTS (heavy_severities); k++)
        for (guint l = 0; l < G_N_ELEMENTS (light_severities); l++)
          {
            const SideGuess heavy = { heavy_rates[i].value, heavy_severities[k].value };
            const SideGuess light = { light_rates[j].value, light_severities[l].value };
            fill_set (model, set++,
                      heavy_rates[i].prior * light_rates[j].prior * heavy_severities[k].prior *
                          light_severities[l].prior,
                      heavy, light, UNEQUAL_LIKENESS);
          }
}

static void
fill_powers (Model *model)
{
  for (guint set = 0; set < N_SETS; set++)
    {
      model->nothing[0][set] = 1.0;
      for (guint n = 1; n <= PAL_WINDOW_VISITS; n++)
        model->nothing[n][set] =
            model->nothing[n - 1][set] * model->cells[PAL_PAIR_CELL (0, 0)][set];
    }
}

static const Model *
get_model (void)
{
  static Model model;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      fill_quiet (&model);
      fill_alike (&model);
      fill_unequal (&model);
      fill_powers (&model);
      g_once_init_leave (&ready, 1);
    }
  return &model;
}

/* Multiplies four factors of each set at a time, so that the products are fetched and put back a
 * quarter as often. */
static void
multiply_sets (double *products, const double *const *factors, guint first)
{
  const double *a = factors[0];
  const double *b = factors[1];
  const double *c = factors[2];
  const double *d = factors[3];
  for (guint set = first; set < N_SETS; set++)
    products[set] *= (a[set] * b[set]) * (c[set] * d[set]);
}

/* The probability of the visits under each set from @first on, times that of the set itself. */
static void
weigh_sets (const Model *model, const guint8 *cells, guint first, double *products)
{
  const double *factors[4];
  guint n_factors = 0;
  guint nothing = cells[PAL_PAIR_CELL (0, 0)];

  memcpy (products + first, model->prior + first, (N_SETS - first) * sizeof (double));
  for (; nothing > PAL_WINDOW_VISITS; nothing -= PAL_WINDOW_VISITS)
    for (guint set = first; set < N_SETS; set++)
      products[set] *= model->nothing[PAL_WINDOW_VISITS][set];
  factors[n_factors++] = model->nothing[nothing];
  for (guint cell = 0; cell < PAL_PAIR_CELLS; cell++)
    for (guint8 n = 0; cell != PAL_PAIR_CELL (0, 0) && n < cells[cell]; n++)
      {
        factors[n_factors++] = model->cells[cell];
        if (n_factors < G_N_ELEMENTS (factors))
          continue;
        multiply_sets (products, factors, first);
        n_factors = 0;
      }
  if (n_factors == 0)
    return;
  /* To the power of 0 everything is 1. */
  while (n_factors < G_N_ELEMENTS (factors))
    factors[n_factors++] = model->nothing[0];
  multiply_sets (products, factors, first);
}

static double
add_up (const double *products, guint n)
{
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += products[i];
  return sum;
}

static void
fit_pair_anew (const Model *model, const PalPairCounts *pair, Fit *fit)
{
  double products[N_SETS];
  guint8 mirrored[PAL_PAIR_CELLS];
  for (guint l = 0; l <= 3; l++)
    for (guint r = 0; r <= 3; r++)
      mirrored[PAL_PAIR_CELL (r, l)] = pair->cells[PAL_PAIR_CELL (l, r)];

  weigh_sets (model, pair->cells, 0, products);
  for (guint i = 0; i < N_STRAY; i++)
    fit->quiet[i] = add_up (products + i * N_STRAY_SEVERITIES, N_STRAY_SEVERITIES);
  for (guint i = 0; i < N_LIKENESS; i++)
    fit->alike[i] = add_up (products + FIRST_ALIKE + i * N_RATES_ALIKE, N_RATES_ALIKE);
  fit->left = add_up (products + FIRST_UNEQUAL, N_UNEQUAL);
  weigh_sets (model, mirrored, FIRST_UNEQUAL, products);
  fit->right = add_up (products + FIRST_UNEQUAL, N_UNEQUAL);
}

static void
fit_pair (const Model *model, const PalPairCounts *pair, Fit *fit)
{
  static GPrivate memo = PAL_MEMO_INIT;
  gboolean is_known;
  Fit *kept = pal_memo_find (&memo, sizeof *kept, pair->cells, &is_known);

  if (!is_known)
    fit_pair_anew (model, pair, kept);
  *fit = *kept;
}

/* Pairs with the same counts fit the same, and most were never marked: then one fit serves many. */
static guint
fit_pairs (const PalPairCounts *pairs, guint n_pairs, Fit *fits, guint *kind_of, guint *n_of)
{
  const Model *model = get_model ();
  g_autofree guint *example = g_new (guint, n_pairs);
  guint n_kinds = 0;

  for (guint i = 0; i < n_pairs; i++)
    {
      guint kind = 0;
      while (kind < n_kinds &&
             memcmp (pairs[example[kind]].cells, pairs[i].cells, PAL_PAIR_CELLS) != 0)
        kind++;
      if (kind == n_kinds)
        {
          example[n_kinds++] = i;
          n_of[kind] = 0;
          fit_pair (model, &pairs[i], &fits[kind]);
        }
      kind_of[i] = kind;
      n_of[kind]++;
    }
  return n_kinds;
}

#define N_CELLS (N_STRAY * N_LIKENESS * N_SHARE)

/* P(visits of one pair | each cell). What is the same for several cells is multiplied once. */
static void
fit_cells (const Fit *fit, double *factors)
{
  const double unequal = UNEQUAL_SHARE * (fit->left + fit->right) / 2;
  for (guint share = 0; share < N_SHARE; share++)
    {
      const double alike_share = (1.0 - UNEQUAL_SHARE) * alike_shares[share].value;
      const double quiet_share = (1.0 - UNEQUAL_SHARE) * (1.0 - alike_shares[share].value);
      double alike[N_LIKENESS];
      for (guint j = 0; j < N_LIKENESS; j++)
        alike[j] = alike_share * fit->alike[j] + unequal;
      for (guint i = 0; i < N_STRAY; i++)
        for (guint j = 0; j < N_LIKENESS; j++)
          *factors++ = quiet_share * fit->quiet[i] + alike[j];
    }
}

/* Moves what was multiplied so far into the sums of logarithms. */
static void
take_logarithms (double *products, double *sums)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      sums[i] += log (products[i]);
      products[i] = 1.0;
    }
}

/* ln P(all pairs | each cell). Logarithms are dear, so that as many factors are multiplied before
 * each as the range of a double allows: none is below 1e-60. */
static void
fit_background (const Fit *fits, const guint *n_of, guint n_kinds, double *sums)
{
  double products[N_CELLS];
  double factors[N_CELLS];
  for (guint i = 0; i < N_CELLS; i++)
    products[i] = 1.0;

  memset (sums, 0, N_CELLS * sizeof *sums);
  for (guint kind = 0; kind < n_kinds; kind++)
    {
      double least = 1.0;
      fit_cells (&fits[kind], factors);
      if (n_of[kind] > MAX_REPEATED)
        {
          for (guint i = 0; i < N_CELLS; i++)
            sums[i] += n_of[kind] * log (factors[i]);
          continue;
        }
      for (guint n = 0; n < n_of[kind]; n++)
        {
          for (guint i = 0; i < N_CELLS; i++)
            {
              products[i] *= factors[i];
              least = MIN (least, products[i]);
            }
          if (least < 1e-200)
            {
              take_logarithms (products, sums);
              least = 1.0;
            }
        }
    }
  take_logarithms (products, sums);
}

static void
learn_background (const Fit *fits, const guint *n_of, guint n_kinds, Background *background)
{
  double cells[N_CELLS];
  double highest = -INFINITY;
  double sum = 0.0;

  fit_background (fits, n_of, n_kinds, cells);
  for (guint i = 0; i < N_CELLS; i++)
    highest = MAX (highest, cells[i]);
  for (guint i = 0; i < N_CELLS; i++)
    sum += cells[i] = exp (cells[i] - highest);

  /* All that is asked of it is the mean of a sum, so that its parts do. */
  *background = (Background){ 0 };
  for (guint i = 0; i < N_CELLS; i++)
    {
      const double alike = alike_shares[i / (N_STRAY * N_LIKENESS)].value;
      background->quiet[i / N_LIKENESS % N_STRAY] += (1.0 - alike) * cells[i] / sum;
      background->alike[i % N_LIKENESS] += alike * cells[i] / sum;
    }
}

static PalImbalance
judge_pair (const Fit *fit, const Background *background, const PalPairCounts *pair)
{
  PalImbalance result = { 0.0, PAL_SIDE_MIDLINE, FALSE };
  if (pair->cells[PAL_PAIR_CELL (0, 0)] == pair->n)
    return result;

  /* P(visits | quiet or alike), over all that the background may be. */
  double chance = 0.0;
  for (guint i = 0; i < N_STRAY; i++)
    chance += background->quiet[i] * fit->quiet[i];
  for (guint i = 0; i < N_LIKENESS; i++)
    chance += background->alike[i] * fit->alike[i];

  result.weight = log (MAX (fit->left, fit->right) / chance);
  if (fit->left != fit->right)
    result.side = fit->left > fit->right ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
  result.flag = pair->n >= PAL_IMBALANCE_MIN_VISITS && result.weight >= PAL_IMBALANCE_WEIGHT;
  return result;
}

void
pal_imbalances_weigh (const PalPairCounts *pairs, guint n_pairs, PalImbalance *results)
{
  g_return_if_fail (n_pairs > 0);

  g_autofree Fit *fits = g_new (Fit, n_pairs);
  g_autofree guint *kind_of = g_new (guint, n_pairs);
  g_autofree guint *n_of = g_new (guint, n_pairs);
  Background background;

  const guint n_kinds = fit_pairs (pairs, n_pairs, fits, kind_of, n_of);
  learn_background (fits, n_of, n_kinds, &background);
  for (guint i = 0; i < n_pairs; i++)
    results[i] = judge_pair (&fits[kind_of[i]], &background, &pairs[i]);
}
