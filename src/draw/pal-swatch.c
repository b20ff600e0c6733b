/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Legend boxes that look like the marks they stand for. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-paint-private.h"

/* Swatches are drawn as on a body of 600 pixels, where a figure unit is 0.6 of them; here the
 * caller's units are pixels or points themselves. */
#define SWATCH_SCALE 0.6

static void
add_box (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (width, height) * 0.18;

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
stroke_box (cairo_t *cr, const PalColour *colour, double width, gboolean dashed)
{
  static const double dash[] = { 3, 2 };

  cairo_set_dash (cr, dash, dashed ? 2 : 0, 0);
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  pal_stroke (cr);
}

static void
fill_unknown (cairo_t *cr, double x, double y, const PalTheme *theme)
{
  PalHatch unknown = { .x = x,
                       .y = y,
                       .angle_rad = -G_PI / 4,
                       .spacing = 5,
                       .width = 0.6,
                       .ground = { theme->unknown.r, theme->unknown.g, theme->unknown.b, 0 },
                       .line = theme->unknown };
  pal_hatch_fill (&unknown, cr, 1);
}

void
pal_severity_swatch_paint (cairo_t *cr,
                           double x,
                           double y,
                           double width,
                           double height,
                           int severity,
                           const PalTheme *theme)
{
  PalShape box = { .label_x = x + width / 2, .label_y = y + height / 2, .axis_angle_rad = -0.6 };
  PalColour line = pal_theme_get_tone_line (theme, severity);
  PalHatch hatch = pal_hatch_for_severity (&box, severity, theme, SWATCH_SCALE);

  hatch.spacing *= SWATCH_SCALE;
  hatch.width *= SWATCH_SCALE;
  cairo_save (cr);
  add_box (cr, x, y, width, height);
  pal_hatch_fill (&hatch, cr, 1);
  add_box (cr, x, y, width, height);
  stroke_box (cr, &line, 0.6 + 0.25 * severity, FALSE);
  cairo_restore (cr);
}

void
pal_kind_swatch_paint (
    cairo_t *cr, double x, double y, double radius, const char *kind, const PalTheme *theme)
{
  cairo_save (cr);
  pal_badge_paint (cr, x, y, 0, 1, radius, theme, 1);
  pal_colour_set (cr, &theme->text);
  pal_glyph_paint (cr, kind, x, y, radius, 2);
  cairo_restore (cr);
}

void
pal_change_swatch_paint (cairo_t *cr,
                         double x,
                         double y,
                         double width,
                         double height,
                         PalChangeWord change,
                         const PalTheme *theme)
{
  cairo_save (cr);
  add_box (cr, x, y, width, height);
  if (change == PAL_CHANGE_NOT_COMPARED)
    fill_unknown (cr, x, y, theme);
  else
    {
      pal_colour_set (cr, &theme->change[change]);
      pal_fill (cr);
    }
  add_box (cr, x, y, width, height);
  stroke_box (cr, &theme->change_line[change], 1, change == PAL_CHANGE_GONE);
  pal_sign_paint (cr, change, x + width / 2, y + height / 2, MIN (width, height) * 0.3, theme);
  cairo_restore (cr);
}

const char *
pal_heat_key_get_name (PalHeatKey key)
{
  switch (key)
    {
    case PAL_HEAT_KEY_LOW:
      /* Translators: key of the heat map: a region marked seldom, or always but mildly. */
      return _ ("seldom or mild");
    case PAL_HEAT_KEY_MIDDLE:
      /* Translators: key of the heat map, between “seldom or mild” and “severe at every visit”. */
      return _ ("often");
    case PAL_HEAT_KEY_HIGH:
      return _ ("severe at every visit");
    case PAL_HEAT_KEY_FEW:
      return _ ("under 3 examinations");
    case PAL_HEAT_KEY_UNKNOWN:
      return _ ("not examined");
    case PAL_HEAT_KEY_N:
      break;
    }
  g_return_val_if_reached ("");
}

/* Pale and dotted, as on the map. */
static void
paint_few (cairo_t *cr, double x, double y, double width, double height, const PalTheme *theme)
{
  static const double dots[] = { 0.01, 3 };
  PalColour tone = pal_theme_get_tone (theme, 1.5);
  PalColour line = pal_theme_get_tone_line (theme, 1.5);

  tone.a = 0.55;
  add_box (cr, x, y, width, height);
  pal_colour_set (cr, &tone);
  pal_fill_preserve (cr);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.5);
  pal_colour_set (cr, &line);
  pal_stroke (cr);
}

void
pal_heat_swatch_paint (cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height,
                       PalHeatKey key,
                       const PalTheme *theme)
{
  cairo_save (cr);
  switch (key)
    {
    case PAL_HEAT_KEY_LOW:
    case PAL_HEAT_KEY_MIDDLE:
    case PAL_HEAT_KEY_HIGH:
      pal_severity_swatch_paint (cr, x, y, width, height, 1 + (int) key, theme);
      break;
    case PAL_HEAT_KEY_FEW:
      paint_few (cr, x, y, width, height, theme);
      break;
    case PAL_HEAT_KEY_UNKNOWN:
      add_box (cr, x, y, width, height);
      fill_unknown (cr, x, y, theme);
      add_box (cr, x, y, width, height);
      stroke_box (cr, &theme->border, 1, FALSE);
      break;
    case PAL_HEAT_KEY_N:
      break;
    }
  cairo_restore (cr);
}
