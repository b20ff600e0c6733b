/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the body stage shows at rest: the plates with their marks in strips, glyphs, points and ink,
 * and what is pointed at. All nodes lie in widget pixels and are kept until what they show changes,
 * so that GTK redraws only that. The strips are in pal-body-stage-strips.c, what is shown while all
 * moves in pal-body-stage-motion.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

#include "app/pal-region-widget.h"

/* What a ring may paint beyond its shape. */
#define RING_MARGIN_PX 12.0
/* Takes a finished drawing context of a node to the place of a view. */
void
pal_body_stage_enter_view (PalBodyStage *self, cairo_t *cr, PalView view)
{
  double x, y, scale = pal_body_stage_get_scale (self);

  pal_body_stage_get_origin (self, view, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
}

static gboolean
has_extras (const PalBodyMap *map)
{
  if (pal_body_map_get_ink (map)->len > 0)
    return TRUE;
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (pal_body_map_get_points (map, i)->len > 0)
      return TRUE;
  return FALSE;
}

static GskRenderNode *
build_extras (PalBodyStage *self)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        cairo_save (cr);
        pal_body_stage_enter_view (self, cr, i);
        pal_body_paint_extras (cr, self->views[i].plate, self->map, &self->theme,
                               pal_body_stage_get_scale (self));
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  return pal_body_stage_new_recorded_node (self, recording);
}

gboolean
pal_body_stage_get_bounds (PalBodyStage *self,
                           PalView view,
                           const PalRect *box,
                           graphene_rect_t *bounds)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t pixels = pal_body_stage_get_pixels (self, view, box);
  float left = floorf (pixels.origin.x * (float) factor);
  float top = floorf (pixels.origin.y * (float) factor);
  float right = ceilf ((pixels.origin.x + pixels.size.width) * (float) factor);
  float bottom = ceilf ((pixels.origin.y + pixels.size.height) * (float) factor);

  left = MAX (left, 0);
  top = MAX (top, 0);
  right = MIN (right, (float) (self->width * factor));
  bottom = MIN (bottom, (float) (self->height * factor));
  if (right <= left || bottom <= top)
    return FALSE;
  *bounds = GRAPHENE_RECT_INIT (left / (float) factor, top / (float) factor,
                                (right - left) / (float) factor, (bottom - top) / (float) factor);
  return TRUE;
}

static GskRenderNode *
build_glyphs (PalBodyStage *self, PalView view, const PalShape *shape)
{
  const PalRegionLook *look = pal_body_map_get (self->map, shape->region, shape->side);
  double scale = pal_body_stage_get_scale (self);
  PalRect extents = pal_body_paint_get_extents (shape, look, scale);
  graphene_rect_t bounds;

  if (!pal_body_stage_get_bounds (self, view, &extents, &bounds))
    return NULL;

  cairo_surface_t *image = pal_body_stage_new_image (self, &bounds);
  cairo_t *cr = cairo_create (image);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  pal_body_stage_enter_view (self, cr, view);
  pal_body_paint_region (cr, shape, look, pal_body_map_get_mode (self->map), self->vocabulary,
                         &self->theme, scale, PAL_PAINT_GLYPHS_ONLY);
  cairo_destroy (cr);
  return pal_body_stage_new_image_node (self, &bounds, image);
}

static void
build_marks (PalBodyStage *self, PalView which)
{
  PalStageView *view = &self->views[which];
  gboolean has_signs = pal_body_map_get_mode (self->map) == PAL_MAP_CHANGE;

  for (guint i = 0; i < view->n_shapes; i++)
    if (!view->built[i])
      {
        const PalShape *shape = pal_plate_get_shape (view->plate, i);
        const PalRegionLook *look = pal_body_map_get (self->map, shape->region, shape->side);

        view->built[i] = TRUE;
        if (pal_region_look_is_plain (look))
          continue;
        view->fills[i] = pal_body_stage_paint_fill (self, which, shape);
        if (has_signs || look->kinds != 0 || look->client_says)
          view->glyphs[i] = build_glyphs (self, which, shape);
      }
}

static void
add_highlight (PalBodyStage *self, PalView view, const PalShape *shape, gboolean focus)
{
  double margin = RING_MARGIN_PX / pal_body_stage_get_scale (self);
  graphene_rect_t bounds;

  if (shape == NULL)
    return;
  PalRect box = { shape->bounds.x - margin, shape->bounds.y - margin,
                  shape->bounds.width + 2 * margin, shape->bounds.height + 2 * margin };
  if (!pal_body_stage_get_bounds (self, view, &box, &bounds))
    return;

  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  pal_body_stage_enter_view (self, cr, view);
  pal_body_paint_highlight (cr, shape, focus, &self->theme, pal_body_stage_get_scale (self));
  cairo_destroy (cr);
  g_ptr_array_add (self->highlights, node);
}

static void
add_spot (PalBodyStage *self, const PalStageSpot *spot)
{
  for (guint i = 0; spot->region != NULL && i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      add_highlight (self, i, pal_plate_find_shape (self->views[i].plate, spot->region, spot->side),
                     FALSE);
}

static gboolean
shows_focus_ring (PalBodyStage *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
}

static void
build_highlights (PalBodyStage *self)
{
  PalView view;
  const PalShape *focused = pal_body_stage_get_focus (self, &view);

  self->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  add_spot (self, &self->lit);
  if (self->hover.region != self->lit.region || self->hover.side != self->lit.side)
    add_spot (self, &self->hover);
  if (focused != NULL && shows_focus_ring (self))
    add_highlight (self, view, focused, TRUE);
}

static gboolean
point_equal (const PalMarkPoint *a, const PalMarkPoint *b)
{
  return a->view == b->view && a->x == b->x && a->y == b->y && a->refers == b->refers &&
         (!a->refers || (a->to_x == b->to_x && a->to_y == b->to_y));
}

static gboolean
points_equal (const PalBodyMap *a, const PalBodyMap *b)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      GArray *p = pal_body_map_get_points (a, i), *q = pal_body_map_get_points (b, i);

      if (p->len != q->len)
        return FALSE;
      for (guint j = 0; j < p->len; j++)
        if (!point_equal (&g_array_index (p, PalMarkPoint, j), &g_array_index (q, PalMarkPoint, j)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
ink_equal (const PalBodyMap *a, const PalBodyMap *b)
{
  GPtrArray *p = pal_body_map_get_ink (a), *q = pal_body_map_get_ink (b);

  if (p->len != q->len)
    return FALSE;
  for (guint i = 0; i < p->len; i++)
    {
      const PalStroke *s = p->pdata[i], *t = q->pdata[i];

      if (s->view != t->view || s->points->len != t->points->len ||
          memcmp (s->points->data, t->points->data, s->points->len * sizeof (double)) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
pal_region_look_equal (const PalRegionLook *a, const PalRegionLook *b)
{
  return a->severity == b->severity && a->after == b->after && a->ghost == b->ghost &&
         a->change == b->change && a->frequency == b->frequency && a->n_examined == b->n_examined &&
         a->kinds == b->kinds && a->carried == b->carried && a->typed == b->typed &&
         a->client_says == b->client_says && a->unknown == b->unknown;
}

static void
drop_mark (PalStageView *view, guint i)
{
  g_clear_pointer (&view->fills[i], cairo_surface_destroy);
  g_clear_pointer (&view->glyphs[i], gsk_render_node_unref);
  view->built[i] = FALSE;
}

void
pal_body_stage_drop_view (PalStageView *view)
{
  pal_body_stage_drop_plate (view);
  for (guint i = 0; view->built != NULL && i < view->n_shapes; i++)
    drop_mark (view, i);
}

void
pal_body_stage_drop_highlights (PalBodyStage *self)
{
  g_clear_pointer (&self->highlights, g_ptr_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_body_stage_drop_places (PalBodyStage *self)
{
  g_clear_pointer (&self->extras, gsk_render_node_unref);
  g_clear_pointer (&self->names_node, gsk_render_node_unref);
  g_clear_pointer (&self->highlights, g_ptr_array_unref);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    pal_body_stage_drop_view (&self->views[i]);
}

void
pal_body_stage_drop_nodes (PalBodyStage *self)
{
  pal_body_stage_drop_places (self);
  pal_body_stage_drop_pictures (self);
}

void
pal_body_stage_drop_changed (PalBodyStage *self, const PalBodyMap *map)
{
  gboolean all = pal_body_map_get_mode (self->map) != pal_body_map_get_mode (map);
  gboolean any = FALSE;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      PalStageView *view = &self->views[i];

      for (guint j = 0; j < view->n_shapes; j++)
        {
          const PalShape *shape = pal_plate_get_shape (view->plate, j);

          if (all ||
              !pal_region_look_equal (pal_body_map_get (self->map, shape->region, shape->side),
                                      pal_body_map_get (map, shape->region, shape->side)))
            {
              drop_mark (view, j);
              pal_body_stage_drop_strips (self, i, shape);
              g_clear_pointer (&self->names_node, gsk_render_node_unref);
              any = TRUE;
            }
        }
    }
  if (!points_equal (self->map, map) || !ink_equal (self->map, map))
    {
      g_clear_pointer (&self->extras, gsk_render_node_unref);
      any = TRUE;
    }
  if (any)
    pal_body_stage_drop_pictures (self);
}

void
pal_body_stage_update_theme (PalBodyStage *self)
{
  self->theme =
      adw_style_manager_get_dark (self->style) ? *pal_theme_get_dark () : *pal_theme_get_light ();
  if (adw_style_manager_get_high_contrast (self->style))
    {
      self->theme.high_contrast = TRUE;
      self->theme.outline_px *= 1.6;
      self->theme.border_px *= 1.6;
      self->theme.contour_px *= 1.4;
      self->theme.border = self->theme.contour;
      self->theme.letter = self->theme.outline = self->theme.text;
    }
  pal_body_stage_drop_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_nodes (GtkSnapshot *snapshot, GskRenderNode **nodes, guint n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i] != NULL)
      gtk_snapshot_append_node (snapshot, nodes[i]);
}

void
pal_body_stage_build (PalBodyStage *self)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        build_marks (self, i);
        pal_body_stage_build_strips (self, i);
      }
  if (self->extras == NULL && has_extras (self->map))
    self->extras = build_extras (self);
}

void
pal_body_stage_append (PalBodyStage *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        append_nodes (snapshot, self->views[i].strips, self->views[i].n_strips);
        append_nodes (snapshot, &self->views[i].letters, 1);
      }
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      append_nodes (snapshot, self->views[i].glyphs, self->views[i].n_shapes);
  append_nodes (snapshot, &self->extras, 1);
}

void
pal_body_stage_paint (PalBodyStage *self, GtkSnapshot *snapshot)
{
  if (self->width <= 0 || self->height <= 0)
    return;
  if (self->moving)
    pal_body_stage_append_picture (self, snapshot);
  else
    {
      pal_body_stage_build (self);
      pal_body_stage_append (self, snapshot);
      if (self->names && self->names_node == NULL)
        self->names_node = pal_body_stage_build_names (self);
      /* While all moves, names would only flicker. */
      append_nodes (snapshot, &self->names_node, 1);
    }
  /* Last: to take a picture is to drop them. */
  if (self->highlights == NULL)
    build_highlights (self);
  append_nodes (snapshot, (GskRenderNode **) self->highlights->pdata, self->highlights->len);
}
