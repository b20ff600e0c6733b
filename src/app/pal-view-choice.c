/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of pal-view-choice.h: every set of views is tried, there are fifteen. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-view-choice.h"

#include "atlas/pal-plate.h"

/* How well a set of views shows what is marked. */
typedef struct
{
  guint n_seen;
  double size; /* sum over regions of the largest shape shown to the largest there is */
} Merit;

/* In the order in which they are preferred when they are equally good. */
static const PalView standing[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT, PAL_VIEW_RIGHT };

static gboolean
is_marked (const PalRegionLook *look)
{
  return look->severity > 0 || look->kinds != 0 || look->frequency > 0 ||
         (look->change != PAL_CHANGE_NONE && look->change != PAL_CHANGE_NOT_COMPARED);
}

static double
measure_area (
    PalAtlas *atlas, PalFigure figure, PalView view, const PalRegion *region, PalSide side)
{
  const PalShape *shape =
      pal_plate_find_shape (pal_atlas_get_plate (atlas, figure, view), region, side);
  return shape != NULL ? shape->area : 0;
}

/* By view: the areas of every marked region and side, one after the other. */
static GArray *
list_areas (PalAtlas *atlas, PalFigure figure, PalBodyMap *const *maps, guint n_maps)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (double[PAL_VIEW_N]));

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      {
        const PalRegion *region = pal_atlas_get_region (atlas, i);
        gboolean marked = FALSE;
        for (guint m = 0; m < n_maps; m++)
          marked = marked || is_marked (pal_body_map_get (maps[m], region, side));
        if (!marked)
          continue;
        g_array_set_size (areas, areas->len + 1);
        double *row = ((double (*)[PAL_VIEW_N]) (void *) areas->data)[areas->len - 1];
        for (PalView view = 0; view < PAL_VIEW_N; view++)
          row[view] = measure_area (atlas, figure, view, region, side);
      }
  return areas;
}

static double
find_largest (const double *row, guint views)
{
  double largest = 0;
  for (PalView view = 0; view < PAL_VIEW_N; view++)
    if ((views & 1u << view) != 0)
      largest = MAX (largest, row[view]);
  return largest;
}

static Merit
measure_merit (GArray *areas, guint views)
{
  Merit merit = { 0 };
  for (guint i = 0; i < areas->len; i++)
    {
      const double *row = ((double (*)[PAL_VIEW_N]) (void *) areas->data)[i];
      double shown = find_largest (row, views), best = find_largest (row, (1u << PAL_VIEW_N) - 1);
      merit.n_seen += shown > 0;
      merit.size += best > 0 ? shown / best : 0;
    }
  return merit;
}

static gboolean
wants_soles (GArray *areas, guint views)
{
  for (guint i = 0; (views & 1u << PAL_VIEW_BACK) != 0 && i < areas->len; i++)
    {
      const double *row = ((double (*)[PAL_VIEW_N]) (void *) areas->data)[i];
      if (row[PAL_VIEW_SOLES] > 0 && row[PAL_VIEW_SOLES] >= find_largest (row, G_MAXUINT))
        return TRUE;
    }
  return FALSE;
}

guint
pal_view_choose (
    PalAtlas *atlas, PalFigure figure, PalBodyMap *const *maps, guint n_maps, guint n_views)
{
  g_return_val_if_fail (n_views >= 1 && n_views <= G_N_ELEMENTS (standing), 1 << PAL_VIEW_FRONT);

  g_autoptr (GArray) areas = list_areas (atlas, figure, maps, n_maps);
  guint chosen = 0;
  Merit best = { 0 };
  for (guint set = 1; set < 1u << G_N_ELEMENTS (standing); set++)
    {
      guint views = 0, n = 0;
      for (guint i = 0; i < G_N_ELEMENTS (standing); i++)
        if ((set & 1u << i) != 0)
          {
            views |= 1u << standing[i];
            n++;
          }
      if (n != n_views)
        continue;
      Merit merit = measure_merit (areas, views);
      if (chosen == 0 || merit.n_seen > best.n_seen ||
          (merit.n_seen == best.n_seen && merit.size > best.size + 1e-9))
        {
          chosen = views;
          best = merit;
        }
    }
  return wants_soles (areas, chosen) ? chosen | 1u << PAL_VIEW_SOLES : chosen;
}
