/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Regions to look at next time: chips in the inspector until a visit has examined them, and the
 * edits that put them there. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"

G_BEGIN_DECLS

#define PAL_TYPE_CHECK_NEXT_LIST (pal_check_next_list_get_type ())
G_DECLARE_FINAL_TYPE (PalCheckNextList, pal_check_next_list, PAL, CHECK_NEXT_LIST, GtkWidget)

/** pal_check_next_list_set_workbench: once; hidden while there is nothing to look at. */
void pal_check_next_list_set_workbench (PalCheckNextList *self, PalWorkbench *workbench);

/**
 * pal_check_next_edit:
 * @regions: (element-type PalSidedRegion): which
 * @wanted: put them on the list, or take them off
 *
 * One undoable edit of the open client. Requests that are done leave the list with it.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean pal_check_next_edit (PalWorkbench *workbench, GArray *regions, gboolean wanted);

/** pal_check_next_has: Returns: whether the region is on the list and not looked at since. */
gboolean pal_check_next_has (PalWorkbench *workbench, const char *region, PalSide side);

G_END_DECLS
