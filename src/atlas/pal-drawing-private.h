/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What writing and reading drawings share: names of layers and shapes, numbers, paths. Private to
 * the room. */

#pragma once

#include "atlas/pal-drawing.h"

G_BEGIN_DECLS

/** PalDrawingLayer: layers of an SVG file, from the bottom up. */
typedef enum
{
  PAL_LAYER_OUTLINE,
  PAL_LAYER_UNCHARTED,
  PAL_LAYER_REGIONS,
  PAL_LAYER_DEEP,
  PAL_LAYER_CONTOURS,
  PAL_LAYER_LABELS,
  PAL_LAYER_N
} PalDrawingLayer;

/** pal_drawing_layer_get_id: Returns: the layer's id in the file. */
const char *pal_drawing_layer_get_id (PalDrawingLayer layer);

/** pal_drawing_add_number: @value rounded to 0.01, in the fewest digits. */
void pal_drawing_add_number (GString *text, double value);

/** pal_drawing_add_path: the path's M, C and Z, absolute, as in figure files. */
void pal_drawing_add_path (GString *text, const PalPath *path);

/** pal_drawing_dup_shape_id: Returns: (transfer full): "itb-mid-left", "sacrum" */
char *pal_drawing_dup_shape_id (const PalRegion *region, PalSide side);

/**
 * pal_drawing_read_path:
 * @text: path data of SVG 1.1, without arcs
 * @path: (out): segments to be freed, M, C and Z in absolute numbers rounded to 0.01
 * @at: (out): where reading stopped, in characters from 1
 *
 * Returns: %FALSE when it cannot be read
 */
gboolean pal_drawing_read_path (const char *text, PalPath *path, guint *at);

G_END_DECLS
