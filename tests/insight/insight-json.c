/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing results and comparing them. */

#include "config.h"

#include "insight-json.h"

#include <math.h>

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
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_date (JsonBuilder *builder, const char *key, PalDate date)
{
  g_autofree char *text = date == PAL_NO_DATE ? NULL : pal_date_format (date);
  add_string (builder, key, text);
}

static void
begin_array (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_visit (JsonBuilder *builder, const PalInsights *insights, guint place)
{
  json_builder_add_string_value (builder, pal_insights_get_visit (insights, place)->id);
}

static void
add_region_row (JsonBuilder *builder, const PalInsights *insights, const PalRegionRow *row)
{
  json_builder_begin_object (builder);
  add_string (builder, row->region != NULL ? "region" : "structure", pal_region_row_get_id (row));
  add_string (builder, "side", pal_side_to_id (row->side));
  add_string (builder, "kind", pal_region_row_get_kind_id (row));
  add_number (builder, "examined", row->examined);
  add_number (builder, "marked", row->marked);
  add_number (builder, "streak", row->streak);
  add_number (builder, "clear", row->clear);
  add_date (builder, "first", row->first);
  add_date (builder, "last", row->last);
  add_date (builder, "since", row->since);
  add_number (builder, "mean", row->mean);
  add_number (builder, "burden", row->burden);
  add_number (builder, "trend", row->trend);
  add_number (builder, "confidence", row->confidence);
  add_number (builder, "response", row->response);
  add_number (builder, "held", row->held);
  add_string (builder, "class", pal_region_class_to_id (row->course));
  if (row->region != NULL)
    add_string (builder, "baseline", pal_baseline_to_id (row->baseline));
  add_number (builder, "all_examined", row->all_examined);
  add_number (builder, "all_marked", row->all_marked);
  begin_array (builder, "visits");
  for (guint i = 0; i < row->examined; i++)
    if (row->severities[i] > 0)
      add_visit (builder, insights, row->window[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_region_rows (JsonBuilder *builder, const char *key, const PalInsights *insights, GArray *rows)
{
  begin_array (builder, key);
  for (guint i = 0; i < rows->len; i++)
    add_region_row (builder, insights, &g_array_index (rows, PalRegionRow, i));
  json_builder_end_array (builder);
}

static void
add_balance (JsonBuilder *builder, const PalInsights *insights)
{
  begin_array (builder, "balance");
  for (guint i = 0; i < insights->balance->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (insights->balance, PalBalanceRow, i);
      json_builder_begin_object (builder);
      add_string (builder, "region", row->region->id);
      add_string (builder, "kind", "any");
      add_number (builder, "visits", row->examined);
      add_number (builder, "left", row->left);
      add_number (builder, "right", row->right);
      add_number (builder, "index", row->index);
      add_number (builder, "low", row->low);
      add_number (builder, "high", row->high);
      add_boolean (builder, "flag", row->flag);
      add_string (builder, "side", pal_side_to_id (row->side));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const PalInsights *insights, const PalPatternRow *row)
{
  begin_array (builder, "links");
  for (guint i = 0; i < row->n_links; i++)
    {
      const PalPatternLink *link = &row->links[i];
      json_builder_begin_object (builder);
      add_string (builder, "link", link->link->id);
      add_number (builder, "seen", link->seen);
      add_number (builder, "looked_at", link->looked_at);
      begin_array (builder, "visits");
      for (guint j = 0; j < link->seen; j++)
        add_visit (builder, insights, link->visits[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_array (builder, "missing");
  for (guint i = 0; i < row->n_links; i++)
    {
      if (row->links[i].last == PAL_LINK_SEEN)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "link", row->links[i].link->id);
      add_string (builder, "state", pal_link_state_to_id (row->links[i].last));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_patterns (JsonBuilder *builder, const PalInsights *insights)
{
  begin_array (builder, "patterns");
  for (guint i = 0; i < insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (insights->patterns, PalPatternRow, i);
      json_builder_begin_object (builder);
      add_string (builder, "pattern", row->chain->id);
      add_string (builder, "side", pal_side_to_id (row->side));
      add_boolean (builder, "present", row->present);
      add_links (builder, insights, row);
      json_builder_set_member_name (builder, "strength");
      json_builder_begin_object (builder);
      add_number (builder, "links", row->n_seen);
      add_number (builder, "of_links", row->n_links);
      add_number (builder, "visits", row->n_visits);
      add_number (builder, "of_visits", row->of_visits);
      json_builder_end_object (builder);
      add_string (builder, "evidence", row->chain->evidence_level);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_load (JsonBuilder *builder, const PalLoadResult *load)
{
  json_builder_set_member_name (builder, "load");
  json_builder_begin_object (builder);
  add_boolean (builder, "coarse", load->coarse);
  begin_array (builder, "spikes");
  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      json_builder_begin_object (builder);
      add_date (builder, "date", spike->date);
      add_number (builder, "km", spike->km);
      add_number (builder, "longest", spike->longest);
      add_number (builder, "percent", spike->percent);
      add_string (builder, "step", pal_spike_step_to_id (spike->step));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_interval (JsonBuilder *builder, PalIntervalResult interval)
{
  json_builder_set_member_name (builder, "interval");
  json_builder_begin_object (builder);
  add_number (builder, "weeks", interval.weeks);
  begin_array (builder, "reasons");
  for (guint i = 0; i < PAL_INTERVAL_N_REASONS; i++)
    if (interval.reasons & 1u << i)
      json_builder_add_string_value (builder, pal_interval_reason_to_id (1u << i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

JsonNode *
insight_json_new (const PalInsights *insights)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_string (builder, "client", insights->client->id);
  add_date (builder, "at", insights->at);
  add_number (builder, "visits", insights->visits->len);
  add_region_rows (builder, "regions", insights, insights->regions);
  add_region_rows (builder, "structures", insights, insights->structures);
  add_region_rows (builder, "client_reported", insights, insights->client_reported);
  add_balance (builder, insights);
  add_patterns (builder, insights);
  add_load (builder, insights->load);
  add_interval (builder, insights->interval);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
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
