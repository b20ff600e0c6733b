/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing JSON with fixed bytes. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-json-writer.h"

#include <math.h>
#include <string.h>

static void
append_quoted (GString *out, const char *text)
{
  static const char named[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (out, '"');
  for (const char *p = text; *p != 0; p++)
    {
      const char *found = strchr (named, *p);

      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, letters[found - named]);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_new_line (PalJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

/* Writes what stands before a value: comma, line break, key. */
static void
begin_value (PalJsonWriter *self, const char *key)
{
  if (self->depth > 0)
    {
      guint top = self->depth - 1;

      if (!self->levels[top].is_empty)
        g_string_append_c (self->out, ',');
      if (!self->levels[top].on_one_line)
        append_new_line (self);
      else if (!self->levels[top].is_empty || self->levels[top].close == '}')
        g_string_append_c (self->out, ' ');
      self->levels[top].is_empty = FALSE;
    }
  if (key != NULL)
    {
      append_quoted (self->out, key);
      g_string_append (self->out, ": ");
    }
}

static void
begin_level (PalJsonWriter *self, const char *key, char open, char close, gboolean on_one_line)
{
  g_return_if_fail (self->depth < PAL_JSON_WRITER_MAX_DEPTH);

  begin_value (self, key);
  g_string_append_c (self->out, open);
  if (self->depth > 0 && self->levels[self->depth - 1].on_one_line)
    on_one_line = TRUE;
  self->levels[self->depth].close = close;
  self->levels[self->depth].on_one_line = on_one_line;
  self->levels[self->depth].is_empty = TRUE;
  self->depth++;
}

/* Fifteen digits are what people typed; seventeen always read back the same. */
static void
format_shortest (char *buffer, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (number == 0)
    number = 0; /* no "-0" */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
}

static void
append_number (PalJsonWriter *self, const char *key, double number, const char *whole_suffix)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (isfinite (number));

  format_shortest (buffer, number);
  begin_value (self, key);
  g_string_append (self->out, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (self->out, whole_suffix);
}

void
pal_json_writer_init (PalJsonWriter *self, GString *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  self->out = out;
  self->depth = 0;
}

void
pal_json_writer_begin_object (PalJsonWriter *self, const char *key, gboolean on_one_line)
{
  begin_level (self, key, '{', '}', on_one_line);
}

void
pal_json_writer_begin_array (PalJsonWriter *self, const char *key, gboolean on_one_line)
{
  begin_level (self, key, '[', ']', on_one_line);
}

void
pal_json_writer_end (PalJsonWriter *self)
{
  guint top;

  g_return_if_fail (self->depth > 0);

  top = --self->depth;
  if (!self->levels[top].is_empty)
    {
      if (!self->levels[top].on_one_line)
        append_new_line (self);
      else if (self->levels[top].close == '}')
        g_string_append_c (self->out, ' ');
    }
  g_string_append_c (self->out, self->levels[top].close);
}

void
pal_json_writer_text (PalJsonWriter *self, const char *key, const char *text)
{
  if (text == NULL)
    {
      pal_json_writer_null (self, key);
      return;
    }
  begin_value (self, key);
  append_quoted (self->out, text);
}

void
pal_json_writer_null (PalJsonWriter *self, const char *key)
{
  begin_value (self, key);
  g_string_append (self->out, "null");
}

void
pal_json_writer_flag (PalJsonWriter *self, const char *key, gboolean flag)
{
  begin_value (self, key);
  g_string_append (self->out, flag ? "true" : "false");
}

void
pal_json_writer_count (PalJsonWriter *self, const char *key, gint64 count)
{
  begin_value (self, key);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, count);
}

void
pal_json_writer_number (PalJsonWriter *self, const char *key, double number)
{
  append_number (self, key, number, "");
}

void
pal_json_writer_decimal (PalJsonWriter *self, const char *key, double number)
{
  append_number (self, key, number, ".0");
}

void
pal_json_writer_rounded (PalJsonWriter *self, const char *key, double number)
{
  pal_json_writer_number (self, key, round (number * 10000) / 10000);
}

void
pal_json_writer_words (PalJsonWriter *self, const char *key, char *const *words)
{
  pal_json_writer_begin_array (self, key, TRUE);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    pal_json_writer_text (self, NULL, words[i]);
  pal_json_writer_end (self);
}
