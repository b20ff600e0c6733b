/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs and weeks; shoes and terrain are in pal-load-changes.c. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-load-private.h"

#include <math.h>

#define RUN_DAYS 30
#define COARSE_DAYS 28
#define DAYS_PER_WEEK 7

static double
measure_effort (int minutes, double effort)
{
  return minutes >= 0 && effort >= 0 ? minutes * effort : NAN;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PalLoadRun *left = a;
  const PalLoadRun *right = b;

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  return left->km < right->km ? -1 : left->km > right->km;
}

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const PalLoadWeek *left = a;
  const PalLoadWeek *right = b;
  return left->monday < right->monday ? -1 : left->monday > right->monday;
}

static GArray *
list_runs (const PalClient *client, PalDate at)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PalLoadRun));
  for (guint i = 0; i < client->runs->len; i++)
    {
      const PalRun *run = g_ptr_array_index (client->runs, i);
      const PalLoadRun row = { run->date, run->km, measure_effort (run->minutes, run->effort) };
      if (at == PAL_NO_DATE || run->date <= at)
        g_array_append_val (runs, row);
    }
  g_array_sort (runs, compare_runs);
  return runs;
}

static GArray *
list_weeks (const PalClient *client, PalDate at)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (PalLoadWeek));
  for (guint i = 0; i < client->training_weeks->len; i++)
    {
      const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);
      const PalLoadWeek row = {
        .monday = week->monday,
        .km = week->km,
        .longest_km = week->longest_km,
        .sessions = week->sessions,
        .load = measure_effort (week->minutes, week->effort),
      };
      if (at == PAL_NO_DATE || week->monday <= at)
        g_array_append_val (weeks, row);
    }
  g_array_sort (weeks, compare_weeks);
  return weeks;
}

/* 1970-01-01 was a Thursday. */
static PalDate
find_monday (PalDate date)
{
  const int weekday = ((date + 3) % DAYS_PER_WEEK + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  return date - weekday;
}

/* Sums runs by week. A sum that misses a number would look like a quieter week, so the load of a
 * week is known only when that of all its runs is. */
static GArray *
sum_runs (GArray *runs)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (PalLoadWeek));
  for (guint i = 0; i < runs->len; i++)
    {
      const PalLoadRun *run = &g_array_index (runs, PalLoadRun, i);
      const PalLoadWeek empty = { .monday = find_monday (run->date), .longest_km = PAL_UNSET };
      if (weeks->len == 0 ||
          g_array_index (weeks, PalLoadWeek, weeks->len - 1).monday != empty.monday)
        g_array_append_val (weeks, empty);

      PalLoadWeek *week = &g_array_index (weeks, PalLoadWeek, weeks->len - 1);
      week->km += MAX (run->km, 0.0);
      week->longest_km = MAX (week->longest_km, run->km);
      week->sessions++;
      week->load += run->load;
    }
  return weeks;
}

static void
measure_changes (GArray *weeks)
{
  for (guint i = 0; i < weeks->len; i++)
    {
      PalLoadWeek *week = &g_array_index (weeks, PalLoadWeek, i);
      const PalLoadWeek *before = i > 0 ? week - 1 : NULL;
      week->change_percent = NAN;
      if (before != NULL && before->monday == week->monday - DAYS_PER_WEEK && before->km > 0 &&
          week->km >= 0)
        week->change_percent = pal_load_measure_percent (week->km, before->km);
    }
}

static void
add_spike (GArray *spikes, PalDate date, double km, double longest)
{
  if (!(longest > 0))
    return;
  const double percent = pal_load_measure_percent (km, longest);
  const PalLoadSpike spike = { date, km, longest, percent, pal_spike_step_for (percent) };
  if (spike.step != PAL_SPIKE_UP_TO_10)
    g_array_append_val (spikes, spike);
}

static void
find_run_spikes (GArray *spikes, GArray *runs)
{
  guint first = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const PalLoadRun *run = &g_array_index (runs, PalLoadRun, i);
      double longest = PAL_UNSET;
      while (g_array_index (runs, PalLoadRun, first).date < run->date - RUN_DAYS)
        first++;
      for (guint j = first; g_array_index (runs, PalLoadRun, j).date < run->date; j++)
        longest = MAX (longest, g_array_index (runs, PalLoadRun, j).km);
      add_spike (spikes, run->date, run->km, longest);
    }
}

static void
find_week_spikes (GArray *spikes, GArray *weeks)
{
  for (guint i = 0; i < weeks->len; i++)
    {
      const PalLoadWeek *week = &g_array_index (weeks, PalLoadWeek, i);
      double longest = PAL_UNSET;
      for (guint j = i; j > 0 && week->monday - (week - i + j - 1)->monday <= COARSE_DAYS; j--)
        if ((week - i + j - 1)->monday < week->monday)
          longest = MAX (longest, (week - i + j - 1)->longest_km);
      add_spike (spikes, week->monday, week->longest_km, longest);
    }
}

static gboolean
has_distances (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, PalLoadRun, i).km >= 0)
      return TRUE;
  return FALSE;
}

const char *
pal_spike_step_to_id (PalSpikeStep step)
{
  switch (step)
    {
    case PAL_SPIKE_UP_TO_10:
      return "<=10";
    case PAL_SPIKE_10_TO_30:
      return "10-30";
    case PAL_SPIKE_30_TO_100:
      return "30-100";
    case PAL_SPIKE_ABOVE_100:
      return ">100";
    }
  g_return_val_if_reached (NULL);
}

PalSpikeStep
pal_spike_step_for (double percent)
{
  if (percent > 100.0)
    return PAL_SPIKE_ABOVE_100;
  if (percent > 30.0)
    return PAL_SPIKE_30_TO_100;
  return percent > 10.0 ? PAL_SPIKE_10_TO_30 : PAL_SPIKE_UP_TO_10;
}

double
pal_load_measure_percent (double km, double longest)
{
  g_return_val_if_fail (longest > 0, NAN);
  return round ((km - longest) * 100.0 / longest * 1e6) / 1e6;
}

PalLoadResult *
pal_load_measure (const PalClient *client, GPtrArray *visits, PalDate at)
{
  PalLoadResult *self = g_new0 (PalLoadResult, 1);
  self->runs = list_runs (client, at);
  self->weeks = list_weeks (client, at);
  self->run_weeks = sum_runs (self->runs);
  self->spikes = g_array_new (FALSE, FALSE, sizeof (PalLoadSpike));
  self->coarse = !has_distances (self->runs) && self->weeks->len > 0;
  self->changes = pal_load_list_changes (client, visits, at);

  measure_changes (self->weeks);
  measure_changes (self->run_weeks);
  if (self->coarse)
    find_week_spikes (self->spikes, self->weeks);
  else
    find_run_spikes (self->spikes, self->runs);
  return self;
}

void
pal_load_result_free (PalLoadResult *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->runs);
  g_array_unref (self->weeks);
  g_array_unref (self->run_weeks);
  g_array_unref (self->spikes);
  g_array_unref (self->changes);
  g_free (self);
}
