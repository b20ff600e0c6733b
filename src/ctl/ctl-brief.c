/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* brief: what to know before a booking. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl-documents.h"
#include "report/pal-brief.h"

static void
write_event (PalJsonWriter *json, const PalBrief *brief)
{
  g_autofree char *day = NULL;

  if (brief->event_date == PAL_NO_DATE)
    {
      pal_json_writer_null (json, "event");
      return;
    }
  day = pal_date_format (brief->event_date);
  pal_json_writer_begin_object (json, "event", TRUE);
  pal_json_writer_text (json, "name", brief->event_name);
  pal_json_writer_text (json, "date", day);
  pal_json_writer_count (json, "days", (guint) (brief->event_date - brief->today));
  pal_json_writer_end (json);
}

static void
print_json (const PalBrief *brief)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = pal_date_format (brief->today);
  PalJsonWriter json;

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_text (&json, "client", brief->client->id);
  pal_json_writer_text (&json, "date", day);
  pal_json_writer_text (&json, "last_visit", brief->last != NULL ? brief->last->id : NULL);
  write_event (&json, brief);
  pal_json_writer_begin_array (&json, "sections", FALSE);
  for (guint i = 0; i < brief->sections->len; i++)
    {
      const PalBriefSection *section = brief->sections->pdata[i];

      pal_json_writer_begin_object (&json, NULL, FALSE);
      pal_json_writer_text (&json, "section", section->id);
      pal_json_writer_begin_array (&json, "lines", FALSE);
      for (guint k = 0; k < section->lines->len; k++)
        pal_json_writer_text (&json, NULL, section->lines->pdata[k]);
      pal_json_writer_end (&json);
      pal_json_writer_end (&json);
    }
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static CtlStatus
run_brief (CtlCall *call)
{
  g_autoptr (PalClientFile) file = NULL;
  g_autoptr (GPtrArray) chains = NULL;
  g_autoptr (PalInsights) insights = NULL;
  g_autoptr (PalBrief) brief = NULL;
  CtlStatus status = ctl_paper_check (call, FALSE);
  PalReportSetup setup;
  GError *error = NULL;

  if (status != CTL_OK)
    return status;
  file = ctl_paper_open_client (call, &error);
  if (file != NULL)
    chains = pal_chains_load (call->atlas, &error);
  if (chains == NULL)
    return ctl_refuse (error);
  /* The therapist reads it: it speaks the practice's language. */
  ctl_paper_prepare (call, NULL, &setup);
  insights = pal_insights_new (file, PAL_NO_DATE, call->atlas, call->vocabulary, chains);
  brief = pal_brief_new (file, insights, call->atlas, call->vocabulary, setup.today);
  if (call->json)
    print_json (brief);
  else if (ctl_paper.out == NULL)
    {
      g_autofree char *text = pal_brief_to_text (brief);
      ctl_print ("%s", text);
    }
  return ctl_paper.out != NULL ? ctl_paper_finish (pal_brief_document_new (&setup, brief), &error)
                               : CTL_OK;
}

static const GOptionEntry entries[] = {
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_brief = {
  .name = "brief",
  .usage = N_ ("CLIENT [--out FILE.pdf]"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Tell what to know of a client before a booking"),
  .description = N_ (
      "Prints alerts, the event ahead, what to check first, what was planned last time, what keeps "
      "coming back, what changed, training, sleep and rest; with --out one page.\n\n"
      "--json prints {\"client\": \"id\", \"date\", \"last_visit\": \"id\", \"event\": {\"name\", "
      "\"date\", \"days\"}, \"sections\": [{\"section\", \"lines\": [\"…\"]}]}; the sections are "
      "alerts, event, check, last, recurring, changed, load, recovery and patterns, those that "
      "have "
      "something to say."),
  .options = entries,
  .has_json = TRUE,
  .run = run_brief,
};
