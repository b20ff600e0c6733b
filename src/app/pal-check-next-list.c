/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-check-next-list.h. Pressing one shows the region on the map. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-check-next-list.h"

#include <glib/gi18n-lib.h>

#include "app/pal-wrap-layout.h"

struct _PalCheckNextList
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *box;
  GtkWidget *chips;
};

G_DEFINE_FINAL_TYPE (PalCheckNextList, pal_check_next_list, GTK_TYPE_WIDGET)

static gboolean
is_open (PalWorkbench *workbench, const PalCheckNext *check)
{
  return pal_check_next_is_open (check, pal_workbench_get_visits (workbench),
                                 pal_workbench_get_atlas (workbench),
                                 pal_workbench_get_vocabulary (workbench));
}

static void
chip_clicked_cb (GtkButton *button, PalCheckNextList *self)
{
  const PalCheckNext *check = g_object_get_data (G_OBJECT (button), "pal-check");
  g_autofree char *region = g_strdup (check->region);
  pal_workbench_focus_region (self->workbench, region, check->side);
}

static void
remove_clicked_cb (GtkButton *button, PalCheckNextList *self)
{
  const PalCheckNext *check = g_object_get_data (G_OBJECT (button), "pal-check");
  const PalSidedRegion item = { check->region, check->side };
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (PalSidedRegion));
  g_array_append_val (regions, item);
  pal_check_next_edit (self->workbench, regions, FALSE);
}

static void
add_chip (PalCheckNextList *self, PalCheckNext *check)
{
  const PalRegion *region =
      pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), check->region);
  if (region == NULL)
    return;
  g_autofree char *name = pal_region_dup_short_label (region, check->side);
  g_autofree char *full = pal_region_dup_label (region, check->side);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *show = gtk_button_new_with_label (name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s: %2$s"), _ ("Remove"), full);

  gtk_widget_set_tooltip_text (show, full);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  GtkWidget *buttons[] = { show, remove };
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_add_css_class (buttons[i], "flat");
      gtk_widget_add_css_class (buttons[i], "pal-small");
      g_object_set_data (G_OBJECT (buttons[i]), "pal-check", check);
      gtk_box_append (GTK_BOX (chip), buttons[i]);
    }
  gtk_widget_add_css_class (chip, "pal-region-chip");
  g_signal_connect_object (show, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* A signed visit is past: what is still to be looked at concerns the next. */
static void
refresh (PalCheckNextList *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint i = 0; client != NULL && visit != NULL && i < client->check_next->len; i++)
    {
      PalCheckNext *check = g_ptr_array_index (client->check_next, i);
      if (!visit->is_signed && is_open (self->workbench, check))
        add_chip (self, check);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->chips) != NULL);
}

static void
pal_check_next_list_dispose (GObject *object)
{
  PalCheckNextList *self = PAL_CHECK_NEXT_LIST (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_check_next_list_parent_class)->dispose (object);
}

static void
pal_check_next_list_class_init (PalCheckNextListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_check_next_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_check_next_list_init (PalCheckNextList *self)
{
  GtkWidget *title = gtk_label_new (_ ("To check this time"));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->chips = pal_wrap_box_new (6, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (self->box, "pal-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To check this time"), -1);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
pal_check_next_list_set_workbench (PalCheckNextList *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_CHECK_NEXT_LIST (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visits-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
remove_done (PalWorkbench *workbench, PalClient *client)
{
  for (guint i = client->check_next->len; i > 0; i--)
    if (!is_open (workbench, g_ptr_array_index (client->check_next, i - 1)))
      g_ptr_array_remove_index (client->check_next, i - 1);
}

gboolean
pal_check_next_edit (PalWorkbench *workbench, GArray *regions, gboolean wanted)
{
  GPtrArray *visits = pal_workbench_get_visits (workbench);
  PalClient *client = pal_workbench_edit_client (workbench);
  PalDate since = PAL_NO_DATE;

  if (client == NULL)
    return FALSE;
  if (visits->len > 0)
    since = pal_time_get_date (((PalVisit *) g_ptr_array_index (visits, visits->len - 1))->at);
  remove_done (workbench, client);
  for (guint i = 0; i < regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (regions, PalSidedRegion, i);
      if (wanted)
        pal_client_add_check (client, item->region, item->side, since);
      else
        pal_client_remove_check (client, item->region, item->side);
    }
  return pal_workbench_commit_client (workbench, client,
                                      wanted ? _ ("Check next time") : _ ("Take off the list"),
                                      NULL);
}

gboolean
pal_check_next_has (PalWorkbench *workbench, const char *region, PalSide side)
{
  const PalClient *client = pal_workbench_get_client (workbench);
  const PalCheckNext *check = client != NULL ? pal_client_find_check (client, region, side) : NULL;

  return check != NULL && is_open (workbench, check);
}
