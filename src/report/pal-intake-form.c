/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The intake form: plain questions, and those that must be asked before hands go on. It asks; it
 * does not judge the answers. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-document-private.h"
#include "report/pal-forms.h"
#include "report/pal-map-figure.h"
#include "report/pal-write-in.h"
#include "report/pal-words-private.h"

#define MAP_HEIGHT 300.0
#define SYMPTOM_COLUMNS 3
#define MOST_LINES 4
#define LEAST_LINES 2

static void
add_heading (PalDocument *document, const char *words)
{
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, words);
}

static void
add_person (PalDocument *document)
{
  const char *const first[] = { _ ("Name"), _ ("Date of birth"), NULL };
  const char *const second[] = { _ ("Telephone"), _ ("E-mail"), NULL };
  const char *const third[] = { _ ("Whom to call in an emergency"), _ ("Their telephone"), NULL };
  static const double wide[] = { 0.68, 0.32 }, even[] = { 0.36, 0.64 };

  pal_write_in_add_fields (document->blocks, first, wide);
  pal_write_in_add_fields (document->blocks, second, even);
  pal_write_in_add_fields (document->blocks, third, wide);
}

/* The plain words of a list, each with a box. */
static void
add_terms (PalDocument *document, PalTermList list, guint n_columns)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pal_vocabulary_get_n (document->vocabulary, list); i++)
    {
      const PalTerm *term = pal_vocabulary_get (document->vocabulary, list, i);
      const char *plain = pal_term_get_plain (term);

      g_ptr_array_add (words,
                       pal_words_capitalise (plain != NULL ? plain : pal_term_get_name (term)));
    }
  pal_write_in_add_boxes (document->blocks, words, n_columns);
}

static void
add_training (PalDocument *document)
{
  const char *const first[] = { _ ("Sport"), _ ("Hours or kilometres a week"),
                                _ ("Sessions a week"), NULL };
  const char *const second[] = { _ ("What you train for"), _ ("When it is"), NULL };
  static const double thirds[] = { 0.4, 0.35, 0.25 }, wide[] = { 0.68, 0.32 };

  add_heading (document, _ ("Your training"));
  add_terms (document, PAL_TERMS_ACTIVITY_LEVEL, 2);
  pal_write_in_add_fields (document->blocks, first, thirds);
  pal_write_in_add_fields (document->blocks, second, wide);
}

static void
add_map (PalDocument *document)
{
  PalMapFigure *figure =
      pal_map_figure_new (document->atlas, document->vocabulary, PAL_FIGURE_NEUTRAL,
                          pal_body_map_new (document->atlas));

  figure->views[figure->n_views++] = PAL_VIEW_FRONT;
  figure->views[figure->n_views++] = PAL_VIEW_BACK;
  figure->views[figure->n_views++] = PAL_VIEW_LEFT;
  figure->views[figure->n_views++] = PAL_VIEW_RIGHT;
  figure->height = MAP_HEIGHT;
  figure->note = g_strdup (_ ("Shade where you feel it. Left and right are yours."));
  pal_map_figure_add (figure, document->blocks);
}

static void
add_lines_and_scales (PalDocument *document, guint n_lines)
{
  pal_write_in_add_lines (document->blocks, n_lines);
  pal_write_in_add_scale (document->blocks, _ ("Pain at rest"), _ ("none"), _ ("as bad as can be"));
  pal_write_in_add_scale (document->blocks, _ ("Pain in training"), _ ("none"),
                          _ ("as bad as can be"));
  pal_write_in_add_scale (document->blocks, _ ("Stress these days"), _ ("none"), _ ("very much"));
}

/* As many lines to write on as leave the first page one page; where none do, all. */
static void
add_reason (PalDocument *document)
{
  guint n_lines = MOST_LINES, start;

  add_heading (document, _ ("What brings you here"));
  start = document->blocks->len;
  do
    {
      g_ptr_array_set_size (document->blocks, (int) start);
      pal_document_clear_pages (document);
      add_lines_and_scales (document, n_lines);
    }
  while (pal_document_get_n_pages (document) > 1 && n_lines-- > LEAST_LINES);
  if (n_lines < LEAST_LINES)
    {
      g_ptr_array_set_size (document->blocks, (int) start);
      add_lines_and_scales (document, MOST_LINES);
    }
  /* More is to come. */
  pal_document_clear_pages (document);
}

/* Asked of whoever treats, not of the client. */
static gboolean
is_for_therapist (const PalTerm *flag)
{
  static const char *const ids[] = { "post-race-unwell", "minor", NULL };
  return g_strv_contains (ids, flag->id);
}

static void
add_health (PalDocument *document)
{
  pal_blocks_add (document->blocks, PAL_BLOCK_BREAK, NULL);
  add_heading (document, _ ("Before we begin"));
  pal_blocks_add (document->blocks, PAL_BLOCK_DIM,
                  _ ("These questions help to decide whether massage is right for you today. "
                     "Please answer all of them."));
  for (guint i = 0; i < pal_vocabulary_get_n (document->vocabulary, PAL_TERMS_RED_FLAG); i++)
    {
      const PalTerm *flag = pal_vocabulary_get (document->vocabulary, PAL_TERMS_RED_FLAG, i);

      if (!is_for_therapist (flag))
        pal_write_in_add_question (document->blocks, pal_term_get_detail (flag));
    }
}

static void
add_signature (PalDocument *document)
{
  const char *const labels[] = { _ ("Signature"), _ ("Date"), NULL };
  static const double shares[] = { 0.68, 0.32 };

  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Anything else we should know"));
  pal_write_in_add_lines (document->blocks, 3);
  pal_blocks_add (
      document->blocks, PAL_BLOCK_BODY,
      _ ("What I wrote here is true as far as I know, and it may be kept with my notes. "
         "I can ask for any treatment to stop at any time."));
  pal_write_in_add_fields (document->blocks, labels, shares);
}

PalDocument *
pal_intake_form_new (const PalReportSetup *setup)
{
  PalDocument *document = pal_document_new (setup, _ ("Welcome"));

  document->numbered = TRUE;
  document->foot = g_strdup (_ ("For your therapist only."));
  document->subtitle = g_strdup (_ ("Please fill this in before your first visit"));
  pal_document_add_far_line (document, setup->practice_contact);
  add_person (document);
  add_training (document);
  add_reason (document);
  pal_blocks_add (document->blocks, PAL_BLOCK_BREAK, NULL);
  add_heading (document, _ ("Where you feel it"));
  add_map (document);
  add_heading (document, _ ("Lately, have you had any of these?"));
  add_terms (document, PAL_TERMS_SYMPTOM, document->page.large ? 2 : SYMPTOM_COLUMNS);
  add_health (document);
  add_signature (document);
  return document;
}
