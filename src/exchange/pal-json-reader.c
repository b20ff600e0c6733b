/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict pull reader for JSON. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/pal-exchange.h"

static gboolean
refuse (PalJsonReader *self, const char *what, GError **error)
{
  guint line = pal_json_line_of (self->data, self->at);

  if (self->at >= self->length)
    /* Translators: %1$u is a line number */
    g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                 _ ("The file breaks off in line %1$u; it is not complete."), line);
  else
    /* Translators: %1$u is a line number, %2$s is what was expected there */
    g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                 _ ("Line %1$u is not JSON: %2$s."), line, what);
  return FALSE;
}

static void
skip_space (PalJsonReader *self)
{
  while (self->at < self->length && strchr (" \t\n\r", self->data[self->at]) != NULL)
    self->at++;
}

/* The next byte, or 0 at the end; 0 itself is never part of JSON. */
static char
look (const PalJsonReader *self)
{
  return self->at < self->length ? self->data[self->at] : 0;
}

static gboolean
take (PalJsonReader *self, char c)
{
  skip_space (self);
  if (look (self) != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_word (PalJsonReader *self, const char *word)
{
  gsize n = strlen (word);

  skip_space (self);
  if (self->length - self->at < n || memcmp (self->data + self->at, word, n) != 0)
    return FALSE;
  self->at += n;
  return TRUE;
}

static gboolean
read_hex (PalJsonReader *self, gunichar *value, GError **error)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      int digit = g_ascii_xdigit_value (look (self));
      if (digit < 0)
        return refuse (self, _ ("“\\u” needs four hexadecimal digits"), error);
      *value = *value * 16 + (gunichar) digit;
    }
  return TRUE;
}

/* Reads what follows "\u". A character beyond U+FFFF comes as two escapes. */
static gboolean
read_escaped_unichar (PalJsonReader *self, GError **error)
{
  gunichar high, low;

  if (!read_hex (self, &high, error))
    return FALSE;
  if (high >= 0xd800 && high < 0xdc00)
    {
      if (look (self) != '\\' || self->at + 1 >= self->length || self->data[self->at + 1] != 'u')
        return refuse (self, _ ("half of a character is missing"), error);
      self->at += 2;
      if (!read_hex (self, &low, error))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return refuse (self, _ ("half of a character is missing"), error);
      high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    }
  if (high == 0 || !g_unichar_validate (high))
    return refuse (self, _ ("the text holds a character that does not exist"), error);
  g_string_append_unichar (self->text, high);
  return TRUE;
}

static gboolean
read_escape (PalJsonReader *self, GError **error)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  char c = look (self);
  const char *found = c != 0 ? strchr (from, c) : NULL;

  if (c == 'u')
    {
      self->at++;
      return read_escaped_unichar (self, error);
    }
  if (found == NULL)
    return refuse (self, _ ("a backslash is followed by something unknown"), error);
  g_string_append_c (self->text, to[found - from]);
  self->at++;
  return TRUE;
}

static gboolean
read_text (PalJsonReader *self, GError **error)
{
  if (!take (self, '"'))
    return refuse (self, _ ("a text in double quotes is missing"), error);
  g_string_truncate (self->text, 0);
  for (;;)
    {
      gsize start = self->at;

      while (self->at < self->length && (guchar) look (self) >= 0x20 && look (self) != '"' &&
             look (self) != '\\')
        self->at++;
      g_string_append_len (self->text, self->data + start, (gssize) (self->at - start));
      if (look (self) == '"')
        break;
      if (look (self) != '\\')
        return refuse (self, _ ("a text runs over the end of its line"), error);
      self->at++;
      if (!read_escape (self, error))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

static gboolean
take_digits (PalJsonReader *self)
{
  gsize start = self->at;

  while (g_ascii_isdigit (look (self)))
    self->at++;
  return self->at > start;
}

/* Walks over -?(0|[1-9]digits)(.digits)?([eE][+-]?digits)? */
static gboolean
take_number (PalJsonReader *self)
{
  if (look (self) == '-')
    self->at++;
  if (look (self) == '0')
    self->at++;
  else if (!take_digits (self))
    return FALSE;
  if (look (self) == '.')
    {
      self->at++;
      if (!take_digits (self))
        return FALSE;
    }
  if (look (self) == 'e' || look (self) == 'E')
    {
      self->at++;
      if (look (self) == '+' || look (self) == '-')
        self->at++;
      if (!take_digits (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
skip_object (PalJsonReader *self, GError **error)
{
  gboolean first = TRUE;
  const char *key;
  PalJsonStep step;

  if (!pal_json_reader_enter (self, error))
    return FALSE;
  while ((step = pal_json_reader_next_member (self, &first, &key, error)) == PAL_JSON_STEP_MORE)
    if (!pal_json_reader_skip (self, error))
      return FALSE;
  return step == PAL_JSON_STEP_END;
}

static gboolean
skip_array (PalJsonReader *self, GError **error)
{
  gboolean first = TRUE;
  PalJsonStep step;

  if (!pal_json_reader_enter (self, error))
    return FALSE;
  while ((step = pal_json_reader_next_item (self, &first, error)) == PAL_JSON_STEP_MORE)
    if (!pal_json_reader_skip (self, error))
      return FALSE;
  return step == PAL_JSON_STEP_END;
}

static PalJsonStep
step_to_next (PalJsonReader *self, gboolean *first, char close, GError **error)
{
  gboolean was_first = *first;

  *first = FALSE;
  if (take (self, close))
    {
      self->depth--;
      return PAL_JSON_STEP_END;
    }
  if (!was_first && !take (self, ','))
    {
      refuse (self, _ ("a comma or a closing bracket is missing"), error);
      return PAL_JSON_STEP_ERROR;
    }
  return PAL_JSON_STEP_MORE;
}

void
pal_json_reader_init (PalJsonReader *self, const char *data, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL || length == 0);

  self->data = data;
  self->length = length;
  self->at = 0;
  self->depth = 0;
  self->text = g_string_new (NULL);
}

void
pal_json_reader_clear (PalJsonReader *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

PalJsonKind
pal_json_reader_peek (PalJsonReader *self)
{
  char c;

  skip_space (self);
  c = look (self);
  if (c == '-' || g_ascii_isdigit (c))
    return PAL_JSON_NUMBER;
  if (c == 't' || c == 'f')
    return PAL_JSON_FLAG;
  switch (c)
    {
    case '{':
      return PAL_JSON_OBJECT;
    case '[':
      return PAL_JSON_ARRAY;
    case '"':
      return PAL_JSON_TEXT;
    case 'n':
      return PAL_JSON_NULL;
    default:
      return PAL_JSON_NOTHING;
    }
}

gboolean
pal_json_reader_enter (PalJsonReader *self, GError **error)
{
  if (!take (self, '{') && !take (self, '['))
    return refuse (self, _ ("an opening bracket is missing"), error);
  if (++self->depth > PAL_JSON_MAX_DEPTH)
    {
      /* Translators: %1$u is a line number, %2$u how deep lists may be nested */
      g_set_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                   _ ("Line %1$u nests more than %2$u levels deep."),
                   pal_json_line_of (self->data, self->at), (guint) PAL_JSON_MAX_DEPTH);
      return FALSE;
    }
  return TRUE;
}

PalJsonStep
pal_json_reader_next_item (PalJsonReader *self, gboolean *first, GError **error)
{
  return step_to_next (self, first, ']', error);
}

PalJsonStep
pal_json_reader_next_member (PalJsonReader *self, gboolean *first, const char **key, GError **error)
{
  PalJsonStep step = step_to_next (self, first, '}', error);

  if (step != PAL_JSON_STEP_MORE)
    return step;
  if (!read_text (self, error))
    return PAL_JSON_STEP_ERROR;
  if (!take (self, ':'))
    {
      refuse (self, _ ("a colon is missing"), error);
      return PAL_JSON_STEP_ERROR;
    }
  *key = self->text->str;
  return PAL_JSON_STEP_MORE;
}

gboolean
pal_json_reader_text (PalJsonReader *self, const char **text, GError **error)
{
  if (!read_text (self, error))
    return FALSE;
  *text = self->text->str;
  return TRUE;
}

gboolean
pal_json_reader_number (PalJsonReader *self, double *number, GError **error)
{
  gsize start;
  double value;

  skip_space (self);
  start = self->at;
  if (!take_number (self))
    return refuse (self, _ ("a number is not written properly"), error);
  /* Copied because the data need not end after the number. */
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, self->data + start, (gssize) (self->at - start));
  value = g_ascii_strtod (self->text->str, NULL);
  if (!isfinite (value))
    {
      self->at = start;
      return refuse (self, _ ("a number is too large"), error);
    }
  *number = value;
  return TRUE;
}

gboolean
pal_json_reader_flag (PalJsonReader *self, gboolean *flag, GError **error)
{
  if (take_word (self, "true"))
    *flag = TRUE;
  else if (take_word (self, "false"))
    *flag = FALSE;
  else
    return refuse (self, _ ("“true” or “false” is missing"), error);
  return TRUE;
}

gboolean
pal_json_reader_skip (PalJsonReader *self, GError **error)
{
  gboolean flag;
  double number;

  switch (pal_json_reader_peek (self))
    {
    case PAL_JSON_OBJECT:
      return skip_object (self, error);
    case PAL_JSON_ARRAY:
      return skip_array (self, error);
    case PAL_JSON_TEXT:
      return read_text (self, error);
    case PAL_JSON_NUMBER:
      return pal_json_reader_number (self, &number, error);
    case PAL_JSON_FLAG:
      return pal_json_reader_flag (self, &flag, error);
    case PAL_JSON_NULL:
      if (take_word (self, "null"))
        return TRUE;
      break;
    case PAL_JSON_NOTHING:
      break;
    }
  return refuse (self, _ ("a value is missing"), error);
}

gboolean
pal_json_reader_finish (PalJsonReader *self, GError **error)
{
  skip_space (self);
  if (self->at < self->length)
    return refuse (self, _ ("something follows the end"), error);
  return TRUE;
}

guint
pal_json_line_of (const char *data, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (data[i] == '\n')
      line++;
  return line;
}
