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
  double x = a / (a + b);
  for (int i = 0; i < MAX_HALVINGS && high - low > 1e-13; i++)
    {
      const double front = exp (log_front (x, a, b, log_scale));
      const double off = evaluate_cdf (x, a, b, front) - p;
      if (off < 0)
        low = x;
      else
        high = x;
      /* The density is front / (x (1 − x)); a step that leaves the bracket is halved instead. */
      const double step = off * x * (1.0 - x) / front;
      const double next = x - step;
      x = next > low && next < high ? next : (low + high) / 2;
      /* Each step squares what is off: the next one would be too small to see. */
      if (x == next && fabs (step) < 1e-8 * x)
        break;
    }
  return x;
}
