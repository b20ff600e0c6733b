/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of pal-insights-page.h. The figures are insight's, the words report's, the pictures
 * draw's; this computes once for all sections and lays them out. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-insights-page.h"

#include <glib/gi18n-lib.h>

#include "app/pal-before-drawing.h"
#include "app/pal-balance-view.h"
#include "app/pal-baseline-view.h"
#include "app/pal-heat-view.h"
#include "app/pal-highlight.h"
#include "app/pal-insight-filter-bar.h"
#include "app/pal-insight-section.h"
#include "app/pal-load-view.h"
#include "app/pal-matrix-view.h"
#include "app/pal-patterns-view.h"
#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"

/* Pixels from which two columns of sections are still readable beside each other. */
#define ROOM_FOR_TWO 820
/* Pixels below which margins are too dear. */
#define NARROW 480

/* Pixels from which the picture of a pattern leaves room for words beside it. */
#define ROOM_FOR_CARDS 640

struct _PalInsightsPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  PalInsightFilterBar *filter_bar;
  GPtrArray *chains;
  PalInsights *insights;
  PalMatrix *matrix;
  gboolean is_stale;
  PalHeatView *heat;
  PalPatternsView *patterns;
  PalLoadView *load;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *basis;
  GtkBox *wide;
  GtkBox *below;
  GtkBox *columns;
  GtkBox *start_column;
  GtkBox *end_column;

  PalMatrixView *matrix_view;
  PalBaselineView *baseline_view;
  PalBalanceView *balance_view;
};

G_DEFINE_FINAL_TYPE (PalInsightsPage, pal_insights_page, ADW_TYPE_BIN)

/* Sections borrow the results until they are given others. */
static void
show_insights (PalInsightsPage *self, const PalInsights *insights, const PalMatrix *matrix)
{
  pal_insight_filter_bar_set (self->filter_bar, insights);
  pal_heat_view_set_insights (self->heat, insights, matrix);
  pal_matrix_view_set (self->matrix_view, insights, matrix);
  pal_baseline_view_set (self->baseline_view, insights);
  pal_balance_view_set (self->balance_view, insights, matrix);
  pal_patterns_view_set_insights (self->patterns, insights, matrix);
  pal_load_view_set_insights (self->load, insights, matrix);
}

static PalClientFile *
dup_file (PalInsightsPage *self, const PalClient *client)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  PalClientFile *file = pal_client_file_new ((PalClient *) client);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
  return file;
}

static void
compute (PalInsightsPage *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (PalInsights) old_insights = g_steal_pointer (&self->insights);
  g_autoptr (PalMatrix) old_matrix = g_steal_pointer (&self->matrix);

  self->is_stale = FALSE;
  if (client != NULL)
    {
      g_autoptr (PalClientFile) file = dup_file (self, client);
      self->insights = pal_insights_new (file, PAL_NO_DATE, atlas, vocabulary, self->chains);
      self->matrix = pal_matrix_new (file->visits, PAL_NO_DATE, atlas, vocabulary);
    }
  pal_highlight_clear (self->highlight);
  show_insights (self, self->insights, self->matrix);
}

/* What cannot be seen is not computed: charting edits the visit all the time. */
static void
refresh (PalInsightsPage *self)
{
  self->is_stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  compute (self);
  gboolean has_visits = self->insights != NULL && self->insights->visits->len > 0;
  gtk_stack_set_visible_child_name (self->stack, has_visits ? "insights" : "no-visits");
  if (has_visits)
    {
      g_autofree char *basis = pal_words_basis (self->insights);
      gtk_label_set_text (self->basis, basis);
    }
}

/* Beside each other where there is room, below each other where there is not. */
static void
set_columns (gpointer data)
{
  g_autoptr (PalInsightsPage) self = data;
  if (self->workbench == NULL)
    return;
  GtkAdjustment *room = gtk_scrolled_window_get_hadjustment (self->scroller);
  gboolean two = gtk_adjustment_get_page_size (room) >= ROOM_FOR_TWO;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  two ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->columns, two);
  if (gtk_adjustment_get_page_size (room) < NARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "pal-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->scroller), "pal-narrow");
  pal_patterns_view_set_narrow (self->patterns,
                                gtk_adjustment_get_page_size (room) < ROOM_FOR_CARDS);
}

/* A bin leaves its size to a layout manager, so the room is read off the scroller; and not at once,
 * for a new minimum within an allocation would be lost. */
static void
room_changed_cb (PalInsightsPage *self)
{
  pal_before_drawing (set_columns, g_object_ref (self));
}

static void
pal_insights_page_map (GtkWidget *widget)
{
  PalInsightsPage *self = PAL_INSIGHTS_PAGE (widget);
  GTK_WIDGET_CLASS (pal_insights_page_parent_class)->map (widget);
  if (self->is_stale)
    refresh (self);
}

static void
pal_insights_page_dispose (GObject *object)
{
  PalInsightsPage *self = PAL_INSIGHTS_PAGE (object);
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_insights_page_parent_class)->dispose (object);
}

static void
pal_insights_page_finalize (GObject *object)
{
  PalInsightsPage *self = PAL_INSIGHTS_PAGE (object);
  g_clear_pointer (&self->insights, pal_insights_free);
  g_clear_pointer (&self->matrix, pal_matrix_free);
  g_clear_pointer (&self->chains, g_ptr_array_unref);
  G_OBJECT_CLASS (pal_insights_page_parent_class)->finalize (object);
}

static void
pal_insights_page_class_init (PalInsightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_insights_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_insights_page_finalize;
  widget_class->map = pal_insights_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, basis);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, wide);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, below);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, start_column);
  gtk_widget_class_bind_template_child (widget_class, PalInsightsPage, end_column);
}

static void
pal_insights_page_init (PalInsightsPage *self)
{
  self->highlight = pal_highlight_new ();
  self->filter = pal_insight_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_section (GtkBox *where, const char *title, const char *plain, GtkWidget *content)
{
  GtkWidget *section = pal_insight_section_new (title, plain);
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (where, section);
}

static void
add_sections (PalInsightsPage *self)
{
  self->filter_bar =
      PAL_INSIGHT_FILTER_BAR (pal_insight_filter_bar_new (self->workbench, self->filter));
  gtk_box_append (self->wide, GTK_WIDGET (self->filter_bar));
  self->matrix_view =
      PAL_MATRIX_VIEW (pal_matrix_view_new (self->workbench, self->highlight, self->filter));
  gtk_box_append (self->wide, GTK_WIDGET (self->matrix_view));
  pal_matrix_view_keep_head (self->matrix_view,
                             gtk_scrolled_window_get_vadjustment (self->scroller),
                             gtk_widget_get_first_child (
                                 gtk_scrolled_window_get_child (self->scroller)));
  self->baseline_view =
      PAL_BASELINE_VIEW (pal_baseline_view_new (self->workbench, self->highlight, self->filter));
  gtk_box_append (self->start_column, GTK_WIDGET (self->baseline_view));
  self->balance_view =
      PAL_BALANCE_VIEW (pal_balance_view_new (self->workbench, self->highlight, self->filter));
  gtk_box_append (self->end_column, GTK_WIDGET (self->balance_view));

  self->heat = PAL_HEAT_VIEW (pal_heat_view_new (self->workbench, self->highlight, self->filter));
  add_section (self->wide, _ ("Heat map"),
               _ ("How often and how severely each region was marked. A stronger tone and denser "
                  "lines mean more of both."),
               GTK_WIDGET (self->heat));
  self->patterns =
      PAL_PATTERNS_VIEW (pal_patterns_view_new (self->workbench, self->highlight, self->filter));
  add_section (self->below, _ ("Patterns"),
               _ ("Places that have been seen together, in the order a therapist would follow "
                  "them. Filled numbers were seen, dashed ones were not."),
               GTK_WIDGET (self->patterns));
  self->load = PAL_LOAD_VIEW (pal_load_view_new (self->workbench, self->highlight, self->filter));
  add_section (self->below, _ ("Training and recovery"),
               _ ("Load, shoes, ground, sleep and stress on one axis with what was found. Things "
                  "that happen together need not cause each other."),
               GTK_WIDGET (self->load));
}

GtkWidget *
pal_insights_page_new (PalWorkbench *workbench)
{
  PalInsightsPage *self = g_object_new (PAL_TYPE_INSIGHTS_PAGE, NULL);
  g_autoptr (GError) error = NULL;
  self->workbench = g_object_ref (workbench);
  /* Built into the program like the atlas: a failure is a fault of the build, never of a person. */
  self->chains = pal_chains_load (pal_workbench_get_atlas (workbench), &error);
  if (self->chains == NULL)
    g_critical ("The patterns cannot be read: %s", error->message);
  add_sections (self);
  self->is_stale = TRUE;
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "visits-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
