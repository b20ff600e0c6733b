/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The patterns section of the Insights page: a card for each chain that shows, one quiet line for
 * those that do not. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-insight-filter.h"
#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_PATTERNS_VIEW (pal_patterns_view_get_type ())
G_DECLARE_FINAL_TYPE (PalPatternsView, pal_patterns_view, PAL, PATTERNS_VIEW, GtkWidget)

/** pal_patterns_view_new: Returns: (transfer floating): empty until it is given results. */
GtkWidget *pal_patterns_view_new (PalWorkbench *workbench,
                                  PalHighlight *highlight,
                                  PalInsightFilter *filter);

/**
 * pal_patterns_view_set_insights:
 * @insights: (nullable): and
 * @matrix: (nullable): of the same visits; both borrowed until the next call
 *
 * Shows the patterns of which a place that was seen is one the filter shows. How often they were
 * seen is counted over all findings: a chain is defined so.
 */
void pal_patterns_view_set_insights (PalPatternsView *self,
                                     const PalInsights *insights,
                                     const PalMatrix *matrix);

/** pal_patterns_view_set_narrow: pictures above the words instead of beside them. */
void pal_patterns_view_set_narrow (PalPatternsView *self, gboolean narrow);

#define PAL_TYPE_PATTERN_CARD (pal_pattern_card_get_type ())
G_DECLARE_FINAL_TYPE (PalPatternCard, pal_pattern_card, PAL, PATTERN_CARD, GtkWidget)

/**
 * pal_pattern_card_new:
 * @insights: borrowed: the card must not outlive it
 * @row: one of its patterns
 * @heat: (nullable): borrowed: which findings the body shows; %NULL for all
 *
 * Returns: (transfer floating): one chain on one side, with its evidence
 */
GtkWidget *pal_pattern_card_new (PalWorkbench *workbench,
                                 PalHighlight *highlight,
                                 const PalInsights *insights,
                                 const PalPatternRow *row,
                                 const PalHeat *heat);

void pal_pattern_card_set_narrow (PalPatternCard *self, gboolean narrow);

G_END_DECLS
