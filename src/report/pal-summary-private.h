/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the client's page share. Lengths are points. */

#pragma once

#include "report/pal-document-private.h"
#include "report/pal-map-figure.h"
#include "report/pal-summary.h"

G_BEGIN_DECLS

/** PalCrops: a part of one view at two moments. */
typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalFigure figure;
  PalView view;
  PalRect box; /* figure units */
  PalBodyMap *first;
  PalBodyMap *second;
  char *caption;
  double height;
} PalCrops;

/** PalSummary: what the page is made from, and its blocks. */
typedef struct
{
  PalDocument *document; /* unowned: it owns this */
  PalClient *client;
  PalVisit *visit;   /* without marks that were only carried over: nobody felt them */
  PalVisit *before;  /* nullable: the visit before */
  GPtrArray *visits; /* element-type PalVisit: up to the visit, oldest first */
  PalSummaryParts parts;
  char *made[PAL_SUMMARY_BLOCK_N]; /* nullable: what each block says by itself */
  PalMapFigure *figures;           /* owned by its block */
  PalCrops *crops;                 /* nullable; owned by its block */
  GPtrArray *top_blocks;
  GPtrArray *main_blocks;
  GPtrArray *side_blocks;
} PalSummary;

/* What stands on the page: pal-summary-content.c ---------------------------------------------- */

/** pal_summary_fill: writes the blocks of the figures and of both columns. */
void pal_summary_fill (PalSummary *self);

/* The two crops: pal-summary-crops.c ---------------------------------------------------------- */

/** pal_summary_choose_crops: Returns: (transfer full) (nullable): where most changed. */
PalCrops *pal_summary_choose_crops (PalSummary *self);
/** pal_crops_add: @self: (transfer full): adds them as a block. */
void pal_crops_add (PalCrops *self, GPtrArray *blocks);

/* Their place: pal-summary-flow.c ------------------------------------------------------------- */

/** pal_summary_flow: figures on top of two columns, on one page when it can be. */
void pal_summary_flow (PalDocument *document);

G_END_DECLS
