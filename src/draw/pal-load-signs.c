/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The signs of pal-load-paint-private.h and the key that explains them. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-load-paint-private.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-paint-private.h"

void
pal_load_paint_dot (
    cairo_t *cr, double x, double y, gboolean known, guint severity, const PalTheme *theme)
{
  static const double radii[] = { 3, 4, 5.2, 6.4 };
  PalColour fill = severity > 0 ? pal_theme_get_tone (theme, severity) : theme->ground;
  PalColour line = severity > 0 ? pal_theme_get_tone_line (theme, severity) : theme->contour;

  cairo_new_path (cr);
  if (!known)
    {
      cairo_move_to (cr, x - 3, y + 3);
      cairo_line_to (cr, x + 3, y - 3);
      cairo_set_line_width (cr, 1.2);
      pal_colour_set (cr, &theme->unknown);
      cairo_stroke (cr);
      return;
    }
  cairo_arc (cr, x, y, radii[MIN (severity, 3)], 0, 2 * G_PI);
  pal_colour_set (cr, &fill);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.2);
  pal_colour_set (cr, &line);
  cairo_stroke (cr);
}

void
pal_load_paint_bar (
    cairo_t *cr, double x, double y, double width, double bottom, const PalTheme *theme)
{
  PalColour fill = theme->contour;

  fill.a = theme->is_dark ? 0.42 : 0.34;
  cairo_rectangle (cr, x, y, width, bottom - y);
  pal_colour_set (cr, &fill);
  cairo_fill (cr);
}

void
pal_load_paint_longest (cairo_t *cr, double x, double y, const PalTheme *theme)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 3.2, 0, 2 * G_PI);
  pal_colour_set (cr, &theme->ground);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  pal_colour_set (cr, &theme->text);
  cairo_stroke (cr);
}

static void
add_triangle (cairo_t *cr, double x, double y, double size)
{
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x + size, y + size * 0.8);
  cairo_line_to (cr, x - size, y + size * 0.8);
  cairo_close_path (cr);
}

void
pal_load_paint_spike (cairo_t *cr, double x, double y, PalSpikeStep step, const PalTheme *theme)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_triangle (cr, x, y, 4.6);
  if (step == PAL_SPIKE_ABOVE_100)
    add_triangle (cr, x, y - 9, 4.6);
  pal_colour_set (cr, step == PAL_SPIKE_10_TO_30 ? &theme->ground : &theme->text);
  cairo_fill_preserve (cr);
  pal_colour_set (cr, &theme->text);
  cairo_stroke (cr);
}

void
pal_load_paint_flag (cairo_t *cr, double x, double y, double foot, const PalTheme *theme)
{
  static const double dash[] = { 1.5, 3 };
  PalColour faint = theme->contour;

  faint.a = 0.7;
  cairo_new_path (cr);
  cairo_move_to (cr, x, y + 6);
  cairo_line_to (cr, x, foot);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1);
  pal_colour_set (cr, &faint);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x, y + 6);
  cairo_line_to (cr, x, y - 6);
  cairo_line_to (cr, x + 8, y - 3);
  cairo_line_to (cr, x, y);
  cairo_set_line_width (cr, 1.3);
  pal_colour_set (cr, &theme->text);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

void
pal_load_paint_recovery (cairo_t *cr,
                         double last_x,
                         double last_y,
                         double x,
                         double y,
                         gboolean stress,
                         const PalTheme *theme)
{
  static const double dash[] = { 4, 3 };
  const PalColour *colour = stress ? &theme->dim_text : &theme->contour;

  cairo_new_path (cr);
  if (last_x >= 0)
    {
      cairo_move_to (cr, last_x, last_y);
      cairo_line_to (cr, x, y);
      cairo_set_dash (cr, dash, stress ? 2 : 0, 0);
      cairo_set_line_width (cr, 1.3);
      pal_colour_set (cr, colour);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  if (stress)
    cairo_rectangle (cr, x - 2.2, y - 2.2, 4.4, 4.4);
  else
    cairo_arc (cr, x, y, 2.4, 0, 2 * G_PI);
  pal_colour_set (cr, colour);
  cairo_fill (cr);
}

const char *
pal_load_key_get_name (PalLoadKey key)
{
  switch (key)
    {
    case PAL_LOAD_KEY_WEEK:
      return _ ("km of the week");
    case PAL_LOAD_KEY_LONGEST:
      return _ ("longest run");
    case PAL_LOAD_KEY_OVER_10:
      return _ ("over 10 % beyond");
    case PAL_LOAD_KEY_OVER_30:
      return _ ("over 30 % beyond");
    case PAL_LOAD_KEY_OVER_100:
      return _ ("more than twice as far");
    case PAL_LOAD_KEY_SLEEP:
      return _ ("sleep, hours");
    case PAL_LOAD_KEY_STRESS:
      return _ ("stress, 0 to 10");
    case PAL_LOAD_KEY_N:
      break;
    }
  g_return_val_if_reached ("");
}

static gboolean
has_spike (const PalLoadPicture *self, PalSpikeStep step)
{
  GArray *spikes = self->insights->load->spikes;
  for (guint i = 0; i < spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (spikes, PalLoadSpike, i);
      if (spike->step == step && spike->date >= self->from && spike->date <= self->to)
        return TRUE;
    }
  return FALSE;
}

gboolean
pal_load_key_is_used (const PalLoadPicture *self, PalLoadKey key)
{
  switch (key)
    {
    case PAL_LOAD_KEY_WEEK:
    case PAL_LOAD_KEY_LONGEST:
      return pal_load_has_training (self->insights->load);
    case PAL_LOAD_KEY_OVER_10:
      return has_spike (self, PAL_SPIKE_10_TO_30);
    case PAL_LOAD_KEY_OVER_30:
      return has_spike (self, PAL_SPIKE_30_TO_100);
    case PAL_LOAD_KEY_OVER_100:
      return has_spike (self, PAL_SPIKE_ABOVE_100);
    case PAL_LOAD_KEY_SLEEP:
      return pal_load_picture_has_recovery (self, FALSE);
    case PAL_LOAD_KEY_STRESS:
      return pal_load_picture_has_recovery (self, TRUE);
    case PAL_LOAD_KEY_N:
      break;
    }
  g_return_val_if_reached (FALSE);
}

void
pal_load_swatch_paint (cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height,
                       PalLoadKey key,
                       const PalTheme *theme)
{
  double middle_x = x + width / 2, middle_y = y + height / 2;

  cairo_save (cr);
  switch (key)
    {
    case PAL_LOAD_KEY_WEEK:
      pal_load_paint_bar (cr, middle_x - 5, y + 1, 10, y + height - 1, theme);
      break;
    case PAL_LOAD_KEY_LONGEST:
      pal_load_paint_longest (cr, middle_x, middle_y, theme);
      break;
    case PAL_LOAD_KEY_OVER_10:
      pal_load_paint_spike (cr, middle_x, middle_y, PAL_SPIKE_10_TO_30, theme);
      break;
    case PAL_LOAD_KEY_OVER_30:
      pal_load_paint_spike (cr, middle_x, middle_y, PAL_SPIKE_30_TO_100, theme);
      break;
    case PAL_LOAD_KEY_OVER_100:
      pal_load_paint_spike (cr, middle_x, middle_y + 4.5, PAL_SPIKE_ABOVE_100, theme);
      break;
    case PAL_LOAD_KEY_SLEEP:
    case PAL_LOAD_KEY_STRESS:
      pal_load_paint_recovery (cr, -1, 0, x + 3, middle_y, key == PAL_LOAD_KEY_STRESS, theme);
      pal_load_paint_recovery (cr, x + 3, middle_y, x + width - 3, middle_y,
                               key == PAL_LOAD_KEY_STRESS, theme);
      break;
    case PAL_LOAD_KEY_N:
      break;
    }
  cairo_restore (cr);
}
