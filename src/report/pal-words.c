/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for what changed, and the building blocks of sentences. Lists are made of whole clauses
 * with a colon before the names, because names of places cannot be bent to a sentence in every
 * language. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-private.h"

/* More groups than this are counted, not named. */
#define MAX_NAMED_GROUPS 4

char *
pal_words_join (GPtrArray *parts)
{
  GString *list = g_string_new (NULL);
  g_autofree char *joined = NULL;

  if (parts->len == 0)
    return g_string_free (list, FALSE);
  for (guint i = 0; i + 1 < parts->len; i++)
    {
      if (i > 0)
        /* Translators: between the parts of a list, before the last two. */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, parts->pdata[i]);
    }
  if (parts->len == 1)
    {
      g_string_append (list, parts->pdata[0]);
      return g_string_free (list, FALSE);
    }
  joined = g_string_free (list, FALSE);
  /* Translators: the end of a list: %1$s is one part or several with commas, %2$s the last. */
  return g_strdup_printf (C_ ("list", "%1$s and %2$s"), joined,
                          (char *) parts->pdata[parts->len - 1]);
}

char *
pal_words_capitalise (const char *text)
{
  g_autofree char *first = NULL;
  char *rest;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  first = g_utf8_strup (text, rest - text);
  return g_strconcat (first, rest, NULL);
}

char *
pal_words_count_change (PalChangeWord word, guint n)
{
  switch (word)
    {
    case PAL_CHANGE_NEW:
      return g_strdup_printf (ngettext ("%u new", "%u new", n), n);
    case PAL_CHANGE_WORSE:
      return g_strdup_printf (ngettext ("%u worse", "%u worse", n), n);
    case PAL_CHANGE_SAME:
      return g_strdup_printf (ngettext ("%u same", "%u same", n), n);
    case PAL_CHANGE_BETTER:
      return g_strdup_printf (ngettext ("%u better", "%u better", n), n);
    case PAL_CHANGE_GONE:
      return g_strdup_printf (ngettext ("%u gone", "%u gone", n), n);
    case PAL_CHANGE_NONE:
    case PAL_CHANGE_NOT_COMPARED:
      break;
    }
  return NULL;
}

static char *
name_not_compared (char **groups, PalAtlas *atlas)
{
  guint n = groups != NULL ? g_strv_length (groups) : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (n == 0)
    return NULL;
  if (n > MAX_NAMED_GROUPS)
    return g_strdup_printf (ngettext ("%u part of the body not compared",
                                      "%u parts of the body not compared", n),
                            n);
  for (guint i = 0; i < n; i++)
    {
      const PalGroup *group = pal_atlas_find_group (atlas, groups[i]);
      if (group != NULL)
        g_ptr_array_add (names, (char *) pal_group_get_lay_name (group));
    }
  list = pal_words_join (names);
  /* Translators: %s is a list of parts of the body, as in "neck and shoulder". */
  return g_strdup_printf (_ ("%s not compared"), list);
}

char *
pal_words_counts (const PalComparison *comparison, PalAtlas *atlas)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *counts = NULL;
  g_autofree char *not_compared = name_not_compared (comparison->not_compared, atlas);

  for (int word = PAL_CHANGE_NEW; word <= PAL_CHANGE_GONE; word++)
    if (comparison->counts[word] > 0)
      g_ptr_array_add (parts, pal_words_count_change (word, comparison->counts[word]));
  g_ptr_array_add (parts, NULL);
  counts = g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
  if (not_compared == NULL)
    return *counts != '\0' ? g_steal_pointer (&counts) : g_strdup (_ ("no marks to compare"));
  if (*counts == '\0')
    return g_steal_pointer (&not_compared);
  return g_strdup_printf ("%s · %s", counts, not_compared);
}

char *
pal_words_next_visit (const PalVisit *visit)
{
  switch (visit->next_weeks)
    {
    case PAL_UNSET:
      return NULL;
    case 1:
      return g_strdup (_ ("in one week"));
    case 2:
      return g_strdup (_ ("in two weeks"));
    case 3:
      return g_strdup (_ ("in three weeks"));
    case 4:
      return g_strdup (_ ("in four weeks"));
    default:
      return g_strdup_printf (ngettext ("in %d week", "in %d weeks", visit->next_weeks),
                              visit->next_weeks);
    }
}
