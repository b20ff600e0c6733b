/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands. On the first page a wide and a narrow column stand below the figures;
 * when that is too little, the figures give way a little first, and then both columns run on over
 * further pages, line by line. Nothing is ever cut off. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary-private.h"

#define COLUMN_GAP 30.0
#define HEADING_SIZE 13.0
#define DIM_SIZE 9.8
#define BOX_PADDING 12.0
/* Lines of a paragraph that stand alone at the foot of a column at least. */
#define LEAST_LINES 2

/* How generous the first page is, the finest first: the first degree that holds everything is
 * taken, and the fourth when none does. */
static const struct
{
  double band_height, crop_height, body_size, line_spacing;
  double main_share; /* of the wide column */
  gboolean asides;
} degrees[] = {
  { 336, 156, 11.2, 1.2, 0.56, TRUE },   { 308, 146, 11.0, 1.18, 0.56, TRUE },
  { 308, 140, 11.0, 1.18, 0.50, TRUE },  { 284, 132, 10.7, 1.15, 0.56, TRUE },
  { 284, 126, 10.7, 1.12, 0.50, TRUE },  { 268, 118, 10.4, 1.1, 0.50, FALSE },
  { 246, 108, 10.2, 1.06, 0.56, FALSE }, { 246, 108, 10.2, 1.06, 0.50, FALSE },
};
#define DEGREE_OF_MANY_PAGES 3

/* Where a run of blocks has got to. */
typedef struct
{
  GPtrArray *blocks;
  guint next;
  gsize offset; /* bytes of the next block's text already placed */
} Cursor;

typedef struct
{
  PalSummary *summary;
  GPtrArray *placed;
  double x, y, width, bottom;
  gboolean empty;
} Column;

void
pal_placed_free (PalPlaced *self)
{
  g_clear_object (&self->layout);
  g_free (self);
}

static double
get_space_before (PalBlockType type)
{
  switch (type)
    {
    case PAL_BLOCK_HEADING:
      return 13;
    case PAL_BLOCK_BODY:
      return 4;
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ASIDE:
      return 4;
    case PAL_BLOCK_CROPS:
      return 7;
    case PAL_BLOCK_BOX:
      return 16;
    }
  return 0;
}

/* The box says its first line large and the rest small. */
static void
set_box_attributes (PangoLayout *layout, const char *text)
{
  const char *end = strchr (text, '\n');
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *size = pango_attr_size_new_absolute ((int) (HEADING_SIZE * PANGO_SCALE));

  bold->end_index = size->end_index = end != NULL ? (guint) (end - text) : G_MAXUINT;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, size);
}

static PangoLayout *
create_block_layout (PalSummary *self, const PalBlock *block, gsize offset, double width)
{
  const char *text = block->text + offset;
  PangoLayout *layout;

  switch (block->type)
    {
    case PAL_BLOCK_HEADING:
      return pal_summary_layout (self, text, HEADING_SIZE, TRUE, width);
    case PAL_BLOCK_BODY:
      return pal_summary_layout (self, text, self->body_size, FALSE, width);
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ASIDE:
      return pal_summary_layout (self, text, DIM_SIZE, FALSE, width);
    case PAL_BLOCK_BOX:
      layout = pal_summary_layout (self, text, DIM_SIZE, FALSE, width - 2 * BOX_PADDING);
      set_box_attributes (layout, text);
      return layout;
    case PAL_BLOCK_CROPS:
      break;
    }
  return NULL;
}

/* How many lines fit into @room, and how high they are together. */
static int
count_fitting (PangoLayout *layout, double room, double *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n = 0, top, bottom;

  *height = 0;
  do
    {
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if ((double) bottom / PANGO_SCALE > room)
        break;
      *height = (double) bottom / PANGO_SCALE;
      n++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return n;
}

static void
add_placed (Column *self, PalBlockType type, PangoLayout *layout, int n_lines, double height)
{
  PalPlaced *placed = g_new0 (PalPlaced, 1);

  placed->type = type;
  placed->layout = layout != NULL ? g_object_ref (layout) : NULL;
  placed->n_lines = n_lines;
  placed->x = pal_summary_mirror (self->summary, self->x, self->width);
  placed->y = self->y;
  placed->width = self->width;
  placed->height = height;
  g_ptr_array_add (self->placed, placed);
  self->y += height;
  self->empty = FALSE;
}

/* Blocks that stand or move as one. Returns: whether it was placed. */
static gboolean
place_whole (Column *self, PalBlockType type, PangoLayout *layout, double height)
{
  if (self->y + height > self->bottom && !self->empty)
    return FALSE;
  add_placed (self, type, layout, layout != NULL ? pango_layout_get_line_count (layout) : 0,
              height);
  return TRUE;
}

/* Returns: whether all of the rest was placed; otherwise @cursor stands at the first line left. */
static gboolean
place_text (Column *self, const PalBlock *block, PangoLayout *layout, Cursor *cursor)
{
  int n = pango_layout_get_line_count (layout);
  double height;
  int fitting = count_fitting (layout, self->bottom - self->y, &height);

  if (fitting == n)
    {
      add_placed (self, block->type, layout, n, height);
      return TRUE;
    }
  /* No line of a few alone at the foot, none alone at the next head. */
  if (n - fitting < LEAST_LINES)
    fitting = count_fitting (layout, height - 1, &height);
  if (fitting < LEAST_LINES && !self->empty)
    return FALSE;
  if (fitting < 1)
    fitting = count_fitting (layout, G_MAXDOUBLE, &height) > 0 ? 1 : 0;
  add_placed (self, block->type, layout, fitting, height);
  cursor->offset += pango_layout_get_line_readonly (layout, fitting)->start_index;
  return FALSE;
}

/* What must at least follow a heading on the same page. */
static double
measure_start (PalSummary *self, const PalBlock *block, double width)
{
  g_autoptr (PangoLayout) layout = create_block_layout (self, block, 0, width);
  PangoRectangle extents;

  if (layout == NULL)
    return get_space_before (block->type) + self->crop_height;
  pango_layout_get_extents (layout, NULL, &extents);
  return get_space_before (block->type) +
         MIN ((double) extents.height / PANGO_SCALE, LEAST_LINES * self->body_size * 1.8);
}

static gboolean
place_heading (Column *self, Cursor *cursor, PangoLayout *layout)
{
  PangoRectangle extents;
  double height, with_next;

  pango_layout_get_extents (layout, NULL, &extents);
  height = with_next = (double) extents.height / PANGO_SCALE;
  if (cursor->next + 1 < cursor->blocks->len)
    with_next +=
        measure_start (self->summary, cursor->blocks->pdata[cursor->next + 1], self->width);
  if (self->y + with_next > self->bottom && !self->empty)
    return FALSE;
  return place_whole (self, PAL_BLOCK_HEADING, layout, height);
}

static gboolean
place_block (Column *self, Cursor *cursor)
{
  const PalBlock *block = cursor->blocks->pdata[cursor->next];
  g_autoptr (PangoLayout) layout =
      create_block_layout (self->summary, block, cursor->offset, self->width);
  PangoRectangle extents = { 0 };

  if (block->type == PAL_BLOCK_ASIDE && !self->summary->asides)
    return TRUE;
  if (!self->empty)
    self->y += get_space_before (block->type);
  if (layout != NULL)
    pango_layout_get_extents (layout, NULL, &extents);
  switch (block->type)
    {
    case PAL_BLOCK_HEADING:
      return place_heading (self, cursor, layout);
    case PAL_BLOCK_BODY:
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ASIDE:
      return place_text (self, block, layout, cursor);
    case PAL_BLOCK_CROPS:
      return place_whole (self, block->type, NULL, self->summary->crop_height);
    case PAL_BLOCK_BOX:
      return place_whole (self, block->type, layout,
                          (double) extents.height / PANGO_SCALE + 2 * BOX_PADDING);
    }
  return TRUE;
}

/* Returns: whether nothing is left. */
static gboolean
fill_column (Column *self, Cursor *cursor)
{
  while (cursor->next < cursor->blocks->len)
    {
      if (!place_block (self, cursor))
        return FALSE;
      cursor->next++;
      cursor->offset = 0;
    }
  return TRUE;
}

static gboolean
starts_section (const Cursor *cursor)
{
  const PalBlock *block = cursor->blocks->pdata[cursor->next];
  return block->type == PAL_BLOCK_HEADING || block->type == PAL_BLOCK_BOX;
}

static GPtrArray *
add_page (PalSummary *self)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_placed_free);
  g_ptr_array_add (self->pages, page);
  return page;
}

static Column
make_column (PalSummary *self, GPtrArray *page, double x, double width)
{
  return (Column){ .summary = self,
                   .placed = page,
                   .x = x,
                   .y = pal_summary_get_body_top (self, self->pages->len - 1),
                   .width = width,
                   .bottom = pal_summary_get_body_bottom (self),
                   .empty = TRUE };
}

/* Returns: whether it all stands on the first page. */
static gboolean
flow_first (PalSummary *self, Cursor *main, Cursor *side)
{
  GPtrArray *page = add_page (self);
  double room = self->width - 2 * PAL_SUMMARY_MARGIN - COLUMN_GAP;
  double width = room * self->main_share;
  Column wide = make_column (self, page, PAL_SUMMARY_MARGIN, width);
  Column narrow = make_column (self, page, PAL_SUMMARY_MARGIN + width + COLUMN_GAP, room - width);
  gboolean main_done = fill_column (&wide, main);
  gboolean side_done = fill_column (&narrow, side);

  /* What no longer goes into the narrow column may find room below the wide one. */
  if (main_done && !side_done && starts_section (side))
    side_done = fill_column (&wide, side);
  return main_done && side_done;
}

/* Two columns of one width on every further page; what is left of the wide one comes first. */
static void
flow_rest (PalSummary *self, Cursor *main, Cursor *side)
{
  double width = (self->width - 2 * PAL_SUMMARY_MARGIN - COLUMN_GAP) / 2;
  gboolean done = FALSE;

  while (!done)
    {
      GPtrArray *page = add_page (self);
      for (guint i = 0; i < 2 && !done; i++)
        {
          Column column =
              make_column (self, page, PAL_SUMMARY_MARGIN + i * (width + COLUMN_GAP), width);
          done = fill_column (&column, main) && fill_column (&column, side);
        }
    }
}

/* Returns: whether it all stands on one page that is as generous as @degree. */
static gboolean
try_degree (PalSummary *self, guint degree, Cursor *main, Cursor *side)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->band_height = degrees[degree].band_height;
  self->crop_height = degrees[degree].crop_height;
  self->body_size = degrees[degree].body_size;
  self->line_spacing = degrees[degree].line_spacing;
  self->main_share = degrees[degree].main_share;
  self->asides = degrees[degree].asides;
  *main = (Cursor){ self->main_blocks, 0, 0 };
  *side = (Cursor){ self->side_blocks, 0, 0 };
  return flow_first (self, main, side);
}

void
pal_summary_flow (PalSummary *self)
{
  Cursor main, side;

  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (try_degree (self, i, &main, &side))
      return;
  try_degree (self, DEGREE_OF_MANY_PAGES, &main, &side);
  flow_rest (self, &main, &side);
}
