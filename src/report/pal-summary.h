/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page: map, what was found, what changed, what to do until next time. */

#pragma once

#include "record/pal-summary-text.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * PalSummaryParts:
 *
 * A set of blocks of the page, 1 << #PalSummaryBlock each.
 */
typedef guint PalSummaryParts;

#define PAL_SUMMARY_PART(block) (1u << PAL_SUMMARY_BLOCK_##block)
#define PAL_SUMMARY_ALL_PARTS ((1u << PAL_SUMMARY_BLOCK_N) - 1)

/** pal_summary_part_from_id: reads "complaint", "recurring" … Returns: %FALSE for others. */
gboolean pal_summary_part_from_id (const char *id, PalSummaryParts *part);

/**
 * pal_summary_new:
 * @file: the client with all visits, oldest first
 * @visit_id: (nullable): the visit, or %NULL for the newest
 * @parts: what may stand on it
 *
 * What practice, client and visit have decided to leave out (pal_summary_leaves_out() with the
 * practice's list of @setup) is left out as well, and the therapist's own words of the visit stand
 * in place of those made from the record.
 *
 * Returns: (transfer full): one page when it can be; %NULL with a #PalReportError
 */
PalDocument *pal_summary_new (const PalReportSetup *setup,
                              const PalClientFile *file,
                              const char *visit_id,
                              PalSummaryParts parts,
                              GError **error);

/**
 * pal_summary_get_made:
 * @document: from pal_summary_new()
 *
 * For an editor: what the block says by itself, in the language of the document, also when it is
 * left out or says something else.
 *
 * Returns: (transfer none) (nullable): a paragraph a line; %NULL when there is nothing to say
 */
const char *pal_summary_get_made (const PalDocument *document, PalSummaryBlock block);

/** pal_summary_has_block: Returns: whether the block stands on the page. */
gboolean pal_summary_has_block (const PalDocument *document, PalSummaryBlock block);

/**
 * pal_summary_is_outdated:
 *
 * Returns: whether the therapist's words stand in for others than the record makes now: it was
 *   edited since, or the page speaks another language
 */
gboolean pal_summary_is_outdated (const PalDocument *document, PalSummaryBlock block);

G_END_DECLS
