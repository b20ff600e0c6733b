/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How names are written where they do not begin a line. What the names are is in the catalogues. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pal_name_dup_inside:
 * @name: a translated name as it stands alone: "Tight", "PNF stretching", "Achilles tendon"
 *
 * Returns: (transfer full): the name as it stands within a line: "tight", but "PNF stretching" and
 *   "Achilles tendon"; unchanged in languages whose nouns keep their capital
 */
char *pal_name_dup_inside (const char *name);

G_END_DECLS
