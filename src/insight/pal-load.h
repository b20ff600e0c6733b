/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Training load: long runs against what the body was used to, weeks, shoes and terrain (insight,
 * section 6). */

#pragma once

#include "record/pal-client.h"

G_BEGIN_DECLS

/**
 * PalSpikeStep:
 * @PAL_SPIKE_UP_TO_10: up to 10 % over; never listed
 * @PAL_SPIKE_10_TO_30: above 10 to 30 %
 * @PAL_SPIKE_30_TO_100: above 30 to 100 %
 * @PAL_SPIKE_ABOVE_100: more than twice as far
 *
 * How far a run went beyond the longest of the 30 days before it. In 5,200 runners the rates of
 * overuse injury were 1.64, 1.52 and 2.28 times that of runs up to 10 % over.
 *
 * Source: Frandsen et al., Br J Sports Med 2025.
 */
typedef enum
{
  PAL_SPIKE_UP_TO_10,
  PAL_SPIKE_10_TO_30,
  PAL_SPIKE_30_TO_100,
  PAL_SPIKE_ABOVE_100
} PalSpikeStep;

/** pal_spike_step_to_id: Returns: "<=10", "10-30", "30-100" or ">100". */
const char *pal_spike_step_to_id (PalSpikeStep step);

/**
 * pal_spike_step_for:
 * @percent: as pal_load_measure_percent() gives it
 */
PalSpikeStep pal_spike_step_for (double percent);

/**
 * pal_load_measure_percent:
 * @km: the run
 * @longest: the longest before it, above 0
 *
 * Percent over, rounded to a millionth so that 11 km after 10 km is exactly 10 %.
 *
 * Example: 35 km after 13.3 km is 163.2 % over.
 */
double pal_load_measure_percent (double km, double longest);

/** PalLoadSpike: a run (when coarse: a week, at its Monday) that went more than 10 % over. */
typedef struct
{
  PalDate date;
  double km;
  double longest;
  double percent;
  PalSpikeStep step;
} PalLoadSpike;

/**
 * PalLoadRun:
 * @km: or %PAL_UNSET
 * @load: minutes × effort (Foster et al., J Strength Cond Res 2001), NAN when one is not known
 *
 * Example: 100 minutes at effort 6 are a load of 600.
 */
typedef struct
{
  PalDate date;
  double km;
  double load;
} PalLoadRun;

/**
 * PalLoadWeek:
 * @km: or %PAL_UNSET
 * @longest_km: or %PAL_UNSET
 * @sessions: or %PAL_UNSET
 * @change_percent: against the calendar week before; NAN when that is not known or was 0 km. A
 *   number without verdict: the study above found no relation with injury
 * @load: as in #PalLoadRun
 */
typedef struct
{
  PalDate monday;
  double km;
  double longest_km;
  int sessions;
  double change_percent;
  double load;
} PalLoadWeek;

/** PalLoadChangeWhat: what changed under the feet. */
typedef enum
{
  PAL_LOAD_CHANGE_SHOES,
  PAL_LOAD_CHANGE_TERRAIN
} PalLoadChangeWhat;

/** PAL_LOAD_MEMORY_DAYS: shoes or terrain left for others for longer are new again. */
#define PAL_LOAD_MEMORY_DAYS 56

/**
 * PalLoadChange:
 * @date: the run, week, visit or entry of the shoe log that first shows it
 * @from: what was mentioned last on a day before: shoes as they were typed, terrain by id
 * @to: what is new: not mentioned on the last day that mentioned any, nor within
 *   %PAL_LOAD_MEMORY_DAYS, so that two pairs worn in turn are no change
 * @since_last_visit: after the day of the visit before the last one: worth asking about now
 */
typedef struct
{
  PalDate date;
  PalLoadChangeWhat what;
  char *from;
  char *to;
  gboolean since_last_visit;
} PalLoadChange;

/**
 * PalLoadResult:
 * @coarse: weeks only, no single runs: a week's longest run against the longest of the four weeks
 *   before
 * @spikes: (element-type PalLoadSpike): oldest first
 * @weeks: (element-type PalLoadWeek): the recorded weeks, oldest first
 * @run_weeks: (element-type PalLoadWeek): single runs summed by week, oldest first
 * @runs: (element-type PalLoadRun): oldest first
 * @changes: (element-type PalLoadChange): of shoes and terrain, oldest first
 *
 * There is no acute:chronic ratio: the study found no relation with injury.
 */
typedef struct
{
  gboolean coarse;
  GArray *spikes;
  GArray *weeks;
  GArray *run_weeks;
  GArray *runs;
  GArray *changes;
} PalLoadResult;

/**
 * pal_load_measure:
 * @visits: (element-type PalVisit): oldest first
 * @at: the last day to look at, or %PAL_NO_DATE for all
 *
 * Example: runs of 13.2 km on 1 February, 13.3 km on the 8th and 35 km on the 22nd: one spike, the
 * last, 163.2 % over. A run without another in the 30 days before it says nothing.
 *
 * Returns: (transfer full): never %NULL
 */
PalLoadResult *pal_load_measure (const PalClient *client, GPtrArray *visits, PalDate at);

void pal_load_result_free (PalLoadResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalLoadResult, pal_load_result_free)

G_END_DECLS
