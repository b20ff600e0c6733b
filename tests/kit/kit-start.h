/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How every test program begins: away from the person's own folders, and with GLib's harness.
 * A header alone, so that the lowest rooms can use it. */

#pragma once

#include <glib.h>

/**
 * kit_start:
 *
 * g_test_init() in folders of its own, new ones for every test. GLib 2.74 never frees their names,
 * and the leak sanitizer sees no caller above GLib by which to forgive that; so a run with
 * sanitizers sets up one set of folders for all programs (see the run script) and says so in
 * PALPATE_TEST_HOME.
 */
static inline void
kit_start (int *argc, char ***argv)
{
  const char *home = g_getenv ("PALPATE_TEST_HOME");

  if (home == NULL)
    g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  else
    {
      g_test_init (argc, argv, NULL);
      g_assert_true (g_str_has_prefix (g_get_user_data_dir (), home));
    }
}
