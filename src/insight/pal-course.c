/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of regions and structures. A structure is a region with several slots: examined when any of
 * them is, marked with the largest severity of them. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-course-private.h"

#include <math.h>
#include <string.h>

#define ANY_KIND G_MAXUINT
#define MAX_PARTS 16
/* A client has some fifty; the array grows when there are more. */
#define USUAL_ROWS 64

/* What a group of rows is about, with the visits at which it was looked at. */
typedef struct
{
  const PalRegion *region;
  const PalStructure *structure;
  PalSide side;
  PalSource source;
  PalSlot slots[MAX_PARTS];
  /* Where the next kind begins among the sightings of each slot, which are sorted by kind. */
  guint next[MAX_PARTS];
  guint n_slots;
  guint n_known;
  guint n_window;
  guint window[PAL_WINDOW_VISITS];
} Subject;

/* One kind of a subject over all visits; by visit, and reused from row to row. */
typedef struct
{
  guint8 *severities;
  gint8 *afters;
  guint all_marked;
  int response_sum;
  guint n_responses;
} Series;

/* Finds the visits at which any part was known, and the last of them. */
static void
find_window (const PalObservation *observation, Subject *subject, guint8 *joined)
{
  const guint n_visits = observation->n_visits;
  const guint8 *cells = pal_observation_get_cells (observation, subject->source, subject->slots[0]);
  guint visit;

  if (subject->n_slots > 1)
    {
      memcpy (joined, cells, n_visits);
      for (guint i = 1; i < subject->n_slots; i++)
        {
          cells = pal_observation_get_cells (observation, subject->source, subject->slots[i]);
          for (visit = 0; visit < n_visits; visit++)
            joined[visit] |= cells[visit];
        }
      cells = joined;
    }

  subject->n_known = 0;
  for (visit = 0; visit < n_visits; visit++)
    subject->n_known += (cells[visit] & PAL_CELL_KNOWN) != 0;

  subject->n_window = MIN (subject->n_known, PAL_WINDOW_VISITS);
  visit = n_visits;
  for (guint left = subject->n_window; left > 0; visit--)
    if (cells[visit - 1] & PAL_CELL_KNOWN)
      subject->window[--left] = visit - 1;
}

static void
add_sighting (Series *series, const PalSighting *item, guint window_start)
{
  series->all_marked += series->severities[item->visit] == 0;
  series->severities[item->visit] = MAX (series->severities[item->visit], item->before);
  series->afters[item->visit] = MAX (series->afters[item->visit], item->after);
  if (item->after != PAL_UNSET && item->visit >= window_start)
    {
      series->response_sum += item->before - item->after;
      series->n_responses++;
    }
}

/* Lays the marks of one kind, or of any, over the visits. Kinds are asked for in their order. */
static void
fill_series (const PalObservation *observation, Subject *subject, guint kind, Series *series)
{
  const PalSightings *sightings = &observation->sightings[subject->source];
  const guint window_start = subject->n_window > 0 ? subject->window[0] : 0;

  memset (series->severities, 0, observation->n_visits);
  memset (series->afters, PAL_UNSET, observation->n_visits);
  series->all_marked = 0;
  series->response_sum = 0;
  series->n_responses = 0;

  for (guint i = 0; i < subject->n_slots; i++)
    {
      const guint end = sightings->first[subject->slots[i] + 1];
      guint j = kind == ANY_KIND ? sightings->first[subject->slots[i]] : subject->next[i];
      for (; j < end && (kind == ANY_KIND || sightings->items[j].kind == kind); j++)
        add_sighting (series, &sightings->items[j], window_start);
      subject->next[i] = kind == ANY_KIND ? sightings->first[subject->slots[i]] : j;
    }
}

static double
measure_held (const PalRegionRow *row, const Series *series)
{
  int sum = 0;
  guint n = 0;
  for (guint i = 0; i + 1 < row->examined; i++)
    {
      const int after = series->afters[row->window[i]];
      if (after == PAL_UNSET)
        continue;
      sum += row->severities[i + 1] - after;
      n++;
    }
  return n == 0 ? NAN : (double) sum / n;
}

static PalDate
get_day (const PalObservation *observation, const PalRegionRow *row, guint place)
{
  return pal_time_get_date (observation->at[row->window[place]]);
}

static const char *
get_therapist (const PalObservation *observation, const PalRegionRow *row, guint place)
{
  const PalVisit *visit = g_ptr_array_index (observation->visits, row->window[place]);
  return visit->therapist;
}

static void
count_severities (PalRegionRow *row)
{
  int sum = 0;
  for (guint i = 0; i < row->examined; i++)
    {
      const gboolean marked = row->severities[i] > 0;
      sum += row->severities[i];
      row->marked += marked;
      row->streak = marked ? row->streak + 1 : 0;
      row->clear = marked ? 0 : row->clear + 1;
    }
  row->mean = row->marked == 0 ? NAN : (double) sum / row->marked;
  row->burden = row->examined == 0 ? 0.0 : (double) sum / row->examined;
}

static void
date_marks (const PalObservation *observation, PalRegionRow *row)
{
  guint first = 0;
  guint end = row->examined;

  row->first = row->last = row->since = PAL_NO_DATE;
  if (row->marked > 0)
    {
      while (row->severities[first] == 0)
        first++;
      while (row->severities[end - 1] == 0)
        end--;
      row->first = get_day (observation, row, first);
      row->last = get_day (observation, row, end - 1);
    }
  if (row->streak > 0)
    row->since = get_day (observation, row, row->examined - row->streak);

  const guint run = MAX (row->streak, row->clear);
  row->new_hands = run < row->examined &&
                   g_strcmp0 (get_therapist (observation, row, row->examined - run),
                              get_therapist (observation, row, row->examined - run - 1)) != 0;
}

static double
measure_trend (const PalObservation *observation, const PalRegionRow *row)
{
  PalTime at[PAL_WINDOW_VISITS];
  for (guint i = 0; i < row->examined; i++)
    at[i] = observation->at[row->window[i]];
  return pal_trend_per_28_days (at, row->severities, row->examined);
}

/* Only visits that nothing nearby brought the client to tell of a baseline. */
static PalBaseline
judge_baseline (const PalObservation *observation, const PalRegionRow *row)
{
  guint examined = 0;
  guint marked = 0;
  for (guint i = 0; i < row->examined; i++)
    {
      if (pal_observation_is_near_complaint (observation, row->window[i], row->region->index))
        continue;
      examined++;
      marked += row->severities[i] > 0;
    }
  return pal_baseline_is_suggested (marked, examined) ? PAL_BASELINE_SUGGESTED : PAL_BASELINE_NONE;
}

static void
append_row (
    GArray *rows, const PalObservation *observation, Subject *subject, guint kind, Series *series)
{
  fill_series (observation, subject, kind, series);

  /* Filled in its place, zeroed by the array. */
  g_array_set_size (rows, rows->len + 1);
  PalRegionRow *row = &g_array_index (rows, PalRegionRow, rows->len - 1);
  row->region = subject->region;
  row->structure = subject->structure;
  row->side = subject->side;
  row->source = subject->source;
  row->examined = subject->n_window;
  row->all_examined = subject->n_known;
  row->all_marked = series->all_marked;
  if (kind != ANY_KIND)
    row->kind = pal_vocabulary_get (observation->vocabulary, PAL_TERMS_KIND, kind);
  for (guint i = 0; i < row->examined; i++)
    {
      row->window[i] = subject->window[i];
      row->severities[i] = series->severities[subject->window[i]];
    }

  count_severities (row);
  date_marks (observation, row);
  row->trend = measure_trend (observation, row);
  row->confidence = pal_confidence_one_in_three (row->marked, row->examined);
  row->response =
      series->n_responses == 0 ? NAN : (double) series->response_sum / series->n_responses;
  row->held = measure_held (row, series);
  row->course = pal_region_class_for_counted (row->severities, row->examined, row->marked,
                                              row->streak, row->clear);
  if (row->region != NULL && row->source == PAL_SOURCE_THERAPIST)
    row->baseline = judge_baseline (observation, row);
}

/* The kinds that the subject was ever marked with, as a bit mask in words. */
static void
collect_kinds (const PalObservation *observation, const Subject *subject, guint64 *words)
{
  const PalSightings *sightings = &observation->sightings[subject->source];
  for (guint i = 0; i < subject->n_slots; i++)
    for (guint j = sightings->first[subject->slots[i]]; j < sightings->first[subject->slots[i] + 1];
         j++)
      {
        const guint kind = sightings->items[j].kind;
        words[kind / 64] |= G_GUINT64_CONSTANT (1) << (kind % 64);
      }
}

static gboolean
was_ever_marked (const PalObservation *observation, const Subject *subject)
{
  const guint *first = observation->sightings[subject->source].first;
  for (guint i = 0; i < subject->n_slots; i++)
    if (first[subject->slots[i]] != first[subject->slots[i] + 1])
      return TRUE;
  return FALSE;
}

static void
append_rows (GArray *rows, const PalObservation *observation, Subject *subject, Series *series)
{
  if (!was_ever_marked (observation, subject))
    return;

  const guint n_kinds = pal_vocabulary_get_n (observation->vocabulary, PAL_TERMS_KIND);
  g_autofree guint64 *kinds = g_new0 (guint64, n_kinds / 64 + 1);

  find_window (observation, subject, series->severities);
  append_row (rows, observation, subject, ANY_KIND, series);
  collect_kinds (observation, subject, kinds);
  for (guint kind = 0; kind < n_kinds; kind++)
    if (kinds[kind / 64] >> (kind % 64) & 1)
      append_row (rows, observation, subject, kind, series);
}

static void
init_series (Series *series, const PalObservation *observation)
{
  series->severities = g_malloc (observation->n_visits + 1);
  series->afters = g_malloc (observation->n_visits + 1);
}

static void
clear_series (Series *series)
{
  g_free (series->severities);
  g_free (series->afters);
}

/* The therapist's word outweighs what the numbers suggest, for every kind of the region. */
static void
hear_baseline_words (GArray *rows, GPtrArray *words, PalDate at)
{
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const PalBaselineWord *word = g_ptr_array_index (words, i);
      if (at != PAL_NO_DATE && word->since != PAL_NO_DATE && word->since > at)
        continue;
      for (guint j = 0; j < rows->len; j++)
        {
          PalRegionRow *row = &g_array_index (rows, PalRegionRow, j);
          if (row->side == word->side && g_strcmp0 (row->region->id, word->region) == 0)
            row->baseline = word->confirmed ? PAL_BASELINE_CONFIRMED : PAL_BASELINE_REFUSED;
        }
    }
}

GArray *
pal_course_measure_regions (const PalObservation *observation,
                            PalSource source,
                            GPtrArray *baseline_words,
                            PalDate at)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (PalRegionRow), USUAL_ROWS);
  Series series;

  if (observation->sightings[source].n_items == 0)
    return rows;
  init_series (&series, observation);
  for (PalSlot slot = 0; slot < observation->n_slots; slot++)
    {
      Subject subject = {
        .region = pal_atlas_get_region (observation->atlas, slot / PAL_SIDE_N),
        .side = slot % PAL_SIDE_N,
        .source = source,
        .slots = { slot },
        .n_slots = 1,
      };
      append_rows (rows, observation, &subject, &series);
    }
  clear_series (&series);

  if (source == PAL_SOURCE_THERAPIST)
    hear_baseline_words (rows, baseline_words, at);
  return rows;
}

/* Returns FALSE when the structure has nothing on that side. A part on the midline belongs to the
 * structure's both sides; a structure of nothing else has no sides itself. */
static gboolean
find_parts (const PalAtlas *atlas, Subject *subject)
{
  gboolean has_paired = FALSE;
  for (guint i = 0; i < subject->structure->n_regions && i < MAX_PARTS; i++)
    {
      const guint index = subject->structure->regions[i];
      const gboolean paired = pal_atlas_get_region ((PalAtlas *) atlas, index)->paired;
      has_paired |= paired;
      subject->slots[subject->n_slots++] =
          PAL_SLOT (index, paired ? subject->side : PAL_SIDE_MIDLINE);
    }
  return has_paired == (subject->side != PAL_SIDE_MIDLINE);
}

GArray *
pal_course_measure_structures (const PalObservation *observation)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (PalRegionRow), USUAL_ROWS);
  Series series;

  init_series (&series, observation);
  for (guint i = 0; i < pal_atlas_get_n_structures (observation->atlas); i++)
    for (PalSide side = 0; side < PAL_SIDE_N; side++)
      {
        Subject subject = {
          .structure = pal_atlas_get_structure (observation->atlas, i),
          .side = side,
          .source = PAL_SOURCE_THERAPIST,
        };
        if (find_parts (observation->atlas, &subject))
          append_rows (rows, observation, &subject, &series);
      }
  clear_series (&series);
  return rows;
}

const char *
pal_baseline_to_id (PalBaseline baseline)
{
  switch (baseline)
    {
    case PAL_BASELINE_SUGGESTED:
      return "suggested";
    case PAL_BASELINE_CONFIRMED:
      return "confirmed";
    case PAL_BASELINE_REFUSED:
      return "refused";
    case PAL_BASELINE_NONE:
    case PAL_BASELINE_N:
      break;
    }
  return NULL;
}

int
pal_region_row_get_last_severity (const PalRegionRow *row)
{
  for (guint i = row->examined; i > 0; i--)
    if (row->severities[i - 1] > 0)
      return row->severities[i - 1];
  return 0;
}

const char *
pal_region_row_get_id (const PalRegionRow *row)
{
  return row->region != NULL ? row->region->id : row->structure->id;
}

const char *
pal_region_row_get_kind_id (const PalRegionRow *row)
{
  return row->kind != NULL ? row->kind->id : "any";
}
