/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The suggested number of weeks until the next visit (insight, section 7). */

#pragma once

#include "insight/pal-load.h"

G_BEGIN_DECLS

/**
 * PalIntervalReason:
 * @PAL_INTERVAL_FINDING: a persistent or recurring region, moderate or severe when last marked
 * @PAL_INTERVAL_COMPLAINT: a complaint at the last visit
 * @PAL_INTERVAL_VOLUME: 50 km or 5 sessions a week, on average of the last four recorded weeks
 * @PAL_INTERVAL_RACE: a race within 42 days after the last visit
 * @PAL_INTERVAL_SPIKE: a run more than 30 % over within the 28 days up to the last visit
 *
 * Bits of #PalIntervalResult.reasons.
 */
typedef enum
{
  PAL_INTERVAL_FINDING = 1 << 0,
  PAL_INTERVAL_COMPLAINT = 1 << 1,
  PAL_INTERVAL_VOLUME = 1 << 2,
  PAL_INTERVAL_RACE = 1 << 3,
  PAL_INTERVAL_SPIKE = 1 << 4
} PalIntervalReason;

/** PAL_INTERVAL_N_REASONS: bits 0 … PAL_INTERVAL_N_REASONS − 1 are reasons. */
#define PAL_INTERVAL_N_REASONS 5

/** pal_interval_reason_to_id: Returns: "finding", "complaint", "volume", "race" or "spike". */
const char *pal_interval_reason_to_id (PalIntervalReason reason);

/**
 * PalIntervalResult:
 * @weeks: 1 … 4
 * @reasons: bits of #PalIntervalReason: what held
 */
typedef struct
{
  int weeks;
  guint reasons;
} PalIntervalResult;

/**
 * pal_interval_suggest:
 * @rows: (element-type PalRegionRow): what the therapist found, by region
 * @visits: (element-type PalVisit): oldest first
 * @load: of the same client and day
 *
 * A convention of practice, not evidence: four weeks, less one for each of (a) a finding or a
 * complaint, (b) training volume, (c) a race or a long run beyond habit; at least one. Single runs
 * alone tell of a spike; weeks are too coarse for that. All is reckoned from the last visit, so
 * that the suggestion does not move while nobody comes.
 *
 * Example: a persistent region at severity 2, weeks of 52, 58, 50 and 49 km and a race in 27 days:
 * 4 − 1 − 1 − 1 = 1 week, because of finding, volume and race.
 *
 * Returns: four weeks and no reason when there are no visits
 */
PalIntervalResult pal_interval_suggest (const PalClient *client,
                                        GArray *rows,
                                        GPtrArray *visits,
                                        const PalLoadResult *load);

G_END_DECLS
