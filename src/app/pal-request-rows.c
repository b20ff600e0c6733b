/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of pal-request-rows.h: one a group asked for, and a menu that adds one. They follow the
 * visit as long as their group lives. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-request-rows.h"

#include <glib/gi18n-lib.h>

#include "app/pal-attached-rows.h"
#include "app/pal-number-field.h"
#include "record/pal-visit-words.h"

#define STEP_MINUTES 5

typedef struct
{
  PalAttachedRows parent;
  GPtrArray *rows; /* GtkWidget, borrowed from the group */
  char *shown;     /* which areas the rows are for, to keep rows that are being typed in */
  GtkWidget *add_row;
  GtkWidget *add;
  GtkWidget *choices;
} Rows;

static void
clear_rows (gpointer data)
{
  Rows *rows = data;

  g_ptr_array_unref (rows->rows);
  g_free (rows->shown);
}

/* Editing ----------------------------------------------------------------------------------------
 */

static PalAreaTime *
find_area (const PalVisit *visit, const char *group, guint *index)
{
  for (guint i = 0; i < visit->request_areas->len; i++)
    {
      PalAreaTime *area = g_ptr_array_index (visit->request_areas, i);

      if (g_str_equal (area->group, group))
        {
          if (index != NULL)
            *index = i;
          return area;
        }
    }
  return NULL;
}

gboolean
pal_request_add_area (PalWorkbench *workbench, const char *group)
{
  PalVisit *visit = pal_workbench_edit_visit (workbench);

  if (visit == NULL)
    return FALSE;
  if (find_area (visit, group, NULL) == NULL)
    {
      PalAreaTime *area = g_new0 (PalAreaTime, 1);

      area->group = g_strdup (group);
      area->minutes = PAL_UNSET;
      g_ptr_array_add (visit->request_areas, area);
    }
  return pal_workbench_commit_visit (workbench, visit, _ ("Change the request"), NULL);
}

int
pal_request_count_minutes (const PalVisit *visit, PalAtlas *atlas, const char *group)
{
  const PalGroup *known = pal_atlas_find_group (atlas, group);
  int minutes = 0;

  g_return_val_if_fail (visit != NULL, 0);

  for (guint i = 0; known != NULL && i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);

      if (region != NULL && region->group == known->index && mark->minutes > 0)
        minutes += mark->minutes;
    }
  return minutes;
}

static void
remove_clicked_cb (PalVisitGroup *group, GtkWidget *button)
{
  Rows *rows = pal_attached_rows_get (group);
  PalVisit *visit = pal_workbench_edit_visit (rows->parent.workbench);
  guint index;

  if (visit == NULL)
    return;
  if (find_area (visit, g_object_get_data (G_OBJECT (button), "pal-group"), &index) != NULL)
    g_ptr_array_remove_index (visit->request_areas, index);
  /* The button goes with its row: the focus must not fall out of the page. */
  gtk_widget_grab_focus (rows->add);
  pal_workbench_commit_visit (rows->parent.workbench, visit, _ ("Change the request"), NULL);
}

static void
choice_clicked_cb (PalVisitGroup *group, GtkWidget *button)
{
  Rows *rows = pal_attached_rows_get (group);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (rows->add));
  pal_request_add_area (rows->parent.workbench, g_object_get_data (G_OBJECT (button), "pal-group"));
}

/* Showing ----------------------------------------------------------------------------------------
 */

static void
set_group (GtkWidget *widget, const char *group)
{
  g_object_set_data_full (G_OBJECT (widget), "pal-group", g_strdup (group), g_free);
}

static GtkWidget *
build_spin (Rows *rows, const PalGroup *group)
{
  g_autofree char *field = pal_visit_words_dup_area_id (group->id);
  GtkWidget *spin =
      gtk_spin_button_new_with_range (0, pal_visit_words_get_max (field), STEP_MINUTES);
  /* Translators: %s is a part of the body such as "Hip and buttock". */
  g_autofree char *label =
      g_strdup_printf (_ ("Minutes asked for: %s"), pal_group_get_name (group));

  pal_number_field_set_up (GTK_SPIN_BUTTON (spin), rows->parent.workbench, field,
                           _ ("Change the request"));
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return spin;
}

static void
add_area_row (Rows *rows, const PalGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = build_spin (rows, group);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
  g_autofree char *label =
      g_strdup_printf (_ ("%1$s: %2$s"), _ ("Remove"), pal_group_get_name (group));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pal_group_get_name (group));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  set_group (remove, group->id);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), rows->parent.group,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "pal-spin", spin);
  set_group (row, group->id);
  g_ptr_array_add (rows->rows, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (rows->parent.group), row);
}

static void
rebuild (Rows *rows, const PalVisit *visit)
{
  PalAtlas *atlas = pal_workbench_get_atlas (rows->parent.workbench);
  GString *shown = g_string_new (visit->id);

  for (guint i = 0; i < visit->request_areas->len; i++)
    g_string_append_printf (shown, " %s",
                            ((PalAreaTime *) g_ptr_array_index (visit->request_areas, i))->group);
  if (g_strcmp0 (shown->str, rows->shown) == 0)
    {
      g_string_free (shown, TRUE);
      return;
    }
  g_free (rows->shown);
  rows->shown = g_string_free (shown, FALSE);
  for (guint i = 0; i < rows->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (rows->parent.group),
                             g_ptr_array_index (rows->rows, i));
  g_ptr_array_set_size (rows->rows, 0);
  for (guint i = 0; i < visit->request_areas->len; i++)
    {
      const PalAreaTime *area = g_ptr_array_index (visit->request_areas, i);
      const PalGroup *group = pal_atlas_find_group (atlas, area->group);

      if (group != NULL)
        add_area_row (rows, group);
    }
}

/* What was asked for beside what was done: asked 20, so far 12. */
static void
show_row (Rows *rows, GtkWidget *row, const PalVisit *visit)
{
  const char *group = g_object_get_data (G_OBJECT (row), "pal-group");
  GtkSpinButton *spin = g_object_get_data (G_OBJECT (row), "pal-spin");
  const PalAreaTime *area = find_area (visit, group, NULL);
  const int spent =
      pal_request_count_minutes (visit, pal_workbench_get_atlas (rows->parent.workbench), group);
  g_autofree char *line =
      spent > 0
          ? g_strdup_printf (ngettext ("%d minute so far", "%d minutes so far", (gulong) spent),
                             spent)
          : g_strdup ("");

  if (area == NULL)
    return;
  pal_number_field_show (spin, area->minutes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_set_sensitive (row, !visit->is_signed);
}

static void
follow (PalVisitGroup *group)
{
  Rows *rows = pal_attached_rows_get (group);
  const PalVisit *visit = pal_workbench_get_visit (rows->parent.workbench);

  if (visit == NULL)
    return;
  rebuild (rows, visit);
  for (guint i = 0; i < rows->rows->len; i++)
    show_row (rows, g_ptr_array_index (rows->rows, i), visit);
  gtk_widget_set_sensitive (rows->add_row, !visit->is_signed);
}

static void
build_add (Rows *rows)
{
  PalAtlas *atlas = pal_workbench_get_atlas (rows->parent.workbench);
  GtkWidget *popover = gtk_popover_new ();

  rows->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      GtkWidget *button = gtk_button_new_with_label (pal_group_get_name (group));

      gtk_widget_add_css_class (button, "flat");
      set_group (button, group->id);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb),
                               rows->parent.group, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (rows->choices), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), rows->choices);
  rows->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (rows->add), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (rows->add), popover);
  gtk_widget_set_valign (rows->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (rows->add, "flat");
  gtk_widget_set_tooltip_text (rows->add, _ ("Ask for time on a part of the body"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ask for time on a part of the body"), -1);
  rows->add_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->add_row), _ ("Minutes asked for"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (rows->add_row), rows->add);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (rows->parent.group), rows->add_row);
}

void
pal_request_rows_attach (PalVisitGroup *group, PalWorkbench *workbench)
{
  Rows *rows;

  g_return_if_fail (PAL_IS_VISIT_GROUP (group));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  rows = pal_attached_rows_new (group, workbench, sizeof (Rows), clear_rows);
  rows->rows = g_ptr_array_new ();
  build_add (rows);
  pal_attached_rows_follow (group, follow);
}
