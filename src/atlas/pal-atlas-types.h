/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of anatomy every room shares: sides, views, figures, directions and the atlas' errors.
 * No geometry and no catalogue: those are in pal-plate.h and pal-atlas.h. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalSide:
 * @PAL_SIDE_MIDLINE: an unpaired region such as the sternum
 * @PAL_SIDE_LEFT: the client's own left
 * @PAL_SIDE_RIGHT: the client's own right
 *
 * A side is always the client's own, whatever the picture's direction or the reader's script.
 */
typedef enum
{
  PAL_SIDE_MIDLINE,
  PAL_SIDE_LEFT,
  PAL_SIDE_RIGHT,
  PAL_SIDE_N
} PalSide;

/**
 * PalView:
 * @PAL_VIEW_FRONT: from the front; the client's left is at x > 0
 * @PAL_VIEW_BACK: from behind; the client's right is at x > 0
 * @PAL_VIEW_LEFT: the client's left side, facing the viewer's left
 * @PAL_VIEW_RIGHT: the client's right side: the left one mirrored
 * @PAL_VIEW_SOLES: both soles, toes up; the client's left is at x > 0
 */
typedef enum
{
  PAL_VIEW_FRONT,
  PAL_VIEW_BACK,
  PAL_VIEW_LEFT,
  PAL_VIEW_RIGHT,
  PAL_VIEW_SOLES,
  PAL_VIEW_N
} PalView;

/**
 * PalFigure:
 * @PAL_FIGURE_NEUTRAL: the figure for everybody
 * @PAL_FIGURE_FEMALE: the female figure
 * @PAL_FIGURE_MALE: the male figure
 *
 * Which drawing stands for a client. Records never depend on it.
 */
typedef enum
{
  PAL_FIGURE_NEUTRAL,
  PAL_FIGURE_FEMALE,
  PAL_FIGURE_MALE,
  PAL_FIGURE_N
} PalFigure;

/**
 * PalDirection:
 * @PAL_DIRECTION_UP: towards the head
 * @PAL_DIRECTION_DOWN: towards the feet
 * @PAL_DIRECTION_LEFT: towards the viewer's left, in every script
 * @PAL_DIRECTION_RIGHT: towards the viewer's right, in every script
 */
typedef enum
{
  PAL_DIRECTION_UP,
  PAL_DIRECTION_DOWN,
  PAL_DIRECTION_LEFT,
  PAL_DIRECTION_RIGHT
} PalDirection;

#define PAL_ATLAS_ERROR (pal_atlas_error_quark ())

/**
 * PalAtlasError:
 * @PAL_ATLAS_ERROR_BAD_DRAWING: a figure file is not what the format asks for
 * @PAL_ATLAS_ERROR_BAD_CATALOGUE: the catalogue of regions, findings or chains is not sound
 * @PAL_ATLAS_ERROR_UNKNOWN: a region, view or figure of that name does not exist
 */
typedef enum
{
  PAL_ATLAS_ERROR_BAD_DRAWING,
  PAL_ATLAS_ERROR_BAD_CATALOGUE,
  PAL_ATLAS_ERROR_UNKNOWN
} PalAtlasError;

GQuark pal_atlas_error_quark (void);

/** pal_side_to_id: Returns: "left", "right", or %NULL for the midline; as written in files. */
const char *pal_side_to_id (PalSide side);

/** pal_side_from_id: %NULL means midline. Returns: %FALSE when @id is no side. */
gboolean pal_side_from_id (const char *id, PalSide *side);

/** pal_side_mirror: Returns: the other side; the midline is its own mirror image. */
PalSide pal_side_mirror (PalSide side);

/** pal_view_to_id: Returns: "front", "back", "left", "right" or "soles". */
const char *pal_view_to_id (PalView view);

/** pal_view_from_id: Returns: %FALSE when @id is no view. */
gboolean pal_view_from_id (const char *id, PalView *view);

/** pal_view_get_name: Returns: the translated name of the view, as on a button. */
const char *pal_view_get_name (PalView view);

/** pal_figure_to_id: Returns: "neutral", "female" or "male". */
const char *pal_figure_to_id (PalFigure figure);

/** pal_figure_from_id: Returns: %FALSE when @id is no figure. */
gboolean pal_figure_from_id (const char *id, PalFigure *figure);

/** pal_figure_get_name: Returns: the translated name of the figure. */
const char *pal_figure_get_name (PalFigure figure);

G_END_DECLS
