/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a part of the body has not been looked at. A client who always comes for the legs may
 * carry what pulls at them in the shoulders. */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/** PAL_UNSEEN_REMINDER: so many visits in a row without a look are worth a quiet word. */
#define PAL_UNSEEN_REMINDER 3

/**
 * pal_unseen_count:
 * @visits: (element-type PalVisit): one client's visits, any order
 * @now: the visit under way; only what was before it counts, and nothing once the part has been
 *   looked at in it
 * @part: groups and regions that make up the part, such as the preset "upper-body"
 *
 * Counts back from @now the visits in a row at which no group of @part was examined and no region
 * of one was marked. Visits at which nothing at all was examined tell nothing and are passed over.
 *
 * Example: legs, shoulder, legs, legs, @now with legs give 2; @now with the neck gives 0.
 *
 * Returns: visits; 0 when @part was looked at now or the last time
 */
guint pal_unseen_count (GPtrArray *visits,
                        const PalVisit *now,
                        PalAtlas *atlas,
                        PalVocabulary *vocabulary,
                        const PalPreset *part);

G_END_DECLS
