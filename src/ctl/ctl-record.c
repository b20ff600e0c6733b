/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* record: everything of one visit on paper. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl-documents.h"
#include "report/pal-visit-record.h"

static struct
{
  char *visit;
} options;

/* Returns: (transfer full) (nullable): the audit trail of the visit; @trail borrows from it. */
static GPtrArray *
read_trail (CtlCall *call, const PalClientFile *file, PalRecordTrail *trail)
{
  const PalVisit *last = file->visits->len > 0 ? file->visits->pdata[file->visits->len - 1] : NULL;
  const char *visit = options.visit != NULL ? options.visit : last != NULL ? last->id : NULL;
  GPtrArray *entries = visit != NULL ? pal_store_list_audit (call->store, visit, NULL) : NULL;

  *trail = (PalRecordTrail){ 0 };
  if (entries != NULL && entries->len > 0)
    {
      const PalAuditEntry *entry = entries->pdata[entries->len - 1];
      *trail = (PalRecordTrail){
        .n = entries->len, .last = entry->seq, .at = entry->at, .actor = entry->actor
      };
    }
  return entries;
}

static CtlStatus
run_record (CtlCall *call)
{
  g_autoptr (PalClientFile) file = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  CtlStatus status = ctl_paper_check (call, TRUE);
  PalRecordTrail trail;
  PalReportSetup setup;
  GError *error = NULL;

  if (status != CTL_OK)
    return status;
  if (ctl_check_text ("--visit", options.visit, &error))
    file = ctl_paper_open_client (call, &error);
  if (file == NULL)
    return ctl_refuse (error);
  entries = read_trail (call, file, &trail);
  /* Colleagues read it: it speaks the practice's language. */
  ctl_paper_prepare (call, NULL, &setup);
  return ctl_paper_finish (pal_visit_record_new (&setup, file, options.visit, &trail, &error),
                           &error);
}

static const GOptionEntry entries[] = {
  { "visit", 0, 0, G_OPTION_ARG_FILENAME, &options.visit,
    N_ ("About this visit (default: the newest)"), N_ ("ID") },
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_record = {
  .name = "record",
  .usage = "CLIENT --out FILE.pdf",
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write everything of a visit, for the practice's file"),
  .options = entries,
  .run = run_record,
};
