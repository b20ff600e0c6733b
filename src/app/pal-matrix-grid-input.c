/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the matrix is pointed at, pressed, scrolled sideways and walked through by keyboard. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-grid-private.h"

/* Scrolling sideways -----------------------------------------------------------------------------
 */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PalMatrixGrid *self)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const double step = dx != 0 ? dx : state & GDK_SHIFT_MASK ? dy : 0;
  if (step == 0 || self->geometry.content_width <= self->geometry.cells_width)
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) +
                                                  step * 2 * self->geometry.cell_width);
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PalMatrixGrid *self)
{
  self->drag_from = gtk_adjustment_get_value (self->adjustment);
}

/* A finger moves the columns sideways; up and down is the page's. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PalMatrixGrid *self)
{
  if (ABS (dx) < 12 || ABS (dx) < ABS (dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_adjustment_set_value (self->adjustment, self->drag_from - (self->geometry.rtl ? -dx : dx));
}

/* Pointing and pressing --------------------------------------------------------------------------
 */

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, PalMatrixGrid *self)
{
  if (self->sheet == NULL)
    return;
  const PalMatrixSpot spot = pal_matrix_grid_pick (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   pal_matrix_grid_is_cell (self, spot) ? "pointer" : NULL);
  pal_matrix_grid_point_at (self, spot);
}

static void
left_cb (GtkEventControllerMotion *controller, PalMatrixGrid *self)
{
  pal_highlight_clear (self->highlight);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, PalMatrixGrid *self)
{
  if (self->sheet == NULL)
    return;
  PalMatrixSpot spot = pal_matrix_grid_pick (self, x, y);
  if (spot.line < 0 || pal_matrix_grid_get_line (self, spot.line)->region == NULL)
    return;
  if (pal_matrix_grid_is_cell (self, spot))
    pal_matrix_grid_activate (self, spot);
  else
    {
      pal_matrix_grid_walk_to (self, (PalMatrixSpot){ spot.line, MAX (self->at.visit, 0) });
      const GdkRectangle row = pal_matrix_grid_get_area (self, spot);
      pal_matrix_grid_ask (self, spot.line, &(GdkRectangle){ (int) x, row.y, 1, row.height });
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        PalMatrixGrid *self)
{
  PalMatrixSpot next = self->at;
  GdkRectangle here;
  if (!pal_matrix_grid_is_cell (self, self->at) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  const int newer = self->geometry.rtl ? -1 : 1;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next.line = pal_matrix_sheet_step (self->sheet, next.line, -1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next.line = pal_matrix_sheet_step (self->sheet, next.line, 1);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      next.visit -= newer;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      next.visit += newer;
      break;
    case GDK_KEY_Home:
      next.visit = 0;
      break;
    case GDK_KEY_End:
      next.visit = (int) self->sheet->n_visits - 1;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      pal_matrix_grid_activate (self, self->at);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      here = pal_matrix_grid_get_area (self, self->at);
      pal_matrix_grid_ask (self, self->at.line, &here);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  next.visit = CLAMP (next.visit, 0, (int) self->sheet->n_visits - 1);
  pal_matrix_grid_walk_to (self, next);
  return GDK_EVENT_STOP;
}

static void
focused_cb (GtkEventControllerFocus *controller, PalMatrixGrid *self)
{
  if (pal_matrix_grid_is_cell (self, self->at))
    pal_matrix_grid_point_at (self, self->at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unfocused_cb (GtkEventControllerFocus *controller, PalMatrixGrid *self)
{
  pal_highlight_clear (self->highlight);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_matrix_grid_add_controllers (PalMatrixGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (unfocused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
