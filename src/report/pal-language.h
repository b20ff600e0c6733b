/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speaking another language for a while: a page is in the client's, the window in the therapist's.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalLanguageScope:
 *
 * What was spoken before. Changes the environment, so only the main thread may hold one, and it
 * must be left before the main loop runs on.
 */
typedef struct _PalLanguageScope PalLanguageScope;

/**
 * pal_language_enter:
 * @language: (nullable): as in "de"; %NULL or empty goes on as before
 *
 * Returns: (transfer full) (nullable): to be left; %NULL when nothing changed
 */
PalLanguageScope *pal_language_enter (const char *language);

/** pal_language_leave: @self: (nullable) (transfer full): speaks as before. */
void pal_language_leave (PalLanguageScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalLanguageScope, pal_language_leave)

G_END_DECLS
