/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which views of the body show some maps best, when there is no room for all. No widget. */

#pragma once

#include "draw/pal-body-map.h"

G_BEGIN_DECLS

/**
 * pal_view_choose:
 * @maps: what is shown, all in the same views
 * @n_views: how many there is room for, 1 … 4, not counting the soles
 *
 * Chooses the views that show the most of the marked regions at all, and among these the ones that
 * show them largest: an outer thigh is seen from the side, a calf from behind. Without marks, front
 * and back. The soles join the back when something is marked that is seen best there.
 *
 * Returns: bit mask of `1 << PalView`
 */
guint pal_view_choose (
    PalAtlas *atlas, PalFigure figure, PalBodyMap *const *maps, guint n_maps, guint n_views);

G_END_DECLS
