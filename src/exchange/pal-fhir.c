/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as FHIR R4 resources. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-fhir.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNOMED "http://snomed.info/sct"
#define KIND_SYSTEM "urn:x-palpate:kind"
#define REGION_SYSTEM "urn:x-palpate:region"
#define SEVERITY_SYSTEM "urn:x-palpate:severity"
#define VISIT_TYPE_SYSTEM "urn:x-palpate:visit-type"

/* The namespace of names that are URLs or URNs, RFC 4122 appendix C. */
static const guint8 url_namespace[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                          0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };

/* What all resources of one visit need to know. */
typedef struct
{
  PalJsonWriter *out;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  const PalVisit *visit;
  const char *patient;
  const char *encounter;
  const char *at;
} Context;

/* Ids ---------------------------------------------------------------------------------------- */

static char *
make_name_uuid (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_checksum_update (checksum, url_namespace, sizeof url_namespace);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x50;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

static char *
make_uuid (const char *resource, const char *id)
{
  g_autofree char *name = NULL;

  if (g_uuid_string_is_valid (id))
    return g_ascii_strdown (id, -1);
  name = g_strdup_printf ("urn:x-palpate:%s:%s", resource, id);
  return make_name_uuid (name);
}

/* Data types --------------------------------------------------------------------------------- */

static void
begin_resource (PalJsonWriter *out, const char *type, const char *uuid)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", uuid, NULL);

  pal_json_writer_begin_object (out, NULL, FALSE);
  pal_json_writer_text (out, "fullUrl", url);
  pal_json_writer_begin_object (out, "resource", FALSE);
  pal_json_writer_text (out, "resourceType", type);
  pal_json_writer_text (out, "id", uuid);
}

static void
end_resource (PalJsonWriter *out)
{
  pal_json_writer_end (out);
  pal_json_writer_end (out);
}

static void
write_reference (PalJsonWriter *out, const char *key, const char *uuid)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", uuid, NULL);

  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "reference", url);
  pal_json_writer_end (out);
}

static void
write_coding (
    PalJsonWriter *out, const char *key, const char *system, const char *code, const char *display)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "system", system);
  pal_json_writer_text (out, "code", code);
  if (display != NULL)
    pal_json_writer_text (out, "display", display);
  pal_json_writer_end (out);
}

/* Writes a CodeableConcept of one coding; @text is %NULL when the coding says it all. */
static void
write_concept (PalJsonWriter *out,
               const char *key,
               const char *system,
               const char *code,
               const char *display,
               const char *text)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_begin_array (out, "coding", TRUE);
  write_coding (out, NULL, system, code, display);
  pal_json_writer_end (out);
  if (text != NULL)
    pal_json_writer_text (out, "text", text);
  pal_json_writer_end (out);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != 0;
}

/* Patient ------------------------------------------------------------------------------------ */

static void
write_contact (PalJsonWriter *out, const char *system, const char *value)
{
  if (!has_text (value))
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
  if (has_text (client->family))
    pal_json_writer_text (out, "family", client->family);
  if (has_text (client->given))
    pal_json_writer_words (out, "given", (char *const *) given);
  pal_json_writer_end (out);
  pal_json_writer_end (out);
}

static void
write_patient (PalJsonWriter *out, const PalClient *client, const char *uuid)
{
  begin_resource (out, "Patient", uuid);
  write_name (out, client);
  if (has_text (client->phone) || has_text (client->email))
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
  if (has_text (client->language))
    {
      /* "pt_BR" is how programs write it, "pt-BR" how BCP 47 does. */
      g_autofree char *language = g_strdelimit (g_strdup (client->language), "_", '-');

      pal_json_writer_begin_array (out, "communication", TRUE);
      pal_json_writer_begin_object (out, NULL, TRUE);
      write_concept (out, "language", "urn:ietf:bcp:47", language, NULL, NULL);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
    }
  end_resource (out);
}

/* Encounter and notes ------------------------------------------------------------------------ */

static void
write_period (const Context *context)
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
write_visit_type (const Context *context)
{
  const PalTerm *type = NULL;

  if (has_text (context->visit->type))
    type = pal_vocabulary_find (context->vocabulary, PAL_TERMS_VISIT_TYPE, context->visit->type);
  if (type == NULL)
    return;
  pal_json_writer_begin_array (context->out, "type", TRUE);
  write_concept (context->out, NULL, VISIT_TYPE_SYSTEM, type->id, type->name, NULL);
  pal_json_writer_end (context->out);
}

static void
write_encounter (const Context *context)
{
  PalJsonWriter *out = context->out;
  const PalVisit *visit = context->visit;

  begin_resource (out, "Encounter", context->encounter);
  pal_json_writer_text (out, "status", visit->is_signed ? "finished" : "in-progress");
  write_coding (out, "class", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB",
                "ambulatory");
  write_visit_type (context);
  write_reference (out, "subject", context->patient);
  if (has_text (visit->therapist))
    {
      pal_json_writer_begin_array (out, "participant", TRUE);
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_json_writer_begin_object (out, "individual", TRUE);
      pal_json_writer_text (out, "display", visit->therapist);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
    }
  write_period (context);
  if (has_text (visit->complaint_text))
    {
      pal_json_writer_begin_array (out, "reasonCode", TRUE);
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_json_writer_text (out, "text", visit->complaint_text);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
    }
  end_resource (out);
}

static void
write_notes (const Context *context)
{
  static const char *const titles[PAL_NOTE_N] = { "Subjective", "Objective", "Assessment", "Plan" };
  PalJsonWriter *out = context->out;
  g_autofree char *name = g_strconcat ("urn:x-palpate:notes:", context->encounter, NULL);
  g_autofree char *uuid = make_name_uuid (name);
  guint n = 0;

  for (guint i = 0; i < PAL_NOTE_N; i++)
    n += has_text (context->visit->notes[i]) ? 1 : 0;
  if (n == 0)
    return;
  begin_resource (out, "ClinicalImpression", uuid);
  pal_json_writer_text (out, "status", context->visit->is_signed ? "completed" : "in-progress");
  write_reference (out, "subject", context->patient);
  write_reference (out, "encounter", context->encounter);
  pal_json_writer_text (out, "date", context->at);
  pal_json_writer_begin_array (out, "note", FALSE);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    if (has_text (context->visit->notes[i]))
      {
        g_autofree char *text = g_strdup_printf ("%s: %s", titles[i], context->visit->notes[i]);

        pal_json_writer_begin_object (out, NULL, TRUE);
        pal_json_writer_text (out, "text", text);
        pal_json_writer_end (out);
      }
  pal_json_writer_end (out);
  end_resource (out);
}

/* Observations ------------------------------------------------------------------------------- */

static void
write_side (PalJsonWriter *out, PalSide side)
{
  pal_json_writer_begin_object (out, NULL, TRUE);
  write_concept (out, "code", SNOMED, "272741003", "Laterality", NULL);
  write_concept (out, "valueCodeableConcept", SNOMED,
                 side == PAL_SIDE_LEFT ? "7771000" : "24028007",
                 side == PAL_SIDE_LEFT ? "Left" : "Right", NULL);
  pal_json_writer_end (out);
}

static void
write_severity (PalJsonWriter *out, const char *code, const char *display, int severity)
{
  if (severity == PAL_UNSET)
    return;
  pal_json_writer_begin_object (out, NULL, TRUE);
  write_concept (out, "code", SEVERITY_SYSTEM, code, display, NULL);
  pal_json_writer_count (out, "valueInteger", severity);
  pal_json_writer_end (out);
}

static void
write_components (PalJsonWriter *out, const PalMark *mark)
{
  if (mark->side == PAL_SIDE_MIDLINE && mark->before == PAL_UNSET && mark->after == PAL_UNSET)
    return;
  pal_json_writer_begin_array (out, "component", FALSE);
  if (mark->side != PAL_SIDE_MIDLINE)
    write_side (out, mark->side);
  write_severity (out, "before", "Severity before treatment, 0 to 3", mark->before);
  write_severity (out, "after", "Severity after treatment, 0 to 3", mark->after);
  pal_json_writer_end (out);
}

static void
write_performer (const Context *context, const PalMark *mark)
{
  const char *therapist = context->visit->therapist;

  if (mark->source == PAL_SOURCE_THERAPIST && !has_text (therapist))
    return;
  pal_json_writer_begin_array (context->out, "performer", TRUE);
  if (mark->source == PAL_SOURCE_CLIENT)
    write_reference (context->out, NULL, context->patient);
  else
    {
      pal_json_writer_begin_object (context->out, NULL, TRUE);
      pal_json_writer_text (context->out, "display", therapist);
      pal_json_writer_end (context->out);
    }
  pal_json_writer_end (context->out);
}

static void
write_body_site (const Context *context, const PalMark *mark)
{
  const PalRegion *region = pal_atlas_find_region (context->atlas, mark->region);
  g_autofree char *label = region != NULL ? pal_region_dup_label (region, mark->side) : NULL;

  write_concept (context->out, "bodySite", REGION_SYSTEM, mark->region,
                 region != NULL ? region->name : NULL, label);
}

static void
write_observation (const Context *context, const PalMark *mark, guint index)
{
  PalJsonWriter *out = context->out;
  const PalTerm *kind = pal_vocabulary_find (context->vocabulary, PAL_TERMS_KIND, mark->kind);
  g_autofree char *name = g_strdup_printf ("urn:x-palpate:mark:%s:%u", context->encounter, index);
  g_autofree char *uuid = make_name_uuid (name);

  begin_resource (out, "Observation", uuid);
  pal_json_writer_text (out, "status", context->visit->is_signed ? "final" : "preliminary");
  pal_json_writer_begin_array (out, "category", TRUE);
  write_concept (out, NULL, "http://terminology.hl7.org/CodeSystem/observation-category", "exam",
                 "Exam", NULL);
  pal_json_writer_end (out);
  write_concept (out, "code", KIND_SYSTEM, mark->kind, kind != NULL ? kind->name : NULL, NULL);
  write_reference (out, "subject", context->patient);
  write_reference (out, "encounter", context->encounter);
  pal_json_writer_text (out, "effectiveDateTime", context->at);
  write_performer (context, mark);
  if (has_text (mark->note))
    {
      pal_json_writer_begin_array (out, "note", TRUE);
      pal_json_writer_begin_object (out, NULL, TRUE);
      pal_json_writer_text (out, "text", mark->note);
      pal_json_writer_end (out);
      pal_json_writer_end (out);
    }
  write_body_site (context, mark);
  write_components (out, mark);
  end_resource (out);
}

static void
write_visit (PalJsonWriter *out,
             const PalVisit *visit,
             const char *patient,
             PalAtlas *atlas,
             PalVocabulary *vocabulary)
{
  g_autofree char *encounter = make_uuid ("visit", visit->id);
  g_autofree char *at = pal_time_format (visit->at);
  const Context context = { out, atlas, vocabulary, visit, patient, encounter, at };

  write_encounter (&context);
  write_notes (&context);
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
  patient = make_uuid ("client", file->client->id);
  write_patient (writer, file->client, patient);
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
