/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the shorthand share: the words of a text with their places, and the lexicon
 * that says what a phrase is. */

#pragma once

#include "record/pal-shorthand.h"

G_BEGIN_DECLS

/**
 * PalToken:
 * @start: byte offset in the text
 * @end: byte offset just past it
 * @text: the word as typed, made valid UTF-8
 * @key: the word as phrases are compared: folded, punctuation as spaces; may be empty
 * @starts_item: a separator stands before it
 */
typedef struct
{
  gsize start, end;
  char *text;
  char *key;
  gboolean starts_item;
} PalToken;

/** PalPhraseType: what a phrase of the lexicon means. Numbers are no phrases. */
typedef enum
{
  PAL_PHRASE_SIDE,
  PAL_PHRASE_AFTER,
  PAL_PHRASE_ALL,
  PAL_PHRASE_MINUTES,
  PAL_PHRASE_SEVERITY,
  PAL_PHRASE_KIND,
  PAL_PHRASE_TECHNIQUE,
  PAL_PHRASE_RESPONSE,
  PAL_PHRASE_REGION
} PalPhraseType;

/* Bits of PalPhrase.value for sides. */
#define PAL_SIDE_BIT_LEFT 1u
#define PAL_SIDE_BIT_RIGHT 2u

/**
 * PalPhrase:
 * @value: sides as bits, or a severity
 * @term: (nullable): the word of the vocabulary
 * @spelling: as it is offered when completing
 * @has_comma: the phrase contains a comma, as in "Calf, inner"
 */
typedef struct
{
  PalPhraseType type;
  guint value;
  const PalTerm *term;
  char *spelling;
  char *key;
  gboolean has_comma;
} PalPhrase;

/**
 * PalLexicon:
 * @by_key: (element-type utf8 PalPhrase)
 * @phrases: (element-type PalPhrase): owner; in the order of the catalogues
 * @max_words: length of the longest phrase
 *
 * Every phrase the shorthand knows, English and translated: about 1,500. Made for one call.
 */
typedef struct
{
  GHashTable *by_key;
  GPtrArray *phrases;
  guint max_words;
} PalLexicon;

PalLexicon *pal_lexicon_new (PalAtlas *atlas, PalVocabulary *vocabulary);
void pal_lexicon_free (PalLexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalLexicon, pal_lexicon_free)

/** pal_lexicon_make_key: Returns: (transfer full): @text as keys are: folded, words only. */
char *pal_lexicon_make_key (const char *text);

/** pal_lexicon_find: Returns: (nullable): what the @n tokens together mean. */
const PalPhrase *pal_lexicon_find (PalLexicon *self, const PalToken *tokens, guint n);

/** pal_lexicon_find_longest: Returns: (nullable): the longest phrase at the head; @n: its words. */
const PalPhrase *pal_lexicon_find_longest (PalLexicon *self,
                                           const PalToken *tokens,
                                           guint n_tokens,
                                           guint *n);

/**
 * pal_tokens_new:
 *
 * Returns: (transfer full) (element-type PalToken): the words of @length bytes of @text, those
 *   separators that are part of a name already told from those that end an item
 */
GArray *pal_tokens_new (const char *text, gsize length, PalLexicon *lexicon);

/** pal_shorthand_item_new: Returns: (transfer full): an item without marks. */
PalShorthandItem *pal_shorthand_item_new (gsize start, gsize end);

/** pal_shorthand_read_item: Returns: (transfer full): what the @n tokens of one item say. */
PalShorthandItem *pal_shorthand_read_item (const PalToken *tokens,
                                           guint n,
                                           PalLexicon *lexicon,
                                           PalAtlas *atlas,
                                           PalVocabulary *vocabulary);

/**
 * pal_shorthand_dup_label:
 * @marks: (element-type PalMark): of one item, the same but for region and side
 * @name: of the region or structure, translated
 * @sides: bits
 *
 * Returns: (transfer full): "Left ITB, middle third · tight · 3"
 */
char *pal_shorthand_dup_label (const GPtrArray *marks,
                               const char *name,
                               guint sides,
                               PalVocabulary *vocabulary);

G_END_DECLS
