/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading tables of training. What a client has is joined in pal-training-merge.c. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-training-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MAX_COLUMNS 64
#define MAX_SESSIONS 100

typedef enum
{
  COLUMN_WEEK,
  COLUMN_DATE,
  COLUMN_KM,
  COLUMN_LONGEST,
  COLUMN_MINUTES,
  COLUMN_SESSIONS,
  COLUMN_EFFORT,
  COLUMN_TERRAIN,
  COLUMN_SHOES,
  COLUMN_N
} Column;

/* Beside each name that of the user's language is known. */
static const struct
{
  const char *name;
  Column column;
} names[] = {
  { N_ ("week"), COLUMN_WEEK },
  { N_ ("date"), COLUMN_DATE },
  { "day", COLUMN_DATE },
  { "activity date", COLUMN_DATE },
  { "km", COLUMN_KM },
  { N_ ("distance"), COLUMN_KM },
  { "distance km", COLUMN_KM },
  { "longest km", COLUMN_LONGEST },
  { N_ ("longest run"), COLUMN_LONGEST },
  { "longest", COLUMN_LONGEST },
  { N_ ("minutes"), COLUMN_MINUTES },
  { "min", COLUMN_MINUTES },
  { N_ ("sessions"), COLUMN_SESSIONS },
  { "runs", COLUMN_SESSIONS },
  { N_ ("effort"), COLUMN_EFFORT },
  { "rpe", COLUMN_EFFORT },
  { N_ ("terrain"), COLUMN_TERRAIN },
  { N_ ("shoes"), COLUMN_SHOES },
};

/**
 * Reader:
 * @at: the next character
 * @line: of the cell being read, from 1
 * @columns: by place in a row; %COLUMN_N for one that is left out
 */
typedef struct
{
  const char *at;
  char separator;
  guint line;
  Column columns[MAX_COLUMNS];
  guint n_columns;
  gboolean has[COLUMN_N];
  PalVocabulary *vocabulary;
  PalTrainingTable *table;
} Reader;

/** Row: one line as it was understood. */
typedef struct
{
  PalDate day;
  double km;
  double longest_km;
  int minutes;
  int sessions;
  double effort;
  char **terrain;
  char *shoes;
} Row;

static gboolean
refuse (guint line, GError **error, char *what)
{
  g_autofree char *owned = what;

  g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID,
               /* Translators: %1$u is the number of a line, %2$s what is wrong there. */
               _ ("Line %1$u: %2$s"), line, owned);
  return FALSE;
}

/* Cells ------------------------------------------------------------------------------------------
 */

static gboolean
read_quoted (Reader *reader, GString *cell, GError **error)
{
  const guint line = reader->line;

  for (reader->at++; *reader->at != '\0'; reader->at++)
    {
      if (*reader->at == '"' && reader->at[1] != '"')
        {
          reader->at++;
          return TRUE;
        }
      if (*reader->at == '"')
        reader->at++;
      if (*reader->at == '\n')
        reader->line++;
      g_string_append_c (cell, *reader->at);
    }
  return refuse (line, error, g_strdup (_ ("a quotation mark is never closed.")));
}

/* One cell without the blanks around it; the reader then stands at a separator or a line's end. */
static char *
read_cell (Reader *reader, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*reader->at == ' ')
    reader->at++;
  if (*reader->at == '"' && !read_quoted (reader, cell, error))
    return NULL;
  while (*reader->at != '\0' && *reader->at != '\n' && *reader->at != '\r' &&
         *reader->at != reader->separator)
    g_string_append_c (cell, *reader->at++);
  return g_strdup (g_strstrip (cell->str));
}

/* Returns: (nullable): the cells of the line; an empty line has one empty cell. */
static GPtrArray *
read_cells (Reader *reader, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      char *cell = read_cell (reader, error);

      if (cell == NULL)
        return NULL;
      g_ptr_array_add (cells, cell);
      if (*reader->at != reader->separator || *reader->at == '\0')
        break;
      reader->at++;
    }
  if (*reader->at == '\r')
    reader->at++;
  if (*reader->at == '\n')
    reader->at++;
  return g_steal_pointer (&cells);
}

static gboolean
is_empty (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      if (*(const char *) g_ptr_array_index (cells, i) != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Columns ----------------------------------------------------------------------------------------
 */

/* "Distance (km)" and "longest_km" without case, brackets and strokes. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    {
      if (strchr ("()[]", *at) != NULL)
        continue;
      g_string_append_c (plain, *at == '_' || *at == '-' ? ' ' : *at);
    }
  g_strstrip (plain->str);
  return g_string_free (plain, FALSE);
}

static Column
find_column (const char *name)
{
  g_autofree char *folded = fold_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = fold_name (_ (names[i].name));

      if (g_str_equal (folded, names[i].name) || g_str_equal (folded, own))
        return names[i].column;
    }
  return COLUMN_N;
}

static char
find_separator (const char *text)
{
  const gsize length = strcspn (text, "\r\n");

  if (memchr (text, '\t', length) != NULL)
    return '\t';
  return memchr (text, ';', length) != NULL ? ';' : ',';
}

static gboolean
read_header (Reader *reader, GError **error)
{
  g_autoptr (GPtrArray) cells = read_cells (reader, error);

  if (cells == NULL)
    return FALSE;
  if (cells->len > MAX_COLUMNS)
    return refuse (1, error, g_strdup (_ ("there are too many columns.")));
  for (guint i = 0; i < cells->len; i++)
    {
      const char *name = g_ptr_array_index (cells, i);
      const Column column = find_column (name);

      if (column != COLUMN_N && reader->has[column])
        /* Translators: %s is the name of a column. */
        return refuse (1, error, g_strdup_printf (_ ("the column “%s” is there twice."), name));
      if (column == COLUMN_N)
        reader->table->n_unknown_columns += *name != '\0';
      else
        reader->has[column] = TRUE;
      reader->columns[i] = column;
    }
  reader->n_columns = cells->len;
  if (!reader->has[COLUMN_WEEK] && !reader->has[COLUMN_DATE])
    /* Translators: the words in quotation marks are names of columns: leave them as they are. */
    return refuse (1, error,
                   g_strdup (_ ("no column is named “week” or “date”. The first line must name "
                                "the columns.")));
  reader->line++;
  return TRUE;
}

/* Values -----------------------------------------------------------------------------------------
 */

/* As people and programs write days: year first, or day first with points, or with a time behind.
 */
static gboolean
parse_day (const char *text, PalDate *day)
{
  g_autofree char *first = g_strndup (text, strcspn (text, " T"));
  int year, month, number;
  char rest;

  if (pal_date_parse (first, day))
    return TRUE;
  if (sscanf (first, "%2d.%2d.%4d%c", &number, &month, &year, &rest) != 3)
    return FALSE;
  *day = pal_date_new (year, month, number);
  return *day != PAL_NO_DATE;
}

static PalDate
get_monday (PalDate day)
{
  /* Day 0 was a Thursday. */
  return day - ((day + 3) % 7 + 7) % 7;
}

static gboolean
read_number (
    const char *text, const char *name, double max, guint line, double *number, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;

  *number = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || !isfinite (*number))
    /* Translators: 1: what was found, 2: the name of a column. */
    return refuse (line, error,
                   g_strdup_printf (_ ("“%1$s” is no number for “%2$s”."), text, name));
  if (*number < 0 || *number > max)
    return refuse (line, error,
                   /* Translators: 1: the name of a column, 2: the largest number allowed. */
                   g_strdup_printf (_ ("“%1$s” must be between 0 and %2$g."), name, max));
  return TRUE;
}

static gboolean
read_count (const char *text, const char *name, int max, guint line, int *count, GError **error)
{
  double number;

  if (!read_number (text, name, max, line, &number, error))
    return FALSE;
  if (number != floor (number))
    /* Translators: %s is the name of a column. */
    return refuse (line, error, g_strdup_printf (_ ("“%s” must be a whole number."), name));
  *count = (int) number;
  return TRUE;
}

static gboolean
read_day (
    Reader *reader, const char *text, gboolean is_week, guint line, PalDate *day, GError **error)
{
  if (is_week && pal_week_parse (text, day))
    return TRUE;
  if (!parse_day (text, day))
    return refuse (line, error,
                   /* Translators: %s is what was found instead of a day. */
                   g_strdup_printf (_ ("“%s” is no day. Write it as in 2026-03-01."), text));
  if (!pal_date_is_sane (*day))
    /* Translators: %s is a day. */
    return refuse (line, error, g_strdup_printf (_ ("%s is too far away."), text));
  if (is_week)
    *day = get_monday (*day);
  return TRUE;
}

static gboolean
read_terrain (Reader *reader, const char *text, guint line, char ***terrain, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = g_ascii_strdown (words[i], -1);

      if (*id == '\0')
        continue;
      if (pal_vocabulary_find (reader->vocabulary, PAL_TERMS_TERRAIN, id) == NULL)
        /* Translators: %s is what was found instead of a kind of ground. */
        return refuse (line, error, g_strdup_printf (_ ("“%s” is no terrain we know."), words[i]));
      g_strv_builder_add (known, id);
    }
  *terrain = g_strv_builder_end (known);
  return TRUE;
}

static gboolean
read_shoes (const char *text, guint line, char **shoes, GError **error)
{
  if (g_utf8_strlen (text, -1) > PAL_MAX_NAME_CHARS)
    return refuse (line, error, g_strdup (_ ("the name of the shoes is too long.")));
  *shoes = g_strdup (text);
  return TRUE;
}

static gboolean
read_value (Reader *reader, Column column, const char *text, guint line, Row *row, GError **error)
{
  const char *name = column == COLUMN_N ? "" : NULL;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    if (names[i].column == column)
      name = names[i].name;
  switch (column)
    {
    case COLUMN_WEEK:
      return read_day (reader, text, TRUE, line, &row->day, error);
    case COLUMN_DATE:
      return reader->has[COLUMN_WEEK] || read_day (reader, text, FALSE, line, &row->day, error);
    case COLUMN_KM:
      return read_number (text, name, PAL_MAX_KM, line, &row->km, error);
    case COLUMN_LONGEST:
      return read_number (text, name, PAL_MAX_KM, line, &row->longest_km, error);
    case COLUMN_MINUTES:
      return read_count (text, name, PAL_MAX_TRAINING_MINUTES, line, &row->minutes, error);
    case COLUMN_SESSIONS:
      return read_count (text, name, MAX_SESSIONS, line, &row->sessions, error);
    case COLUMN_EFFORT:
      return read_number (text, name, 10, line, &row->effort, error);
    case COLUMN_TERRAIN:
      return read_terrain (reader, text, line, &row->terrain, error);
    case COLUMN_SHOES:
      return read_shoes (text, line, &row->shoes, error);
    case COLUMN_N:
      break;
    }
  return TRUE;
}

/* Rows -------------------------------------------------------------------------------------------
 */

static void
take_week (Reader *reader, Row *row)
{
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);

  week->monday = row->day;
  week->km = row->km;
  week->longest_km = row->longest_km;
  week->minutes = row->minutes;
  week->sessions = row->sessions;
  week->effort = row->effort;
  week->terrain = g_steal_pointer (&row->terrain);
  week->shoes = g_steal_pointer (&row->shoes);
  g_ptr_array_add (reader->table->weeks, week);
}

static void
take_run (Reader *reader, Row *row)
{
  PalRun *run = g_new0 (PalRun, 1);

  run->date = row->day;
  run->km = row->km;
  run->minutes = row->minutes;
  run->effort = row->effort;
  run->terrain = row->terrain != NULL ? g_strdup (row->terrain[0]) : NULL;
  run->shoes = g_steal_pointer (&row->shoes);
  g_ptr_array_add (reader->table->runs, run);
}

static gboolean
is_week_there (Reader *reader, PalDate monday)
{
  for (guint i = 0; i < reader->table->weeks->len; i++)
    {
      if (((PalTrainingWeek *) g_ptr_array_index (reader->table->weeks, i))->monday == monday)
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_row (Reader *reader, guint line, Row *row, GError **error)
{
  if (row->day == PAL_NO_DATE)
    return refuse (line, error, g_strdup (_ ("the day or week is missing.")));
  if (!reader->has[COLUMN_WEEK])
    {
      take_run (reader, row);
      return TRUE;
    }
  if (is_week_there (reader, row->day))
    {
      g_autofree char *week = pal_week_format (row->day);

      /* Translators: %s is a week, as in 2026-W09. */
      return refuse (line, error, g_strdup_printf (_ ("the week %s is there twice."), week));
    }
  take_week (reader, row);
  return TRUE;
}

static gboolean
read_row (Reader *reader, GError **error)
{
  const guint line = reader->line;
  g_autoptr (GPtrArray) cells = read_cells (reader, error);
  Row row = { PAL_NO_DATE, PAL_UNSET, PAL_UNSET, PAL_UNSET, PAL_UNSET, PAL_UNSET, NULL, NULL };
  gboolean good = cells != NULL;

  reader->line++;
  if (!good || is_empty (cells))
    return good;
  if (cells->len > reader->n_columns)
    return refuse (line, error, g_strdup (_ ("there are more cells than columns.")));
  for (guint i = 0; i < cells->len && good; i++)
    {
      const char *text = g_ptr_array_index (cells, i);

      if (*text != '\0')
        good = read_value (reader, reader->columns[i], text, line, &row, error);
    }
  good = good && take_row (reader, line, &row, error);
  g_strfreev (row.terrain);
  g_free (row.shoes);
  return good;
}

void
pal_training_table_free (PalTrainingTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->weeks);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

static gboolean
check_text (const char *text, gssize length, GError **error)
{
  if (length > PAL_MAX_TRAINING_BYTES)
    g_set_error_literal (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("This is too much for a table of training."));
  else if (!g_utf8_validate (text, length, NULL))
    g_set_error_literal (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID,
                         _ ("This is no text: save the table as CSV in UTF-8."));
  else
    return TRUE;
  return FALSE;
}

PalTrainingTable *
pal_training_table_read (const char *text, gssize length, PalVocabulary *vocabulary, GError **error)
{
  g_autoptr (PalTrainingTable) table = NULL;
  g_autofree char *copy = NULL;
  Reader reader = { .line = 1, .vocabulary = vocabulary };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (vocabulary != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (!check_text (text, length, error))
    return NULL;
  copy = g_strndup (text, (gsize) length);
  table = g_new0 (PalTrainingTable, 1);
  table->weeks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_training_week_free);
  table->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_run_free);
  reader.table = table;
  reader.at = g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy;
  reader.separator = find_separator (reader.at);
  if (!read_header (&reader, error))
    return NULL;
  while (*reader.at != '\0')
    {
      if (!read_row (&reader, error))
        return NULL;
    }
  if (table->weeks->len == 0 && table->runs->len == 0)
    {
      g_set_error_literal (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID,
                           _ ("There is no training below the names of the columns."));
      return NULL;
    }
  return g_steal_pointer (&table);
}
