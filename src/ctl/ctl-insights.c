/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* insights: what a client's visits tell together. The figures are insight's and the sentences
 * report's; here they are only written out. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ctl/ctl.h"
#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-pattern.h"

/* JSON ------------------------------------------------------------------------------------------
 */

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

static void
print_json (const PalInsights *insights)
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
  ctl_print_json (text);
}

/* Words -----------------------------------------------------------------------------------------
 */

/* What comes back most stands first; the catalogue's order among equals. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PalRegionRow *one = *(const PalRegionRow *const *) a;
  const PalRegionRow *other = *(const PalRegionRow *const *) b;
  if (one->burden != other->burden)
    return isnan (one->burden) || one->burden < other->burden ? 1 : -1;
  return one < other ? -1 : one > other;
}

static void
print_rows (const char *title, GArray *rows)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      PalRegionRow *row = &g_array_index (rows, PalRegionRow, i);
      if (row->kind == NULL)
        g_ptr_array_add (order, row);
    }
  if (order->len == 0)
    return;
  g_ptr_array_sort (order, compare_rows);
  ctl_print ("\n%s\n", title);
  for (guint i = 0; i < order->len; i++)
    {
      const PalRegionRow *row = g_ptr_array_index (order, i);
      g_autofree char *name = pal_words_row_name (row);
      g_autofree char *words = pal_words_row (row);
      g_autofree char *hands = pal_words_new_hands (row);
      const char *baseline = pal_words_baseline (row->baseline);
      ctl_print ("  %s\t%s\t%s\n", name, pal_words_class (row->course), words);
      if (baseline != NULL)
        ctl_print ("    %s\n", baseline);
      if (hands != NULL)
        ctl_print ("    %s\n", hands);
    }
}

static void
print_balance (const PalInsights *insights)
{
  gboolean is_first = TRUE;
  for (guint i = 0; i < insights->balance->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (insights->balance, PalBalanceRow, i);
      if (!row->flag)
        continue;
      g_autofree char *words = pal_words_balance (row);
      g_autofree char *numbers = pal_words_balance_numbers (row);
      if (is_first)
        ctl_print ("\n%s\n", _ ("Left against right"));
      is_first = FALSE;
      ctl_print ("  %s\t%s\n", words, numbers);
    }
}

static void
print_patterns (const PalInsights *insights)
{
  gboolean is_first = TRUE;
  for (guint i = 0; i < insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (insights->patterns, PalPatternRow, i);
      if (!row->present)
        continue;
      g_autofree char *name = pal_words_pattern_name (row);
      g_autofree char *words = pal_words_pattern (row);
      g_autofree char *evidence = pal_words_evidence (row->chain);
      if (is_first)
        ctl_print ("\n%s\n", _ ("Patterns"));
      is_first = FALSE;
      ctl_print ("  %s\t%s\n    %s\n", name, words, evidence);
    }
}

static void
print_load (CtlCall *call, const PalLoadResult *load)
{
  if (load->spikes->len > 0 || load->changes->len > 0)
    ctl_print ("\n%s\n", _ ("Training"));
  for (guint i = 0; i < load->spikes->len; i++)
    {
      g_autofree char *words =
          pal_words_spike (&g_array_index (load->spikes, PalLoadSpike, i), load->coarse);
      ctl_print ("  %s\n", words);
    }
  for (guint i = 0; i < load->changes->len; i++)
    {
      g_autofree char *words =
          pal_words_load_change (&g_array_index (load->changes, PalLoadChange, i),
                                 call->vocabulary);
      ctl_print ("  %s\n", words);
    }
}

static void
print_words (CtlCall *call, const PalInsights *insights)
{
  g_autofree char *basis = pal_words_basis (insights);
  g_autofree char *interval = pal_words_interval (insights->interval);

  ctl_print ("%s\n", basis);
  if (insights->visits->len == 0)
    return;
  print_rows (_ ("Regions"), insights->regions);
  print_rows (_ ("Structures"), insights->structures);
  print_rows (_ ("Reported by the client"), insights->client_reported);
  print_balance (insights);
  print_patterns (insights);
  print_load (call, insights->load);
  ctl_print ("\n%s\n", interval);
}

/* The verb --------------------------------------------------------------------------------------
 */

static char *at_option;

static gboolean
read_day (PalDate *day, GError **error)
{
  *day = PAL_NO_DATE;
  if (at_option == NULL)
    return TRUE;
  if (!ctl_check_text ("--at", at_option, error))
    return FALSE;
  if (pal_date_parse (at_option, day) && pal_date_is_sane (*day))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT,
               /* Translators: %s is what was typed */
               _ ("“%s” is no day; one is written like 2026-03-01."), at_option);
  return FALSE;
}

static CtlStatus
run_insights (CtlCall *call)
{
  GError *error = NULL;
  PalDate at;
  g_autofree char *client = NULL;
  g_autoptr (PalClientFile) file = NULL;
  g_autoptr (GPtrArray) chains = NULL;

  if (read_day (&at, &error) && ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    client = ctl_find_client (call, call->args[0], &error);
  if (client != NULL)
    file = pal_store_get_client_file (call->store, client, &error);
  if (file != NULL)
    chains = pal_chains_load (call->atlas, &error);
  if (chains == NULL)
    return ctl_refuse (error);

  g_autoptr (PalInsights) insights =
      pal_insights_new (file, at, call->atlas, call->vocabulary, chains);
  if (call->json)
    print_json (insights);
  else
    print_words (call, insights);
  return CTL_OK;
}

static const GOptionEntry options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, N_ ("Look at the visits up to this day (UTC)"),
    N_ ("DATE") },
  { NULL },
};

const CtlVerb ctl_insights = {
  .name = "insights",
  .usage = N_ ("CLIENT [--at DATE]"),
  .min_args = 1,
  .max_args = 1,
  .summary =
      N_ ("Tell what keeps coming back, on which side, in which pattern, with what training"),
  .description = N_ (
      "CLIENT is an id, a name, or an unambiguous beginning of one. Prints what comes back most "
      "first, the imbalances worth checking, the patterns seen, long runs beyond habit, and the "
      "suggested interval. It counts visits; it does not diagnose.\n\n"
      "--json prints {\"client\", \"at\", \"visits\", \"regions\": [{\"region\", \"side\", "
      "\"kind\", \"examined\", \"marked\", \"streak\", \"clear\", \"first\", \"last\", \"since\", "
      "\"mean\", \"burden\", \"trend\", \"confidence\", \"response\", \"held\", \"class\", "
      "\"baseline\", \"all_examined\", \"all_marked\", \"visits\"}], \"structures\" and "
      "\"client_reported\" alike, \"balance\": [{\"region\", \"kind\", \"visits\", \"left\", "
      "\"right\", \"index\", \"low\", \"high\", \"flag\", \"side\"}], \"patterns\": [{\"pattern\", "
      "\"side\", \"present\", \"links\", \"missing\", \"strength\", \"evidence\"}], \"load\": "
      "{\"coarse\", \"spikes\", \"weeks\"}, \"interval\": {\"weeks\", \"reasons\"}}. Rows stand in "
      "the catalogue's order, left before right; figures have four decimals and percents one; what "
      "cannot be told is null. Weeks are those recorded, or single runs summed where none were."),
  .options = options,
  .has_json = TRUE,
  .run = run_insights,
};
