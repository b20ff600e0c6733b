/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Completing the word before the caret from the phrases the shorthand knows. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand.h"

#include "record/pal-shorthand-private.h"

#include <string.h>

/* Names are told apart by their first words; longer beginnings need no help. */
#define MAX_WORDS 4u

/* What the words from the first one on may become. */
typedef struct
{
  const char *key;
  gboolean wants_region;
} Beginning;

static gboolean
is_candidate (const PalPhrase *phrase, const Beginning *beginning)
{
  return !phrase->has_comma && g_str_has_prefix (phrase->key, beginning->key) &&
         strlen (phrase->key) > strlen (beginning->key);
}

/* A region first when the item has none yet, a finding or technique once it has; then the shortest,
 * then the catalogue's order. */
static const PalPhrase *
find_completion (PalLexicon *lexicon, const Beginning *beginning)
{
  const PalPhrase *best = NULL;
  gboolean best_fits = FALSE;

  for (guint i = 0; i < lexicon->phrases->len; i++)
    {
      const PalPhrase *phrase = lexicon->phrases->pdata[i];
      gboolean fits = (phrase->type == PAL_PHRASE_REGION) == beginning->wants_region;

      if (!is_candidate (phrase, beginning))
        continue;
      if (best == NULL || (fits && !best_fits) ||
          (fits == best_fits && strlen (phrase->key) < strlen (best->key)))
        {
          best = phrase;
          best_fits = fits;
        }
    }
  return best;
}

static char *
join_keys (const PalToken *tokens, guint n)
{
  GString *key = g_string_new (tokens[0].key);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (key, " %s", tokens[i].key);
  return g_string_free (key, FALSE);
}

/* Whether the tokens name a region; the side and the like may stand among them. */
static gboolean
has_region (const PalToken *tokens, guint n, PalLexicon *lexicon)
{
  for (guint i = 0; i < n; i++)
    {
      guint length;
      const PalPhrase *phrase = pal_lexicon_find_longest (lexicon, tokens + i, n - i, &length);

      if (phrase != NULL && phrase->type == PAL_PHRASE_REGION)
        return TRUE;
    }
  return FALSE;
}

/* "l" is a side: what follows it is not the rest of "l spine". */
static gboolean
stands_alone (const PalToken *token, PalLexicon *lexicon)
{
  const PalPhrase *phrase = pal_lexicon_find (lexicon, token, 1);

  return phrase != NULL && phrase->type != PAL_PHRASE_REGION;
}

/* The phrase that the last of the @n tokens begin; @first: the first token of it. */
static const PalPhrase *
complete_item (const PalToken *tokens, guint n, PalLexicon *lexicon, guint *first)
{
  for (guint length = MIN (n, MAX_WORDS); length > 0; length--)
    {
      const PalToken *head = tokens + n - length;
      g_autofree char *key = join_keys (head, length);
      Beginning beginning = { key, !has_region (tokens, n - length, lexicon) };
      const PalPhrase *phrase;

      if (*head->key == '\0' || (length > 1 && stands_alone (head, lexicon)))
        continue;

      /* What is a word already is taken as it is: Tab after "itb" goes on to the next word. */
      *first = n - length;
      phrase = g_hash_table_lookup (lexicon->by_key, key);
      if (phrase == NULL)
        phrase = find_completion (lexicon, &beginning);
      if (phrase != NULL)
        return phrase;
    }
  return NULL;
}

/* Nothing begins like this: perhaps a typing mistake in the name of a region. */
static char *
dup_correction (const PalToken *last, PalAtlas *atlas)
{
  PalResolution resolution = { 0 };
  char *id;

  if (g_utf8_strlen (last->key, -1) < 3 || strlen (last->key) > PAL_MAX_ID_CHARS ||
      strpbrk (last->key, G_CSET_DIGITS) != NULL ||
      !pal_atlas_resolve (atlas, last->key, &resolution, NULL))
    return NULL;

  id = g_strdup (resolution.region->id);
  pal_resolution_clear (&resolution);
  return id;
}

static char *
replace_words (const char *text, gsize start, gsize end, const char *words, gsize *new_cursor)
{
  const char *rest = text + end;
  /* One space to go on typing, unless something stands there already. */
  const char *gap = *rest == '\0' ? " " : "";

  if (new_cursor != NULL)
    *new_cursor = start + strlen (words) + strlen (gap);
  return g_strdup_printf ("%.*s%s%s%s", (int) start, text, words, gap, rest);
}

static gboolean
is_at_end_of_word (const char *text, gsize cursor)
{
  /* In the middle of a character the text before the caret is no text. */
  if ((text[cursor] & 0xC0) == 0x80)
    return FALSE;

  return text[cursor] == '\0' || text[cursor] == ',' ||
         g_unichar_isspace (g_utf8_get_char (text + cursor));
}

char *
pal_shorthand_complete (
    const char *text, gsize cursor, PalAtlas *atlas, PalVocabulary *vocabulary, gsize *new_cursor)
{
  g_autoptr (PalLexicon) lexicon = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autofree char *correction = NULL;
  const PalToken *all, *last;
  const PalPhrase *phrase;
  guint n = 1, first = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > PAL_SHORTHAND_MAX_BYTES || cursor > strlen (text) ||
      !g_utf8_validate (text, -1, NULL) || !is_at_end_of_word (text, cursor))
    return NULL;

  lexicon = pal_lexicon_new (atlas, vocabulary);
  tokens = pal_tokens_new (text, cursor, lexicon);
  all = &g_array_index (tokens, PalToken, 0);
  if (tokens->len == 0 || all[tokens->len - 1].end != cursor)
    return NULL;

  while (n < tokens->len && !all[tokens->len - n].starts_item)
    n++;
  last = &all[tokens->len - 1];
  phrase = complete_item (all + tokens->len - n, n, lexicon, &first);
  if (phrase != NULL)
    {
      const PalToken *head = all + tokens->len - n + first;

      return replace_words (text, head->start, cursor, phrase->spelling, new_cursor);
    }

  correction = dup_correction (last, atlas);
  return correction != NULL ? replace_words (text, last->start, cursor, correction, new_cursor)
                            : NULL;
}
