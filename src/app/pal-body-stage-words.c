/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the body stage tells its regions to people who do not see them: names and descriptions. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-labels.h"

char *
pal_body_stage_dup_name (const PalShape *shape, PalView view, gboolean is_best)
{
  g_autofree char *label = pal_region_dup_label (shape->region, shape->side);

  if (is_best)
    return g_steal_pointer (&label);
  switch (view)
    {
    case PAL_VIEW_FRONT:
      /* Translators: %s is a region of the body, such as “Left ITB, middle third” */
      return g_strdup_printf (_ ("%s, seen from the front"), label);
    case PAL_VIEW_BACK:
      /* Translators: %s is a region of the body, such as “Left ITB, middle third” */
      return g_strdup_printf (_ ("%s, seen from behind"), label);
    case PAL_VIEW_LEFT:
      /* Translators: the client's own left; %s is a region of the body, such as “Forehead” */
      return g_strdup_printf (_ ("%s, seen from the left"), label);
    case PAL_VIEW_RIGHT:
      /* Translators: the client's own right; %s is a region of the body, such as “Forehead” */
      return g_strdup_printf (_ ("%s, seen from the right"), label);
    case PAL_VIEW_SOLES:
      /* Translators: %s is a region of the body, such as “Left heel” */
      return g_strdup_printf (_ ("%s, seen from below"), label);
    case PAL_VIEW_N:
      break;
    }
  g_return_val_if_reached (g_steal_pointer (&label));
}

char *
pal_body_stage_dup_description (PalBodyStage *self, const PalShape *shape)
{
  return pal_region_look_dup_words (pal_body_map_get (self->map, shape->region, shape->side),
                                    pal_body_map_get_mode (self->map), self->vocabulary);
}

gboolean
pal_body_stage_is_marked (PalBodyStage *self, const PalShape *shape)
{
  return pal_region_look_is_marked (pal_body_map_get (self->map, shape->region, shape->side),
                                    pal_body_map_get_mode (self->map));
}
