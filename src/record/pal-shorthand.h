/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorthand: "l itb 3, r calf 2 tp, jaw b 1 after 0 mfr 5min" to marks and back to words. The same
 * for the command line and the window's quick entry. */

#pragma once

#include "atlas/pal-search.h"
#include "record/pal-mark.h"

G_BEGIN_DECLS

/**
 * PAL_SHORTHAND_DEFAULT_SEVERITY:
 *
 * Taken when a kind has severity and none was typed: what a therapist bothers to type was noticed,
 * so it is moderate.
 */
#define PAL_SHORTHAND_DEFAULT_SEVERITY 2

/** PAL_SHORTHAND_MAX_BYTES: longer text is refused; nobody types 16 kB of findings. */
#define PAL_SHORTHAND_MAX_BYTES 16384
/** PAL_SHORTHAND_MAX_ITEMS: findings read from one text; 87 regions have 160 sides. */
#define PAL_SHORTHAND_MAX_ITEMS 400

/**
 * PalShorthandItem:
 * @start: byte offset of the item in the text
 * @end: byte offset just past it
 * @marks: (element-type PalMark): one, two for both sides, several for `all`; empty when @error
 * @label: what was understood, translated: "Left ITB, middle third · tight · 3"
 * @others: (nullable) (element-type PalRegion): the word's other meanings, likeliest first
 * @note: (nullable): what was assumed, for the command line: "itb: took …"
 * @error: (nullable): why it was not understood
 * @bad_start: byte offset of the word that was not understood
 * @bad_end: byte offset just past it
 * @suggestions: (nullable): nearest matches for the bad word
 *
 * What one comma-separated item of the text means.
 */
typedef struct
{
  gsize start, end;
  GPtrArray *marks;
  char *label;
  GPtrArray *others;
  char *note;
  GError *error;
  gsize bad_start, bad_end;
  char **suggestions;
} PalShorthandItem;

/**
 * pal_shorthand_parse:
 * @text: any text; it need not be valid UTF-8
 *
 * Reads each item by itself, so that half-typed text shows what is understood so far. Never fails:
 * errors are in the items.
 *
 * Returns: (transfer full) (element-type PalShorthandItem): one for each item of the text
 */
GPtrArray *pal_shorthand_parse (const char *text, PalAtlas *atlas, PalVocabulary *vocabulary);

/**
 * pal_shorthand_read:
 * @notes: (out) (optional) (transfer full): assumptions made, one a line; %NULL-terminated
 *
 * As pal_shorthand_parse(), all or nothing.
 *
 * Returns: (transfer full) (element-type PalMark): the marks, or %NULL with a #PalRecordError that
 *   names the word and the nearest matches
 */
GPtrArray *pal_shorthand_read (
    const char *text, PalAtlas *atlas, PalVocabulary *vocabulary, char ***notes, GError **error);

/**
 * pal_shorthand_complete:
 * @cursor: byte offset of the caret
 *
 * Returns: (transfer full) (nullable): @text with the word before the caret completed, or %NULL
 */
char *pal_shorthand_complete (
    const char *text, gsize cursor, PalAtlas *atlas, PalVocabulary *vocabulary, gsize *new_cursor);

void pal_shorthand_item_free (PalShorthandItem *self);

/** pal_mark_dup_line: Returns: (transfer full): "Left ITB, middle third: tight, severe → mild". */
char *pal_mark_dup_line (const PalMark *self, PalAtlas *atlas, PalVocabulary *vocabulary);

G_END_DECLS
