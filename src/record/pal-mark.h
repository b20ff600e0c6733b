/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mark: one finding on one region at one visit. A plain value: copied, compared, written as a
 * literal in tests. What marks mean over several visits is in insight. */

#pragma once

#include "atlas/pal-vocabulary.h"
#include "record/pal-record-types.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_SOURCE_THERAPIST,
  PAL_SOURCE_CLIENT
} PalSource;

/**
 * PalConcern:
 * @PAL_CONCERN_UNSET: not said
 * @PAL_CONCERN_COMPLAINT: belongs to what the client came for today
 * @PAL_CONCERN_BASELINE: found whatever the complaint
 */
typedef enum
{
  PAL_CONCERN_UNSET,
  PAL_CONCERN_COMPLAINT,
  PAL_CONCERN_BASELINE
} PalConcern;

/**
 * PalMarkPoint:
 * @view: the view it was set on
 * @x: figure units
 * @y: figure units
 * @refers: whether an arrow leads from here to @to_x, @to_y: where the ache travels
 *
 * An exact spot within a region. Few a mark.
 */
typedef struct
{
  PalView view;
  double x, y;
  gboolean refers;
  double to_x, to_y;
} PalMarkPoint;

/**
 * PalMark:
 * @region: region id
 * @kind: id in the vocabulary, "tight" by default
 * @before: severity before treatment, 1 … 3; %PAL_UNSET for kinds without severity
 * @after: severity after treatment, 0 … 3; %PAL_UNSET when not re-checked
 * @points: (element-type PalMarkPoint) (nullable): exact spots
 * @techniques: (nullable): ids, %NULL-terminated
 * @minutes: time spent, or %PAL_UNSET
 * @responses: (nullable): tissue response ids, %NULL-terminated
 * @source: who reports it
 * @carried: copied from the visit before and not confirmed: shown, never counted
 * @note: (nullable): free words
 *
 * About ten a visit, a million a large practice.
 */
typedef struct
{
  char *region;
  PalSide side;
  char *kind;
  int before;
  int after;
  GArray *points;
  char **techniques;
  int minutes;
  char **responses;
  PalSource source;
  gboolean carried;
  PalConcern concern;
  char *note;
} PalMark;

/** pal_mark_new: Returns: (transfer full): a therapist's mark, not re-checked, without a note. */
PalMark *pal_mark_new (const char *region, PalSide side, const char *kind, int before);
PalMark *pal_mark_copy (const PalMark *self);
void pal_mark_free (PalMark *self);
gboolean pal_mark_equal (const PalMark *a, const PalMark *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalMark, pal_mark_free)

/**
 * pal_mark_validate:
 *
 * Checks region, side, kind, severities, ranges and text lengths against the atlas and the
 * vocabulary.
 *
 * Returns: %FALSE with a #PalRecordError whose message starts with the key that is wrong,
 *   as in "region: …"
 */
gboolean pal_mark_validate (const PalMark *self,
                            PalAtlas *atlas,
                            PalVocabulary *vocabulary,
                            GError **error);

/**
 * pal_mark_counts:
 *
 * Whether the mark takes part in statistics: found by the therapist, not carried over, of a kind
 * that has severity and is not favourable (insight, section 1).
 */
gboolean pal_mark_counts (const PalMark *self, PalVocabulary *vocabulary);

const char *pal_source_to_id (PalSource source);
gboolean pal_source_from_id (const char *id, PalSource *source);
/** pal_concern_to_id: Returns: (nullable): "complaint", "baseline", or %NULL when not said. */
const char *pal_concern_to_id (PalConcern concern);
gboolean pal_concern_from_id (const char *id, PalConcern *concern);

G_END_DECLS
