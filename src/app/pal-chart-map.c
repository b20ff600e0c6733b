/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The map of pal-chart-map.h. Made anew at every key of the quick entry: some ten marks. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-chart-map.h"

#include "app/pal-scope-lens.h"

static PalVisit *
copy_with_preview (PalAtlas *atlas, const PalVisit *visit, GPtrArray *preview)
{
  PalVisit *copy = pal_visit_copy (visit);
  for (guint i = 0; i < preview->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (preview, i);
      if (mark->before == 0)
        continue;
      /* As pale as what is carried over: it is not there yet. */
      PalMark *pale = pal_mark_copy (mark);
      pale->carried = TRUE;
      pal_visit_put_mark (copy, atlas, pale);
    }
  return copy;
}

/* For those who hear the map: pale for another reason than what is carried over. */
static void
tell_preview (PalAtlas *atlas, PalBodyMap *map, GPtrArray *preview)
{
  for (guint i = 0; i < preview->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (preview, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      if (mark->before != 0 && region != NULL)
        pal_body_map_edit (map, region, mark->side)->typed = TRUE;
    }
}

PalBodyMap *
pal_chart_map_new (PalWorkbench *workbench,
                   const PalVisit *visit,
                   GPtrArray *preview,
                   PalHeatScope scope,
                   const PalVisit *ghost)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (visit != NULL, NULL);

  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (workbench);
  gboolean is_typing = preview != NULL && preview->len > 0;
  g_autoptr (PalVisit) shown = is_typing ? copy_with_preview (atlas, visit, preview) : NULL;
  PalBodyMap *map = pal_body_map_new_for_visit (atlas, vocabulary, shown != NULL ? shown : visit);
  if (is_typing)
    tell_preview (atlas, map, preview);
  g_autoptr (PalScopeLens) lens = pal_scope_lens_new (workbench, scope);
  pal_scope_lens_apply (lens, map, visit);
  pal_body_map_set_ghost (map, vocabulary, ghost);
  return map;
}
