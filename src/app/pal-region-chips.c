/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-region-chips.h: a handful, made anew when they are others. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-region-chips.h"

#include <glib/gi18n-lib.h>

#include "app/pal-wrap-layout.h"

#define SPACING 4

struct _PalRegionChips
{
  GtkWidget parent_instance;

  PalAtlas *atlas;
  gboolean can_show;
  GArray *items; /* PalSidedRegion */
  gboolean editable;
  GPtrArray *removes; /* GtkWidget, borrowed: the last of each chip */
  GtkWidget *box;
  GtkWidget *add; /* nullable */
  PalRegionSearch *search;
};

enum
{
  ADDED,
  REMOVED,
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalRegionChips, pal_region_chips, GTK_TYPE_WIDGET)

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pal-index"));
}

static void
remove_clicked_cb (PalRegionChips *self, GtkWidget *button)
{
  g_signal_emit (self, signals[REMOVED], 0, get_index (button));
}

static void
show_clicked_cb (PalRegionChips *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SHOWN], 0, get_index (button));
}

static void
chosen_cb (PalRegionChips *self, const char *id, int side)
{
  gtk_widget_grab_focus (self->add);
  g_signal_emit (self, signals[ADDED], 0, id, side);
}

static char *
dup_label (PalRegionChips *self, const PalSidedRegion *item, gboolean is_short)
{
  const PalRegion *region = pal_atlas_find_region (self->atlas, item->region);
  const PalGroup *group = pal_atlas_find_group (self->atlas, item->region);

  if (region != NULL)
    return is_short ? pal_region_dup_short_label (region, item->side)
                    : pal_region_dup_label (region, item->side);
  return g_strdup (group != NULL ? pal_group_get_name (group) : item->region);
}

static GtkWidget *
build_name (PalRegionChips *self, const PalSidedRegion *item, guint index)
{
  g_autofree char *full = dup_label (self, item, FALSE);
  g_autofree char *name = dup_label (self, item, self->can_show);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!self->can_show)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pal-small");
  gtk_widget_set_tooltip_text (button, full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data (G_OBJECT (button), "pal-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
build_remove (PalRegionChips *self, const PalSidedRegion *item, guint index)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = dup_label (self, item, FALSE);
  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s: %2$s"), _ ("Remove"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_widget_set_visible (remove, self->editable);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "pal-small");
  g_object_set_data (G_OBJECT (remove), "pal-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return remove;
}

static void
add_chip (PalRegionChips *self, guint index)
{
  const PalSidedRegion *item = &g_array_index (self->items, PalSidedRegion, index);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *remove = build_remove (self, item, index);

  gtk_box_append (GTK_BOX (chip), build_name (self, item, index));
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "pal-region-chip");
  g_ptr_array_add (self->removes, remove);
  if (self->add != NULL)
    gtk_widget_insert_before (chip, self->box, self->add);
  else
    gtk_widget_set_parent (chip, self->box);
}

/* Returns: the chip the focus is on, or -1. */
static int
find_focus (PalRegionChips *self)
{
  for (guint i = 0; i < self->removes->len; i++)
    if (gtk_widget_get_focus_child (gtk_widget_get_parent (self->removes->pdata[i])) != NULL)
      return (int) i;
  return -1;
}

/* The focus must not fall out of the page with a chip that goes. */
static void
keep_focus (PalRegionChips *self, int index)
{
  if (index < 0)
    return;
  if (self->editable && self->removes->len > 0)
    gtk_widget_grab_focus (self->removes->pdata[MIN ((guint) index, self->removes->len - 1)]);
  else if (self->add != NULL)
    gtk_widget_grab_focus (self->add);
}

static void
remove_chips (PalRegionChips *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  g_ptr_array_set_size (self->removes, 0);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->add)
        gtk_widget_unparent (child);
      child = next;
    }
}

static void
pal_region_chips_dispose (GObject *object)
{
  PalRegionChips *self = PAL_REGION_CHIPS (object);

  if (self->box != NULL)
    remove_chips (self);
  if (self->add != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->add));
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->atlas, pal_atlas_unref);

  G_OBJECT_CLASS (pal_region_chips_parent_class)->dispose (object);
}

static void
pal_region_chips_finalize (GObject *object)
{
  PalRegionChips *self = PAL_REGION_CHIPS (object);

  g_array_unref (self->items);
  g_ptr_array_unref (self->removes);

  G_OBJECT_CLASS (pal_region_chips_parent_class)->finalize (object);
}

static void
pal_region_chips_class_init (PalRegionChipsClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_region_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_region_chips_finalize;

  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_region_chips_init (PalRegionChips *self)
{
  self->items = pal_sided_regions_new ();
  self->removes = g_ptr_array_new ();
  self->box = pal_wrap_box_new (SPACING, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
pal_region_chips_new (void)
{
  return g_object_new (PAL_TYPE_REGION_CHIPS, NULL);
}

void
pal_region_chips_set_up (PalRegionChips *self,
                         PalAtlas *atlas,
                         const char *name,
                         const char *add_title,
                         gboolean can_show)
{
  g_return_if_fail (PAL_IS_REGION_CHIPS (self));
  g_return_if_fail (self->atlas == NULL && atlas != NULL);

  self->atlas = pal_atlas_ref (atlas);
  self->can_show = can_show;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (add_title == NULL)
    return;
  self->search = PAL_REGION_SEARCH (pal_region_search_new (atlas));
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add), GTK_WIDGET (self->search));
  gtk_widget_set_tooltip_text (self->add, add_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add_title, -1);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_parent (self->add, self->box);
}

void
pal_region_chips_set_items (PalRegionChips *self, const GArray *items, gboolean editable)
{
  int focus;

  g_return_if_fail (PAL_IS_REGION_CHIPS (self));
  g_return_if_fail (self->atlas != NULL && items != NULL);

  if (self->editable == editable && pal_sided_regions_equal (self->items, items))
    return;
  focus = find_focus (self);
  self->editable = editable;
  if (self->add != NULL)
    gtk_widget_set_visible (self->add, editable);
  g_array_unref (self->items);
  self->items = pal_sided_regions_copy (items);
  remove_chips (self);
  for (guint i = 0; i < self->items->len; i++)
    add_chip (self, i);
  keep_focus (self, focus);
}

PalRegionSearch *
pal_region_chips_get_search (PalRegionChips *self)
{
  g_return_val_if_fail (PAL_IS_REGION_CHIPS (self), NULL);
  return self->search;
}

guint
pal_region_chips_get_n (PalRegionChips *self)
{
  g_return_val_if_fail (PAL_IS_REGION_CHIPS (self), 0);
  return self->items->len;
}
