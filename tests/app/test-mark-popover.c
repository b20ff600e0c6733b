/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover of a mark: what each control records, and several findings on one region. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-mark-popover.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 20000

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  PalMarkPopover *popover;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->bench = app_bench_new (6);
  pal_workbench_open_client (f->bench->bench, KIT_RUNNER_ID);
  g_assert_true (pal_workbench_add_visit (f->bench->bench));
  f->window = gtk_window_new ();
  GtkWidget *box = adw_bin_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  f->popover = PAL_MARK_POPOVER (pal_mark_popover_new (f->bench->bench));
  gtk_widget_set_parent (GTK_WIDGET (f->popover), box);
  gtk_window_present (GTK_WINDOW (f->window));
}

/* GTK lets go of a popover it showed when the main loop has run (4.8). */
static gboolean
is_ours_alone (gpointer popover)
{
  return G_OBJECT (popover)->ref_count == 1;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (f->popover));
  g_assert_true (kit_wait_until (is_ours_alone, f->popover, WAIT_MS));
  gtk_widget_unparent (GTK_WIDGET (f->popover));
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_bench_free (f->bench);
}

static gboolean
is_called (GtkWidget *widget, const char *name)
{
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0 ||
           g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0;
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), name);
}

static GtkWidget *
find (GtkWidget *from, GType type, const char *name)
{
  if (!gtk_widget_get_visible (from) && !GTK_IS_POPOVER (from))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (from), type) && (name == NULL || is_called (from, name)))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Fixture *f, const char *name)
{
  GtkWidget *button = find (GTK_WIDGET (f->popover), GTK_TYPE_BUTTON, name);
  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_signal_emit_by_name (button, "clicked");
}

static void
choose_kind (Fixture *f, const char *id)
{
  GtkWidget *kinds = find (GTK_WIDGET (f->popover), GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds),
                              pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, id)
                                  ->index);
}

static const PalVisit *
get_visit (Fixture *f)
{
  return pal_workbench_get_visit (f->bench->bench);
}

static const PalMark *
get_mark (Fixture *f, const char *kind)
{
  return pal_visit_find_mark (get_visit (f), "itb-mid", PAL_SIDE_LEFT, kind);
}

static void
show (Fixture *f)
{
  pal_mark_popover_show_region (f->popover, "itb-mid", PAL_SIDE_LEFT, NULL, FALSE);
  while (!gtk_widget_get_mapped (GTK_WIDGET (f->popover)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_records (Fixture *f, gconstpointer data)
{
  show (f);
  g_assert_cmpuint (get_visit (f)->marks->len, ==, 0);
  /* Nothing to copy or remove yet. */
  g_assert_null (find (GTK_WIDGET (f->popover), GTK_TYPE_BUTTON, "Remove"));

  press (f, "Severe");
  press (f, "Mild after treatment");
  press (f, "Baseline");
  const PalMark *mark = get_mark (f, "tight");
  g_assert_cmpint (mark->before, ==, 3);
  g_assert_cmpint (mark->after, ==, 1);
  g_assert_cmpint (mark->concern, ==, PAL_CONCERN_BASELINE);
  press (f, "Complaint");
  g_assert_cmpint (get_mark (f, "tight")->concern, ==, PAL_CONCERN_COMPLAINT);
  press (f, "Complaint");
  g_assert_cmpint (get_mark (f, "tight")->concern, ==, PAL_CONCERN_UNSET);

  press (f, "Both sides");
  g_assert_cmpint (pal_visit_find_mark (get_visit (f), "itb-mid", PAL_SIDE_RIGHT, "tight")->before,
                   ==, 3);

  press (f, "Client says");
  g_assert_null (get_mark (f, "tight"));
  press (f, "Therapist found");
  g_assert_cmpint (get_mark (f, "tight")->before, ==, 3);
}

/* A second finding never takes the place of the first. */
static void
test_several_kinds (Fixture *f, gconstpointer data)
{
  show (f);
  press (f, "Severe");
  press (f, "Another finding on this region");
  g_assert_cmpuint (get_visit (f)->marks->len, ==, 1);
  choose_kind (f, "trigger-point");
  press (f, "Mild");
  g_assert_cmpint (get_mark (f, "tight")->before, ==, 3);
  g_assert_cmpint (get_mark (f, "trigger-point")->before, ==, 1);

  /* Back to the first one, and to a kind that is there already: shown, not replaced. */
  press (f, "Tight 3");
  press (f, "Moderate");
  g_assert_cmpint (get_mark (f, "tight")->before, ==, 2);
  choose_kind (f, "trigger-point");
  g_assert_cmpuint (get_visit (f)->marks->len, ==, 2);
  press (f, "Severe");
  g_assert_cmpint (get_mark (f, "trigger-point")->before, ==, 3);

  /* What has no severity is there once it is chosen. */
  press (f, "Another finding on this region");
  choose_kind (f, "scar");
  g_assert_cmpuint (get_visit (f)->marks->len, ==, 3);
  g_assert_cmpint (get_mark (f, "scar")->before, ==, PAL_UNSET);
}

/* The runner's left iliotibial band was tight at all six visits before. */
static void
test_history (Fixture *f, gconstpointer data)
{
  gboolean said = FALSE;
  show (f);
  GtkWidget *title =
      find (GTK_WIDGET (f->popover), GTK_TYPE_LABEL, "Left iliotibial band, middle third");
  g_assert_nonnull (title);
  for (GtkWidget *beside = title; beside != NULL; beside = gtk_widget_get_next_sibling (beside))
    {
      if (GTK_IS_LABEL (beside) &&
          g_str_has_prefix (gtk_label_get_text (GTK_LABEL (beside)), "Seen at 6 of 6 visits"))
        said = TRUE;
    }
  g_assert_true (said);
}

/* A phone is 360 pixels wide. */
static void
test_fits_a_phone (Fixture *f, gconstpointer data)
{
  int natural;
  show (f);
  press (f, "Severe");
  gtk_widget_measure (GTK_WIDGET (f->popover), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  g_assert_cmpint (natural, <=, 360);
}

/* As the application does by its resource path. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/palpate/Palpate/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  load_style ();
  g_test_add ("/app/mark-popover/records", Fixture, NULL, set_up, test_records, tear_down);
  g_test_add ("/app/mark-popover/several-kinds", Fixture, NULL, set_up, test_several_kinds,
              tear_down);
  g_test_add ("/app/mark-popover/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/app/mark-popover/fits-a-phone", Fixture, NULL, set_up, test_fits_a_phone,
              tear_down);
  return g_test_run ();
}
