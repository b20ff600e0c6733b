/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves in other formats, and the sample practice. */

#define G_LOG_DOMAIN "test-exports"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/pal-csv.h"
#include "exchange/pal-demo.h"
#include "exchange/pal-fhir.h"
#include "exchange-kit.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static PalPractice *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  PalPractice *practice = exchange_kit_read (text, &error);

  g_assert_no_error (error);
  return practice;
}

static char *
write_csv (const PalPractice *practice)
{
  GString *out = g_string_new (NULL);

  pal_csv_append_header (out);
  for (guint i = 0; i < practice->files->len; i++)
    pal_csv_append_client (out, g_ptr_array_index (practice->files, i), kit_get_atlas ());
  return g_string_free (out, FALSE);
}

static void
test_csv_rows (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *csv = write_csv (practice);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  /* Header, four marks, two visits without marks, and the end. */
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_cmpstr (lines[0], ==,
                   "client,given,family,visit,date,time,therapist,signed,region,name,side,kind,"
                   "before,after,minutes,techniques,responses,source,carried,note,concern,type,"
                   "room,visit_minutes,complaint,sleep_hours,stress,rest_days,pain_at_rest,"
                   "pain_in_training,next_weeks");
  g_assert_cmpstr (
      lines[1], ==,
      "c-1,Ana,Kovač,v-1,2026-03-01,10:00,Ruth,true,itb-mid,\"Iliotibial band, middle third\","
      "left,tight,3,1,5,stripping,warmer,therapist,false,One cord,baseline,maintenance,1,60,Knee,"
      "7.5,4,2,1,3,3");
  g_assert_cmpstr (lines[5], ==,
                   "c-1,Ana,Kovač,v-2,2026-03-15,10:00,,false,,,,,,,,,,,,,,,,,,,,,,,");
  g_assert_cmpstr (lines[7], ==, "");
}

static void
test_csv_quotes_and_defuses (void)
{
  static const struct
  {
    const char *note, *cell;
  } cases[] = {
    { "plain", ",plain," },
    { "a, b", ",\"a, b\"," },
    { "a \\\"b\\\"", ",\"a \"\"b\"\"\"," },
    { "a\\nb", ",\"a\nb\"," },
    { "=1+1", ",'=1+1," },
    { "+1", ",'+1," },
    { "-1", ",'-1," },
    { "@SUM(A1)", ",'@SUM(A1)," },
    { "=HYPERLINK(\\\"a\\\",1)", ",\"'=HYPERLINK(\"\"a\"\",1)\"," },
    { "\\t=1", ",'\t=1," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mark =
          g_strdup_printf ("{\"region\": \"sternum\", \"kind\": \"scar\", \"note\": \"%s\"}",
                           cases[i].note);
      g_autofree char *text = exchange_kit_wrap_mark (mark);
      g_autoptr (PalPractice) practice = read_good (text);
      g_autofree char *csv = write_csv (practice);

      g_assert_nonnull (strstr (csv, cases[i].cell));
    }
}

static JsonArray *
write_fhir (const PalPractice *practice, JsonParser *parser)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  PalJsonWriter writer;
  JsonObject *root;

  pal_json_writer_init (&writer, out);
  pal_fhir_begin (&writer);
  for (guint i = 0; i < practice->files->len; i++)
    pal_fhir_add (&writer, g_ptr_array_index (practice->files, i), kit_get_atlas (),
                  kit_get_vocabulary ());
  pal_fhir_end (&writer);
  json_parser_load_from_data (parser, out->str, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "resourceType"), ==, "Bundle");
  g_assert_cmpstr (json_object_get_string_member (root, "type"), ==, "collection");
  return json_object_get_array_member (root, "entry");
}

static guint
count_resources (JsonArray *entries, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *resource =
          json_object_get_object_member (json_array_get_object_element (entries, i), "resource");

      if (g_str_equal (json_object_get_string_member (resource, "resourceType"), type))
        n++;
    }
  return n;
}

static void
test_fhir_counts (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *entries = write_fhir (practice, parser);

  g_assert_cmpuint (count_resources (entries, "Patient"), ==, 2);
  g_assert_cmpuint (count_resources (entries, "Encounter"), ==, 3);
  g_assert_cmpuint (count_resources (entries, "ClinicalImpression"), ==, 1);
  /* Four marks, one of them carried over; two tests and the state of one day. */
  g_assert_cmpuint (count_resources (entries, "Observation"), ==, 6);
  g_assert_cmpuint (count_resources (entries, "Flag"), ==, 2);
  g_assert_cmpuint (count_resources (entries, "QuestionnaireResponse"), ==, 1);
  g_assert_cmpuint (count_resources (entries, "Consent"), ==, 1);
  /* In words, and two parts of the body. */
  g_assert_cmpuint (count_resources (entries, "ServiceRequest"), ==, 3);
  g_assert_cmpuint (count_resources (entries, "CarePlan"), ==, 1);
  g_assert_cmpuint (count_resources (entries, "Provenance"), ==, 1);
}

/* Every urn:uuid reference leads to an entry, and no two entries share one. */
static void
collect_references (JsonNode *node, GPtrArray *references)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect_references (json_array_get_element (array, i), references);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) keys = json_object_get_members (object);

      for (GList *l = keys; l != NULL; l = l->next)
        if (g_str_equal (l->data, "reference"))
          g_ptr_array_add (references, (gpointer) json_object_get_string_member (object, l->data));
        else
          collect_references (json_object_get_member (object, l->data), references);
    }
}

static void
test_fhir_references_resolve (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *entries = write_fhir (practice, parser);
  g_autoptr (GHashTable) urls = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      const char *url = json_object_get_string_member (entry, "fullUrl");

      g_assert_true (g_str_has_prefix (url, "urn:uuid:"));
      g_assert_true (g_uuid_string_is_valid (url + strlen ("urn:uuid:")));
      g_assert_true (g_hash_table_add (urls, (gpointer) url));
    }
  collect_references (json_parser_get_root (parser), references);
  g_assert_cmpuint (references->len, >, 0);
  for (guint i = 0; i < references->len; i++)
    g_assert_true (g_hash_table_contains (urls, g_ptr_array_index (references, i)));
}

static void
test_fhir_observation (void)
{
  g_autofree char *text = exchange_kit_wrap_mark (
      "{\"region\": \"itb-mid\", \"side\": \"right\", \"before\": 3, \"after\": 0}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *entries = write_fhir (practice, parser);
  JsonObject *entry = json_array_get_object_element (entries, json_array_get_length (entries) - 1);
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *json = NULL;

  json_node_init_object (node, json_object_get_object_member (entry, "resource"));
  json = json_to_string (node, FALSE);
  g_assert_nonnull (strstr (json, "\"code\":\"exam\""));
  g_assert_nonnull (strstr (json, "\"system\":\"urn:x-palpate:region\",\"code\":\"itb-mid\""));
  g_assert_nonnull (strstr (json, "\"text\":\"Right iliotibial band, middle third\""));
  g_assert_nonnull (strstr (json, "\"system\":\"http://snomed.info/sct\",\"code\":\"24028007\""));
  g_assert_nonnull (strstr (json, "\"valueInteger\":3"));
  g_assert_nonnull (strstr (json, "\"valueInteger\":0"));
}

/* What was typed stays as it was typed, and what was made says so. */
static void
test_fhir_generated_lines (void)
{
  g_autofree char *text = exchange_kit_wrap_visit (
      "{\"id\": \"v\", \"at\": \"2026-03-01T10:00:00Z\", \"notes\": {\"objective\": "
      "\"Gait stiff.\\nOn both sides.\"}, \"marks\": [{\"region\": \"itb-mid\", \"side\": "
      "\"left\", \"before\": 3, \"after\": 1, \"techniques\": [\"stripping\"]}]}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *entries = write_fhir (practice, parser);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *resource =
          json_object_get_object_member (json_array_get_object_element (entries, i), "resource");
      JsonArray *notes;

      if (!g_str_equal (json_object_get_string_member (resource, "resourceType"),
                        "ClinicalImpression"))
        continue;
      notes = json_object_get_array_member (resource, "note");
      g_assert_cmpuint (json_array_get_length (notes), ==, 2);
      g_assert_cmpstr (
          json_object_get_string_member (json_array_get_object_element (notes, 0), "text"), ==,
          "Objective, made from the findings: Left iliotibial band, middle third: tight, severe → "
          "mild after stripping");
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (notes, 1),
                                                      "text"),
                       ==, "Objective: Gait stiff.\nOn both sides.");
      return;
    }
  g_test_fail_printf ("There is no note.");
}

static void
test_fhir_empty_has_no_empty_list (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;

  pal_json_writer_init (&writer, out);
  pal_fhir_begin (&writer);
  pal_fhir_end (&writer);
  g_assert_null (strstr (out->str, "entry"));
}

static void
test_demo_ends_within_a_week (void)
{
  for (int i = 0; i < 9; i++)
    {
      PalDate today = pal_date_new (2031, 2, 20) + i;
      g_autoptr (GError) error = NULL;
      g_autoptr (PalPractice) demo =
          pal_demo_load (kit_get_atlas (), kit_get_vocabulary (), today, &error);
      PalDate newest = PAL_NO_DATE;

      g_assert_no_error (error);
      g_assert_cmpuint (demo->files->len, ==, 10);
      for (guint k = 0; k < demo->files->len; k++)
        {
          PalClientFile *file = g_ptr_array_index (demo->files, k);
          PalVisit *last = g_ptr_array_index (file->visits, file->visits->len - 1);

          newest = MAX (newest, pal_time_get_date (last->at));
        }
      g_assert_cmpint (newest, <, today);
      g_assert_cmpint (newest, >=, today - 7);
    }
}

/* The sample is itself a valid file after it was moved, and has no key we do not know. */
static void
test_demo_is_sound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) demo =
      pal_demo_load (kit_get_atlas (), kit_get_vocabulary (), pal_date_new (2031, 2, 20), &error);
  g_autofree char *text = NULL;
  g_autoptr (PalPractice) again = NULL;

  g_assert_no_error (error);
  text = exchange_kit_write (demo);
  again = read_good (text);
  g_assert_cmpuint (demo->warnings->len, ==, 0);
  g_assert_cmpuint (again->warnings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/csv/rows", test_csv_rows);
  g_test_add_func ("/exchange/csv/quotes-and-defuses", test_csv_quotes_and_defuses);
  g_test_add_func ("/exchange/fhir/counts", test_fhir_counts);
  g_test_add_func ("/exchange/fhir/references-resolve", test_fhir_references_resolve);
  g_test_add_func ("/exchange/fhir/observation", test_fhir_observation);
  g_test_add_func ("/exchange/fhir/generated-lines", test_fhir_generated_lines);
  g_test_add_func ("/exchange/fhir/empty-has-no-empty-list", test_fhir_empty_has_no_empty_list);
  g_test_add_func ("/exchange/demo/ends-within-a-week", test_demo_ends_within_a_week);
  g_test_add_func ("/exchange/demo/is-sound", test_demo_is_sound);
  return g_test_run ();
}
