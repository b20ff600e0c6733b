/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of the plates. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-theme.h"

void
pal_colour_set (cairo_t *cr, const PalColour *colour)
{
  cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, colour->a);
}
