/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Filling records from JSON by the tables of pal-practice-fields.h: what pal-practice-read.c
 * (files, clients, visits) and pal-practice-load.c (values) share. Private to the exchange. */

#pragma once

#include "exchange/pal-exchange.h"
#include "exchange/pal-json-reader.h"
#include "exchange/pal-practice-fields.h"

G_BEGIN_DECLS

/** PAL_LOAD_MAX_WARNINGS: how many unknown keys are named one by one. */
#define PAL_LOAD_MAX_WARNINGS 50

/**
 * PalLoad:
 * @path: where we are, "clients[3].visits[0]"
 * @visits: of the client being read
 * @client_ids: (element-type utf8): borrowed from the records
 * @visit_ids: (element-type utf8): borrowed from the records
 * @n_unknown: unknown keys met so far
 *
 * One run of the reader.
 */
typedef struct
{
  PalJsonReader json;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalPractice *practice;
  GPtrArray *visits;
  GString *path;
  GHashTable *client_ids;
  GHashTable *visit_ids;
  guint n_unknown;
} PalLoad;

typedef gboolean (*PalLoadFunc) (PalLoad *load, GError **error);

/** pal_load_record: fills @record from the object that comes next. */
gboolean pal_load_record (PalLoad *load, const PalFieldSet *set, gpointer record, GError **error);

/** pal_load_array: calls @func for each item of the array that comes next, at most @max of them. */
gboolean pal_load_array (PalLoad *load, PalLoadFunc func, guint max, GError **error);

/** pal_load_visits: reads the visits of the client being read. */
gboolean pal_load_visits (PalLoad *load, GError **error);

void pal_load_push_key (PalLoad *load, const char *key);

/** pal_load_refuse: sets "path: message". Returns: %FALSE */
gboolean pal_load_refuse (PalLoad *load, GError **error, const char *message);
/** pal_load_refuse_at: sets "path.key: message". Returns: %FALSE */
gboolean pal_load_refuse_at (PalLoad *load, const char *key, GError **error, const char *message);

/** pal_load_warn: notes that the key the path ends in is unknown. */
void pal_load_warn (PalLoad *load);
/** pal_load_finish_warnings: counts those that were not named. */
void pal_load_finish_warnings (PalLoad *load);

G_END_DECLS
