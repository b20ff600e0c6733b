/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-highlight-link.h. What is linked lives as long as its row. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-highlight-link.h"

typedef struct
{
  PalHighlight *highlight;
  char *region;
  PalSide side;
  gboolean either_side;
} Link;

static void
link_free (Link *link)
{
  g_object_unref (link->highlight);
  g_free (link->region);
  g_free (link);
}

static Link *
get_link (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "pal-link");
}

static void
pointed_cb (GtkWidget *row)
{
  const Link *link = get_link (row);
  pal_highlight_set (link->highlight, link->region, link->side, NULL);
}

static void
left_cb (GtkWidget *row)
{
  pal_highlight_clear (get_link (row)->highlight);
}

static void
changed_cb (GtkWidget *row)
{
  const Link *link = get_link (row);
  gboolean lit = pal_highlight_is_region (link->highlight, link->region, link->side) ||
                 (link->either_side && pal_highlight_is_region (link->highlight, link->region,
                                                                pal_side_mirror (link->side)));
  if (lit)
    gtk_widget_add_css_class (row, "pal-lit");
  else
    gtk_widget_remove_css_class (row, "pal-lit");
}

void
pal_highlight_link (
    GtkWidget *row, PalHighlight *highlight, const char *region, PalSide side, gboolean either_side)
{
  GtkEventController *followers[] = { gtk_event_controller_motion_new (),
                                      gtk_event_controller_focus_new () };
  Link *link = g_new (Link, 1);

  g_return_if_fail (GTK_IS_WIDGET (row) && PAL_IS_HIGHLIGHT (highlight) && region != NULL);

  *link = (Link){ g_object_ref (highlight), g_strdup (region), side, either_side };
  g_object_set_data_full (G_OBJECT (row), "pal-link", link, (GDestroyNotify) link_free);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      g_signal_connect_object (followers[i], "enter", G_CALLBACK (pointed_cb), row,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (followers[i], "leave", G_CALLBACK (left_cb), row, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (row, followers[i]);
    }
  g_signal_connect_object (highlight, "changed", G_CALLBACK (changed_cb), row, G_CONNECT_SWAPPED);
}
