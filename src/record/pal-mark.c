/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks: making, copying, comparing and checking them. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-mark.h"

#include "record/pal-record-private.h"

#include <glib/gi18n-lib.h>

PalMark *
pal_mark_new (const char *region, PalSide side, const char *kind, int before)
{
  PalMark *self = g_new0 (PalMark, 1);

  self->region = g_strdup (region);
  self->side = side;
  self->kind = g_strdup (kind);
  self->before = before;
  self->after = PAL_UNSET;
  self->minutes = PAL_UNSET;
  return self;
}

PalMark *
pal_mark_copy (const PalMark *self)
{
  PalMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (PalMark, 1);
  *copy = *self;
  copy->region = g_strdup (self->region);
  copy->kind = g_strdup (self->kind);
  copy->points = self->points != NULL ? g_array_copy (self->points) : NULL;
  copy->techniques = g_strdupv (self->techniques);
  copy->responses = g_strdupv (self->responses);
  copy->note = g_strdup (self->note);
  return copy;
}

void
pal_mark_free (PalMark *self)
{
  if (self == NULL)
    return;

  g_free (self->region);
  g_free (self->kind);
  g_clear_pointer (&self->points, g_array_unref);
  g_strfreev (self->techniques);
  g_strfreev (self->responses);
  g_free (self->note);
  g_free (self);
}

static gboolean
is_same_point (const PalMarkPoint *a, const PalMarkPoint *b)
{
  if (a->view != b->view || a->x != b->x || a->y != b->y || !a->refers != !b->refers)
    return FALSE;

  return !a->refers || (a->to_x == b->to_x && a->to_y == b->to_y);
}

static gboolean
has_same_points (const PalMark *a, const PalMark *b)
{
  guint n = a->points != NULL ? a->points->len : 0;

  if (n != (b->points != NULL ? b->points->len : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!is_same_point (&g_array_index (a->points, PalMarkPoint, i),
                          &g_array_index (b->points, PalMarkPoint, i)))
        return FALSE;
    }
  return TRUE;
}

gboolean
pal_mark_equal (const PalMark *a, const PalMark *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->region, b->region) == 0 && a->side == b->side &&
         g_strcmp0 (a->kind, b->kind) == 0 && a->before == b->before && a->after == b->after &&
         has_same_points (a, b) && pal_strv_equal0 (a->techniques, b->techniques) &&
         a->minutes == b->minutes && pal_strv_equal0 (a->responses, b->responses) &&
         a->source == b->source && !a->carried == !b->carried && a->concern == b->concern &&
         g_strcmp0 (a->note, b->note) == 0;
}

/* Checking ------------------------------------------------------------------------------------ */

static gboolean
check_severities (const PalMark *self, const PalTerm *kind, GError **error)
{
  if (!kind->has_severity)
    {
      if (self->before == PAL_UNSET && self->after == PAL_UNSET)
        return TRUE;
      return pal_record_fail (error, PAL_RECORD_ERROR_INCONSISTENT,
                              self->before != PAL_UNSET ? "before" : "after",
                              /* Translators: %s is the id of a kind of finding */
                              g_strdup_printf (_ ("findings of the kind “%s” carry no severity."),
                                               kind->id));
    }

  if (self->before == PAL_UNSET)
    return pal_record_fail (error, PAL_RECORD_ERROR_INCONSISTENT, "before",
                            /* Translators: %s is the id of a kind of finding */
                            g_strdup_printf (_ ("findings of the kind “%s” need a severity from "
                                                "1 to 3."),
                                             kind->id));

  return pal_check_int ("before", self->before, 1, 3, error) &&
         pal_check_int ("after", self->after, 0, 3, error);
}

static gboolean
check_kind (const PalMark *self, PalVocabulary *vocabulary, GError **error)
{
  if (self->kind == NULL)
    return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_TERM, "kind",
                            g_strdup (_ ("a kind of finding is needed here.")));

  return pal_check_term (vocabulary, PAL_TERMS_KIND, "kind", self->kind, error) &&
         check_severities (self, pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, self->kind),
                           error);
}

static gboolean
check_point (const PalMarkPoint *point, GError **error)
{
  if ((guint) point->view >= PAL_VIEW_N)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "view",
                            g_strdup (_ ("there is no such view.")));

  return pal_check_point ("x", "y", point->x, point->y, error) &&
         (!point->refers || pal_check_point ("to_x", "to_y", point->to_x, point->to_y, error));
}

static gboolean
check_points (const PalMark *self, GError **error)
{
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      if (!check_point (&g_array_index (self->points, PalMarkPoint, i), error))
        {
          g_prefix_error (error, "points[%u].", i);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
pal_mark_validate (const PalMark *self, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return pal_check_sided_region (atlas, self->region, self->side, error) &&
         check_kind (self, vocabulary, error) && check_points (self, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_TECHNIQUE, "techniques", self->techniques, error) &&
         pal_check_int ("minutes", self->minutes, 0, PAL_MAX_MINUTES, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_RESPONSE, "responses", self->responses, error) &&
         pal_check_text ("note", self->note, PAL_MAX_TEXT_CHARS, error);
}

gboolean
pal_mark_counts (const PalMark *self, PalVocabulary *vocabulary)
{
  const PalTerm *kind;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->source != PAL_SOURCE_THERAPIST || self->carried)
    return FALSE;

  kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, self->kind);
  return kind != NULL && kind->has_severity && !kind->favourable;
}

/* Ids ----------------------------------------------------------------------------------------- */

const char *
pal_source_to_id (PalSource source)
{
  switch (source)
    {
    case PAL_SOURCE_THERAPIST:
      return "therapist";
    case PAL_SOURCE_CLIENT:
      return "client";
    }
  g_return_val_if_reached (NULL);
}

gboolean
pal_source_from_id (const char *id, PalSource *source)
{
  if (g_strcmp0 (id, "therapist") == 0)
    *source = PAL_SOURCE_THERAPIST;
  else if (g_strcmp0 (id, "client") == 0)
    *source = PAL_SOURCE_CLIENT;
  else
    return FALSE;
  return TRUE;
}

const char *
pal_concern_to_id (PalConcern concern)
{
  switch (concern)
    {
    case PAL_CONCERN_UNSET:
      return NULL;
    case PAL_CONCERN_COMPLAINT:
      return "complaint";
    case PAL_CONCERN_BASELINE:
      return "baseline";
    }
  g_return_val_if_reached (NULL);
}

gboolean
pal_concern_from_id (const char *id, PalConcern *concern)
{
  if (id == NULL)
    *concern = PAL_CONCERN_UNSET;
  else if (g_str_equal (id, "complaint"))
    *concern = PAL_CONCERN_COMPLAINT;
  else if (g_str_equal (id, "baseline"))
    *concern = PAL_CONCERN_BASELINE;
  else
    return FALSE;
  return TRUE;
}
