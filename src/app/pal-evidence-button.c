/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-evidence-button.h: a menu button whose popover is made when it opens. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-evidence-button.h"

#include <glib/gi18n-lib.h>

#include "app/pal-insight-section.h"

/* Pixels: about eight visits; more are scrolled. */
#define MAX_LIST_HEIGHT 340

struct _PalEvidenceButton
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  GtkWidget *button;
  GtkLabel *label;
  GPtrArray *visits;
  char *region;
  PalSide side;
};

G_DEFINE_FINAL_TYPE (PalEvidenceButton, pal_evidence_button, GTK_TYPE_WIDGET)

static int
find_severity (PalEvidenceButton *self, const PalVisit *visit, PalSide side)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  int severity = 0;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side == side && g_str_equal (mark->region, self->region) &&
          pal_mark_counts (mark, vocabulary))
        severity = MAX (severity, mark->before);
    }
  return severity;
}

/* What a visit says of the region, and who says it: two people's fingers differ. */
static char *
dup_detail (PalEvidenceButton *self, const PalVisit *visit)
{
  g_autofree char *severity = NULL;
  if (self->region != NULL && self->side == PAL_SIDE_N)
    /* Translators: severities of both sides, as in "left Moderate, right Clear". */
    severity =
        g_strdup_printf (_ ("left %1$s, right %2$s"),
                         pal_severity_get_name (find_severity (self, visit, PAL_SIDE_LEFT)),
                         pal_severity_get_name (find_severity (self, visit, PAL_SIDE_RIGHT)));
  else if (self->region != NULL)
    severity = g_strdup (pal_severity_get_name (find_severity (self, visit, self->side)));
  const char *therapist =
      visit->therapist != NULL && *visit->therapist != '\0' ? visit->therapist : NULL;
  const char *parts[] = { severity != NULL ? severity : therapist,
                          severity != NULL ? therapist : NULL, NULL };
  return parts[0] != NULL ? g_strjoinv (" · ", (char **) parts) : NULL;
}

static const PalVisit *
get_visit (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "pal-visit");
}

static void
row_clicked_cb (GtkWidget *row, PalEvidenceButton *self)
{
  g_autoptr (PalVisit) visit = pal_visit_ref ((PalVisit *) get_visit (row));
  g_autofree char *region = g_strdup (self->region);
  PalSide side = self->side == PAL_SIDE_N ? PAL_SIDE_LEFT : self->side;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  pal_insight_open_visit (GTK_WIDGET (self), self->workbench, visit->id, region, side);
}

static void
row_entered_cb (GtkEventController *controller, double x, double y, PalEvidenceButton *self)
{
  const PalVisit *visit = get_visit (gtk_event_controller_get_widget (controller));
  pal_highlight_set (self->highlight, self->region,
                     self->side == PAL_SIDE_N ? PAL_SIDE_LEFT : self->side, visit->id);
}

static void
row_left_cb (GtkEventController *controller, PalEvidenceButton *self)
{
  pal_highlight_clear (self->highlight);
}

static GtkWidget *
make_row (PalEvidenceButton *self, PalVisit *visit)
{
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));
  g_autofree char *detail = dup_detail (self, visit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_label_new (day);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_box_append (GTK_BOX (box), head);
  if (detail != NULL)
    {
      GtkWidget *label = gtk_label_new (detail);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  GtkWidget *row = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "pal-evidence-row");
  g_autofree char *spoken =
      detail != NULL ? g_strdup_printf ("%s, %s", day, detail) : g_strdup (day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "pal-visit", pal_visit_ref (visit),
                          (GDestroyNotify) pal_visit_unref);
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_left_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  return row;
}

/* The newest visit on top: it is the one most often asked for. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  PalEvidenceButton *self = data;
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = self->visits != NULL ? self->visits->len : 0; i > 0; i--)
    gtk_box_append (GTK_BOX (list), make_row (self, g_ptr_array_index (self->visits, i - 1)));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Visits this rests on"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
pal_evidence_button_dispose (GObject *object)
{
  PalEvidenceButton *self = PAL_EVIDENCE_BUTTON (object);
  if (self->button != NULL)
    gtk_widget_unparent (self->button);
  self->button = NULL;
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_evidence_button_parent_class)->dispose (object);
}

static void
pal_evidence_button_finalize (GObject *object)
{
  PalEvidenceButton *self = PAL_EVIDENCE_BUTTON (object);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_free (self->region);
  G_OBJECT_CLASS (pal_evidence_button_parent_class)->finalize (object);
}

static void
pal_evidence_button_class_init (PalEvidenceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_evidence_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_evidence_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_evidence_button_init (PalEvidenceButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "pal-evidence");
  /* In a narrow column the words give way. */
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self,
                                         NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->button, FALSE);
}

GtkWidget *
pal_evidence_button_new (PalWorkbench *workbench, PalHighlight *highlight)
{
  PalEvidenceButton *self = g_object_new (PAL_TYPE_EVIDENCE_BUTTON, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  return GTK_WIDGET (self);
}

void
pal_evidence_button_set (
    PalEvidenceButton *self, const char *label, GPtrArray *visits, const char *region, PalSide side)
{
  g_return_if_fail (PAL_IS_EVIDENCE_BUTTON (self));
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  if (visits != NULL)
    {
      self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
      for (guint i = 0; i < visits->len; i++)
        g_ptr_array_add (self->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
    }
  g_free (self->region);
  self->region = g_strdup (region);
  self->side = side;
  gtk_label_set_text (self->label, label);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: show the visits this rests on"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_set_tooltip_text (self->button, _ ("Show the visits this rests on"));
  gtk_widget_set_sensitive (self->button, visits != NULL && visits->len > 0);
}
