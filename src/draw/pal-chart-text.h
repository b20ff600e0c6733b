/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and numbers on charts: one line of text in a box, cut with an ellipsis where it does not
 * fit. Only for the charts of this room. */

#pragma once

#include "draw/pal-theme.h"

G_BEGIN_DECLS

/**
 * PalTextAlign:
 * @PAL_TEXT_START: at the left edge of the box; at its right edge in scripts that run that way
 * @PAL_TEXT_CENTRE: in the middle
 * @PAL_TEXT_END: opposite to the start
 */
typedef enum
{
  PAL_TEXT_START,
  PAL_TEXT_CENTRE,
  PAL_TEXT_END
} PalTextAlign;

/**
 * PalChartText:
 * @x: the box
 * @width: of the box; 0 or less does not cut
 * @middle_y: where half the height of the line is
 * @size: in pixels
 * @rtl: the chart is mirrored: start is at the right
 */
typedef struct
{
  double x;
  double width;
  double middle_y;
  double size;
  gboolean bold;
  PalTextAlign align;
  gboolean rtl;
} PalChartText;

/** pal_chart_text_paint: Returns: how wide the text is, in pixels. */
double pal_chart_text_paint (cairo_t *cr,
                             const PalChartText *box,
                             const char *text,
                             const PalColour *colour);

/** pal_chart_text_measure: Returns: how wide @text would be. */
double pal_chart_text_measure (cairo_t *cr, const char *text, double size, gboolean bold);

G_END_DECLS
