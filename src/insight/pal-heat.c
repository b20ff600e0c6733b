/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heat map in numbers, see pal-heat.h. Counts over the cells of an observation. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-heat.h"

#include "insight/pal-observation.h"

struct _PalHeat
{
  guint n_slots;
  PalHeatCell *cells; /* by slot */
};

double
pal_heat_cell_get_burden (const PalHeatCell *cell)
{
  return cell->examined == 0 ? 0 : (double) cell->sum / cell->examined;
}

double
pal_heat_cell_get_mean (const PalHeatCell *cell)
{
  return cell->marked == 0 ? 0 : (double) cell->sum / cell->marked;
}

static gboolean
is_baseline (GArray *rows, const PalRegion *region, PalSide side)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalRegionRow *row = &g_array_index (rows, PalRegionRow, i);
      if (row->region == region && row->side == side && row->kind == NULL)
        return row->baseline == PAL_BASELINE_SUGGESTED || row->baseline == PAL_BASELINE_CONFIRMED;
    }
  return FALSE;
}

static void
measure_cell (const PalMatrix *matrix,
              const PalHeatQuery *query,
              const PalRegion *region,
              PalSide side,
              PalHeatCell *cell)
{
  const PalSlot slot = PAL_SLOT (region->index, side);
  const guint8 *known = pal_observation_get_cells (matrix, PAL_SOURCE_THERAPIST, slot);

  for (guint visit = query->first; visit <= query->last && visit < matrix->n_visits; visit++)
    {
      if (!(known[visit] & PAL_CELL_KNOWN))
        continue;
      cell->looked_at++;
      const PalVisit *of_day = g_ptr_array_index (matrix->visits, visit);
      if (query->scope == PAL_HEAT_COMPLAINT &&
          !pal_sided_regions_has (of_day->complaint_regions, region->id, side))
        continue;
      guint severity;
      pal_matrix_get_kind (matrix, visit, region, side, query->kind, &severity);
      cell->examined++;
      cell->marked += severity > 0;
      cell->sum += severity;
    }
}

PalHeat *
pal_heat_measure (const PalMatrix *matrix, const PalHeatQuery *query, GArray *rows)
{
  g_return_val_if_fail (matrix != NULL && query != NULL, NULL);

  PalHeat *self = g_new0 (PalHeat, 1);
  self->n_slots = matrix->n_slots;
  self->cells = g_new0 (PalHeatCell, matrix->n_slots);
  for (guint i = 0; i < pal_atlas_get_n_regions (matrix->atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (matrix->atlas, i);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          if (region->paired != (side != PAL_SIDE_MIDLINE))
            continue;
          PalHeatCell *cell = &self->cells[PAL_SLOT (i, side)];
          measure_cell (matrix, query, region, side, cell);
          if ((query->group != NULL && query->group->index != region->group) ||
              (query->scope == PAL_HEAT_BASELINE && !is_baseline (rows, region, side)))
            *cell = (PalHeatCell){ .looked_at = cell->looked_at };
        }
    }
  return self;
}

void
pal_heat_free (PalHeat *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self);
}

const PalHeatCell *
pal_heat_get (const PalHeat *self, const PalRegion *region, PalSide side)
{
  static const PalHeatCell nothing = { 0 };
  const PalSlot slot = PAL_SLOT (region->index, side);

  g_return_val_if_fail (slot < self->n_slots, &nothing);
  return &self->cells[slot];
}

gboolean
pal_heat_find_span (const PalMatrix *matrix, PalDate from, PalDate to, guint *first, guint *last)
{
  gboolean any = FALSE;

  for (guint i = 0; i < matrix->n_visits; i++)
    {
      const PalDate day = pal_time_get_date (matrix->at[i]);
      if ((from != PAL_NO_DATE && day < from) || (to != PAL_NO_DATE && day > to))
        continue;
      if (!any)
        *first = i;
      *last = i;
      any = TRUE;
    }
  return any;
}
