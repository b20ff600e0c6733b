/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The signs of the picture of training load, shared by the picture and its key. Only for this
 * room; all lengths are pixels or points. */

#pragma once

#include "draw/pal-load-paint.h"

G_BEGIN_DECLS

/** pal_load_get_monday: Returns: the first day of the week of @day. */
PalDate pal_load_get_monday (PalDate day);

/** pal_load_picture_has_recovery: Returns: whether sleep (or @stress) was recorded at any visit. */
gboolean pal_load_picture_has_recovery (const PalLoadPicture *self, gboolean stress);

/** pal_load_paint_dot: a visit's severity: larger and fuller as it grows; unknown is a dash. */
void pal_load_paint_dot (
    cairo_t *cr, double x, double y, gboolean known, guint severity, const PalTheme *theme);

/** pal_load_paint_bar: a week's kilometres, from @y down to @bottom. */
void pal_load_paint_bar (
    cairo_t *cr, double x, double y, double width, double bottom, const PalTheme *theme);

/** pal_load_paint_longest: the longest run of a week. */
void pal_load_paint_longest (cairo_t *cr, double x, double y, const PalTheme *theme);

/** pal_load_paint_spike: an open triangle, a full one, two full ones: the step by form. */
void pal_load_paint_spike (
    cairo_t *cr, double x, double y, PalSpikeStep step, const PalTheme *theme);

/** pal_load_paint_flag: a small flag with a pole down to @foot. */
void pal_load_paint_flag (cairo_t *cr, double x, double y, double foot, const PalTheme *theme);

/**
 * pal_load_paint_recovery: a step of the line of sleep or stress to @x, @y; @last_x below 0 begins
 * one
 */
void pal_load_paint_recovery (cairo_t *cr,
                              double last_x,
                              double last_y,
                              double x,
                              double y,
                              gboolean stress,
                              const PalTheme *theme);

G_END_DECLS
