/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From words to exactly one region, or to a refusal that names what is near. A record of somebody's
 * health rests on it, so it guesses less than the search does. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-private.h"

#include <string.h>

#define MAX_NEAREST 3

/* Beginnings of words shorter than this are no name of anything. */
#define MIN_PREFIX 3

static const PalMeaning *
get_likeliest (const PalKey *key)
{
  return &g_array_index (key->meanings, PalMeaning, 0);
}

/* Parts of a structure are no other meanings where the word names regions itself. */
static GPtrArray *
list_others (const PalKey *key)
{
  gboolean has_own = get_likeliest (key)->wording != PAL_WORDING_STRUCTURE;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 1; i < key->meanings->len; i++)
    {
      const PalMeaning *meaning = &g_array_index (key->meanings, PalMeaning, i);

      if (!has_own || meaning->wording != PAL_WORDING_STRUCTURE)
        g_ptr_array_add (others, (gpointer) meaning->region);
    }

  return others->len > 0 ? g_steal_pointer (&others) : NULL;
}

static void
take_key (PalResolution *resolution, const PalKey *key, gboolean forgiven)
{
  resolution->region = get_likeliest (key)->region;
  resolution->others = list_others (key);
  resolution->structure = key->structure;
  resolution->forgiven = forgiven;
}

/* The one key with the fewest typing errors; NULL when none is near, or several that differ in
 * what they mean. */
static const PalKey *
find_near_miss (PalSearchIndex *index, const PalFolded *typed)
{
  guint limit = pal_folded_tolerance (typed->n);
  const PalKey *best = NULL;
  gboolean several = FALSE;

  for (guint i = 0; i < index->keys->len && limit > 0; i++)
    {
      const PalKey *key = g_ptr_array_index (index->keys, i);
      guint distance = pal_folded_distance (typed, &key->folded, limit);

      if (distance > limit)
        continue;
      if (best == NULL || distance < limit)
        {
          best = key;
          several = FALSE;
        }
      else if (get_likeliest (key)->region != get_likeliest (best)->region)
        several = TRUE;
      else if (key->meanings->len < best->meanings->len)
        best = key;
      limit = distance;
    }

  return several ? NULL : best;
}

static gboolean
begins_some_word (PalSearchIndex *index, const PalKey *key, const PalFolded *typed)
{
  for (guint i = 0; i < key->words->len; i++)
    {
      const PalFolded *word =
          &g_array_index (index->words, PalFolded, g_array_index (key->words, guint, i));

      if (typed->n <= word->n &&
          memcmp (typed->chars, word->chars, typed->n * sizeof (gunichar)) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_words (PalSearchIndex *index, const PalKey *key, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      PalFolded typed;

      pal_folded_init (&typed, words[i]);
      gboolean fits = typed.n >= MIN_PREFIX && begins_some_word (index, key, &typed);
      pal_folded_clear (&typed);
      if (!fits)
        return FALSE;
    }

  return words[0] != NULL;
}

/* The one region all of whose fitting keys begin so: "gastroc med", "peron". */
static const PalRegion *
find_beginning (PalSearchIndex *index, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const PalRegion *region = NULL;

  for (guint i = 0; i < index->keys->len; i++)
    {
      const PalKey *key = g_ptr_array_index (index->keys, i);

      if (!begins_words (index, key, words))
        continue;
      for (guint j = 0; j < key->meanings->len; j++)
        {
          const PalRegion *meant = g_array_index (key->meanings, PalMeaning, j).region;

          if (region != NULL && region != meant)
            return NULL;
          region = meant;
        }
    }

  return region;
}

/* Beyond what the search forgives, up to a third of the letters, so that a refusal can still point
 * somewhere. */
static const PalRegion *
find_distant (PalSearchIndex *index, const PalFolded *typed)
{
  guint limit = typed->n / 3;
  const PalRegion *region = NULL;

  for (guint i = 0; i < index->keys->len && limit > 0; i++)
    {
      const PalKey *key = g_ptr_array_index (index->keys, i);
      guint distance = pal_folded_distance (typed, &key->folded, limit);

      if (distance < limit || (distance == limit && region == NULL))
        {
          region = get_likeliest (key)->region;
          limit = distance;
        }
    }

  return region;
}

static char **
list_nearest (PalAtlas *self, const char *words, const PalFolded *typed)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GArray) matches = pal_atlas_search (self, words, MAX_NEAREST);

  for (guint i = 0; i < matches->len; i++)
    g_strv_builder_add (ids, g_array_index (matches, PalMatch, i).region->id);
  if (matches->len == 0)
    {
      const PalRegion *distant = find_distant (self->search, typed);

      if (distant != NULL)
        g_strv_builder_add (ids, distant->id);
    }

  return g_strv_builder_end (ids);
}

static gboolean
resolve (PalSearchIndex *index,
         const char *squashed,
         const PalFolded *typed,
         PalResolution *resolution)
{
  const PalKey *key = g_hash_table_lookup (index->keys_by_text, squashed);

  if (key != NULL)
    {
      take_key (resolution, key, FALSE);
      return TRUE;
    }

  key = find_near_miss (index, typed);
  if (key != NULL)
    {
      take_key (resolution, key, TRUE);
      return TRUE;
    }

  const PalRegion *region = find_beginning (index, squashed);
  if (region == NULL)
    return FALSE;

  resolution->region = region;
  resolution->forgiven = TRUE;

  return TRUE;
}

gboolean
pal_atlas_resolve (PalAtlas *self, const char *words, PalResolution *resolution, char ***nearest)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (resolution != NULL, FALSE);

  g_autofree char *squashed = pal_text_squash (words);
  PalResolution result = { NULL, NULL, NULL, FALSE };
  PalFolded typed;

  pal_folded_init (&typed, squashed);
  gboolean resolved = resolve (self->search, squashed, &typed, &result);
  if (resolved)
    *resolution = result;
  else if (nearest != NULL)
    *nearest = list_nearest (self, words, &typed);
  pal_folded_clear (&typed);

  return resolved;
}

void
pal_resolution_clear (PalResolution *resolution)
{
  g_return_if_fail (resolution != NULL);

  g_clear_pointer (&resolution->others, g_ptr_array_unref);
  resolution->region = NULL;
  resolution->structure = NULL;
  resolution->forgiven = FALSE;
}
