/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A strict pull reader for JSON (RFC 8259) over bytes in memory. It builds no tree, so that a file
 * of 256 MB costs no more than its bytes, and takes nothing that is not JSON: no comments, no
 * trailing commas, no NUL in text, no lone surrogates, no nesting that could exhaust the stack.
 * What the values mean is told elsewhere. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PAL_JSON_MAX_DEPTH: how deep arrays and objects may lie in each other. */
#define PAL_JSON_MAX_DEPTH 64

typedef enum
{
  PAL_JSON_OBJECT,
  PAL_JSON_ARRAY,
  PAL_JSON_TEXT,
  PAL_JSON_NUMBER,
  PAL_JSON_FLAG,
  PAL_JSON_NULL,
  PAL_JSON_NOTHING
} PalJsonKind;

typedef enum
{
  PAL_JSON_STEP_MORE,
  PAL_JSON_STEP_END,
  PAL_JSON_STEP_ERROR
} PalJsonStep;

/**
 * PalJsonReader:
 *
 * One a file, on the stack. Errors are #PalExchangeError NOT_JSON and name the line.
 */
typedef struct
{
  /*< private >*/
  const char *data;
  gsize length;
  gsize at;
  guint depth;
  GString *text;
} PalJsonReader;

/** pal_json_reader_init: @data: borrowed, valid UTF-8, need not end in NUL. */
void pal_json_reader_init (PalJsonReader *self, const char *data, gsize length);
void pal_json_reader_clear (PalJsonReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalJsonReader, pal_json_reader_clear)

/** pal_json_reader_peek: Returns: what the next value is; NOTHING for what begins no value. */
PalJsonKind pal_json_reader_peek (PalJsonReader *self);

/** pal_json_reader_enter: steps into the array or object that comes next. */
gboolean pal_json_reader_enter (PalJsonReader *self, GError **error);

/**
 * pal_json_reader_next_item:
 * @first: (inout): %TRUE before the first call for this array
 *
 * Returns: MORE when an item follows, END when the array was left
 */
PalJsonStep pal_json_reader_next_item (PalJsonReader *self, gboolean *first, GError **error);

/**
 * pal_json_reader_next_member:
 * @key: (out) (transfer none): the key, valid until the next call
 *
 * As pal_json_reader_next_item(), for objects.
 */
PalJsonStep pal_json_reader_next_member (PalJsonReader *self,
                                         gboolean *first,
                                         const char **key,
                                         GError **error);

/** pal_json_reader_text: @text: (out) (transfer none): valid until the next call. */
gboolean pal_json_reader_text (PalJsonReader *self, const char **text, GError **error);
/** pal_json_reader_number: @number: (out): finite. */
gboolean pal_json_reader_number (PalJsonReader *self, double *number, GError **error);
gboolean pal_json_reader_flag (PalJsonReader *self, gboolean *flag, GError **error);

/** pal_json_reader_skip: passes over the next value, whatever it is, checking it all the same. */
gboolean pal_json_reader_skip (PalJsonReader *self, GError **error);

/** pal_json_reader_finish: Returns: %FALSE when anything but space follows. */
gboolean pal_json_reader_finish (PalJsonReader *self, GError **error);

/** pal_json_line_of: Returns: the line of a byte offset, from 1. */
guint pal_json_line_of (const char *data, gsize offset);

G_END_DECLS
