/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* summary: the page a client takes home. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl-documents.h"
#include "report/pal-summary.h"

static struct
{
  char *visit;
  char *leave_out;
} options;

/* "since,done" */
static gboolean
read_parts (PalSummaryParts *parts)
{
  g_auto (GStrv) names = NULL;

  *parts = PAL_SUMMARY_ALL_PARTS;
  if (options.leave_out == NULL)
    return TRUE;
  names = g_strsplit (options.leave_out, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      PalSummaryParts part;

      if (!pal_summary_part_from_id (names[i], &part))
        return FALSE;
      *parts &= ~part;
    }
  return TRUE;
}

static CtlStatus
run_summary (CtlCall *call)
{
  g_autoptr (PalClientFile) file = NULL;
  CtlStatus status = ctl_paper_check (call, TRUE);
  PalSummaryParts parts;
  PalReportSetup setup;
  GError *error = NULL;

  if (status != CTL_OK)
    return status;
  if (!read_parts (&parts))
    return ctl_usage (call, _ ("What can be left out is complaint, explanations, recurring, done, "
                               "since, until and next, with commas between."));
  if (ctl_check_text ("--visit", options.visit, &error))
    file = ctl_paper_open_client (call, &error);
  if (file == NULL)
    return ctl_refuse (error);
  ctl_paper_prepare (call, file->client->language, &setup);
  return ctl_paper_finish (pal_summary_new (&setup, file, options.visit, parts, &error), &error);
}

static const GOptionEntry entries[] = {
  { "visit", 0, 0, G_OPTION_ARG_FILENAME, &options.visit,
    N_ ("About this visit (default: the newest)"), N_ ("ID") },
  { "leave-out", 0, 0, G_OPTION_ARG_FILENAME, &options.leave_out,
    N_ ("Parts to leave out: complaint, explanations, recurring, done, since, until, next"),
    N_ ("PARTS") },
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_summary = {
  .name = "summary",
  .usage = "CLIENT --out FILE.pdf",
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write the page a client takes home"),
  .options = entries,
  .run = run_summary,
};
