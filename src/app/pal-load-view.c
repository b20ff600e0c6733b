/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of pal-load-view.h: the chart with its choice of region and its key, and below it in
 * words what is worth asking about, with source and strength of the evidence. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-load-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-evidence-button.h"
#include "app/pal-wrap-layout.h"
#include "draw/pal-load-paint.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-load.h"

/* More regions than this to choose from are a list to search, not to choose from. */
#define MAX_REGIONS 12
/* The newest runs beyond habit and changes; all of them stand in the chart. */
#define MAX_QUESTIONS 4
/* Visits within this time of a long run are shown beside it. */
#define SOON_DAYS 14

struct _PalLoadView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  const PalInsights *insights; /* borrowed, nullable */
  GPtrArray *region_rows;      /* PalRegionRow behind the choice; borrowed */
  GtkWidget *box;
  GtkWidget *choice;
  GtkDropDown *regions;
  PalLoadChart *chart;
  GtkLabel *status;
  GtkWidget *key;
  GtkWidget *words;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PalLoadView, pal_load_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Which region ----------------------------------------------------------------------------------
 */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PalRegionRow *one = *(PalRegionRow *const *) a, *other = *(PalRegionRow *const *) b;
  if (one->burden != other->burden)
    return one->burden < other->burden ? 1 : -1;
  return (int) one->region->index - (int) other->region->index;
}

static void
fill_regions (PalLoadView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* What was found once makes no course; unless one asks for little to begin with. */
  const guint least = pal_insight_filter_is_open (self->filter) ? 1 : 0;
  g_ptr_array_set_size (self->region_rows, 0);
  for (guint i = 0; self->insights != NULL && i < self->insights->regions->len; i++)
    {
      PalRegionRow *row = &g_array_index (self->insights->regions, PalRegionRow, i);
      if (row->kind == pal_insight_filter_get_kind (self->filter) && row->marked > least &&
          pal_insight_filter_shows (self->filter, self->insights, row->region, row->side))
        g_ptr_array_add (self->region_rows, row);
    }
  g_ptr_array_sort (self->region_rows, compare_rows);
  if (self->region_rows->len > MAX_REGIONS)
    g_ptr_array_set_size (self->region_rows, MAX_REGIONS);
  for (guint i = 0; i < self->region_rows->len; i++)
    {
      const PalRegionRow *row = g_ptr_array_index (self->region_rows, i);
      g_autofree char *name = pal_region_dup_label (row->region, row->side);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->regions, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->choice, self->region_rows->len > 0);
}

/* What is pointed at anywhere on the page, else what was chosen. */
static void
show_region (PalLoadView *self)
{
  const char *id = pal_highlight_get_region (self->highlight);
  guint chosen = gtk_drop_down_get_selected (self->regions);
  const PalRegionRow *row =
      chosen < self->region_rows->len ? g_ptr_array_index (self->region_rows, chosen) : NULL;
  if (self->updating || self->insights == NULL)
    return;
  if (id != NULL && row != NULL)
    {
      const PalTerm *kind = pal_insight_filter_get_kind (self->filter);
      const PalRegionRow *pointed =
          pal_insights_find_region (self->insights, id, pal_highlight_get_side (self->highlight),
                                    kind != NULL ? kind->id : NULL);
      row = pointed != NULL ? pointed : row;
    }
  pal_load_chart_set_region (self->chart, row != NULL ? row->region : NULL,
                             row != NULL ? row->side : PAL_SIDE_MIDLINE);
}

static void
pointed_cb (PalLoadView *self)
{
  g_autofree char *words = pal_load_chart_dup_words (self->chart);
  gtk_label_set_text (self->status, words != NULL ? words : "");
}

/* Another choice of regions; training has neither kind nor place. */
static void
filter_changed_cb (PalLoadView *self)
{
  self->updating = TRUE;
  fill_regions (self);
  pal_load_chart_set_kind (self->chart, pal_insight_filter_get_kind (self->filter));
  self->updating = FALSE;
  show_region (self);
  pointed_cb (self);
}

/* Key and words ---------------------------------------------------------------------------------
 */

static void
draw_key (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const PalTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                              ? pal_theme_get_dark ()
                              : pal_theme_get_light ();
  pal_load_swatch_paint (cr, 0, 0, width, height, GPOINTER_TO_INT (data), theme);
}

static void
fill_key (PalLoadView *self)
{
  clear_box (self->key);
  for (PalLoadKey key = 0; key < PAL_LOAD_KEY_N; key++)
    {
      if (!pal_load_chart_uses_key (self->chart, (int) key))
        continue;
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *sign = gtk_drawing_area_new ();
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sign), 26);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sign), 20);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_key, GINT_TO_POINTER (key),
                                      NULL);
      g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                               G_CALLBACK (gtk_widget_queue_draw), sign, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (entry), sign);
      gtk_box_append (GTK_BOX (entry), create_label (pal_load_key_get_name (key), "caption"));
      gtk_box_append (GTK_BOX (self->key), entry);
    }
}

static void
add_words (PalLoadView *self, char *text)
{
  gtk_box_append (GTK_BOX (self->words), create_label (text, NULL));
  g_free (text);
}

/* A sentence about training with the visits from @first to @last on which it could be told: those
 * that mentioned it, or those that came soon after. */
static void
add_told (PalLoadView *self, char *text, PalDate first, PalDate last)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  g_autofree char *n_visits = NULL;
  g_autofree char *told = text;
  GtkWidget *line = pal_wrap_box_new (6, 0);
  GtkWidget *evidence;

  gtk_box_append (GTK_BOX (line), create_label (told, NULL));
  gtk_box_append (GTK_BOX (self->words), line);
  for (guint i = 0; i < self->insights->visits->len; i++)
    {
      PalVisit *visit = self->insights->visits->pdata[i];
      PalDate day = pal_time_get_local_date (visit->at);

      if (day >= first && day <= last)
        g_ptr_array_add (visits, visit);
    }
  if (visits->len == 0)
    return;
  n_visits = pal_words_n_visits (visits->len);
  evidence = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), n_visits, visits, NULL, PAL_SIDE_N);
  gtk_box_append (GTK_BOX (line), evidence);
}

/* The newest long runs beyond habit, then what changed under the feet since the last visit. */
static guint
add_questions (PalLoadView *self)
{
  const PalLoadResult *load = self->insights->load;
  guint first = load->spikes->len > MAX_QUESTIONS ? load->spikes->len - MAX_QUESTIONS : 0;
  guint n = 0;
  for (guint i = load->spikes->len; i > first; i--, n++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i - 1);
      add_told (self, pal_words_spike (spike, load->coarse), spike->date,
                spike->date + SOON_DAYS - 1);
    }
  for (guint i = load->changes->len; i > 0; i--)
    {
      const PalLoadChange *change = &g_array_index (load->changes, PalLoadChange, i - 1);
      if (!change->since_last_visit)
        continue;
      add_told (self,
                pal_words_load_change (change, pal_workbench_get_vocabulary (self->workbench)),
                change->date, change->date);
      n++;
    }
  return n;
}

static void
fill_words (PalLoadView *self)
{
  clear_box (self->words);
  if (self->insights == NULL)
    return;
  const PalLoadResult *load = self->insights->load;
  gtk_box_append (GTK_BOX (self->words), create_label (_ ("Worth asking about"), "heading"));
  if (!pal_load_has_training (load))
    add_words (self, g_strdup (_ ("No training is recorded. Weeks and runs are entered on the "
                                  "Client page.")));
  else if (add_questions (self) == 0)
    add_words (self, g_strdup (_ ("No run went more than 10 % beyond the longest before it, and "
                                  "neither shoes nor ground changed since the visit before.")));
  if (pal_load_has_training (load))
    {
      GtkWidget *sure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_widget_add_css_class (sure, "pal-evidence-box");
      gtk_box_append (GTK_BOX (sure), create_label (pal_words_load_source (), NULL));
      if (load->coarse)
        gtk_box_append (GTK_BOX (sure), create_label (pal_words_load_coarse (), NULL));
      gtk_box_append (GTK_BOX (self->words), sure);
    }
  gtk_box_append (GTK_BOX (self->words), create_label (_ ("Next visit"), "heading"));
  /* Reckoned from the last visit: see pal_interval_suggest(). */
  add_told (self, pal_words_interval (self->insights->interval), self->insights->at,
            self->insights->at);
}

/* Object --------------------------------------------------------------------------------------- */

static void
pal_load_view_dispose (GObject *object)
{
  PalLoadView *self = PAL_LOAD_VIEW (object);
  self->updating = TRUE;
  self->insights = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_load_view_parent_class)->dispose (object);
}

static void
pal_load_view_finalize (GObject *object)
{
  g_ptr_array_unref (PAL_LOAD_VIEW (object)->region_rows);
  G_OBJECT_CLASS (pal_load_view_parent_class)->finalize (object);
}

static void
pal_load_view_class_init (PalLoadViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_load_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_load_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_load_view_init (PalLoadView *self)
{
  self->region_rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
make_choice (PalLoadView *self)
{
  GtkWidget *label = gtk_label_new (_ ("Severity of"));
  self->choice = pal_wrap_box_new (8, 4);
  self->regions = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->regions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Region whose severity is shown beside the training"), -1);
  gtk_box_append (GTK_BOX (self->choice), label);
  gtk_box_append (GTK_BOX (self->choice), GTK_WIDGET (self->regions));
  gtk_box_append (GTK_BOX (self->box), self->choice);
  g_signal_connect_object (self->regions, "notify::selected", G_CALLBACK (show_region), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
pal_load_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalLoadView *self = g_object_new (PAL_TYPE_LOAD_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  make_choice (self);
  self->chart = PAL_LOAD_CHART (pal_load_chart_new (workbench));
  self->status = GTK_LABEL (create_label ("", "pal-status"));
  gtk_label_set_lines (self->status, 3);
  self->key = pal_wrap_box_new (14, 2);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (self->box), self->key);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (self->box), self->words);
  g_signal_connect_object (self->chart, "pointed", G_CALLBACK (pointed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (show_region), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_load_view_set_insights (PalLoadView *self, const PalInsights *insights, const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_LOAD_VIEW (self));
  self->insights = insights;
  pal_load_chart_set (self->chart, insights, matrix);
  filter_changed_cb (self);
  fill_key (self);
  fill_words (self);
}
