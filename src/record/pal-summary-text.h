/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which blocks the client's page has, which of them are left out, and the therapist's own words in
 * place of those made from the record. What stands in them by itself is the report's. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalSummaryBlock:
 * @PAL_SUMMARY_BLOCK_MAP: the bodies with what was felt; has no words of its own
 * @PAL_SUMMARY_BLOCK_COMPLAINT: what the client came for
 * @PAL_SUMMARY_BLOCK_FOUND: what was found, and what the client told
 * @PAL_SUMMARY_BLOCK_EXPLANATIONS: what the tightest places do
 * @PAL_SUMMARY_BLOCK_RECURRING: what keeps coming back
 * @PAL_SUMMARY_BLOCK_DONE: what was done
 * @PAL_SUMMARY_BLOCK_SINCE: since last time
 * @PAL_SUMMARY_BLOCK_UNTIL: until next time
 * @PAL_SUMMARY_BLOCK_NEXT: the next visit and the race
 */
typedef enum
{
  PAL_SUMMARY_BLOCK_MAP,
  PAL_SUMMARY_BLOCK_COMPLAINT,
  PAL_SUMMARY_BLOCK_FOUND,
  PAL_SUMMARY_BLOCK_EXPLANATIONS,
  PAL_SUMMARY_BLOCK_RECURRING,
  PAL_SUMMARY_BLOCK_DONE,
  PAL_SUMMARY_BLOCK_SINCE,
  PAL_SUMMARY_BLOCK_UNTIL,
  PAL_SUMMARY_BLOCK_NEXT,
  PAL_SUMMARY_BLOCK_N
} PalSummaryBlock;

/** pal_summary_block_to_id: Returns: "map", "complaint" … as in files. */
const char *pal_summary_block_to_id (PalSummaryBlock block);
gboolean pal_summary_block_from_id (const char *id, PalSummaryBlock *block);
/** pal_summary_block_get_name: Returns: (transfer none): translated, for lists of blocks. */
const char *pal_summary_block_get_name (PalSummaryBlock block);

/** pal_visit_find_summary_text: Returns: (transfer none) (nullable): what the therapist decided. */
PalSummaryText *pal_visit_find_summary_text (const PalVisit *self, PalSummaryBlock block);

/**
 * pal_visit_set_summary_text:
 * @self: a copy nobody else holds; it may be signed: the client's page is no part of the record
 * @text: (nullable): a paragraph a line, in the client's language; %NULL or empty leaves the block
 *   out at this visit
 * @made: (nullable): the words made from the record that it stands in for
 */
void pal_visit_set_summary_text (PalVisit *self,
                                 PalSummaryBlock block,
                                 const char *text,
                                 const char *made);

/** pal_visit_clear_summary_text: the block says again what the record says. Returns: whether it
 * did not. */
gboolean pal_visit_clear_summary_text (PalVisit *self, PalSummaryBlock block);

/** pal_visit_has_same_record: Returns: whether all but the words of the client's page is the same.
 */
gboolean pal_visit_has_same_record (const PalVisit *a, const PalVisit *b);

/**
 * pal_summary_leaves_out:
 * @practice: (nullable): block ids the practice leaves out of everybody's page
 *
 * A visit's own decision comes first, then the client's list, which replaces the practice's.
 *
 * Returns: whether @block is left out of the page of @visit
 */
gboolean pal_summary_leaves_out (const char *const *practice,
                                 const PalClient *client,
                                 const PalVisit *visit,
                                 PalSummaryBlock block);

/** pal_summary_toggle_block: Returns: (transfer full): @ids with @block in it, or not. @ids:
 * (nullable) */
char **pal_summary_toggle_block (const char *const *ids, PalSummaryBlock block, gboolean left_out);

G_END_DECLS
