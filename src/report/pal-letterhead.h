/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures a practice prints: its logo at the head of pages, signatures at the end of records.
 * Files of people's own are made fit for keeping here; the store keeps them. */

#pragma once

#include "report/pal-document.h"

G_BEGIN_DECLS

/**
 * pal_picture_intake:
 * @path: a PNG, JPEG or SVG file, or of any other form that the system can read
 *
 * Makes a picture fit for keeping: as large as it is ever printed, and a PNG file.
 *
 * Returns: (transfer full): as base64, for pal_store_set_image(); %NULL with
 *   %PAL_REPORT_ERROR_PICTURE and one clear sentence for files that are broken, huge or none
 */
char *pal_picture_intake (const char *path, GError **error);

/**
 * pal_letterhead_check:
 * @png: (nullable): as the store keeps it
 *
 * Returns: %FALSE with %PAL_REPORT_ERROR_PICTURE when it cannot be drawn; pages go without it then
 */
gboolean pal_letterhead_check (const char *png, GError **error);

G_END_DECLS
