/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG files that people can edit and screen readers can read: every shape is an element with an
 * id, a title and a description. Made by the same painters as every other picture: a canvas is a
 * cairo_t that writes down what is painted. */

#pragma once

#include "draw/pal-theme.h"

G_BEGIN_DECLS

/**
 * pal_svg_canvas_new:
 * @width: of the picture in pixels
 * @height: of the picture in pixels
 * @title: of the whole picture
 * @description: (nullable): of the whole picture
 * @ground: fills it
 *
 * A canvas for the painters of this room. Only they may paint on it: what is painted on it with
 * plain cairo calls is not written down.
 *
 * Returns: (transfer full): the canvas; end it with pal_svg_canvas_finish()
 */
cairo_t *pal_svg_canvas_new (double width,
                             double height,
                             const char *title,
                             const char *description,
                             const PalColour *ground);

/**
 * pal_svg_canvas_finish:
 * @cr: (transfer full): from pal_svg_canvas_new()
 *
 * Returns: (transfer full): the finished file, UTF-8 XML
 */
GBytes *pal_svg_canvas_finish (cairo_t *cr);

G_END_DECLS
