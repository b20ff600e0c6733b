/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The body stage closer: to a part of the body and back, animated unless the desktop asks for no
 * animations. Zooming at once, by wheel and pinch, is in pal-body-stage-layout.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

/* A part of the body takes up this much of the stage. */
#define GROUP_SHARE 0.8
/* Nearer than this to the whole figure is not closer. */
#define MIN_GAIN 1.15

/* Everything between two places and sizes is one scaling around the point that stays put. */
static void
animate_to (PalBodyStage *self, double zoom, double pan_x, double pan_y)
{
  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (self->zoom_animation);
  double ratio = zoom / self->zoom;

  adw_animation_pause (self->zoom_animation);
  if (fabs (ratio - 1) < 1e-6)
    {
      pal_body_stage_pan_to (self, pan_x, pan_y);
      return;
    }
  self->anchor_x = (pan_x - self->pan_x * ratio) / (1 - ratio);
  self->anchor_y = (pan_y - self->pan_y * ratio) / (1 - ratio);
  adw_timed_animation_set_value_from (animation, log (self->zoom));
  adw_timed_animation_set_value_to (animation, log (zoom));
  pal_body_stage_move (self);
  adw_animation_reset (self->zoom_animation);
  adw_animation_play (self->zoom_animation);
}

/* The box around the regions that are checked together with @shape, on its side of the body. */
static graphene_rect_t
measure_group (PalBodyStage *self, PalView view, const PalShape *shape)
{
  graphene_rect_t box = pal_body_stage_get_pixels (self, view, &shape->bounds);

  for (guint i = 0; i < self->views[view].n_shapes; i++)
    {
      const PalShape *other = pal_plate_get_shape (self->views[view].plate, i);
      graphene_rect_t other_box;

      if (other->region->group != shape->region->group ||
          (shape->side != PAL_SIDE_MIDLINE && other->side == pal_side_mirror (shape->side)))
        continue;
      other_box = pal_body_stage_get_pixels (self, view, &other->bounds);
      graphene_rect_union (&box, &other_box, &box);
    }
  return box;
}

void
pal_body_stage_toggle_closer (PalBodyStage *self, PalView view, const PalShape *shape)
{
  graphene_rect_t box;
  double zoom;

  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  if (self->zoom > 1.001 || shape == NULL)
    {
      animate_to (self, 1, 0, 0);
      return;
    }
  box = measure_group (self, view, shape);
  zoom = CLAMP (MIN (self->width / box.size.width, self->height / box.size.height) * GROUP_SHARE,
                MIN_GAIN, PAL_STAGE_MAX_ZOOM);
  /* At zoom 1 the pan is 0, so pixels are those of the whole figure. */
  double pan_x = self->width / 2.0 - (box.origin.x + box.size.width / 2) * zoom;
  double pan_y = self->height / 2.0 - (box.origin.y + box.size.height / 2) * zoom;
  animate_to (self, zoom, CLAMP (pan_x, self->width * (1 - zoom), 0),
              CLAMP (pan_y, self->height * (1 - zoom), 0));
}
