/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for the matrix of regions and visits: what stands at a row's end, and what is said of a
 * cell to somebody who cannot see it. */

#pragma once

#include "draw/pal-matrix-sheet.h"

G_BEGIN_DECLS

/** pal_words_matrix_cell: Returns: (transfer none): "Clear", "Severe", "Not examined" … */
const char *pal_words_matrix_cell (PalMatrixCell cell);

/** pal_words_matrix_name: Returns: (transfer full): "Left ITB, lower third", "Left ITB". */
char *pal_words_matrix_name (const PalMatrixLine *line);

/** pal_words_matrix_end: Returns: (transfer full): the words at the row's end, without its class.
 */
char *pal_words_matrix_end (const PalMatrixLine *line, guint n_visits);

/** pal_words_matrix_row: Returns: (transfer full): all that is told of the row, a line each. */
char *pal_words_matrix_row (const PalMatrixLine *line, guint n_visits);

/**
 * pal_words_matrix_spot:
 *
 * Returns: (transfer full): "Left ITB lower, Thursday 19 November 2026: Severe (draft, charted by
 *   Mia)"
 */
char *pal_words_matrix_spot (const PalMatrixLine *line, PalMatrixCell cell, const PalVisit *visit);

G_END_DECLS
