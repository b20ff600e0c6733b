/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two columns, over as many pages as they need. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-columns.h"

#define COLUMN_GAP 30.0
#define BELOW_TOP 14.0

static gboolean
starts_section (const PalCursor *cursor)
{
  const PalBlock *block = cursor->blocks->pdata[cursor->next];
  return block->type == PAL_BLOCK_HEADING || block->type == PAL_BLOCK_BOX;
}

/* Sets what goes across the page. Returns: where the columns begin. */
static double
place_top (const PalColumns *self, PalDocument *document)
{
  PalCursor cursor = { .blocks = self->top };
  PalColumn column;

  pal_document_clear_pages (document);
  pal_document_add_page (document);
  column = pal_document_make_column (document, document->page.margin,
                                     pal_page_get_room (&document->page));
  pal_column_fill (&column, &cursor);
  return column.empty ? column.y : column.y + BELOW_TOP;
}

gboolean
pal_columns_flow_first (const PalColumns *self,
                        PalDocument *document,
                        PalCursor *main,
                        PalCursor *side)
{
  const PalPage *page = &document->page;
  double room = pal_page_get_room (page) - COLUMN_GAP;
  double width = room * self->main_share, top = place_top (self, document);
  PalColumn wide = pal_document_make_column (document, page->margin, width);
  PalColumn narrow =
      pal_document_make_column (document, page->margin + width + COLUMN_GAP, room - width);
  gboolean main_done, side_done;

  *main = (PalCursor){ .blocks = self->main };
  *side = (PalCursor){ .blocks = self->side };
  wide.y = narrow.y = top;
  wide.spares = narrow.spares = self->spares;
  main_done = pal_column_fill (&wide, main);
  side_done = pal_column_fill (&narrow, side);
  /* What no longer goes into the narrow column may find room below the wide one. */
  if (main_done && !side_done && starts_section (side))
    side_done = pal_column_fill (&wide, side);
  return main_done && side_done;
}

/* Returns: whether the rest of @side goes into one column of its own. */
static gboolean
fits (PalDocument *document, const PalCursor *side, double x, double width)
{
  PalCursor trial = *side;
  PalColumn column = pal_document_make_column (document, x, width);
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_placed_free);

  column.placed = placed;
  return pal_column_fill (&column, &trial);
}

void
pal_columns_flow_rest (PalDocument *document, PalCursor *main, PalCursor *side)
{
  const PalPage *page = &document->page;
  double width = (pal_page_get_room (page) - COLUMN_GAP) / 2;
  gboolean done = FALSE;

  while (!done)
    {
      pal_document_add_page (document);
      for (guint i = 0; i < 2 && !done; i++)
        {
          PalColumn column =
              pal_document_make_column (document, page->margin + i * (width + COLUMN_GAP), width);
          double next = page->margin + width + COLUMN_GAP;

          done = pal_column_fill (&column, main);
          /* Two columns half full are a page; one full and one empty are half of one. */
          if (done && i == 0 && !column.empty && !pal_cursor_is_done (side) &&
              starts_section (side) && fits (document, side, next, width))
            column = pal_document_make_column (document, next, width);
          done = done && pal_column_fill (&column, side);
        }
    }
}

void
pal_columns_flow_single (const PalColumns *self, PalDocument *document)
{
  const PalPage *page = &document->page;
  PalCursor main = { .blocks = self->main }, side = { .blocks = self->side };
  double top = place_top (self, document);
  PalColumn column = pal_document_make_column (document, page->margin, pal_page_get_room (page));
  gboolean done;

  column.y = top;
  done = pal_column_fill (&column, &main) && pal_column_fill (&column, &side);
  while (!done)
    {
      pal_document_add_page (document);
      column = pal_document_make_column (document, page->margin, pal_page_get_room (page));
      done = pal_column_fill (&column, &main) && pal_column_fill (&column, &side);
    }
}
