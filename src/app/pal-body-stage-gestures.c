/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer, finger and pen on the body stage. The gestures are separate and ungrouped on purpose:
 * grouped, the end of a painted drag also counts as a tap (GTK 4.8). */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

/* How far from a shape a tap still means it. */
#define TOUCH_SLOP_MM 7.0
/* How near to a border a long press leaves in doubt which side of it is meant. */
#define MOUSE_DOUBT_MM 1.0
#define TOUCH_DOUBT_MM 2.5
/* A drag is followed in steps this long, so that a quick one skips no region. */
#define PAINT_STEP_PX 5.0
#define WHEEL_ZOOM 1.15
#define WHEEL_PAN_PX 48.0

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static const PalShape *
pick (PalBodyStage *self, GtkEventController *controller, double x, double y, PalView *view)
{
  return pal_body_stage_pick (self, x, y,
                              is_touch (controller) ? TOUCH_SLOP_MM : PAL_STAGE_MOUSE_SLOP_MM,
                              view);
}

/* The region taken by touch or pointer is where the keyboard goes on, but without a ring. */
static void
focus_quietly (PalBodyStage *self, PalView view, const PalShape *shape)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  pal_body_stage_focus_shape (self, view, shape);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
}

static void
set_hover (PalBodyStage *self, const PalShape *shape)
{
  PalStageSpot spot = { 0 };

  if (shape != NULL)
    spot = (PalStageSpot){ shape->region, shape->side };
  if (spot.region == self->hover.region && spot.side == self->hover.side)
    return;
  self->hover = spot;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   shape != NULL && self->interactive ? "pointer" : NULL);
  pal_body_stage_drop_highlights (self);
  pal_body_stage_emit_hovered (self, shape);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PalBodyStage *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  /* Who draws looks at the line, not at names. */
  set_hover (self, pal_body_stage_draws (self)
                       ? NULL
                       : pick (self, GTK_EVENT_CONTROLLER (controller), x, y, NULL));
}

static void
leave_cb (GtkEventControllerMotion *controller, PalBodyStage *self)
{
  set_hover (self, NULL);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PalBodyStage *self)
{
  self->pressed = pick (self, GTK_EVENT_CONTROLLER (gesture), x, y, &self->pressed_view);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  if (self->pressed == NULL || button == GDK_BUTTON_MIDDLE ||
      !pal_body_stage_marks_with (self, GTK_EVENT_CONTROLLER (gesture)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* Each release counts, so that a quick double tap raises the severity by two. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PalBodyStage *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const PalShape *shape = g_steal_pointer (&self->pressed);

  if (shape == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  focus_quietly (self, self->pressed_view, shape);
  if (button == GDK_BUTTON_SECONDARY)
    pal_body_stage_emit_details (self, shape, self->pressed_view);
  else
    pal_body_stage_emit_cycle (self, shape);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, PalBodyStage *self)
{
  PalView view;
  const PalShape *shape = pick (self, GTK_EVENT_CONTROLLER (gesture), x, y, &view);

  if (shape == NULL || self->painting || self->panning ||
      !pal_body_stage_marks_with (self, GTK_EVENT_CONTROLLER (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pressed = NULL;
  focus_quietly (self, view, shape);
  pal_body_stage_choose (self, view, shape, x, y,
                         is_touch (GTK_EVENT_CONTROLLER (gesture)) ? TOUCH_DOUBT_MM
                                                                   : MOUSE_DOUBT_MM);
}

/* On a region that can be marked a second tap raises the severity; beside the body, and where the
 * figure is only looked at, two taps lead closer and back. */
static void
tapped_twice_cb (GtkGestureClick *gesture, int n_press, double x, double y, PalBodyStage *self)
{
  PalView view = self->view;
  const PalShape *shape = pick (self, GTK_EVENT_CONTROLLER (gesture), x, y, &view);

  if (n_press != 2 || (self->interactive && (shape != NULL || pal_body_stage_draws (self))))
    return;
  if (shape == NULL)
    shape = pal_body_stage_pick_beside (self, x, y, &view);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pal_body_stage_toggle_closer (self, view, shape);
}

static void
start_pan (PalBodyStage *self)
{
  self->panning = TRUE;
  self->pan_from_x = self->pan_x;
  self->pan_from_y = self->pan_y;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PalBodyStage *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  self->painting = self->panning = FALSE;
  self->painting_from = NULL;
  if (self->interactive && button != GDK_BUTTON_MIDDLE)
    self->painting_from = pick (self, GTK_EVENT_CONTROLLER (gesture), x, y, NULL);
  self->drag_x = x;
  self->drag_y = y;
  gboolean leads = button == GDK_BUTTON_MIDDLE ||
                   pal_body_stage_marks_with (self, GTK_EVENT_CONTROLLER (gesture));
  if (!leads || (self->painting_from == NULL && self->zoom <= 1))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
paint_at (PalBodyStage *self, double x, double y)
{
  const PalShape *shape = pal_body_stage_pick (self, x, y, 0, NULL);

  for (guint i = 0; shape != NULL && i < self->painted->len; i++)
    {
      const PalShape *before = self->painted->pdata[i];

      if (before->region == shape->region && before->side == shape->side)
        return;
    }
  if (shape == NULL)
    return;
  g_ptr_array_add (self->painted, (gpointer) shape);
  set_hover (self, shape);
  pal_body_stage_emit_paint (self, shape, self->painted->len == 1);
}

static void
start_paint (PalBodyStage *self)
{
  self->painting = TRUE;
  self->pressed = NULL;
  g_ptr_array_set_size (self->painted, 0);
  g_ptr_array_add (self->painted, (gpointer) self->painting_from);
  pal_body_stage_emit_paint (self, self->painting_from, TRUE);
}

static void
paint_along (PalBodyStage *self, double x, double y)
{
  double from_x = self->drag_x, from_y = self->drag_y;
  int n = (int) ceil (hypot (x - from_x, y - from_y) / PAINT_STEP_PX);

  for (int i = 1; i <= n; i++)
    paint_at (self, from_x + (x - from_x) * i / n, from_y + (y - from_y) * i / n);
  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PalBodyStage *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!self->painting && !self->panning)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx),
                                     (int) (y + dy)))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->painting_from != NULL)
        start_paint (self);
      else
        start_pan (self);
    }
  if (self->painting)
    paint_along (self, x + dx, y + dy);
  else
    {
      pal_body_stage_move_for_a_while (self);
      pal_body_stage_pan_to (self, self->pan_from_x + dx, self->pan_from_y + dy);
    }
}

/* Comes for every plain tap and after a denial as well. */
static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, PalBodyStage *self)
{
  self->painting = self->panning = FALSE;
  self->painting_from = NULL;
  pal_body_stage_settle (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PalBodyStage *self)
{
  drag_end_cb (GTK_GESTURE_DRAG (gesture), 0, 0, self);
}

/* The middle of the fingers, or what @x and @y hold when nothing is known of them. */
static void
find_middle (GtkGesture *gesture, double *x, double *y)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (gesture);

  if (gtk_gesture_get_last_event (gesture, sequence) != NULL)
    gtk_gesture_get_bounding_box_center (gesture, x, y);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, PalBodyStage *self)
{
  self->painting = self->panning = FALSE;
  self->painting_from = NULL;
  self->pressed = NULL;
  pal_body_stage_pen_cancel (self);
  self->pinch_zoom = self->zoom;
  self->pinch_x = self->width / 2.0;
  self->pinch_y = self->height / 2.0;
  find_middle (gesture, &self->pinch_x, &self->pinch_y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pal_body_stage_move (self);
}

static void
pinch_changed_cb (GtkGestureZoom *gesture, double scale, PalBodyStage *self)
{
  double x = self->pinch_x, y = self->pinch_y;

  find_middle (GTK_GESTURE (gesture), &x, &y);
  pal_body_stage_move_for_a_while (self);
  pal_body_stage_zoom_by (self, self->pinch_zoom * scale / self->zoom, x, y);
  pal_body_stage_pan_to (self, self->pan_x + x - self->pinch_x, self->pan_y + y - self->pinch_y);
  self->pinch_x = x;
  self->pinch_y = y;
}

static void
pinch_end_cb (GtkGesture *gesture, GdkEventSequence *sequence, PalBodyStage *self)
{
  pal_body_stage_settle (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PalBodyStage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      pal_body_stage_move_for_a_while (self);
      pal_body_stage_zoom_by (self, pow (WHEEL_ZOOM, -dy), self->pointer_x, self->pointer_y);
      return GDK_EVENT_STOP;
    }
  if (self->zoom <= 1)
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  pal_body_stage_move_for_a_while (self);
  pal_body_stage_pan_to (self, self->pan_x - dx * WHEEL_PAN_PX, self->pan_y - dy * WHEEL_PAN_PX);
  return GDK_EVENT_STOP;
}

/* Popovers take the keyboard; a name that comes over one hides what is being chosen there. */
static gboolean
is_below_popover (PalBodyStage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static gboolean
query_tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PalBodyStage *self)
{
  PalView view;
  const PalShape *shape = keyboard
                              ? pal_body_stage_get_focus (self, &view)
                              : pal_body_stage_pick (self, x, y, PAL_STAGE_MOUSE_SLOP_MM, &view);

  if (shape == NULL || self->painting || pal_body_stage_draws (self) || is_below_popover (self))
    return FALSE;

  g_autofree char *label = pal_region_dup_label (shape->region, shape->side);
  graphene_rect_t box = pal_body_stage_get_pixels (self, view, &shape->bounds);
  gtk_tooltip_set_text (tooltip, label);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y,
                                             (int) box.size.width, (int) box.size.height });
  return TRUE;
}

/* Of gestures on one widget the one added last hears of a press first: two taps have their say
 * after the single one has looked at what lies under it, not at what they bring there. */
static void
add_taps (PalBodyStage *self)
{
  GtkGesture *twice = gtk_gesture_click_new ();
  g_signal_connect (twice, "pressed", G_CALLBACK (tapped_twice_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (twice));

  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  GtkGesture *hold = gtk_gesture_long_press_new ();
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}

static void
add_drags (PalBodyStage *self)
{
  static const guint buttons[] = { GDK_BUTTON_PRIMARY, GDK_BUTTON_MIDDLE };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *drag = gtk_gesture_drag_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), buttons[i]);
      g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
      g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
      g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
      g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
    }

  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

void
pal_body_stage_add_gestures (PalBodyStage *self)
{
  add_taps (self);
  add_drags (self);

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
