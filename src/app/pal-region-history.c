/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence of pal-region-history.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-region-history.h"

#include "insight/pal-insight.h"
#include "report/pal-words-insight.h"

char *
pal_region_history_dup_words (PalWorkbench *workbench, const PalRegion *region, PalSide side)
{
  const PalClient *client = pal_workbench_get_client (workbench);
  const PalVisit *open = pal_workbench_get_visit (workbench);
  GPtrArray *visits = pal_workbench_get_visits (workbench);

  g_return_val_if_fail (region != NULL, NULL);
  if (client == NULL || open == NULL)
    return NULL;

  g_autoptr (PalClientFile) file = pal_client_file_new ((PalClient *) client);
  for (guint i = 0; i < visits->len; i++)
    {
      PalVisit *visit = g_ptr_array_index (visits, i);
      if (visit->at < open->at)
        g_ptr_array_add (file->visits, pal_visit_ref (visit));
    }
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, pal_workbench_get_atlas (workbench),
                        pal_workbench_get_vocabulary (workbench), NULL);
  const PalRegionRow *row = pal_insights_find_region (insights, region->id, side, NULL);
  return row != NULL ? pal_words_row_sentence (row) : NULL;
}
