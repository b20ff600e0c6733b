/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small still picture of a body map, for rows and strips. A list builds some two hundred at once,
 * so each paints itself only when it is first in sight, and then keeps a texture. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/pal-body-stage.h"
#include "draw/pal-body-paint.h"

#define MAX_VIEWS 2
#define MIN_HEIGHT 32
#define NATURAL_HEIGHT 56
/* Figure units between two views. */
#define GAP 30.0
/* Pixels that keep the outline from being cut. */
#define EDGE_PX 1

struct _PalBodyThumb
{
  GtkWidget parent_instance;

  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  PalBodyMap *map;
  PalFigure figure;
  PalView views[MAX_VIEWS];
  guint n_views;
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (PalBodyThumb, pal_body_thumb, GTK_TYPE_WIDGET)

static void
drop_texture (PalBodyThumb *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The size of all views side by side, in figure units. */
static void
measure_units (PalBodyThumb *self, double *width, double *height)
{
  *width = GAP * (self->n_views - 1);
  *height = 1;
  for (guint i = 0; i < self->n_views; i++)
    {
      PalRect bounds =
          pal_plate_get_bounds (pal_atlas_get_plate (self->atlas, self->figure, self->views[i]));

      *width += bounds.width;
      *height = MAX (*height, bounds.height);
    }
}

static void
paint_views (PalBodyThumb *self, cairo_t *cr, double width, double height)
{
  double units_x, units_y;

  measure_units (self, &units_x, &units_y);
  const PalTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                              ? pal_theme_get_dark ()
                              : pal_theme_get_light ();
  double scale = MIN ((width - 2 * EDGE_PX) / units_x, (height - 2 * EDGE_PX) / units_y);
  double x = (width / scale - units_x) / 2, y = (height / scale - units_y) / 2;

  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < self->n_views; i++)
    {
      const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->figure, self->views[i]);
      PalRect bounds = pal_plate_get_bounds (plate);

      cairo_save (cr);
      cairo_translate (cr, x - bounds.x, y - bounds.y);
      pal_body_paint (cr, plate, self->map, self->vocabulary, theme, scale, PAL_PAINT_THUMBNAIL);
      cairo_restore (cr);
      x += bounds.width + GAP;
    }
}

static GdkTexture *
build_texture (PalBodyThumb *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  paint_views (self, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GtkSizeRequestMode
pal_body_thumb_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_WIDTH_FOR_HEIGHT;
}

static void
pal_body_thumb_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double width, height;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MIN_HEIGHT;
      *natural = NATURAL_HEIGHT;
      return;
    }
  measure_units (PAL_BODY_THUMB (widget), &width, &height);
  *minimum = (int) ceil (MIN_HEIGHT * width / height);
  *natural = (int) ceil ((for_size > 0 ? for_size : NATURAL_HEIGHT) * width / height);
  *natural = MAX (*natural, *minimum);
}

static void
pal_body_thumb_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalBodyThumb *self = PAL_BODY_THUMB (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->texture != NULL && (gdk_texture_get_width (self->texture) != width * scale ||
                                gdk_texture_get_height (self->texture) != height * scale))
    drop_texture (self);
}

static void
pal_body_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalBodyThumb *self = PAL_BODY_THUMB (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;
  if (self->texture == NULL)
    self->texture = build_texture (self);
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
pal_body_thumb_finalize (GObject *object)
{
  PalBodyThumb *self = PAL_BODY_THUMB (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->map, pal_body_map_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  G_OBJECT_CLASS (pal_body_thumb_parent_class)->finalize (object);
}

static void
pal_body_thumb_class_init (PalBodyThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pal_body_thumb_finalize;
  widget_class->get_request_mode = pal_body_thumb_get_request_mode;
  widget_class->measure = pal_body_thumb_measure;
  widget_class->size_allocate = pal_body_thumb_size_allocate;
  widget_class->snapshot = pal_body_thumb_snapshot;

  gtk_widget_class_set_css_name (widget_class, "body-thumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pal_body_thumb_init (PalBodyThumb *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->views[0] = PAL_VIEW_FRONT;
  self->n_views = 1;
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (drop_texture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_texture), NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pal_body_thumb_new (PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (atlas != NULL, NULL);
  g_return_val_if_fail (vocabulary != NULL, NULL);

  PalBodyThumb *self = g_object_new (PAL_TYPE_BODY_THUMB, NULL);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->map = pal_body_map_new (atlas);
  return GTK_WIDGET (self);
}

void
pal_body_thumb_set_views (PalBodyThumb *self, const PalView *views, guint n_views)
{
  g_return_if_fail (PAL_IS_BODY_THUMB (self));
  g_return_if_fail (n_views >= 1 && n_views <= MAX_VIEWS);

  for (guint i = 0; i < n_views; i++)
    self->views[i] = views[i];
  self->n_views = n_views;
  drop_texture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
pal_body_thumb_set_figure (PalBodyThumb *self, PalFigure figure)
{
  g_return_if_fail (PAL_IS_BODY_THUMB (self));

  if (self->figure == figure)
    return;
  self->figure = figure;
  drop_texture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
pal_body_thumb_set_map (PalBodyThumb *self, PalBodyMap *map)
{
  g_return_if_fail (PAL_IS_BODY_THUMB (self));

  g_clear_pointer (&self->map, pal_body_map_free);
  self->map = map != NULL ? map : pal_body_map_new (self->atlas);
  drop_texture (self);
}

const PalBodyMap *
pal_body_thumb_get_map (PalBodyThumb *self)
{
  g_return_val_if_fail (PAL_IS_BODY_THUMB (self), NULL);
  return self->map;
}
