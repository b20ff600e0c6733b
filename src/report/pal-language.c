/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speaking another language for a while. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

struct _PalLanguageScope
{
  char *language; /* nullable: none was set */
  char *locale;   /* nullable: it was not changed */
};

/* gettext keeps what it looked up until a catalogue is bound to another folder. */
static void
forget_words (void)
{
  g_autofree char *folder = g_strdup (bindtextdomain (GETTEXT_PACKAGE, NULL));

  bindtextdomain (GETTEXT_PACKAGE, "/");
  bindtextdomain (GETTEXT_PACKAGE, folder);
}

PalLanguageScope *
pal_language_enter (const char *language)
{
  PalLanguageScope *self;
  const char *locale;

  if (language == NULL || *language == '\0')
    return NULL;
  self = g_new0 (PalLanguageScope, 1);
  self->language = g_strdup (g_getenv ("LANGUAGE"));
  g_setenv ("LANGUAGE", language, TRUE);
  /* LANGUAGE is not looked at in the locale "C"; C.UTF-8 is on every machine and will do. */
  locale = setlocale (LC_MESSAGES, NULL);
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    {
      self->locale = g_strdup (locale != NULL ? locale : "C");
      setlocale (LC_MESSAGES, "C.UTF-8");
    }
  forget_words ();
  return self;
}

void
pal_language_leave (PalLanguageScope *self)
{
  if (self == NULL)
    return;
  if (self->language != NULL)
    g_setenv ("LANGUAGE", self->language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  if (self->locale != NULL)
    setlocale (LC_MESSAGES, self->locale);
  forget_words ();
  g_free (self->language);
  g_free (self->locale);
  g_free (self);
}
