/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The atlas: the catalogue of regions, groups, structures and presets, and the drawn plates.
 * It knows nothing of clients, of marks or of painting. */

#pragma once

#include "atlas/pal-atlas-types.h"

G_BEGIN_DECLS

typedef struct _PalAtlas PalAtlas;
typedef struct _PalPlate PalPlate;

/**
 * PalRegion:
 * @index: place in the catalogue, from 0; stable within a run, never stored
 * @id: the id found in people's records, stable for ever
 * @group: index of its group
 * @paired: whether it has a left and a right; otherwise it is midline
 * @deep: whether its shapes lie under others
 * @views: bit mask of `1 << PalView` in which it is drawn (right as left)
 * @tissue: "muscle", "tendon", "joint", "bone", "fascia" … as in the catalogue
 * @self_stretch: 1 can be stretched by oneself, 0 hard to, -1 does not apply
 * @sensitive: consent is asked before working there
 * @neighbours: indexes of the regions that touch it, @n_neighbours of them
 * @aliases: %NULL-terminated everyday words, untranslated
 *
 * One palpable area. Owned by the atlas and immutable. The words are untranslated msgids:
 * show them through the functions below.
 */
typedef struct
{
  guint index;
  char *id;
  guint group;
  gboolean paired;
  gboolean deep;
  guint views;
  char *name;
  char *short_name;
  char *latin;
  char *lay;
  char *does;
  char *tissue;
  int self_stretch;
  gboolean sensitive;
  guint *neighbours;
  guint n_neighbours;
  char **aliases;
} PalRegion;

/**
 * PalGroup:
 * @regions: indexes of its regions, @n_regions of them
 *
 * Regions that are checked together; a visit's `examined` names groups.
 */
typedef struct
{
  guint index;
  char *id;
  char *name;
  char *lay;
  guint *regions;
  guint n_regions;
} PalGroup;

/**
 * PalStructure:
 * @regions: indexes of its parts, @n_regions of them
 *
 * Regions that belong together and are counted together as well, such as the iliotibial band.
 */
typedef struct
{
  guint index;
  char *id;
  char *name;
  char *short_name;
  char *lay;
  guint *regions;
  guint n_regions;
} PalStructure;

/**
 * PalPreset:
 * @items: %NULL-terminated ids of groups or of regions
 *
 * A round of checks that one tap records, such as the runner's round.
 */
typedef struct
{
  char *id;
  char *name;
  char *lay;
  char **items;
} PalPreset;

/**
 * PalAmbiguousAlias:
 * @regions: indexes, likeliest first
 *
 * An everyday word that means several regions, such as "calf".
 */
typedef struct
{
  char *alias;
  guint *regions;
  guint n_regions;
} PalAmbiguousAlias;

/**
 * pal_atlas_new:
 *
 * Reads the catalogue and all plates that are built into the program (about 20 ms).
 * The result is immutable and may be read from any thread.
 *
 * Returns: (transfer full): the atlas, or %NULL with a #PalAtlasError
 */
PalAtlas *pal_atlas_new (GError **error);

PalAtlas *pal_atlas_ref (PalAtlas *self);
void pal_atlas_unref (PalAtlas *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalAtlas, pal_atlas_unref)

/** pal_atlas_get_n_regions: Returns: how many regions the catalogue has (87). */
guint pal_atlas_get_n_regions (PalAtlas *self);

/** pal_atlas_get_region: Returns: (transfer none): the region at @index, which must be in range. */
const PalRegion *pal_atlas_get_region (PalAtlas *self, guint index);

/** pal_atlas_find_region: Returns: (transfer none) (nullable): the region with exactly this id. */
const PalRegion *pal_atlas_find_region (PalAtlas *self, const char *id);

guint pal_atlas_get_n_groups (PalAtlas *self);
const PalGroup *pal_atlas_get_group (PalAtlas *self, guint index);
const PalGroup *pal_atlas_find_group (PalAtlas *self, const char *id);

guint pal_atlas_get_n_structures (PalAtlas *self);
const PalStructure *pal_atlas_get_structure (PalAtlas *self, guint index);
const PalStructure *pal_atlas_find_structure (PalAtlas *self, const char *id);

/** pal_atlas_get_presets: Returns: (transfer none) (element-type PalPreset): in catalogue order. */
GPtrArray *pal_atlas_get_presets (PalAtlas *self);

/** pal_atlas_get_ambiguous: Returns: (transfer none) (element-type PalAmbiguousAlias): all. */
GPtrArray *pal_atlas_get_ambiguous (PalAtlas *self);

/**
 * pal_atlas_get_plate:
 *
 * Returns: (transfer none): the drawing of @figure from @view; never %NULL
 */
const PalPlate *pal_atlas_get_plate (PalAtlas *self, PalFigure figure, PalView view);

/** pal_region_get_name: Returns: (transfer none): translated full name, "ITB, middle third". */
const char *pal_region_get_name (const PalRegion *region);

/** pal_region_get_short_name: Returns: (transfer none): translated short name, "ITB mid". */
const char *pal_region_get_short_name (const PalRegion *region);

/** pal_region_get_lay_name: Returns: (transfer none): translated everyday name, "outer thigh". */
const char *pal_region_get_lay_name (const PalRegion *region);

/** pal_region_get_does: Returns: (transfer none): translated plain sentence on what it does. */
const char *pal_region_get_does (const PalRegion *region);

const char *pal_group_get_name (const PalGroup *group);
const char *pal_group_get_lay_name (const PalGroup *group);
const char *pal_structure_get_name (const PalStructure *structure);
const char *pal_structure_get_short_name (const PalStructure *structure);
const char *pal_structure_get_lay_name (const PalStructure *structure);
const char *pal_preset_get_name (const PalPreset *preset);

/**
 * pal_region_dup_label:
 *
 * Returns: (transfer full): the translated name with its side, "Left ITB, middle third";
 *   without a side for the midline
 */
char *pal_region_dup_label (const PalRegion *region, PalSide side);

/**
 * pal_side_dup_label:
 * @name: the translated name of a region, structure or group as it stands in a list
 *
 * Returns: (transfer full): the name with the client's side, in the order of the language: "Left
 *   calf"; without a side for the midline
 */
char *pal_side_dup_label (PalSide side, const char *name);

/**
 * pal_region_dup_short_label:
 *
 * Returns: (transfer full): the translated short name with its side, "Left ITB mid"
 */
char *pal_region_dup_short_label (const PalRegion *region, PalSide side);

/**
 * pal_region_dup_lay_label:
 *
 * Returns: (transfer full): the everyday name with its side, "left outer thigh", for a client
 */
char *pal_region_dup_lay_label (const PalRegion *region, PalSide side);

/** pal_side_get_name: Returns: translated "Left", "Right" or "Midline". */
const char *pal_side_get_name (PalSide side);

G_END_DECLS
