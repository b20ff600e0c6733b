/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the picture of training load, beside those in pal-words-insight.h: one week at a time,
 * and how far the evidence on long runs goes. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/**
 * pal_words_load_week:
 * @monday: of which week
 * @region: (nullable): whose severity at the visits of that week is told
 * @kind: (nullable): of which kind of finding, or %NULL for the largest over all
 *
 * All that is known of one week: kilometres, the change on the week before as a number without
 * verdict, the longest run, long runs beyond habit, new shoes and ground, and what was found, slept
 * and felt at its visits.
 *
 * Returns: (transfer full): one line; says so when nothing is recorded
 */
char *pal_words_load_week (const PalInsights *insights,
                           PalAtlas *atlas,
                           PalVocabulary *vocabulary,
                           PalDate monday,
                           const PalRegion *region,
                           PalSide side,
                           const PalTerm *kind);

/** pal_words_load_source: Returns: (transfer none): the study behind long runs and its reach. */
const char *pal_words_load_source (void);

/** pal_words_load_coarse: Returns: (transfer none): that weeks tell less than single runs. */
const char *pal_words_load_coarse (void);

G_END_DECLS
