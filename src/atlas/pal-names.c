/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one rule of pal-names.h. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Named after people: they keep their capital in every language. */
static const char *const eponyms[] = { "Achill" };

/* @rule: "as is: Fest, Deutlich besser" */
static gboolean
is_listed (const char *rule, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (rule, name); at != NULL; at = strstr (at + 1, name))
    if (at - rule >= 2 && at[-1] == ' ' && (at[-2] == ':' || at[-2] == ',') &&
        (at[length] == ',' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
keeps_capital (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  /* Translators: are names of regions, findings and techniques written small inside a sentence, as
   * in English "tight"? Translate to "small" if so, to "as is" if nouns keep their capital. After
   * "as is: " may follow those that are written small all the same, as adjectives are, with commas
   * between: "as is: Tight, Clear". */
  const char *rule = C_ ("letters inside a sentence", "small");

  if (first == 0)
    return TRUE;
  if (g_str_has_prefix (rule, "as is"))
    return !is_listed (rule, name);
  for (guint i = 0; i < G_N_ELEMENTS (eponyms); i++)
    {
      if (g_str_has_prefix (name, eponyms[i]))
        return TRUE;
    }
  /* "ITB mid", "PNF stretching" */
  return g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (name)));
}

char *
pal_name_dup_inside (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (keeps_capital (name))
    return g_strdup (name);

  g_autoptr (GString) inside = g_string_new (NULL);
  g_string_append_unichar (inside, g_unichar_tolower (g_utf8_get_char (name)));
  g_string_append (inside, g_utf8_next_char (name));
  return g_string_free (g_steal_pointer (&inside), FALSE);
}
