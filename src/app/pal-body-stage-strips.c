/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The views of the body stage as pixels: plate, marks and lines laid together once, in strips
 * across each view. Where something changes GTK then copies pixels instead of running through all
 * paths again, and only the strips a mark touches are laid together anew. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

/* GTK's cairo renderer copies what a node shows before it lays it over the rest. A piece this small
 * stays in the cache, and its memory comes from the heap instead of new pages for every frame: a
 * whole stage cost 40 ms in one piece and 3 in strips. */
#define STRIP_BYTES 120000
/* Marks larger than this are painted again when a strip needs them; close up there are few. */
#define FILL_BYTES 400000

int
pal_body_stage_get_strip (PalBodyStage *self, double width)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return MAX (1, (int) (STRIP_BYTES / (4 * width * factor * factor)));
}

cairo_t *
pal_body_stage_begin_image (GskRenderNode *node, cairo_surface_t *image)
{
  static const cairo_user_data_key_t key;
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_surface_set_user_data (cairo_get_target (cr), &key, cairo_surface_reference (image),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  return cr;
}

cairo_surface_t *
pal_body_stage_new_image (PalBodyStage *self, const graphene_rect_t *bounds)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                  (int) lroundf (bounds->size.width * (float) factor),
                                  (int) lroundf (bounds->size.height * (float) factor));

  cairo_surface_set_device_scale (image, factor, factor);
  return image;
}

/* A GdkTexture would be converted as a whole in every frame. */
GskRenderNode *
pal_body_stage_new_image_node (PalBodyStage *self,
                               const graphene_rect_t *bounds,
                               cairo_surface_t *image)
{
  g_autoptr (GPtrArray) strips =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  float step = (float) pal_body_stage_get_strip (self, bounds->size.width);

  for (float y = 0; y < bounds->size.height; y += step)
    {
      GskRenderNode *strip = gsk_cairo_node_new (
          &GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y + y, bounds->size.width,
                               MIN (step, bounds->size.height - y)));
      cairo_t *cr = pal_body_stage_begin_image (strip, image);

      cairo_set_source_surface (cr, image, bounds->origin.x, bounds->origin.y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
      g_ptr_array_add (strips, strip);
    }
  cairo_surface_destroy (image);
  if (strips->len == 1)
    return gsk_render_node_ref (strips->pdata[0]);
  return gsk_container_node_new ((GskRenderNode **) strips->pdata, strips->len);
}

GskRenderNode *
pal_body_stage_new_recorded_node (PalBodyStage *self, cairo_surface_t *recording)
{
  graphene_rect_t stage = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  graphene_rect_t bounds;
  GskRenderNode *node = NULL;
  double x, y, width, height;

  cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
  bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  graphene_rect_round_extents (&bounds, &bounds);
  if (width > 0 && height > 0 && graphene_rect_intersection (&bounds, &stage, &bounds))
    {
      cairo_surface_t *image = pal_body_stage_new_image (self, &bounds);
      cairo_t *cr = cairo_create (image);

      cairo_set_source_surface (cr, recording, -bounds.origin.x, -bounds.origin.y);
      cairo_paint (cr);
      cairo_destroy (cr);
      node = pal_body_stage_new_image_node (self, &bounds, image);
    }
  cairo_surface_destroy (recording);
  return node;
}

void
pal_body_stage_get_ask (PalBodyStage *self, PalView view, PalPlateAsk *ask)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double x, y;

  pal_body_stage_get_origin (self, view, &x, &y);
  cairo_rectangle_int_t within = { (int) -lround (x * factor), (int) -lround (y * factor),
                                   self->width * factor, self->height * factor };
  pal_plate_ask_init (ask, self->views[view].plate, &self->theme, pal_body_stage_get_scale (self),
                      factor, &within);
}

static GskRenderNode *
build_letters (PalBodyStage *self, PalView view)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  pal_body_stage_enter_view (self, cr, view);
  pal_body_paint_letters (cr, self->views[view].plate, &self->theme,
                          pal_body_stage_get_scale (self));
  cairo_destroy (cr);
  return pal_body_stage_new_recorded_node (self, recording);
}

/* What the fill and outline of a shape may touch. */
static gboolean
get_fill_bounds (PalBodyStage *self, PalView view, const PalShape *shape, graphene_rect_t *bounds)
{
  static const PalRegionLook no_glyphs = { 0 };
  PalRect extents = pal_body_paint_get_extents (shape, &no_glyphs, pal_body_stage_get_scale (self));

  return pal_body_stage_get_bounds (self, view, &extents, bounds);
}

static void
paint_fill (PalBodyStage *self, cairo_t *cr, PalView view, const PalShape *shape)
{
  pal_body_stage_enter_view (self, cr, view);
  pal_body_paint_region (cr, shape, pal_body_map_get (self->map, shape->region, shape->side),
                         pal_body_map_get_mode (self->map), self->vocabulary, &self->theme,
                         pal_body_stage_get_scale (self), PAL_PAINT_FILLS_ONLY);
}

cairo_surface_t *
pal_body_stage_paint_fill (PalBodyStage *self, PalView view, const PalShape *shape)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (!get_fill_bounds (self, view, shape, &bounds) ||
      bounds.size.width * bounds.size.height * (float) (4 * factor * factor) > FILL_BYTES)
    return NULL;

  cairo_surface_t *image = pal_body_stage_new_image (self, &bounds);
  cairo_t *cr = cairo_create (image);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  paint_fill (self, cr, view, shape);
  cairo_destroy (cr);
  return image;
}

static graphene_rect_t
get_strip_bounds (const PalStageView *view, guint i)
{
  float y = (float) ((int) i * view->strip_px);

  return GRAPHENE_RECT_INIT (view->place.origin.x, view->place.origin.y + y, view->place.size.width,
                             MIN ((float) view->strip_px, view->place.size.height - y));
}

/* In the pixels of the stage. */
static void
lay_fills (PalBodyStage *self, cairo_t *cr, PalView which, const graphene_rect_t *strip)
{
  PalStageView *view = &self->views[which];

  for (guint i = 0; i < view->n_shapes; i++)
    {
      const PalShape *shape = pal_plate_get_shape (view->plate, i);
      graphene_rect_t bounds;

      if (pal_region_look_is_plain (pal_body_map_get (self->map, shape->region, shape->side)) ||
          !get_fill_bounds (self, which, shape, &bounds) ||
          !graphene_rect_intersection (&bounds, strip, NULL))
        continue;
      cairo_save (cr);
      if (view->fills[i] == NULL)
        paint_fill (self, cr, which, shape);
      else
        {
          cairo_set_source_surface (cr, view->fills[i], bounds.origin.x, bounds.origin.y);
          cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
          cairo_paint (cr);
        }
      cairo_restore (cr);
    }
}

static GskRenderNode *
build_strip (PalBodyStage *self, PalView which, guint i)
{
  PalStageView *view = &self->views[which];
  graphene_rect_t bounds = get_strip_bounds (view, i);
  cairo_surface_t *image = pal_body_stage_new_image (self, &bounds);
  cairo_t *cr = cairo_create (image);

  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  cairo_set_source_surface (cr, view->image->ground, view->place.origin.x, view->place.origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  lay_fills (self, cr, which, &bounds);
  cairo_set_source_surface (cr, view->image->lines, view->place.origin.x, view->place.origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return pal_body_stage_new_image_node (self, &bounds, image);
}

static void
build_plate (PalBodyStage *self, PalView which)
{
  PalStageView *view = &self->views[which];
  PalPlateAsk ask;
  double x, y;

  view->built_plate = TRUE;
  view->letters = build_letters (self, which);
  pal_body_stage_get_ask (self, which, &ask);
  if (ask.width == 0)
    return;
  pal_body_stage_get_origin (self, which, &x, &y);
  view->place = GRAPHENE_RECT_INIT ((float) (x + (double) ask.x / ask.factor),
                                    (float) (y + (double) ask.y / ask.factor),
                                    (float) ask.width / (float) ask.factor,
                                    (float) ask.height / (float) ask.factor);
  view->image = pal_plate_image_get (&ask);
  view->strip_px = pal_body_stage_get_strip (self, view->place.size.width);
  view->n_strips = (guint) ceilf (view->place.size.height / (float) view->strip_px);
  view->strips = g_new0 (GskRenderNode *, view->n_strips);
}

void
pal_body_stage_build_strips (PalBodyStage *self, PalView which)
{
  PalStageView *view = &self->views[which];

  if (!view->built_plate)
    build_plate (self, which);
  for (guint i = 0; i < view->n_strips; i++)
    if (view->strips[i] == NULL)
      view->strips[i] = build_strip (self, which, i);
}

void
pal_body_stage_drop_strips (PalBodyStage *self, PalView which, const PalShape *shape)
{
  PalStageView *view = &self->views[which];
  graphene_rect_t bounds;

  if (view->n_strips == 0 || !get_fill_bounds (self, which, shape, &bounds))
    return;
  for (guint i = 0; i < view->n_strips; i++)
    {
      graphene_rect_t strip = get_strip_bounds (view, i);

      if (graphene_rect_intersection (&strip, &bounds, NULL))
        g_clear_pointer (&view->strips[i], gsk_render_node_unref);
    }
}

void
pal_body_stage_drop_plate (PalStageView *view)
{
  for (guint i = 0; i < view->n_strips; i++)
    g_clear_pointer (&view->strips[i], gsk_render_node_unref);
  g_clear_pointer (&view->strips, g_free);
  view->n_strips = 0;
  g_clear_pointer (&view->letters, gsk_render_node_unref);
  g_clear_pointer (&view->image, pal_plate_image_unref);
  view->built_plate = FALSE;
}
