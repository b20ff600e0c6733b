/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranking regions by what was typed: whole words and beginnings, with typing errors forgiven. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-private.h"

#include <string.h>

/* Nobody looks for more words than a name has. */
#define MAX_WORDS 6

/* How well one typed word fits one word of the catalogue: 1 the same, 0 not at all. */
typedef struct
{
  float fit;
  gboolean forgiven;
} WordFit;

typedef struct
{
  double score;
  guint rank;
  gboolean exact;
  const PalStructure *structure;
} Found;

typedef struct
{
  PalSearchIndex *index;
  PalFolded folded;
  char *text;
  WordFit *fits[MAX_WORDS];
  guint n_words;
} Query;

static gboolean
is_prefix (const PalFolded *start, const PalFolded *word)
{
  return start->n <= word->n &&
         memcmp (start->chars, word->chars, start->n * sizeof (gunichar)) == 0;
}

/* A word half typed with an error in it: compared with as many letters of the whole one. */
static gboolean
is_prefix_with_errors (const PalFolded *start, const PalFolded *word)
{
  if (start->n < 5 || start->n >= word->n)
    return FALSE;

  PalFolded head = { word->chars, start->n, 0 };
  for (guint i = 0; i < head.n; i++)
    head.letters |= 1u << (head.chars[i] % 32);

  return pal_folded_distance (start, &head, 1) <= 1;
}

static WordFit
fit_word (const PalFolded *typed, const PalFolded *word)
{
  guint tolerance = pal_folded_tolerance (typed->n);

  if (is_prefix (typed, word))
    return (WordFit){ 0.6f + 0.4f * (float) typed->n / (float) word->n, FALSE };

  guint distance = tolerance > 0 ? pal_folded_distance (typed, word, tolerance) : tolerance + 1;
  if (distance <= tolerance)
    return (WordFit){ 0.85f - 0.15f * (float) distance, TRUE };
  if (is_prefix_with_errors (typed, word))
    return (WordFit){ 0.5f, TRUE };

  return (WordFit){ 0, FALSE };
}

static void
fit_words (Query *query, const char *typed)
{
  GArray *words = query->index->words;
  WordFit *fits = g_new (WordFit, words->len);
  PalFolded folded;

  pal_folded_init (&folded, typed);
  for (guint i = 0; i < words->len; i++)
    fits[i] = fit_word (&folded, &g_array_index (words, PalFolded, i));
  pal_folded_clear (&folded);
  query->fits[query->n_words++] = fits;
}

static void
start_query (Query *query, PalSearchIndex *index, const char *text)
{
  query->index = index;
  query->text = pal_text_squash (text);
  query->n_words = 0;
  pal_folded_init (&query->folded, query->text);

  g_auto (GStrv) words = g_strsplit (query->text, " ", -1);
  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    fit_words (query, words[i]);
}

static void
clear_query (Query *query)
{
  for (guint i = 0; i < query->n_words; i++)
    g_free (query->fits[i]);
  pal_folded_clear (&query->folded);
  g_clear_pointer (&query->text, g_free);
}

/* Every typed word must fit some word of the key; how much of the key is left over counts. */
static double
score_words (const Query *query, const PalKey *key, gboolean *exact)
{
  double sum = 0;

  *exact = TRUE;
  for (guint i = 0; i < query->n_words; i++)
    {
      WordFit best = { 0, FALSE };

      for (guint j = 0; j < key->words->len; j++)
        {
          WordFit fit = query->fits[i][g_array_index (key->words, guint, j)];

          if (fit.fit > best.fit)
            best = fit;
        }
      if (best.fit <= 0)
        return 0;
      sum += best.fit;
      *exact = *exact && !best.forgiven;
    }

  double share = MIN (1.0, (double) query->n_words / key->words->len);

  return 0.9 * (sum / query->n_words) * (0.7 + 0.3 * share);
}

/* @whole tells whether the key as a whole was meant, not a part of it. */
static double
score_key (const Query *query, const PalKey *key, gboolean *exact, gboolean *whole)
{
  guint tolerance = pal_folded_tolerance (query->folded.n);

  *exact = TRUE;
  *whole = TRUE;
  if (strcmp (query->text, key->text) == 0)
    return 1;

  double score = score_words (query, key, exact);
  guint distance =
      tolerance > 0 ? pal_folded_distance (&query->folded, &key->folded, tolerance) : tolerance + 1;

  *whole = distance <= tolerance;
  if (*whole && 0.88 - 0.1 * distance > score)
    {
      *exact = FALSE;
      return 0.88 - 0.1 * distance;
    }

  return score;
}

static double
weigh_wording (PalWording wording)
{
  switch (wording)
    {
    case PAL_WORDING_ID:
    case PAL_WORDING_SHORT:
    case PAL_WORDING_NAME:
    case PAL_WORDING_ALIAS:
      return 1;
    case PAL_WORDING_LAY:
    case PAL_WORDING_LATIN:
      return 0.98;
    case PAL_WORDING_STRUCTURE:
      return 0.97;
    }

  return 0;
}

static void
note_key (Found *found, const PalKey *key, double score, gboolean exact, gboolean whole)
{
  for (guint i = 0; i < key->meanings->len; i++)
    {
      const PalMeaning *meaning = &g_array_index (key->meanings, PalMeaning, i);
      Found *best = &found[meaning->region->index];
      double weighted = score * weigh_wording (meaning->wording);

      if (weighted < best->score || (weighted == best->score && i >= best->rank))
        continue;
      best->score = weighted;
      best->rank = i;
      best->exact = exact;
      best->structure =
          whole && key->structure != NULL && pal_structure_has (key->structure, meaning->region)
              ? key->structure
              : NULL;
    }
}

typedef struct
{
  PalMatch match;
  guint rank;
} RankedMatch;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const RankedMatch *one = a;
  const RankedMatch *other = b;

  if (one->match.score != other->match.score)
    return one->match.score > other->match.score ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return (int) one->match.region->index - (int) other->match.region->index;
}

static GArray *
rank_found (PalAtlas *self, const Found *found, guint max_results)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (RankedMatch));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (PalMatch));

  for (guint i = 0; i < pal_atlas_get_n_regions (self); i++)
    {
      RankedMatch one = { { pal_atlas_get_region (self, i), found[i].structure, found[i].score,
                            found[i].exact },
                          found[i].rank };

      if (found[i].score > 0)
        g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_matches);
  for (guint i = 0; i < ranked->len && i < max_results; i++)
    g_array_append_val (matches, g_array_index (ranked, RankedMatch, i).match);

  return matches;
}

GArray *
pal_atlas_search (PalAtlas *self, const char *words, guint max_results)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  g_autofree Found *found = g_new0 (Found, pal_atlas_get_n_regions (self));
  PalSearchIndex *index = self->search;
  Query query;

  start_query (&query, index, words);
  for (guint i = 0; i < index->keys->len && query.n_words > 0; i++)
    {
      const PalKey *key = g_ptr_array_index (index->keys, i);
      gboolean exact;
      gboolean whole;
      double score = score_key (&query, key, &exact, &whole);

      if (score > 0)
        note_key (found, key, score, exact, whole);
    }
  clear_query (&query);

  return rank_found (self, found, max_results);
}
