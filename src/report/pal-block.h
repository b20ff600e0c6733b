/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on pages, before it has a place: headings, paragraphs, tables, figures, in reading
 * order. pal-flow.h gives them their place. */

#pragma once

#include "report/pal-page.h"

G_BEGIN_DECLS

/**
 * PalBlockType:
 * @PAL_BLOCK_HEADING: stays with what follows it; an entry of the outline
 * @PAL_BLOCK_SUBHEADING: stays with what follows it
 * @PAL_BLOCK_BODY: running text
 * @PAL_BLOCK_DIM: a caption or aside
 * @PAL_BLOCK_ITEM: one of a list, with a dot before it
 * @PAL_BLOCK_BOX: in a frame, its first line large; never split
 * @PAL_BLOCK_FIGURE: drawn; never split
 * @PAL_BLOCK_ROW: of a table; split only when it is higher than a page
 * @PAL_BLOCK_BREAK: what follows begins on a new page
 */
typedef enum
{
  PAL_BLOCK_HEADING,
  PAL_BLOCK_SUBHEADING,
  PAL_BLOCK_BODY,
  PAL_BLOCK_DIM,
  PAL_BLOCK_ITEM,
  PAL_BLOCK_BOX,
  PAL_BLOCK_FIGURE,
  PAL_BLOCK_ROW,
  PAL_BLOCK_BREAK
} PalBlockType;

/** PalBox: a rectangle on the page, in points. */
typedef struct
{
  double x, y, width, height;
} PalBox;

/** PalFigureMeasure: Returns: the height the figure wants at @width. */
typedef double (*PalFigureMeasure) (const PalPage *page, double width, gpointer data);
typedef void (*PalFigurePaint) (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data);

#define PAL_MAX_CELLS 8

/**
 * PalTable:
 * @n_columns: at most %PAL_MAX_CELLS
 * @shares: of the width, in sum 1
 * @far: columns that are held at their far edge, as numbers are
 * @bold: columns in bold, as names are
 * @head: (nullable): the top row, which is repeated at the head of every column and page
 * @row_air: above and below the words of a row
 *
 * Shared by the rows of one table.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  guint n_columns;
  double shares[PAL_MAX_CELLS];
  gboolean far[PAL_MAX_CELLS];
  gboolean bold[PAL_MAX_CELLS];
  char **head;
  double row_air;
} PalTable;

/** pal_table_new: @shares: of the width, ended by 0. */
PalTable *pal_table_new (const double *shares);
PalTable *pal_table_ref (PalTable *self);
void pal_table_unref (PalTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalTable, pal_table_unref)

/**
 * PalBlock:
 * @text: (nullable): figures have none
 * @lead: bytes at the beginning of @text that are set in bold
 * @spare: left out where it would cost a page
 * @tight: no air before it, as with the next line of a list
 * @keep: stays with what follows it, as headings do; for running text of a few lines
 * @cells: (nullable): of a row
 * @measure: of a figure
 * @paint: of a figure
 *
 * One part of a document. Ten to a few hundred a document; plain, owned by their array.
 */
typedef struct
{
  PalBlockType type;
  char *text;
  guint lead;
  gboolean spare;
  gboolean tight;
  gboolean keep;
  PalTable *table;
  char **cells;
  PalFigureMeasure measure;
  PalFigurePaint paint;
  gpointer data;
  GDestroyNotify free_data;
} PalBlock;

void pal_block_free (PalBlock *self);

/** pal_blocks_new: Returns: (transfer full) (element-type PalBlock): none yet. */
GPtrArray *pal_blocks_new (void);

/**
 * pal_blocks_add:
 * @text: (nullable): without text nothing is added
 *
 * Returns: (transfer none) (nullable): the block
 */
PalBlock *pal_blocks_add (GPtrArray *blocks, PalBlockType type, const char *text);

/** pal_blocks_add_paragraphs: a block a line, so that each may flow by itself. */
void pal_blocks_add_paragraphs (GPtrArray *blocks, PalBlockType type, const char *text);

/** pal_blocks_add_section: a heading and paragraphs, or nothing without text. */
void pal_blocks_add_section (GPtrArray *blocks, const char *heading, const char *text);

/** pal_blocks_add_fact: a paragraph that begins with its name in bold, or nothing without text. */
void pal_blocks_add_fact (GPtrArray *blocks, const char *name, const char *text);

/** pal_blocks_add_row: @cells: (transfer full): as many as the table has columns. */
void pal_blocks_add_row (GPtrArray *blocks, PalTable *table, char **cells);

/** pal_blocks_add_figure: @data: (transfer full) */
PalBlock *pal_blocks_add_figure (GPtrArray *blocks,
                                 PalFigureMeasure measure,
                                 PalFigurePaint paint,
                                 gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS
