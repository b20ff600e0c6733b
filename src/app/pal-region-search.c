/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover of pal-region-search.h: an entry over the matches, a row for each side. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-region-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas/pal-search.h"

#define MAX_MATCHES 6

struct _PalRegionSearch
{
  GtkPopover parent_instance;

  PalAtlas *atlas;
  GArray *suggestions; /* PalSidedRegion, nullable */
  gboolean without_sides;
  GtkWidget *entry;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalRegionSearch, pal_region_search, GTK_TYPE_POPOVER)

static void
add_row (PalRegionSearch *self, const char *id, const char *name, PalSide side)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "pal-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "pal-region", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (row), "pal-side", GINT_TO_POINTER ((int) side));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_side (PalRegionSearch *self, const PalRegion *region, PalSide side)
{
  g_autofree char *name = pal_region_dup_label (region, side);

  add_row (self, region->id, name, side);
}

static void
add_region (PalRegionSearch *self, const PalRegion *region)
{
  if (!region->paired || self->without_sides)
    {
      add_side (self, region, PAL_SIDE_MIDLINE);
      return;
    }
  add_side (self, region, PAL_SIDE_LEFT);
  add_side (self, region, PAL_SIDE_RIGHT);
}

static void
add_suggestions (PalRegionSearch *self)
{
  for (guint i = 0; self->suggestions != NULL && i < self->suggestions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (self->suggestions, PalSidedRegion, i);
      const PalRegion *region = pal_atlas_find_region (self->atlas, item->region);
      const PalGroup *group = pal_atlas_find_group (self->atlas, item->region);

      if (region != NULL)
        add_side (self, region, item->side);
      else if (group != NULL)
        add_row (self, group->id, pal_group_get_name (group), PAL_SIDE_MIDLINE);
    }
}

/* There are a dozen groups: one whose name holds the words is meant. */
static void
add_groups (PalRegionSearch *self, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < pal_atlas_get_n_groups (self->atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (self->atlas, i);
      g_autofree char *name = g_utf8_casefold (pal_group_get_name (group), -1);

      if (strstr (name, wanted) != NULL)
        add_row (self, group->id, pal_group_get_name (group), PAL_SIDE_MIDLINE);
    }
}

static void
fill (PalRegionSearch *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkWidget *row;
  g_autoptr (GArray) matches = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (*text == '\0')
    add_suggestions (self);
  else
    matches = pal_atlas_search (self->atlas, text, MAX_MATCHES);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    add_region (self, g_array_index (matches, PalMatch, i).region);
  if (self->without_sides && *text != '\0')
    add_groups (self, text);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
choose (PalRegionSearch *self, GtkListBoxRow *row)
{
  g_autofree char *region = NULL;
  int side;

  if (row == NULL)
    return;
  region = g_strdup (g_object_get_data (G_OBJECT (row), "pal-region"));
  side = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "pal-side"));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, region, side);
}

static void
row_activated_cb (PalRegionSearch *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
entry_activated_cb (PalRegionSearch *self)
{
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
shown_cb (PalRegionSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
pal_region_search_dispose (GObject *object)
{
  PalRegionSearch *self = PAL_REGION_SEARCH (object);

  g_clear_pointer (&self->suggestions, g_array_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);

  G_OBJECT_CLASS (pal_region_search_parent_class)->dispose (object);
}

static void
pal_region_search_class_init (PalRegionSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_region_search_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
pal_region_search_init (PalRegionSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Region, as in “l itb”"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a region"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 240, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

GtkWidget *
pal_region_search_new (PalAtlas *atlas)
{
  PalRegionSearch *self = g_object_new (PAL_TYPE_REGION_SEARCH, NULL);

  self->atlas = pal_atlas_ref (atlas);
  return GTK_WIDGET (self);
}

void
pal_region_search_set_without_sides (PalRegionSearch *self)
{
  g_return_if_fail (PAL_IS_REGION_SEARCH (self));

  self->without_sides = TRUE;
  g_object_set (self->entry, "placeholder-text", _ ("Region or part of the body"), NULL);
}

void
pal_region_search_set_suggestions (PalRegionSearch *self, GArray *regions)
{
  g_return_if_fail (PAL_IS_REGION_SEARCH (self));

  g_clear_pointer (&self->suggestions, g_array_unref);
  self->suggestions = regions;
}
