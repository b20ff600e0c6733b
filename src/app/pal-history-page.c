/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of pal-history-page.h. What changed is insight's, the words are report's; this shows
 * them side by side. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-history-page.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-change-table.h"
#include "app/pal-visit-strip.h"
#include "report/pal-words.h"

/* Pixels from which three maps of three figures each are still readable side by side. */
#define ROOM_FOR_THREE 760

typedef enum
{
  MAP_A,
  MAP_B,
  MAP_CHANGE,
  N_MAPS
} MapIndex;

struct _PalHistoryPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalBodyStage *stages[N_MAPS];
  GtkWidget *heads[N_MAPS]; /* toggle buttons for A and B, a label for the change map */

  GtkStack *stack;
  PalVisitStrip *strip;
  GtkLabel *sentence;
  GtkLabel *counts;
  GtkFlowBox *maps;
  PalChangeTable *table;
};

G_DEFINE_FINAL_TYPE (PalHistoryPage, pal_history_page, ADW_TYPE_BIN)

static void
show_head (PalHistoryPage *self, MapIndex which, const PalVisit *visit)
{
  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (visit->at));
  g_autofree char *line = g_strdup_printf (which == MAP_A ? "A · %s" : "B · %s", day);
  gtk_button_set_label (GTK_BUTTON (self->heads[which]), line);
}

static void
show_comparison (PalHistoryPage *self, const PalVisit *a, const PalVisit *b)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const PalClient *client = pal_workbench_get_client (self->workbench);
  for (guint i = 0; client != NULL && i < N_MAPS; i++)
    pal_body_stage_set_figure (self->stages[i], client->figure);
  pal_body_stage_set_map (self->stages[MAP_A], pal_body_map_new_for_visit (atlas, vocabulary, a));
  pal_body_stage_set_map (self->stages[MAP_B], pal_body_map_new_for_visit (atlas, vocabulary, b));
  pal_body_stage_set_map (self->stages[MAP_CHANGE],
                          pal_body_map_new_for_change (atlas, vocabulary, a, b));
  show_head (self, MAP_A, a);
  show_head (self, MAP_B, b);

  PalComparison *comparison = pal_compare_visits (a, b, atlas, vocabulary);
  g_autofree char *sentence = pal_words_comparison (comparison, atlas);
  g_autofree char *counts = pal_words_counts (comparison, atlas);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->counts, counts);
  pal_change_table_set_comparison (self->table, comparison, vocabulary);
}

static void
refresh (PalHistoryPage *self)
{
  const PalVisit *a = pal_visit_strip_get_chosen (self->strip, PAL_STRIP_A);
  const PalVisit *b = pal_visit_strip_get_chosen (self->strip, PAL_STRIP_B);
  gboolean can_compare = a != NULL && b != NULL;
  gtk_stack_set_visible_child_name (self->stack, can_compare ? "compare" : "too-few");
  /* What cannot be seen is not computed: charting edits the visit all the time. */
  if (can_compare && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_comparison (self, a, b);
}

static void
strip_opened_cb (PalHistoryPage *self, const char *visit_id)
{
  pal_workbench_open_visit (self->workbench, visit_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "chart");
}

static void
pointed_cb (PalHistoryPage *self, const char *region, int side)
{
  for (guint i = 0; i < N_MAPS; i++)
    pal_body_stage_set_highlight (self->stages[i], region, side);
}

static void
head_toggled_cb (GtkToggleButton *head, PalHistoryPage *self)
{
  if (gtk_toggle_button_get_active (head))
    pal_visit_strip_arm (self->strip,
                         GTK_WIDGET (head) == self->heads[MAP_A] ? PAL_STRIP_A : PAL_STRIP_B);
}

static void
make_heads (PalHistoryPage *self)
{
  for (guint i = MAP_A; i <= MAP_B; i++)
    {
      self->heads[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->heads[i], "flat");
      gtk_widget_set_tooltip_text (self->heads[i],
                                   _ ("Choose this visit in the strip: press here, then a visit"));
      g_signal_connect_object (self->heads[i], "toggled", G_CALLBACK (head_toggled_cb), self, 0);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->heads[MAP_B]),
                               GTK_TOGGLE_BUTTON (self->heads[MAP_A]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heads[MAP_A]), TRUE);
  self->heads[MAP_CHANGE] = gtk_label_new (_ ("What changed"));
  gtk_widget_add_css_class (self->heads[MAP_CHANGE], "heading");
}

static void
make_maps (PalHistoryPage *self)
{
  for (guint i = 0; i < N_MAPS; i++)
    {
      GtkWidget *stage = pal_body_stage_new (pal_workbench_get_atlas (self->workbench),
                                             pal_workbench_get_vocabulary (self->workbench));
      self->stages[i] = PAL_BODY_STAGE (stage);
      pal_body_stage_set_layout (self->stages[i], PAL_STAGE_TRIO);
      pal_body_stage_set_interactive (self->stages[i], FALSE);
      gtk_widget_set_size_request (stage, -1, 330);
      g_signal_connect_object (stage, "hovered", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);

      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      gtk_widget_set_halign (self->heads[i], GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), self->heads[i]);
      gtk_box_append (GTK_BOX (box), stage);
      gtk_widget_add_css_class (box, "pal-map");
      if (i == MAP_CHANGE)
        gtk_widget_add_css_class (box, "pal-map-change");
      gtk_flow_box_append (self->maps, box);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
    }
}

/* Beside each other where there is room, below each other where there is not. */
static void
set_columns (gpointer data)
{
  g_autoptr (PalHistoryPage) self = data;
  if (self->workbench == NULL)
    return;
  guint columns = gtk_widget_get_width (GTK_WIDGET (self)) >= ROOM_FOR_THREE ? N_MAPS : 1;
  gtk_flow_box_set_min_children_per_line (self->maps, 1);
  gtk_flow_box_set_max_children_per_line (self->maps, columns);
  gtk_flow_box_set_min_children_per_line (self->maps, columns);
}

/* A bin leaves its size to a layout manager, so the room is read off the scroller; and not at once,
 * for a new minimum within an allocation would be lost. */
static void
room_changed_cb (PalHistoryPage *self)
{
  g_idle_add_once (set_columns, g_object_ref (self));
}

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
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_history_page_parent_class)->dispose (object);
}

static void
pal_history_page_class_init (PalHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_history_page_dispose;
  widget_class->map = pal_history_page_map;

  g_type_ensure (PAL_TYPE_VISIT_STRIP);
  g_type_ensure (PAL_TYPE_CHANGE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, counts);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, maps);
  gtk_widget_class_bind_template_child (widget_class, PalHistoryPage, table);
}

static void
pal_history_page_init (PalHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_history_page_new (PalWorkbench *workbench)
{
  PalHistoryPage *self = g_object_new (PAL_TYPE_HISTORY_PAGE, NULL);
  self->workbench = g_object_ref (workbench);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->maps), GTK_TYPE_SCROLLED_WINDOW);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  make_heads (self);
  make_maps (self);
  pal_visit_strip_set_workbench (self->strip, workbench);
  g_signal_connect_object (self->strip, "chosen", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "opened", G_CALLBACK (strip_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "pointed", G_CALLBACK (pointed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

gboolean
pal_history_page_compare (PalHistoryPage *self, const char *visit_a, const char *visit_b)
{
  g_return_val_if_fail (PAL_IS_HISTORY_PAGE (self), FALSE);
  return pal_visit_strip_choose (self->strip, PAL_STRIP_A, visit_a) &&
         pal_visit_strip_choose (self->strip, PAL_STRIP_B, visit_b);
}
