/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of pal-compare-view.h. What changed is insight's, the words are report's; this shows
 * them side by side, and lights everywhere what is pointed at anywhere. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-compare-view.h"

#include <glib/gi18n-lib.h>

#include "app/pal-before-drawing.h"
#include "app/pal-body-stage.h"
#include "app/pal-change-table.h"
#include "app/pal-evidence-button.h"
#include "app/pal-history-title.h"
#include "app/pal-view-choice.h"
#include "draw/pal-body-map-span.h"
#include "report/pal-words-change.h"
#include "report/pal-words-insight.h"

/* Pixels from which three maps of two figures each are still readable side by side. */
#define ROOM_FOR_THREE 700
/* What stands around the maps: heads, and the first lines of the table. */
#define AROUND_MAPS 262
/* What is left of the page when one map is scrolled to. */
#define AROUND_ONE_MAP 60
#define MIN_MAP_HEIGHT 280
/* Width to height of two and of three figures beside each other. */
#define PAIR_ASPECT 0.86
#define TRIO_ASPECT 1.25

typedef enum
{
  MAP_A,
  MAP_B,
  MAP_CHANGE,
  N_MAPS
} MapIndex;

struct _PalCompareView
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  GPtrArray *from, *to;
  PalBodyMap *shown[N_MAPS];
  PalBodyStage *stages[N_MAPS];
  GtkWidget *cells[N_MAPS];
  GtkWidget *heads[N_MAPS]; /* toggle buttons for A and B, a label for the change map */
  GtkLabel *captions[N_MAPS];

  GtkScrolledWindow *scroller;
  GtkWidget *title; /* shown by the page, beside its own controls */
  GtkLabel *sentence;
  GtkLabel *counts;
  GtkWidget *evidence;
  GtkLabel *hands;
  GtkBox *which;
  GtkWidget *show_a, *show_b, *show_change;
  GtkBox *maps;
  PalChangeTable *table;
};

enum
{
  ARMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalCompareView, pal_compare_view, ADW_TYPE_BIN)

/* Room ------------------------------------------------------------------------------------------
 */

static GtkWidget *
get_switch (PalCompareView *self, MapIndex which)
{
  GtkWidget *const switches[] = { self->show_a, self->show_b, self->show_change };
  return switches[which];
}

/* How many views each map has room for, and how tall it is then. */
static guint
measure_map (int width, int room, gboolean all, int *height)
{
  guint n_views = all && width >= TRIO_ASPECT * room ? 3 : 2;
  int wanted = (int) (width / (n_views == 3 ? TRIO_ASPECT : PAIR_ASPECT));
  *height = MAX (MIN (room, wanted), MIN_MAP_HEIGHT);
  return n_views;
}

static void
fit_maps (gpointer data)
{
  g_autoptr (PalCompareView) self = data;
  if (self->workbench == NULL || self->shown[MAP_A] == NULL ||
      pal_workbench_get_client (self->workbench) == NULL)
    return;
  int width =
      (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
  int height =
      (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  gboolean all = width >= ROOM_FOR_THREE;
  int map_height, map_width = all ? (width - 120) / N_MAPS : width - 40;
  guint n_views =
      measure_map (map_width, height - (all ? AROUND_MAPS : AROUND_ONE_MAP), all, &map_height);
  PalFigure figure = pal_workbench_get_client (self->workbench)->figure;
  guint views = pal_view_choose (pal_workbench_get_atlas (self->workbench), figure, self->shown,
                                 N_MAPS, n_views);

  gtk_widget_set_visible (GTK_WIDGET (self->which), !all);
  pal_change_table_set_columns (self->table, all ? 2 : 1);
  for (guint i = 0; i < N_MAPS; i++)
    {
      pal_body_stage_set_chosen (self->stages[i], views);
      gtk_widget_set_size_request (GTK_WIDGET (self->stages[i]), -1, map_height);
      gtk_widget_set_visible (self->cells[i], all || gtk_toggle_button_get_active (
                                                         GTK_TOGGLE_BUTTON (get_switch (self, i))));
    }
}

/* A bin leaves its size to a layout manager, so the room is read off the scroller, which may become
 * narrower than what is in it; and not at once, for a new minimum within an allocation would be
 * lost. */
static void
room_changed_cb (PalCompareView *self)
{
  pal_before_drawing (fit_maps, g_object_ref (self));
}

/* Making ----------------------------------------------------------------------------------------
 */

static void
highlight_changed_cb (PalCompareView *self)
{
  for (guint i = 0; i < N_MAPS; i++)
    pal_body_stage_set_highlight (self->stages[i], pal_highlight_get_region (self->highlight),
                                  pal_highlight_get_side (self->highlight));
}

/* What is pointed at, for people who see: what they hear is on the regions themselves. */
static char *
dup_tooltip (PalCompareView *self, const PalRegion *region, PalSide side)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autofree char *label = pal_region_dup_label (region, side);
  PalSpanRow row = { .region = region, .side = side };
  row.from = pal_span_measure (self->from, atlas, vocabulary, region, side, NULL);
  row.to = pal_span_measure (self->to, atlas, vocabulary, region, side, NULL);
  row.change = row.from.examined > 0 && row.to.examined > 0
                   ? pal_span_change_word (&row.from, &row.to)
                   : PAL_CHANGE_NOT_COMPARED;
  const char *word = pal_change_word_get_name (row.change);
  if (row.change == PAL_CHANGE_NONE || row.change == PAL_CHANGE_NOT_COMPARED)
    return g_strdup_printf ("%s\n%s", label, word);
  g_autofree char *detail = pal_words_change_row (&row, self->from->len == 1 && self->to->len == 1);
  return g_strdup_printf ("%s\n%s · %s", label, word, detail);
}

static void
hovered_cb (GtkWidget *stage, const char *region_id, int side, PalCompareView *self)
{
  const PalRegion *region =
      region_id != NULL
          ? pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), region_id)
          : NULL;
  g_autofree char *tooltip =
      region != NULL && self->from != NULL ? dup_tooltip (self, region, (PalSide) side) : NULL;
  gtk_widget_set_tooltip_text (stage, tooltip);
  pal_highlight_set (self->highlight, region_id, (PalSide) side, NULL);
}

static void
head_toggled_cb (GtkToggleButton *head, PalCompareView *self)
{
  if (gtk_toggle_button_get_active (head))
    g_signal_emit (self, signals[ARMED], 0, GTK_WIDGET (head) == self->heads[MAP_B]);
}

static GtkWidget *
make_head (PalCompareView *self, MapIndex which)
{
  if (which == MAP_CHANGE)
    {
      GtkWidget *label = gtk_label_new (_ ("What changed"));
      gtk_widget_add_css_class (label, "heading");
      return label;
    }
  GtkWidget *head = gtk_toggle_button_new ();
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (head, "pal-end");
  if (which == MAP_B)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (head), GTK_TOGGLE_BUTTON (self->heads[MAP_A]));
  gtk_widget_set_tooltip_text (head, _ ("Press here, then a visit above; with Shift, up to which "
                                        "visit"));
  g_signal_connect_object (head, "toggled", G_CALLBACK (head_toggled_cb), self, 0);
  return head;
}

static GtkWidget *
make_stage (PalCompareView *self)
{
  GtkWidget *stage = pal_body_stage_new (pal_workbench_get_atlas (self->workbench),
                                         pal_workbench_get_vocabulary (self->workbench));
  pal_body_stage_set_chosen (PAL_BODY_STAGE (stage), 1 << PAL_VIEW_FRONT | 1 << PAL_VIEW_BACK);
  pal_body_stage_set_interactive (PAL_BODY_STAGE (stage), FALSE);
  gtk_widget_set_size_request (stage, -1, MIN_MAP_HEIGHT);
  /* Two bodies are as tall as they are wide: more height would be empty room around them. */
  gtk_widget_set_vexpand (stage, FALSE);
  g_signal_connect_object (stage, "hovered", G_CALLBACK (hovered_cb), self, 0);
  return stage;
}

static void
make_cell (PalCompareView *self, MapIndex which)
{
  static const char *const names[] = { N_ ("Map A"), N_ ("Map B"), N_ ("Map of what changed") };
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heads[which] = make_head (self, which);
  self->captions[which] = GTK_LABEL (gtk_label_new (NULL));
  self->stages[which] = PAL_BODY_STAGE (make_stage (self));
  self->cells[which] = cell;

  gtk_widget_set_halign (self->heads[which], GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->captions[which]), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->captions[which]), "dim-label");
  gtk_label_set_ellipsize (self->captions[which], PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stages[which]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[which]), -1);
  gtk_widget_add_css_class (cell, "pal-map");
  if (which == MAP_CHANGE)
    gtk_widget_add_css_class (cell, "pal-map-change");
  gtk_box_append (GTK_BOX (cell), self->heads[which]);
  gtk_box_append (GTK_BOX (cell), GTK_WIDGET (self->captions[which]));
  gtk_box_append (GTK_BOX (cell), GTK_WIDGET (self->stages[which]));
  gtk_box_append (self->maps, cell);
}

static void
pal_compare_view_dispose (GObject *object)
{
  PalCompareView *self = PAL_COMPARE_VIEW (object);
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->title);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_compare_view_parent_class)->dispose (object);
}

static void
pal_compare_view_finalize (GObject *object)
{
  PalCompareView *self = PAL_COMPARE_VIEW (object);
  for (guint i = 0; i < N_MAPS; i++)
    g_clear_pointer (&self->shown[i], pal_body_map_free);
  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  G_OBJECT_CLASS (pal_compare_view_parent_class)->finalize (object);
}

static void
pal_compare_view_class_init (PalCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_compare_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_compare_view_finalize;
  signals[ARMED] = g_signal_new ("armed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (PAL_TYPE_CHANGE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, hands);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, which);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, show_a);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, show_b);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, show_change);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, maps);
  gtk_widget_class_bind_template_child (widget_class, PalCompareView, table);
}

static void
pal_compare_view_init (PalCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->title = g_object_ref_sink (pal_history_title_new (&self->sentence, &self->counts));
  GtkAdjustment *rooms[] = { gtk_scrolled_window_get_hadjustment (self->scroller),
                             gtk_scrolled_window_get_vadjustment (self->scroller) };
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    g_signal_connect_object (rooms[i], "notify::page-size", G_CALLBACK (room_changed_cb), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_MAPS; i++)
    g_signal_connect_object (get_switch (self, i), "toggled", G_CALLBACK (room_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

void
pal_compare_view_set_up (PalCompareView *self, PalWorkbench *workbench, PalHighlight *highlight)
{
  g_return_if_fail (PAL_IS_COMPARE_VIEW (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_MAPS; i++)
    make_cell (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heads[MAP_A]), TRUE);
  pal_change_table_set_up (self->table, workbench, highlight);
  self->evidence = pal_evidence_button_new (workbench, highlight);
  pal_history_title_add (self->title, self->evidence);
}

/* Showing ---------------------------------------------------------------------------------------
 */

static PalHeat *
measure_heat (GPtrArray *span, PalHeatScope scope, const PalMatrix *matrix, GArray *rows)
{
  GPtrArray *all = pal_matrix_get_visits (matrix);
  PalHeatQuery query = { .scope = scope };
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = ((const PalVisit *) all->pdata[i])->id;
      if (g_str_equal (id, ((const PalVisit *) span->pdata[0])->id))
        query.first = i;
      if (g_str_equal (id, ((const PalVisit *) span->pdata[span->len - 1])->id))
        query.last = i;
    }
  return pal_heat_measure (matrix, &query, rows);
}

static void
take_map (PalCompareView *self, MapIndex which, PalBodyMap *map)
{
  g_clear_pointer (&self->shown[which], pal_body_map_free);
  self->shown[which] = map;
  pal_body_stage_set_map (self->stages[which], pal_body_map_copy (map));
}

/* Who charted it, and what the client came for. */
static char *
dup_caption (GPtrArray *span)
{
  g_autofree char *who = pal_words_who (span);
  const PalVisit *visit = span->pdata[0];
  const char *complaint =
      span->len == 1 && visit->complaint_text != NULL ? visit->complaint_text : NULL;
  if (who == NULL || complaint == NULL)
    return g_strdup (who != NULL ? who : complaint != NULL ? complaint : "");
  return g_strdup_printf ("%s · %s", who, complaint);
}

static void
show_span (
    PalCompareView *self, MapIndex which, GPtrArray *span, PalHeatScope scope, const PalHeat *heat)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalBodyMap *map;
  if (span->len > 1)
    map = pal_body_map_new_for_heat (atlas, heat);
  else
    {
      map = pal_body_map_new_for_visit (atlas, pal_workbench_get_vocabulary (self->workbench),
                                        span->pdata[0]);
      if (scope != PAL_HEAT_ALL)
        pal_body_map_keep (map, atlas, heat, NULL);
    }
  take_map (self, which, map);

  g_autofree char *days = pal_words_span (span);
  g_autofree char *head = g_strdup_printf ("%s · %s", which == MAP_A ? "A" : "B", days);
  g_autofree char *caption = dup_caption (span);
  gtk_button_set_label (GTK_BUTTON (self->heads[which]), head);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->heads[which]))),
                           PANGO_ELLIPSIZE_END);
  gtk_label_set_text (self->captions[which], caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->captions[which]), caption);
}

/* The visits of both ends, each once and in their order: spans may overlap, and B may lie before A.
 */
static void
show_evidence (PalCompareView *self, GPtrArray *from, GPtrArray *to)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  GPtrArray *all = pal_workbench_get_visits (self->workbench);
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find (from, all->pdata[i], NULL) || g_ptr_array_find (to, all->pdata[i], NULL))
      g_ptr_array_add (visits, all->pdata[i]);
  g_autofree char *label = pal_words_n_visits (visits->len);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (self->evidence), label, visits, NULL, PAL_SIDE_N);
}

static void
show_words (PalCompareView *self,
            const PalSpanComparison *comparison,
            PalHeatScope scope,
            GPtrArray *from,
            GPtrArray *to)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  gboolean is_empty = scope != PAL_HEAT_ALL && comparison->rows->len == 0;
  g_autofree char *sentence =
      is_empty ? g_strdup (pal_words_change_nothing (scope)) : pal_words_change (comparison, atlas);
  g_autofree char *counts = pal_words_change_counts (comparison, from, to);
  g_autofree char *hands = pal_words_hands (from, to);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->counts, counts);
  show_evidence (self, from, to);
  gtk_label_set_text (self->hands, hands != NULL ? hands : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hands), hands != NULL);
}

void
pal_compare_view_show (PalCompareView *self,
                       GPtrArray *from,
                       GPtrArray *to,
                       PalHeatScope scope,
                       const PalMatrix *matrix,
                       GArray *rows)
{
  g_return_if_fail (PAL_IS_COMPARE_VIEW (self));
  g_return_if_fail (from->len > 0 && to->len > 0);

  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (PalHeat) from_heat = measure_heat (from, scope, matrix, rows);
  g_autoptr (PalHeat) to_heat = measure_heat (to, scope, matrix, rows);
  PalFigure figure = pal_workbench_get_client (self->workbench)->figure;
  for (guint i = 0; i < N_MAPS; i++)
    pal_body_stage_set_figure (self->stages[i], figure);

  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  self->from = g_ptr_array_ref (from);
  self->to = g_ptr_array_ref (to);
  show_span (self, MAP_A, from, scope, from_heat);
  show_span (self, MAP_B, to, scope, to_heat);
  PalBodyMap *change = pal_body_map_new_for_span_change (atlas, vocabulary, from, to);
  PalSpanComparison *comparison = pal_compare_spans (from, to, atlas, vocabulary);
  if (scope != PAL_HEAT_ALL)
    {
      pal_body_map_keep (change, atlas, from_heat, to_heat);
      pal_span_comparison_keep (comparison, from_heat, to_heat);
    }
  take_map (self, MAP_CHANGE, change);
  gtk_label_set_text (self->captions[MAP_CHANGE],
                      comparison->not_compared[0] != NULL ? _ ("hatched: not compared") : "");
  show_words (self, comparison, scope, from, to);
  pal_change_table_show (self->table, comparison, from, to);
  room_changed_cb (self);
}

gboolean
pal_compare_view_get_armed (PalCompareView *self)
{
  g_return_val_if_fail (PAL_IS_COMPARE_VIEW (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heads[MAP_B]));
}

GtkWidget *
pal_compare_view_get_title (PalCompareView *self)
{
  g_return_val_if_fail (PAL_IS_COMPARE_VIEW (self), NULL);
  return self->title;
}
