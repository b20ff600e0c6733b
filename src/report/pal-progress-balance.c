/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Left against right in a progress report: a picture of mirrored bars with their intervals, and the
 * pairs that stand out in words. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-balance-paint.h"
#include "report/pal-progress-private.h"
#include "report/pal-words-insight.h"

/* Points a pixel. */
#define SCALE 0.8
#define LARGE_SCALE 1.2
#define NAME_SHARE 0.34
#define MAX_BARS 8
#define LARGE_MAX_BARS 6
#define MAX_PAIRS 10

/* Picture
 * -------------------------------------------------------------------------------------------- */

static double
get_scale (const PalPage *page)
{
  return page->large ? LARGE_SCALE : SCALE;
}

static guint
count_bars (const PalPage *page, const GPtrArray *rows)
{
  return MIN (rows->len, page->large ? LARGE_MAX_BARS : MAX_BARS);
}

static double
measure_bars (const PalPage *page, double width, gpointer data)
{
  return pal_balance_get_height (count_bars (page, data)) * get_scale (page);
}

static void
paint_name (const PalPage *page, cairo_t *cr, const PalBalanceRow *row, const PalBox *box)
{
  double x = pal_page_mirror (page, box->x, box->width);
  g_autoptr (PangoLayout) name =
      pal_page_create_layout (page, pal_region_get_short_name (row->region), PAL_TEXT_CELL,
                              box->width);

  if (row->flag)
    pango_attr_list_insert (pango_layout_get_attributes (name),
                            pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pal_page_hold (page, name, FALSE);
  pal_page_show (page, cr, name, x, box->y + (box->height - pal_layout_get_height (name)) / 2,
                 box->width, PAL_TEXT_CELL);
}

/* Names stand where reading begins; left stays left. */
static void
paint_bars (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const GPtrArray *rows = data;
  const PalTheme *theme = pal_page_get_theme (page);
  double scale = get_scale (page), names = box->width * NAME_SHARE;
  double chart = (box->width - names) / scale;
  double chart_x = page->mirrored ? box->x : box->x + names;

  for (guint i = 0; i < count_bars (page, rows); i++)
    {
      double height = PAL_BALANCE_ROW_HEIGHT * scale;
      PalBox place = { page->mirrored ? box->x + box->width - names : box->x,
                       box->y + PAL_BALANCE_HEAD_HEIGHT * scale + i * height, names - 8, height };

      if (page->mirrored)
        place.x += 8;
      paint_name (page, cr, rows->pdata[i], &place);
    }
  cairo_save (cr);
  cairo_translate (cr, chart_x, box->y);
  cairo_scale (cr, scale, scale);
  pal_balance_paint_head (cr, 0, 0, chart, theme);
  for (guint i = 0; i < count_bars (page, rows); i++)
    pal_balance_paint_row (cr, 0, PAL_BALANCE_HEAD_HEIGHT + i * (double) PAL_BALANCE_ROW_HEIGHT,
                           chart, rows->pdata[i], theme);
  cairo_restore (cr);
}

/* Words
 * ---------------------------------------------------------------------------------------------- */

static void
add_pairs (const PalProgress *self, const GPtrArray *rows)
{
  static const double shares[] = { 0.34, 0.3, 0.36, 0 };
  const char *const head[] = { _ ("Region"), _ ("Marked, all visits"), _ ("What it shows"), NULL };
  g_autoptr (PalTable) table = pal_progress_new_table (shares, head);
  guint n = 0;

  for (guint i = 0; i < rows->len && n < MAX_PAIRS; i++)
    {
      const PalBalanceRow *row = rows->pdata[i];
      char **cells;

      if (!row->flag)
        continue;
      cells = g_new0 (char *, 4);
      cells[0] = g_strdup (pal_region_get_name (row->region));
      cells[1] = pal_words_balance_numbers (row);
      cells[2] = pal_words_balance (row);
      pal_blocks_add_row (self->document->blocks, table, cells);
      n++;
    }
  if (n == 0)
    pal_blocks_add (self->document->blocks, PAL_BLOCK_BODY,
                    _ ("No pair leans so far that chance would not explain it."));
}

void
pal_progress_add_balance (const PalProgress *self)
{
  GPtrArray *blocks = self->document->blocks, *rows = pal_balance_list (self->insights->balance);

  if (rows->len == 0)
    {
      g_ptr_array_unref (rows);
      return;
    }
  pal_blocks_add (blocks, PAL_BLOCK_HEADING, _ ("Left against right"));
  pal_blocks_add_figure (blocks, measure_bars, paint_bars, rows,
                         (GDestroyNotify) g_ptr_array_unref);
  pal_blocks_add (blocks, PAL_BLOCK_DIM,
                  _ ("A bar is as long as its side was marked on average. The line below it is the "
                     "range in which the leaning may truly lie; where it crosses the middle, there "
                     "may be none. Pairs that stand out are in bold, with a full diamond."));
  add_pairs (self, rows);
}
