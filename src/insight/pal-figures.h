/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of one region on one side: numbers from a short series of severities (insight,
 * section 2). What is a severity and what is unknown is decided in pal-observation.c. */

#pragma once

#include "record/pal-record-types.h"

G_BEGIN_DECLS

/** PAL_WINDOW_VISITS: how many examined visits the figures look back on. */
#define PAL_WINDOW_VISITS 12

/**
 * PalRegionClass:
 * @PAL_CLASS_NONE: not marked within the window
 * @PAL_CLASS_TOO_FEW: under three examined visits
 * @PAL_CLASS_NEW: marked for the first time, at the last visit
 * @PAL_CLASS_EARLY_SIGN: marked at the last two visits and never before, still mild or moderate
 * @PAL_CLASS_OCCASIONAL: marked now and then
 * @PAL_CLASS_RECURRING: marked at a third of the visits or more, with gaps
 * @PAL_CLASS_PERSISTENT: marked at the last three visits or more
 * @PAL_CLASS_RESOLVING: marked at the last three visits or more, and falling
 * @PAL_CLASS_RESOLVED: was marked at least twice, clear at the last two visits or more
 *
 * What the course of a region looks like. A description of visits, not of a disease.
 */
typedef enum
{
  PAL_CLASS_NONE,
  PAL_CLASS_TOO_FEW,
  PAL_CLASS_NEW,
  PAL_CLASS_EARLY_SIGN,
  PAL_CLASS_OCCASIONAL,
  PAL_CLASS_RECURRING,
  PAL_CLASS_PERSISTENT,
  PAL_CLASS_RESOLVING,
  PAL_CLASS_RESOLVED,
  PAL_CLASS_N
} PalRegionClass;

/** pal_region_class_to_id: Returns: "none", "too-few", "new", "early-sign" …, as in files. */
const char *pal_region_class_to_id (PalRegionClass class_);

/**
 * pal_region_class_for:
 * @severities: 0 … 3, oldest first
 * @n: how many, at most %PAL_WINDOW_VISITS
 *
 * The class of a series, by the first of nine rules that fits (insight, section 2).
 *
 * Examples: 0 2 2 3 is persistent, 3 3 2 1 resolving, 2 0 1 0 2 recurring, 0 0 1 2 an early sign,
 * 0 0 0 2 new, 2 2 0 0 resolved, 1 2 too few.
 */
PalRegionClass pal_region_class_for (const guint8 *severities, guint n);

/** pal_region_class_for_counted: the same for who has counted already how many are marked, and how
 * many at the end are marked or clear. */
PalRegionClass pal_region_class_for_counted (
    const guint8 *severities, guint n, guint marked, guint streak, guint clear);

/**
 * pal_trend_per_28_days:
 * @at: moments of the visits, oldest first
 * @severities: at those visits
 * @n: how many, at most %PAL_WINDOW_VISITS
 *
 * How the severity moves: the Theil–Sen slope, the median of the slopes between all pairs of visits
 * on different days (UTC), in steps of severity per 28 days. A single odd visit cannot turn it.
 *
 * Source: Sen, J Am Stat Assoc 1968; 63: 1379–1389.
 *
 * Example: 0, 2, 2, 3 every 14 days: slopes per 28 days 0, 1, 2, 2, 2 and 4, median 2.0.
 *
 * Returns: severity per 28 days; NAN with fewer than four visits or all on one day
 */
double pal_trend_per_28_days (const PalTime *at, const guint8 *severities, guint n);

/**
 * pal_confidence_one_in_three:
 * @marked: visits at which it was marked
 * @examined: visits at which it was looked at, at least @marked
 *
 * How sure we are that the region is marked at more than one visit in three: the probability of a
 * share above ⅓ under Beta(½ + marked, ½ + examined − marked), the posterior of Jeffreys' prior.
 *
 * Source: Brown, Cai and DasGupta, Statistical Science 2001; 16: 101–133.
 *
 * Example: 3 of 4 visits give 0.9572, 1 of 4 gives 0.3881.
 */
double pal_confidence_one_in_three (guint marked, guint examined);

/**
 * pal_baseline_is_suggested:
 * @marked: visits at which it was marked, among those that count for a baseline
 * @examined: visits that count for a baseline
 *
 * Whether a finding is there whatever the complaint: at four visits or more that had no complaint
 * nearby, and the lower 10 % point of Beta(½ + marked, ½ + examined − marked) is at least 0.4. So
 * there is one chance in ten at most that it is found at fewer than two such visits in five.
 *
 * Example: 3 of 4 visits suggest it (0.43), 4 of 8 do not (0.29).
 */
gboolean pal_baseline_is_suggested (guint marked, guint examined);

G_END_DECLS
