/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing a language. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "report/pal-language.h"

void
ctl_init_language (void)
{
  const char *folder = g_getenv ("PALPATE_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib decides once, at the first word looked up, whether it translates at all: not when there
   * are no translations for the user's locale. A page in the client's language needs it to, and in
   * the locale "C", where the program begins, it does. */
  g_dgettext (GETTEXT_PACKAGE, "palpatectl");
  setlocale (LC_ALL, "");
}

gboolean
ctl_is_language (const char *language)
{
  /* It becomes part of a path, so no slashes. */
  return g_ascii_isalpha (*language) &&
         language[strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_@.-")] == '\0';
}

void
ctl_set_language (const char *language)
{
  /* Never left: the program ends with the page. */
  static PalLanguageScope *spoken;

  if (spoken == NULL)
    spoken = pal_language_enter (language);
}
