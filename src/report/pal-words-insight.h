/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for what the visits show together. They count and compare; they name no disease and no
 * cause, and under three visits they say that it is too few to tell. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/**
 * pal_words_basis:
 *
 * Returns: (transfer full): what all that follows rests on, "12 visits from 3 Mar 2025 to
 *   24 Nov 2026."; with under three visits that they are too few to tell
 */
char *pal_words_basis (const PalInsights *insights);

/** pal_words_seen_at: Returns: (transfer full): "seen at 9 of 11 visits". */
char *pal_words_seen_at (guint seen, guint visits);

/** pal_words_of_visits: Returns: (transfer full): "9 of 11 visits", where room is dear. */
char *pal_words_of_visits (guint seen, guint visits);

/** pal_words_n_visits: Returns: (transfer full): "11 visits". */
char *pal_words_n_visits (guint visits);

/** pal_words_class: Returns: (transfer none): "Persistent", "Early sign" …, for a row's end. */
const char *pal_words_class (PalRegionClass course);

/** pal_words_class_plain: Returns: (transfer none): what the class says, one plain sentence. */
const char *pal_words_class_plain (PalRegionClass course);

/** pal_words_structure: Returns: (transfer full): "Left ITB"; it has no label with its side. */
char *pal_words_structure (const PalStructure *structure, PalSide side);

/** pal_words_row_name: Returns: (transfer full): "Left ITB mid", and the kind where it is one. */
char *pal_words_row_name (const PalRegionRow *row);

/**
 * pal_words_course_since:
 *
 * Returns: (transfer full) (nullable): since when, as far as it can be told: "every time since
 *   8 Dec 2025", "has not come back since 3 Mar 2026"; %NULL with too few visits
 */
char *pal_words_course_since (const PalRegionRow *row);

/**
 * pal_words_trend:
 *
 * Returns: (transfer none) (nullable): "rising", "easing" or "steady"; %NULL when it cannot be told
 */
const char *pal_words_trend (const PalRegionRow *row);

/**
 * pal_words_row:
 *
 * Returns: (transfer full): all of a row in one line: "seen at 9 of 11 visits, every time since
 *   8 Dec 2025, easing"
 */
char *pal_words_row (const PalRegionRow *row);

/** pal_words_row_sentence: Returns: (transfer full): pal_words_row() as a sentence. */
char *pal_words_row_sentence (const PalRegionRow *row);

/**
 * pal_words_response:
 *
 * Returns: (transfer full) (nullable): how treatment told within the visit, and how that held until
 *   the next; %NULL when it was never re-checked
 */
char *pal_words_response (const PalRegionRow *row);

/** pal_words_new_hands: Returns: (transfer full) (nullable): that the change came with another
 * therapist, when it did. */
char *pal_words_new_hands (const PalRegionRow *row);

/** pal_words_confidence: Returns: (transfer full): how sure it is that the finding recurs. */
char *pal_words_confidence (const PalRegionRow *row);

/** pal_words_baseline: Returns: (transfer none) (nullable): one sentence; %NULL without a baseline.
 */
const char *pal_words_baseline (PalBaseline baseline);

/** pal_words_balance: Returns: (transfer full): which side is heavier, and if worth checking. */
char *pal_words_balance (const PalBalanceRow *row);

/**
 * pal_words_balance_summary:
 * @rows: (element-type PalBalanceRow): the pairs shown
 * @kind: (nullable): the only kind of finding that they count
 *
 * Returns: (transfer full): how many of the pairs are worth checking
 */
char *pal_words_balance_summary (const PalInsights *insights, GArray *rows, const PalTerm *kind);

/** pal_words_balance_numbers: Returns: (transfer full): "left 19, right 4 over 11 visits". */
char *pal_words_balance_numbers (const PalBalanceRow *row);

/** pal_words_pattern: Returns: (transfer full): "3 of 6 places seen at two visits or more, several
 *   at once at 6 of 9 visits". */
char *pal_words_pattern (const PalPatternRow *row);

/** pal_words_evidence: Returns: (transfer full): how far the evidence for the chain goes. */
char *pal_words_evidence (const PalChain *chain);

/** pal_words_spike: @coarse: as in #PalLoadResult. Returns: (transfer full): one sentence. */
char *pal_words_spike (const PalLoadSpike *spike, gboolean coarse);

/** pal_words_load_change: Returns: (transfer full): what changed under the feet, and when. */
char *pal_words_load_change (const PalLoadChange *change, PalVocabulary *vocabulary);

/**
 * pal_words_interval:
 *
 * Returns: (transfer full): the suggested interval with what held, and that it is a convention
 */
char *pal_words_interval (PalIntervalResult interval);

G_END_DECLS
