/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-visit-strip.h: a horizontal list view over the client's visits. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-strip.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-visit-item.h"

#define THUMB_HEIGHT 92
#define THUMB_WIDTH 84

struct _PalVisitStrip
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *scroller;
  GtkListView *view;
  GListStore *items;
  GtkSingleSelection *selection;
  char *client_id;
  char *chosen[PAL_STRIP_N]; /* visit ids */
  PalStripEnd armed;
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
  if (ends == 0)
    return g_steal_pointer (&day);
  const char *names[] = { "", "A", "B", "A · B" };
  return g_strdup_printf ("%s · %s", day, names[ends]);
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
  if (ends != 0)
    gtk_widget_add_css_class (row, "pal-chosen");
  else
    gtk_widget_remove_css_class (row, "pal-chosen");

  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));
  g_autofree char *marks =
      g_strdup_printf (ngettext ("%u finding", "%u findings", visit->marks->len),
                       visit->marks->len);
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s%s%s", day, marks, ends & 1 ? _ (", compared as A") : "",
                       ends & 2 ? _ (", compared as B") : "");
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

static void
bind_cb (PalVisitStrip *self, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  PalVisitItem *item = gtk_list_item_get_item (list_item);
  PalBodyThumb *thumb = PAL_BODY_THUMB (gtk_widget_get_first_child (cell));
  const PalClient *client = pal_workbench_get_client (self->workbench);
  if (client != NULL)
    pal_body_thumb_set_figure (thumb, client->figure);
  pal_body_thumb_set_map (thumb,
                          pal_body_map_new_for_visit (pal_workbench_get_atlas (self->workbench),
                                                      pal_workbench_get_vocabulary (
                                                          self->workbench),
                                                      pal_visit_item_get_visit (item)));
  g_signal_connect_object (item, "notify::ends", G_CALLBACK (ends_changed_cb), list_item,
                           G_CONNECT_SWAPPED);
  show_cell (cell, item);
}

static void
unbind_cb (PalVisitStrip *self, GtkListItem *list_item)
{
  PalVisitItem *item = gtk_list_item_get_item (list_item);
  g_signal_handlers_disconnect_by_func (item, ends_changed_cb, list_item);
  pal_body_thumb_set_map (PAL_BODY_THUMB (
                              gtk_widget_get_first_child (gtk_list_item_get_child (list_item))),
                          NULL);
}

/* Choosing ---------------------------------------------------------------------------------------
 */

static void
show_ends (PalVisitStrip *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PalVisitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const char *id = pal_visit_item_get_visit (item)->id;
      guint ends = 0;
      for (guint end = 0; end < PAL_STRIP_N; end++)
        ends |= g_strcmp0 (self->chosen[end], id) == 0 ? 1u << end : 0;
      pal_visit_item_set_ends (item, ends);
    }
}

static void
choose (PalVisitStrip *self, PalStripEnd end, const char *visit_id)
{
  if (g_strcmp0 (self->chosen[end], visit_id) == 0)
    return;
  g_free (self->chosen[end]);
  self->chosen[end] = g_strdup (visit_id);
  show_ends (self);
  g_signal_emit (self, signals[CHOSEN], 0, (int) end);
}

static void
activate_cb (PalVisitStrip *self, guint position)
{
  g_autoptr (PalVisitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item == NULL)
    return;
  const char *id = pal_visit_item_get_visit (item)->id;
  if (g_strcmp0 (self->chosen[self->armed], id) == 0)
    g_signal_emit (self, signals[OPENED], 0, id);
  else
    choose (self, self->armed, id);
}

static gboolean
key_pressed_cb (PalVisitStrip *self, guint keyval, guint keycode, GdkModifierType state)
{
  PalVisitItem *item = gtk_single_selection_get_selected_item (self->selection);
  guint key = gdk_keyval_to_lower (keyval);
  if (item == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_a && key != GDK_KEY_b)
    return GDK_EVENT_PROPAGATE;
  choose (self, key == GDK_KEY_a ? PAL_STRIP_A : PAL_STRIP_B, pal_visit_item_get_visit (item)->id);
  return GDK_EVENT_STOP;
}

/* Following the client ---------------------------------------------------------------------------
 */

/* The newest two, unless what was chosen before is still there. */
static void
choose_defaults (PalVisitStrip *self)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  for (guint end = 0; end < PAL_STRIP_N; end++)
    {
      if (self->chosen[end] != NULL &&
          pal_workbench_find_visit (self->workbench, self->chosen[end]) != NULL)
        continue;
      g_clear_pointer (&self->chosen[end], g_free);
      guint from_end = end == PAL_STRIP_A ? 2 : 1;
      if (visits->len >= from_end)
        self->chosen[end] =
            g_strdup (((const PalVisit *) g_ptr_array_index (visits, visits->len - from_end))->id);
    }
}

static void
scroll_to_end (PalVisitStrip *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", n - 1);
}

static void
scroll_idle (gpointer data)
{
  g_autoptr (PalVisitStrip) self = data;
  if (self->workbench != NULL)
    scroll_to_end (self);
}

/* The newest visits are what one looks for; a list that was never shown cannot scroll yet. */
static void
mapped_cb (PalVisitStrip *self)
{
  g_idle_add_once (scroll_idle, g_object_ref (self));
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
        g_clear_pointer (&self->chosen[end], g_free);
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
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_visit_strip_parent_class)->dispose (object);
}

static void
pal_visit_strip_finalize (GObject *object)
{
  PalVisitStrip *self = PAL_VISIT_STRIP (object);
  g_free (self->client_id);
  for (guint end = 0; end < PAL_STRIP_N; end++)
    g_free (self->chosen[end]);
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

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
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

const PalVisit *
pal_visit_strip_get_chosen (PalVisitStrip *self, PalStripEnd end)
{
  g_return_val_if_fail (PAL_IS_VISIT_STRIP (self), NULL);
  if (self->chosen[end] == NULL)
    return NULL;
  return pal_workbench_find_visit (self->workbench, self->chosen[end]);
}

gboolean
pal_visit_strip_choose (PalVisitStrip *self, PalStripEnd end, const char *visit_id)
{
  g_return_val_if_fail (PAL_IS_VISIT_STRIP (self), FALSE);
  if (pal_workbench_find_visit (self->workbench, visit_id) == NULL)
    return FALSE;
  choose (self, end, visit_id);
  return TRUE;
}

void
pal_visit_strip_arm (PalVisitStrip *self, PalStripEnd end)
{
  g_return_if_fail (PAL_IS_VISIT_STRIP (self));
  self->armed = end;
}
