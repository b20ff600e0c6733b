/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What training and rest say in a brief: numbers as they were told, without a verdict. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-brief-private.h"
#include "report/pal-facts.h"
#include "report/pal-words-insight.h"

#define N_WEEKS 4
#define SPIKE_DAYS 42
#define N_VISITS 4

/* "42, 38, –, 51": what was not told is a dash. */
static void
append_number (GString *series, double value)
{
  g_autofree char *number = value >= 0 ? pal_facts_number (value) : g_strdup ("–");

  if (series->len > 0)
    g_string_append (series, " → ");
  g_string_append (series, number);
}

static void
write_weeks (const PalBriefSource *source, GPtrArray *lines)
{
  const PalLoadResult *load = source->insights->load;
  GArray *weeks = load->weeks->len > 0 ? load->weeks : load->run_weeks;
  guint first = weeks->len > N_WEEKS ? weeks->len - N_WEEKS : 0;
  g_autoptr (GString) series = g_string_new (NULL);
  const PalLoadWeek *last;
  g_autofree char *day = NULL;

  for (guint i = first; i < weeks->len; i++)
    append_number (series, g_array_index (weeks, PalLoadWeek, i).km);
  if (weeks->len == 0)
    return;
  last = &g_array_index (weeks, PalLoadWeek, weeks->len - 1);
  day = pal_date_format_display (last->monday);
  /* Translators: %1$s is a row of distances as in "42 → 38 → 51", %2$s a Monday. */
  g_ptr_array_add (lines,
                   g_strdup_printf (_ ("Weeks: %1$s km, the last from %2$s."), series->str, day));
}

void
pal_brief_write_load (const PalBriefSource *source, GPtrArray *lines)
{
  const PalLoadResult *load = source->insights->load;

  write_weeks (source, lines);
  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      if (source->today - spike->date <= SPIKE_DAYS)
        g_ptr_array_add (lines, pal_words_spike (spike, load->coarse));
    }
  for (guint i = 0; i < load->changes->len; i++)
    {
      const PalLoadChange *change = &g_array_index (load->changes, PalLoadChange, i);
      if (change->since_last_visit)
        g_ptr_array_add (lines, pal_words_load_change (change, source->vocabulary));
    }
}

typedef double (*GetNumber) (const PalState *state);

static double
get_sleep (const PalState *state)
{
  return state->sleep_hours;
}

static double
get_stress (const PalState *state)
{
  return state->stress;
}

static double
get_rest (const PalState *state)
{
  return state->rest_days;
}

/* Returns: (transfer full) (nullable): how a number went over the last visits; %NULL when it was
 * told at fewer than two of them. */
static char *
create_series (const PalBriefSource *source, GetNumber get)
{
  GPtrArray *visits = source->file->visits;
  guint first = visits->len > N_VISITS ? visits->len - N_VISITS : 0, told = 0;
  g_autoptr (GString) series = g_string_new (NULL);

  for (guint i = first; i < visits->len; i++)
    {
      double value = get (&((const PalVisit *) visits->pdata[i])->state);

      told += value >= 0 ? 1 : 0;
      append_number (series, value);
    }
  return told >= 2 ? g_strdup (series->str) : NULL;
}

void
pal_brief_write_recovery (const PalBriefSource *source, GPtrArray *lines)
{
  g_autofree char *sleep = create_series (source, get_sleep);
  g_autofree char *stress = create_series (source, get_stress);
  g_autofree char *rest = create_series (source, get_rest);

  if (sleep != NULL)
    /* Translators: %s is a row of numbers, as in "7 → 6.5 → 8", from the last visits. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Sleep at the last visits: %s hours."), sleep));
  if (stress != NULL)
    /* Translators: %s is a row of numbers, as in "4 → 6 → 3", from the last visits. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Stress: %s of 10."), stress));
  if (rest != NULL)
    /* Translators: %s is a row of numbers, as in "2 → 1 → 2", from the last visits. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Rest days a week: %s."), rest));
}
