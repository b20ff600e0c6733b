/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the list of clients: tiles with their menu and their miniatures. Which clients there
 * are, in which order, is pal-client-list.c's. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-client-item.h"
#include "app/pal-client-list-private.h"
#include "app/pal-client-tile.h"

/* Miniatures are made while nothing else is to do, so many microseconds at a time. */
#define THUMB_BUDGET_US 6000

/* Miniatures ----------------------------------------------------------------------------------- */

static gboolean
is_in_sight (PalClientList *self, GtkWidget *tile)
{
  graphene_rect_t bounds;
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self->scroller));

  return gtk_widget_get_mapped (tile) &&
         gtk_widget_compute_bounds (tile, GTK_WIDGET (self->scroller), &bounds) &&
         bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < height;
}

static gboolean
load_thumbs_cb (gpointer data)
{
  PalClientList *self = data;
  const gint64 end = g_get_monotonic_time () + THUMB_BUDGET_US;
  GHashTableIter iter;
  gpointer tile;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &tile, NULL))
    {
      if (!pal_client_tile_needs_thumb (tile) || !is_in_sight (self, tile))
        continue;
      pal_client_tile_load_thumb (tile, self->workbench, self->scope);
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }
  self->thumb_source = 0;
  return G_SOURCE_REMOVE;
}

void
pal_client_list_queue_thumbs (PalClientList *self)
{
  if (self->thumb_source == 0)
    self->thumb_source = g_idle_add_full (G_PRIORITY_LOW, load_thumbs_cb, self, NULL);
}

/* Rows ----------------------------------------------------------------------------------------- */

static void
tile_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *tile = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_contains (tile, x, y))
    gtk_widget_activate_action (tile, "list.activate-item", "u",
                                gtk_list_item_get_position (list_item));
}

/* The row is the accessible object, and it has no name of its own. */
void
pal_client_list_label_row (GtkWidget *tile)
{
  g_autofree char *label = pal_client_tile_dup_label (PAL_CLIENT_TILE (tile));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (tile)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
pal_client_list_find_tile (PalClientList *self, PalClientItem *item)
{
  GHashTableIter iter;
  gpointer tile;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &tile, NULL))
    {
      if (pal_client_tile_get_item (tile) == item)
        return tile;
    }
  return NULL;
}

void
pal_client_list_popup_menu (PalClientList *self, GtkWidget *tile, double x, double y)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (self->menu);

  gtk_widget_set_parent (popover, tile);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
tile_menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *tile = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PalClientList *self = PAL_CLIENT_LIST (gtk_widget_get_ancestor (tile, PAL_TYPE_CLIENT_LIST));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  pal_client_list_popup_menu (self, tile, x, y);
}

static void
setup_row_cb (PalClientList *self, GtkListItem *list_item)
{
  GtkWidget *tile = pal_client_tile_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (tile_released_cb), list_item);
  gtk_widget_add_controller (tile, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (tile_menu_cb), list_item);
  gtk_widget_add_controller (tile, GTK_EVENT_CONTROLLER (secondary));
  gtk_list_item_set_child (list_item, tile);
}

static void
bind_row_cb (PalClientList *self, GtkListItem *list_item)
{
  GtkWidget *tile = gtk_list_item_get_child (list_item);

  pal_client_tile_set_item (PAL_CLIENT_TILE (tile), gtk_list_item_get_item (list_item));
  pal_client_list_label_row (tile);
  g_hash_table_add (self->tiles, tile);
  pal_client_list_queue_thumbs (self);
}

static void
unbind_row_cb (PalClientList *self, GtkListItem *list_item)
{
  GtkWidget *tile = gtk_list_item_get_child (list_item);

  g_hash_table_remove (self->tiles, tile);
  pal_client_tile_set_item (PAL_CLIENT_TILE (tile), NULL);
}

void
pal_client_list_set_up_rows (PalClientList *self, GtkListItemFactory *factory)
{
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
}
