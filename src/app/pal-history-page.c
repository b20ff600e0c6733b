/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of pal-history-page.h: the strip of visits above, and below it either two of them
 * compared or one after the other through time. What is shown is the business of these views; this
 * hands them the visits chosen. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-history-page.h"

#include <glib/gi18n-lib.h>

#include "app/pal-compare-view.h"
#include "app/pal-drop-down-name.h"
#include "app/pal-ends-layout.h"
#include "app/pal-time-view.h"
#include "app/pal-visit-strip.h"
#include "insight/pal-insight.h"

#define SECONDS_A_DAY 86400
#define MONTH_DAYS 28

/* Pixels that a sentence needs to stand beside the controls. */
#define LEAST_FOR_SENTENCE 320

struct _PalHistoryPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsights *insights;
  PalMatrix *matrix;

  GtkStack *stack;
  GtkWidget *bar;
  GtkBox *titles;
  PalVisitStrip *strip;
  GtkToggleButton *time_mode;
  GtkWidget *presets;
  GtkDropDown *scope;
  GtkStack *modes;
  PalCompareView *compare;
  PalTimeView *time;
};

G_DEFINE_FINAL_TYPE (PalHistoryPage, pal_history_page, ADW_TYPE_BIN)

/* Showing ---------------------------------------------------------------------------------------
 */

static void
compute (PalHistoryPage *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (PalClientFile) file = pal_client_file_new ((PalClient *) client);

  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
  g_clear_pointer (&self->insights, pal_insights_free);
  g_clear_pointer (&self->matrix, pal_matrix_free);
  self->insights = pal_insights_new (file, PAL_NO_DATE, atlas, vocabulary, NULL);
  self->matrix = pal_matrix_new (file->visits, PAL_NO_DATE, atlas, vocabulary);
}

static void
show_mode (PalHistoryPage *self, GPtrArray *a, GPtrArray *b, GPtrArray *now)
{
  PalHeatScope scope = (PalHeatScope) gtk_drop_down_get_selected (self->scope);
  if (gtk_toggle_button_get_active (self->time_mode))
    pal_time_view_show (self->time, ((const PalVisit *) now->pdata[0])->id, scope, self->matrix,
                        self->insights->regions);
  else
    pal_compare_view_show (self->compare, a, b, scope, self->matrix, self->insights->regions);
}

/* What cannot be seen is not computed: charting edits the visit all the time. */
static void
refresh (PalHistoryPage *self)
{
  g_autoptr (GPtrArray) a = pal_visit_strip_get_visits (self->strip, PAL_STRIP_A);
  g_autoptr (GPtrArray) b = pal_visit_strip_get_visits (self->strip, PAL_STRIP_B);
  g_autoptr (GPtrArray) now = pal_visit_strip_get_visits (self->strip, PAL_STRIP_NOW);
  gboolean can_compare = a != NULL && b != NULL && now != NULL;
  gtk_stack_set_visible_child_name (self->stack, can_compare ? "visits" : "too-few");
  if (!can_compare || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  pal_time_view_forget (self->time);
  compute (self);
  pal_highlight_clear (self->highlight);
  pal_visit_strip_take_lens (self->strip,
                             pal_scope_lens_new (self->workbench,
                                                 (PalHeatScope) gtk_drop_down_get_selected (
                                                     self->scope)));
  show_mode (self, a, b, now);
}

static void
strip_chosen_cb (PalHistoryPage *self, int end)
{
  g_autoptr (GPtrArray) now = pal_visit_strip_get_visits (self->strip, PAL_STRIP_NOW);
  if (end == PAL_STRIP_NOW && now != NULL && gtk_toggle_button_get_active (self->time_mode))
    pal_time_view_go (self->time, ((const PalVisit *) now->pdata[0])->id);
  else
    refresh (self);
}

static void
time_moved_cb (PalHistoryPage *self, const char *visit_id)
{
  pal_visit_strip_choose (self->strip, PAL_STRIP_NOW, visit_id, visit_id);
}

static void
armed_cb (PalHistoryPage *self, gboolean is_b)
{
  pal_visit_strip_arm (self->strip, is_b ? PAL_STRIP_B : PAL_STRIP_A);
}

static void
strip_opened_cb (PalHistoryPage *self, const char *visit_id)
{
  pal_workbench_open_visit (self->workbench, visit_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "chart");
}

static void
show_title (PalHistoryPage *self)
{
  gboolean is_time = gtk_toggle_button_get_active (self->time_mode);
  gtk_widget_set_visible (pal_compare_view_get_title (self->compare), !is_time);
  gtk_widget_set_visible (pal_time_view_get_title (self->time), is_time);
}

static void
mode_toggled_cb (PalHistoryPage *self)
{
  gboolean is_time = gtk_toggle_button_get_active (self->time_mode);
  gtk_stack_set_visible_child_name (self->modes, is_time ? "time" : "compare");
  show_title (self);
  gtk_widget_set_visible (self->presets, !is_time);
  if (is_time)
    pal_visit_strip_arm (self->strip, PAL_STRIP_NOW);
  else
    armed_cb (self, pal_compare_view_get_armed (self->compare));
  refresh (self);
  if (is_time)
    pal_time_view_grab_slider (self->time);
}

static void
scope_changed_cb (PalHistoryPage *self)
{
  if (self->workbench != NULL)
    refresh (self);
}

/* Presets ---------------------------------------------------------------------------------------
 */

/* The first visit less than @days before the last one. */
static guint
find_recent (GPtrArray *visits, int days)
{
  PalTime last = ((const PalVisit *) visits->pdata[visits->len - 1])->at;
  guint place = visits->len - 1;
  while (place > 0 &&
         last - ((const PalVisit *) visits->pdata[place - 1])->at < (PalTime) days * SECONDS_A_DAY)
    place--;
  return place;
}

static void
choose_places (PalHistoryPage *self, PalStripEnd end, guint first, guint last)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  pal_visit_strip_choose (self->strip, end, ((const PalVisit *) visits->pdata[first])->id,
                          ((const PalVisit *) visits->pdata[last])->id);
}

static void
exchange (PalHistoryPage *self)
{
  g_autoptr (GPtrArray) a = pal_visit_strip_get_visits (self->strip, PAL_STRIP_A);
  g_autoptr (GPtrArray) b = pal_visit_strip_get_visits (self->strip, PAL_STRIP_B);
  pal_visit_strip_choose (self->strip, PAL_STRIP_A, ((const PalVisit *) b->pdata[0])->id,
                          ((const PalVisit *) b->pdata[b->len - 1])->id);
  pal_visit_strip_choose (self->strip, PAL_STRIP_B, ((const PalVisit *) a->pdata[0])->id,
                          ((const PalVisit *) a->pdata[a->len - 1])->id);
}

static void
span_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PalHistoryPage *self = PAL_HISTORY_PAGE (widget);
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  const char *preset = g_variant_get_string (parameter, NULL);
  if (visits->len < 2)
    return;

  guint last = visits->len - 1, first_a = 0, last_a, first_b = last;
  if (g_str_equal (preset, "exchange"))
    {
      exchange (self);
      return;
    }
  if (g_str_equal (preset, "first-last"))
    last_a = 0;
  else if (g_str_equal (preset, "month"))
    {
      first_b = MAX (1, find_recent (visits, MONTH_DAYS));
      last_a = first_b - 1;
      first_a = MIN (last_a, find_recent (visits, 4 * MONTH_DAYS));
    }
  else if (g_str_equal (preset, "halves"))
    {
      first_b = visits->len / 2;
      last_a = first_b - 1;
    }
  else
    first_a = last_a = last - 1;
  choose_places (self, PAL_STRIP_A, first_a, last_a);
  choose_places (self, PAL_STRIP_B, first_b, last);
}

/* The widget ------------------------------------------------------------------------------------
 */

static void
pal_history_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pal_history_page_parent_class)->map (widget);
  refresh (PAL_HISTORY_PAGE (widget));
}

static void
pal_history_page_dispose (GObject *object)
{
  PalHistoryPage *self = PAL_HISTORY_PAGE (object);
  /* Somebody else may hold the view a little longer than the page lives. */
  if (self->time != NULL)
    pal_time_view_forget (self->time);
  self->time = NULL;
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_history_page_parent_class)->dispose (object);
}

static void
pal_history_page_finalize (GObject *object)
{
  PalHistoryPage *self = PAL_HISTORY_PAGE (object);
  g_clear_pointer (&self->insights, pal_insights_free);
  g_clear_pointer (&self->matrix, pal_matrix_free);
  G_OBJECT_CLASS (pal_history_page_parent_class)->finalize (object);
}

static void
pal_history_page_class_init (PalHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_history_page_finalize;
  widget_class->map = pal_history_page_map;

  g_type_ensure (PAL_TYPE_VISIT_STRIP);
  g_type_ensure (PAL_TYPE_COMPARE_VIEW);
  g_type_ensure (PAL_TYPE_TIME_VIEW);
  gtk_widget_class_install_action (widget_class, "history.span", "s", span_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, titles);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, time_mode);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, presets);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, scope);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, modes);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, compare);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, time);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
}

static void
pal_history_page_init (PalHistoryPage *self)
{
  self->highlight = pal_highlight_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  pal_drop_down_set_name (self->scope, _ ("Findings shown"));
}

GtkWidget *
pal_history_page_new (PalWorkbench *workbench)
{
  PalHistoryPage *self = g_object_new (PAL_TYPE_HISTORY_PAGE, NULL);
  self->workbench = g_object_ref (workbench);
  pal_compare_view_set_up (self->compare, workbench, self->highlight);
  pal_time_view_set_up (self->time, workbench, self->highlight);
  gtk_widget_set_layout_manager (self->bar, pal_ends_layout_new (LEAST_FOR_SENTENCE, 6));
  gtk_box_append (self->titles, pal_compare_view_get_title (self->compare));
  gtk_box_append (self->titles, pal_time_view_get_title (self->time));
  show_title (self);
  pal_visit_strip_set_workbench (self->strip, workbench);
  g_signal_connect_object (self->compare, "armed", G_CALLBACK (armed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "moved", G_CALLBACK (time_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "chosen", G_CALLBACK (strip_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "opened", G_CALLBACK (strip_opened_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

gboolean
pal_history_page_compare (PalHistoryPage *self, const char *visit_a, const char *visit_b)
{
  g_return_val_if_fail (PAL_IS_HISTORY_PAGE (self), FALSE);
  return pal_visit_strip_choose (self->strip, PAL_STRIP_A, visit_a, visit_a) &&
         pal_visit_strip_choose (self->strip, PAL_STRIP_B, visit_b, visit_b);
}
