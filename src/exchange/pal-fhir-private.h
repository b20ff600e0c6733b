/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of pal-fhir.h share: pal-fhir.c writes clients, encounters and findings,
 * pal-fhir-visit.c what else a visit records, pal-fhir-types.c the data types of FHIR. */

#pragma once

#include "exchange/pal-fhir.h"

G_BEGIN_DECLS

#define PAL_FHIR_SNOMED "http://snomed.info/sct"
#define PAL_FHIR_UNITS "http://unitsofmeasure.org"
#define PAL_FHIR_REGION "urn:x-palpate:region"
#define PAL_FHIR_GROUP "urn:x-palpate:group"

/** PalFhirVisit: what all resources of one visit need to know. */
typedef struct
{
  PalJsonWriter *out;
  PalAtlas *atlas;
  PalVocabulary *vocabulary;
  const PalVisit *visit;
  const char *patient;
  const char *encounter;
  const char *at;
} PalFhirVisit;

gboolean pal_fhir_has_text (const char *text);

/** pal_fhir_dup_uuid: Returns: (transfer full): @id when it is a UUID, else one made from it. */
char *pal_fhir_dup_uuid (const char *resource, const char *id);
/** pal_fhir_dup_name_uuid: Returns: (transfer full): by RFC 4122, version 5. */
char *pal_fhir_dup_name_uuid (const char *name);

void pal_fhir_begin_resource (PalJsonWriter *out, const char *type, const char *uuid);
void pal_fhir_end_resource (PalJsonWriter *out);
void pal_fhir_reference (PalJsonWriter *out, const char *key, const char *uuid);
/** pal_fhir_display: a reference that only names somebody. */
void pal_fhir_display (PalJsonWriter *out, const char *key, const char *name);
void pal_fhir_coding (
    PalJsonWriter *out, const char *key, const char *system, const char *code, const char *display);
/** pal_fhir_concept: of one coding; @text: (nullable): %NULL when the coding says it all. */
void pal_fhir_concept (PalJsonWriter *out,
                       const char *key,
                       const char *system,
                       const char *code,
                       const char *display,
                       const char *text);
/** pal_fhir_words: a concept in words alone. */
void pal_fhir_words (PalJsonWriter *out, const char *key, const char *text);
/** pal_fhir_region: a concept: the region, with its side in the text. */
void pal_fhir_region (
    PalJsonWriter *out, PalAtlas *atlas, const char *key, const char *region, PalSide side);
/** pal_fhir_quantity: @unit: for people, @code: (nullable): in UCUM. */
void pal_fhir_quantity (
    PalJsonWriter *out, const char *key, double value, const char *unit, const char *code);
/** pal_fhir_side: a component: Laterality, left or right. */
void pal_fhir_side (PalJsonWriter *out, PalSide side);

/** pal_fhir_begin_part: begins a resource of the visit with an id made from @what and @index. */
void pal_fhir_begin_part (const PalFhirVisit *self,
                          const char *type,
                          const char *what,
                          guint index);
/** pal_fhir_about: subject and encounter. */
void pal_fhir_about (const PalFhirVisit *self);
/** pal_fhir_category: of an Observation: "exam", "survey". */
void pal_fhir_category (PalJsonWriter *out, const char *code, const char *display);
/** pal_fhir_note: a list of one annotation. */
void pal_fhir_note (PalJsonWriter *out, const char *text);

/** pal_fhir_visit_rest: everything of a visit but its Encounter and the findings. */
void pal_fhir_visit_rest (const PalFhirVisit *self);

G_END_DECLS
