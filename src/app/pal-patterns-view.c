/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of pal-patterns-view.h: what is present first, the rest folded away. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-patterns-view.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-chain-paint.h"
#include "report/pal-words-pattern.h"

/* Fewer tell nothing of what comes back. */
#define LEAST_VISITS 3

struct _PalPatternsView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  const PalInsights *insights; /* borrowed, nullable */
  const PalMatrix *matrix;     /* borrowed, nullable */
  PalHeat *heat;               /* what the filter lets the bodies show; NULL for all */
  GtkWidget *box;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (PalPatternsView, pal_patterns_view, GTK_TYPE_WIDGET)

/* Whether a place of the chain that was seen is one to show. */
static gboolean
is_shown (PalPatternsView *self, const PalPatternRow *row)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  for (guint i = 0; i < row->n_links; i++)
    for (guint k = 0; row->links[i].seen > 0 && k < row->links[i].link->n_regions; k++)
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          const PalRegion *region = pal_atlas_get_region (atlas, row->links[i].link->regions[k]);
          if (pal_chain_link_takes_side (row->links[i].link, row->side, side) &&
              pal_insights_find_region (self->insights, region->id, side, NULL) != NULL &&
              pal_insight_filter_shows (self->filter, self->insights, region, side))
            return TRUE;
        }
  return FALSE;
}

static void
add_line (PalPatternsView *self, const char *text, const char *css_class)
{
  GtkWidget *line = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (line, css_class);
  gtk_box_append (GTK_BOX (self->box), line);
}

/* Returns the number of patterns present, shown or not. */
static guint
add_cards (PalPatternsView *self)
{
  const gboolean is_open = pal_insight_filter_is_open (self->filter);
  guint n_present = 0;
  guint n_shown = 0;
  if (!is_open)
    add_line (self,
              _ ("Only patterns with a place of that kind there; how often they were seen is "
                 "counted over all findings."),
              "dim-label");
  for (guint i = 0; i < self->insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (self->insights->patterns, PalPatternRow, i);
      if (!row->present)
        continue;
      n_present++;
      if (!is_open && !is_shown (self, row))
        continue;
      GtkWidget *card =
          pal_pattern_card_new (self->workbench, self->highlight, self->insights, row, self->heat);
      pal_pattern_card_set_narrow (PAL_PATTERN_CARD (card), self->narrow);
      gtk_box_append (GTK_BOX (self->box), card);
      n_shown++;
    }
  if (n_present > 0 && n_shown == 0)
    add_line (self, _ ("Nothing of that kind there."), NULL);
  if (n_present == 0)
    add_line (self,
              self->insights->visits->len < LEAST_VISITS
                  ? _ ("Too few visits to tell.")
                  : _ ("No pattern has shown at two visits or more."),
              NULL);
  return n_present;
}

/* Rows come left before right; a chain that is present on one side is not in the list at all. */
static void
add_absent (PalPatternsView *self, gboolean beside_others)
{
  const PalInsights *insights = self->insights;
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  guint n = 0;
  for (guint i = 0; i + 1 < insights->patterns->len; i += 2)
    {
      const PalPatternRow *left = &g_array_index (insights->patterns, PalPatternRow, i);
      const PalPatternRow *right = left + 1;
      if (left->present || right->present || left->chain != right->chain)
        continue;
      g_autofree char *line = pal_words_absent_row (left, right);
      GtkWidget *label = gtk_label_new (line);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (list), label);
      n++;
    }
  g_autofree char *title = pal_words_absent (n, beside_others);
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *label = gtk_expander_get_label_widget (GTK_EXPANDER (expander));
  if (GTK_IS_LABEL (label))
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_widget_add_css_class (expander, "dim-label");
  gtk_widget_set_visible (expander, n > 0);
  gtk_box_append (GTK_BOX (self->box), expander);
}

static void
clear (PalPatternsView *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* The bodies of the cards show what the maps show; which cards there are is the group's business.
 */
static void
measure_heat (PalPatternsView *self)
{
  const guint n = self->insights->visits->len;
  const PalHeatQuery query = { .first = n > PAL_WINDOW_VISITS ? n - PAL_WINDOW_VISITS : 0,
                               .last = n - 1,
                               .kind = pal_insight_filter_get_kind (self->filter),
                               .scope = pal_insight_filter_get_scope (self->filter) };
  if (query.kind != NULL || query.scope != PAL_HEAT_ALL)
    self->heat = pal_heat_measure (self->matrix, &query, self->insights->regions);
}

static void
refresh (PalPatternsView *self)
{
  clear (self);
  g_clear_pointer (&self->heat, pal_heat_free);
  if (self->insights == NULL || self->insights->visits->len == 0)
    return;
  measure_heat (self);
  const guint n_present = add_cards (self);
  if (self->insights->visits->len >= LEAST_VISITS)
    add_absent (self, n_present > 0);
}

static void
pal_patterns_view_dispose (GObject *object)
{
  PalPatternsView *self = PAL_PATTERNS_VIEW (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (pal_patterns_view_parent_class)->dispose (object);
}

static void
pal_patterns_view_finalize (GObject *object)
{
  g_clear_pointer (&PAL_PATTERNS_VIEW (object)->heat, pal_heat_free);
  G_OBJECT_CLASS (pal_patterns_view_parent_class)->finalize (object);
}

static void
pal_patterns_view_class_init (PalPatternsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_patterns_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_patterns_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_patterns_view_init (PalPatternsView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
pal_patterns_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalPatternsView *self = g_object_new (PAL_TYPE_PATTERNS_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_patterns_view_set_insights (PalPatternsView *self,
                                const PalInsights *insights,
                                const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_PATTERNS_VIEW (self));
  self->insights = insights;
  self->matrix = matrix;
  refresh (self);
}

void
pal_patterns_view_set_narrow (PalPatternsView *self, gboolean narrow)
{
  g_return_if_fail (PAL_IS_PATTERNS_VIEW (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PAL_IS_PATTERN_CARD (child))
      pal_pattern_card_set_narrow (PAL_PATTERN_CARD (child), narrow);
}
