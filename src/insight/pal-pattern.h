/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Patterns: how much of each chain was seen on each side, and what to look at next (insight,
 * section 5). */

#pragma once

#include "atlas/pal-chains.h"
#include "insight/pal-figures.h"

G_BEGIN_DECLS

/**
 * PalLinkState:
 * @PAL_LINK_UNKNOWN: none of its regions was looked at: worth checking next time
 * @PAL_LINK_CLEAR: looked at and not marked
 * @PAL_LINK_SEEN: marked
 *
 * A link of a chain at one visit.
 */
typedef enum
{
  PAL_LINK_UNKNOWN,
  PAL_LINK_CLEAR,
  PAL_LINK_SEEN
} PalLinkState;

/** pal_link_state_to_id: Returns: "unknown", "clear" or "seen". */
const char *pal_link_state_to_id (PalLinkState state);

/**
 * PalPatternLink:
 * @link: the link; never one of a factor
 * @looked_at: visits at which one of its regions was known
 * @seen: visits at which one of its regions was marked
 * @visits: those, oldest first, as places in #PalInsights.visits; @seen of them
 * @last: the link at the last visit; any but %PAL_LINK_SEEN makes it a missing one
 */
typedef struct
{
  const PalChainLink *link;
  guint looked_at;
  guint seen;
  guint visits[PAL_WINDOW_VISITS];
  PalLinkState last;
} PalPatternLink;

/**
 * PalPatternRow:
 * @chain: the chain, with its evidence and its factor links, which are shown and not counted
 * @side: left or right
 * @present: whether at least max(3, half) of its region links were seen at two visits or more each,
 *   and at two visits or more at least three were seen together; in chains of three region links or
 *   fewer: all links but one, and two together
 * @links: its region links in the order of the chain
 * @n_links: how many: "of b links"
 * @n_seen: links seen at two visits or more: "a of b links"
 * @n_visits: visits with two links seen or more: "at c of d visits"
 * @of_visits: visits with two links looked at or more
 *
 * How much of one chain a client has shown on one side, over the last %PAL_WINDOW_VISITS visits. It
 * tells what was seen together, and neither why nor what comes of it.
 */
typedef struct
{
  const PalChain *chain;
  PalSide side;
  gboolean present;
  PalPatternLink *links;
  guint n_links;
  guint n_seen;
  guint n_visits;
  guint of_visits;
} PalPatternRow;

G_END_DECLS
