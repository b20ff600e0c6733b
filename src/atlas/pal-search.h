/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding regions by words: names, Latin, everyday words, aliases, with typing errors forgiven.
 * One search serves the command line, the quick entry and the window. */

#pragma once

#include "atlas/pal-atlas.h"

/* Words are compared without case, accents and punctuation: "runner's knee" is "runners knee".
 * Beside the English words those of the user's language are known, as it was when the atlas was
 * made. Translators give names one by one (context "atlas"), and everyday words as one list a
 * region, in context "aliases": the msgid is the English list joined by ", ", the translation a
 * list of the same form with as many words as the language has. */

G_BEGIN_DECLS

/**
 * PalMatch:
 * @region: the region found
 * @structure: (nullable): set when the words name a structure this region is part of
 * @score: 0 … 1; 1 is the exact id, name or alias
 * @exact: no typing error had to be forgiven
 */
typedef struct
{
  const PalRegion *region;
  const PalStructure *structure;
  double score;
  gboolean exact;
} PalMatch;

/**
 * pal_atlas_search:
 * @words: what was typed, valid UTF-8, in any case, the user's language or English
 *
 * Ranked regions for @words, best first; for a word of several meanings the catalogue's order,
 * likeliest first. Case, accents and typing errors are forgiven: none in words of up to three
 * letters, one in words of up to seven, two in longer ones. The beginning of a word is enough.
 *
 * Returns: (transfer full) (element-type PalMatch): perhaps empty
 */
GArray *pal_atlas_search (PalAtlas *self, const char *words, guint max_results);

/**
 * PalResolution:
 * @region: the region meant
 * @others: (nullable): the word's other meanings, likeliest first, when it had several;
 *   with @structure also the structure of that name
 * @forgiven: a typing error was forgiven, or only the beginning of words was typed
 */
typedef struct
{
  const PalRegion *region;
  GPtrArray *others;
  const PalStructure *structure;
  gboolean forgiven;
} PalResolution;

/**
 * pal_atlas_resolve:
 * @nearest: (out) (optional) (transfer full): on failure up to three close ids, %NULL-terminated
 *
 * Takes words for exactly one region: an id, a short name, a name, an alias, or a near miss of one
 * when only one fits. A word of several meanings takes the likeliest.
 *
 * Returns: %FALSE when nothing or too many things are near
 */
gboolean pal_atlas_resolve (PalAtlas *self,
                            const char *words,
                            PalResolution *resolution,
                            char ***nearest);

void pal_resolution_clear (PalResolution *resolution);

/** pal_text_fold: Returns: (transfer full): @text normalised, without case and accents. */
char *pal_text_fold (const char *text);

/** pal_text_distance: Returns: Damerau-Levenshtein distance in characters, at most @limit + 1. */
guint pal_text_distance (const char *a, const char *b, guint limit);

G_END_DECLS
