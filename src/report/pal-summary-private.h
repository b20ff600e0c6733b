/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the client's page share: its content, and where each line of it stands. Lengths
 * are points. */

#pragma once

#include <pango/pangocairo.h>

#include "report/pal-summary.h"

G_BEGIN_DECLS

#define PAL_SUMMARY_MARGIN 42.0
#define PAL_SUMMARY_FOOTER 44.0

/** PalPlaced: some lines of a layout at their place. About twenty a page. */
typedef struct
{
  guint page;
  PangoLayout *layout;
  int first_line, n_lines;
  double x, y;
  gboolean boxed;
  double width, height;
} PalPlaced;

/**
 * PalSummary:
 * @before: (nullable): the visit before
 * @visits: (element-type PalVisit): up to the visit, oldest first
 * @placed: (element-type PalPlaced): after pal_summary_paginate()
 * @mirrored: the language is written from right to left: columns change places, bodies do not
 */
struct _PalSummary
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalClient *client;
  PalVisit *visit;
  PalVisit *before;
  GPtrArray *visits;
  char *practice_name;
  char *practice_contact;
  double width, height;
  PalDate today;
  gboolean mono;
  gboolean mirrored;
  PangoContext *context;
  GPtrArray *placed;
  guint n_pages;
  double crops_y; /* on the first page; negative when there are none */
  double crops_width;
};

#define PAL_SUMMARY_CROP_HEIGHT 140.0

const PalTheme *pal_summary_get_theme (const PalSummary *self);

/** pal_summary_layout: Returns: (transfer full): @text wrapped to @width, @size in points. */
PangoLayout *pal_summary_layout (
    PalSummary *self, const char *text, double size, gboolean bold, double width);

/** pal_summary_mirror: Returns: where something @width wide at @x stands in this language. */
double pal_summary_mirror (const PalSummary *self, double x, double width);

/** pal_summary_get_band: the rectangle of the figures on the first page. */
PalRect pal_summary_get_band (const PalSummary *self);

/** pal_summary_paint_figures: paints the figures of the visit and the legend below them. */
void pal_summary_paint_figures (PalSummary *self, cairo_t *cr);

/** pal_summary_has_crops: Returns: whether there is a visit before to set beside this one. */
gboolean pal_summary_has_crops (const PalSummary *self);

/** pal_summary_paint_crops: paints before and now side by side. */
void pal_summary_paint_crops (PalSummary *self, cairo_t *cr, double x, double y, double width);

G_END_DECLS
