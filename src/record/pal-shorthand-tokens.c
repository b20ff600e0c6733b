/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutting a line of shorthand into words and items. Takes any bytes. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-private.h"

/* The longest name with a comma has this many words before it, and after it. */
#define MAX_WORDS_BEFORE_COMMA 3u
#define MAX_WORDS_AFTER_COMMA 3u

static void
clear_token (gpointer data)
{
  PalToken *token = data;

  g_free (token->text);
  g_free (token->key);
}

/* Commas of the scripts people type in, and the end of a line. */
static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == '\n' || c == '\r' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
}

/* Reads one character of at most @left bytes; bytes that are no UTF-8 are characters of a word. */
static gunichar
read_character (const char *at, gsize left, gsize *length)
{
  gunichar c = g_utf8_get_char_validated (at, (gssize) left);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *length = 1;
      return 0xFFFD;
    }

  *length = (gsize) (g_utf8_next_char (at) - at);
  return c;
}

static void
add_token (GArray *tokens, const char *text, gsize start, gsize end, gboolean starts_item)
{
  g_autofree char *raw = g_strndup (text + start, end - start);
  PalToken token = { .start = start, .end = end, .starts_item = starts_item };

  token.text = g_utf8_make_valid (raw, -1);
  token.key = pal_lexicon_make_key (token.text);
  g_array_append_val (tokens, token);
}

/* Whether the comma before @at is part of a name: "calf, inner". Not when what follows it is the
 * longer name of something else: "knee, outer knee". */
static gboolean
is_comma_of_name (const PalToken *tokens, guint n_tokens, guint at, PalLexicon *lexicon)
{
  guint max_before = 1, max_after = 1, longest = 0;

  while (max_before < MIN (at, MAX_WORDS_BEFORE_COMMA) && !tokens[at - max_before].starts_item)
    max_before++;
  while (max_after < MIN (n_tokens - at, MAX_WORDS_AFTER_COMMA) &&
         !tokens[at + max_after].starts_item)
    max_after++;

  pal_lexicon_find_longest (lexicon, tokens + at, max_after, &longest);
  for (guint before = max_before; before > 0; before--)
    {
      for (guint after = max_after; after >= MAX (longest, 1); after--)
        {
          const PalPhrase *phrase =
              pal_lexicon_find (lexicon, tokens + at - before, before + after);

          if (phrase != NULL && phrase->has_comma)
            return TRUE;
        }
    }
  return FALSE;
}

static void
join_names (GArray *tokens, PalLexicon *lexicon)
{
  PalToken *all = &g_array_index (tokens, PalToken, 0);

  for (guint i = 1; i < tokens->len; i++)
    {
      if (all[i].starts_item && is_comma_of_name (all, tokens->len, i, lexicon))
        all[i].starts_item = FALSE;
    }
}

GArray *
pal_tokens_new (const char *text, gsize length, PalLexicon *lexicon)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (PalToken));
  gboolean starts_item = TRUE;
  gsize start = 0, at = 0;

  g_array_set_clear_func (tokens, clear_token);
  while (at <= length)
    {
      gsize n = 1;
      gunichar c = at < length ? read_character (text + at, length - at, &n) : '\n';

      if (is_separator (c) || g_unichar_isspace (c))
        {
          if (at > start)
            {
              add_token (tokens, text, start, at, starts_item);
              starts_item = FALSE;
            }
          starts_item = starts_item || is_separator (c);
          start = at + n;
        }
      at += n;
    }

  join_names (tokens, lexicon);
  return tokens;
}
