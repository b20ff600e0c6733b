/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pairs lean to one side more than this client's pairs do by chance: the rule behind
 * PalBalanceRow.flag. */

#pragma once

#include "insight/pal-figures.h"

G_BEGIN_DECLS

/**
 * PAL_IMBALANCE_WEIGHT:
 *
 * The weight from which on a pair is flagged. Found by simulation, tests/insight/test-simulator.c.
 */
#define PAL_IMBALANCE_WEIGHT 7.0

/** PAL_IMBALANCE_MIN_VISITS: with fewer visits at which both sides were known nothing is flagged.
 */
#define PAL_IMBALANCE_MIN_VISITS 5

/** PAL_PAIR_CELL: the place in #PalPairCounts of a visit with these severities, 0 … 3 each. */
#define PAL_PAIR_CELL(left, right) ((left) *4 + (right))
#define PAL_PAIR_CELLS 16

/**
 * PalPairCounts:
 * @n: visits at which both sides were known, at most %PAL_WINDOW_VISITS
 * @cells: how many of them showed each pair of severities, by PAL_PAIR_CELL()
 *
 * All that the rule needs of one pair of regions: the order of visits does not matter to it.
 */
typedef struct
{
  guint n;
  guint8 cells[PAL_PAIR_CELLS];
} PalPairCounts;

/**
 * PalImbalance:
 * @weight: natural logarithm of how much better the visits fit one tighter side than chance
 * @side: the side it speaks for; %PAL_SIDE_MIDLINE when nothing is marked
 * @flag: enough visits, and enough weight to be worth showing
 */
typedef struct
{
  double weight;
  PalSide side;
  gboolean flag;
} PalImbalance;

/**
 * pal_imbalances_weigh:
 * @pairs: all pairs of one client, also those that were never marked: they tell the background
 * @n_pairs: how many, at least 1
 * @results: (out caller-allocates): one for each pair
 *
 * What a flag means, in plain words: over the last visits (twelve at most, five at least) one side
 * was found tighter than the other so steadily that a side which really is tighter explains it a
 * thousand times better than chance does, in a client who is marked as often as this one and whose
 * two sides resemble each other on one day as much as this one's do. It is worth checking. It does
 * not say why, and no flag does not mean no imbalance.
 *
 * How often it is right, in simulated clients charted twelve times and looked at after every visit:
 * of those without any imbalance 3 % are ever shown a flag; of imbalances found at 85 % of visits
 * on one side and 15 % on the other, 76 % are flagged by visit 8 and 94 % by visit 12. With half
 * the noise, twice the stray marks, two therapists of different judgement, twice as many tight
 * pairs or sides that resemble each other less plainly, 2 to 6 % and 69 to 83 %, 91 to 97 %. A
 * habit that changes sides every fourth visit is flagged for a while in one client of six.
 *
 * The rule. Each pair is one of three things, each a mixture over plausible values, given as the
 * probability of the two severities of one visit:
 * - quiet: a stray mark now and then, on each side by itself;
 * - tight on both sides alike, the sides of one day resembling each other;
 * - tighter on one side: marked at most visits there, seldom on the other, and harder.
 * Three things about the client are learned from all pairs together, by Bayes' rule over a grid:
 * how often stray marks happen, how many pairs are tight on both sides, and how much the sides of
 * one day resemble each other. With these, the weight is the logarithm of
 * P(visits | tighter on one side) / P(visits | quiet or alike), for the side that fits better.
 *
 * Seventy-odd pairs are looked at after every visit; the threshold is set so that this whole
 * history of looks holds its promise, see the simulator in the tests, which prints it. Weights are
 * symmetric: mirror the client, and the same pairs are flagged on the other side.
 *
 * Source: Bayes factors as in Kass and Raftery, J Am Stat Assoc 1995; 90: 773–795; the background
 * learned from all pairs as in Efron, Large-Scale Inference, 2010, chapter 2; a threshold for the
 * largest of many weights, found by simulation, as in Westfall and Young, Resampling-Based Multiple
 * Testing, 1993.
 *
 * Example: of 82 pairs looked at six times, one is marked at severity 2 on the left every time and
 * never on the right, the others are clear: its weight is above 7 and the left is flagged. After
 * three visits it would not be.
 */
void pal_imbalances_weigh (const PalPairCounts *pairs, guint n_pairs, PalImbalance *results);

G_END_DECLS
