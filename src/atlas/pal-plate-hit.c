/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a point to a shape: exact where shapes are wide, forgiving where they are narrow. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-plate-private.h"

#include <math.h>

/* A strip may take this much of its wide neighbour's width, and no more: with a finger's slop of
 * 30 units the shin's inner border would otherwise swallow the whole shin beside it. */
#define YIELD 0.3

/* A strip is much narrower than what it lies in when it has at most this part of its width. */
#define MUCH_NARROWER 0.7

static gboolean
contains (const PalPlate *self, guint i, double x, double y)
{
  return pal_polygon_contains (&self->grounds[i].polygon, x, y);
}

/* Distance from the point to the shape, 0 inside; @limit when it is farther. */
static double
measure_distance (const PalPlate *self, guint i, double x, double y, double limit)
{
  if (contains (self, i, x, y))
    return 0;

  return pal_polygon_distance (&self->grounds[i].polygon, x, y, limit);
}

static const PalShape *
find_deep (const PalPlate *self, double x, double y)
{
  for (guint i = self->n_shapes; i > 0 && self->shapes[i - 1].deep; i--)
    {
      if (contains (self, i - 1, x, y))
        return &self->shapes[i - 1];
    }

  return NULL;
}

static const PalShape *
find_nearest_shallow (const PalPlate *self, double x, double y, double slop)
{
  const PalShape *nearest = NULL;
  double limit = slop;

  for (guint i = 0; i < self->n_shapes && !self->shapes[i].deep; i++)
    {
      if (contains (self, i, x, y))
        return &self->shapes[i];

      double distance = pal_polygon_distance (&self->grounds[i].polygon, x, y, limit);
      if (distance < limit)
        {
          limit = distance;
          nearest = &self->shapes[i];
        }
    }

  return nearest;
}

/* The nearest strip that the wide shape @base has to give way to, or @base itself. */
static const PalShape *
prefer_strip (const PalPlate *self, const PalShape *base, double x, double y, double slop)
{
  double base_width = self->grounds[base->index].width;
  double limit = MIN (slop, YIELD * base_width);
  const PalShape *best = base;

  for (guint i = 0; i < self->n_shapes && !self->shapes[i].deep; i++)
    {
      double width = self->grounds[i].width;

      if (i == base->index || width >= slop || width > MUCH_NARROWER * base_width)
        continue;

      double distance = measure_distance (self, i, x, y, limit);
      if (distance < limit)
        {
          limit = distance;
          best = &self->shapes[i];
        }
    }

  return best;
}

gboolean
pal_plate_contains_body (const PalPlate *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, FALSE);

  const PalRect *box = &self->bounds;
  return x >= box->x && y >= box->y && x <= box->x + box->width && y <= box->y + box->height &&
         pal_polygon_contains (&self->body, x, y);
}

gboolean
pal_plate_shape_contains (const PalPlate *self, const PalShape *shape, double x, double y)
{
  g_return_val_if_fail (self != NULL && shape != NULL, FALSE);
  g_return_val_if_fail (shape->index < self->n_shapes, FALSE);

  return contains (self, shape->index, x, y);
}

const PalShape *
pal_plate_hit (const PalPlate *self, double x, double y, double slop)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (slop >= 0, NULL);

  if (!isfinite (x) || !isfinite (y))
    return NULL;

  const PalShape *shape = find_deep (self, x, y);
  if (shape != NULL)
    return shape;

  shape = find_nearest_shallow (self, x, y, slop);
  if (shape == NULL || slop <= 0)
    return shape;

  return prefer_strip (self, shape, x, y, slop);
}

/* One shape near a point, while they are put in order. */
typedef struct
{
  const PalShape *shape;
  double distance;
  double width;
  gboolean first;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->first != other->first)
    return one->first ? -1 : 1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  /* Under a point inside both: the deep one, being smaller, before the one that covers it. */
  if (one->width != other->width)
    return one->width < other->width ? -1 : 1;

  return (int) one->shape->index - (int) other->shape->index;
}

GPtrArray *
pal_plate_list_hits (const PalPlate *self, double x, double y, double slop)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (slop >= 0, NULL);

  const PalShape *hit = pal_plate_hit (self, x, y, slop);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *shapes = g_ptr_array_new ();

  for (guint i = 0; hit != NULL && i < self->n_shapes; i++)
    {
      /* The limit itself is farther than wanted, so that 0 stays "inside". */
      double limit = slop > 0 ? slop : G_MINDOUBLE;
      double distance = measure_distance (self, i, x, y, limit);
      Candidate candidate = { &self->shapes[i], distance, self->grounds[i].width, FALSE };

      candidate.first = candidate.shape == hit;
      if (distance < limit)
        g_array_append_val (near, candidate);
    }
  g_array_sort (near, compare_candidates);
  for (guint i = 0; i < near->len; i++)
    g_ptr_array_add (shapes, (gpointer) g_array_index (near, Candidate, i).shape);

  return shapes;
}
