/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside a document: its blocks, their place on pages, what stands at head and foot. */

#pragma once

#include "report/pal-document.h"
#include "report/pal-flow.h"

G_BEGIN_DECLS

/** PalDocumentFlow: places all blocks; for documents that are more than one column. */
typedef void (*PalDocumentFlow) (PalDocument *self);

/**
 * PalDocumentMeasures:
 * @line_spacing: that they hold for; 0 when nothing is measured yet
 * @heads: where the first and where further heads end
 * @foot: where the foot begins
 *
 * Columns ask for these again and again while a page is tried out.
 */
typedef struct
{
  double line_spacing;
  double heads[2];
  double foot;
} PalDocumentMeasures;

/**
 * PalDocument:
 * @title: on the first page, and of the file
 * @subtitle: (nullable): below the title; whose it is
 * @running: (nullable): at the head of further pages; the subtitle when absent
 * @far_lines: (element-type utf8): at the far edge of the first head; the first one is bold
 * @logo: (nullable): above the lines at the far edge
 * @foot: (nullable): at the foot of every page, before its number
 * @author: (nullable): of the file: the practice
 * @tagging: a PDF is being written, with the structure of the page
 * @numbered: the number also stands where there is only one page
 * @blocks: (element-type PalBlock): all of one stream
 * @pages: (nullable) (element-type GPtrArray): PalPlaced each; %NULL until they are placed
 * @measures: of head and foot
 * @flow: (nullable): %NULL for one column on every page
 * @data: (nullable): of the kind of document
 */
struct _PalDocument
{
  PalPage page;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalDate today;
  char *language;
  char *author;
  char *title;
  char *subtitle;
  char *running;
  GPtrArray *far_lines;
  cairo_surface_t *logo;
  char *foot;
  gboolean numbered;
  gboolean tagging;
  GPtrArray *blocks;
  GPtrArray *pages;
  PalDocumentMeasures measures;
  PalDocumentFlow flow;
  gpointer data;
  GDestroyNotify free_data;
};

/** pal_document_new: @title: (transfer none). Returns: (transfer full): without blocks yet. */
PalDocument *pal_document_new (const PalReportSetup *setup, const char *title);

/** pal_document_add_far_line: empty lines are left out. */
void pal_document_add_far_line (PalDocument *self, const char *line);

/** pal_document_set_logo: that of the practice, if it has one that can be drawn. */
void pal_document_set_logo (PalDocument *self, const PalReportSetup *setup);

/** pal_document_set_client: names the client, and @what, as in a day, below the title. */
void pal_document_set_client (PalDocument *self, const PalClient *client, const char *what);

/** pal_document_add_page: Returns: (transfer none): a new page without anything. */
GPtrArray *pal_document_add_page (PalDocument *self);

/** pal_document_clear_pages: takes all blocks off the pages again. */
void pal_document_clear_pages (PalDocument *self);

/** pal_document_make_column: an empty column on the last page, @x and @width within the margins. */
PalColumn pal_document_make_column (PalDocument *self, double x, double width);

/** pal_document_flow_on: one column a page, until nothing is left. */
void pal_document_flow_on (PalDocument *self, PalCursor *cursor);

/* Head and foot: pal-document-frame.c --------------------------------------------------------- */

/** pal_document_paint_head: @cr: (nullable): %NULL measures. Returns: where it ends. */
double pal_document_paint_head (PalDocument *self, cairo_t *cr, guint page);

/** pal_document_paint_foot: @cr: (nullable): %NULL measures. Returns: where it begins. */
double pal_document_paint_foot (PalDocument *self, cairo_t *cr, guint page);

/* Pictures: pal-letterhead.c ------------------------------------------------------------------- */

/** pal_letterhead_load: Returns: (transfer full) (nullable): an image. @png: (nullable) */
cairo_surface_t *pal_letterhead_load (const char *png, gboolean mono);

/** pal_letterhead_fit: makes @width and @height, in points, those of the picture within them. */
void pal_letterhead_fit (cairo_surface_t *picture, double *width, double *height);

/** pal_letterhead_paint: @box: fitted. */
void pal_letterhead_paint (cairo_surface_t *picture, cairo_t *cr, const PalBox *box);

/* Structure: pal-document-tags.c --------------------------------------------------------------- */

/** pal_document_tag: says what follows is, as in "H1"; nothing unless a PDF is written. */
void pal_document_tag (PalDocument *self, cairo_t *cr, const char *tag);
void pal_document_untag (PalDocument *self, cairo_t *cr, const char *tag);

/**
 * pal_document_begin_link:
 *
 * Begins a link to the first address of mail or web in @text.
 *
 * Returns: whether there is one; it ends with cairo_tag_end() of CAIRO_TAG_LINK
 */
gboolean pal_document_begin_link (PalDocument *self, cairo_t *cr, const char *text);

/** pal_document_paint_placed: paints the parts of a page with what they are. */
void pal_document_paint_placed (PalDocument *self, cairo_t *cr, const GPtrArray *placed);

G_END_DECLS
