/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the list of clients share; for no one else. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-client-item.h"
#include "app/pal-client-list.h"

G_BEGIN_DECLS

struct _PalClientList
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GListStore *items;
  GHashTable *by_id; /* id → PalClientItem, borrowed from items */
  GHashTable *tiles; /* PalClientTile that are in the list now */
  char **words;
  PalClientOrder order;
  PalHeatScope scope;
  gboolean syncing;
  guint thumb_source;

  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GMenuModel *menu;
};

/** pal_client_list_set_up_rows: lets @factory make the rows. */
void pal_client_list_set_up_rows (PalClientList *self, GtkListItemFactory *factory);

/** pal_client_list_queue_thumbs: makes the miniatures that are in sight and missing, in time. */
void pal_client_list_queue_thumbs (PalClientList *self);

/** pal_client_list_find_tile: Returns: (transfer none) (nullable): the tile that shows @item. */
GtkWidget *pal_client_list_find_tile (PalClientList *self, PalClientItem *item);

/** pal_client_list_label_row: names the row of a tile for a screen reader. */
void pal_client_list_label_row (GtkWidget *tile);

/** pal_client_list_popup_menu: opens the menu of a row at a point of its tile. */
void pal_client_list_popup_menu (PalClientList *self, GtkWidget *tile, double x, double y);

G_END_DECLS
