/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading regions.json: regions, groups, structures, presets and words of several meanings. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-private.h"

#include <glib/gi18n-lib.h>

#define CATALOGUE_FORMAT "palpate-regions"

static void
free_region (gpointer data)
{
  PalRegion *region = data;

  g_free (region->id);
  g_free (region->name);
  g_free (region->short_name);
  g_free (region->latin);
  g_free (region->lay);
  g_free (region->does);
  g_free (region->tissue);
  g_free (region->neighbours);
  g_strfreev (region->aliases);
  g_free (region);
}

static void
free_group (gpointer data)
{
  PalGroup *group = data;

  g_free (group->id);
  g_free (group->name);
  g_free (group->lay);
  g_free (group->regions);
  g_free (group);
}

static void
free_structure (gpointer data)
{
  PalStructure *structure = data;

  g_free (structure->id);
  g_free (structure->name);
  g_free (structure->short_name);
  g_free (structure->lay);
  g_free (structure->regions);
  g_free (structure);
}

static void
free_preset (gpointer data)
{
  PalPreset *preset = data;

  g_free (preset->id);
  g_free (preset->name);
  g_free (preset->lay);
  g_strfreev (preset->items);
  g_free (preset);
}

static void
free_ambiguous (gpointer data)
{
  PalAmbiguousAlias *ambiguous = data;

  g_free (ambiguous->alias);
  g_free (ambiguous->regions);
  g_free (ambiguous);
}

PalAtlas *
pal_atlas_create (void)
{
  PalAtlas *self = g_new0 (PalAtlas, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = g_ptr_array_new_with_free_func (free_region);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->structures = g_ptr_array_new_with_free_func (free_structure);
  self->presets = g_ptr_array_new_with_free_func (free_preset);
  self->ambiguous = g_ptr_array_new_with_free_func (free_ambiguous);
  self->regions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->structures_by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

guint *
pal_atlas_find_regions (PalAtlas *self, PalJson *json, char **ids, guint *n)
{
  guint length = g_strv_length (ids);
  guint *indexes = g_new0 (guint, length);

  for (guint i = 0; i < length; i++)
    {
      const PalRegion *region = g_hash_table_lookup (self->regions_by_id, ids[i]);

      if (region != NULL)
        indexes[i] = region->index;
      else
        pal_json_fail (json, _ ("there is no region “%s”"), ids[i]);
    }
  *n = length;

  return indexes;
}

static guint *
read_regions (PalAtlas *self, PalJson *json, JsonObject *object, const char *key, guint *n)
{
  g_auto (GStrv) ids = pal_json_strings (json, object, key);

  return pal_atlas_find_regions (self, json, ids, n);
}

static void
register_id (PalJson *json, GHashTable *table, const char *id, gpointer thing)
{
  if (!g_hash_table_insert (table, (gpointer) id, thing))
    pal_json_fail (json, _ ("“%s” is there twice"), id);
}

typedef void (*ReadFunc) (PalAtlas *self, PalJson *json, JsonObject *object, guint i);

static void
read_list (PalAtlas *self, PalJson *json, const char *key, ReadFunc read)
{
  JsonArray *array = pal_json_array (json, json->root, key);

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      gsize mark = pal_json_enter (json, key, i);

      read (self, json, pal_json_object_at (json, array, i), i);
      pal_json_leave (json, mark);
    }
}

static void
read_group (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalGroup *group = g_new0 (PalGroup, 1);

  group->index = i;
  group->id = pal_json_string (json, object, "id");
  group->name = pal_json_string (json, object, "name");
  group->lay = pal_json_string (json, object, "lay");
  g_ptr_array_add (self->groups, group);
  register_id (json, self->groups_by_id, group->id, group);
}

static guint
read_views (PalJson *json, JsonObject *object)
{
  g_auto (GStrv) ids = pal_json_strings (json, object, "views");
  guint views = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PalView view;

      if (pal_view_from_id (ids[i], &view) && view != PAL_VIEW_RIGHT)
        views |= 1u << view;
      else
        pal_json_fail (json, _ ("“%s” is no view that is drawn"), ids[i]);
    }

  return views;
}

static guint
read_group_of_region (PalAtlas *self, PalJson *json, JsonObject *object)
{
  g_autofree char *id = pal_json_string (json, object, "group");
  const PalGroup *group = g_hash_table_lookup (self->groups_by_id, id);

  if (group != NULL)
    return group->index;

  pal_json_fail (json, _ ("there is no group “%s”"), id);
  return 0;
}

static void
read_region (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalRegion *region = g_new0 (PalRegion, 1);

  region->index = i;
  region->id = pal_json_string (json, object, "id");
  region->group = read_group_of_region (self, json, object);
  region->paired = pal_json_boolean (json, object, "paired");
  region->deep = pal_json_boolean (json, object, "deep");
  region->views = read_views (json, object);
  region->name = pal_json_string (json, object, "name");
  region->short_name = pal_json_string (json, object, "short");
  region->latin = pal_json_optional_string (json, object, "latin");
  region->lay = pal_json_string (json, object, "lay");
  region->does = pal_json_string (json, object, "does");
  region->tissue = pal_json_string (json, object, "tissue");
  region->self_stretch = pal_json_optional_boolean (json, object, "selfStretch", -1);
  region->sensitive = pal_json_boolean (json, object, "sensitive");
  region->aliases = pal_json_strings (json, object, "aliases");
  g_ptr_array_add (self->regions, region);
  register_id (json, self->regions_by_id, region->id, region);
}

static void
read_neighbours (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalRegion *region = g_ptr_array_index (self->regions, i);

  region->neighbours = read_regions (self, json, object, "neighbours", &region->n_neighbours);
}

static void
read_members_of_group (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalGroup *group = g_ptr_array_index (self->groups, i);

  group->regions = read_regions (self, json, object, "regions", &group->n_regions);
  for (guint j = 0; json->error == NULL && j < group->n_regions; j++)
    {
      const PalRegion *region = g_ptr_array_index (self->regions, group->regions[j]);

      if (region->group != i)
        pal_json_fail (json, _ ("“%s” belongs to another group"), region->id);
    }
}

static void
read_structure (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalStructure *structure = g_new0 (PalStructure, 1);

  structure->index = i;
  structure->id = pal_json_string (json, object, "id");
  structure->name = pal_json_string (json, object, "name");
  structure->short_name = pal_json_string (json, object, "short");
  structure->lay = pal_json_string (json, object, "lay");
  structure->regions = read_regions (self, json, object, "regions", &structure->n_regions);
  g_ptr_array_add (self->structures, structure);
  register_id (json, self->structures_by_id, structure->id, structure);
}

static void
read_preset (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalPreset *preset = g_new0 (PalPreset, 1);

  preset->id = pal_json_string (json, object, "id");
  preset->name = pal_json_string (json, object, "name");
  preset->lay = pal_json_string (json, object, "lay");
  preset->items = pal_json_strings (json, object, "items");
  g_ptr_array_add (self->presets, preset);
  for (guint j = 0; preset->items[j] != NULL; j++)
    {
      if (!g_hash_table_contains (self->groups_by_id, preset->items[j]) &&
          !g_hash_table_contains (self->regions_by_id, preset->items[j]))
        pal_json_fail (json, _ ("there is no region “%s”"), preset->items[j]);
    }
}

static void
read_ambiguous (PalAtlas *self, PalJson *json, JsonObject *object, guint i)
{
  PalAmbiguousAlias *ambiguous = g_new0 (PalAmbiguousAlias, 1);

  ambiguous->alias = pal_json_string (json, object, "alias");
  ambiguous->regions = read_regions (self, json, object, "regions", &ambiguous->n_regions);
  g_ptr_array_add (self->ambiguous, ambiguous);
  if (ambiguous->n_regions == 0)
    pal_json_fail (json, _ ("“%s” is empty"), "regions");
}

void
pal_atlas_parse_catalogue (PalAtlas *self, PalJson *json)
{
  g_autofree char *format = pal_json_string (json, json->root, "format");

  if (g_strcmp0 (format, CATALOGUE_FORMAT) != 0)
    pal_json_fail (json, _ ("the format is not “%s”"), CATALOGUE_FORMAT);
  read_list (self, json, "groups", read_group);
  read_list (self, json, "regions", read_region);
  read_list (self, json, "regions", read_neighbours);
  read_list (self, json, "groups", read_members_of_group);
  read_list (self, json, "structures", read_structure);
  read_list (self, json, "presets", read_preset);
  read_list (self, json, "ambiguous", read_ambiguous);
}
