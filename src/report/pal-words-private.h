/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Building blocks of sentences, shared by the files of this room. */

#pragma once

#include "report/pal-words.h"

G_BEGIN_DECLS

/** pal_words_join: Returns: (transfer full): "a, b and c". @parts: (element-type utf8) */
char *pal_words_join (GPtrArray *parts);

/** pal_words_capitalise: Returns: (transfer full): @text with a capital first letter. */
char *pal_words_capitalise (const char *text);

/** pal_words_count_change: Returns: (transfer full) (nullable): "2 worse"; %NULL for no change. */
char *pal_words_count_change (PalChangeWord word, guint n);

/**
 * pal_words_name_place:
 * @lay: an everyday name, already translated
 * @sides: bit mask of `1 << PalSide`
 *
 * Returns: (transfer full): "outer thigh (left)", "calf (both sides)"
 */
char *pal_words_name_place (const char *lay, guint sides);

/**
 * pal_words_list_places:
 * @sides_by_region: bit masks of `1 << PalSide`, by region index; 0 where there is nothing
 *
 * Structures all of whose parts are there on the same sides are named as a whole.
 *
 * Returns: (transfer full) (nullable): "outer thigh (left) and calf (both sides)", or %NULL
 */
char *pal_words_list_places (const guint *sides_by_region, PalAtlas *atlas);

/** pal_words_since: Returns: (transfer full) (nullable): for the client, what changed between. */
char *pal_words_since (const PalComparison *comparison, PalAtlas *atlas);

/** pal_words_told: Returns: (transfer full) (nullable): what the client reported, not felt. */
char *pal_words_told (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary);

G_END_DECLS
