/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-matrix-grid.h. The still picture is cached as render nodes, a band of lines
 * each; only the light under it is drawn when something is pointed at. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-grid-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-matrix-cursor.h"
#include "report/pal-words-matrix.h"

/* Pixels. */
#define MIN_WIDTH 260
#define NATURAL_WIDTH 900

enum
{
  ACTIVATED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalMatrixGrid, pal_matrix_grid, GTK_TYPE_WIDGET)

const PalMatrixLine *
pal_matrix_grid_get_line (PalMatrixGrid *self, int line)
{
  return g_ptr_array_index (self->sheet->lines, line);
}

gboolean
pal_matrix_grid_is_cell (PalMatrixGrid *self, PalMatrixSpot spot)
{
  return self->sheet != NULL && spot.line >= 0 && spot.visit >= 0 &&
         pal_matrix_grid_get_line (self, spot.line)->region != NULL;
}

/* Words ----------------------------------------------------------------------------------------
 */

static char *
dup_told (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = pal_matrix_grid_get_line (self, spot.line);
  g_autofree char *row = pal_words_matrix_row (line, self->sheet->n_visits);
  g_autofree char *place =
      spot.visit < 0 ? pal_words_matrix_name (line)
                     : pal_words_matrix_spot (line, line->cells[spot.visit],
                                              g_ptr_array_index (self->visits, spot.visit));
  return g_strdup_printf ("%s\n%s", place, row);
}

void
pal_matrix_grid_point_at (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = spot.line >= 0 ? pal_matrix_grid_get_line (self, spot.line) : NULL;
  const PalVisit *visit = spot.visit >= 0 ? g_ptr_array_index (self->visits, spot.visit) : NULL;
  const PalRegion *region = line != NULL ? pal_matrix_line_get_region (line, spot.visit) : NULL;
  pal_highlight_set (self->highlight, region != NULL ? region->id : NULL,
                     line != NULL ? line->side : PAL_SIDE_MIDLINE,
                     visit != NULL ? visit->id : NULL);
}

/* Where to point a tooltip or a popover: a cell, or the name of a row. */
GdkRectangle
pal_matrix_grid_get_area (PalMatrixGrid *self, PalMatrixSpot spot)
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

PalMatrixSpot
pal_matrix_grid_pick (PalMatrixGrid *self, double x, double y)
{
  const double in_head = y - self->head_y;
  if (self->head_y > 0 && in_head >= 0 && in_head < PAL_MATRIX_HEAD_HEIGHT)
    y = in_head;
  return pal_matrix_pick (self->sheet, &self->geometry, x, y);
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
  g_array_set_size (self->bands, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const PalTheme *
pal_matrix_grid_get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

GskRenderNode *
pal_matrix_grid_make_node (double y, double width, double height, cairo_t **cr)
{
  graphene_rect_t bounds;
  graphene_rect_init (&bounds, 0, (float) y, (float) MAX (width, 1), (float) MAX (height, 1));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  *cr = gsk_cairo_node_get_draw_context (node);
  return node;
}

static void
build_head (PalMatrixGrid *self)
{
  cairo_t *cr;
  self->head = pal_matrix_grid_make_node (0, self->geometry.width, PAL_MATRIX_HEAD_HEIGHT, &cr);
  pal_matrix_paint_head (cr, self->sheet, &self->geometry, pal_matrix_grid_get_theme ());
  cairo_destroy (cr);
}

static void
append_light (PalMatrixGrid *self,
              GtkSnapshot *snapshot,
              PalMatrixSpot lit,
              const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  pal_matrix_paint_light (cr, self->sheet, &self->geometry, lit, pal_matrix_grid_get_theme ());
  cairo_destroy (cr);
}

/* The days, over the lines when the page is scrolled through them. */
static void
snapshot_head (PalMatrixGrid *self, GtkSnapshot *snapshot, int lit_visit)
{
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) self->geometry.width, PAL_MATRIX_HEAD_HEIGHT);
  if (self->head_y <= 0)
    {
      gtk_snapshot_append_node (snapshot, self->head);
      return;
    }
  const PalColour *ground = &pal_matrix_grid_get_theme ()->ground;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) self->head_y));
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA){ (float) ground->r, (float) ground->g, (float) ground->b,
                                         (float) ground->a },
                             &bounds);
  if (lit_visit >= 0)
    append_light (self, snapshot, (PalMatrixSpot){ -1, lit_visit }, &bounds);
  gtk_snapshot_append_node (snapshot, self->head);
  gtk_snapshot_restore (snapshot);
}

/* A line and a column, each no larger than it is: what a node covers is painted aside first, and of
 * a sheet of years that is many screens. */
static void
snapshot_light (PalMatrixGrid *self, GtkSnapshot *snapshot, PalMatrixSpot lit)
{
  const float width = (float) self->geometry.width;
  if (lit.line >= 0)
    {
      const PalMatrixLine *line = pal_matrix_grid_get_line (self, lit.line);
      append_light (self, snapshot, (PalMatrixSpot){ lit.line, -1 },
                    &GRAPHENE_RECT_INIT (0, (float) (PAL_MATRIX_HEAD_HEIGHT + line->y), width,
                                         (float) line->height));
    }
  if (lit.visit >= 0)
    {
      const PalRect cell =
          pal_matrix_get_cell (self->sheet, &self->geometry, (PalMatrixSpot){ 0, lit.visit });
      append_light (self, snapshot, (PalMatrixSpot){ -1, lit.visit },
                    &GRAPHENE_RECT_INIT ((float) cell.x - 4, 0, (float) cell.width + 8,
                                         (float) (PAL_MATRIX_HEAD_HEIGHT + self->sheet->height)));
    }
}

static void
pal_matrix_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (self->sheet == NULL)
    return;
  if (self->head == NULL)
    build_head (self);
  const PalMatrixSpot lit = get_lit (self);
  const gboolean has_focus = gtk_widget_has_focus (self->cursors[self->cursor]) &&
                             pal_matrix_grid_is_cell (self, self->at);
  snapshot_light (self, snapshot, lit);
  pal_matrix_grid_snapshot_bands (self, snapshot);
  if (has_focus && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget))))
    {
      const PalRect cell = pal_matrix_get_cell (self->sheet, &self->geometry, self->at);
      cairo_t *cr =
          gtk_snapshot_append_cairo (snapshot,
                                     &GRAPHENE_RECT_INIT ((float) cell.x - 2, (float) cell.y - 2,
                                                          (float) cell.width + 4,
                                                          (float) cell.height + 4));
      pal_matrix_paint_focus (cr, self->sheet, &self->geometry, self->at,
                              pal_matrix_grid_get_theme ());
      cairo_destroy (cr);
    }
  snapshot_head (self, snapshot, lit.visit);
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

/* Down to the last line but one: then the sheet takes its head away with it. */
static void
move_head (PalMatrixGrid *self)
{
  graphene_point_t top;
  double y = 0;
  if (self->sheet != NULL && self->content != NULL &&
      gtk_widget_compute_point (GTK_WIDGET (self), self->content, &GRAPHENE_POINT_INIT (0, 0),
                                &top))
    y = CLAMP (gtk_adjustment_get_value (self->page) - top.y, 0, MAX (self->sheet->height - 40, 0));
  if (y == self->head_y)
    return;
  self->head_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What comes into sight is painted; before the sheet reaches the top, its head does not move. */
static void
page_scrolled_cb (PalMatrixGrid *self)
{
  move_head (self);
  if (pal_matrix_grid_misses_bands (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
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
    self->configure = g_idle_add_full (G_PRIORITY_HIGH_IDLE, configure_adjustment, self, NULL);
  drop_nodes (self);
}

/* As tall as cell and head together, so that the page never scrolls a cell under the head. */
static void
place_cursor (PalMatrixGrid *self, guint cursor, PalMatrixSpot spot)
{
  GdkRectangle area = { 0, 0, 1, 1 };
  if (pal_matrix_grid_is_cell (self, spot))
    {
      area = pal_matrix_grid_get_area (self, spot);
      area.y -= PAL_MATRIX_HEAD_HEIGHT;
      area.height += PAL_MATRIX_HEAD_HEIGHT;
    }
  gtk_widget_size_allocate (self->cursors[cursor], &area, -1);
}

static void
pal_matrix_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (width != (int) self->geometry.width)
    lay_out (self);
  for (guint i = 0; i < N_CURSORS; i++)
    place_cursor (self, i, self->at);
  move_head (self);
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

/* Keyboard and tooltips --------------------------------------------------------------------------
 */

static void
show_column (PalMatrixGrid *self, int visit)
{
  gtk_adjustment_clamp_page (self->adjustment, visit * self->geometry.cell_width,
                             (visit + 1) * self->geometry.cell_width);
}

static gboolean
pal_matrix_grid_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (self->sheet == NULL)
    return FALSE;
  const PalMatrixSpot spot = keyboard ? self->at : pal_matrix_grid_pick (self, x, y);
  if (spot.line < 0 || pal_matrix_grid_get_line (self, spot.line)->region == NULL)
    return FALSE;
  const GdkRectangle area = pal_matrix_grid_get_area (self, spot);
  g_autofree char *text = dup_told (self, spot);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
update_spoken (PalMatrixGrid *self)
{
  g_autofree char *text = pal_matrix_grid_is_cell (self, self->at) ? dup_told (self, self->at)
                                                                   : g_strdup (_ ("No rows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursors[self->cursor]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The cursor must lie at its cell before it takes the focus, or the page scrolls elsewhere. */
void
pal_matrix_grid_walk_to (PalMatrixGrid *self, PalMatrixSpot spot)
{
  self->at = spot;
  self->cursor = (self->cursor + 1) % N_CURSORS;
  show_column (self, spot.visit);
  place_cursor (self, self->cursor, spot);
  update_spoken (self);
  gtk_widget_grab_focus (self->cursors[self->cursor]);
  pal_matrix_grid_point_at (self, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_matrix_grid_activate (PalMatrixGrid *self, PalMatrixSpot spot)
{
  const PalMatrixLine *line = pal_matrix_grid_get_line (self, spot.line);
  const PalVisit *visit = g_ptr_array_index (self->visits, spot.visit);
  g_signal_emit (self, signals[ACTIVATED], 0, visit->id,
                 pal_matrix_line_get_region (line, spot.visit)->id, (int) line->side);
}

void
pal_matrix_grid_ask (PalMatrixGrid *self, int line, const GdkRectangle *area)
{
  const PalMatrixLine *asked = pal_matrix_grid_get_line (self, line);
  if (asked->row != NULL)
    g_signal_emit (self, signals[ASKED], 0, asked->row, area);
}

/* One stop for Tab, whichever cursor has its turn. */
static gboolean
pal_matrix_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  if (gtk_widget_get_focus_child (widget) != NULL || !pal_matrix_grid_is_cell (self, self->at))
    return FALSE;
  return gtk_widget_grab_focus (self->cursors[self->cursor]);
}

static gboolean
pal_matrix_grid_grab_focus (GtkWidget *widget)
{
  PalMatrixGrid *self = PAL_MATRIX_GRID (widget);
  return pal_matrix_grid_is_cell (self, self->at) &&
         gtk_widget_grab_focus (self->cursors[self->cursor]);
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
  g_clear_object (&self->page);
  g_clear_weak_pointer (&self->content);
  g_clear_pointer (&self->head, gsk_render_node_unref);
  g_clear_pointer (&self->bands, g_array_unref);
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
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, GDK_TYPE_RECTANGLE);
}

static void
pal_matrix_grid_init (PalMatrixGrid *self)
{
  self->at = PAL_MATRIX_NOWHERE;
  self->bands = pal_matrix_grid_bands_new ();
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (drop_nodes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (drop_nodes), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_CURSORS; i++)
    {
      self->cursors[i] = pal_matrix_cursor_new ();
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
    }
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _ ("Regions by visit. Arrow keys walk, Enter opens the visit, Space "
         "tells of the row."),
      -1);
  pal_matrix_grid_add_controllers (self);
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

void
pal_matrix_grid_keep_head (PalMatrixGrid *self, GtkAdjustment *page, GtkWidget *content)
{
  g_return_if_fail (PAL_IS_MATRIX_GRID (self) && self->page == NULL);
  self->page = g_object_ref (page);
  g_set_weak_pointer (&self->content, content);
  g_signal_connect_object (page, "value-changed", G_CALLBACK (page_scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "changed", G_CALLBACK (page_scrolled_cb), self, G_CONNECT_SWAPPED);
}

GtkAdjustment *
pal_matrix_grid_get_adjustment (PalMatrixGrid *self)
{
  g_return_val_if_fail (PAL_IS_MATRIX_GRID (self), NULL);
  return self->adjustment;
}
