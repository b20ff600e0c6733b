/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be seen of a region, in words: for screen readers, on the stage and in SVG files. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "draw/pal-body-map.h"

static void
add_kinds (PalVocabulary *vocabulary, guint32 kinds, GStrvBuilder *words)
{
  guint n = MIN (32, pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND));

  for (guint i = 0; i < n; i++)
    if ((kinds & (1u << i)) != 0)
      g_strv_builder_add (words,
                          pal_term_get_name (pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i)));
}

static void
take_word (GStrvBuilder *words, char *word)
{
  g_strv_builder_add (words, word);
  g_free (word);
}

static void
add_visit_words (PalVocabulary *vocabulary, const PalRegionLook *look, GStrvBuilder *words)
{
  int severity = (int) lround (look->severity);

  if (severity > 0)
    g_strv_builder_add (words, pal_severity_get_name (severity));
  add_kinds (vocabulary, look->kinds, words);
  if (severity == 0 && look->kinds == 0)
    g_strv_builder_add (words, look->unknown ? _ ("Not examined") : pal_severity_get_name (0));
  if (look->after != PAL_UNSET)
    /* Translators: %s is a severity such as “Mild” */
    take_word (words,
               g_strdup_printf (_ ("after treatment: %s"), pal_severity_get_name (look->after)));
  if (look->typed)
    g_strv_builder_add (words, _ ("typed, not yet marked"));
  else if (look->carried)
    g_strv_builder_add (words, _ ("carried over, not confirmed"));
  if (look->client_says)
    g_strv_builder_add (words, _ ("reported by the client"));
  if (look->ghost > 0)
    /* Translators: of the visit that shines through; %s is a severity such as “Mild” */
    take_word (words, g_strdup_printf (_ ("at the earlier visit: %s"),
                                       pal_severity_get_name (look->ghost)));
}

static void
add_change_words (const PalRegionLook *look, GStrvBuilder *words)
{
  if (look->unknown)
    g_strv_builder_add (words, _ ("Not examined"));
  else if (look->change == PAL_CHANGE_NONE)
    g_strv_builder_add (words, pal_severity_get_name (0));
  else
    g_strv_builder_add (words, pal_change_word_get_name (look->change));
}

static void
add_heat_words (const PalRegionLook *look, GStrvBuilder *words)
{
  int n_marked = (int) lround (MAX (0, look->frequency) * look->n_examined);

  if (look->n_examined <= 0 || look->frequency < 0)
    g_strv_builder_add (words, _ ("Not examined"));
  else
    take_word (words, g_strdup_printf (ngettext ("Marked at %1$d of %2$d examination",
                                                 "Marked at %1$d of %2$d examinations",
                                                 (gulong) look->n_examined),
                                       n_marked, look->n_examined));
}

char *
pal_region_look_dup_words (const PalRegionLook *look, PalMapMode mode, PalVocabulary *vocabulary)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_return_val_if_fail (look != NULL && vocabulary != NULL, NULL);

  switch (mode)
    {
    case PAL_MAP_BLANK:
      break;
    case PAL_MAP_VISIT:
      add_visit_words (vocabulary, look, words);
      break;
    case PAL_MAP_CHANGE:
      add_change_words (look, words);
      break;
    case PAL_MAP_HEAT:
      add_heat_words (look, words);
      break;
    }
  g_auto (GStrv) parts = g_strv_builder_end (words);
  /* Translators: stands between the parts of a description: “Severe, Tight, after treatment: Mild”
   */
  return g_strjoinv (C_ ("between parts of a description", ", "), parts);
}
