/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Soft relief. Each figure brings a small picture of how light falls on its own form (atlas); here
 * it is tinted for the theme, once, and stretched softly under the lines. The light comes from
 * above and from nowhere sideways: the client's left and right must look alike until a mark tells
 * them apart. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>
#include <string.h>

#include "draw/pal-paint-private.h"

#define CACHE_SIZE 24

/* The cell that lies flat, and how many steps of grey make a full light. */
#define FLAT 128
#define FULL 100.0

typedef struct
{
  PalFigure figure;
  PalView view;
  gboolean is_dark;
  double strength;
} ShadeKey;

typedef struct
{
  ShadeKey key;
  cairo_surface_t *shade;
} CacheEntry;

/* Pictures of shading already made, oldest replaced first: half a megabyte each, four to a figure
 * and theme. Threads may paint at the same time. */
static GMutex cache_lock;
static CacheEntry cache[CACHE_SIZE];
static guint cache_next;

typedef struct
{
  const guint8 *data;
  gsize left;
} PngReader;

static cairo_status_t
read_png_cb (void *closure, unsigned char *data, unsigned int length)
{
  PngReader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full) (nullable): opaque pixels, red, green and blue alike */
static cairo_surface_t *
load_relief (const PalPlate *plate)
{
  g_autoptr (GBytes) file = pal_plate_dup_relief (plate);
  cairo_surface_t *relief;
  PngReader reader;

  if (file == NULL)
    return NULL;
  reader.data = g_bytes_get_data (file, &reader.left);
  relief = cairo_image_surface_create_from_png_stream (read_png_cb, &reader);
  if (cairo_surface_status (relief) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&relief, cairo_surface_destroy);
  return relief;
}

static guint32
pack_shade (double light, const PalTheme *theme)
{
  /* Highlights and shadows as premultiplied white and warm black. */
  double strength =
      theme->relief * (light > 0 ? (theme->is_dark ? 0.18 : 1.0) : (theme->is_dark ? 0.75 : 0.50));
  double alpha = CLAMP (fabs (light) * strength, 0, 0.6);
  guint a = (guint) lround (alpha * 255);

  if (light > 0)
    return a << 24 | a << 16 | a << 8 | a;
  if (theme->is_dark)
    return a << 24;
  return a << 24 | (a * 84 / 255) << 16 | (a * 58 / 255) << 8 | (a * 34 / 255);
}

/* Returns: (transfer full) (nullable) */
static cairo_surface_t *
create_shade (const PalPlate *plate, const PalTheme *theme)
{
  cairo_surface_t *relief = load_relief (plate);
  cairo_surface_t *shade;
  guint32 tones[256];
  int width, height;

  if (relief == NULL)
    return NULL;
  width = cairo_image_surface_get_width (relief);
  height = cairo_image_surface_get_height (relief);
  shade = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    tones[i] = pack_shade (((int) i - FLAT) / FULL, theme);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = cairo_image_surface_get_data (relief) +
                           (gsize) y * (gsize) cairo_image_surface_get_stride (relief);
      guint8 *to = cairo_image_surface_get_data (shade) +
                   (gsize) y * (gsize) cairo_image_surface_get_stride (shade);
      for (int x = 0; x < width; x++)
        memcpy (to + (gsize) x * 4, &tones[from[x * 4]], sizeof *tones);
    }
  cairo_surface_mark_dirty (shade);
  cairo_surface_destroy (relief);
  return shade;
}

static gboolean
is_same_key (const ShadeKey *a, const ShadeKey *b)
{
  return a->figure == b->figure && a->view == b->view && a->is_dark == b->is_dark &&
         a->strength == b->strength;
}

/* Returns: (transfer full) (nullable) */
static cairo_surface_t *
get_shade (const PalPlate *plate, const PalTheme *theme)
{
  ShadeKey key = { pal_plate_get_figure (plate), pal_plate_get_view (plate), theme->is_dark,
                   theme->relief };
  cairo_surface_t *shade = NULL;

  /* The right view is the left one, mirrored when it is painted. */
  if (key.view == PAL_VIEW_RIGHT)
    key.view = PAL_VIEW_LEFT;
  g_mutex_lock (&cache_lock);
  for (guint i = 0; i < CACHE_SIZE && shade == NULL; i++)
    if (cache[i].shade != NULL && is_same_key (&cache[i].key, &key))
      shade = cairo_surface_reference (cache[i].shade);
  if (shade == NULL)
    shade = create_shade (plate, theme);
  if (shade != NULL && cairo_surface_get_reference_count (shade) == 1)
    {
      CacheEntry *entry = &cache[cache_next++ % CACHE_SIZE];
      g_clear_pointer (&entry->shade, cairo_surface_destroy);
      *entry = (CacheEntry){ key, cairo_surface_reference (shade) };
    }
  g_mutex_unlock (&cache_lock);
  return shade;
}

void
pal_relief_paint (cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale)
{
  cairo_surface_t *shade;
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;
  PalRect cell;

  if (theme->relief <= 0 || pal_paint_is_vector (cr))
    return;
  shade = get_shade (plate, theme);
  if (shade == NULL)
    return;
  pattern = cairo_pattern_create_for_surface (shade);
  pal_plate_map_relief (plate, &cell);
  cairo_matrix_init_scale (&matrix, 1 / cell.width, 1 / cell.height);
  cairo_matrix_translate (&matrix, -cell.x, -cell.y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  /* Fingertips reach the last cells: beyond them the light goes on as it was. */
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_set_source (cr, pattern);
  pal_path_to_cairo (pal_plate_get_outline (plate), cr);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (shade);
}
