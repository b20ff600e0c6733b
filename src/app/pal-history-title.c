/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The box of pal-history-title.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-history-title.h"

#include "app/pal-wrap-layout.h"

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
pal_history_title_new (GtkLabel **sentence, GtkLabel **basis)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = pal_wrap_box_new (6, 0);
  *sentence = add_label (box, "title-3");
  *basis = add_label (below, "dim-label");
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

void
pal_history_title_add (GtkWidget *title, GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_BOX (title));
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (title)), widget);
}
