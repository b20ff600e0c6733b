/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The helpers of pal-insight-section.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-insight-section.h"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
pal_insight_section_new (const char *title, const char *plain)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (box, "pal-insight-section");
  gtk_box_append (GTK_BOX (box), make_label (title, "title-4"));
  if (plain != NULL)
    gtk_box_append (GTK_BOX (box), make_label (plain, "dim-label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return box;
}

void
pal_insight_open_visit (
    GtkWidget *from, PalWorkbench *workbench, const char *visit, const char *region, PalSide side)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && PAL_IS_WORKBENCH (workbench) && visit != NULL);
  /* Strings of a section may go with the results when another visit is open. */
  g_autofree char *kept = g_strdup (region);
  g_autoptr (GtkWidget) widget = g_object_ref (from);
  pal_workbench_open_visit (workbench, visit);
  gtk_widget_activate_action (widget, "win.page", "s", "chart");
  if (kept != NULL)
    pal_workbench_focus_region (workbench, kept, side);
}
