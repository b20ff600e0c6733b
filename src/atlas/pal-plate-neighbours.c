/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the arrow keys lead: the natural next shape, and none that cannot be reached. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-plate-private.h"

#include <math.h>

#define N_DIRECTIONS 4

/* Indices of the shapes the keys lead to from one shape, or PAL_NO_SHAPE. */
typedef gint16 NextShapes[N_DIRECTIONS];

static const double steps[N_DIRECTIONS][2] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

/* Lines across a shape along which its far side is looked at. */
#define N_LINES 9

/* Neighbours leave 0.84 units between them, and rounding a little less. */
#define TOUCHING 0.3

/* How much beyond its border, in figure units, halves the weight of what is seen there. */
#define HALF_WEIGHT_GAP 6.0

/* Across more air than this nothing is seen: from the toes up to a hand held before the body. */
#define MAX_GAP 200.0

/* What is left of a vote for a shape whose middle lies aside of or behind that of the first. */
#define MIN_ALIGNMENT 0.1

static gboolean
is_upright (guint direction)
{
  return steps[direction][1] != 0;
}

/* The farthest point of the shape along one line, as a coordinate that grows in the direction. */
static double
find_exit (const PalPolygon *polygon, guint direction, double at, GArray *crossings)
{
  gboolean upright = is_upright (direction);
  double sign = steps[direction][upright ? 1 : 0];
  double exit = -INFINITY;

  g_array_set_size (crossings, 0);
  pal_polygon_cross (polygon, upright, at, crossings);
  for (guint i = 0; i < crossings->len; i++)
    exit = MAX (exit, sign * g_array_index (crossings, double, i));

  return exit;
}

static double
find_entry (const PalPolygon *polygon, guint direction, double at, double exit, GArray *crossings)
{
  gboolean upright = is_upright (direction);
  double sign = steps[direction][upright ? 1 : 0];
  double entry = INFINITY;

  g_array_set_size (crossings, 0);
  pal_polygon_cross (polygon, upright, at, crossings);
  for (guint i = 0; i < crossings->len; i++)
    {
      double crossing = sign * g_array_index (crossings, double, i);

      if (crossing > exit - TOUCHING)
        entry = MIN (entry, crossing);
    }

  return entry;
}

/* What lies beyond a shape along one line: the first shallow shape, and how far it is. A deep
 * shape leaves into the one that covers it. */
static gint16
look_beyond (
    const PalPlate *self, guint from, guint direction, double at, double *gap, GArray *crossings)
{
  gboolean upright = is_upright (direction);
  double sign = steps[direction][upright ? 1 : 0];
  double exit = find_exit (&self->grounds[from].polygon, direction, at, crossings);
  double beyond = sign * (exit + 2 * TOUCHING);
  gint16 nearest = PAL_NO_SHAPE;

  *gap = INFINITY;
  for (guint i = 0; i < self->n_shapes && !self->shapes[i].deep && isfinite (exit); i++)
    {
      const PalPolygon *polygon = &self->grounds[i].polygon;

      if (i == from)
        continue;
      if (self->shapes[from].deep &&
          pal_polygon_contains (polygon, upright ? at : beyond, upright ? beyond : at))
        {
          *gap = 0;
          return (gint16) i;
        }

      double entry = find_entry (polygon, direction, at, exit, crossings);
      if (entry - exit < *gap)
        {
          *gap = MAX (entry - exit, 0);
          nearest = (gint16) i;
        }
    }

  return nearest;
}

/* 1 when the middle of @to lies straight ahead of the middle of @from. Where a border runs aslant
 * this decides which one of two keys crosses it. */
static double
measure_alignment (const PalShape *from, const PalShape *to, guint direction)
{
  double dx = to->label_x - from->label_x;
  double dy = to->label_y - from->label_y;
  double distance = hypot (dx, dy);

  if (distance <= 0)
    return MIN_ALIGNMENT;

  return MAX (MIN_ALIGNMENT, (dx * steps[direction][0] + dy * steps[direction][1]) / distance);
}

/* Every line across the shape votes for what lies beyond it; lines near the middle and what is
 * close and straight ahead count more. So the key leads to what one sees on that side. */
static gint16
find_next (const PalPlate *self, guint from, guint direction, GArray *crossings, double *votes)
{
  const PalShape *shape = &self->shapes[from];
  gboolean upright = is_upright (direction);
  double low = upright ? shape->bounds.x : shape->bounds.y;
  double extent = upright ? shape->bounds.width : shape->bounds.height;
  double middle = upright ? shape->label_x : shape->label_y;
  gint16 next = PAL_NO_SHAPE;

  for (guint i = 0; i < self->n_shapes; i++)
    votes[i] = 0;
  for (guint i = 0; i < N_LINES && extent > 0; i++)
    {
      double at = low + extent * (i + 0.5) / N_LINES;
      double gap;
      gint16 seen = look_beyond (self, from, direction, at, &gap, crossings);

      if (seen == PAL_NO_SHAPE || gap > MAX_GAP)
        continue;
      votes[seen] += (1.5 - fabs (at - middle) / extent) / (1 + gap / HALF_WEIGHT_GAP) *
                     measure_alignment (shape, &self->shapes[seen], direction);
      if (next == PAL_NO_SHAPE || votes[seen] > votes[next])
        next = seen;
    }

  return next;
}

/* How unnatural it would be to lead a key to @to; infinite when it does not lie that way at all.
 * A step aside weighs more than a step ahead. */
static double
measure_detour (const PalShape *from, const PalShape *to, guint direction)
{
  double dx = to->label_x - from->label_x;
  double dy = to->label_y - from->label_y;
  double ahead = dx * steps[direction][0] + dy * steps[direction][1];
  double aside = fabs (dx * steps[direction][1]) + fabs (dy * steps[direction][0]);

  if (ahead < 1 || aside > 2.5 * ahead)
    return INFINITY;

  return ahead + 2 * aside;
}

/* Marks in @seen what can be reached from the first shape, or what can reach it. */
static guint
flood (const PalPlate *self, gboolean backwards, gboolean *seen)
{
  gboolean grew = TRUE;
  guint n = 1;

  for (guint i = 0; i < self->n_shapes; i++)
    seen[i] = i == 0;
  while (grew)
    {
      grew = FALSE;
      for (guint i = 0; i < self->n_shapes; i++)
        {
          for (guint d = 0; d < N_DIRECTIONS; d++)
            {
              gint16 to = self->next[i][d];
              guint near = backwards ? (guint) to : i;
              guint far = backwards ? i : (guint) to;

              if (to != PAL_NO_SHAPE && seen[near] && !seen[far])
                {
                  seen[far] = TRUE;
                  grew = TRUE;
                  n++;
                }
            }
        }
    }

  return n;
}

typedef struct
{
  guint from, direction, to;
  double cost;
} Link;

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *one = a;
  const Link *other = b;

  return one->cost < other->cost ? -1 : one->cost > other->cost;
}

/* Every link that would lead from what is seen to what is not (or back), cheapest first. */
static GArray *
list_bridges (const PalPlate *self, gboolean backwards, const gboolean *seen)
{
  GArray *bridges = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint i = 0; i < self->n_shapes; i++)
    {
      for (guint j = 0; j < self->n_shapes; j++)
        {
          if (seen[i] == backwards || seen[j] != backwards)
            continue;
          for (guint d = 0; d < N_DIRECTIONS; d++)
            {
              Link link = { i, d, j, measure_detour (&self->shapes[i], &self->shapes[j], d) };

              if (isfinite (link.cost))
                g_array_append_val (bridges, link);
            }
        }
    }
  g_array_sort (bridges, compare_links);

  return bridges;
}

/* Bends the cheapest link that opens up more of the plate; FALSE when there is none. */
static gboolean
bridge_once (PalPlate *self, gboolean backwards, gboolean *seen, guint n_seen)
{
  g_autoptr (GArray) bridges = list_bridges (self, backwards, seen);

  for (guint i = 0; i < bridges->len; i++)
    {
      const Link *link = &g_array_index (bridges, Link, i);
      gint16 before = self->next[link->from][link->direction];

      self->next[link->from][link->direction] = (gint16) link->to;
      if (flood (self, backwards, seen) > n_seen)
        return TRUE;
      self->next[link->from][link->direction] = before;
    }

  return FALSE;
}

/* The natural next shapes leave a few that no key leads to: small ones in the shadow of a nearer
 * one. A key is then led there instead, the least unnatural one, until all can be reached. */
static void
connect_all (PalPlate *self)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->n_shapes);

  for (guint round = 0; round < 2 * self->n_shapes; round++)
    {
      gboolean bridged = FALSE;

      for (int backwards = 0; backwards <= 1; backwards++)
        {
          guint n_seen = flood (self, backwards, seen);

          if (n_seen < self->n_shapes)
            bridged = bridge_once (self, backwards, seen, n_seen) || bridged;
        }
      if (!bridged)
        return;
    }
}

static double
measure_advance (const PalShape *from, const PalShape *to, guint direction)
{
  return (to->label_x - from->label_x) * steps[direction][0] +
         (to->label_y - from->label_y) * steps[direction][1];
}

/* One arrow kept pressed must not lead to and fro between two shapes for ever. A key that was led
 * aside into a deep shape comes out of it where it would have gone by itself; of two shapes that
 * see each other on the same side, the one farther ahead is the edge. */
static void
open_rings (PalPlate *self, const NextShapes *natural)
{
  for (guint i = 0; i < self->n_shapes; i++)
    {
      for (guint d = 0; d < N_DIRECTIONS; d++)
        {
          gint16 back = self->next[i][d];

          if (back == PAL_NO_SHAPE || self->next[back][d] != (gint16) i)
            continue;
          if (natural[back][d] != (gint16) i)
            self->next[i][d] = natural[back][d];
          else if (measure_advance (&self->shapes[i], &self->shapes[back], d) < 0)
            self->next[i][d] = PAL_NO_SHAPE;
        }
    }
}

static void
link_shapes (PalPlate *self)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree double *votes = g_new (double, self->n_shapes);
  g_autofree NextShapes *natural = g_new (NextShapes, self->n_shapes);

  self->next = g_malloc0_n (self->n_shapes, sizeof *self->next);
  for (guint i = 0; i < self->n_shapes; i++)
    {
      for (guint d = 0; d < N_DIRECTIONS; d++)
        natural[i][d] = self->next[i][d] = find_next (self, i, d, crossings, votes);
    }
  connect_all (self);
  open_rings (self, natural);
}

const PalShape *
pal_plate_get_neighbour (const PalPlate *self, const PalShape *from, PalDirection direction)
{
  g_return_val_if_fail (self != NULL && from != NULL, NULL);
  g_return_val_if_fail (from->index < self->n_shapes, NULL);
  g_return_val_if_fail ((guint) direction < N_DIRECTIONS, NULL);

  /* A cache, filled once under GLib's lock; to the caller the plate stays as it was. */
  PalPlate *cache = (PalPlate *) self;
  if (g_once_init_enter (&cache->linked))
    {
      link_shapes (cache);
      g_once_init_leave (&cache->linked, 1);
    }

  gint16 next = self->next[from->index][direction];

  return next == PAL_NO_SHAPE ? NULL : &self->shapes[next];
}
