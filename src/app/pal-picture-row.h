/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the preferences to choose, see and take away a picture that is printed: the practice's
 * logo, or the signature of the person who works here. What makes it fit is report's. */

#pragma once

#include <adwaita.h>

#include "store/pal-store.h"

G_BEGIN_DECLS

#define PAL_TYPE_PICTURE_ROW (pal_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (PalPictureRow, pal_picture_row, PAL, PICTURE_ROW, AdwActionRow)

/**
 * pal_picture_row_set_up:
 * @therapist: (nullable): whose signature, or %NULL for the logo; may be called again with another
 */
void pal_picture_row_set_up (PalPictureRow *self, PalStore *store, const char *therapist);

/**
 * pal_picture_row_take_file:
 *
 * Keeps the picture in that file; what is wrong with it stands in the row.
 *
 * Returns: whether it was taken
 */
gboolean pal_picture_row_take_file (PalPictureRow *self, const char *path);

G_END_DECLS
