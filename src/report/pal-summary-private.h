/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the client's page share: its parts (blocks), their place on pages, the figures
 * on top and the crops. Lengths are points. */

#pragma once

#include <pango/pangocairo.h>

#include "report/pal-summary.h"

G_BEGIN_DECLS

#define PAL_SUMMARY_MARGIN 44.0

/**
 * PalBlockType:
 * @PAL_BLOCK_HEADING: stays with what follows it
 * @PAL_BLOCK_BODY: running text
 * @PAL_BLOCK_DIM: a caption or aside
 * @PAL_BLOCK_ASIDE: the same, left out where it would cost a page
 * @PAL_BLOCK_CROPS: the two crops; never split
 * @PAL_BLOCK_BOX: in a frame, its first line large; never split
 */
typedef enum
{
  PAL_BLOCK_HEADING,
  PAL_BLOCK_BODY,
  PAL_BLOCK_DIM,
  PAL_BLOCK_ASIDE,
  PAL_BLOCK_CROPS,
  PAL_BLOCK_BOX
} PalBlockType;

/** PalBlock: one part of a column before it has a place. Ten or so a summary. */
typedef struct
{
  PalBlockType type;
  char *text;
} PalBlock;

/** PalPlaced: a block, or some lines of it, at its place on a page. */
typedef struct
{
  PalBlockType type;
  PangoLayout *layout; /* nullable: crops have none */
  int n_lines;         /* from the first of @layout */
  double x, y, width, height;
} PalPlaced;

/** PalCrops: a part of one view at two moments. */
typedef struct
{
  PalView view;
  PalRect box; /* figure units */
  PalBodyMap *first;
  PalBodyMap *second;
  char *caption;
} PalCrops;

struct _PalSummary
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalClient *client;
  PalVisit *visit;   /* without marks that were only carried over: nobody felt them */
  PalVisit *before;  /* nullable: the visit before */
  GPtrArray *visits; /* element-type PalVisit: up to the visit, oldest first */
  char *practice_name;
  char *practice_contact;
  double width, height;
  PalDate today;
  gboolean mono;
  gboolean mirrored; /* for scripts from right to left; the body never is */

  PangoContext *context;
  PalBodyMap *map;
  PalView views[PAL_VIEW_N];
  guint n_views;
  double band_top;
  double band_height; /* of the figures, without the legend */
  double crop_height;
  double body_size;    /* of running text */
  double line_spacing; /* in natural line heights */
  double main_share;
  gboolean asides;
  PalCrops *crops; /* nullable */
  GPtrArray *main_blocks;
  GPtrArray *side_blocks;
  GPtrArray *pages; /* nullable: element-type GPtrArray of PalPlaced */
};

const PalTheme *pal_summary_get_theme (const PalSummary *self);

/** pal_summary_layout: Returns: (transfer full): text wrapped at @width, never hyphenated. */
PangoLayout *pal_summary_layout (
    PalSummary *self, const char *text, double size, gboolean bold, double width);

/** pal_summary_mirror: Returns: the left edge of a box @width wide, in the script's direction. */
double pal_summary_mirror (const PalSummary *self, double x, double width);

/* What stands on the page: pal-summary-content.c ---------------------------------------------- */

/** pal_summary_fill: chooses figures and crops and writes the blocks of both columns. */
void pal_summary_fill (PalSummary *self);
void pal_block_free (PalBlock *self);

/* The figures: pal-summary-figures.c ---------------------------------------------------------- */

/** pal_summary_choose_views: picks the views that show the marks of the visit. */
void pal_summary_choose_views (PalSummary *self);

/** pal_summary_choose_crops: Returns: (transfer full) (nullable): where most changed. */
PalCrops *pal_summary_choose_crops (PalSummary *self);
void pal_crops_free (PalCrops *self);

/** pal_summary_paint_figures: paints the figures across the page, and the legend below them. */
void pal_summary_paint_figures (PalSummary *self, cairo_t *cr);

/** pal_summary_measure_legend: Returns: its height; it takes several lines when it must. */
double pal_summary_measure_legend (PalSummary *self);

void pal_summary_paint_crops (PalSummary *self, cairo_t *cr, double x, double y, double width);

/* Their place: pal-summary-flow.c ------------------------------------------------------------- */

/** pal_summary_flow: gives every block its place, from the given height on the first page. */
void pal_summary_flow (PalSummary *self);
void pal_placed_free (PalPlaced *self);

/** pal_summary_get_body_top: Returns: where columns begin on @page. */
double pal_summary_get_body_top (PalSummary *self, guint page);

/** pal_summary_get_body_bottom: Returns: where columns end on every page, above the footer. */
double pal_summary_get_body_bottom (PalSummary *self);

/* Header and footer: pal-summary-frame.c ------------------------------------------------------ */

/** pal_summary_paint_header: paints the header. Returns: where it ends. With no @cr, measures. */
double pal_summary_paint_header (PalSummary *self, cairo_t *cr, guint page);

/** pal_summary_paint_footer: paints the footer. Returns: where it begins. */
double pal_summary_paint_footer (PalSummary *self, cairo_t *cr, guint page);

G_END_DECLS
