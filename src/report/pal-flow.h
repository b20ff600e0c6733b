/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Giving blocks their place: columns are filled line by line, headings stay with what follows, no
 * single line is left alone, heads of tables are repeated, and nothing is ever cut off. */

#pragma once

#include "report/pal-block.h"

G_BEGIN_DECLS

/**
 * PalPlacedType:
 * @PAL_PLACED_TEXT: @n_lines lines of @layout
 * @PAL_PLACED_FIGURE: the figure of @block
 * @PAL_PLACED_FRAME: a frame with round corners
 * @PAL_PLACED_RULE: a thin line at the top of the box
 * @PAL_PLACED_DOT: before one of a list, at the height of its first line
 */
typedef enum
{
  PAL_PLACED_TEXT,
  PAL_PLACED_FIGURE,
  PAL_PLACED_FRAME,
  PAL_PLACED_RULE,
  PAL_PLACED_DOT
} PalPlacedType;

/**
 * PalPlaced:
 * @n_lines: from the first of @layout
 * @block: (transfer none): what it belongs to
 * @row: counts the rows of tables, from 1, so that cells of one row are known to belong together;
 *   0 outside of tables
 *
 * A block, or some lines of it, at its place on a page.
 */
typedef struct
{
  PalPlacedType type;
  PalTextStyle style;
  PangoLayout *layout;
  int n_lines;
  PalBox box;
  const PalBlock *block;
  guint row;
} PalPlaced;

void pal_placed_free (PalPlaced *self);

/**
 * PalCursor:
 * @next: the block that is next
 * @offset: bytes of its text that stand already
 * @cells: the same for the cells of a row
 *
 * How far a run of blocks has got.
 */
typedef struct
{
  GPtrArray *blocks;
  guint next;
  gsize offset;
  gsize cells[PAL_MAX_CELLS];
} PalCursor;

/** pal_cursor_is_done: Returns: whether nothing is left. */
gboolean pal_cursor_is_done (const PalCursor *self);

/**
 * PalColumn:
 * @placed: (element-type PalPlaced): of the page
 * @x: on a page that is not mirrored
 * @y: where the next block goes
 * @empty: nothing stands in it yet
 * @spares: whether blocks that may be left out are set
 */
typedef struct
{
  const PalPage *page;
  GPtrArray *placed;
  double x, y, width, bottom;
  gboolean empty;
  gboolean spares;
} PalColumn;

/**
 * pal_column_fill:
 *
 * Sets as much as there is room for. An empty column takes at least one line, so that every
 * document ends.
 *
 * Returns: whether nothing is left
 */
gboolean pal_column_fill (PalColumn *self, PalCursor *cursor);

/** pal_placed_paint: paints on the page; @cr is left as it was, but for the colour. */
void pal_placed_paint (const PalPlaced *self, const PalPage *page, cairo_t *cr);

G_END_DECLS
