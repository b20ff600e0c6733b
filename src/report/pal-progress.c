/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The progress report from top to bottom. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "insight/pal-heat.h"
#include "report/pal-map-figure.h"
#include "report/pal-progress-private.h"
#include "report/pal-progress.h"
#include "report/pal-words-change.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-matrix.h"

#define MAP_HEIGHT 240.0

PalTable *
pal_progress_new_table (const double *shares, const char *const *head)
{
  PalTable *table = pal_table_new (shares);

  table->head = g_strdupv ((char **) head);
  table->bold[0] = TRUE;
  return table;
}

/* The client with the visits of the span. */
static PalClientFile *
cut_file (const PalClientFile *file, PalDate from, PalDate to)
{
  PalClientFile *span = pal_client_file_new (file->client);

  for (guint i = 0; i < file->visits->len; i++)
    {
      PalVisit *visit = file->visits->pdata[i];
      PalDate day = pal_time_get_local_date (visit->at);

      if ((from == PAL_NO_DATE || day >= from) && (to == PAL_NO_DATE || day <= to))
        g_ptr_array_add (span->visits, pal_visit_ref (visit));
    }
  return span;
}

static void
add_start (const PalProgress *self)
{
  const PalClient *client = self->file->client;
  g_autofree char *basis = pal_words_basis (self->insights);
  GPtrArray *blocks = self->document->blocks;

  pal_blocks_add (blocks, PAL_BLOCK_BODY, basis);
  pal_blocks_add_fact (blocks, _ ("Sport"), client->sport);
  pal_blocks_add_fact (blocks, _ ("Goal"), client->goal);
}

/* How often and how strongly each region was found over the span. */
static void
add_map (const PalProgress *self)
{
  PalDocument *document = self->document;
  PalHeatQuery query = { .first = 0, .last = self->file->visits->len - 1 };
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (self->file->visits, PAL_NO_DATE, document->atlas, document->vocabulary);
  g_autoptr (PalHeat) heat = pal_heat_measure (self->matrix, &query, self->insights->regions);
  PalMapFigure *figure =
      pal_map_figure_new (document->atlas, document->vocabulary, self->file->client->figure,
                          pal_body_map_new_for_heat (document->atlas, heat));

  figure->views[figure->n_views++] = PAL_VIEW_RIGHT;
  figure->views[figure->n_views++] = PAL_VIEW_FRONT;
  figure->views[figure->n_views++] = PAL_VIEW_BACK;
  figure->views[figure->n_views++] = PAL_VIEW_LEFT;
  figure->signs = PAL_LEGEND_HEAT;
  figure->note = g_strdup (_ ("Left and right are the client’s own."));
  figure->height = MAP_HEIGHT;
  figure->ruled = TRUE;
  pal_map_figure_add (figure, document->blocks);
}

/* What the pictures show, kept as long as the document. */
typedef struct
{
  PalInsights *insights;
  PalMatrix *matrix;
  PalMatrixSheet *sheet;
} Kept;

static void
kept_free (Kept *self)
{
  pal_matrix_sheet_free (self->sheet);
  pal_matrix_free (self->matrix);
  pal_insights_free (self->insights);
  g_free (self);
}

static Kept *
kept_new (const PalReportSetup *setup, const PalClientFile *span, PalDate to, GPtrArray *chains)
{
  Kept *self = g_new0 (Kept, 1);

  self->insights = pal_insights_new (span, to, setup->atlas, setup->vocabulary, chains);
  self->matrix = pal_matrix_new (span->visits, PAL_NO_DATE, setup->atlas, setup->vocabulary);
  self->sheet = pal_matrix_sheet_new (self->insights, self->matrix, setup->atlas,
                                      &(PalMatrixQuery){ PAL_HEAT_ALL });
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      PalMatrixLine *line = self->sheet->lines->pdata[i];

      if (line->region == NULL)
        continue;
      line->course = line->row != NULL ? g_strdup (pal_words_class (line->row->course)) : NULL;
      line->words = pal_words_matrix_end (line, self->sheet->n_visits);
      line->brief =
          line->row != NULL ? pal_words_seen_at (line->row->marked, line->row->examined) : NULL;
    }
  return self;
}

static void
fill (const PalProgress *self, const Kept *kept)
{
  add_start (self);
  add_map (self);
  pal_progress_add_changes (self);
  pal_progress_add_recurring (self);
  pal_progress_add_matrix (self, kept->sheet);
  pal_progress_add_balance (self);
  pal_progress_add_patterns (self);
  pal_progress_add_training (self);
  pal_progress_add_visits (self);
}

PalDocument *
pal_progress_new (const PalReportSetup *setup,
                  const PalClientFile *file,
                  PalDate from,
                  PalDate to,
                  GPtrArray *chains,
                  GError **error)
{
  g_autoptr (PalClientFile) span = cut_file (file, from, to);
  g_autofree char *days = NULL;
  PalDocument *document;
  Kept *kept;

  if (span->visits->len == 0)
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           file->visits->len > 0 ? _ ("There is no visit in these days.")
                                                 : _ ("This client has no visit yet."));
      return NULL;
    }
  document = pal_document_new (setup, _ ("Progress report"));
  days = pal_words_span (span->visits);
  pal_document_set_client (document, file->client, days);
  pal_document_add_far_line (document, setup->practice_contact);
  pal_document_set_logo (document, setup);
  document->numbered = TRUE;
  document->foot = g_strdup (_ ("This report counts what was felt at massage visits. It is not a "
                                "diagnosis and names no cause."));
  document->page.body_size = 10.4;
  kept = kept_new (setup, span, to, chains);
  document->data = kept;
  document->free_data = (GDestroyNotify) kept_free;
  fill (&(PalProgress){ document, span, kept->insights, kept->matrix }, kept);
  return document;
}
