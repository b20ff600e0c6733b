/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-visit-strip.h: a horizontal list view over the client's visits. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-strip.h"

#include <glib/gi18n-lib.h>

#include "app/pal-before-drawing.h"
#include "app/pal-body-stage.h"
#include "app/pal-visit-item.h"

#define THUMB_HEIGHT 84
#define THUMB_WIDTH 76

struct _PalVisitStrip
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *scroller;
  GtkListView *view;
  GListStore *items;
  GtkSingleSelection *selection;
  char *client_id;
  char *first[PAL_STRIP_N]; /* visit ids: the oldest of the span */
  char *last[PAL_STRIP_N];
  PalStripEnd armed;
  int row_height;
  gboolean extending; /* Shift was held when the press began */
  PalScopeLens *lens; /* nullable: shows all findings */
  guint scroll_id;
  GPtrArray *bound; /* GtkListItem, borrowed: those with a thumbnail now */
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalVisitStrip, pal_visit_strip, GTK_TYPE_WIDGET)

/* Cells ------------------------------------------------------------------------------------------
 */

static char *
dup_caption (const PalVisit *visit, guint ends)
{
  g_autofree char *day = pal_date_format_short (pal_time_get_local_date (visit->at));
  const char *names[] = { NULL, "A", "B", "A · B" };
  if (names[ends & 3] == NULL)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s · %s", day, names[ends & 3]);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_cell (GtkWidget *cell, PalVisitItem *item)
{
  const PalVisit *visit = pal_visit_item_get_visit (item);
  guint ends = pal_visit_item_get_ends (item);
  g_autofree char *caption = dup_caption (visit, ends);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), caption);

  GtkWidget *row = gtk_widget_get_parent (cell);
  if (row == NULL)
    return;
  set_class (row, "pal-chosen", ends != 0);
  set_class (row, "pal-chosen-a", ends == 1u << PAL_STRIP_A);

  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));
  g_autofree char *marks =
      g_strdup_printf (ngettext ("%u finding", "%u findings", visit->marks->len),
                       visit->marks->len);
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s%s%s%s", day, marks, ends & 1 ? _ (", compared as A") : "",
                       ends & 2 ? _ (", compared as B") : "", ends & 4 ? _ (", shown") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
ends_changed_cb (GtkListItem *list_item)
{
  PalVisitItem *item = gtk_list_item_get_item (list_item);
  if (item != NULL)
    show_cell (gtk_list_item_get_child (list_item), item);
}

static void
setup_cb (PalVisitStrip *self, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *thumb = pal_body_thumb_new (pal_workbench_get_atlas (self->workbench),
                                         pal_workbench_get_vocabulary (self->workbench));
  const PalView views[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK };
  pal_body_thumb_set_views (PAL_BODY_THUMB (thumb), views, G_N_ELEMENTS (views));
  gtk_widget_set_size_request (thumb, THUMB_WIDTH, THUMB_HEIGHT);
  GtkWidget *caption = gtk_label_new (NULL);
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (cell), thumb);
  gtk_box_append (GTK_BOX (cell), caption);
  gtk_list_item_set_child (list_item, cell);
}

/* A scrolled window keeps no room for a bar that may come and go: it would lie over the dates. */
static void
claim_height (gpointer data)
{
  g_autoptr (PalVisitStrip) self = data;
  if (self->scroller == NULL || self->row_height == 0)
    return;
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  int bar_height = 0;
  if (gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across))
    gtk_widget_measure (gtk_scrolled_window_get_hscrollbar (scroller), GTK_ORIENTATION_VERTICAL, -1,
                        NULL, &bar_height, NULL, NULL);
  gtk_widget_set_size_request (self->scroller, -1, self->row_height + bar_height);
}

static void
room_changed_cb (PalVisitStrip *self)
{
  pal_before_drawing (claim_height, g_object_ref (self));
}

static void
measure_row (PalVisitStrip *self, GtkWidget *cell)
{
  GtkWidget *row = gtk_widget_get_parent (cell);
  int height;
  gtk_widget_measure (row != NULL ? row : cell, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  if (height <= self->row_height)
    return;
  self->row_height = height;
  room_changed_cb (self);
}

static void
show_map (PalVisitStrip *self, GtkListItem *list_item)
{
  const PalVisit *visit = pal_visit_item_get_visit (gtk_list_item_get_item (list_item));
  PalBodyMap *map =
      pal_body_map_new_for_visit (pal_workbench_get_atlas (self->workbench),
                                  pal_workbench_get_vocabulary (self->workbench), visit);
  pal_scope_lens_apply (self->lens, map, visit);
  pal_body_thumb_set_map (PAL_BODY_THUMB (
                              gtk_widget_get_first_child (gtk_list_item_get_child (list_item))),
                          map);
}

static void
bind_cb (PalVisitStrip *self, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  PalVisitItem *item = gtk_list_item_get_item (list_item);
  PalBodyThumb *thumb = PAL_BODY_THUMB (gtk_widget_get_first_child (cell));
  const PalClient *client = pal_workbench_get_client (self->workbench);
  if (client != NULL)
    pal_body_thumb_set_figure (thumb, client->figure);
  show_map (self, list_item);
  g_ptr_array_add (self->bound, list_item);
  g_signal_connect_object (item, "notify::ends", G_CALLBACK (ends_changed_cb), list_item,
                           G_CONNECT_SWAPPED);
  show_cell (cell, item);
  measure_row (self, cell);
}

static void
unbind_cb (PalVisitStrip *self, GtkListItem *list_item)
{
  PalVisitItem *item = gtk_list_item_get_item (list_item);
  g_signal_handlers_disconnect_by_func (item, ends_changed_cb, list_item);
  g_ptr_array_remove_fast (self->bound, list_item);
  pal_body_thumb_set_map (PAL_BODY_THUMB (
                              gtk_widget_get_first_child (gtk_list_item_get_child (list_item))),
                          NULL);
}

/* Choosing ---------------------------------------------------------------------------------------
 */

static gboolean
find_place (PalVisitStrip *self, const char *visit_id, guint *place)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  for (guint i = 0; visit_id != NULL && i < visits->len; i++)
    if (g_str_equal (((const PalVisit *) g_ptr_array_index (visits, i))->id, visit_id))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_span (PalVisitStrip *self, PalStripEnd end, guint *first, guint *last)
{
  return find_place (self, self->first[end], first) && find_place (self, self->last[end], last);
}

static gboolean
is_shown (PalVisitStrip *self, PalStripEnd end)
{
  return (self->armed == PAL_STRIP_NOW) == (end == PAL_STRIP_NOW);
}

static void
show_ends (PalVisitStrip *self)
{
  guint first[PAL_STRIP_N], last[PAL_STRIP_N];
  gboolean shown[PAL_STRIP_N];
  for (guint end = 0; end < PAL_STRIP_N; end++)
    shown[end] = is_shown (self, end) && find_span (self, end, &first[end], &last[end]);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PalVisitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      guint ends = 0;
      for (guint end = 0; end < PAL_STRIP_N; end++)
        ends |= shown[end] && i >= first[end] && i <= last[end] ? 1u << end : 0;
      pal_visit_item_set_ends (item, ends);
    }
}

static void
forget (PalVisitStrip *self, PalStripEnd end)
{
  g_clear_pointer (&self->first[end], g_free);
  g_clear_pointer (&self->last[end], g_free);
}

static void
set_span (PalVisitStrip *self, PalStripEnd end, guint first, guint last)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  forget (self, end);
  self->first[end] = g_strdup (((const PalVisit *) g_ptr_array_index (visits, first))->id);
  self->last[end] = g_strdup (((const PalVisit *) g_ptr_array_index (visits, last))->id);
}

static void
choose (PalVisitStrip *self, PalStripEnd end, guint first, guint last)
{
  guint old_first, old_last;
  if (find_span (self, end, &old_first, &old_last) && old_first == first && old_last == last)
    return;
  set_span (self, end, first, last);
  show_ends (self);
  g_signal_emit (self, signals[CHOSEN], 0, (int) end);
}

/* Stretches the span to @place: from the end that is farther away, so that it can shrink again. */
static void
extend (PalVisitStrip *self, PalStripEnd end, guint place)
{
  guint first, last;
  if (!find_span (self, end, &first, &last) || end == PAL_STRIP_NOW)
    choose (self, end, place, place);
  else if (place <= first || (place < last && place - first < last - place))
    choose (self, end, place, last);
  else
    choose (self, end, first, place);
}

static void
activate_cb (PalVisitStrip *self, guint position)
{
  guint first, last;
  if (self->extending)
    extend (self, self->armed, position);
  else if (find_span (self, self->armed, &first, &last) && first == position && last == position)
    g_signal_emit (self, signals[OPENED], 0,
                   ((const PalVisit *)
                        g_ptr_array_index (pal_workbench_get_visits (self->workbench), position))
                       ->id);
  else
    choose (self, self->armed, position, position);
  self->extending = FALSE;
}

/* Only looks: the list view acts on the release. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PalVisitStrip *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  self->extending = (state & GDK_SHIFT_MASK) != 0;
}

static gboolean
key_pressed_cb (PalVisitStrip *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint place = gtk_single_selection_get_selected (self->selection);
  guint key = gdk_keyval_to_lower (keyval);
  self->extending = FALSE;
  if (place == GTK_INVALID_LIST_POSITION || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_a && key != GDK_KEY_b)
    return GDK_EVENT_PROPAGATE;
  PalStripEnd end = key == GDK_KEY_a ? PAL_STRIP_A : PAL_STRIP_B;
  if ((state & GDK_SHIFT_MASK) != 0)
    extend (self, end, place);
  else
    choose (self, end, place, place);
  return GDK_EVENT_STOP;
}

/* Following the client ---------------------------------------------------------------------------
 */

/* The newest two, unless what was chosen before is still there. */
static void
choose_defaults (PalVisitStrip *self)
{
  guint n = pal_workbench_get_visits (self->workbench)->len;
  for (guint end = 0; end < PAL_STRIP_N; end++)
    {
      guint first, last, from_end = end == PAL_STRIP_A ? 2 : 1;
      if (find_span (self, end, &first, &last) && first <= last)
        continue;
      forget (self, end);
      if (n >= from_end)
        set_span (self, end, n - from_end, n - from_end);
    }
}

static void
scroll_to_end (PalVisitStrip *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", n - 1);
}

static gboolean
scroll_idle (gpointer data)
{
  PalVisitStrip *self = data;
  self->scroll_id = 0;
  if (self->workbench != NULL)
    scroll_to_end (self);
  return G_SOURCE_REMOVE;
}

/* The newest visits are what one looks for; a list that was never shown cannot scroll yet. */
static void
mapped_cb (PalVisitStrip *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_idle, self);
}

static void
visits_changed_cb (PalVisitStrip *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  gboolean other = g_strcmp0 (client != NULL ? client->id : NULL, self->client_id) != 0;
  if (other)
    {
      g_free (self->client_id);
      self->client_id = client != NULL ? g_strdup (client->id) : NULL;
      for (guint end = 0; end < PAL_STRIP_N; end++)
        forget (self, end);
    }

  /* Only what changed is spliced, so that scroll, focus and thumbnails of the rest stay. */
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0;
  while (first < n_old && first < visits->len)
    {
      g_autoptr (PalVisitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), first);
      if (pal_visit_item_get_visit (item) != g_ptr_array_index (visits, first))
        break;
      first++;
    }
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < visits->len; i++)
    g_ptr_array_add (added, pal_visit_item_new (g_ptr_array_index (visits, i)));
  if (n_old != first || added->len > 0)
    g_list_store_splice (self->items, first, n_old - first, added->pdata, added->len);

  choose_defaults (self);
  show_ends (self);
  if (other)
    scroll_to_end (self);
  g_signal_emit (self, signals[CHOSEN], 0, (int) PAL_STRIP_B);
}

static void
pal_visit_strip_dispose (GObject *object)
{
  PalVisitStrip *self = PAL_VISIT_STRIP (object);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_visit_strip_parent_class)->dispose (object);
}

static void
pal_visit_strip_finalize (GObject *object)
{
  PalVisitStrip *self = PAL_VISIT_STRIP (object);
  g_free (self->client_id);
  pal_scope_lens_free (self->lens);
  g_ptr_array_unref (self->bound);
  for (guint end = 0; end < PAL_STRIP_N; end++)
    forget (self, end);
  G_OBJECT_CLASS (pal_visit_strip_parent_class)->finalize (object);
}

static void
pal_visit_strip_class_init (PalVisitStripClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_visit_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_visit_strip_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_visit_strip_init (PalVisitStrip *self)
{
  self->armed = PAL_STRIP_A;
  self->bound = g_ptr_array_new ();
  self->items = g_list_store_new (PAL_TYPE_VISIT_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->items));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->view), GTK_ORIENTATION_HORIZONTAL);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pal-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Visits"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  GtkGesture *press = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  /* One that lay over the dates would hide what one scrolls for. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (
                               GTK_SCROLLED_WINDOW (self->scroller)),
                           "changed", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

void
pal_visit_strip_set_workbench (PalVisitStrip *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_VISIT_STRIP (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visits-changed", G_CALLBACK (visits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visits_changed_cb (self);
}

GPtrArray *
pal_visit_strip_get_visits (PalVisitStrip *self, PalStripEnd end)
{
  g_return_val_if_fail (PAL_IS_VISIT_STRIP (self), NULL);
  g_return_val_if_fail (end < PAL_STRIP_N, NULL);

  guint first, last;
  if (!find_span (self, end, &first, &last))
    return NULL;
  GPtrArray *span = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  for (guint i = first; i <= last; i++)
    g_ptr_array_add (span, pal_visit_ref (
                               g_ptr_array_index (pal_workbench_get_visits (self->workbench), i)));
  return span;
}

gboolean
pal_visit_strip_choose (PalVisitStrip *self, PalStripEnd end, const char *first, const char *last)
{
  g_return_val_if_fail (PAL_IS_VISIT_STRIP (self), FALSE);
  g_return_val_if_fail (end < PAL_STRIP_N, FALSE);

  guint one, other;
  if (!find_place (self, first, &one) || !find_place (self, last, &other))
    return FALSE;
  choose (self, end, MIN (one, other), MAX (one, other));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u",
                              MAX (one, other));
  return TRUE;
}

void
pal_visit_strip_arm (PalVisitStrip *self, PalStripEnd end)
{
  g_return_if_fail (PAL_IS_VISIT_STRIP (self));
  g_return_if_fail (end < PAL_STRIP_N);
  self->armed = end;
  show_ends (self);
}

void
pal_visit_strip_take_lens (PalVisitStrip *self, PalScopeLens *lens)
{
  g_return_if_fail (PAL_IS_VISIT_STRIP (self));
  if (self->lens == NULL && lens == NULL)
    return;
  pal_scope_lens_free (self->lens);
  self->lens = lens;
  for (guint i = 0; i < self->bound->len; i++)
    show_map (self, g_ptr_array_index (self->bound, i));
}
