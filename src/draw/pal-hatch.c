/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hatching along a muscle. On pixels it is a repeating gradient, one pass and no clip (a clip with
 * strokes took five times as long); on paper and in SVG files it is true lines, which stay crisp
 * at every size. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

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

static cairo_pattern_t *
create_pattern (const PalHatch *self, double scale)
{
  double nx = -sin (self->angle_rad), ny = cos (self->angle_rad);
  double half = self->spacing / 2;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (self->x - nx * half, self->y - ny * half,
                                                          self->x + nx * half, self->y + ny * half);
  PalColour line = lay_over (&self->line, &self->ground);
  double soft = 0.5 / scale; /* half a pixel each way smooths the edge */
  double inner = MAX (self->width / 2 - soft, 0) / self->spacing;
  double outer = (self->width / 2 + soft) / self->spacing;

  add_stop (pattern, 0, &self->ground);
  add_stop (pattern, 0.5 - outer, &self->ground);
  add_stop (pattern, 0.5 - inner, &line);
  add_stop (pattern, 0.5 + inner, &line);
  add_stop (pattern, 0.5 + outer, &self->ground);
  add_stop (pattern, 1, &self->ground);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  return pattern;
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
  cairo_pattern_t *pattern = create_pattern (self, scale);
  cairo_set_source (cr, pattern);
  pal_fill (cr);
  cairo_pattern_destroy (pattern);
}

void
pal_hatch_stroke (const PalHatch *self, cairo_t *cr, double width, double scale)
{
  cairo_set_line_width (cr, width);
  if (pal_paint_is_vector (cr))
    {
      pal_colour_set (cr, &self->ground);
      pal_stroke (cr);
      return;
    }
  cairo_pattern_t *pattern = create_pattern (self, scale);
  cairo_set_source (cr, pattern);
  pal_stroke (cr);
  cairo_pattern_destroy (pattern);
}
