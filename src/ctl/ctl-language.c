/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing a language. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include "ctl/ctl-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static void
bind_words (void)
{
  const char *folder = g_getenv ("PALPATE_LOCALEDIR");

  /* Binding anew also makes gettext forget what it looked up in another language. */
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

void
ctl_init_language (void)
{
  bind_words ();
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
  const char *locale;

  if (language == NULL || *language == '\0')
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  /* LANGUAGE is not looked at in the locale "C"; C.UTF-8 is on every machine and will do. */
  locale = setlocale (LC_MESSAGES, NULL);
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  bind_words ();
}
