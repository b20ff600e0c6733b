/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: the parts of a visit, and what pal-mark-rows.c gives to their list. */

#pragma once

#include "store/pal-record-rows.h"

G_BEGIN_DECLS

/** PalVisitPart: places in the list of pal_visit_get_parts(). */
typedef enum
{
  PAL_VISIT_PART_MARKS,
  PAL_VISIT_PART_POINTS,
  PAL_VISIT_PART_COMPLAINT,
  PAL_VISIT_PART_TESTS,
  PAL_VISIT_PART_INK,
  PAL_VISIT_PART_AMENDMENTS,
  PAL_VISIT_PART_CONSENTS,
  PAL_VISIT_PART_REQUEST_AREAS,
  PAL_VISIT_PART_SUMMARY_TEXTS,
  PAL_VISIT_N_PARTS
} PalVisitPart;

#define PAL_VISIT_PART(table, columns, places, count_rows, fill_row, read_row)                     \
  {                                                                                                \
    .name = table, .insert = PAL_PART_INSERT (table, "visit", columns, places),                    \
    .cut = PAL_PART_CUT (table, "visit"), .of_one = PAL_PART_OF_ONE (table, "visit", columns),     \
    .of_client = PAL_PART_OF_CLIENT (table, columns), .count = count_rows, .fill = fill_row,       \
    .read = read_row                                                                               \
  }

#define PAL_MARK_COLUMNS                                                                           \
  "region, side, kind, severity_before, severity_after, techniques, minutes, responses, source, "  \
  "carried, concern, note"
#define PAL_MARK_PLACES "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14"

guint pal_visit_count_marks (gconstpointer record);
void pal_visit_fill_mark (gconstpointer record, guint i, PalRow *row);
void pal_visit_read_mark (gpointer record, PalReader *reader);

/* The points of all marks of a visit in one list; each row says which mark it belongs to. */
#define PAL_POINT_COLUMNS "mark, view, x, y, refers, to_x, to_y"
#define PAL_POINT_PLACES "?3, ?4, ?5, ?6, ?7, ?8, ?9"

guint pal_visit_count_points (gconstpointer record);
void pal_visit_fill_point (gconstpointer record, guint i, PalRow *row);
void pal_visit_read_point (gpointer record, PalReader *reader);

G_END_DECLS
