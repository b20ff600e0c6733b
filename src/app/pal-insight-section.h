/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sections of the Insights page have in common: a heading with a plain word on how to read
 * it, and the way from a finding to the visit it was made at. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * pal_insight_section_new:
 * @title: translated heading
 * @plain: (nullable): translated, one or two sentences on what is seen and how to read it
 *
 * Returns: (transfer floating): a vertical box to append the content to, named by its heading
 */
GtkWidget *pal_insight_section_new (const char *title, const char *plain);

/**
 * pal_insight_open_visit:
 * @from: the widget somebody pressed on, inside the window
 * @region: (nullable): id of the region to show on the map
 *
 * Opens the visit on the Chart page, at the region.
 */
void pal_insight_open_visit (
    GtkWidget *from, PalWorkbench *workbench, const char *visit, const char *region, PalSide side);

G_END_DECLS
