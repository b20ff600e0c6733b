/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insights page in a window of its own, on the made-up runner. */

#include "config.h"

#include "insight-kit.h"

#include "app/pal-insights-page.h"

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 1;
}

void
insight_settle (void)
{
  kit_wait_until (never, NULL, 60);
}

void
insight_set_up (InsightFixture *fixture, gconstpointer data)
{
  fixture->bench = app_bench_new (INSIGHT_N_VISITS);
  pal_workbench_open_client (fixture->bench->bench, KIT_RUNNER_ID);
  fixture->page = pal_insights_page_new (fixture->bench->bench);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 750);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (kit_wait_until (has_size, fixture->page, 5000));
  insight_settle ();
}

void
insight_tear_down (InsightFixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  insight_settle ();
  g_assert_null (fixture->page);
  app_bench_free (fixture->bench);
}

static gboolean
has_words (GtkWidget *widget, const char *words)
{
  return (GTK_IS_LABEL (widget) &&
          strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL) ||
         (GTK_IS_BUTTON (widget) &&
          g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0);
}

GtkWidget *
insight_find (GtkWidget *widget, GType type, const char *label)
{
  return app_find (widget, type, label != NULL ? has_words : NULL, label);
}

GtkWidget *
insight_find_in (InsightFixture *fixture, GType section, GType type, const char *label)
{
  GtkWidget *widget = insight_find (fixture->page, section, NULL);
  g_assert_nonnull (widget);
  return insight_find (widget, type, label);
}
