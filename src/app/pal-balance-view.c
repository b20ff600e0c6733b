/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-balance-view.h: a row of widgets for each pair, so that each has its words for
 * a screen reader and a button that opens to its visits. The bars are draw's. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-balance-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-evidence-button.h"
#include "app/pal-highlight-link.h"
#include "app/pal-insight-section.h"
#include "draw/pal-balance-paint.h"
#include "report/pal-words-insight.h"

/* Pairs shown at once beside the flagged ones; the rest on demand. */
#define MAX_ROWS 6
#define NAME_CHARS 13
#define MIN_CHART_WIDTH 90

struct _PalBalanceView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  const PalInsights *insights; /* borrowed, nullable */
  const PalMatrix *matrix;     /* borrowed, nullable */
  GArray *shown;               /* PalBalanceRow, behind the rows of the list */
  GtkWidget *section;
  GtkLabel *summary;
  GtkWidget *list;
  GtkWidget *more;
  GtkSizeGroup *names;
  GtkSizeGroup *evidence;
};

G_DEFINE_FINAL_TYPE (PalBalanceView, pal_balance_view, GTK_TYPE_WIDGET)

static const PalTheme *
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

static void
draw_head (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  pal_balance_paint_head (cr, 0, 0, width, get_theme ());
}

static void
draw_row (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  pal_balance_paint_row (cr, 0, 0, width, data, get_theme ());
}

static GtkWidget *
make_chart (int height)
{
  GtkWidget *chart = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (chart), MIN_CHART_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (chart), height);
  gtk_widget_set_hexpand (chart, TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), chart, G_CONNECT_SWAPPED);
  return chart;
}

/* All of the window: a visit at which both sides were clear is what the sums rest on as well. */
static GPtrArray *
list_visits (const PalInsights *insights, const PalBalanceRow *row)
{
  GPtrArray *visits = g_ptr_array_new ();
  for (guint i = 0; i < row->examined; i++)
    g_ptr_array_add (visits, (gpointer) pal_insights_get_visit (insights, row->window[i]));
  return visits;
}

static GtkWidget *
make_name (PalBalanceView *self, const PalBalanceRow *row)
{
  GtkWidget *name = gtk_label_new (pal_region_get_short_name (row->region));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  if (row->flag)
    gtk_widget_add_css_class (name, "heading");
  gtk_size_group_add_widget (self->names, name);
  return name;
}

static void
add_row (PalBalanceView *self, const PalBalanceRow *row)
{
  g_autofree char *words = pal_words_balance (row);
  g_autofree char *numbers = pal_words_balance_numbers (row);
  g_autofree char *spoken = g_strdup_printf ("%s (%s)", words, numbers);
  g_autofree char *n_visits = pal_words_n_visits (row->examined);
  g_autoptr (GPtrArray) visits = list_visits (self->insights, row);

  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_box_append (GTK_BOX (box), make_name (self, row));
  GtkWidget *chart = make_chart (PAL_BALANCE_ROW_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (chart), draw_row, (gpointer) row, NULL);
  gtk_box_append (GTK_BOX (box), chart);
  GtkWidget *evidence = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), n_visits, visits, row->region->id,
                           PAL_SIDE_N);
  gtk_widget_set_valign (evidence, GTK_ALIGN_CENTER);
  gtk_size_group_add_widget (self->evidence, evidence);
  gtk_box_append (GTK_BOX (box), evidence);

  gtk_widget_set_tooltip_text (box, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (box, "pal-balance-row");
  gtk_widget_add_css_class (box, "pal-linked");
  /* It points at the heavier side; the other, or both in turn, would say more than was meant. */
  pal_highlight_link (box, self->highlight, row->region->id,
                      row->side == PAL_SIDE_RIGHT ? PAL_SIDE_RIGHT : PAL_SIDE_LEFT, TRUE);
  gtk_box_append (GTK_BOX (self->list), box);
}

static void
add_head (PalBalanceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *start = gtk_label_new (NULL);
  GtkWidget *end = gtk_label_new (NULL);
  GtkWidget *chart = make_chart (PAL_BALANCE_HEAD_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (chart), draw_head, NULL, NULL);
  gtk_size_group_add_widget (self->names, start);
  gtk_size_group_add_widget (self->evidence, end);
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), end);
  gtk_box_append (GTK_BOX (self->list), box);
}

static void
show_all_cb (PalBalanceView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, TRUE);
  gtk_widget_set_visible (self->more, FALSE);
}

static void
list_shown (PalBalanceView *self)
{
  const PalTerm *kind = pal_insight_filter_get_kind (self->filter);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->insights->balance->len; i++)
    {
      PalBalanceRow row = g_array_index (self->insights->balance, PalBalanceRow, i);
      if (!pal_insight_filter_shows (self->filter, self->insights, row.region, PAL_SIDE_LEFT) &&
          !pal_insight_filter_shows (self->filter, self->insights, row.region, PAL_SIDE_RIGHT))
        continue;
      if (kind != NULL)
        pal_matrix_recount_balance (self->matrix, kind, &row);
      g_array_append_val (self->shown, row);
    }
}

static void
show_summary (PalBalanceView *self, guint n_rows)
{
  const PalTerm *kind = pal_insight_filter_get_kind (self->filter);
  g_autofree char *summary = pal_words_balance_summary (self->insights, self->shown, kind);
  gboolean nothing = n_rows == 0 && !pal_insight_filter_is_open (self->filter);
  gtk_label_set_text (self->summary, nothing ? _ ("Nothing of that kind there.") : summary);
}

static void
refresh (PalBalanceView *self)
{
  GtkWidget *child;
  guint n_hidden = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_widget_set_visible (self->more, FALSE);
  if (self->insights == NULL)
    return;
  list_shown (self);
  g_autoptr (GPtrArray) rows = pal_balance_list (self->shown);
  show_summary (self, rows->len);
  if (rows->len > 0)
    add_head (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const PalBalanceRow *row = g_ptr_array_index (rows, i);
      add_row (self, row);
      const gboolean is_shown = row->flag || i < MAX_ROWS;
      gtk_widget_set_visible (gtk_widget_get_last_child (self->list), is_shown);
      n_hidden += !is_shown;
    }
  g_autofree char *label =
      g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_hidden), n_hidden);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n_hidden > 0);
}

static void
pal_balance_view_dispose (GObject *object)
{
  PalBalanceView *self = PAL_BALANCE_VIEW (object);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  g_clear_object (&self->names);
  g_clear_object (&self->evidence);
  G_OBJECT_CLASS (pal_balance_view_parent_class)->dispose (object);
}

static void
pal_balance_view_finalize (GObject *object)
{
  g_array_unref (PAL_BALANCE_VIEW (object)->shown);
  G_OBJECT_CLASS (pal_balance_view_parent_class)->finalize (object);
}

static void
pal_balance_view_class_init (PalBalanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_balance_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_balance_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_balance_view_init (PalBalanceView *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (PalBalanceRow));
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->evidence = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

GtkWidget *
pal_balance_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalBalanceView *self = g_object_new (PAL_TYPE_BALANCE_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->section = pal_insight_section_new (
      _ ("Left against right"),
      _ ("Bars: the sum of severities on either side. Below, where the leaning may lie in nine "
         "cases of ten; what is worth checking stands first, in bold."));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (show_all_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->section), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->section), self->list);
  gtk_box_append (GTK_BOX (self->section), self->more);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
pal_balance_view_set (PalBalanceView *self, const PalInsights *insights, const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_BALANCE_VIEW (self));
  self->insights = insights;
  self->matrix = matrix;
  refresh (self);
}
