/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-inspector.h: follows the open visit, turns each field into an edit. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-findings-list.h"
#include "app/pal-note-editor.h"
#include "app/pal-visit-edits.h"

typedef enum
{
  FIELD_SLEEP,
  FIELD_STRESS,
  FIELD_REST_DAYS,
  FIELD_NEXT_WEEKS,
  N_FIELDS
} NumberField;

struct _PalInspector
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  char *visit_id; /* of the visit shown, to tell another visit from an edit of this one */
  gboolean updating;

  GtkWidget *scroller;
  GtkWidget *alerts;
  PalNoteEditor *complaint;
  PalFindingsList *findings;
  GtkWidget *preset_popover;
  GtkWidget *preset_box;
  GtkWidget *presets;
  GtkFlowBox *groups;
  GtkListBox *state;
  GtkListBox *next;
  PalNoteEditor *subjective;
  PalNoteEditor *objective;
  PalNoteEditor *assessment;
  PalNoteEditor *plan;
  PalNoteEditor *advice;
  GtkSpinButton *numbers[N_FIELDS];
};

enum
{
  MARK_ACTIVATED,
  MARK_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalInspector, pal_inspector, GTK_TYPE_WIDGET)

static PalNoteEditor *
get_note (PalInspector *self, PalNoteSection section)
{
  PalNoteEditor *notes[PAL_NOTE_N] = { self->subjective, self->objective, self->assessment,
                                       self->plan };
  return notes[section];
}

/* Alerts ----------------------------------------------------------------------------------------
 */

static void
refresh_alerts (PalInspector *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->alerts)) != NULL)
    gtk_box_remove (GTK_BOX (self->alerts), child);

  const PalClient *client = pal_workbench_get_client (self->workbench);
  for (guint i = 0; client != NULL && i < client->alerts->len; i++)
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
      gtk_flow_box_append (self->groups, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
refresh_groups (PalInspector *self, const PalVisit *visit)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
      const char *group = g_object_get_data (G_OBJECT (button), "pal-group");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    pal_visit_has_examined_group (visit, group));
    }
}

static void
preset_clicked_cb (GtkButton *button, PalInspector *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->preset_popover));
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
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "pal-preset", preset);
      g_signal_connect_object (button, "clicked", G_CALLBACK (preset_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->preset_box), button);
    }
}

/* Numbers ----------------------------------------------------------------------------------------
 */

/* An empty field is not zero: -1 shows as a dash. */
static gboolean
number_output_cb (GtkSpinButton *spin)
{
  double value = gtk_spin_button_get_value (spin);
  g_autofree char *text =
      value < 0 ? g_strdup ("–") : g_strdup_printf ("%.*f", value != (int) value ? 1 : 0, value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
number_input_cb (GtkSpinButton *spin, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end = NULL;
  *value = g_strtod (text, &end);
  if (end == text)
    *value = PAL_UNSET;
  return TRUE;
}

static void
write_number (PalVisit *visit, NumberField field, double value)
{
  switch (field)
    {
    case FIELD_SLEEP:
      visit->state.sleep_hours = value;
      break;
    case FIELD_STRESS:
      visit->state.stress = (int) value;
      break;
    case FIELD_REST_DAYS:
      visit->state.rest_days = (int) value;
      break;
    case FIELD_NEXT_WEEKS:
      visit->next_weeks = value < 1 ? PAL_UNSET : (int) value;
      break;
    case N_FIELDS:
      break;
    }
}

static double
read_number (const PalVisit *visit, NumberField field)
{
  switch (field)
    {
    case FIELD_SLEEP:
      return visit->state.sleep_hours;
    case FIELD_STRESS:
      return visit->state.stress;
    case FIELD_REST_DAYS:
      return visit->state.rest_days;
    case FIELD_NEXT_WEEKS:
      return visit->next_weeks;
    case N_FIELDS:
      break;
    }
  return PAL_UNSET;
}

static void
number_changed_cb (GtkSpinButton *spin, PalInspector *self)
{
  if (self->updating)
    return;
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "pal-field"));
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return;
  write_number (visit, field, gtk_spin_button_get_value (spin));
  g_autofree char *key = g_strdup_printf ("number-%u", field);
  pal_workbench_commit_visit (self->workbench, g_steal_pointer (&visit),
                              field == FIELD_NEXT_WEEKS ? _ ("Plan next visit")
                                                        : _ ("State of the day"),
                              key);
}

static void
add_number (PalInspector *self,
            GtkListBox *list,
            NumberField field,
            const char *title,
            double upper,
            double step)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (PAL_UNSET, PAL_UNSET, upper, step, step, 0);
  GtkWidget *spin = gtk_spin_button_new (adjustment, step, step < 1 ? 1 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (spin), "pal-field", GUINT_TO_POINTER (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (spin, "output", G_CALLBACK (number_output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (number_input_cb), NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (number_changed_cb), self, 0);
  self->numbers[field] = GTK_SPIN_BUTTON (spin);

  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_list_box_append (list, row);
}

/* Texts ------------------------------------------------------------------------------------------
 */

static void
commit_text (PalInspector *self, gsize offset, const char *text, const char *words, const char *key)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return;
  pal_visit_set_text (G_STRUCT_MEMBER_P (visit, offset), text);
  pal_workbench_commit_visit (self->workbench, g_steal_pointer (&visit), words, key);
}

static void
complaint_edited_cb (PalInspector *self, const char *text)
{
  commit_text (self, G_STRUCT_OFFSET (PalVisit, complaint_text), text, _ ("Edit today’s complaint"),
               "complaint");
}

static void
advice_edited_cb (PalInspector *self, const char *text)
{
  commit_text (self, G_STRUCT_OFFSET (PalVisit, advice), text, _ ("Edit advice"), "advice");
}

static void
subjective_edited_cb (PalInspector *self, const char *text)
{
  pal_edits_set_note (self->workbench, PAL_NOTE_SUBJECTIVE, text);
}

static void
objective_edited_cb (PalInspector *self, const char *text)
{
  pal_edits_set_note (self->workbench, PAL_NOTE_OBJECTIVE, text);
}

static void
assessment_edited_cb (PalInspector *self, const char *text)
{
  pal_edits_set_note (self->workbench, PAL_NOTE_ASSESSMENT, text);
}

static void
plan_edited_cb (PalInspector *self, const char *text)
{
  pal_edits_set_note (self->workbench, PAL_NOTE_PLAN, text);
}

static void
flush_cb (PalInspector *self)
{
  pal_note_editor_flush (self->complaint);
  pal_note_editor_flush (self->advice);
  for (int i = 0; i < PAL_NOTE_N; i++)
    pal_note_editor_flush (get_note (self, i));
}

/* Following the visit ----------------------------------------------------------------------------
 */

static void
set_editable (PalInspector *self, gboolean editable)
{
  pal_note_editor_set_editable (self->complaint, editable);
  pal_note_editor_set_editable (self->advice, editable);
  for (int i = 0; i < PAL_NOTE_N; i++)
    pal_note_editor_set_editable (get_note (self, i), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), editable);
  gtk_widget_set_sensitive (self->presets, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), editable);
}

static void
visit_changed_cb (PalInspector *self)
{
  refresh_alerts (self);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (visit == NULL)
    return;

  self->updating = TRUE;
  pal_note_editor_set_text (self->complaint, visit->complaint_text);
  pal_note_editor_set_text (self->advice, visit->advice);
  for (int i = 0; i < PAL_NOTE_N; i++)
    pal_note_editor_set_text (get_note (self, i), visit->notes[i]);
  refresh_groups (self, visit);
  for (int i = 0; i < N_FIELDS; i++)
    {
      gtk_spin_button_set_value (self->numbers[i], read_number (visit, i));
      number_output_cb (self->numbers[i]);
    }
  set_editable (self, !visit->is_signed);
  self->updating = FALSE;

  if (g_strcmp0 (self->visit_id, visit->id) != 0)
    {
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit->id);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                    GTK_SCROLLED_WINDOW (self->scroller)),
                                0);
    }
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
  g_type_ensure (PAL_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PalInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, alerts);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, complaint);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, presets);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, preset_popover);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, preset_box);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, groups);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, state);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, next);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, subjective);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, objective);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, assessment);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, plan);
  gtk_widget_class_bind_template_child (widget_class, PalInspector, advice);
  gtk_widget_class_bind_template_callback (widget_class, complaint_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, advice_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, subjective_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, objective_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, assessment_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_edited_cb);
}

static void
pal_inspector_init (PalInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->findings, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "mark-pointed", G_CALLBACK (mark_pointed_cb), self,
                           G_CONNECT_SWAPPED);
  add_number (self, self->state, FIELD_SLEEP, _ ("Sleep, hours"), 24, 0.5);
  add_number (self, self->state, FIELD_STRESS, _ ("Stress, 0 to 10"), 10, 1);
  add_number (self, self->state, FIELD_REST_DAYS, _ ("Rest days this week"), 7, 1);
  add_number (self, self->next, FIELD_NEXT_WEEKS, _ ("Next visit in weeks"), 52, 1);
}

void
pal_inspector_set_workbench (PalInspector *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_INSPECTOR (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  fill_groups (self);
  fill_presets (self);
  pal_findings_list_set_workbench (self->findings, workbench);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (refresh_alerts), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}
