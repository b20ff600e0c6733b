/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The suggested interval. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-interval.h"

#include "insight/pal-course.h"

#define LONGEST_WEEKS 4
#define RACE_DAYS 42
#define SPIKE_DAYS 28
#define SPIKE_PERCENT 30.0
#define VOLUME_WEEKS 4
#define VOLUME_KM 50.0
#define VOLUME_SESSIONS 5.0

static gboolean
has_finding (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PalRegionRow *row = &g_array_index (rows, PalRegionRow, i);
      if (row->kind == NULL &&
          (row->course == PAL_CLASS_PERSISTENT || row->course == PAL_CLASS_RECURRING) &&
          pal_region_row_get_last_severity (row) >= 2)
        return TRUE;
    }
  return FALSE;
}

/* A mean over those of the last four weeks that have the number: a week without is not a week of
 * rest. */
static gboolean
has_volume (const PalLoadResult *load, PalDate last)
{
  double km = 0.0;
  double sessions = 0.0;
  guint n_km = 0;
  guint n_sessions = 0;
  guint n_weeks = 0;

  for (guint i = load->weeks->len; i > 0 && n_weeks < VOLUME_WEEKS; i--)
    {
      const PalLoadWeek *week = &g_array_index (load->weeks, PalLoadWeek, i - 1);
      if (week->monday > last)
        continue;
      n_weeks++;
      if (week->km >= 0)
        {
          km += week->km;
          n_km++;
        }
      if (week->sessions >= 0)
        {
          sessions += week->sessions;
          n_sessions++;
        }
    }
  return (n_km > 0 && km >= VOLUME_KM * n_km) ||
         (n_sessions > 0 && sessions >= VOLUME_SESSIONS * n_sessions);
}

static gboolean
has_spike (const PalLoadResult *load, PalDate last)
{
  for (guint i = 0; !load->coarse && i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      if (spike->percent > SPIKE_PERCENT && spike->date <= last && spike->date >= last - SPIKE_DAYS)
        return TRUE;
    }
  return FALSE;
}

const char *
pal_interval_reason_to_id (PalIntervalReason reason)
{
  switch (reason)
    {
    case PAL_INTERVAL_FINDING:
      return "finding";
    case PAL_INTERVAL_COMPLAINT:
      return "complaint";
    case PAL_INTERVAL_VOLUME:
      return "volume";
    case PAL_INTERVAL_RACE:
      return "race";
    case PAL_INTERVAL_SPIKE:
      return "spike";
    }
  g_return_val_if_reached (NULL);
}

PalIntervalResult
pal_interval_suggest (const PalClient *client,
                      GArray *rows,
                      GPtrArray *visits,
                      const PalLoadResult *load)
{
  PalIntervalResult result = { LONGEST_WEEKS, 0 };
  if (visits->len == 0)
    return result;

  const PalVisit *visit = g_ptr_array_index (visits, visits->len - 1);
  const PalDate last = pal_time_get_date (visit->at);
  const PalDate race = visit->state.next_race;

  if (has_finding (rows))
    result.reasons |= PAL_INTERVAL_FINDING;
  if (visit->complaint_text != NULL || visit->complaint_regions->len > 0)
    result.reasons |= PAL_INTERVAL_COMPLAINT;
  if (has_volume (load, last))
    result.reasons |= PAL_INTERVAL_VOLUME;
  if (race != PAL_NO_DATE && race >= last && race <= last + RACE_DAYS)
    result.reasons |= PAL_INTERVAL_RACE;
  if (has_spike (load, last))
    result.reasons |= PAL_INTERVAL_SPIKE;

  const guint groups[] = { PAL_INTERVAL_FINDING | PAL_INTERVAL_COMPLAINT, PAL_INTERVAL_VOLUME,
                           PAL_INTERVAL_RACE | PAL_INTERVAL_SPIKE };
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    result.weeks -= (result.reasons & groups[i]) != 0;
  return result;
}
