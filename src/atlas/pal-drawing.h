/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a drawing out to people who draw and back: a figure as an SVG file for Inkscape, and
 * an edited file as a plate again, checked. */

#pragma once

#include "atlas/pal-plate.h"

G_BEGIN_DECLS

/**
 * pal_drawing_to_svg:
 * @plate: any but the right view, which is the left one mirrored
 *
 * The file has one path a region, its id the region's and its side ("itb-mid-left"), in layers:
 * outline, uncharted, regions, deep, contours, labels. The user unit is the figure unit.
 *
 * Returns: (transfer full): the text of the file
 */
char *pal_drawing_to_svg (const PalPlate *plate);

/**
 * pal_drawing_to_json:
 *
 * Returns: (transfer full): the plate as the text of a figure file, as
 *   pal_plate_new_from_data() reads it; the same plate gives the same bytes
 */
char *pal_drawing_to_json (const PalPlate *plate);

/**
 * pal_drawing_read_svg:
 * @atlas: whose regions the paths belong to; it must outlive the plate
 * @data: an SVG file as pal_drawing_to_svg() writes it, edited by hand or with Inkscape
 * @length: bytes in @data
 * @name: what messages call the file
 * @mirror_from: the client's side whose paths are mirrored onto the other, or
 *   %PAL_SIDE_MIDLINE to take both as they are; no use on the left view
 *
 * Lines and quadratic curves become cubic ones, relative coordinates absolute ones; numbers are
 * rounded to 0.01 units. What a file may not hold: arcs, transformations, ids that are no region
 * and side. Whether the drawing is sound is told by pal_drawing_check().
 *
 * Returns: (transfer full): the plate, or %NULL with %PAL_ATLAS_ERROR_BAD_DRAWING in one sentence
 */
PalPlate *pal_drawing_read_svg (PalAtlas *atlas,
                                const char *data,
                                gsize length,
                                const char *name,
                                PalSide mirror_from,
                                GError **error);

/**
 * pal_drawing_check:
 * @name: what messages call the drawing
 *
 * Whether the drawing can be shipped: every region there, no border that crosses itself or the
 * outline, every label within its shape, no two shapes on the same ground, and every other bar of
 * pal_atlas_check_plate().
 *
 * Returns: %FALSE with %PAL_ATLAS_ERROR_BAD_DRAWING in one sentence that says what and where
 */
gboolean pal_drawing_check (PalAtlas *atlas,
                            const PalPlate *plate,
                            const char *name,
                            GError **error);

G_END_DECLS
