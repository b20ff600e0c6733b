/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The folded words behind the search, built once with the atlas. Private to the room. */

#pragma once

#include "atlas/pal-search.h"

G_BEGIN_DECLS

/**
 * PalFolded:
 * @letters: one bit for each letter that occurs, to tell at a glance what cannot be near
 *
 * Folded text as characters, ready to be compared.
 */
typedef struct
{
  gunichar *chars;
  guint n;
  guint32 letters;
} PalFolded;

/** PalWording: Where a key is from; earlier ones win where everything else is equal. */
typedef enum
{
  PAL_WORDING_ID,
  PAL_WORDING_SHORT,
  PAL_WORDING_NAME,
  PAL_WORDING_ALIAS,
  PAL_WORDING_LAY,
  PAL_WORDING_LATIN,
  PAL_WORDING_STRUCTURE
} PalWording;

/** PalMeaning: One region a key may mean. */
typedef struct
{
  const PalRegion *region;
  PalWording wording;
  guint rank;
} PalMeaning;

/**
 * PalKey:
 * @words: indexes of its words
 * @meanings: (element-type PalMeaning): likeliest first, each region once
 * @structure: (nullable): the structure of this name
 *
 * One distinct folded text of the catalogue, "it band". About 1,000.
 */
typedef struct
{
  char *text;
  PalFolded folded;
  GArray *words;
  GArray *meanings;
  const PalStructure *structure;
} PalKey;

/**
 * PalSearchIndex:
 * @keys: (element-type PalKey)
 * @words: (element-type PalFolded): the distinct words of all keys, about 600
 *
 * Immutable once built, so any thread may search.
 */
typedef struct
{
  GPtrArray *keys;
  GHashTable *keys_by_text;
  GArray *words;
  GHashTable *words_by_text;
} PalSearchIndex;

/** pal_search_index_new: Folds all words of @atlas, whose lists must be complete. */
PalSearchIndex *pal_search_index_new (PalAtlas *atlas);
void pal_search_index_free (PalSearchIndex *self);

/** pal_text_squash: Returns: (transfer full): @text folded, words divided by single spaces. */
char *pal_text_squash (const char *text);

void pal_folded_init (PalFolded *self, const char *squashed);
void pal_folded_clear (PalFolded *self);

/** pal_folded_tolerance: Returns: how many typing errors are forgiven in so many letters. */
guint pal_folded_tolerance (guint n);

/** pal_folded_distance: Returns: as pal_text_distance(). */
guint pal_folded_distance (const PalFolded *a, const PalFolded *b, guint limit);

/** pal_structure_has: Returns: whether @region is part of the structure. */
gboolean pal_structure_has (const PalStructure *structure, const PalRegion *region);

G_END_DECLS
