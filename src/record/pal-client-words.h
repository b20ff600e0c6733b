/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The free text of a client by name, as pal-visit-words.h has it of a visit. Facts that are added
 * as a whole, such as a run, are not among it. */

#pragma once

#include "record/pal-client.h"

G_BEGIN_DECLS

/**
 * pal_client_words_peek:
 * @id: "given", "family", "phone", "email", "sport", "squad", "goal", "preferences" or "history"
 *
 * Returns: (transfer none) (nullable): where the client keeps that text; %NULL for other names
 */
char **pal_client_words_peek (PalClient *self, const char *id);

/**
 * pal_client_words_put:
 * @text: (nullable): empty removes it
 *
 * Returns: whether there is such a text and @text can stand there; nothing is changed otherwise, as
 *   when it would leave the client without a name
 */
gboolean pal_client_words_put (PalClient *self, const char *id, const char *text);

G_END_DECLS
