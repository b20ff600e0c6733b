/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lens of pal-scope-lens.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-scope-lens.h"

#include "draw/pal-body-map-span.h"
#include "insight/pal-insight.h"

struct _PalScopeLens
{
  PalHeatScope scope;
  PalAtlas *atlas;
  PalInsights *insights;
  PalMatrix *matrix;
};

PalScopeLens *
pal_scope_lens_new (PalWorkbench *workbench, PalHeatScope scope)
{
  const PalClient *client = pal_workbench_get_client (workbench);
  if (client == NULL || scope == PAL_HEAT_ALL)
    return NULL;

  GPtrArray *visits = pal_workbench_get_visits (workbench);
  g_autoptr (PalClientFile) file = pal_client_file_new ((PalClient *) client);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (file->visits, pal_visit_ref (g_ptr_array_index (visits, i)));
  return pal_scope_lens_new_for_file (file, pal_workbench_get_atlas (workbench),
                                      pal_workbench_get_vocabulary (workbench), scope);
}

PalScopeLens *
pal_scope_lens_new_for_file (const PalClientFile *file,
                             PalAtlas *atlas,
                             PalVocabulary *vocabulary,
                             PalHeatScope scope)
{
  if (scope == PAL_HEAT_ALL)
    return NULL;

  PalScopeLens *self = g_new0 (PalScopeLens, 1);
  self->scope = scope;
  self->atlas = pal_atlas_ref (atlas);
  self->insights = pal_insights_new (file, PAL_NO_DATE, atlas, vocabulary, NULL);
  self->matrix = pal_matrix_new (file->visits, PAL_NO_DATE, atlas, vocabulary);
  return self;
}

void
pal_scope_lens_free (PalScopeLens *self)
{
  if (self == NULL)
    return;
  pal_insights_free (self->insights);
  pal_matrix_free (self->matrix);
  pal_atlas_unref (self->atlas);
  g_free (self);
}

void
pal_scope_lens_apply (const PalScopeLens *self, PalBodyMap *map, const PalVisit *visit)
{
  if (self == NULL)
    return;
  GPtrArray *visits = pal_matrix_get_visits (self->matrix);
  for (guint i = 0; i < visits->len; i++)
    if (g_str_equal (((const PalVisit *) g_ptr_array_index (visits, i))->id, visit->id))
      {
        const PalHeatQuery query = { .first = i, .last = i, .scope = self->scope };
        g_autoptr (PalHeat) heat = pal_heat_measure (self->matrix, &query, self->insights->regions);
        pal_body_map_keep (map, self->atlas, heat, NULL);
        return;
      }
}
