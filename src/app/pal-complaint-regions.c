/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-complaint-regions.h. A complaint names one to three regions. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-complaint-regions.h"

#include <glib/gi18n-lib.h>

#include "app/pal-region-chips.h"

struct _PalComplaintRegions
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalRegionChips *chips;
};

G_DEFINE_FINAL_TYPE (PalComplaintRegions, pal_complaint_regions, GTK_TYPE_WIDGET)

static void
removed_cb (PalComplaintRegions *self, guint index)
{
  PalVisit *visit = pal_workbench_edit_visit (self->workbench);

  if (visit == NULL)
    return;
  if (index < visit->complaint_regions->len)
    g_array_remove_index (visit->complaint_regions, index);
  pal_workbench_commit_visit (self->workbench, visit, _ ("Change the complaint"), NULL);
}

/* What may be meant: what the client marked first, then what was found. */
static GArray *
make_suggestions (const PalVisit *visit)
{
  GArray *regions = pal_sided_regions_new ();

  for (int source = PAL_SOURCE_CLIENT; source >= PAL_SOURCE_THERAPIST; source--)
    for (guint i = 0; i < visit->marks->len; i++)
      {
        const PalMark *mark = g_ptr_array_index (visit->marks, i);

        if ((int) mark->source == source &&
            !pal_sided_regions_has (visit->complaint_regions, mark->region, mark->side))
          pal_sided_regions_add (regions, mark->region, mark->side);
      }
  return regions;
}

static void
visit_changed_cb (PalComplaintRegions *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  if (visit == NULL)
    return;
  pal_region_chips_set_items (self->chips, visit->complaint_regions, !visit->is_signed);
  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          visit->complaint_regions->len > 0 || !visit->is_signed);
  pal_region_search_set_suggestions (pal_region_chips_get_search (self->chips),
                                     make_suggestions (visit));
}

static void
added_cb (PalComplaintRegions *self, const char *region, int side)
{
  pal_complaint_regions_add (self, region, (PalSide) side);
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
  self->chips = PAL_REGION_CHIPS (pal_region_chips_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chips), GTK_WIDGET (self));
  g_signal_connect_object (self->chips, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
pal_complaint_regions_set_workbench (PalComplaintRegions *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_COMPLAINT_REGIONS (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  pal_region_chips_set_up (self->chips, pal_workbench_get_atlas (workbench),
                           _ ("Regions of the complaint"), _ ("Add a region to the complaint"),
                           FALSE);
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
  pal_sided_regions_add (visit->complaint_regions, region, side);
  return pal_workbench_commit_visit (self->workbench, visit, _ ("Change the complaint"), NULL);
}
