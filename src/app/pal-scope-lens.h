/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at single visits through a choice of findings: only the baseline, or only where the client
 * came for. For maps of a visit wherever they are drawn; spans are measured by those who draw them.
 */

#pragma once

#include "app/pal-workbench.h"
#include "draw/pal-body-map.h"

G_BEGIN_DECLS

typedef struct _PalScopeLens PalScopeLens;

/**
 * pal_scope_lens_new:
 *
 * Weighs all visits of the open client once; about a millisecond for fifty.
 *
 * Returns: (transfer full) (nullable): %NULL without a client, and for %PAL_HEAT_ALL: nothing is to
 *   be left out then
 */
PalScopeLens *pal_scope_lens_new (PalWorkbench *workbench, PalHeatScope scope);

/** pal_scope_lens_new_for_file: Returns: (transfer full) (nullable): the same for any client. */
PalScopeLens *pal_scope_lens_new_for_file (const PalClientFile *file,
                                           PalAtlas *atlas,
                                           PalVocabulary *vocabulary,
                                           PalHeatScope scope);

void pal_scope_lens_free (PalScopeLens *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalScopeLens, pal_scope_lens_free)

/**
 * pal_scope_lens_apply:
 * @self: (nullable): without one everything stays
 * @visit: of that client; the map is of it
 *
 * Clears what is left out from the map.
 */
void pal_scope_lens_apply (const PalScopeLens *self, PalBodyMap *map, const PalVisit *visit);

G_END_DECLS
