/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A day's pages on several threads. The language belongs to the whole process, so the pages of one
 * language are written together, and nothing runs while it changes. Records are snapshots that
 * nobody writes to; fonts are each thread's own. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-batch.h"

#include "report/pal-language.h"

#define MAX_THREADS 16

PalBatchJob *
pal_batch_job_new (PalClientFile *file, const char *visit, const char *path)
{
  PalBatchJob *self = g_new0 (PalBatchJob, 1);

  self->file = file;
  self->visit = g_strdup (visit);
  self->path = g_strdup (path);
  return self;
}

void
pal_batch_job_free (PalBatchJob *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, pal_client_file_free);
  g_clear_error (&self->error);
  g_free (self->visit);
  g_free (self->path);
  g_free (self);
}

/* The pages of one language. */
typedef struct
{
  const PalReportSetup *setup;
  GPtrArray *jobs;
  int next;      /* atomic */
  int n_written; /* atomic */
} Run;

static gboolean
write_page (const PalReportSetup *setup, PalBatchJob *job)
{
  g_autoptr (PalDocument) document =
      pal_summary_new (setup, job->file, job->visit, PAL_SUMMARY_ALL_PARTS, &job->error);

  return document != NULL && pal_document_write_pdf (document, job->path, &job->error);
}

static gpointer
work (gpointer data)
{
  Run *run = data;

  while (TRUE)
    {
      guint i = (guint) g_atomic_int_add (&run->next, 1);

      if (i >= run->jobs->len)
        return NULL;
      if (write_page (run->setup, run->jobs->pdata[i]))
        g_atomic_int_inc (&run->n_written);
    }
}

/* The calling thread works as well. */
static guint
run_all (Run *run, guint n_threads)
{
  GThread *threads[MAX_THREADS];
  guint n = MIN (MIN (n_threads, run->jobs->len), MAX_THREADS);

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("pal-batch", work, run);
  work (run);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
  return (guint) run->n_written;
}

static const char *
get_language (const PalReportSetup *setup, const PalBatchJob *job)
{
  const char *language = setup->language != NULL ? setup->language : job->file->client->language;

  return language != NULL ? language : "";
}

guint
pal_batch_write (const PalReportSetup *setup, GPtrArray *jobs, guint n_threads)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_written = 0;

  g_return_val_if_fail (setup != NULL && jobs != NULL, 0);

  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  for (guint i = 0; i < jobs->len; i++)
    {
      const char *language = get_language (setup, jobs->pdata[i]);
      g_autoptr (GPtrArray) alike = g_ptr_array_new ();
      g_autoptr (PalLanguageScope) scope = NULL;
      PalReportSetup spoken = *setup;
      Run run = { .setup = &spoken, .jobs = alike };

      if (!g_hash_table_add (done, (gpointer) language))
        continue;
      for (guint k = i; k < jobs->len; k++)
        if (g_str_equal (get_language (setup, jobs->pdata[k]), language))
          g_ptr_array_add (alike, jobs->pdata[k]);
      spoken.language = *language != '\0' ? language : NULL;
      scope = pal_language_enter (language);
      n_written += run_all (&run, n_threads);
    }
  return n_written;
}
