/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of pal-heat-view.h. The counting is insight's, the tones are draw's, the words
 * report's. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-heat-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-drop-down-name.h"
#include "app/pal-evidence-button.h"
#include "app/pal-highlight-link.h"
#include "app/pal-wrap-layout.h"
#include "draw/pal-body-paint.h"
#include "insight/pal-heat.h"
#include "report/pal-words-heat.h"
#include "report/pal-words-insight.h"

/* The list names the most marked; the map shows all. */
#define MAX_ROWS 10

/* Pixels: what a row of the list gives its number before it gives way itself. */
#define MOST_EVIDENCE 200

typedef enum
{
  SPAN_LAST_VISITS,
  SPAN_3_MONTHS,
  SPAN_6_MONTHS,
  SPAN_12_MONTHS,
  SPAN_ALL,
  SPAN_CHOSEN
} Span;

struct _PalHeatView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  const PalInsights *insights; /* borrowed, nullable */
  const PalMatrix *matrix;     /* borrowed, nullable */
  PalHeat *heat;
  PalHeatQuery query;
  PalBodyStage *stage;
  GtkWidget *view_buttons[PAL_VIEW_N];
  gboolean updating;

  GtkWidget *content;
  GtkWidget *controls;
  GtkDropDown *span;
  GtkToggleButton *numbers;
  GtkRevealer *days;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkLabel *basis;
  GtkBox *views;
  GtkBox *stage_box;
  GtkLabel *status;
  GtkBox *key;
  GtkFlowBox *rows;
};

G_DEFINE_FINAL_TYPE (PalHeatView, pal_heat_view, GTK_TYPE_WIDGET)

/* The list ------------------------------------------------------------------------------------- */

typedef struct
{
  const PalRegion *region;
  PalSide side;
  const PalHeatCell *cell;
} HeatRow;

/* The heaviest first; what rests on few examinations after all that rests on more. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const HeatRow *one = a, *other = b;
  const gboolean one_few = one->cell->examined < PAL_HEAT_FEW;
  const gboolean other_few = other->cell->examined < PAL_HEAT_FEW;
  if (one_few != other_few)
    return one_few ? 1 : -1;
  double difference = pal_heat_cell_get_burden (other->cell) - pal_heat_cell_get_burden (one->cell);
  if (difference != 0)
    return difference > 0 ? 1 : -1;
  if (one->cell->examined != other->cell->examined)
    return one->cell->examined < other->cell->examined ? 1 : -1;
  return (int) one->region->index - (int) other->region->index;
}

static GArray *
list_rows (PalHeatView *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (HeatRow));
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      {
        const PalRegion *region = pal_atlas_get_region (atlas, i);
        const HeatRow row = { region, side, pal_heat_get (self->heat, region, side) };
        if (row.cell->marked > 0)
          g_array_append_val (rows, row);
      }
  g_array_sort (rows, compare_rows);
  return rows;
}

/* The visits of the span at which the region was marked. */
static GPtrArray *
list_visits (PalHeatView *self, const HeatRow *row)
{
  GPtrArray *all = pal_matrix_get_visits (self->matrix);
  GPtrArray *visits = g_ptr_array_new ();
  const char *kind = self->query.kind != NULL ? self->query.kind->id : NULL;
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  for (guint i = self->query.first; i <= self->query.last && i < all->len; i++)
    if (pal_visit_get_severity (g_ptr_array_index (all, i), vocabulary, row->region->id, row->side,
                                kind) > 0)
      g_ptr_array_add (visits, g_ptr_array_index (all, i));
  return visits;
}

static const PalTheme *
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

static void
draw_key (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  pal_heat_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1, GPOINTER_TO_INT (data), get_theme ());
}

static GtkWidget *
make_swatch (PalHeatKey key)
{
  GtkWidget *swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), 26);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_key, GINT_TO_POINTER (key), NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), swatch, G_CONNECT_SWAPPED);
  return swatch;
}

/* The box of the key that is nearest to a region's tone. */
static PalHeatKey
choose_key (const PalHeatCell *cell)
{
  double burden = pal_heat_cell_get_burden (cell);
  if (cell->examined < PAL_HEAT_FEW)
    return PAL_HEAT_KEY_FEW;
  return burden >= 2.25   ? PAL_HEAT_KEY_HIGH
         : burden >= 1.25 ? PAL_HEAT_KEY_MIDDLE
                          : PAL_HEAT_KEY_LOW;
}

static void
add_row (PalHeatView *self, const HeatRow *row)
{
  g_autofree char *name = pal_region_dup_label (row->region, row->side);
  g_autofree char *short_name = pal_region_dup_short_label (row->region, row->side);
  g_autofree char *words = pal_words_heat_cell (row->cell);
  g_autofree char *seen = pal_words_seen_at (row->cell->marked, row->cell->examined);
  g_autoptr (GPtrArray) visits = list_visits (self, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (box, "pal-change-row");
  gtk_box_append (GTK_BOX (box), make_swatch (choose_key (row->cell)));
  GtkWidget *label = gtk_label_new (short_name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  GtkWidget *evidence = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), seen, visits, row->region->id,
                           row->side);
  /* Narrow, the name takes a second line before the number is cut. */
  int natural;
  gtk_widget_measure (evidence, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (evidence, MIN (natural, MOST_EVIDENCE), -1);
  gtk_box_append (GTK_BOX (box), evidence);

  GtkWidget *child = gtk_flow_box_child_new ();
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (child, "pal-linked");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  pal_highlight_link (child, self->highlight, row->region->id, row->side, FALSE);
  gtk_flow_box_append (self->rows, child);
}

static void
clear_rows (PalHeatView *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_flow_box_remove (self->rows, child);
}

/* Showing -------------------------------------------------------------------------------------- */

static void
show_status (PalHeatView *self)
{
  const char *id = pal_highlight_get_region (self->highlight);
  const PalRegion *region =
      id != NULL ? pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), id) : NULL;
  if (region == NULL || self->heat == NULL)
    {
      gtk_label_set_text (self->status, "");
      return;
    }
  PalSide side = pal_highlight_get_side (self->highlight);
  g_autofree char *name = pal_region_dup_label (region, side);
  g_autofree char *words = pal_words_heat_cell (pal_heat_get (self->heat, region, side));
  /* Translators: %1$s is a region, %2$s what it showed: "Left ITB: seen at 9 of 11 visits". */
  g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s"), name, words);
  gtk_label_set_text (self->status, line);
}

static void
highlight_changed_cb (PalHeatView *self)
{
  pal_body_stage_set_highlight (self->stage, pal_highlight_get_region (self->highlight),
                                pal_highlight_get_side (self->highlight));
  show_status (self);
}

static guint
get_n_visits (PalHeatView *self)
{
  return self->matrix != NULL ? pal_matrix_get_visits (self->matrix)->len : 0;
}

/* Months are counted back from the last visit: the page tells of a client, not of today. */
static void
choose_months (PalHeatView *self, guint months)
{
  GPtrArray *visits = pal_matrix_get_visits (self->matrix);
  const PalVisit *last = g_ptr_array_index (visits, visits->len - 1);
  PalDate to = pal_time_get_date (last->at);
  int year, month, day;
  pal_date_get_ymd (to, &year, &month, &day);
  int index = year * 12 + month - 1 - (int) months;
  PalDate from = PAL_NO_DATE;
  /* 31 August has no counterpart in February: the last day there is. */
  while (from == PAL_NO_DATE && day > 0)
    from = pal_date_new (index / 12, index % 12 + 1, day--);
  pal_heat_find_span (self->matrix, from, to, &self->query.first, &self->query.last);
}

static void
choose_span (PalHeatView *self)
{
  const guint n = get_n_visits (self);
  self->query.first = 0;
  self->query.last = n - 1;
  switch ((Span) gtk_drop_down_get_selected (self->span))
    {
    case SPAN_LAST_VISITS:
      self->query.first = n > PAL_WINDOW_VISITS ? n - PAL_WINDOW_VISITS : 0;
      break;
    case SPAN_3_MONTHS:
      choose_months (self, 3);
      break;
    case SPAN_6_MONTHS:
      choose_months (self, 6);
      break;
    case SPAN_12_MONTHS:
      choose_months (self, 12);
      break;
    case SPAN_ALL:
      break;
    case SPAN_CHOSEN:
      {
        guint from = MIN (gtk_drop_down_get_selected (self->from), n - 1);
        guint to = MIN (gtk_drop_down_get_selected (self->to), n - 1);
        self->query.first = MIN (from, to);
        self->query.last = MAX (from, to);
      }
      break;
    }
}

static void
refresh (PalHeatView *self)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  if (self->updating)
    return;
  g_clear_pointer (&self->heat, pal_heat_free);
  clear_rows (self);
  gtk_revealer_set_reveal_child (self->days,
                                 gtk_drop_down_get_selected (self->span) == SPAN_CHOSEN);
  if (get_n_visits (self) == 0)
    return;
  choose_span (self);
  self->query.scope = pal_insight_filter_get_scope (self->filter);
  self->query.kind = pal_insight_filter_get_kind (self->filter);
  self->query.group = pal_insight_filter_get_group (self->filter);
  self->heat = pal_heat_measure (self->matrix, &self->query, self->insights->regions);
  pal_body_stage_set_figure (self->stage, self->insights->client->figure);
  pal_body_stage_set_map (self->stage, pal_body_map_new_for_heat (atlas, self->heat));

  g_autoptr (GArray) rows = list_rows (self);
  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    add_row (self, &g_array_index (rows, HeatRow, i));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), rows->len > 0);
  g_autofree char *span = pal_words_heat_span (self->matrix, self->query.first, self->query.last);
  /* Translators: %s is a span, as in "12 visits, 3 Mar 2025 to 24 Nov 2026". */
  g_autofree char *nothing = g_strdup_printf (_ ("%s: nothing of this was found"), span);
  gtk_label_set_text (self->basis, rows->len > 0 ? span : nothing);
  show_status (self);
}

/* Controls ------------------------------------------------------------------------------------- */

static void
make_spans (PalHeatView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("Last 12 visits"));
  gtk_string_list_append (names, _ ("Last 3 months"));
  gtk_string_list_append (names, _ ("Last 6 months"));
  gtk_string_list_append (names, _ ("Last 12 months"));
  gtk_string_list_append (names, _ ("All visits"));
  gtk_string_list_append (names, _ ("From … to …"));
  gtk_drop_down_set_model (self->span, G_LIST_MODEL (names));
}

static void
fill_days (PalHeatView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const guint n = get_n_visits (self);
  for (guint i = 0; i < n; i++)
    {
      const PalVisit *visit = g_ptr_array_index (pal_matrix_get_visits (self->matrix), i);
      g_autofree char *day = pal_date_format_display (pal_time_get_local_date (visit->at));
      gtk_string_list_append (names, day);
    }
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  if (n > 0)
    gtk_drop_down_set_selected (self->to, n - 1);
}

/* Of a pair either view stands for both; then two buttons are enough. */
static void
stage_view_changed_cb (PalHeatView *self)
{
  PalStageShows shows = pal_body_stage_get_shows (self->stage);
  PalView view = pal_body_stage_get_view (self->stage);
  gboolean pair = shows == PAL_STAGE_SHOWS_PAIR;
  GtkWidget *front = self->view_buttons[PAL_VIEW_FRONT], *left = self->view_buttons[PAL_VIEW_LEFT];
  GtkWidget *button = self->view_buttons[view];

  self->updating = TRUE;
  gtk_button_set_label (GTK_BUTTON (front),
                        pair ? _ ("Front and back") : pal_view_get_name (PAL_VIEW_FRONT));
  gtk_button_set_label (GTK_BUTTON (left),
                        pair ? _ ("Left and right") : pal_view_get_name (PAL_VIEW_LEFT));
  gtk_widget_set_visible (self->view_buttons[PAL_VIEW_BACK], !pair);
  gtk_widget_set_visible (self->view_buttons[PAL_VIEW_RIGHT], !pair);
  if (pair)
    button = view == PAL_VIEW_LEFT || view == PAL_VIEW_RIGHT ? left : front;
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->views), shows != PAL_STAGE_SHOWS_ALL);
  self->updating = FALSE;
}

static void
view_toggled_cb (GtkToggleButton *button, PalHeatView *self)
{
  if (!self->updating && gtk_toggle_button_get_active (button))
    pal_body_stage_set_view (self->stage,
                             GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "pal-view")));
}

static void
make_views (PalHeatView *self)
{
  static const PalView shown[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT, PAL_VIEW_RIGHT };
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (pal_view_get_name (shown[i]));
      g_object_set_data (G_OBJECT (button), "pal-view", GINT_TO_POINTER (shown[i]));
      self->view_buttons[shown[i]] = button;
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->view_buttons[shown[0]]));
      g_signal_connect_object (button, "toggled", G_CALLBACK (view_toggled_cb), self, 0);
      gtk_box_append (self->views, button);
    }
}

static void
make_key (PalHeatView *self)
{
  for (PalHeatKey key = 0; key < PAL_HEAT_KEY_N; key++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (pal_heat_key_get_name (key));
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), make_swatch (key));
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (self->key, box);
    }
  /* Translators: what the numbers beside the heat map mean. */
  GtkWidget *numbers = gtk_label_new (_ ("10/12: marked at 10 of 12 examinations"));
  gtk_widget_add_css_class (numbers, "caption");
  gtk_label_set_wrap (GTK_LABEL (numbers), TRUE);
  gtk_box_append (self->key, numbers);
  g_object_bind_property (self->numbers, "active", numbers, "visible", G_BINDING_SYNC_CREATE);
}

static void
stage_hovered_cb (PalHeatView *self, const char *region, int side)
{
  pal_highlight_set (self->highlight, region, side, NULL);
}

/* Object --------------------------------------------------------------------------------------- */

static void
pal_heat_view_dispose (GObject *object)
{
  PalHeatView *self = PAL_HEAT_VIEW (object);
  self->updating = TRUE;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->insights = NULL;
  self->matrix = NULL;
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_heat_view_parent_class)->dispose (object);
}

static void
pal_heat_view_finalize (GObject *object)
{
  PalHeatView *self = PAL_HEAT_VIEW (object);
  g_clear_pointer (&self->heat, pal_heat_free);
  G_OBJECT_CLASS (pal_heat_view_parent_class)->finalize (object);
}

static void
pal_heat_view_class_init (PalHeatViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_heat_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_heat_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-heat-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, content);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, controls);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, span);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, numbers);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, days);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, from);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, to);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, basis);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, views);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, stage_box);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, status);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, key);
  gtk_widget_class_bind_template_child (widget_class, PalHeatView, rows);
}

static void
pal_heat_view_init (PalHeatView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_heat_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalHeatView *self = g_object_new (PAL_TYPE_HEAT_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  GtkWidget *stage = pal_body_stage_new (pal_workbench_get_atlas (workbench),
                                         pal_workbench_get_vocabulary (workbench));
  self->stage = PAL_BODY_STAGE (stage);
  pal_body_stage_set_interactive (self->stage, FALSE);
  gtk_widget_set_hexpand (stage, TRUE);
  gtk_box_append (self->stage_box, stage);
  gtk_widget_set_layout_manager (self->controls, pal_wrap_layout_new (8, 6));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->key), pal_wrap_layout_new (16, 4));
  make_spans (self);
  pal_drop_down_set_name (self->span, _ ("Which visits are counted"));
  pal_drop_down_set_name (self->from, _ ("From"));
  pal_drop_down_set_name (self->to, _ ("to"));
  g_object_bind_property (self->numbers, "active", stage, "names", G_BINDING_SYNC_CREATE);
  make_views (self);
  make_key (self);
  stage_view_changed_cb (self);
  g_signal_connect_object (stage, "hovered", G_CALLBACK (stage_hovered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::view", G_CALLBACK (stage_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::shows", G_CALLBACK (stage_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  GtkDropDown *choices[] = { self->span, self->from, self->to };
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (choices[i], "notify::selected", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_heat_view_set_insights (PalHeatView *self, const PalInsights *insights, const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_HEAT_VIEW (self));
  self->insights = insights;
  self->matrix = matrix;
  self->updating = TRUE;
  fill_days (self);
  self->updating = FALSE;
  refresh (self);
}
