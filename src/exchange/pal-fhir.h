/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as HL7 FHIR R4 (4.0.1), for handing to other health software. One way only.
 *
 * A Bundle of type collection with, client by client:
 * - Patient: name, birth date, phone, e-mail, language; a Flag for each alert.
 * - Encounter for each visit: class AMB, finished when signed, in-progress when a draft; the reason
 *   is the complaint, in words and as regions; participant and location are therapist and room.
 * - QuestionnaireResponse for a visit at which red flags were asked about: those answered with yes.
 * - Consent for each answer about a sensitive region; its policy is the wording of the question.
 * - ServiceRequest, requested by the Patient: what the client would like time on, in words and as
 *   minutes by group.
 * - Observation, category survey: the state of the day, each fact a component
 *   (urn:x-palpate:state).
 * - ClinicalImpression for each visit with notes, findings or amendments: one annotation a section.
 *   The lines made from the findings are an annotation of their own, which says that they are; what
 *   was typed stays as it was typed. Its investigations are the groups that were examined.
 * - Observation for each test, category exam, with its value, unit and side.
 * - CarePlan: advice, home care, what to check next time, when the next visit is due.
 * - Provenance: who signed the visit and when.
 * - Observation for each mark, category exam: code is the kind (system urn:x-palpate:kind),
 *   bodySite the region (urn:x-palpate:region). bodySite is a plain CodeableConcept in R4 and has
 *   no qualifier, so the side is a component of its own: Laterality (SNOMED CT 272741003) with
 *   Left (7771000) or Right (24028007). Severity 0 to 3 before and after treatment are integer
 *   components (urn:x-palpate:severity, before and after); techniques, tissue responses, minutes
 *   and whether it belongs to the complaint are components too (urn:x-palpate:mark). What the
 *   client reports is performed by the Patient. Marks that were carried over and not confirmed are
 *   no observations, and left out.
 *
 * Exact spots and ink are places on Palpate's own drawings, and stay in its own format.
 *
 * Resources refer to each other by urn:uuid. Ids of our own that are no UUID, and marks, which have
 * no id, get a UUID made from names (RFC 4122, version 5), the same at every export. */

#pragma once

#include "atlas/pal-vocabulary.h"
#include "exchange/pal-json-writer.h"
#include "record/pal-client.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/** pal_fhir_begin: begins the bundle. */
void pal_fhir_begin (PalJsonWriter *writer);

/** pal_fhir_add: adds a client and all visits. The text written so far may be taken away after. */
void pal_fhir_add (PalJsonWriter *writer,
                   const PalClientFile *file,
                   PalAtlas *atlas,
                   PalVocabulary *vocabulary);

/** pal_fhir_end: ends the bundle. */
void pal_fhir_end (PalJsonWriter *writer);

G_END_DECLS
