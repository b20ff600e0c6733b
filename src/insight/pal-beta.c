/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The incomplete beta function and its inverse. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-beta.h"

#include <float.h>
#include <math.h>

#define MAX_TERMS 500
#define MAX_HALVINGS 100

static double
keep_off_zero (double value)
{
  return fabs (value) < DBL_MIN / DBL_EPSILON ? DBL_MIN / DBL_EPSILON : value;
}

/* The continued fraction 1 / (1 + d1 / (1 + d2 / (1 + …))), whose terms come in pairs. */
static double
evaluate_fraction (double x, double a, double b)
{
  double ratio = 1.0 / keep_off_zero (1.0 - (a + b) * x / (a + 1.0));
  double tail = 1.0;
  double value = ratio;

  for (int m = 1; m <= MAX_TERMS; m++)
    {
      const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      ratio = 1.0 / keep_off_zero (1.0 + even * ratio);
      tail = keep_off_zero (1.0 + even / tail);
      value *= ratio * tail;

      const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      ratio = 1.0 / keep_off_zero (1.0 + odd * ratio);
      tail = keep_off_zero (1.0 + odd / tail);
      value *= ratio * tail;

      if (fabs (ratio * tail - 1.0) < 4 * DBL_EPSILON)
        break;
    }
  return value;
}

/* lgamma() writes to a global sign; results may be wanted from several threads. */
static double
log_gamma (double x)
{
  int sign;
  return lgamma_r (x, &sign);
}

/* ln (xᵃ (1 − x)ᵇ / B(a, b)), with the logarithm of 1 / B(a, b) given. */
static double
log_front (double x, double a, double b, double log_scale)
{
  return a * log (x) + b * log1p (-x) + log_scale;
}

static double
log_scale_for (double a, double b)
{
  return log_gamma (a + b) - log_gamma (a) - log_gamma (b);
}

static double
evaluate_cdf (double x, double a, double b, double front)
{
  if (x <= (a + 1.0) / (a + b + 2.0))
    return CLAMP (front * evaluate_fraction (x, a, b) / a, 0.0, 1.0);
  return CLAMP (1.0 - front * evaluate_fraction (1.0 - x, b, a) / b, 0.0, 1.0);
}

double
pal_beta_cdf (double x, double a, double b)
{
  g_return_val_if_fail (a > 0 && b > 0, 0.0);

  if (!(x > 0.0))
    return 0.0;
  if (x >= 1.0)
    return 1.0;
  return evaluate_cdf (x, a, b, exp (log_front (x, a, b, log_scale_for (a, b))));
}

/* A share near the quantile to begin with, by a normal approximation (Abramowitz and Stegun 1964,
 * 26.5.22 with 26.2.23); its third decimal is right for shapes above 1. Below, the mean has to do.
 */
static double
guess_quantile (double p, double a, double b)
{
  if (a <= 1.0 || b <= 1.0)
    return a / (a + b);

  const double t = sqrt (-2.0 * log (MIN (p, 1.0 - p)));
  const double tail = t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                              (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const double y = p < 0.5 ? tail : -tail;
  const double u = 1.0 / (2.0 * a - 1.0);
  const double v = 1.0 / (2.0 * b - 1.0);
  const double h = 2.0 / (u + v);
  const double k = (y * y - 3.0) / 6.0;
  const double w = y * sqrt (h + k) / h - (v - u) * (k + 5.0 / 6.0 - 2.0 / (3.0 * h));
  return a / (a + b * exp (2.0 * w));
}

double
pal_beta_quantile (double p, double a, double b)
{
  g_return_val_if_fail (a > 0 && b > 0, 0.0);

  if (!(p > 0.0))
    return 0.0;
  if (p >= 1.0)
    return 1.0;

  const double log_scale = log_scale_for (a, b);
  double low = 0.0;
  double high = 1.0;
  double x = guess_quantile (p, a, b);
  for (int i = 0; i < MAX_HALVINGS && high - low > 1e-13; i++)
    {
      const double front = exp (log_front (x, a, b, log_scale));
      const double off = evaluate_cdf (x, a, b, front) - p;
      if (off < 0)
        low = x;
      else
        high = x;
      /* The density is front / (x (1 − x)); Halley's step knows how it bends. One that leaves the
       * bracket is halved instead. */
      const double newton = off * x * (1.0 - x) / front;
      const double bend = newton * ((a - 1.0) / x - (b - 1.0) / (1.0 - x)) / 2.0;
      const double step = newton / (1.0 - CLAMP (bend, -0.5, 0.5));
      const double next = x - step;
      x = next > low && next < high ? next : (low + high) / 2;
      /* Each step cubes what is off: the next one would be too small to see. */
      if (x == next && fabs (step) < 1e-5 * MIN (x, 1.0 - x))
        break;
    }
  return x;
}
