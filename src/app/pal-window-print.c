/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The win. actions that put the client's page on paper. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-files.h"
#include "app/pal-window-private.h"
#include "report/pal-summary.h"

/* The paper the locale uses: Letter in North America, A4 elsewhere. */
static PalPaper
choose_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? PAL_PAPER_LETTER
                                                                            : PAL_PAPER_A4;
}

static PalSummary *
build_summary (PalWorkbench *workbench, GError **error)
{
  PalStore *store = pal_workbench_get_store (workbench);
  const PalClient *client = pal_workbench_get_client (workbench);
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  g_autofree char *name = pal_store_get_setting (store, "practice-name");
  g_autofree char *contact = pal_store_get_setting (store, "practice-contact");
  g_autoptr (PalClientFile) file = pal_client_file_new ((PalClient *) client);
  GPtrArray *visits = pal_workbench_get_visits (workbench);

  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
  return pal_summary_new (file, visit != NULL ? visit->id : NULL,
                          pal_workbench_get_atlas (workbench),
                          pal_workbench_get_vocabulary (workbench), name, contact, choose_paper (),
                          pal_time_get_local_date (pal_time_now ()), error);
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalWindow *self = PAL_WINDOW (source);
  g_autoptr (PalSummary) summary = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pal_files_finish (result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && pal_summary_write_pdf (summary, path, &error))
    pal_window_tell_written (self, file);
  else if (error != NULL)
    pal_window_tell_failure (self, error);
}

static void
activate_save_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PalWindow *self = PAL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  PalSummary *summary;

  pal_workbench_flush (self->workbench);
  summary = build_summary (self->workbench, &error);
  if (summary == NULL)
    {
      pal_window_tell_failure (self, error);
      return;
    }
  person = pal_client_dup_name (pal_workbench_get_client (self->workbench));
  day = pal_date_format (pal_time_get_local_date (pal_workbench_get_visit (self->workbench)->at));
  name = g_strdup_printf ("%s %s.pdf", person, day);
  pal_files_save_async (GTK_WINDOW (self), _ ("Save the Summary as PDF"), PAL_FILE_PDF, name, NULL,
                        pdf_chosen_cb, summary);
}

void
pal_window_class_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-pdf", NULL, activate_save_pdf);
}
