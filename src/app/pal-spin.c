/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The number fields of pal-spin.h. GTK changes a number when the wheel is turned above it, whether
 * or not the field has the focus. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-spin.h"

void
pal_spin_ignore_wheel (GtkSpinButton *spin)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (spin));
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (GTK_WIDGET (spin), controller);
    }
}
