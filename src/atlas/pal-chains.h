/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chains: regions that therapists see tighten together, with the strength of the evidence
 * (`chains.json`). Whether a client shows one is told by insight, not here. */

#pragma once

#include "atlas/pal-atlas.h"

G_BEGIN_DECLS

/**
 * PalChainLink:
 * @plain: (nullable): what about the factor; links of regions have none
 * @factor: (nullable): "shoes", "terrain", "stress", "sleep", "load"; such links have no regions
 * @regions: indexes, @n_regions of them; any one of them marked means the link is marked
 * @same_side: the finding is expected on the side looked at; otherwise either side counts
 */
typedef struct
{
  char *id;
  char *name;
  char *plain;
  char *factor;
  guint *regions;
  guint n_regions;
  gboolean same_side;
} PalChainLink;

/**
 * PalChain:
 * @links: (element-type PalChainLink): in the order of the chain
 * @evidence_level: "weak", "moderate" … concerning the whole pattern
 * @evidence_note: one untranslated sentence on how far the evidence goes
 * @sources: (element-type utf8): references, ready to print
 */
typedef struct
{
  char *id;
  char *name;
  char *plain;
  GPtrArray *links;
  char *evidence_level;
  char *evidence_note;
  GPtrArray *sources;
} PalChain;

/**
 * pal_chains_load:
 *
 * Returns: (transfer full) (element-type PalChain): in catalogue order, or %NULL with an error
 */
GPtrArray *pal_chains_load (PalAtlas *atlas, GError **error);

const char *pal_chain_get_name (const PalChain *chain);
const char *pal_chain_get_plain (const PalChain *chain);
const char *pal_chain_get_evidence_note (const PalChain *chain);
/** pal_chain_get_evidence_level: Returns: (transfer none): translated, "weak" … */
const char *pal_chain_get_evidence_level (const PalChain *chain);
const char *pal_chain_link_get_name (const PalChainLink *link);
/** pal_chain_link_get_plain: Returns: (nullable) (transfer none): translated; factors have one. */
const char *pal_chain_link_get_plain (const PalChainLink *link);

G_END_DECLS
