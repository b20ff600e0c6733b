/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as FHIR R4 resources. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-fhir-private.h"

#define KIND_SYSTEM "urn:x-palpate:kind"
#define MARK_SYSTEM "urn:x-palpate:mark"
#define RESPONSE_SYSTEM "urn:x-palpate:response"
#define SEVERITY_SYSTEM "urn:x-palpate:severity"
#define TECHNIQUE_SYSTEM "urn:x-palpate:technique"
#define VISIT_TYPE_SYSTEM "urn:x-palpate:visit-type"

/* Patient ------------------------------------------------------------------------------------ */

static void
write_contact (PalJsonWriter *out, const char *system, const char *value)
{
  if (!pal_fhir_has_text (value))
    return;
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_json_writer_text (out, "system", system);
  pal_json_writer_text (out, "value", value);
  pal_json_writer_end (out);
}

static void
write_name (PalJsonWriter *out, const PalClient *client)
{
  const char *const given[] = { client->given, NULL };

  pal_json_writer_begin_array (out, "name", TRUE);
  pal_json_writer_begin_object (out, NULL, TRUE);
  if (pal_fhir_has_text (client->family))
    pal_json_writer_text (out, "family", client->family);
  if (pal_fhir_has_text (client->given))
    pal_json_writer_words (out, "given", (char *const *) given);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
}

static void
write_patient (PalJsonWriter *out, const PalClient *client, const char *uuid)
{
  pal_fhir_begin_resource (out, "Patient", uuid);
  write_name (out, client);
  if (pal_fhir_has_text (client->phone) || pal_fhir_has_text (client->email))
    {
      pal_json_writer_begin_array (out, "telecom", TRUE);
      write_contact (out, "phone", client->phone);
      write_contact (out, "email", client->email);
      pal_json_writer_end (out);
    }
  if (client->born != PAL_NO_DATE)
    {
      g_autofree char *born = pal_date_format (client->born);
      pal_json_writer_text (out, "birthDate", born);
    }
  if (pal_fhir_has_text (client->language))
    {
      /* "pt_BR" is how programs write it, "pt-BR" how BCP 47 does. */
      g_autofree char *language = g_strdelimit (g_strdup (client->language), "_", '-');

      pal_json_writer_begin_array (out, "communication", TRUE);
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_fhir_concept (out, "language", "urn:ietf:bcp:47", language, NULL, NULL);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
    }
  pal_fhir_end_resource (out);
}

static void
write_alerts (PalJsonWriter *out, const PalClient *client, const char *patient)
{
  for (guint i = 0; i < client->alerts->len; i++)
    {
      const PalAlert *alert = g_ptr_array_index (client->alerts, i);
      g_autofree char *name = g_strdup_printf ("urn:x-palpate:alert:%s:%u", patient, i);
      g_autofree char *uuid = pal_fhir_dup_name_uuid (name);

      pal_fhir_begin_resource (out, "Flag", uuid);
      pal_json_writer_text (out, "status", "active");
      pal_fhir_concept (out, "code", "urn:x-palpate:alert", pal_alert_level_to_id (alert->level),
                        NULL, alert->text);
      pal_fhir_reference (out, "subject", patient);
      pal_fhir_end_resource (out);
    }
}

/* Encounter ---------------------------------------------------------------------------------- */

static void
write_period (const PalFhirVisit *context)
{
  const PalVisit *visit = context->visit;

  pal_json_writer_begin_object (context->out, "period", TRUE);
  pal_json_writer_text (context->out, "start", context->at);
  if (visit->minutes != PAL_UNSET)
    {
      g_autofree char *end = pal_time_format (visit->at + (PalTime) visit->minutes * 60);
      pal_json_writer_text (context->out, "end", end);
    }
  pal_json_writer_end (context->out);
}

static void
write_visit_type (const PalFhirVisit *context)
{
  const PalTerm *type = NULL;

  if (pal_fhir_has_text (context->visit->type))
    type = pal_vocabulary_find (context->vocabulary, PAL_TERMS_VISIT_TYPE, context->visit->type);
  if (type == NULL)
    return;
  pal_json_writer_begin_array (context->out, "type", TRUE);
  pal_fhir_concept (context->out, NULL, VISIT_TYPE_SYSTEM, type->id, type->name, NULL);
  pal_json_writer_end (context->out);
}

/* Somebody or some place that is only known by name. */
static void
write_place (PalJsonWriter *out, const char *list, const char *key, const char *name)
{
  if (!pal_fhir_has_text (name))
    return;
  pal_json_writer_begin_array (out, list, TRUE);
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_fhir_display (out, key, name);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
}

static void
write_reasons (const PalFhirVisit *context)
{
  const PalVisit *visit = context->visit;

  if (!pal_fhir_has_text (visit->complaint_text) && visit->complaint_regions->len == 0)
    return;
  pal_json_writer_begin_array (context->out, "reasonCode", FALSE);
  if (pal_fhir_has_text (visit->complaint_text))
    pal_fhir_words (context->out, NULL, visit->complaint_text);
  for (guint i = 0; i < visit->complaint_regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (visit->complaint_regions, PalSidedRegion, i);

      pal_fhir_region (context->out, context->atlas, NULL, item->region, item->side);
    }
  pal_json_writer_end (context->out);
}

static void
write_encounter (const PalFhirVisit *context)
{
  PalJsonWriter *out = context->out;
  const PalVisit *visit = context->visit;

  pal_fhir_begin_resource (out, "Encounter", context->encounter);
  pal_json_writer_text (out, "status", visit->is_signed ? "finished" : "in-progress");
  pal_fhir_coding (out, "class", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB",
                   "ambulatory");
  write_visit_type (context);
  pal_fhir_reference (out, "subject", context->patient);
  write_place (out, "participant", "individual", visit->therapist);
  write_period (context);
  write_reasons (context);
  write_place (out, "location", "location", visit->room);
  pal_fhir_end_resource (out);
}

/* Observations ------------------------------------------------------------------------------- */

static void
write_severity (PalJsonWriter *out, const char *code, const char *display, int severity)
{
  if (severity == PAL_UNSET)
    return;
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_fhir_concept (out, "code", SEVERITY_SYSTEM, code, display, NULL);
  pal_json_writer_count (out, "valueInteger", severity);
  pal_json_writer_end (out);
}

static void
write_terms (const PalFhirVisit *context,
             PalTermList list,
             const char *system,
             const char *code,
             const char *display,
             char **ids)
{
  for (; ids != NULL && *ids != NULL; ids++)
    {
      const PalTerm *term = pal_vocabulary_find (context->vocabulary, list, *ids);

      pal_json_writer_begin_object (context->out, NULL, TRUE);
      pal_fhir_concept (context->out, "code", MARK_SYSTEM, code, display, NULL);
      pal_fhir_concept (context->out, "valueCodeableConcept", system, *ids,
                        term != NULL ? term->name : NULL, NULL);
      pal_json_writer_end (context->out);
    }
}

static void
write_work (const PalFhirVisit *context, const PalMark *mark)
{
  PalJsonWriter *out = context->out;
  const char *concern = pal_concern_to_id (mark->concern);

  write_terms (context, PAL_TERMS_TECHNIQUE, TECHNIQUE_SYSTEM, "technique", "Technique",
               mark->techniques);
  write_terms (context, PAL_TERMS_RESPONSE, RESPONSE_SYSTEM, "response", "Tissue response",
               mark->responses);
  if (mark->minutes != PAL_UNSET)
    {
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_fhir_concept (out, "code", MARK_SYSTEM, "minutes", "Time spent", NULL);
      pal_fhir_quantity (out, "valueQuantity", mark->minutes, "min", "min");
      pal_json_writer_end (out);
    }
  if (concern != NULL)
    {
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_fhir_concept (out, "code", MARK_SYSTEM, "concern", "Complaint or baseline", NULL);
      pal_json_writer_text (out, "valueString", concern);
      pal_json_writer_end (out);
    }
}

static gboolean
has_components (const PalMark *mark)
{
  return mark->side != PAL_SIDE_MIDLINE || mark->before != PAL_UNSET || mark->after != PAL_UNSET ||
         mark->techniques != NULL || mark->responses != NULL || mark->minutes != PAL_UNSET ||
         mark->concern != PAL_CONCERN_UNSET;
}

static void
write_components (const PalFhirVisit *context, const PalMark *mark)
{
  PalJsonWriter *out = context->out;

  if (!has_components (mark))
    return;
  pal_json_writer_begin_array (out, "component", FALSE);
  if (mark->side != PAL_SIDE_MIDLINE)
    pal_fhir_side (out, mark->side);
  write_severity (out, "before", "Severity before treatment, 0 to 3", mark->before);
  write_severity (out, "after", "Severity after treatment, 0 to 3", mark->after);
  write_work (context, mark);
  pal_json_writer_end (out);
}

static void
write_performer (const PalFhirVisit *context, const PalMark *mark)
{
  const char *therapist = context->visit->therapist;

  if (mark->source == PAL_SOURCE_THERAPIST && !pal_fhir_has_text (therapist))
    return;
  pal_json_writer_begin_array (context->out, "performer", TRUE);
  if (mark->source == PAL_SOURCE_CLIENT)
    pal_fhir_reference (context->out, NULL, context->patient);
  else
    pal_fhir_display (context->out, NULL, therapist);
  pal_json_writer_end (context->out);
}

static void
write_observation (const PalFhirVisit *context, const PalMark *mark, guint index)
{
  PalJsonWriter *out = context->out;
  const PalTerm *kind = pal_vocabulary_find (context->vocabulary, PAL_TERMS_KIND, mark->kind);
  g_autofree char *name = g_strdup_printf ("urn:x-palpate:mark:%s:%u", context->encounter, index);
  g_autofree char *uuid = pal_fhir_dup_name_uuid (name);

  pal_fhir_begin_resource (out, "Observation", uuid);
  pal_json_writer_text (out, "status", context->visit->is_signed ? "final" : "preliminary");
  pal_fhir_category (out, "exam", "Exam");
  pal_fhir_concept (out, "code", KIND_SYSTEM, mark->kind, kind != NULL ? kind->name : NULL, NULL);
  pal_fhir_reference (out, "subject", context->patient);
  pal_fhir_reference (out, "encounter", context->encounter);
  pal_json_writer_text (out, "effectiveDateTime", context->at);
  write_performer (context, mark);
  if (pal_fhir_has_text (mark->note))
    pal_fhir_note (out, mark->note);
  pal_fhir_region (out, context->atlas, "bodySite", mark->region, mark->side);
  write_components (context, mark);
  pal_fhir_end_resource (out);
}

static void
write_visit (PalJsonWriter *out,
             const PalVisit *visit,
             const char *patient,
             PalAtlas *atlas,
             PalVocabulary *vocabulary)
{
  g_autofree char *encounter = pal_fhir_dup_uuid ("visit", visit->id);
  g_autofree char *at = pal_time_format (visit->at);
  const PalFhirVisit context = { out, atlas, vocabulary, visit, patient, encounter, at };

  write_encounter (&context);
  pal_fhir_visit_rest (&context);
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);

      if (!mark->carried)
        write_observation (&context, mark, i);
    }
}

void
pal_fhir_begin (PalJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  pal_json_writer_begin_object (writer, NULL, FALSE);
  pal_json_writer_text (writer, "resourceType", "Bundle");
  pal_json_writer_text (writer, "type", "collection");
}

void
pal_fhir_add (PalJsonWriter *writer,
              const PalClientFile *file,
              PalAtlas *atlas,
              PalVocabulary *vocabulary)
{
  g_autofree char *patient = NULL;

  g_return_if_fail (writer != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (atlas != NULL);
  g_return_if_fail (vocabulary != NULL);

  /* Not in pal_fhir_begin (): FHIR knows no empty arrays. */
  if (writer->depth == 1)
    pal_json_writer_begin_array (writer, "entry", FALSE);
  patient = pal_fhir_dup_uuid ("client", file->client->id);
  write_patient (writer, file->client, patient);
  write_alerts (writer, file->client, patient);
  for (guint i = 0; i < file->visits->len; i++)
    write_visit (writer, g_ptr_array_index (file->visits, i), patient, atlas, vocabulary);
}

void
pal_fhir_end (PalJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  while (writer->depth > 0)
    pal_json_writer_end (writer);
  g_string_append_c (writer->out, '\n');
}
