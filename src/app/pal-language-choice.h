/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of a client's printed pages, chosen in a row. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** pal_language_choice_fill: makes @row a choice of languages; the first is that of the program. */
void pal_language_choice_fill (AdwComboRow *row);

/** pal_language_choice_show: @code: (nullable): one that is not in the list joins it. */
void pal_language_choice_show (AdwComboRow *row, const char *code);

/** pal_language_choice_get: Returns: (nullable): the code that is chosen, %NULL for the program's.
 */
const char *pal_language_choice_get (AdwComboRow *row);

G_END_DECLS
