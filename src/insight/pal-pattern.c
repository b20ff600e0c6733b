/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chains laid over the last visits. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-pattern-private.h"

#define MIN_LINKS 3
#define MIN_LINKS_TOGETHER 3
#define MIN_VISITS 2

/* Whether a region is looked at when the chain of @side is: its own side, or either. */
static gboolean
takes_side (const PalChainLink *link, PalSide side, PalSide region_side)
{
  return region_side == PAL_SIDE_MIDLINE || region_side == side || !link->same_side;
}

static PalLinkState
look_at_link (const PalObservation *observation,
              const PalChainLink *link,
              PalSide side,
              guint visit)
{
  PalLinkState state = PAL_LINK_UNKNOWN;
  for (guint i = 0; i < link->n_regions; i++)
    for (PalSide region_side = 0; region_side < PAL_SIDE_N; region_side++)
      {
        if (!takes_side (link, side, region_side))
          continue;
        const guint8 cell =
            pal_observation_get_cells (observation, PAL_SOURCE_THERAPIST,
                                       PAL_SLOT (link->regions[i], region_side))[visit];
        if (cell & PAL_CELL_SEVERITY)
          return PAL_LINK_SEEN;
        if (cell & PAL_CELL_KNOWN)
          state = PAL_LINK_CLEAR;
      }
  return state;
}

/* Adds one visit to the links; tells how many were seen and looked at on that day. */
static void
add_visit (PalPatternRow *row,
           const PalObservation *observation,
           guint visit,
           guint *seen,
           guint *looked_at)
{
  *seen = *looked_at = 0;
  for (guint i = 0; i < row->n_links; i++)
    {
      PalPatternLink *link = &row->links[i];
      link->last = look_at_link (observation, link->link, row->side, visit);
      if (link->last == PAL_LINK_UNKNOWN)
        continue;
      link->looked_at++;
      (*looked_at)++;
      if (link->last == PAL_LINK_CLEAR)
        continue;
      link->visits[link->seen++] = visit;
      (*seen)++;
    }
}

static void
create_links (PalPatternRow *row)
{
  row->links = g_new0 (PalPatternLink, row->chain->links->len + 1);
  for (guint i = 0; i < row->chain->links->len; i++)
    {
      const PalChainLink *link = g_ptr_array_index (row->chain->links, i);
      if (link->n_regions > 0)
        row->links[row->n_links++].link = link;
    }
}

static gboolean
is_present (const PalPatternRow *row, guint visits_together)
{
  const gboolean is_short = row->n_links <= MIN_LINKS;
  const guint needed =
      is_short ? MAX (row->n_links, 2) - 1 : MAX (MIN_LINKS, (row->n_links + 1) / 2);
  return row->n_seen >= needed && visits_together >= MIN_VISITS;
}

static PalPatternRow
find_pattern (const PalObservation *observation, const PalChain *chain, PalSide side)
{
  PalPatternRow row = { .chain = chain, .side = side };
  create_links (&row);

  const guint together = row.n_links <= MIN_LINKS ? 2 : MIN_LINKS_TOGETHER;
  guint visits_together = 0;
  const guint n = observation->n_visits;
  for (guint visit = n > PAL_WINDOW_VISITS ? n - PAL_WINDOW_VISITS : 0; visit < n; visit++)
    {
      guint seen, looked_at;
      add_visit (&row, observation, visit, &seen, &looked_at);
      row.n_visits += seen >= 2;
      row.of_visits += looked_at >= 2;
      visits_together += seen >= together;
    }
  for (guint i = 0; i < row.n_links; i++)
    row.n_seen += row.links[i].seen >= MIN_VISITS;
  row.present = is_present (&row, visits_together);
  return row;
}

static void
clear_pattern (gpointer data)
{
  PalPatternRow *row = data;
  g_free (row->links);
}

GArray *
pal_patterns_find (const PalObservation *observation, GPtrArray *chains)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PalPatternRow));
  g_array_set_clear_func (rows, clear_pattern);

  for (guint i = 0; chains != NULL && i < chains->len; i++)
    for (PalSide side = PAL_SIDE_LEFT; side <= PAL_SIDE_RIGHT; side++)
      {
        const PalPatternRow row = find_pattern (observation, g_ptr_array_index (chains, i), side);
        g_array_append_val (rows, row);
      }
  return rows;
}

const char *
pal_link_state_to_id (PalLinkState state)
{
  switch (state)
    {
    case PAL_LINK_UNKNOWN:
      return "unknown";
    case PAL_LINK_CLEAR:
      return "clear";
    case PAL_LINK_SEEN:
      return "seen";
    }
  g_return_val_if_reached (NULL);
}
