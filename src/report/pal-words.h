/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for results: the one place where comparisons and insights become sentences, for screen,
 * paper and command line. Observes, never diagnoses. */

#pragma once

#include "insight/pal-compare.h"
#include "record/pal-client.h"

G_BEGIN_DECLS

/** pal_words_counts: Returns: (transfer full): "1 new, 1 worse, 2 better · neck not compared". */
char *pal_words_counts (const PalComparison *comparison, PalAtlas *atlas);

/** pal_words_found: Returns: (transfer full): for the client, what was found, a line each. */
char *pal_words_found (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary);

/** pal_words_done: Returns: (transfer full) (nullable): for the client, what was done, a line each.
 */
char *pal_words_done (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary);

/**
 * pal_words_recurring:
 * @visits: (element-type PalVisit): the history up to the visit, oldest first
 *
 * Returns: (transfer full) (nullable): for the client, what keeps coming back, as "seen at 9 of
 *   11 visits"; %NULL when nothing does or too few visits tell
 */
char *pal_words_recurring (GPtrArray *visits, PalAtlas *atlas, PalVocabulary *vocabulary);

/** pal_words_next_visit: Returns: (transfer full) (nullable): "in two weeks". */
char *pal_words_next_visit (const PalVisit *visit);

G_END_DECLS
