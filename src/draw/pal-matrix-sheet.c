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

/* What a sheet is made of, while it is made. */
typedef struct
{
  const PalInsights *insights;
  const PalMatrix *matrix;
  PalAtlas *atlas;
  const PalMatrixQuery *query;
  PalHeat *complaint;
} Source;

/* A region, or a structure with its first part; and what orders them and their groups. */
typedef struct
{
  const PalRegion *region;
  const PalStructure *structure;
  double weight;
  double group_weight;
} Place;

static void
free_line (PalMatrixLine *line)
{
  g_free (line->cells);
  g_free (line->parts);
  g_free (line->course);
  g_free (line->words);
  g_free (line->brief);
  g_free (line);
}

static const PalRegionRow *
find_row (const Source *source, const Place *place, PalSide side)
{
  const char *kind = source->query->kind != NULL ? source->query->kind->id : NULL;
  return place->structure != NULL
             ? pal_insights_find_structure (source->insights, place->structure->id, side, kind)
             : pal_insights_find_region (source->insights, place->region->id, side, kind);
}

static double
get_burden (const Source *source, const Place *place, PalSide side)
{
  const PalRegionRow *row = find_row (source, place, side);
  return row != NULL && !isnan (row->burden) ? row->burden : 0;
}

/* Choosing and ordering --------------------------------------------------------------------------
 */

/* Whether a region is in what was asked for; its row over all kinds tells of the baseline. */
static gboolean
is_in_scope (const Source *source, const PalRegion *region, PalSide side)
{
  const PalRegionRow *row = pal_insights_find_region (source->insights, region->id, side, NULL);
  if (row == NULL || (source->query->group != NULL && source->query->group->index != region->group))
    return FALSE;
  switch (source->query->scope)
    {
    case PAL_HEAT_ALL:
      return TRUE;
    case PAL_HEAT_BASELINE:
      return row->baseline == PAL_BASELINE_SUGGESTED || row->baseline == PAL_BASELINE_CONFIRMED;
    case PAL_HEAT_COMPLAINT:
      return pal_heat_get (source->complaint, region, side)->examined > 0;
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

/* Adds a place when either side has a row of the kind asked for. */
static void
add_place (GArray *places, const Source *source, Place place)
{
  gboolean any = FALSE;
  for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
    {
      place.weight = MAX (place.weight, get_burden (source, &place, side));
      any |= find_row (source, &place, side) != NULL;
    }
  if (any)
    g_array_append_val (places, place);
}

static gboolean
is_wanted (const Source *source, const PalRegion *region)
{
  for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
    if (is_in_scope (source, region, side))
      return TRUE;
  return FALSE;
}

static gboolean
has_region (const PalStructure *structure, guint region)
{
  for (guint i = 0; i < structure->n_regions; i++)
    if (structure->regions[i] == region)
      return TRUE;
  return FALSE;
}

static gboolean
belongs_to_any (const Source *source, guint region)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (source->atlas); i++)
    if (has_region (pal_atlas_get_structure (source->atlas, i), region))
      return TRUE;
  return FALSE;
}

/* The two heads of the calf are one structure, the whole calf another: the larger says it all. */
static gboolean
is_within_another (const Source *source, const PalStructure *structure)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (source->atlas); i++)
    {
      const PalStructure *other = pal_atlas_get_structure (source->atlas, i);
      guint n = 0;
      for (guint j = 0; j < structure->n_regions; j++)
        n += has_region (other, structure->regions[j]);
      if (n == structure->n_regions && other->n_regions > n)
        return TRUE;
    }
  return FALSE;
}

static void
add_structures (GArray *places, const Source *source)
{
  for (guint i = 0; i < pal_atlas_get_n_structures (source->atlas); i++)
    {
      const PalStructure *structure = pal_atlas_get_structure (source->atlas, i);
      gboolean wanted = FALSE;
      for (guint j = 0; j < structure->n_regions; j++)
        wanted |= is_wanted (source, pal_atlas_get_region (source->atlas, structure->regions[j]));
      if (wanted && !is_within_another (source, structure))
        add_place (places, source,
                   (Place){ .region = pal_atlas_get_region (source->atlas, structure->regions[0]),
                            .structure = structure });
    }
}

/* Each region once, whichever side is marked. */
static GArray *
list_places (const Source *source)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  if (source->query->by_structure)
    add_structures (places, source);
  for (guint i = 0; i < pal_atlas_get_n_regions (source->atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (source->atlas, i);
      if (is_wanted (source, region) &&
          !(source->query->by_structure && belongs_to_any (source, i)))
        add_place (places, source, (Place){ .region = region });
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

/* Lays a region over the cells of its line: the most severe part stands for a structure, one that
 * is only carried over gives way to what was looked at. */
static void
lay_region (PalMatrixLine *line, const Source *source, const PalRegion *region, guint n_visits)
{
  GPtrArray *visits = pal_matrix_get_visits (source->matrix);
  const PalSide side = region->paired ? line->side : PAL_SIDE_MIDLINE;
  for (guint i = 0; i < n_visits; i++)
    {
      guint severity;
      const gboolean known =
          pal_matrix_get_kind (source->matrix, i, region, side, source->query->kind, &severity) ==
          PAL_REGION_KNOWN;
      PalMatrixCell cell = known ? PAL_MATRIX_CLEAR + severity : PAL_MATRIX_UNKNOWN;
      if (severity == 0 && is_carried (g_ptr_array_index (visits, i), region, side))
        cell = PAL_MATRIX_CARRIED;
      const PalMatrixCell before = line->cells[i];
      if (before == PAL_MATRIX_UNKNOWN || (cell != PAL_MATRIX_CARRIED && cell > before) ||
          (before == PAL_MATRIX_CARRIED && cell != PAL_MATRIX_UNKNOWN))
        {
          line->cells[i] = (guint8) cell;
          if (line->parts != NULL)
            line->parts[i] = region;
        }
    }
}

static void
fill_cells (PalMatrixLine *line, const Source *source, guint n_visits)
{
  line->cells = g_new0 (guint8, n_visits + 1);
  if (line->structure == NULL)
    {
      lay_region (line, source, line->region, n_visits);
      return;
    }
  line->parts = g_new0 (const PalRegion *, n_visits + 1);
  for (guint i = 0; i < line->structure->n_regions; i++)
    lay_region (line, source, pal_atlas_get_region (source->atlas, line->structure->regions[i]),
                n_visits);
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

/* Whether the place has this side: a structure has those of its parts. */
static gboolean
has_side (const Source *source, const Place *place, PalSide side)
{
  gboolean paired = place->region->paired;
  for (guint i = 0; place->structure != NULL && i < place->structure->n_regions; i++)
    paired |= pal_atlas_get_region (source->atlas, place->structure->regions[i])->paired;
  return paired == (side != PAL_SIDE_MIDLINE);
}

static void
add_rows (PalMatrixSheet *self, const Source *source, const Place *place)
{
  for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
    {
      if (!has_side (source, place, side))
        continue;
      PalMatrixLine *line = add_line (self, ROW_HEIGHT);
      line->region = place->region;
      line->structure = place->structure;
      line->side = side;
      line->is_second = side == PAL_SIDE_RIGHT;
      line->row = find_row (source, place, side);
      fill_cells (line, source, self->n_visits);
    }
  self->height += PAIR_GAP;
}

static void
fill_lines (PalMatrixSheet *self, const Source *source)
{
  g_autoptr (GArray) places = list_places (source);
  const PalRegion *last = NULL;
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      if (last == NULL || last->group != place->region->group)
        add_line (self, HEADING_HEIGHT)->group =
            pal_atlas_get_group (source->atlas, place->region->group);
      add_rows (self, source, place);
      last = place->region;
    }
}

PalMatrixSheet *
pal_matrix_sheet_new (const PalInsights *insights,
                      const PalMatrix *matrix,
                      PalAtlas *atlas,
                      const PalMatrixQuery *query)
{
  g_return_val_if_fail (insights != NULL && matrix != NULL && query != NULL, NULL);

  GPtrArray *visits = pal_matrix_get_visits (matrix);
  PalMatrixSheet *self = g_new0 (PalMatrixSheet, 1);
  self->atlas = atlas;
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
  if (visits->len == 0)
    return self;

  const PalHeatQuery named = { .last = visits->len - 1, .scope = PAL_HEAT_COMPLAINT };
  g_autoptr (PalHeat) complaint = pal_heat_measure (matrix, &named, NULL);
  const Source source = { insights, matrix, atlas, query, complaint };
  fill_lines (self, &source);
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

const PalRegion *
pal_matrix_line_get_region (const PalMatrixLine *line, int visit)
{
  return line->parts != NULL && visit >= 0 && line->parts[visit] != NULL ? line->parts[visit]
                                                                         : line->region;
}

static gboolean
is_about (const PalMatrixLine *line, const PalRegion *region)
{
  return line->structure != NULL ? has_region (line->structure, region->index)
                                 : line->region == region;
}

int
pal_matrix_sheet_find (const PalMatrixSheet *self, const char *id, PalSide side)
{
  const PalRegion *region = id != NULL ? pal_atlas_find_region (self->atlas, id) : NULL;
  for (guint i = 0; region != NULL && i < self->lines->len; i++)
    {
      const PalMatrixLine *line = g_ptr_array_index (self->lines, i);
      if (line->region != NULL && line->side == side && is_about (line, region))
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
