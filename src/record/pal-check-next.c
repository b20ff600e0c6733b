/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client is to be looked at for next time: asked for, done, taken back. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-client.h"
#include "record/pal-visit.h"

static guint
find_place (const PalClient *self, const char *region, PalSide side)
{
  for (guint i = 0; i < self->check_next->len; i++)
    {
      const PalCheckNext *check = g_ptr_array_index (self->check_next, i);
      if (check->side == side && g_str_equal (check->region, region))
        return i;
    }
  return G_MAXUINT;
}

PalCheckNext *
pal_client_find_check (const PalClient *self, const char *region, PalSide side)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  const guint place = find_place (self, region, side);
  return place == G_MAXUINT ? NULL : g_ptr_array_index (self->check_next, place);
}

void
pal_client_add_check (PalClient *self, const char *region, PalSide side, PalDate since)
{
  PalCheckNext *check = pal_client_find_check (self, region, side);

  if (check == NULL)
    {
      check = g_new0 (PalCheckNext, 1);
      check->region = g_strdup (region);
      check->side = side;
      g_ptr_array_add (self->check_next, check);
    }
  check->since = since;
}

gboolean
pal_client_remove_check (PalClient *self, const char *region, PalSide side)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);

  const guint place = find_place (self, region, side);
  if (place == G_MAXUINT)
    return FALSE;
  g_ptr_array_remove_index (self->check_next, place);
  return TRUE;
}

gboolean
pal_check_next_is_open (const PalCheckNext *self,
                        GPtrArray *visits,
                        PalAtlas *atlas,
                        PalVocabulary *vocabulary)
{
  const PalRegion *region = pal_atlas_find_region (atlas, self->region);

  for (guint i = 0; region != NULL && i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      if (self->since != PAL_NO_DATE && pal_time_get_date (visit->at) < self->since)
        continue;
      if (pal_visit_is_known (visit, atlas, vocabulary, region, self->side))
        return FALSE;
    }
  return TRUE;
}

gboolean
pal_visit_has_checked (const PalVisit *self,
                       PalAtlas *atlas,
                       PalVocabulary *vocabulary,
                       const char *id)
{
  const PalRegion *region;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  region = pal_atlas_find_region (atlas, id);
  if (region == NULL)
    return pal_visit_has_examined_group (self, id);
  if (!region->paired)
    return pal_visit_is_known (self, atlas, vocabulary, region, PAL_SIDE_MIDLINE);
  return pal_visit_is_known (self, atlas, vocabulary, region, PAL_SIDE_LEFT) &&
         pal_visit_is_known (self, atlas, vocabulary, region, PAL_SIDE_RIGHT);
}

void
pal_visit_set_check_next (PalVisit *self, const char *id, gboolean wanted)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = 0;

  g_return_if_fail (self != NULL && id != NULL);

  for (guint i = 0; self->check_next != NULL && self->check_next[i] != NULL; i++)
    if (!g_str_equal (self->check_next[i], id))
      {
        g_strv_builder_add (ids, self->check_next[i]);
        n++;
      }
    else if (wanted)
      return;
  if (wanted)
    g_strv_builder_add (ids, id);
  g_strfreev (self->check_next);
  self->check_next = n > 0 || wanted ? g_strv_builder_end (ids) : NULL;
}
