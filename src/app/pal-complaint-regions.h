/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The regions of today's complaint as chips, with a button that adds one. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_COMPLAINT_REGIONS (pal_complaint_regions_get_type ())
G_DECLARE_FINAL_TYPE (PalComplaintRegions, pal_complaint_regions, PAL, COMPLAINT_REGIONS, GtkWidget)

/** pal_complaint_regions_set_workbench: once, before it is shown. */
void pal_complaint_regions_set_workbench (PalComplaintRegions *self, PalWorkbench *workbench);

/** pal_complaint_regions_add: adds a region to the open visit's complaint, as one edit. */
gboolean pal_complaint_regions_add (PalComplaintRegions *self, const char *region, PalSide side);

G_END_DECLS
