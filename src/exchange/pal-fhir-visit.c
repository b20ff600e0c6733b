/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a visit records beside its findings, as FHIR R4 resources: notes, the state of the day,
 * tests, red flags, what was asked for, consent, the plan, the signature. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-fhir-private.h"

#include "record/pal-objective.h"

#define STATE_SYSTEM "urn:x-palpate:state"

/* Notes -------------------------------------------------------------------------------------- */

static void
write_note (const PalFhirVisit *self, const char *title, const char *text)
{
  g_autofree char *whole = NULL;

  if (!pal_fhir_has_text (text))
    return;
  whole = g_strdup_printf ("%s: %s", title, text);
  pal_fhir_words (self->out, NULL, whole);
}

static void
write_amendment (const PalFhirVisit *self, const PalAmendment *amendment)
{
  g_autofree char *at = pal_time_format (amendment->at);
  g_autofree char *text =
      pal_fhir_has_text (amendment->reason)
          ? g_strdup_printf ("Amendment (%s): %s", amendment->reason, amendment->text)
          : g_strdup_printf ("Amendment: %s", amendment->text);

  pal_json_writer_begin_object (self->out, NULL, TRUE);
  if (pal_fhir_has_text (amendment->author))
    pal_json_writer_text (self->out, "authorString", amendment->author);
  pal_json_writer_text (self->out, "time", at);
  pal_json_writer_text (self->out, "text", text);
  pal_json_writer_end (self->out);
}

/* Without the list everything was examined, and that needs no saying. */
static void
write_examined (const PalFhirVisit *self)
{
  char **ids = self->visit->examined;

  if (ids == NULL || ids[0] == NULL)
    return;
  pal_json_writer_begin_array (self->out, "investigation", FALSE);
  for (; *ids != NULL; ids++)
    {
      const PalGroup *group = pal_atlas_find_group (self->atlas, *ids);

      pal_json_writer_begin_object (self->out, NULL, TRUE);
      pal_fhir_concept (self->out, "code", PAL_FHIR_GROUP, *ids, group != NULL ? group->name : NULL,
                        NULL);
      pal_json_writer_end (self->out);
    }
  pal_json_writer_end (self->out);
}

static void
write_note_list (const PalFhirVisit *self, const char *findings)
{
  static const char *const titles[PAL_NOTE_N] = { "Subjective", "Objective", "Assessment", "Plan" };
  const PalVisit *visit = self->visit;

  pal_json_writer_begin_array (self->out, "note", FALSE);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    {
      if (i == PAL_NOTE_OBJECTIVE)
        write_note (self, "Objective, made from the findings", findings);
      write_note (self, titles[i], visit->notes[i]);
    }
  for (guint i = 0; i < visit->amendments->len; i++)
    write_amendment (self, g_ptr_array_index (visit->amendments, i));
  pal_json_writer_end (self->out);
}

static void
write_notes (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;
  g_autofree char *findings = pal_objective_dup_findings (visit, self->atlas, self->vocabulary);
  g_autofree char *unsaid = pal_objective_dup_unsaid (findings, visit->notes[PAL_NOTE_OBJECTIVE]);
  gboolean any = *unsaid != '\0' || visit->amendments->len > 0;
  g_autofree char *name = g_strconcat ("urn:x-palpate:notes:", self->encounter, NULL);
  g_autofree char *uuid = pal_fhir_dup_name_uuid (name);

  for (guint i = 0; i < PAL_NOTE_N; i++)
    any = any || pal_fhir_has_text (visit->notes[i]);
  if (!any)
    return;
  pal_fhir_begin_resource (self->out, "ClinicalImpression", uuid);
  pal_json_writer_text (self->out, "status", visit->is_signed ? "completed" : "in-progress");
  pal_fhir_about (self);
  pal_json_writer_text (self->out, "date", self->at);
  write_examined (self);
  write_note_list (self, unsaid);
  pal_fhir_end_resource (self->out);
}

/* State of the day --------------------------------------------------------------------------- */

static void
begin_state (const PalFhirVisit *self, const char *code, const char *display)
{
  pal_json_writer_begin_object (self->out, NULL, TRUE);
  pal_fhir_concept (self->out, "code", STATE_SYSTEM, code, display, NULL);
}

static void
write_scale (const PalFhirVisit *self, const char *code, const char *display, int value)
{
  if (value == PAL_UNSET)
    return;
  begin_state (self, code, display);
  pal_json_writer_count (self->out, "valueInteger", value);
  pal_json_writer_end (self->out);
}

static void
write_words (const PalFhirVisit *self, const char *code, const char *display, const char *value)
{
  if (!pal_fhir_has_text (value))
    return;
  begin_state (self, code, display);
  pal_json_writer_text (self->out, "valueString", value);
  pal_json_writer_end (self->out);
}

static void
write_terms (
    const PalFhirVisit *self, const char *code, const char *display, PalTermList list, char **ids)
{
  for (; ids != NULL && *ids != NULL; ids++)
    {
      const PalTerm *term = pal_vocabulary_find (self->vocabulary, list, *ids);
      g_autofree char *system = g_strconcat ("urn:x-palpate:", code, NULL);

      begin_state (self, code, display);
      pal_fhir_concept (self->out, "valueCodeableConcept", system, *ids,
                        term != NULL ? term->name : NULL, NULL);
      pal_json_writer_end (self->out);
    }
}

static void
write_state_parts (const PalFhirVisit *self)
{
  const PalState *state = &self->visit->state;

  if (state->sleep_hours != PAL_UNSET)
    {
      begin_state (self, "sleep-hours", "Sleep");
      pal_fhir_quantity (self->out, "valueQuantity", state->sleep_hours, "h", "h");
      pal_json_writer_end (self->out);
    }
  write_scale (self, "sleep-quality", "Quality of sleep, 0 to 10", state->sleep_quality);
  write_scale (self, "stress", "Stress, 0 to 10", state->stress);
  write_scale (self, "rest-days", "Rest days a week", state->rest_days);
  write_scale (self, "recovery-sessions", "Recovery sessions a week", state->recovery_sessions);
  write_scale (self, "days-since-hard", "Days since the last hard session", state->days_since_hard);
  write_scale (self, "pain-at-rest", "Pain at rest, 0 to 10", state->pain_at_rest);
  write_scale (self, "pain-in-training", "Pain in training, 0 to 10", state->pain_in_training);
  write_words (self, "nutrition", "Food and drink", state->nutrition);
  write_words (self, "breathing", "Breathing", state->breathing);
  write_terms (self, "symptom", "Symptom", PAL_TERMS_SYMPTOM, state->symptoms);
  write_terms (self, "terrain", "Terrain", PAL_TERMS_TERRAIN, state->terrain);
  write_words (self, "shoes", "Shoes", state->shoes);
  if (state->next_race != PAL_NO_DATE)
    {
      g_autofree char *day = pal_date_format (state->next_race);

      begin_state (self, "next-race", "Next race");
      pal_json_writer_text (self->out, "valueDateTime", day);
      pal_json_writer_end (self->out);
    }
}

static gboolean
has_state (const PalState *state)
{
  return state->sleep_hours != PAL_UNSET || state->sleep_quality != PAL_UNSET ||
         state->stress != PAL_UNSET || state->rest_days != PAL_UNSET ||
         state->recovery_sessions != PAL_UNSET || state->days_since_hard != PAL_UNSET ||
         state->pain_at_rest != PAL_UNSET || state->pain_in_training != PAL_UNSET ||
         pal_fhir_has_text (state->nutrition) || pal_fhir_has_text (state->breathing) ||
         state->symptoms != NULL || state->terrain != NULL || pal_fhir_has_text (state->shoes) ||
         state->next_race != PAL_NO_DATE;
}

static void
begin_observation (const PalFhirVisit *self, const char *what, guint index)
{
  pal_fhir_begin_part (self, "Observation", what, index);
  pal_json_writer_text (self->out, "status", self->visit->is_signed ? "final" : "preliminary");
}

static void
write_state (const PalFhirVisit *self)
{
  if (!has_state (&self->visit->state))
    return;
  begin_observation (self, "state", 0);
  pal_fhir_category (self->out, "survey", "Survey");
  pal_fhir_concept (self->out, "code", STATE_SYSTEM, "state", "State of the day", NULL);
  pal_fhir_about (self);
  pal_json_writer_text (self->out, "effectiveDateTime", self->at);
  pal_json_writer_begin_array (self->out, "performer", TRUE);
  pal_fhir_reference (self->out, NULL, self->patient);
  pal_json_writer_end (self->out);
  pal_json_writer_begin_array (self->out, "component", FALSE);
  write_state_parts (self);
  pal_json_writer_end (self->out);
  pal_fhir_end_resource (self->out);
}

/* Tests -------------------------------------------------------------------------------------- */

static void
write_test (const PalFhirVisit *self, const PalTestResult *result, guint index)
{
  const PalTerm *test = pal_vocabulary_find (self->vocabulary, PAL_TERMS_TEST, result->test);
  const char *unit = test != NULL && test->unit != NULL ? test->unit : "1";
  const gboolean is_angle = g_str_equal (unit, "degrees");

  begin_observation (self, "test", index);
  pal_fhir_category (self->out, "exam", "Exam");
  pal_fhir_concept (self->out, "code", "urn:x-palpate:test", result->test,
                    test != NULL ? test->name : NULL, NULL);
  pal_fhir_about (self);
  pal_json_writer_text (self->out, "effectiveDateTime", self->at);
  pal_fhir_quantity (self->out, "valueQuantity", result->value, unit,
                     is_angle                   ? "deg"
                     : g_str_equal (unit, "cm") ? "cm"
                                                : NULL);
  if (pal_fhir_has_text (result->note))
    pal_fhir_note (self->out, result->note);
  if (result->side != PAL_SIDE_MIDLINE)
    {
      pal_json_writer_begin_array (self->out, "component", FALSE);
      pal_fhir_side (self->out, result->side);
      pal_json_writer_end (self->out);
    }
  pal_fhir_end_resource (self->out);
}

/* Before hands go on ------------------------------------------------------------------------- */

static void
write_answer (const PalFhirVisit *self, const char *id)
{
  const PalTerm *flag = pal_vocabulary_find (self->vocabulary, PAL_TERMS_RED_FLAG, id);

  pal_json_writer_begin_object (self->out, NULL, TRUE);
  pal_json_writer_text (self->out, "linkId", id);
  if (flag != NULL && flag->detail != NULL)
    pal_json_writer_text (self->out, "text", flag->detail);
  pal_json_writer_begin_array (self->out, "answer", TRUE);
  pal_json_writer_begin_object (self->out, NULL, TRUE);
  pal_json_writer_flag (self->out, "valueBoolean", TRUE);
  pal_json_writer_end (self->out);
  pal_json_writer_end (self->out);
  pal_json_writer_end (self->out);
}

/* The record holds which were answered with yes, and when it was asked; which others were asked it
 * does not, so no answer is made up for them. */
static void
write_screening (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;
  char **ids = visit->red_flags;
  const gboolean any = ids != NULL && ids[0] != NULL;
  PalJsonWriter *out = self->out;

  if (visit->screened_at == PAL_NO_TIME && !any)
    return;
  pal_fhir_begin_part (self, "QuestionnaireResponse", "red-flags", 0);
  pal_json_writer_text (out, "status", "completed");
  pal_fhir_about (self);
  if (visit->screened_at != PAL_NO_TIME)
    {
      g_autofree char *at = pal_time_format (visit->screened_at);
      pal_json_writer_text (out, "authored", at);
    }
  pal_fhir_reference (out, "source", self->patient);
  pal_json_writer_begin_array (out, "item", FALSE);
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_json_writer_text (out, "linkId", "any");
  pal_json_writer_text (out, "text", "Is any red flag answered with yes?");
  pal_json_writer_begin_array (out, "answer", TRUE);
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_json_writer_flag (out, "valueBoolean", any);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
  for (; ids != NULL && *ids != NULL; ids++)
    write_answer (self, *ids);
  pal_json_writer_end (out);
  pal_fhir_end_resource (out);
}

static void
write_consent (const PalFhirVisit *self, const PalConsent *consent, guint index)
{
  g_autofree char *at = pal_time_format (consent->at);
  PalJsonWriter *out = self->out;

  pal_fhir_begin_part (self, "Consent", "consent", index);
  pal_json_writer_text (out, "status", consent->given ? "active" : "rejected");
  pal_fhir_concept (out, "scope", "http://terminology.hl7.org/CodeSystem/consentscope", "treatment",
                    "Treatment", NULL);
  pal_json_writer_begin_array (out, "category", TRUE);
  pal_fhir_words (out, NULL, "Treatment of a sensitive region");
  pal_json_writer_end (out);
  pal_fhir_reference (out, "patient", self->patient);
  pal_json_writer_text (out, "dateTime", at);
  pal_fhir_words (out, "policyRule",
                  pal_fhir_has_text (consent->wording) ? consent->wording : "Asked at the visit");
  pal_json_writer_begin_object (out, "provision", FALSE);
  pal_json_writer_text (out, "type", consent->given ? "permit" : "deny");
  pal_json_writer_begin_array (out, "code", TRUE);
  pal_fhir_region (out, self->atlas, NULL, consent->region, PAL_SIDE_MIDLINE);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
  pal_fhir_end_resource (out);
}

/* What the client asks for ------------------------------------------------------------------- */

/* @area: (nullable): %NULL for the request in words */
static void
write_request (const PalFhirVisit *self, const PalAreaTime *area, guint index)
{
  const PalGroup *group = area != NULL ? pal_atlas_find_group (self->atlas, area->group) : NULL;
  PalJsonWriter *out = self->out;

  pal_fhir_begin_part (self, "ServiceRequest", "request", index);
  pal_json_writer_text (out, "status", self->visit->is_signed ? "completed" : "active");
  pal_json_writer_text (out, "intent", "proposal");
  pal_fhir_words (out, "code", area != NULL ? "Time asked for" : self->visit->request);
  if (area != NULL && area->minutes != PAL_UNSET)
    pal_fhir_quantity (out, "quantityQuantity", area->minutes, "min", "min");
  pal_fhir_about (self);
  pal_json_writer_text (out, "authoredOn", self->at);
  pal_fhir_reference (out, "requester", self->patient);
  if (area != NULL)
    {
      pal_json_writer_begin_array (out, "bodySite", TRUE);
      pal_fhir_concept (out, NULL, PAL_FHIR_GROUP, area->group, group != NULL ? group->name : NULL,
                        NULL);
      pal_json_writer_end (out);
    }
  pal_fhir_end_resource (out);
}

/* What comes next ---------------------------------------------------------------------------- */

static void
write_activity (const PalFhirVisit *self, const char *start, const char *description)
{
  pal_json_writer_begin_object (self->out, NULL, TRUE);
  pal_json_writer_begin_object (self->out, "detail", TRUE);
  pal_json_writer_text (self->out, "status", "not-started");
  if (start != NULL)
    {
      pal_json_writer_begin_object (self->out, "scheduledPeriod", TRUE);
      pal_json_writer_text (self->out, "start", start);
      pal_json_writer_end (self->out);
    }
  pal_json_writer_text (self->out, "description", description);
  pal_json_writer_end (self->out);
  pal_json_writer_end (self->out);
}

static void
write_activities (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;

  for (char **id = visit->home_care; id != NULL && *id != NULL; id++)
    {
      const PalTerm *care = pal_vocabulary_find (self->vocabulary, PAL_TERMS_HOME_CARE, *id);

      write_activity (self, NULL, care != NULL ? care->name : *id);
    }
  for (char **id = visit->check_next; id != NULL && *id != NULL; id++)
    {
      const PalRegion *region = pal_atlas_find_region (self->atlas, *id);
      const PalGroup *group = pal_atlas_find_group (self->atlas, *id);
      g_autofree char *words = g_strconcat ("To check next time: ",
                                            region != NULL  ? region->name
                                            : group != NULL ? group->name
                                                            : *id,
                                            NULL);

      write_activity (self, NULL, words);
    }
  if (visit->next_weeks != PAL_UNSET)
    {
      g_autofree char *start =
          pal_date_format (pal_time_get_date (visit->at) + (PalDate) visit->next_weeks * 7);

      write_activity (self, start, "Next visit");
    }
}

static void
write_plan (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;
  const gboolean has_activities = (visit->home_care != NULL && visit->home_care[0] != NULL) ||
                                  (visit->check_next != NULL && visit->check_next[0] != NULL) ||
                                  visit->next_weeks != PAL_UNSET;

  if (!has_activities && !pal_fhir_has_text (visit->advice))
    return;
  pal_fhir_begin_part (self, "CarePlan", "plan", 0);
  pal_json_writer_text (self->out, "status", visit->is_signed ? "active" : "draft");
  pal_json_writer_text (self->out, "intent", "plan");
  if (pal_fhir_has_text (visit->advice))
    pal_json_writer_text (self->out, "description", visit->advice);
  pal_fhir_about (self);
  pal_json_writer_text (self->out, "created", self->at);
  if (has_activities)
    {
      pal_json_writer_begin_array (self->out, "activity", FALSE);
      write_activities (self);
      pal_json_writer_end (self->out);
    }
  pal_fhir_end_resource (self->out);
}

/* Who signed --------------------------------------------------------------------------------- */

static void
write_signature (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;
  g_autofree char *at = NULL;
  PalJsonWriter *out = self->out;

  if (visit->signed_at == PAL_NO_TIME || !pal_fhir_has_text (visit->signed_by))
    return;
  at = pal_time_format (visit->signed_at);
  pal_fhir_begin_part (self, "Provenance", "signature", 0);
  pal_json_writer_begin_array (out, "target", TRUE);
  pal_fhir_reference (out, NULL, self->encounter);
  pal_json_writer_end (out);
  pal_json_writer_text (out, "recorded", at);
  pal_json_writer_begin_array (out, "agent", TRUE);
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_fhir_display (out, "who", visit->signed_by);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
  pal_fhir_end_resource (out);
}

void
pal_fhir_visit_rest (const PalFhirVisit *self)
{
  const PalVisit *visit = self->visit;

  write_screening (self);
  for (guint i = 0; i < visit->consents->len; i++)
    write_consent (self, g_ptr_array_index (visit->consents, i), i);
  if (pal_fhir_has_text (visit->request))
    write_request (self, NULL, 0);
  for (guint i = 0; i < visit->request_areas->len; i++)
    write_request (self, g_ptr_array_index (visit->request_areas, i), i + 1);
  write_state (self);
  write_notes (self);
  for (guint i = 0; i < visit->tests->len; i++)
    write_test (self, g_ptr_array_index (visit->tests, i), i);
  write_plan (self);
  write_signature (self);
}
