/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of the client's page stand. On the first page a wide and a narrow column stand
 * below the figures; when that is too little, the figures give way a little first, and then both
 * columns run on over further pages. In large print there is one column. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary-private.h"

#define COLUMN_GAP 30.0
#define BELOW_FIGURES 14.0
#define LARGE_FIGURES 330.0
#define LARGE_CROPS 190.0

/* How generous the first page is, the finest first: the first degree that holds everything is
 * taken, and the fourth when none does. */
static const struct
{
  double band_height, crop_height, body_size, line_spacing;
  double main_share; /* of the wide column */
  gboolean spares;
} degrees[] = {
  { 336, 156, 11.2, 1.2, 0.56, TRUE },   { 308, 146, 11.0, 1.18, 0.56, TRUE },
  { 308, 140, 11.0, 1.18, 0.50, TRUE },  { 284, 132, 10.7, 1.15, 0.56, TRUE },
  { 284, 126, 10.7, 1.12, 0.50, TRUE },  { 268, 118, 10.4, 1.1, 0.50, FALSE },
  { 246, 108, 10.2, 1.06, 0.56, FALSE }, { 246, 108, 10.2, 1.06, 0.50, FALSE },
};
#define DEGREE_OF_MANY_PAGES 3

static gboolean
starts_section (const PalCursor *cursor)
{
  const PalBlock *block = cursor->blocks->pdata[cursor->next];
  return block->type == PAL_BLOCK_HEADING || block->type == PAL_BLOCK_BOX;
}

/* Sets the figures across the page. Returns: where the columns begin. */
static double
place_top (PalSummary *self)
{
  PalDocument *document = self->document;
  PalCursor cursor = { .blocks = self->top_blocks };
  PalColumn column;

  pal_document_add_page (document);
  column = pal_document_make_column (document, document->page.margin,
                                     pal_page_get_room (&document->page));
  pal_column_fill (&column, &cursor);
  return column.y + BELOW_FIGURES;
}

/* Returns: whether it all stands on the first page. */
static gboolean
flow_first (PalSummary *self, guint degree, PalCursor *main, PalCursor *side)
{
  const PalPage *page = &self->document->page;
  double room = pal_page_get_room (page) - COLUMN_GAP;
  double width = room * degrees[degree].main_share, top = place_top (self);
  PalColumn wide = pal_document_make_column (self->document, page->margin, width);
  PalColumn narrow =
      pal_document_make_column (self->document, page->margin + width + COLUMN_GAP, room - width);
  gboolean main_done, side_done;

  wide.y = narrow.y = top;
  wide.spares = narrow.spares = degrees[degree].spares;
  main_done = pal_column_fill (&wide, main);
  side_done = pal_column_fill (&narrow, side);
  /* What no longer goes into the narrow column may find room below the wide one. */
  if (main_done && !side_done && starts_section (side))
    side_done = pal_column_fill (&wide, side);
  return main_done && side_done;
}

/* Two columns of one width on every further page; what is left of the wide one comes first. */
static void
flow_rest (PalSummary *self, PalCursor *main, PalCursor *side)
{
  const PalPage *page = &self->document->page;
  double width = (pal_page_get_room (page) - COLUMN_GAP) / 2;
  gboolean done = FALSE;

  while (!done)
    {
      pal_document_add_page (self->document);
      for (guint i = 0; i < 2 && !done; i++)
        {
          PalColumn column =
              pal_document_make_column (self->document, page->margin + i * (width + COLUMN_GAP),
                                        width);
          done = pal_column_fill (&column, main) && pal_column_fill (&column, side);
        }
    }
}

/* Returns: whether it all stands on one page that is as generous as @degree. */
static gboolean
try_degree (PalSummary *self, guint degree, PalCursor *main, PalCursor *side)
{
  pal_document_clear_pages (self->document);
  self->figures->height = degrees[degree].band_height;
  if (self->crops != NULL)
    self->crops->height = degrees[degree].crop_height;
  self->document->page.body_size = degrees[degree].body_size;
  self->document->page.line_spacing = degrees[degree].line_spacing;
  *main = (PalCursor){ .blocks = self->main_blocks };
  *side = (PalCursor){ .blocks = self->side_blocks };
  return flow_first (self, degree, main, side);
}

static void
flow_large (PalSummary *self)
{
  PalDocument *document = self->document;
  PalCursor main = { .blocks = self->main_blocks }, side = { .blocks = self->side_blocks };
  PalColumn column;
  double top;
  gboolean done;

  self->figures->height = LARGE_FIGURES;
  if (self->crops != NULL)
    self->crops->height = LARGE_CROPS;
  top = place_top (self);
  column = pal_document_make_column (document, document->page.margin,
                                     pal_page_get_room (&document->page));
  column.y = top;
  done = pal_column_fill (&column, &main) && pal_column_fill (&column, &side);
  while (!done)
    {
      pal_document_add_page (document);
      column = pal_document_make_column (document, document->page.margin,
                                         pal_page_get_room (&document->page));
      done = pal_column_fill (&column, &main) && pal_column_fill (&column, &side);
    }
}

void
pal_summary_flow (PalDocument *document)
{
  PalSummary *self = document->data;
  PalCursor main, side;

  if (document->page.large)
    {
      flow_large (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (try_degree (self, i, &main, &side))
      return;
  try_degree (self, DEGREE_OF_MANY_PAGES, &main, &side);
  flow_rest (self, &main, &side);
}
