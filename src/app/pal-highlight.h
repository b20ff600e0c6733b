/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pointed at right now. One is shared down by a page to all its sections, so that pointing
 * at anything anywhere lights it everywhere. It knows no widget. */

#pragma once

#include <glib-object.h>

#include "atlas/pal-atlas-types.h"

G_BEGIN_DECLS

#define PAL_TYPE_HIGHLIGHT (pal_highlight_get_type ())
G_DECLARE_FINAL_TYPE (PalHighlight, pal_highlight, PAL, HIGHLIGHT, GObject)

/*
 * Signals:
 *   ::changed ()   something else is pointed at, or nothing any more
 */

/** pal_highlight_new: Returns: (transfer full): nothing is pointed at. */
PalHighlight *pal_highlight_new (void);

/**
 * pal_highlight_set:
 * @region: (nullable): region id, or %NULL when no region is pointed at
 * @side: the client's own; any without @region
 * @visit: (nullable): visit id, or %NULL when no visit is pointed at
 *
 * Emits ::changed when that is something else than before. A region without a visit means it at all
 * visits, a visit without a region all of that visit.
 */
void pal_highlight_set (PalHighlight *self, const char *region, PalSide side, const char *visit);

/** pal_highlight_clear: nothing is pointed at any more. */
void pal_highlight_clear (PalHighlight *self);

/** pal_highlight_get_region: Returns: (transfer none) (nullable): region id. */
const char *pal_highlight_get_region (PalHighlight *self);

/** pal_highlight_get_side: Returns: the side of the region; midline without one. */
PalSide pal_highlight_get_side (PalHighlight *self);

/** pal_highlight_get_visit: Returns: (transfer none) (nullable): visit id. */
const char *pal_highlight_get_visit (PalHighlight *self);

/** pal_highlight_is_region: Returns: whether this region and side is pointed at. */
gboolean pal_highlight_is_region (PalHighlight *self, const char *region, PalSide side);

G_END_DECLS
