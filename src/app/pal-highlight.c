/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The object of pal-highlight.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-highlight.h"

struct _PalHighlight
{
  GObject parent_instance;

  char *region;
  PalSide side;
  char *visit;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalHighlight, pal_highlight, G_TYPE_OBJECT)

static void
pal_highlight_finalize (GObject *object)
{
  PalHighlight *self = PAL_HIGHLIGHT (object);
  g_free (self->region);
  g_free (self->visit);
  G_OBJECT_CLASS (pal_highlight_parent_class)->finalize (object);
}

static void
pal_highlight_class_init (PalHighlightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pal_highlight_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_highlight_init (PalHighlight *self)
{
}

PalHighlight *
pal_highlight_new (void)
{
  return g_object_new (PAL_TYPE_HIGHLIGHT, NULL);
}

void
pal_highlight_set (PalHighlight *self, const char *region, PalSide side, const char *visit)
{
  g_return_if_fail (PAL_IS_HIGHLIGHT (self));
  if (region == NULL)
    side = PAL_SIDE_MIDLINE;
  if (g_strcmp0 (self->region, region) == 0 && self->side == side &&
      g_strcmp0 (self->visit, visit) == 0)
    return;
  /* The strings may be our own. */
  g_autofree char *old_region = self->region;
  g_autofree char *old_visit = self->visit;
  self->region = g_strdup (region);
  self->side = side;
  self->visit = g_strdup (visit);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
pal_highlight_clear (PalHighlight *self)
{
  pal_highlight_set (self, NULL, PAL_SIDE_MIDLINE, NULL);
}

const char *
pal_highlight_get_region (PalHighlight *self)
{
  g_return_val_if_fail (PAL_IS_HIGHLIGHT (self), NULL);
  return self->region;
}

PalSide
pal_highlight_get_side (PalHighlight *self)
{
  g_return_val_if_fail (PAL_IS_HIGHLIGHT (self), PAL_SIDE_MIDLINE);
  return self->side;
}

const char *
pal_highlight_get_visit (PalHighlight *self)
{
  g_return_val_if_fail (PAL_IS_HIGHLIGHT (self), NULL);
  return self->visit;
}

gboolean
pal_highlight_is_region (PalHighlight *self, const char *region, PalSide side)
{
  g_return_val_if_fail (PAL_IS_HIGHLIGHT (self), FALSE);
  return self->region != NULL && self->side == side && g_strcmp0 (self->region, region) == 0;
}
