/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks and their points as rows. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include "store/pal-visit-rows.h"

guint
pal_visit_count_marks (gconstpointer record)
{
  return ((const PalVisit *) record)->marks->len;
}

void
pal_visit_fill_mark (gconstpointer record, guint i, PalRow *row)
{
  const PalMark *mark = ((const PalVisit *) record)->marks->pdata[i];

  pal_row_add_text (row, mark->region);
  pal_row_add_int (row, mark->side);
  pal_row_add_text (row, mark->kind);
  pal_row_add_number (row, mark->before, PAL_UNSET);
  pal_row_add_number (row, mark->after, PAL_UNSET);
  pal_row_add_list (row, mark->techniques);
  pal_row_add_number (row, mark->minutes, PAL_UNSET);
  pal_row_add_list (row, mark->responses);
  pal_row_add_int (row, mark->source);
  pal_row_add_int (row, mark->carried);
  pal_row_add_int (row, mark->concern);
  pal_row_add_text (row, mark->note);
}

void
pal_visit_read_mark (gpointer record, PalReader *reader)
{
  PalMark *mark = g_new0 (PalMark, 1);

  mark->region = pal_reader_text (reader);
  mark->side = (PalSide) pal_reader_int (reader);
  mark->kind = pal_reader_text (reader);
  mark->before = (int) pal_reader_number (reader, PAL_UNSET);
  mark->after = (int) pal_reader_number (reader, PAL_UNSET);
  mark->techniques = pal_reader_list (reader);
  mark->minutes = (int) pal_reader_number (reader, PAL_UNSET);
  mark->responses = pal_reader_list (reader);
  mark->source = (PalSource) pal_reader_int (reader);
  mark->carried = pal_reader_int (reader) != 0;
  mark->concern = (PalConcern) pal_reader_int (reader);
  mark->note = pal_reader_text (reader);
  g_ptr_array_add (((PalVisit *) record)->marks, mark);
}

static guint
count_points_of (const PalMark *mark)
{
  return mark->points != NULL ? mark->points->len : 0;
}

guint
pal_visit_count_points (gconstpointer record)
{
  const PalVisit *visit = record;
  guint n = 0;

  for (guint i = 0; i < visit->marks->len; i++)
    n += count_points_of (visit->marks->pdata[i]);
  return n;
}

void
pal_visit_fill_point (gconstpointer record, guint i, PalRow *row)
{
  const PalVisit *visit = record;
  const PalMarkPoint *point;
  guint mark = 0;

  while (i >= count_points_of (visit->marks->pdata[mark]))
    i -= count_points_of (visit->marks->pdata[mark++]);
  point = &g_array_index (((const PalMark *) visit->marks->pdata[mark])->points, PalMarkPoint, i);
  pal_row_add_int (row, mark);
  pal_row_add_int (row, point->view);
  pal_row_add_coordinate (row, point->x);
  pal_row_add_coordinate (row, point->y);
  pal_row_add_int (row, point->refers);
  pal_row_add_coordinate (row, point->refers ? point->to_x : 0);
  pal_row_add_coordinate (row, point->refers ? point->to_y : 0);
}

void
pal_visit_read_point (gpointer record, PalReader *reader)
{
  PalVisit *visit = record;
  gint64 index = pal_reader_int (reader);
  PalMarkPoint point;
  PalMark *mark;

  /* A foreign key says that the mark is there; a damaged file may say otherwise. */
  if (index < 0 || index >= visit->marks->len)
    return;
  mark = visit->marks->pdata[index];
  point.view = (PalView) pal_reader_int (reader);
  point.x = pal_reader_real (reader);
  point.y = pal_reader_real (reader);
  point.refers = pal_reader_int (reader) != 0;
  point.to_x = pal_reader_real (reader);
  point.to_y = pal_reader_real (reader);
  if (mark->points == NULL)
    mark->points = g_array_new (FALSE, FALSE, sizeof (PalMarkPoint));
  g_array_append_val (mark->points, point);
}
