/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector beside the map: alerts, complaint, findings, what was checked, the state of the
 * day, notes and plan of the open visit. Every field saves itself. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_INSPECTOR (pal_inspector_get_type ())
G_DECLARE_FINAL_TYPE (PalInspector, pal_inspector, PAL, INSPECTOR, GtkWidget)

/*
 * Signal ::mark-activated (const char *region, int side, const char *kind): a finding was chosen;
 * the page opens its popover. ::mark-pointed (const char *region or NULL, int side): light it.
 */

/** pal_inspector_set_workbench: once, before it is shown. */
void pal_inspector_set_workbench (PalInspector *self, PalWorkbench *workbench);

/**
 * pal_inspector_focus:
 * @place: "complaint", "state", "tests", "subjective", "objective", "assessment" or "plan"
 *
 * Unfolds the group it is in, and gives the field the keyboard. Returns: whether there is one.
 */
gboolean pal_inspector_focus (PalInspector *self, const char *place);

G_END_DECLS
