/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpate: starts the application. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/pal-application.h"

/* Without its settings schema GLib would abort; say in one line what is missing instead. */
static gboolean
has_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema == NULL)
    return FALSE;
  g_settings_schema_unref (schema);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (PalApplication) application = NULL;
  const char *localedir = g_getenv ("PALPATE_LOCALEDIR");
  int status;

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib decides once, at the first word looked up, whether it translates at all, and in the locale
   * "C" it does: pages may be in another language than the window. */
  g_dgettext (GETTEXT_PACKAGE, "Palpate");
  setlocale (LC_ALL, "");
  g_set_application_name ("Palpate");

  if (!has_settings ())
    {
      g_printerr (_ ("palpate: its settings schema is not installed; "
                     "start it with ./run or install it\n"));
      return 1;
    }
  application = pal_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : pal_application_get_status (application);
}
