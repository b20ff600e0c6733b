/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* import, export, demo and check: whole practices. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl-output.h"
#include "ctl/ctl.h"
#include "exchange/pal-csv.h"
#include "exchange/pal-demo.h"
#include "exchange/pal-exchange.h"
#include "exchange/pal-fhir.h"

static guint
count_visits (const PalPractice *practice)
{
  guint n = 0;

  for (guint i = 0; i < practice->files->len; i++)
    n += ((PalClientFile *) g_ptr_array_index (practice->files, i))->visits->len;
  return n;
}

/* Says what was taken in. */
static void
report_taken (const CtlCall *call, const PalPractice *practice)
{
  guint n_clients = practice->files->len, n_visits = count_visits (practice);
  g_autofree char *clients = NULL, *visits = NULL;

  if (call->json)
    {
      GString *text = g_string_new (NULL);
      PalJsonWriter json;

      pal_json_writer_init (&json, text);
      pal_json_writer_begin_object (&json, NULL, FALSE);
      pal_json_writer_count (&json, "clients", n_clients);
      pal_json_writer_count (&json, "visits", n_visits);
      pal_json_writer_begin_array (&json, "warnings", FALSE);
      for (guint i = 0; i < practice->warnings->len; i++)
        pal_json_writer_text (&json, NULL, g_ptr_array_index (practice->warnings, i));
      pal_json_writer_end (&json);
      pal_json_writer_end (&json);
      ctl_print_json (text);
      return;
    }
  clients = g_strdup_printf (ngettext ("%u client", "%u clients", n_clients), n_clients);
  visits = g_strdup_printf (ngettext ("%u visit", "%u visits", n_visits), n_visits);
  /* Translators: %1$s is "3 clients", %2$s is "40 visits" */
  ctl_print (_ ("Added %1$s with %2$s."), clients, visits);
  ctl_print ("\n");
}

/* Import ------------------------------------------------------------------------------------- */

static CtlStatus
run_import (CtlCall *call)
{
  GError *error = NULL;
  g_autoptr (PalPractice) practice = NULL;

  /* Everything is checked before the practice is as much as made. */
  if (ctl_load (call, &error))
    practice = pal_practice_read_file (call->args[0], call->atlas, call->vocabulary, &error);
  if (practice == NULL || !ctl_open (call, PAL_STORE_OPEN_CREATE, &error) ||
      !pal_store_take_practice (call->store, practice->files, practice->terms, practice->settings,
                                &error))
    return ctl_refuse (error);
  for (guint i = 0; !call->json && i < practice->warnings->len; i++)
    ctl_say (g_ptr_array_index (practice->warnings, i));
  report_taken (call, practice);
  return CTL_OK;
}

const CtlVerb ctl_import = {
  .name = "import",
  .usage = N_ ("FILE"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Add the clients and visits of a palpate-practice file"),
  .description = N_ (
      "Everything is added, or nothing. Keys the format does not know are left out with a warning; "
      "a wrong value is refused with its path. The practice is made when it is not there.\n\n"
      "--json prints {\"clients\": 3, \"visits\": 40, \"warnings\": [\"clients[0].mood: …\"]}."),
  .has_json = TRUE,
  .takes_file = TRUE,
  .run = run_import,
};

/* Export ------------------------------------------------------------------------------------- */

typedef enum
{
  FORMAT_PALPATE,
  FORMAT_FHIR,
  FORMAT_CSV
} Format;

static struct
{
  char *client;
  char *format;
  char *out;
} export_options;

/* One run of the writers; which of them is in use is told by the format. */
typedef struct
{
  CtlCall *call;
  Format format;
  CtlOutput *output;
  PalPracticeWriter *writer;
  PalJsonWriter json;
  GString *text;
} Export;

/* What one client's file says about the practice is no business of whoever gets it. */
static gboolean
export_settings (Export *self, GError **error)
{
  g_autoptr (PalPracticeSettings) settings = NULL;

  if (export_options.client != NULL)
    return TRUE;
  settings = pal_store_get_settings (self->call->store, error);
  return settings != NULL && pal_practice_writer_add_settings (self->writer, settings, error);
}

static gboolean
export_begin (Export *self, GError **error)
{
  switch (self->format)
    {
    case FORMAT_PALPATE:
      self->writer = pal_practice_writer_new (ctl_output_get_stream (self->output), error);
      return self->writer != NULL && export_settings (self, error) &&
             pal_practice_writer_add_terms (self->writer, self->call->vocabulary, error);
    case FORMAT_FHIR:
      pal_json_writer_init (&self->json, self->text);
      pal_fhir_begin (&self->json);
      break;
    case FORMAT_CSV:
      pal_csv_append_header (self->text);
      break;
    }
  return TRUE;
}

static gboolean
export_client (const PalClientFile *file, gpointer data, GError **error)
{
  Export *self = data;

  switch (self->format)
    {
    case FORMAT_PALPATE:
      return pal_practice_writer_add (self->writer, file, error);
    case FORMAT_FHIR:
      pal_fhir_add (&self->json, file, self->call->atlas, self->call->vocabulary);
      break;
    case FORMAT_CSV:
      pal_csv_append_client (self->text, file, self->call->atlas);
      break;
    }
  return ctl_output_write (self->output, self->text, error);
}

static gboolean
export_end (Export *self, GError **error)
{
  if (self->format == FORMAT_PALPATE)
    return pal_practice_writer_finish (self->writer, error);
  if (self->format == FORMAT_FHIR)
    pal_fhir_end (&self->json);
  return ctl_output_write (self->output, self->text, error);
}

static gboolean
export_clients (Export *self, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (PalClientFile) file = NULL;

  if (export_options.client == NULL)
    return pal_store_foreach_client (self->call->store, export_client, self, error);
  id = ctl_find_client (self->call, export_options.client, error);
  if (id != NULL)
    file = pal_store_get_client_file (self->call->store, id, error);
  return file != NULL && export_client (file, self, error);
}

static gboolean
export_all (CtlCall *call, Format format, GError **error)
{
  g_autoptr (CtlOutput) output = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Export self = { .call = call, .format = format, .text = text };
  gboolean ok;

  if (!ctl_check_text ("--client", export_options.client, error) ||
      !ctl_open (call, PAL_STORE_OPEN_READ_ONLY, error))
    return FALSE;
  output = ctl_output_new (export_options.out, error);
  if (output == NULL)
    return FALSE;
  self.output = output;
  ok = export_begin (&self, error) && export_clients (&self, error) && export_end (&self, error) &&
       ctl_output_commit (output, error);
  g_clear_pointer (&self.writer, pal_practice_writer_free);
  return ok;
}

static CtlStatus
run_export (CtlCall *call)
{
  static const char *const formats[] = { "palpate", "fhir", "csv", NULL };
  const char *name = export_options.format != NULL ? export_options.format : formats[0];
  GError *error = NULL;

  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (name, formats[i]) == 0)
      return export_all (call, (Format) i, &error) ? CTL_OK : ctl_refuse (error);
  return ctl_usage (call, _ ("The format is palpate, fhir or csv."));
}

static const GOptionEntry export_entries[] = {
  { "client", 0, 0, G_OPTION_ARG_FILENAME, &export_options.client, N_ ("Only this client"),
    N_ ("CLIENT") },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &export_options.format,
    N_ ("palpate (default), fhir or csv"), N_ ("FORMAT") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &export_options.out,
    N_ ("Write this file instead of printing"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

const CtlVerb ctl_export = {
  .name = "export",
  .usage = "",
  .summary = N_ ("Write the practice, or one client of it, in an open format"),
  .description = N_ (
      "palpate is the practice's own format, and comes back in by import; its keys are described "
      "in "
      "palpate-practice-1.schema.json. fhir is an HL7 FHIR R4 bundle, csv a table with one line a "
      "mark. A file is written whole or not at all, and only you can read it."),
  .options = export_entries,
  .run = run_export,
};

/* Demo --------------------------------------------------------------------------------------- */

/* Made-up people do not belong among real ones. */
static gboolean
check_is_empty (CtlCall *call, GError **error)
{
  int n = pal_store_count_clients (call->store, error);

  if (n > 0)
    g_set_error (
        error, CTL_ERROR, CTL_ERROR_ARGUMENT,
        ngettext ("The practice has %d client already; the sample goes into an empty one.",
                  "The practice has %d clients already; the sample goes into an empty one.",
                  (gulong) n),
        n);
  return n == 0;
}

static CtlStatus
run_demo (CtlCall *call)
{
  GError *error = NULL;
  g_autoptr (PalPractice) practice = NULL;
  PalDate today = pal_time_get_local_date (pal_time_now ());

  if (ctl_load (call, &error))
    practice = pal_demo_load (call->atlas, call->vocabulary, today, &error);
  if (practice == NULL || !ctl_open (call, PAL_STORE_OPEN_CREATE, &error) ||
      !check_is_empty (call, &error) ||
      !pal_store_take_all (call->store, practice->files, practice->terms, &error))
    return ctl_refuse (error);
  report_taken (call, practice);
  return CTL_OK;
}

const CtlVerb ctl_demo = {
  .name = "demo",
  .usage = "",
  .summary = N_ ("Fill an empty practice with made-up people to look around with"),
  .description = N_ ("The practice is made when it is not there.\n\n"
                     "--json prints {\"clients\": 10, \"visits\": 65, \"warnings\": []}."),
  .has_json = TRUE,
  .run = run_demo,
};

/* Check -------------------------------------------------------------------------------------- */

static CtlStatus
run_check (CtlCall *call)
{
  GError *error = NULL;
  g_autofree char *name = g_filename_display_name (call->db);
  int n;

  if (!ctl_open (call, PAL_STORE_OPEN_READ_ONLY, &error) || !pal_store_check (call->store, &error))
    return ctl_refuse (error);
  n = pal_store_count_clients (call->store, &error);
  if (n < 0)
    return ctl_refuse (error);
  if (call->json)
    {
      GString *text = g_string_new (NULL);
      PalJsonWriter json;

      pal_json_writer_init (&json, text);
      pal_json_writer_begin_object (&json, NULL, TRUE);
      pal_json_writer_flag (&json, "sound", TRUE);
      pal_json_writer_count (&json, "clients", n);
      pal_json_writer_end (&json);
      ctl_print_json (text);
      return CTL_OK;
    }
  /* Translators: %1$s is a file name, %2$d a number of clients */
  ctl_print (ngettext ("“%1$s” is sound; it has %2$d client.",
                       "“%1$s” is sound; it has %2$d clients.", (gulong) n),
             name, n);
  ctl_print ("\n");
  return CTL_OK;
}

const CtlVerb ctl_check = {
  .name = "check",
  .usage = "",
  .summary = N_ ("Read the whole practice and see whether it is sound"),
  .description = N_ ("--json prints {\"sound\": true, \"clients\": 3}."),
  .has_json = TRUE,
  .run = run_check,
};
