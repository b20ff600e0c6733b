/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blank charts. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-document-private.h"
#include "report/pal-forms.h"
#include "report/pal-map-figure.h"
#include "report/pal-write-in.h"

#define ALL_HEIGHT 330.0
#define ONE_HEIGHT 500.0
#define SOLES_HEIGHT 260.0
#define NOTE_LINES 8
#define LARGE_NOTE_LINES 3
/* A legend of many lines takes room from the figure, in steps, down to where a pen still fits. */
#define SHRINK 0.95
#define LEAST_HEIGHT 150.0

static void
add_name_fields (PalDocument *document)
{
  const char *const labels[] = { _ ("Client"), _ ("Date"), _ ("Therapist"), NULL };
  static const double shares[] = { 0.5, 0.2, 0.3 };

  pal_write_in_add_fields (document->blocks, labels, shares);
}

static PalMapFigure *
create_figure (PalDocument *document, PalFigure body)
{
  PalMapFigure *figure = pal_map_figure_new (document->atlas, document->vocabulary, body,
                                             pal_body_map_new (document->atlas));

  figure->signs = PAL_LEGEND_SEVERITY;
  for (guint i = 0; i < pal_vocabulary_get_n (document->vocabulary, PAL_TERMS_KIND) && i < 32; i++)
    if (strcmp (pal_vocabulary_get (document->vocabulary, PAL_TERMS_KIND, i)->id, "tight") != 0)
      figure->kinds |= 1u << i;
  figure->note = g_strdup (_ ("Left and right are the client’s own."));
  return figure;
}

static PalMapFigure *
add_all_views (PalDocument *document, PalFigure body)
{
  PalMapFigure *figure = create_figure (document, body);

  add_name_fields (document);
  pal_map_figure_set_all_views (figure);
  figure->height = ALL_HEIGHT;
  pal_map_figure_add (figure, document->blocks);
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, _ ("Notes"));
  pal_write_in_add_lines (document->blocks, document->page.large ? LARGE_NOTE_LINES : NOTE_LINES);
  return figure;
}

static PalMapFigure *
add_one_view (PalDocument *document, PalFigure body, PalView view)
{
  PalMapFigure *figure = create_figure (document, body);

  add_name_fields (document);
  pal_blocks_add (document->blocks, PAL_BLOCK_HEADING, pal_view_get_name (view));
  figure->views[figure->n_views++] = view;
  figure->height = view == PAL_VIEW_SOLES ? SOLES_HEIGHT : ONE_HEIGHT;
  if (document->page.large)
    figure->height = MIN (figure->height, ONE_HEIGHT - 110);
  pal_map_figure_add (figure, document->blocks);
  return figure;
}

/* How long the legend is depends on language, paper and print: @figure has what it leaves of the
 * newest page, which is number @n. */
static void
fit_page (PalDocument *document, PalMapFigure *figure, guint n)
{
  while (pal_document_get_n_pages (document) > n && figure->height > LEAST_HEIGHT)
    {
      figure->height *= SHRINK;
      pal_document_clear_pages (document);
    }
  /* The next page is yet to come. */
  pal_document_clear_pages (document);
}

PalDocument *
pal_blank_chart_new (const PalReportSetup *setup, PalFigure figure, guint views)
{
  PalDocument *document = pal_document_new (setup, _ ("Body chart"));
  guint n = 0;

  document->numbered = TRUE;
  if (views == 0)
    {
      fit_page (document, add_all_views (document, figure), ++n);
      views = (1u << PAL_VIEW_N) - 1;
    }
  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    if (views & 1u << view)
      {
        if (document->blocks->len > 0)
          pal_blocks_add (document->blocks, PAL_BLOCK_BREAK, NULL);
        fit_page (document, add_one_view (document, figure, view), ++n);
      }
  return document;
}
