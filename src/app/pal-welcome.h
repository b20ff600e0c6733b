/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window shows before a practice is open: the first start, or why one cannot be opened. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PAL_TYPE_WELCOME (pal_welcome_get_type ())
G_DECLARE_FINAL_TYPE (PalWelcome, pal_welcome, PAL, WELCOME, AdwBin)

/** pal_welcome_new: Returns: (transfer floating): the choice between an empty practice and a
 * sample.
 */
GtkWidget *pal_welcome_new (void);

/** pal_welcome_set_refusal: @message: (nullable): why the practice cannot be opened, one sentence.
 */
void pal_welcome_set_refusal (PalWelcome *self, const char *message);

G_END_DECLS
