/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-change-table.h. Two visits differ in about twenty rows: a flow box of rows, two
 * columns where there is room. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-change-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "draw/pal-body-paint.h"

struct _PalChangeTable
{
  GtkWidget parent_instance;

  GtkFlowBox *rows;
  PalComparison *comparison;
  PalVocabulary *vocabulary;
  GPtrArray *order; /* PalChangeRow, borrowed from the comparison */
};

enum
{
  POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalChangeTable, pal_change_table, GTK_TYPE_WIDGET)

/* Worse and new before what stayed before what eased; within a word the largest step first. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  static const int rank[] = {
    [PAL_CHANGE_WORSE] = 0,       [PAL_CHANGE_NEW] = 1,  [PAL_CHANGE_SAME] = 2,
    [PAL_CHANGE_BETTER] = 3,      [PAL_CHANGE_GONE] = 4, [PAL_CHANGE_NONE] = 5,
    [PAL_CHANGE_NOT_COMPARED] = 6
  };
  const PalChangeRow *one = *(PalChangeRow *const *) a;
  const PalChangeRow *other = *(PalChangeRow *const *) b;
  if (rank[one->change] != rank[other->change])
    return rank[one->change] - rank[other->change];
  int step = ABS (other->to - other->from) - ABS (one->to - one->from);
  if (step != 0)
    return step;
  int highest = MAX (other->to, other->from) - MAX (one->to, one->from);
  if (highest != 0)
    return highest;
  return (int) one->region->index - (int) other->region->index;
}

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const PalTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                              ? pal_theme_get_dark ()
                              : pal_theme_get_light ();
  pal_change_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1, GPOINTER_TO_INT (data), theme);
}

static GtkWidget *
make_sign (PalChangeWord change)
{
  GtkWidget *sign = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sign), 26);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sign), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_sign, GINT_TO_POINTER (change),
                                  NULL);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), sign, G_CONNECT_SWAPPED);
  return sign;
}

static GtkWidget *
make_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
entered_cb (GtkEventController *controller, double x, double y, PalChangeTable *self)
{
  const PalChangeRow *row = g_object_get_data (G_OBJECT (controller), "pal-row");
  g_signal_emit (self, signals[POINTED], 0, row->region->id, (int) row->side);
}

static void
focused_cb (GtkEventController *controller, PalChangeTable *self)
{
  entered_cb (controller, 0, 0, self);
}

static void
left_cb (GtkEventController *controller, PalChangeTable *self)
{
  g_signal_emit (self, signals[POINTED], 0, NULL, (int) PAL_SIDE_MIDLINE);
}

static void
follow_pointer (PalChangeTable *self, GtkWidget *widget, PalChangeRow *row)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_object_set_data (G_OBJECT (motion), "pal-row", row);
  g_signal_connect_object (motion, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (widget, motion);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_object_set_data (G_OBJECT (focus), "pal-row", row);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (widget, focus);
}

static void
add_row (PalChangeTable *self, PalChangeRow *row)
{
  const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND, row->kind);
  g_autofree char *region = pal_region_dup_label (row->region, row->side);
  const char *word = pal_change_word_get_name (row->change);
  g_autofree char *step = g_strdup_printf ("%d → %d", row->from, row->to);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (box, "pal-change-row");
  gtk_box_append (GTK_BOX (box), make_sign (row->change));
  GtkWidget *name = make_label (region, NULL, 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), name);
  GtkWidget *what =
      make_label (kind != NULL && !g_str_equal (row->kind, "tight") ? pal_term_get_name (kind) : "",
                  "dim-label", 0);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), make_label (word, "dim-label", 1));
  gtk_box_append (GTK_BOX (box), make_label (step, "numeric", 1));

  GtkWidget *child = gtk_flow_box_child_new ();
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s: %s, %s", region,
                       kind != NULL ? pal_term_get_name (kind) : row->kind, word, step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  follow_pointer (self, child, row);
  gtk_flow_box_append (self->rows, child);
}

static void
pal_change_table_dispose (GObject *object)
{
  PalChangeTable *self = PAL_CHANGE_TABLE (object);
  if (self->rows != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->rows));
  self->rows = NULL;
  G_OBJECT_CLASS (pal_change_table_parent_class)->dispose (object);
}

static void
pal_change_table_finalize (GObject *object)
{
  PalChangeTable *self = PAL_CHANGE_TABLE (object);
  g_ptr_array_unref (self->order);
  g_clear_pointer (&self->comparison, pal_comparison_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  G_OBJECT_CLASS (pal_change_table_parent_class)->finalize (object);
}

static void
pal_change_table_class_init (PalChangeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_change_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_change_table_finalize;
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_change_table_init (PalChangeTable *self)
{
  self->order = g_ptr_array_new ();
  self->rows = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->rows, TRUE);
  gtk_flow_box_set_max_children_per_line (self->rows, 2);
  gtk_flow_box_set_column_spacing (self->rows, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changed"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
}

void
pal_change_table_set_comparison (PalChangeTable *self,
                                 PalComparison *comparison,
                                 PalVocabulary *vocabulary)
{
  g_return_if_fail (PAL_IS_CHANGE_TABLE (self));
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_flow_box_remove (self->rows, child);
  g_ptr_array_set_size (self->order, 0);
  g_clear_pointer (&self->comparison, pal_comparison_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  if (comparison == NULL)
    return;

  self->comparison = comparison;
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  for (guint i = 0; i < comparison->rows->len; i++)
    g_ptr_array_add (self->order, g_ptr_array_index (comparison->rows, i));
  g_ptr_array_sort (self->order, compare_rows);
  for (guint i = 0; i < self->order->len; i++)
    add_row (self, g_ptr_array_index (self->order, i));
}
