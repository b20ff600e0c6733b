/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix: an observation as the screens may see it. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-insight.h"

#include <math.h>

#include "insight/pal-observation.h"

PalMatrix *
pal_matrix_new (GPtrArray *visits, PalDate at, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  return pal_observation_new (visits, at, atlas, vocabulary);
}

void
pal_matrix_free (PalMatrix *self)
{
  pal_observation_free (self);
}

GPtrArray *
pal_matrix_get_visits (const PalMatrix *self)
{
  return self->visits;
}

PalRegionState
pal_matrix_get (
    const PalMatrix *self, guint visit, const PalRegion *region, PalSide side, guint *severity)
{
  g_return_val_if_fail (visit < self->n_visits, PAL_REGION_UNKNOWN);

  const guint8 cell =
      pal_observation_get_cells (self, PAL_SOURCE_THERAPIST, PAL_SLOT (region->index, side))[visit];
  if (severity != NULL)
    *severity = cell & PAL_CELL_SEVERITY;
  return cell & PAL_CELL_KNOWN ? PAL_REGION_KNOWN : PAL_REGION_UNKNOWN;
}

PalRegionState
pal_matrix_get_kind (const PalMatrix *self,
                     guint visit,
                     const PalRegion *region,
                     PalSide side,
                     const PalTerm *kind,
                     guint *severity)
{
  const PalRegionState state = pal_matrix_get (self, visit, region, side, severity);
  if (kind == NULL)
    return state;

  const PalSightings *sightings = &self->sightings[PAL_SOURCE_THERAPIST];
  const PalSlot slot = PAL_SLOT (region->index, side);
  *severity = 0;
  for (guint i = sightings->first[slot]; i < sightings->first[slot + 1]; i++)
    if (sightings->items[i].visit == visit && sightings->items[i].kind == kind->index)
      *severity = MAX (*severity, (guint) sightings->items[i].before);
  return state;
}

void
pal_matrix_recount_balance (const PalMatrix *self, const PalTerm *kind, PalBalanceRow *row)
{
  row->left = row->right = 0;
  for (guint i = 0; i < row->examined; i++)
    {
      guint left = 0;
      guint right = 0;
      pal_matrix_get_kind (self, row->window[i], row->region, PAL_SIDE_LEFT, kind, &left);
      pal_matrix_get_kind (self, row->window[i], row->region, PAL_SIDE_RIGHT, kind, &right);
      row->left_severities[i] = (guint8) left;
      row->right_severities[i] = (guint8) right;
      row->left += left;
      row->right += right;
    }
  row->index = pal_balance_measure (row->left_severities, row->right_severities, row->examined,
                                    &row->low, &row->high);
  row->weight = 0;
  row->flag = FALSE;
  row->side = row->left == row->right  ? PAL_SIDE_MIDLINE
              : row->left > row->right ? PAL_SIDE_LEFT
                                       : PAL_SIDE_RIGHT;
}

double
pal_matrix_get_burden (const PalMatrix *self,
                       guint first,
                       guint last,
                       const PalRegion *region,
                       PalSide side,
                       guint *examined,
                       guint *marked)
{
  guint sum = 0;
  guint n_examined = 0;
  guint n_marked = 0;
  for (guint visit = first; visit <= last && visit < self->n_visits; visit++)
    {
      guint severity;
      if (pal_matrix_get (self, visit, region, side, &severity) == PAL_REGION_UNKNOWN)
        continue;
      n_examined++;
      n_marked += severity > 0;
      sum += severity;
    }
  if (examined != NULL)
    *examined = n_examined;
  if (marked != NULL)
    *marked = n_marked;
  return n_examined == 0 ? NAN : (double) sum / n_examined;
}
