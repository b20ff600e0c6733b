/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the arrow keys lead: the natural next shape, and none that cannot be reached. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-plate-private.h"

#include <math.h>

#define N_DIRECTIONS 4

static const double steps[N_DIRECTIONS][2] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

/* One shape seen along a direction: ahead is the coordinate along it, aside the one across. */
typedef struct
{
  double ahead, aside;
  double near_edge, far_edge;
  double low, high;
} Prospect;

static Prospect
look_along (const PalShape *shape, guint direction)
{
  const PalRect *box = &shape->bounds;
  double dx = steps[direction][0];
  double dy = steps[direction][1];
  Prospect p;

  p.ahead = shape->label_x * dx + shape->label_y * dy;
  p.aside = dx != 0 ? shape->label_y : shape->label_x;
  double one = box->x * dx + box->y * dy;
  double other = (box->x + box->width) * dx + (box->y + box->height) * dy;
  p.near_edge = MIN (one, other);
  p.far_edge = MAX (one, other);
  p.low = dx != 0 ? box->y : box->x;
  p.high = p.low + (dx != 0 ? box->height : box->width);

  return p;
}

/* How far @to feels from @from in the direction; infinite when it does not lie that way at all.
 * A step aside weighs more than a step ahead, and less where the two overlap across. */
static double
measure_cost (const PalShape *from, const PalShape *to, guint direction)
{
  Prospect a = look_along (from, direction);
  Prospect b = look_along (to, direction);
  double ahead = b.ahead - a.ahead;
  double aside = fabs (b.aside - a.aside);
  double overlap = MIN (a.high, b.high) - MAX (a.low, b.low);
  double gap = MAX (b.near_edge - a.far_edge, 0);

  if (ahead < 1)
    return INFINITY;
  if (overlap <= 0)
    return aside > ahead ? INFINITY : gap + ahead + 2 * aside - overlap;
  /* Overlapping across is not enough when it lies far more aside than ahead. */
  if (aside > 2.5 * ahead)
    return INFINITY;

  return gap + ahead + aside;
}

static gint16
find_next (const PalPlate *self, guint from, guint direction)
{
  double best = INFINITY;
  gint16 next = PAL_NO_SHAPE;

  for (guint i = 0; i < self->n_shapes; i++)
    {
      double cost =
          i == from ? INFINITY : measure_cost (&self->shapes[from], &self->shapes[i], direction);

      if (cost < best)
        {
          best = cost;
          next = (gint16) i;
        }
    }

  return next;
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
              Link link = { i, d, j, measure_cost (&self->shapes[i], &self->shapes[j], d) };

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

void
pal_plate_link_neighbours (PalPlate *self)
{
  self->next = g_malloc0_n (self->n_shapes, sizeof *self->next);
  for (guint i = 0; i < self->n_shapes; i++)
    {
      for (guint d = 0; d < N_DIRECTIONS; d++)
        self->next[i][d] = find_next (self, i, d);
    }
  if (self->n_shapes > 0)
    connect_all (self);
}

const PalShape *
pal_plate_get_neighbour (const PalPlate *self, const PalShape *from, PalDirection direction)
{
  g_return_val_if_fail (self != NULL && from != NULL, NULL);
  g_return_val_if_fail (from->index < self->n_shapes, NULL);
  g_return_val_if_fail ((guint) direction < N_DIRECTIONS, NULL);

  gint16 next = self->next[from->index][direction];

  return next == PAL_NO_SHAPE ? NULL : &self->shapes[next];
}
