/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of marks of the open visit: region, kind, before and after, a button to remove. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_FINDINGS_LIST (pal_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (PalFindingsList, pal_findings_list, PAL, FINDINGS_LIST, GtkWidget)

/* Signals: ::mark-activated (region, side, kind), ::mark-pointed (region or NULL, side). */

/** pal_findings_list_set_workbench: once, before it is shown. */
void pal_findings_list_set_workbench (PalFindingsList *self, PalWorkbench *workbench);

G_END_DECLS
