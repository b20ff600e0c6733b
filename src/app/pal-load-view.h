/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The training section of the Insights page: load, shoes, ground, sleep and stress on one axis with
 * a region's severity, and what is worth asking about. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_LOAD_CHART (pal_load_chart_get_type ())
G_DECLARE_FINAL_TYPE (PalLoadChart, pal_load_chart, PAL, LOAD_CHART, GtkWidget)

/*
 * Signals:
 *   ::pointed ()   another week is pointed at, by pointer or keys, or none
 */

/** pal_load_chart_new: Returns: (transfer floating): focusable; left and right walk the weeks. */
GtkWidget *pal_load_chart_new (PalWorkbench *workbench);

/** pal_load_chart_set: @insights: and @matrix: (nullable): borrowed until the next call. */
void pal_load_chart_set (PalLoadChart *self, const PalInsights *insights, const PalMatrix *matrix);

/** pal_load_chart_set_region: @region: (nullable): whose severity stands above the weeks. */
void pal_load_chart_set_region (PalLoadChart *self, const PalRegion *region, PalSide side);

/** pal_load_chart_set_kind: @kind: (nullable): of which kind of finding the severity is. */
void pal_load_chart_set_kind (PalLoadChart *self, const PalTerm *kind);

/** pal_load_chart_dup_words: Returns: (transfer full): on the week pointed at, else the last. */
char *pal_load_chart_dup_words (PalLoadChart *self);

/** pal_load_chart_uses_key: Returns: whether a sign of the key (a #PalLoadKey) is to be seen. */
gboolean pal_load_chart_uses_key (PalLoadChart *self, int key);

#define PAL_TYPE_LOAD_VIEW (pal_load_view_get_type ())
G_DECLARE_FINAL_TYPE (PalLoadView, pal_load_view, PAL, LOAD_VIEW, GtkWidget)

/** pal_load_view_new: Returns: (transfer floating): empty until it is given results. */
GtkWidget *pal_load_view_new (PalWorkbench *workbench,
                              PalHighlight *highlight,
                              PalInsightFilter *filter);

/** pal_load_view_set_insights: as pal_load_chart_set(). */
void pal_load_view_set_insights (PalLoadView *self,
                                 const PalInsights *insights,
                                 const PalMatrix *matrix);

G_END_DECLS
