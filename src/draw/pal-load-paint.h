/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Training load over time, on one axis with what was found: a region's severity at the visits, new
 * shoes and ground, weeks and long runs, sleep and stress. Numbers come from insight; this shows
 * them side by side and claims no cause. */

#pragma once

#include "draw/pal-theme.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

/**
 * PalLoadPicture:
 * @insights: of the client
 * @matrix: of the same visits
 * @vocabulary: for the names of ground
 * @region: (nullable): whose severity stands above the weeks
 * @side: of @region
 * @kind: (nullable): whose severity it is, or %NULL for the largest over all kinds
 * @from: first day shown
 * @to: last day shown
 * @rtl: whether time runs from right to left, as lines of text do
 * @pointed: Monday of the week that is pointed at, or %PAL_NO_DATE
 * @width: in pixels or points; the height follows, see pal_load_picture_measure()
 */
typedef struct
{
  const PalInsights *insights;
  const PalMatrix *matrix;
  PalVocabulary *vocabulary;
  const PalRegion *region;
  PalSide side;
  const PalTerm *kind;
  PalDate from;
  PalDate to;
  gboolean rtl;
  PalDate pointed;
  const PalTheme *theme;
  double width;
} PalLoadPicture;

/**
 * pal_load_picture_fit_span:
 *
 * Sets @from and @to to whole weeks around all that is recorded, or the last 53 weeks of it: more
 * bars could not be told apart.
 *
 * Returns: %FALSE when nothing is recorded at all
 */
gboolean pal_load_picture_fit_span (PalLoadPicture *self);

/** pal_load_picture_measure: Returns: the height it takes; tracks without data take none. */
double pal_load_picture_measure (const PalLoadPicture *self);

/** pal_load_picture_paint: paints with the top left corner at 0, 0; no ground of its own. */
void pal_load_picture_paint (const PalLoadPicture *self, cairo_t *cr);

/**
 * pal_load_picture_pick:
 * @monday: (out): of the week under the point
 *
 * Returns: %FALSE outside of the span
 */
gboolean pal_load_picture_pick (const PalLoadPicture *self, double x, double y, PalDate *monday);

/** pal_load_has_training: Returns: whether any week or run is recorded. */
gboolean pal_load_has_training (const PalLoadResult *load);

/**
 * pal_load_find_week:
 * @week: (out): the recorded week, else the sum of its runs
 *
 * Returns: %FALSE when nothing is recorded of that week
 */
gboolean pal_load_find_week (const PalLoadResult *load, PalDate monday, PalLoadWeek *week);

/**
 * PalLoadKey:
 * @PAL_LOAD_KEY_WEEK: bar: kilometres of the week
 * @PAL_LOAD_KEY_LONGEST: point: the longest run of the week
 * @PAL_LOAD_KEY_OVER_10: a run above 10 to 30 % over the longest before
 * @PAL_LOAD_KEY_OVER_30: above 30 to 100 %
 * @PAL_LOAD_KEY_OVER_100: more than twice as far
 * @PAL_LOAD_KEY_SLEEP: line
 * @PAL_LOAD_KEY_STRESS: broken line
 */
typedef enum
{
  PAL_LOAD_KEY_WEEK,
  PAL_LOAD_KEY_LONGEST,
  PAL_LOAD_KEY_OVER_10,
  PAL_LOAD_KEY_OVER_30,
  PAL_LOAD_KEY_OVER_100,
  PAL_LOAD_KEY_SLEEP,
  PAL_LOAD_KEY_STRESS,
  PAL_LOAD_KEY_N
} PalLoadKey;

/** pal_load_key_get_name: Returns: the translated words beside the sign. */
const char *pal_load_key_get_name (PalLoadKey key);

/** pal_load_key_is_used: Returns: whether the picture shows any such sign. */
gboolean pal_load_key_is_used (const PalLoadPicture *self, PalLoadKey key);

/** pal_load_swatch_paint: paints a sign of the key, centred in the given rectangle. */
void pal_load_swatch_paint (cairo_t *cr,
                            double x,
                            double y,
                            double width,
                            double height,
                            PalLoadKey key,
                            const PalTheme *theme);

G_END_DECLS
