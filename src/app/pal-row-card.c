/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of pal-row-card.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-row-card.h"

#include "app/pal-evidence-button.h"
#include "report/pal-words-insight.h"

GPtrArray *
pal_row_list_marked (const PalInsights *insights, const PalRegionRow *row)
{
  GPtrArray *visits = g_ptr_array_new ();
  for (guint i = 0; i < row->examined; i++)
    if (row->severities[i] > 0)
      g_ptr_array_add (visits, (gpointer) pal_insights_get_visit (insights, row->window[i]));
  return visits;
}

static void
add_line (GtkWidget *card, const char *text, const char *css_class)
{
  if (text == NULL)
    return;
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Narrower than any card, which gives the width. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (card), label);
}

GtkWidget *
pal_row_card_new (PalWorkbench *workbench,
                  PalHighlight *highlight,
                  const PalInsights *insights,
                  const PalRegionRow *row)
{
  g_autofree char *name = row->region != NULL && row->kind == NULL
                              ? pal_region_dup_label (row->region, row->side)
                              : pal_words_row_name (row);
  g_autofree char *seen = pal_words_row_sentence (row);
  g_autofree char *confidence = pal_words_confidence (row);
  g_autofree char *hands = pal_words_new_hands (row);
  g_autofree char *response = pal_words_response (row);
  g_autofree char *n_visits = pal_words_n_visits (row->marked);
  g_autoptr (GPtrArray) visits = pal_row_list_marked (insights, row);

  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (card, "pal-row-card");
  add_line (card, name, "heading");
  add_line (card, pal_words_class_plain (row->course), NULL);
  add_line (card, seen, NULL);
  if (row->course != PAL_CLASS_TOO_FEW)
    add_line (card, confidence, "dim-label");
  add_line (card, response, "dim-label");
  add_line (card, pal_words_baseline (row->baseline), NULL);
  add_line (card, hands, "dim-label");
  GtkWidget *evidence = pal_evidence_button_new (workbench, highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), n_visits, visits,
                           row->region != NULL ? row->region->id : NULL, row->side);
  gtk_widget_set_halign (evidence, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), evidence);
  return card;
}
