/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where somebody was: kept on disk as it changes, one place a practice, found again by name. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/pal-session.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static void
test_written_at_once (void)
{
  g_autoptr (PalSession) session = pal_session_new ("/practice/one.palpate");
  g_autoptr (PalSession) again = NULL;
  g_autoptr (PalSession) other = NULL;
  g_autofree char *client = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *elsewhere = NULL;

  pal_session_set (session, PAL_SESSION_CLIENT, "id-1");
  pal_session_set (session, PAL_SESSION_PAGE, "history");
  /* Nothing is closed in between: a program that is killed closes nothing. */
  again = pal_session_new ("/practice/../practice/one.palpate");
  client = pal_session_get (again, PAL_SESSION_CLIENT);
  nothing = pal_session_get (again, PAL_SESSION_VIEW);
  g_assert_cmpstr (client, ==, "id-1");
  g_assert_cmpstr (nothing, ==, "");
  other = pal_session_new ("/practice/two.palpate");
  elsewhere = pal_session_get (other, PAL_SESSION_CLIENT);
  g_assert_cmpstr (elsewhere, ==, "");
}

static void
test_damaged (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "palpate", NULL);
  g_autoptr (PalSession) session = pal_session_new ("/practice/bad.palpate");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  pal_session_set (session, PAL_SESSION_CLIENT, "id-1");
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "\xff\x00no key file", 12, NULL));
    }
  {
    g_autoptr (PalSession) again = pal_session_new ("/practice/bad.palpate");
    g_autofree char *client = pal_session_get (again, PAL_SESSION_CLIENT);

    g_assert_cmpstr (client, ==, "");
    pal_session_set (again, PAL_SESSION_CLIENT, "id-2");
  }
  {
    g_autoptr (PalSession) again = pal_session_new ("/practice/bad.palpate");
    g_autofree char *client = pal_session_get (again, PAL_SESSION_CLIENT);

    g_assert_cmpstr (client, ==, "id-2");
  }
}

static gboolean
is_focus_within (gpointer widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* A row within a group that is folded: found, unfolded and focused; other groups stay folded. */
static void
test_focus (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *first = adw_expander_row_new ();
  GtkWidget *second = adw_expander_row_new ();
  GtkWidget *entry = adw_entry_row_new ();
  g_autofree char *words = NULL;

  gtk_list_box_append (GTK_LIST_BOX (list), first);
  gtk_list_box_append (GTK_LIST_BOX (list), second);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (first), adw_entry_row_new ());
  adw_expander_row_add_row (ADW_EXPANDER_ROW (second), entry);
  gtk_widget_set_name (entry, "room");
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));

  g_assert_false (pal_focus_restore (list, "name:/cellar"));
  g_assert_false (pal_focus_restore (list, "nonsense"));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (second)));
  g_assert_true (pal_focus_restore (list, "name:/room"));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (second)));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (first)));
  /* Once it is unfolded so far that it is on the screen. */
  g_assert_true (kit_wait_until (is_focus_within, entry, 10000));
  words = pal_focus_describe (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (g_str_has_suffix (words, "/room") || strstr (words, "/room/") != NULL);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (pal_focus_restore (list, words));
  g_assert_true (is_focus_within (entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  g_test_add_func ("/app/session/written-at-once", test_written_at_once);
  g_test_add_func ("/app/session/damaged", test_damaged);
  g_test_add_func ("/app/session/focus", test_focus);
  return g_test_run ();
}
