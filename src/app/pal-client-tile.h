/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client in a list: miniature of the last map, name, visits. Few widgets, for a list builds some
 * two hundred at once; the miniature comes when somebody asks for it. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-client-item.h"
#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_CLIENT_TILE (pal_client_tile_get_type ())
G_DECLARE_FINAL_TYPE (PalClientTile, pal_client_tile, PAL, CLIENT_TILE, GtkBox)

/** pal_client_tile_new: Returns: (transfer floating): a tile that shows nobody yet. */
GtkWidget *pal_client_tile_new (void);

/** pal_client_tile_set_item: @item: (nullable): whom to show; the miniature is hidden again. */
void pal_client_tile_set_item (PalClientTile *self, PalClientItem *item);
PalClientItem *pal_client_tile_get_item (PalClientTile *self);

/** pal_client_tile_set_details: words instead of the visits, as "due since 3 Nov"; %NULL: visits.
 */
void pal_client_tile_set_details (PalClientTile *self, const char *details);

/** pal_client_tile_needs_thumb: Returns: whether the miniature is not there yet. */
gboolean pal_client_tile_needs_thumb (PalClientTile *self);

/**
 * pal_client_tile_load_thumb:
 * @scope: which findings it shows
 *
 * Reads the last visit (0.2 ms) and shows its map; in a narrower scope all visits (a millisecond),
 * for that is what tells a baseline.
 */
void pal_client_tile_load_thumb (PalClientTile *self, PalWorkbench *workbench, PalHeatScope scope);

/** pal_client_tile_drop_thumb: the miniature is out of date, and hidden until it is made anew. */
void pal_client_tile_drop_thumb (PalClientTile *self);

/** pal_client_tile_dup_label: Returns: (transfer full): all of it in words, for a screen reader. */
char *pal_client_tile_dup_label (PalClientTile *self);

/**
 * pal_choose_view:
 * @visit: (nullable)
 *
 * Returns: the view that shows most of the visit's marks, by area and severity; the front when
 * there are none
 */
PalView pal_choose_view (const PalVisit *visit, PalAtlas *atlas, PalFigure figure);

G_END_DECLS
