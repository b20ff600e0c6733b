/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page: map, what was found, what changed, what to do until next time. */

#pragma once

#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * PalSummaryParts:
 * @PAL_SUMMARY_COMPLAINT: what the client came for
 * @PAL_SUMMARY_EXPLANATIONS: what the tightest places do
 * @PAL_SUMMARY_RECURRING: what keeps coming back
 * @PAL_SUMMARY_DONE: what was done
 * @PAL_SUMMARY_SINCE: since last time
 * @PAL_SUMMARY_UNTIL: until next time
 * @PAL_SUMMARY_NEXT: the next visit and the race
 *
 * Parts that can be left out; map and findings always stand.
 */
typedef enum
{
  PAL_SUMMARY_COMPLAINT = 1 << 0,
  PAL_SUMMARY_EXPLANATIONS = 1 << 1,
  PAL_SUMMARY_RECURRING = 1 << 2,
  PAL_SUMMARY_DONE = 1 << 3,
  PAL_SUMMARY_SINCE = 1 << 4,
  PAL_SUMMARY_UNTIL = 1 << 5,
  PAL_SUMMARY_NEXT = 1 << 6
} PalSummaryParts;

#define PAL_SUMMARY_ALL_PARTS 0x7f

/** pal_summary_part_from_id: reads "complaint", "recurring" … Returns: %FALSE for others. */
gboolean pal_summary_part_from_id (const char *id, PalSummaryParts *part);

/**
 * pal_summary_new:
 * @file: the client with all visits, oldest first
 * @visit_id: (nullable): the visit, or %NULL for the newest
 * @parts: what stands on it
 *
 * Returns: (transfer full): one page when it can be; %NULL with a #PalReportError
 */
PalDocument *pal_summary_new (const PalReportSetup *setup,
                              const PalClientFile *file,
                              const char *visit_id,
                              PalSummaryParts parts,
                              GError **error);

G_END_DECLS
