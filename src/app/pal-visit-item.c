/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The item of pal-visit-item.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-item.h"

struct _PalVisitItem
{
  GObject parent_instance;

  PalVisit *visit;
  guint ends;
};

enum
{
  PROP_ENDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalVisitItem, pal_visit_item, G_TYPE_OBJECT)

static void
pal_visit_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENDS)
    g_value_set_uint (value, PAL_VISIT_ITEM (object)->ends);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pal_visit_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENDS)
    pal_visit_item_set_ends (PAL_VISIT_ITEM (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pal_visit_item_finalize (GObject *object)
{
  pal_visit_unref (PAL_VISIT_ITEM (object)->visit);
  G_OBJECT_CLASS (pal_visit_item_parent_class)->finalize (object);
}

static void
pal_visit_item_class_init (PalVisitItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = pal_visit_item_get_property;
  object_class->set_property = pal_visit_item_set_property;
  object_class->finalize = pal_visit_item_finalize;
  properties[PROP_ENDS] =
      g_param_spec_uint ("ends", NULL, NULL, 0, 7, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pal_visit_item_init (PalVisitItem *self)
{
}

PalVisitItem *
pal_visit_item_new (const PalVisit *visit)
{
  PalVisitItem *self = g_object_new (PAL_TYPE_VISIT_ITEM, NULL);
  self->visit = pal_visit_ref ((PalVisit *) visit);
  return self;
}

const PalVisit *
pal_visit_item_get_visit (PalVisitItem *self)
{
  g_return_val_if_fail (PAL_IS_VISIT_ITEM (self), NULL);
  return self->visit;
}

guint
pal_visit_item_get_ends (PalVisitItem *self)
{
  g_return_val_if_fail (PAL_IS_VISIT_ITEM (self), 0);
  return self->ends;
}

void
pal_visit_item_set_ends (PalVisitItem *self, guint ends)
{
  g_return_if_fail (PAL_IS_VISIT_ITEM (self));
  if (self->ends == ends)
    return;
  self->ends = ends;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENDS]);
}
