/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-words-plan.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-words-plan.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-private.h"

static char *
dup_terrain (char **ids, PalVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PalTerm *term = pal_vocabulary_find (vocabulary, PAL_TERMS_TERRAIN, ids[i]);

      g_ptr_array_add (names, term != NULL ? (gpointer) pal_term_get_name (term) : ids[i]);
    }
  return pal_words_join (names);
}

static gboolean
has_new (char **now, char **before)
{
  for (guint i = 0; now[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) before, now[i]))
        return TRUE;
    }
  return FALSE;
}

char *
pal_words_changed_since (const PalVisit *visit, const PalVisit *before, PalVocabulary *vocabulary)
{
  const PalState *now, *then;
  gboolean shoes, terrain;
  g_autofree char *ground = NULL;

  g_return_val_if_fail (visit != NULL, NULL);

  if (before == NULL)
    return NULL;
  now = &visit->state;
  then = &before->state;
  shoes =
      now->shoes != NULL && then->shoes != NULL && g_utf8_collate (now->shoes, then->shoes) != 0;
  terrain = now->terrain != NULL && then->terrain != NULL && has_new (now->terrain, then->terrain);
  if (terrain)
    ground = dup_terrain (then->terrain, vocabulary);
  if (shoes && terrain)
    /* Translators: 1: a model of shoes, 2: kinds of ground, both as at the visit before. */
    return g_strdup_printf (_ ("Changed: shoes were %1$s, ground was %2$s"), then->shoes, ground);
  if (shoes)
    /* Translators: %s is a model of shoes, as at the visit before. */
    return g_strdup_printf (_ ("Changed: shoes were %s"), then->shoes);
  if (terrain)
    /* Translators: %s are kinds of ground, as at the visit before. */
    return g_strdup_printf (_ ("Changed: ground was %s"), ground);
  return NULL;
}

char *
pal_words_hard_to_stretch (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (visit != NULL, NULL);

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      g_autofree char *label = NULL;

      if (region == NULL || region->self_stretch != 0 || !pal_mark_counts (mark, vocabulary))
        continue;
      label = pal_region_dup_label (region, mark->side);
      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, g_steal_pointer (&label));
    }
  return labels->len > 0 ? pal_words_join (labels) : NULL;
}
