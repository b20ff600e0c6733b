/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Results as the command line writes them, and comparing them. */

#include "config.h"

#include "insight-json.h"

#include <math.h>

#include "ctl/ctl-insights-json.h"

#define TOLERANCE 0.000051
#define PERCENT_TOLERANCE 0.051

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
begin_array (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

JsonNode *
insight_json_new (const PalInsights *insights)
{
  GString *text = ctl_insights_to_json (insights);
  g_autofree char *json = g_string_free (text, FALSE);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);
  g_assert_no_error (error);
  return node;
}

JsonNode *
comparison_json_new (const PalComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  begin_array (builder, "changes");
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = g_ptr_array_index (comparison->rows, i);
      json_builder_begin_object (builder);
      add_string (builder, "region", row->region->id);
      add_string (builder, "side", pal_side_to_id (row->side));
      add_string (builder, "kind", row->kind);
      add_number (builder, "from", row->from);
      add_number (builder, "to", row->to);
      add_string (builder, "change", pal_change_word_to_id (row->change));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_array (builder, "not_compared");
  for (char **id = comparison->not_compared; *id != NULL; id++)
    json_builder_add_string_value (builder, *id);
  json_builder_end_array (builder);
  add_number (builder, "similarity", comparison->similarity);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static char *
tell_difference (const char *path, JsonNode *expected, JsonNode *found)
{
  g_autofree char *wanted = json_to_string (expected, FALSE);
  g_autofree char *got = found != NULL ? json_to_string (found, FALSE) : g_strdup ("nothing");
  return g_strdup_printf ("%s: expected %s, found %s", path, wanted, got);
}

static char *
cover_object (JsonNode *expected, JsonNode *found, const char *path)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (expected));
  while (json_object_iter_next (&iter, &key, &value))
    {
      g_autofree char *below = g_strconcat (path, ".", key, NULL);
      JsonNode *other = json_object_get_member (json_node_get_object (found), key);
      char *difference = json_covers (value, other, below);
      if (difference != NULL)
        return difference;
    }
  return NULL;
}

static char *
cover_array (JsonNode *expected, JsonNode *found, const char *path)
{
  JsonArray *wanted = json_node_get_array (expected);
  JsonArray *got = json_node_get_array (found);
  if (json_array_get_length (wanted) != json_array_get_length (got))
    return tell_difference (path, expected, found);
  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s[%u]", path, i);
      char *difference =
          json_covers (json_array_get_element (wanted, i), json_array_get_element (got, i), below);
      if (difference != NULL)
        return difference;
    }
  return NULL;
}

static gboolean
are_values_equal (JsonNode *expected, JsonNode *found, double tolerance)
{
  const GType wanted = json_node_get_value_type (expected);
  const GType got = json_node_get_value_type (found);
  if (wanted == G_TYPE_STRING || got == G_TYPE_STRING)
    return wanted == got &&
           g_str_equal (json_node_get_string (expected), json_node_get_string (found));
  if (wanted == G_TYPE_BOOLEAN || got == G_TYPE_BOOLEAN)
    return wanted == got && json_node_get_boolean (expected) == json_node_get_boolean (found);
  return fabs (json_node_get_double (expected) - json_node_get_double (found)) <= tolerance;
}

char *
json_covers (JsonNode *expected, JsonNode *found, const char *path)
{
  /* Percents are written with one decimal, all else with four. */
  const double tolerance = g_str_has_suffix (path, ".percent") ? PERCENT_TOLERANCE : TOLERANCE;

  if (found == NULL || json_node_get_node_type (expected) != json_node_get_node_type (found))
    return tell_difference (path, expected, found);
  switch (json_node_get_node_type (expected))
    {
    case JSON_NODE_OBJECT:
      return cover_object (expected, found, path);
    case JSON_NODE_ARRAY:
      return cover_array (expected, found, path);
    case JSON_NODE_VALUE:
      return are_values_equal (expected, found, tolerance)
                 ? NULL
                 : tell_difference (path, expected, found);
    case JSON_NODE_NULL:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}
