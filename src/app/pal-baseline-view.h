/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of the Insights page with what is there whatever the complaint: suggestions of the
 * visits, and the therapist's own word on each. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_BASELINE_VIEW (pal_baseline_view_get_type ())
G_DECLARE_FINAL_TYPE (PalBaselineView, pal_baseline_view, PAL, BASELINE_VIEW, GtkWidget)

/** pal_baseline_view_new: Returns: (transfer floating): empty. */
GtkWidget *pal_baseline_view_new (PalWorkbench *workbench,
                                  PalHighlight *highlight,
                                  PalInsightFilter *filter);

/**
 * pal_baseline_view_set:
 * @insights: (nullable): borrowed until the next call
 *
 * Shows what the filter's kind and group let through; its scope has no meaning here.
 */
void pal_baseline_view_set (PalBaselineView *self, const PalInsights *insights);

G_END_DECLS
