/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The region widgets of the body stage: when they exist, where they lie, how they are called, which
 * of them has the focus. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

#include "app/pal-region-widget.h"

static void
set_last_focus (PalBodyStage *self, GtkWidget *region)
{
  g_set_weak_pointer (&self->last_focus, region);
}

static void
tell_child (PalBodyStage *self, GtkWidget *child)
{
  const PalShape *shape = pal_region_widget_get_shape (PAL_REGION_WIDGET (child));
  g_autofree char *description = pal_body_stage_dup_description (self, shape);

  pal_region_widget_set_state (PAL_REGION_WIDGET (child), description,
                               pal_body_stage_is_marked (self, shape));
}

static void
make_children (PalBodyStage *self, PalView which)
{
  PalStageView *view = &self->views[which];

  view->regions = g_new0 (GtkWidget *, view->n_shapes);
  for (guint i = 0; i < view->n_shapes; i++)
    {
      GtkWidget *child = pal_region_widget_new (which, pal_plate_get_shape (view->plate, i));

      gtk_widget_set_parent (child, GTK_WIDGET (self));
      view->regions[i] = child;
      pal_region_widget_set_interactive (PAL_REGION_WIDGET (child), self->interactive);
      tell_child (self, child);
    }
}

static void
name_children (PalBodyStage *self, PalView which)
{
  PalStageView *view = &self->views[which];

  for (guint i = 0; i < view->n_shapes; i++)
    {
      const PalShape *shape = pal_plate_get_shape (view->plate, i);
      gboolean best = shape == pal_body_stage_find_best (self, shape->region, shape->side, NULL);
      g_autofree char *name = pal_body_stage_dup_name (shape, which, best);

      pal_region_widget_set_name (PAL_REGION_WIDGET (view->regions[i]), name);
    }
}

static gboolean
sync_cb (gpointer data)
{
  PalBodyStage *self = data;

  self->sync_id = 0;
  pal_body_stage_sync_children (self);
  return G_SOURCE_REMOVE;
}

void
pal_body_stage_queue_sync (PalBodyStage *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

void
pal_body_stage_sync_children (PalBodyStage *self)
{
  PalView view;
  const PalShape *focused = pal_body_stage_get_focus (self, &view);
  gboolean moves = focused != NULL && !self->views[view].shown;

  g_clear_handle_id (&self->sync_id, g_source_remove);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        if (self->views[i].regions == NULL)
          make_children (self, i);
        for (guint j = 0; j < self->views[i].n_shapes; j++)
          gtk_widget_set_visible (self->views[i].regions[j], TRUE);
        name_children (self, i);
      }

  /* Before the view that had it is hidden, so that it does not jump out of the stage. */
  if (moves)
    {
      const PalShape *shape =
          pal_body_stage_find_best (self, focused->region, focused->side, &view);

      if (shape == NULL)
        shape = pal_plate_get_shape (self->views[view = self->view].plate, 0);
      pal_body_stage_focus_shape (self, view, shape);
    }
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0;
         !self->views[i].shown && self->views[i].regions != NULL && j < self->views[i].n_shapes;
         j++)
      gtk_widget_set_visible (self->views[i].regions[j], FALSE);

  if (self->told_shows != self->shows)
    {
      self->told_shows = self->shows;
      g_object_notify (G_OBJECT (self), "shows");
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
pal_body_stage_clear_children (PalBodyStage *self, PalStageView *view)
{
  for (guint i = 0; view->regions != NULL && i < view->n_shapes; i++)
    g_clear_pointer (&view->regions[i], gtk_widget_unparent);
  g_clear_pointer (&view->regions, g_free);
}

void
pal_body_stage_allocate_children (PalBodyStage *self)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; self->views[i].regions != NULL && j < self->views[i].n_shapes; j++)
      {
        GtkWidget *child = self->views[i].regions[j];
        const PalShape *shape = pal_plate_get_shape (self->views[i].plate, j);
        graphene_rect_t box = pal_body_stage_get_pixels (self, i, &shape->bounds);
        GtkAllocation place;

        if (!gtk_widget_should_layout (child))
          continue;
        place.x = (int) floor (box.origin.x);
        place.y = (int) floor (box.origin.y);
        place.width = (int) ceil (box.origin.x + box.size.width) - place.x;
        place.height = (int) ceil (box.origin.y + box.size.height) - place.y;
        pal_region_widget_set_place (PAL_REGION_WIDGET (child), place.x, place.y);
        gtk_widget_size_allocate (child, &place, -1);
      }
}

void
pal_body_stage_tell_children (PalBodyStage *self, const PalBodyMap *old)
{
  gboolean all = old == NULL || pal_body_map_get_mode (old) != pal_body_map_get_mode (self->map);

  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; self->views[i].regions != NULL && j < self->views[i].n_shapes; j++)
      {
        const PalShape *shape = pal_plate_get_shape (self->views[i].plate, j);

        if (all ||
            !pal_region_look_equal (pal_body_map_get (old, shape->region, shape->side),
                                    pal_body_map_get (self->map, shape->region, shape->side)))
          tell_child (self, self->views[i].regions[j]);
      }
}

void
pal_body_stage_tell_interactive (PalBodyStage *self)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; self->views[i].regions != NULL && j < self->views[i].n_shapes; j++)
      pal_region_widget_set_interactive (PAL_REGION_WIDGET (self->views[i].regions[j]),
                                         self->interactive);
}

const PalShape *
pal_body_stage_find_best (PalBodyStage *self, const PalRegion *region, PalSide side, PalView *view)
{
  const PalShape *best = NULL;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      const PalShape *shape =
          self->views[i].shown ? pal_plate_find_shape (self->views[i].plate, region, side) : NULL;

      if (shape != NULL && (best == NULL || shape->area > best->area))
        {
          best = shape;
          if (view != NULL)
            *view = i;
        }
    }
  return best;
}

gboolean
pal_body_stage_focus_shape (PalBodyStage *self, PalView view, const PalShape *shape)
{
  if (self->views[view].regions == NULL)
    pal_body_stage_sync_children (self);
  if (self->views[view].regions == NULL)
    return FALSE;

  graphene_rect_t box = pal_body_stage_get_pixels (self, view, &shape->bounds);
  pal_body_stage_reveal (self, &box);
  return gtk_widget_grab_focus (self->views[view].regions[shape->index]);
}

const PalShape *
pal_body_stage_get_focus (PalBodyStage *self, PalView *view)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (child == NULL || !PAL_IS_REGION_WIDGET (child))
    return NULL;
  *view = pal_region_widget_get_view (PAL_REGION_WIDGET (child));
  return pal_region_widget_get_shape (PAL_REGION_WIDGET (child));
}

void
pal_body_stage_focus_moved (PalBodyStage *self, GtkWidget *region)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  /* The flag is set before gtk_widget_has_focus() tells so. */
  if ((gtk_widget_get_state_flags (region) & GTK_STATE_FLAG_FOCUSED) != 0 &&
      self->last_focus != region)
    {
      set_last_focus (self, region);
      pal_body_stage_emit_hovered (self, pal_region_widget_get_shape (PAL_REGION_WIDGET (region)));
    }
  pal_body_stage_drop_highlights (self);
}
