/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes, trend, confidence and baseline from a series of severities. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-figures.h"

#include <math.h>

#include "insight/pal-beta.h"

#define DAYS_PER_STEP 28.0
#define SECONDS_PER_DAY 86400
#define MIN_TREND_VISITS 4
#define MIN_BASELINE_VISITS 4
#define BASELINE_SHARE 0.4
#define BASELINE_DOUBT 0.1

static guint
count_marked (const guint8 *severities, guint n)
{
  guint marked = 0;
  for (guint i = 0; i < n; i++)
    marked += severities[i] > 0;
  return marked;
}

/* How many at the end are marked, or clear. */
static guint
count_at_end (const guint8 *severities, guint n, gboolean marked)
{
  guint count = 0;
  while (count < n && (severities[n - 1 - count] > 0) == marked)
    count++;
  return count;
}

static gboolean
is_falling (const guint8 *last_three)
{
  return last_three[1] <= last_three[0] && last_three[2] <= last_three[1] &&
         last_three[2] < last_three[0];
}

/* Puts the number that belongs at @place there, smaller ones before it and larger ones after it
 * (Hoare, Communications of the ACM 1961): a median needs no more order than that. */
static void
select_place (double *numbers, guint n, guint place)
{
  int first = 0;
  int last = (int) n - 1;
  while (first < last)
    {
      const double pivot = numbers[place];
      int i = first;
      int j = last;
      while (i <= j)
        {
          while (numbers[i] < pivot)
            i++;
          while (numbers[j] > pivot)
            j--;
          if (i > j)
            break;
          const double kept = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = kept;
        }
      if (j < (int) place)
        first = i;
      if ((int) place < i)
        last = j;
    }
}

static double
find_median (double *numbers, guint n)
{
  const guint middle = n / 2;
  select_place (numbers, n, middle);
  if (n % 2 == 1)
    return numbers[middle];

  double below = numbers[0];
  for (guint i = 1; i < middle; i++)
    below = MAX (below, numbers[i]);
  return (below + numbers[middle]) / 2;
}

static double
compute_confidence (guint marked, guint examined)
{
  return 1.0 - pal_beta_cdf (1.0 / 3.0, 0.5 + marked, 0.5 + examined - marked);
}

static gboolean
compute_baseline (guint marked, guint examined)
{
  if (examined < MIN_BASELINE_VISITS)
    return FALSE;
  return pal_beta_cdf (BASELINE_SHARE, 0.5 + marked, 0.5 + examined - marked) <= BASELINE_DOUBT;
}

/* The few answers there can be within a window, computed once: a large practice asks for them half
 * a million times. By examined, then marked visits. */
typedef struct
{
  double confidence[PAL_WINDOW_VISITS + 1][PAL_WINDOW_VISITS + 1];
  gboolean baseline[PAL_WINDOW_VISITS + 1][PAL_WINDOW_VISITS + 1];
} Answers;

static const Answers *
get_answers (void)
{
  static Answers answers;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint examined = 0; examined <= PAL_WINDOW_VISITS; examined++)
        for (guint marked = 0; marked <= examined; marked++)
          {
            answers.confidence[examined][marked] = compute_confidence (marked, examined);
            answers.baseline[examined][marked] = compute_baseline (marked, examined);
          }
      g_once_init_leave (&ready, 1);
    }
  return &answers;
}

const char *
pal_region_class_to_id (PalRegionClass class_)
{
  switch (class_)
    {
    case PAL_CLASS_NONE:
      return "none";
    case PAL_CLASS_TOO_FEW:
      return "too-few";
    case PAL_CLASS_NEW:
      return "new";
    case PAL_CLASS_EARLY_SIGN:
      return "early-sign";
    case PAL_CLASS_OCCASIONAL:
      return "occasional";
    case PAL_CLASS_RECURRING:
      return "recurring";
    case PAL_CLASS_PERSISTENT:
      return "persistent";
    case PAL_CLASS_RESOLVING:
      return "resolving";
    case PAL_CLASS_RESOLVED:
      return "resolved";
    case PAL_CLASS_N:
      break;
    }
  g_return_val_if_reached (NULL);
}

PalRegionClass
pal_region_class_for (const guint8 *severities, guint n)
{
  return pal_region_class_for_counted (severities, n, count_marked (severities, n),
                                       count_at_end (severities, n, TRUE),
                                       count_at_end (severities, n, FALSE));
}

PalRegionClass
pal_region_class_for_counted (
    const guint8 *severities, guint n, guint marked, guint streak, guint clear)
{
  const gboolean often = marked >= 3 && 3 * marked >= n;

  if (marked == 0)
    return PAL_CLASS_NONE;
  if (n < 3)
    return PAL_CLASS_TOO_FEW;
  if (clear >= 2)
    return marked >= 2 ? PAL_CLASS_RESOLVED : PAL_CLASS_OCCASIONAL;
  if (clear == 1)
    return often ? PAL_CLASS_RECURRING : PAL_CLASS_OCCASIONAL;
  if (streak >= 3)
    return is_falling (severities + n - 3) ? PAL_CLASS_RESOLVING : PAL_CLASS_PERSISTENT;
  if (marked == 2 && streak == 2 && n >= 4 && MAX (severities[n - 2], severities[n - 1]) <= 2)
    return PAL_CLASS_EARLY_SIGN;
  if (often)
    return PAL_CLASS_RECURRING;
  return marked == 1 ? PAL_CLASS_NEW : PAL_CLASS_OCCASIONAL;
}

/* Most visits are so far apart that no day has to be worked out. @later is not before @earlier. */
static gboolean
is_same_day (PalTime earlier, PalTime later)
{
  return later - earlier < SECONDS_PER_DAY &&
         pal_time_get_date (earlier) == pal_time_get_date (later);
}

/* Whether the middle of all slopes is 0, told by their signs alone: so it is for most series, and
 * then there is nothing to divide or to sort. Of each severity it is enough to know how many visits
 * of earlier days were below it and above it: eight numbers of a byte, counted up all at once. */
static gboolean
is_level (const PalTime *at, const guint8 *severities, guint n)
{
  /* By severity: adds 1 below all larger ones (bytes 0 to 3), and above all smaller ones (4 to 7).
   */
  static const guint64 counted[] = {
    G_GUINT64_CONSTANT (0x0000000001010100),
    G_GUINT64_CONSTANT (0x0000000101010000),
    G_GUINT64_CONSTANT (0x0000010101000000),
    G_GUINT64_CONSTANT (0x0001010100000000),
  };
  guint64 before = 0;
  guint n_before = 0;
  guint n_slopes = 0;
  guint rising = 0;
  guint falling = 0;
  for (guint j = 0; j < n; j++)
    {
      for (; n_before < j && !is_same_day (at[n_before], at[j]); n_before++)
        before += counted[severities[n_before]];
      n_slopes += n_before;
      rising += before >> (8 * severities[j]) & 0xff;
      falling += before >> (8 * severities[j] + 32) & 0xff;
    }
  return n_slopes > 0 && 2 * MAX (rising, falling) + 1 <= n_slopes - (n_slopes % 2 == 0);
}

double
pal_trend_per_28_days (const PalTime *at, const guint8 *severities, guint n)
{
  double slopes[PAL_WINDOW_VISITS * (PAL_WINDOW_VISITS - 1) / 2];
  guint n_slopes = 0;

  g_return_val_if_fail (n <= PAL_WINDOW_VISITS, NAN);
  if (n < MIN_TREND_VISITS)
    return NAN;

  if (is_level (at, severities, n))
    return 0.0;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (!is_same_day (at[i], at[j]))
        slopes[n_slopes++] = (severities[j] - severities[i]) * DAYS_PER_STEP * SECONDS_PER_DAY /
                             (double) (at[j] - at[i]);
  return n_slopes == 0 ? NAN : find_median (slopes, n_slopes);
}

double
pal_confidence_one_in_three (guint marked, guint examined)
{
  g_return_val_if_fail (marked <= examined, NAN);

  if (examined > PAL_WINDOW_VISITS)
    return compute_confidence (marked, examined);
  return get_answers ()->confidence[examined][marked];
}

gboolean
pal_baseline_is_suggested (guint marked, guint examined)
{
  g_return_val_if_fail (marked <= examined, FALSE);

  if (examined > PAL_WINDOW_VISITS)
    return compute_baseline (marked, examined);
  return get_answers ()->baseline[examined][marked];
}
