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

/* Returns: (transfer none) (nullable): the visit the record is about. */
static const PalVisit *
find_visit (const PalClientFile *file)
{
  for (guint i = file->visits->len; i > 0; i--)
    {
      const PalVisit *visit = file->visits->pdata[i - 1];
      if (options.visit == NULL || g_strcmp0 (visit->id, options.visit) == 0)
        return visit;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the audit trail of the visit; @trail borrows from it. */
static GPtrArray *
read_trail (CtlCall *call, const PalClientFile *file, PalRecordTrail *trail)
{
  const PalVisit *visit = find_visit (file);
  GPtrArray *entries = visit != NULL ? pal_store_list_audit (call->store, visit->id, NULL) : NULL;

  *trail = (PalRecordTrail){ 0 };
  if (entries != NULL && entries->len > 0)
    {
      const PalAuditEntry *entry = entries->pdata[entries->len - 1];
      *trail = (PalRecordTrail){
        .n = entries->len,
        .last = entry->seq,
        .at = entry->at,
        .actor = entry->actor,
        .seal = entry->seal,
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
  const PalVisit *visit;
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
  visit = find_visit (file);
  if (visit != NULL && visit->is_signed)
    ctl_paper_sign (call, visit->signed_by != NULL ? visit->signed_by : visit->therapist, &setup);
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
  .usage = N_ ("CLIENT --out FILE.pdf"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write everything of a visit, for the practice's file"),
  .options = entries,
  .run = run_record,
};
