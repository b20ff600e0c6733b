/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making documents of pal-print-documents.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-print-documents.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "app/pal-files.h"
#include "report/pal-brief.h"
#include "report/pal-forms.h"
#include "report/pal-language.h"
#include "report/pal-progress.h"
#include "report/pal-summary.h"
#include "report/pal-visit-record.h"

const char *
pal_print_kind_to_id (PalPrintKind kind)
{
  static const char *const ids[] = { "summary", "record", "brief", "progress",
                                     "blank",   "intake", "squad", "day" };

  g_return_val_if_fail (kind < PAL_PRINT_N, NULL);
  return ids[kind];
}

const char *
pal_print_kind_get_name (PalPrintKind kind)
{
  static const char *const names[] = {
    N_ ("Summary"),      N_ ("Visit record"), N_ ("Brief"),      N_ ("Progress report"),
    N_ ("Blank charts"), N_ ("Intake form"),  N_ ("Squad list"), N_ ("Today’s summaries"),
  };

  g_return_val_if_fail (kind < PAL_PRINT_N, NULL);
  return _ (names[kind]);
}

PalPrintNeeds
pal_print_kind_get_needs (PalPrintKind kind)
{
  switch (kind)
    {
    case PAL_PRINT_SUMMARY:
    case PAL_PRINT_RECORD:
      return PAL_PRINT_NEEDS_VISIT;
    case PAL_PRINT_BRIEF:
    case PAL_PRINT_PROGRESS:
      return PAL_PRINT_NEEDS_CLIENT;
    case PAL_PRINT_SQUAD:
      return PAL_PRINT_NEEDS_SQUAD;
    case PAL_PRINT_BLANK:
    case PAL_PRINT_INTAKE:
    case PAL_PRINT_DAY:
    case PAL_PRINT_N:
      break;
    }
  return PAL_PRINT_NEEDS_NOTHING;
}

gboolean
pal_print_kind_is_possible (PalPrintKind kind, PalWorkbench *workbench)
{
  const PalClient *client = pal_workbench_get_client (workbench);

  switch (pal_print_kind_get_needs (kind))
    {
    case PAL_PRINT_NEEDS_VISIT:
      return pal_workbench_get_visit (workbench) != NULL;
    case PAL_PRINT_NEEDS_CLIENT:
      return client != NULL;
    case PAL_PRINT_NEEDS_SQUAD:
      return client != NULL && client->squad != NULL;
    case PAL_PRINT_NEEDS_NOTHING:
      break;
    }
  return TRUE;
}

/* What all documents share
 * ------------------------------------------------------------------------ */

/* Borrowed strings of a setup. */
typedef struct
{
  PalReportSetup setup;
  char *name, *contact, *logo, *signature;
  char **left_out;
} Setup;

/* Where the locale's paper is Letter, so is ours, unless another was chosen. */
static PalPaper
choose_paper (GSettings *settings)
{
  g_autofree char *chosen =
      settings != NULL ? g_settings_get_string (settings, "print-paper") : NULL;

  if (g_strcmp0 (chosen, "a4") == 0)
    return PAL_PAPER_A4;
  if (g_strcmp0 (chosen, "letter") == 0)
    return PAL_PAPER_LETTER;
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? PAL_PAPER_LETTER
                                                                            : PAL_PAPER_A4;
}

/* Returns: (transfer full) (nullable): of the person who signed @visit. */
static char *
get_signature (PalStore *store, const PalVisit *visit)
{
  const char *name = visit != NULL && visit->signed_by != NULL ? visit->signed_by
                     : visit != NULL                           ? visit->therapist
                                                               : NULL;

  return name != NULL && *name != '\0' ? pal_store_get_image (store, name) : NULL;
}

static void
setup_init (Setup *self, PalWorkbench *workbench, GSettings *settings)
{
  PalStore *store = pal_workbench_get_store (workbench);

  self->name = pal_store_get_setting (store, PAL_SETTING_PRACTICE_NAME);
  self->contact = pal_store_get_setting (store, PAL_SETTING_PRACTICE_CONTACT);
  self->logo = pal_store_get_image (store, NULL);
  self->signature = get_signature (store, pal_workbench_get_visit (workbench));
  self->left_out = pal_store_get_setting_list (store, PAL_SETTING_SUMMARY_LEFT_OUT);
  self->setup = (PalReportSetup){
    .atlas = pal_workbench_get_atlas (workbench),
    .vocabulary = pal_workbench_get_vocabulary (workbench),
    .practice_name = self->name,
    .practice_contact = self->contact,
    .logo = self->logo,
    .signature = self->signature,
    .summary_left_out = (const char *const *) self->left_out,
    .paper = choose_paper (settings),
    .large = settings != NULL && g_settings_get_boolean (settings, "print-large"),
    .mono = settings != NULL && g_settings_get_boolean (settings, "print-mono"),
    .today = pal_time_get_local_date (pal_time_now ()),
  };
}

static void
setup_clear (Setup *self)
{
  g_free (self->name);
  g_free (self->contact);
  g_free (self->logo);
  g_free (self->signature);
  g_strfreev (self->left_out);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setup, setup_clear)

/* The open client with all visits, as they are on screen. */
static PalClientFile *
create_open_file (PalWorkbench *workbench)
{
  PalClientFile *file = pal_client_file_new ((PalClient *) pal_workbench_get_client (workbench));
  GPtrArray *visits = pal_workbench_get_visits (workbench);

  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (visits->pdata[i]));
  return file;
}

/* Each kind
 * --------------------------------------------------------------------------------------- */

static PalDocument *
make_record (PalWorkbench *workbench,
             const PalReportSetup *setup,
             const PalClientFile *file,
             GError **error)
{
  const char *visit = pal_workbench_get_visit (workbench)->id;
  g_autoptr (GPtrArray) entries =
      pal_store_list_audit (pal_workbench_get_store (workbench), visit, error);
  PalRecordTrail trail = { 0 };

  if (entries == NULL)
    return NULL;
  if (entries->len > 0)
    {
      const PalAuditEntry *entry = entries->pdata[entries->len - 1];
      trail = (PalRecordTrail){ entries->len, entry->seq, entry->at, entry->actor, entry->seal };
    }
  return pal_visit_record_new (setup, file, visit, &trail, error);
}

static PalDocument *
make_brief (const PalReportSetup *setup, const PalClientFile *file, GError **error)
{
  g_autoptr (GPtrArray) chains = pal_chains_load (setup->atlas, error);
  g_autoptr (PalInsights) insights = NULL;
  g_autoptr (PalBrief) brief = NULL;

  if (chains == NULL)
    return NULL;
  insights = pal_insights_new (file, PAL_NO_DATE, setup->atlas, setup->vocabulary, chains);
  brief = pal_brief_new (file, insights, setup->atlas, setup->vocabulary, setup->today);
  return pal_brief_document_new (setup, brief);
}

static PalDocument *
make_progress (const PalReportSetup *setup, const PalClientFile *file, GError **error)
{
  g_autoptr (GPtrArray) chains = pal_chains_load (setup->atlas, error);

  if (chains == NULL)
    return NULL;
  return pal_progress_new (setup, file, PAL_NO_DATE, PAL_NO_DATE, chains, error);
}

/* What a squad's list is made with. */
typedef struct
{
  PalDocument *document;
  GPtrArray *chains;
} SquadMaking;

static gboolean
add_to_squad_cb (const PalClientFile *file, gpointer data, GError **error)
{
  SquadMaking *making = data;

  pal_squad_list_add (making->document, file, making->chains);
  return TRUE;
}

static PalDocument *
make_squad (PalWorkbench *workbench, const PalReportSetup *setup, GError **error)
{
  const char *squad = pal_workbench_get_client (workbench)->squad;
  g_autoptr (GPtrArray) chains = pal_chains_load (setup->atlas, error);
  g_autoptr (PalDocument) document = NULL;
  SquadMaking making;

  if (chains == NULL)
    return NULL;
  document = pal_squad_list_new (setup, squad);
  making = (SquadMaking){ document, chains };
  if (!pal_store_foreach_in_squad (pal_workbench_get_store (workbench), squad, add_to_squad_cb,
                                   &making, error))
    return NULL;
  return g_steal_pointer (&document);
}

static PalDocument *
make_document (PalWorkbench *workbench,
               const PalReportSetup *setup,
               GSettings *settings,
               PalPrintKind kind,
               GError **error)
{
  g_autoptr (PalClientFile) file =
      pal_workbench_get_client (workbench) != NULL ? create_open_file (workbench) : NULL;

  switch (kind)
    {
    case PAL_PRINT_SUMMARY:
      return pal_summary_new (setup, file, pal_workbench_get_visit (workbench)->id,
                              PAL_SUMMARY_ALL_PARTS, error);
    case PAL_PRINT_RECORD:
      return make_record (workbench, setup, file, error);
    case PAL_PRINT_BRIEF:
      return make_brief (setup, file, error);
    case PAL_PRINT_PROGRESS:
      return make_progress (setup, file, error);
    case PAL_PRINT_BLANK:
      return pal_blank_chart_new (setup, file != NULL ? file->client->figure : PAL_FIGURE_NEUTRAL,
                                  0);
    case PAL_PRINT_INTAKE:
      return pal_intake_form_new (setup);
    case PAL_PRINT_SQUAD:
      return make_squad (workbench, setup, error);
    case PAL_PRINT_DAY:
    case PAL_PRINT_N:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* Jobs
 * -------------------------------------------------------------------------------------------- */

void
pal_print_job_free (PalPrintJob *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->languages);
  g_free (self);
}

static void
add_document (PalPrintJob *self, PalDocument *document, const char *language)
{
  g_ptr_array_add (self->documents, document);
  g_ptr_array_add (self->languages, g_strdup (language));
}

static gboolean
check_needs (PalWorkbench *workbench, PalPrintKind kind, GError **error)
{
  static const char *const sentences[] = {
    [PAL_PRINT_NEEDS_VISIT] = N_ ("Open a visit first: the page is about one visit."),
    [PAL_PRINT_NEEDS_CLIENT] = N_ ("Open a client first: the page is about one client."),
    [PAL_PRINT_NEEDS_SQUAD] = N_ ("Open a client of the squad first: the list is about one squad."),
  };

  if (pal_print_kind_is_possible (kind, workbench))
    return TRUE;
  g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                       _ (sentences[pal_print_kind_get_needs (kind)]));
  return FALSE;
}

/* The client reads summary and report; the rest is for the practice. */
static const char *
choose_language (PalWorkbench *workbench, PalPrintKind kind)
{
  const PalClient *client = pal_workbench_get_client (workbench);

  if (client == NULL || (kind != PAL_PRINT_SUMMARY && kind != PAL_PRINT_PROGRESS))
    return NULL;
  return client->language;
}

/* Every summary of a visit of today. */
static gboolean
add_day (
    PalPrintJob *self, PalWorkbench *workbench, Setup *setup, GSettings *settings, GError **error)
{
  PalStore *store = pal_workbench_get_store (workbench);
  g_autoptr (GPtrArray) rows = pal_store_list_clients (store, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalClientRow *row = rows->pdata[i];
      g_autoptr (PalClientFile) file = NULL;
      g_autoptr (PalLanguageScope) scope = NULL;
      PalDocument *document;

      if (row->last_visit_at == PAL_NO_TIME ||
          pal_time_get_local_date (row->last_visit_at) != setup->setup.today)
        continue;
      file = pal_store_get_client_file (store, row->id, error);
      if (file == NULL)
        return FALSE;
      setup->setup.language = file->client->language;
      scope = pal_language_enter (file->client->language);
      document = pal_summary_new (&setup->setup, file, NULL, PAL_SUMMARY_ALL_PARTS, error);
      if (document == NULL)
        return FALSE;
      add_document (self, document, file->client->language);
    }
  if (rows != NULL && self->documents->len == 0)
    g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                         _ ("There are no visits today: no summaries to print."));
  return self->documents->len > 0;
}

PalPrintJob *
pal_print_job_new (PalWorkbench *workbench, GSettings *settings, PalPrintKind kind, GError **error)
{
  g_autoptr (PalPrintJob) self = NULL;
  g_auto (Setup) setup = { 0 };
  const char *language;
  PalDocument *document = NULL;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  pal_workbench_flush (workbench);
  if (!check_needs (workbench, kind, error))
    return NULL;
  self = g_new0 (PalPrintJob, 1);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_document_free);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  setup_init (&setup, workbench, settings);
  if (kind == PAL_PRINT_DAY)
    return add_day (self, workbench, &setup, settings, error) ? g_steal_pointer (&self) : NULL;
  language = choose_language (workbench, kind);
  setup.setup.language = language;
  {
    g_autoptr (PalLanguageScope) scope = pal_language_enter (language);
    document = make_document (workbench, &setup.setup, settings, kind, error);
  }
  if (document == NULL)
    return NULL;
  add_document (self, document, language);
  return g_steal_pointer (&self);
}

guint
pal_print_job_count_pages (PalPrintJob *self)
{
  guint n = 0;

  for (guint i = 0; i < self->documents->len; i++)
    {
      g_autoptr (PalLanguageScope) scope = pal_language_enter (self->languages->pdata[i]);
      n += pal_document_get_n_pages (self->documents->pdata[i]);
    }
  return n;
}

void
pal_print_job_paint_page (PalPrintJob *self, cairo_t *cr, guint page)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      PalDocument *document = self->documents->pdata[i];
      guint n = pal_document_get_n_pages (document);

      if (page < n)
        {
          g_autoptr (PalLanguageScope) scope = pal_language_enter (self->languages->pdata[i]);
          pal_document_paint_page (document, cr, page);
          return;
        }
      page -= n;
    }
}

gboolean
pal_print_job_write (PalPrintJob *self, const char *path, GError **error)
{
  g_autoptr (PalLanguageScope) scope = pal_language_enter (self->languages->pdata[0]);

  return pal_document_write_pdf (self->documents->pdata[0], path, error);
}

char *
pal_print_dup_name (PalPrintJob *job, PalWorkbench *workbench, PalPrintKind kind)
{
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  const char *title = pal_document_get_title (job->documents->pdata[0]);
  PalDate day = visit != NULL && pal_print_kind_get_needs (kind) == PAL_PRINT_NEEDS_VISIT
                    ? pal_time_get_local_date (visit->at)
                    : pal_time_get_local_date (pal_time_now ());
  g_autofree char *date = pal_date_format (day);
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", date, title);

  return pal_files_clean_name (name);
}
