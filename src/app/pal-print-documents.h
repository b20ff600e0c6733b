/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents about what is open in the window: which kinds there are, what each needs, and making
 * them with the choices that were made. Printing and saving are pal-print.h. */

#pragma once

#include <gio/gio.h>

#include "app/pal-workbench.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * PalPrintKind:
 * @PAL_PRINT_SUMMARY: the page the client takes home
 * @PAL_PRINT_RECORD: everything of the open visit
 * @PAL_PRINT_BRIEF: what to know before a booking
 * @PAL_PRINT_PROGRESS: what all visits show together
 * @PAL_PRINT_BLANK: charts to fill in by hand
 * @PAL_PRINT_INTAKE: the form for new clients
 * @PAL_PRINT_SQUAD: the open client's squad, for the day before an event
 * @PAL_PRINT_DAY: the summaries of today's visits
 */
typedef enum
{
  PAL_PRINT_SUMMARY,
  PAL_PRINT_RECORD,
  PAL_PRINT_BRIEF,
  PAL_PRINT_PROGRESS,
  PAL_PRINT_BLANK,
  PAL_PRINT_INTAKE,
  PAL_PRINT_SQUAD,
  PAL_PRINT_DAY,
  PAL_PRINT_N
} PalPrintKind;

/** PalPrintNeeds: what must be open for it. */
typedef enum
{
  PAL_PRINT_NEEDS_NOTHING,
  PAL_PRINT_NEEDS_CLIENT,
  PAL_PRINT_NEEDS_VISIT,
  PAL_PRINT_NEEDS_SQUAD
} PalPrintNeeds;

/** pal_print_kind_to_id: Returns: "summary", "record" …, as in names of actions. */
const char *pal_print_kind_to_id (PalPrintKind kind);
/** pal_print_kind_get_name: Returns: (transfer none): translated, as in a list of documents. */
const char *pal_print_kind_get_name (PalPrintKind kind);
PalPrintNeeds pal_print_kind_get_needs (PalPrintKind kind);
/** pal_print_kind_is_possible: Returns: whether what it needs is open. */
gboolean pal_print_kind_is_possible (PalPrintKind kind, PalWorkbench *workbench);

/** PalPrintJob: documents to be printed one after the other, each in its own language. */
typedef struct
{
  GPtrArray *documents; /* element-type PalDocument */
  GPtrArray *languages; /* element-type utf8, nullable elements */
} PalPrintJob;

/**
 * pal_print_job_new:
 * @settings: (nullable): paper, what is left out, large print; %NULL for none of it
 *
 * Returns: (transfer full): with one document, or those of a day; %NULL with one clear sentence
 */
PalPrintJob *pal_print_job_new (PalWorkbench *workbench,
                                GSettings *settings,
                                PalPrintKind kind,
                                GError **error);
void pal_print_job_free (PalPrintJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalPrintJob, pal_print_job_free)

/** pal_print_job_count_pages: Returns: of all documents, at least 1. */
guint pal_print_job_count_pages (PalPrintJob *self);

/** pal_print_job_paint_page: @page from 0, counted through all documents. */
void pal_print_job_paint_page (PalPrintJob *self, cairo_t *cr, guint page);

/** pal_print_job_write: writes the first document as a PDF file, whole or not at all. */
gboolean pal_print_job_write (PalPrintJob *self, const char *path, GError **error);

/**
 * pal_print_dup_name:
 *
 * Returns: (transfer full): a sensible name of a file: "2026-03-01 Your session.pdf"
 */
char *pal_print_dup_name (PalPrintJob *job, PalWorkbench *workbench, PalPrintKind kind);

G_END_DECLS
