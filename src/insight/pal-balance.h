/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Left against right: how a pair of regions leans, how sure that is, and which leanings are worth
 * showing (insight, section 4). */

#pragma once

#include "insight/pal-figures.h"

G_BEGIN_DECLS

/**
 * PalBalanceRow:
 * @region: a paired region
 * @examined: visits in the window: the last, at most %PAL_WINDOW_VISITS, at which both sides were
 * known
 * @window: those visits, oldest first, as places in #PalInsights.visits
 * @left_severities: 0 … 3 at those visits
 * @right_severities: 0 … 3 at those visits
 * @left: sum of severities
 * @right: sum of severities
 * @index: (left − right) / (left + right), −1 all right … +1 all left; NAN when both are 0
 * @low: lower end of the 90 % interval, or NAN
 * @high: upper end, or NAN
 * @weight: how much better the visits fit one heavier side than chance, see pal_balance_flag();
 *   natural logarithm of a ratio
 * @flag: an imbalance worth showing
 * @side: the heavier side, or %PAL_SIDE_MIDLINE when neither is
 *
 * The largest severity over all kinds counts. A pair has a row when it was ever marked and both
 * sides were known at one visit at least. A plain value that owns nothing.
 *
 * Example: left 2, 3, 0, 2 and right 1, 0, 1, 0 at four visits: 7 against 2, index 0.5556.
 */
typedef struct
{
  const PalRegion *region;
  guint examined;
  guint window[PAL_WINDOW_VISITS];
  guint8 left_severities[PAL_WINDOW_VISITS];
  guint8 right_severities[PAL_WINDOW_VISITS];
  guint left;
  guint right;
  double index;
  double low;
  double high;
  double weight;
  gboolean flag;
  PalSide side;
} PalBalanceRow;

/**
 * pal_balance_measure:
 * @left: severities 0 … 3 of the left
 * @right: of the right, at the same visits
 * @n: how many visits, at most %PAL_WINDOW_VISITS
 * @low: (out): lower end of the 90 % interval
 * @high: (out): upper end
 *
 * The symmetry index of Robinson, Herzog and Nigg (J Manipulative Physiol Ther 1987) without its
 * factor of two, and an interval for it: what the left's share of all severity, p = L / (L + R),
 * may be in the long run. The visits are taken for v independent ones that went all to one side,
 * Beta(½ + vp, ½ + v(1 − p)), and its 5 % and 95 % points are doubled, less 1; an end at which one
 * side is never marked is closed at ±1 (Brown, Cai and DasGupta, Statistical Science 2001). v is
 * (Σs)² / Σs² (Kish) for severities s = l + r, times how much closer the visits keep to p than
 * all-or-nothing ones would: Σ p(1 − p)s² / Σ (l − ps)², each sum with two made-up all-or-nothing
 * visits added. No chance is drawn: the same visits give the same interval. In simulated clients it
 * holds the truth at 92 to 97 %.
 *
 * Example: left 2, 3, 0, 2 and right 1, 0, 1, 0: index 0.5556, v = 6.3, interval −0.09 … 0.89.
 *
 * Returns: the index; all three are NAN when nothing is marked
 */
double pal_balance_measure (
    const guint8 *left, const guint8 *right, guint n, double *low, double *high);

G_END_DECLS
