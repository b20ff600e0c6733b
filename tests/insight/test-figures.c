/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of single functions. Expected values of the beta distribution were integrated with
 * Simpson's rule after t = sin² u, or follow from binomial sums; the others were done by hand. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "insight/pal-balance.h"
#include "insight/pal-beta.h"
#include "insight/pal-figures.h"
#include "insight/pal-imbalance.h"
#include "insight/pal-load.h"
#include "tests/kit/kit-start.h"

#define DAY G_GINT64_CONSTANT (86400)

static void
test_beta_known_values (void)
{
  const struct
  {
    double x, a, b, expected;
  } cases[] = {
    { 1 / 3.0, 3.5, 1.5, 0.042815041817 },
    { 1 / 3.0, 1.5, 3.5, 0.611903873758 },
    { 0.4, 3.5, 1.5, 0.078118515001 },
    { 0.4, 4.5, 4.5, 0.277722721053 },
    { 1 / 3.0, 12.5, 0.5, 0.000000206506 },
    { 1 / 3.0, 6.5, 6.5, 0.112354860806 },
    { 0.05, 2.5, 9.5, 0.041481653198 },
    { 0.25, 1.0, 1.0, 0.25 },
    { 1 / 3.0, 1.0, 2.0, 5 / 9.0 },
    { 0.0, 2.0, 3.0, 0.0 },
    { 1.0, 2.0, 3.0, 1.0 },
    { -1.0, 2.0, 3.0, 0.0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (pal_beta_cdf (cases[i].x, cases[i].a, cases[i].b),
                                    cases[i].expected, 1e-11);
}

/* For whole a and b, I(x; a, b) is the chance of at least a successes in a + b − 1 trials. */
static double
sum_binomial (double x, int a, int b)
{
  const int n = a + b - 1;
  double sum = 0.0;
  for (int k = a; k <= n; k++)
    {
      double term = 1.0;
      for (int i = 0; i < k; i++)
        term *= x * (n - i) / (i + 1);
      for (int i = k; i < n; i++)
        term *= 1 - x;
      sum += term;
    }
  return sum;
}

static void
test_beta_whole_numbers (void)
{
  for (int a = 1; a <= 14; a++)
    for (int b = 1; b <= 14; b++)
      for (double x = 0.05; x < 1; x += 0.09)
        g_assert_cmpfloat_with_epsilon (pal_beta_cdf (x, a, b), sum_binomial (x, a, b), 1e-12);
}

static void
test_beta_symmetry (void)
{
  for (double a = 0.5; a <= 60; a *= 1.7)
    for (double b = 0.5; b <= 60; b *= 1.9)
      for (double x = 0.01; x < 1; x += 0.07)
        {
          g_assert_cmpfloat_with_epsilon (pal_beta_cdf (x, a, b), 1 - pal_beta_cdf (1 - x, b, a),
                                          1e-12);
          /* I(x; a, b) = I(x; a + 1, b) + xᵃ(1 − x)ᵇ / (a B(a, b)): DLMF 8.17.20. */
          const double step =
              exp (a * log (x) + b * log1p (-x) + lgamma (a + b) - lgamma (a + 1) - lgamma (b));
          g_assert_cmpfloat_with_epsilon (pal_beta_cdf (x, a, b), pal_beta_cdf (x, a + 1, b) + step,
                                          1e-12);
        }
}

static void
test_beta_quantile (void)
{
  g_assert_cmpfloat_with_epsilon (pal_beta_quantile (0.1, 3.5, 1.5), 0.4315070153, 1e-8);
  g_assert_cmpfloat_with_epsilon (pal_beta_quantile (0.1, 4.5, 0.5), 0.7281374884, 1e-8);
  /* The arcsine law: Beta(½, ½) has the quantile sin²(πp / 2). */
  for (double p = 0.05; p < 1; p += 0.1)
    g_assert_cmpfloat_with_epsilon (pal_beta_quantile (p, 0.5, 0.5),
                                    sin (G_PI * p / 2) * sin (G_PI * p / 2), 1e-10);
  g_assert_cmpfloat (pal_beta_quantile (0, 2, 2), ==, 0);
  g_assert_cmpfloat (pal_beta_quantile (1, 2, 2), ==, 1);
}

static guint
read_severities (const char *digits, guint8 *severities)
{
  for (guint i = 0; digits[i] != '\0'; i++)
    severities[i] = digits[i] - '0';
  return strlen (digits);
}

static void
test_classes (void)
{
  const struct
  {
    const char *severities;
    const char *expected;
  } cases[] = {
    { "000", "none" },
    { "", "none" },
    { "1", "too-few" },
    { "12", "too-few" },
    { "2200", "resolved" },
    { "0200", "occasional" },
    { "2120", "recurring" },
    { "0120", "occasional" },
    { "11100", "resolved" },
    { "3210", "recurring" },
    { "222", "persistent" },
    { "321", "resolving" },
    { "322", "resolving" },
    { "312", "persistent" },
    { "0022", "early-sign" },
    { "0023", "occasional" },
    { "022", "occasional" },
    { "20102", "recurring" },
    { "0001", "new" },
    { "000000003", "new" },
    { "1001", "occasional" },
    { "1100000001", "occasional" },
    { "110000001", "recurring" },
    { "100000110", "recurring" },
    { "1000001110", "recurring" },
    { "1100000010", "occasional" },
    { "1223", "persistent" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 severities[PAL_WINDOW_VISITS];
      const guint n = read_severities (cases[i].severities, severities);
      g_test_message ("%s", cases[i].severities);
      g_assert_cmpstr (pal_region_class_to_id (pal_region_class_for (severities, n)), ==,
                       cases[i].expected);
    }
}

static void
test_trend (void)
{
  const PalTime fortnightly[] = { 0, 14 * DAY, 28 * DAY, 42 * DAY };
  const PalTime one_day[] = { 0, DAY / 4, DAY / 2, DAY - 1 };
  /* Two visits on one day give no slope; half days count as they are. */
  const PalTime uneven[] = { DAY / 2, DAY - 1, 2 * DAY, 9 * DAY + DAY / 2 };
  const guint8 rising[] = { 0, 2, 2, 3 };

  g_assert_cmpfloat_with_epsilon (pal_trend_per_28_days (fortnightly, rising, 4), 2.0, 1e-12);
  g_assert_true (isnan (pal_trend_per_28_days (fortnightly, rising, 3)));
  g_assert_true (isnan (pal_trend_per_28_days (one_day, rising, 4)));
  /* Slopes: 2 / 1.5, 3 / 9, 0 / 1, 1 / 8.5 … ordered 0, 1/8.5, 1/7.5, 3/9, 2/1.5: median 1/7.5. */
  g_assert_cmpfloat_with_epsilon (pal_trend_per_28_days (uneven, rising, 4), 28 / 7.5, 1e-3);
}

static void
test_confidence (void)
{
  g_assert_cmpfloat_with_epsilon (pal_confidence_one_in_three (3, 4), 0.957184958183, 1e-11);
  g_assert_cmpfloat_with_epsilon (pal_confidence_one_in_three (1, 4), 0.388096126242, 1e-11);
  /* Beyond the window nothing is taken from the table. */
  g_assert_cmpfloat_with_epsilon (pal_confidence_one_in_three (13, 13),
                                  1 - pal_beta_cdf (1 / 3.0, 13.5, 0.5), 1e-12);
  for (guint n = 1; n <= PAL_WINDOW_VISITS; n++)
    for (guint k = 0; k < n; k++)
      g_assert_cmpfloat (pal_confidence_one_in_three (k, n), <,
                         pal_confidence_one_in_three (k + 1, n));
}

static void
test_baseline (void)
{
  /* Lower 10 % points: 0.43, 0.73, 0.29, 0.22 (of 2 in 4). */
  g_assert_true (pal_baseline_is_suggested (3, 4));
  g_assert_true (pal_baseline_is_suggested (4, 4));
  g_assert_false (pal_baseline_is_suggested (4, 8));
  g_assert_false (pal_baseline_is_suggested (2, 4));
  g_assert_false (pal_baseline_is_suggested (3, 3));
  for (guint n = 4; n <= PAL_WINDOW_VISITS; n++)
    for (guint k = 0; k <= n; k++)
      g_assert_cmpint (pal_baseline_is_suggested (k, n), ==,
                       pal_beta_quantile (0.1, 0.5 + k, 0.5 + n - k) >= 0.4);
}

static void
test_balance (void)
{
  const guint8 left[] = { 2, 3, 0, 2 };
  const guint8 right[] = { 1, 0, 1, 0 };
  const guint8 even[] = { 1, 2, 1, 2 };
  const guint8 none[] = { 0, 0, 0, 0 };
  double low, high;

  g_assert_cmpfloat_with_epsilon (pal_balance_measure (left, right, 4, &low, &high), 5 / 9.0,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (low, -0.0930641, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 0.8947508, 1e-6);

  g_assert_cmpfloat (pal_balance_measure (right, none, 4, &low, &high), ==, 1.0);
  g_assert_cmpfloat (high, ==, 1.0);
  g_assert_cmpfloat (low, <, 0.2);

  g_assert_cmpfloat (pal_balance_measure (even, even, 4, &low, &high), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (low, -0.4610577, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 0.4610577, 1e-6);

  g_assert_true (isnan (pal_balance_measure (none, none, 4, &low, &high)));
  g_assert_true (isnan (low) && isnan (high));
}

/* One pair of 82 is marked on the left at every visit; on the right at @n_right of them. */
static PalImbalance
weigh_one_pair (guint n, guint n_right)
{
  PalPairCounts pairs[82] = { 0 };
  PalImbalance results[82];
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      pairs[i].n = n;
      pairs[i].cells[PAL_PAIR_CELL (0, 0)] = i == 7 ? 0 : n;
    }
  pairs[7].cells[PAL_PAIR_CELL (2, 0)] = n - n_right;
  pairs[7].cells[PAL_PAIR_CELL (2, 2)] = n_right;
  pal_imbalances_weigh (pairs, G_N_ELEMENTS (pairs), results);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (i == 7 || (!results[i].flag && results[i].side == PAL_SIDE_MIDLINE));
  return results[7];
}

static void
test_imbalance (void)
{
  g_assert_true (weigh_one_pair (6, 0).flag);
  g_assert_cmpint (weigh_one_pair (6, 0).side, ==, PAL_SIDE_LEFT);
  g_assert_false (weigh_one_pair (3, 0).flag);
  g_assert_false (weigh_one_pair (12, 12).flag);
  g_assert_false (weigh_one_pair (12, 8).flag);
  g_assert_cmpfloat (weigh_one_pair (12, 0).weight, >, weigh_one_pair (8, 0).weight);
  g_assert_cmpfloat (weigh_one_pair (8, 0).weight, >, weigh_one_pair (8, 2).weight);
}

/* A client who is marked everywhere and anyhow has a stormy background: the same pair tells less.
 */
static void
test_imbalance_learns (void)
{
  PalPairCounts pairs[82] = { 0 };
  PalImbalance calm[82], stormy[82];
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      pairs[i].n = 6;
      pairs[i].cells[PAL_PAIR_CELL (0, 0)] = 6;
    }
  pairs[0].cells[PAL_PAIR_CELL (0, 0)] = 2;
  pairs[0].cells[PAL_PAIR_CELL (1, 0)] = 4;
  pal_imbalances_weigh (pairs, G_N_ELEMENTS (pairs), calm);
  for (guint i = 1; i < G_N_ELEMENTS (pairs); i++)
    {
      pairs[i].cells[PAL_PAIR_CELL (0, 0)] = 4;
      pairs[i].cells[i % 2 == 0 ? PAL_PAIR_CELL (1, 0) : PAL_PAIR_CELL (0, 1)] = 1;
      pairs[i].cells[i % 3 == 0 ? PAL_PAIR_CELL (2, 0) : PAL_PAIR_CELL (0, 2)] = 1;
    }
  pal_imbalances_weigh (pairs, G_N_ELEMENTS (pairs), stormy);
  g_assert_cmpfloat (stormy[0].weight, <, calm[0].weight - 2);
}

static void
test_spikes (void)
{
  g_assert_cmpfloat_with_epsilon (pal_load_measure_percent (35, 13.3), 163.157895, 1e-6);
  /* As binary fractions these lie a hair beside the step. */
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (pal_load_measure_percent (14.3, 13))),
                   ==, "<=10");
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (pal_load_measure_percent (11, 10))),
                   ==, "<=10");
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (10.1)), ==, "10-30");
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (pal_load_measure_percent (13, 10))),
                   ==, "10-30");
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (100)), ==, "30-100");
  g_assert_cmpstr (pal_spike_step_to_id (pal_spike_step_for (100.1)), ==, ">100");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/beta/known-values", test_beta_known_values);
  g_test_add_func ("/insight/beta/whole-numbers", test_beta_whole_numbers);
  g_test_add_func ("/insight/beta/symmetry", test_beta_symmetry);
  g_test_add_func ("/insight/beta/quantile", test_beta_quantile);
  g_test_add_func ("/insight/figures/classes", test_classes);
  g_test_add_func ("/insight/figures/trend", test_trend);
  g_test_add_func ("/insight/figures/confidence", test_confidence);
  g_test_add_func ("/insight/figures/baseline", test_baseline);
  g_test_add_func ("/insight/balance/interval", test_balance);
  g_test_add_func ("/insight/balance/imbalance", test_imbalance);
  g_test_add_func ("/insight/balance/imbalance-learns", test_imbalance_learns);
  g_test_add_func ("/insight/load/steps", test_spikes);
  return g_test_run ();
}
