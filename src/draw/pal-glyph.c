/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Glyphs of kinds and signs of change, drawn as paths, so that they look the same on every machine
 * and paper. Each is drawn in a square from −1 to 1 with lines 0.26 wide. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

#define LINE 0.26

static void
add_circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
add_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

/* A polyline through @n points given as x, y in turns. */
static void
add_polyline (cairo_t *cr, const double *xy, guint n, gboolean close)
{
  cairo_move_to (cr, xy[0], xy[1]);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, xy[2 * i], xy[2 * i + 1]);
  if (close)
    cairo_close_path (cr);
}

static void
draw_trigger_point (cairo_t *cr)
{
  add_circle (cr, 0, 0, 0.42);
  pal_fill (cr);
  add_circle (cr, 0, 0, 0.86);
  cairo_set_line_width (cr, 0.2);
  pal_stroke (cr);
}

static void
draw_pain (cairo_t *cr)
{
  const double in = 0.27;
  const double xy[] = { 0, -1.1, in, -in, 1.1, 0, in, in, 0, 1.1, -in, in, -1.1, 0, -in, -in };
  add_polyline (cr, xy, 8, TRUE);
  pal_fill (cr);
}

static void
draw_tender (cairo_t *cr)
{
  add_circle (cr, 0, 0, 0.85);
  add_line (cr, -0.45, 0, 0.45, 0);
  add_line (cr, 0, -0.45, 0, 0.45);
  pal_stroke (cr);
}

static void
draw_guarding (cairo_t *cr)
{
  cairo_move_to (cr, 0, -0.95);
  cairo_curve_to (cr, 0.3, -0.72, 0.55, -0.66, 0.8, -0.66);
  cairo_curve_to (cr, 0.85, 0.1, 0.55, 0.65, 0, 0.98);
  cairo_curve_to (cr, -0.55, 0.65, -0.85, 0.1, -0.8, -0.66);
  cairo_curve_to (cr, -0.55, -0.66, -0.3, -0.72, 0, -0.95);
  cairo_close_path (cr);
  pal_stroke (cr);
}

static void
draw_knot (cairo_t *cr)
{
  const double xy[] = { 0, -0.95, 0.75, 0, 0, 0.95, -0.75, 0 };
  add_polyline (cr, xy, 4, TRUE);
  pal_fill (cr);
}

static void
draw_swelling (cairo_t *cr)
{
  const double outer[] = { 0.42, 0.36 }, inner[] = { 0.3, 0.24 };
  cairo_set_line_width (cr, 0.22);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, outer, 2, 0);
  add_circle (cr, 0, 0, 0.88);
  pal_stroke (cr);
  cairo_set_dash (cr, inner, 2, 0);
  add_circle (cr, 0, 0, 0.4);
  pal_stroke (cr);
}

static void
draw_numb (cairo_t *cr)
{
  static const double xy[] = { 0, 0, -0.62, -0.62, 0.62, -0.62, -0.62, 0.62, 0.62, 0.62 };
  for (guint i = 0; i < 5; i++)
    add_circle (cr, xy[2 * i], xy[2 * i + 1], 0.22);
  pal_fill (cr);
}

static void
draw_restricted (cairo_t *cr)
{
  const double head[] = { -0.7, 0.75, 0, -0.25, 0.7, 0.75 };
  add_line (cr, -0.8, -0.62, 0.8, -0.62);
  add_polyline (cr, head, 3, FALSE);
  pal_stroke (cr);
}

static void
draw_weak (cairo_t *cr)
{
  const double xy[] = { -0.85, -0.65, 0.85, -0.65, 0, 0.85 };
  add_polyline (cr, xy, 3, TRUE);
  pal_stroke (cr);
}

static void
draw_bruise (cairo_t *cr)
{
  static const double dots[] = { -0.35, -0.3, 0.2,  -0.4, 0.45, 0.05,
                                 -0.05, 0.1,  -0.4, 0.3,  0.2,  0.45 };
  cairo_move_to (cr, -0.75, -0.35);
  cairo_curve_to (cr, -0.5, -1.05, 0.3, -0.75, 0.55, -0.7);
  cairo_curve_to (cr, 1.05, -0.55, 0.95, 0.2, 0.75, 0.5);
  cairo_curve_to (cr, 0.45, 0.95, 0.0, 0.6, -0.35, 0.8);
  cairo_curve_to (cr, -0.95, 0.85, -0.95, 0.1, -0.75, -0.35);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.16);
  pal_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (dots); i += 2)
    add_circle (cr, dots[i], dots[i + 1], 0.13);
  pal_fill (cr);
}

static void
draw_scar (cairo_t *cr)
{
  add_line (cr, -0.95, 0, 0.95, 0);
  for (int i = -1; i <= 1; i++)
    add_line (cr, i * 0.55, -0.48, i * 0.55, 0.48);
  pal_stroke (cr);
}

static void
draw_warm (cairo_t *cr)
{
  cairo_move_to (cr, 0, 1);
  for (int i = 0; i < 3; i++)
    {
      double y = 1 - i * 0.667, bow = i % 2 == 0 ? 0.75 : -0.75;
      cairo_curve_to (cr, bow, y - 0.1, bow, y - 0.567, 0, y - 0.667);
    }
  pal_stroke (cr);
}

static void
draw_good (cairo_t *cr)
{
  const double tick[] = { -0.42, 0.02, -0.1, 0.36, 0.46, -0.36 };
  cairo_set_line_width (cr, 0.2);
  add_circle (cr, 0, 0, 0.88);
  pal_stroke (cr);
  cairo_set_line_width (cr, LINE);
  add_polyline (cr, tick, 3, FALSE);
  pal_stroke (cr);
}

static void
draw_cramp (cairo_t *cr)
{
  const double xy[] = { 0.5, -0.95, -0.55, -0.2, 0.55, 0.2, -0.5, 0.95 };
  add_polyline (cr, xy, 4, FALSE);
  pal_stroke (cr);
}

static void
draw_stuck (cairo_t *cr)
{
  add_line (cr, -0.48, -0.95, -0.48, 0.95);
  add_line (cr, 0.48, -0.95, 0.48, 0.95);
  for (int i = -1; i <= 1; i++)
    add_line (cr, -0.48, i * 0.55, 0.48, i * 0.55);
  cairo_set_line_width (cr, 0.2);
  pal_stroke (cr);
}

static void
draw_creaking (cairo_t *cr)
{
  for (int i = -1; i <= 1; i++)
    {
      double x = i * 0.62;
      const double xy[] = { x - 0.22, -0.6, x + 0.2, 0, x - 0.22, 0.6 };
      add_polyline (cr, xy, 3, FALSE);
    }
  cairo_set_line_width (cr, 0.22);
  pal_stroke (cr);
}

static void
draw_cool (cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    {
      double angle = G_PI / 2 + i * G_PI / 3;
      add_line (cr, -0.95 * cos (angle), -0.95 * sin (angle), 0.95 * cos (angle),
                0.95 * sin (angle));
    }
  pal_stroke (cr);
}

static void
draw_skin (cairo_t *cr)
{
  cairo_rectangle (cr, -0.68, -0.68, 1.36, 1.36);
  pal_stroke (cr);
}

/* For kinds the practice added itself. */
static void
draw_own (cairo_t *cr)
{
  for (int i = 0; i < 6; i++)
    cairo_line_to (cr, 0.88 * cos (i * G_PI / 3), 0.88 * sin (i * G_PI / 3));
  cairo_close_path (cr);
  pal_stroke (cr);
}

static const struct
{
  const char *kind;
  void (*draw) (cairo_t *cr);
  gboolean grows; /* tells severity by its size */
} glyphs[] = {
  { "trigger-point", draw_trigger_point, FALSE },
  { "pain", draw_pain, TRUE },
  { "tender", draw_tender, FALSE },
  { "guarding", draw_guarding, FALSE },
  { "knot", draw_knot, FALSE },
  { "swelling", draw_swelling, FALSE },
  { "numb-tingling", draw_numb, FALSE },
  { "restricted", draw_restricted, FALSE },
  { "weak", draw_weak, FALSE },
  { "bruise", draw_bruise, FALSE },
  { "scar", draw_scar, FALSE },
  { "warm", draw_warm, FALSE },
  { "good", draw_good, FALSE },
  { "cramp", draw_cramp, FALSE },
  { "stuck", draw_stuck, FALSE },
  { "creaking", draw_creaking, FALSE },
  { "cool", draw_cool, FALSE },
  { "skin", draw_skin, FALSE },
};

static void
begin_glyph (cairo_t *cr, double x, double y, double radius)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, radius, radius);
  cairo_new_path (cr);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
pal_glyph_paint (cairo_t *cr, const char *kind, double x, double y, double radius, double severity)
{
  void (*draw) (cairo_t *) = draw_own;
  double size = 1;

  for (guint i = 0; i < G_N_ELEMENTS (glyphs); i++)
    if (g_strcmp0 (glyphs[i].kind, kind) == 0)
      {
        draw = glyphs[i].draw;
        if (glyphs[i].grows)
          size = 0.8 + 0.13 * CLAMP (severity, 1, 3);
      }
  begin_glyph (cr, x, y, radius * size);
  draw (cr);
  cairo_restore (cr);
}

void
pal_glyph_paint_speech (cairo_t *cr, double x, double y, double radius)
{
  begin_glyph (cr, x, y, radius);
  cairo_arc (cr, 0.55, -0.35, 0.4, -G_PI / 2, 0);
  cairo_arc (cr, 0.55, 0.1, 0.4, 0, G_PI / 2);
  cairo_line_to (cr, -0.1, 0.5);
  cairo_line_to (cr, -0.55, 0.95);
  cairo_line_to (cr, -0.5, 0.5);
  cairo_arc (cr, -0.55, 0.1, 0.4, G_PI / 2, G_PI);
  cairo_arc (cr, -0.55, -0.35, 0.4, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.2);
  pal_stroke (cr);
  for (int i = -1; i <= 1; i++)
    add_circle (cr, i * 0.38, -0.12, 0.13);
  pal_fill (cr);
  cairo_restore (cr);
}

double
pal_glyph_get_radius (double scale)
{
  return pal_paint_get_width (5.6, scale);
}

void
pal_badge_paint (cairo_t *cr,
                 double x,
                 double y,
                 double angle_rad,
                 guint n,
                 double radius,
                 const PalTheme *theme,
                 double scale)
{
  double half = (n - 1) * PAL_BADGE_STEP * radius / 2, round = radius * 1.42;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle_rad);
  cairo_new_sub_path (cr);
  cairo_arc (cr, half, 0, round, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, -half, 0, round, G_PI / 2, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, theme->ground.r, theme->ground.g, theme->ground.b, 0.94);
  pal_fill_preserve (cr);
  pal_colour_set (cr, &theme->contour);
  cairo_set_line_width (cr, pal_paint_get_width (0.6, scale));
  pal_stroke (cr);
  cairo_restore (cr);
}

static void
add_plus (cairo_t *cr)
{
  const double in = 0.24, out = 0.85;
  const double xy[] = { -in, -out, in,  -out, in,  -in, out,  -in, out,  in,  in,  in,
                        in,  out,  -in, out,  -in, in,  -out, in,  -out, -in, -in, -in };
  add_polyline (cr, xy, 12, TRUE);
}

static void
add_sign (cairo_t *cr, PalChangeWord change)
{
  const double up[] = { 0, -0.8, 0.9, 0.7, -0.9, 0.7 }, down[] = { 0, 0.8, 0.9, -0.7, -0.9, -0.7 };

  switch (change)
    {
    case PAL_CHANGE_NEW:
      add_plus (cr);
      break;
    case PAL_CHANGE_WORSE:
      add_polyline (cr, up, 3, TRUE);
      break;
    case PAL_CHANGE_SAME:
      cairo_rectangle (cr, -0.75, -0.58, 1.5, 0.4);
      cairo_rectangle (cr, -0.75, 0.18, 1.5, 0.4);
      break;
    case PAL_CHANGE_BETTER:
      add_polyline (cr, down, 3, TRUE);
      break;
    case PAL_CHANGE_GONE:
      cairo_rotate (cr, G_PI / 4);
      add_plus (cr);
      break;
    case PAL_CHANGE_NONE:
    case PAL_CHANGE_NOT_COMPARED:
      break;
    }
}

void
pal_sign_paint (
    cairo_t *cr, PalChangeWord change, double x, double y, double radius, const PalTheme *theme)
{
  const PalColour *fill = &theme->change[change];
  double luminance = pal_colour_get_luminance (fill);
  gboolean on_dark = luminance < 0.18;
  /* Light on dark fills and dark on the others, whatever the theme. */
  PalColour sign = on_dark == theme->is_dark ? theme->text : theme->ground;
  PalColour halo = *fill;

  halo.a = 0.9;
  begin_glyph (cr, x, y, radius);
  add_sign (cr, change);
  pal_colour_set (cr, &halo);
  cairo_set_line_width (cr, 0.55);
  pal_stroke_preserve (cr);
  pal_colour_set (cr, &sign);
  pal_fill (cr);
  cairo_restore (cr);
}
