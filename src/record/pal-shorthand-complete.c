/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Completing the word before the caret from the phrases the shorthand knows. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include <string.h>

#include "record/pal-shorthand-private.h"

/* Where the words of the item that holds the caret begin. */
static gsize
find_item_start (const char *text, gsize cursor)
{
  gsize start = cursor;
  while (start > 0 && strchr (",;\n", text[start - 1]) == NULL)
    start--;
  while (start < cursor && g_ascii_isspace (text[start]))
    start++;
  return start;
}

/* The shortest phrase that goes on where the key ends; regions before other words. */
static const PalPhrase *
find_completion (PalLexicon *lexicon, const char *key)
{
  const PalPhrase *best = NULL;
  for (guint i = 0; i < lexicon->phrases->len; i++)
    {
      const PalPhrase *phrase = g_ptr_array_index (lexicon->phrases, i);
      if (phrase->has_comma || !g_str_has_prefix (phrase->key, key) ||
          strlen (phrase->key) <= strlen (key))
        continue;
      gboolean region = phrase->type == PAL_PHRASE_REGION;
      gboolean best_region = best != NULL && best->type == PAL_PHRASE_REGION;
      if (best == NULL || (region && !best_region) ||
          (region == best_region && strlen (phrase->key) < strlen (best->key)))
        best = phrase;
    }
  return best;
}

char *
pal_shorthand_complete (
    const char *text, gsize cursor, PalAtlas *atlas, PalVocabulary *vocabulary, gsize *new_cursor)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (cursor > strlen (text) || cursor > PAL_SHORTHAND_MAX_BYTES ||
      !g_utf8_validate (text, -1, NULL))
    return NULL;

  g_autoptr (PalLexicon) lexicon = pal_lexicon_new (atlas, vocabulary);
  /* A name may have several words: try the longest run before the caret first. */
  for (gsize start = find_item_start (text, cursor); start < cursor; start++)
    {
      if (start > 0 && !g_ascii_isspace (text[start - 1]) && strchr (",;", text[start - 1]) == NULL)
        continue;
      g_autofree char *part = g_strndup (text + start, cursor - start);
      g_autofree char *key = pal_lexicon_make_key (part);
      if (strlen (key) < 2)
        return NULL;
      const PalPhrase *phrase = find_completion (lexicon, key);
      if (phrase == NULL)
        continue;
      if (new_cursor != NULL)
        *new_cursor = start + strlen (phrase->spelling);
      return g_strdup_printf ("%.*s%s%s", (int) start, text, phrase->spelling, text + cursor);
    }
  return NULL;
}
