/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling columns. Rows of tables are placed in pal-flow-rows.c, painting is in
 * pal-flow-paint.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-flow-private.h"

/* Lines of a paragraph that stand alone at the foot of a column at least. */
#define LEAST_LINES 2
/* More room between blocks for large letters. */
#define LARGE_AIR 1.5

void
pal_placed_free (PalPlaced *self)
{
  g_clear_object (&self->layout);
  g_free (self);
}

gboolean
pal_cursor_is_done (const PalCursor *self)
{
  return self->next >= self->blocks->len;
}

static double
get_space_before (const PalPage *page, const PalBlock *block)
{
  double space = 4;

  if (block->tight)
    return 1;
  switch (block->type)
    {
    case PAL_BLOCK_HEADING:
      space = 13;
      break;
    case PAL_BLOCK_SUBHEADING:
      space = 9;
      break;
    case PAL_BLOCK_FIGURE:
      space = 7;
      break;
    case PAL_BLOCK_BOX:
      space = 16;
      break;
    case PAL_BLOCK_ROW:
    case PAL_BLOCK_BREAK:
      return 0;
    case PAL_BLOCK_BODY:
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ITEM:
      break;
    }
  return page->large ? space * LARGE_AIR : space;
}

static PalTextStyle
get_style (const PalBlock *block)
{
  switch (block->type)
    {
    case PAL_BLOCK_HEADING:
      return PAL_TEXT_HEADING;
    case PAL_BLOCK_SUBHEADING:
      return PAL_TEXT_SUBHEADING;
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_BOX:
      return PAL_TEXT_DIM;
    case PAL_BLOCK_ROW:
      return PAL_TEXT_CELL;
    case PAL_BLOCK_BODY:
    case PAL_BLOCK_ITEM:
    case PAL_BLOCK_FIGURE:
    case PAL_BLOCK_BREAK:
      break;
    }
  return PAL_TEXT_BODY;
}

static void
set_bold (PangoLayout *layout, guint end)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = end;
  pango_attr_list_insert (attributes, bold);
}

/* The box says its first line large and the rest small. */
static void
set_box_attributes (const PalPage *page, PangoLayout *layout, const char *text)
{
  const char *end = strchr (text, '\n');
  PangoAttribute *size = pango_attr_size_new_absolute (
      (int) (pal_page_get_size (page, PAL_TEXT_HEADING) * PANGO_SCALE));

  size->end_index = end != NULL ? (guint) (end - text) : G_MAXUINT;
  pango_attr_list_insert (pango_layout_get_attributes (layout), size);
  set_bold (layout, size->end_index);
}

static PangoLayout *
create_block_layout (const PalPage *page, const PalBlock *block, gsize offset, double width)
{
  double inset = block->type == PAL_BLOCK_BOX    ? 2 * PAL_BOX_PADDING
                 : block->type == PAL_BLOCK_ITEM ? pal_flow_get_indent (page)
                                                 : 0;
  PangoLayout *layout;

  if (block->text == NULL)
    return NULL;
  layout = pal_page_create_layout (page, block->text + offset, get_style (block), width - inset);
  if (block->type == PAL_BLOCK_BOX)
    set_box_attributes (page, layout, block->text);
  else if (offset == 0 && block->lead > 0)
    set_bold (layout, block->lead);
  if (block->type == PAL_BLOCK_HEADING || block->type == PAL_BLOCK_SUBHEADING)
    pal_page_hold (page, layout, FALSE);
  return layout;
}

double
pal_flow_get_indent (const PalPage *page)
{
  return page->large ? 18 : 12;
}

int
pal_flow_count_fitting (PangoLayout *layout, double room, double *height)
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

PalPlaced *
pal_column_add (PalColumn *self, PalPlacedType type, const PalBlock *block, const PalBox *box)
{
  PalPlaced *placed = g_new0 (PalPlaced, 1);

  placed->type = type;
  placed->block = block;
  placed->style = get_style (block);
  placed->box = *box;
  placed->box.x = pal_page_mirror (self->page, box->x, box->width);
  g_ptr_array_add (self->placed, placed);
  self->empty = FALSE;
  return placed;
}

static void
add_text (PalColumn *self, const PalBlock *block, PangoLayout *layout, int n_lines, double height)
{
  double indent = block->type == PAL_BLOCK_ITEM ? pal_flow_get_indent (self->page) : 0;
  PalBox box = { self->x + indent, self->y, self->width - indent, height };
  PalPlaced *placed = pal_column_add (self, PAL_PLACED_TEXT, block, &box);

  placed->layout = g_object_ref (layout);
  placed->n_lines = n_lines;
  self->y += height;
}

/* A dot before the first line of an item. */
static void
add_dot (PalColumn *self, const PalBlock *block, PangoLayout *layout)
{
  double indent = pal_flow_get_indent (self->page);
  PalBox box = { self->x, self->y, indent, 0 };
  double height;

  pal_flow_count_fitting (layout, G_MAXDOUBLE, &height);
  box.height = height / pango_layout_get_line_count (layout);
  pal_column_add (self, PAL_PLACED_DOT, block, &box);
}

/* Returns: whether all of the rest was placed; otherwise @cursor stands at the first line left. */
static gboolean
place_text (PalColumn *self, const PalBlock *block, PangoLayout *layout, PalCursor *cursor)
{
  int n = pango_layout_get_line_count (layout);
  double height;
  int fitting = pal_flow_count_fitting (layout, self->bottom - self->y, &height);

  /* No line of a few alone at the foot, none alone at the next head. */
  if (fitting < n && n - fitting < LEAST_LINES)
    fitting = pal_flow_count_fitting (layout, height - 1, &height);
  if (fitting < MIN (n, LEAST_LINES) && !self->empty)
    return FALSE;
  if (fitting < 1)
    {
      pal_flow_count_fitting (layout, G_MAXDOUBLE, &height);
      fitting = 1;
    }
  if (block->type == PAL_BLOCK_ITEM && cursor->offset == 0)
    add_dot (self, block, layout);
  add_text (self, block, layout, fitting, height);
  if (fitting == n)
    return TRUE;
  cursor->offset += (gsize) pango_layout_get_line_readonly (layout, fitting)->start_index;
  return FALSE;
}

static double measure_caption (PalColumn *self, GPtrArray *blocks, guint i);

/* Text that is kept with what follows is short; longer than this it flows, or it might be cut off.
 */
#define MAX_KEPT_LINES 6

static gboolean
is_kept (const PalBlock *block, PangoLayout *layout)
{
  if (block->type == PAL_BLOCK_HEADING || block->type == PAL_BLOCK_SUBHEADING)
    return TRUE;
  return block->keep && layout != NULL && pango_layout_get_line_count (layout) <= MAX_KEPT_LINES;
}

/* What must at least stand together from block @i on: headings with the start of what follows. */
static double
measure_start (PalColumn *self, GPtrArray *blocks, guint i)
{
  const PalBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double space, height, least;

  if (block == NULL || block->type == PAL_BLOCK_BREAK)
    return 0;
  space = get_space_before (self->page, block);
  if (block->type == PAL_BLOCK_FIGURE)
    return space + block->measure (self->page, self->width, block->data) +
           measure_caption (self, blocks, i + 1);
  if (block->type == PAL_BLOCK_ROW)
    return space + pal_flow_measure_row_start (self, block);
  layout = create_block_layout (self->page, block, 0, self->width);
  height = pal_layout_get_height (layout);
  if (is_kept (block, layout))
    return space + height + measure_start (self, blocks, i + 1);
  if (block->type == PAL_BLOCK_BOX)
    return space + height + 2 * PAL_BOX_PADDING;
  least = LEAST_LINES * pal_page_get_size (self->page, get_style (block)) * 1.8;
  return space + MIN (height, least);
}

static gboolean
place_kept (PalColumn *self, const PalBlock *block, PangoLayout *layout, PalCursor *cursor)
{
  double height = pal_layout_get_height (layout);
  double with_next = height + measure_start (self, cursor->blocks, cursor->next + 1);

  if (self->y + with_next > self->bottom && !self->empty)
    return FALSE;
  if (block->type == PAL_BLOCK_ITEM)
    add_dot (self, block, layout);
  add_text (self, block, layout, pango_layout_get_line_count (layout), height);
  return TRUE;
}

static gboolean
place_box (PalColumn *self, const PalBlock *block, PangoLayout *layout)
{
  double height = pal_layout_get_height (layout);
  PalBox box = { self->x, self->y, self->width, height + 2 * PAL_BOX_PADDING };
  PalBox inside = { box.x + PAL_BOX_PADDING, box.y + PAL_BOX_PADDING,
                    box.width - 2 * PAL_BOX_PADDING, height };
  PalPlaced *placed;

  if (self->y + box.height > self->bottom && !self->empty)
    return FALSE;
  pal_page_hold (self->page, layout, FALSE);
  pal_column_add (self, PAL_PLACED_FRAME, block, &box);
  placed = pal_column_add (self, PAL_PLACED_TEXT, block, &inside);
  placed->layout = g_object_ref (layout);
  placed->n_lines = pango_layout_get_line_count (layout);
  /* What the box says is as black as any text. */
  placed->style = PAL_TEXT_BODY;
  self->y += box.height;
  return TRUE;
}

/* A caption stays with its figure. */
static double
measure_caption (PalColumn *self, GPtrArray *blocks, guint i)
{
  const PalBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;

  return block != NULL && block->type == PAL_BLOCK_DIM ? measure_start (self, blocks, i) : 0;
}

static gboolean
place_figure (PalColumn *self, const PalBlock *block, const PalCursor *cursor)
{
  double height = block->measure (self->page, self->width, block->data);
  double caption = measure_caption (self, cursor->blocks, cursor->next + 1);
  PalBox box = { self->x, self->y, self->width, height };

  if (self->y + height + caption > self->bottom && !self->empty)
    return FALSE;
  pal_column_add (self, PAL_PLACED_FIGURE, block, &box);
  self->y += height;
  return TRUE;
}

static gboolean
place_block (PalColumn *self, PalCursor *cursor)
{
  const PalBlock *block = cursor->blocks->pdata[cursor->next];
  g_autoptr (PangoLayout) layout = NULL;
  double top = self->y;
  gboolean done = TRUE;

  if (block->spare && !self->spares)
    return TRUE;
  if (!self->empty)
    self->y += get_space_before (self->page, block);
  layout = create_block_layout (self->page, block, cursor->offset, self->width);
  switch (block->type)
    {
    case PAL_BLOCK_HEADING:
    case PAL_BLOCK_SUBHEADING:
      done = place_kept (self, block, layout, cursor);
      break;
    case PAL_BLOCK_BODY:
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ITEM:
      done = cursor->offset == 0 && is_kept (block, layout)
                 ? place_kept (self, block, layout, cursor)
                 : place_text (self, block, layout, cursor);
      break;
    case PAL_BLOCK_BOX:
      done = place_box (self, block, layout);
      break;
    case PAL_BLOCK_FIGURE:
      done = place_figure (self, block, cursor);
      break;
    case PAL_BLOCK_ROW:
      done = pal_flow_place_row (self, block, cursor);
      break;
    case PAL_BLOCK_BREAK:
      /* The next column finds it gone. */
      self->bottom = self->empty ? self->bottom : top;
      break;
    }
  return done;
}

gboolean
pal_column_fill (PalColumn *self, PalCursor *cursor)
{
  while (!pal_cursor_is_done (cursor))
    {
      if (!place_block (self, cursor))
        return FALSE;
      cursor->next++;
      cursor->offset = 0;
      memset (cursor->cells, 0, sizeof cursor->cells);
    }
  return TRUE;
}
