/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A document ready for paper: pages to paint on a cairo context in points, the same for PDF,
 * preview and printer. What kinds there are is in pal-summary.h, pal-visit-record.h and so on. */

#pragma once

#include <gio/gio.h>

#include "record/pal-client.h"
#include "record/pal-visit.h"
#include "report/pal-page.h"

G_BEGIN_DECLS

#define PAL_REPORT_ERROR (pal_report_error_quark ())

/**
 * PalReportError:
 * @PAL_REPORT_ERROR_NO_VISIT: there is no visit to report on
 * @PAL_REPORT_ERROR_NOT_WRITTEN: the file could not be written
 * @PAL_REPORT_ERROR_PICTURE: a logo or a signature is broken, or too large
 */
typedef enum
{
  PAL_REPORT_ERROR_NO_VISIT,
  PAL_REPORT_ERROR_NOT_WRITTEN,
  PAL_REPORT_ERROR_PICTURE
} PalReportError;

GQuark pal_report_error_quark (void);

/**
 * PalReportSetup:
 * @atlas: the drawings and names
 * @vocabulary: the words
 * @practice_name: (nullable): printed at the top
 * @practice_contact: (nullable): below it; an address of mail or web becomes a link
 * @logo: (nullable): a PNG file as base64, for the head of summary, record and report; one that
 *   cannot be drawn is left out, see pal_letterhead_check()
 * @signature: (nullable): the same, of the person who signed the visit of a record
 * @summary_left_out: (nullable): ids of blocks the practice leaves out of clients' pages
 * @language: (nullable): of the pages, as in "de", for programs that read the page aloud
 * @paper: its size
 * @large: large print, 18 points
 * @mono: for a black-and-white printer
 * @today: the day "days to go" counts from, and the date of the file
 *
 * What all documents need to know. Borrowed by the constructors, which keep what they need.
 */
typedef struct
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  const char *practice_name;
  const char *practice_contact;
  const char *logo;
  const char *signature;
  const char *const *summary_left_out;
  const char *language;
  PalPaper paper;
  gboolean large;
  gboolean mono;
  PalDate today;
} PalReportSetup;

typedef struct _PalDocument PalDocument;

void pal_document_free (PalDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalDocument, pal_document_free)

/** pal_document_get_title: Returns: (transfer none): "Your session"; names nobody. */
const char *pal_document_get_title (const PalDocument *self);

/** pal_document_get_size: in points. */
void pal_document_get_size (const PalDocument *self, double *width_pt, double *height_pt);

/** pal_document_get_n_pages: Returns: how many pages it takes, at least 1. */
guint pal_document_get_n_pages (PalDocument *self);

/** pal_document_paint_page: @page from 0; the full page, margins included. */
void pal_document_paint_page (PalDocument *self, cairo_t *cr, guint page);

/** pal_document_render_pdf: Returns: (transfer full): the file's bytes, or %NULL with an error. */
GBytes *pal_document_render_pdf (PalDocument *self, GError **error);

/** pal_document_write_pdf: writes @path whole or not at all. */
gboolean pal_document_write_pdf (PalDocument *self, const char *path, GError **error);

G_END_DECLS
