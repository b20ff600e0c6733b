/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the results of one client together. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-insight.h"

#include "insight/pal-balance-private.h"
#include "insight/pal-course-private.h"
#include "insight/pal-observation.h"
#include "insight/pal-pattern-private.h"

static PalDate
find_last_day (PalDate at, GPtrArray *visits)
{
  if (at != PAL_NO_DATE || visits->len == 0)
    return at;
  return pal_time_get_date (((const PalVisit *) g_ptr_array_index (visits, visits->len - 1))->at);
}

static PalInsights *
create (const PalObservation *observation, PalClient *client, PalDate at, GPtrArray *chains)
{
  PalInsights *self = g_new0 (PalInsights, 1);
  self->client = pal_client_ref (client);
  self->visits = g_ptr_array_ref (observation->visits);
  self->at = find_last_day (at, self->visits);
  self->atlas = pal_atlas_ref (observation->atlas);
  self->vocabulary = pal_vocabulary_ref (observation->vocabulary);
  self->chains = chains != NULL ? g_ptr_array_ref (chains) : NULL;

  self->regions =
      pal_course_measure_regions (observation, PAL_SOURCE_THERAPIST, client->baseline, at);
  self->structures = pal_course_measure_structures (observation);
  self->client_reported =
      pal_course_measure_regions (observation, PAL_SOURCE_CLIENT, NULL, PAL_NO_DATE);
  self->balance = pal_balance_compare_sides (observation);
  self->patterns = pal_patterns_find (observation, chains);
  self->load = pal_load_measure (client, self->visits, at);
  self->interval = pal_interval_suggest (client, self->regions, self->visits, self->load);
  return self;
}

PalInsights *
pal_insights_new (const PalClientFile *file,
                  PalDate at,
                  PalAtlas *atlas,
                  PalVocabulary *vocabulary,
                  GPtrArray *chains)
{
  g_return_val_if_fail (file != NULL && file->client != NULL, NULL);

  g_autoptr (PalObservation) observation =
      pal_observation_new (file->visits, at, atlas, vocabulary);
  g_return_val_if_fail (observation != NULL, NULL);
  return create (observation, file->client, at, chains);
}

PalInsights *
pal_insights_new_for_history (const PalHistory *history,
                              PalDate at,
                              PalAtlas *atlas,
                              PalVocabulary *vocabulary,
                              GPtrArray *chains)
{
  g_return_val_if_fail (history != NULL, NULL);

  g_autoptr (PalObservation) observation =
      pal_observation_new_for_history (history, at, atlas, vocabulary);
  g_return_val_if_fail (observation != NULL, NULL);
  return create (observation, history->client, at, chains);
}

void
pal_insights_free (PalInsights *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->regions);
  g_array_unref (self->structures);
  g_array_unref (self->client_reported);
  g_array_unref (self->balance);
  g_array_unref (self->patterns);
  pal_load_result_free (self->load);
  g_ptr_array_unref (self->visits);
  g_clear_pointer (&self->chains, g_ptr_array_unref);
  pal_vocabulary_unref (self->vocabulary);
  pal_atlas_unref (self->atlas);
  pal_client_unref (self->client);
  g_free (self);
}

const PalVisit *
pal_insights_get_visit (const PalInsights *self, guint place)
{
  g_return_val_if_fail (place < self->visits->len, NULL);
  return g_ptr_array_index (self->visits, place);
}

static const PalRegionRow *
find_row (GArray *rows, const char *id, PalSide side, const char *kind)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PalRegionRow *row = &g_array_index (rows, PalRegionRow, i);
      if (row->side == side && g_str_equal (pal_region_row_get_id (row), id) &&
          g_strcmp0 (row->kind != NULL ? row->kind->id : NULL, kind) == 0)
        return row;
    }
  return NULL;
}

const PalRegionRow *
pal_insights_find_region (const PalInsights *self,
                          const char *region,
                          PalSide side,
                          const char *kind)
{
  return find_row (self->regions, region, side, kind);
}

const PalRegionRow *
pal_insights_find_structure (const PalInsights *self,
                             const char *structure,
                             PalSide side,
                             const char *kind)
{
  return find_row (self->structures, structure, side, kind);
}

const PalBalanceRow *
pal_insights_find_balance (const PalInsights *self, const char *region)
{
  for (guint i = 0; i < self->balance->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (self->balance, PalBalanceRow, i);
      if (g_str_equal (row->region->id, region))
        return row;
    }
  return NULL;
}

const PalPatternRow *
pal_insights_find_pattern (const PalInsights *self, const char *chain, PalSide side)
{
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (self->patterns, PalPatternRow, i);
      if (row->side == side && g_str_equal (row->chain->id, chain))
        return row;
    }
  return NULL;
}
