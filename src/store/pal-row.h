/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: a row of cells, filled from a record, compared with another and bound to a
 * statement; and how a column is read back. What is unset in a record is null in the file. */

#pragma once

#include "store/pal-database.h"

G_BEGIN_DECLS

/** PalCell: one value. Text and bytes belong to the record or to the row. */
typedef struct
{
  int type; /* SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL */
  union
  {
    gint64 integer;
    double real;
    gconstpointer bytes;
  };
  gsize length;
} PalCell;

#define PAL_ROW_MAX_CELLS 48
#define PAL_ROW_MAX_OWNED 8

/**
 * PalRow:
 *
 * Lives on the stack, borrows from the record it is filled from. The widest table has some forty
 * columns.
 */
typedef struct
{
  guint n_cells;
  guint n_owned;
  PalCell cells[PAL_ROW_MAX_CELLS];
  gpointer owned[PAL_ROW_MAX_OWNED];
} PalRow;

/** pal_row_init: an empty row; a row is 1 kB, so it is not zeroed as a whole. */
void pal_row_init (PalRow *self);
void pal_row_clear (PalRow *self);

void pal_row_add_int (PalRow *self, gint64 value);
/** pal_row_add_number: null for @unset. */
void pal_row_add_number (PalRow *self, gint64 value, gint64 unset);
/** pal_row_add_real: null for %PAL_UNSET. */
void pal_row_add_real (PalRow *self, double value);
/** pal_row_add_coordinate: any finite number, also a negative one. */
void pal_row_add_coordinate (PalRow *self, double value);
void pal_row_add_text (PalRow *self, const char *text);
/** pal_row_add_list: a list of ids as text, each with a line break behind it; null for %NULL. An id
 * that holds a line break itself is refused when the row is bound. */
void pal_row_add_list (PalRow *self, char **list);
/** pal_row_add_doubles: (element-type double): as little-endian bytes. */
void pal_row_add_doubles (PalRow *self, GArray *values);

gboolean pal_row_equal (const PalRow *a, const PalRow *b);

/** pal_row_bind: binds the cells from parameter @first on; refuses text that is not UTF-8 and
 * numbers that are none. */
gboolean pal_row_bind (
    const PalRow *self, PalDatabase *database, PalStatement *statement, int first, GError **error);

/** pal_row_feed: into a digest, each cell with its type and length before it. */
void pal_row_feed (const PalRow *self, GChecksum *checksum);

/** pal_checksum_feed_int: eight bytes, little-endian. */
void pal_checksum_feed_int (GChecksum *checksum, gint64 value);
/** pal_checksum_feed: the length, then the bytes, so that no two sequences share bytes. */
void pal_checksum_feed (GChecksum *checksum, gconstpointer bytes, gsize length);

/* Reading a column; each takes the next one. -------------------------------------------------- */

/** PalReader: a place in a row of results. */
typedef struct
{
  PalStatement *statement;
  int column;
} PalReader;

gint64 pal_reader_int (PalReader *self);
gint64 pal_reader_number (PalReader *self, gint64 unset);
double pal_reader_real (PalReader *self);
/** pal_reader_text: Returns: (transfer full) (nullable) */
char *pal_reader_text (PalReader *self);
/** pal_reader_list: Returns: (transfer full) (nullable) */
char **pal_reader_list (PalReader *self);
/** pal_reader_doubles: appends to @values. */
void pal_reader_doubles (PalReader *self, GArray *values);

G_END_DECLS
