/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: whole records out of the tables and into them. Transactions, revisions and the
 * audit trail are the caller's. Keys are the file's own numbers for records and give their order.
 */

#pragma once

#include "store/pal-record-rows.h"

G_BEGIN_DECLS

/** PalStored: what the file says about a record; @key is 0 when it is not there. */
typedef struct
{
  gint64 key;
  guint64 revision;
  gboolean is_signed;
} PalStored;

gboolean pal_records_find_client (PalDatabase *database,
                                  const char *id,
                                  PalStored *stored,
                                  GError **error);
gboolean pal_records_find_visit (PalDatabase *database,
                                 const char *id,
                                 PalStored *stored,
                                 GError **error);

/** pal_records_load_client: Returns: (transfer full): %NULL with NOT_FOUND when it is not there. */
PalClient *pal_records_load_client (PalDatabase *database, const char *id, GError **error);

/** pal_records_load_visit: Returns: (transfer full): %NULL with NOT_FOUND when it is not there. */
PalVisit *pal_records_load_visit (PalDatabase *database, const char *id, GError **error);

/**
 * pal_records_load_visits:
 * @keys: (out) (optional) (transfer full) (element-type gint64): their keys
 *
 * All visits of a client, one query a table.
 */
GPtrArray *pal_records_load_visits (PalDatabase *database,
                                    const char *client_id,
                                    GArray **keys,
                                    GError **error);

/**
 * pal_records_insert_client:
 * @key: (inout): 0 to get the next one
 */
gboolean pal_records_insert_client (
    PalDatabase *database, const PalClient *client, guint64 revision, gint64 *key, GError **error);
gboolean pal_records_insert_visit (PalDatabase *database,
                                   const PalVisit *visit,
                                   gint64 client_key,
                                   guint64 revision,
                                   gint64 *key,
                                   GError **error);

/**
 * pal_records_update_client:
 * @changed: receives the names of the tables that were written, never what is in them
 *
 * Writes what differs between @before, which is what the file holds, and @after.
 */
gboolean pal_records_update_client (PalDatabase *database,
                                    gint64 key,
                                    const PalClient *before,
                                    const PalClient *after,
                                    guint64 revision,
                                    GString *changed,
                                    GError **error);
gboolean pal_records_update_visit (PalDatabase *database,
                                   gint64 key,
                                   const PalVisit *before,
                                   const PalVisit *after,
                                   guint64 revision,
                                   GString *changed,
                                   GError **error);

/** pal_records_delete_client: with all visits. */
gboolean pal_records_delete_client (PalDatabase *database, gint64 key, GError **error);
gboolean pal_records_delete_visit (PalDatabase *database, gint64 key, GError **error);

G_END_DECLS
