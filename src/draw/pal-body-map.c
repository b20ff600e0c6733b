/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a body picture shows, filled from visits. Two hundred small looks in one block: copied on
 * every edit of a visit, read for every shape painted. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-body-map.h"

struct _PalBodyMap
{
  PalAtlas *atlas;
  PalMapMode mode;
  guint n_regions;
  PalRegionLook *looks; /* by region index, then side */
  GArray *points[PAL_VIEW_N];
  GPtrArray *point_kinds[PAL_VIEW_N]; /* beside points: ids of kinds */
  GPtrArray *ink;
};

static const PalRegionLook bare_look = { .after = PAL_UNSET, .frequency = -1 };

static PalStroke *
copy_stroke (const PalStroke *stroke)
{
  PalStroke *copy = g_new0 (PalStroke, 1);
  copy->view = stroke->view;
  copy->points = g_array_copy (stroke->points);
  return copy;
}

static guint32
get_kind_bit (PalVocabulary *vocabulary, const char *kind)
{
  const PalTerm *term = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, kind);
  return term != NULL && term->index < 32 ? (guint32) 1 << term->index : 0;
}

static void
add_points (PalBodyMap *self, const PalMark *mark)
{
  if (mark->points == NULL)
    return;
  for (guint i = 0; i < mark->points->len; i++)
    {
      const PalMarkPoint *point = &g_array_index (mark->points, PalMarkPoint, i);
      g_array_append_vals (self->points[point->view], point, 1);
      g_ptr_array_add (self->point_kinds[point->view], g_strdup (mark->kind));
    }
}

/* How sure a look is of its severity, from the weakest voice to the strongest. */
typedef enum
{
  VOICE_NONE,
  VOICE_CARRIED,
  VOICE_CLIENT,
  VOICE_THERAPIST
} Voice;

static Voice
get_voice (const PalMark *mark)
{
  if (mark->source == PAL_SOURCE_CLIENT)
    return VOICE_CLIENT;
  return mark->carried ? VOICE_CARRIED : VOICE_THERAPIST;
}

static Voice
get_look_voice (const PalRegionLook *look)
{
  if (look->severity <= 0 && look->kinds == 0)
    return VOICE_NONE;
  if (look->carried)
    return VOICE_CARRIED;
  return look->client_only ? VOICE_CLIENT : VOICE_THERAPIST;
}

/* The strongest voice sets tone and style of the region; weaker ones only add their glyphs. */
static void
fold_mark (PalRegionLook *look, const PalMark *mark, guint32 kind)
{
  Voice voice = get_voice (mark);
  Voice present = get_look_voice (look);

  look->kinds |= kind;
  if (mark->points != NULL && mark->points->len > 0)
    look->kinds_at_points |= kind;
  look->client_says |= voice == VOICE_CLIENT;
  if (voice < present)
    return;
  if (voice > present)
    {
      look->severity = 0;
      look->after = PAL_UNSET;
      look->carried = voice == VOICE_CARRIED;
      look->client_only = voice == VOICE_CLIENT;
    }
  look->severity = MAX (look->severity, mark->before);
  look->after = MAX (look->after, mark->after);
}

PalBodyMap *
pal_body_map_new (PalAtlas *atlas)
{
  PalBodyMap *self = g_new0 (PalBodyMap, 1);

  g_return_val_if_fail (atlas != NULL, NULL);

  self->atlas = pal_atlas_ref (atlas);
  self->n_regions = pal_atlas_get_n_regions (atlas);
  self->looks = g_new (PalRegionLook, (gsize) self->n_regions * PAL_SIDE_N);
  for (guint i = 0; i < self->n_regions * PAL_SIDE_N; i++)
    self->looks[i] = bare_look;
  for (guint view = 0; view < PAL_VIEW_N; view++)
    {
      self->points[view] = g_array_new (FALSE, FALSE, sizeof (PalMarkPoint));
      self->point_kinds[view] = g_ptr_array_new_with_free_func (g_free);
    }
  self->ink = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_stroke_free);
  return self;
}

PalBodyMap *
pal_body_map_copy (const PalBodyMap *self)
{
  PalBodyMap *copy = pal_body_map_new (self->atlas);

  copy->mode = self->mode;
  memcpy (copy->looks, self->looks, sizeof (PalRegionLook) * self->n_regions * PAL_SIDE_N);
  for (guint view = 0; view < PAL_VIEW_N; view++)
    {
      g_array_append_vals (copy->points[view], self->points[view]->data, self->points[view]->len);
      for (guint i = 0; i < self->point_kinds[view]->len; i++)
        g_ptr_array_add (copy->point_kinds[view], g_strdup (self->point_kinds[view]->pdata[i]));
    }
  for (guint i = 0; i < self->ink->len; i++)
    g_ptr_array_add (copy->ink, copy_stroke (self->ink->pdata[i]));
  return copy;
}

void
pal_body_map_free (PalBodyMap *self)
{
  if (self == NULL)
    return;
  for (guint view = 0; view < PAL_VIEW_N; view++)
    {
      g_array_unref (self->points[view]);
      g_ptr_array_unref (self->point_kinds[view]);
    }
  g_ptr_array_unref (self->ink);
  g_free (self->looks);
  pal_atlas_unref (self->atlas);
  g_free (self);
}

PalBodyMap *
pal_body_map_new_for_visit (PalAtlas *atlas, PalVocabulary *vocabulary, const PalVisit *visit)
{
  PalBodyMap *self = pal_body_map_new (atlas);

  self->mode = PAL_MAP_VISIT;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = visit->marks->pdata[i];
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      if (region == NULL)
        continue;
      fold_mark (pal_body_map_edit (self, region, mark->side), mark,
                 get_kind_bit (vocabulary, mark->kind));
      add_points (self, mark);
    }
  for (guint i = 0; i < visit->ink->len; i++)
    g_ptr_array_add (self->ink, copy_stroke (visit->ink->pdata[i]));
  return self;
}

PalBodyMap *
pal_body_map_new_after (PalAtlas *atlas, PalVocabulary *vocabulary, const PalVisit *visit)
{
  PalBodyMap *self = pal_body_map_new_for_visit (atlas, vocabulary, visit);

  for (guint i = 0; i < self->n_regions * PAL_SIDE_N; i++)
    {
      PalRegionLook *look = &self->looks[i];
      if (look->after == PAL_UNSET)
        continue;
      look->severity = look->after;
      look->after = PAL_UNSET;
      if (look->severity <= 0)
        look->kinds = 0;
    }
  return self;
}

PalBodyMap *
pal_body_map_new_for_change (PalAtlas *atlas,
                             PalVocabulary *vocabulary,
                             const PalVisit *from,
                             const PalVisit *to)
{
  PalBodyMap *self = pal_body_map_new (atlas);

  self->mode = PAL_MAP_CHANGE;
  for (guint i = 0; i < self->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        if (region->paired == (side != PAL_SIDE_MIDLINE))
          pal_body_map_edit (self, region, side)->change =
              pal_comparison_get_region (from, to, atlas, vocabulary, region, side);
    }
  return self;
}

PalBodyMap *
pal_body_map_new_for_heat (PalAtlas *atlas, const PalHeat *heat)
{
  PalBodyMap *self = pal_body_map_new (atlas);

  self->mode = PAL_MAP_HEAT;
  for (guint i = 0; i < self->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          if (region->paired != (side != PAL_SIDE_MIDLINE))
            continue;
          const PalHeatCell *cell = pal_heat_get (heat, region, side);
          PalRegionLook *look = pal_body_map_edit (self, region, side);
          look->frequency = cell->examined > 0 ? (double) cell->marked / cell->examined : 0;
          look->severity = pal_heat_cell_get_mean (cell);
          look->n_examined = (int) cell->examined;
          look->unknown = cell->looked_at == 0;
        }
    }
  return self;
}

void
pal_body_map_set_ghost (PalBodyMap *self, PalVocabulary *vocabulary, const PalVisit *visit)
{
  for (guint i = 0; i < self->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (self->atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        pal_body_map_edit (self, region, side)->ghost =
            visit == NULL ? 0 : pal_visit_get_severity (visit, vocabulary, region->id, side, NULL);
    }
}

void
pal_body_map_set_unknown (PalBodyMap *self, PalVocabulary *vocabulary, const PalVisit *visit)
{
  for (guint i = 0; i < self->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (self->atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        if (region->paired == (side != PAL_SIDE_MIDLINE))
          pal_body_map_edit (self, region, side)->unknown =
              visit != NULL && !pal_visit_is_known (visit, self->atlas, vocabulary, region, side);
    }
}

PalMapMode
pal_body_map_get_mode (const PalBodyMap *self)
{
  return self->mode;
}

void
pal_body_map_set_mode (PalBodyMap *self, PalMapMode mode)
{
  self->mode = mode;
}

const PalRegionLook *
pal_body_map_get (const PalBodyMap *self, const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (region->index < self->n_regions, &bare_look);
  return &self->looks[region->index * PAL_SIDE_N + side];
}

PalRegionLook *
pal_body_map_edit (PalBodyMap *self, const PalRegion *region, PalSide side)
{
  g_return_val_if_fail (region->index < self->n_regions, NULL);
  return &self->looks[region->index * PAL_SIDE_N + side];
}

GArray *
pal_body_map_get_points (const PalBodyMap *self, PalView view)
{
  return self->points[view];
}

const char *
pal_body_map_get_point_kind (const PalBodyMap *self, PalView view, guint i)
{
  return i < self->point_kinds[view]->len ? self->point_kinds[view]->pdata[i] : NULL;
}

GPtrArray *
pal_body_map_get_ink (const PalBodyMap *self)
{
  return self->ink;
}

gboolean
pal_region_look_is_plain (const PalRegionLook *look)
{
  return look->severity <= 0 && look->ghost <= 0 && look->change == PAL_CHANGE_NONE &&
         look->frequency <= 0 && look->kinds == 0 && !look->carried && !look->client_says &&
         !look->unknown;
}
