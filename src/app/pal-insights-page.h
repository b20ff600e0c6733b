/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insights heading: what a client's visits tell together. The page computes it, says how much
 * it rests on, and hands it to its sections; each section draws one part. */

#pragma once

#include <adwaita.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_INSIGHTS_PAGE (pal_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (PalInsightsPage, pal_insights_page, PAL, INSIGHTS_PAGE, AdwBin)

/** pal_insights_page_new: Returns: (transfer floating): follows the open client of @workbench. */
GtkWidget *pal_insights_page_new (PalWorkbench *workbench);

G_END_DECLS
