/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plates as pixels: painting, keeping and forgetting them. How a plate looks is in
 * pal-body-paint.c. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"
#include "draw/pal-plate-image.h"

/* What lines may paint beyond the box of a plate, in pixels. */
#define EDGE_PX 4.0

typedef struct
{
  PalPlateImage image;
  gatomicrefcount ref_count;
  guint64 key;
} Kept;

/* The images that are kept, the one used last at the end. A few dozen at most. Threads may ask at
 * the same time. */
static GMutex lock;
static GPtrArray *kept;
static gsize kept_bytes;

static guint64
make_key (const PalPlateAsk *ask)
{
  guint64 hash = pal_plate_hash (ask->plate);
  int box[] = { ask->x, ask->y, ask->width, ask->height, ask->factor };

  /* Up to its last member: what fills the structure up is left to chance. */
  hash = pal_hash_bytes (hash, ask->theme,
                         G_STRUCT_OFFSET (PalTheme, high_contrast) + sizeof (gboolean));
  hash = pal_hash_bytes (hash, &ask->scale, sizeof ask->scale);
  return pal_hash_bytes (hash, box, sizeof box);
}

static gsize
get_size (const Kept *self)
{
  return (gsize) self->image.ask.width * (gsize) self->image.ask.height * 4 * 2;
}

/* Takes the image out of what is kept; call with the lock. */
static void
forget (guint i)
{
  Kept *one = kept->pdata[i];

  kept_bytes -= get_size (one);
  g_ptr_array_remove_index (kept, i);
  pal_plate_image_unref (&one->image);
}

/* Returns: (transfer full) (nullable): call with the lock */
static Kept *
look_up (guint64 key)
{
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      Kept *one = kept->pdata[i];

      if (one->key != key)
        continue;
      g_ptr_array_remove_index (kept, i);
      g_ptr_array_add (kept, one);
      pal_plate_image_ref (&one->image);
      return one;
    }
  return NULL;
}

static void
keep (Kept *self)
{
  if (get_size (self) > PAL_PLATE_IMAGE_BYTES)
    return;
  if (kept == NULL)
    kept = g_ptr_array_new ();
  while (kept_bytes + get_size (self) > PAL_PLATE_IMAGE_BYTES)
    forget (0);
  g_ptr_array_add (kept, pal_plate_image_ref (&self->image));
  kept_bytes += get_size (self);
}

typedef void (*PaintLayer) (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags);

static cairo_surface_t *
paint_layer (const PalPlateAsk *ask, PaintLayer paint)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ask->width, ask->height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -ask->x, -ask->y);
  cairo_scale (cr, ask->scale * ask->factor, ask->scale * ask->factor);
  paint (cr, ask->plate, ask->theme, ask->scale, PAL_PAINT_DEFAULT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_set_device_scale (surface, ask->factor, ask->factor);
  return surface;
}

static Kept *
paint (const PalPlateAsk *ask, guint64 key)
{
  Kept *self = g_new0 (Kept, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->key = key;
  self->image.ask = *ask;
  self->image.ask.plate = NULL;
  self->image.ask.theme = NULL;
  self->image.ground = paint_layer (ask, pal_body_paint_still);
  self->image.lines = paint_layer (ask, pal_body_paint_lines);
  return self;
}

void
pal_plate_ask_init (PalPlateAsk *self,
                    const PalPlate *plate,
                    const PalTheme *theme,
                    double scale,
                    int factor,
                    const cairo_rectangle_int_t *within)
{
  g_return_if_fail (self != NULL && plate != NULL && theme != NULL && scale > 0 && factor > 0);

  PalRect bounds = pal_plate_get_bounds (plate);
  double edge = EDGE_PX * pal_paint_get_factor (scale), k = scale * factor;
  int left = (int) floor ((bounds.x * scale - edge) * factor);
  int top = (int) floor ((bounds.y * scale - edge) * factor);
  int right = (int) ceil ((bounds.x + bounds.width) * k + edge * factor);
  int bottom = (int) ceil ((bounds.y + bounds.height) * k + edge * factor);

  if (within != NULL)
    {
      left = MAX (left, within->x);
      top = MAX (top, within->y);
      right = MIN (right, within->x + within->width);
      bottom = MIN (bottom, within->y + within->height);
    }
  *self = (PalPlateAsk){
    plate, theme, scale, factor, left, top, MAX (0, right - left), MAX (0, bottom - top)
  };
  if (self->width == 0 || self->height == 0)
    self->width = self->height = 0;
}

PalPlateImage *
pal_plate_image_get (const PalPlateAsk *ask)
{
  g_return_val_if_fail (ask != NULL && ask->plate != NULL && ask->theme != NULL, NULL);

  guint64 key = make_key (ask);
  Kept *self, *other;

  g_mutex_lock (&lock);
  self = look_up (key);
  g_mutex_unlock (&lock);
  if (self != NULL)
    return &self->image;

  /* Not under the lock: who wants another image need not wait for this one. */
  self = paint (ask, key);
  g_mutex_lock (&lock);
  other = look_up (key);
  if (other == NULL)
    keep (self);
  g_mutex_unlock (&lock);
  if (other == NULL)
    return &self->image;
  pal_plate_image_unref (&self->image);
  return &other->image;
}

gboolean
pal_plate_image_is_ready (const PalPlateAsk *ask)
{
  g_return_val_if_fail (ask != NULL, FALSE);

  guint64 key = make_key (ask);
  Kept *self;

  g_mutex_lock (&lock);
  self = look_up (key);
  g_mutex_unlock (&lock);
  if (self != NULL)
    pal_plate_image_unref (&self->image);
  return self != NULL;
}

PalPlateImage *
pal_plate_image_ref (PalPlateImage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Kept *) self)->ref_count);
  return self;
}

void
pal_plate_image_unref (PalPlateImage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&((Kept *) self)->ref_count))
    return;
  cairo_surface_destroy (self->ground);
  cairo_surface_destroy (self->lines);
  g_free (self);
}

typedef struct
{
  PalAtlas *atlas;
  PalPlateAsk *asks;
  PalTheme *themes; /* one for each */
  guint n_asks;
} Preparation;

static void
preparation_free (Preparation *self)
{
  pal_atlas_unref (self->atlas);
  g_free (self->asks);
  g_free (self->themes);
  g_free (self);
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Preparation *self = data;

  for (guint i = 0; i < self->n_asks && !g_cancellable_is_cancelled (cancellable); i++)
    pal_plate_image_unref (pal_plate_image_get (&self->asks[i]));
  g_task_return_boolean (task, TRUE);
}

void
pal_plate_image_prepare_async (PalAtlas *atlas,
                               const PalPlateAsk *asks,
                               guint n_asks,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (atlas != NULL);

  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Preparation *preparation = g_new0 (Preparation, 1);

  preparation->atlas = pal_atlas_ref (atlas);
  preparation->asks = g_memdup2 (asks, sizeof *asks * n_asks);
  preparation->themes = g_new (PalTheme, n_asks);
  preparation->n_asks = n_asks;
  for (guint i = 0; i < n_asks; i++)
    {
      preparation->themes[i] = *asks[i].theme;
      preparation->asks[i].theme = &preparation->themes[i];
    }
  g_task_set_source_tag (task, pal_plate_image_prepare_async);
  g_task_set_task_data (task, preparation, (GDestroyNotify) preparation_free);
  g_task_run_in_thread (task, prepare_in_thread);
  g_object_unref (task);
}

gboolean
pal_plate_image_prepare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
pal_plate_image_clear (void)
{
  g_mutex_lock (&lock);
  while (kept != NULL && kept->len > 0)
    forget (0);
  g_mutex_unlock (&lock);
}

gsize
pal_plate_image_get_bytes (void)
{
  g_mutex_lock (&lock);
  gsize bytes = kept_bytes;
  g_mutex_unlock (&lock);
  return bytes;
}
