/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a client's page takes from records to the bytes of its file, and a day's batch of 250.
 */

#define G_LOG_DOMAIN "bench-report"

#include "config.h"

#include <stdio.h>
#include <time.h>

#include "report-kit.h"
#include "report/pal-batch.h"

#define N_BATCH 250

static int
compare_times (const void *a, const void *b)
{
  const gint64 *first = a, *second = b;
  return *first < *second ? -1 : *first > *second;
}

static void
measure (const ReportKind *kind, const PalClientFile *file, guint n)
{
  g_autofree gint64 *times_us = g_new (gint64, n);
  PalReportSetup setup = report_kit_setup ();
  gint64 begin_us = g_get_monotonic_time ();
  clock_t begin = clock ();
  gsize length = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (PalDocument) document = kind->make (&setup, file);
      g_autoptr (GBytes) bytes = pal_document_render_pdf (document, NULL);

      times_us[i] = g_get_monotonic_time () - start_us;
      length = g_bytes_get_size (bytes);
    }
  begin_us = g_get_monotonic_time () - begin_us;
  qsort (times_us, n, sizeof *times_us, compare_times);
  /* On a machine with other work the processor's time tells more than the clock's. */
  printf ("%-8s p50 %6.1f ms, p95 %6.1f ms, %3u in %5.1f s; %6.1f ms of the processor each, "
          "%3zu kB\n",
          kind->name, (double) times_us[n / 2] / 1e3, (double) times_us[n * 95 / 100] / 1e3, n,
          (double) begin_us / 1e6, (double) (clock () - begin) * 1e3 / CLOCKS_PER_SEC / n,
          length / 1024);
}

/* A day's pages as files, on as many processors as there are. */
static void
measure_batch (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_batch_job_free);
  PalReportSetup setup = report_kit_setup ();
  gint64 start_us;
  clock_t begin;
  guint n;

  for (guint i = 0; i < N_BATCH; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_ptr_array_add (jobs, pal_batch_job_new (kit_runner_new (12), NULL, path));
    }
  start_us = g_get_monotonic_time ();
  begin = clock ();
  n = pal_batch_write (&setup, jobs, 0);
  printf ("batch    %u summaries as files in %.1f s on %u processors, %.1f s of them in all\n", n,
          (double) (g_get_monotonic_time () - start_us) / 1e6, g_get_num_processors (),
          (double) (clock () - begin) / CLOCKS_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_autoptr (PalClientFile) file = NULL;
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);

  file = kit_runner_new (12);
  for (guint i = 0; i < n; i++)
    measure (&kinds[i], file, i == 0 ? N_BATCH : 20);
  measure_batch ();
  return 0;
}
