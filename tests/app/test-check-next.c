/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to look at next time: picked in the plan, shown at the next visit until it was looked at.
 * And the chips both are made of. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-check-next-list.h"
#include "app/pal-check-picker.h"
#include "app/pal-region-chips.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  PalCheckPicker *picker;
  PalCheckNextList *list;
} Fixture;

static gboolean
never (gpointer data)
{
  return FALSE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  fixture->bench = app_bench_new (8);
  pal_workbench_open_client (fixture->bench->bench, KIT_RUNNER_ID);
  fixture->picker = g_object_new (PAL_TYPE_CHECK_PICKER, NULL);
  fixture->list = g_object_new (PAL_TYPE_CHECK_NEXT_LIST, NULL);
  pal_check_picker_set_workbench (fixture->picker, fixture->bench->bench);
  pal_check_next_list_set_workbench (fixture->list, fixture->bench->bench);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->picker));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->list));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  kit_wait_until (never, NULL, 20);
  app_bench_free (fixture->bench);
}

static gboolean
has_class (GtkWidget *widget, const char *css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static PalRegionChips *
find_chips (gpointer widget)
{
  return PAL_REGION_CHIPS (app_find (widget, PAL_TYPE_REGION_CHIPS, NULL, NULL));
}

static const PalVisit *
get_visit (Fixture *fixture)
{
  return pal_workbench_get_visit (fixture->bench->bench);
}

static void
assert_stored (Fixture *fixture, const char *expected)
{
  g_autoptr (PalVisit) stored =
      pal_store_get_visit (fixture->bench->store, get_visit (fixture)->id, NULL);
  g_autofree char *joined =
      stored->check_next != NULL ? g_strjoinv (" ", stored->check_next) : g_strdup ("");

  g_assert_cmpstr (joined, ==, expected);
}

static void
clear_plan (Fixture *fixture)
{
  while (get_visit (fixture)->check_next != NULL)
    g_assert_true (pal_check_picker_remove (fixture->picker, get_visit (fixture)->check_next[0]));
}

/* On disk at once, each an edit of its own; twice is once. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  PalRegionChips *chips = find_chips (fixture->picker);

  clear_plan (fixture);
  g_assert_cmpuint (pal_region_chips_get_n (chips), ==, 0);
  g_assert_true (pal_check_picker_add (fixture->picker, "soleus"));
  g_assert_true (pal_check_picker_add (fixture->picker, "neck"));
  g_assert_true (pal_check_picker_add (fixture->picker, "soleus"));
  assert_stored (fixture, "soleus neck");
  g_assert_cmpuint (pal_region_chips_get_n (chips), ==, 2);
  pal_workbench_undo (fixture->bench->bench);
  assert_stored (fixture, "soleus");
  g_assert_cmpuint (pal_region_chips_get_n (chips), ==, 1);
  g_assert_true (pal_check_picker_remove (fixture->picker, "soleus"));
  assert_stored (fixture, "");
}

/* What a signed visit planned is read, not changed. */
static void
test_signed (Fixture *fixture, gconstpointer data)
{
  PalVisit *visit;

  clear_plan (fixture);
  g_assert_true (pal_check_picker_add (fixture->picker, "soleus"));
  visit = pal_workbench_edit_visit (fixture->bench->bench);
  visit->is_signed = TRUE;
  visit->signed_at = visit->at;
  g_assert_true (pal_workbench_commit_visit (fixture->bench->bench, visit, "test", NULL));
  g_assert_false (gtk_widget_get_visible (
      app_find (GTK_WIDGET (fixture->picker), GTK_TYPE_MENU_BUTTON, NULL, NULL)));
  g_assert_false (gtk_widget_get_visible (
      app_find (GTK_WIDGET (fixture->picker), GTK_TYPE_BUTTON, has_class, "circular")));
}

/* The plan of the visit before is the list of this one, until the place was looked at. */
static void
test_next_visit (Fixture *fixture, gconstpointer data)
{
  PalWorkbench *bench = fixture->bench->bench;
  PalRegionChips *planned = find_chips (fixture->list);
  PalVisit *visit;

  clear_plan (fixture);
  g_assert_true (pal_check_picker_add (fixture->picker, "soleus"));
  g_assert_true (pal_check_picker_add (fixture->picker, "neck"));
  visit = pal_workbench_edit_visit (bench);
  visit->is_signed = TRUE;
  visit->signed_at = visit->at;
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_true (pal_workbench_add_visit (bench));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->list)));
  g_assert_cmpuint (pal_region_chips_get_n (planned), ==, 2);

  /* One side of a pair is half of it. */
  visit = pal_workbench_edit_visit (bench);
  pal_visit_put_mark (visit, kit_get_atlas (),
                      pal_mark_new ("sternum", PAL_SIDE_MIDLINE, "scar", PAL_UNSET));
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_cmpuint (pal_region_chips_get_n (planned), ==, 2);
  visit = pal_workbench_edit_visit (bench);
  pal_visit_set_examined (visit, kit_get_atlas (), "neck", TRUE);
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_cmpuint (pal_region_chips_get_n (planned), ==, 1);
  visit = pal_workbench_edit_visit (bench);
  pal_visit_set_examined (visit, kit_get_atlas (), "lower-leg", TRUE);
  g_assert_true (pal_workbench_commit_visit (bench, visit, "test", NULL));
  g_assert_cmpuint (pal_region_chips_get_n (planned), ==, 0);
  pal_workbench_undo (bench);
  g_assert_cmpuint (pal_region_chips_get_n (planned), ==, 1);
}

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pal-region");
}

/* Found by words, by the keyboard alone: a group by its name, a region without a side. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  PalRegionSearch *search = pal_region_chips_get_search (find_chips (fixture->picker));
  GtkWidget *entry = app_find (GTK_WIDGET (search), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GtkListBox *list = GTK_LIST_BOX (app_find (GTK_WIDGET (search), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row = NULL;

  clear_plan (fixture);
  gtk_editable_set_text (GTK_EDITABLE (entry), "soleus");
  kit_wait_until (never, NULL, 250);
  g_signal_emit_by_name (entry, "activate");
  assert_stored (fixture, "soleus");
  gtk_editable_set_text (GTK_EDITABLE (entry), "and shin");
  kit_wait_until (never, NULL, 250);
  for (int i = 0; row == NULL || g_strcmp0 (get_id (row), "lower-leg") != 0; i++)
    {
      row = gtk_list_box_get_row_at_index (list, i);
      g_assert_nonnull (row);
    }
  g_signal_emit_by_name (list, "row-activated", row);
  assert_stored (fixture, "soleus lower-leg");
}

/* Chips that go take the focus to their neighbour, and the last one to the button that adds. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  PalRegionChips *chips = find_chips (fixture->picker);
  GtkWidget *remove;

  clear_plan (fixture);
  g_assert_true (pal_check_picker_add (fixture->picker, "soleus"));
  g_assert_true (pal_check_picker_add (fixture->picker, "neck"));
  remove = app_find (GTK_WIDGET (chips), GTK_TYPE_BUTTON, has_class, "circular");
  gtk_widget_grab_focus (remove);
  g_signal_emit_by_name (remove, "clicked");
  assert_stored (fixture, "neck");
  remove = app_find (GTK_WIDGET (chips), GTK_TYPE_BUTTON, has_class, "circular");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == remove);
  g_signal_emit_by_name (remove, "clicked");
  assert_stored (fixture, "");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                              app_find (GTK_WIDGET (chips), GTK_TYPE_MENU_BUTTON, NULL, NULL)));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/check-next/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();

  ADD ("pick", test_pick);
  ADD ("signed-is-locked", test_signed);
  ADD ("next-visit", test_next_visit);
  ADD ("search", test_search);
  ADD ("focus", test_focus);
  return g_test_run ();
}
