/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The atlas: loading it, looking things up by id, and their names in the user's language. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-private.h"
#include "atlas/pal-names.h"
#include "atlas/pal-plate-private.h"

#include <glib/gi18n-lib.h>

/* The words of the resources are translated with this context; a script of the translations
 * collects them from the JSON files. */
#define translate(msgid) g_dpgettext2 (GETTEXT_PACKAGE, "atlas", (msgid))

static gboolean
load_catalogue (PalAtlas *self, GError **error)
{
  g_autoptr (PalJson) json = pal_json_open_resource ("regions.json", PAL_ATLAS_ERROR_BAD_CATALOGUE);

  if (json->error == NULL)
    pal_atlas_parse_catalogue (self, json);

  return pal_json_finish (json, error);
}

static PalPlate *
load_plate (PalAtlas *self, PalFigure figure, PalView view, GError **error)
{
  g_autofree char *name =
      g_strdup_printf ("figures/%s-%s.json", pal_figure_to_id (figure), pal_view_to_id (view));
  g_autoptr (PalJson) json = pal_json_open_resource (name, PAL_ATLAS_ERROR_BAD_DRAWING);
  g_autoptr (PalPlate) plate = pal_plate_parse (self, json);

  if (plate->figure != figure || plate->view != view)
    pal_json_fail (json, _ ("another drawing is expected here"));
  if (!pal_json_finish (json, error))
    return NULL;
  pal_plate_complete (plate, self->regions->len);

  return g_steal_pointer (&plate);
}

static gboolean
load_figure (PalAtlas *self, PalFigure figure, GError **error)
{
  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    {
      if (view == PAL_VIEW_RIGHT)
        self->plates[figure][view] = pal_plate_new_mirrored (self->plates[figure][PAL_VIEW_LEFT]);
      else
        self->plates[figure][view] = load_plate (self, figure, view, error);
      if (self->plates[figure][view] == NULL)
        return FALSE;
    }

  return TRUE;
}

PalAtlas *
pal_atlas_new (GError **error)
{
  g_autoptr (PalAtlas) self = pal_atlas_create ();

  if (!load_catalogue (self, error))
    return NULL;
  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    {
      if (!load_figure (self, figure, error))
        return NULL;
    }
  self->search = pal_search_index_new (self);

  return g_steal_pointer (&self);
}

PalAtlas *
pal_atlas_ref (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
pal_atlas_unref (PalAtlas *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->search, pal_search_index_free);
  for (guint figure = 0; figure < PAL_FIGURE_N; figure++)
    {
      for (guint view = 0; view < PAL_VIEW_N; view++)
        pal_plate_free (self->plates[figure][view]);
    }
  g_hash_table_unref (self->regions_by_id);
  g_hash_table_unref (self->groups_by_id);
  g_hash_table_unref (self->structures_by_id);
  g_ptr_array_unref (self->ambiguous);
  g_ptr_array_unref (self->presets);
  g_ptr_array_unref (self->structures);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->regions);
  g_free (self);
}

guint
pal_atlas_get_n_regions (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->regions->len;
}

const PalRegion *
pal_atlas_get_region (PalAtlas *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->regions->len, NULL);

  return g_ptr_array_index (self->regions, index);
}

const PalRegion *
pal_atlas_find_region (PalAtlas *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->regions_by_id, id) : NULL;
}

guint
pal_atlas_get_n_groups (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

const PalGroup *
pal_atlas_get_group (PalAtlas *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, index);
}

const PalGroup *
pal_atlas_find_group (PalAtlas *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->groups_by_id, id) : NULL;
}

guint
pal_atlas_get_n_structures (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->structures->len;
}

const PalStructure *
pal_atlas_get_structure (PalAtlas *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->structures->len, NULL);

  return g_ptr_array_index (self->structures, index);
}

const PalStructure *
pal_atlas_find_structure (PalAtlas *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->structures_by_id, id) : NULL;
}

GPtrArray *
pal_atlas_get_presets (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->presets;
}

GPtrArray *
pal_atlas_get_ambiguous (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ambiguous;
}

const PalPlate *
pal_atlas_get_plate (PalAtlas *self, PalFigure figure, PalView view)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((int) figure >= 0 && figure < PAL_FIGURE_N, NULL);
  g_return_val_if_fail ((int) view >= 0 && view < PAL_VIEW_N, NULL);

  return self->plates[figure][view];
}

const char *
pal_region_get_name (const PalRegion *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  return translate (region->name);
}

const char *
pal_region_get_short_name (const PalRegion *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  return translate (region->short_name);
}

const char *
pal_region_get_lay_name (const PalRegion *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  return translate (region->lay);
}

const char *
pal_region_get_does (const PalRegion *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  return translate (region->does);
}

const char *
pal_group_get_name (const PalGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return translate (group->name);
}

const char *
pal_group_get_lay_name (const PalGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return translate (group->lay);
}

const char *
pal_structure_get_name (const PalStructure *structure)
{
  g_return_val_if_fail (structure != NULL, NULL);

  return translate (structure->name);
}

const char *
pal_structure_get_short_name (const PalStructure *structure)
{
  g_return_val_if_fail (structure != NULL, NULL);

  return translate (structure->short_name);
}

const char *
pal_structure_get_lay_name (const PalStructure *structure)
{
  g_return_val_if_fail (structure != NULL, NULL);

  return translate (structure->lay);
}

const char *
pal_preset_get_name (const PalPreset *preset)
{
  g_return_val_if_fail (preset != NULL, NULL);

  return translate (preset->name);
}

char *
pal_side_dup_label (PalSide side, const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *inside = pal_name_dup_inside (name);

  switch (side)
    {
    case PAL_SIDE_LEFT:
      /* Translators: %s is a region of the body as in a list; put the client's side to it. */
      return g_strdup_printf (C_ ("region", "Left %s"), inside);
    case PAL_SIDE_RIGHT:
      /* Translators: %s is a region of the body as in a list; put the client's side to it. */
      return g_strdup_printf (C_ ("region", "Right %s"), inside);
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }

  return g_strdup (name);
}

char *
pal_region_dup_label (const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (region != NULL, NULL);

  return pal_side_dup_label (side, translate (region->name));
}

char *
pal_region_dup_short_label (const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (region != NULL, NULL);

  return pal_side_dup_label (side, translate (region->short_name));
}

char *
pal_region_dup_lay_label (const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (region != NULL, NULL);

  const char *name = translate (region->lay);

  switch (side)
    {
    case PAL_SIDE_LEFT:
      /* Translators: %s is an everyday word for a part of the body, within a sentence. */
      return g_strdup_printf (C_ ("part of the body", "left %s"), name);
    case PAL_SIDE_RIGHT:
      /* Translators: %s is an everyday word for a part of the body, within a sentence. */
      return g_strdup_printf (C_ ("part of the body", "right %s"), name);
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }

  return g_strdup (name);
}
