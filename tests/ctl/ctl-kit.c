/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Running the built palpatectl. */

#define G_LOG_DOMAIN "ctl-kit"

#include "config.h"

#include "ctl-kit.h"

#include <stdarg.h>
#include <string.h>

void
ctl_run_free (CtlRun *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static CtlRun *
run_list (const char *first, va_list args)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  CtlRun *run = g_new0 (CtlRun, 1);
  g_autoptr (GError) error = NULL;
  int wait_status = 0;

  g_ptr_array_add (argv, (gpointer) g_getenv ("PALPATECTL"));
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run->out,
                &run->err, &wait_status, &error);
  g_assert_no_error (error);
  /* Whatever comes in, it ends by itself and not by a signal. */
  g_assert_true (WIFEXITED (wait_status));
  run->status = WEXITSTATUS (wait_status);
  return run;
}

CtlRun *
ctl_kit_run (const char *first, ...)
{
  va_list args;
  CtlRun *run;

  va_start (args, first);
  run = run_list (first, args);
  va_end (args);
  return run;
}

static char *
take_output (CtlRun *run)
{
  g_autoptr (CtlRun) owned = run;

  g_assert_cmpstr (owned->err, ==, "");
  g_assert_cmpint (owned->status, ==, 0);
  return g_steal_pointer (&owned->out);
}

char *
ctl_kit_get (const char *first, ...)
{
  va_list args;
  CtlRun *run;

  va_start (args, first);
  run = run_list (first, args);
  va_end (args);
  return take_output (run);
}

JsonNode *
ctl_kit_get_json (const char *first, ...)
{
  va_list args;
  CtlRun *run;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  va_start (args, first);
  run = run_list (first, args);
  va_end (args);
  out = take_output (run);
  node = json_from_string (out, &error);
  g_assert_no_error (error);
  return node;
}

void
ctl_kit_assert_refused (CtlRun *run, const char *part)
{
  g_autoptr (CtlRun) owned = run;

  g_assert_cmpstr (owned->out, ==, "");
  if (strstr (owned->err, part) == NULL)
    g_test_fail_printf ("“%s” is not in: %s", part, owned->err);
  g_assert_true (g_str_has_prefix (owned->err, "palpatectl: "));
  g_assert_true (strchr (owned->err, '\n') == owned->err + strlen (owned->err) - 1);
  g_assert_cmpint (owned->status, ==, 1);
}

void
ctl_kit_assert_usage (CtlRun *run)
{
  g_autoptr (CtlRun) owned = run;

  g_assert_cmpstr (owned->out, ==, "");
  g_assert_cmpstr (owned->err, !=, "");
  g_assert_cmpint (owned->status, ==, 2);
}

char *
ctl_kit_new_db (const char *folder)
{
  char *path = g_build_filename (folder, "sample.palpate", NULL);
  g_autofree char *out = ctl_kit_get ("demo", "--db", path, NULL);

  g_assert_cmpstr (out, ==, "Added 10 clients with 65 visits.\n");
  return path;
}

char *
ctl_kit_write (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
ctl_kit_load_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "exchange", "data", "full.json", NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
