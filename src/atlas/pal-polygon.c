/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Flattened paths: inside or not, how far, how large, which way. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-polygon-private.h"

#include <math.h>

#define TOLERANCE 0.01
#define EDGES_PER_RUN 12

typedef struct
{
  GArray *xy;
  GArray *runs;
  guint ring_start;
} Builder;

static void
add_point (Builder *builder, double x, double y)
{
  double point[2] = { x, y };

  g_array_append_vals (builder->xy, point, 2);
}

/* The chord of a cubic cut into n equal steps strays by at most |second difference| × 6 / (8 n²).
 */
static void
add_curve (Builder *builder, const double *xy)
{
  const double *from = &g_array_index (builder->xy, double, builder->xy->len - 2);
  double x0 = from[0];
  double y0 = from[1];
  double bend = MAX (hypot (x0 - 2 * xy[0] + xy[2], y0 - 2 * xy[1] + xy[3]),
                     hypot (xy[0] - 2 * xy[2] + xy[4], xy[1] - 2 * xy[3] + xy[5]));
  guint n = (guint) CLAMP (ceil (sqrt (bend * 0.75 / TOLERANCE)), 1, 64);

  for (guint i = 1; i < n; i++)
    {
      double t = (double) i / n;
      double s = 1 - t;
      double b0 = s * s * s;
      double b1 = 3 * s * s * t;
      double b2 = 3 * s * t * t;
      double b3 = t * t * t;

      add_point (builder, b0 * x0 + b1 * xy[0] + b2 * xy[2] + b3 * xy[4],
                 b0 * y0 + b1 * xy[1] + b2 * xy[3] + b3 * xy[5]);
    }
  add_point (builder, xy[4], xy[5]);
}

static void
add_run (Builder *builder, guint first, guint n)
{
  const double *xy = (const double *) (gpointer) builder->xy->data;
  PalEdgeRun run = { INFINITY, INFINITY, -INFINITY, -INFINITY, first, n };

  for (guint i = first; i <= first + n; i++)
    {
      run.left = MIN (run.left, xy[2 * i]);
      run.right = MAX (run.right, xy[2 * i]);
      run.top = MIN (run.top, xy[2 * i + 1]);
      run.bottom = MAX (run.bottom, xy[2 * i + 1]);
    }
  g_array_append_val (builder->runs, run);
}

static void
end_ring (Builder *builder)
{
  guint n = builder->xy->len / 2 - builder->ring_start;

  if (n > 0)
    {
      double x = g_array_index (builder->xy, double, 2 * builder->ring_start);
      double y = g_array_index (builder->xy, double, 2 * builder->ring_start + 1);

      add_point (builder, x, y);
      for (guint i = 0; i < n; i += EDGES_PER_RUN)
        add_run (builder, builder->ring_start + i, MIN (EDGES_PER_RUN, n - i));
    }
  builder->ring_start = builder->xy->len / 2;
}

static PalRect
measure_bounds (const PalPolygon *self)
{
  double left = INFINITY;
  double top = INFINITY;
  double right = -INFINITY;
  double bottom = -INFINITY;

  for (guint i = 0; i < self->n_runs; i++)
    {
      left = MIN (left, self->runs[i].left);
      top = MIN (top, self->runs[i].top);
      right = MAX (right, self->runs[i].right);
      bottom = MAX (bottom, self->runs[i].bottom);
    }
  if (self->n_runs == 0)
    return (PalRect){ 0, 0, 0, 0 };

  return (PalRect){ left, top, right - left, bottom - top };
}

void
pal_polygon_init (PalPolygon *self, const PalPath *path)
{
  Builder builder = { g_array_new (FALSE, FALSE, sizeof (double)),
                      g_array_new (FALSE, FALSE, sizeof (PalEdgeRun)), 0 };

  for (guint i = 0; i < path->n; i++)
    {
      const PalSegment *segment = &path->segments[i];

      switch (segment->type)
        {
        case PAL_SEGMENT_MOVE:
          end_ring (&builder);
          add_point (&builder, segment->xy[0], segment->xy[1]);
          break;
        case PAL_SEGMENT_CURVE:
          add_curve (&builder, segment->xy);
          break;
        case PAL_SEGMENT_CLOSE:
          break;
        }
    }
  end_ring (&builder);

  self->n_points = builder.xy->len / 2;
  self->n_runs = builder.runs->len;
  self->xy = (double *) (gpointer) g_array_free (builder.xy, FALSE);
  self->runs = (PalEdgeRun *) (gpointer) g_array_free (builder.runs, FALSE);
  self->bounds = measure_bounds (self);
}

void
pal_polygon_clear (PalPolygon *self)
{
  g_clear_pointer (&self->xy, g_free);
  g_clear_pointer (&self->runs, g_free);
  self->n_points = 0;
  self->n_runs = 0;
}

static int
count_winding (const double *xy, guint n, double x, double y)
{
  int winding = 0;

  for (guint i = 0; i < n; i++, xy += 2)
    {
      gboolean from_above = xy[1] <= y;

      if (from_above == (xy[3] <= y))
        continue;

      double cross = (xy[2] - xy[0]) * (y - xy[1]) - (x - xy[0]) * (xy[3] - xy[1]);
      if (from_above && cross > 0)
        winding++;
      else if (!from_above && cross < 0)
        winding--;
    }

  return winding;
}

gboolean
pal_polygon_contains (const PalPolygon *self, double x, double y)
{
  const PalRect *box = &self->bounds;
  int winding = 0;

  if (x < box->x || y < box->y || x > box->x + box->width || y > box->y + box->height)
    return FALSE;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const PalEdgeRun *run = &self->runs[i];

      /* The ray goes to the right; only edges at its height and beyond the point can cross it. */
      if (y >= run->top && y <= run->bottom && x <= run->right)
        winding += count_winding (&self->xy[2 * run->first], run->n, x, y);
    }

  return winding != 0;
}

static double
measure_edge_distance2 (const double *xy, double x, double y)
{
  double dx = xy[2] - xy[0];
  double dy = xy[3] - xy[1];
  double px = x - xy[0];
  double py = y - xy[1];
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? CLAMP ((px * dx + py * dy) / length2, 0, 1) : 0;

  px -= t * dx;
  py -= t * dy;

  return px * px + py * py;
}

static double
measure_box_distance2 (double left, double top, double right, double bottom, double x, double y)
{
  double dx = MAX (MAX (left - x, x - right), 0);
  double dy = MAX (MAX (top - y, y - bottom), 0);

  return dx * dx + dy * dy;
}

double
pal_polygon_distance (const PalPolygon *self, double x, double y, double limit)
{
  const PalRect *box = &self->bounds;
  double best2 = limit * limit;

  if (self->n_runs == 0 || measure_box_distance2 (box->x, box->y, box->x + box->width,
                                                  box->y + box->height, x, y) >= best2)
    return limit;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const PalEdgeRun *run = &self->runs[i];

      if (measure_box_distance2 (run->left, run->top, run->right, run->bottom, x, y) >= best2)
        continue;
      for (guint j = run->first; j < run->first + run->n; j++)
        {
          double distance2 = measure_edge_distance2 (&self->xy[2 * j], x, y);

          best2 = MIN (best2, distance2);
        }
    }

  return sqrt (best2);
}

void
pal_polygon_cross (const PalPolygon *self, gboolean upright, double at, GArray *crossings)
{
  guint along = upright ? 0 : 1;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const PalEdgeRun *run = &self->runs[i];

      if (at < (upright ? run->left : run->top) || at > (upright ? run->right : run->bottom))
        continue;
      for (guint j = run->first; j < run->first + run->n; j++)
        {
          const double *a = &self->xy[2 * j];
          const double *b = a + 2;

          if ((a[along] <= at) == (b[along] <= at))
            continue;

          double t = (at - a[along]) / (b[along] - a[along]);
          double crossing = a[1 - along] + t * (b[1 - along] - a[1 - along]);
          g_array_append_val (crossings, crossing);
        }
    }
}

/* Signed sums over the triangles from the middle of the box, which keeps the numbers small:
 * area, first and second moments; and the length of the border. */
typedef struct
{
  double x0, y0;
  double a, x, y, xx, xy, yy;
  double length;
} Moments;

static void
add_edge (Moments *m, const double *xy)
{
  double ax = xy[0] - m->x0;
  double ay = xy[1] - m->y0;
  double bx = xy[2] - m->x0;
  double by = xy[3] - m->y0;
  double cross = ax * by - bx * ay;

  m->a += cross / 2;
  m->x += cross * (ax + bx) / 6;
  m->y += cross * (ay + by) / 6;
  m->xx += cross * (ax * ax + ax * bx + bx * bx) / 12;
  m->yy += cross * (ay * ay + ay * by + by * by) / 12;
  m->xy += cross * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by) / 24;
  m->length += sqrt ((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}

PalMeasures
pal_polygon_measure (const PalPolygon *self)
{
  const PalRect *box = &self->bounds;
  Moments m = { .x0 = box->x + box->width / 2, .y0 = box->y + box->height / 2 };

  for (guint i = 0; i < self->n_runs; i++)
    {
      for (guint j = self->runs[i].first; j < self->runs[i].first + self->runs[i].n; j++)
        add_edge (&m, &self->xy[2 * j]);
    }
  if (m.a == 0)
    return (PalMeasures){ 0, 0, m.x0, m.y0, G_PI_2, 1 };

  double cx = m.x / m.a;
  double cy = m.y / m.a;
  double xx = m.xx / m.a - cx * cx;
  double yy = m.yy / m.a - cy * cy;
  double xy = m.xy / m.a - cx * cy;
  double middle = (xx + yy) / 2;
  double spread = hypot ((xx - yy) / 2, xy);
  double angle = atan2 (2 * xy, xx - yy) / 2;
  double stretch = middle > spread ? sqrt ((middle + spread) / (middle - spread)) : G_MAXDOUBLE;

  return (PalMeasures){ fabs (m.a), 2 * fabs (m.a) / m.length,         m.x0 + cx,
                        m.y0 + cy,  angle <= -G_PI_2 ? G_PI_2 : angle, stretch };
}
