/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests of documents: what they are made from, and what public tools say of the files. */

#pragma once

#include "insight/pal-insight.h"
#include "kit.h"
#include "report/pal-document.h"

G_BEGIN_DECLS

/** REPORT_KIT_TODAY: the day all documents of tests are made: 2026-03-05. */
#define REPORT_KIT_TODAY (pal_date_new (2026, 3, 5))

/** report_kit_setup: Returns: A4, in colour, of a practice with a name and a web address. */
PalReportSetup report_kit_setup (void);

/** report_kit_new_insights: Returns: (transfer full): with all patterns. */
PalInsights *report_kit_new_insights (const PalClientFile *file);

/**
 * ReportMaker:
 *
 * Returns: (transfer full): a kind of document about @file, its newest visit
 */
typedef PalDocument *(*ReportMaker) (const PalReportSetup *setup, const PalClientFile *file);

/** ReportKind: a kind of document, and how many pages the runner's takes. */
typedef struct
{
  const char *name;
  ReportMaker make;
  guint n_pages;
} ReportKind;

/** report_kit_kinds: every kind of document; @n: (out): how many. */
const ReportKind *report_kit_kinds (guint *n);

/** report_kit_write: Returns: (transfer full): the path of NAME.pdf in @folder. @document:
 * (transfer full) */
char *report_kit_write (PalDocument *document, const char *folder, const char *name);

/**
 * report_kit_run:
 * @tool: its name and arguments, ended by %NULL
 *
 * Returns: (transfer full) (nullable): what it printed; %NULL when it is not installed
 */
char *report_kit_run (const char *tool, ...) G_GNUC_NULL_TERMINATED;

/** report_kit_read: Returns: (transfer full) (nullable): the text of the file in the order in which
 * it was written, all white space one space; %NULL without pdftotext. */
char *report_kit_read (const char *path);

/**
 * report_kit_write_words:
 * @words: messages as in a PO file, without its head
 *
 * Makes a catalogue of a made-up language in @folder, where the program looks for its own. Returns:
 * %FALSE without msgfmt.
 */
gboolean report_kit_write_words (const char *folder, const char *language, const char *words);

/** report_kit_assert_order: asserts that @text holds all of @words (ended by %NULL), in turn. */
void report_kit_assert_order (const char *text, const char *const *words);

G_END_DECLS
