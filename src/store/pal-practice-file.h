/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside the store: the file as a file. Made, looked at and refused before anything is written to
 * it. */

#pragma once

#include "store/pal-database.h"

G_BEGIN_DECLS

/**
 * pal_practice_file_open:
 *
 * Does what pal_store_open() promises about the file.
 *
 * Returns: (transfer full): a connection to a practice file of the present version
 */
PalDatabase *pal_practice_file_open (const char *path, PalStoreOpenFlags flags, GError **error);

/** pal_practice_file_new_part: Returns: (transfer full): a new empty file beside @path, 0600. */
char *pal_practice_file_new_part (const char *path, GError **error);

/** pal_practice_file_sync: the contents are on disk; never for a file that is open here. */
gboolean pal_practice_file_sync (const char *path, GError **error);

/** pal_practice_file_sync_folder: the name of @path is on disk. */
gboolean pal_practice_file_sync_folder (const char *path, GError **error);

G_END_DECLS
