/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the cards of patterns, beside those in pal-words-insight.h: names, links, what lies
 * beside a chain, and what was looked for in vain. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/** pal_words_pattern_name: Returns: (transfer full): "ITB chain, left". */
char *pal_words_pattern_name (const PalPatternRow *row);

/**
 * pal_words_link_last:
 *
 * Returns: (transfer none) (nullable): what the last visit says of a link that was not seen there,
 *   "clear last time" or "not examined last time"; %NULL when it was seen
 */
const char *pal_words_link_last (const PalPatternLink *link);

/** pal_words_factors: Returns: (transfer full) (nullable): the chain's factors; not counted. */
char *pal_words_factors (const PalChain *chain);

/**
 * pal_words_absent:
 * @n: how many
 * @beside_others: whether another pattern is present
 *
 * Returns: (transfer full): the line that folds away what is not
 */
char *pal_words_absent (guint n, gboolean beside_others);

/**
 * pal_words_absent_row:
 * @left: and @right: (nullable): rows of one chain that is not present on these sides
 *
 * Returns: (transfer full): "Stride: left 1 of 4 places seen, right 0 of 4"
 */
char *pal_words_absent_row (const PalPatternRow *left, const PalPatternRow *right);

G_END_DECLS
