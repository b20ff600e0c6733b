/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hatching as pixels. A repeating gradient looks the same, but is worked out in floating point for
 * every pixel and takes three times as long. Where hatching belongs is told in pal-hatch.c. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>

#include "draw/pal-paint-private.h"

/* One period of the hatching, from the middle of a line to the middle of the next. */
#define N_TONES 512

static guint32
pack (const PalColour *colour)
{
  guint a = (guint) lround (colour->a * 255);
  guint r = (guint) lround (colour->r * colour->a * 255);
  guint g = (guint) lround (colour->g * colour->a * 255);
  guint b = (guint) lround (colour->b * colour->a * 255);

  return a << 24 | r << 16 | g << 8 | b;
}

/* @inner and @outer: where a line begins and has ended to fade, as shares of the period. */
static void
fill_tones (
    guint32 *tones, const PalColour *ground, const PalColour *line, double inner, double outer)
{
  for (guint i = 0; i < N_TONES; i++)
    {
      double at = (i + 0.5) / N_TONES;
      double away = MIN (at, 1 - at);
      double share = CLAMP ((outer - away) / MAX (outer - inner, 1e-6), 0, 1);
      PalColour tone;

      /* As gradients do: mixed with their alpha multiplied in. */
      tone.a = ground->a + (line->a - ground->a) * share;
      double a = tone.a > 0 ? tone.a : 1;
      tone.r = (ground->r * ground->a * (1 - share) + line->r * line->a * share) / a;
      tone.g = (ground->g * ground->a * (1 - share) + line->g * line->a * share) / a;
      tone.b = (ground->b * ground->a * (1 - share) + line->b * line->a * share) / a;
      tones[i] = pack (&tone);
    }
}

/* How far one device pixel leads through the periods, and where pixel 0, 0 lies; a period is the
 * whole range of the numbers, so that they wrap by themselves. */
typedef struct
{
  guint32 at_origin, per_x, per_y;
} Phase;

static guint32
to_phase (double periods)
{
  return (guint32) (gint64) llround ((periods - floor (periods)) * 4294967296.0);
}

/* How the device's units lead to the pixels of what is painted on: a group begins where it is
 * needed. */
typedef struct
{
  double scale, offset_x, offset_y;
} Device;

static gboolean
get_device (cairo_surface_t *target, Device *device)
{
  double scale_y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_surface_get_device_scale (target, &device->scale, &scale_y);
  cairo_surface_get_device_offset (target, &device->offset_x, &device->offset_y);
  return device->scale == scale_y;
}

static gboolean
find_phase (const PalHatch *self, cairo_t *cr, const Device *device, Phase *phase)
{
  cairo_matrix_t matrix, pixels;
  double nx = -sin (self->angle_rad) / self->spacing, ny = cos (self->angle_rad) / self->spacing;

  cairo_get_matrix (cr, &matrix);
  if (cairo_matrix_invert (&matrix) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  cairo_matrix_init_translate (&pixels, -device->offset_x, -device->offset_y);
  cairo_matrix_scale (&matrix, 1 / device->scale, 1 / device->scale);
  cairo_matrix_multiply (&matrix, &pixels, &matrix);

  double x = 0.5, y = 0.5, right_x = 1, right_y = 0, down_x = 0, down_y = 1;
  cairo_matrix_transform_point (&matrix, &x, &y);
  cairo_matrix_transform_distance (&matrix, &right_x, &right_y);
  cairo_matrix_transform_distance (&matrix, &down_x, &down_y);
  phase->at_origin = to_phase ((x - self->x) * nx + (y - self->y) * ny);
  phase->per_x = to_phase (right_x * nx + right_y * ny);
  phase->per_y = to_phase (down_x * nx + down_y * ny);
  return TRUE;
}

/* The device pixels that can be painted on within @x1 … @y2, in user units. */
static cairo_rectangle_int_t
find_box (cairo_t *cr, const Device *device, const double *extents)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < 4; i++)
    {
      double x = extents[i % 2 * 2], y = extents[i / 2 * 2 + 1];

      cairo_user_to_device (cr, &x, &y);
      left = MIN (left, x * device->scale + device->offset_x);
      right = MAX (right, x * device->scale + device->offset_x);
      top = MIN (top, y * device->scale + device->offset_y);
      bottom = MAX (bottom, y * device->scale + device->offset_y);
    }
  return (cairo_rectangle_int_t){ (int) floor (left), (int) floor (top),
                                  (int) (ceil (right) - floor (left)),
                                  (int) (ceil (bottom) - floor (top)) };
}

gboolean
pal_hatch_set_pixels (const PalHatch *self,
                      cairo_t *cr,
                      const PalColour *line,
                      double inner,
                      double outer,
                      const double *extents)
{
  cairo_surface_t *target = cairo_get_group_target (cr), *image;
  guint32 tones[N_TONES];
  Device device;
  cairo_matrix_t matrix;
  Phase phase;

  if (!get_device (target, &device) || !find_phase (self, cr, &device, &phase))
    return FALSE;
  cairo_rectangle_int_t box = find_box (cr, &device, extents);
  cairo_rectangle_int_t room = { 0, 0, cairo_image_surface_get_width (target),
                                 cairo_image_surface_get_height (target) };
  int left = MAX (box.x, room.x), top = MAX (box.y, room.y);
  int width = MIN (box.x + box.width, room.width) - left;
  int height = MIN (box.y + box.height, room.height) - top;
  if (width <= 0 || height <= 0)
    return FALSE;

  fill_tones (tones, &self->ground, line, inner, outer);
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (void *) (data + (gsize) y * (gsize) stride);
      guint32 at =
          phase.at_origin + phase.per_y * (guint32) (top + y) + phase.per_x * (guint32) left;

      for (int x = 0; x < width; x++, at += phase.per_x)
        row[x] = tones[at >> 23];
    }
  cairo_surface_mark_dirty (image);
  cairo_surface_set_device_scale (image, device.scale, device.scale);
  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, image, (left - device.offset_x) / device.scale,
                            (top - device.offset_y) / device.scale);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_matrix (cr, &matrix);
  cairo_surface_destroy (image);
  return TRUE;
}
