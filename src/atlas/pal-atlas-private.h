/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an atlas is made of, shared by the catalogue's parser and the search. Private to the room.
 */

#pragma once

#include "atlas/pal-json-private.h"
#include "atlas/pal-plate.h"
#include "atlas/pal-search-private.h"

G_BEGIN_DECLS

/**
 * PalAtlas:
 * @regions: (element-type PalRegion), and so on; a dictionary of ids beside each of the first three
 *
 * One a process as a rule, immutable once built.
 */
struct _PalAtlas
{
  gatomicrefcount ref_count;
  GPtrArray *regions;
  GPtrArray *groups;
  GPtrArray *structures;
  GPtrArray *presets;
  GPtrArray *ambiguous;
  GHashTable *regions_by_id;
  GHashTable *groups_by_id;
  GHashTable *structures_by_id;
  PalPlate *plates[PAL_FIGURE_N][PAL_VIEW_N];
  PalSearchIndex *search;
};

/** pal_atlas_create: Returns: (transfer full): an atlas with empty lists. */
PalAtlas *pal_atlas_create (void);

/** pal_atlas_parse_catalogue: Fills the lists from regions.json, doubting all of it. */
void pal_atlas_parse_catalogue (PalAtlas *self, PalJson *json);

/** pal_atlas_find_regions: Returns: (transfer full): the indexes of @ids; fails on unknown ones. */
guint *pal_atlas_find_regions (PalAtlas *self, PalJson *json, char **ids, guint *n);

G_END_DECLS
