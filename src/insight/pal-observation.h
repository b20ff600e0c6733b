/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was observed where and when: one client's visits as dense arrays of small numbers, the
 * common ground of all figures (insight, section 1). Private to this room. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-history.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** PalSlot: a region and side as one number, to index arrays: region × PAL_SIDE_N + side. */
typedef guint PalSlot;

#define PAL_SLOT(region, side) ((region) *PAL_SIDE_N + (side))

/**
 * PalSighting:
 * @visit: index of the visit
 * @slot: region and side
 * @kind: index of the kind in the vocabulary
 * @before: 1 … 3
 * @after: 0 … 3 or %PAL_UNSET
 *
 * One mark that counts, with its words turned into numbers. About ten a visit.
 */
typedef struct
{
  guint32 visit;
  guint16 slot;
  guint16 kind;
  gint8 before;
  gint8 after;
} PalSighting;

/**
 * PalSightings:
 * @cells: by slot, then by visit: %PAL_CELL_KNOWN and the largest severity over all kinds
 * @items: sorted by slot, kind, visit
 * @first: by slot: its first item; @first[n_slots] is the end
 *
 * All that one source, the therapist or the client, has found.
 */
typedef struct
{
  guint8 *cells;
  PalSighting *items;
  guint n_items;
  guint *first;
} PalSightings;

#define PAL_CELL_KNOWN 0x80
#define PAL_CELL_SEVERITY 0x03

/**
 * PalObservation:
 * @visits: (element-type PalVisit): up to the day asked for, oldest first
 * @n_visits: their number, usually below 50, sometimes 500
 * @at: their moments
 * @n_slots: slots of the whole atlas, about 260
 * @groups: by visit: the groups examined as a bit mask
 * @near_complaint: by visit, then by 64 regions a word: those that a complaint speaks of or next
 *   to; all bits when it is nothing but words
 * @sightings: by #PalSource
 *
 * Dense, because then a client of 500 visits is 130 kB that are walked in order, and no string is
 * looked at twice. Built once for a client and thrown away with the results.
 */
typedef struct _PalObservation
{
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  GPtrArray *visits;
  guint n_visits;
  PalTime *at;
  guint n_slots;
  guint n_words;
  guint64 *groups;
  guint64 *near_complaint;
  PalSightings sightings[2];
} PalObservation;

/**
 * pal_observation_new:
 * @visits: (element-type PalVisit): any order
 * @at: the last day to look at, or %PAL_NO_DATE for all
 *
 * Marks of regions or kinds that @atlas and @vocabulary do not know are left out: the record layer
 * has refused them before.
 *
 * Returns: (transfer full): never %NULL; keeps references to the visits
 */
PalObservation *pal_observation_new (GPtrArray *visits,
                                     PalDate at,
                                     PalAtlas *atlas,
                                     PalVocabulary *vocabulary);

/** pal_observation_new_for_history: the same from marks that are numbers already. */
PalObservation *pal_observation_new_for_history (const PalHistory *history,
                                                 PalDate at,
                                                 PalAtlas *atlas,
                                                 PalVocabulary *vocabulary);

void pal_observation_free (PalObservation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalObservation, pal_observation_free)

/** pal_observation_get_cells: Returns: one cell for each visit. */
static inline const guint8 *
pal_observation_get_cells (const PalObservation *self, PalSource source, PalSlot slot)
{
  return self->sightings[source].cells + (gsize) slot * self->n_visits;
}

/** pal_observation_is_near_complaint: whether the visit's complaint may explain the region. */
static inline gboolean
pal_observation_is_near_complaint (const PalObservation *self, guint visit, guint region)
{
  return self->near_complaint[(gsize) visit * self->n_words + region / 64] >> (region % 64) & 1;
}

G_END_DECLS
