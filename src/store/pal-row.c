/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells between records and statements. */

#define G_LOG_DOMAIN "pal-store"

#include "config.h"

#include <math.h>
#include <string.h>

#include "store/pal-row.h"
#include "store/pal-store-error.h"

/* A cell nothing can be stored for; binding it fails. Types of the engine start at 1. */
#define CELL_BAD 0

G_STATIC_ASSERT (sizeof (double) == sizeof (guint64));

static PalCell *
add_cell (PalRow *self, int type)
{
  PalCell *cell = &self->cells[self->n_cells];

  g_assert (self->n_cells < PAL_ROW_MAX_CELLS);
  self->n_cells++;
  cell->type = type;
  cell->length = 0;
  cell->bytes = NULL;
  return cell;
}

static void
add_owned (PalRow *self, int type, gpointer bytes, gsize length)
{
  PalCell *cell = add_cell (self, type);

  g_assert (self->n_owned < PAL_ROW_MAX_OWNED);
  self->owned[self->n_owned++] = bytes;
  cell->bytes = bytes;
  cell->length = length;
}

void
pal_row_init (PalRow *self)
{
  self->n_cells = 0;
  self->n_owned = 0;
}

void
pal_row_clear (PalRow *self)
{
  for (guint i = 0; i < self->n_owned; i++)
    g_free (self->owned[i]);
  pal_row_init (self);
}

void
pal_row_add_int (PalRow *self, gint64 value)
{
  add_cell (self, SQLITE_INTEGER)->integer = value;
}

void
pal_row_add_number (PalRow *self, gint64 value, gint64 unset)
{
  if (value == unset)
    add_cell (self, SQLITE_NULL);
  else
    pal_row_add_int (self, value);
}

void
pal_row_add_real (PalRow *self, double value)
{
  if (value == PAL_UNSET)
    add_cell (self, SQLITE_NULL);
  else
    pal_row_add_coordinate (self, value);
}

void
pal_row_add_coordinate (PalRow *self, double value)
{
  add_cell (self, isfinite (value) ? SQLITE_FLOAT : CELL_BAD)->real = value;
}

void
pal_row_add_text (PalRow *self, const char *text)
{
  PalCell *cell = add_cell (self, text != NULL ? SQLITE_TEXT : SQLITE_NULL);

  cell->bytes = text;
  cell->length = text != NULL ? strlen (text) : 0;
}

void
pal_row_add_list (PalRow *self, char **list)
{
  GString *text;
  gsize length;

  if (list == NULL)
    {
      add_cell (self, SQLITE_NULL);
      return;
    }
  for (guint i = 0; list[i] != NULL; i++)
    if (strchr (list[i], '\n') != NULL)
      {
        add_cell (self, CELL_BAD);
        return;
      }
  text = g_string_new (NULL);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_string_append (text, list[i]);
      g_string_append_c (text, '\n');
    }
  length = text->len;
  add_owned (self, SQLITE_TEXT, g_string_free (text, FALSE), length);
}

void
pal_row_add_doubles (PalRow *self, GArray *values)
{
  guint n = values != NULL ? values->len : 0;
  guint64 *bytes = g_new (guint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint64 bits;

      memcpy (&bits, &g_array_index (values, double, i), sizeof bits);
      bytes[i] = GUINT64_TO_LE (bits);
    }
  add_owned (self, SQLITE_BLOB, bytes, n * sizeof (guint64));
}

static gboolean
cells_equal (const PalCell *a, const PalCell *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case SQLITE_INTEGER:
      return a->integer == b->integer;
    case SQLITE_FLOAT:
      return a->real == b->real;
    case SQLITE_NULL:
      return TRUE;
    case CELL_BAD:
      return FALSE;
    default:
      return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
    }
}

gboolean
pal_row_equal (const PalRow *a, const PalRow *b)
{
  if (a->n_cells != b->n_cells)
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (!cells_equal (&a->cells[i], &b->cells[i]))
      return FALSE;
  return TRUE;
}

static int
bind_cell (const PalCell *cell, PalStatement *statement, int index)
{
  switch (cell->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, index, cell->integer);
    case SQLITE_FLOAT:
      return sqlite3_bind_double (statement, index, cell->real);
    case SQLITE_TEXT:
      /* The engine would keep bytes that are no text, and nothing could show them again. */
      if (!g_utf8_validate_len (cell->bytes, cell->length, NULL))
        return SQLITE_MISMATCH;
      return sqlite3_bind_text64 (statement, index, cell->bytes, cell->length, SQLITE_STATIC,
                                  SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64 (statement, index, cell->bytes, cell->length, SQLITE_STATIC);
    case SQLITE_NULL:
      return sqlite3_bind_null (statement, index);
    default:
      return SQLITE_MISMATCH;
    }
}

gboolean
pal_row_bind (
    const PalRow *self, PalDatabase *database, PalStatement *statement, int first, GError **error)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      int rc = bind_cell (&self->cells[i], statement, first + (int) i);

      if (rc == SQLITE_OK)
        continue;
      pal_store_set_engine_error (error, NULL, rc, pal_database_get_path (database));
      return FALSE;
    }
  return TRUE;
}

void
pal_checksum_feed_int (GChecksum *checksum, gint64 value)
{
  guint64 bytes = GUINT64_TO_LE ((guint64) value);

  g_checksum_update (checksum, (const guchar *) &bytes, sizeof bytes);
}

void
pal_checksum_feed (GChecksum *checksum, gconstpointer bytes, gsize length)
{
  pal_checksum_feed_int (checksum, (gint64) length);
  g_checksum_update (checksum, bytes, (gssize) length);
}

void
pal_row_feed (const PalRow *self, GChecksum *checksum)
{
  pal_checksum_feed_int (checksum, self->n_cells);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const PalCell *cell = &self->cells[i];
      guint64 bits;

      pal_checksum_feed_int (checksum, cell->type);
      if (cell->type == SQLITE_FLOAT)
        {
          memcpy (&bits, &cell->real, sizeof bits);
          pal_checksum_feed_int (checksum, (gint64) bits);
        }
      else if (cell->type == SQLITE_INTEGER)
        pal_checksum_feed_int (checksum, cell->integer);
      else
        pal_checksum_feed (checksum, cell->bytes, cell->length);
    }
}

gint64
pal_reader_int (PalReader *self)
{
  return sqlite3_column_int64 (self->statement, self->column++);
}

gint64
pal_reader_number (PalReader *self, gint64 unset)
{
  int column = self->column++;

  if (sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return unset;
  return sqlite3_column_int64 (self->statement, column);
}

double
pal_reader_real (PalReader *self)
{
  int column = self->column++;

  if (sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return PAL_UNSET;
  return sqlite3_column_double (self->statement, column);
}

char *
pal_reader_text (PalReader *self)
{
  return g_strdup ((const char *) sqlite3_column_text (self->statement, self->column++));
}

char **
pal_reader_list (PalReader *self)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, self->column++);
  guint n = 0;

  if (text == NULL)
    return NULL;
  for (const char *at = text; *at != '\0'; at++)
    n += *at == '\n' || at[1] == '\0';

  char **list = g_new (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *end = strchrnul (text, '\n');

      list[i] = g_strndup (text, (gsize) (end - text));
      text = end + 1;
    }
  list[n] = NULL;
  return list;
}

void
pal_reader_doubles (PalReader *self, GArray *values)
{
  const guint8 *bytes = sqlite3_column_blob (self->statement, self->column);
  guint n = (guint) sqlite3_column_bytes (self->statement, self->column) / sizeof (guint64);

  self->column++;
  for (guint i = 0; i < n; i++)
    {
      guint64 bits;
      double value;

      memcpy (&bits, bytes + i * sizeof bits, sizeof bits);
      bits = GUINT64_FROM_LE (bits);
      memcpy (&value, &bits, sizeof value);
      g_array_append_val (values, value);
    }
}
