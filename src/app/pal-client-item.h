/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One client as the list shows it: a row of the store with what searching and sorting need, worked
 * out once. No widget. */

#pragma once

#include "store/pal-store.h"

G_BEGIN_DECLS

#define PAL_TYPE_CLIENT_ITEM (pal_client_item_get_type ())
G_DECLARE_FINAL_TYPE (PalClientItem, pal_client_item, PAL, CLIENT_ITEM, GObject)

/*
 * Signal ::changed (): the row was read anew.
 * Up to 100,000 of them, so: no properties, plain fields behind getters.
 */

/** pal_client_item_new: @row: (transfer full). Returns: (transfer full): its item. */
PalClientItem *pal_client_item_new (PalClientRow *row);

/** pal_client_item_set_row: @row: (transfer full): what the store says now; emits ::changed. */
void pal_client_item_set_row (PalClientItem *self, PalClientRow *row);
const PalClientRow *pal_client_item_get_row (PalClientItem *self);

/** pal_client_item_get_name: Returns: the full name, in the language's order. */
const char *pal_client_item_get_name (PalClientItem *self);

/**
 * pal_client_item_dup_details:
 *
 * Returns: (transfer full): "12 visits · 4 Nov" or "No visits yet", translated
 */
char *pal_client_item_dup_details (PalClientItem *self);

/**
 * pal_client_item_matches:
 * @words: (nullable): folded words, %NULL-terminated; %NULL matches all
 *
 * Returns: whether every word is in the name or the squad
 */
gboolean pal_client_item_matches (PalClientItem *self, char **words);

/** pal_client_item_compare_name: as qsort(): family name first, by the rules of the language. */
int pal_client_item_compare_name (PalClientItem *a, PalClientItem *b);

/** pal_client_item_compare_recent: as qsort(): last seen first, those never seen last. */
int pal_client_item_compare_recent (PalClientItem *a, PalClientItem *b);

/**
 * pal_fold_text:
 *
 * Case, accents and strokes taken away, so that "kovac" finds "Kovač" and "lukasz" finds "Łukasz".
 *
 * Returns: (transfer full): the folded text
 */
char *pal_fold_text (const char *text);

G_END_DECLS
