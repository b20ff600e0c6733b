/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How one region looks with what was found on it: severity, after treatment, ghost, change,
 * frequency, unexamined; hover and focus. Each is told by form as well as by colour. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

/* Outlines of mild, moderate and severe marks and ghosts, in pixels on a body of 600. */
static const double line_px[] = { 0.7, 0.85, 1.25, 1.75 };

static void
begin_shape (cairo_t *cr, const PalShape *shape)
{
  cairo_new_path (cr);
  pal_path_to_cairo (&shape->path, cr);
}

static void
stroke_shape (cairo_t *cr,
              const PalShape *shape,
              const PalColour *colour,
              double width,
              double on,
              double off)
{
  const double dash[] = { on, off };

  begin_shape (cr, shape);
  cairo_set_dash (cr, dash, on > 0 ? 2 : 0, 0);
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  pal_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The outline of a mark. Deep regions keep their broken line, on a pale bed that parts them from
 * the marks they lie under. */
static void
stroke_outline (cairo_t *cr,
                const PalShape *shape,
                const PalColour *colour,
                double px,
                const PalTheme *theme,
                double scale)
{
  double unit = pal_paint_get_width (1, scale);
  PalColour bed = theme->region;

  if (!shape->deep)
    {
      stroke_shape (cr, shape, colour, px * unit, 0, 0);
      return;
    }
  bed.a = 0.85;
  stroke_shape (cr, shape, &bed, (px + 1.4) * unit, 0, 0);
  stroke_shape (cr, shape, colour, px * unit, 4 * unit, 2 * unit);
}

/* Half the width of a strip-like shape, roughly: its area spread along its axis. */
static double
get_half_width (const PalShape *shape)
{
  double length = fabs (shape->bounds.width * cos (shape->axis_angle_rad)) +
                  fabs (shape->bounds.height * sin (shape->axis_angle_rad));
  return length > 0 ? shape->area / length * 0.6 : 0;
}

/* On pixels a clip along a path is worked out again for all that is painted within; it is quicker
 * to paint beyond the shape and to fill the shape with that. */
static void
begin_inside (cairo_t *cr, const PalShape *shape)
{
  double x1, y1, x2, y2;

  begin_shape (cr, shape);
  if (pal_paint_is_vector (cr))
    {
      pal_clip_begin (cr);
      return;
    }
  cairo_fill_extents (cr, &x1, &y1, &x2, &y2);
  cairo_new_path (cr);
  cairo_save (cr);
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_clip (cr);
  cairo_push_group (cr);
}

static void
end_inside (cairo_t *cr, const PalShape *shape)
{
  if (pal_paint_is_vector (cr))
    {
      pal_clip_end (cr);
      return;
    }
  cairo_pattern_t *inside = cairo_pop_group (cr);
  cairo_restore (cr);
  cairo_set_source (cr, inside);
  cairo_pattern_destroy (inside);
  begin_shape (cr, shape);
  cairo_fill (cr);
}

/* A core within the mark: the rim is what was found, the core what was left after treatment. */
static void
paint_after (cairo_t *cr,
             const PalShape *shape,
             const PalRegionLook *look,
             const PalTheme *theme,
             double scale)
{
  PalHatch rim = pal_hatch_for_severity (shape, look->severity, theme, scale);
  PalHatch core = pal_hatch_for_severity (shape, look->after, theme, scale);
  double band = MIN (get_half_width (shape) * 0.45, pal_paint_get_width (5, scale));
  PalColour seam = pal_theme_get_tone_line (theme, look->severity);

  rim.ground.a = core.ground.a = 1;
  seam.a = 0.75;
  begin_inside (cr, shape);
  if (pal_paint_is_vector (cr))
    begin_shape (cr, shape);
  else
    cairo_rectangle (cr, shape->bounds.x, shape->bounds.y, shape->bounds.width,
                     shape->bounds.height);
  if (look->after > 0)
    pal_hatch_fill (&core, cr, scale);
  else
    {
      pal_colour_set (cr, &theme->region);
      pal_fill (cr);
    }
  begin_shape (cr, shape);
  pal_colour_set (cr, &seam);
  cairo_set_line_width (cr, 2 * band + pal_paint_get_width (1.2, scale));
  pal_stroke (cr);
  begin_shape (cr, shape);
  pal_hatch_stroke (&rim, cr, 2 * band, scale);
  end_inside (cr, shape);
}

static void
paint_unknown (cairo_t *cr, const PalShape *shape, const PalTheme *theme, double scale)
{
  PalHatch hatch = {
    .x = 0, /* one grid for the whole plate: the lines run on from region to region */
    .y = 0,
    .angle_rad = -G_PI / 4,
    .spacing = pal_paint_get_width (5, scale),
    .width = pal_paint_get_width (0.6, scale),
    .ground = { theme->unknown.r, theme->unknown.g, theme->unknown.b, 0 },
    .line = theme->unknown,
  };

  begin_shape (cr, shape);
  pal_hatch_fill (&hatch, cr, scale);
}

/* Carried over or told by the client only: pale, without hatching, its outline broken. */
static void
paint_unconfirmed (cairo_t *cr,
                   const PalShape *shape,
                   const PalRegionLook *look,
                   const PalTheme *theme,
                   double scale)
{
  PalColour tone = pal_theme_get_tone (theme, look->severity);
  PalColour line = pal_theme_get_tone_line (theme, MAX (look->severity, 1));
  double unit = pal_paint_get_width (1, scale);

  tone.a = 0.42;
  begin_shape (cr, shape);
  pal_colour_set (cr, &tone);
  pal_fill (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (look->carried)
    stroke_shape (cr, shape, &line, 1.5 * unit, 0.01 * unit, 3 * unit);
  else
    stroke_shape (cr, shape, &line, 1.1 * unit, 6 * unit, 3.2 * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
paint_severity (cairo_t *cr,
                const PalShape *shape,
                const PalRegionLook *look,
                const PalTheme *theme,
                double scale)
{
  PalHatch hatch = pal_hatch_for_severity (shape, look->severity, theme, scale);
  PalColour line = pal_theme_get_tone_line (theme, look->severity);
  double capped = CLAMP (look->severity, 0, 3);
  guint lower = MIN ((guint) capped, 2);
  double px = line_px[lower] + (line_px[lower + 1] - line_px[lower]) * (capped - lower);

  if (look->after != PAL_UNSET && look->after != look->severity)
    paint_after (cr, shape, look, theme, scale);
  else
    {
      begin_shape (cr, shape);
      pal_hatch_fill (&hatch, cr, scale);
    }
  stroke_outline (cr, shape, &line, px, theme, scale);
}

/* The visit before: a broken line in its own warm tone just inside the border, never a fill. */
static void
paint_ghost (cairo_t *cr,
             const PalShape *shape,
             const PalRegionLook *look,
             const PalTheme *theme,
             double scale)
{
  double unit = pal_paint_get_width (1, scale);
  double width = 2 * line_px[CLAMP (look->ghost, 1, 3)] * unit;
  PalColour bed = theme->region;

  begin_shape (cr, shape);
  pal_clip_begin (cr);
  if (look->severity > 0)
    {
      bed.a = 0.8;
      stroke_shape (cr, shape, &bed, width + 0.8 * unit, 0, 0);
    }
  stroke_shape (cr, shape, &theme->ghost, width + 0.8 * unit, 4.2 * unit, 3 * unit);
  pal_clip_end (cr);
}

static void
paint_change (cairo_t *cr,
              const PalShape *shape,
              PalChangeWord change,
              const PalTheme *theme,
              double scale,
              PalPaintFlags flags)
{
  double unit = pal_paint_get_width (1, scale);

  if (change == PAL_CHANGE_NONE)
    return;
  if (change == PAL_CHANGE_NOT_COMPARED)
    {
      if (!(flags & PAL_PAINT_THUMBNAIL))
        paint_unknown (cr, shape, theme, scale);
      return;
    }
  begin_shape (cr, shape);
  pal_colour_set (cr, &theme->change[change]);
  pal_fill (cr);
  if (change == PAL_CHANGE_GONE)
    stroke_shape (cr, shape, &theme->change_line[change], 1.1 * unit, 3.4 * unit, 2.4 * unit);
  else
    stroke_outline (cr, shape, &theme->change_line[change], change == PAL_CHANGE_NEW ? 1.6 : 1.1,
                    theme, scale);
}

/* Frequency times severity, as tone and as hatching: told apart by a grey printer too. What rests
 * on few examinations is pale and flat, with a dotted rim: not yet to be relied on. */
static void
paint_heat (cairo_t *cr,
            const PalShape *shape,
            const PalRegionLook *look,
            const PalTheme *theme,
            double scale)
{
  double tone = CLAMP (look->frequency * look->severity, 0, 3);
  PalColour fill = pal_theme_get_tone (theme, tone);
  PalColour line = pal_theme_get_tone_line (theme, MAX (tone, 1));
  PalHatch hatch = pal_hatch_for_severity (shape, tone, theme, scale);
  double unit = pal_paint_get_width (1, scale);

  if (tone <= 0)
    return;
  begin_shape (cr, shape);
  if (look->n_examined >= PAL_HEAT_FEW)
    {
      pal_hatch_fill (&hatch, cr, scale);
      stroke_outline (cr, shape, &line, 0.7 + 0.3 * tone, theme, scale);
      return;
    }
  fill.a = 0.55;
  pal_colour_set (cr, &fill);
  pal_fill (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_shape (cr, shape, &line, 1.5 * unit, 0.01 * unit, 3 * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* The picture for a list row: flat tones that fill their shapes to the border. */
static void
paint_small (cairo_t *cr, const PalShape *shape, const PalRegionLook *look, const PalTheme *theme)
{
  PalColour tone = pal_theme_get_tone (theme, look->severity);

  if (look->severity <= 0)
    return;
  /* Without colour the fills are pale for the hatching on them, and here there is none. */
  if (theme->is_mono)
    {
      PalColour line = pal_theme_get_tone_line (theme, look->severity);
      tone = pal_colour_mix (&tone, &line, 0.45);
    }
  tone.a = look->carried || look->client_only ? 0.5 : 1;
  begin_shape (cr, shape);
  pal_colour_set (cr, &tone);
  pal_fill_preserve (cr);
  cairo_set_line_width (cr, 3);
  pal_stroke (cr);
}

static void
paint_visit_fill (cairo_t *cr,
                  const PalShape *shape,
                  const PalRegionLook *look,
                  const PalTheme *theme,
                  double scale,
                  PalPaintFlags flags)
{
  if (flags & PAL_PAINT_THUMBNAIL)
    {
      paint_small (cr, shape, look, theme);
      return;
    }
  if (look->unknown && look->severity <= 0)
    paint_unknown (cr, shape, theme, scale);
  if (look->carried || look->client_only)
    paint_unconfirmed (cr, shape, look, theme, scale);
  else if (look->severity > 0)
    paint_severity (cr, shape, look, theme, scale);
  if (look->ghost > 0)
    paint_ghost (cr, shape, look, theme, scale);
}

static void
paint_fill (cairo_t *cr,
            const PalShape *shape,
            const PalRegionLook *look,
            PalMapMode mode,
            const PalTheme *theme,
            double scale,
            PalPaintFlags flags)
{
  switch (mode)
    {
    case PAL_MAP_BLANK:
      break;
    case PAL_MAP_VISIT:
      paint_visit_fill (cr, shape, look, theme, scale, flags);
      break;
    case PAL_MAP_CHANGE:
      paint_change (cr, shape, look->change, theme, scale, flags);
      break;
    case PAL_MAP_HEAT:
      if (look->unknown && !(flags & PAL_PAINT_THUMBNAIL))
        paint_unknown (cr, shape, theme, scale);
      paint_heat (cr, shape, look, theme, scale);
      break;
    }
}

/* Glyphs of a look, in the vocabulary's order; the default kind has none of its own. */
static guint
list_glyphs (const PalRegionLook *look, PalVocabulary *vocabulary, const char **kinds, guint max)
{
  guint32 here = look->kinds & ~look->kinds_at_points;
  guint n = 0;

  for (guint i = 0; i < 32 && n < max && vocabulary != NULL; i++)
    if (here & ((guint32) 1 << i) && i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND))
      {
        const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);
        if (strcmp (term->id, "tight") != 0)
          kinds[n++] = term->id;
      }
  return n;
}

#define MAX_GLYPHS 5

/* A row of signs is read downwards, or from left to right where it is almost level; which way the
 * axis of a shape points is chance, and differs from figure to figure. */
#define LEVEL 0.2

static double
get_reading_angle (const PalShape *shape)
{
  double cosine = cos (shape->axis_angle_rad), sine = sin (shape->axis_angle_rad);
  gboolean backwards = fabs (sine) > LEVEL ? sine < 0 : cosine < 0;

  return backwards ? shape->axis_angle_rad + G_PI : shape->axis_angle_rad;
}

static void
paint_glyphs (cairo_t *cr,
              const PalShape *shape,
              const PalRegionLook *look,
              PalVocabulary *vocabulary,
              const PalTheme *theme,
              double scale)
{
  const char *kinds[MAX_GLYPHS];
  guint n_kinds = list_glyphs (look, vocabulary, kinds, MAX_GLYPHS);
  guint n = n_kinds + (look->client_says ? 1 : 0);
  double radius = pal_glyph_get_radius (scale), step = radius * PAL_BADGE_STEP;
  double angle_rad = get_reading_angle (shape);
  double cosine = cos (angle_rad), sine = sin (angle_rad);

  if (n == 0)
    return;
  pal_badge_paint (cr, shape->label_x, shape->label_y, angle_rad, n, radius, theme, scale);
  pal_colour_set (cr, &theme->text);
  for (guint i = 0; i < n; i++)
    {
      double along = (i - (n - 1) / 2.0) * step;
      double x = shape->label_x + along * cosine, y = shape->label_y + along * sine;
      if (i < n_kinds)
        pal_glyph_paint (cr, kinds[i], x, y, radius, look->severity);
      else
        pal_glyph_paint_speech (cr, x, y, radius);
    }
}

static void
paint_over (cairo_t *cr,
            const PalShape *shape,
            const PalRegionLook *look,
            PalMapMode mode,
            PalVocabulary *vocabulary,
            const PalTheme *theme,
            double scale)
{
  if (mode == PAL_MAP_VISIT)
    paint_glyphs (cr, shape, look, vocabulary, theme, scale);
  else if (mode == PAL_MAP_CHANGE)
    pal_sign_paint (cr, look->change, shape->label_x, shape->label_y, pal_glyph_get_radius (scale),
                    theme);
}

void
pal_body_paint_region (cairo_t *cr,
                       const PalShape *shape,
                       const PalRegionLook *look,
                       PalMapMode mode,
                       PalVocabulary *vocabulary,
                       const PalTheme *theme,
                       double scale,
                       PalPaintFlags flags)
{
  g_return_if_fail (cr != NULL && shape != NULL && look != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (!(flags & PAL_PAINT_GLYPHS_ONLY))
    paint_fill (cr, shape, look, mode, theme, scale, flags);
  if (!(flags & (PAL_PAINT_FILLS_ONLY | PAL_PAINT_THUMBNAIL)))
    paint_over (cr, shape, look, mode, vocabulary, theme, scale);
  cairo_restore (cr);
}

PalRect
pal_body_paint_get_extents (const PalShape *shape, const PalRegionLook *look, double scale)
{
  /* Half the widest outline, and the longest badge that can be. */
  double line = pal_paint_get_width (2.5, scale);
  double radius = pal_glyph_get_radius (scale);
  double reach = radius * (1.7 + PAL_BADGE_STEP * MAX_GLYPHS / 2);
  double left = MIN (shape->bounds.x - line, shape->label_x - reach);
  double top = MIN (shape->bounds.y - line, shape->label_y - reach);
  double right = MAX (shape->bounds.x + shape->bounds.width + line, shape->label_x + reach);
  double bottom = MAX (shape->bounds.y + shape->bounds.height + line, shape->label_y + reach);

  if (look->kinds == 0 && !look->client_says && look->change == PAL_CHANGE_NONE)
    return (PalRect){ shape->bounds.x - line, shape->bounds.y - line,
                      shape->bounds.width + 2 * line, shape->bounds.height + 2 * line };
  return (PalRect){ left, top, right - left, bottom - top };
}

void
pal_body_paint_highlight (
    cairo_t *cr, const PalShape *shape, gboolean focus, const PalTheme *theme, double scale)
{
  double unit = pal_paint_get_width (1, scale);
  PalColour tint = theme->hover, bed = theme->ground;

  g_return_if_fail (cr != NULL && shape != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (focus)
    {
      /* Two tones, so that the ring stands out from marks of every colour. */
      bed.a = 0.9;
      stroke_shape (cr, shape, &bed, 4.6 * unit, 0, 0);
      stroke_shape (cr, shape, &theme->focus, 2.4 * unit, 0, 0);
    }
  else
    {
      begin_shape (cr, shape);
      tint.a = 0.12;
      pal_colour_set (cr, &tint);
      pal_fill (cr);
      stroke_shape (cr, shape, &theme->hover, 1.6 * unit, 0, 0);
    }
  cairo_restore (cr);
}
