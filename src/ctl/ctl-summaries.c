/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* summaries: the pages of all clients of a day. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ctl/ctl-documents.h"
#include "report/pal-batch.h"

/* What is gathered while the practice is read. */
typedef struct
{
  PalDate day;
  GPtrArray *jobs;
  GHashTable *names; /* of files, so that two of one name do not write the same */
} Gathering;

/* "2026-03-01 Ana Kovač.pdf", with a number behind the second of that name. */
static char *
create_path (Gathering *self, const PalClient *client)
{
  g_autofree char *day = pal_date_format (self->day);
  g_autofree char *name = pal_client_dup_name (client);

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      char *file = g_strdup_printf ("%s %s%s.pdf", day, name, number);

      if (g_hash_table_add (self->names, file))
        return g_build_filename (ctl_paper.out, file, NULL);
    }
}

/* A copy that outlives the reading of the practice. */
static PalClientFile *
keep_file (const PalClientFile *file)
{
  PalClientFile *kept = pal_client_file_new (file->client);

  for (guint i = 0; i < file->visits->len; i++)
    g_ptr_array_add (kept->visits, pal_visit_ref (file->visits->pdata[i]));
  return kept;
}

static gboolean
gather_cb (const PalClientFile *file, gpointer data, GError **error)
{
  Gathering *self = data;

  for (guint i = 0; i < file->visits->len; i++)
    {
      const PalVisit *visit = file->visits->pdata[i];
      g_autofree char *path = NULL;

      if (pal_time_get_local_date (visit->at) != self->day)
        continue;
      path = create_path (self, file->client);
      g_ptr_array_add (self->jobs, pal_batch_job_new (keep_file (file), visit->id, path));
    }
  return TRUE;
}

/* Returns: whether all pages are there; the first that is not says why. */
static gboolean
write_all (CtlCall *call, Gathering *gathering, GError **error)
{
  PalReportSetup setup;

  if (g_mkdir_with_parents (ctl_paper.out, 0700) != 0)
    {
      int saved = errno;
      /* Translators: %1$s is a folder, %2$s the reason. */
      g_set_error (error, CTL_ERROR, CTL_ERROR_ARGUMENT, _ ("%1$s could not be made: %2$s"),
                   ctl_paper.out, g_strerror (saved));
      return FALSE;
    }
  ctl_paper_prepare (call, NULL, &setup);
  pal_batch_write (&setup, gathering->jobs, 0);
  for (guint i = 0; i < gathering->jobs->len; i++)
    {
      PalBatchJob *job = gathering->jobs->pdata[i];

      if (job->error == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&job->error));
      return FALSE;
    }
  return TRUE;
}

static CtlStatus
run_summaries (CtlCall *call)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_batch_job_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { .jobs = jobs, .names = names };
  CtlStatus status = ctl_paper_check (call, TRUE);
  GError *error = NULL;
  gboolean done;

  if (status != CTL_OK)
    return status;
  if (!pal_date_parse (call->args[0], &gathering.day))
    return ctl_usage (call, _ ("A date is written like 2026-03-01."));
  if (!ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error) ||
      !pal_store_foreach_client (call->store, gather_cb, &gathering, &error))
    return ctl_refuse (error);
  if (jobs->len == 0)
    g_set_error (&error, CTL_ERROR, CTL_ERROR_UNKNOWN,
                 /* Translators: %s is a day */
                 _ ("There is no visit on %s."), call->args[0]);
  done = jobs->len > 0 && write_all (call, &gathering, &error);
  ctl_paper_clear ();
  return done ? CTL_OK : ctl_refuse (error);
}

static const GOptionEntry entries[] = { CTL_PAPER_ENTRIES };

const CtlVerb ctl_summaries = {
  .name = "summaries",
  .usage = N_ ("DAY --out FOLDER"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write the pages of all clients of a day"),
  .description = N_ ("One file a visit, in each client's language, named by day and client. The "
                     "folder is made when it is not there; files of the same name are replaced."),
  .options = entries,
  .run = run_summaries,
};
