/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of clients: store → items → search → order → selection → rows. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-client-item.h"
#include "app/pal-client-list-private.h"
#include "app/pal-client-tile.h"

enum
{
  OPENED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PalClientList, pal_client_list, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* Items ---------------------------------------------------------------------------------------- */

static void
update_stack (PalClientList *self)
{
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    page = "none";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    page = "no-match";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
fill (PalClientList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  rows = pal_store_list_clients (pal_workbench_get_store (self->workbench), &error);
  if (rows == NULL)
    {
      pal_workbench_fail (self->workbench, error);
      return;
    }
  g_hash_table_remove_all (self->by_id);
  /* The items take the rows themselves. */
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      PalClientItem *item = pal_client_item_new (g_ptr_array_index (rows, i));

      g_ptr_array_add (items, item);
      g_hash_table_insert (self->by_id, pal_client_item_get_row (item)->id, item);
    }
  self->syncing = TRUE;
  g_list_store_splice (self->items, 0, n_old, items->pdata, items->len);
  self->syncing = FALSE;
}

static void
sync_selection (PalClientList *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; client != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection));
       i++)
    {
      g_autoptr (PalClientItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (pal_client_item_get_row (item)->id, client->id))
        {
          position = i;
          break;
        }
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

/* Rows ----------------------------------------------------------------------------------------- */

static void
activate_position (PalClientList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[OPENED], 0);
}

/* Search and order ------------------------------------------------------------------------------
 */

static gboolean
match_item (gpointer item, gpointer data)
{
  PalClientList *self = data;

  return pal_client_item_matches (item, self->words);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  PalClientList *self = data;

  if (self->order == PAL_CLIENT_ORDER_NAME)
    return pal_client_item_compare_name ((gpointer) a, (gpointer) b);
  return pal_client_item_compare_recent ((gpointer) a, (gpointer) b);
}

static void
search_changed_cb (PalClientList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *old = self->words != NULL ? g_strjoinv (" ", self->words) : g_strdup ("");
  g_autofree char *folded = pal_fold_text (text);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_strstrip (folded);
  if (g_str_equal (old, folded))
    return;
  if (g_str_has_prefix (folded, old))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (old, folded))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
  self->syncing = TRUE;
  gtk_filter_changed (self->filter, change);
  self->syncing = FALSE;
  sync_selection (self);
  update_stack (self);
  pal_client_list_queue_thumbs (self);
}

static void
search_activate_cb (PalClientList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    activate_position (self, 0);
}

static void
stop_search_cb (PalClientList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
search_key_pressed_cb (PalClientList *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) &&
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      guint position = gtk_single_selection_get_selected (self->selection);

      if (position == GTK_INVALID_LIST_POSITION)
        position = 0;
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
      return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
activate_cb (PalClientList *self, guint position)
{
  activate_position (self, position);
}

static void
selected_cb (PalClientList *self)
{
  PalClientItem *item = gtk_single_selection_get_selected_item (self->selection);
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (self->syncing || item == NULL)
    return;
  if (client == NULL || !g_str_equal (client->id, pal_client_item_get_row (item)->id))
    pal_workbench_open_client (self->workbench, pal_client_item_get_row (item)->id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalClientList *self = PAL_CLIENT_LIST (widget);
  PalClientItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    {
      g_autofree char *id = g_strdup (pal_client_item_get_row (item)->id);

      pal_workbench_delete_client (self->workbench, id);
    }
}

/* Reads one row anew and lets filter, order and rows look at it again. */
static void
update_client (PalClientList *self, const char *client_id)
{
  g_autoptr (GError) error = NULL;
  PalClientItem *item = g_hash_table_lookup (self->by_id, client_id);
  PalClientRow *row;
  GtkWidget *tile;
  guint position;

  row = pal_store_get_client_row (pal_workbench_get_store (self->workbench), client_id, &error);
  if (row == NULL && !g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND))
    return;
  self->syncing = TRUE;
  if (item == NULL && row != NULL)
    {
      item = pal_client_item_new (row);
      g_hash_table_insert (self->by_id, row->id, item);
      g_list_store_append (self->items, item);
      g_object_unref (item);
    }
  else if (item != NULL && g_list_store_find (self->items, item, &position))
    {
      g_hash_table_remove (self->by_id, client_id);
      if (row != NULL)
        {
          g_hash_table_insert (self->by_id, row->id, item);
          pal_client_item_set_row (item, row);
          g_list_model_items_changed (G_LIST_MODEL (self->items), position, 1, 1);
        }
      else
        g_list_store_remove (self->items, position);
    }
  self->syncing = FALSE;
  if (row != NULL && (tile = pal_client_list_find_tile (self, item)) != NULL)
    pal_client_list_label_row (tile);
  sync_selection (self);
  update_stack (self);
  pal_client_list_queue_thumbs (self);
}

/* The world outside -----------------------------------------------------------------------------
 */

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalClientList *self = PAL_CLIENT_LIST (widget);
  PalClientItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *tile = item != NULL ? pal_client_list_find_tile (self, item) : NULL;

  if (tile != NULL)
    pal_client_list_popup_menu (self, tile, gtk_widget_get_width (tile) / 2.0,
                                gtk_widget_get_height (tile) / 2.0);
}

static void
client_changed_cb (PalClientList *self)
{
  sync_selection (self);
}

static void
store_visit_changed_cb (PalClientList *self, const char *visit_id, const char *client_id)
{
  update_client (self, client_id);
}

static void
store_reset_cb (PalClientList *self)
{
  fill (self);
  sync_selection (self);
  update_stack (self);
}

static void
pal_client_list_dispose (GObject *object)
{
  PalClientList *self = PAL_CLIENT_LIST (object);

  g_clear_handle_id (&self->thumb_source, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_CLIENT_LIST);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_client_list_parent_class)->dispose (object);
}

static void
pal_client_list_finalize (GObject *object)
{
  PalClientList *self = PAL_CLIENT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->tiles, g_hash_table_unref);
  g_strfreev (self->words);

  G_OBJECT_CLASS (pal_client_list_parent_class)->finalize (object);
}

static void
pal_client_list_class_init (PalClientListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pal_client_list_dispose;
  object_class->finalize = pal_client_list_finalize;

  signals[OPENED] = g_signal_new ("opened", PAL_TYPE_CLIENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-client-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PalClientList, search);
  gtk_widget_class_bind_template_child (widget_class, PalClientList, stack);
  gtk_widget_class_bind_template_child (widget_class, PalClientList, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalClientList, view);
  gtk_widget_class_bind_template_child (widget_class, PalClientList, menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "clients.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "clients.menu", NULL, menu_cb);
  gtk_widget_class_set_css_name (widget_class, "client-list");
}

static void
build_models (PalClientList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *model;

  self->items = g_list_store_new (PAL_TYPE_CLIENT_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_item, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, self, NULL));
  model = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                                   g_object_ref (self->filter)));
  model = G_LIST_MODEL (gtk_sort_list_model_new (model, g_object_ref (self->sorter)));
  self->selection = gtk_single_selection_new (model);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);

  pal_client_list_set_up_rows (self, factory);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
add_key (GtkEventController *keys, guint keyval, GdkModifierType modifiers, const char *action)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers), gtk_named_action_new (action));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
pal_client_list_init (PalClientList *self)
{
  GtkAdjustment *adjustment;
  GtkEventController *keys;

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->tiles = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  build_models (self);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (pal_client_list_queue_thumbs),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (pal_client_list_queue_thumbs), self,
                           G_CONNECT_SWAPPED);

  /* These keys belong to the rows alone, not to the search field above them. */
  keys = gtk_shortcut_controller_new ();
  add_key (keys, GDK_KEY_Delete, 0, "clients.delete");
  add_key (keys, GDK_KEY_Menu, 0, "clients.menu");
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, "clients.menu");
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

GtkWidget *
pal_client_list_new (PalWorkbench *workbench)
{
  PalClientList *self;
  PalStore *store;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_CLIENT_LIST, NULL);
  self->workbench = g_object_ref (workbench);
  store = pal_workbench_get_store (workbench);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (client_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "client-changed", G_CALLBACK (update_client), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "visit-changed", G_CALLBACK (store_visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (store_reset_cb), self, G_CONNECT_SWAPPED);
  store_reset_cb (self);
  return GTK_WIDGET (self);
}

void
pal_client_list_set_order (PalClientList *self, PalClientOrder order)
{
  g_return_if_fail (PAL_IS_CLIENT_LIST (self));

  if (self->order == order)
    return;
  self->order = order;
  self->syncing = TRUE;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  sync_selection (self);
}

void
pal_client_list_set_scope (PalClientList *self, PalHeatScope scope)
{
  GHashTableIter iter;
  gpointer tile;

  g_return_if_fail (PAL_IS_CLIENT_LIST (self));

  if (self->scope == scope)
    return;
  self->scope = scope;
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &tile, NULL))
    pal_client_tile_drop_thumb (tile);
  pal_client_list_queue_thumbs (self);
}

void
pal_client_list_focus_search (PalClientList *self)
{
  g_return_if_fail (PAL_IS_CLIENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

void
pal_client_list_set_search (PalClientList *self, const char *text)
{
  g_return_if_fail (PAL_IS_CLIENT_LIST (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

guint
pal_client_list_get_n_shown (PalClientList *self)
{
  g_return_val_if_fail (PAL_IS_CLIENT_LIST (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

char *
pal_client_list_dup_shown_name (PalClientList *self, guint index)
{
  g_autoptr (PalClientItem) item = NULL;

  g_return_val_if_fail (PAL_IS_CLIENT_LIST (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->selection), index);
  return item != NULL ? g_strdup (pal_client_item_get_name (item)) : NULL;
}
