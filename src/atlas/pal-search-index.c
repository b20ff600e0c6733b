/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding the words of the catalogue, in English and in the user's language. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-private.h"

#include <string.h>

static void
free_key (gpointer data)
{
  PalKey *key = data;

  g_free (key->text);
  pal_folded_clear (&key->folded);
  g_array_unref (key->words);
  g_array_unref (key->meanings);
  g_free (key);
}

static void
clear_folded (gpointer data)
{
  pal_folded_clear (data);
}

gboolean
pal_structure_has (const PalStructure *structure, const PalRegion *region)
{
  for (guint i = 0; i < structure->n_regions; i++)
    {
      if (structure->regions[i] == region->index)
        return TRUE;
    }

  return FALSE;
}

static guint
intern_word (PalSearchIndex *self, const char *text)
{
  gpointer found = NULL;

  if (g_hash_table_lookup_extended (self->words_by_text, text, NULL, &found))
    return GPOINTER_TO_UINT (found);

  PalFolded word;
  guint index = self->words->len;

  pal_folded_init (&word, text);
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->words_by_text, g_strdup (text), GUINT_TO_POINTER (index));

  return index;
}

static PalKey *
create_key (PalSearchIndex *self, const char *squashed)
{
  PalKey *key = g_new0 (PalKey, 1);
  g_auto (GStrv) words = g_strsplit (squashed, " ", -1);

  key->text = g_strdup (squashed);
  pal_folded_init (&key->folded, squashed);
  key->words = g_array_new (FALSE, FALSE, sizeof (guint));
  key->meanings = g_array_new (FALSE, FALSE, sizeof (PalMeaning));
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint word = intern_word (self, words[i]);

      g_array_append_val (key->words, word);
    }
  g_ptr_array_add (self->keys, key);
  g_hash_table_insert (self->keys_by_text, key->text, key);

  return key;
}

/* Finds or makes the key of a text; NULL for text without a letter. */
static PalKey *
intern_key (PalSearchIndex *self, const char *text)
{
  g_autofree char *squashed = pal_text_squash (text);

  if (squashed[0] == '\0')
    return NULL;

  PalKey *key = g_hash_table_lookup (self->keys_by_text, squashed);

  return key != NULL ? key : create_key (self, squashed);
}

/* Ranks of words that are listed by likelihood come before those of a structure's parts. */
#define RANK_STRUCTURE 1000

static void
add_meaning (PalKey *key, const PalRegion *region, PalWording wording)
{
  if (key == NULL)
    return;
  for (guint i = 0; i < key->meanings->len; i++)
    {
      PalMeaning *meaning = &g_array_index (key->meanings, PalMeaning, i);

      if (meaning->region == region)
        {
          meaning->wording = MIN (meaning->wording, wording);
          return;
        }
    }

  PalMeaning meaning = { region, wording, G_MAXUINT };
  g_array_append_val (key->meanings, meaning);
}

static void
add_words (PalSearchIndex *self, const PalRegion *region, const char *text, PalWording wording)
{
  add_meaning (intern_key (self, text), region, wording);
}

/* "Forehead (frontalis)" is also found by what stands before and within the brackets. */
static void
add_name (PalSearchIndex *self, const PalRegion *region, const char *name, PalWording wording)
{
  const char *bracket = strchr (name, '(');

  add_words (self, region, name, wording);
  if (bracket != NULL)
    {
      g_autofree char *before = g_strndup (name, (gsize) (bracket - name));

      add_words (self, region, before, wording);
      add_words (self, region, bracket, wording);
    }
}

/* Structures of a region that holds several are joined by semicolons. Nobody types the word
 * for muscle. */
static void
add_latin (PalSearchIndex *self, const PalRegion *region)
{
  g_auto (GStrv) parts = g_strsplit (region->latin != NULL ? region->latin : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      add_words (self, region, part, PAL_WORDING_LATIN);
      if (g_str_has_prefix (part, "Musculus "))
        add_words (self, region, part + strlen ("Musculus "), PAL_WORDING_LATIN);
    }
}

static void
add_aliases (PalSearchIndex *self, const PalRegion *region)
{
  g_autofree char *joined = g_strjoinv (", ", region->aliases);

  for (guint i = 0; region->aliases[i] != NULL; i++)
    add_words (self, region, region->aliases[i], PAL_WORDING_ALIAS);
  if (joined[0] == '\0')
    return;

  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "aliases", joined);
  if (translated != joined)
    {
      g_auto (GStrv) words = g_strsplit (translated, ",", -1);

      for (guint i = 0; words[i] != NULL; i++)
        add_words (self, region, words[i], PAL_WORDING_ALIAS);
    }
}

static void
add_region (PalSearchIndex *self, const PalRegion *region)
{
  add_words (self, region, region->id, PAL_WORDING_ID);
  add_words (self, region, region->short_name, PAL_WORDING_SHORT);
  add_words (self, region, pal_region_get_short_name (region), PAL_WORDING_SHORT);
  add_name (self, region, region->name, PAL_WORDING_NAME);
  add_name (self, region, pal_region_get_name (region), PAL_WORDING_NAME);
  add_aliases (self, region);
  add_words (self, region, region->lay, PAL_WORDING_LAY);
  add_words (self, region, pal_region_get_lay_name (region), PAL_WORDING_LAY);
  add_latin (self, region);
}

static void
rank_part (PalKey *key, const PalRegion *part, guint i)
{
  for (guint j = 0; j < key->meanings->len; j++)
    {
      PalMeaning *meaning = &g_array_index (key->meanings, PalMeaning, j);

      if (meaning->region == part)
        meaning->rank = MIN (meaning->rank, RANK_STRUCTURE + i);
    }
}

static void
add_structure_name (PalSearchIndex *self,
                    PalAtlas *atlas,
                    const PalStructure *structure,
                    const char *name)
{
  PalKey *key = intern_key (self, name);

  if (key == NULL)
    return;
  if (key->structure == NULL)
    key->structure = structure;
  for (guint i = 0; i < structure->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, structure->regions[i]);

      add_meaning (key, region, PAL_WORDING_STRUCTURE);
      rank_part (key, region, i);
    }
}

static void
add_structure (PalSearchIndex *self, PalAtlas *atlas, const PalStructure *structure)
{
  const char *bracket = strchr (structure->name, '(');

  add_structure_name (self, atlas, structure, structure->id);
  add_structure_name (self, atlas, structure, structure->name);
  add_structure_name (self, atlas, structure, pal_structure_get_name (structure));
  add_structure_name (self, atlas, structure, structure->short_name);
  add_structure_name (self, atlas, structure, pal_structure_get_short_name (structure));
  add_structure_name (self, atlas, structure, structure->lay);
  add_structure_name (self, atlas, structure, pal_structure_get_lay_name (structure));
  if (bracket != NULL)
    {
      g_autofree char *before = g_strndup (structure->name, (gsize) (bracket - structure->name));

      add_structure_name (self, atlas, structure, before);
      add_structure_name (self, atlas, structure, bracket);
    }
}

static void
rank_meanings (PalKey *key, const PalAmbiguousAlias *order)
{
  for (guint i = 0; i < key->meanings->len; i++)
    {
      PalMeaning *meaning = &g_array_index (key->meanings, PalMeaning, i);

      for (guint j = 0; j < order->n_regions; j++)
        {
          if (order->regions[j] == meaning->region->index)
            meaning->rank = j;
        }
    }
}

static void
add_ambiguous (PalSearchIndex *self, PalAtlas *atlas, const PalAmbiguousAlias *ambiguous)
{
  PalKey *key = intern_key (self, ambiguous->alias);

  if (key == NULL)
    return;
  for (guint i = 0; i < ambiguous->n_regions; i++)
    add_meaning (key, pal_atlas_get_region (atlas, ambiguous->regions[i]), PAL_WORDING_ALIAS);
  rank_meanings (key, ambiguous);
}

static gboolean
is_ranked (const PalKey *key)
{
  for (guint i = 0; i < key->meanings->len; i++)
    {
      if (g_array_index (key->meanings, PalMeaning, i).rank < RANK_STRUCTURE)
        return TRUE;
    }

  return FALSE;
}

static gboolean
means_exactly (const PalKey *key, const guint *regions, guint n)
{
  if (key->meanings->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PalRegion *region = g_array_index (key->meanings, PalMeaning, i).region;
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        found = found || regions[j] == region->index;
      if (!found)
        return FALSE;
    }

  return TRUE;
}

/* A word the catalogue does not list, Latin or translated, borrows the order of one that means
 * the same regions: "tractus iliotibialis" is ordered as "itb". */
static void
borrow_order (PalKey *key, PalAtlas *atlas)
{
  GPtrArray *ambiguous = pal_atlas_get_ambiguous (atlas);

  if (key->meanings->len < 2 || is_ranked (key))
    return;
  for (guint i = 0; i < ambiguous->len; i++)
    {
      const PalAmbiguousAlias *order = g_ptr_array_index (ambiguous, i);

      if (means_exactly (key, order->regions, order->n_regions))
        {
          rank_meanings (key, order);
          return;
        }
    }
}

/* "IT band" is no name of the structure, but it means just its parts. */
static void
borrow_structure (PalKey *key, PalAtlas *atlas)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas) && key->structure == NULL; i++)
    {
      const PalStructure *structure = pal_atlas_get_structure (atlas, i);

      if (means_exactly (key, structure->regions, structure->n_regions))
        key->structure = structure;
    }
}

static int
compare_meanings (gconstpointer a, gconstpointer b)
{
  const PalMeaning *one = a;
  const PalMeaning *other = b;
  gboolean one_is_id = one->wording == PAL_WORDING_ID;
  gboolean other_is_id = other->wording == PAL_WORDING_ID;

  if (one_is_id != other_is_id)
    return one_is_id ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->wording != other->wording)
    return one->wording < other->wording ? -1 : 1;

  return (int) one->region->index - (int) other->region->index;
}

PalSearchIndex *
pal_search_index_new (PalAtlas *atlas)
{
  PalSearchIndex *self = g_new0 (PalSearchIndex, 1);
  GPtrArray *ambiguous = pal_atlas_get_ambiguous (atlas);

  self->keys = g_ptr_array_new_with_free_func (free_key);
  self->keys_by_text = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (PalFolded));
  g_array_set_clear_func (self->words, clear_folded);
  self->words_by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    add_region (self, pal_atlas_get_region (atlas, i));
  for (guint i = 0; i < ambiguous->len; i++)
    add_ambiguous (self, atlas, g_ptr_array_index (ambiguous, i));
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    add_structure (self, atlas, pal_atlas_get_structure (atlas, i));
  for (guint i = 0; i < self->keys->len; i++)
    {
      PalKey *key = g_ptr_array_index (self->keys, i);

      borrow_order (key, atlas);
      borrow_structure (key, atlas);
      g_array_sort (key->meanings, compare_meanings);
    }

  return self;
}

void
pal_search_index_free (PalSearchIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->keys_by_text);
  g_hash_table_unref (self->words_by_text);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->words);
  g_free (self);
}
