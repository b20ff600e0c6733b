/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests that look: a picture just painted against one that a person looked at and stored. For the
 * rooms that paint, draw and report. No gtk. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * PictureDifference:
 * @same_size: whether the pictures can be compared at all
 * @beyond: share of pixels, 0 … 1, that differ by more than the tolerance in any channel
 * @beyond_in_tile: the same within the worst square of %PICTURE_KIT_TILE pixels
 * @worst: greatest difference of any channel, 0 … 255
 */
typedef struct
{
  gboolean same_size;
  double beyond;
  double beyond_in_tile;
  guint worst;
} PictureDifference;

/** PICTURE_KIT_TOLERANCE: a channel may differ by so much of 255: rounding, not a change. */
#define PICTURE_KIT_TOLERANCE 8

/** PICTURE_KIT_MAX_BEYOND: so large a share of the pixels may differ by more. */
#define PICTURE_KIT_MAX_BEYOND 0.001

/** PICTURE_KIT_MAX_IN_TILE: and of any square: one thin mark gone from a large sheet is seen. */
#define PICTURE_KIT_MAX_IN_TILE 0.02
#define PICTURE_KIT_TILE 64

/**
 * picture_kit_init:
 *
 * Call first in main(), before any text is measured: from here on the fonts are the ones of
 * fonts.conf beside this file.
 */
void picture_kit_init (int *argc, char ***argv);

/** picture_kit_measure: compares the two pictures, laid on white. */
PictureDifference picture_kit_measure (cairo_surface_t *a, cairo_surface_t *b);

/** picture_kit_is_same: Returns: whether so small a difference is none. */
gboolean picture_kit_is_same (const PictureDifference *difference);

/**
 * picture_kit_compare:
 * @surface: (transfer none): what was painted, on an image surface
 * @name: of the stored picture, without ending: tests/draw/pictures/NAME.png
 *
 * Fails the running test, which goes on, when the picture differs from the stored one. The picture
 * and the difference, eight times as strong, are then written into the build folder, and the
 * message says where. With `PALPATE_RECORD_PICTURES=1` in the environment the picture is stored
 * instead: look at it before you commit it.
 */
void picture_kit_compare (cairo_surface_t *surface, const char *name);

G_END_DECLS
