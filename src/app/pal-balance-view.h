/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of the Insights page with left against right: the pairs worth checking first. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-insight.h"

G_BEGIN_DECLS

#define PAL_TYPE_BALANCE_VIEW (pal_balance_view_get_type ())
G_DECLARE_FINAL_TYPE (PalBalanceView, pal_balance_view, PAL, BALANCE_VIEW, GtkWidget)

/** pal_balance_view_new: Returns: (transfer floating): empty. */
GtkWidget *pal_balance_view_new (PalWorkbench *workbench, PalHighlight *highlight);

/** pal_balance_view_set: @insights: (nullable): borrowed until the next call. */
void pal_balance_view_set (PalBalanceView *self, const PalInsights *insights);

G_END_DECLS
