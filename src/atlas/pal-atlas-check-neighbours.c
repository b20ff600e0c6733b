/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Are regions that touch in the body drawn side by side? */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_ADJACENT_PERCENT 80.0

/* Shapes leave 0.84 units between them; where three meet, up to twice as much. */
#define MAX_DISTANCE 1.6

/* Any point of the one within reach of the other; with two straight-edged polygons that do not
 * cross the nearest point of one of them is a corner. */
static gboolean
is_near_corner (const PalPolygon *one, const PalPolygon *other)
{
  for (guint i = 0; i < one->n_points; i++)
    {
      double x = one->xy[2 * i];
      double y = one->xy[2 * i + 1];

      if (pal_polygon_distance (other, x, y, MAX_DISTANCE) < MAX_DISTANCE ||
          pal_polygon_contains (other, x, y))
        return TRUE;
    }

  return FALSE;
}

static gboolean
boxes_are_near (const PalRect *a, const PalRect *b)
{
  return a->x < b->x + b->width + MAX_DISTANCE && b->x < a->x + a->width + MAX_DISTANCE &&
         a->y < b->y + b->height + MAX_DISTANCE && b->y < a->y + a->height + MAX_DISTANCE;
}

static gboolean
are_adjacent (const PalPlate *plate, const PalShape *one, const PalShape *other)
{
  const PalPolygon *a = &plate->grounds[one->index].polygon;
  const PalPolygon *b = &plate->grounds[other->index].polygon;

  return boxes_are_near (&a->bounds, &b->bounds) &&
         (is_near_corner (a, b) || is_near_corner (b, a));
}

/* The client's left of a region, or the region itself on the midline. */
static const PalShape *
find_left (const PalPlate *plate, const PalRegion *region)
{
  return pal_plate_find_shape (plate, region, region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE);
}

typedef enum
{
  NEVER_TOGETHER,
  APART,
  ADJACENT
} Closeness;

static Closeness
measure_closeness (PalAtlas *atlas, PalFigure figure, const PalRegion *a, const PalRegion *b)
{
  Closeness closeness = NEVER_TOGETHER;

  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    {
      const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);
      const PalShape *one = find_left (plate, a);
      const PalShape *other = find_left (plate, b);

      if (one == NULL || other == NULL)
        continue;
      if (are_adjacent (plate, one, other))
        return ADJACENT;
      closeness = APART;
    }

  return closeness;
}

/* The corners of two shapes that are closest to each other. */
static double
find_closest (const PalPolygon *a, const PalPolygon *b, const double **from, const double **to)
{
  double best2 = INFINITY;

  for (guint i = 0; i < a->n_points; i++)
    {
      for (guint j = 0; j < b->n_points; j++)
        {
          double dx = a->xy[2 * i] - b->xy[2 * j];
          double dy = a->xy[2 * i + 1] - b->xy[2 * j + 1];

          if (dx * dx + dy * dy < best2)
            {
              best2 = dx * dx + dy * dy;
              *from = &a->xy[2 * i];
              *to = &b->xy[2 * j];
            }
        }
    }

  return sqrt (best2);
}

/* What is drawn where the two come closest in one view. */
static const PalRegion *
find_between (const PalPlate *plate, const PalShape *one, const PalShape *other, double *distance)
{
  const double *from = NULL;
  const double *to = NULL;

  *distance = find_closest (&plate->grounds[one->index].polygon,
                            &plate->grounds[other->index].polygon, &from, &to);
  for (double t = 0.5; t < 0.95; t += 0.05)
    {
      for (int sign = -1; sign <= 1; sign += 2)
        {
          double s = 0.5 + sign * (t - 0.5);
          const PalShape *hit = pal_plate_hit (plate, from[0] + s * (to[0] - from[0]),
                                               from[1] + s * (to[1] - from[1]), 0);

          if (hit != NULL && hit != one && hit != other)
            return hit->region;
        }
    }

  return NULL;
}

/* Why two regions that touch in the body do not in the drawing, in the view where they come
 * closest. */
static char *
find_reason (PalAtlas *atlas, PalFigure figure, const PalRegion *a, const PalRegion *b)
{
  const PalRegion *between = NULL;
  double least = INFINITY;

  if (a->deep || b->deep)
    return g_strdup (_ ("one lies deep, and another layer is drawn over their border"));
  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    {
      const PalPlate *plate = pal_atlas_get_plate (atlas, figure, view);
      const PalShape *one = find_left (plate, a);
      const PalShape *other = find_left (plate, b);
      double distance;

      if (one == NULL || other == NULL)
        continue;
      const PalRegion *found = find_between (plate, one, other, &distance);
      if (distance < least)
        {
          least = distance;
          between = found;
        }
    }
  if (between == NULL)
    return g_strdup (_ ("only corners meet, and the drawing rounds them"));

  /* Translators: %s is the id of a region. */
  return g_strdup_printf (_ ("%s is drawn between them"), between->id);
}

static void
note_pair (
    PalAtlas *atlas, PalFigure figure, const PalRegion *a, const PalRegion *b, GPtrArray *remarks)
{
  g_autofree char *reason = find_reason (atlas, figure, a, b);

  g_ptr_array_add (remarks, g_strdup_printf ("%s, %s: %s", a->id, b->id, reason));
}

void
pal_check_add_neighbours (PalAtlas *atlas, PalFigure figure, GPtrArray *rows)
{
  PalCheckRow *row =
      pal_check_row_new ("neighbours", _ ("Anatomical neighbours side by side"), 0, NULL,
                         g_strdup_printf ("≥ %.0f %%", MIN_ADJACENT_PERCENT), FALSE);
  guint n_adjacent = 0;
  guint n = 0;

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *a = pal_atlas_get_region (atlas, i);

      for (guint j = 0; j < a->n_neighbours; j++)
        {
          const PalRegion *b = pal_atlas_get_region (atlas, a->neighbours[j]);
          Closeness closeness =
              b->index > i ? measure_closeness (atlas, figure, a, b) : NEVER_TOGETHER;

          n += closeness != NEVER_TOGETHER ? 1 : 0;
          n_adjacent += closeness == ADJACENT ? 1 : 0;
          if (closeness == APART)
            note_pair (atlas, figure, a, b, row->remarks);
        }
    }
  row->figure = figure;
  row->view = PAL_VIEW_N;
  row->measured = n > 0 ? 100.0 * n_adjacent / n : 100;
  row->passed = row->measured >= MIN_ADJACENT_PERCENT;
  /* Translators: a share in percent, then how many of how many. */
  row->value = g_strdup_printf (_ ("%1$.1f %% (%2$u of %3$u)"), row->measured, n_adjacent, n);
  g_ptr_array_add (rows, row);
}
