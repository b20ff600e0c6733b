/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON into a string: two spaces a level, short values on one line, numbers in the fewest
 * digits that read back the same. The same calls give the same bytes on every machine. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PAL_JSON_WRITER_MAX_DEPTH 32

/**
 * PalJsonWriter:
 * @out: (transfer none): where the text is appended; may be emptied by its owner in between
 *
 * On the stack. Keys are %NULL in arrays and for the outermost value.
 */
typedef struct
{
  GString *out;
  /*< private >*/
  guint depth;
  struct
  {
    char close;
    gboolean on_one_line;
    gboolean is_empty;
  } levels[PAL_JSON_WRITER_MAX_DEPTH];
} PalJsonWriter;

void pal_json_writer_init (PalJsonWriter *self, GString *out);

/** pal_json_writer_begin_object: @on_one_line: also everything in it. */
void pal_json_writer_begin_object (PalJsonWriter *self, const char *key, gboolean on_one_line);
void pal_json_writer_begin_array (PalJsonWriter *self, const char *key, gboolean on_one_line);
/** pal_json_writer_end: ends what was begun last. */
void pal_json_writer_end (PalJsonWriter *self);

/** pal_json_writer_text: @text: (nullable): valid UTF-8; %NULL writes null. */
void pal_json_writer_text (PalJsonWriter *self, const char *key, const char *text);
void pal_json_writer_null (PalJsonWriter *self, const char *key);
void pal_json_writer_flag (PalJsonWriter *self, const char *key, gboolean flag);
void pal_json_writer_count (PalJsonWriter *self, const char *key, gint64 count);
/** pal_json_writer_number: in the fewest digits: 7, 7.5. @number is finite. */
void pal_json_writer_number (PalJsonWriter *self, const char *key, double number);
/** pal_json_writer_decimal: as pal_json_writer_number(), but whole numbers as 7.0. */
void pal_json_writer_decimal (PalJsonWriter *self, const char *key, double number);
/** pal_json_writer_rounded: rounded to four decimals, as results are printed. */
void pal_json_writer_rounded (PalJsonWriter *self, const char *key, double number);
/** pal_json_writer_words: @words: (nullable): an array of texts on one line. */
void pal_json_writer_words (PalJsonWriter *self, const char *key, char *const *words);

G_END_DECLS
