/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that one client's visits tell, in one call: rows of regions and structures, left against
 * right, patterns, training load and the suggested interval. Pure: records in, numbers out; the
 * sentences are written in report. */

#pragma once

#include "insight/pal-balance.h"
#include "insight/pal-course.h"
#include "insight/pal-interval.h"
#include "insight/pal-load.h"
#include "insight/pal-pattern.h"
#include "record/pal-history.h"

G_BEGIN_DECLS

/**
 * PalInsights:
 * @client: whose
 * @at: the last day looked at; that of the last visit when all were; %PAL_NO_DATE without visits
 * @visits: (element-type PalVisit): those looked at, oldest first; rows name them by their place
 * @regions: (element-type PalRegionRow): every region and side that was ever marked, in the
 *   catalogue's order, left before right, `any` before the kinds in the vocabulary's order
 * @structures: (element-type PalRegionRow): the same by structure
 * @client_reported: (element-type PalRegionRow): the same from the client's own marks, never mixed
 *   with the therapist's
 * @balance: (element-type PalBalanceRow): pairs in the catalogue's order
 * @patterns: (element-type PalPatternRow): each chain, left before right, present or not
 * @load: training load, shoes and terrain
 * @interval: weeks until the next visit
 *
 * Rows are values in contiguous arrays: `&g_array_index (insights->regions, PalRegionRow, i)`.
 * Where a figure cannot be told, a number is NAN and a day %PAL_NO_DATE. The result holds
 * references to all it points at and may outlive the file; it never changes.
 */
typedef struct
{
  PalClient *client;
  PalDate at;
  GPtrArray *visits;
  GArray *regions;
  GArray *structures;
  GArray *client_reported;
  GArray *balance;
  GArray *patterns;
  PalLoadResult *load;
  PalIntervalResult interval;

  /*< private >*/
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  GPtrArray *chains;
} PalInsights;

/**
 * pal_insights_new:
 * @file: the client and all visits, in any order
 * @at: look at the history up to and including this day (UTC), or %PAL_NO_DATE for all of it
 * @chains: (element-type PalChain) (nullable): patterns to look for, from pal_chains_load()
 *
 * Computes everything. Cost: about a millisecond for a client of fifty visits with 25 marks each,
 * three for one of five hundred (tests/insight/bench-insight.c); memory for this one client only.
 * May run in any thread as long as nobody edits @file meanwhile.
 *
 * Returns: (transfer full): never %NULL
 */
PalInsights *pal_insights_new (const PalClientFile *file,
                               PalDate at,
                               PalAtlas *atlas,
                               PalVocabulary *vocabulary,
                               GPtrArray *chains);

/**
 * pal_insights_new_for_history:
 *
 * The same from a history, for statistics over a whole practice. The visits of the result are those
 * of @history: without marks.
 *
 * Returns: (transfer full): never %NULL
 */
PalInsights *pal_insights_new_for_history (const PalHistory *history,
                                           PalDate at,
                                           PalAtlas *atlas,
                                           PalVocabulary *vocabulary,
                                           GPtrArray *chains);

void pal_insights_free (PalInsights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalInsights, pal_insights_free)

/** pal_insights_get_visit: Returns: (transfer none): the visit a row names by its place. */
const PalVisit *pal_insights_get_visit (const PalInsights *self, guint place);

/**
 * pal_insights_find_region:
 * @kind: (nullable): kind id, or %NULL for `any`
 *
 * Returns: (transfer none) (nullable): the therapist's row, %NULL when it was never marked
 */
const PalRegionRow *pal_insights_find_region (const PalInsights *self,
                                              const char *region,
                                              PalSide side,
                                              const char *kind);

/** pal_insights_find_structure: Returns: (nullable): the row of a structure, as the one above. */
const PalRegionRow *pal_insights_find_structure (const PalInsights *self,
                                                 const char *structure,
                                                 PalSide side,
                                                 const char *kind);

/** pal_insights_find_balance: Returns: (transfer none) (nullable): the row of the pair. */
const PalBalanceRow *pal_insights_find_balance (const PalInsights *self, const char *region);

/** pal_insights_find_pattern: Returns: (transfer none) (nullable): the row of chain and side. */
const PalPatternRow *pal_insights_find_pattern (const PalInsights *self,
                                                const char *chain,
                                                PalSide side);

/**
 * PalRegionState:
 * @PAL_REGION_UNKNOWN: not examined
 * @PAL_REGION_KNOWN: examined; the severity is 0 when clear
 *
 * What a visit says of a region.
 */
typedef enum
{
  PAL_REGION_UNKNOWN,
  PAL_REGION_KNOWN
} PalRegionState;

/**
 * PalMatrix:
 *
 * Every region and side at every visit, for the matrix, the heat map and the time axis: opaque, and
 * one byte a cell. 500 visits take 130 kB.
 */
typedef struct _PalObservation PalMatrix;

/**
 * pal_matrix_new:
 * @visits: (element-type PalVisit): any order
 * @at: as in pal_insights_new()
 *
 * Returns: (transfer full): never %NULL
 */
PalMatrix *pal_matrix_new (GPtrArray *visits,
                           PalDate at,
                           PalAtlas *atlas,
                           PalVocabulary *vocabulary);

void pal_matrix_free (PalMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalMatrix, pal_matrix_free)

/** pal_matrix_get_visits: Returns: (transfer none) (element-type PalVisit): oldest first. */
GPtrArray *pal_matrix_get_visits (const PalMatrix *self);

/**
 * pal_matrix_get:
 * @visit: place of the visit
 * @severity: (out) (optional): 0 … 3, the largest over all kinds of the therapist's marks
 *
 * Returns: whether the region was examined; an unknown one has severity 0
 */
PalRegionState pal_matrix_get (
    const PalMatrix *self, guint visit, const PalRegion *region, PalSide side, guint *severity);

/**
 * pal_matrix_get_kind:
 * @kind: (nullable): only marks of this kind, or %NULL as pal_matrix_get()
 * @severity: (out): 0 where the region was examined without a mark of the kind
 *
 * Returns: whether the region was examined
 */
PalRegionState pal_matrix_get_kind (const PalMatrix *self,
                                    guint visit,
                                    const PalRegion *region,
                                    PalSide side,
                                    const PalTerm *kind,
                                    guint *severity);

/**
 * pal_matrix_recount_balance:
 * @kind: only marks of this kind
 * @row: (inout): a pair of the same client's visits
 *
 * Left against right of one kind of finding: severities, sums, index and interval over the visits
 * of the pair's window. A flag is told over all kinds, as pal_balance_flag() is proved for, and
 * never here.
 *
 * Example: a pair marked at four visits, trigger points left 2, 0, 0, 3 and right none: 5 against
 * 0, index 1.
 */
void pal_matrix_recount_balance (const PalMatrix *self, const PalTerm *kind, PalBalanceRow *row);

/**
 * pal_matrix_get_burden:
 * @first: place of the first visit of the span
 * @last: place of the last one, included
 * @examined: (out) (optional): visits of the span at which it was known: what the number rests on
 * @marked: (out) (optional): of these, how many were marked
 *
 * Frequency times severity over a span, for the heat map: the sum of severities divided by the
 * visits at which the region was known.
 *
 * Example: severities 2, 0, unknown and 3 give 5 / 3 = 1.6667 of 3 examinations.
 *
 * Returns: 0 … 3, NAN when it was never known in the span
 */
double pal_matrix_get_burden (const PalMatrix *self,
                              guint first,
                              guint last,
                              const PalRegion *region,
                              PalSide side,
                              guint *examined,
                              guint *marked);

G_END_DECLS
