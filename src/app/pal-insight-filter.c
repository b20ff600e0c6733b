/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter of pal-insight-filter.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-insight-filter.h"

struct _PalInsightFilter
{
  GObject parent_instance;

  PalHeatScope scope;
  const PalTerm *kind;
  const PalGroup *group;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalInsightFilter, pal_insight_filter, G_TYPE_OBJECT)

static gboolean
is_complaint (const PalInsights *insights, const PalRegion *region, PalSide side)
{
  for (guint i = 0; i < insights->visits->len; i++)
    if (pal_sided_regions_has (pal_insights_get_visit (insights, i)->complaint_regions, region->id,
                               side))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_scope (PalHeatScope scope, const PalInsights *insights, const PalRegion *region, PalSide side)
{
  const PalRegionRow *row = NULL;
  switch (scope)
    {
    case PAL_HEAT_BASELINE:
      row = pal_insights_find_region (insights, region->id, side, NULL);
      return row != NULL &&
             (row->baseline == PAL_BASELINE_SUGGESTED || row->baseline == PAL_BASELINE_CONFIRMED);
    case PAL_HEAT_COMPLAINT:
      return is_complaint (insights, region, side);
    case PAL_HEAT_ALL:
    case PAL_HEAT_N_SCOPES:
      break;
    }
  return TRUE;
}

static void
pal_insight_filter_class_init (PalInsightFilterClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_insight_filter_init (PalInsightFilter *self)
{
  self->scope = PAL_HEAT_ALL;
}

PalInsightFilter *
pal_insight_filter_new (void)
{
  return g_object_new (PAL_TYPE_INSIGHT_FILTER, NULL);
}

void
pal_insight_filter_set (PalInsightFilter *self,
                        PalHeatScope scope,
                        const PalTerm *kind,
                        const PalGroup *group)
{
  g_return_if_fail (PAL_IS_INSIGHT_FILTER (self));
  if (self->scope == scope && self->kind == kind && self->group == group)
    return;
  self->scope = scope;
  self->kind = kind;
  self->group = group;
  g_signal_emit (self, signals[CHANGED], 0);
}

PalHeatScope
pal_insight_filter_get_scope (PalInsightFilter *self)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), PAL_HEAT_ALL);
  return self->scope;
}

const PalTerm *
pal_insight_filter_get_kind (PalInsightFilter *self)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), NULL);
  return self->kind;
}

const PalGroup *
pal_insight_filter_get_group (PalInsightFilter *self)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), NULL);
  return self->group;
}

gboolean
pal_insight_filter_takes (PalInsightFilter *self, const PalRegion *region)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), TRUE);
  return self->group == NULL || self->group->index == region->group;
}

gboolean
pal_insight_filter_is_open (PalInsightFilter *self)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), TRUE);
  return self->scope == PAL_HEAT_ALL && self->kind == NULL && self->group == NULL;
}

gboolean
pal_insight_filter_shows (PalInsightFilter *self,
                          const PalInsights *insights,
                          const PalRegion *region,
                          PalSide side)
{
  g_return_val_if_fail (PAL_IS_INSIGHT_FILTER (self), TRUE);
  return pal_insight_filter_takes (self, region) &&
         (self->kind == NULL ||
          pal_insights_find_region (insights, region->id, side, self->kind->id) != NULL) &&
         is_in_scope (self->scope, insights, region, side);
}
