/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for planning: what changed in training, what is hard to stretch without help. */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * pal_words_changed_since:
 * @before: (nullable): the visit before
 *
 * What is under the feet now and was not at the visit before. What was not recorded at either visit
 * has not changed.
 *
 * Returns: (transfer full) (nullable): "Changed: shoes were Ghost 14; ground was road."
 */
char *pal_words_changed_since (const PalVisit *visit,
                               const PalVisit *before,
                               PalVocabulary *vocabulary);

/**
 * pal_words_hard_to_stretch:
 *
 * Returns: (transfer full) (nullable): the regions marked at @visit that are hard to stretch by
 *   oneself, "left TFL and left adductors"; %NULL when there are none
 */
char *pal_words_hard_to_stretch (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary);

G_END_DECLS
