/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Results of simple tests as they are typed and as they are shown. No widgets. */

#pragma once

#include "atlas/pal-vocabulary.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** pal_test_get_side_name: Returns: (transfer none): "left", "right", or "value" for no side. */
const char *pal_test_get_side_name (PalSide side);

/** pal_test_find_result: @visit: (nullable). Returns: (transfer none) (nullable): of the visit. */
const PalTestResult *pal_test_find_result (const PalVisit *visit, const char *test, PalSide side);

/**
 * pal_test_read_value:
 * @text: stripped; empty is %PAL_UNSET
 *
 * A grade runs from 0 to 5; degrees may be negative, as an extension that is not reached.
 *
 * Returns: %FALSE with one sentence when it cannot be a result of that test
 */
gboolean pal_test_read_value (const PalTerm *term, const char *text, double *value, GError **error);

/** pal_test_dup_values: Returns: (transfer full) (nullable): "left 4/5 · right 5/5" */
char *pal_test_dup_values (const PalVisit *visit, const PalTerm *term);

/**
 * pal_test_dup_earlier:
 * @visits: (element-type PalVisit): oldest first
 *
 * Returns: (transfer full) (nullable): the client's own values before @visit, with their day; a
 *   textbook range is no yardstick for one person
 */
char *pal_test_dup_earlier (GPtrArray *visits, const PalVisit *visit, const PalTerm *term);

/**
 * pal_test_dup_all:
 * @n_tests: (out): how many tests were made
 *
 * Returns: (transfer full): all results and whether they can be edited, to see whether they changed
 */
char *pal_test_dup_all (const PalVisit *visit, PalVocabulary *vocabulary, guint *n_tests);

G_END_DECLS
