/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan in the inspector. The suggested interval is reckoned anew with every edit; the number of
 * weeks is the therapist's own and never follows it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-plan-group.h"

#include <glib/gi18n-lib.h>

#include "app/pal-check-picker.h"
#include "app/pal-note-follow.h"
#include "app/pal-number-field.h"
#include "app/pal-term-picker.h"
#include "app/pal-visit-group.h"
#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-plan.h"
#include "report/pal-words.h"

struct _PalPlanGroup
{
  AdwExpanderRow parent_instance;

  PalWorkbench *workbench;
  int suggested; /* weeks */
  gboolean updating;

  GtkSpinButton *weeks;
  GtkLabel *suggestion;
  GtkWidget *take;
  PalNoteEditor *plan;
  PalNoteEditor *advice;
  PalTermPicker *home_care;
  PalCheckPicker *check_next;
  GtkWidget *hard_row;
  GtkLabel *hard;
};

G_DEFINE_FINAL_TYPE (PalPlanGroup, pal_plan_group, ADW_TYPE_EXPANDER_ROW)

/* Editing ----------------------------------------------------------------------------------------
 */

static void
set_weeks (PalPlanGroup *self, int weeks)
{
  PalVisit *visit = pal_workbench_edit_visit (self->workbench);

  if (visit == NULL)
    return;
  visit->next_weeks = weeks < 1 ? PAL_UNSET : weeks;
  pal_workbench_commit_visit (self->workbench, visit, _ ("Plan next visit"), "next-weeks");
}

static void
take_clicked_cb (PalPlanGroup *self)
{
  set_weeks (self, self->suggested);
  /* The button goes: the focus stays with the number it set. */
  gtk_widget_grab_focus (GTK_WIDGET (self->weeks));
}

static void
home_care_changed_cb (PalPlanGroup *self)
{
  PalVisit *visit;

  if (self->updating || (visit = pal_workbench_edit_visit (self->workbench)) == NULL)
    return;
  g_strfreev (visit->home_care);
  visit->home_care = pal_term_picker_dup_ids (self->home_care);
  pal_workbench_commit_visit (self->workbench, visit, _ ("Change home care"), NULL);
}

static void
hard_clicked_cb (PalPlanGroup *self)
{
  const PalVisit *open = pal_workbench_get_visit (self->workbench);
  g_autofree char *regions = NULL;
  g_autofree char *line = NULL;
  g_autofree char *plan = NULL;
  PalVisit *visit;

  if (open == NULL)
    return;
  regions = pal_words_hard_to_stretch (open, pal_workbench_get_atlas (self->workbench),
                                       pal_workbench_get_vocabulary (self->workbench));
  pal_note_editor_flush (self->plan);
  visit = regions != NULL ? pal_workbench_edit_visit (self->workbench) : NULL;
  if (visit == NULL)
    return;
  /* Translators: a line of the plan; %s are regions of the body. */
  line = g_strdup_printf (_ ("Stretch in session: %s."), regions);
  plan = visit->notes[PAL_NOTE_PLAN] != NULL
             ? g_strconcat (visit->notes[PAL_NOTE_PLAN], "\n", line, NULL)
             : g_strdup (line);
  pal_visit_set_text (&visit->notes[PAL_NOTE_PLAN], plan);
  pal_workbench_commit_visit (self->workbench, visit, _ ("Plan in-session work"), NULL);
}

/* Showing ----------------------------------------------------------------------------------------
 */

/* What speaks for the interval: everything up to and including the open visit. */
static PalIntervalResult
suggest (PalPlanGroup *self, const PalVisit *visit)
{
  PalClient *client = (PalClient *) pal_workbench_get_client (self->workbench);
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  PalClientFile *file = pal_client_file_new (client);
  PalIntervalResult result;
  PalInsights *insights;

  for (guint i = 0; i < visits->len; i++)
    {
      PalVisit *each = g_ptr_array_index (visits, i);

      if (each->at <= visit->at)
        g_ptr_array_add (file->visits, pal_visit_ref (each));
    }
  insights = pal_insights_new (file, PAL_NO_DATE, pal_workbench_get_atlas (self->workbench),
                               pal_workbench_get_vocabulary (self->workbench), NULL);
  result = insights->interval;
  pal_insights_free (insights);
  pal_client_file_free (file);
  return result;
}

static void
show_suggestion (PalPlanGroup *self, const PalVisit *visit)
{
  PalIntervalResult interval;
  g_autofree char *words = NULL;

  if (pal_workbench_get_client (self->workbench) == NULL)
    return;
  interval = suggest (self, visit);
  words = pal_words_interval (interval);
  self->suggested = interval.weeks;
  gtk_label_set_label (self->suggestion, words);
  gtk_widget_set_visible (self->take, !visit->is_signed && visit->next_weeks != interval.weeks);
}

static void
show_hard (PalPlanGroup *self, const PalVisit *visit)
{
  g_autofree char *regions =
      pal_words_hard_to_stretch (visit, pal_workbench_get_atlas (self->workbench),
                                 pal_workbench_get_vocabulary (self->workbench));
  g_autofree char *line = NULL;

  gtk_widget_set_visible (self->hard_row, regions != NULL && !visit->is_signed);
  if (regions == NULL)
    return;
  /* Translators: %s are regions of the body. */
  line = g_strdup_printf (_ ("Hard to stretch by oneself: %s"), regions);
  gtk_label_set_label (self->hard, line);
}

static void
show_summary (PalPlanGroup *self, const PalVisit *visit)
{
  g_autofree char *next = pal_words_next_visit (visit);
  GString *line = g_string_new (next);

  if (visit->notes[PAL_NOTE_PLAN] != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", visit->notes[PAL_NOTE_PLAN]);
  if (visit->advice != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", visit->advice);
  /* Nothing planned yet: what would be offered is worth a look while it is folded. */
  if (line->len == 0 && !visit->is_signed && self->suggested > 0)
    g_string_append_printf (line,
                            ngettext ("%d week suggested", "%d weeks suggested",
                                      (gulong) self->suggested),
                            self->suggested);
  pal_expander_row_set_summary (ADW_EXPANDER_ROW (self), line->str);
  g_string_free (line, TRUE);
}

static void
visit_changed_cb (PalPlanGroup *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  if (visit == NULL)
    return;
  self->updating = TRUE;
  pal_number_field_show (self->weeks, visit->next_weeks);
  gtk_widget_set_sensitive (GTK_WIDGET (self->weeks), !visit->is_signed);
  pal_term_picker_set_ids (self->home_care, visit->home_care);
  gtk_widget_set_sensitive (GTK_WIDGET (self->home_care), !visit->is_signed);
  self->updating = FALSE;
  show_suggestion (self, visit);
  show_hard (self, visit);
  show_summary (self, visit);
}

/* Building ---------------------------------------------------------------------------------------
 */

static GtkLabel *
build_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static void
add_row (PalPlanGroup *self, GtkWidget *child)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), pal_plain_row_new (child));
}

static void
build_next (PalPlanGroup *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->weeks = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, PAL_MAX_NEXT_WEEKS, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->weeks), 3);
  gtk_widget_set_valign (GTK_WIDGET (self->weeks), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Next visit in weeks"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->weeks));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->weeks));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  self->suggestion = build_label ();
  self->take = gtk_button_new_with_label (_ ("Take it"));
  gtk_widget_set_valign (self->take, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take the suggested interval"), -1);
  g_signal_connect_object (self->take, "clicked", G_CALLBACK (take_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestion));
  gtk_box_append (GTK_BOX (box), self->take);
  add_row (self, box);
}

static void
build_words (PalPlanGroup *self)
{
  self->plan = g_object_new (PAL_TYPE_NOTE_EDITOR, "title", _ ("Plan"), "placeholder",
                             _ ("What comes next"), "lines", 3, "name", "plan", NULL);
  add_row (self, GTK_WIDGET (self->plan));
  self->advice = g_object_new (PAL_TYPE_NOTE_EDITOR, "title",
                               _ ("Until next time, printed for the client"), "placeholder",
                               _ ("Exercises, training, rest"), "lines", 3, "name", "advice", NULL);
  add_row (self, GTK_WIDGET (self->advice));
}

static void
build_home_care (PalPlanGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->home_care = g_object_new (PAL_TYPE_TERM_PICKER, "title", _ ("Home care"), "placeholder",
                                  C_ ("choice", "Choose"), "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_object (self->home_care, "changed", G_CALLBACK (home_care_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Home care"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->home_care));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
build_hard (PalPlanGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_ ("Plan it"));

  self->hard = build_label ();
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plan to stretch these in session"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hard_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hard));
  gtk_box_append (GTK_BOX (box), button);
  self->hard_row = pal_plain_row_new (box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->hard_row);
}

static void
pal_plan_group_dispose (GObject *object)
{
  PalPlanGroup *self = PAL_PLAN_GROUP (object);

  self->updating = TRUE;
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_plan_group_parent_class)->dispose (object);
}

static void
pal_plan_group_class_init (PalPlanGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_plan_group_dispose;
}

static void
pal_plan_group_init (PalPlanGroup *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  build_next (self);
  build_words (self);
  build_hard (self);
  build_home_care (self);
  self->check_next = g_object_new (PAL_TYPE_CHECK_PICKER, NULL);
  add_row (self, GTK_WIDGET (self->check_next));
}

void
pal_plan_group_set_workbench (PalPlanGroup *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_PLAN_GROUP (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  pal_number_field_set_up (self->weeks, workbench, "next-weeks", _ ("Plan next visit"));
  self->updating = TRUE;
  pal_term_picker_fill (self->home_care, pal_workbench_get_vocabulary (workbench),
                        PAL_TERMS_HOME_CARE);
  self->updating = FALSE;
  pal_check_picker_set_workbench (self->check_next, workbench);
  pal_note_editor_follow_section (self->plan, workbench, PAL_NOTE_PLAN);
  pal_note_editor_follow (self->advice, workbench, "advice", _ ("Edit advice"));
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

const char *
pal_plan_group_get_suggestion (PalPlanGroup *self)
{
  g_return_val_if_fail (PAL_IS_PLAN_GROUP (self), NULL);
  return gtk_label_get_label (self->suggestion);
}

GtkWidget *
pal_plan_group_get_field (PalPlanGroup *self)
{
  g_return_val_if_fail (PAL_IS_PLAN_GROUP (self), NULL);
  return pal_note_editor_get_view (self->plan);
}
