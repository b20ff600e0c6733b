/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heat map in numbers: how often and how severely each region was marked over a span of
 * visits, and on how many examinations that rests. The tones are draw's. */

#pragma once

#include "insight/pal-insight.h"

G_BEGIN_DECLS

/**
 * PalHeatScope:
 * @PAL_HEAT_ALL: every region at every visit of the span
 * @PAL_HEAT_BASELINE: only regions whose baseline is suggested or confirmed: what is found whatever
 *   the complaint
 * @PAL_HEAT_COMPLAINT: at each visit only the regions and sides that its complaint names: what the
 *   client came for. A complaint of nothing but words names none
 *
 * Which findings a map shows.
 */
typedef enum
{
  PAL_HEAT_ALL,
  PAL_HEAT_BASELINE,
  PAL_HEAT_COMPLAINT,
  PAL_HEAT_N_SCOPES
} PalHeatScope;

/**
 * PalHeatCell:
 * @looked_at: visits of the span at which the region was known, whatever the scope
 * @examined: of these, how many the scope counts: what the numbers rest on
 * @marked: of these, how many were marked
 * @sum: sum of the severities, 0 … 3 each
 *
 * One region and side over a span. A plain value; a map has some 150.
 */
typedef struct
{
  guint looked_at;
  guint examined;
  guint marked;
  guint sum;
} PalHeatCell;

/** pal_heat_cell_get_burden: Returns: frequency times severity, @sum / @examined, 0 … 3. */
double pal_heat_cell_get_burden (const PalHeatCell *cell);

/** pal_heat_cell_get_mean: Returns: mean severity where it was marked, 1 … 3, or 0. */
double pal_heat_cell_get_mean (const PalHeatCell *cell);

/**
 * PalHeatQuery:
 * @first: place of the first visit of the span
 * @last: place of the last one, included
 * @kind: (nullable): only marks of this kind, or %NULL for the largest severity over all kinds
 * @scope: which findings count
 * @group: (nullable): only regions of this group, or %NULL for the whole body
 */
typedef struct
{
  guint first;
  guint last;
  const PalTerm *kind;
  PalHeatScope scope;
  const PalGroup *group;
} PalHeatQuery;

/** PalHeat: one cell for each region and side; 4 kB. */
typedef struct _PalHeat PalHeat;

/**
 * pal_heat_measure:
 * @rows: (element-type PalRegionRow) (nullable): of the same client, for the baseline; without
 *   them there is none
 *
 * Example: severities 2, clear, unknown and 3 over four visits: looked at and examined 3, marked 2,
 * sum 5, burden 1.6667, mean 2.5.
 *
 * Returns: (transfer full): never %NULL; empty cells when the span holds no visit
 */
PalHeat *pal_heat_measure (const PalMatrix *matrix, const PalHeatQuery *query, GArray *rows);

void pal_heat_free (PalHeat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalHeat, pal_heat_free)

/** pal_heat_get: Returns: (transfer none): never %NULL. */
const PalHeatCell *pal_heat_get (const PalHeat *self, const PalRegion *region, PalSide side);

/**
 * pal_heat_find_span:
 * @from: (nullable): earliest day, or %PAL_NO_DATE
 * @to: latest day, or %PAL_NO_DATE
 *
 * Returns: %FALSE when no visit lies within; @first and @last are then untouched
 */
gboolean pal_heat_find_span (
    const PalMatrix *matrix, PalDate from, PalDate to, guint *first, guint *last);

G_END_DECLS
