/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shorthand as its callers see it: a text in, items or marks out. One item is read in
 * pal-shorthand-item.c. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand.h"

#include "record/pal-shorthand-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PalShorthandItem *
pal_shorthand_item_new (gsize start, gsize end)
{
  PalShorthandItem *self = g_new0 (PalShorthandItem, 1);

  self->start = start;
  self->end = end;
  self->bad_start = start;
  self->bad_end = end;
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_mark_free);
  self->label = g_strdup ("");
  return self;
}

void
pal_shorthand_item_free (PalShorthandItem *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->marks);
  g_free (self->label);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self->note);
  g_clear_error (&self->error);
  g_strfreev (self->suggestions);
  g_free (self);
}

static PalShorthandItem *
refuse_rest (gsize start, gsize end, char *message)
{
  PalShorthandItem *item = pal_shorthand_item_new (start, end);

  item->error = g_error_new_literal (PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE, message);
  g_free (message);
  return item;
}

static PalShorthandItem *
refuse_length (gsize length)
{
  return refuse_rest (
      0, length,
      /* Translators: %d is a number of bytes, about as many letters */
      g_strdup_printf (_ ("The line is too long; %d letters are the most it may have."),
                       PAL_SHORTHAND_MAX_BYTES));
}

static PalShorthandItem *
refuse_number (gsize start, gsize end)
{
  return refuse_rest (start, end,
                      g_strdup_printf (_ ("The line has more than %d findings; split it."),
                                       PAL_SHORTHAND_MAX_ITEMS));
}

static void
read_items (GPtrArray *items,
            GArray *tokens,
            PalLexicon *lexicon,
            PalAtlas *atlas,
            PalVocabulary *vocabulary)
{
  const PalToken *all = &g_array_index (tokens, PalToken, 0);
  guint first = 0;

  while (first < tokens->len)
    {
      guint n = 1;

      if (items->len == PAL_SHORTHAND_MAX_ITEMS)
        {
          g_ptr_array_add (items, refuse_number (all[first].start, all[tokens->len - 1].end));
          return;
        }

      while (first + n < tokens->len && !all[first + n].starts_item)
        n++;
      g_ptr_array_add (items, pal_shorthand_read_item (all + first, n, lexicon, atlas, vocabulary));
      first += n;
    }
}

GPtrArray *
pal_shorthand_parse (const char *text, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_shorthand_item_free);
  g_autoptr (PalLexicon) lexicon = NULL;
  g_autoptr (GArray) tokens = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, items);

  length = strlen (text);
  if (length > PAL_SHORTHAND_MAX_BYTES)
    {
      g_ptr_array_add (items, refuse_length (length));
      return items;
    }

  lexicon = pal_lexicon_new (atlas, vocabulary);
  tokens = pal_tokens_new (text, length, lexicon);
  read_items (items, tokens, lexicon, atlas, vocabulary);
  return items;
}

static void
collect_notes (const PalShorthandItem *item, GStrvBuilder *builder)
{
  g_auto (GStrv) lines = NULL;

  if (item->note == NULL)
    return;

  lines = g_strsplit (item->note, "\n", -1);
  g_strv_builder_addv (builder, (const char **) lines);
}

GPtrArray *
pal_shorthand_read (
    const char *text, PalAtlas *atlas, PalVocabulary *vocabulary, char ***notes, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (text != NULL, NULL);

  items = pal_shorthand_parse (text, atlas, vocabulary);
  marks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_mark_free);
  if (items->len == 0)
    {
      g_set_error_literal (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_NOT_UNDERSTOOD,
                           _ ("There is nothing to chart in this line."));
      return NULL;
    }

  for (guint i = 0; i < items->len; i++)
    {
      PalShorthandItem *item = items->pdata[i];

      if (item->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&item->error));
          return NULL;
        }
      collect_notes (item, builder);
      g_ptr_array_extend_and_steal (marks, g_steal_pointer (&item->marks));
      item->marks = g_ptr_array_new ();
    }

  if (notes != NULL)
    *notes = g_strv_builder_end (builder);
  return g_steal_pointer (&marks);
}
