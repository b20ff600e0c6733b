/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window prints and saves: every kind of document, its name and folder, and what it says
 * when there is nothing to print. No screen needed. */

#define G_LOG_DOMAIN "test-print"

#include "config.h"

#include <string.h>

#include "app-kit.h"
#include "app/pal-print.h"
#include "tests/kit/kit-start.h"

/* The newest is of 2025-10-13. */
#define N_VISITS 4

static void
test_every_kind (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  for (PalPrintKind kind = PAL_PRINT_SUMMARY; kind < PAL_PRINT_DAY; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalPrintJob) job = pal_print_job_new (a->bench, NULL, kind, &error);
      g_autofree char *path = g_build_filename (a->folder, "page.pdf", NULL);
      g_autofree char *bytes = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (pal_print_job_count_pages (job), >=, 1);
      g_assert_true (pal_print_job_write (job, path, &error));
      g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
    }
}

static void
test_names (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);
  g_autoptr (PalPrintJob) job = NULL;
  g_autofree char *name = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  job = pal_print_job_new (a->bench, NULL, PAL_PRINT_SUMMARY, NULL);
  name = pal_print_dup_name (job, a->bench, PAL_PRINT_SUMMARY);
  g_assert_cmpstr (name, ==, "2025-10-13 Your session.pdf");
}

static void
test_client_folder (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "Palpate", "Ana Kovač",
                                            "2025-10-13 Visit record.pdf", NULL);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  pal_print_save_to_folder (a->bench, NULL, PAL_PRINT_RECORD);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* One clear sentence, and no job. */
static void
test_nothing_open (void)
{
  static const struct
  {
    PalPrintKind kind;
    const char *start;
  } cases[] = {
    { PAL_PRINT_SUMMARY, "Open a visit first" },    { PAL_PRINT_RECORD, "Open a visit first" },
    { PAL_PRINT_BRIEF, "Open a client first" },     { PAL_PRINT_PROGRESS, "Open a client first" },
    { PAL_PRINT_DAY, "There are no visits today" },
  };
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;
      PalPrintJob *job = pal_print_job_new (a->bench, NULL, cases[i].kind, &error);

      kit_assert_refused (job != NULL, error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                          cases[i].start);
    }
}

/* The menu follows what is open, and its switches are remembered. */
static void
test_actions (void)
{
  g_autoptr (AppBench) a = app_bench_new (N_VISITS);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GActionGroup *group = pal_print_actions_new (NULL, a->bench, settings);
  g_autoptr (PalPrintJob) usual = NULL;
  g_autoptr (PalPrintJob) large = NULL;

  g_assert_false (g_action_group_get_action_enabled (group, "print-summary"));
  g_assert_false (g_action_group_get_action_enabled (group, "save-brief"));
  g_assert_false (g_action_group_get_action_enabled (group, "print-squad"));
  g_assert_true (g_action_group_get_action_enabled (group, "print-blank"));
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_true (g_action_group_get_action_enabled (group, "print-summary"));
  g_assert_true (g_action_group_get_action_enabled (group, "save-brief"));
  g_assert_true (g_action_group_get_action_enabled (group, "print-squad"));
  usual = pal_print_job_new (a->bench, settings, PAL_PRINT_SUMMARY, NULL);
  g_action_group_change_action_state (group, "print-large", g_variant_new_boolean (TRUE));
  g_assert_true (g_settings_get_boolean (settings, "print-large"));
  large = pal_print_job_new (a->bench, settings, PAL_PRINT_SUMMARY, NULL);
  g_assert_cmpuint (pal_print_job_count_pages (large), >, pal_print_job_count_pages (usual));
  g_object_unref (group);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/app/print/every-kind", test_every_kind);
  g_test_add_func ("/app/print/names", test_names);
  g_test_add_func ("/app/print/client-folder", test_client_folder);
  g_test_add_func ("/app/print/nothing-open", test_nothing_open);
  g_test_add_func ("/app/print/actions", test_actions);
  return g_test_run ();
}
