/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies over the marks: exact points with the arrows of referred aches, and freehand ink. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

/* An arrow from the rim of the badge to where the ache travels, slightly bowed, like a hand's. */
static void
add_arrow (cairo_t *cr, const PalMarkPoint *point, double rim, double head)
{
  double dx = point->to_x - point->x, dy = point->to_y - point->y;
  double length = hypot (dx, dy);
  double ux, uy, bow, end_x, end_y, angle;

  if (length < rim)
    return;
  ux = dx / length;
  uy = dy / length;
  bow = length * 0.12;
  end_x = point->x + dx * 0.6 - uy * bow;
  end_y = point->y + dy * 0.6 + ux * bow;
  cairo_move_to (cr, point->x + ux * rim, point->y + uy * rim);
  cairo_curve_to (cr, point->x + dx * 0.3 - uy * bow, point->y + dy * 0.3 + ux * bow, end_x, end_y,
                  point->to_x, point->to_y);
  angle = atan2 (point->to_y - end_y, point->to_x - end_x);
  cairo_move_to (cr, point->to_x - head * cos (angle - 0.5),
                 point->to_y - head * sin (angle - 0.5));
  cairo_line_to (cr, point->to_x, point->to_y);
  cairo_line_to (cr, point->to_x - head * cos (angle + 0.5),
                 point->to_y - head * sin (angle + 0.5));
}

static void
paint_arrow (cairo_t *cr, const PalMarkPoint *point, const PalTheme *theme, double scale)
{
  double unit = pal_paint_get_width (1, scale);
  PalColour bed = theme->ground;

  cairo_new_path (cr);
  add_arrow (cr, point, pal_glyph_get_radius (scale) * 1.5, 6 * unit);
  bed.a = 0.8;
  pal_colour_set (cr, &bed);
  cairo_set_line_width (cr, 3.6 * unit);
  pal_stroke_preserve (cr);
  pal_colour_set (cr, &theme->text);
  cairo_set_line_width (cr, 1.4 * unit);
  pal_stroke (cr);
}

static void
paint_points (cairo_t *cr, PalView view, const PalBodyMap *map, const PalTheme *theme, double scale)
{
  GArray *points = pal_body_map_get_points (map, view);
  double radius = pal_glyph_get_radius (scale);

  for (guint i = 0; i < points->len; i++)
    {
      const PalMarkPoint *point = &g_array_index (points, PalMarkPoint, i);
      const char *kind = pal_body_map_get_point_kind (map, view, i);

      if (point->refers)
        paint_arrow (cr, point, theme, scale);
      pal_badge_paint (cr, point->x, point->y, 0, 1, radius, theme, scale);
      pal_colour_set (cr, &theme->text);
      /* A point of the default kind has no glyph of its own: a plain pin. */
      if (kind == NULL || strcmp (kind, "tight") == 0)
        {
          cairo_arc (cr, point->x, point->y, radius * 0.5, 0, 2 * G_PI);
          pal_fill (cr);
        }
      else
        pal_glyph_paint (cr, kind, point->x, point->y, radius, 2);
    }
}

/* Each piece of a stroke is as wide as the pen pressed there. */
static void
paint_stroke (cairo_t *cr, const PalStroke *stroke, const PalTheme *theme, double scale)
{
  guint n = stroke->points->len / 3;
  const double *xyp = (const double *) (void *) stroke->points->data;

  pal_colour_set (cr, &theme->ink);
  for (guint i = 0; i < n; i++)
    {
      const double *to = xyp + 3 * i, *from = i > 0 ? to - 3 : to;
      const double *after = i + 1 < n ? to + 3 : to, *before = i > 1 ? from - 3 : from;
      double pressure = CLAMP ((from[2] + to[2]) / 2, 0, 1);

      cairo_move_to (cr, from[0], from[1]);
      cairo_curve_to (cr, from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6,
                      to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, to[0],
                      to[1]);
      cairo_set_line_width (cr, pal_paint_get_width (1.0 + 2.2 * pressure, scale));
      pal_stroke (cr);
    }
}

void
pal_body_paint_extras (
    cairo_t *cr, const PalPlate *plate, const PalBodyMap *map, const PalTheme *theme, double scale)
{
  PalView view = pal_plate_get_view (plate);
  GPtrArray *ink = pal_body_map_get_ink (map);

  g_return_if_fail (cr != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < ink->len; i++)
    {
      const PalStroke *stroke = ink->pdata[i];
      if (stroke->view == view)
        paint_stroke (cr, stroke, theme, scale);
    }
  paint_points (cr, view, map, theme, scale);
  cairo_restore (cr);
}
