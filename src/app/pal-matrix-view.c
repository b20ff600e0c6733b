/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-matrix-view.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-matrix-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-ends-layout.h"
#include "app/pal-insight-section.h"
#include "app/pal-matrix-grid.h"
#include "app/pal-row-card.h"
#include "app/pal-wrap-layout.h"
#include "draw/pal-matrix-paint.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-matrix.h"

#define SWATCH_WIDTH 20
#define SWATCH_HEIGHT 15
#define CARD_WIDTH 340
/* Pixels that leave the legend two lines at most. */
#define ROOM_FOR_LEGEND 420

struct _PalMatrixView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  const PalInsights *insights; /* borrowed from the page */
  const PalMatrix *matrix;     /* borrowed from the page */
  PalInsightFilter *filter;

  GtkWidget *section;
  GtkToggleButton *structures;
  GtkStack *stack;
  GtkLabel *nothing;
  PalMatrixGrid *grid;
  GtkWidget *scrollbar;
};

G_DEFINE_FINAL_TYPE (PalMatrixView, pal_matrix_view, GTK_TYPE_WIDGET)

/* Legend -----------------------------------------------------------------------------------------
 */

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const PalTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                              ? pal_theme_get_dark ()
                              : pal_theme_get_light ();
  pal_matrix_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1,
                           (PalMatrixCell) GPOINTER_TO_INT (data), theme);
}

static GtkWidget *
make_legend_entry (PalMatrixCell cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, GINT_TO_POINTER (cell),
                                  NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), swatch, G_CONNECT_SWAPPED);
  GtkWidget *label = gtk_label_new (pal_words_matrix_cell (cell));
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_legend (void)
{
  static const PalMatrixCell cells[] = {
    PAL_MATRIX_SEVERE, PAL_MATRIX_MODERATE, PAL_MATRIX_MILD,
    PAL_MATRIX_CLEAR,  PAL_MATRIX_UNKNOWN,  PAL_MATRIX_CARRIED,
  };
  /* No flow box: it would take the keyboard and not give it on. */
  GtkWidget *legend = pal_wrap_box_new (16, 2);
  gtk_widget_add_css_class (legend, "pal-legend");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    gtk_box_append (GTK_BOX (legend), make_legend_entry (cells[i]));
  /* Translators: legend of two small signs below a day. */
  GtkWidget *dots = gtk_label_new (_ ("● signed  ○ draft"));
  gtk_widget_add_css_class (dots, "caption");
  gtk_box_append (GTK_BOX (legend), dots);
  gtk_accessible_update_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  return legend;
}

/* Showing ----------------------------------------------------------------------------------------
 */

static const char *
get_nothing (PalInsightFilter *filter)
{
  if (pal_insight_filter_get_kind (filter) != NULL || pal_insight_filter_get_group (filter) != NULL)
    return _ ("Nothing of this was marked so far.");
  switch (pal_insight_filter_get_scope (filter))
    {
    case PAL_HEAT_ALL:
      return _ ("Nothing was marked so far.");
    case PAL_HEAT_BASELINE:
      return _ ("Nothing shows as a baseline so far: found whatever the complaint.");
    case PAL_HEAT_COMPLAINT:
      return _ ("No complaint named a region that was marked.");
    case PAL_HEAT_N_SCOPES:
      break;
    }
  g_return_val_if_reached ("");
}

static void
write_words (PalMatrixSheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      PalMatrixLine *line = g_ptr_array_index (sheet->lines, i);
      if (line->region == NULL)
        continue;
      line->course = line->row != NULL ? g_strdup (pal_words_class (line->row->course)) : NULL;
      line->words = pal_words_matrix_end (line, sheet->n_visits);
      line->brief =
          line->row != NULL ? pal_words_seen_at (line->row->marked, line->row->examined) : NULL;
    }
}

static void
show (PalMatrixView *self)
{
  if (self->insights == NULL)
    {
      pal_matrix_grid_set (self->grid, NULL, NULL);
      return;
    }
  const PalMatrixQuery query = { .scope = pal_insight_filter_get_scope (self->filter),
                                 .kind = pal_insight_filter_get_kind (self->filter),
                                 .group = pal_insight_filter_get_group (self->filter),
                                 .by_structure = gtk_toggle_button_get_active (self->structures) };
  PalMatrixSheet *sheet = pal_matrix_sheet_new (self->insights, self->matrix,
                                                pal_workbench_get_atlas (self->workbench), &query);
  gboolean has_lines = sheet->lines->len > 0;
  write_words (sheet);
  gtk_stack_set_visible_child_name (self->stack, has_lines ? "grid" : "nothing");
  gtk_label_set_text (self->nothing, get_nothing (self->filter));
  pal_matrix_grid_set (self->grid, sheet, self->insights->visits);
}

/* Regions that belong together as one row: fewer rows, the same visits. */
static GtkWidget *
make_structures (PalMatrixView *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("Group rows"));
  self->structures = GTK_TOGGLE_BUTTON (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Regions that belong together as one row: the iliotibial "
                                          "band, the calf, the hamstrings"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return button;
}

/* What the boxes mean, and beside it how rows are counted. */
static GtkWidget *
make_tools (PalMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *legend = make_legend ();
  gtk_widget_set_layout_manager (box, pal_ends_layout_new (ROOM_FOR_LEGEND, 6));
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), make_structures (self));
  return box;
}

static void
activated_cb (PalMatrixView *self, const char *visit, const char *region, int side)
{
  pal_insight_open_visit (GTK_WIDGET (self), self->workbench, visit, region, (PalSide) side);
}

static void
let_go (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/* A popover of its own each time. It goes when it is closed, or when a press in it led to another
 * page; not at once, for its own press may still be on the way. */
static void
unmapped_cb (GtkWidget *popover)
{
  g_idle_add_once (let_go, g_object_ref (popover));
}

static void
asked_cb (PalMatrixView *self, const PalRegionRow *row, const GdkRectangle *area)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *card = pal_row_card_new (self->workbench, self->highlight, self->insights, row);
  gtk_popover_set_child (GTK_POPOVER (popover), card);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), area);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->grid));
  /* A popover does not ask how high its child is at its width, and would cut wrapped lines. */
  int height;
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, CARD_WIDTH, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (card, CARD_WIDTH, height);
  g_signal_connect (popover, "unmap", G_CALLBACK (unmapped_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* The grid tells of its room outside any allocation, so that the scrollbar may appear at once. */
static void
room_changed_cb (PalMatrixView *self, GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (self->scrollbar, gtk_adjustment_get_upper (adjustment) >
                                               gtk_adjustment_get_page_size (adjustment));
}

static GtkWidget *
make_grid (PalMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->grid = PAL_MATRIX_GRID (pal_matrix_grid_new (self->highlight));
  GtkAdjustment *adjustment = pal_matrix_grid_get_adjustment (self->grid);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, adjustment);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  /* On top: below a long sheet nobody would find it. */
  gtk_box_append (GTK_BOX (box), self->scrollbar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (room_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

static void
pal_matrix_view_dispose (GObject *object)
{
  PalMatrixView *self = PAL_MATRIX_VIEW (object);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_matrix_view_parent_class)->dispose (object);
}

static void
pal_matrix_view_class_init (PalMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_matrix_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_matrix_view_init (PalMatrixView *self)
{
}

GtkWidget *
pal_matrix_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalMatrixView *self = g_object_new (PAL_TYPE_MATRIX_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->section = pal_insight_section_new (
      _ ("What was found, visit by visit"),
      _ ("A column is a visit, a row a region; what comes back most stands first. The fuller the "
         "box, the tighter it was. Left and right are the client’s own."));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->nothing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->nothing, 0);
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->nothing), GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_grid (self), "grid");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_box_append (GTK_BOX (self->section), make_tools (self));
  gtk_box_append (GTK_BOX (self->section), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
pal_matrix_view_set (PalMatrixView *self, const PalInsights *insights, const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_MATRIX_VIEW (self));
  self->insights = insights;
  self->matrix = matrix;
  show (self);
}

void
pal_matrix_view_keep_head (PalMatrixView *self, GtkAdjustment *page, GtkWidget *content)
{
  g_return_if_fail (PAL_IS_MATRIX_VIEW (self));
  pal_matrix_grid_keep_head (self->grid, page, content);
}
