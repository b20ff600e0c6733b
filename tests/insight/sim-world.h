/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A simulated world of clients whose truth is known, to tell how often a rule is right. Shares
 * nothing with the rule it tests. */

#pragma once

#include "insight/pal-imbalance.h"

G_BEGIN_DECLS

#define SIM_VISITS 12
#define SIM_MAX_PAIRS 96

/**
 * SimLikeness:
 * @SIM_LIKENESS_SHARED: at a share of the visits one chance rules both sides
 * @SIM_LIKENESS_HIDDEN: two hidden normal numbers correlate, and each side is marked where its own
 *   is high; the marks themselves then correlate less
 * @SIM_LIKENESS_NONE: each side by itself
 *
 * Three ways for the sides of one day to resemble each other by 0.5.
 */
typedef enum
{
  SIM_LIKENESS_SHARED,
  SIM_LIKENESS_HIDDEN,
  SIM_LIKENESS_NONE
} SimLikeness;

/**
 * SimWorld:
 * @stray: chance of a stray mark, per side and visit
 * @noise: scatter of a severity before it is rounded to 1, 2 or 3
 * @n_tight: pairs that are tight on both sides
 * @likeness: how their sides resemble each other
 * @heavy_likeness: the same for the imbalanced pair
 * @two_therapists: one of two charts each visit; one marks sooner and harder than the other
 * @habit_visits: if above 0, one pair is tighter on one side for so many visits, then on the other
 */
typedef struct
{
  const char *name;
  double stray;
  double noise;
  guint n_tight;
  SimLikeness likeness;
  SimLikeness heavy_likeness;
  gboolean two_therapists;
  guint habit_visits;
} SimWorld;

/**
 * SimClient:
 * @imbalanced: place of the imbalanced pair, or -1
 * @side: its heavier side
 * @alike: place of one pair that is tight on both sides, or -1
 * @habit: place of the pair with the habit, or -1
 * @known: by pair and visit: whether it was examined
 */
typedef struct
{
  guint n_pairs;
  int imbalanced;
  PalSide side;
  int alike;
  int habit;
  gboolean known[SIM_MAX_PAIRS][SIM_VISITS];
  guint8 left[SIM_MAX_PAIRS][SIM_VISITS];
  guint8 right[SIM_MAX_PAIRS][SIM_VISITS];
} SimClient;

/** sim_client_make: a client of @world, with one imbalanced pair or without. */
void sim_client_make (
    SimClient *client, const SimWorld *world, PalAtlas *atlas, GRand *random, gboolean imbalanced);

/** sim_client_count: what the rule sees after so many visits. */
void sim_client_count (const SimClient *client, guint n_visits, PalPairCounts *pairs);

G_END_DECLS
