/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-insight-filter-bar.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-insight-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "app/pal-drop-down-name.h"
#include "app/pal-wrap-layout.h"
#include "report/pal-words-heat.h"

struct _PalInsightFilterBar
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalInsightFilter *filter;
  GtkWidget *scopes;
  GtkWidget *scope_buttons[PAL_HEAT_N_SCOPES];
  GtkDropDown *kinds;
  GtkDropDown *groups;
  GPtrArray *kind_terms; /* in the dropdown, the first is NULL for all; borrowed */
  GPtrArray *group_items;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PalInsightFilterBar, pal_insight_filter_bar, GTK_TYPE_WIDGET)

/* What is chosen in a dropdown, NULL for all of it. */
static gpointer
get_choice (GtkDropDown *drop_down, GPtrArray *items)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);
  return selected < items->len ? g_ptr_array_index (items, selected) : NULL;
}

static void
chosen_cb (PalInsightFilterBar *self)
{
  PalHeatScope scope = PAL_HEAT_ALL;
  if (self->updating)
    return;
  for (guint i = 0; i < PAL_HEAT_N_SCOPES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->scope_buttons[i])))
      scope = (PalHeatScope) i;
  pal_insight_filter_set (self->filter, scope, get_choice (self->kinds, self->kind_terms),
                          get_choice (self->groups, self->group_items));
}

static void
make_scopes (PalInsightFilterBar *self)
{
  self->scopes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->scopes, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scopes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings shown"), -1);
  for (PalHeatScope scope = PAL_HEAT_ALL; scope < PAL_HEAT_N_SCOPES; scope++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (pal_heat_scope_get_name (scope));
      gtk_widget_set_tooltip_text (button, pal_heat_scope_get_plain (scope));
      self->scope_buttons[scope] = button;
      if (scope > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->scope_buttons[0]));
      gtk_box_append (GTK_BOX (self->scopes), button);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->scope_buttons[PAL_HEAT_ALL]), TRUE);
  for (guint i = 0; i < PAL_HEAT_N_SCOPES; i++)
    g_signal_connect_object (self->scope_buttons[i], "toggled", G_CALLBACK (chosen_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->scopes, GTK_WIDGET (self));
}

static GtkDropDown *
make_choice (PalInsightFilterBar *self, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_tooltip_text (drop_down, name);
  pal_drop_down_set_name (GTK_DROP_DOWN (drop_down), name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (drop_down, GTK_WIDGET (self));
  return GTK_DROP_DOWN (drop_down);
}

/* Filling ----------------------------------------------------------------------------------------
 */

static void
take_choices (GtkDropDown *drop_down, GPtrArray *items, GtkStringList *names, gconstpointer chosen)
{
  guint place = 0;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  if (g_ptr_array_find (items, chosen, &place))
    gtk_drop_down_set_selected (drop_down, place);
}

static void
fill_kinds (PalInsightFilterBar *self, const PalInsights *insights)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_ptr_array_set_size (self->kind_terms, 0);
  g_ptr_array_add (self->kind_terms, NULL);
  gtk_string_list_append (names, _ ("All kinds"));
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);
      gboolean found = FALSE;
      for (guint j = 0; insights != NULL && j < insights->regions->len; j++)
        found |= g_array_index (insights->regions, PalRegionRow, j).kind == term;
      if (!found)
        continue;
      g_ptr_array_add (self->kind_terms, (gpointer) term);
      gtk_string_list_append (names, pal_term_get_name (term));
    }
  take_choices (self->kinds, self->kind_terms, names, pal_insight_filter_get_kind (self->filter));
}

static void
fill_groups (PalInsightFilterBar *self, const PalInsights *insights)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  g_ptr_array_set_size (self->group_items, 0);
  g_ptr_array_add (self->group_items, NULL);
  gtk_string_list_append (names, _ ("Whole body"));
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      gboolean found = FALSE;
      for (guint j = 0; insights != NULL && j < insights->regions->len; j++)
        found |= g_array_index (insights->regions, PalRegionRow, j).region->group == i;
      if (!found)
        continue;
      g_ptr_array_add (self->group_items, (gpointer) group);
      gtk_string_list_append (names, pal_group_get_name (group));
    }
  take_choices (self->groups, self->group_items, names,
                pal_insight_filter_get_group (self->filter));
}

static void
pal_insight_filter_bar_dispose (GObject *object)
{
  PalInsightFilterBar *self = PAL_INSIGHT_FILTER_BAR (object);
  GtkWidget *child;
  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workbench);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_insight_filter_bar_parent_class)->dispose (object);
}

static void
pal_insight_filter_bar_finalize (GObject *object)
{
  PalInsightFilterBar *self = PAL_INSIGHT_FILTER_BAR (object);
  g_ptr_array_unref (self->kind_terms);
  g_ptr_array_unref (self->group_items);
  G_OBJECT_CLASS (pal_insight_filter_bar_parent_class)->finalize (object);
}

static void
pal_insight_filter_bar_class_init (PalInsightFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_insight_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_insight_filter_bar_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pal_insight_filter_bar_init (PalInsightFilterBar *self)
{
  self->kind_terms = g_ptr_array_new ();
  self->group_items = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pal_wrap_layout_new (8, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the sections below show"), -1);
}

GtkWidget *
pal_insight_filter_bar_new (PalWorkbench *workbench, PalInsightFilter *filter)
{
  PalInsightFilterBar *self = g_object_new (PAL_TYPE_INSIGHT_FILTER_BAR, NULL);
  self->workbench = g_object_ref (workbench);
  self->filter = g_object_ref (filter);
  self->updating = TRUE;
  make_scopes (self);
  self->kinds = make_choice (self, _ ("Kind of finding"));
  self->groups = make_choice (self, _ ("Part of the body"));
  pal_insight_filter_bar_set (self, NULL);
  return GTK_WIDGET (self);
}

void
pal_insight_filter_bar_set (PalInsightFilterBar *self, const PalInsights *insights)
{
  g_return_if_fail (PAL_IS_INSIGHT_FILTER_BAR (self));
  self->updating = TRUE;
  fill_kinds (self, insights);
  fill_groups (self, insights);
  self->updating = FALSE;
  chosen_cb (self);
}
