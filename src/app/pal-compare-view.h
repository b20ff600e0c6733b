/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two visits or spans beside what changed between them, and the table of it. */

#pragma once

#include <adwaita.h>

#include "app/pal-highlight.h"
#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_COMPARE_VIEW (pal_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (PalCompareView, pal_compare_view, PAL, COMPARE_VIEW, AdwBin)

/* Signal ::armed (gboolean is_b): the next visit chosen elsewhere is meant for A, or for B. */

/** pal_compare_view_set_up: once. */
void pal_compare_view_set_up (PalCompareView *self,
                              PalWorkbench *workbench,
                              PalHighlight *highlight);

/**
 * pal_compare_view_show:
 * @from: (element-type PalVisit): A, oldest first
 * @to: (element-type PalVisit): B, oldest first
 * @scope: which findings are shown
 * @matrix: of all the client's visits
 * @rows: (element-type PalRegionRow): of the same, for the baseline
 */
void pal_compare_view_show (PalCompareView *self,
                            GPtrArray *from,
                            GPtrArray *to,
                            PalHeatScope scope,
                            const PalMatrix *matrix,
                            GArray *rows);

/** pal_compare_view_get_title: Returns: (transfer none): what changed, for the page to show. */
GtkWidget *pal_compare_view_get_title (PalCompareView *self);

/** pal_compare_view_get_armed: Returns: whether the next visit chosen is meant for B. */
gboolean pal_compare_view_get_armed (PalCompareView *self);

G_END_DECLS
