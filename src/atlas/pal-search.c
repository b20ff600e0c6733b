/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding regions by words. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-search.h"

#include "atlas/pal-atlas-private.h"

struct _PalSearchIndex
{
  GArray *keys;
};

PalSearchIndex *
pal_search_index_new (PalAtlas *atlas)
{
  return g_new0 (PalSearchIndex, 1);
}

void
pal_search_index_free (PalSearchIndex *self)
{
  g_free (self);
}
