/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading one item of shorthand, "l itb 3 after 1": phrases first, the longest at each place; what
 * is left over must be the region, perhaps mistyped, or a mistyped word of the lists. The region is
 * resolved in pal-shorthand-region.c, mistyped words in pal-shorthand-mistyped.c. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More words than the longest sensible item has; beyond it is not an item but prose. */
#define MAX_WORDS 40

/* Errors -------------------------------------------------------------------------------------- */

void
pal_reading_refuse (PalReading *self, PalRecordError code, guint first, guint n, char *message)
{
  PalShorthandItem *item = self->item;

  if (item->error == NULL)
    {
      item->error = g_error_new_literal (PAL_RECORD_ERROR, (int) code, message);
      item->bad_start = self->tokens[first].start;
      item->bad_end = self->tokens[first + n - 1].end;
    }
  g_free (message);
}

void
pal_reading_note (PalReading *self, char *line)
{
  PalShorthandItem *item = self->item;

  if (item->note == NULL)
    item->note = line;
  else
    {
      char *both = g_strconcat (item->note, "\n", line, NULL);

      g_free (item->note);
      g_free (line);
      item->note = both;
    }
}

char *
pal_reading_dup_words (const PalReading *self, guint first, guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        g_string_append_c (words, ' ');
      g_string_append (words, self->tokens[i].text);
    }
  return g_string_free (words, FALSE);
}

static void
refuse_second (PalReading *self, guint at, guint n)
{
  g_autofree char *words = pal_reading_dup_words (self, at, n);
  g_autofree char *quoted = pal_record_quote (words);

  pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, at, n,
                      /* Translators: %s is what was typed */
                      g_strdup_printf (_ ("“%s” says a second time what was said before; put a "
                                          "comma between two findings."),
                                       quoted));
}

/* Numbers ------------------------------------------------------------------------------------- */

/* Digits of any script at the head of @text; @rest is what follows them. Returns: %FALSE when there
 * are none or too many. */
static gboolean
read_number (const char *text, int *value, const char **rest)
{
  const char *at = text;
  int sum = 0;

  while (*at != '\0' && g_unichar_isdigit (g_utf8_get_char (at)))
    {
      sum = sum * 10 + g_unichar_digit_value (g_utf8_get_char (at));
      if (sum > 99999)
        return FALSE;
      at = g_utf8_next_char (at);
    }

  *value = sum;
  *rest = at;
  return at > text;
}

static gboolean
is_minutes_word (PalReading *self, const char *text)
{
  g_autofree char *key = pal_lexicon_make_key (text);
  const PalPhrase *phrase = g_hash_table_lookup (self->lexicon->by_key, key);

  return phrase != NULL && phrase->type == PAL_PHRASE_MINUTES;
}

static void
set_minutes (PalReading *self, int minutes, guint at, guint n)
{
  if (self->minutes != PAL_UNSET)
    refuse_second (self, at, n);
  else if (minutes > PAL_MAX_MINUTES)
    {
      g_autofree char *words = pal_reading_dup_words (self, at, n);

      pal_reading_refuse (self, PAL_RECORD_ERROR_OUT_OF_RANGE, at, n,
                          /* Translators: 1: what was typed, 2: the largest number */
                          g_strdup_printf (_ ("“%1$s” is more than a day of %2$d minutes."), words,
                                           PAL_MAX_MINUTES));
    }
  else
    self->minutes = minutes;
}

static void
refuse_severity (PalReading *self, guint at)
{
  g_autofree char *quoted = pal_record_quote (self->tokens[at].text);

  pal_reading_refuse (self, PAL_RECORD_ERROR_OUT_OF_RANGE, at, 1,
                      /* Translators: %s is the number that was typed */
                      g_strdup_printf (_ ("“%s” is no severity; severity runs from 0, clear, to "
                                          "3, severe."),
                                       quoted));
}

static gboolean
check_severity (PalReading *self, int severity, guint at)
{
  if (severity >= 0 && severity <= 3)
    return TRUE;

  refuse_severity (self, at);
  return FALSE;
}

/* "-1", "3.5", "99999999999": meant as a number, and none we know. */
static gboolean
is_number_like (const char *text)
{
  gboolean has_digit = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return FALSE;
      has_digit = has_digit || g_unichar_isdigit (g_utf8_get_char (text));
    }
  return has_digit;
}

static void
set_before (PalReading *self, int severity, guint at)
{
  if (self->before != PAL_UNSET)
    refuse_second (self, at, 1);
  else if (check_severity (self, severity, at))
    {
      self->before = severity;
      self->before_at = at;
    }
}

/* "3", "5min", "5 min". Returns: how many tokens were taken. */
static guint
take_number (PalReading *self, guint at)
{
  const char *rest;
  int value;

  if (!read_number (self->tokens[at].text, &value, &rest))
    return 0;

  if (*rest != '\0')
    {
      if (!is_minutes_word (self, rest))
        return 0;
      set_minutes (self, value, at, 1);
      return 1;
    }

  if (at + 1 < self->n && is_minutes_word (self, self->tokens[at + 1].text))
    {
      set_minutes (self, value, at, 2);
      return 2;
    }

  set_before (self, value, at);
  return 1;
}

/* The severity at @at as a number or a word; %PAL_UNSET when it is neither. */
static int
read_severity (PalReading *self, guint at)
{
  const PalPhrase *phrase;
  const char *rest;
  int value;

  if (at >= self->n)
    return PAL_UNSET;
  if (read_number (self->tokens[at].text, &value, &rest) && *rest == '\0')
    return value;

  phrase = pal_lexicon_find (self->lexicon, self->tokens + at, 1);
  return phrase != NULL && phrase->type == PAL_PHRASE_SEVERITY ? (int) phrase->value : PAL_UNSET;
}

/* "after 1". Returns: how many tokens were taken. */
static guint
take_after (PalReading *self, guint at, guint n)
{
  int severity = read_severity (self, at + n);

  if (severity == PAL_UNSET)
    {
      g_autofree char *words = pal_reading_dup_words (self, at, n);

      pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, at, n,
                          /* Translators: %s is the word "after" as it was typed */
                          g_strdup_printf (_ ("“%s” needs the severity after treatment, from 0 "
                                              "to 3."),
                                           words));
      return n;
    }

  if (self->after != PAL_UNSET)
    refuse_second (self, at, n + 1);
  else if (check_severity (self, severity, at + n))
    {
      self->after = severity;
      self->after_at = at;
    }
  return n + 1;
}

/* Signs between words, as labels have them: an arrow is "after", dots and dashes say nothing. */
static guint
take_sign (PalReading *self, guint at)
{
  static const char *const arrows[] = { "→", "->", ">", NULL };
  static const char *const silent[] = { "·", "•", "-", "–", "—", ":", NULL };
  const char *text = self->tokens[at].text;

  if (g_strv_contains (arrows, text))
    return take_after (self, at, 1);
  return g_strv_contains (silent, text) ? 1 : 0;
}

/* Phrases ------------------------------------------------------------------------------------- */

static void
add_once (GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_str_equal (ids->pdata[i], id))
        return;
    }
  g_ptr_array_add (ids, (gpointer) id);
}

void
pal_reading_take_term (PalReading *self, const PalPhrase *phrase, guint at, guint n)
{
  if (phrase->type == PAL_PHRASE_TECHNIQUE)
    add_once (self->techniques, phrase->term->id);
  else if (phrase->type == PAL_PHRASE_RESPONSE)
    add_once (self->responses, phrase->term->id);
  else if (self->kind != NULL && self->kind != phrase->term)
    refuse_second (self, at, n);
  else
    self->kind = phrase->term;
}

static void
set_roles (PalReading *self, guint at, guint n, PalTokenRole role)
{
  for (guint i = at; i < at + n; i++)
    self->roles[i] = role;
}

/* Returns: how many tokens were taken, 0 when the phrase makes no sense here. */
static guint
take_phrase (PalReading *self, const PalPhrase *phrase, guint at, guint n)
{
  switch (phrase->type)
    {
    case PAL_PHRASE_SIDE:
      self->sides |= phrase->value;
      self->side_at = at;
      return n;
    case PAL_PHRASE_AFTER:
      return take_after (self, at, n);
    case PAL_PHRASE_ALL:
      self->all = TRUE;
      return n;
    case PAL_PHRASE_MINUTES:
      return 0;
    case PAL_PHRASE_SEVERITY:
      set_before (self, (int) phrase->value, at);
      return n;
    case PAL_PHRASE_KIND:
    case PAL_PHRASE_TECHNIQUE:
    case PAL_PHRASE_RESPONSE:
      pal_reading_take_term (self, phrase, at, n);
      return n;
    case PAL_PHRASE_REGION:
      set_roles (self, at, n, self->n_regions == 0 ? PAL_ROLE_REGION : PAL_ROLE_SECOND_REGION);
      self->n_regions++;
      return n;
    }
  g_return_val_if_reached (0);
}

static void
take_tokens (PalReading *self)
{
  for (guint at = 0; at < self->n;)
    {
      guint length = 0;
      const PalPhrase *phrase;
      guint taken = take_number (self, at);

      if (taken == 0)
        taken = take_sign (self, at);
      if (taken == 0)
        {
          phrase =
              pal_lexicon_find_longest (self->lexicon, self->tokens + at, self->n - at, &length);
          if (phrase != NULL)
            taken = take_phrase (self, phrase, at, length);
        }

      if (taken == 0)
        {
          if (is_number_like (self->tokens[at].text))
            refuse_severity (self, at);
          else
            self->roles[at] = PAL_ROLE_UNKNOWN;
          taken = 1;
        }
      at += taken;
    }
}

/* Marks --------------------------------------------------------------------------------------- */

static void
check_severities (PalReading *self)
{
  if (!self->kind->has_severity && (self->before > 0 || self->after != PAL_UNSET))
    pal_reading_refuse (self, PAL_RECORD_ERROR_INCONSISTENT,
                        self->before > 0 ? self->before_at : self->after_at, 1,
                        /* Translators: %s is a kind of finding, such as "Scar" */
                        g_strdup_printf (_ ("“%s” has no severity; leave the number out."),
                                         pal_term_get_name (self->kind)));
  else if (self->before == 0 && (self->after != PAL_UNSET || self->minutes != PAL_UNSET ||
                                 self->techniques->len > 0 || self->responses->len > 0))
    pal_reading_refuse (self, PAL_RECORD_ERROR_INCONSISTENT, self->before_at, 1,
                        g_strdup (_ ("“0” means clear; nothing can be said about its "
                                     "treatment.")));
  else if (self->before == PAL_UNSET && self->kind->has_severity && self->item->error == NULL)
    {
      self->before = PAL_SHORTHAND_DEFAULT_SEVERITY;
      pal_reading_note (self,
                        /* Translators: %s is a severity, such as "Moderate" */
                        g_strdup_printf (_ ("No severity was given: took “%s”."),
                                         pal_severity_get_name (self->before)));
    }
}

static char **
copy_ids (const GPtrArray *ids)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (ids->len == 0)
    return NULL;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, ids->pdata[i]);
  return g_strv_builder_end (builder);
}

static void
add_mark (PalReading *self, const PalRegion *region, PalSide side)
{
  PalMark *mark = pal_mark_new (region->id, side, self->kind->id, self->before);

  mark->after = self->after;
  mark->minutes = self->minutes;
  mark->techniques = copy_ids (self->techniques);
  mark->responses = copy_ids (self->responses);
  g_ptr_array_add (self->item->marks, mark);
}

static void
add_marks (PalReading *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      const PalRegion *region = self->regions->pdata[i];

      if (!region->paired)
        add_mark (self, region, PAL_SIDE_MIDLINE);
      if (region->paired && (self->sides & PAL_SIDE_BIT_LEFT))
        add_mark (self, region, PAL_SIDE_LEFT);
      if (region->paired && (self->sides & PAL_SIDE_BIT_RIGHT))
        add_mark (self, region, PAL_SIDE_RIGHT);
    }
}

static void
finish (PalReading *self, PalVocabulary *vocabulary)
{
  if (self->kind == NULL)
    self->kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, "tight");
  g_return_if_fail (self->kind != NULL);

  check_severities (self);
  if (self->regions->len == 0)
    return;

  add_marks (self);
  if (!pal_reading_has_paired (self))
    self->sides = 0;
  g_free (self->item->label);
  self->item->label =
      pal_shorthand_dup_label (self->item->marks, self->name, self->sides, vocabulary);
  if (self->item->error != NULL)
    g_ptr_array_set_size (self->item->marks, 0);
}

static void
clear_reading (PalReading *self)
{
  g_free (self->roles);
  g_ptr_array_unref (self->techniques);
  g_ptr_array_unref (self->responses);
  g_ptr_array_unref (self->regions);
  g_free (self->name);
}

PalShorthandItem *
pal_shorthand_read_item (const PalToken *tokens,
                         guint n,
                         PalLexicon *lexicon,
                         PalAtlas *atlas,
                         PalVocabulary *vocabulary)
{
  PalReading self = {
    .tokens = tokens,
    .n = MIN (n, MAX_WORDS),
    .lexicon = lexicon,
    .atlas = atlas,
    .item = pal_shorthand_item_new (tokens[0].start, tokens[n - 1].end),
    .before = PAL_UNSET,
    .after = PAL_UNSET,
    .minutes = PAL_UNSET,
    .roles = g_new0 (PalTokenRole, MIN (n, MAX_WORDS)),
    .techniques = g_ptr_array_new (),
    .responses = g_ptr_array_new (),
    .regions = g_ptr_array_new (),
  };

  if (n > MAX_WORDS)
    pal_reading_refuse (&self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, 0, self.n,
                        g_strdup (_ ("This is too long for one finding; put commas between "
                                     "findings.")));
  else
    {
      take_tokens (&self);
      pal_reading_find_region (&self);
      finish (&self, vocabulary);
    }

  /* What is refused rests on no assumptions. */
  if (self.item->error != NULL)
    g_clear_pointer (&self.item->note, g_free);

  clear_reading (&self);
  return self.item;
}
