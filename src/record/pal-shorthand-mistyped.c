/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a finding that nobody knows: one mistake is forgiven, else the nearest words are told.
 */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/pal-record-private.h"

#define MAX_SUGGESTIONS 3
/* Mistakes in shorter words are not forgiven: "head" is not "heat". */
#define MIN_FORGIVEN_CHARS 5

static gboolean
is_term (const PalPhrase *phrase)
{
  return phrase->term != NULL;
}

/* The one term that is a single mistake away from the token; several are none. */
static const PalPhrase *
find_mistyped_term (PalReading *self, guint at)
{
  const char *key = self->tokens[at].key;
  const PalPhrase *found = NULL;

  if (g_utf8_strlen (key, -1) < MIN_FORGIVEN_CHARS || strlen (key) > PAL_MAX_ID_CHARS)
    return NULL;

  for (guint i = 0; i < self->lexicon->phrases->len; i++)
    {
      const PalPhrase *phrase = self->lexicon->phrases->pdata[i];

      if (!is_term (phrase) || g_utf8_strlen (phrase->key, -1) < MIN_FORGIVEN_CHARS ||
          pal_text_distance (key, phrase->key, 1) > 1)
        continue;
      if (found != NULL && found->term != phrase->term)
        return NULL;
      found = phrase;
    }
  return found;
}

void
pal_reading_take_mistyped_terms (PalReading *self)
{
  for (guint at = 0; at < self->n; at++)
    {
      const PalPhrase *phrase =
          self->roles[at] == PAL_ROLE_UNKNOWN ? find_mistyped_term (self, at) : NULL;

      if (phrase == NULL)
        continue;

      self->roles[at] = PAL_ROLE_DONE;
      pal_reading_take_term (self, phrase, at, 1);
      pal_reading_note (self,
                        /* Translators: 1: what was typed, 2: the word it was taken for */
                        g_strdup_printf (_ ("%1$s: read as “%2$s”."), self->tokens[at].text,
                                         pal_term_get_name (phrase->term)));
    }
}

static void
add_near_terms (PalReading *self, const char *key, GPtrArray *suggestions)
{
  for (guint limit = 1; limit <= 2; limit++)
    {
      for (guint i = 0; i < self->lexicon->phrases->len && suggestions->len < MAX_SUGGESTIONS; i++)
        {
          const PalPhrase *phrase = self->lexicon->phrases->pdata[i];

          /* Everything is near a word of two letters. */
          if (phrase->type != PAL_PHRASE_REGION && strlen (phrase->key) > limit + 1 &&
              pal_text_distance (key, phrase->key, limit) == limit)
            g_ptr_array_add (suggestions, g_strdup (phrase->spelling));
        }
    }
}

void
pal_reading_refuse_word (PalReading *self, guint first, guint n, char **nearest)
{
  g_autofree char *words = pal_reading_dup_words (self, first, n);
  g_autofree char *quoted = pal_record_quote (words);
  g_autofree char *joined = NULL;
  GPtrArray *suggestions = g_ptr_array_new ();

  if (self->item->error != NULL)
    {
      g_ptr_array_unref (suggestions);
      return;
    }

  if (strlen (words) <= PAL_MAX_ID_CHARS && n == 1)
    add_near_terms (self, self->tokens[first].key, suggestions);
  for (guint i = 0; nearest != NULL && nearest[i] != NULL && i < MAX_SUGGESTIONS; i++)
    g_ptr_array_add (suggestions, g_strdup (nearest[i]));
  g_ptr_array_add (suggestions, NULL);
  self->item->suggestions = (char **) g_ptr_array_free (suggestions, FALSE);

  if (self->item->suggestions[0] != NULL)
    {
      joined = g_strjoinv (", ", self->item->suggestions);
      pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, first, n,
                          /* Translators: 1: what was typed, 2: a list of words like it */
                          g_strdup_printf (_ ("“%1$s” is not understood; the nearest are: %2$s."),
                                           quoted, joined));
    }
  else
    {
      g_clear_pointer (&self->item->suggestions, g_strfreev);
      pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, first, n,
                          g_strdup_printf (_ ("“%s” is not understood."), quoted));
    }
}
