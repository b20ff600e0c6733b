/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours, tones and line widths of everything drawn. Handed to the painters; no state. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** PalColour: red, green, blue, alpha, each 0 … 1, sRGB. */
typedef struct
{
  double r, g, b, a;
} PalColour;

/**
 * PalTheme:
 * @outline_px: widths in device pixels (points on paper) at a body 600 pixels tall
 * @severity: fill for 1 … 3 at [1] … [3]
 * @severity_line: outline of marked regions by severity
 * @change: fill by PalChangeWord, @change_line its outline
 * @relief: strength of the shading under the regions, 0 … 1; 0 on paper
 * @hatch: colour of the hatching in marks
 * @is_dark: on a dark ground
 * @is_mono: black and white only, for printers
 */
typedef struct
{
  PalColour ground;
  PalColour body;
  PalColour region;
  PalColour outline;
  PalColour contour;
  PalColour border;
  PalColour letter;
  PalColour text;
  PalColour dim_text;
  PalColour severity[4];
  PalColour severity_line[4];
  PalColour hatch;
  PalColour change[7];
  PalColour change_line[7];
  PalColour ghost;
  PalColour unknown;
  PalColour focus;
  PalColour hover;
  PalColour ink;
  PalColour accent;
  double outline_px;
  double contour_px;
  double border_px;
  double relief;
  gboolean is_dark;
  gboolean is_mono;
  gboolean high_contrast;
} PalTheme;

/** pal_theme_get_light: Returns: the plate on a light ground. */
const PalTheme *pal_theme_get_light (void);
/** pal_theme_get_dark: Returns: the plate on a dark ground, tuned by itself, no inversion. */
const PalTheme *pal_theme_get_dark (void);
/** pal_theme_get_paper: Returns: the plate on white paper in colour. */
const PalTheme *pal_theme_get_paper (void);
/** pal_theme_get_mono: Returns: the plate for a black-and-white printer. */
const PalTheme *pal_theme_get_mono (void);

void pal_colour_set (cairo_t *cr, const PalColour *colour);

G_END_DECLS
