/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The data types of FHIR: ids, references, codings, quantities. */

#define G_LOG_DOMAIN "pal-exchange"

#include "config.h"

#include "exchange/pal-fhir-private.h"

/* The namespace of names that are URLs or URNs, RFC 4122 appendix C. */
static const guint8 url_namespace[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                          0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };

char *
pal_fhir_dup_name_uuid (const char *name)
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

char *
pal_fhir_dup_uuid (const char *resource, const char *id)
{
  g_autofree char *name = NULL;

  if (g_uuid_string_is_valid (id))
    return g_ascii_strdown (id, -1);
  name = g_strdup_printf ("urn:x-palpate:%s:%s", resource, id);
  return pal_fhir_dup_name_uuid (name);
}

void
pal_fhir_begin_resource (PalJsonWriter *out, const char *type, const char *uuid)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", uuid, NULL);

  pal_json_writer_begin_object (out, NULL, FALSE);
  pal_json_writer_text (out, "fullUrl", url);
  pal_json_writer_begin_object (out, "resource", FALSE);
  pal_json_writer_text (out, "resourceType", type);
  pal_json_writer_text (out, "id", uuid);
}

void
pal_fhir_end_resource (PalJsonWriter *out)
{
  pal_json_writer_end (out);
  pal_json_writer_end (out);
}

void
pal_fhir_reference (PalJsonWriter *out, const char *key, const char *uuid)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", uuid, NULL);

  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "reference", url);
  pal_json_writer_end (out);
}

void
pal_fhir_coding (
    PalJsonWriter *out, const char *key, const char *system, const char *code, const char *display)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "system", system);
  pal_json_writer_text (out, "code", code);
  if (display != NULL)
    pal_json_writer_text (out, "display", display);
  pal_json_writer_end (out);
}

void
pal_fhir_concept (PalJsonWriter *out,
                  const char *key,
                  const char *system,
                  const char *code,
                  const char *display,
                  const char *text)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_begin_array (out, "coding", TRUE);
  pal_fhir_coding (out, NULL, system, code, display);
  pal_json_writer_end (out);
  if (text != NULL)
    pal_json_writer_text (out, "text", text);
  pal_json_writer_end (out);
}

gboolean
pal_fhir_has_text (const char *text)
{
  return text != NULL && *text != 0;
}

void
pal_fhir_side (PalJsonWriter *out, PalSide side)
{
  pal_json_writer_begin_object (out, NULL, TRUE);
  pal_fhir_concept (out, "code", PAL_FHIR_SNOMED, "272741003", "Laterality", NULL);
  pal_fhir_concept (out, "valueCodeableConcept", PAL_FHIR_SNOMED,
                    side == PAL_SIDE_LEFT ? "7771000" : "24028007",
                    side == PAL_SIDE_LEFT ? "Left" : "Right", NULL);
  pal_json_writer_end (out);
}

void
pal_fhir_display (PalJsonWriter *out, const char *key, const char *name)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "display", name);
  pal_json_writer_end (out);
}

void
pal_fhir_words (PalJsonWriter *out, const char *key, const char *text)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_text (out, "text", text);
  pal_json_writer_end (out);
}

void
pal_fhir_region (PalJsonWriter *out, PalAtlas *atlas, const char *key, const char *id, PalSide side)
{
  const PalRegion *region = pal_atlas_find_region (atlas, id);
  g_autofree char *label = region != NULL ? pal_region_dup_label (region, side) : NULL;

  pal_fhir_concept (out, key, PAL_FHIR_REGION, id, region != NULL ? region->name : NULL, label);
}

void
pal_fhir_quantity (
    PalJsonWriter *out, const char *key, double value, const char *unit, const char *code)
{
  pal_json_writer_begin_object (out, key, TRUE);
  pal_json_writer_number (out, "value", value);
  pal_json_writer_text (out, "unit", unit);
  if (code != NULL)
    {
      pal_json_writer_text (out, "system", PAL_FHIR_UNITS);
      pal_json_writer_text (out, "code", code);
    }
  pal_json_writer_end (out);
}

void
pal_fhir_begin_part (const PalFhirVisit *self, const char *type, const char *what, guint index)
{
  g_autofree char *name = g_strdup_printf ("urn:x-palpate:%s:%s:%u", what, self->encounter, index);
  g_autofree char *uuid = pal_fhir_dup_name_uuid (name);

  pal_fhir_begin_resource (self->out, type, uuid);
}

void
pal_fhir_about (const PalFhirVisit *self)
{
  pal_fhir_reference (self->out, "subject", self->patient);
  pal_fhir_reference (self->out, "encounter", self->encounter);
}

void
pal_fhir_category (PalJsonWriter *out, const char *code, const char *display)
{
  pal_json_writer_begin_array (out, "category", TRUE);
  pal_fhir_concept (out, NULL, "http://terminology.hl7.org/CodeSystem/observation-category", code,
                    display, NULL);
  pal_json_writer_end (out);
}

void
pal_fhir_note (PalJsonWriter *out, const char *text)
{
  pal_json_writer_begin_array (out, "note", TRUE);
  pal_fhir_words (out, NULL, text);
  pal_json_writer_end (out);
}
