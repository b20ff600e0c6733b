/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The count of pal-unseen.h. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-unseen.h"

static gboolean
has_seen_group (const PalVisit *visit,
                PalAtlas *atlas,
                PalVocabulary *vocabulary,
                const PalGroup *group)
{
  if (pal_visit_has_examined_group (visit, group->id))
    return TRUE;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);

      if (region != NULL && pal_atlas_get_group (atlas, region->group) == group &&
          pal_mark_counts (mark, vocabulary))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_seen_part (const PalVisit *visit,
               PalAtlas *atlas,
               PalVocabulary *vocabulary,
               const PalPreset *part)
{
  for (guint i = 0; part->items[i] != NULL; i++)
    {
      const PalGroup *group = pal_atlas_find_group (atlas, part->items[i]);

      if (group != NULL && has_seen_group (visit, atlas, vocabulary, group))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_seen_anything (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      if (has_seen_group (visit, atlas, vocabulary, pal_atlas_get_group (atlas, i)))
        return TRUE;
    }
  return FALSE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const PalVisit *first = *(const PalVisit *const *) a, *second = *(const PalVisit *const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

guint
pal_unseen_count (GPtrArray *visits,
                  const PalVisit *now,
                  PalAtlas *atlas,
                  PalVocabulary *vocabulary,
                  const PalPreset *part)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  guint n = 0;

  g_return_val_if_fail (visits != NULL && now != NULL && part != NULL, 0);

  if (has_seen_part (now, atlas, vocabulary, part))
    return 0;
  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);

      if (visit->at < now->at && g_strcmp0 (visit->id, now->id) != 0)
        g_ptr_array_add (before, (gpointer) visit);
    }
  g_ptr_array_sort (before, compare_newest_first);
  for (guint i = 0; i < before->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (before, i);

      if (has_seen_part (visit, atlas, vocabulary, part))
        break;
      if (has_seen_anything (visit, atlas, vocabulary))
        n++;
    }
  return n;
}
