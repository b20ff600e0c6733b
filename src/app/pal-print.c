/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing and saving of pal-print.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-print.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "app/pal-files.h"

/* Printing ---------------------------------------------------------------------------------------
 */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  pal_print_job_paint_page (data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static GtkPageSetup *
create_page_setup (PalPrintJob *job)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  pal_document_get_size (job->documents->pdata[0], &width, &height);
  /* A4 is the narrower of the two. */
  size = gtk_paper_size_new (width < 600 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

GtkPrintOperation *
pal_print_operation_new (PalPrintJob *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (job);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, pal_document_get_title (job->documents->pdata[0]));
  gtk_print_operation_set_n_pages (operation, (int) pal_print_job_count_pages (job));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

void
pal_print_run (GtkWindow *parent, PalWorkbench *workbench, GSettings *settings, PalPrintKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPrintJob) job = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  job = pal_print_job_new (workbench, settings, kind, &error);
  if (job == NULL)
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  operation = pal_print_operation_new (job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    pal_workbench_fail (workbench, error);
}

/* Saving -----------------------------------------------------------------------------------------
 */

/* A file chooser is open meanwhile. */
typedef struct
{
  PalWorkbench *workbench;
  PalPrintJob *job;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->workbench);
  pal_print_job_free (self->job);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
write_job (PalWorkbench *workbench, PalPrintJob *job, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_basename (folder);
  g_autofree char *message = NULL;

  if (!pal_print_job_write (job, path, &error))
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  /* Translators: %1$s is the name of a file, %2$s of its folder. */
  message = g_strdup_printf (_ ("“%1$s” saved in “%2$s”"), name, shown);
  pal_workbench_notice (workbench, message);
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pal_files_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    write_job (saving->workbench, saving->job, path);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pal_workbench_fail (saving->workbench, error);
}

void
pal_print_save_pdf (GtkWindow *parent,
                    PalWorkbench *workbench,
                    GSettings *settings,
                    PalPrintKind kind)
{
  g_autoptr (GError) error = NULL;
  PalPrintJob *job;
  g_autofree char *name = NULL;
  Saving *saving;

  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  job = pal_print_job_new (workbench, settings, kind, &error);
  if (job == NULL)
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  name = pal_print_dup_name (job, workbench, kind);
  saving = g_new0 (Saving, 1);
  saving->workbench = g_object_ref (workbench);
  saving->job = job;
  pal_files_save_async (parent, _ ("Save as PDF"), PAL_FILE_PDF, name, NULL, pdf_chosen_cb, saving);
}

/* Documents/Palpate/Ana Kovač; forms belong to nobody. */
static char *
create_folder_path (PalWorkbench *workbench, PalPrintKind kind)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  const PalClient *client = pal_workbench_get_client (workbench);
  g_autofree char *person = NULL, *clean = NULL;

  if (documents == NULL)
    documents = g_get_home_dir ();
  if (client == NULL || pal_print_kind_get_needs (kind) == PAL_PRINT_NEEDS_NOTHING)
    return g_build_filename (documents, "Palpate", NULL);
  person = pal_client_dup_name (client);
  clean = pal_files_clean_name (person);
  return g_build_filename (documents, "Palpate", clean, NULL);
}

void
pal_print_save_to_folder (PalWorkbench *workbench, GSettings *settings, PalPrintKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPrintJob) job = NULL;
  g_autofree char *folder = NULL, *name = NULL, *path = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (workbench));

  job = pal_print_job_new (workbench, settings, kind, &error);
  if (job == NULL)
    {
      pal_workbench_fail (workbench, error);
      return;
    }
  folder = create_folder_path (workbench, kind);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (&error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                   /* Translators: %1$s is a folder, %2$s the reason. */
                   _ ("The folder %1$s could not be made: %2$s"), folder, g_strerror (errno));
      pal_workbench_fail (workbench, error);
      return;
    }
  name = pal_print_dup_name (job, workbench, kind);
  path = g_build_filename (folder, name, NULL);
  write_job (workbench, job, path);
}
