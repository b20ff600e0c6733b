/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-complaint-regions.h. A complaint names one to three regions. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-complaint-regions.h"

#include <glib/gi18n-lib.h>

#include "app/pal-region-search.h"

struct _PalComplaintRegions
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkFlowBox *chips;
  GtkWidget *add;
  PalRegionSearch *search;
};

G_DEFINE_FINAL_TYPE (PalComplaintRegions, pal_complaint_regions, GTK_TYPE_WIDGET)

static gboolean
has_region (GArray *regions, const char *region, PalSide side)
{
  for (guint i = 0; i < regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (regions, PalSidedRegion, i);

      if (item->side == side && g_str_equal (item->region, region))
        return TRUE;
    }
  return FALSE;
}

static void
append_region (GArray *regions, const char *region, PalSide side)
{
  PalSidedRegion item = { g_strdup (region), side };

  g_array_append_val (regions, item);
}

static void
remove_clicked_cb (PalComplaintRegions *self, GtkWidget *button)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pal-index"));
  PalVisit *visit = pal_workbench_edit_visit (self->workbench);

  if (visit == NULL)
    return;
  if (index < visit->complaint_regions->len)
    g_array_remove_index (visit->complaint_regions, index);
  /* The button goes with its chip: the focus must not fall out of the page. */
  gtk_widget_grab_focus (self->add);
  pal_workbench_commit_visit (self->workbench, visit, _ ("Change the complaint"), NULL);
}

static void
add_chip (PalComplaintRegions *self, const PalSidedRegion *item, guint index, gboolean editable)
{
  const PalRegion *region =
      pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), item->region);
  g_autofree char *name =
      region != NULL ? pal_region_dup_label (region, item->side) : g_strdup (item->region);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *spoken = NULL;

  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  spoken = g_strdup_printf (_ ("%1$s: %2$s"), _ ("Remove"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_widget_set_visible (remove, editable);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "pal-small");
  gtk_widget_add_css_class (chip, "pal-region-chip");
  g_object_set_data (G_OBJECT (remove), "pal-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_flow_box_insert (self->chips, chip, (int) index);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
}

/* What may be meant: what the client marked first, then what was found. */
static GArray *
make_suggestions (const PalVisit *visit)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (PalSidedRegion));

  g_array_set_clear_func (regions, (GDestroyNotify) pal_sided_region_clear);
  for (int source = PAL_SOURCE_CLIENT; source >= PAL_SOURCE_THERAPIST; source--)
    {
      for (guint i = 0; i < visit->marks->len; i++)
        {
          const PalMark *mark = g_ptr_array_index (visit->marks, i);

          if ((int) mark->source == source && !has_region (regions, mark->region, mark->side) &&
              !has_region (visit->complaint_regions, mark->region, mark->side))
            append_region (regions, mark->region, mark->side);
        }
    }
  return regions;
}

static void
visit_changed_cb (PalComplaintRegions *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GtkFlowBoxChild *child;

  if (visit == NULL)
    return;
  /* The button that adds one stays, as the last. */
  while ((child = gtk_flow_box_get_child_at_index (self->chips, 1)) != NULL)
    gtk_flow_box_remove (self->chips,
                         GTK_WIDGET (gtk_flow_box_get_child_at_index (self->chips, 0)));
  for (guint i = 0; i < visit->complaint_regions->len; i++)
    add_chip (self, &g_array_index (visit->complaint_regions, PalSidedRegion, i), i,
              !visit->is_signed);
  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          visit->complaint_regions->len > 0 || !visit->is_signed);
  gtk_widget_set_visible (gtk_widget_get_parent (self->add), !visit->is_signed);
  pal_region_search_set_suggestions (self->search, make_suggestions (visit));
}

static void
chosen_cb (PalComplaintRegions *self, const char *region, int side)
{
  pal_complaint_regions_add (self, region, (PalSide) side);
  gtk_widget_grab_focus (self->add);
}

static void
pal_complaint_regions_dispose (GObject *object)
{
  PalComplaintRegions *self = PAL_COMPLAINT_REGIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_complaint_regions_parent_class)->dispose (object);
}

static void
pal_complaint_regions_class_init (PalComplaintRegionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_complaint_regions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_complaint_regions_init (PalComplaintRegions *self)
{
  self->chips = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (self->chips, 4);
  gtk_flow_box_set_row_spacing (self->chips, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Regions of the complaint"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->chips), GTK_WIDGET (self));
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _ ("Add a region to the complaint"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a region to the complaint"), -1);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_flow_box_append (self->chips, self->add);
  gtk_widget_set_focusable (gtk_widget_get_parent (self->add), FALSE);
}

void
pal_complaint_regions_set_workbench (PalComplaintRegions *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_COMPLAINT_REGIONS (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  self->search =
      PAL_REGION_SEARCH (pal_region_search_new (pal_workbench_get_atlas (self->workbench)));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add), GTK_WIDGET (self->search));
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

gboolean
pal_complaint_regions_add (PalComplaintRegions *self, const char *region, PalSide side)
{
  PalVisit *visit;

  g_return_val_if_fail (PAL_IS_COMPLAINT_REGIONS (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return FALSE;
  if (!has_region (visit->complaint_regions, region, side))
    append_region (visit->complaint_regions, region, side);
  return pal_workbench_commit_visit (self->workbench, visit, _ ("Change the complaint"), NULL);
}
