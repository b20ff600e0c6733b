/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the progress report share. */

#pragma once

#include "draw/pal-matrix-sheet.h"
#include "insight/pal-insight.h"
#include "report/pal-document-private.h"

G_BEGIN_DECLS

/** PalProgress: borrowed while the blocks are written. */
typedef struct
{
  PalDocument *document;
  const PalClientFile *file; /* with the visits of the span alone */
  const PalInsights *insights;
  const PalMatrix *matrix;
} PalProgress;

/* Sections, each nothing when there is nothing to say. Findings: pal-progress-findings.c */
void pal_progress_add_changes (const PalProgress *self);
void pal_progress_add_recurring (const PalProgress *self);
void pal_progress_add_patterns (const PalProgress *self);

/* The picture borrows from the insights: pal-progress-balance.c */
void pal_progress_add_balance (const PalProgress *self);

/* Pictures, which the document must keep what they show for: pal-progress-figures.c */
void pal_progress_add_matrix (const PalProgress *self, const PalMatrixSheet *sheet);
void pal_progress_add_load (const PalProgress *self, const PalMatrix *matrix);

/* Training and the visits themselves: pal-progress-training.c */
void pal_progress_add_training (const PalProgress *self);
void pal_progress_add_visits (const PalProgress *self);

/** pal_progress_new_table: @head: ended by %NULL. Returns: (transfer full) */
PalTable *pal_progress_new_table (const double *shares, const char *const *head);

G_END_DECLS
