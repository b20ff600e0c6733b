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
 *
 * One word of one list. Owned by the vocabulary and immutable.
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

/** pal_vocabulary_find_code: Returns: (nullable): the word with this code, case ignored. */
const PalTerm *pal_vocabulary_find_code (PalVocabulary *self, PalTermList list, const char *code);

const char *pal_term_get_name (const PalTerm *term);
const char *pal_term_get_plain (const PalTerm *term);
const char *pal_term_get_detail (const PalTerm *term);

/** pal_severity_get_name: Returns: translated "Clear", "Mild", "Moderate" or "Severe" for 0 … 3. */
const char *pal_severity_get_name (int severity);

/** pal_severity_get_plain: Returns: translated words for the client for 0 … 3. */
const char *pal_severity_get_plain (int severity);

G_END_DECLS
