/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making the client's page. What stands on it is chosen in pal-summary-content.c and
 * pal-summary-crops.c, and gets its place in pal-summary-flow.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"

gboolean
pal_summary_part_from_id (const char *id, PalSummaryParts *part)
{
  PalSummaryBlock block;

  g_return_val_if_fail (id != NULL, FALSE);

  if (!pal_summary_block_from_id (id, &block))
    return FALSE;
  *part = 1u << block;
  return TRUE;
}

/* The visit as it was felt: what was only copied from the visit before stays out. */
static PalVisit *
copy_without_carried (const PalVisit *visit)
{
  PalVisit *copy = pal_visit_copy (visit);

  for (guint i = copy->marks->len; i > 0; i--)
    if (((const PalMark *) copy->marks->pdata[i - 1])->carried)
      g_ptr_array_remove_index (copy->marks, i - 1);
  return copy;
}

static gboolean
take_visits (PalSummary *self, const PalClientFile *file, const char *visit_id)
{
  for (guint i = 0; i < file->visits->len && self->visit == NULL; i++)
    {
      PalVisit *visit = file->visits->pdata[i];
      gboolean last = i + 1 == file->visits->len;

      g_ptr_array_add (self->visits, pal_visit_ref (visit));
      if (visit_id != NULL ? g_strcmp0 (visit->id, visit_id) == 0 : last)
        self->visit = copy_without_carried (visit);
    }
  if (self->visit != NULL && self->visits->len > 1)
    self->before = pal_visit_ref (self->visits->pdata[self->visits->len - 2]);
  return self->visit != NULL;
}

static void
summary_free (PalSummary *self)
{
  g_clear_pointer (&self->top_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->main_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->side_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->visit, pal_visit_unref);
  g_clear_pointer (&self->before, pal_visit_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->client, pal_client_unref);
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    g_free (self->made[i]);
  g_free (self);
}

/* Whose page it is, whose practice, and what the page is not. */
static void
set_frame (PalSummary *self, const PalReportSetup *setup)
{
  PalDocument *document = self->document;
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (self->visit->at));
  g_autofree char *when = NULL, *length = NULL;

  if (self->visit->minutes != PAL_UNSET)
    length = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) self->visit->minutes),
                              self->visit->minutes);
  when = length != NULL ? g_strdup_printf ("%s · %s", day, length) : g_strdup (day);
  pal_document_set_client (document, self->client, when);
  /* Without the name of a practice, a therapist's name alone would stand there as its own. */
  if (document->far_lines->len > 0)
    pal_document_add_far_line (document, self->visit->therapist);
  pal_document_add_far_line (document, setup->practice_contact);
  document->foot = g_strdup (_ ("This page describes what was felt and done in a massage session. "
                                "It is not a diagnosis. If pain is sharp, comes at night or is "
                                "getting worse, see a doctor or physiotherapist."));
}

static void
leave_out (PalSummary *self, const PalReportSetup *setup)
{
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    if (pal_summary_leaves_out (setup->summary_left_out, self->client, self->visit,
                                (PalSummaryBlock) i))
      self->parts &= ~(1u << i);
}

PalDocument *
pal_summary_new (const PalReportSetup *setup,
                 const PalClientFile *file,
                 const char *visit_id,
                 PalSummaryParts parts,
                 GError **error)
{
  g_autoptr (PalDocument) document = NULL;
  PalSummary *self = NULL;

  g_return_val_if_fail (setup != NULL && file != NULL, NULL);

  document = pal_document_new (setup, _ ("Your session"));
  self = g_new0 (PalSummary, 1);
  self->document = document;
  self->parts = parts;
  self->client = pal_client_ref (file->client);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  self->top_blocks = pal_blocks_new ();
  self->main_blocks = pal_blocks_new ();
  self->side_blocks = pal_blocks_new ();
  document->data = self;
  document->free_data = (GDestroyNotify) summary_free;
  document->flow = pal_summary_flow;
  if (!take_visits (self, file, visit_id))
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           visit_id != NULL ? _ ("This client has no such visit.")
                                            : _ ("This client has no visit yet."));
      return NULL;
    }
  leave_out (self, setup);
  set_frame (self, setup);
  pal_document_set_logo (document, setup);
  pal_summary_fill (self);
  return g_steal_pointer (&document);
}

const char *
pal_summary_get_made (const PalDocument *document, PalSummaryBlock block)
{
  g_return_val_if_fail (document != NULL && document->flow == pal_summary_flow, NULL);
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, NULL);

  return ((const PalSummary *) document->data)->made[block];
}

gboolean
pal_summary_has_block (const PalDocument *document, PalSummaryBlock block)
{
  const PalSummary *self;
  const PalSummaryText *own;

  g_return_val_if_fail (document != NULL && document->flow == pal_summary_flow, FALSE);
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, FALSE);

  self = document->data;
  own = pal_visit_find_summary_text (self->visit, block);
  return (self->parts & 1u << block) != 0 &&
         (block == PAL_SUMMARY_BLOCK_MAP || self->made[block] != NULL ||
          (own != NULL && own->text != NULL));
}

gboolean
pal_summary_is_outdated (const PalDocument *document, PalSummaryBlock block)
{
  const PalSummaryText *own;
  const PalSummary *self;

  g_return_val_if_fail (document != NULL && document->flow == pal_summary_flow, FALSE);
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, FALSE);

  self = document->data;
  own = pal_visit_find_summary_text (self->visit, block);
  return own != NULL && own->text != NULL && g_strcmp0 (own->made, self->made[block]) != 0;
}
