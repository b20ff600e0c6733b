/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Areas of a drawing by level lines: along each line every shape is a set of intervals, and sums
 * and cuts of intervals are exact. Clipping polygons would be exact across as well, and ten times
 * the code. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-check-private.h"

#include <math.h>

#define LINE_STEP 0.25

/* Grid on which points in the gaps are tried: every second line, and as fine along it. */
#define POINT_STEP 0.5

typedef struct
{
  double from, to;
} Interval;

/* One line's worth of intervals, reused from line to line. */
typedef struct
{
  GArray *crossings;
  GArray *body;
  GArray *uncharted;
  GArray *flat;
  GArray *all;
} Line;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const Interval *one = a;
  const Interval *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

/* Drawings have no rings within rings, so that every second crossing leaves the polygon. */
static double
add_intervals (const PalPolygon *polygon, double y, GArray *crossings, GArray *intervals)
{
  double length = 0;

  if (y < polygon->bounds.y || y > polygon->bounds.y + polygon->bounds.height)
    return 0;
  g_array_set_size (crossings, 0);
  pal_polygon_cross (polygon, FALSE, y, crossings);
  g_array_sort (crossings, compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      Interval interval = { g_array_index (crossings, double, i),
                            g_array_index (crossings, double, i + 1) };

      g_array_append_val (intervals, interval);
      length += interval.to - interval.from;
    }

  return length;
}

/* Makes the intervals ascending and disjoint; returns the length of their union. */
static double
unite (GArray *intervals)
{
  double length = 0;
  guint n = 0;

  g_array_sort (intervals, compare_intervals);
  for (guint i = 0; i < intervals->len; i++)
    {
      Interval next = g_array_index (intervals, Interval, i);
      Interval *last = n > 0 ? &g_array_index (intervals, Interval, n - 1) : NULL;

      if (last != NULL && next.from <= last->to)
        last->to = MAX (last->to, next.to);
      else
        g_array_index (intervals, Interval, n++) = next;
    }
  g_array_set_size (intervals, n);
  for (guint i = 0; i < n; i++)
    length +=
        g_array_index (intervals, Interval, i).to - g_array_index (intervals, Interval, i).from;

  return length;
}

/* Takes the united @cut out of the united @intervals. */
static void
subtract (GArray *intervals, const GArray *cut)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Interval));

  for (guint i = 0; i < intervals->len; i++)
    {
      Interval left = g_array_index (intervals, Interval, i);

      for (guint j = 0; j < cut->len; j++)
        {
          Interval out = g_array_index (cut, Interval, j);

          if (out.to <= left.from || out.from >= left.to)
            continue;
          if (out.from > left.from)
            {
              Interval before = { left.from, out.from };
              g_array_append_val (rest, before);
            }
          left.from = MIN (out.to, left.to);
        }
      if (left.from < left.to)
        g_array_append_val (rest, left);
    }
  g_array_set_size (intervals, 0);
  g_array_append_vals (intervals, rest->data, rest->len);
}

static gboolean
is_sliver (const PalPlate *plate, double x, double y)
{
  for (guint i = 0; i < plate->n_uncharted; i++)
    {
      if (pal_polygon_distance (&plate->uncharted_grounds[i], x, y, PAL_CHECK_SLIVER) <
          PAL_CHECK_SLIVER)
        return TRUE;
    }

  return FALSE;
}

static void
try_gap_point (const PalPlate *plate, double x, double y, PalAreas *areas)
{
  double nearest = PAL_CHECK_SLOP;
  const PalShape *hit = pal_plate_hit (plate, x, y, PAL_CHECK_SLOP);

  for (guint i = 0; i < plate->n_shapes && !plate->shapes[i].deep; i++)
    nearest = MIN (nearest, pal_polygon_distance (&plate->grounds[i].polygon, x, y, nearest));

  gboolean far = nearest >= PAL_CHECK_SLOP;
  if (far && is_sliver (plate, x, y))
    return;
  areas->n_gap_points++;
  areas->n_far_points += far ? 1 : 0;
  areas->n_lost_points += (hit == NULL) != far ? 1 : 0;
}

static void
try_gap_points (const PalPlate *plate, const GArray *gaps, double y, PalAreas *areas)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      Interval gap = g_array_index (gaps, Interval, i);

      for (double k = ceil (gap.from / POINT_STEP); k * POINT_STEP < gap.to; k++)
        try_gap_point (plate, k * POINT_STEP, y, areas);
    }
}

static void
fill_line (const PalPlate *plate, double y, Line *line, double *flat_sum)
{
  g_array_set_size (line->body, 0);
  g_array_set_size (line->uncharted, 0);
  g_array_set_size (line->flat, 0);
  g_array_set_size (line->all, 0);
  add_intervals (&plate->body, y, line->crossings, line->body);
  for (guint i = 0; i < plate->n_uncharted; i++)
    add_intervals (&plate->uncharted_grounds[i], y, line->crossings, line->uncharted);
  *flat_sum = 0;
  for (guint i = 0; i < plate->n_shapes; i++)
    {
      const PalPolygon *polygon = &plate->grounds[i].polygon;

      add_intervals (polygon, y, line->crossings, line->all);
      if (!plate->shapes[i].deep)
        *flat_sum += add_intervals (polygon, y, line->crossings, line->flat);
    }
}

static double
sum_lengths (const GArray *intervals)
{
  double length = 0;

  for (guint i = 0; i < intervals->len; i++)
    length +=
        g_array_index (intervals, Interval, i).to - g_array_index (intervals, Interval, i).from;

  return length;
}

static void
measure_line (const PalPlate *plate, double y, gboolean with_points, Line *line, PalAreas *areas)
{
  double flat_sum;

  fill_line (plate, y, line, &flat_sum);
  areas->body += LINE_STEP * unite (line->body);
  areas->overlap += LINE_STEP * MAX (flat_sum - unite (line->flat), 0);
  unite (line->uncharted);
  unite (line->all);
  subtract (line->all, line->body);
  areas->spill += LINE_STEP * sum_lengths (line->all);

  subtract (line->body, line->uncharted);
  double chartable = sum_lengths (line->body);
  subtract (line->body, line->flat);
  areas->chartable += LINE_STEP * chartable;
  areas->covered += LINE_STEP * (chartable - sum_lengths (line->body));
  if (with_points)
    try_gap_points (plate, line->body, y, areas);
}

PalAreas
pal_check_measure_areas (const PalPlate *plate)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) body = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_autoptr (GArray) uncharted = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_autoptr (GArray) flat = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Interval));
  Line line = { crossings, body, uncharted, flat, all };
  PalAreas areas = { 0 };
  double top = plate->body.bounds.y;
  double bottom = plate->body.bounds.y + plate->body.bounds.height;

  /* Shapes may stick out of a bad drawing. */
  for (guint i = 0; i < plate->n_shapes; i++)
    {
      const PalRect *box = &plate->shapes[i].bounds;

      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y + box->height);
    }
  /* Off round numbers, on which corners like to lie. */
  guint n = (guint) ceil ((bottom - top) / LINE_STEP);
  for (guint i = 0; i < n; i++)
    measure_line (plate, top + (i + 0.4987) * LINE_STEP, i % 2 == 0, &line, &areas);

  return areas;
}
