/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the visits before the open one say of a region, for whoever points at it. */

#pragma once

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/**
 * pal_region_history_dup_words:
 *
 * All kinds together, the open visit left out. Costs about a millisecond.
 *
 * Returns: (transfer full) (nullable): "Seen at 9 of 11 visits, every time since 8 Dec 2025.";
 *   %NULL when it was never marked before
 */
char *pal_region_history_dup_words (PalWorkbench *workbench, const PalRegion *region, PalSide side);

G_END_DECLS
