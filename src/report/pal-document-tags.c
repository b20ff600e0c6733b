/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a part of a page is, for programs that read it aloud: titles, headings, paragraphs, rows and
 * cells, figures, links. cairo 1.16 carries the names of these but no words for figures; what a
 * figure shows is always said in the text as well. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-document-private.h"

void
pal_document_tag (PalDocument *self, cairo_t *cr, const char *tag)
{
  if (self->tagging && cr != NULL)
    cairo_tag_begin (cr, tag, "");
}

void
pal_document_untag (PalDocument *self, cairo_t *cr, const char *tag)
{
  if (self->tagging && cr != NULL)
    cairo_tag_end (cr, tag);
}

static char *
create_address (const char *word)
{
  static const char safe[] = G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-._~:/?#@%&=+";

  if (word[strspn (word, safe)] != '\0' || strchr (word, '.') == NULL)
    return NULL;
  if (g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://"))
    return g_strdup (word);
  if (g_str_has_prefix (word, "www."))
    return g_strconcat ("https://", word, NULL);
  if (strchr (word, '@') != NULL)
    return g_strconcat ("mailto:", word, NULL);
  return NULL;
}

gboolean
pal_document_begin_link (PalDocument *self, cairo_t *cr, const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *address = NULL, *attributes = NULL;

  if (!self->tagging || cr == NULL)
    return FALSE;
  words = g_strsplit_set (text, " \t\n,;()", -1);
  for (guint i = 0; words[i] != NULL && address == NULL; i++)
    address = create_address (words[i]);
  if (address == NULL)
    return FALSE;
  attributes = g_strdup_printf ("uri='%s'", address);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  return TRUE;
}

static const char *
get_tag (const PalPlaced *placed)
{
  if (placed->type == PAL_PLACED_FIGURE)
    return "Figure";
  if (placed->row > 0)
    return placed->style == PAL_TEXT_CELL_HEAD ? "TH" : "TD";
  switch (placed->block->type)
    {
    case PAL_BLOCK_HEADING:
      return "H2";
    case PAL_BLOCK_SUBHEADING:
      return "H3";
    case PAL_BLOCK_BODY:
    case PAL_BLOCK_DIM:
    case PAL_BLOCK_ITEM:
    case PAL_BLOCK_BOX:
    case PAL_BLOCK_FIGURE:
    case PAL_BLOCK_ROW:
    case PAL_BLOCK_BREAK:
      break;
    }
  return "P";
}

/* Opens and closes table and row between two parts of a page; rows are numbered in turn. */
static void
tag_rows (PalDocument *self, cairo_t *cr, guint from, guint to)
{
  if (from == to)
    return;
  if (from > 0)
    pal_document_untag (self, cr, "TR");
  if (from > 0 && to != from + 1)
    pal_document_untag (self, cr, "Table");
  if (to > 0 && (from == 0 || to != from + 1))
    pal_document_tag (self, cr, "Table");
  if (to > 0)
    pal_document_tag (self, cr, "TR");
}

void
pal_document_paint_placed (PalDocument *self, cairo_t *cr, const GPtrArray *placed)
{
  guint row = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const PalPlaced *part = placed->pdata[i];
      gboolean tagged = part->type == PAL_PLACED_TEXT || part->type == PAL_PLACED_FIGURE;

      tag_rows (self, cr, row, part->row);
      row = part->row;
      if (tagged)
        pal_document_tag (self, cr, get_tag (part));
      pal_placed_paint (part, &self->page, cr);
      if (tagged)
        pal_document_untag (self, cr, get_tag (part));
    }
  tag_rows (self, cr, row, 0);
}
