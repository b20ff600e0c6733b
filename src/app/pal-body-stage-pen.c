/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Points and ink on the body stage, see pal-body-stage-pen.h: from pixels and pressure to figure
 * units, and what is wet while the pen is still down. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-pen.h"

#include <math.h>

#include "app/pal-body-stage-private.h"

/* How far a pen must go before its stroke gets another point, and a pin its arrow. */
#define INK_STEP_PX 1.5
#define ARROW_PX 14.0
/* What rubs out is as wide as a finger tip. */
#define ERASER_PX 9.0
/* A stroke this long has gone on for minutes. */
#define MAX_INK_POINTS 4000
/* Without a pen nothing tells the pressure. */
#define PLAIN_PRESSURE 0.5

static void
get_units (PalBodyStage *self, PalView view, double x, double y, double *unit_x, double *unit_y)
{
  double origin_x, origin_y, scale = pal_body_stage_get_scale (self);

  pal_body_stage_get_origin (self, view, &origin_x, &origin_y);
  /* What the records allow; a pen may well leave the paper. */
  *unit_x = CLAMP ((x - origin_x) / scale, -PAL_MAX_POINT_X, PAL_MAX_POINT_X);
  *unit_y = CLAMP ((y - origin_y) / scale, PAL_MIN_POINT_Y, PAL_MAX_POINT_Y);
}

/* The view whose figure is at a pixel, or nearest to it. */
static gboolean
find_view (PalBodyStage *self, double x, double y, PalView *view)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (self->views[i].shown)
      {
        PalRect bounds = pal_plate_get_bounds (self->views[i].plate);
        graphene_rect_t box = pal_body_stage_get_pixels (self, i, &bounds);
        double dx = MAX (MAX (box.origin.x - x, x - box.origin.x - box.size.width), 0);
        double dy = MAX (MAX (box.origin.y - y, y - box.origin.y - box.size.height), 0);

        if (hypot (dx, dy) < nearest)
          {
            nearest = hypot (dx, dy);
            *view = i;
          }
      }
  return nearest < G_MAXDOUBLE;
}

static void
forget_wet (PalBodyStage *self)
{
  g_clear_pointer (&self->wet, pal_stroke_free);
  g_clear_pointer (&self->wet_node, gsk_render_node_unref);
  self->pinned = NULL;
  self->erasing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tell_wet (PalBodyStage *self)
{
  g_clear_pointer (&self->wet_node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_ink (PalBodyStage *self, double x, double y, double pressure)
{
  double point[3];

  get_units (self, self->wet->view, x, y, &point[0], &point[1]);
  point[2] = CLAMP (pressure, 0, 1);
  g_array_append_vals (self->wet->points, point, 3);
  self->wet_x = x;
  self->wet_y = y;
  tell_wet (self);
}

static void
begin_ink (PalBodyStage *self, PalView view, double x, double y, double pressure)
{
  self->wet = g_new0 (PalStroke, 1);
  self->wet->view = view;
  self->wet->points = g_array_new (FALSE, FALSE, sizeof (double));
  add_ink (self, x, y, pressure);
}

static gboolean
begin_pin (PalBodyStage *self, double x, double y)
{
  PalView view;

  self->pinned = pal_body_stage_pick (self, x, y, PAL_STAGE_MOUSE_SLOP_MM, &view);
  if (self->pinned == NULL)
    return FALSE;
  self->pin = (PalMarkPoint){ .view = view };
  get_units (self, view, x, y, &self->pin.x, &self->pin.y);
  self->wet_x = x;
  self->wet_y = y;
  tell_wet (self);
  return TRUE;
}

static void
erase_at (PalBodyStage *self, double x, double y)
{
  PalView view;
  double unit_x, unit_y;

  if (!find_view (self, x, y, &view))
    return;
  get_units (self, view, x, y, &unit_x, &unit_y);
  pal_body_stage_emit_erase (self, view, unit_x, unit_y,
                             ERASER_PX / pal_body_stage_get_scale (self));
}

void
pal_body_stage_pen_near (PalBodyStage *self, gint64 now_us)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  self->pen_seen_us = now_us;
}

gboolean
pal_body_stage_is_palm (PalBodyStage *self, gint64 now_us)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);
  return self->pen_seen_us != 0 && now_us - self->pen_seen_us < PAL_PALM_US;
}

gboolean
pal_body_stage_pen_down (
    PalBodyStage *self, PalPenSource source, double x, double y, double pressure, gint64 now_us)
{
  PalView view;

  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);

  pal_body_stage_pen_cancel (self);
  if (source == PAL_PEN_PEN || source == PAL_PEN_ERASER)
    pal_body_stage_pen_near (self, now_us);
  if (!self->interactive || !find_view (self, x, y, &view) ||
      (source == PAL_PEN_FINGER && pal_body_stage_is_palm (self, now_us)))
    return FALSE;

  if (source == PAL_PEN_ERASER || self->tool == PAL_STAGE_TOOL_ERASE)
    {
      self->erasing = TRUE;
      erase_at (self, x, y);
      return TRUE;
    }
  switch (self->tool)
    {
    case PAL_STAGE_TOOL_MARK:
      return FALSE;
    case PAL_STAGE_TOOL_PIN:
      return begin_pin (self, x, y);
    case PAL_STAGE_TOOL_INK:
    case PAL_STAGE_TOOL_ERASE:
      begin_ink (self, view, x, y, pressure);
      return TRUE;
    }
  return FALSE;
}

void
pal_body_stage_pen_move (PalBodyStage *self, double x, double y, double pressure)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  if (self->erasing)
    erase_at (self, x, y);
  else if (self->wet != NULL && self->wet->points->len < 3 * MAX_INK_POINTS &&
           hypot (x - self->wet_x, y - self->wet_y) >= INK_STEP_PX)
    add_ink (self, x, y, pressure);
  else if (self->pinned != NULL)
    {
      self->pin.refers = hypot (x - self->wet_x, y - self->wet_y) >= ARROW_PX;
      get_units (self, self->pin.view, x, y, &self->pin.to_x, &self->pin.to_y);
      tell_wet (self);
    }
}

void
pal_body_stage_pen_up (PalBodyStage *self)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  PalStroke *stroke = g_steal_pointer (&self->wet);
  const PalShape *pinned = self->pinned;
  PalMarkPoint pin = self->pin;

  if (!pin.refers)
    pin.to_x = pin.to_y = 0;
  forget_wet (self);
  if (stroke != NULL)
    pal_body_stage_emit_ink (self, stroke);
  else if (pinned != NULL)
    pal_body_stage_emit_pin (self, pinned, &pin);
  g_clear_pointer (&stroke, pal_stroke_free);
}

void
pal_body_stage_pen_cancel (PalBodyStage *self)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  if (self->wet != NULL || self->pinned != NULL || self->erasing)
    forget_wet (self);
}

gboolean
pal_body_stage_draws (PalBodyStage *self)
{
  return self->tool == PAL_STAGE_TOOL_INK || self->tool == PAL_STAGE_TOOL_ERASE;
}

void
pal_body_stage_pin_focused (PalBodyStage *self, const PalShape *shape, PalView view)
{
  PalMarkPoint point = { .view = view, .x = shape->label_x, .y = shape->label_y };

  pal_body_stage_emit_pin (self, shape, &point);
}

/* The same painter as for dry ink: a map with nothing else on it. */
static PalBodyMap *
make_wet_map (PalBodyStage *self)
{
  g_autoptr (PalVisit) visit = pal_visit_new ("", 0);

  if (self->pinned != NULL)
    {
      PalMark *mark =
          pal_mark_new (self->pinned->region->id, self->pinned->side, "trigger-point", 1);
      mark->points = g_array_new (FALSE, FALSE, sizeof (PalMarkPoint));
      g_array_append_val (mark->points, self->pin);
      g_ptr_array_add (visit->marks, mark);
    }
  if (self->wet != NULL)
    {
      PalStroke *stroke = g_new0 (PalStroke, 1);
      stroke->view = self->wet->view;
      stroke->points = g_array_copy (self->wet->points);
      g_ptr_array_add (visit->ink, stroke);
    }
  return pal_body_map_new_for_visit (self->atlas, self->vocabulary, visit);
}

static GskRenderNode *
build_wet (PalBodyStage *self)
{
  g_autoptr (PalBodyMap) map = make_wet_map (self);
  PalView view = self->wet != NULL ? self->wet->view : self->pin.view;
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);
  double x, y, scale = pal_body_stage_get_scale (self);

  pal_body_stage_get_origin (self, view, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  pal_body_paint_extras (cr, self->views[view].plate, map, &self->theme, scale);
  cairo_destroy (cr);
  return pal_body_stage_new_recorded_node (self, recording);
}

void
pal_body_stage_paint_wet (PalBodyStage *self, GtkSnapshot *snapshot)
{
  if (self->wet == NULL && self->pinned == NULL)
    return;
  if (self->wet_node == NULL)
    self->wet_node = build_wet (self);
  if (self->wet_node != NULL)
    gtk_snapshot_append_node (snapshot, self->wet_node);
}

/* Gestures --------------------------------------------------------------------------------------
 */

static PalPenSource
get_source (GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  if (tool != NULL)
    return gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER ? PAL_PEN_ERASER
                                                                               : PAL_PEN_PEN;
  if (device == NULL)
    return PAL_PEN_POINTER;
  if (gdk_device_get_source (device) == GDK_SOURCE_PEN)
    return PAL_PEN_PEN;
  return gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN ? PAL_PEN_FINGER
                                                                  : PAL_PEN_POINTER;
}

static double
get_pressure (GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  PalPenSource source = get_source (controller);
  double pressure;

  if ((source == PAL_PEN_PEN || source == PAL_PEN_ERASER) &&
      gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure))
    return pressure;
  return PLAIN_PRESSURE;
}

gboolean
pal_body_stage_marks_with (PalBodyStage *self, GtkEventController *controller)
{
  PalPenSource source = get_source (controller);

  return self->tool == PAL_STAGE_TOOL_MARK && source != PAL_PEN_ERASER &&
         !(source == PAL_PEN_FINGER && pal_body_stage_is_palm (self, g_get_monotonic_time ()));
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, PalBodyStage *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  gboolean taken = pal_body_stage_pen_down (self, get_source (controller), x, y,
                                            get_pressure (controller), g_get_monotonic_time ());

  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         taken ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, PalBodyStage *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    pal_body_stage_pen_move (self, x + dx, y + dy, get_pressure (GTK_EVENT_CONTROLLER (gesture)));
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, PalBodyStage *self)
{
  pal_body_stage_pen_up (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PalBodyStage *self)
{
  pal_body_stage_pen_cancel (self);
}

static void
pointer_cb (GtkEventControllerMotion *controller, double x, double y, PalBodyStage *self)
{
  PalPenSource source = get_source (GTK_EVENT_CONTROLLER (controller));

  if (source == PAL_PEN_PEN || source == PAL_PEN_ERASER)
    pal_body_stage_pen_near (self, g_get_monotonic_time ());
}

void
pal_body_stage_add_pen (PalBodyStage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (pointer_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
pal_body_stage_set_tool (PalBodyStage *self, PalStageTool tool)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  if (self->tool == tool)
    return;
  pal_body_stage_pen_cancel (self);
  self->tool = tool;
  g_object_notify (G_OBJECT (self), "tool");
}

PalStageTool
pal_body_stage_get_tool (PalBodyStage *self)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), PAL_STAGE_TOOL_MARK);
  return self->tool;
}
