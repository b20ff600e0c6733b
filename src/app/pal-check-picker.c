/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips of pal-check-picker.h. They name places and no sides: who looks, looks at both. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-check-picker.h"

#include <glib/gi18n-lib.h>

#include "app/pal-region-chips.h"

struct _PalCheckPicker
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *box;
  PalRegionChips *chips;
};

G_DEFINE_FINAL_TYPE (PalCheckPicker, pal_check_picker, GTK_TYPE_WIDGET)

static gboolean
has_id (char **ids, const char *id)
{
  return ids != NULL && g_strv_contains ((const char *const *) ids, id);
}

static GArray *
list_items (const PalVisit *visit)
{
  GArray *items = pal_sided_regions_new ();

  for (guint i = 0; visit->check_next != NULL && visit->check_next[i] != NULL; i++)
    pal_sided_regions_add (items, visit->check_next[i], PAL_SIDE_MIDLINE);
  return items;
}

/* Likely: what was found today, then what nobody looked at. */
static GArray *
make_suggestions (const PalVisit *visit, PalAtlas *atlas)
{
  GArray *items = pal_sided_regions_new ();

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);

      if (!has_id (visit->check_next, mark->region))
        pal_sided_regions_add (items, mark->region, PAL_SIDE_MIDLINE);
    }
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);

      if (!pal_visit_has_examined_group (visit, group->id) &&
          !has_id (visit->check_next, group->id))
        pal_sided_regions_add (items, group->id, PAL_SIDE_MIDLINE);
    }
  return items;
}

static void
visit_changed_cb (PalCheckPicker *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_autoptr (GArray) items = NULL;

  if (visit == NULL)
    return;
  items = list_items (visit);
  pal_region_chips_set_items (self->chips, items, !visit->is_signed);
  pal_region_search_set_suggestions (pal_region_chips_get_search (self->chips),
                                     make_suggestions (visit,
                                                       pal_workbench_get_atlas (self->workbench)));
  gtk_widget_set_visible (self->box, items->len > 0 || !visit->is_signed);
}

static void
added_cb (PalCheckPicker *self, const char *id, int side)
{
  pal_check_picker_add (self, id);
}

static void
removed_cb (PalCheckPicker *self, guint index)
{
  g_autoptr (GArray) items = list_items (pal_workbench_get_visit (self->workbench));

  g_return_if_fail (index < items->len);
  pal_check_picker_remove (self, g_array_index (items, PalSidedRegion, index).region);
}

static void
pal_check_picker_dispose (GObject *object)
{
  PalCheckPicker *self = PAL_CHECK_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_check_picker_parent_class)->dispose (object);
}

static void
pal_check_picker_class_init (PalCheckPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_check_picker_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_check_picker_init (PalCheckPicker *self)
{
  GtkWidget *title = gtk_label_new (_ ("To check next time"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->chips = PAL_REGION_CHIPS (pal_region_chips_new ());
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chips));
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->chips, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
pal_check_picker_set_workbench (PalCheckPicker *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_CHECK_PICKER (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  pal_region_chips_set_up (self->chips, pal_workbench_get_atlas (workbench),
                           _ ("To check next time"), _ ("Add what to check next time"), FALSE);
  pal_region_search_set_without_sides (pal_region_chips_get_search (self->chips));
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

static gboolean
set_wanted (PalCheckPicker *self, const char *id, gboolean wanted, const char *description)
{
  PalVisit *visit = pal_workbench_edit_visit (self->workbench);

  if (visit == NULL)
    return FALSE;
  pal_visit_set_check_next (visit, id, wanted);
  return pal_workbench_commit_visit (self->workbench, visit, description, NULL);
}

gboolean
pal_check_picker_add (PalCheckPicker *self, const char *id)
{
  g_return_val_if_fail (PAL_IS_CHECK_PICKER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_wanted (self, id, TRUE, _ ("Check next time"));
}

gboolean
pal_check_picker_remove (PalCheckPicker *self, const char *id)
{
  g_return_val_if_fail (PAL_IS_CHECK_PICKER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_wanted (self, id, FALSE, _ ("Take off the list"));
}
