/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The section of pal-patterns-view.h: what is present first, the rest folded away. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-patterns-view.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-pattern.h"

/* Fewer tell nothing of what comes back. */
#define LEAST_VISITS 3

struct _PalPatternsView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  GtkWidget *box;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (PalPatternsView, pal_patterns_view, GTK_TYPE_WIDGET)

static void
add_cards (PalPatternsView *self, const PalInsights *insights)
{
  guint n = 0;
  for (guint i = 0; i < insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (insights->patterns, PalPatternRow, i);
      if (!row->present)
        continue;
      GtkWidget *card = pal_pattern_card_new (self->workbench, self->highlight, insights, row);
      pal_pattern_card_set_narrow (PAL_PATTERN_CARD (card), self->narrow);
      gtk_box_append (GTK_BOX (self->box), card);
      n++;
    }
  if (n > 0)
    return;
  GtkWidget *none = gtk_label_new (insights->visits->len < LEAST_VISITS
                                       ? _ ("Too few visits to tell.")
                                       : _ ("No pattern has shown at two visits or more."));
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_box_append (GTK_BOX (self->box), none);
}

/* Rows come left before right; a chain that is present on one side is not in the list at all. */
static void
add_absent (PalPatternsView *self, const PalInsights *insights)
{
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
  g_autofree char *title = pal_words_absent (n);
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

static void
pal_patterns_view_dispose (GObject *object)
{
  PalPatternsView *self = PAL_PATTERNS_VIEW (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_patterns_view_parent_class)->dispose (object);
}

static void
pal_patterns_view_class_init (PalPatternsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_patterns_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_patterns_view_init (PalPatternsView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
pal_patterns_view_new (PalWorkbench *workbench, PalHighlight *highlight)
{
  PalPatternsView *self = g_object_new (PAL_TYPE_PATTERNS_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  return GTK_WIDGET (self);
}

void
pal_patterns_view_set_insights (PalPatternsView *self, const PalInsights *insights)
{
  g_return_if_fail (PAL_IS_PATTERNS_VIEW (self));
  clear (self);
  if (insights == NULL || insights->visits->len == 0)
    return;
  add_cards (self, insights);
  if (insights->visits->len >= LEAST_VISITS)
    add_absent (self, insights);
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
