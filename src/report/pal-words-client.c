/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the client: what was found, done, told, what changed and what keeps coming back, in
 * everyday names. They say what was felt and how often; never a disease, never a cause. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-private.h"

/* The window of recurrence, and the least that is called recurring: insight, sections 1 and 2. */
#define WINDOW_VISITS 12
#define LEAST_MARKED 3
#define MAX_RECURRING 2

char *
pal_words_name_place (const char *lay, guint sides)
{
  gboolean left = (sides & 1 << PAL_SIDE_LEFT) != 0, right = (sides & 1 << PAL_SIDE_RIGHT) != 0;

  if (left && right)
    /* Translators: %s is an everyday name of a part of the body. */
    return g_strdup_printf (C_ ("part of the body", "%s (both sides)"), lay);
  if (left)
    /* Translators: %s is an everyday name of a part of the body. */
    return g_strdup_printf (C_ ("part of the body", "%s (left)"), lay);
  if (right)
    /* Translators: %s is an everyday name of a part of the body. */
    return g_strdup_printf (C_ ("part of the body", "%s (right)"), lay);
  return g_strdup (lay);
}

/* Takes a structure out of the regions still to be named, when all of it is there alike. */
static guint
take_structure (const PalStructure *structure, guint *sides)
{
  guint common = sides[structure->regions[0]];

  for (guint i = 1; i < structure->n_regions; i++)
    if (sides[structure->regions[i]] != common)
      return 0;
  if (common != 0)
    for (guint i = 0; i < structure->n_regions; i++)
      sides[structure->regions[i]] = 0;
  return common;
}

static const PalStructure *
find_structure_starting (PalAtlas *atlas, guint *sides, guint region, guint *common)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    {
      const PalStructure *structure = pal_atlas_get_structure (atlas, i);
      for (guint k = 0; k < structure->n_regions; k++)
        if (structure->regions[k] == region && structure->n_regions > 2 &&
            (*common = take_structure (structure, sides)) != 0)
          return structure;
    }
  return NULL;
}

char *
pal_words_list_places (const guint *sides_by_region, PalAtlas *atlas)
{
  guint n = pal_atlas_get_n_regions (atlas);
  g_autofree guint *sides = g_memdup2 (sides_by_region, n * sizeof (guint));
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const PalStructure *structure;
      guint common = 0;

      if (sides[i] == 0)
        continue;
      structure = find_structure_starting (atlas, sides, i, &common);
      if (structure != NULL)
        g_ptr_array_add (places,
                         pal_words_name_place (pal_structure_get_lay_name (structure), common));
      else
        g_ptr_array_add (places, pal_words_name_place (pal_region_get_lay_name (
                                                           pal_atlas_get_region (atlas, i)),
                                                       sides[i]));
    }
  return places->len > 0 ? pal_words_join (places) : NULL;
}

/* Which marks a sentence is about. */
typedef struct
{
  const char *kind;
  int severity; /* PAL_UNSET for any */
  PalSource source;
} Filter;

static char *
list_marks (const PalVisit *visit, PalAtlas *atlas, const Filter *filter)
{
  g_autofree guint *sides = g_new0 (guint, pal_atlas_get_n_regions (atlas));

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = visit->marks->pdata[i];
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);

      if (region == NULL || mark->carried || mark->source != filter->source ||
          g_strcmp0 (mark->kind, filter->kind) != 0 ||
          (filter->severity != PAL_UNSET && mark->before != filter->severity))
        continue;
      sides[region->index] |= 1 << mark->side;
    }
  return pal_words_list_places (sides, atlas);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
add_tightness (GString *text, const PalVisit *visit, PalAtlas *atlas)
{
  for (int severity = 3; severity >= 1; severity--)
    {
      Filter filter = { "tight", severity, PAL_SOURCE_THERAPIST };
      g_autofree char *places = list_marks (visit, atlas, &filter);
      g_autofree char *sentence = NULL;

      if (places == NULL)
        continue;
      if (severity == 3)
        /* Translators: %s is a list of parts of the body, as in "outer thigh (left)". */
        sentence = g_strdup_printf (_ ("Very tight: %s."), places);
      else if (severity == 2)
        /* Translators: %s is a list of parts of the body, as in "outer thigh (left)". */
        sentence = g_strdup_printf (_ ("Tight: %s."), places);
      else
        /* Translators: %s is a list of parts of the body, as in "outer thigh (left)". */
        sentence = g_strdup_printf (_ ("A little tight: %s."), places);
      add_sentence (text, sentence);
    }
}

static void
add_other_kinds (GString *text, const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);
      Filter filter = { term->id, PAL_UNSET, PAL_SOURCE_THERAPIST };
      g_autofree char *places = list_marks (visit, atlas, &filter);
      g_autofree char *sentence = NULL;

      if (places == NULL || strcmp (term->id, "tight") == 0)
        continue;
      if (term->plain != NULL)
        /* Translators: %1$s is a finding, as in "Knot", %2$s the same in plain words, %3$s a list
         * of parts of the body. */
        sentence = g_strdup_printf (_ ("%1$s (%2$s): %3$s."), pal_term_get_name (term),
                                    pal_term_get_plain (term), places);
      else
        /* Translators: %1$s is a finding, as in "Knot", %2$s a list of parts of the body. */
        sentence = g_strdup_printf (_ ("%1$s: %2$s."), pal_term_get_name (term), places);
      add_sentence (text, sentence);
    }
}

char *
pal_words_found (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GString *text = g_string_new (NULL);

  add_tightness (text, visit, atlas);
  add_other_kinds (text, visit, atlas, vocabulary);
  if (text->len == 0)
    g_string_append (text, _ ("Nothing stood out where we looked."));
  return g_string_free (text, FALSE);
}

char *
pal_words_told (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);
      Filter filter = { term->id, PAL_UNSET, PAL_SOURCE_CLIENT };
      g_autofree char *places = list_marks (visit, atlas, &filter);

      if (places != NULL)
        g_ptr_array_add (parts,
                         /* Translators: %1$s is a finding, as in "Pain", %2$s a list of parts of
                          * the body. */
                         g_strdup_printf (_ ("%1$s – %2$s"), pal_term_get_name (term), places));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv ("; ", (char **) parts->pdata);
  /* Translators: %s is what the client reported, as in "Pain – outer knee (left)". */
  return g_strdup_printf (_ ("You told us: %s."), list);
}

static gboolean
has_technique (const PalMark *mark, const char *technique)
{
  return !mark->carried && mark->techniques != NULL &&
         g_strv_contains ((const char *const *) mark->techniques, technique);
}

char *
pal_words_done (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TECHNIQUE); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_TECHNIQUE, i);
      g_autofree guint *sides = g_new0 (guint, pal_atlas_get_n_regions (atlas));
      g_autofree char *name = NULL, *places = NULL, *sentence = NULL;

      for (guint k = 0; k < visit->marks->len; k++)
        {
          const PalMark *mark = visit->marks->pdata[k];
          const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
          if (region != NULL && has_technique (mark, term->id))
            sides[region->index] |= 1 << mark->side;
        }
      places = pal_words_list_places (sides, atlas);
      if (places == NULL)
        continue;
      name = pal_words_capitalise (term->plain != NULL ? pal_term_get_plain (term)
                                                       : pal_term_get_name (term));
      /* Translators: %1$s is what was done, as in "Long gliding strokes", %2$s a list of parts of
       * the body. */
      sentence = g_strdup_printf (C_ ("treatment", "%1$s: %2$s."), name, places);
      add_sentence (text, sentence);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

char *
pal_words_since (const PalComparison *comparison, PalAtlas *atlas)
{
  guint n = pal_atlas_get_n_regions (atlas);
  g_autofree guint *less = g_new0 (guint, n), *more = g_new0 (guint, n), *same = g_new0 (guint, n);
  g_autofree char *less_list = NULL, *more_list = NULL, *same_list = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = comparison->rows->pdata[i];
      guint *sides = row->to < row->from ? less : row->to > row->from ? more : same;
      sides[row->region->index] |= 1 << row->side;
    }
  less_list = pal_words_list_places (less, atlas);
  more_list = pal_words_list_places (more, atlas);
  same_list = pal_words_list_places (same, atlas);
  if (less_list != NULL)
    /* Translators: %s is a list of parts of the body. */
    g_string_append_printf (text, _ ("Less than last time: %s."), less_list);
  if (more_list != NULL)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: %s is a list of parts of the body. */
      g_string_append_printf (text, _ ("More than last time: %s."), more_list);
    }
  if (same_list != NULL && less_list == NULL && more_list == NULL)
    /* Translators: %s is a list of parts of the body. */
    g_string_append_printf (text, _ ("As last time: %s."), same_list);
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

/* One region and side over the window. */
typedef struct
{
  const PalRegion *region;
  PalSide side;
  guint known;
  guint marked;
} Recurrence;

static Recurrence
count_recurrence (GPtrArray *visits,
                  PalAtlas *atlas,
                  PalVocabulary *vocabulary,
                  const PalRegion *region,
                  PalSide side)
{
  Recurrence count = { region, side, 0, 0 };

  for (guint i = visits->len; i > 0 && count.known < WINDOW_VISITS; i--)
    {
      const PalVisit *visit = visits->pdata[i - 1];
      if (!pal_visit_is_known (visit, atlas, vocabulary, region, side))
        continue;
      count.known++;
      if (pal_visit_get_severity (visit, vocabulary, region->id, side, NULL) > 0)
        count.marked++;
    }
  return count;
}

static gint
compare_recurrences (gconstpointer a, gconstpointer b)
{
  const Recurrence *first = a, *second = b;
  if (first->marked != second->marked)
    return first->marked < second->marked ? 1 : -1;
  if (first->known != second->known)
    return first->known > second->known ? 1 : -1;
  return (gint) first->region->index - (gint) second->region->index;
}

/* Recurring, and still there at the newest visit or looked away from; not what has long gone. */
static void
add_recurrence (GArray *rows,
                GPtrArray *visits,
                PalAtlas *atlas,
                PalVocabulary *vocabulary,
                const PalRegion *region,
                PalSide side)
{
  Recurrence count = count_recurrence (visits, atlas, vocabulary, region, side);
  const PalVisit *newest = visits->pdata[visits->len - 1];

  if (count.marked < LEAST_MARKED || 3 * count.marked < count.known)
    return;
  if (pal_visit_is_known (newest, atlas, vocabulary, region, side) &&
      pal_visit_get_severity (newest, vocabulary, region->id, side, NULL) == 0)
    return;
  g_array_append_val (rows, count);
}

char *
pal_words_recurring (GPtrArray *visits, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Recurrence));
  GString *text = g_string_new (NULL);

  for (guint i = 0; visits->len >= LEAST_MARKED && i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        if (region->paired == (side != PAL_SIDE_MIDLINE))
          add_recurrence (rows, visits, atlas, vocabulary, region, side);
    }
  g_array_sort (rows, compare_recurrences);
  for (guint i = 0; i < MIN (rows->len, MAX_RECURRING); i++)
    {
      const Recurrence *row = &g_array_index (rows, Recurrence, i);
      g_autofree char *lay = pal_words_capitalise (pal_region_get_lay_name (row->region));
      g_autofree char *place = pal_words_name_place (lay, 1 << row->side);
      g_autofree char *sentence =
          /* Translators: %1$s is a part of the body, as in "Outer thigh (left)", %2$u how often it
           * was marked, %3$u how often it was checked, at least 3. */
          g_strdup_printf (_ ("%1$s: found at %2$u of the last %3$u visits where we checked it."),
                           place, row->marked, row->known);
      add_sentence (text, sentence);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}
