/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and ids of sides, views and figures, and the room's error domain. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-types.h"
#include "atlas/pal-atlas.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
G_DEFINE_QUARK (pal-atlas-error-quark, pal_atlas_error)
/* clang-format on */

/* Indexed by the enumerations; the ids are in people's files and never change. */
static const char *const side_ids[PAL_SIDE_N] = { NULL, "left", "right" };
static const char *const view_ids[PAL_VIEW_N] = { "front", "back", "left", "right", "soles" };
static const char *const figure_ids[PAL_FIGURE_N] = { "neutral", "female", "male" };

static int
find_id (const char *const *ids, int n, const char *id)
{
  for (int i = 0; id != NULL && i < n; i++)
    {
      if (g_strcmp0 (ids[i], id) == 0)
        return i;
    }

  return -1;
}

const char *
pal_side_to_id (PalSide side)
{
  g_return_val_if_fail ((int) side >= 0 && side < PAL_SIDE_N, NULL);

  return side_ids[side];
}

gboolean
pal_side_from_id (const char *id, PalSide *side)
{
  g_return_val_if_fail (side != NULL, FALSE);

  if (id == NULL)
    {
      *side = PAL_SIDE_MIDLINE;
      return TRUE;
    }

  int found = find_id (side_ids, PAL_SIDE_N, id);
  if (found < 0)
    return FALSE;

  *side = (PalSide) found;
  return TRUE;
}

PalSide
pal_side_mirror (PalSide side)
{
  switch (side)
    {
    case PAL_SIDE_LEFT:
      return PAL_SIDE_RIGHT;
    case PAL_SIDE_RIGHT:
      return PAL_SIDE_LEFT;
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }

  return side;
}

const char *
pal_side_get_name (PalSide side)
{
  switch (side)
    {
    case PAL_SIDE_MIDLINE:
      return C_ ("side", "Midline");
    case PAL_SIDE_LEFT:
      return C_ ("side", "Left");
    case PAL_SIDE_RIGHT:
      return C_ ("side", "Right");
    case PAL_SIDE_N:
      break;
    }

  g_return_val_if_reached ("");
}

const char *
pal_view_to_id (PalView view)
{
  g_return_val_if_fail ((int) view >= 0 && view < PAL_VIEW_N, NULL);

  return view_ids[view];
}

gboolean
pal_view_from_id (const char *id, PalView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  int found = find_id (view_ids, PAL_VIEW_N, id);
  if (found < 0)
    return FALSE;

  *view = (PalView) found;
  return TRUE;
}

const char *
pal_view_get_name (PalView view)
{
  switch (view)
    {
    case PAL_VIEW_FRONT:
      return C_ ("view", "Front");
    case PAL_VIEW_BACK:
      return C_ ("view", "Back");
    case PAL_VIEW_LEFT:
      return C_ ("view", "Left");
    case PAL_VIEW_RIGHT:
      return C_ ("view", "Right");
    case PAL_VIEW_SOLES:
      return C_ ("view", "Soles");
    case PAL_VIEW_N:
      break;
    }

  g_return_val_if_reached ("");
}

const char *
pal_figure_to_id (PalFigure figure)
{
  g_return_val_if_fail ((int) figure >= 0 && figure < PAL_FIGURE_N, NULL);

  return figure_ids[figure];
}

gboolean
pal_figure_from_id (const char *id, PalFigure *figure)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  int found = find_id (figure_ids, PAL_FIGURE_N, id);
  if (found < 0)
    return FALSE;

  *figure = (PalFigure) found;
  return TRUE;
}

const char *
pal_figure_get_name (PalFigure figure)
{
  switch (figure)
    {
    case PAL_FIGURE_NEUTRAL:
      return C_ ("figure", "Neutral");
    case PAL_FIGURE_FEMALE:
      return C_ ("figure", "Female");
    case PAL_FIGURE_MALE:
      return C_ ("figure", "Male");
    case PAL_FIGURE_N:
      break;
    }

  g_return_val_if_reached ("");
}
