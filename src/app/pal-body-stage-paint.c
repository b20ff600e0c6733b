/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the body stage shows: a still layer, a node for each mark, the lines over them, points and
 * ink, and what is pointed at. All nodes lie in widget pixels and are kept until what they show
 * changes, so that GTK redraws only that. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

#include "app/pal-region-widget.h"

/* What a ring may paint beyond its shape. */
#define RING_MARGIN_PX 12.0

/* Takes a finished drawing context of a node to the place of a view. */
static void
enter_view (PalBodyStage *self, cairo_t *cr, PalView view)
{
  double x, y, scale = pal_body_stage_get_scale (self);

  pal_body_stage_get_origin (self, view, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
}

static cairo_t *
begin_node (PalBodyStage *self, const graphene_rect_t *bounds, GskRenderNode **node)
{
  *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (*node);
  cairo_set_antialias (cr, self->moving ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  if (self->moving)
    cairo_set_tolerance (cr, 0.5);
  return cr;
}

static graphene_rect_t
get_stage_bounds (PalBodyStage *self)
{
  return GRAPHENE_RECT_INIT (0, 0, self->width, self->height);
}

typedef void (*PaintLayer) (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags);

static void
paint_layer (PalBodyStage *self, cairo_t *cr, PaintLayer paint)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        cairo_save (cr);
        enter_view (self, cr, i);
        paint (cr, self->views[i].plate, &self->theme, pal_body_stage_get_scale (self),
               PAL_PAINT_LETTERS);
        cairo_restore (cr);
      }
}

/* At rest a whole layer is painted into an image first: where a mark or a highlight changes, GTK
 * then copies some pixels of it instead of running through all its paths again (0.9 ms of processor
 * time instead of 5.1 for a highlight that moves, 4.7 instead of 21 for a mark). A GdkTexture would
 * be converted as a whole in every frame. While all moves, the detour would only cost. */
static GskRenderNode *
build_layer (PalBodyStage *self, PaintLayer paint)
{
  graphene_rect_t bounds = get_stage_bounds (self);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GskRenderNode *node;
  cairo_t *cr = begin_node (self, &bounds, &node);

  if (self->moving)
    paint_layer (self, cr, paint);
  else
    {
      cairo_surface_t *image =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * factor,
                                      self->height * factor);
      cairo_surface_set_device_scale (image, factor, factor);
      cairo_t *image_cr = cairo_create (image);
      paint_layer (self, image_cr, paint);
      cairo_destroy (image_cr);
      cairo_set_source_surface (cr, image, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (image);
    }
  cairo_destroy (cr);
  return node;
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
  graphene_rect_t bounds = get_stage_bounds (self);
  GskRenderNode *node;
  cairo_t *cr = begin_node (self, &bounds, &node);

  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        cairo_save (cr);
        enter_view (self, cr, i);
        pal_body_paint_extras (cr, self->views[i].plate, self->map, &self->theme,
                               pal_body_stage_get_scale (self));
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  return node;
}

/* The part of the stage that lies within @box, a rectangle of a plate; FALSE for none. */
static gboolean
get_bounds (PalBodyStage *self, PalView view, const PalRect *box, graphene_rect_t *bounds)
{
  graphene_rect_t stage = get_stage_bounds (self);
  graphene_rect_t pixels = pal_body_stage_get_pixels (self, view, box);

  return graphene_rect_intersection (&pixels, &stage, bounds);
}

static GskRenderNode *
build_mark (PalBodyStage *self, PalView view, const PalShape *shape, PalPaintFlags flags)
{
  const PalRegionLook *look = pal_body_map_get (self->map, shape->region, shape->side);
  double scale = pal_body_stage_get_scale (self);
  PalRect extents = pal_body_paint_get_extents (shape, look, scale);
  graphene_rect_t bounds;
  GskRenderNode *node;

  if (!get_bounds (self, view, &extents, &bounds))
    return NULL;

  cairo_t *cr = begin_node (self, &bounds, &node);
  enter_view (self, cr, view);
  pal_body_paint_region (cr, shape, look, pal_body_map_get_mode (self->map), self->vocabulary,
                         &self->theme, scale, flags);
  cairo_destroy (cr);
  return node;
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
        view->fills[i] = build_mark (self, which, shape, PAL_PAINT_FILLS_ONLY);
        if (has_signs || look->kinds != 0 || look->client_says)
          view->glyphs[i] = build_mark (self, which, shape, PAL_PAINT_GLYPHS_ONLY);
      }
}

static void
add_highlight (PalBodyStage *self, PalView view, const PalShape *shape, gboolean focus)
{
  double margin = RING_MARGIN_PX / pal_body_stage_get_scale (self);
  graphene_rect_t bounds;
  GskRenderNode *node;

  if (shape == NULL)
    return;
  PalRect box = { shape->bounds.x - margin, shape->bounds.y - margin,
                  shape->bounds.width + 2 * margin, shape->bounds.height + 2 * margin };
  if (!get_bounds (self, view, &box, &bounds))
    return;

  cairo_t *cr = begin_node (self, &bounds, &node);
  enter_view (self, cr, view);
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
         a->kinds == b->kinds && a->carried == b->carried && a->client_says == b->client_says &&
         a->unknown == b->unknown;
}

void
pal_body_stage_drop_mark (PalStageView *view, guint i)
{
  g_clear_pointer (&view->fills[i], gsk_render_node_unref);
  g_clear_pointer (&view->glyphs[i], gsk_render_node_unref);
  view->built[i] = FALSE;
}

void
pal_body_stage_drop_marks (PalStageView *view)
{
  for (guint i = 0; view->built != NULL && i < view->n_shapes; i++)
    pal_body_stage_drop_mark (view, i);
}

void
pal_body_stage_drop_highlights (PalBodyStage *self)
{
  g_clear_pointer (&self->highlights, g_ptr_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_body_stage_drop_nodes (PalBodyStage *self)
{
  g_clear_pointer (&self->still, gsk_render_node_unref);
  g_clear_pointer (&self->lines, gsk_render_node_unref);
  g_clear_pointer (&self->extras, gsk_render_node_unref);
  g_clear_pointer (&self->names_node, gsk_render_node_unref);
  g_clear_pointer (&self->highlights, g_ptr_array_unref);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    pal_body_stage_drop_marks (&self->views[i]);
}

void
pal_body_stage_drop_changed (PalBodyStage *self, const PalBodyMap *map)
{
  gboolean all = pal_body_map_get_mode (self->map) != pal_body_map_get_mode (map);

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
              pal_body_stage_drop_mark (view, j);
              g_clear_pointer (&self->names_node, gsk_render_node_unref);
            }
        }
    }
  if (!points_equal (self->map, map) || !ink_equal (self->map, map))
    g_clear_pointer (&self->extras, gsk_render_node_unref);
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

void
pal_body_stage_set_moving (PalBodyStage *self, gboolean moving)
{
  if (self->moving == moving)
    return;
  self->moving = moving;
  if (!moving)
    {
      pal_body_stage_drop_nodes (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
append_nodes (GtkSnapshot *snapshot, GskRenderNode **nodes, guint n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i] != NULL)
      gtk_snapshot_append_node (snapshot, nodes[i]);
}

static void
build_missing (PalBodyStage *self)
{
  if (self->still == NULL)
    self->still = build_layer (self, pal_body_paint_still);
  if (self->lines == NULL)
    self->lines = build_layer (self, pal_body_paint_lines);
  if (self->extras == NULL && has_extras (self->map))
    self->extras = build_extras (self);
  /* While all moves, names would only flicker. */
  if (self->names && !self->moving && self->names_node == NULL)
    self->names_node = pal_body_stage_build_names (self);
  if (self->highlights == NULL)
    build_highlights (self);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      build_marks (self, i);
}

void
pal_body_stage_paint (PalBodyStage *self, GtkSnapshot *snapshot)
{
  if (self->width <= 0 || self->height <= 0)
    return;
  build_missing (self);

  gtk_snapshot_append_node (snapshot, self->still);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      append_nodes (snapshot, self->views[i].fills, self->views[i].n_shapes);
  gtk_snapshot_append_node (snapshot, self->lines);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      append_nodes (snapshot, self->views[i].glyphs, self->views[i].n_shapes);
  if (self->extras != NULL)
    gtk_snapshot_append_node (snapshot, self->extras);
  if (self->names_node != NULL)
    gtk_snapshot_append_node (snapshot, self->names_node);
  append_nodes (snapshot, (GskRenderNode **) self->highlights->pdata, self->highlights->len);
}
