/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of reading one item of shorthand, shared by the two files that do it. */

#pragma once

#include "record/pal-record-private.h"
#include "record/pal-shorthand-private.h"

G_BEGIN_DECLS

/** PalTokenRole: what has become of a token. */
typedef enum
{
  PAL_ROLE_DONE,
  PAL_ROLE_UNKNOWN,
  PAL_ROLE_REGION,
  PAL_ROLE_SECOND_REGION
} PalTokenRole;

/**
 * PalReading:
 * @roles: one for each token
 * @n_regions: phrases that name a region
 * @sides: bits
 * @all: every meaning of the word is wanted
 * @techniques: (element-type utf8): ids, borrowed from the vocabulary
 * @responses: (element-type utf8): ids, borrowed from the vocabulary
 * @regions: (element-type PalRegion): the result of pal_reading_find_region(); empty when refused
 * @name: translated name for them together
 */
typedef struct
{
  const PalToken *tokens;
  guint n;
  PalLexicon *lexicon;
  PalAtlas *atlas;
  PalShorthandItem *item;
  PalTokenRole *roles;
  guint n_regions;
  guint sides;
  guint side_at;
  int before;
  guint before_at;
  int after;
  guint after_at;
  int minutes;
  gboolean all;
  const PalTerm *kind;
  GPtrArray *techniques;
  GPtrArray *responses;
  GPtrArray *regions;
  char *name;
} PalReading;

/** pal_reading_refuse: @message: (transfer full): kept when it is the item's first error. */
void pal_reading_refuse (
    PalReading *self, PalRecordError code, guint first, guint n, char *message);

/** pal_reading_refuse_word: refuses tokens nobody understands, with what is near. */
void pal_reading_refuse_word (PalReading *self, guint first, guint n, char **nearest);

/** pal_reading_note: @line: (transfer full): an assumption to tell about. */
void pal_reading_note (PalReading *self, char *line);

/** pal_reading_dup_words: Returns: (transfer full): the tokens as typed, one space between. */
char *pal_reading_dup_words (const PalReading *self, guint first, guint n);

/** pal_reading_take_term: takes the tokens from @at on for a kind, a technique or a response. */
void pal_reading_take_term (PalReading *self, const PalPhrase *phrase, guint at, guint n);

/** pal_reading_take_mistyped_terms: takes unknown tokens that are one mistake from a term. */
void pal_reading_take_mistyped_terms (PalReading *self);

/** pal_reading_has_paired: Returns: whether a side makes sense for the regions found. */
gboolean pal_reading_has_paired (const PalReading *self);

/** pal_reading_find_region: finds the regions meant, and checks the sides; or refuses. */
void pal_reading_find_region (PalReading *self);

G_END_DECLS
