/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the atlas' JSON with a sticky error: after the first thing that is wrong every call
 * returns something harmless, so that a parser reads straight through and asks once at the end.
 * Private to the room. */

#pragma once

#include <json-glib/json-glib.h>

#include "atlas/pal-atlas-types.h"

G_BEGIN_DECLS

/**
 * PalJson:
 * @place: where the reader stands, such as "shapes[3]", for messages
 * @code: the code its errors get
 * @error: (nullable): the first thing that was wrong
 */
typedef struct
{
  JsonParser *parser;
  JsonObject *root;
  GString *place;
  PalAtlasError code;
  GError *error;
} PalJson;

/** pal_json_open: Starts reading @length bytes at @data; @name is where messages begin. */
PalJson *pal_json_open (const char *data, gsize length, const char *name, PalAtlasError code);

/** pal_json_open_resource: The same for a file below /org/palpate/atlas. */
PalJson *pal_json_open_resource (const char *name, PalAtlasError code);

void pal_json_close (PalJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalJson, pal_json_close)

/** pal_json_finish: Hands over the error, if any. Returns: whether all was well. */
gboolean pal_json_finish (PalJson *self, GError **error);

/** pal_json_fail: Notes @message with the place, unless something was wrong before. */
void pal_json_fail (PalJson *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** pal_json_enter: Steps into @key[@i] for messages. Returns: what pal_json_leave() takes. */
gsize pal_json_enter (PalJson *self, const char *key, guint i);
void pal_json_leave (PalJson *self, gsize mark);

/** pal_json_string: Returns: (transfer full): never %NULL; empty text is an error. */
char *pal_json_string (PalJson *self, JsonObject *object, const char *key);
/** pal_json_optional_string: Returns: (nullable) (transfer full): %NULL when absent or null. */
char *pal_json_optional_string (PalJson *self, JsonObject *object, const char *key);
gboolean pal_json_boolean (PalJson *self, JsonObject *object, const char *key);
/** pal_json_optional_boolean: Returns: 1, 0, or @absent when the member is absent or null. */
int pal_json_optional_boolean (PalJson *self, JsonObject *object, const char *key, int absent);
/** pal_json_strings: Returns: (transfer full): %NULL-terminated, never %NULL. */
char **pal_json_strings (PalJson *self, JsonObject *object, const char *key);
/** pal_json_numbers: Fills exactly @n finite numbers, or zeros when they are not there. */
void pal_json_numbers (PalJson *self, JsonObject *object, const char *key, double *values, guint n);
double pal_json_number (PalJson *self, JsonObject *object, const char *key);

/** pal_json_array: Returns: (nullable) (transfer none): %NULL after an error. */
JsonArray *pal_json_array (PalJson *self, JsonObject *object, const char *key);
guint pal_json_array_length (JsonArray *array);
/** pal_json_object_at: Returns: (nullable) (transfer none): %NULL after an error. */
JsonObject *pal_json_object_at (PalJson *self, JsonArray *array, guint i);
/** pal_json_object: Returns: (nullable) (transfer none): %NULL after an error. */
JsonObject *pal_json_object (PalJson *self, JsonObject *object, const char *key);

G_END_DECLS
