/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plates as pixels: what no mark changes of a figure seen from one side, painted once and kept for
 * whoever shows it next at the same size. Painting it takes most of the time a body map takes. It
 * paints no marks and no letters. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "atlas/pal-plate.h"
#include "draw/pal-theme.h"

G_BEGIN_DECLS

/**
 * PalPlateAsk:
 * @plate: what to paint; it must outlive the asking
 * @theme: in which tones
 * @scale: pixels a figure unit, for line widths
 * @factor: device pixels a pixel
 * @x: left edge of what is wanted, in device pixels from the plate's origin
 * @y: upper edge
 * @width: how much is wanted, in device pixels; 0 where nothing of the plate lies there
 * @height: the same, downwards
 *
 * One picture of a plate.
 */
typedef struct
{
  const PalPlate *plate;
  const PalTheme *theme;
  double scale;
  int factor;
  int x, y, width, height;
} PalPlateAsk;

/**
 * PalPlateImage:
 * @ask: what was asked for; its plate and theme are not kept
 * @ground: body, relief and borders, to lie under the marks
 * @lines: contours and outline, to lie over them
 *
 * Both are ARGB32 images of @ask's width and height in device pixels, with a device scale of its
 * factor; nobody may paint on them.
 */
typedef struct
{
  PalPlateAsk ask;
  cairo_surface_t *ground;
  cairo_surface_t *lines;
} PalPlateImage;

/** PAL_PLATE_IMAGE_BYTES: how much all images that are kept take up together, at most. */
#define PAL_PLATE_IMAGE_BYTES (64 * 1024 * 1024)

/**
 * pal_plate_ask_init:
 * @within: (nullable): the part that can be seen, in device pixels from the plate's origin
 *
 * Asks for all of a plate that lies within @within.
 */
void pal_plate_ask_init (PalPlateAsk *self,
                         const PalPlate *plate,
                         const PalTheme *theme,
                         double scale,
                         int factor,
                         const cairo_rectangle_int_t *within);

/**
 * pal_plate_image_get:
 *
 * Looks the image up, or paints it on the spot: some 8 ms for a view of 600 pixels. From any
 * thread.
 *
 * Returns: (transfer full): free with pal_plate_image_unref()
 */
PalPlateImage *pal_plate_image_get (const PalPlateAsk *ask);

/** pal_plate_image_is_ready: Returns: whether pal_plate_image_get() need not paint. */
gboolean pal_plate_image_is_ready (const PalPlateAsk *ask);

PalPlateImage *pal_plate_image_ref (PalPlateImage *self);
void pal_plate_image_unref (PalPlateImage *self);

/**
 * pal_plate_image_prepare_async:
 * @atlas: whose plates they are
 * @asks: (array length=n_asks): copied, with their themes
 *
 * Paints what is missing in a thread, so that pal_plate_image_get() need not.
 */
void pal_plate_image_prepare_async (PalAtlas *atlas,
                                    const PalPlateAsk *asks,
                                    guint n_asks,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/** pal_plate_image_prepare_finish: Returns: %FALSE with an error when it was cancelled. */
gboolean pal_plate_image_prepare_finish (GAsyncResult *result, GError **error);

/** pal_plate_image_clear: forgets all images that nobody holds, for benchmarks and tests. */
void pal_plate_image_clear (void);

/** pal_plate_image_get_bytes: Returns: what is kept now takes up. */
gsize pal_plate_image_get_bytes (void);

G_END_DECLS
