/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the client: what was found, done, told, what changed and what keeps coming back, in
 * everyday names. They say what was felt and how often; never a disease, never a cause. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "insight/pal-insight.h"
#include "report/pal-words-private.h"

/* How many places are named that keep coming back. */
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

/* A line each: a list of places is read with a finger on it. */
static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
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
        g_string_append_c (text, '\n');
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

/* One region and side over the window of insight. */
typedef struct
{
  const PalRegion *region;
  PalSide side;
  guint known;
  guint marked;
} Recurrence;

/* Returns: whether it keeps coming back: recurring or persistent, as insight has it. */
static gboolean
count_recurrence (const PalMatrix *matrix, const PalRegion *region, PalSide side, Recurrence *count)
{
  guint8 severities[PAL_WINDOW_VISITS];
  guint n_visits = pal_matrix_get_visits (matrix)->len;
  PalRegionClass course;

  *count = (Recurrence){ region, side, 0, 0 };
  for (guint i = n_visits; i > 0 && count->known < PAL_WINDOW_VISITS; i--)
    {
      guint severity;
      if (pal_matrix_get (matrix, i - 1, region, side, &severity) == PAL_REGION_UNKNOWN)
        continue;
      count->known++;
      count->marked += severity > 0 ? 1 : 0;
      severities[PAL_WINDOW_VISITS - count->known] = (guint8) severity;
    }
  if (count->known == 0)
    return FALSE;
  course = pal_region_class_for (severities + PAL_WINDOW_VISITS - count->known, count->known);
  return course == PAL_CLASS_RECURRING || course == PAL_CLASS_PERSISTENT;
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

static gboolean
are_in_one_structure (PalAtlas *atlas, guint first, guint second)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    {
      const PalStructure *structure = pal_atlas_get_structure (atlas, i);
      guint found = 0;
      for (guint k = 0; k < structure->n_regions; k++)
        if (structure->regions[k] == first || structure->regions[k] == second)
          found++;
      if (found == 2)
        return TRUE;
    }
  return FALSE;
}

/* A part of what was named already says nothing new. */
static gboolean
is_news (const GArray *rows, guint i, PalAtlas *atlas)
{
  const Recurrence *row = &g_array_index (rows, Recurrence, i);

  for (guint k = 0; k < i; k++)
    {
      const Recurrence *other = &g_array_index (rows, Recurrence, k);
      if (other->side == row->side &&
          are_in_one_structure (atlas, other->region->index, row->region->index))
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_recurring (GPtrArray *visits, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Recurrence));
  g_autoptr (PalMatrix) matrix = pal_matrix_new (visits, PAL_NO_DATE, atlas, vocabulary);

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          Recurrence count;
          if (region->paired == (side != PAL_SIDE_MIDLINE) &&
              count_recurrence (matrix, region, side, &count))
            g_array_append_val (rows, count);
        }
    }
  g_array_sort (rows, compare_recurrences);
  return rows;
}

char *
pal_words_recurring (GPtrArray *visits, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GArray) rows = list_recurring (visits, atlas, vocabulary);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rows->len && n < MAX_RECURRING; i++)
    {
      const Recurrence *row = &g_array_index (rows, Recurrence, i);
      g_autofree char *lay = pal_words_capitalise (pal_region_get_lay_name (row->region));
      g_autofree char *place = pal_words_name_place (lay, 1 << row->side);
      g_autofree char *sentence = NULL;

      if (!is_news (rows, i, atlas))
        continue;
      /* Translators: %1$s is a part of the body, as in "Outer thigh (left)", %2$u how often it
       * was marked, %3$u how often it was checked, at least 3. */
      sentence = g_strdup_printf (_ ("%1$s: seen at %2$u of %3$u visits."), place, row->marked,
                                  row->known);
      add_sentence (text, sentence);
      n++;
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}
