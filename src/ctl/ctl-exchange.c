/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs about whole practices: import, export, demo, check. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "exchange/pal-csv.h"
#include "exchange/pal-demo.h"
#include "exchange/pal-exchange.h"
#include "exchange/pal-fhir.h"

static int
take_practice (Ctl *self, PalPractice *practice)
{
  g_autoptr (GError) error = NULL;
  guint n_visits = 0;
  for (guint i = 0; i < practice->warnings->len; i++)
    g_printerr ("palpatectl: %s\n", (const char *) g_ptr_array_index (practice->warnings, i));
  for (guint i = 0; i < practice->files->len; i++)
    n_visits += ((PalClientFile *) g_ptr_array_index (practice->files, i))->visits->len;
  if (!ctl_open (self, PAL_STORE_OPEN_CREATE, &error) ||
      !pal_store_take_all (self->store, practice->files, &error))
    return ctl_refuse (error);
  /* Translators: 1: number of clients, 2: number of visits */
  g_print (_ ("Took in %1$u clients with %2$u visits.\n"), practice->files->len, n_visits);
  return CTL_OK;
}

int
ctl_import (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "FILE", NULL, 1, 1, &status))
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice =
      pal_practice_read_file (self->arguments[0], self->atlas, self->vocabulary, &error);
  return practice != NULL ? take_practice (self, practice) : ctl_refuse (error);
}

int
ctl_demo (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "--db FILE", NULL, 0, 0, &status))
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice =
      pal_demo_load (self->atlas, self->vocabulary, pal_time_get_date (pal_time_now ()), &error);
  return practice != NULL ? take_practice (self, practice) : ctl_refuse (error);
}

int
ctl_check (Ctl *self, char **argv)
{
  int status;
  if (!ctl_parse (self, argv, "", NULL, 0, 0, &status))
    return status;
  g_autoptr (GError) error = NULL;
  if (!ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error) || !pal_store_check (self->store, &error))
    return ctl_refuse (error);
  g_print ("%s\n", _ ("The practice file is sound."));
  return CTL_OK;
}

/* Export -----------------------------------------------------------------------------------------
 */

typedef struct
{
  Ctl *ctl;
  PalPracticeWriter *practice;
  PalJsonWriter fhir;
  GString *csv;
} Writers;

static gboolean
write_client (const PalClientFile *file, gpointer data, GError **error)
{
  Writers *writers = data;
  if (writers->csv != NULL)
    pal_csv_append_client (writers->csv, file, writers->ctl->atlas);
  else if (writers->practice != NULL)
    return pal_practice_writer_add (writers->practice, file, error);
  else
    pal_fhir_add (&writers->fhir, file, writers->ctl->atlas, writers->ctl->vocabulary);
  return TRUE;
}

static gboolean
write_all (Ctl *self, Writers *writers, const char *client, GError **error)
{
  if (client == NULL)
    return pal_store_foreach_client (self->store, write_client, writers, error);
  g_autoptr (PalClientFile) file = ctl_load_client (self, client, error);
  return file != NULL && write_client (file, writers, error);
}

static GBytes *
export_practice (Ctl *self, const char *client, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PalPracticeWriter) practice = pal_practice_writer_new (stream, error);
  Writers writers = { .ctl = self, .practice = practice };
  if (practice == NULL || !write_all (self, &writers, client, error) ||
      !pal_practice_writer_finish (practice, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
export_other (Ctl *self, const char *client, gboolean csv, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Writers writers = { .ctl = self, .csv = csv ? out : NULL };
  if (csv)
    pal_csv_append_header (out);
  else
    {
      pal_json_writer_init (&writers.fhir, out);
      pal_fhir_begin (&writers.fhir);
    }
  if (!write_all (self, &writers, client, error))
    return NULL;
  if (!csv)
    pal_fhir_end (&writers.fhir);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static int
write_out (GBytes *bytes, const char *path)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;
  if (path == NULL)
    return fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0 ? CTL_OK
                                                                              : CTL_REFUSED;
  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &error))
    return CTL_OK;
  return ctl_refuse (error);
}

int
ctl_export (Ctl *self, char **argv)
{
  g_autofree char *client = NULL, *format = NULL, *out = NULL;
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, N_ ("Only this client"), N_ ("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("palpate, fhir or csv"), N_ ("FORMAT") },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to a file"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (!ctl_parse (self, argv, "", entries, 0, 0, &status))
    return status;
  gboolean palpate = format == NULL || g_str_equal (format, "palpate");
  gboolean csv = g_strcmp0 (format, "csv") == 0;
  if (!palpate && !csv && !g_str_equal (format, "fhir"))
    {
      g_printerr (_ ("palpatectl: there is no format “%s”; use palpate, fhir or csv.\n"), format);
      return CTL_USAGE;
    }
  g_autoptr (GError) error = NULL;
  if (!ctl_open (self, PAL_STORE_OPEN_READ_ONLY, &error))
    return ctl_refuse (error);
  g_autoptr (GBytes) bytes =
      palpate ? export_practice (self, client, &error) : export_other (self, client, csv, &error);
  return bytes != NULL ? write_out (bytes, out) : ctl_refuse (error);
}
