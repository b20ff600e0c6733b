/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of tables: cells side by side, a thin line below each row, the head again at the top of
 * every column. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-flow-private.h"

#define CELL_GAP 8.0
/* Between a table and what stands before it. */
#define TABLE_GAP 4.0
/* A row goes to the next page as a whole when it is lower than this share of the column. */
#define WHOLE_SHARE 0.3

/* The cells of one row, or what is left of them. */
typedef struct
{
  PangoLayout *layouts[PAL_MAX_CELLS];
  double x[PAL_MAX_CELLS], width[PAL_MAX_CELLS];
  guint n;
  double height; /* of the highest */
  PalTextStyle style;
} Cells;

static void
cells_clear (Cells *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_object (&self->layouts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, cells_clear)

static void
set_bold (PangoLayout *layout)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  pango_attr_list_insert (pango_layout_get_attributes (layout), bold);
}

static void
lay_cells (Cells *self,
           const PalColumn *column,
           const PalTable *table,
           char **texts,
           const gsize *offsets,
           PalTextStyle style)
{
  double x = column->x;

  *self = (Cells){ .n = table->n_columns, .style = style };
  for (guint i = 0; i < self->n; i++)
    {
      double width = table->shares[i] * column->width;
      gboolean last = i + 1 == self->n;

      self->x[i] = x;
      self->width[i] = width - (last ? 0 : CELL_GAP);
      self->layouts[i] =
          pal_page_create_layout (column->page, texts[i] + (offsets != NULL ? offsets[i] : 0),
                                  style, self->width[i]);
      if (table->bold[i])
        set_bold (self->layouts[i]);
      pal_page_hold (column->page, self->layouts[i], table->far[i]);
      self->height = MAX (self->height, pal_layout_get_height (self->layouts[i]));
      x += width;
    }
}

static double
get_air (const PalPage *page, const PalTable *table)
{
  return page->large ? table->row_air * 1.5 : table->row_air;
}

static guint
get_next_row (const PalColumn *column)
{
  const PalPlaced *last =
      column->placed->len > 0 ? column->placed->pdata[column->placed->len - 1] : NULL;
  return last != NULL ? last->row + 1 : 1;
}

/* At least one, or a script with very high lines would never come to an end. */
static int
count_lines (PangoLayout *layout, double height, double *used)
{
  int n = pal_flow_count_fitting (layout, height + 0.01, used);

  return MAX (n, 1);
}

/* Sets as many lines of each cell as go into @height, and a line below. */
static void
add_cells (PalColumn *column, const PalBlock *block, const Cells *cells, double height)
{
  double air = get_air (column->page, block->table);
  guint row = get_next_row (column);
  PalBox rule = { column->x, column->y + height + 2 * air, column->width, 0 };

  for (guint i = 0; i < cells->n; i++)
    {
      double used;
      int n = count_lines (cells->layouts[i], height, &used);
      PalBox box = { cells->x[i], column->y + air, cells->width[i], used };
      PalPlaced *placed = pal_column_add (column, PAL_PLACED_TEXT, block, &box);

      placed->layout = g_object_ref (cells->layouts[i]);
      placed->n_lines = n;
      placed->style = cells->style;
      placed->row = row;
    }
  pal_column_add (column, PAL_PLACED_RULE, block, &rule)->row = row;
  column->y += height + 2 * air;
}

/* Returns: whether the row is the first of its table in this column. */
static gboolean
is_first_row (const PalColumn *column, const PalBlock *block)
{
  const PalPlaced *last =
      column->placed->len > 0 ? column->placed->pdata[column->placed->len - 1] : NULL;

  return column->empty || last == NULL || last->block->table != block->table;
}

static gboolean
needs_head (const PalColumn *column, const PalBlock *block)
{
  return block->table->head != NULL && is_first_row (column, block);
}

double
pal_flow_measure_row_start (PalColumn *column, const PalBlock *block)
{
  const PalTable *table = block->table;
  double air = get_air (column->page, table), height = 0;
  g_auto (Cells) row = { 0 };
  g_auto (Cells) head = { 0 };

  if (needs_head (column, block))
    {
      lay_cells (&head, column, table, table->head, NULL, PAL_TEXT_CELL_HEAD);
      height += head.height + 2 * air;
    }
  lay_cells (&row, column, table, block->cells, NULL, PAL_TEXT_CELL);
  return TABLE_GAP + height + MIN (row.height, WHOLE_SHARE * column->bottom) + 2 * air;
}

/* Moves the cursor behind the lines that went into @height. */
static void
advance (PalCursor *cursor, const Cells *cells, double height)
{
  for (guint i = 0; i < cells->n; i++)
    {
      double used;
      int n = count_lines (cells->layouts[i], height, &used);
      PangoLayoutLine *line = pango_layout_get_line_readonly (cells->layouts[i], n);

      cursor->cells[i] += line != NULL ? (gsize) line->start_index
                                       : strlen (pango_layout_get_text (cells->layouts[i]));
    }
}

gboolean
pal_flow_place_row (PalColumn *column, const PalBlock *block, PalCursor *cursor)
{
  const PalTable *table = block->table;
  double air = get_air (column->page, table), room, whole = 0;
  gboolean started_empty = column->empty;
  g_auto (Cells) row = { 0 };
  g_auto (Cells) head = { 0 };

  if (!column->empty && is_first_row (column, block))
    column->y += TABLE_GAP;
  lay_cells (&row, column, table, block->cells, cursor->cells, PAL_TEXT_CELL);
  if (needs_head (column, block))
    {
      lay_cells (&head, column, table, table->head, NULL, PAL_TEXT_CELL_HEAD);
      whole = head.height + 2 * air;
    }
  whole += row.height + 2 * air;
  if (column->y + whole > column->bottom && !started_empty &&
      (row.height < WHOLE_SHARE * column->bottom || column->bottom - column->y < 120))
    return FALSE;
  if (head.n > 0)
    add_cells (column, block, &head, head.height);
  room = column->bottom - column->y - 2 * air;
  if (row.height <= room)
    {
      add_cells (column, block, &row, row.height);
      return TRUE;
    }
  /* Higher than what is left of a page: as many lines as there is room for, one at least. */
  room = MAX (room, pal_page_get_size (column->page, PAL_TEXT_CELL) * 2);
  add_cells (column, block, &row, room);
  advance (cursor, &row, room);
  return FALSE;
}
