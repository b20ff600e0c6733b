/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many clients' pages at once, as at the end of a day: written as files by as many threads as there
 * are processors. */

#pragma once

#include "report/pal-summary.h"

G_BEGIN_DECLS

/**
 * PalBatchJob:
 * @file: the client with all visits
 * @visit: (nullable): the visit, or %NULL for the newest
 * @path: the file to write
 * @error: (nullable): why it was not written
 *
 * One page to be written. Up to some hundred a day.
 */
typedef struct
{
  PalClientFile *file;
  char *visit;
  char *path;
  GError *error;
} PalBatchJob;

/** pal_batch_job_new: @file: (transfer full). Returns: (transfer full): not yet written. */
PalBatchJob *pal_batch_job_new (PalClientFile *file, const char *visit, const char *path);
void pal_batch_job_free (PalBatchJob *self);

/**
 * pal_batch_write:
 * @setup: for all; the language of each page is its client's, or that of @setup when it has one
 * @jobs: (element-type PalBatchJob): their order is kept, their errors are set
 * @n_threads: at most, or 0 for one a processor
 *
 * Writes all pages; what stands in a file does not depend on how many threads there are. Blocks
 * until all is done, and changes the language meanwhile, so it is for programs without a window,
 * and for the main thread alone.
 *
 * Returns: how many were written
 */
guint pal_batch_write (const PalReportSetup *setup, GPtrArray *jobs, guint n_threads);

G_END_DECLS
