/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How patterns are found in an observation; for the room alone. */

#pragma once

#include "insight/pal-observation.h"
#include "insight/pal-pattern.h"

G_BEGIN_DECLS

/**
 * pal_patterns_find:
 * @chains: (element-type PalChain): must outlive the result
 *
 * Returns: (transfer full) (element-type PalPatternRow): one row for each chain and side, in the
 *   order of @chains, left before right
 */
GArray *pal_patterns_find (const PalObservation *observation, GPtrArray *chains);

G_END_DECLS
