/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: from the engine's and the system's codes to the store's errors. */

#pragma once

#include <sqlite3.h>

#include "store/pal-store.h"

G_BEGIN_DECLS

/**
 * pal_store_set_error:
 * @code: what happened
 * @path: (nullable): the file it happened to
 * @engine_code: the engine's extended code, kept in the text for a report; 0 for none
 *
 * Sets the one sentence that belongs to @code: what, where, what now.
 */
void pal_store_set_error (GError **error, PalStoreError code, const char *path, int engine_code);

/** pal_store_set_engine_error: as pal_store_set_error() for the code @rc of a call on @handle. */
void pal_store_set_engine_error (GError **error, sqlite3 *handle, int rc, const char *path);

/** pal_store_set_system_error: as pal_store_set_error() for an `errno` of writing @path. */
void pal_store_set_system_error (GError **error, int number, const char *path);

/** pal_store_set_no_client: NOT_FOUND for a client that is not in the file. */
void pal_store_set_no_client (GError **error, const char *path);
/** pal_store_set_no_visit: NOT_FOUND for a visit that is not in the file. */
void pal_store_set_no_visit (GError **error, const char *path);

/** pal_store_error_from_engine: Returns: which of our errors the engine's code @rc is. */
PalStoreError pal_store_error_from_engine (int rc, int system_errno);

G_END_DECLS
