/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits as values: making, copying, comparing and freeing them and their parts. Reading and
 * editing marks is in pal-visit-edit.c, checking in pal-visit-validate.c. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-visit.h"

#include "record/pal-record-private.h"

#include <glib/gi18n-lib.h>

/* Parts --------------------------------------------------------------------------------------- */

static void
init_state (PalState *state)
{
  *state = (PalState){
    .sleep_hours = PAL_UNSET,
    .sleep_quality = PAL_UNSET,
    .stress = PAL_UNSET,
    .rest_days = PAL_UNSET,
    .recovery_sessions = PAL_UNSET,
    .days_since_hard = PAL_UNSET,
    .pain_at_rest = PAL_UNSET,
    .pain_in_training = PAL_UNSET,
    .next_race = PAL_NO_DATE,
  };
}

void
pal_state_clear (PalState *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->nutrition);
  g_free (self->breathing);
  g_strfreev (self->symptoms);
  g_strfreev (self->terrain);
  g_free (self->shoes);
  init_state (self);
}

static PalState
copy_state (const PalState *state)
{
  PalState copy = *state;

  copy.nutrition = g_strdup (state->nutrition);
  copy.breathing = g_strdup (state->breathing);
  copy.symptoms = g_strdupv (state->symptoms);
  copy.terrain = g_strdupv (state->terrain);
  copy.shoes = g_strdup (state->shoes);
  return copy;
}

static gboolean
is_same_state (const PalState *a, const PalState *b)
{
  return a->sleep_hours == b->sleep_hours && a->sleep_quality == b->sleep_quality &&
         a->stress == b->stress && a->rest_days == b->rest_days &&
         a->recovery_sessions == b->recovery_sessions && a->days_since_hard == b->days_since_hard &&
         a->pain_at_rest == b->pain_at_rest && a->pain_in_training == b->pain_in_training &&
         g_strcmp0 (a->nutrition, b->nutrition) == 0 &&
         g_strcmp0 (a->breathing, b->breathing) == 0 &&
         pal_strv_equal0 (a->symptoms, b->symptoms) && pal_strv_equal0 (a->terrain, b->terrain) &&
         g_strcmp0 (a->shoes, b->shoes) == 0 && a->next_race == b->next_race;
}

void
pal_test_result_free (PalTestResult *self)
{
  if (self == NULL)
    return;

  g_free (self->test);
  g_free (self->note);
  g_free (self);
}

static gpointer
copy_test_result (gconstpointer source, gpointer data)
{
  const PalTestResult *result = source;
  PalTestResult *copy = g_memdup2 (result, sizeof *result);

  copy->test = g_strdup (result->test);
  copy->note = g_strdup (result->note);
  return copy;
}

static gboolean
is_same_test_result (gconstpointer first, gconstpointer second)
{
  const PalTestResult *a = first, *b = second;

  return g_strcmp0 (a->test, b->test) == 0 && a->side == b->side && a->value == b->value &&
         g_strcmp0 (a->note, b->note) == 0;
}

void
pal_stroke_free (PalStroke *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->points, g_array_unref);
  g_free (self);
}

static gpointer
copy_stroke (gconstpointer source, gpointer data)
{
  const PalStroke *stroke = source;
  PalStroke *copy = g_memdup2 (stroke, sizeof *stroke);

  copy->points = stroke->points != NULL ? g_array_copy (stroke->points) : NULL;
  return copy;
}

static gboolean
is_same_stroke (gconstpointer first, gconstpointer second)
{
  const PalStroke *a = first, *b = second;
  guint n = a->points != NULL ? a->points->len : 0;

  if (a->view != b->view || n != (b->points != NULL ? b->points->len : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (g_array_index (a->points, double, i) != g_array_index (b->points, double, i))
        return FALSE;
    }
  return TRUE;
}

void
pal_amendment_free (PalAmendment *self)
{
  if (self == NULL)
    return;

  g_free (self->author);
  g_free (self->reason);
  g_free (self->text);
  g_free (self);
}

static gpointer
copy_amendment (gconstpointer source, gpointer data)
{
  const PalAmendment *amendment = source;
  PalAmendment *copy = g_memdup2 (amendment, sizeof *amendment);

  copy->author = g_strdup (amendment->author);
  copy->reason = g_strdup (amendment->reason);
  copy->text = g_strdup (amendment->text);
  return copy;
}

static gboolean
is_same_amendment (gconstpointer first, gconstpointer second)
{
  const PalAmendment *a = first, *b = second;

  return a->at == b->at && g_strcmp0 (a->author, b->author) == 0 &&
         g_strcmp0 (a->reason, b->reason) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

void
pal_consent_free (PalConsent *self)
{
  if (self == NULL)
    return;

  g_free (self->region);
  g_free (self->wording);
  g_free (self);
}

static gpointer
copy_consent (gconstpointer source, gpointer data)
{
  const PalConsent *consent = source;
  PalConsent *copy = g_memdup2 (consent, sizeof *consent);

  copy->region = g_strdup (consent->region);
  copy->wording = g_strdup (consent->wording);
  return copy;
}

static gboolean
is_same_consent (gconstpointer first, gconstpointer second)
{
  const PalConsent *a = first, *b = second;

  return a->at == b->at && g_strcmp0 (a->region, b->region) == 0 && !a->given == !b->given &&
         g_strcmp0 (a->wording, b->wording) == 0;
}

void
pal_area_time_free (PalAreaTime *self)
{
  if (self == NULL)
    return;

  g_free (self->group);
  g_free (self);
}

static gpointer
copy_area_time (gconstpointer source, gpointer data)
{
  const PalAreaTime *area = source;
  PalAreaTime *copy = g_memdup2 (area, sizeof *area);

  copy->group = g_strdup (area->group);
  return copy;
}

static gboolean
is_same_area_time (gconstpointer first, gconstpointer second)
{
  const PalAreaTime *a = first, *b = second;

  return a->minutes == b->minutes && g_strcmp0 (a->group, b->group) == 0;
}

void
pal_summary_text_free (PalSummaryText *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->text);
  g_free (self->made);
  g_free (self);
}

static gpointer
copy_summary_text (gconstpointer source, gpointer data)
{
  const PalSummaryText *text = source;
  PalSummaryText *copy = g_new0 (PalSummaryText, 1);

  *copy = (PalSummaryText){ g_strdup (text->block), g_strdup (text->text), g_strdup (text->made) };
  return copy;
}

static gboolean
is_same_summary_text (gconstpointer first, gconstpointer second)
{
  const PalSummaryText *a = first, *b = second;

  return g_strcmp0 (a->block, b->block) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->made, b->made) == 0;
}

static gpointer
copy_mark (gconstpointer source, gpointer data)
{
  return pal_mark_copy (source);
}

static gboolean
is_same_mark (gconstpointer a, gconstpointer b)
{
  return pal_mark_equal (a, b);
}

/* Regions of the complaint -------------------------------------------------------------------- */

/* The visit ----------------------------------------------------------------------------------- */

PalVisit *
pal_visit_new (const char *client, PalTime at)
{
  PalVisit *self = pal_visit_new_with_id (pal_uuid_new (), client);

  self->at = at;
  return self;
}

/* All that is not zero in an empty draft but its lists. */
static void
init_empty (PalVisit *self, char *id, const char *client)
{
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->client = g_strdup (client);
  self->minutes = PAL_UNSET;
  self->signed_at = PAL_NO_TIME;
  self->examined = g_new0 (char *, 1);
  init_state (&self->state);
  self->next_weeks = PAL_UNSET;
  self->alerts_seen = PAL_NO_TIME;
  self->screened_at = PAL_NO_TIME;
}

PalVisit *
pal_visit_new_with_id (char *id, const char *client)
{
  PalVisit *self = g_new0 (PalVisit, 1);

  init_empty (self, id, client);
  self->complaint_regions = pal_sided_regions_new ();
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_mark_free);
  self->tests = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_test_result_free);
  self->ink = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_stroke_free);
  self->amendments = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_amendment_free);
  self->consents = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_consent_free);
  self->request_areas = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_area_time_free);
  self->summary_texts = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_summary_text_free);
  return self;
}

PalVisit *
pal_visit_ref (PalVisit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_words (PalVisit *self)
{
  g_free (self->id);
  g_free (self->client);
  g_free (self->type);
  g_free (self->room);
  g_free (self->therapist);
  g_free (self->signed_by);
  g_free (self->complaint_text);
  g_free (self->request);
  g_strfreev (self->examined);
  pal_state_clear (&self->state);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    g_free (self->notes[i]);
  g_free (self->advice);
  g_strfreev (self->home_care);
  g_strfreev (self->red_flags);
  g_strfreev (self->check_next);
}

void
pal_visit_unref (PalVisit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_words (self);
  g_array_unref (self->complaint_regions);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->tests);
  g_ptr_array_unref (self->ink);
  g_ptr_array_unref (self->amendments);
  g_ptr_array_unref (self->consents);
  g_ptr_array_unref (self->request_areas);
  g_ptr_array_unref (self->summary_texts);
  g_free (self);
}

void
pal_visit_renew (PalVisit *self, char *id, const char *client)
{
  GPtrArray *const lists[] = { self->marks,        self->tests,    self->ink,
                               self->amendments,   self->consents, self->request_areas,
                               self->summary_texts };

  g_return_if_fail (g_atomic_ref_count_compare (&self->ref_count, 1));

  free_words (self);
  g_array_set_size (self->complaint_regions, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_set_size (lists[i], 0);
  *self = (PalVisit){
    .complaint_regions = self->complaint_regions,
    .marks = self->marks,
    .tests = self->tests,
    .ink = self->ink,
    .amendments = self->amendments,
    .consents = self->consents,
    .request_areas = self->request_areas,
    .summary_texts = self->summary_texts,
  };
  init_empty (self, id, client);
}

static void
copy_lists (PalVisit *copy, const PalVisit *self)
{
  copy->marks = pal_record_list_copy (self->marks, copy_mark, (GDestroyNotify) pal_mark_free);
  copy->tests =
      pal_record_list_copy (self->tests, copy_test_result, (GDestroyNotify) pal_test_result_free);
  copy->ink = pal_record_list_copy (self->ink, copy_stroke, (GDestroyNotify) pal_stroke_free);
  copy->amendments =
      pal_record_list_copy (self->amendments, copy_amendment, (GDestroyNotify) pal_amendment_free);
  copy->consents =
      pal_record_list_copy (self->consents, copy_consent, (GDestroyNotify) pal_consent_free);
  copy->request_areas = pal_record_list_copy (self->request_areas, copy_area_time,
                                              (GDestroyNotify) pal_area_time_free);
  copy->summary_texts = pal_record_list_copy (self->summary_texts, copy_summary_text,
                                              (GDestroyNotify) pal_summary_text_free);
}

PalVisit *
pal_visit_copy (const PalVisit *self)
{
  PalVisit *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (self->id);
  copy->client = g_strdup (self->client);
  copy->type = g_strdup (self->type);
  copy->room = g_strdup (self->room);
  copy->therapist = g_strdup (self->therapist);
  copy->signed_by = g_strdup (self->signed_by);
  copy->complaint_text = g_strdup (self->complaint_text);
  copy->complaint_regions = pal_sided_regions_copy (self->complaint_regions);
  copy->request = g_strdup (self->request);
  copy->examined = g_strdupv (self->examined);
  copy->state = copy_state (&self->state);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    copy->notes[i] = g_strdup (self->notes[i]);
  copy->advice = g_strdup (self->advice);
  copy->home_care = g_strdupv (self->home_care);
  copy->check_next = g_strdupv (self->check_next);
  copy->red_flags = g_strdupv (self->red_flags);
  copy_lists (copy, self);
  return copy;
}

static gboolean
has_same_notes (const PalVisit *a, const PalVisit *b)
{
  for (guint i = 0; i < PAL_NOTE_N; i++)
    {
      if (g_strcmp0 (a->notes[i], b->notes[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_same_texts (const PalVisit *a, const PalVisit *b)
{
  return g_strcmp0 (a->type, b->type) == 0 && g_strcmp0 (a->room, b->room) == 0 &&
         g_strcmp0 (a->therapist, b->therapist) == 0 &&
         g_strcmp0 (a->signed_by, b->signed_by) == 0 &&
         g_strcmp0 (a->complaint_text, b->complaint_text) == 0 &&
         g_strcmp0 (a->request, b->request) == 0 && g_strcmp0 (a->advice, b->advice) == 0 &&
         has_same_notes (a, b) && pal_strv_equal0 (a->examined, b->examined) &&
         pal_strv_equal0 (a->home_care, b->home_care) &&
         pal_strv_equal0 (a->check_next, b->check_next) &&
         pal_strv_equal0 (a->red_flags, b->red_flags);
}

static gboolean
has_same_lists (const PalVisit *a, const PalVisit *b)
{
  return pal_record_list_equal (a->marks, b->marks, is_same_mark) &&
         pal_record_list_equal (a->tests, b->tests, is_same_test_result) &&
         pal_record_list_equal (a->ink, b->ink, is_same_stroke) &&
         pal_record_list_equal (a->amendments, b->amendments, is_same_amendment) &&
         pal_record_list_equal (a->consents, b->consents, is_same_consent) &&
         pal_record_list_equal (a->request_areas, b->request_areas, is_same_area_time) &&
         pal_record_list_equal (a->summary_texts, b->summary_texts, is_same_summary_text);
}

gboolean
pal_visit_equal (const PalVisit *a, const PalVisit *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->client, b->client) == 0 && a->at == b->at &&
         a->minutes == b->minutes && !a->is_signed == !b->is_signed &&
         a->signed_at == b->signed_at && a->next_weeks == b->next_weeks &&
         a->alerts_seen == b->alerts_seen && a->screened_at == b->screened_at &&
         has_same_texts (a, b) &&
         pal_sided_regions_equal (a->complaint_regions, b->complaint_regions) &&
         is_same_state (&a->state, &b->state) && has_same_lists (a, b);
}

/* Notes --------------------------------------------------------------------------------------- */

const char *
pal_note_section_get_name (PalNoteSection section)
{
  switch (section)
    {
    case PAL_NOTE_SUBJECTIVE:
      return C_ ("note", "Subjective");
    case PAL_NOTE_OBJECTIVE:
      return C_ ("note", "Objective");
    case PAL_NOTE_ASSESSMENT:
      return C_ ("note", "Assessment");
    case PAL_NOTE_PLAN:
      return C_ ("note", "Plan");
    case PAL_NOTE_N:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
pal_note_section_to_id (PalNoteSection section)
{
  switch (section)
    {
    case PAL_NOTE_SUBJECTIVE:
      return "subjective";
    case PAL_NOTE_OBJECTIVE:
      return "objective";
    case PAL_NOTE_ASSESSMENT:
      return "assessment";
    case PAL_NOTE_PLAN:
      return "plan";
    case PAL_NOTE_N:
      break;
    }
  g_return_val_if_reached (NULL);
}
