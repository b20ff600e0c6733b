/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The course of a region or structure over the last visits, one row for each side and kind
 * (insight, sections 1 and 2). */

#pragma once

#include "insight/pal-figures.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalBaseline:
 * @PAL_BASELINE_NONE: nothing to say
 * @PAL_BASELINE_SUGGESTED: found whatever the complaint; offered to the therapist
 * @PAL_BASELINE_CONFIRMED: the therapist agreed
 * @PAL_BASELINE_REFUSED: the therapist did not
 *
 * Whether a finding is always there, whatever brought the client in.
 */
typedef enum
{
  PAL_BASELINE_NONE,
  PAL_BASELINE_SUGGESTED,
  PAL_BASELINE_CONFIRMED,
  PAL_BASELINE_REFUSED,
  PAL_BASELINE_N
} PalBaseline;

/** pal_baseline_to_id: Returns: (nullable): "suggested", "confirmed", "refused", or %NULL. */
const char *pal_baseline_to_id (PalBaseline baseline);

/**
 * PalRegionRow:
 * @region: (nullable): the region, %NULL in the row of a structure
 * @structure: (nullable): the structure, %NULL in the row of a region
 * @side: the client's own
 * @kind: (nullable): %NULL for `any`, the largest severity over all kinds
 * @source: %PAL_SOURCE_CLIENT in rows of what the client reported
 * @examined: visits in the window, at most %PAL_WINDOW_VISITS: the last at which this was looked at
 * @marked: of these, how many were marked
 * @streak: how many at the end were marked
 * @clear: how many at the end were clear
 * @window: those visits, oldest first, as places in #PalInsights.visits; @examined of them
 * @severities: 0 … 3 at those visits; a visit supports the row where this is above 0
 * @first: day of the first mark in the window, or %PAL_NO_DATE
 * @last: day of the last mark in the window, or %PAL_NO_DATE
 * @since: day of the first visit of the present streak, or %PAL_NO_DATE
 * @mean: mean severity over the marked visits, 1 … 3; NAN when there is none
 * @burden: sum of severities / @examined, 0 … 3
 * @trend: pal_trend_per_28_days(), or NAN
 * @confidence: pal_confidence_one_in_three()
 * @response: mean of before − after over the marks that have both, or NAN
 * @held: mean of the severity found at the next examined visit − the `after` before it, or NAN;
 *   0: the gain held, above: it came back
 * @course: the class
 * @baseline: always %PAL_BASELINE_NONE for structures and for what the client reported
 * @all_examined: visits at which this was looked at, over the whole history
 * @all_marked: of these, how many were marked; at least 1, or there is no row
 * @new_hands: the present run of marked or of clear visits began when another therapist charted
 *   than at the examined visit before: the change may be one of hands
 *
 * One row: a region or structure, a side, a kind. A plain value that owns nothing; a client has
 * some fifty. The atlas and the vocabulary must outlive it.
 */
typedef struct
{
  const PalRegion *region;
  const PalStructure *structure;
  PalSide side;
  const PalTerm *kind;
  PalSource source;
  guint examined;
  guint marked;
  guint streak;
  guint clear;
  guint window[PAL_WINDOW_VISITS];
  guint8 severities[PAL_WINDOW_VISITS];
  PalDate first;
  PalDate last;
  PalDate since;
  double mean;
  double burden;
  double trend;
  double confidence;
  double response;
  double held;
  PalRegionClass course;
  PalBaseline baseline;
  guint all_examined;
  guint all_marked;
  gboolean new_hands;
} PalRegionRow;

/**
 * pal_region_row_get_last_severity:
 *
 * Returns: the severity at the last marked visit of the window, 0 when there is none
 */
int pal_region_row_get_last_severity (const PalRegionRow *row);

/** pal_region_row_get_id: Returns: the id of the region or of the structure. */
const char *pal_region_row_get_id (const PalRegionRow *row);

/** pal_region_row_get_kind_id: Returns: the id of the kind, or "any". */
const char *pal_region_row_get_kind_id (const PalRegionRow *row);

G_END_DECLS
