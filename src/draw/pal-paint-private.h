/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the painters of the body share: line widths, hatching, glyphs, signs and relief. Only for
 * this room. All lengths are figure units unless named otherwise. */

#pragma once

#include <pango/pangocairo.h>

#include "draw/pal-body-paint.h"

G_BEGIN_DECLS

/** pal_paint_get_factor: Returns: how much thicker than on a body of 600 pixels lines are. */
double pal_paint_get_factor (double scale);

/** pal_paint_get_width: Returns: in figure units, a line of @px pixels on a body of 600 pixels. */
double pal_paint_get_width (double px, double scale);

/* pal-svg.c: the painters' pen. As cairo's calls of these names; on an SVG canvas they write
 * elements instead. A painter of this room uses no others, or its work is missing in SVG files. */

void pal_fill (cairo_t *cr);
void pal_fill_preserve (cairo_t *cr);
void pal_stroke (cairo_t *cr);
void pal_stroke_preserve (cairo_t *cr);
void pal_show_layout (cairo_t *cr, PangoLayout *layout);

/** pal_clip_begin: saves @cr and clips to the current path, until pal_clip_end() restores it. */
void pal_clip_begin (cairo_t *cr);
void pal_clip_end (cairo_t *cr);

/**
 * PalElement:
 * @PAL_ELEMENT_VIEW: a view, in whose own units everything within is written
 * @PAL_ELEMENT_SHAPE: one region and side
 * @PAL_ELEMENT_DECORATION: what screen readers skip
 */
typedef enum
{
  PAL_ELEMENT_VIEW,
  PAL_ELEMENT_SHAPE,
  PAL_ELEMENT_DECORATION
} PalElement;

/**
 * pal_element_begin:
 * @id: unique in the picture
 * @title: (nullable): its name
 * @description: (nullable): what is to be seen there
 *
 * On an SVG canvas, what is painted until pal_element_end() belongs together; nothing elsewhere.
 */
void pal_element_begin (
    cairo_t *cr, PalElement element, const char *id, const char *title, const char *description);
void pal_element_end (cairo_t *cr);

/** pal_canvas_is_svg: Returns: whether @cr is an SVG canvas. */
gboolean pal_canvas_is_svg (cairo_t *cr);

/** pal_body_side_get_letter: Returns: the translated letter that stands for a side, "L" or "R". */
const char *pal_body_side_get_letter (PalSide side);

/** pal_paint_is_vector: Returns: whether @cr writes PDF, PostScript or SVG. */
gboolean pal_paint_is_vector (cairo_t *cr);

/**
 * pal_path_to_file:
 *
 * As pal_path_to_cairo(), for PDF files: with as few numbers as the printed size needs.
 */
void pal_path_to_file (const PalPath *path, cairo_t *cr);

/** pal_colour_mix: Returns: @a for @t = 0, @b for @t = 1, with alpha. */
PalColour pal_colour_mix (const PalColour *a, const PalColour *b, double t);

/** pal_colour_get_luminance: Returns: relative luminance 0 … 1 (WCAG 2.1), alpha ignored. */
double pal_colour_get_luminance (const PalColour *colour);

/** pal_theme_get_tone: Returns: the fill for a severity 0 … 3, fractions between two fills. */
PalColour pal_theme_get_tone (const PalTheme *theme, double severity);

/** pal_theme_get_tone_line: Returns: the outline colour for a severity 0 … 3. */
PalColour pal_theme_get_tone_line (const PalTheme *theme, double severity);

/**
 * PalHatch:
 * @x: a point one of the lines runs through
 * @angle_rad: direction of the lines
 * @spacing: from line to line
 * @width: of a line
 *
 * Parallel lines over a fill; lines and ground have their own colours.
 */
typedef struct
{
  double x, y;
  double angle_rad;
  double spacing;
  double width;
  PalColour ground;
  PalColour line;
} PalHatch;

/** pal_hatch_set_for_severity: the hatching of a severity above 0, along the axis of @shape. */
PalHatch pal_hatch_for_severity (const PalShape *shape,
                                 double severity,
                                 const PalTheme *theme,
                                 double scale);

/** pal_hatch_fill: fills the current path with the hatching and clears the path. */
void pal_hatch_fill (const PalHatch *self, cairo_t *cr, double scale);

/**
 * pal_hatch_set_pixels:
 * @line: colour of the lines, with the ground they lie on
 * @inner: half the width of a line's core, as a share of the spacing
 * @outer: the same out to where it has faded
 * @extents: x1, y1, x2, y2 in figure units: what will be painted
 *
 * Makes the hatching the source of @cr.
 *
 * Returns: %FALSE when @cr does not paint on an image, and nothing was done
 */
gboolean pal_hatch_set_pixels (const PalHatch *self,
                               cairo_t *cr,
                               const PalColour *line,
                               double inner,
                               double outer,
                               const double *extents);

/** pal_hatch_stroke: strokes the current path, @width wide, with the hatching; clears the path. */
void pal_hatch_stroke (const PalHatch *self, cairo_t *cr, double width, double scale);

/**
 * pal_glyph_paint:
 * @kind: (nullable): id of a kind; unknown ones get a hexagon
 * @radius: half the height of the glyph
 * @severity: larger and heavier where the glyph tells it
 *
 * Paints the bare glyph of a kind in the current source colour, centred on @x, @y.
 */
void pal_glyph_paint (
    cairo_t *cr, const char *kind, double x, double y, double radius, double severity);

/** pal_glyph_paint_speech: paints the speech bubble that stands for the client's own words. */
void pal_glyph_paint_speech (cairo_t *cr, double x, double y, double radius);

/** pal_sign_paint: paints the sign of a word of change with a halo, centred on @x, @y. */
void pal_sign_paint (
    cairo_t *cr, PalChangeWord change, double x, double y, double radius, const PalTheme *theme);

/** pal_badge_paint: paints the pale plate under @n glyphs in a row from @x, @y along @angle_rad. */
void pal_badge_paint (cairo_t *cr,
                      double x,
                      double y,
                      double angle_rad,
                      guint n,
                      double radius,
                      const PalTheme *theme,
                      double scale);

/** PAL_BADGE_STEP: from glyph to glyph on a badge, in glyph radii. */
#define PAL_BADGE_STEP 2.5

/** pal_glyph_get_radius: Returns: half the height of glyphs at this scale, in figure units. */
double pal_glyph_get_radius (double scale);

/** pal_hash_bytes: Returns: @hash with @n bytes at @data mixed in. */
guint64 pal_hash_bytes (guint64 hash, const void *data, gsize n);

/** pal_plate_hash: Returns: the same for plates that are drawn the same. Takes some 10 µs. */
guint64 pal_plate_hash (const PalPlate *plate);

/** pal_relief_paint: shades the body softly, lit from above left; nothing when the theme says so */
void pal_relief_paint (cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale);

G_END_DECLS
