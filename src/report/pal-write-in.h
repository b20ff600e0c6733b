/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks to be filled in by hand: lines to write on, scales and boxes to tick. */

#pragma once

#include "report/pal-block.h"

G_BEGIN_DECLS

/**
 * pal_write_in_add_fields:
 * @labels: (element-type utf8): what is written on each line, ended by %NULL; copied
 * @shares: of the width, as many
 *
 * Lines side by side, each with its label below.
 */
void pal_write_in_add_fields (GPtrArray *blocks, const char *const *labels, const double *shares);

/** pal_write_in_add_lines: ruled lines for @n lines of handwriting. */
void pal_write_in_add_lines (GPtrArray *blocks, guint n);

/** pal_write_in_add_scale: @label and the numbers 0 … 10 in circles, with what the ends mean. */
void pal_write_in_add_scale (GPtrArray *blocks,
                             const char *label,
                             const char *low,
                             const char *high);

/** pal_write_in_add_boxes: boxes to tick with their words. @words: (transfer full): of utf8 */
void pal_write_in_add_boxes (GPtrArray *blocks, GPtrArray *words, guint n_columns);

/** pal_write_in_add_question: a question with a box for yes and one for no. */
void pal_write_in_add_question (GPtrArray *blocks, const char *question);

G_END_DECLS
