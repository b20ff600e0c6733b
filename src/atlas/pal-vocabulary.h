/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped words of findings: kinds, severities, techniques, responses, visit types, terrains,
 * symptoms and so on (`findings.json`), with the practice's own beside them. Ids are stable. */

#pragma once

#include "atlas/pal-atlas-types.h"

G_BEGIN_DECLS

typedef enum
{
  PAL_TERMS_KIND,
  PAL_TERMS_TECHNIQUE,
  PAL_TERMS_RESPONSE,
  PAL_TERMS_VISIT_TYPE,
  PAL_TERMS_ACTIVITY_LEVEL,
  PAL_TERMS_TERRAIN,
  PAL_TERMS_SYMPTOM,
  PAL_TERMS_HOME_CARE,
  PAL_TERMS_TEST,
  PAL_TERMS_RED_FLAG,
  PAL_TERMS_N
} PalTermList;

/**
 * PalTerm:
 * @id: what records hold
 * @name: untranslated; show through pal_term_get_name()
 * @plain: (nullable): in words for the client; show through pal_term_get_plain()
 * @detail: (nullable): description, instruction, question or note, by list
 * @codes: (nullable): shorthand codes or abbreviations, %NULL-terminated
 * @has_severity: kinds: carries `before` and `after`
 * @favourable: kinds: a good finding, never counted as a problem
 * @regions: (nullable): ids of regions it concerns, %NULL-terminated
 * @own: added by the practice, not shipped
 * @retired: no longer offered; found by its id as before, so that old records keep their word
 * @replaces: (nullable): own: id of the word it is a new name of
 * @category: (nullable): techniques: "stroke", "tool" …; responses: the aspect, "texture" …;
 *   tests: "range", "function" or "strength"; red flags: "stop" or "caution"
 * @scope: (nullable): red flags: "whole" or "local"
 * @reason: (nullable): red flags: why it is asked; show through pal_term_get_reason()
 * @advice: (nullable): red flags: what to do; show through pal_term_get_advice()
 * @red_flag: (nullable): symptoms: id of the red flag to ask about
 * @unit: (nullable): tests: "degrees", "cm", "grade 0–5" …; show through pal_term_get_unit()
 * @source: (nullable): tests: where the normal range is from
 * @normal_from: tests: textbook range for adults in @unit, never a verdict; NaN when there is none
 * @normal_to: tests: its other end; NaN when there is none
 * @paired: tests: measured on each side
 *
 * One word of one list. Owned by the vocabulary and immutable. Tests are named after joint and
 * movement: "Neck: flexion", and "Ankle: dorsiflexion (strength)" for tests of strength.
 */
typedef struct
{
  guint index;
  char *id;
  char *name;
  char *plain;
  char *detail;
  char **codes;
  gboolean has_severity;
  gboolean favourable;
  char **regions;
  gboolean own;
  gboolean retired;
  char *replaces;
  char *category;
  char *scope;
  char *reason;
  char *advice;
  char *red_flag;
  char *unit;
  char *source;
  double normal_from;
  double normal_to;
  gboolean paired;
} PalTerm;

typedef struct _PalVocabulary PalVocabulary;

/**
 * pal_vocabulary_new:
 *
 * Returns: (transfer full): the shipped words, or %NULL with a #PalAtlasError
 */
PalVocabulary *pal_vocabulary_new (GError **error);

PalVocabulary *pal_vocabulary_ref (PalVocabulary *self);
void pal_vocabulary_unref (PalVocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalVocabulary, pal_vocabulary_unref)

/** pal_vocabulary_get_n: Returns: how many words the list has. */
guint pal_vocabulary_get_n (PalVocabulary *self, PalTermList list);
const PalTerm *pal_vocabulary_get (PalVocabulary *self, PalTermList list, guint index);

/** pal_vocabulary_find: Returns: (transfer none) (nullable): the word with this id. */
const PalTerm *pal_vocabulary_find (PalVocabulary *self, PalTermList list, const char *id);

/** pal_vocabulary_list_offered: Returns: (transfer container) (element-type PalTerm): the words of
 * the list that are not retired, in its order. */
GPtrArray *pal_vocabulary_list_offered (PalVocabulary *self, PalTermList list);

/** pal_vocabulary_find_code: Returns: (nullable): the offered word with this code, case ignored. */
const PalTerm *pal_vocabulary_find_code (PalVocabulary *self, PalTermList list, const char *code);

/**
 * pal_vocabulary_add_own:
 * @id: not yet in the list
 * @name: in the practice's own words, never translated
 * @plain: (nullable): for the client
 *
 * Adds a word of the practice, without severity. Only while nobody else uses the vocabulary:
 * lists may be read from any thread, but not while they grow.
 *
 * Returns: %FALSE with %PAL_ATLAS_ERROR_BAD_CATALOGUE when @id or @name is empty or @id is taken
 */
gboolean pal_vocabulary_add_own (PalVocabulary *self,
                                 PalTermList list,
                                 const char *id,
                                 const char *name,
                                 const char *plain,
                                 GError **error);

/**
 * PalOwnTerm:
 * @has_severity: kinds only
 * @retired: no longer offered; records that hold it still show its name
 * @replaces: (nullable): id of the word of the same list that it is a new name of
 *
 * A word the practice added to a list. With the id of a shipped word it only says whether that one
 * is retired.
 */
typedef struct
{
  PalTermList list;
  char *id;
  char *name;
  gboolean has_severity;
  gboolean retired;
  char *replaces;
} PalOwnTerm;

void pal_own_term_free (PalOwnTerm *self);

/**
 * pal_vocabulary_put_own:
 *
 * Adds a word of the practice as pal_vocabulary_add_own() does. A word that is there, shipped or
 * own, keeps its name and is only retired or offered again: a new name is a new word, so that no
 * old record changes what it says. One that replaces another goes by the same codes, belongs to the
 * same regions and category, and is as favourable; the words for the client are not taken over.
 */
gboolean pal_vocabulary_put_own (PalVocabulary *self, const PalOwnTerm *own, GError **error);

/** pal_term_list_to_id: Returns: the list's name in findings.json, such as "tissueResponses". */
const char *pal_term_list_to_id (PalTermList list);

/** pal_term_get_name: Returns: (transfer none): translated; the practice's own as it stands. */
const char *pal_term_get_name (const PalTerm *term);
/** pal_term_get_plain: Returns: (nullable) (transfer none): translated words for the client. */
const char *pal_term_get_plain (const PalTerm *term);
/** pal_term_get_detail: Returns: (nullable) (transfer none): translated detail. */
const char *pal_term_get_detail (const PalTerm *term);
/** pal_term_get_reason: Returns: (nullable) (transfer none): translated reason of a red flag. */
const char *pal_term_get_reason (const PalTerm *term);
/** pal_term_get_advice: Returns: (nullable) (transfer none): translated advice of a red flag. */
const char *pal_term_get_advice (const PalTerm *term);
/** pal_term_get_unit: Returns: (nullable) (transfer none): translated unit of a test. */
const char *pal_term_get_unit (const PalTerm *term);

/** pal_severity_get_name: Returns: translated "Clear", "Mild", "Moderate" or "Severe" for 0 … 3. */
const char *pal_severity_get_name (int severity);

/** pal_severity_get_plain: Returns: translated words for the client for 0 … 3. */
const char *pal_severity_get_plain (int severity);

G_END_DECLS
