/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page: map, what was found, what changed, what to do until next time. Paints pages on
 * a cairo context in points; the same for PDF, preview and printer. */

#pragma once

#include "draw/pal-picture.h"
#include "record/pal-client.h"

G_BEGIN_DECLS

#define PAL_REPORT_ERROR (pal_report_error_quark ())

/**
 * PalReportError:
 * @PAL_REPORT_ERROR_NO_VISIT: there is no visit to report on
 * @PAL_REPORT_ERROR_NOT_WRITTEN: the file could not be written
 */
typedef enum
{
  PAL_REPORT_ERROR_NO_VISIT,
  PAL_REPORT_ERROR_NOT_WRITTEN
} PalReportError;

GQuark pal_report_error_quark (void);

typedef enum
{
  PAL_PAPER_A4,
  PAL_PAPER_LETTER
} PalPaper;

gboolean pal_paper_from_id (const char *id, PalPaper *paper);
/** pal_paper_get_size: in points, 1/72 inch. */
void pal_paper_get_size (PalPaper paper, double *width_pt, double *height_pt);

typedef struct _PalSummary PalSummary;

/**
 * pal_summary_new:
 * @file: the client with all visits, oldest first
 * @visit_id: (nullable): the visit, or %NULL for the newest
 * @practice_name: (nullable): printed at the top right
 * @practice_contact: (nullable): below it
 * @today: the date "days to go" counts from
 *
 * Returns: (transfer full): the page set, or %NULL with a #PalReportError
 */
PalSummary *pal_summary_new (const PalClientFile *file,
                             const char *visit_id,
                             PalAtlas *atlas,
                             PalVocabulary *vocabulary,
                             const char *practice_name,
                             const char *practice_contact,
                             PalPaper paper,
                             PalDate today,
                             GError **error);
void pal_summary_free (PalSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalSummary, pal_summary_free)

/** pal_summary_set_mono: whether to print for a black-and-white printer. */
void pal_summary_set_mono (PalSummary *self, gboolean mono);

/** pal_summary_paginate: Returns: how many pages it takes, at least 1. */
guint pal_summary_paginate (PalSummary *self);

/** pal_summary_paint_page: @page from 0; full page, margins included, points. */
void pal_summary_paint_page (PalSummary *self, cairo_t *cr, guint page);

/** pal_summary_write_pdf: writes @path whole or not at all. */
gboolean pal_summary_write_pdf (PalSummary *self, const char *path, GError **error);

G_END_DECLS
