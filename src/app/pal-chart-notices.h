/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Quiet lines under the map, each with the one tap that settles it: findings carried over and not
 * yet confirmed, and parts of the body nobody has looked at for a while. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHART_NOTICES (pal_chart_notices_get_type ())
G_DECLARE_FINAL_TYPE (PalChartNotices, pal_chart_notices, PAL, CHART_NOTICES, GtkBox)

/** pal_chart_notices_set_workbench: once, after the template. */
void pal_chart_notices_set_workbench (PalChartNotices *self, PalWorkbench *workbench);

G_END_DECLS
