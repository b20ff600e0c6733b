/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for what changed between two visits or two spans of visits: one plain sentence, the counts,
 * a line for each region, and who charted. Observes, never diagnoses. */

#pragma once

#include "insight/pal-span.h"

G_BEGIN_DECLS

/**
 * pal_words_change:
 *
 * Names what came up most and what settled most, at most two places each. The burdens of all kinds
 * of a region are added up; regions of one structure that moved the same way are named as the
 * structure, and the two sides of a place together.
 *
 * Example: right soleus 2 → 3 and right inner calf 1 → 2, left TFL 3 → 1:
 * "Right calf up, left TFL settling".
 *
 * Returns: (transfer full): one sentence, without a full stop, for a heading
 */
char *pal_words_change (const PalSpanComparison *comparison, PalAtlas *atlas);

/** pal_words_change_nothing: Returns: (transfer none) (nullable): that a scope left nothing to
 *   compare, one sentence; %NULL for all findings. */
const char *pal_words_change_nothing (PalHeatScope scope);

/**
 * pal_words_change_counts:
 * @from: (element-type PalVisit): the span compared with, oldest first
 * @to: (element-type PalVisit): the other
 *
 * Returns: (transfer full): "Since 13 Jul 2026: 1 new, 2 better"; with spans of several visits
 *   "4 visits since, against 6 before: …", and that few visits say little when they are few
 */
char *pal_words_change_counts (const PalSpanComparison *comparison, GPtrArray *from, GPtrArray *to);

/** pal_words_not_compared: Returns: (transfer full) (nullable): which groups, one sentence. */
char *pal_words_not_compared (const PalSpanComparison *comparison, PalAtlas *atlas);

/**
 * pal_words_change_row:
 * @between_visits: whether both spans are a single visit
 *
 * Returns: (transfer full): between single visits the two severities, "Moderate → Mild"; between
 *   spans "Seen at 4 of 5 visits, before at 1 of 6"
 */
char *pal_words_change_row (const PalSpanRow *row, gboolean between_visits);

/** pal_words_change_row_mean: Returns: (transfer full) (nullable): "mean severity 1.5, before 2.0",
 *   for spans. */
char *pal_words_change_row_mean (const PalSpanRow *row, gboolean between_visits);

/**
 * pal_words_treated:
 * @a: (nullable): before and after treatment at the first visit, from pal_compare_within_visit()
 * @b: (nullable): the same at the second
 *
 * Returns: (transfer full) (nullable): "after treatment: A Mild, B Clear"
 */
char *pal_words_treated (const PalChangeRow *a, const PalChangeRow *b);

/** pal_words_span: Returns: (transfer full): "13 Jul 2026", or "3 Nov – 19 Nov 2026, 4 visits".
 *   @visits: (element-type PalVisit): oldest first */
char *pal_words_span (GPtrArray *visits);

/** pal_words_who: Returns: (transfer full) (nullable): who charted: "Anna Berg and Jo Lind". */
char *pal_words_who (GPtrArray *visits);

/** pal_words_hands: Returns: (transfer full) (nullable): that the change coincides with a change of
 *   therapist, one sentence. */
char *pal_words_hands (GPtrArray *from, GPtrArray *to);

/** pal_words_get_spoken_name: Returns: (nullable): a region's or structure's name in a sentence. */
const char *pal_words_get_spoken_name (const char *id);

/**
 * pal_words_dup_spoken_place:
 * @name: from pal_words_get_spoken_name()
 * @sides: bit mask of `1 << PalSide`
 *
 * Returns: (transfer full): "left calf", "calf on both sides"
 */
char *pal_words_dup_spoken_place (const char *name, guint sides);

G_END_DECLS
