/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits: what their marks say, and changing marks and examined groups of a copy. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-visit.h"

/* Reading ------------------------------------------------------------------------------------- */

static gboolean
is_place_of (const PalMark *mark, const char *region, PalSide side)
{
  return mark->side == side && g_strcmp0 (mark->region, region) == 0;
}

static gboolean
find_mark_index (const PalVisit *self,
                 const char *region,
                 PalSide side,
                 const char *kind,
                 PalSource source,
                 guint *index)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PalMark *mark = self->marks->pdata[i];

      if (mark->source == source && is_place_of (mark, region, side) &&
          g_strcmp0 (mark->kind, kind) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

PalMark *
pal_visit_find_mark (const PalVisit *self, const char *region, PalSide side, const char *kind)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  if (!find_mark_index (self, region, side, kind, PAL_SOURCE_THERAPIST, &index))
    return NULL;
  return self->marks->pdata[index];
}

int
pal_visit_get_severity (const PalVisit *self,
                        PalVocabulary *vocabulary,
                        const char *region,
                        PalSide side,
                        const char *kind)
{
  int severity = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PalMark *mark = self->marks->pdata[i];

      if (mark->before > severity && is_place_of (mark, region, side) &&
          (kind == NULL || g_strcmp0 (mark->kind, kind) == 0) && pal_mark_counts (mark, vocabulary))
        severity = mark->before;
    }
  return severity;
}

gboolean
pal_visit_has_examined_group (const PalVisit *self, const char *group)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->examined == NULL || g_strv_contains ((const char *const *) self->examined, group);
}

gboolean
pal_visit_is_known (const PalVisit *self,
                    PalAtlas *atlas,
                    PalVocabulary *vocabulary,
                    const PalRegion *region,
                    PalSide side)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);

  if (pal_visit_has_examined_group (self, pal_atlas_get_group (atlas, region->group)->id))
    return TRUE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PalMark *mark = self->marks->pdata[i];

      if (is_place_of (mark, region->id, side) && pal_mark_counts (mark, vocabulary))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_any (char **list)
{
  return list != NULL && list[0] != NULL;
}

static gboolean
is_state_empty (const PalState *state)
{
  return state->sleep_hours == PAL_UNSET && state->sleep_quality == PAL_UNSET &&
         state->stress == PAL_UNSET && state->rest_days == PAL_UNSET &&
         state->recovery_sessions == PAL_UNSET && state->days_since_hard == PAL_UNSET &&
         state->pain_at_rest == PAL_UNSET && state->pain_in_training == PAL_UNSET &&
         !has_text (state->nutrition) && !has_text (state->breathing) &&
         !has_any (state->symptoms) && !has_any (state->terrain) && !has_text (state->shoes) &&
         state->next_race == PAL_NO_DATE;
}

static gboolean
has_notes (const PalVisit *self)
{
  for (guint i = 0; i < PAL_NOTE_N; i++)
    {
      if (has_text (self->notes[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
pal_visit_is_empty (const PalVisit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->marks->len == 0 && self->tests->len == 0 && self->ink->len == 0 &&
         self->amendments->len == 0 && self->consents->len == 0 && !self->is_signed &&
         !has_text (self->complaint_text) && self->complaint_regions->len == 0 &&
         !has_text (self->request) && self->request_areas->len == 0 &&
         self->screened_at == PAL_NO_TIME && !has_any (self->red_flags) && self->examined != NULL &&
         !has_any (self->examined) && is_state_empty (&self->state) && !has_notes (self) &&
         !has_text (self->advice) && !has_any (self->home_care) && self->next_weeks == PAL_UNSET &&
         !has_any (self->check_next);
}

/* Examined groups ----------------------------------------------------------------------------- */

/* Keeps the list in the catalogue's order, so that equal sets are equal records; ids the catalogue
 * does not know stay at the end. */
void
pal_visit_set_examined (PalVisit *self, PalAtlas *atlas, const char *group, gboolean examined)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  char **list;

  g_return_if_fail (self != NULL && group != NULL);

  if (pal_visit_has_examined_group (self, group) == !!examined)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const char *id = pal_atlas_get_group (atlas, i)->id;

      if (g_str_equal (id, group) ? examined : pal_visit_has_examined_group (self, id))
        g_strv_builder_add (builder, id);
    }
  for (guint i = 0; self->examined != NULL && self->examined[i] != NULL; i++)
    {
      if (pal_atlas_find_group (atlas, self->examined[i]) == NULL &&
          !g_str_equal (self->examined[i], group))
        g_strv_builder_add (builder, self->examined[i]);
    }

  list = g_strv_builder_end (builder);
  g_strfreev (self->examined);
  self->examined = list;
}

static void
set_region_examined (PalVisit *self, PalAtlas *atlas, const char *region_id)
{
  const PalRegion *region = pal_atlas_find_region (atlas, region_id);

  if (region != NULL)
    pal_visit_set_examined (self, atlas, pal_atlas_get_group (atlas, region->group)->id, TRUE);
}

/* Marks --------------------------------------------------------------------------------------- */

void
pal_visit_put_mark (PalVisit *self, PalAtlas *atlas, PalMark *mark)
{
  g_autoptr (PalMark) owned = mark;
  guint index;
  gboolean found;

  g_return_if_fail (self != NULL && mark != NULL);

  /* What a client reports was not felt by anybody's hands: its neighbours stay unknown. */
  if (!mark->carried && mark->source == PAL_SOURCE_THERAPIST)
    set_region_examined (self, atlas, mark->region);

  found = find_mark_index (self, mark->region, mark->side, mark->kind, mark->source, &index);
  if (mark->before == 0)
    {
      if (found)
        g_ptr_array_remove_index (self->marks, index);
    }
  else if (found)
    {
      pal_mark_free (self->marks->pdata[index]);
      self->marks->pdata[index] = g_steal_pointer (&owned);
    }
  else
    g_ptr_array_add (self->marks, g_steal_pointer (&owned));
}

gboolean
pal_visit_remove_mark (PalVisit *self, const char *region, PalSide side, const char *kind)
{
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!find_mark_index (self, region, side, kind, PAL_SOURCE_THERAPIST, &index))
    return FALSE;

  g_ptr_array_remove_index (self->marks, index);
  return TRUE;
}

int
pal_visit_cycle_mark (PalVisit *self,
                      PalAtlas *atlas,
                      PalVocabulary *vocabulary,
                      const char *region,
                      PalSide side,
                      const char *kind)
{
  const PalTerm *term = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, kind);
  gboolean has_severity = term == NULL || term->has_severity;
  PalMark *mark;

  g_return_val_if_fail (self != NULL, 0);

  set_region_examined (self, atlas, region);
  mark = pal_visit_find_mark (self, region, side, kind);
  if (mark == NULL)
    {
      mark = pal_mark_new (region, side, kind, has_severity ? 1 : PAL_UNSET);
      pal_visit_put_mark (self, atlas, mark);
    }
  else if (mark->carried)
    mark->carried = FALSE;
  else if (has_severity && mark->before < 3)
    mark->before++;
  else
    {
      pal_visit_remove_mark (self, region, side, kind);
      return 0;
    }
  return has_severity ? mark->before : 1;
}

guint
pal_visit_carry_over (PalVisit *self, const PalVisit *from)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && from != NULL, 0);

  for (guint i = 0; i < from->marks->len; i++)
    {
      const PalMark *old = from->marks->pdata[i];
      PalMark *mark;

      if (old->source != PAL_SOURCE_THERAPIST || old->carried ||
          pal_visit_find_mark (self, old->region, old->side, old->kind) != NULL)
        continue;

      mark = pal_mark_new (old->region, old->side, old->kind, old->before);
      mark->carried = TRUE;
      mark->concern = old->concern;
      mark->points = old->points != NULL ? g_array_copy (old->points) : NULL;
      mark->note = g_strdup (old->note);
      g_ptr_array_add (self->marks, mark);
      n++;
    }
  return n;
}

void
pal_visit_set_text (char **where, const char *text)
{
  char *copy;

  g_return_if_fail (where != NULL);

  copy = has_text (text) ? g_strdup (text) : NULL;
  g_free (*where);
  *where = copy;
}
