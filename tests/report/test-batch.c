/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages written by several threads are the same as by one, each in its language. */

#define G_LOG_DOMAIN "test-batch"

#include "config.h"

#include <string.h>

#include "report-kit.h"
#include "report/pal-batch.h"
#include "tests/kit/kit-start.h"

#define N_JOBS 12

static GPtrArray *
create_jobs (const char *folder)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_batch_job_free);

  for (guint i = 0; i < N_JOBS; i++)
    {
      PalClientFile *file = kit_runner_new (4 + i % 3);
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_free (file->client->language);
      file->client->language = i % 2 == 0 ? g_strdup ("de") : NULL;
      g_ptr_array_add (jobs, pal_batch_job_new (file, NULL, path));
    }
  return jobs;
}

static void
test_same_as_one_by_one (void)
{
  g_autoptr (KitFolder) one = kit_folder_new (), many = kit_folder_new ();
  g_autoptr (GPtrArray) first = create_jobs (one), second = create_jobs (many);
  PalReportSetup setup = report_kit_setup ();

  setup.language = NULL;
  g_assert_cmpuint (pal_batch_write (&setup, first, 1), ==, N_JOBS);
  g_assert_cmpuint (pal_batch_write (&setup, second, 4), ==, N_JOBS);
  for (guint i = 0; i < N_JOBS; i++)
    {
      g_autofree char *a = NULL, *b = NULL;
      gsize a_length, b_length;

      g_assert_true (
          g_file_get_contents (((PalBatchJob *) first->pdata[i])->path, &a, &a_length, NULL));
      g_assert_true (
          g_file_get_contents (((PalBatchJob *) second->pdata[i])->path, &b, &b_length, NULL));
      g_assert_cmpmem (a, a_length, b, b_length);
      g_assert_nonnull (memmem (a, a_length, i % 2 == 0 ? "/Lang (de)" : "/Lang (en)", 10));
    }
}

/* One page that cannot be made keeps no other from being made. */
static void
test_one_fails (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (GPtrArray) jobs = create_jobs (folder);
  g_autofree char *nowhere = g_build_filename (folder, "no", "page.pdf", NULL);
  PalBatchJob *lost = jobs->pdata[3], *unwritten = jobs->pdata[7];
  PalReportSetup setup = report_kit_setup ();

  lost->visit = g_strdup ("nope");
  g_free (unwritten->path);
  unwritten->path = g_steal_pointer (&nowhere);
  g_assert_cmpuint (pal_batch_write (&setup, jobs, 2), ==, N_JOBS - 2);
  g_assert_error (lost->error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT);
  g_assert_error (unwritten->error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN);
  g_assert_no_error (((PalBatchJob *) jobs->pdata[4])->error);
  g_assert_false (g_file_test (lost->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/batch/same-as-one-by-one", test_same_as_one_by_one);
  g_test_add_func ("/report/batch/one-fails", test_one_fails);
  return g_test_run ();
}
