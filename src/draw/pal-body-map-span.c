/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The maps of pal-body-map-span.h. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-body-map-span.h"

typedef void (*EachRegion) (PalBodyMap *map,
                            const PalRegion *region,
                            PalSide side,
                            gconstpointer data);

static void
for_each (PalBodyMap *map, PalAtlas *atlas, EachRegion visit, gconstpointer data)
{
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        if (region->paired == (side != PAL_SIDE_MIDLINE))
          visit (map, region, side, data);
    }
}

typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  GPtrArray *from, *to;
} Spans;

static void
set_change (PalBodyMap *map, const PalRegion *region, PalSide side, gconstpointer data)
{
  const Spans *spans = data;
  PalSpanFigure from =
      pal_span_measure (spans->from, spans->atlas, spans->vocabulary, region, side, NULL);
  PalSpanFigure to =
      pal_span_measure (spans->to, spans->atlas, spans->vocabulary, region, side, NULL);

  pal_body_map_edit (map, region, side)->change = from.examined > 0 && to.examined > 0
                                                      ? pal_span_change_word (&from, &to)
                                                      : PAL_CHANGE_NOT_COMPARED;
}

PalBodyMap *
pal_body_map_new_for_span_change (PalAtlas *atlas,
                                  PalVocabulary *vocabulary,
                                  GPtrArray *from,
                                  GPtrArray *to)
{
  const Spans spans = { atlas, vocabulary, from, to };
  PalBodyMap *self = pal_body_map_new (atlas);

  pal_body_map_set_mode (self, PAL_MAP_CHANGE);
  for_each (self, atlas, set_change, &spans);
  return self;
}

typedef struct
{
  const PalBodyMap *from;
  double progress;
} Step;

static void
set_between (PalBodyMap *map, const PalRegion *region, PalSide side, gconstpointer data)
{
  const Step *step = data;
  const PalRegionLook *from = pal_body_map_get (step->from, region, side);
  PalRegionLook *look = pal_body_map_edit (map, region, side);

  look->severity =
      MAX (0, from->severity) * (1 - step->progress) + MAX (0, look->severity) * step->progress;
}

PalBodyMap *
pal_body_map_new_between (PalAtlas *atlas,
                          const PalBodyMap *from,
                          const PalBodyMap *to,
                          double progress)
{
  const Step step = { from, CLAMP (progress, 0, 1) };
  PalBodyMap *self = pal_body_map_copy (to);

  for_each (self, atlas, set_between, &step);
  return self;
}

typedef struct
{
  const PalHeat *heat, *or_heat;
  const PalRegionLook *bare;
} Scope;

static void
clear_outside (PalBodyMap *map, const PalRegion *region, PalSide side, gconstpointer data)
{
  const Scope *scope = data;

  if (pal_heat_get (scope->heat, region, side)->examined > 0 ||
      (scope->or_heat != NULL && pal_heat_get (scope->or_heat, region, side)->examined > 0))
    return;
  *pal_body_map_edit (map, region, side) = *scope->bare;
}

void
pal_body_map_keep (PalBodyMap *self, PalAtlas *atlas, const PalHeat *heat, const PalHeat *or_heat)
{
  g_autoptr (PalBodyMap) bare = pal_body_map_new (atlas);
  const Scope scope = {
    heat, or_heat, pal_body_map_get (bare, pal_atlas_get_region (atlas, 0), PAL_SIDE_MIDLINE)
  };

  for_each (self, atlas, clear_outside, &scope);
  for (PalView view = 0; view < PAL_VIEW_N; view++)
    g_array_set_size (pal_body_map_get_points (self, view), 0);
  g_ptr_array_set_size (pal_body_map_get_ink (self), 0);
}
