/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* insights: what a client's visits tell together. The figures are insight's and the sentences
 * report's; here they are only written out. The JSON is ctl-insights-json.c's. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ctl/ctl-insights-json.h"
#include "ctl/ctl-insights.h"
#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-pattern.h"

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
static gboolean all_option;

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

  if (all_option == (call->n_args == 1))
    return ctl_usage (call, _ ("Name a client, or ask for --all."));
  if (!read_day (&at, &error) || !ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error))
    return ctl_refuse (error);
  if (all_option)
    return ctl_insights_of_all (call, at);
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
    ctl_print_json (ctl_insights_to_json (insights));
  else
    print_words (call, insights);
  return CTL_OK;
}

static const GOptionEntry options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, N_ ("Look at the visits up to this day (UTC)"),
    N_ ("DATE") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &all_option,
    N_ ("Go through all clients and tell what is worth a look first"), NULL },
  { NULL },
};

const CtlVerb ctl_insights = {
  .name = "insights",
  .usage = N_ ("CLIENT|--all [--at DATE]"),
  .min_args = 0,
  .max_args = 1,
  .summary =
      N_ ("Tell what keeps coming back, on which side, in which pattern, with what training"),
  .description = N_ (
      "CLIENT is an id, a name, or an unambiguous beginning of one. Prints what comes back most "
      "first, the imbalances worth checking, the patterns seen, long runs beyond habit, and the "
      "suggested interval. It counts visits; it does not diagnose. --all goes through the whole "
      "practice instead and prints the imbalances worth checking, early signs, and long runs "
      "beyond "
      "habit of the last four weeks.\n\n"
      "--json prints {\"client\", \"at\", \"visits\", \"regions\": [{\"region\", \"side\", "
      "\"kind\", \"examined\", \"marked\", \"streak\", \"clear\", \"first\", \"last\", \"since\", "
      "\"mean\", \"burden\", \"trend\", \"confidence\", \"response\", \"held\", \"class\", "
      "\"baseline\", \"all_examined\", \"all_marked\", \"visits\"}], \"structures\" and "
      "\"client_reported\" alike, \"balance\": [{\"region\", \"kind\", \"visits\", \"left\", "
      "\"right\", \"index\", \"low\", \"high\", \"flag\", \"side\"}], \"patterns\": [{\"pattern\", "
      "\"side\", \"present\", \"links\", \"missing\", \"strength\", \"evidence\"}], \"load\": "
      "{\"coarse\", \"spikes\", \"weeks\"}, \"interval\": {\"weeks\", \"reasons\"}}. Rows stand in "
      "the catalogue's order, left before right; figures have four decimals and percents one; what "
      "cannot be told is null. Weeks are those recorded, or single runs summed where none were. "
      "With "
      "--all it prints {\"clients\": [{\"client\", \"at\", \"visits\", \"imbalances\": "
      "[{\"region\", \"side\"}], \"early_signs\" alike, \"spikes\": days}]}, in the order they "
      "were added."),
  .options = options,
  .has_json = TRUE,
  .run = run_insights,
};
