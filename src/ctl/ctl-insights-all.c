/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* insights --all: who of the whole practice is worth a look first. One client at a time goes by, so
 * that the size of the practice does not matter; one client in full is in ctl-insights.c. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>

#include "ctl/ctl-insights.h"
#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"

/* A spike is news for so long. */
#define RECENT_DAYS 28

/* What one client leaves is kept for the next. Giving it back and asking for it again would cost a
 * tenth of the time. */
#define KEEP_BYTES (16 * 1024 * 1024)

typedef struct
{
  CtlCall *call;
  GPtrArray *chains;
  PalDate at;
  PalJsonWriter json;
  guint n_clients;
  guint n_found;
} Survey;

static gboolean
is_early_sign (const PalRegionRow *row)
{
  return row->kind == NULL && row->course == PAL_CLASS_EARLY_SIGN;
}

static gboolean
is_recent (const PalInsights *insights, const PalLoadSpike *spike)
{
  return insights->at != PAL_NO_DATE && spike->date > insights->at - RECENT_DAYS;
}

/* JSON ------------------------------------------------------------------------------------------
 */

static void
write_sided (PalJsonWriter *json, const char *region, PalSide side)
{
  pal_json_writer_begin_object (json, NULL, TRUE);
  pal_json_writer_text (json, "region", region);
  pal_json_writer_text (json, "side", pal_side_to_id (side));
  pal_json_writer_end (json);
}

static void
write_client (PalJsonWriter *json, const PalInsights *insights)
{
  g_autofree char *at = insights->at != PAL_NO_DATE ? pal_date_format (insights->at) : NULL;

  pal_json_writer_begin_object (json, NULL, FALSE);
  pal_json_writer_text (json, "client", insights->client->id);
  pal_json_writer_text (json, "at", at);
  pal_json_writer_count (json, "visits", insights->visits->len);
  pal_json_writer_begin_array (json, "imbalances", TRUE);
  for (guint i = 0; i < insights->balance->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (insights->balance, PalBalanceRow, i);
      if (row->flag)
        write_sided (json, row->region->id, row->side);
    }
  pal_json_writer_end (json);
  pal_json_writer_begin_array (json, "early_signs", TRUE);
  for (guint i = 0; i < insights->regions->len; i++)
    {
      const PalRegionRow *row = &g_array_index (insights->regions, PalRegionRow, i);
      if (is_early_sign (row))
        write_sided (json, row->region->id, row->side);
    }
  pal_json_writer_end (json);
  pal_json_writer_begin_array (json, "spikes", TRUE);
  for (guint i = 0; i < insights->load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (insights->load->spikes, PalLoadSpike, i);
      g_autofree char *day = pal_date_format (spike->date);
      if (is_recent (insights, spike))
        pal_json_writer_text (json, NULL, day);
    }
  pal_json_writer_end (json);
  pal_json_writer_end (json);
}

/* Words -----------------------------------------------------------------------------------------
 */

static void
add_line (GString *lines, const char *words)
{
  g_string_append_printf (lines, "  %s\n", words);
}

static void
print_client (Survey *survey, const PalInsights *insights)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < insights->balance->len; i++)
    {
      const PalBalanceRow *row = &g_array_index (insights->balance, PalBalanceRow, i);
      g_autofree char *words = row->flag ? pal_words_balance (row) : NULL;
      if (words != NULL)
        add_line (lines, words);
    }
  for (guint i = 0; i < insights->regions->len; i++)
    {
      const PalRegionRow *row = &g_array_index (insights->regions, PalRegionRow, i);
      if (!is_early_sign (row))
        continue;
      g_autofree char *name = pal_words_row_name (row);
      g_string_append_printf (lines, "  %s\t%s\n", name, pal_words_class (row->course));
    }
  for (guint i = 0; i < insights->load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (insights->load->spikes, PalLoadSpike, i);
      if (!is_recent (insights, spike))
        continue;
      g_autofree char *words = pal_words_spike (spike, insights->load->coarse);
      add_line (lines, words);
    }
  if (lines->len == 0)
    return;
  survey->n_found++;
  g_autofree char *name = pal_client_dup_name (insights->client);
  ctl_print ("%s\n%s\n", name, lines->str);
}

/* Going through ---------------------------------------------------------------------------------
 */

static gboolean
add_history (const PalHistory *history, gpointer data, GError **error)
{
  Survey *survey = data;
  g_autoptr (PalInsights) insights =
      pal_insights_new_for_history (history, survey->at, survey->call->atlas,
                                    survey->call->vocabulary, survey->chains);

  survey->n_clients++;
  if (survey->call->json)
    write_client (&survey->json, insights);
  else
    print_client (survey, insights);
  return TRUE;
}

CtlStatus
ctl_insights_of_all (CtlCall *call, PalDate at)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (call->atlas, &error);
  Survey survey = { .call = call, .chains = chains, .at = at };
  GString *text = g_string_new (NULL);

  mallopt (M_TRIM_THRESHOLD, KEEP_BYTES);
  mallopt (M_MMAP_THRESHOLD, KEEP_BYTES);
  pal_json_writer_init (&survey.json, text);
  pal_json_writer_begin_object (&survey.json, NULL, FALSE);
  pal_json_writer_begin_array (&survey.json, "clients", FALSE);
  if (chains == NULL || !pal_store_foreach_history (call->store, call->atlas, call->vocabulary,
                                                    add_history, &survey, &error))
    {
      g_string_free (text, TRUE);
      return ctl_refuse (error);
    }
  pal_json_writer_end (&survey.json);
  pal_json_writer_end (&survey.json);
  if (call->json)
    {
      ctl_print_json (text);
      return CTL_OK;
    }
  g_string_free (text, TRUE);
  g_autofree char *found = g_strdup_printf (
      /* Translators: the second part of “10 clients. …” */
      ngettext ("%u has something worth a look first.", "%u have something worth a look first.",
                survey.n_found),
      survey.n_found);
  ctl_print (ngettext ("%u client. ", "%u clients. ", survey.n_clients), survey.n_clients);
  ctl_print ("%s\n", found);
  return CTL_OK;
}
