/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools above the map: what a tap marks, the ghost of the last visit, pin, ink, and starting
 * from the last visit. They drive a stage and a workbench that they are given. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-body-stage.h"
#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHART_TOOLS (pal_chart_tools_get_type ())
G_DECLARE_FINAL_TYPE (PalChartTools, pal_chart_tools, PAL, CHART_TOOLS, GtkBox)

/* Signals: ::ghost-toggled (), see pal_chart_tools_get_ghost(); ::scope-changed (), see
 * pal_chart_tools_get_scope(). */

/** pal_chart_tools_set_up: once, after the template; both live as long as the tools. */
void pal_chart_tools_set_up (PalChartTools *self, PalWorkbench *workbench, PalBodyStage *stage);

/** pal_chart_tools_get_ghost: Returns: (nullable): the visit to lay under the map. */
const PalVisit *pal_chart_tools_get_ghost (PalChartTools *self);

/** pal_chart_tools_get_scope: Returns: which findings the map shows; all again after an edit. */
PalHeatScope pal_chart_tools_get_scope (PalChartTools *self);

/** pal_chart_tools_set_compact: icons instead of words, and no choice of findings. */
void pal_chart_tools_set_compact (PalChartTools *self, gboolean compact);

/** pal_chart_tools_set_tight: whether the longest word gives its room to the title. */
void pal_chart_tools_set_tight (PalChartTools *self, gboolean tight);

/** pal_chart_tools_open_kinds: opens the list of kinds; choosing leads back to the map. */
void pal_chart_tools_open_kinds (PalChartTools *self);

G_END_DECLS
