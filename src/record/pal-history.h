/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client's visits with their marks as numbers, for statistics over a whole practice: twelve
 * million marks go by without a string being copied. Nothing here is shown or edited; for that
 * there is PalClientFile. */

#pragma once

#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalMarkNumbers:
 * @visit: place in #PalHistory.visits
 * @region: index in the atlas
 * @kind: index in the vocabulary's list of kinds
 * @side: a #PalSide
 * @source: a #PalSource
 * @before: 1 … 3, or %PAL_UNSET
 * @after: 0 … 3, or %PAL_UNSET
 * @carried: copied from the visit before and not confirmed
 *
 * What statistics read of a mark.
 */
typedef struct
{
  guint32 visit;
  guint16 region;
  guint16 kind;
  guint8 side;
  guint8 source;
  gint8 before;
  gint8 after;
  guint8 carried;
} PalMarkNumbers;

/**
 * PalHistory:
 * @client: the person, whole
 * @visits: (element-type PalVisit): oldest first; only id, client, at, therapist, is_signed, the
 *   complaint, examined, and shoes, terrain and next race of the day are filled in. No marks
 * @marks: (element-type PalMarkNumbers): of all visits, in the order of the visits; marks of
 * regions or kinds nobody knows are left out
 */
typedef struct
{
  PalClient *client;
  GPtrArray *visits;
  GArray *marks;
} PalHistory;

/** pal_history_new: @client: (transfer none): takes a reference. Returns: (transfer full): empty.
 */
PalHistory *pal_history_new (PalClient *client);
void pal_history_free (PalHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalHistory, pal_history_free)

G_END_DECLS
