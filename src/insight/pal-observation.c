/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From records to numbers: which region was marked, clear or unknown at which visit. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-observation.h"

#include <string.h>

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const PalVisit *left = *(const PalVisit *const *) a;
  const PalVisit *right = *(const PalVisit *const *) b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return g_strcmp0 (left->id, right->id);
}

static GPtrArray *
select_visits (GPtrArray *visits, PalDate at)
{
  GPtrArray *selected = g_ptr_array_new_full (visits->len, (GDestroyNotify) pal_visit_unref);
  for (guint i = 0; i < visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (visits, i);
      if (at == PAL_NO_DATE || pal_time_get_date (visit->at) <= at)
        g_ptr_array_add (selected, pal_visit_ref (visit));
    }
  g_ptr_array_sort (selected, compare_visits);
  return selected;
}

/* Turns a mark into numbers. Returns FALSE for one that does not count. */
static gboolean
read_mark (const PalObservation *self, const PalMark *mark, PalSighting *sighting)
{
  if (mark->carried || mark->before < 1 || mark->before > 3)
    return FALSE;
  const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND, mark->kind);
  if (kind == NULL || !kind->has_severity || kind->favourable)
    return FALSE;
  const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
  if (region == NULL || region->paired != (mark->side != PAL_SIDE_MIDLINE))
    return FALSE;

  sighting->slot = PAL_SLOT (region->index, mark->side);
  sighting->kind = kind->index;
  sighting->before = mark->before;
  sighting->after = mark->after;
  return TRUE;
}

/* Sorts by slot with one counting pass, which keeps the order of visits, then each slot by kind. */
static void
sort_sightings (PalSightings *sightings, const GArray *unsorted, guint n_slots)
{
  sightings->n_items = unsorted->len;
  sightings->items = g_new (PalSighting, MAX (unsorted->len, 1));
  sightings->first = g_new0 (guint, n_slots + 1);

  for (guint i = 0; i < unsorted->len; i++)
    sightings->first[g_array_index (unsorted, PalSighting, i).slot + 1]++;
  for (guint slot = 0; slot < n_slots; slot++)
    sightings->first[slot + 1] += sightings->first[slot];

  g_autofree guint *next = g_memdup2 (sightings->first, n_slots * sizeof (guint));
  for (guint i = 0; i < unsorted->len; i++)
    {
      const PalSighting *sighting = &g_array_index (unsorted, PalSighting, i);
      sightings->items[next[sighting->slot]++] = *sighting;
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const PalSighting *left = a;
  const PalSighting *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return left->visit < right->visit ? -1 : left->visit > right->visit;
}

static void
sort_kinds (PalSightings *sightings, guint n_slots)
{
  for (guint slot = 0; slot < n_slots; slot++)
    {
      const guint first = sightings->first[slot];
      const guint n = sightings->first[slot + 1] - first;
      if (n > 1)
        qsort (sightings->items + first, n, sizeof (PalSighting), compare_kinds);
    }
}

/* A region is examined when its group was. */
static void
fill_known_groups (PalObservation *self, PalSightings *sightings)
{
  for (guint i = 0; i < pal_atlas_get_n_regions (self->atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (self->atlas, i);
      const PalSide first = region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE;
      guint8 *cells = sightings->cells + (gsize) PAL_SLOT (i, first) * self->n_visits;

      for (guint visit = 0; visit < self->n_visits; visit++)
        cells[visit] = self->groups[visit] >> region->group & 1 ? PAL_CELL_KNOWN : 0;
      if (region->paired)
        memcpy (cells + self->n_visits, cells, self->n_visits);
    }
}

/* A region is examined as well when it carries a mark that counts, whatever the groups say. */
static void
fill_marked (PalObservation *self, PalSightings *sightings)
{
  for (guint i = 0; i < sightings->n_items; i++)
    {
      const PalSighting *item = &sightings->items[i];
      guint8 *cell = sightings->cells + (gsize) item->slot * self->n_visits + item->visit;
      *cell = PAL_CELL_KNOWN | MAX (*cell & PAL_CELL_SEVERITY, item->before);
    }
}

static void
read_marks (PalObservation *self)
{
  GArray *unsorted[2];
  for (guint source = 0; source < G_N_ELEMENTS (unsorted); source++)
    unsorted[source] = g_array_new (FALSE, FALSE, sizeof (PalSighting));

  for (guint i = 0; i < self->n_visits; i++)
    {
      const PalVisit *visit = g_ptr_array_index (self->visits, i);
      for (guint j = 0; j < visit->marks->len; j++)
        {
          const PalMark *mark = g_ptr_array_index (visit->marks, j);
          PalSighting sighting = { .visit = i };
          if (read_mark (self, mark, &sighting))
            g_array_append_val (unsorted[mark->source == PAL_SOURCE_CLIENT], sighting);
        }
    }

  for (guint source = 0; source < G_N_ELEMENTS (unsorted); source++)
    {
      PalSightings *sightings = &self->sightings[source];
      sort_sightings (sightings, unsorted[source], self->n_slots);
      sort_kinds (sightings, self->n_slots);
      g_array_unref (unsorted[source]);
      /* Most clients have marked nothing themselves; then nobody asks for the cells. */
      if (source == PAL_SOURCE_CLIENT && sightings->n_items == 0)
        continue;
      sightings->cells = g_malloc0 ((gsize) self->n_slots * self->n_visits + 1);
      fill_known_groups (self, sightings);
      fill_marked (self, sightings);
    }
}

static void
read_examined (PalObservation *self)
{
  for (guint i = 0; i < self->n_visits; i++)
    {
      const PalVisit *visit = g_ptr_array_index (self->visits, i);
      if (visit->examined == NULL)
        {
          self->groups[i] = G_MAXUINT64;
          continue;
        }
      for (char **id = visit->examined; *id != NULL; id++)
        {
          const PalGroup *group = pal_atlas_find_group (self->atlas, *id);
          if (group != NULL)
            self->groups[i] |= G_GUINT64_CONSTANT (1) << group->index;
        }
    }
}

static void
add_complaint (guint64 *words, guint region)
{
  words[region / 64] |= G_GUINT64_CONSTANT (1) << (region % 64);
}

static void
read_complaints (PalObservation *self)
{
  for (guint i = 0; i < self->n_visits; i++)
    {
      const PalVisit *visit = g_ptr_array_index (self->visits, i);
      guint64 *words = self->near_complaint + (gsize) i * self->n_words;

      if (visit->complaint_regions->len == 0 && visit->complaint_text != NULL)
        memset (words, 0xff, self->n_words * sizeof *words);
      for (guint j = 0; j < visit->complaint_regions->len; j++)
        {
          const char *id = g_array_index (visit->complaint_regions, PalSidedRegion, j).region;
          const PalRegion *region = pal_atlas_find_region (self->atlas, id);
          if (region == NULL)
            continue;
          add_complaint (words, region->index);
          for (guint k = 0; k < region->n_neighbours; k++)
            add_complaint (words, region->neighbours[k]);
        }
    }
}

PalObservation *
pal_observation_new (GPtrArray *visits, PalDate at, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (visits != NULL && atlas != NULL && vocabulary != NULL, NULL);
  g_return_val_if_fail (pal_atlas_get_n_groups (atlas) <= 64, NULL);

  PalObservation *self = g_new0 (PalObservation, 1);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->visits = select_visits (visits, at);
  self->n_visits = self->visits->len;
  self->n_slots = PAL_SLOT (pal_atlas_get_n_regions (atlas), PAL_SIDE_MIDLINE);
  self->n_words = (pal_atlas_get_n_regions (atlas) + 63) / 64;
  self->groups = g_new0 (guint64, self->n_visits + 1);
  self->near_complaint = g_new0 (guint64, (gsize) self->n_visits * self->n_words + 1);
  self->at = g_new (PalTime, self->n_visits + 1);
  for (guint i = 0; i < self->n_visits; i++)
    self->at[i] = ((const PalVisit *) g_ptr_array_index (self->visits, i))->at;

  read_examined (self);
  read_complaints (self);
  read_marks (self);
  return self;
}

void
pal_observation_free (PalObservation *self)
{
  if (self == NULL)
    return;
  for (guint source = 0; source < G_N_ELEMENTS (self->sightings); source++)
    {
      g_free (self->sightings[source].cells);
      g_free (self->sightings[source].items);
      g_free (self->sightings[source].first);
    }
  g_free (self->at);
  g_free (self->groups);
  g_free (self->near_complaint);
  g_ptr_array_unref (self->visits);
  pal_vocabulary_unref (self->vocabulary);
  pal_atlas_unref (self->atlas);
  g_free (self);
}
