/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of pal-group-rows.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-group-rows.h"

static GtkWidget *
find_subtitle (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "subtitle"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_subtitle (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
pal_expander_row_set_summary (AdwExpanderRow *row, const char *summary)
{
  g_autofree char *line = NULL;
  GtkWidget *label;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  line = g_strdelimit (g_strdup (summary != NULL ? summary : ""), "\n", ' ');
  adw_expander_row_set_subtitle (row, line);
  /* The property for this comes with libadwaita 1.3. The first such label is the row's own. */
  label = find_subtitle (GTK_WIDGET (row));
  if (label == NULL)
    return;
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

GtkWidget *
pal_plain_row_new (GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  gtk_widget_add_css_class (child, "pal-plain-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}
