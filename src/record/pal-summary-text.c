/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions about the client's page: pal-summary-text.h. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-summary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/pal-record-private.h"

static const struct
{
  const char *id;
  const char *name;
} blocks[PAL_SUMMARY_BLOCK_N] = {
  [PAL_SUMMARY_BLOCK_MAP] = { "map", N_ ("The map") },
  [PAL_SUMMARY_BLOCK_COMPLAINT] = { "complaint", N_ ("What they came for") },
  [PAL_SUMMARY_BLOCK_FOUND] = { "found", N_ ("What we found") },
  [PAL_SUMMARY_BLOCK_EXPLANATIONS] = { "explanations", N_ ("What the tightest places do") },
  [PAL_SUMMARY_BLOCK_RECURRING] = { "recurring", N_ ("What keeps coming back") },
  [PAL_SUMMARY_BLOCK_DONE] = { "done", N_ ("What we did") },
  [PAL_SUMMARY_BLOCK_SINCE] = { "since", N_ ("Since last time") },
  [PAL_SUMMARY_BLOCK_UNTIL] = { "until", N_ ("Until next time") },
  [PAL_SUMMARY_BLOCK_NEXT] = { "next", N_ ("Next visit and race") },
};

const char *
pal_summary_block_to_id (PalSummaryBlock block)
{
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, NULL);
  return blocks[block].id;
}

gboolean
pal_summary_block_from_id (const char *id, PalSummaryBlock *block)
{
  g_return_val_if_fail (block != NULL, FALSE);

  for (guint i = 0; id != NULL && i < PAL_SUMMARY_BLOCK_N; i++)
    if (strcmp (blocks[i].id, id) == 0)
      {
        *block = (PalSummaryBlock) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
pal_check_summary_blocks (const char *key, char **ids, GError **error)
{
  PalSummaryBlock block;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *quoted = NULL;

      if (pal_summary_block_from_id (ids[i], &block))
        continue;
      quoted = pal_record_quote (ids[i]);
      return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_TERM, key,
                              /* Translators: %s is an unknown id */
                              g_strdup_printf (_ ("the client’s page has no block “%s”."), quoted));
    }
  return TRUE;
}

const char *
pal_summary_block_get_name (PalSummaryBlock block)
{
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, NULL);
  return _ (blocks[block].name);
}

PalSummaryText *
pal_visit_find_summary_text (const PalVisit *self, PalSummaryBlock block)
{
  g_return_val_if_fail (self != NULL && block < PAL_SUMMARY_BLOCK_N, NULL);

  for (guint i = 0; i < self->summary_texts->len; i++)
    {
      PalSummaryText *text = g_ptr_array_index (self->summary_texts, i);

      if (g_strcmp0 (text->block, blocks[block].id) == 0)
        return text;
    }
  return NULL;
}

void
pal_visit_set_summary_text (PalVisit *self,
                            PalSummaryBlock block,
                            const char *text,
                            const char *made)
{
  PalSummaryText *own;

  g_return_if_fail (self != NULL && block < PAL_SUMMARY_BLOCK_N);

  own = pal_visit_find_summary_text (self, block);
  if (own == NULL)
    {
      own = g_new0 (PalSummaryText, 1);
      own->block = g_strdup (blocks[block].id);
      g_ptr_array_add (self->summary_texts, own);
    }
  pal_visit_set_text (&own->text, text);
  pal_visit_set_text (&own->made, made);
}

gboolean
pal_visit_clear_summary_text (PalVisit *self, PalSummaryBlock block)
{
  PalSummaryText *own = pal_visit_find_summary_text (self, block);

  return own != NULL && g_ptr_array_remove (self->summary_texts, own);
}

gboolean
pal_visit_has_same_record (const PalVisit *a, const PalVisit *b)
{
  g_autoptr (PalVisit) first = NULL, second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  first = pal_visit_copy (a);
  second = pal_visit_copy (b);
  g_ptr_array_set_size (first->summary_texts, 0);
  g_ptr_array_set_size (second->summary_texts, 0);
  return pal_visit_equal (first, second);
}

gboolean
pal_summary_leaves_out (const char *const *practice,
                        const PalClient *client,
                        const PalVisit *visit,
                        PalSummaryBlock block)
{
  const PalSummaryText *own;
  const char *const *ids = practice;

  g_return_val_if_fail (client != NULL && visit != NULL, FALSE);
  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, FALSE);

  own = pal_visit_find_summary_text (visit, block);
  if (own != NULL)
    return own->text == NULL;
  if (client->summary_left_out != NULL)
    ids = (const char *const *) client->summary_left_out;
  return ids != NULL && g_strv_contains (ids, blocks[block].id);
}

char **
pal_summary_toggle_block (const char *const *ids, PalSummaryBlock block, gboolean left_out)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **result;

  g_return_val_if_fail (block < PAL_SUMMARY_BLOCK_N, NULL);

  /* In the order of the page, so that two equal choices are equal lists. */
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    if (i == block ? left_out : ids != NULL && g_strv_contains (ids, blocks[i].id))
      g_strv_builder_add (builder, blocks[i].id);
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return result;
}
