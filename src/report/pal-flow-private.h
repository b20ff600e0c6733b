/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that fill columns share. */

#pragma once

#include "report/pal-flow.h"

G_BEGIN_DECLS

#define PAL_BOX_PADDING 12.0

/** pal_flow_get_indent: Returns: of one of a list. */
double pal_flow_get_indent (const PalPage *page);

/** pal_flow_count_fitting: how many lines fit into @room, and how high they are together. */
int pal_flow_count_fitting (PangoLayout *layout, double room, double *height);

/** pal_column_add: Returns: (transfer none): placed at @box, which is not yet mirrored. */
PalPlaced *pal_column_add (PalColumn *self,
                           PalPlacedType type,
                           const PalBlock *block,
                           const PalBox *box);

/* Rows of tables: pal-flow-rows.c ------------------------------------------------------------- */

/** pal_flow_measure_row_start: Returns: the height of the head and of the row below it. */
double pal_flow_measure_row_start (PalColumn *column, const PalBlock *block);

/** pal_flow_place_row: Returns: whether all of the row stands. */
gboolean pal_flow_place_row (PalColumn *column, const PalBlock *block, PalCursor *cursor);

G_END_DECLS
