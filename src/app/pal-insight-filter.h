/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sections of the Insights page show: all findings, the baseline or complaints; all kinds
 * or one; the whole body or one group. One is shared by the page, so that the sections never tell
 * of different things. It knows no widget. */

#pragma once

#include <glib-object.h>

#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_INSIGHT_FILTER (pal_insight_filter_get_type ())
G_DECLARE_FINAL_TYPE (PalInsightFilter, pal_insight_filter, PAL, INSIGHT_FILTER, GObject)

/*
 * Signals:
 *   ::changed ()   something else is to be shown
 */

/** pal_insight_filter_new: Returns: (transfer full): lets everything through. */
PalInsightFilter *pal_insight_filter_new (void);

/**
 * pal_insight_filter_set:
 * @kind: (nullable): only this kind, or %NULL for the largest severity over all kinds
 * @group: (nullable): only this group, or %NULL for the whole body
 *
 * Kind and group belong to the vocabulary and the atlas, which outlive the filter. Emits ::changed
 * when that is something else than before.
 */
void pal_insight_filter_set (PalInsightFilter *self,
                             PalHeatScope scope,
                             const PalTerm *kind,
                             const PalGroup *group);

PalHeatScope pal_insight_filter_get_scope (PalInsightFilter *self);

/** pal_insight_filter_get_kind: Returns: (transfer none) (nullable) */
const PalTerm *pal_insight_filter_get_kind (PalInsightFilter *self);

/** pal_insight_filter_get_group: Returns: (transfer none) (nullable) */
const PalGroup *pal_insight_filter_get_group (PalInsightFilter *self);

/** pal_insight_filter_takes: Returns: whether the region is in the group, or there is none. */
gboolean pal_insight_filter_takes (PalInsightFilter *self, const PalRegion *region);

/** pal_insight_filter_is_open: Returns: whether it lets everything through. */
gboolean pal_insight_filter_is_open (PalInsightFilter *self);

/**
 * pal_insight_filter_shows:
 * @insights: of the client
 *
 * Returns: whether the region on that side is in the group, was ever marked with the kind, and is
 *   in the scope: a baseline, suggested or confirmed, or named by a complaint
 */
gboolean pal_insight_filter_shows (PalInsightFilter *self,
                                   const PalInsights *insights,
                                   const PalRegion *region,
                                   PalSide side);

G_END_DECLS
