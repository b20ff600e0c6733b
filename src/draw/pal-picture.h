/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole pictures: several views side by side as a PNG, SVG or PDF file, as `palpatectl draw` and
 * thumbnails want them. The painting itself is pal-body-paint.h. */

#pragma once

#include "draw/pal-body-paint.h"

G_BEGIN_DECLS

#define PAL_DRAW_ERROR (pal_draw_error_quark ())

/**
 * PalDrawError:
 * @PAL_DRAW_ERROR_BAD_NAME: the file name does not end in .png, .svg or .pdf
 * @PAL_DRAW_ERROR_NOT_WRITTEN: the file could not be written
 */
typedef enum
{
  PAL_DRAW_ERROR_BAD_NAME,
  PAL_DRAW_ERROR_NOT_WRITTEN
} PalDrawError;

GQuark pal_draw_error_quark (void);

/**
 * PalPicture:
 * @views: which views, @n_views of them, from left to right
 * @height: of the figure in pixels or points
 * @legend: whether a legend stands below
 * @names: whether the marked regions are named beside each view; all regions on a blank map
 */
typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalFigure figure;
  PalView views[PAL_VIEW_N];
  guint n_views;
  const PalBodyMap *map;
  const PalTheme *theme;
  double height;
  gboolean legend;
  gboolean names;
} PalPicture;

/** pal_picture_set_all_views: right, front, back with soles, left, as on the chart. */
void pal_picture_set_all_views (PalPicture *self);

/** pal_picture_measure: size in pixels or points of the whole picture. */
void pal_picture_measure (const PalPicture *self, double *width, double *height);

/** pal_picture_paint: paints the whole picture with its top left corner at 0, 0. */
void pal_picture_paint (const PalPicture *self, cairo_t *cr);

/**
 * pal_picture_write:
 * @path: ends in .png, .svg or .pdf; replaced as a whole, or not at all
 *
 * Returns: %FALSE with a #PalDrawError
 */
gboolean pal_picture_write (const PalPicture *self, const char *path, GError **error);

G_END_DECLS
