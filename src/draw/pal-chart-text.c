/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of pal-chart-text.h. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-chart-text.h"

#include <pango/pangocairo.h>

static PangoLayout *
create_line (cairo_t *cr, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
pal_chart_text_paint (cairo_t *cr,
                      const PalChartText *box,
                      const char *text,
                      const PalColour *colour)
{
  PangoLayout *layout = create_line (cr, text, box->size, box->bold);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (box->width > 0 && extents.width > box->width * PANGO_SCALE)
    {
      pango_layout_set_width (layout, (int) (box->width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_extents (layout, NULL, &extents);
    }
  const double width = extents.width / (double) PANGO_SCALE;
  const gboolean at_left = (box->align == PAL_TEXT_START) != box->rtl;
  double x = at_left ? box->x : box->x + box->width - width;
  if (box->align == PAL_TEXT_CENTRE)
    x = box->x + (box->width - width) / 2;

  pal_colour_set (cr, colour);
  cairo_move_to (cr, x - extents.x / (double) PANGO_SCALE,
                 box->middle_y - (extents.y + extents.height / 2.0) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
  return width;
}

double
pal_chart_text_measure (cairo_t *cr, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = create_line (cr, text, size, bold);
  PangoRectangle extents;
  pango_layout_get_extents (layout, NULL, &extents);
  g_object_unref (layout);
  return extents.width / (double) PANGO_SCALE;
}
