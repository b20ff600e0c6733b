/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths for PDF files. Each number of a path is printed, read by the compressor and kept, and a
 * page of bodies holds tens of thousands: most of the time a page takes goes into digits, half of
 * which no eye and no printer can tell apart. Here points lie on a fine grid, curves that are
 * straight at their printed size become lines, and lines that go on straight become one. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

/* How far a path may lie from the drawing, in points: 0.018 mm, a dot of a printer of 1400 dpi. */
#define TOLERANCE 0.05
/* Grid lines a point. Eighths are short in decimals, and off by 0.02 mm at most. */
#define GRID 8.0
/* Points between the ends of one line; more are rare. */
#define MAX_BETWEEN 24

typedef struct
{
  double x, y;
} Point;

/* A path being written: a line from @from to @to is pending, past @between. */
typedef struct
{
  cairo_t *cr;
  const cairo_matrix_t *to_device;
  Point from, to;
  Point between[MAX_BETWEEN];
  guint n_between;
  gboolean pending;
} Writer;

static Point
place (const Writer *self, const double *xy)
{
  Point point = { xy[0], xy[1] };

  cairo_matrix_transform_point (self->to_device, &point.x, &point.y);
  return (Point){ round (point.x * GRID) / GRID, round (point.y * GRID) / GRID };
}

/* Returns: whether @point lies on the way from @from to @to. */
static gboolean
is_on_way (const Point *point, const Point *from, const Point *to)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double px = point->x - from->x, py = point->y - from->y;
  double square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP ((px * dx + py * dy) / square, 0, 1) : 0;
  double ex = px - along * dx, ey = py - along * dy;

  return ex * ex + ey * ey <= TOLERANCE * TOLERANCE;
}

static void
flush_line (Writer *self)
{
  if (self->pending)
    {
      cairo_line_to (self->cr, self->to.x, self->to.y);
      self->from = self->to;
    }
  self->pending = FALSE;
  self->n_between = 0;
}

/* Lengthens the pending line, or ends it where the way turns. */
static void
add_line (Writer *self, Point to)
{
  gboolean goes_on =
      self->pending && self->n_between < MAX_BETWEEN && is_on_way (&self->to, &self->from, &to);

  for (guint i = 0; goes_on && i < self->n_between; i++)
    goes_on = is_on_way (&self->between[i], &self->from, &to);
  if (goes_on)
    self->between[self->n_between++] = self->to;
  else
    flush_line (self);
  self->to = to;
  self->pending = TRUE;
}

static void
add_curve (Writer *self, const double *xy)
{
  Point first = place (self, xy), second = place (self, xy + 2), to = place (self, xy + 4);
  const Point *from = self->pending ? &self->to : &self->from;

  /* A curve lies between its control points. */
  if (is_on_way (&first, from, &to) && is_on_way (&second, from, &to))
    {
      add_line (self, to);
      return;
    }
  flush_line (self);
  cairo_curve_to (self->cr, first.x, first.y, second.x, second.y, to.x, to.y);
  self->from = to;
}

void
pal_path_to_file (const PalPath *path, cairo_t *cr)
{
  cairo_matrix_t matrix;
  Writer writer = { .cr = cr, .to_device = &matrix };

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  for (guint i = 0; i < path->n; i++)
    {
      const PalSegment *segment = &path->segments[i];
      switch (segment->type)
        {
        case PAL_SEGMENT_MOVE:
          flush_line (&writer);
          writer.from = place (&writer, segment->xy);
          cairo_move_to (cr, writer.from.x, writer.from.y);
          break;
        case PAL_SEGMENT_CURVE:
          add_curve (&writer, segment->xy);
          break;
        case PAL_SEGMENT_CLOSE:
          flush_line (&writer);
          cairo_close_path (cr);
          break;
        }
    }
  flush_line (&writer);
  cairo_set_matrix (cr, &matrix);
}
