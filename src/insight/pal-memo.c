/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of pal-memo.h. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-memo.h"

#include <string.h>

#define PLACE_BITS 11
#define N_PLACES (1 << PLACE_BITS)

struct _PalMemo
{
  gboolean is_used[N_PLACES];
  guint8 cells[N_PLACES][PAL_PAIR_CELLS];
  double values[];
};

/* Counts are small numbers in a few of sixteen bytes: two odd multipliers spread them over the
 * upper bits (Knuth, The Art of Computer Programming, volume 3, 6.4). */
static guint
hash_cells (const guint8 *cells)
{
  guint64 halves[2];
  memcpy (halves, cells, sizeof halves);

  guint64 hash = halves[0] * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^
                 halves[1] * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  hash = (hash ^ hash >> 29) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> (64 - PLACE_BITS));
}

gpointer
pal_memo_find (GPrivate *private,
               gsize value_size,
               const guint8 cells[PAL_PAIR_CELLS],
               gboolean *is_known)
{
  G_STATIC_ASSERT (sizeof (guint64[2]) == PAL_PAIR_CELLS);
  PalMemo *self = g_private_get (private);

  if (self == NULL)
    {
      self = g_malloc0 (sizeof *self + N_PLACES * value_size);
      g_private_set (private, self);
    }

  const guint place = hash_cells (cells);
  *is_known = self->is_used[place] && memcmp (self->cells[place], cells, PAL_PAIR_CELLS) == 0;
  self->is_used[place] = TRUE;
  memcpy (self->cells[place], cells, PAL_PAIR_CELLS);
  return (guint8 *) self->values + place * value_size;
}
