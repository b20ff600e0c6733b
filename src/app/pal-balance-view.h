/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of the Insights page with left against right: the pairs worth checking first. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_BALANCE_VIEW (pal_balance_view_get_type ())
G_DECLARE_FINAL_TYPE (PalBalanceView, pal_balance_view, PAL, BALANCE_VIEW, GtkWidget)

/** pal_balance_view_new: Returns: (transfer floating): empty. */
GtkWidget *pal_balance_view_new (PalWorkbench *workbench,
                                 PalHighlight *highlight,
                                 PalInsightFilter *filter);

/**
 * pal_balance_view_set:
 * @insights: (nullable): and
 * @matrix: (nullable): of the same visits; both borrowed until the next call
 *
 * Shows the pairs of which the filter shows a side; of one kind of finding only its own sums.
 */
void pal_balance_view_set (PalBalanceView *self,
                           const PalInsights *insights,
                           const PalMatrix *matrix);

G_END_DECLS
