/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema file says what the program does: the same keys, and the same ones required. */

#define G_LOG_DOMAIN "test-schema"

#include "config.h"

#include <json-glib/json-glib.h>

#include "exchange/pal-practice-fields.h"
#include "tests/kit/kit-start.h"

static JsonParser *
load_schema (void)
{
  JsonParser *parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "schema",
                                                 "palpate-practice-1.schema.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return parser;
}

static JsonObject *
get_definition (JsonObject *root, const char *name)
{
  JsonObject *definitions = json_object_get_object_member (root, "$defs");

  if (!json_object_has_member (definitions, name))
    g_test_fail_printf ("The schema has no $defs/%s.", name);
  return json_object_get_object_member (definitions, name);
}

static gboolean
is_required (JsonObject *definition, const char *key)
{
  JsonArray *required = json_object_has_member (definition, "required")
                            ? json_object_get_array_member (definition, "required")
                            : NULL;

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    if (g_str_equal (json_array_get_string_element (required, i), key))
      return TRUE;
  return FALSE;
}

/* Walks the writer's tables; @seen collects the names of the definitions they use. */
static void
compare_set (JsonObject *root, const PalFieldSet *set, GHashTable *seen)
{
  JsonObject *definition = get_definition (root, set->name);
  JsonObject *properties = json_object_get_object_member (definition, "properties");
  g_autoptr (GList) keys = json_object_get_members (properties);

  if (!g_hash_table_add (seen, g_strdup (set->name)))
    return;
  for (GList *l = keys; l != NULL; l = l->next)
    if (pal_field_set_find (set, l->data) == NULL)
      g_test_fail_printf ("%s.%s is in the schema, but never written.", set->name,
                          (char *) l->data);
  for (guint i = 0; i < set->n_fields; i++)
    {
      const PalField *field = &set->fields[i];

      if (!json_object_has_member (properties, field->key))
        g_test_fail_printf ("%s.%s is not in the schema.", set->name, field->key);
      if (is_required (definition, field->key) != (field->rule == PAL_FIELD_REQUIRED))
        g_test_fail_printf ("%s.%s: required or not?", set->name, field->key);
      if (field->set != NULL)
        compare_set (root, field->set, seen);
    }
}

static void
test_keys (void)
{
  g_autoptr (JsonParser) parser = load_schema ();
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = json_object_get_members (json_object_get_object_member (root, "$defs"));

  compare_set (root, &pal_settings_fields, seen);
  compare_set (root, &pal_client_fields, seen);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *definition = get_definition (root, l->data);

      if (json_object_has_member (definition, "properties") &&
          !g_hash_table_contains (seen, l->data))
        g_test_fail_printf ("$defs/%s describes nothing that is written.", (char *) l->data);
    }
}

/* Every property has a description: the schema is the documentation of the format. */
static void
test_descriptions (void)
{
  g_autoptr (JsonParser) parser = load_schema ();
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (GList) names = json_object_get_members (json_object_get_object_member (root, "$defs"));

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *definition = get_definition (root, l->data);
      JsonObject *properties;
      g_autoptr (GList) keys = NULL;

      if (!json_object_has_member (definition, "properties"))
        continue;
      properties = json_object_get_object_member (definition, "properties");
      keys = json_object_get_members (properties);
      for (GList *k = keys; k != NULL; k = k->next)
        if (!json_object_has_member (json_object_get_object_member (properties, k->data),
                                     "description"))
          g_test_fail_printf ("%s.%s has no description.", (char *) l->data, (char *) k->data);
    }
}

/* The choices of the program are the choices of the schema. */
static void
compare_choices (JsonObject *root, const PalFieldSet *set)
{
  JsonObject *properties =
      json_object_get_object_member (get_definition (root, set->name), "properties");

  for (guint i = 0; i < set->n_fields; i++)
    {
      const PalField *field = &set->fields[i];
      JsonArray *words;
      guint n = 0;

      if (field->set != NULL)
        compare_choices (root, field->set);
      if (field->type != PAL_FIELD_CHOICE)
        continue;
      words = json_object_get_array_member (json_object_get_object_member (properties, field->key),
                                            "enum");
      for (guint k = 0; k < json_array_get_length (words); k++)
        {
          int value;
          JsonNode *word = json_array_get_element (words, k);

          if (JSON_NODE_HOLDS_NULL (word))
            g_assert_true (field->choice->nullable);
          else
            g_assert_true (field->choice->from_id (json_node_get_string (word), &value));
        }
      for (int value = 0; value < field->choice->n; value++)
        n += field->choice->to_id (value) != NULL ? 1 : 0;
      g_assert_cmpuint (json_array_get_length (words), ==, n + (field->choice->nullable ? 1 : 0));
    }
}

static void
test_choices (void)
{
  g_autoptr (JsonParser) parser = load_schema ();

  compare_choices (json_node_get_object (json_parser_get_root (parser)), &pal_client_fields);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/schema/keys", test_keys);
  g_test_add_func ("/exchange/schema/descriptions", test_descriptions);
  g_test_add_func ("/exchange/schema/choices", test_choices);
  return g_test_run ();
}
