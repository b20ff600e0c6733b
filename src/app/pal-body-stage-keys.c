/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys on the body stage. Tab goes through it by parts of the body, arrows walk from region to
 * region. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

#define KEY_ZOOM 1.4

static void
get_place (PalBodyStage *self, PalView view, const PalShape *shape, double *x, double *y)
{
  *x = self->views[view].x + shape->label_x;
  *y = self->views[view].y + shape->label_y;
}

/* How far a step in @direction leads from one spot to another: across counts more than along;
 * negative when it is the wrong way. Up and down keep within a cone. */
static double
measure_step (double dx, double dy, PalDirection direction)
{
  gboolean upright = direction == PAL_DIRECTION_UP || direction == PAL_DIRECTION_DOWN;
  gboolean back = direction == PAL_DIRECTION_UP || direction == PAL_DIRECTION_LEFT;
  double along = (upright ? dy : dx) * (back ? -1 : 1);
  double across = fabs (upright ? dx : dy);

  if (along <= 0 || (upright && across > along))
    return -1;
  return along + 2.5 * across;
}

/* At the edge of a view the walk goes on in the view beside it. */
static const PalShape *
find_beyond (PalBodyStage *self, PalDirection direction, PalView *view, const PalShape *from)
{
  const PalShape *best = NULL;
  double x, y, nearest = G_MAXDOUBLE;
  PalView from_view = *view;

  get_place (self, from_view, from, &x, &y);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    for (guint j = 0; self->views[i].shown && i != from_view && j < self->views[i].n_shapes; j++)
      {
        const PalShape *shape = pal_plate_get_shape (self->views[i].plate, j);
        double to_x, to_y;

        get_place (self, i, shape, &to_x, &to_y);
        double step = measure_step (to_x - x, to_y - y, direction);
        if (step >= 0 && step < nearest)
          {
            nearest = step;
            best = shape;
            *view = i;
          }
      }
  return best;
}

static void
walk (PalBodyStage *self, PalView view, const PalShape *from, PalDirection direction)
{
  const PalShape *next = pal_plate_get_neighbour (self->views[view].plate, from, direction);

  if (next == NULL)
    next = find_beyond (self, direction, &view, from);
  if (next != NULL)
    pal_body_stage_focus_shape (self, view, next);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The first shape of a group in a view, on @side if it has one there. */
static const PalShape *
find_in_group (PalBodyStage *self, PalView view, guint group, PalSide side)
{
  const PalShape *found = NULL;

  for (guint i = 0; i < self->views[view].n_shapes; i++)
    {
      const PalShape *shape = pal_plate_get_shape (self->views[view].plate, i);

      if (shape->region->group == group && (found == NULL || found->side != side) &&
          (found == NULL || shape->side == side))
        found = shape;
    }
  return found;
}

/* Head, neck, shoulder … as far as the view shows them. */
gboolean
pal_body_stage_step_group (PalBodyStage *self, int step, gboolean around)
{
  int n = (int) pal_atlas_get_n_groups (self->atlas);
  PalView view;
  const PalShape *from = pal_body_stage_get_focus (self, &view);
  const PalShape *next = NULL;

  for (int i = 1; from != NULL && next == NULL && i < n; i++)
    {
      int group = (int) from->region->group + i * step;

      if (!around && (group < 0 || group >= n))
        return FALSE;
      next = find_in_group (self, view, (guint) ((group + n * n) % n), from->side);
    }
  return next != NULL && pal_body_stage_focus_shape (self, view, next);
}

/* Where the keyboard goes in another view: the same region, else what lies at its height. */
static const PalShape *
find_counterpart (PalBodyStage *self, PalView view, const PalShape *from, double from_y)
{
  const PalPlate *plate = self->views[view].plate;
  const PalShape *best = NULL;

  if (from != NULL)
    best = pal_plate_find_shape (plate, from->region, from->side);
  for (guint i = 0; best == NULL && i < self->views[view].n_shapes; i++)
    best = pal_plate_get_shape (plate, i);
  if (from == NULL || best == NULL || best->region == from->region)
    return best;
  for (guint i = 0; i < self->views[view].n_shapes; i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);

      if (fabs (shape->label_y + self->views[view].y - from_y) <
          fabs (best->label_y + self->views[view].y - from_y))
        best = shape;
    }
  return best;
}

static gboolean
get_direction (guint keyval, PalDirection *direction)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = PAL_DIRECTION_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = PAL_DIRECTION_DOWN;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *direction = PAL_DIRECTION_LEFT;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *direction = PAL_DIRECTION_RIGHT;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_with_control (PalBodyStage *self, guint keyval)
{
  const PalShape *shape;
  PalView view = self->view;
  PalDirection direction;

  if (get_direction (keyval, &direction))
    {
      pal_body_stage_next_view (self,
                                direction == PAL_DIRECTION_UP || direction == PAL_DIRECTION_LEFT
                                    ? -1
                                    : 1);
      return GDK_EVENT_STOP;
    }
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      pal_body_stage_zoom (self, KEY_ZOOM);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      pal_body_stage_zoom (self, 1 / KEY_ZOOM);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      pal_body_stage_zoom (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_g:
    case GDK_KEY_G:
      shape = pal_body_stage_get_focus (self, &view);
      pal_body_stage_toggle_closer (self, view, shape);
      return GDK_EVENT_STOP;
    case GDK_KEY_l:
    case GDK_KEY_L:
      pal_body_stage_set_names (self, !self->names);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Keys that mark; they do nothing where regions are only looked at. */
static gboolean
press_edit (PalBodyStage *self, PalView view, const PalShape *shape, guint keyval)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_0 + GDK_KEY_0;
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      pal_body_stage_emit_cycle (self, shape);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
      pal_body_stage_emit_severity (self, shape, (int) (keyval - GDK_KEY_0));
      return GDK_EVENT_STOP;
    case GDK_KEY_b:
    case GDK_KEY_B:
      pal_body_stage_emit_both_sides (self, shape);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_N:
      pal_body_stage_emit_note (self, shape);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
    case GDK_KEY_P:
      pal_body_stage_pin_focused (self, shape, view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Letters start the quick entry. K (the kind) is the page's, and no entry starts with a digit. */
static gboolean
press_printable (PalBodyStage *self, guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (!self->interactive || c == 0 || !g_unichar_isgraph (c) || g_unichar_isdigit (c) || c == 'k' ||
      c == 'K')
    return GDK_EVENT_PROPAGATE;
  if (c != '/')
    g_unichar_to_utf8 (c, text);
  pal_body_stage_emit_typed (self, text);
  return GDK_EVENT_STOP;
}

static gboolean
press_plain (PalBodyStage *self, guint keyval, GdkModifierType state)
{
  PalView view;
  PalDirection direction;
  const PalShape *shape = pal_body_stage_get_focus (self, &view);

  if (shape == NULL)
    return GDK_EVENT_PROPAGATE;
  if (get_direction (keyval, &direction))
    {
      walk (self, view, shape, direction);
      return GDK_EVENT_STOP;
    }
  if (self->interactive && press_edit (self, view, shape, keyval) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Menu:
      pal_body_stage_emit_details (self, shape, view);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      pal_body_stage_emit_details (self, shape, view);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      pal_body_stage_step_group (self, 1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      pal_body_stage_step_group (self, -1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->tool == PAL_STAGE_TOOL_MARK)
        return GDK_EVENT_PROPAGATE;
      pal_body_stage_set_tool (self, PAL_STAGE_TOOL_MARK);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
    case GDK_KEY_V:
      pal_body_stage_next_view (self, 1);
      return GDK_EVENT_STOP;
    default:
      return press_printable (self, keyval);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PalBodyStage *self)
{
  GdkModifierType others =
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);

  /* The list of regions lies in here, but its keys are its own. */
  if (self->chooser != NULL && gtk_widget_get_mapped (self->chooser))
    return GDK_EVENT_PROPAGATE;
  if (others == GDK_CONTROL_MASK)
    return press_with_control (self, keyval);
  return others == 0 ? press_plain (self, keyval, state) : GDK_EVENT_PROPAGATE;
}

void
pal_body_stage_add_keys (PalBodyStage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
pal_body_stage_next_view (PalBodyStage *self, int step)
{
  PalView view = self->view, to = self->view;
  const PalShape *from = pal_body_stage_get_focus (self, &view);
  double from_y = from != NULL ? from->label_y + self->views[view].y : 0;
  guint place = 0;

  while (pal_stage_view_order[place] != view)
    place++;
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      place = (guint) ((int) place + PAL_VIEW_N + step) % PAL_VIEW_N;
      to = pal_stage_view_order[place];
      if (self->shows == PAL_STAGE_SHOWS_ALL ? self->views[to].shown : to != PAL_VIEW_SOLES)
        break;
    }
  if (!self->views[to].shown)
    pal_body_stage_set_view (self, to);
  const PalShape *shape = find_counterpart (self, to, from, from_y);
  if (shape != NULL)
    pal_body_stage_focus_shape (self, to, shape);
}
