/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of one client as JSON, key by key. It opens no practice and prints nothing. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl-insights-json.h"

#include <math.h>

#include "exchange/pal-json-writer.h"

static void
write_figure (PalJsonWriter *json, const char *key, double figure)
{
  if (isnan (figure))
    pal_json_writer_null (json, key);
  else
    pal_json_writer_rounded (json, key, figure);
}

/* Percents say nothing beyond their first decimal. */
static void
write_percent (PalJsonWriter *json, const char *key, double percent)
{
  write_figure (json, key, isnan (percent) ? percent : round (percent * 10) / 10);
}

static void
write_known (PalJsonWriter *json, const char *key, double number)
{
  write_figure (json, key, number == PAL_UNSET ? NAN : number);
}

static void
write_day (PalJsonWriter *json, const char *key, PalDate day)
{
  g_autofree char *text = day != PAL_NO_DATE ? pal_date_format (day) : NULL;
  pal_json_writer_text (json, key, text);
}

static void
write_visit_id (PalJsonWriter *json, const PalInsights *insights, guint place)
{
  pal_json_writer_text (json, NULL, pal_insights_get_visit (insights, place)->id);
}

static void
write_row (PalJsonWriter *json, const PalInsights *insights, const PalRegionRow *row)
{
  pal_json_writer_begin_object (json, NULL, TRUE);
  pal_json_writer_text (json, row->region != NULL ? "region" : "structure",
                        pal_region_row_get_id (row));
  pal_json_writer_text (json, "side", pal_side_to_id (row->side));
  pal_json_writer_text (json, "kind", pal_region_row_get_kind_id (row));
  pal_json_writer_count (json, "examined", row->examined);
  pal_json_writer_count (json, "marked", row->marked);
  pal_json_writer_count (json, "streak", row->streak);
  pal_json_writer_count (json, "clear", row->clear);
  write_day (json, "first", row->first);
  write_day (json, "last", row->last);
  write_day (json, "since", row->since);
  write_figure (json, "mean", row->mean);
  write_figure (json, "burden", row->burden);
  write_figure (json, "trend", row->trend);
  write_figure (json, "confidence", row->confidence);
  write_figure (json, "response", row->response);
  write_figure (json, "held", row->held);
  pal_json_writer_text (json, "class", pal_region_class_to_id (row->course));
  pal_json_writer_text (json, "baseline", pal_baseline_to_id (row->baseline));
  pal_json_writer_count (json, "all_examined", row->all_examined);
  pal_json_writer_count (json, "all_marked", row->all_marked);
  pal_json_writer_begin_array (json, "visits", TRUE);
  for (guint i = 0; i < row->examined; i++)
    if (row->severities[i] > 0)
      write_visit_id (json, insights, row->window[i]);
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

static void
write_rows (PalJsonWriter *json, const char *key, const PalInsights *insights, GArray *rows)
{
  pal_json_writer_begin_array (json, key, FALSE);
  for (guint i = 0; i < rows->len; i++)
    write_row (json, insights, &g_array_index (rows, PalRegionRow, i));
  pal_json_writer_end (json);
}

static void
write_balance (PalJsonWriter *json, GArray *rows)
{
  pal_json_writer_begin_array (json, "balance", FALSE);
  for (guint i = 0; i < rows->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (rows, PalBalanceRow, i);
      pal_json_writer_begin_object (json, NULL, TRUE);
      pal_json_writer_text (json, "region", row->region->id);
      pal_json_writer_text (json, "kind", "any");
      pal_json_writer_count (json, "visits", row->examined);
      pal_json_writer_count (json, "left", row->left);
      pal_json_writer_count (json, "right", row->right);
      write_figure (json, "index", row->index);
      write_figure (json, "low", row->low);
      write_figure (json, "high", row->high);
      pal_json_writer_flag (json, "flag", row->flag);
      pal_json_writer_text (json, "side", pal_side_to_id (row->side));
      pal_json_writer_end (json);
    }
  pal_json_writer_end (json);
}

static void
write_link (PalJsonWriter *json, const PalInsights *insights, const PalPatternLink *link)
{
  pal_json_writer_begin_object (json, NULL, TRUE);
  pal_json_writer_text (json, "link", link->link->id);
  pal_json_writer_count (json, "seen", link->seen);
  pal_json_writer_count (json, "looked_at", link->looked_at);
  pal_json_writer_begin_array (json, "visits", TRUE);
  for (guint i = 0; i < link->seen; i++)
    write_visit_id (json, insights, link->visits[i]);
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

static void
write_missing (PalJsonWriter *json, const PalPatternRow *row)
{
  pal_json_writer_begin_array (json, "missing", FALSE);
  for (guint i = 0; i < row->n_links; i++)
    {
      const PalPatternLink *link = &row->links[i];
      if (link->last == PAL_LINK_SEEN)
        continue;
      pal_json_writer_begin_object (json, NULL, TRUE);
      pal_json_writer_text (json, "link", link->link->id);
      pal_json_writer_text (json, "state", pal_link_state_to_id (link->last));
      pal_json_writer_end (json);
    }
  pal_json_writer_end (json);
}

static void
write_pattern (PalJsonWriter *json, const PalInsights *insights, const PalPatternRow *row)
{
  pal_json_writer_begin_object (json, NULL, FALSE);
  pal_json_writer_text (json, "pattern", row->chain->id);
  pal_json_writer_text (json, "side", pal_side_to_id (row->side));
  pal_json_writer_flag (json, "present", row->present);
  pal_json_writer_begin_array (json, "links", FALSE);
  for (guint i = 0; i < row->n_links; i++)
    write_link (json, insights, &row->links[i]);
  pal_json_writer_end (json);
  write_missing (json, row);
  pal_json_writer_begin_object (json, "strength", TRUE);
  pal_json_writer_count (json, "links", row->n_seen);
  pal_json_writer_count (json, "of_links", row->n_links);
  pal_json_writer_count (json, "visits", row->n_visits);
  pal_json_writer_count (json, "of_visits", row->of_visits);
  pal_json_writer_end (json);
  pal_json_writer_text (json, "evidence", row->chain->evidence_level);
  pal_json_writer_end (json);
}

static void
write_load (PalJsonWriter *json, const PalLoadResult *load)
{
  GArray *weeks = load->weeks->len > 0 ? load->weeks : load->run_weeks;

  pal_json_writer_begin_object (json, "load", FALSE);
  pal_json_writer_flag (json, "coarse", load->coarse);
  pal_json_writer_begin_array (json, "spikes", FALSE);
  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      pal_json_writer_begin_object (json, NULL, TRUE);
      write_day (json, "date", spike->date);
      write_figure (json, "km", spike->km);
      write_figure (json, "longest", spike->longest);
      write_percent (json, "percent", spike->percent);
      pal_json_writer_text (json, "step", pal_spike_step_to_id (spike->step));
      pal_json_writer_end (json);
    }
  pal_json_writer_end (json);
  pal_json_writer_begin_array (json, "weeks", FALSE);
  for (guint i = 0; i < weeks->len; i++)
    {
      const PalLoadWeek *week = &g_array_index (weeks, PalLoadWeek, i);
      g_autofree char *name = pal_week_format (week->monday);
      pal_json_writer_begin_object (json, NULL, TRUE);
      pal_json_writer_text (json, "week", name);
      write_known (json, "km", week->km);
      write_percent (json, "change_percent", week->change_percent);
      pal_json_writer_end (json);
    }
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

static void
write_interval (PalJsonWriter *json, PalIntervalResult interval)
{
  pal_json_writer_begin_object (json, "interval", TRUE);
  pal_json_writer_count (json, "weeks", interval.weeks);
  pal_json_writer_begin_array (json, "reasons", TRUE);
  for (guint i = 0; i < PAL_INTERVAL_N_REASONS; i++)
    if (interval.reasons & 1u << i)
      pal_json_writer_text (json, NULL, pal_interval_reason_to_id (1u << i));
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

GString *
ctl_insights_to_json (const PalInsights *insights)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_text (&json, "client", insights->client->id);
  write_day (&json, "at", insights->at);
  pal_json_writer_count (&json, "visits", insights->visits->len);
  write_rows (&json, "regions", insights, insights->regions);
  write_rows (&json, "structures", insights, insights->structures);
  write_rows (&json, "client_reported", insights, insights->client_reported);
  write_balance (&json, insights->balance);
  pal_json_writer_begin_array (&json, "patterns", FALSE);
  for (guint i = 0; i < insights->patterns->len; i++)
    write_pattern (&json, insights, &g_array_index (insights->patterns, PalPatternRow, i));
  pal_json_writer_end (&json);
  write_load (&json, insights->load);
  write_interval (&json, insights->interval);
  pal_json_writer_end (&json);
  return text;
}
