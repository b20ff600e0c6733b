/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Chart heading: the figure, the quick entry and the inspector of the open visit. Brings them
 * together; what a tap does is in pal-visit-edits.h. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHART_PAGE (pal_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (PalChartPage, pal_chart_page, PAL, CHART_PAGE, AdwBin)

/** pal_chart_page_new: Returns: (transfer floating): follows the open visit of @workbench. */
GtkWidget *pal_chart_page_new (PalWorkbench *workbench);

/** pal_chart_page_write: gives a field of the inspector the keyboard; see pal_inspector_focus(). */
gboolean pal_chart_page_write (PalChartPage *self, const char *place);

G_END_DECLS
