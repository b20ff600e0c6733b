/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short codes that stand for sentences in the notes: shipped ones and abbreviations
 * (`findings.json`), and the practice's own. Typed with a semicolon in front, as in ";rv". */

#pragma once

#include "atlas/pal-atlas-types.h"

G_BEGIN_DECLS

/**
 * PalSnippet:
 * @code: what is typed after the semicolon
 * @name: (nullable): what it is, untranslated; %NULL for the practice's own
 * @text: what it becomes, untranslated; blanks to fill in are in braces: "{side} {region}"
 * @own: the practice's own: never translated
 * @is_abbreviation: one of the standard abbreviations
 */
typedef struct
{
  char *code;
  char *name;
  char *text;
  gboolean own;
  gboolean is_abbreviation;
} PalSnippet;

/** pal_snippet_new_own: Returns: (transfer full): one of the practice's own. */
PalSnippet *pal_snippet_new_own (const char *code, const char *text);
void pal_snippet_free (PalSnippet *self);

/** PAL_MAX_SNIPPET_CODE_CHARS: a code is short, or nobody types it. */
#define PAL_MAX_SNIPPET_CODE_CHARS 24

typedef struct _PalSnippets PalSnippets;

/** pal_snippets_new: Returns: (transfer full): the shipped ones, or %NULL with a #PalAtlasError */
PalSnippets *pal_snippets_new (GError **error);
PalSnippets *pal_snippets_ref (PalSnippets *self);
void pal_snippets_unref (PalSnippets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalSnippets, pal_snippets_unref)

guint pal_snippets_get_n (PalSnippets *self);
const PalSnippet *pal_snippets_get (PalSnippets *self, guint index);

/**
 * pal_snippets_set_own:
 * @lines: (nullable): the practice's own, one a line: the code, a blank, the text; "\n" in a text
 *   begins a new line. Empty lines are left out
 *
 * Replaces the practice's own. An own code goes before a shipped one that is the same.
 *
 * Returns: %FALSE with an error that names the line when one has no text or a code that is too
 *   long; nothing is changed then
 */
gboolean pal_snippets_set_own (PalSnippets *self, const char *lines, GError **error);

/**
 * pal_snippets_parse_own:
 * @lines: (nullable): as pal_snippets_set_own() takes them; lines that are none are left out
 *
 * Returns: (transfer full) (element-type PalSnippet): the practice's own
 */
GPtrArray *pal_snippets_parse_own (const char *lines);

/** pal_snippets_format_own: Returns: (transfer full): the lines pal_snippets_parse_own() reads. */
char *pal_snippets_format_own (const GPtrArray *snippets);

/** pal_snippets_find: Returns: (nullable): by code, as it is written or else in any case. */
const PalSnippet *pal_snippets_find (PalSnippets *self, const char *code);

/** pal_snippet_get_text: Returns: translated; the practice's own as it stands. */
const char *pal_snippet_get_text (const PalSnippet *self);
/** pal_snippet_get_name: Returns: (nullable): translated. */
const char *pal_snippet_get_name (const PalSnippet *self);

/**
 * pal_snippets_expand:
 * @before: what stands before the caret
 * @n_chars: (out): how many characters before the caret give way, the semicolon included
 *
 * Only a semicolon at the beginning or after white space starts a code: "easier; pain" does not.
 *
 * Returns: (transfer none) (nullable): the text to put there, %NULL when no code ends at the caret
 */
const char *pal_snippets_expand (PalSnippets *self, const char *before, guint *n_chars);

/**
 * pal_snippet_find_blank:
 * @start: (out): first character of the next "{…}" in @text at or after the character @from
 * @end: (out): the character behind it
 *
 * Returns: %FALSE when there is none
 */
gboolean pal_snippet_find_blank (const char *text, guint from, guint *start, guint *end);

G_END_DECLS
