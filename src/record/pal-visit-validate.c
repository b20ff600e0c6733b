/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Checking visits: every fact within its limits, every id known, with the path of what is wrong. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-visit.h"

#include "record/pal-record-private.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS_SINCE_HARD 3650

static gboolean
check_moment (const char *key, PalTime time, GError **error)
{
  if (time == PAL_NO_TIME)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup (_ ("a date and time are needed here.")));

  return pal_check_time (key, time, error);
}

static gboolean
check_mark (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  return pal_mark_validate (element, atlas, vocabulary, error);
}

/* Strength runs from 0 to 5, ranges in degrees beyond the half circle in either direction. */
static gboolean
check_test (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalTestResult *result = element;

  if (result->test == NULL)
    return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_TERM, "test",
                            g_strdup (_ ("the name of a test is needed here.")));
  if ((guint) result->side >= PAL_SIDE_N)
    return pal_record_fail (error, PAL_RECORD_ERROR_WRONG_SIDE, "side",
                            g_strdup (_ ("there is no such side.")));

  return pal_check_term (vocabulary, PAL_TERMS_TEST, "test", result->test, error) &&
         pal_check_double ("value", result->value, -180, 360, error) &&
         pal_check_text ("note", result->note, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_stroke (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalStroke *stroke = element;

  if ((guint) stroke->view >= PAL_VIEW_N)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "view",
                            g_strdup (_ ("there is no such view.")));
  if (stroke->points == NULL || stroke->points->len == 0 || stroke->points->len % 3 != 0)
    return pal_record_fail (error, PAL_RECORD_ERROR_INCONSISTENT, "points",
                            g_strdup (_ ("ink needs three numbers for each of its points.")));

  for (guint i = 0; i < stroke->points->len; i += 3)
    {
      const double *at = &g_array_index (stroke->points, double, i);

      if (!pal_check_point ("points", "points", at[0], at[1], error))
        return FALSE;
      if (!(at[2] >= 0 && at[2] <= 1))
        return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, "points",
                                g_strdup (_ ("pressure is not within 0 to 1.")));
    }
  return TRUE;
}

static gboolean
check_amendment (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalAmendment *amendment = element;

  return check_moment ("at", amendment->at, error) &&
         pal_check_text ("author", amendment->author, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("reason", amendment->reason, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_text ("text", amendment->text, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_consent (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalConsent *consent = element;

  return check_moment ("at", consent->at, error) &&
         pal_check_region (atlas, "region", consent->region, error) &&
         pal_check_text ("wording", consent->wording, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_area (gconstpointer element, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  const PalAreaTime *area = element;
  g_autofree char *quoted = NULL;

  if (area->group != NULL && pal_atlas_find_group (atlas, area->group) != NULL)
    return pal_check_int ("minutes", area->minutes, 0, PAL_MAX_MINUTES, error);

  quoted = pal_record_quote (area->group != NULL ? area->group : "");
  return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_REGION, "group",
                          /* Translators: %s is an unknown id of a group of regions */
                          g_strdup_printf (_ ("there is no group of regions “%s”."), quoted));
}

static gboolean
check_summary_text (gconstpointer element,
                    PalAtlas *atlas,
                    PalVocabulary *vocabulary,
                    GError **error)
{
  const PalSummaryText *text = element;
  char *block[] = { text->block != NULL ? text->block : (char *) "", NULL };

  return pal_check_summary_blocks ("block", block, error) &&
         pal_check_text ("text", text->text, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_text ("made", text->made, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_screening (const PalVisit *self, PalVocabulary *vocabulary, GError **error)
{
  if (pal_check_time ("at", self->screened_at, error) &&
      pal_check_terms (vocabulary, PAL_TERMS_RED_FLAG, "red_flags", self->red_flags, error))
    return TRUE;

  g_prefix_error (error, "screening.");
  return FALSE;
}

static gboolean
check_breathing (const char *breathing, GError **error)
{
  g_autofree char *quoted = NULL;

  if (breathing == NULL || g_str_equal (breathing, "full") || g_str_equal (breathing, "restricted"))
    return TRUE;

  quoted = pal_record_quote (breathing);
  return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_TERM, "breathing",
                          /* Translators: %s is what was found; leave full and restricted as is */
                          g_strdup_printf (_ ("“%s” is neither “full” nor “restricted”."), quoted));
}

static gboolean
check_state (const PalState *state, PalVocabulary *vocabulary, GError **error)
{
  return pal_check_double ("sleep_hours", state->sleep_hours, 0, 24, error) &&
         pal_check_int ("sleep_quality", state->sleep_quality, 0, 10, error) &&
         pal_check_int ("stress", state->stress, 0, 10, error) &&
         pal_check_int ("rest_days", state->rest_days, 0, 31, error) &&
         pal_check_int ("recovery_sessions", state->recovery_sessions, 0, 100, error) &&
         pal_check_int ("days_since_hard", state->days_since_hard, 0, MAX_DAYS_SINCE_HARD, error) &&
         pal_check_int ("pain_at_rest", state->pain_at_rest, 0, 10, error) &&
         pal_check_int ("pain_in_training", state->pain_in_training, 0, 10, error) &&
         pal_check_text ("nutrition", state->nutrition, PAL_MAX_TEXT_CHARS, error) &&
         check_breathing (state->breathing, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_SYMPTOM, "symptoms", state->symptoms, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_TERRAIN, "terrain", state->terrain, error) &&
         pal_check_text ("shoes", state->shoes, PAL_MAX_NAME_CHARS, error) &&
         pal_check_date ("next_race", state->next_race, error);
}

static gboolean
check_complaint (const PalVisit *self, PalAtlas *atlas, GError **error)
{
  for (guint i = 0; i < self->complaint_regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (self->complaint_regions, PalSidedRegion, i);

      if (!pal_check_sided_region (atlas, item->region, item->side, error))
        {
          g_prefix_error (error, "complaint.regions[%u].", i);
          return FALSE;
        }
    }
  return pal_check_text ("complaint.text", self->complaint_text, PAL_MAX_TEXT_CHARS, error);
}

static gboolean
check_examined (const PalVisit *self, PalAtlas *atlas, GError **error)
{
  for (guint i = 0; self->examined != NULL && self->examined[i] != NULL; i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *quoted = NULL;

      if (pal_atlas_find_group (atlas, self->examined[i]) != NULL)
        continue;

      key = g_strdup_printf ("examined[%u]", i);
      quoted = pal_record_quote (self->examined[i]);
      return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_REGION, key,
                              /* Translators: %s is an unknown id of a group of regions */
                              g_strdup_printf (_ ("there is no group of regions “%s”."), quoted));
    }
  return TRUE;
}

static gboolean
check_check_next (const PalVisit *self, PalAtlas *atlas, GError **error)
{
  for (guint i = 0; self->check_next != NULL && self->check_next[i] != NULL; i++)
    {
      g_autofree char *key = NULL;

      if (pal_atlas_find_group (atlas, self->check_next[i]) != NULL)
        continue;

      key = g_strdup_printf ("check_next[%u]", i);
      if (!pal_check_region (atlas, key, self->check_next[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_notes (const PalVisit *self, GError **error)
{
  for (guint i = 0; i < PAL_NOTE_N; i++)
    {
      if (!pal_check_text (pal_note_section_to_id (i), self->notes[i], PAL_MAX_TEXT_CHARS, error))
        {
          g_prefix_error (error, "notes.");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_signature (const PalVisit *self, GError **error)
{
  if (!self->is_signed && (self->signed_at != PAL_NO_TIME || self->signed_by != NULL))
    return pal_record_fail (error, PAL_RECORD_ERROR_INCONSISTENT, "signed",
                            g_strdup (_ ("a visit that is not signed cannot say when or by whom "
                                         "it was signed.")));

  return pal_check_time ("signed_at", self->signed_at, error) &&
         pal_check_text ("signed_by", self->signed_by, PAL_MAX_NAME_CHARS, error);
}

static gboolean
check_appointment (const PalVisit *self, PalVocabulary *vocabulary, GError **error)
{
  return pal_check_id ("id", self->id, error) && pal_check_id ("client", self->client, error) &&
         check_moment ("at", self->at, error) &&
         pal_check_int ("minutes", self->minutes, 0, PAL_MAX_MINUTES, error) &&
         pal_check_term (vocabulary, PAL_TERMS_VISIT_TYPE, "type", self->type, error) &&
         pal_check_text ("room", self->room, PAL_MAX_NAME_CHARS, error) &&
         pal_check_text ("therapist", self->therapist, PAL_MAX_NAME_CHARS, error) &&
         check_signature (self, error) &&
         pal_check_time ("alerts_seen", self->alerts_seen, error) &&
         check_screening (self, vocabulary, error);
}

static gboolean
check_words (const PalVisit *self, PalAtlas *atlas, PalVocabulary *vocabulary, GError **error)
{
  return check_complaint (self, atlas, error) &&
         pal_check_text ("request", self->request, PAL_MAX_TEXT_CHARS, error) &&
         check_notes (self, error) &&
         pal_check_text ("advice", self->advice, PAL_MAX_TEXT_CHARS, error) &&
         pal_check_terms (vocabulary, PAL_TERMS_HOME_CARE, "home_care", self->home_care, error) &&
         pal_check_int ("next_weeks", self->next_weeks, 0, PAL_MAX_NEXT_WEEKS, error);
}

gboolean
pal_visit_validate (const PalVisit *self,
                    PalAtlas *atlas,
                    PalVocabulary *vocabulary,
                    GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_appointment (self, vocabulary, error) ||
      !check_words (self, atlas, vocabulary, error) || !check_examined (self, atlas, error) ||
      !check_check_next (self, atlas, error))
    return FALSE;

  if (!check_state (&self->state, vocabulary, error))
    {
      g_prefix_error (error, "state.");
      return FALSE;
    }

  return pal_check_list ("marks", self->marks, check_mark, atlas, vocabulary, error) &&
         pal_check_list ("tests", self->tests, check_test, atlas, vocabulary, error) &&
         pal_check_list ("ink", self->ink, check_stroke, atlas, vocabulary, error) &&
         pal_check_list ("amendments", self->amendments, check_amendment, atlas, vocabulary,
                         error) &&
         pal_check_list ("consents", self->consents, check_consent, atlas, vocabulary, error) &&
         pal_check_list ("request_areas", self->request_areas, check_area, atlas, vocabulary,
                         error) &&
         pal_check_list ("summary_texts", self->summary_texts, check_summary_text, atlas,
                         vocabulary, error);
}
