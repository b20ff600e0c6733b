/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-matrix-grid.h. The still picture is cached as render nodes, a band of lines
 * each; only the light under it is drawn when something is pointed at. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-grid.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "draw/pal-matrix-paint.h"
#include "report/pal-words-matrix.h"

/* Lines of one cached node. */
#define BAND 24
#define MIN_WIDTH 260
#define NATURAL_WIDTH 900

/* What the keyboard is at: a widget that paints nothing and lies over its cell, so that the page
 * scrolls to it and a screen reader reads it. Two of them take turns: only a change of focus does
 * either. */
#define PAL_TYPE_MATRIX_CURSOR (pal_matrix_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PalMatrixCursor, pal_matrix_cursor, PAL, MATRIX_CURSOR, GtkWidget)

struct _PalMatrixCursor
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PalMatrixCursor, pal_matrix_cursor, GTK_TYPE_WIDGET)

static void
pal_matrix_cursor_class_init (PalMatrixCursorClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
pal_matrix_cursor_init (PalMatrixCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* ------------------------------------------------------------------------------------------------
 */

#define N_CURSORS 2

struct _PalMatrixGrid
{
  GtkWidget parent_instance;

  PalHighlight *highlight;
  PalMatrixSheet *sheet;
  GPtrArray *visits;
  PalMatrixGeometry geometry;
  PalMatrixSpot at; /* of the keyboard; somewhere whenever there is a row */
  GtkWidget *cursors[N_CURSORS];
  guint cursor; /* whose turn it is */
  GtkAdjustment *adjustment;
  guint configure; /* source */
  GskRenderNode *head;
  GPtrArray *bands; /* GskRenderNode */
  double drag_from;
};

enum
{
  ACTIVATED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalMatrixGrid, pal_matrix_grid, GTK_TYPE_WIDGET)

static const PalMatrixLine *
get_line (PalMatrixGrid *self, int line)
{
  return g_ptr_array_index (self->sheet->lines, line);
}

static gboolean
is_cell (PalMatrixGrid *self, PalMatrixSpot spot)
{
  return self->sheet != NULL && spot.line >= 0 && spot.visit >= 0 &&
         get_line (self, spot.line)->region != NULL;
}

/* Words ----------------------------------------------------------------------------------------
 */

static char *
dup_told (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = get_line (self, spot.line);
  g_autofree char *row = pal_words_matrix_row (line, self->sheet->n_visits);
  g_autofree char *place =
      spot.visit < 0 ? pal_region_dup_label (line->region, line->side)
                     : pal_words_matrix_spot (line, line->cells[spot.visit],
                                              g_ptr_array_index (self->visits, spot.visit));
  return g_strdup_printf ("%s\n%s", place, row);
}

static void
point_at (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = spot.line >= 0 ? get_line (self, spot.line) : NULL;
  const PalVisit *visit = spot.visit >= 0 ? g_ptr_array_index (self->visits, spot.visit) : NULL;
  pal_highlight_set (self->highlight,
                     line != NULL && line->region != NULL ? line->region->id : NULL,
                     line != NULL ? line->side : PAL_SIDE_MIDLINE,
                     visit != NULL ? visit->id : NULL);
}

/* Where to point a tooltip or a popover: a cell, or the name of a row. */
static GdkRectangle
get_area (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalRect cell = pal_matrix_get_cell (self->sheet, &self->geometry, spot);
  GdkRectangle area = { (int) cell.x, (int) cell.y, (int) cell.width, (int) cell.height };
  if (spot.visit < 0)
    {
      area.width = (int) self->geometry.label_width;
      area.x = self->geometry.rtl ? (int) self->geometry.width - area.width : 0;
    }
  return area;
}

/* What others point at is lit here as well. */
static PalMatrixSpot
get_lit (PalMatrixGrid *self)
{
  PalMatrixSpot spot = PAL_MATRIX_NOWHERE;
  const char *visit = pal_highlight_get_visit (self->highlight);
  if (self->sheet == NULL)
    return spot;
  spot.line = pal_matrix_sheet_find (self->sheet, pal_highlight_get_region (self->highlight),
                                     pal_highlight_get_side (self->highlight));
  for (guint i = 0; visit != NULL && i < self->visits->len; i++)
    if (g_str_equal (((const PalVisit *) g_ptr_array_index (self->visits, i))->id, visit))
      spot.visit = (int) i;
  return spot;
}

/* Caching ----------------------------------------------------------------------------------------
 */

static void
drop_nodes (PalMatrixGrid *self)
{
  g_clear_pointer (&self->head, gsk_render_node_unref);
  g_ptr_array_set_size (self->bands, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const PalTheme *
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

static GskRenderNode *
make_node (double y, double width, double height, cairo_t **cr)
{
  graphene_rect_t bounds;
  graphene_rect_init (&bounds, 0, (float) y, (float) MAX (width, 1), (float) MAX (height, 1));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  *cr = gsk_cairo_node_get_draw_context (node);
  return node;
}

/* A band keeps pairs together: their name stands between the two lines. */
static guint
get_last_of_band (PalMatrixGrid *self, guint first)
{
  const guint n = self->sheet->lines->len;
  guint last = MIN (first + BAND, n) - 1;
  while (last + 1 < n && get_line (self, (int) last + 1)->is_second)
    last++;
  return last;
}

static void
build_nodes (PalMatrixGrid *self)
{
  const PalTheme *theme = get_theme ();
  cairo_t *cr;
  self->head = make_node (0, self->geometry.width, PAL_MATRIX_HEAD_HEIGHT, &cr);
  pal_matrix_paint_head (cr, self->sheet, &self->geometry, theme);
  cairo_destroy (cr);
  for (guint first = 0; first < self->sheet->lines->len;)
    {
      const guint last = get_last_of_band (self, first);
      const PalMatrixLine *top = get_line (self, (int) first);
      const PalMatrixLine *bottom = get_line (self, (int) last);
      g_ptr_array_add (self->bands,
                       make_node (PAL_MATRIX_HEAD_HEIGHT + top->y, self->geometry.width,
                                  bottom->y + bottom->height - top->y, &cr));
      pal_matrix_paint_lines (cr, self->sheet, &self->geometry, theme, first, last);
      cairo_destroy (cr);
      first = last + 1;
    }
}

static void
pal_matrix_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (self->sheet == NULL)
    return;
  if (self->head == NULL)
    build_nodes (self);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  const PalMatrixSpot lit = get_lit (self);
  const gboolean has_focus =
      gtk_widget_has_focus (self->cursors[self->cursor]) && is_cell (self, self->at);
  if (lit.line >= 0 || lit.visit >= 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      pal_matrix_paint_light (cr, self->sheet, &self->geometry, lit, get_theme ());
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->head);
  for (guint i = 0; i < self->bands->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->bands, i));
  if (has_focus && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget))))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      pal_matrix_paint_focus (cr, self->sheet, &self->geometry, self->at, get_theme ());
      cairo_destroy (cr);
    }
}

/* Size and scrolling -----------------------------------------------------------------------------
 */

static void
pal_matrix_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  const double height = self->sheet != NULL ? self->sheet->height : 0;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH
                                                       : (int) (PAL_MATRIX_HEAD_HEIGHT + height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : *minimum;
}

static gboolean
configure_adjustment (gpointer data)
{
  PalMatrixGrid *self = data;
  self->configure = 0;
  gtk_adjustment_configure (self->adjustment, self->geometry.offset, 0,
                            self->geometry.content_width, self->geometry.cell_width,
                            self->geometry.cells_width, self->geometry.cells_width);
  return G_SOURCE_REMOVE;
}

/* The scrollbar is told after the allocation in which the room became known: it may have had its
 * own already, and would not get another. */
static void
lay_out (PalMatrixGrid *self)
{
  if (self->sheet == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  self->geometry =
      pal_matrix_measure (self->sheet, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  if (self->configure == 0)
    self->configure = g_idle_add (configure_adjustment, self);
  drop_nodes (self);
}

static void
pal_matrix_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (width != (int) self->geometry.width)
    lay_out (self);
  const GdkRectangle area =
      is_cell (self, self->at) ? get_area (self, self->at) : (GdkRectangle){ 0, 0, 1, 1 };
  for (guint i = 0; i < N_CURSORS; i++)
    gtk_widget_size_allocate (self->cursors[i], &area, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
scrolled_cb (PalMatrixGrid *self)
{
  self->geometry.offset = gtk_adjustment_get_value (self->adjustment);
  drop_nodes (self);
}

static void
show_column (PalMatrixGrid *self, int visit)
{
  gtk_adjustment_clamp_page (self->adjustment, visit * self->geometry.cell_width,
                             (visit + 1) * self->geometry.cell_width);
}

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
  const PalMatrixSpot spot = pal_matrix_pick (self->sheet, &self->geometry, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_cell (self, spot) ? "pointer" : NULL);
  point_at (self, spot);
}

static void
left_cb (GtkEventControllerMotion *controller, PalMatrixGrid *self)
{
  pal_highlight_clear (self->highlight);
}

static gboolean
pal_matrix_grid_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (self->sheet == NULL)
    return FALSE;
  const PalMatrixSpot spot =
      keyboard ? self->at : pal_matrix_pick (self->sheet, &self->geometry, x, y);
  if (spot.line < 0 || get_line (self, spot.line)->region == NULL)
    return FALSE;
  const GdkRectangle area = get_area (self, spot);
  g_autofree char *text = dup_told (self, spot);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
update_spoken (PalMatrixGrid *self)
{
  g_autofree char *text =
      is_cell (self, self->at) ? dup_told (self, self->at) : g_strdup (_ ("No rows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursors[self->cursor]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The cursor must lie at its cell before it takes the focus, or the page scrolls elsewhere. */
static void
walk_to (PalMatrixGrid *self, PalMatrixSpot spot)
{
  self->at = spot;
  self->cursor = (self->cursor + 1) % N_CURSORS;
  show_column (self, spot.visit);
  const GdkRectangle area = get_area (self, spot);
  gtk_widget_size_allocate (self->cursors[self->cursor], &area, -1);
  update_spoken (self);
  gtk_widget_grab_focus (self->cursors[self->cursor]);
  point_at (self, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = get_line (self, spot.line);
  const PalVisit *visit = g_ptr_array_index (self->visits, spot.visit);
  g_signal_emit (self, signals[ACTIVATED], 0, visit->id, line->region->id, (int) line->side);
}

static void
ask (PalMatrixGrid *self, int line, const GdkRectangle *area)
{
  const PalMatrixLine *asked = get_line (self, line);
  g_signal_emit (self, signals[ASKED], 0, asked->region->id, (int) asked->side, area);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, PalMatrixGrid *self)
{
  if (self->sheet == NULL)
    return;
  PalMatrixSpot spot = pal_matrix_pick (self->sheet, &self->geometry, x, y);
  if (spot.line < 0 || get_line (self, spot.line)->region == NULL)
    return;
  if (is_cell (self, spot))
    activate (self, spot);
  else
    {
      walk_to (self, (PalMatrixSpot){ spot.line, MAX (self->at.visit, 0) });
      const GdkRectangle row = get_area (self, spot);
      ask (self, spot.line, &(GdkRectangle){ (int) x, row.y, 1, row.height });
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
  if (!is_cell (self, self->at) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
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
      activate (self, self->at);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      here = get_area (self, self->at);
      ask (self, self->at.line, &here);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  next.visit = CLAMP (next.visit, 0, (int) self->sheet->n_visits - 1);
  walk_to (self, next);
  return GDK_EVENT_STOP;
}

static void
focused_cb (GtkEventControllerFocus *controller, PalMatrixGrid *self)
{
  if (is_cell (self, self->at))
    point_at (self, self->at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One stop for Tab, whichever cursor has its turn. */
static gboolean
pal_matrix_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (gtk_widget_get_focus_child (widget) != NULL || !is_cell (self, self->at))
    return FALSE;
  return gtk_widget_grab_focus (self->cursors[self->cursor]);
}

static gboolean
pal_matrix_grid_grab_focus (GtkWidget *widget)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  return is_cell (self, self->at) && gtk_widget_grab_focus (self->cursors[self->cursor]);
}

static void
unfocused_cb (GtkEventControllerFocus *controller, PalMatrixGrid *self)
{
  pal_highlight_clear (self->highlight);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_controllers (PalMatrixGrid *self)
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

/* Class ------------------------------------------------------------------------------------------
 */

static void
pal_matrix_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (pal_matrix_grid_parent_class)->direction_changed (widget, previous);
  lay_out (PAL_MATRIX_GRID (widget));
}

static void
pal_matrix_grid_dispose (GObject *object)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (object);
  GtkWidget *popover;
  g_clear_handle_id (&self->configure, g_source_remove);
  while ((popover = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (popover);
  g_clear_object (&self->highlight);
  g_clear_pointer (&self->sheet, pal_matrix_sheet_free);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->head, gsk_render_node_unref);
  g_clear_pointer (&self->bands, g_ptr_array_unref);
  G_OBJECT_CLASS (pal_matrix_grid_parent_class)->dispose (object);
}

static void
pal_matrix_grid_class_init (PalMatrixGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_matrix_grid_dispose;
  widget_class->measure = pal_matrix_grid_measure;
  widget_class->size_allocate = pal_matrix_grid_size_allocate;
  widget_class->snapshot = pal_matrix_grid_snapshot;
  widget_class->focus = pal_matrix_grid_focus;
  widget_class->grab_focus = pal_matrix_grid_grab_focus;
  widget_class->query_tooltip = pal_matrix_grid_query_tooltip;
  widget_class->direction_changed = pal_matrix_grid_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  signals[ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT);
  signals[ASKED] =
      g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, GDK_TYPE_RECTANGLE);
}

static void
pal_matrix_grid_init (PalMatrixGrid *self)
{
  self->at = PAL_MATRIX_NOWHERE;
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (drop_nodes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (drop_nodes), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_CURSORS; i++)
    {
      self->cursors[i] = g_object_new (PAL_TYPE_MATRIX_CURSOR, NULL);
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
    }
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _ ("Regions by visit. Arrow keys walk, Enter opens the visit, Space "
         "tells of the row."),
      -1);
  add_controllers (self);
}

GtkWidget *
pal_matrix_grid_new (PalHighlight *highlight)
{
  PalMatrixGrid *self = g_object_new (PAL_TYPE_MATRIX_GRID, NULL);
  self->highlight = g_object_ref (highlight);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_matrix_grid_set (PalMatrixGrid *self, PalMatrixSheet *sheet, GPtrArray *visits)
{
  g_return_if_fail (PAL_IS_MATRIX_GRID (self));
  g_clear_pointer (&self->sheet, pal_matrix_sheet_free);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  self->sheet = sheet;
  self->visits = visits != NULL ? g_ptr_array_ref (visits) : NULL;
  self->at = PAL_MATRIX_NOWHERE;
  if (sheet != NULL && sheet->lines->len > 1)
    self->at = (PalMatrixSpot){ pal_matrix_sheet_step (sheet, -1, 1), (int) sheet->n_visits - 1 };
  update_spoken (self);
  lay_out (self);
  drop_nodes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkAdjustment *
pal_matrix_grid_get_adjustment (PalMatrixGrid *self)
{
  g_return_val_if_fail (PAL_IS_MATRIX_GRID (self), NULL);
  return self->adjustment;
}
