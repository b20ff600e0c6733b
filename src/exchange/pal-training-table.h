/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Training from a table: CSV of a file, or cells pasted from a spreadsheet. Weeks or single runs,
 * by their columns; checked as a whole, then merged with what a client has. */

#pragma once

#include "exchange/pal-exchange.h"

G_BEGIN_DECLS

/** PAL_MAX_TRAINING_BYTES: ten years of daily runs are a tenth of it. */
#define PAL_MAX_TRAINING_BYTES (2 * 1024 * 1024)

/**
 * PalTrainingTable:
 * @weeks: (element-type PalTrainingWeek): when there is a column "week"
 * @runs: (element-type PalRun): when there is a column "date" instead
 * @n_unknown_columns: columns that were left out, because no name of theirs is known
 */
typedef struct
{
  GPtrArray *weeks;
  GPtrArray *runs;
  guint n_unknown_columns;
} PalTrainingTable;

void pal_training_table_free (PalTrainingTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalTrainingTable, pal_training_table_free)

/**
 * pal_training_table_read:
 * @text: UTF-8, with or without byte order mark; the first line names the columns
 * @length: in bytes, -1 when it ends with a zero
 *
 * Columns are separated by tabs, semicolons or commas, whichever the first line has; cells may be
 * quoted as in RFC 4180. Known columns, in any order and case:
 *   week (2026-W09, or a day of the week) or date (2026-03-01, 1.3.2026);
 *   km (or distance), longest_km (or longest run), minutes, sessions, effort (or rpe), shoes,
 *   terrain (one or several ids of the vocabulary, separated by blanks).
 * Empty cells are not recorded. Numbers may have a decimal comma unless commas separate.
 *
 * Returns: (transfer full): at least one row, or %NULL with a #PalExchangeError that names the line
 */
PalTrainingTable *pal_training_table_read (const char *text,
                                           gssize length,
                                           PalVocabulary *vocabulary,
                                           GError **error);

/** PalTrainingMerge: what merging did, or would do. */
typedef struct
{
  guint n_added;
  guint n_replaced;
  guint n_same;
} PalTrainingMerge;

/**
 * pal_training_table_merge:
 * @client: a copy to be changed
 *
 * A week takes the place of the client's week of the same Monday, a run that of the same day and
 * distance; values the table does not have stay. So the same table twice changes nothing.
 */
PalTrainingMerge pal_training_table_merge (const PalTrainingTable *self, PalClient *client);

G_END_DECLS
