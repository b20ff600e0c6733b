/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Regions as a row of chips that wraps: each can be taken away, and a button finds one more. Knows
 * no record: who shows the chips hands in the regions and hears what is wanted. */

#pragma once

#include "app/pal-region-search.h"

G_BEGIN_DECLS

#define PAL_TYPE_REGION_CHIPS (pal_region_chips_get_type ())
G_DECLARE_FINAL_TYPE (PalRegionChips, pal_region_chips, PAL, REGION_CHIPS, GtkWidget)

/*
 * Signals:
 * ::added (const char *id, PalSide side as int)   a region was picked
 * ::removed (guint index)                         the chip at @index is to go
 * ::shown (guint index)                           the chip at @index was pressed
 */

/** pal_region_chips_new: Returns: (transfer floating): without chips. */
GtkWidget *pal_region_chips_new (void);

/**
 * pal_region_chips_set_up:
 * @name: read aloud: what the chips are
 * @add_title: (nullable): what the button that adds one says; %NULL for none
 * @can_show: chips can be pressed
 *
 * Once, before it is shown.
 */
void pal_region_chips_set_up (PalRegionChips *self,
                              PalAtlas *atlas,
                              const char *name,
                              const char *add_title,
                              gboolean can_show);

/**
 * pal_region_chips_set_items:
 * @items: (element-type PalSidedRegion): regions, or groups by their id
 * @editable: chips can be added and taken away
 *
 * The focus stays with the chip it is on, or with its neighbour when that one goes.
 */
void pal_region_chips_set_items (PalRegionChips *self, const GArray *items, gboolean editable);

/** pal_region_chips_get_search: Returns: (nullable): the popover of the button that adds one. */
PalRegionSearch *pal_region_chips_get_search (PalRegionChips *self);

/** pal_region_chips_get_n: Returns: how many chips there are. */
guint pal_region_chips_get_n (PalRegionChips *self);

G_END_DECLS
