/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One place for all of them: whatever of these kinds comes on the screen, whoever made it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <gtk/gtk.h>

#include "app/pal-accessible-names.h"

static void
name_after (GtkWidget *widget, GtkWidget *namer)
{
  if (widget != NULL && namer != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    namer, NULL, -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  /* What the keyboard is at is not the drop-down, but the button in it. */
  if (GTK_IS_DROP_DOWN (widget))
    name_after (gtk_widget_get_first_child (widget), widget);
  else if (GTK_IS_EXPANDER (widget))
    name_after (widget, gtk_expander_get_label_widget (GTK_EXPANDER (widget)));
  return TRUE;
}

void
pal_accessible_names_install (void)
{
  static gboolean installed;

  if (installed)
    return;
  installed = TRUE;
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
