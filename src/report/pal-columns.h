/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of two columns: something across the page on top, a wide and a narrow column below. */

#pragma once

#include "report/pal-document-private.h"

G_BEGIN_DECLS

/**
 * PalColumns:
 * @top: across the first page
 * @main: the wide column
 * @side: the narrow column
 * @main_share: of the wide column
 * @spares: whether blocks that may be left out are set
 */
typedef struct
{
  GPtrArray *top;
  GPtrArray *main;
  GPtrArray *side;
  double main_share;
  gboolean spares;
} PalColumns;

/**
 * pal_columns_flow_first:
 * @main: (out): how far the wide column got
 * @side: (out): how far the narrow one got
 *
 * Places the first page anew.
 *
 * Returns: whether it holds everything
 */
gboolean pal_columns_flow_first (const PalColumns *self,
                                 PalDocument *document,
                                 PalCursor *main,
                                 PalCursor *side);

/** pal_columns_flow_rest: two columns of one width on every further page; @main comes first. */
void pal_columns_flow_rest (PalDocument *document, PalCursor *main, PalCursor *side);

/** pal_columns_flow_single: all in one column, as large print needs it. */
void pal_columns_flow_single (const PalColumns *self, PalDocument *document);

G_END_DECLS
