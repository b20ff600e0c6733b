/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small facts of a record as words, and as a table of names and values. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"
#include "report/pal-block.h"

G_BEGIN_DECLS

/** PalFacts: names and values waiting for their table; a value that was not recorded is left out.
 */
typedef GPtrArray PalFacts;

PalFacts *pal_facts_new (void);
/** pal_facts_add: @value: (nullable): not recorded */
void pal_facts_add (PalFacts *self, const char *name, const char *value);
/** pal_facts_take: @value: (transfer full) (nullable) */
void pal_facts_take (PalFacts *self, const char *name, char *value);
/** pal_facts_finish: adds the table to @blocks and frees @self. @large: for large print */
void pal_facts_finish (PalFacts *self, GPtrArray *blocks, gboolean large);

/** pal_facts_number: Returns: (transfer full) (nullable): "7.5", %NULL for %PAL_UNSET. */
char *pal_facts_number (double number);
/** pal_facts_scale: Returns: (transfer full) (nullable): "4 of 10". */
char *pal_facts_scale (int value);
/** pal_facts_terms: Returns: (transfer full) (nullable): "Road, Trail". @ids: (nullable) */
char *pal_facts_terms (PalVocabulary *vocabulary, PalTermList list, char **ids);
/** pal_facts_term: Returns: (nullable): the name of one. @id: (nullable) */
const char *pal_facts_term (PalVocabulary *vocabulary, PalTermList list, const char *id);
/** pal_facts_moment: Returns: (transfer full) (nullable): "1 Mar 2026, 14:30". */
char *pal_facts_moment (PalTime at);

/** pal_facts_state: adds the state of the day. */
void pal_facts_state (PalFacts *self, const PalState *state, PalVocabulary *vocabulary);

G_END_DECLS
