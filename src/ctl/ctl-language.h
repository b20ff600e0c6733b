/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The language palpatectl speaks, and that of a page it prints. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ctl_init_language: the user's own; PALPATE_LOCALEDIR says where translations are, for tests. */
void ctl_init_language (void);

/** ctl_is_language: Returns: whether @language looks like the code of one. */
gboolean ctl_is_language (const char *language);

/** ctl_set_language: @language: (nullable): as in "de"; once, and until the program ends. */
void ctl_set_language (const char *language);

G_END_DECLS
