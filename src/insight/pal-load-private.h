/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of the training load share; for the room alone. */

#pragma once

#include "insight/pal-load.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * pal_load_list_changes:
 * @visits: (element-type PalVisit): oldest first
 *
 * Returns: (transfer full) (element-type PalLoadChange): oldest first
 */
GArray *pal_load_list_changes (const PalClient *client, GPtrArray *visits, PalDate at);

G_END_DECLS
