/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicon of the shorthand: every phrase that means something by itself, in English and in the
 * language of the program. Typing mistakes are not forgiven here. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
pal_lexicon_make_key (const char *text)
{
  g_autofree char *folded = pal_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));
  gboolean gap = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* "runner's" and "runners" are the same word. */
      if (c == '\'' || c == 0x2019)
        continue;
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (gap && key->len > 0)
            g_string_append_c (key, ' ');
          gap = FALSE;
          g_string_append_unichar (key, c);
        }
      else
        gap = TRUE;
    }
  return g_string_free (key, FALSE);
}

static guint
count_words (const char *key)
{
  guint n = 1;

  for (; *key != '\0'; key++)
    n += *key == ' ';
  return n;
}

static void
free_phrase (gpointer data)
{
  PalPhrase *phrase = data;

  g_free (phrase->spelling);
  g_free (phrase->key);
  g_free (phrase);
}

/* The first meaning of a phrase stays: what is English and short cannot be taken by a translation.
 */
static void
add_phrase (
    PalLexicon *self, const char *text, PalPhraseType type, guint value, const PalTerm *term)
{
  g_autofree char *key = NULL;
  PalPhrase *phrase;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;

  key = pal_lexicon_make_key (text);
  if (*key == '\0' || g_hash_table_contains (self->by_key, key))
    return;

  phrase = g_new0 (PalPhrase, 1);
  phrase->type = type;
  phrase->value = value;
  phrase->term = term;
  phrase->spelling = g_utf8_strdown (text, -1);
  phrase->has_comma = strchr (text, ',') != NULL;
  phrase->key = g_steal_pointer (&key);
  self->max_words = MAX (self->max_words, count_words (phrase->key));
  g_ptr_array_add (self->phrases, phrase);
  g_hash_table_insert (self->by_key, phrase->key, phrase);
}

/* @choices: spellings separated by "|". */
static void
add_choices (PalLexicon *self, const char *choices, PalPhraseType type, guint value)
{
  g_auto (GStrv) list = g_strsplit (choices, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    add_phrase (self, list[i], type, value, NULL);
}

static void
add_small_words (PalLexicon *self)
{
  static const struct
  {
    const char *choices;
    PalPhraseType type;
    guint value;
  } words[] = {
    /* Translators: words of the quick entry, "l itb 3 after 1 5min". List every spelling people
     * will type, the shortest too, separated by "|". The English ones are always understood. */
    { NC_ ("quick entry", "l|left"), PAL_PHRASE_SIDE, PAL_SIDE_BIT_LEFT },
    { NC_ ("quick entry", "r|right"), PAL_PHRASE_SIDE, PAL_SIDE_BIT_RIGHT },
    { NC_ ("quick entry", "b|both|both sides"), PAL_PHRASE_SIDE,
      PAL_SIDE_BIT_LEFT | PAL_SIDE_BIT_RIGHT },
    { NC_ ("quick entry", "after"), PAL_PHRASE_AFTER, 0 },
    { NC_ ("quick entry", "all"), PAL_PHRASE_ALL, 0 },
    { NC_ ("quick entry", "min|mins|minute|minutes"), PAL_PHRASE_MINUTES, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_choices (self, words[i].choices, words[i].type, words[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_choices (self, g_dpgettext2 (GETTEXT_PACKAGE, "quick entry", words[i].choices),
                 words[i].type, words[i].value);
}

static void
add_severities (PalLexicon *self)
{
  static const char *const english[] = { "clear", "mild", "moderate", "severe" };

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    add_phrase (self, english[i], PAL_PHRASE_SEVERITY, i, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    add_phrase (self, pal_severity_get_name ((int) i), PAL_PHRASE_SEVERITY, i, NULL);
}

static void
add_terms (PalLexicon *self, PalVocabulary *vocabulary, PalTermList list, PalPhraseType type)
{
  g_autoptr (GPtrArray) offered = pal_vocabulary_list_offered (vocabulary, list);

  for (guint i = 0; i < offered->len; i++)
    {
      const PalTerm *term = g_ptr_array_index (offered, i);

      for (guint c = 0; term->codes != NULL && term->codes[c] != NULL; c++)
        add_phrase (self, term->codes[c], type, 0, term);
      add_phrase (self, term->name, type, 0, term);
      add_phrase (self, term->id, type, 0, term);
      add_phrase (self, pal_term_get_name (term), type, 0, term);
    }
}

static void
add_region (PalLexicon *self, const PalRegion *region)
{
  for (guint i = 0; region->aliases != NULL && region->aliases[i] != NULL; i++)
    add_phrase (self, region->aliases[i], PAL_PHRASE_REGION, 0, NULL);
  add_phrase (self, region->short_name, PAL_PHRASE_REGION, 0, NULL);
  add_phrase (self, region->name, PAL_PHRASE_REGION, 0, NULL);
  add_phrase (self, region->id, PAL_PHRASE_REGION, 0, NULL);
  add_phrase (self, pal_region_get_short_name (region), PAL_PHRASE_REGION, 0, NULL);
  add_phrase (self, pal_region_get_name (region), PAL_PHRASE_REGION, 0, NULL);
}

static void
add_regions (PalLexicon *self, PalAtlas *atlas)
{
  GPtrArray *ambiguous = pal_atlas_get_ambiguous (atlas);

  for (guint i = 0; i < ambiguous->len; i++)
    {
      const PalAmbiguousAlias *word = ambiguous->pdata[i];

      add_phrase (self, word->alias, PAL_PHRASE_REGION, 0, NULL);
    }
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    add_region (self, pal_atlas_get_region (atlas, i));
}

PalLexicon *
pal_lexicon_new (PalAtlas *atlas, PalVocabulary *vocabulary)
{
  PalLexicon *self = g_new0 (PalLexicon, 1);

  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_ptr_array_new_with_free_func (free_phrase);
  add_small_words (self);
  add_severities (self);
  add_terms (self, vocabulary, PAL_TERMS_KIND, PAL_PHRASE_KIND);
  add_terms (self, vocabulary, PAL_TERMS_TECHNIQUE, PAL_PHRASE_TECHNIQUE);
  add_terms (self, vocabulary, PAL_TERMS_RESPONSE, PAL_PHRASE_RESPONSE);
  add_regions (self, atlas);
  return self;
}

void
pal_lexicon_free (PalLexicon *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

const PalPhrase *
pal_lexicon_find (PalLexicon *self, const PalToken *tokens, guint n)
{
  g_autoptr (GString) key = NULL;

  if (n == 1)
    return g_hash_table_lookup (self->by_key, tokens[0].key);

  key = g_string_new (tokens[0].key);
  for (guint i = 1; i < n; i++)
    {
      g_string_append_c (key, ' ');
      g_string_append (key, tokens[i].key);
    }
  return g_hash_table_lookup (self->by_key, key->str);
}

const PalPhrase *
pal_lexicon_find_longest (PalLexicon *self, const PalToken *tokens, guint n_tokens, guint *n)
{
  for (guint length = MIN (n_tokens, self->max_words); length > 0; length--)
    {
      const PalPhrase *phrase = pal_lexicon_find (self, tokens, length);

      if (phrase != NULL)
        {
          *n = length;
          return phrase;
        }
    }
  return NULL;
}
