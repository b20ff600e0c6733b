/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-chart-tools.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-chart-tools.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage-pen.h"
#include "app/pal-visit-edits.h"
#include "report/pal-words-heat.h"

struct _PalChartTools
{
  GtkBox parent_instance;

  PalWorkbench *workbench;
  PalBodyStage *stage;
  gboolean compact;
  gboolean tight;
  gboolean updating;     /* the controls follow; they are not used */
  gboolean from_the_map; /* the kinds were opened by a key on the map, which wants the focus back */

  GtkDropDown *kinds;
  GtkToggleButton *names;
  GtkToggleButton *ghost;
  GtkMenuButton *scope;
  GSimpleAction *scope_action;
  GtkToggleButton *pin;
  GtkToggleButton *ink;
  GtkToggleButton *erase;
  GtkWidget *carry;
};

enum
{
  GHOST_TOGGLED,
  SCOPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalChartTools, pal_chart_tools, GTK_TYPE_BOX)

/* A word where there is room, else an icon, with the tooltip to tell what it is. */
static void
set_face (GtkToggleButton *button, gboolean in_words, const char *label, const char *icon)
{
  /* A label is told to screen readers by the button itself. */
  if (in_words)
    {
      gtk_button_set_label (GTK_BUTTON (button), label);
      return;
    }
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_widget_get_tooltip_text (GTK_WIDGET (button)), -1);
}

static void
refresh_faces (PalChartTools *self)
{
  const PalVisit *previous = pal_workbench_get_previous_visit (self->workbench);
  g_autofree char *ghost = NULL;
  if (previous != NULL)
    {
      g_autofree char *day = pal_date_format_short (pal_time_get_local_date (previous->at));
      /* Translators: the last visit, laid under the map as a ghost; the placeholder is its day. */
      ghost = g_strdup_printf (_ ("Ghost: %s"), day);
    }
  set_face (self->ghost, !self->compact && !self->tight, ghost != NULL ? ghost : _ ("Ghost"),
            "document-open-recent-symbolic");
  /* What is left out must be seen to be left out: the choice stands there in words. */
  if (pal_chart_tools_get_scope (self) == PAL_HEAT_ALL)
    gtk_menu_button_set_icon_name (self->scope, "view-reveal-symbolic");
  else
    gtk_menu_button_set_label (self->scope,
                               pal_heat_scope_get_name (pal_chart_tools_get_scope (self)));
  set_face (self->pin, !self->compact, _ ("Pin"), "mark-location-symbolic");
  set_face (self->ink, !self->compact, _ ("Ink"), "document-edit-symbolic");
}

static void
scope_changed_cb (PalChartTools *self)
{
  refresh_faces (self);
  g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

/* A finding just charted must never be missing from the map. */
static void
visit_changed_cb (PalChartTools *self)
{
  if (pal_chart_tools_get_scope (self) != PAL_HEAT_ALL)
    g_action_change_state (G_ACTION (self->scope_action), g_variant_new_string ("all"));
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  gboolean can_edit = visit != NULL && !visit->is_signed;
  gboolean has_previous = pal_workbench_get_previous_visit (self->workbench) != NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->ghost), has_previous);
  gtk_widget_set_sensitive (self->carry, has_previous && can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kinds), can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pin), can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ink), can_edit);
  if (!can_edit)
    pal_body_stage_set_tool (self->stage, PAL_STAGE_TOOL_MARK);
  refresh_faces (self);
}

static void
tool_changed_cb (PalChartTools *self)
{
  PalStageTool tool = pal_body_stage_get_tool (self->stage);
  gboolean draws = tool == PAL_STAGE_TOOL_INK || tool == PAL_STAGE_TOOL_ERASE;
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->pin, tool == PAL_STAGE_TOOL_PIN);
  gtk_toggle_button_set_active (self->ink, draws);
  gtk_toggle_button_set_active (self->erase, tool == PAL_STAGE_TOOL_ERASE);
  gtk_widget_set_visible (GTK_WIDGET (self->erase), draws);
  self->updating = FALSE;
}

static void
pin_toggled_cb (PalChartTools *self)
{
  if (!self->updating)
    pal_body_stage_set_tool (self->stage, gtk_toggle_button_get_active (self->pin)
                                              ? PAL_STAGE_TOOL_PIN
                                              : PAL_STAGE_TOOL_MARK);
}

static void
ink_toggled_cb (PalChartTools *self)
{
  if (!self->updating)
    pal_body_stage_set_tool (self->stage, gtk_toggle_button_get_active (self->ink)
                                              ? PAL_STAGE_TOOL_INK
                                              : PAL_STAGE_TOOL_MARK);
}

static void
erase_toggled_cb (PalChartTools *self)
{
  if (!self->updating)
    pal_body_stage_set_tool (self->stage, gtk_toggle_button_get_active (self->erase)
                                              ? PAL_STAGE_TOOL_ERASE
                                              : PAL_STAGE_TOOL_INK);
}

static void
ghost_toggled_cb (PalChartTools *self)
{
  g_signal_emit (self, signals[GHOST_TOGGLED], 0);
}

static void
carry_clicked_cb (PalChartTools *self)
{
  pal_edits_carry_over (self->workbench);
}

static void
kind_chosen_cb (PalChartTools *self)
{
  if (self->updating || self->workbench == NULL)
    return;
  g_autoptr (GPtrArray) offered =
      pal_vocabulary_list_offered (pal_workbench_get_vocabulary (self->workbench), PAL_TERMS_KIND);
  guint selected = gtk_drop_down_get_selected (self->kinds);
  if (selected >= offered->len)
    return;
  const PalTerm *term = g_ptr_array_index (offered, selected);
  pal_workbench_set_kind (self->workbench, term->id);
  if (self->from_the_map)
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  self->from_the_map = FALSE;
}

static void
stage_pin_cb (PalChartTools *self, const char *region, int side, const PalMarkPoint *point)
{
  pal_edits_pin (self->workbench, region, side, point);
}

static void
stage_ink_cb (PalChartTools *self, const PalStroke *stroke)
{
  pal_edits_add_ink (self->workbench, stroke);
}

static void
stage_erase_cb (PalChartTools *self, int view, double x, double y, double radius)
{
  pal_edits_erase_ink (self->workbench, view, x, y, radius);
}

static void
fill_kinds (PalChartTools *self)
{
  g_autoptr (GPtrArray) offered =
      pal_vocabulary_list_offered (pal_workbench_get_vocabulary (self->workbench), PAL_TERMS_KIND);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < offered->len; i++)
    gtk_string_list_append (names, pal_term_get_name (g_ptr_array_index (offered, i)));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  self->updating = FALSE;
}

static void
pal_chart_tools_dispose (GObject *object)
{
  PalChartTools *self = PAL_CHART_TOOLS (object);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_CHART_TOOLS);
  g_clear_object (&self->workbench);
  g_clear_object (&self->stage);
  g_clear_object (&self->scope_action);
  G_OBJECT_CLASS (pal_chart_tools_parent_class)->dispose (object);
}

static void
pal_chart_tools_class_init (PalChartToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_chart_tools_dispose;

  signals[GHOST_TOGGLED] = g_signal_new ("ghost-toggled", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SCOPE_CHANGED] = g_signal_new ("scope-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-chart-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, kinds);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, names);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, ghost);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, scope);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, pin);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, ink);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, erase);
  gtk_widget_class_bind_template_child (widget_class, PalChartTools, carry);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, ghost_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, ink_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_clicked_cb);
}

static void
pal_chart_tools_init (PalChartTools *self)
{
  g_autoptr (GSimpleActionGroup) shown = g_simple_action_group_new ();
  self->scope_action =
      g_simple_action_new_stateful ("scope", G_VARIANT_TYPE_STRING, g_variant_new_string ("all"));
  g_action_map_add_action (G_ACTION_MAP (shown), G_ACTION (self->scope_action));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "shown", G_ACTION_GROUP (shown));
}

static void
connect_swapped (PalChartTools *self, gpointer sender, const char *signal, GCallback callback)
{
  g_signal_connect_object (sender, signal, callback, self, G_CONNECT_SWAPPED);
}

void
pal_chart_tools_set_up (PalChartTools *self, PalWorkbench *workbench, PalBodyStage *stage)
{
  g_return_if_fail (PAL_IS_CHART_TOOLS (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  self->stage = g_object_ref (stage);
  fill_kinds (self);
  /* Ctrl+L on the map does the same. */
  g_object_bind_property (stage, "names", self->names, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  connect_swapped (self, stage, "notify::tool", G_CALLBACK (tool_changed_cb));
  connect_swapped (self, stage, "pin", G_CALLBACK (stage_pin_cb));
  connect_swapped (self, stage, "ink", G_CALLBACK (stage_ink_cb));
  connect_swapped (self, stage, "erase", G_CALLBACK (stage_erase_cb));
  connect_swapped (self, workbench, "visit-changed", G_CALLBACK (visit_changed_cb));
  connect_swapped (self, workbench, "client-changed", G_CALLBACK (visit_changed_cb));
  visit_changed_cb (self);
  connect_swapped (self, self->scope_action, "notify::state", G_CALLBACK (scope_changed_cb));
}

PalHeatScope
pal_chart_tools_get_scope (PalChartTools *self)
{
  g_return_val_if_fail (PAL_IS_CHART_TOOLS (self), PAL_HEAT_ALL);
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->scope_action));
  const char *id = g_variant_get_string (state, NULL);
  if (g_str_equal (id, "baseline"))
    return PAL_HEAT_BASELINE;
  return g_str_equal (id, "complaint") ? PAL_HEAT_COMPLAINT : PAL_HEAT_ALL;
}

const PalVisit *
pal_chart_tools_get_ghost (PalChartTools *self)
{
  g_return_val_if_fail (PAL_IS_CHART_TOOLS (self), NULL);
  return gtk_toggle_button_get_active (self->ghost)
             ? pal_workbench_get_previous_visit (self->workbench)
             : NULL;
}

void
pal_chart_tools_set_compact (PalChartTools *self, gboolean compact)
{
  g_return_if_fail (PAL_IS_CHART_TOOLS (self));
  self->compact = !!compact;
  /* The least needed with a client on the table: it gives its room to the others. */
  gtk_widget_set_visible (GTK_WIDGET (self->scope), !compact);
  if (self->workbench != NULL)
    refresh_faces (self);
}

void
pal_chart_tools_set_tight (PalChartTools *self, gboolean tight)
{
  g_return_if_fail (PAL_IS_CHART_TOOLS (self));
  if (self->tight == !!tight)
    return;
  self->tight = !!tight;
  if (self->workbench != NULL)
    refresh_faces (self);
}

void
pal_chart_tools_open_kinds (PalChartTools *self)
{
  g_return_if_fail (PAL_IS_CHART_TOOLS (self));
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->kinds)))
    return;
  self->from_the_map = TRUE;
  /* Activated, the drop-down waits a quarter of a second, and the next keys go to the map (4.8). */
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->kinds));
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}
