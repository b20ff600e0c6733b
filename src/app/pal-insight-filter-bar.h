/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The controls of the filter of the Insights page, on top of its sections. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_INSIGHT_FILTER_BAR (pal_insight_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    PalInsightFilterBar, pal_insight_filter_bar, PAL, INSIGHT_FILTER_BAR, GtkWidget)

/** pal_insight_filter_bar_new: Returns: (transfer floating): lets everything through. */
GtkWidget *pal_insight_filter_bar_new (PalWorkbench *workbench, PalInsightFilter *filter);

/**
 * pal_insight_filter_bar_set:
 * @insights: (nullable): not kept
 *
 * Offers the kinds and groups that this client ever had, so that no choice shows nothing. What was
 * chosen stays chosen as long as it is offered.
 */
void pal_insight_filter_bar_set (PalInsightFilterBar *self, const PalInsights *insights);

G_END_DECLS
