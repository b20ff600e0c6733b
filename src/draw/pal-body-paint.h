/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one body renderer, for screen, PNG, SVG, PDF and printer. Paints in figure units under the
 * caller's matrix; line widths are meant in device pixels. */

#pragma once

#include <cairo.h>

#include "atlas/pal-plate.h"
#include "draw/pal-body-map.h"
#include "draw/pal-theme.h"

G_BEGIN_DECLS

/**
 * PalPaintFlags:
 * @PAL_PAINT_LETTERS: R and L beside the figure
 * @PAL_PAINT_THUMBNAIL: for pictures under about 150 pixels: no borders, no hatching
 * @PAL_PAINT_FILLS_ONLY: of a region, without its glyphs and signs
 * @PAL_PAINT_GLYPHS_ONLY: of a region, only its glyphs and signs, to lie over the lines
 */
typedef enum
{
  PAL_PAINT_DEFAULT = 0,
  PAL_PAINT_LETTERS = 1 << 0,
  PAL_PAINT_THUMBNAIL = 1 << 1,
  PAL_PAINT_FILLS_ONLY = 1 << 2,
  PAL_PAINT_GLYPHS_ONLY = 1 << 3
} PalPaintFlags;

/**
 * pal_body_paint:
 * @cr: with a matrix that leads from figure units to the surface; restored on return
 * @scale: device pixels (or points) a figure unit, for line widths
 * @vocabulary: for the glyphs of kinds
 *
 * Paints the figure with everything on it: pal_body_paint_still(), then each mark.
 */
void pal_body_paint (cairo_t *cr,
                     const PalPlate *plate,
                     const PalBodyMap *map,
                     PalVocabulary *vocabulary,
                     const PalTheme *theme,
                     double scale,
                     PalPaintFlags flags);

/** pal_body_paint_still: paints what no mark changes: body, relief, borders, letters. */
void pal_body_paint_still (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags);

/** pal_body_paint_lines: paints contours and outline, which lie over the marks. */
void pal_body_paint_lines (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags);

/** pal_body_paint_letters: paints R and L beside a figure, on their own. Main thread only. */
void pal_body_paint_letters (cairo_t *cr,
                             const PalPlate *plate,
                             const PalTheme *theme,
                             double scale);

/** pal_body_paint_region: paints the look of one shape over the bare region. */
void pal_body_paint_region (cairo_t *cr,
                            const PalShape *shape,
                            const PalRegionLook *look,
                            PalMapMode mode,
                            PalVocabulary *vocabulary,
                            const PalTheme *theme,
                            double scale,
                            PalPaintFlags flags);

/** pal_body_paint_get_extents: Returns: in figure units, all that painting a region may touch. */
PalRect pal_body_paint_get_extents (const PalShape *shape, const PalRegionLook *look, double scale);

/** pal_body_paint_highlight: paints hover (@focus %FALSE) or keyboard focus around a shape. */
void pal_body_paint_highlight (
    cairo_t *cr, const PalShape *shape, gboolean focus, const PalTheme *theme, double scale);

/** pal_body_paint_extras: paints exact points with their arrows, and ink, of one view. */
void pal_body_paint_extras (
    cairo_t *cr, const PalPlate *plate, const PalBodyMap *map, const PalTheme *theme, double scale);

/** pal_path_to_cairo: adds the path to the current one. */
void pal_path_to_cairo (const PalPath *path, cairo_t *cr);

/**
 * pal_body_fit:
 * @view_box: the part of the plate to show, usually its bounds
 *
 * The matrix that fits @view_box into the target rectangle, centred, and its scale.
 */
double pal_body_fit (const PalRect *view_box,
                     double x,
                     double y,
                     double width,
                     double height,
                     cairo_matrix_t *matrix);

/** pal_severity_swatch_paint: paints a legend box for a severity 1 … 3 at the given rectangle. */
void pal_severity_swatch_paint (cairo_t *cr,
                                double x,
                                double y,
                                double width,
                                double height,
                                int severity,
                                const PalTheme *theme);

/** pal_kind_swatch_paint: paints the glyph of a kind (its id) on its badge, centred on @x, @y. */
void pal_kind_swatch_paint (
    cairo_t *cr, double x, double y, double radius, const char *kind, const PalTheme *theme);

/** pal_change_swatch_paint: paints a legend box with its sign for a word of change. */
void pal_change_swatch_paint (cairo_t *cr,
                              double x,
                              double y,
                              double width,
                              double height,
                              PalChangeWord change,
                              const PalTheme *theme);

/** PAL_HEAT_FEW: tones of a heat map under which fewer examinations stand are drawn as uncertain.
 */
#define PAL_HEAT_FEW 3

/**
 * PalHeatKey:
 * @PAL_HEAT_KEY_LOW: seldom, or mild
 * @PAL_HEAT_KEY_MIDDLE: in between
 * @PAL_HEAT_KEY_HIGH: severe at every examination
 * @PAL_HEAT_KEY_FEW: fewer than %PAL_HEAT_FEW examinations
 * @PAL_HEAT_KEY_UNKNOWN: not examined in the span
 *
 * The key of a heat map.
 */
typedef enum
{
  PAL_HEAT_KEY_LOW,
  PAL_HEAT_KEY_MIDDLE,
  PAL_HEAT_KEY_HIGH,
  PAL_HEAT_KEY_FEW,
  PAL_HEAT_KEY_UNKNOWN,
  PAL_HEAT_KEY_N
} PalHeatKey;

/** pal_heat_key_get_name: Returns: the translated words beside the box. */
const char *pal_heat_key_get_name (PalHeatKey key);

/** pal_heat_swatch_paint: paints a box of the key of a heat map at the given rectangle. */
void pal_heat_swatch_paint (cairo_t *cr,
                            double x,
                            double y,
                            double width,
                            double height,
                            PalHeatKey key,
                            const PalTheme *theme);

G_END_DECLS
