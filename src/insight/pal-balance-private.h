/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How sides are compared in an observation; for the room alone. */

#pragma once

#include "insight/pal-balance.h"
#include "insight/pal-observation.h"

G_BEGIN_DECLS

/**
 * pal_balance_compare_sides:
 *
 * Returns: (transfer full) (element-type PalBalanceRow): in the catalogue's order
 */
GArray *pal_balance_compare_sides (const PalObservation *observation);

G_END_DECLS
