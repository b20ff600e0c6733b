/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter of pal-balance-paint.h. A bar is as long as the mean severity of its side; below it
 * runs the scale of the index with its interval, so that a leaning that may be none is seen to
 * cross the middle. Flagged pairs are told by a full diamond and a bold name, not by colour. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-balance-paint.h"

#include <math.h>

#include "draw/pal-chart-text.h"

#define TEXT_SIZE 12.5
#define SMALL_SIZE 11.0
#define BAR_HEIGHT 12
#define BAR_TOP 4
#define INTERVAL_Y 25
#define NAME_WIDTH 130
#define MAX_SEVERITY 3.0
/* Room of a number at the end of a bar. */
#define NUMBER_WIDTH 26

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PalBalanceRow *one = *(const PalBalanceRow *const *) a;
  const PalBalanceRow *other = *(const PalBalanceRow *const *) b;
  if (one->flag != other->flag)
    return one->flag ? -1 : 1;
  const guint sum = one->left + one->right;
  const guint other_sum = other->left + other->right;
  const double lean = fabs ((double) one->left - one->right);
  const double other_lean = fabs ((double) other->left - other->right);
  if (lean != other_lean)
    return lean < other_lean ? 1 : -1;
  if (sum != other_sum)
    return sum < other_sum ? 1 : -1;
  return (int) one->region->index - (int) other->region->index;
}

GPtrArray *
pal_balance_list (GArray *rows)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      PalBalanceRow *row = &g_array_index (rows, PalBalanceRow, i);
      if (!isnan (row->index))
        g_ptr_array_add (list, row);
    }
  g_ptr_array_sort (list, compare_rows);
  return list;
}

/* Bars -------------------------------------------------------------------------------------------
 */

static double
get_half (double width)
{
  return MAX (width / 2 - NUMBER_WIDTH, 20);
}

static void
paint_bar (cairo_t *cr,
           double width,
           double y,
           gboolean is_left,
           const PalBalanceRow *row,
           const PalTheme *theme)
{
  const guint sum = is_left ? row->left : row->right;
  const double mean = sum / (double) row->examined;
  const double length = get_half (width) * mean / MAX_SEVERITY;
  const double x = is_left ? width / 2 - length : width / 2;
  const gboolean is_heavier = row->flag && row->side == (is_left ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT);
  g_autofree char *text = g_strdup_printf ("%u", sum);
  /* Numbers take their place at the side of the body, whatever the script. */
  const PalChartText number = { .x = is_left ? x - NUMBER_WIDTH : x + length,
                                .width = NUMBER_WIDTH,
                                .middle_y = y + BAR_HEIGHT / 2.0,
                                .size = SMALL_SIZE,
                                .align = PAL_TEXT_CENTRE };

  if (sum > 0)
    {
      cairo_rectangle (cr, x + 0.5, y + 0.5, length - 1, BAR_HEIGHT - 1);
      pal_colour_set (cr, is_heavier ? &theme->severity[2] : &theme->severity[1]);
      cairo_fill_preserve (cr);
      pal_colour_set (cr, is_heavier ? &theme->severity_line[2] : &theme->severity_line[1]);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  pal_chart_text_paint (cr, &number, text, &theme->dim_text);
}

/* The index runs from all right to all left, which here is from the right edge to the left one. */
static double
get_index_x (double width, double index)
{
  return width / 2 - index * get_half (width);
}

static void
paint_interval (
    cairo_t *cr, double width, double y, const PalBalanceRow *row, const PalTheme *theme)
{
  const double from = get_index_x (width, row->high);
  const double to = get_index_x (width, row->low);
  const double at = get_index_x (width, row->index);
  const double size = 3.6;

  pal_colour_set (cr, &theme->text);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_move_to (cr, from, y - 3);
  cairo_line_to (cr, from, y + 3);
  cairo_move_to (cr, to, y - 3);
  cairo_line_to (cr, to, y + 3);
  cairo_stroke (cr);
  cairo_move_to (cr, at, y - size);
  cairo_line_to (cr, at + size, y);
  cairo_line_to (cr, at, y + size);
  cairo_line_to (cr, at - size, y);
  cairo_close_path (cr);
  pal_colour_set (cr, row->flag ? &theme->text : &theme->ground);
  cairo_fill_preserve (cr);
  pal_colour_set (cr, &theme->text);
  cairo_stroke (cr);
}

void
pal_balance_paint_row (
    cairo_t *cr, double x, double y, double width, const PalBalanceRow *row, const PalTheme *theme)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  pal_colour_set (cr, &theme->border);
  cairo_rectangle (cr, width / 2 - 0.5, 0, 1, PAL_BALANCE_ROW_HEIGHT);
  cairo_fill (cr);
  paint_bar (cr, width, BAR_TOP, TRUE, row, theme);
  paint_bar (cr, width, BAR_TOP, FALSE, row, theme);
  if (!isnan (row->low))
    paint_interval (cr, width, INTERVAL_Y, row, theme);
  cairo_restore (cr);
}

void
pal_balance_paint_head (cairo_t *cr, double x, double y, double width, const PalTheme *theme)
{
  PalChartText side = { .x = x,
                        .width = width / 2 - 8,
                        .middle_y = y + PAL_BALANCE_HEAD_HEIGHT / 2.0,
                        .size = TEXT_SIZE,
                        .bold = TRUE,
                        .align = PAL_TEXT_CENTRE };
  pal_chart_text_paint (cr, &side, pal_side_get_name (PAL_SIDE_LEFT), &theme->text);
  side.x = x + width / 2 + 8;
  pal_chart_text_paint (cr, &side, pal_side_get_name (PAL_SIDE_RIGHT), &theme->text);
}

void
pal_balance_paint (cairo_t *cr, GPtrArray *rows, guint n_rows, double width, const PalTheme *theme)
{
  const double chart = width - NAME_WIDTH;
  pal_balance_paint_head (cr, NAME_WIDTH, 0, chart, theme);
  for (guint i = 0; i < n_rows && i < rows->len; i++)
    {
      const PalBalanceRow *row = g_ptr_array_index (rows, i);
      const double y = PAL_BALANCE_HEAD_HEIGHT + i * (double) PAL_BALANCE_ROW_HEIGHT;
      const PalChartText name = { .width = NAME_WIDTH - 8,
                                  .middle_y = y + PAL_BALANCE_ROW_HEIGHT / 2.0,
                                  .size = TEXT_SIZE,
                                  .bold = row->flag };
      pal_chart_text_paint (cr, &name, pal_region_get_short_name (row->region), &theme->text);
      pal_balance_paint_row (cr, NAME_WIDTH, y, chart, row, theme);
    }
}

double
pal_balance_get_height (guint n_rows)
{
  return PAL_BALANCE_HEAD_HEIGHT + n_rows * (double) PAL_BALANCE_ROW_HEIGHT;
}
