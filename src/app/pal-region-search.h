/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A popover that finds a region and its side by words, or a place without a side. Knows no record.
 */

#pragma once

#include <gtk/gtk.h>

#include "record/pal-record-types.h"

G_BEGIN_DECLS

#define PAL_TYPE_REGION_SEARCH (pal_region_search_get_type ())
G_DECLARE_FINAL_TYPE (PalRegionSearch, pal_region_search, PAL, REGION_SEARCH, GtkPopover)

/* Signal ::chosen (const char *id, PalSide side as int): a region was picked, or a group. */

/** pal_region_search_new: Returns: a popover for a menu button. */
GtkWidget *pal_region_search_new (PalAtlas *atlas);

/** pal_region_search_set_without_sides: finds regions as such, and groups too. */
void pal_region_search_set_without_sides (PalRegionSearch *self);

/**
 * pal_region_search_set_suggestions:
 * @regions: (element-type PalSidedRegion) (transfer full): what is offered before anything is
 *   typed; groups by their id
 */
void pal_region_search_set_suggestions (PalRegionSearch *self, GArray *regions);

G_END_DECLS
