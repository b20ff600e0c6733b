/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hatching along a muscle. On pixels it is one pass without a clip (a clip with strokes took five
 * times as long), see pal-hatch-pixels.c; on paper and in SVG files it is true lines, which stay
 * crisp at every size. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>
#include <string.h>

#include "draw/pal-paint-private.h"

/* Lines for mild, moderate and severe on a body of 600 pixels: distance and width in pixels. */
static const struct
{
  double spacing_px, width_px;
} densities[] = { { 6.4, 0.0 }, { 6.4, 0.75 }, { 4.4, 1.0 }, { 3.1, 1.25 } };

PalHatch
pal_hatch_for_severity (const PalShape *shape, double severity, const PalTheme *theme, double scale)
{
  double capped = CLAMP (severity, 0, 3);
  guint upper = (guint) ceil (capped);
  PalHatch hatch = {
    .x = shape->label_x,
    .y = shape->label_y,
    .angle_rad = shape->axis_angle_rad,
    .spacing = pal_paint_get_width (densities[upper].spacing_px, scale),
    .width = pal_paint_get_width (densities[upper].width_px, scale),
    .ground = pal_theme_get_tone (theme, capped),
    .line = theme->hatch,
  };

  /* A little of the relief shows through; what is read on paper stays full. */
  if (theme->relief > 0)
    hatch.ground.a = 0.9;
  /* A mark that fades in while tweening brings its lines along. */
  if (capped < 1)
    hatch.line.a *= capped;
  return hatch;
}

/* Source colours of the gradient: the line's colour laid over the ground's. */
static PalColour
lay_over (const PalColour *over, const PalColour *under)
{
  double alpha = over->a + under->a * (1 - over->a);
  PalColour result = *under;

  if (alpha > 0)
    {
      double share = over->a / alpha;
      result = pal_colour_mix (under, over, share);
    }
  result.a = alpha;
  return result;
}

static void
add_stop (cairo_pattern_t *pattern, double offset, const PalColour *colour)
{
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP (offset, 0, 1), colour->r, colour->g, colour->b,
                                     colour->a);
}

static void
set_gradient (const PalHatch *self, cairo_t *cr, const PalColour *line, double inner, double outer)
{
  double nx = -sin (self->angle_rad), ny = cos (self->angle_rad);
  double half = self->spacing / 2;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (self->x - nx * half, self->y - ny * half,
                                                          self->x + nx * half, self->y + ny * half);

  add_stop (pattern, 0, &self->ground);
  add_stop (pattern, 0.5 - outer, &self->ground);
  add_stop (pattern, 0.5 - inner, line);
  add_stop (pattern, 0.5 + inner, line);
  add_stop (pattern, 0.5 + outer, &self->ground);
  add_stop (pattern, 1, &self->ground);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* @extents: what will be painted, as in pal_hatch_set_pixels() */
static void
set_source (const PalHatch *self, cairo_t *cr, double scale, const double *extents)
{
  PalColour line = lay_over (&self->line, &self->ground);
  double soft = 0.5 / scale; /* half a pixel each way smooths the edge */
  double inner = MAX (self->width / 2 - soft, 0) / self->spacing;
  double outer = (self->width / 2 + soft) / self->spacing;

  if (!pal_hatch_set_pixels (self, cr, &line, inner, outer, extents))
    set_gradient (self, cr, &line, inner, outer);
}

/* Strokes true lines over the clipped area. */
static void
stroke_lines (const PalHatch *self, cairo_t *cr)
{
  double x1, y1, x2, y2;

  if (self->width <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_rotate (cr, self->angle_rad);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  for (double y = floor (y1 / self->spacing) * self->spacing; y <= y2; y += self->spacing)
    {
      cairo_move_to (cr, x1, y);
      cairo_line_to (cr, x2, y);
    }
  pal_colour_set (cr, &self->line);
  cairo_set_line_width (cr, self->width);
  pal_stroke (cr);
  cairo_restore (cr);
}

void
pal_hatch_fill (const PalHatch *self, cairo_t *cr, double scale)
{
  if (pal_paint_is_vector (cr))
    {
      pal_colour_set (cr, &self->ground);
      if (self->ground.a > 0)
        pal_fill_preserve (cr);
      pal_clip_begin (cr);
      stroke_lines (self, cr);
      pal_clip_end (cr);
      return;
    }
  double extents[4];
  cairo_fill_extents (cr, &extents[0], &extents[1], &extents[2], &extents[3]);
  set_source (self, cr, scale, extents);
  pal_fill (cr);
}

/* Where one line of hatching runs within a band, along the line and seen from the hatching's
 * origin. Some hundred to a band. */
typedef struct
{
  int line;
  double from, to;
} Run;

static void
widen (Run *run, double from, double to)
{
  run->from = MIN (run->from, from);
  run->to = MAX (run->to, to);
}

/* Cuts the line at height 0 out of a disc. */
static void
cut_disc (Run *run, double x, double y, double radius)
{
  double half = sqrt (MAX (radius * radius - y * y, 0));

  if (fabs (y) < radius)
    widen (run, x - half, x + half);
}

/* Keeps of @from … @to where @low ≤ @slope x + @start ≤ @high. */
static void
keep_between (double *from, double *to, double slope, double start, double low, double high)
{
  if (fabs (slope) > 1e-9)
    {
      double a = (low - start) / slope, b = (high - start) / slope;

      *from = MAX (*from, MIN (a, b));
      *to = MIN (*to, MAX (a, b));
    }
  else if (start < low || start > high)
    *to = *from - 1;
}

/* Cuts the line at height 0 out of the stroke of one straight piece, with round ends. The stroke is
 * convex, so what is cut out is one run. */
static Run
cut_stroke (double x1, double y1, double x2, double y2, double radius)
{
  double length = hypot (x2 - x1, y2 - y1), from = -G_MAXDOUBLE, to = G_MAXDOUBLE;
  Run run = { 0, G_MAXDOUBLE, -G_MAXDOUBLE };

  cut_disc (&run, x1, y1, radius);
  cut_disc (&run, x2, y2, radius);
  if (length > 0)
    {
      double dx = (x2 - x1) / length, dy = (y2 - y1) / length;

      keep_between (&from, &to, dx, -x1 * dx - y1 * dy, 0, length);
      keep_between (&from, &to, -dy, x1 * dy - y1 * dx, -radius, radius);
      if (from <= to)
        widen (&run, from, to);
    }
  return run;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = a, *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return (one->from > other->from) - (one->from < other->from);
}

/* Adds the runs within the stroke, @radius to each side, of a piece in the hatching's own space. */
static void
add_runs (GArray *runs, const PalHatch *self, const double *from, const double *to, double radius)
{
  int first = (int) ceil ((MIN (from[1], to[1]) - radius) / self->spacing);
  int last = (int) floor ((MAX (from[1], to[1]) + radius) / self->spacing);

  for (int line = first; line <= last; line++)
    {
      double y = line * self->spacing;
      Run run = cut_stroke (from[0], from[1] - y, to[0], to[1] - y, radius);

      run.line = line;
      if (run.from < run.to)
        g_array_append_val (runs, run);
    }
}

/* Returns: (transfer full): the runs of all lines within a stroke of the current path of @cr, which
 * has the hatching's own space already. */
static GArray *
list_runs (const PalHatch *self, cairo_t *cr, double radius)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  cairo_path_t *path = cairo_copy_path_flat (cr);
  double start[2] = { 0, 0 }, at[2] = { 0, 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double to[2] = { start[0], start[1] };

      if (data->header.type != CAIRO_PATH_CLOSE_PATH)
        {
          to[0] = data[1].point.x;
          to[1] = data[1].point.y;
        }
      if (data->header.type == CAIRO_PATH_MOVE_TO)
        memcpy (start, to, sizeof start);
      else
        add_runs (runs, self, at, to, radius);
      memcpy (at, to, sizeof at);
    }
  cairo_path_destroy (path);
  g_array_sort (runs, compare_runs);
  return runs;
}

/* Strokes true lines within a stroke of the current path, and clears the path. Neither PDF nor SVG
 * clips to a stroke, so each line is cut where it leaves the band. */
static void
stroke_lines_in_band (const PalHatch *self, cairo_t *cr, double radius)
{
  g_autoptr (GArray) runs = NULL;

  if (self->width <= 0)
    {
      cairo_new_path (cr);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_rotate (cr, self->angle_rad);
  runs = list_runs (self, cr, radius);
  cairo_new_path (cr);
  for (guint i = 0; i < runs->len;)
    {
      Run run = g_array_index (runs, Run, i);

      for (i++; i < runs->len; i++)
        {
          const Run *next = &g_array_index (runs, Run, i);
          if (next->line != run.line || next->from > run.to)
            break;
          run.to = MAX (run.to, next->to);
        }
      cairo_move_to (cr, run.from, run.line * self->spacing);
      cairo_line_to (cr, run.to, run.line * self->spacing);
    }
  pal_colour_set (cr, &self->line);
  cairo_set_line_width (cr, self->width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  pal_stroke (cr);
  cairo_restore (cr);
}

void
pal_hatch_stroke (const PalHatch *self, cairo_t *cr, double width, double scale)
{
  cairo_set_line_width (cr, width);
  if (pal_paint_is_vector (cr))
    {
      pal_colour_set (cr, &self->ground);
      pal_stroke_preserve (cr);
      stroke_lines_in_band (self, cr, width / 2);
      return;
    }
  double extents[4];
  cairo_path_extents (cr, &extents[0], &extents[1], &extents[2], &extents[3]);
  set_source (self, cr, scale,
              (double[]){ extents[0] - width, extents[1] - width, extents[2] + width,
                          extents[3] + width });
  pal_stroke (cr);
}
