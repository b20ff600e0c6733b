/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorthand: "l itb 3, r calf 2 tp, jaw b 1 after 0 mfr 5min" to marks and back to words. The same
 * for the command line and the window's quick entry.
 *
 * Items are separated by commas or line ends; a comma that is part of a name ("calf, inner") does
 * not separate. The words of an item come in any order, in English or the program's language:
 *
 *   side       l, r, b, left, right, both; needed for paired regions, refused on the midline
 *   region     id, name, short name or everyday word, typing mistakes forgiven; a word of several
 *              meanings takes the likeliest and says so; with `all` the whole structure of that
 *              name, or all meanings
 *   severity   0 … 3 or clear, mild, moderate, severe; moderate when missing; 0 makes a mark that
 *              removes the one on the visit (pal_visit_put_mark())
 *   kind       code, name or id; tight when missing
 *   after N    severity after treatment, 0 … 3; "→ N" as well
 *   technique  abbreviation, name or id; several
 *   response   name or id of how the tissue answered; several
 *   5min       minutes spent, "5 min" as well
 *
 * What says something twice or cannot be understood refuses the item; nothing is ignored. */

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
 * @label: what was understood, translated: "Left ITB, middle third · tight · 3"; empty for nothing
 * @others: (nullable) (element-type PalRegion): the word's other meanings, likeliest first
 * @word_start: with @others, byte offset of the word that has them, to be replaced by one of them;
 *   the same as @word_end when its parts do not stand together
 * @word_end: byte offset just past it
 * @note: (nullable): what was assumed, one a line: "itb: took …"
 * @error: (nullable): why it was not understood, a #PalRecordError
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
  gsize word_start, word_end;
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
 * @cursor: byte offset of the caret, at the end of a word
 * @new_cursor: (out) (optional): where the caret belongs then
 *
 * Completes the name that the words before the caret begin: a region when the item has none yet,
 * else a finding or technique; the shortest that fits. A word that begins nothing is corrected to
 * the id of the region most like it.
 *
 * Returns: (transfer full) (nullable): @text with the words before the caret completed, and a space
 *   at the end of the text; or %NULL when nothing fits
 */
char *pal_shorthand_complete (
    const char *text, gsize cursor, PalAtlas *atlas, PalVocabulary *vocabulary, gsize *new_cursor);

void pal_shorthand_item_free (PalShorthandItem *self);

/**
 * pal_mark_dup_line:
 *
 * Returns: (transfer full): one line for lists and notes, translated: "Left ITB, middle third:
 *   tight, severe → mild after stripping"; without an arrow when it was not re-checked
 */
char *pal_mark_dup_line (const PalMark *self, PalAtlas *atlas, PalVocabulary *vocabulary);

G_END_DECLS
