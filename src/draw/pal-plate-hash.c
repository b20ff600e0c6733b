/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plates told apart by what is drawn on them, for what is kept of them. Not by address: an address
 * is used again when an atlas is freed. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-paint-private.h"

#define SEED G_GUINT64_CONSTANT (14695981039346656037)
#define FACTOR G_GUINT64_CONSTANT (1099511628211)

/* FNV-1a, by words of eight bytes instead of single ones, with the high bits folded back in. */
guint64
pal_hash_bytes (guint64 hash, const void *data, gsize n)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < n; i += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, bytes + i, MIN (sizeof word, n - i));
      hash = (hash ^ word) * FACTOR;
      hash ^= hash >> 32;
    }
  return hash;
}

static guint64
hash_path (guint64 hash, const PalPath *path)
{
  for (guint i = 0; i < path->n; i++)
    if (path->segments[i].type == PAL_SEGMENT_CURVE)
      hash = pal_hash_bytes (hash, path->segments[i].xy, sizeof path->segments[i].xy);
  return hash;
}

/* A shape whose border moved has another area, to the last digit. */
guint64
pal_plate_hash (const PalPlate *plate)
{
  PalRect bounds = pal_plate_get_bounds (plate);
  guint64 name = (guint64) pal_plate_get_figure (plate) << 32 | pal_plate_get_view (plate);
  guint64 hash = pal_hash_bytes (pal_hash_bytes (SEED, &name, sizeof name), &bounds, sizeof bounds);

  hash = hash_path (hash, pal_plate_get_outline (plate));
  for (guint i = 0; i < pal_plate_get_n_contours (plate); i++)
    hash = hash_path (hash, pal_plate_get_contour (plate, i));
  for (guint i = 0; i < pal_plate_get_n_uncharted (plate); i++)
    hash = hash_path (hash, pal_plate_get_uncharted (plate, i));
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);

      hash = pal_hash_bytes (hash, &shape->bounds, sizeof shape->bounds);
      hash = pal_hash_bytes (hash, &shape->area, sizeof shape->area);
      hash = pal_hash_bytes (hash, &shape->deep, sizeof shape->deep);
    }
  return hash;
}
