/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* report: what a span of visits shows together. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "atlas/pal-chains.h"
#include "ctl/ctl-documents.h"
#include "report/pal-progress.h"

static struct
{
  char *from;
  char *to;
} options;

static gboolean
read_day (const char *text, PalDate *day)
{
  *day = PAL_NO_DATE;
  return text == NULL || pal_date_parse (text, day);
}

static CtlStatus
run_report (CtlCall *call)
{
  g_autoptr (PalClientFile) file = NULL;
  g_autoptr (GPtrArray) chains = NULL;
  CtlStatus status = ctl_paper_check (call, TRUE);
  PalDate from, to;
  PalReportSetup setup;
  GError *error = NULL;

  if (status != CTL_OK)
    return status;
  if (!read_day (options.from, &from) || !read_day (options.to, &to))
    return ctl_usage (call, _ ("A date is written like 2026-03-01."));
  file = ctl_paper_open_client (call, &error);
  if (file != NULL)
    chains = pal_chains_load (call->atlas, &error);
  if (chains == NULL)
    return ctl_refuse (error);
  ctl_paper_prepare (call, file->client->language, &setup);
  return ctl_paper_finish (pal_progress_new (&setup, file, from, to, chains, &error), &error);
}

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from,
    N_ ("First day (default: of the first visit)"), N_ ("YYYY-MM-DD") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("Last day (default: of the last visit)"),
    N_ ("YYYY-MM-DD") },
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_report = {
  .name = "report",
  .usage = N_ ("CLIENT --out FILE.pdf"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write what a span of visits shows together"),
  .options = entries,
  .run = run_report,
};
