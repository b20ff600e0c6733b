/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints left against right: one line a pair of regions, a bar to each side from the middle, and
 * the interval of what the leaning may be in the long run. On screen each line is a widget of its
 * own, so that nothing has to be found at a point.
 *
 * The client's left is always drawn at the left edge, headed "Left", and is not mirrored in scripts
 * that run from right to left: sides belong to the body, not to the reading, and a chart that
 * swapped them would be read wrongly by whoever looks at both. Only the words around the bars
 * change places. */

#pragma once

#include <cairo.h>

#include "draw/pal-theme.h"
#include "insight/pal-balance.h"

G_BEGIN_DECLS

/** PAL_BALANCE_HEAD_HEIGHT: pixels of the headings "Left" and "Right". */
#define PAL_BALANCE_HEAD_HEIGHT 22
/** PAL_BALANCE_ROW_HEIGHT: pixels of one pair: bars, and the interval below them. */
#define PAL_BALANCE_ROW_HEIGHT 36

/**
 * pal_balance_list:
 * @rows: (element-type PalBalanceRow): outlives the result
 *
 * Returns: (transfer full) (element-type PalBalanceRow): pairs that are marked; flagged ones first,
 *   then by how many steps of severity one side is ahead, in all
 */
GPtrArray *pal_balance_list (GArray *rows);

/** pal_balance_paint_head: paints the headings over a picture of that width. */
void pal_balance_paint_head (cairo_t *cr, double x, double y, double width, const PalTheme *theme);

/** pal_balance_paint_row: paints one pair, without its name. */
void pal_balance_paint_row (
    cairo_t *cr, double x, double y, double width, const PalBalanceRow *row, const PalTheme *theme);

/**
 * pal_balance_paint:
 * @rows: (element-type PalBalanceRow): from pal_balance_list()
 * @n_rows: how many of them
 *
 * Paints headings, names and pairs below each other, as on paper.
 */
void pal_balance_paint (
    cairo_t *cr, GPtrArray *rows, guint n_rows, double width, const PalTheme *theme);

/** pal_balance_get_height: Returns: pixels of the picture of that many pairs. */
double pal_balance_get_height (guint n_rows);

G_END_DECLS
