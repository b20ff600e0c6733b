/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-check-next-list.h. Pressing one shows the region on the map. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-check-next-list.h"

#include <glib/gi18n-lib.h>

#include "app/pal-region-chips.h"

struct _PalCheckNextList
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *box;
  PalRegionChips *asked;   /* of the client; can be taken off */
  PalRegionChips *planned; /* of the plan of the visit before, which stays as it was written */
};

G_DEFINE_FINAL_TYPE (PalCheckNextList, pal_check_next_list, GTK_TYPE_WIDGET)

static gboolean
is_open (PalWorkbench *workbench, const PalCheckNext *check)
{
  return pal_check_next_is_open (check, pal_workbench_get_visits (workbench),
                                 pal_workbench_get_atlas (workbench),
                                 pal_workbench_get_vocabulary (workbench));
}

/* A signed visit is past: what is still to be looked at concerns the next. */
static const PalVisit *
get_draft (PalCheckNextList *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  return visit != NULL && !visit->is_signed ? visit : NULL;
}

static GArray *
list_asked (PalCheckNextList *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  GArray *items = pal_sided_regions_new ();

  for (guint i = 0; client != NULL && get_draft (self) != NULL && i < client->check_next->len; i++)
    {
      const PalCheckNext *check = g_ptr_array_index (client->check_next, i);

      if (is_open (self->workbench, check))
        pal_sided_regions_add (items, check->region, check->side);
    }
  return items;
}

static GArray *
list_planned (PalCheckNextList *self)
{
  const PalVisit *draft = get_draft (self);
  const PalVisit *before =
      draft != NULL ? pal_workbench_get_previous_visit (self->workbench) : NULL;
  char **ids = before != NULL ? before->check_next : NULL;
  GArray *items = pal_sided_regions_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!pal_visit_has_checked (draft, pal_workbench_get_atlas (self->workbench),
                                pal_workbench_get_vocabulary (self->workbench), ids[i]))
      pal_sided_regions_add (items, ids[i], PAL_SIDE_MIDLINE);
  return items;
}

static void
asked_shown_cb (PalCheckNextList *self, guint index)
{
  g_autoptr (GArray) items = list_asked (self);
  const PalSidedRegion *item;

  g_return_if_fail (index < items->len);
  item = &g_array_index (items, PalSidedRegion, index);
  pal_workbench_focus_region (self->workbench, item->region, item->side);
}

static void
asked_removed_cb (PalCheckNextList *self, guint index)
{
  g_autoptr (GArray) items = list_asked (self);
  g_autoptr (GArray) gone = pal_sided_regions_new ();
  const PalSidedRegion *item;

  g_return_if_fail (index < items->len);
  item = &g_array_index (items, PalSidedRegion, index);
  pal_sided_regions_add (gone, item->region, item->side);
  pal_check_next_edit (self->workbench, gone, FALSE);
}

/* Returns: the region with that id, or the first of the group. */
static const PalRegion *
find_place (PalAtlas *atlas, const char *id)
{
  const PalGroup *group = pal_atlas_find_group (atlas, id);

  for (guint i = 0; group != NULL && i < pal_atlas_get_n_regions (atlas); i++)
    if (pal_atlas_get_region (atlas, i)->group == group->index)
      return pal_atlas_get_region (atlas, i);
  return pal_atlas_find_region (atlas, id);
}

/* A place without a side is looked at from its left. */
static void
planned_shown_cb (PalCheckNextList *self, guint index)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  g_autoptr (GArray) items = list_planned (self);
  const PalRegion *region;

  g_return_if_fail (index < items->len);
  region = find_place (atlas, g_array_index (items, PalSidedRegion, index).region);
  if (region != NULL)
    pal_workbench_focus_region (self->workbench, region->id,
                                region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE);
}

static void
refresh (PalCheckNextList *self)
{
  g_autoptr (GArray) asked = list_asked (self);
  g_autoptr (GArray) planned = list_planned (self);

  pal_region_chips_set_items (self->asked, asked, TRUE);
  pal_region_chips_set_items (self->planned, planned, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->asked), asked->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->planned), planned->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), asked->len + planned->len > 0);
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
  self->planned = PAL_REGION_CHIPS (pal_region_chips_new ());
  self->asked = PAL_REGION_CHIPS (pal_region_chips_new ());
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (self->box, "pal-section");
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->planned));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->asked));
  g_signal_connect_object (self->planned, "shown", G_CALLBACK (planned_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asked, "shown", G_CALLBACK (asked_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asked, "removed", G_CALLBACK (asked_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
pal_check_next_list_set_workbench (PalCheckNextList *self, PalWorkbench *workbench)
{
  static const char *const changes[] = { "visit-changed", "visits-changed", "client-changed" };
  PalAtlas *atlas;

  g_return_if_fail (PAL_IS_CHECK_NEXT_LIST (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  atlas = pal_workbench_get_atlas (workbench);
  pal_region_chips_set_up (self->planned, atlas, _ ("Planned last time"), NULL, TRUE);
  pal_region_chips_set_up (self->asked, atlas, _ ("To check this time"), NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (workbench, changes[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
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
