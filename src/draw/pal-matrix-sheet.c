/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-matrix-sheet.h, their order and their cells. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-matrix-sheet.h"

#include <math.h>

#define ROW_HEIGHT 20
#define HEADING_HEIGHT 30
#define PAIR_GAP 4

/* What orders regions and groups. */
typedef struct
{
  const PalRegion *region;
  double weight;
  double group_weight;
} Place;

static void
free_line (PalMatrixLine *line)
{
  g_free (line->cells);
  g_free (line->course);
  g_free (line->words);
  g_free (line);
}

static const PalRegionRow *
find_row (const PalInsights *insights, const PalRegion *region, PalSide side)
{
  return pal_insights_find_region (insights, region->id, side, NULL);
}

static double
get_burden (const PalInsights *insights, const PalRegion *region, PalSide side)
{
  const PalRegionRow *row = find_row (insights, region, side);
  return row != NULL && !isnan (row->burden) ? row->burden : 0;
}

/* Choosing and ordering --------------------------------------------------------------------------
 */

static gboolean
is_in_scope (const PalHeat *complaint, const PalRegionRow *row, PalHeatScope scope)
{
  switch (scope)
    {
    case PAL_HEAT_ALL:
      return TRUE;
    case PAL_HEAT_BASELINE:
      return row->baseline == PAL_BASELINE_SUGGESTED || row->baseline == PAL_BASELINE_CONFIRMED;
    case PAL_HEAT_COMPLAINT:
      return pal_heat_get (complaint, row->region, row->side)->examined > 0;
    case PAL_HEAT_N_SCOPES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  if (one->region->group != other->region->group)
    {
      if (one->group_weight != other->group_weight)
        return one->group_weight < other->group_weight ? 1 : -1;
      return (int) one->region->group - (int) other->region->group;
    }
  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return (int) one->region->index - (int) other->region->index;
}

static void
weigh_groups (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      for (guint j = 0; j < places->len; j++)
        {
          const Place *other = &g_array_index (places, Place, j);
          if (other->region->group == place->region->group)
            place->group_weight = MAX (place->group_weight, other->weight);
        }
    }
}

/* Each region once, whichever side is marked; rows of insight stand in the catalogue's order. */
static GArray *
list_places (const PalInsights *insights, const PalMatrix *matrix, PalHeatScope scope)
{
  const PalHeatQuery query = { .last = insights->visits->len - 1, .scope = PAL_HEAT_COMPLAINT };
  g_autoptr (PalHeat) complaint = pal_heat_measure (matrix, &query, NULL);
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  for (guint i = 0; i < insights->regions->len; i++)
    {
      const PalRegionRow *row = &g_array_index (insights->regions, PalRegionRow, i);
      const Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;
      if (row->kind != NULL || (last != NULL && last->region == row->region) ||
          !is_in_scope (complaint, row, scope))
        continue;
      Place place = { .region = row->region };
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        place.weight = MAX (place.weight, get_burden (insights, row->region, side));
      g_array_append_val (places, place);
    }
  weigh_groups (places);
  g_array_sort (places, compare_places);
  return places;
}

/* Filling ----------------------------------------------------------------------------------------
 */

static gboolean
is_carried (const PalVisit *visit, const PalRegion *region, PalSide side)
{
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->carried && mark->side == side && g_str_equal (mark->region, region->id))
        return TRUE;
    }
  return FALSE;
}

static guint8 *
make_cells (const PalMatrix *matrix, guint n_visits, const PalRegion *region, PalSide side)
{
  GPtrArray *visits = pal_matrix_get_visits (matrix);
  guint8 *cells = g_new (guint8, n_visits + 1);
  for (guint i = 0; i < n_visits; i++)
    {
      guint severity;
      gboolean known = pal_matrix_get (matrix, i, region, side, &severity) == PAL_REGION_KNOWN;
      cells[i] = (guint8) (severity > 0 ? PAL_MATRIX_CLEAR + severity
                           : known      ? PAL_MATRIX_CLEAR
                                        : PAL_MATRIX_UNKNOWN);
      if (severity == 0 && is_carried (g_ptr_array_index (visits, i), region, side))
        cells[i] = PAL_MATRIX_CARRIED;
    }
  return cells;
}

static PalMatrixLine *
add_line (PalMatrixSheet *self, double height)
{
  PalMatrixLine *line = g_new0 (PalMatrixLine, 1);
  line->y = self->height;
  line->height = height;
  self->height += height;
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
add_region (PalMatrixSheet *self,
            const PalInsights *insights,
            const PalMatrix *matrix,
            const PalRegion *region)
{
  for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
    {
      if (region->paired == (side == PAL_SIDE_MIDLINE))
        continue;
      PalMatrixLine *line = add_line (self, ROW_HEIGHT);
      line->region = region;
      line->side = side;
      line->is_second = side == PAL_SIDE_RIGHT;
      line->row = find_row (insights, region, side);
      line->cells = make_cells (matrix, self->n_visits, region, side);
    }
  self->height += PAIR_GAP;
}

static void
fill_lines (PalMatrixSheet *self,
            const PalInsights *insights,
            const PalMatrix *matrix,
            PalAtlas *atlas,
            PalHeatScope scope)
{
  g_autoptr (GArray) places = list_places (insights, matrix, scope);
  const PalRegion *last = NULL;
  for (guint i = 0; i < places->len; i++)
    {
      const PalRegion *region = g_array_index (places, Place, i).region;
      if (last == NULL || last->group != region->group)
        add_line (self, HEADING_HEIGHT)->group = pal_atlas_get_group (atlas, region->group);
      add_region (self, insights, matrix, region);
      last = region;
    }
}

PalMatrixSheet *
pal_matrix_sheet_new (const PalInsights *insights,
                      const PalMatrix *matrix,
                      PalAtlas *atlas,
                      PalHeatScope scope)
{
  g_return_val_if_fail (insights != NULL && matrix != NULL, NULL);

  GPtrArray *visits = pal_matrix_get_visits (matrix);
  PalMatrixSheet *self = g_new0 (PalMatrixSheet, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  self->n_visits = visits->len;
  self->days = g_new (PalDate, visits->len + 1);
  self->is_signed = g_new (gboolean, visits->len + 1);
  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      self->days[i] = pal_time_get_local_date (visit->at);
      self->is_signed[i] = visit->is_signed;
    }
  if (visits->len > 0)
    fill_lines (self, insights, matrix, atlas, scope);
  return self;
}

void
pal_matrix_sheet_free (PalMatrixSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self->days);
  g_free (self->is_signed);
  g_free (self);
}

int
pal_matrix_sheet_find (const PalMatrixSheet *self, const char *region, PalSide side)
{
  for (guint i = 0; region != NULL && i < self->lines->len; i++)
    {
      const PalMatrixLine *line = g_ptr_array_index (self->lines, i);
      if (line->region != NULL && line->side == side && g_str_equal (line->region->id, region))
        return (int) i;
    }
  return -1;
}

int
pal_matrix_sheet_find_at (const PalMatrixSheet *self, double y)
{
  guint low = 0;
  guint high = self->lines->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const PalMatrixLine *line = g_ptr_array_index (self->lines, middle);
      if (y < line->y)
        high = middle;
      else if (y >= line->y + line->height)
        low = middle + 1;
      else
        return (int) middle;
    }
  return -1;
}

int
pal_matrix_sheet_step (const PalMatrixSheet *self, int line, int step)
{
  for (int i = line + step; i >= 0 && i < (int) self->lines->len; i += step)
    {
      const PalMatrixLine *next = g_ptr_array_index (self->lines, i);
      if (next->region != NULL)
        return i;
    }
  return line;
}
