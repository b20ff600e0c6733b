/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of pal-objective.h and how they stand beside a note. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-objective.h"

#include <string.h>

#include "record/pal-shorthand.h"

char *
pal_objective_dup_findings (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (visit != NULL, NULL);

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);

      if (mark->source == PAL_SOURCE_CLIENT || mark->carried)
        continue;
      g_autofree char *line = pal_mark_dup_line (mark, atlas, vocabulary);
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* A line of a note as it is compared: without the spaces around it and the CR of other systems. */
static GHashTable *
collect_lines (const char *text)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) each = g_strsplit (text, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    g_hash_table_add (lines, g_strdup (g_strstrip (each[i])));
  return lines;
}

char *
pal_objective_dup_unsaid (const char *findings, const char *typed)
{
  g_return_val_if_fail (findings != NULL, NULL);

  g_autoptr (GHashTable) said = collect_lines (typed != NULL ? typed : "");
  g_auto (GStrv) lines = g_strsplit (findings, "\n", -1);
  g_autoptr (GString) unsaid = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || g_hash_table_contains (said, lines[i]))
        continue;
      if (unsaid->len > 0)
        g_string_append_c (unsaid, '\n');
      g_string_append (unsaid, lines[i]);
    }
  return g_string_free (g_steal_pointer (&unsaid), FALSE);
}

char *
pal_objective_merge (const char *findings, const char *typed)
{
  g_autofree char *unsaid = pal_objective_dup_unsaid (findings, typed);

  g_return_val_if_fail (unsaid != NULL, NULL);

  if (typed == NULL || strspn (typed, " \t\r\n") == strlen (typed))
    return g_steal_pointer (&unsaid);
  return *unsaid != '\0' ? g_strconcat (unsaid, "\n\n", typed, NULL) : g_strdup (typed);
}
