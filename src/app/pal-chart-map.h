/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the figure of the Chart shows of a visit: its marks, what is being typed on top of them, and
 * the visit before as a ghost. Draws nothing. */

#pragma once

#include "app/pal-workbench.h"
#include "draw/pal-body-map.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

/**
 * pal_chart_map_new:
 * @preview: (nullable) (element-type PalMark): marks being typed, not recorded
 * @scope: which findings are shown
 * @ghost: (nullable): the visit laid under
 *
 * Returns: (transfer full): the map of @visit; what is typed is pale and says that it is typed
 */
PalBodyMap *pal_chart_map_new (PalWorkbench *workbench,
                               const PalVisit *visit,
                               GPtrArray *preview,
                               PalHeatScope scope,
                               const PalVisit *ghost);

G_END_DECLS
