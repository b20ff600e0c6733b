/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Soft relief. The drawing has no depth, but its own lines tell most of it: limbs are round, so the
 * blurred silhouette rises towards their middle; muscles bulge between their borders; creases run
 * along the contours. These three make a height field, lit from above left. It is computed small
 * and once for each plate and theme, and stretched softly under the lines. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

#define UNITS_PER_CELL 3.0
#define MARGIN_CELLS 4
#define CACHE_SIZE 32

/* A height field or one part of it: cells row by row. About 20,000 a plate. */
typedef struct
{
  int width, height;
  float *cells;
} Field;

typedef struct
{
  guint64 key;
  cairo_surface_t *shade;
} CacheEntry;

/* Pictures of shading already made, oldest replaced first. Threads may paint at the same time. */
static GMutex cache_lock;
static CacheEntry cache[CACHE_SIZE];
static guint cache_next;

static guint64
hash_bytes (guint64 hash, const void *data, gsize n)
{
  const guint8 *bytes = data;
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* By content and not by address: an address is reused when an atlas is freed. */
static guint64
make_key (const PalPlate *plate, const PalTheme *theme)
{
  const PalPath *outline = pal_plate_get_outline (plate);
  PalRect bounds = pal_plate_get_bounds (plate);
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < outline->n; i++)
    if (outline->segments[i].type == PAL_SEGMENT_CURVE)
      hash = hash_bytes (hash, outline->segments[i].xy, sizeof outline->segments[i].xy);
  hash = hash_bytes (hash, &bounds, sizeof bounds);
  hash = hash_bytes (hash, &theme->relief, sizeof theme->relief);
  return hash_bytes (hash, &theme->is_dark, sizeof theme->is_dark);
}

static Field
field_new (int width, int height)
{
  return (Field){ width, height, g_new0 (float, (gsize) width *height) };
}

/* One pass of a running mean along a line of @n cells that lie @step apart. */
static void
blur_line (float *cells, int n, int step, int radius, float *scratch)
{
  float sum = 0;
  int span = 2 * radius + 1;

  for (int i = 0; i < n; i++)
    scratch[i] = cells[i * step];
  for (int i = 0; i < MIN (radius, n); i++)
    sum += scratch[i];
  for (int i = 0; i < n; i++)
    {
      if (i + radius < n)
        sum += scratch[i + radius];
      if (i - radius - 1 >= 0)
        sum -= scratch[i - radius - 1];
      cells[i * step] = sum / span;
    }
}

/* Two means in each direction: near enough to a Gaussian for shading. */
static void
blur (Field *field, int radius)
{
  g_autofree float *scratch = g_new (float, MAX (field->width, field->height));

  for (int pass = 0; pass < 2; pass++)
    {
      for (int y = 0; y < field->height; y++)
        blur_line (field->cells + (gsize) y * field->width, field->width, 1, radius, scratch);
      for (int x = 0; x < field->width; x++)
        blur_line (field->cells + x, field->height, field->width, radius, scratch);
    }
}

static cairo_t *
begin_mask (const PalPlate *plate, cairo_surface_t **surface)
{
  PalRect bounds = pal_plate_get_bounds (plate);
  int width = (int) ceil (bounds.width / UNITS_PER_CELL) + 2 * MARGIN_CELLS;
  int height = (int) ceil (bounds.height / UNITS_PER_CELL) + 2 * MARGIN_CELLS;
  cairo_t *cr;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cr = cairo_create (*surface);
  cairo_translate (cr, MARGIN_CELLS, MARGIN_CELLS);
  cairo_scale (cr, 1 / UNITS_PER_CELL, 1 / UNITS_PER_CELL);
  cairo_translate (cr, -bounds.x, -bounds.y);
  return cr;
}

/* Adds the mask, blurred and weighted, to the heights. */
static void
add_mask (Field *heights, cairo_surface_t *mask, int radius, double weight)
{
  Field layer = field_new (heights->width, heights->height);
  int stride = cairo_image_surface_get_stride (mask);
  const guint8 *data;

  cairo_surface_flush (mask);
  data = cairo_image_surface_get_data (mask);
  for (int y = 0; y < layer.height; y++)
    for (int x = 0; x < layer.width; x++)
      layer.cells[y * layer.width + x] = data[y * stride + x] / 255.0f;
  blur (&layer, radius);
  for (int i = 0; i < layer.width * layer.height; i++)
    heights->cells[i] += (float) weight * layer.cells[i];
  g_free (layer.cells);
}

static void
add_body (Field *heights, const PalPlate *plate)
{
  cairo_surface_t *mask;
  cairo_t *cr = begin_mask (plate, &mask);

  pal_path_to_cairo (pal_plate_get_outline (plate), cr);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  for (guint i = 0; i < pal_plate_get_n_contours (plate); i++)
    pal_path_to_cairo (pal_plate_get_contour (plate, i), cr);
  cairo_set_line_width (cr, UNITS_PER_CELL);
  cairo_stroke (cr);
  cairo_destroy (cr);
  add_mask (heights, mask, 2, 3.0);
  add_mask (heights, mask, 5, 6.0);
  cairo_surface_destroy (mask);
}

static void
add_muscles (Field *heights, const PalPlate *plate)
{
  cairo_surface_t *mask;
  cairo_t *cr = begin_mask (plate, &mask);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    if (!pal_plate_get_shape (plate, i)->deep)
      pal_path_to_cairo (&pal_plate_get_shape (plate, i)->path, cr);
  cairo_fill_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_line_width (cr, UNITS_PER_CELL);
  cairo_stroke (cr);
  cairo_destroy (cr);
  add_mask (heights, mask, 2, 2.2);
  cairo_surface_destroy (mask);
}

static guint32
pack_shade (double light, const PalTheme *theme)
{
  /* Highlights and shadows as premultiplied white and warm black. */
  double strength =
      theme->relief * (light > 0 ? (theme->is_dark ? 0.55 : 0.75) : (theme->is_dark ? 0.75 : 0.42));
  double alpha = CLAMP (fabs (light) * strength, 0, 0.6);
  guint a = (guint) lround (alpha * 255);

  if (light > 0)
    return a << 24 | a << 16 | a << 8 | a;
  if (theme->is_dark)
    return a << 24;
  return a << 24 | (a * 84 / 255) << 16 | (a * 58 / 255) << 8 | (a * 34 / 255);
}

static cairo_surface_t *
light_heights (const Field *heights, const PalTheme *theme)
{
  static const double lx = -0.42, ly = -0.58, lz = 0.70;
  cairo_surface_t *shade =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, heights->width, heights->height);
  guint8 *data = cairo_image_surface_get_data (shade);
  int stride = cairo_image_surface_get_stride (shade);

  for (int y = 1; y < heights->height - 1; y++)
    for (int x = 1; x < heights->width - 1; x++)
      {
        const float *cell = heights->cells + (gsize) y * heights->width + x;
        double dx = (cell[1] - cell[-1]) / 2,
               dy = (cell[heights->width] - cell[-heights->width]) / 2;
        double dot = (-dx * lx - dy * ly + lz) / sqrt (dx * dx + dy * dy + 1);
        guint32 pixel = pack_shade (dot - lz, theme);
        memcpy (data + (gsize) y * stride + x * 4, &pixel, 4);
      }
  cairo_surface_mark_dirty (shade);
  return shade;
}

static cairo_surface_t *
create_shade (const PalPlate *plate, const PalTheme *theme)
{
  cairo_surface_t *measure, *shade;
  Field heights;

  cairo_destroy (begin_mask (plate, &measure));
  heights =
      field_new (cairo_image_surface_get_width (measure), cairo_image_surface_get_height (measure));
  cairo_surface_destroy (measure);
  add_body (&heights, plate);
  add_muscles (&heights, plate);
  shade = light_heights (&heights, theme);
  g_free (heights.cells);
  return shade;
}

/* Returns: (transfer full) */
static cairo_surface_t *
get_shade (const PalPlate *plate, const PalTheme *theme)
{
  guint64 key = make_key (plate, theme);
  cairo_surface_t *shade = NULL;

  g_mutex_lock (&cache_lock);
  for (guint i = 0; i < CACHE_SIZE && shade == NULL; i++)
    if (cache[i].shade != NULL && cache[i].key == key)
      shade = cairo_surface_reference (cache[i].shade);
  if (shade == NULL)
    {
      CacheEntry *entry = &cache[cache_next++ % CACHE_SIZE];
      shade = create_shade (plate, theme);
      g_clear_pointer (&entry->shade, cairo_surface_destroy);
      *entry = (CacheEntry){ key, cairo_surface_reference (shade) };
    }
  g_mutex_unlock (&cache_lock);
  return shade;
}

void
pal_relief_paint (cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale)
{
  PalRect bounds = pal_plate_get_bounds (plate);
  cairo_surface_t *shade;
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  if (theme->relief <= 0 || pal_paint_is_vector (cr))
    return;
  shade = get_shade (plate, theme);
  pattern = cairo_pattern_create_for_surface (shade);
  cairo_matrix_init_translate (&matrix, MARGIN_CELLS, MARGIN_CELLS);
  cairo_matrix_scale (&matrix, 1 / UNITS_PER_CELL, 1 / UNITS_PER_CELL);
  cairo_matrix_translate (&matrix, -bounds.x, -bounds.y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  pal_path_to_cairo (pal_plate_get_outline (plate), cr);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (shade);
}
