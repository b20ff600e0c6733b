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
