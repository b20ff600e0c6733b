/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the atlas' JSON with a sticky error. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pal-atlas-resources.h"

/* The format needs four levels; json-glib 1.6 recurses without a limit of its own. */
#define MAX_DEPTH 32

static gboolean
is_too_deep (const char *data, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string)
        {
          if (data[i] == '\\')
            i++;
          else if (data[i] == '"')
            in_string = FALSE;
        }
      else if (data[i] == '"')
        in_string = TRUE;
      else if (data[i] == '[' || data[i] == '{')
        {
          if (++depth > MAX_DEPTH)
            return TRUE;
        }
      else if ((data[i] == ']' || data[i] == '}') && depth > 0)
        depth--;
    }

  return FALSE;
}

static PalJson *
create_reader (const char *name, PalAtlasError code)
{
  PalJson *self = g_new0 (PalJson, 1);

  self->parser = json_parser_new_immutable ();
  self->place = g_string_new (name);
  self->code = code;

  return self;
}

static void
load_data (PalJson *self, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate_len (data, length, NULL))
    {
      pal_json_fail (self, _ ("the text is not valid UTF-8"));
      return;
    }
  if (is_too_deep (data, length))
    {
      pal_json_fail (self, _ ("the brackets are nested too deep"));
      return;
    }
  if (!json_parser_load_from_data (self->parser, data, (gssize) length, &error))
    {
      pal_json_fail (self, "%s", error->message);
      return;
    }

  JsonNode *root = json_parser_get_root (self->parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    pal_json_fail (self, _ ("an object is expected"));
  else
    self->root = json_node_get_object (root);
}

PalJson *
pal_json_open (const char *data, gsize length, const char *name, PalAtlasError code)
{
  PalJson *self = create_reader (name, code);

  load_data (self, data, length);

  return self;
}

PalJson *
pal_json_open_resource (const char *name, PalAtlasError code)
{
  PalJson *self = create_reader (name, code);
  g_autofree char *path = g_strconcat ("/org/palpate/atlas/", name, NULL);
  g_autoptr (GError) error = NULL;

  /* Asking the resource itself makes the linker keep it in a static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (pal_atlas_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    {
      pal_json_fail (self, "%s", error->message);
      return self;
    }

  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  load_data (self, data, length);

  return self;
}

void
pal_json_close (PalJson *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->parser);
  g_string_free (self->place, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
pal_json_finish (PalJson *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
pal_json_fail (PalJson *self, const char *format, ...)
{
  if (self->error != NULL)
    return;

  va_list args;
  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);

  self->error = g_error_new (PAL_ATLAS_ERROR, (int) self->code, "%s: %s", self->place->str, what);
}

gsize
pal_json_enter (PalJson *self, const char *key, guint i)
{
  gsize mark = self->place->len;

  g_string_append_printf (self->place, ": %s[%u]", key, i);

  return mark;
}

void
pal_json_leave (PalJson *self, gsize mark)
{
  g_string_truncate (self->place, mark);
}

static JsonNode *
find_member (PalJson *self, JsonObject *object, const char *key, gboolean required)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    node = NULL;
  if (node == NULL && required)
    pal_json_fail (self, _ ("“%s” is missing"), key);

  return node;
}

static char *
read_string (PalJson *self, JsonNode *node, const char *key)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      pal_json_fail (self, _ ("“%s” must be text"), key);
      return NULL;
    }

  const char *text = json_node_get_string (node);
  /* An empty msgid would be translated into the header of the translations. */
  if (text[0] == '\0')
    pal_json_fail (self, _ ("“%s” is empty"), key);

  return g_strdup (text);
}

char *
pal_json_string (PalJson *self, JsonObject *object, const char *key)
{
  JsonNode *node = find_member (self, object, key, TRUE);
  char *text = node != NULL ? read_string (self, node, key) : NULL;

  return text != NULL ? text : g_strdup ("");
}

char *
pal_json_optional_string (PalJson *self, JsonObject *object, const char *key)
{
  JsonNode *node = find_member (self, object, key, FALSE);

  return node != NULL ? read_string (self, node, key) : NULL;
}

gboolean
pal_json_boolean (PalJson *self, JsonObject *object, const char *key)
{
  if (find_member (self, object, key, TRUE) == NULL)
    return FALSE;

  return pal_json_optional_boolean (self, object, key, FALSE);
}

int
pal_json_optional_boolean (PalJson *self, JsonObject *object, const char *key, int absent)
{
  JsonNode *node = find_member (self, object, key, FALSE);

  if (node == NULL)
    return absent;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      pal_json_fail (self, _ ("“%s” must be true or false"), key);
      return absent;
    }

  return json_node_get_boolean (node) ? 1 : 0;
}

char **
pal_json_strings (PalJson *self, JsonObject *object, const char *key)
{
  JsonArray *array = pal_json_array (self, object, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < pal_json_array_length (array); i++)
    {
      g_autofree char *text = read_string (self, json_array_get_element (array, i), key);

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

static double
read_number (PalJson *self, JsonNode *node, const char *key)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    return (double) json_node_get_int (node);
  if (type == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    return json_node_get_double (node);

  pal_json_fail (self, _ ("“%s” must hold numbers"), key);
  return 0;
}

void
pal_json_numbers (PalJson *self, JsonObject *object, const char *key, double *values, guint n)
{
  JsonArray *array = pal_json_array (self, object, key);

  for (guint i = 0; i < n; i++)
    values[i] = 0;
  if (array == NULL)
    return;
  if (json_array_get_length (array) != n)
    {
      pal_json_fail (self, _ ("“%s” must hold %u numbers"), key, n);
      return;
    }
  for (guint i = 0; i < n; i++)
    values[i] = read_number (self, json_array_get_element (array, i), key);
}

double
pal_json_number (PalJson *self, JsonObject *object, const char *key)
{
  JsonNode *node = find_member (self, object, key, TRUE);

  return node != NULL ? read_number (self, node, key) : 0;
}

JsonArray *
pal_json_array (PalJson *self, JsonObject *object, const char *key)
{
  JsonNode *node = find_member (self, object, key, TRUE);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      pal_json_fail (self, _ ("“%s” must be a list"), key);
      return NULL;
    }

  return json_node_get_array (node);
}

guint
pal_json_array_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
pal_json_object_at (PalJson *self, JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      pal_json_fail (self, _ ("an object is expected"));
      return NULL;
    }

  return json_node_get_object (node);
}

JsonObject *
pal_json_object (PalJson *self, JsonObject *object, const char *key)
{
  JsonNode *node = find_member (self, object, key, TRUE);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      pal_json_fail (self, _ ("“%s” must be an object"), key);
      return NULL;
    }

  return json_node_get_object (node);
}
