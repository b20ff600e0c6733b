/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From records to numbers: which region was marked, clear or unknown at which visit. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-observation.h"

#include <string.h>

/* A visit and where it was before sorting. */
typedef struct
{
  PalVisit *visit;
  guint place;
} Selected;

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const PalVisit *left = ((const Selected *) a)->visit;
  const PalVisit *right = ((const Selected *) b)->visit;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return g_strcmp0 (left->id, right->id);
}

#define LEFT_OUT G_MAXUINT

/* Fills in the visits; @new_places tells where each of @visits went, or %LEFT_OUT. */
static void
select_visits (PalObservation *self, GPtrArray *visits, PalDate at, guint *new_places)
{
  g_autofree Selected *selected = g_new (Selected, visits->len + 1);
  gboolean is_sorted = TRUE;
  guint n = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (visits, i);
      new_places[i] = LEFT_OUT;
      if (at == PAL_NO_DATE || pal_time_get_date (visit->at) <= at)
        selected[n++] = (Selected){ visit, i };
      is_sorted &= n < 2 || compare_visits (&selected[n - 2], &selected[n - 1]) <= 0;
    }
  /* The store hands them over in order, as good as always. */
  if (!is_sorted)
    qsort (selected, n, sizeof (Selected), compare_visits);

  self->n_visits = n;
  self->visits = g_ptr_array_new_full (n, (GDestroyNotify) pal_visit_unref);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->visits, pal_visit_ref (selected[i].visit));
      new_places[selected[i].place] = i;
    }
}

/* Turns a mark's words into numbers. Returns FALSE for one nobody knows. */
static gboolean
read_words (const PalObservation *self, const PalMark *mark, PalMarkNumbers *numbers)
{
  const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND, mark->kind);
  const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
  if (kind == NULL || region == NULL)
    return FALSE;

  numbers->region = (guint16) region->index;
  numbers->kind = (guint16) kind->index;
  numbers->side = (guint8) mark->side;
  numbers->source = (guint8) mark->source;
  numbers->before = (gint8) mark->before;
  numbers->after = (gint8) mark->after;
  numbers->carried = mark->carried;
  return TRUE;
}

/* The marks that count of one source, as they come. */
typedef struct
{
  PalSighting *items;
  guint n;
  gboolean is_mixed; /* not by visit */
} Unsorted;

/* What is asked of every mark, looked up once: by kind, whether its severity counts; by region,
 * whether it has two sides. */
typedef struct
{
  guint8 *counts;
  guint8 *paired;
  Unsorted of_source[2];
} Sieve;

static void
init_sieve (Sieve *sieve, const PalObservation *self, guint n_marks)
{
  const guint n_kinds = pal_vocabulary_get_n (self->vocabulary, PAL_TERMS_KIND);
  const guint n_regions = pal_atlas_get_n_regions (self->atlas);

  sieve->counts = g_new (guint8, MAX (n_kinds, 1));
  for (guint i = 0; i < n_kinds; i++)
    {
      const PalTerm *kind = pal_vocabulary_get (self->vocabulary, PAL_TERMS_KIND, i);
      sieve->counts[i] = kind->has_severity && !kind->favourable;
    }
  sieve->paired = g_new (guint8, MAX (n_regions, 1));
  for (guint i = 0; i < n_regions; i++)
    sieve->paired[i] = pal_atlas_get_region (self->atlas, i)->paired;
  for (guint source = 0; source < G_N_ELEMENTS (sieve->of_source); source++)
    sieve->of_source[source] = (Unsorted){ .items = g_new (PalSighting, MAX (n_marks, 1)) };
}

static void
clear_sieve (Sieve *sieve)
{
  g_free (sieve->counts);
  g_free (sieve->paired);
  for (guint source = 0; source < G_N_ELEMENTS (sieve->of_source); source++)
    g_free (sieve->of_source[source].items);
}

static void
add_mark (Sieve *sieve, const PalMarkNumbers *mark)
{
  if (mark->carried || mark->before < 1 || mark->before > 3 || !sieve->counts[mark->kind] ||
      sieve->paired[mark->region] != (mark->side != PAL_SIDE_MIDLINE))
    return;

  Unsorted *of_source = &sieve->of_source[mark->source == PAL_SOURCE_CLIENT];
  of_source->is_mixed |= of_source->n > 0 && of_source->items[of_source->n - 1].visit > mark->visit;
  of_source->items[of_source->n++] =
      (PalSighting){ .visit = mark->visit,
                     .slot = (guint16) PAL_SLOT (mark->region, mark->side),
                     .kind = mark->kind,
                     .before = mark->before,
                     .after = mark->after };
}

typedef guint (*GetKey) (const PalSighting *sighting);

static guint
get_visit (const PalSighting *sighting)
{
  return sighting->visit;
}

static guint
get_kind (const PalSighting *sighting)
{
  return sighting->kind;
}

static guint
get_slot (const PalSighting *sighting)
{
  return sighting->slot;
}

/* Sorts by a number below @n_keys, and leaves those it is the same for in their order. @first, of
 * @n_keys + 1 places, receives where each key begins. */
static inline void
sort_by (
    const PalSighting *from, PalSighting *to, guint n, GetKey get_key, guint *first, guint n_keys)
{
  memset (first, 0, (n_keys + 1) * sizeof *first);
  for (guint i = 0; i < n; i++)
    first[get_key (&from[i])]++;
  for (guint key = 0, sum = 0; key <= n_keys; key++)
    {
      const guint count = first[key];
      first[key] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    to[first[get_key (&from[i])]++] = from[i];
  /* Each key now stands where the next one begins. */
  memmove (first + 1, first, n_keys * sizeof *first);
  first[0] = 0;
}

/* By slot, kind and visit: counting, the last key first, compares nothing. */
static void
sort_sightings (PalObservation *self, PalSightings *sightings, const Unsorted *unsorted)
{
  const guint n = unsorted->n;
  const guint n_kinds = pal_vocabulary_get_n (self->vocabulary, PAL_TERMS_KIND);
  g_autofree PalSighting *sorted = g_new (PalSighting, MAX (n, 1));
  g_autofree guint *first = g_new (guint, MAX (n_kinds, self->n_visits) + 1);

  sightings->n_items = n;
  sightings->items = g_new (PalSighting, MAX (n, 1));
  sightings->first = g_new (guint, self->n_slots + 1);
  if (unsorted->is_mixed)
    sort_by (unsorted->items, sightings->items, n, get_visit, first, self->n_visits);
  sort_by (unsorted->is_mixed ? sightings->items : unsorted->items, sorted, n, get_kind, first,
           n_kinds);
  sort_by (sorted, sightings->items, n, get_slot, sightings->first, self->n_slots);
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

/* From the visits themselves, in their new order. */
static void
add_marks_of_visits (const PalObservation *self, Sieve *sieve)
{
  for (guint i = 0; i < self->n_visits; i++)
    {
      const PalVisit *visit = g_ptr_array_index (self->visits, i);
      for (guint j = 0; j < visit->marks->len; j++)
        {
          PalMarkNumbers mark = { .visit = i };
          if (read_words (self, g_ptr_array_index (visit->marks, j), &mark))
            add_mark (sieve, &mark);
        }
    }
}

static void
add_marks_of_history (const GArray *marks, const guint *new_places, Sieve *sieve)
{
  for (guint i = 0; i < marks->len; i++)
    {
      PalMarkNumbers mark = g_array_index (marks, PalMarkNumbers, i);
      mark.visit = new_places[mark.visit];
      if (mark.visit != LEFT_OUT)
        add_mark (sieve, &mark);
    }
}

static guint
count_marks (const PalObservation *self, const GArray *marks)
{
  guint n = 0;
  if (marks != NULL)
    return marks->len;
  for (guint i = 0; i < self->n_visits; i++)
    n += ((const PalVisit *) g_ptr_array_index (self->visits, i))->marks->len;
  return n;
}

/* @marks is NULL when they are in the visits. */
static void
read_marks (PalObservation *self, const GArray *marks, const guint *new_places)
{
  Sieve sieve;

  init_sieve (&sieve, self, count_marks (self, marks));
  if (marks != NULL)
    add_marks_of_history (marks, new_places, &sieve);
  else
    add_marks_of_visits (self, &sieve);

  for (guint source = 0; source < G_N_ELEMENTS (sieve.of_source); source++)
    {
      PalSightings *sightings = &self->sightings[source];
      sort_sightings (self, sightings, &sieve.of_source[source]);
      /* Most clients have marked nothing themselves; then nobody asks for the cells. */
      if (source == PAL_SOURCE_CLIENT && sightings->n_items == 0)
        continue;
      sightings->cells = g_malloc0 ((gsize) self->n_slots * self->n_visits + 1);
      fill_known_groups (self, sightings);
      fill_marked (self, sightings);
    }
  clear_sieve (&sieve);
}

static guint64
find_groups (const PalObservation *self, char **examined)
{
  guint64 groups = 0;
  for (char **id = examined; *id != NULL; id++)
    {
      const PalGroup *group = pal_atlas_find_group (self->atlas, *id);
      if (group != NULL)
        groups |= G_GUINT64_CONSTANT (1) << group->index;
    }
  return groups;
}

static void
read_examined (PalObservation *self)
{
  char **before = NULL;
  for (guint i = 0; i < self->n_visits; i++)
    {
      char **examined = ((const PalVisit *) g_ptr_array_index (self->visits, i))->examined;
      if (examined == NULL)
        self->groups[i] = G_MAXUINT64;
      /* Many visits look at the same as the one before. */
      else if (before != NULL &&
               g_strv_equal ((const char *const *) before, (const char *const *) examined))
        self->groups[i] = self->groups[i - 1];
      else
        self->groups[i] = find_groups (self, examined);
      before = examined;
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

static PalObservation *
create (
    GPtrArray *visits, const GArray *marks, PalDate at, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (visits != NULL && atlas != NULL && vocabulary != NULL, NULL);
  g_return_val_if_fail (pal_atlas_get_n_groups (atlas) <= 64, NULL);

  PalObservation *self = g_new0 (PalObservation, 1);
  g_autofree guint *new_places = g_new (guint, visits->len + 1);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  select_visits (self, visits, at, new_places);
  self->n_slots = PAL_SLOT (pal_atlas_get_n_regions (atlas), PAL_SIDE_MIDLINE);
  self->n_words = (pal_atlas_get_n_regions (atlas) + 63) / 64;
  self->groups = g_new0 (guint64, self->n_visits + 1);
  self->near_complaint = g_new0 (guint64, (gsize) self->n_visits * self->n_words + 1);
  self->at = g_new (PalTime, self->n_visits + 1);
  for (guint i = 0; i < self->n_visits; i++)
    self->at[i] = ((const PalVisit *) g_ptr_array_index (self->visits, i))->at;

  read_examined (self);
  read_complaints (self);
  read_marks (self, marks, new_places);
  return self;
}

PalObservation *
pal_observation_new (GPtrArray *visits, PalDate at, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  return create (visits, NULL, at, atlas, vocabulary);
}

PalObservation *
pal_observation_new_for_history (const PalHistory *history,
                                 PalDate at,
                                 PalAtlas *atlas,
                                 PalVocabulary *vocabulary)
{
  return create (history->visits, history->marks, at, atlas, vocabulary);
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
