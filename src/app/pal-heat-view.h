/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heat map section of the Insights page: how often and how severely each region was marked over
 * a span of visits, on the body and as a list. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_HEAT_VIEW (pal_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (PalHeatView, pal_heat_view, PAL, HEAT_VIEW, GtkWidget)

/** pal_heat_view_new: Returns: (transfer floating): empty until it is given results. */
GtkWidget *pal_heat_view_new (PalWorkbench *workbench,
                              PalHighlight *highlight,
                              PalInsightFilter *filter);

/**
 * pal_heat_view_set_insights:
 * @insights: (nullable): borrowed until the next call
 * @matrix: (nullable): of the same visits, borrowed until the next call
 */
void pal_heat_view_set_insights (PalHeatView *self,
                                 const PalInsights *insights,
                                 const PalMatrix *matrix);

G_END_DECLS
