/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of pal-passing-file.h. The receiver reads them when it likes (a mail is sent minutes
 * after a page was dropped on it), so that they stay until the program ends. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-passing-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* NULL before the first. */
static char *folder;

static gboolean
make_folder (GError **error)
{
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *made = NULL;

  if (folder != NULL)
    return TRUE;
  if (runtime == NULL || *runtime == '\0')
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                           _ ("The desktop has no private folder to hand the page over in. Save it "
                              "as a file instead."));
      return FALSE;
    }
  made = g_build_filename (runtime, "palpate-XXXXXX", NULL);
  if (g_mkdtemp (made) == NULL)
    {
      g_set_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                   /* Translators: %1$s is a folder, %2$s the reason. */
                   _ ("The folder %1$s could not be made: %2$s"), made, g_strerror (errno));
      return FALSE;
    }
  folder = g_steal_pointer (&made);
  return TRUE;
}

GFile *
pal_passing_file_new (PalPrintJob *job, const char *name, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (job != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!make_folder (error))
    return NULL;
  path = g_build_filename (folder, name, NULL);
  return pal_print_job_write (job, path, error) ? g_file_new_for_path (path) : NULL;
}

void
pal_passing_files_clear (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        g_warning ("A page handed over could not be removed: %s", g_strerror (errno));
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}
