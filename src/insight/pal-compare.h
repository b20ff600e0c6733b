/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed between two visits, region by region. Pure: records in, results out; no sentences.
 */

#pragma once

#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalChangeWord:
 * @PAL_CHANGE_NONE: clear at both
 * @PAL_CHANGE_NOT_COMPARED: unknown at one of the two, or at both
 *
 * The word for a pair of severities of one region, side and kind.
 */
typedef enum
{
  PAL_CHANGE_NONE,
  PAL_CHANGE_NEW,
  PAL_CHANGE_WORSE,
  PAL_CHANGE_SAME,
  PAL_CHANGE_BETTER,
  PAL_CHANGE_GONE,
  PAL_CHANGE_NOT_COMPARED
} PalChangeWord;

/** pal_change_word_to_id: Returns: "new", "worse", "same", "better", "gone"; %NULL otherwise. */
const char *pal_change_word_to_id (PalChangeWord word);

/** pal_change_word_get_name: Returns: the translated word. */
const char *pal_change_word_get_name (PalChangeWord word);

/**
 * pal_change_word_for:
 * @from: severity 0 … 3
 * @to: severity 0 … 3
 *
 * From 0 to above 0 is new, the reverse gone, up worse, down better, equal and above 0 same.
 */
PalChangeWord pal_change_word_for (int from, int to);

/** PalChangeRow: one region, side and kind marked at either visit and known at both. */
typedef struct
{
  const PalRegion *region;
  PalSide side;
  char *kind;
  int from;
  int to;
  PalChangeWord change;
} PalChangeRow;

/**
 * PalComparison:
 * @rows: (element-type PalChangeRow): in the catalogue's order, left before right, kinds in the
 *   vocabulary's order
 * @not_compared: group ids that were not examined at one of the two visits, in alphabetical order,
 *   %NULL-terminated
 * @similarity: Σ min / Σ max over all rows known at both; 1 when both maps are empty
 * @counts: how many rows of each #PalChangeWord; at %PAL_CHANGE_NOT_COMPARED, how many findings of
 *   either visit are left out because the other visit did not look there
 */
typedef struct
{
  GPtrArray *rows;
  char **not_compared;
  double similarity;
  guint counts[PAL_CHANGE_NOT_COMPARED + 1];
} PalComparison;

/**
 * pal_compare_visits:
 * @from: the earlier visit
 * @to: the later one
 *
 * Compares `before` severities of two visits (insight, section 3). Regions unknown at either are
 * left out. Only the therapist's marks that count take part (pal_mark_counts()).
 *
 * Similarity is that of Ružička (Biológia, Bratislava 1958): Σ min / Σ max.
 * Example: soleus 2 → 1, middle ITB 1 → 3, Achilles 0 → 1, sacrum 1 → 1: the words are better,
 * worse, new and same, and the similarity is (1 + 1 + 0 + 1) / (2 + 3 + 1 + 1) = 0.4286.
 *
 * Returns: (transfer full): the comparison, never %NULL
 */
PalComparison *pal_compare_visits (const PalVisit *from,
                                   const PalVisit *to,
                                   PalAtlas *atlas,
                                   PalVocabulary *vocabulary);

/**
 * pal_compare_within_visit:
 *
 * Compares `before` with `after` within one visit, in the same words. Marks that were not
 * re-checked have no row; they are counted as %PAL_CHANGE_NOT_COMPARED. @not_compared is empty.
 *
 * Example: tight 3 → 1 and pain 2 → 0 give the rows better and gone, and the similarity
 * (1 + 0) / (3 + 2) = 0.2.
 *
 * Returns: (transfer full): the comparison, never %NULL
 */
PalComparison *pal_compare_within_visit (const PalVisit *visit,
                                         PalAtlas *atlas,
                                         PalVocabulary *vocabulary);

void pal_comparison_free (PalComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalComparison, pal_comparison_free)

/**
 * pal_comparison_get_region:
 *
 * The word for a region and side over all kinds, for the change map: the largest severities of both
 * visits compared; NOT_COMPARED when unknown at either.
 */
PalChangeWord pal_comparison_get_region (const PalVisit *from,
                                         const PalVisit *to,
                                         PalAtlas *atlas,
                                         PalVocabulary *vocabulary,
                                         const PalRegion *region,
                                         PalSide side);

G_END_DECLS
