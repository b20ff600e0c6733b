/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a body picture shows: for each region and side the tone, the change, the ghost. Filled from
 * records or insight, read by the painter (pal-body-paint.h). It paints nothing itself. */

#pragma once

#include "insight/pal-compare.h"
#include "insight/pal-heat.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalRegionLook:
 * @severity: 0 clear … 3, may be fractional while tweening; on a heat map the mean severity where
 *   it was marked
 * @after: severity after treatment, or %PAL_UNSET
 * @ghost: severity at the visit laid under, 0 for none
 * @change: shown instead of severity on a change map
 * @frequency: on a heat map the share of examinations at which it was marked, 0 … 1; negative
 *   otherwise. The tone is frequency times severity
 * @n_examined: on a heat map: examinations behind the tone
 * @kinds: bit mask over vocabulary indexes of kinds present (1 << index)
 * @kinds_at_points: those of @kinds whose glyph stands at exact points instead of the label point
 * @carried: only carried over, not confirmed
 * @typed: shown while it is typed, not recorded; looks as if carried over
 * @client_says: reported by the client
 * @client_only: reported by nobody else
 * @unknown: not examined, and the map shows that
 */
typedef struct
{
  double severity;
  int after;
  int ghost;
  PalChangeWord change;
  double frequency;
  int n_examined;
  guint32 kinds;
  guint32 kinds_at_points;
  gboolean carried;
  gboolean typed;
  gboolean client_says;
  gboolean client_only;
  gboolean unknown;
} PalRegionLook;

typedef enum
{
  PAL_MAP_BLANK,
  PAL_MAP_VISIT,
  PAL_MAP_CHANGE,
  PAL_MAP_HEAT
} PalMapMode;

typedef struct _PalBodyMap PalBodyMap;

PalBodyMap *pal_body_map_new (PalAtlas *atlas);
PalBodyMap *pal_body_map_copy (const PalBodyMap *self);
void pal_body_map_free (PalBodyMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalBodyMap, pal_body_map_free)

/** pal_body_map_new_for_visit: Returns: (transfer full): the marks of a visit, before treatment. */
PalBodyMap *pal_body_map_new_for_visit (PalAtlas *atlas,
                                        PalVocabulary *vocabulary,
                                        const PalVisit *visit);

/** pal_body_map_new_after: as above, severities after treatment where they were re-checked. */
PalBodyMap *pal_body_map_new_after (PalAtlas *atlas,
                                    PalVocabulary *vocabulary,
                                    const PalVisit *visit);

/** pal_body_map_new_for_change: Returns: (transfer full): the change map of two visits. */
PalBodyMap *pal_body_map_new_for_change (PalAtlas *atlas,
                                         PalVocabulary *vocabulary,
                                         const PalVisit *from,
                                         const PalVisit *to);

/**
 * pal_body_map_new_for_heat:
 *
 * Frequency times severity over a span; what was never looked at in it is unknown.
 *
 * Returns: (transfer full)
 */
PalBodyMap *pal_body_map_new_for_heat (PalAtlas *atlas, const PalHeat *heat);

/** pal_body_map_set_ghost: lays @visit's severities under the map; %NULL takes them away. */
void pal_body_map_set_ghost (PalBodyMap *self, PalVocabulary *vocabulary, const PalVisit *visit);

/**
 * pal_body_map_set_unknown:
 * @visit: (nullable): whose unexamined regions to hatch; %NULL shows none
 *
 * Marks what was not examined at @visit, so that bare skin means normal.
 */
void pal_body_map_set_unknown (PalBodyMap *self, PalVocabulary *vocabulary, const PalVisit *visit);

PalMapMode pal_body_map_get_mode (const PalBodyMap *self);
void pal_body_map_set_mode (PalBodyMap *self, PalMapMode mode);

/** pal_body_map_get: Returns: (transfer none): never %NULL. */
const PalRegionLook *pal_body_map_get (const PalBodyMap *self,
                                       const PalRegion *region,
                                       PalSide side);

/** pal_body_map_edit: Returns: (transfer none): the same, to be written. */
PalRegionLook *pal_body_map_edit (PalBodyMap *self, const PalRegion *region, PalSide side);

/** pal_body_map_get_points: Returns: (transfer none) (element-type PalMarkPoint) on @view. */
GArray *pal_body_map_get_points (const PalBodyMap *self, PalView view);

/** pal_body_map_get_point_kind: Returns: (nullable): id of the kind of the point at @i of @view. */
const char *pal_body_map_get_point_kind (const PalBodyMap *self, PalView view, guint i);

/** pal_body_map_get_ink: Returns: (transfer none) (element-type PalStroke): of all views. */
GPtrArray *pal_body_map_get_ink (const PalBodyMap *self);

/** pal_region_look_is_plain: Returns: whether there is nothing to paint over the bare region. */
gboolean pal_region_look_is_plain (const PalRegionLook *look);

/**
 * pal_region_look_dup_words:
 *
 * Returns: (transfer full): what a map of @mode shows of the region, in translated words:
 *   "Severe, Tight, after treatment: Mild"; empty on a blank map
 */
char *pal_region_look_dup_words (const PalRegionLook *look,
                                 PalMapMode mode,
                                 PalVocabulary *vocabulary);

G_END_DECLS
