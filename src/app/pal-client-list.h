/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of clients at the side of the window, with search as you type. It opens clients at the
 * workbench and follows the store. */

#pragma once

#include <gtk/gtk.h>

#include "app/pal-workbench.h"
#include "insight/pal-heat.h"

G_BEGIN_DECLS

#define PAL_TYPE_CLIENT_LIST (pal_client_list_get_type ())
G_DECLARE_FINAL_TYPE (PalClientList, pal_client_list, PAL, CLIENT_LIST, GtkWidget)

/**
 * PalClientOrder:
 * @PAL_CLIENT_ORDER_RECENT: last seen first
 * @PAL_CLIENT_ORDER_NAME: by family name
 */
typedef enum
{
  PAL_CLIENT_ORDER_RECENT,
  PAL_CLIENT_ORDER_NAME
} PalClientOrder;

/*
 * Properties: order (PalClientOrder as int)
 *
 * Signals:
 *   ::opened ()   somebody chose a client by click or Enter; a narrow window shows them
 *
 * Actions on the widget: clients.delete
 */

/** pal_client_list_new: Returns: (transfer floating): the list of @workbench's practice. */
GtkWidget *pal_client_list_new (PalWorkbench *workbench);

void pal_client_list_set_order (PalClientList *self, PalClientOrder order);

/** pal_client_list_set_scope: which findings the miniatures show. */
void pal_client_list_set_scope (PalClientList *self, PalHeatScope scope);

/** pal_client_list_focus_search: puts the caret in the search field and selects its text. */
void pal_client_list_focus_search (PalClientList *self);

/** pal_client_list_set_search: as if somebody typed @text. */
void pal_client_list_set_search (PalClientList *self, const char *text);

/** pal_client_list_get_n_shown: Returns: how many clients the search leaves. */
guint pal_client_list_get_n_shown (PalClientList *self);

/** pal_client_list_dup_shown_name: Returns: (transfer full) (nullable): name in row @index. */
char *pal_client_list_dup_shown_name (PalClientList *self, guint index);

G_END_DECLS
