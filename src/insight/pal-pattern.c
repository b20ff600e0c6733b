/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chains laid over the last visits. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-pattern-private.h"

#include <string.h>

#define MIN_LINKS 3
#define MIN_LINKS_TOGETHER 3
#define MIN_VISITS 2

/* Whether a region is looked at when the chain of @side is: its own side, or either. */
static gboolean
takes_side (const PalChainLink *link, PalSide side, PalSide region_side)
{
  return region_side == PAL_SIDE_MIDLINE || region_side == side || !link->same_side;
}

/* What was found of a link's regions at the @n visits from @first on, joined: which of them does
 * not matter. A severity of two of them joined is no severity any more, but marked all the same. */
static void
join_link (const PalObservation *observation,
           const PalChainLink *link,
           PalSide side,
           guint first,
           guint n,
           guint8 *joined)
{
  memset (joined, 0, n);
  for (guint i = 0; i < link->n_regions; i++)
    for (PalSide region_side = 0; region_side < PAL_SIDE_N; region_side++)
      {
        if (!takes_side (link, side, region_side))
          continue;
        const guint8 *cells = pal_observation_get_cells (observation, PAL_SOURCE_THERAPIST,
                                                         PAL_SLOT (link->regions[i], region_side)) +
                              first;
        for (guint visit = 0; visit < n; visit++)
          joined[visit] |= cells[visit];
      }
}

/* How many links were seen and looked at on one day. */
typedef struct
{
  guint seen;
  guint looked_at;
} Together;

static void
follow_link (PalPatternLink *link, const guint8 *joined, guint first, guint n, Together *together)
{
  for (guint visit = 0; visit < n; visit++)
    {
      link->last = joined[visit] & PAL_CELL_SEVERITY ? PAL_LINK_SEEN
                   : joined[visit] & PAL_CELL_KNOWN  ? PAL_LINK_CLEAR
                                                     : PAL_LINK_UNKNOWN;
      if (link->last == PAL_LINK_UNKNOWN)
        continue;
      link->looked_at++;
      together[visit].looked_at++;
      if (link->last == PAL_LINK_CLEAR)
        continue;
      link->visits[link->seen++] = first + visit;
      together[visit].seen++;
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

  const guint n = MIN (observation->n_visits, PAL_WINDOW_VISITS);
  const guint first = observation->n_visits - n;
  Together together[PAL_WINDOW_VISITS] = { 0 };
  for (guint i = 0; i < row.n_links; i++)
    {
      guint8 joined[PAL_WINDOW_VISITS];
      join_link (observation, row.links[i].link, side, first, n, joined);
      follow_link (&row.links[i], joined, first, n, together);
    }

  const guint enough = row.n_links <= MIN_LINKS ? 2 : MIN_LINKS_TOGETHER;
  guint visits_together = 0;
  for (guint visit = 0; visit < n; visit++)
    {
      row.n_visits += together[visit].seen >= 2;
      row.of_visits += together[visit].looked_at >= 2;
      visits_together += together[visit].seen >= enough;
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
