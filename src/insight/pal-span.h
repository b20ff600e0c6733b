/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed between two spans of visits, region by region: how often and how strongly each was
 * found in one and in the other. Pure: records in, results out; no sentences. */

#pragma once

#include "insight/pal-compare.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

/**
 * PalSpanFigure:
 * @examined: visits of the span at which the region and side were known
 * @marked: of these, how many were marked
 * @sum: of the severities `before`, 0 … 3 × @examined
 *
 * What one span says of one region, side and kind. The share of visits and the mean severity follow
 * from it, so that nothing is rounded before it is compared.
 */
typedef struct
{
  guint examined;
  guint marked;
  guint sum;
} PalSpanFigure;

/** pal_span_figure_get_mean: Returns: mean severity over the marked visits, 1 … 3; NAN if none. */
double pal_span_figure_get_mean (const PalSpanFigure *self);

/**
 * pal_span_figure_get_burden:
 *
 * Returns: @sum / @examined: how often times how strongly, 0 … 3; NAN when never examined
 */
double pal_span_figure_get_burden (const PalSpanFigure *self);

/** PAL_SPAN_FEW: under this many examined visits a span says little of a region. */
#define PAL_SPAN_FEW 3

/**
 * PalSpanRow:
 * @kind: id
 * @few: at least one of the two rests on fewer than %PAL_SPAN_FEW examined visits
 *
 * One region, side and kind marked in either span and examined in both.
 */
typedef struct
{
  const PalRegion *region;
  PalSide side;
  char *kind;
  PalSpanFigure from;
  PalSpanFigure to;
  PalChangeWord change;
  gboolean few;
} PalSpanRow;

/**
 * PalSpanComparison:
 * @rows: (element-type PalSpanRow): in the catalogue's order, left before right, kinds in the
 *   vocabulary's order
 * @not_compared: ids of groups of which some region was never examined in one of the two spans, in
 *   alphabetical order, %NULL-terminated
 * @similarity: Σ min / Σ max of the burdens of all rows; 1 when there is none
 * @counts: how many rows of each #PalChangeWord; at %PAL_CHANGE_NOT_COMPARED, how many findings of
 *   one span are left out because the other never looked there
 */
typedef struct
{
  GPtrArray *rows;
  char **not_compared;
  double similarity;
  guint counts[PAL_CHANGE_NOT_COMPARED + 1];
} PalSpanComparison;

/**
 * pal_span_change_word:
 *
 * The word for two figures of one region, both examined. Never marked and then marked is new, the
 * reverse gone. Otherwise the burdens are compared: apart by a quarter of a degree of severity a
 * visit or more it is worse or better, by less the same; a quarter is what one mild mark more in
 * four visits makes. That bound is a convention, not evidence: it keeps 4 of 5 against 4 of 6 mild
 * marks from being called a change. For two single visits it is pal_change_word_for().
 *
 * Example: severities 2, 0, 0, 0, 0, 0 (1 of 6, burden 0.3333) and 2, 1, 0, 2, 1 (4 of 5, 1.2):
 * worse. Severities 1, 1, 1, 1, 0, 0 (0.6667) and 1, 1, 1, 1, 0 (0.8): same, 0.1333 apart.
 */
PalChangeWord pal_span_change_word (const PalSpanFigure *from, const PalSpanFigure *to);

/**
 * pal_compare_spans:
 * @from: (element-type PalVisit): one span, any order, at least one visit
 * @to: (element-type PalVisit): the other; may overlap
 *
 * Compares how often and how strongly the therapist found each region (insight, sections 1 and 3).
 * A visit that did not examine a region is left out of that region's count; unknown is never clear.
 *
 * Returns: (transfer full): the comparison, never %NULL
 */
PalSpanComparison *pal_compare_spans (GPtrArray *from,
                                      GPtrArray *to,
                                      PalAtlas *atlas,
                                      PalVocabulary *vocabulary);

/**
 * pal_span_comparison_keep:
 * @from: measured over the one span in the scope to keep
 * @to: measured over the other
 *
 * Drops the rows of regions that the scope counts in neither span (#PalHeatScope), from the counts
 * and from the similarity as well.
 */
void pal_span_comparison_keep (PalSpanComparison *self, const PalHeat *from, const PalHeat *to);

void pal_span_comparison_free (PalSpanComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalSpanComparison, pal_span_comparison_free)

/**
 * pal_span_measure:
 * @visits: (element-type PalVisit)
 * @kind: (nullable): only this kind, or %NULL for the largest over all kinds
 *
 * Returns: the figure of one region and side over @visits, for maps
 */
PalSpanFigure pal_span_measure (GPtrArray *visits,
                                PalAtlas *atlas,
                                PalVocabulary *vocabulary,
                                const PalRegion *region,
                                PalSide side,
                                const char *kind);

/**
 * pal_span_changed_hands:
 *
 * Two people's fingers agree only moderately on what is tight, so a change between visits that
 * nobody charted both of may be one of hands. Visits without a therapist's name tell nothing.
 *
 * Returns: whether both spans name who charted, and nobody is named in both
 */
gboolean pal_span_changed_hands (GPtrArray *from, GPtrArray *to);

/**
 * pal_span_list_therapists:
 *
 * Returns: (transfer container) (element-type utf8): who charted, each once, in order of visits
 */
GPtrArray *pal_span_list_therapists (GPtrArray *visits);

G_END_DECLS
