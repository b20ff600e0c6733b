/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing and saving of pal-print.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-print.h"

#include <glib/gi18n-lib.h>

#include "app/pal-files.h"
#include "report/pal-summary.h"

/* Where the locale's paper is Letter, so is ours. */
static PalPaper
choose_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? PAL_PAPER_LETTER
                                                                            : PAL_PAPER_A4;
}

static PalDocument *
make_summary (PalWorkbench *workbench, GError **error)
{
  pal_workbench_flush (workbench);
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  const PalClient *client = pal_workbench_get_client (workbench);
  PalStore *store = pal_workbench_get_store (workbench);
  if (visit == NULL || client == NULL)
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           _ ("Open a visit first: the page is about one visit."));
      return NULL;
    }
  g_autoptr (PalClientFile) file = pal_client_file_new ((PalClient *) client);
  GPtrArray *visits = pal_workbench_get_visits (workbench);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
  g_autofree char *name = pal_store_get_setting (store, "practice-name");
  g_autofree char *contact = pal_store_get_setting (store, "practice-contact");
  PalReportSetup setup = { .atlas = pal_workbench_get_atlas (workbench),
                           .vocabulary = pal_workbench_get_vocabulary (workbench),
                           .practice_name = name,
                           .practice_contact = contact,
                           .language = client->language,
                           .paper = choose_paper (),
                           .today = pal_time_get_local_date (pal_time_now ()) };
  return pal_summary_new (&setup, file, visit->id, PAL_SUMMARY_ALL_PARTS, error);
}

gboolean
pal_print_write_pdf (PalWorkbench *workbench, const char *path, GError **error)
{
  g_autoptr (PalDocument) summary = make_summary (workbench, error);
  return summary != NULL && pal_document_write_pdf (summary, path, error);
}

/* Printing ---------------------------------------------------------------------------------------
 */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  pal_document_paint_page (data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (choose_paper () == PAL_PAPER_A4 ? GTK_PAPER_NAME_A4
                                                                           : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

void
pal_print_run (GtkWindow *parent, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  g_autoptr (GError) error = NULL;
  g_autoptr (PalDocument) summary = make_summary (workbench, &error);
  if (summary == NULL)
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _ ("Your session"));
  gtk_print_operation_set_n_pages (operation, (int) pal_document_get_n_pages (summary));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), summary);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    pal_workbench_fail (workbench, error);
}

/* Saving -----------------------------------------------------------------------------------------
 */

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalWorkbench) workbench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pal_files_finish (result, &error);
  if (file == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        pal_workbench_fail (workbench, error);
      return;
    }
  g_autofree char *path = g_file_get_path (file);
  if (path == NULL || !pal_print_write_pdf (workbench, path, &error))
    {
      if (error != NULL)
        pal_workbench_fail (workbench, error);
      return;
    }
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("“%s” written"), name);
  g_signal_emit_by_name (workbench, "notice", message, FALSE);
}

void
pal_print_save_pdf (GtkWindow *parent, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  const PalVisit *visit = pal_workbench_get_visit (workbench);
  const PalClient *client = pal_workbench_get_client (workbench);
  if (visit == NULL || client == NULL)
    return;
  g_autofree char *person = pal_client_dup_name (client);
  g_autofree char *day = pal_date_format (pal_time_get_local_date (visit->at));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", person, day);
  pal_files_save_async (parent, _ ("Save Summary as PDF"), PAL_FILE_PDF, name, NULL, pdf_chosen_cb,
                        g_object_ref (workbench));
}
