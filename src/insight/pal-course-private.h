/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows are measured from an observation; for the room alone. */

#pragma once

#include "insight/pal-course.h"
#include "insight/pal-observation.h"

G_BEGIN_DECLS

/**
 * pal_course_measure_regions:
 * @baseline_words: (element-type PalBaselineWord): what the therapist said about baselines
 * @at: words of a later day are not heard; %PAL_NO_DATE for all
 *
 * Returns: (transfer full) (element-type PalRegionRow): in the catalogue's order, left before
 *   right, `any` before the kinds in the vocabulary's order
 */
GArray *pal_course_measure_regions (const PalObservation *observation,
                                    PalSource source,
                                    GPtrArray *baseline_words,
                                    PalDate at);

/** pal_course_measure_structures: as pal_course_measure_regions(), for the therapist's marks. */
GArray *pal_course_measure_structures (const PalObservation *observation);

G_END_DECLS
