/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-inspector.h: follows the open visit, turns each field into an edit. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-check-next-list.h"
#include "app/pal-complaint-regions.h"
#include "app/pal-findings-list.h"
#include "app/pal-note-follow.h"
#include "app/pal-notes-group.h"
#include "app/pal-plan-group.h"
#include "app/pal-request-rows.h"
#include "app/pal-screening.h"
#include "app/pal-session.h"
#include "app/pal-signature-group.h"
#include "app/pal-tests-group.h"
#include "app/pal-training-rows.h"
#include "app/pal-visit-bars.h"
#include "app/pal-visit-edits.h"
#include "app/pal-visit-group.h"
#include "app/pal-wrap-layout.h"

/* Around a field that is scrolled to. */
#define SCROLL_MARGIN 48
/* Above the head of a group that is scrolled to. */
#define GROUP_MARGIN 12
/* A sheet that is pulled up takes a quarter of a second until its fields are there. */
#define MAX_FRAMES 60u

struct _PalInspector
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  char *visit_id; /* of the visit shown, to tell another visit from an edit of this one */
  guint n_signatures;
  gboolean updating;
  guint scroll_tick;
  GtkWidget *wanted;  /* weak, nullable: a field that is scrolled to once it is there */
  gboolean was_there; /* it was, in the last frame */
  guint frames_left;  /* to wait for it */

  GtkWidget *scroller;
  GtkWidget *alerts;
  PalNoteEditor *complaint;
  PalCheckNextList *check_next;
  PalFindingsList *findings;
  GtkWidget *presets;
  GtkWidget *groups;
  PalComplaintRegions *complaint_regions;
  PalSignatureGroup *signature;
  PalVisitGroup *visit;
  PalScreeningRow *screening;
  PalVisitGroup *state;
  PalVisitGroup *training;
  PalTestsGroup *tests;
  PalNotesGroup *notes;
  PalPlanGroup *plan;
};

enum
{
  MARK_ACTIVATED,
  MARK_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalInspector, pal_inspector, GTK_TYPE_WIDGET)

/* Alerts ----------------------------------------------------------------------------------------
 */

/* When they were acknowledged; until then a bar above the page asks for it. */
static void
show_seen (PalInspector *self, const PalClient *client)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (client == NULL || client->alerts->len == 0 || visit == NULL ||
      visit->alerts_seen == PAL_NO_TIME)
    return;
  g_autofree char *clock = pal_time_format_clock (visit->alerts_seen);
  /* Translators: %s is a time of day. */
  g_autofree char *words = g_strdup_printf (_ ("Alerts seen at %s"), clock);
  GtkWidget *label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->alerts), label);
}

static void
fill_alerts (PalInspector *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->alerts)) != NULL)
    gtk_box_remove (GTK_BOX (self->alerts), child);

  /* Said once: while the bar above the page asks to see them, they are not here as well. */
  const PalClient *client = pal_workbench_get_client (self->workbench);
  if (client == NULL || pal_visit_bars_ask_alerts (pal_workbench_get_visit (self->workbench)))
    return;
  for (guint i = 0; i < client->alerts->len; i++)
    {
      const PalAlert *alert = g_ptr_array_index (client->alerts, i);
      gboolean stop = alert->level == PAL_ALERT_STOP;
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *icon =
          gtk_image_new_from_icon_name (stop ? "dialog-error-symbolic" : "dialog-warning-symbolic");
      GtkWidget *label = gtk_label_new (alert->text);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      stop ? _ ("Do not treat") : _ ("Caution"), -1);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_widget_add_css_class (box, "pal-alert");
      gtk_widget_add_css_class (box, stop ? "pal-alert-stop" : "pal-alert-caution");
      gtk_box_append (GTK_BOX (self->alerts), box);
    }
  show_seen (self, client);
}

static void
refresh_alerts (PalInspector *self)
{
  fill_alerts (self);
  /* An empty box would still keep its distance from what is below. */
  gtk_widget_set_visible (self->alerts, gtk_widget_get_first_child (self->alerts) != NULL);
}

/* Groups checked ---------------------------------------------------------------------------------
 */

static void
group_toggled_cb (GtkToggleButton *button, PalInspector *self)
{
  if (self->updating)
    return;
  pal_edits_set_examined (self->workbench, g_object_get_data (G_OBJECT (button), "pal-group"),
                          gtk_toggle_button_get_active (button));
}

static void
fill_groups (PalInspector *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (pal_group_get_name (group));
      g_object_set_data (G_OBJECT (button), "pal-group", group->id);
      gtk_widget_add_css_class (button, "pal-group");
      g_signal_connect_object (button, "toggled", G_CALLBACK (group_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->groups), button);
    }
}

static void
refresh_groups (PalInspector *self, const PalVisit *visit)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->groups); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const char *group = g_object_get_data (G_OBJECT (button), "pal-group");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    pal_visit_has_examined_group (visit, group));
    }
}

static void
preset_clicked_cb (GtkButton *button, PalInspector *self)
{
  pal_edits_apply_preset (self->workbench, g_object_get_data (G_OBJECT (button), "pal-preset"));
}

static void
fill_presets (PalInspector *self)
{
  GPtrArray *presets = pal_atlas_get_presets (pal_workbench_get_atlas (self->workbench));
  for (guint i = 0; i < presets->len; i++)
    {
      PalPreset *preset = g_ptr_array_index (presets, i);
      GtkWidget *button = gtk_button_new_with_label (pal_preset_get_name (preset));
      gtk_widget_add_css_class (button, "pal-small");
      gtk_widget_add_css_class (button, "caption");
      gtk_widget_set_tooltip_text (button,
                                   _ ("All of it was looked at; what is not marked is clear"));
      gtk_widget_set_hexpand (button, TRUE);
      g_object_set_data (G_OBJECT (button), "pal-preset", preset);
      g_signal_connect_object (button, "clicked", G_CALLBACK (preset_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->presets), button);
    }
}

/* Following the visit ----------------------------------------------------------------------------
 */

static void
set_editable (PalInspector *self, gboolean editable)
{
  gtk_widget_set_sensitive (self->groups, editable);
  gtk_widget_set_sensitive (self->presets, editable);
}

static void
visit_changed_cb (PalInspector *self)
{
  refresh_alerts (self);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (visit == NULL)
    return;

  self->updating = TRUE;
  refresh_groups (self, visit);
  set_editable (self, !visit->is_signed);
  self->updating = FALSE;

  /* Another visit begins at its top, and so does one that is signed or amended: that is there. */
  guint n_signatures = visit->is_signed ? 1 + visit->amendments->len : 0;
  if (g_strcmp0 (self->visit_id, visit->id) != 0 || n_signatures != self->n_signatures)
    {
      self->n_signatures = n_signatures;
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit->id);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                    GTK_SCROLLED_WINDOW (self->scroller)),
                                0);
    }
}

/* Keeping in sight -------------------------------------------------------------------------------
 */

/* What has the keyboard, if it is in here. */
static GtkWidget *
get_focus (PalInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* The least that brings what lies from @top to @bottom into the page; its top in any case. */
static double
bring_in (double value, double page, double top, double bottom)
{
  return MIN (MAX (value, bottom - page), top);
}

static void
scroll_to (PalInspector *self, GtkWidget *field)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *whole = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkWidget *group = gtk_widget_get_ancestor (field, ADW_TYPE_EXPANDER_ROW);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t box;

  /* As much of the group as there is room for, and the field in any case. */
  if (group != NULL && gtk_widget_compute_bounds (group, whole, &box))
    value = bring_in (value, page, box.origin.y - GROUP_MARGIN, box.origin.y + box.size.height);
  if (gtk_widget_compute_bounds (field, whole, &box))
    value = bring_in (value, page, box.origin.y - SCROLL_MARGIN,
                      box.origin.y + box.size.height + SCROLL_MARGIN);
  /* Not clamp_page(): GTK is gliding to where the field was, and only this ends it. */
  gtk_adjustment_set_value (adjustment, value);
}

/* In the second frame after the field is there: in the first it gets its place. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PalInspector *self = PAL_INSPECTOR (widget);
  GtkWidget *field = self->wanted != NULL ? self->wanted : get_focus (self);

  if (field != NULL && !gtk_widget_get_mapped (field) && --self->frames_left > 0)
    return G_SOURCE_CONTINUE;
  if (field != NULL && !self->was_there)
    {
      self->was_there = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (field != NULL)
    scroll_to (self, field);
  g_clear_weak_pointer (&self->wanted);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

/* @field: (nullable): for what has the keyboard by then */
static void
scroll_soon (PalInspector *self, GtkWidget *field)
{
  if (field != NULL)
    g_set_weak_pointer (&self->wanted, field);
  self->was_there = FALSE;
  self->frames_left = MAX_FRAMES;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* GTK scrolls to what gets the keyboard where it is then: in a group that is only about to unfold,
 * that is not where it will be. */
static void
unfolded_cb (PalInspector *self)
{
  if (get_focus (self) != NULL)
    scroll_soon (self, NULL);
}

static GtkWidget *
find_revealer (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_REVEALER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_revealer (child);
  return found;
}

static void
watch_unfolding (PalInspector *self)
{
  GtkWidget *groups[] = { GTK_WIDGET (self->visit),    GTK_WIDGET (self->state),
                          GTK_WIDGET (self->training), GTK_WIDGET (self->tests),
                          GTK_WIDGET (self->notes),    GTK_WIDGET (self->plan) };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_signal_connect_object (find_revealer (groups[i]), "notify::child-revealed",
                             G_CALLBACK (unfolded_cb), self, G_CONNECT_SWAPPED);
}

static void
mark_activated_cb (PalInspector *self, const char *region, int side, const char *kind)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, region, side, kind);
}

static void
mark_pointed_cb (PalInspector *self, const char *region, int side)
{
  g_signal_emit (self, signals[MARK_POINTED], 0, region, side);
}

static void
pal_inspector_dispose (GObject *object)
{
  PalInspector *self = PAL_INSPECTOR (object);
  self->updating = TRUE;
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_weak_pointer (&self->wanted);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_INSPECTOR);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_inspector_parent_class)->dispose (object);
}

static void
pal_inspector_finalize (GObject *object)
{
  g_free (PAL_INSPECTOR (object)->visit_id);
  G_OBJECT_CLASS (pal_inspector_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[MARK_POINTED] = g_signal_new ("mark-pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
pal_inspector_class_init (PalInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_inspector_finalize;
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (PAL_TYPE_NOTE_EDITOR);
  g_type_ensure (PAL_TYPE_CHECK_NEXT_LIST);
  g_type_ensure (PAL_TYPE_FINDINGS_LIST);
  g_type_ensure (PAL_TYPE_COMPLAINT_REGIONS);
  g_type_ensure (PAL_TYPE_VISIT_GROUP);
  g_type_ensure (PAL_TYPE_TESTS_GROUP);
  g_type_ensure (PAL_TYPE_SCREENING_ROW);
  g_type_ensure (PAL_TYPE_SIGNATURE_GROUP);
  g_type_ensure (PAL_TYPE_NOTES_GROUP);
  g_type_ensure (PAL_TYPE_PLAN_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PalInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, alerts);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, complaint);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, check_next);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, presets);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, groups);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, complaint_regions);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, signature);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, visit);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, screening);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, state);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, training);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, tests);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, notes);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, plan);
}

static void
pal_inspector_init (PalInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->groups, pal_wrap_layout_new (6, 6));
  g_signal_connect_object (self->findings, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "mark-pointed", G_CALLBACK (mark_pointed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_unfolding (self);
}

static void
set_up_groups (PalInspector *self)
{
  const PalVisitField *fields;
  guint n_fields;

  fields = pal_visit_fields_visit (&n_fields);
  pal_visit_group_set_up (self->visit, self->workbench, fields, n_fields, _ ("Change the visit"));
  pal_request_rows_attach (self->visit, self->workbench);
  pal_screening_row_set_workbench (self->screening, self->workbench);
  pal_signature_group_set_workbench (self->signature, self->workbench);
  fields = pal_visit_fields_state (&n_fields);
  pal_visit_group_set_up (self->state, self->workbench, fields, n_fields, _ ("State of the day"));
  fields = pal_visit_fields_training (&n_fields);
  pal_visit_group_set_up (self->training, self->workbench, fields, n_fields, _ ("Training"));
  pal_training_rows_attach (self->training, self->workbench);
  pal_complaint_regions_set_workbench (self->complaint_regions, self->workbench);
  pal_tests_group_set_workbench (self->tests, self->workbench);
  pal_notes_group_set_workbench (self->notes, self->workbench);
  pal_plan_group_set_workbench (self->plan, self->workbench);
}

void
pal_inspector_set_workbench (PalInspector *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_INSPECTOR (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  fill_groups (self);
  fill_presets (self);
  pal_check_next_list_set_workbench (self->check_next, workbench);
  pal_findings_list_set_workbench (self->findings, workbench);
  set_up_groups (self);
  pal_note_editor_follow (self->complaint, workbench, "complaint", _ ("Edit today’s complaint"));
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (refresh_alerts), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

/* What unfolds bit by bit cannot have the keyboard yet, and the next keys would go elsewhere. */
static void
unfold_at_once (AdwExpanderRow *group)
{
  GtkRevealer *revealer = GTK_REVEALER (find_revealer (GTK_WIDGET (group)));
  guint duration = gtk_revealer_get_transition_duration (revealer);

  gtk_revealer_set_transition_duration (revealer, 0);
  adw_expander_row_set_expanded (group, TRUE);
  gtk_revealer_set_transition_duration (revealer, duration);
}

gboolean
pal_inspector_focus (PalInspector *self, const char *place)
{
  AdwExpanderRow *group = NULL;
  GtkWidget *field = NULL;

  g_return_val_if_fail (PAL_IS_INSPECTOR (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  if (g_str_equal (place, "complaint"))
    field = pal_note_editor_get_view (self->complaint);
  else if (g_str_equal (place, "state"))
    {
      group = ADW_EXPANDER_ROW (self->state);
      field = adw_action_row_get_activatable_widget (
          ADW_ACTION_ROW (pal_visit_group_get_row (self->state, 0)));
    }
  else if (g_str_equal (place, "tests"))
    {
      group = ADW_EXPANDER_ROW (self->tests);
      field = pal_tests_group_get_field (self->tests);
    }
  else if (g_str_equal (place, "plan"))
    {
      group = ADW_EXPANDER_ROW (self->plan);
      field = pal_plan_group_get_field (self->plan);
    }
  for (guint i = 0; field == NULL && i < PAL_NOTE_PLAN; i++)
    if (g_str_equal (place, pal_note_section_to_id ((PalNoteSection) i)))
      {
        group = ADW_EXPANDER_ROW (self->notes);
        field =
            pal_note_editor_get_view (pal_notes_group_get_editor (self->notes, (PalNoteSection) i));
      }
  if (field == NULL)
    return FALSE;
  if (group != NULL)
    unfold_at_once (group);
  pal_focus_when_shown (field);
  scroll_soon (self, field);
  return TRUE;
}
