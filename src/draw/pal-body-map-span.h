/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Body maps made of several visits: what changed between two spans, a step on the way from one
 * visit to the next, and a map reduced to the findings of a scope. */

#pragma once

#include "draw/pal-body-map.h"
#include "insight/pal-span.h"

G_BEGIN_DECLS

/**
 * pal_body_map_new_for_span_change:
 * @from: (element-type PalVisit): at least one
 * @to: (element-type PalVisit): at least one
 *
 * The change map of two spans over all kinds, by pal_span_change_word(); for single visits that of
 * pal_body_map_new_for_change().
 *
 * Returns: (transfer full)
 */
PalBodyMap *pal_body_map_new_for_span_change (PalAtlas *atlas,
                                              PalVocabulary *vocabulary,
                                              GPtrArray *from,
                                              GPtrArray *to);

/**
 * pal_body_map_new_between:
 * @from: map of a visit
 * @to: map of another
 * @progress: 0 (as @from) … 1 (as @to)
 *
 * Severities on their way; everything else is already that of @to, and what only @from shows fades
 * with its severity.
 *
 * Returns: (transfer full)
 */
PalBodyMap *pal_body_map_new_between (PalAtlas *atlas,
                                      const PalBodyMap *from,
                                      const PalBodyMap *to,
                                      double progress);

/**
 * pal_body_map_keep:
 * @heat: measured in the scope to keep
 * @or_heat: (nullable): what is in either is kept
 *
 * Clears what a scope leaves out (#PalHeatScope), as if it had been neither found nor looked at;
 * exact points and ink go with it, for they do not say which finding they belong to.
 */
void pal_body_map_keep (PalBodyMap *self,
                        PalAtlas *atlas,
                        const PalHeat *heat,
                        const PalHeat *or_heat);

G_END_DECLS
