/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The region of an item of shorthand: which words name it, what they mean, and on which side. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than every name; resolving costs more the longer the words are. */
#define MAX_REGION_BYTES 120

static gboolean
has_role (const PalReading *self, guint at, PalTokenRole role)
{
  return self->roles[at] == role;
}

static gboolean
is_region_word (const PalReading *self, guint at)
{
  return has_role (self, at, PAL_ROLE_REGION) || has_role (self, at, PAL_ROLE_UNKNOWN);
}

static guint
count_unknown (const PalReading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += has_role (self, i, PAL_ROLE_UNKNOWN);
  return n;
}

/* First and one past the last of the tokens that may name the region. */
static gboolean
find_span (const PalReading *self,
           gboolean (*belongs) (const PalReading *, guint),
           guint *first,
           guint *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (!belongs (self, i))
        continue;
      if (!found)
        *first = i;
      *end = i + 1;
      found = TRUE;
    }
  return found;
}

static char *
dup_region_words (const PalReading *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      if (!is_region_word (self, i))
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, self->tokens[i].text);
    }
  return g_string_free (words, FALSE);
}

/* Refusing ------------------------------------------------------------------------------------ */

static gboolean
is_unknown (const PalReading *self, guint at)
{
  return has_role (self, at, PAL_ROLE_UNKNOWN);
}

/* Names the first run of words nobody understands. */
static void
refuse_unknown (PalReading *self, char **nearest)
{
  guint first = 0, n = 1;

  while (first < self->n && !is_unknown (self, first))
    first++;
  g_return_if_fail (first < self->n);
  while (first + n < self->n && is_unknown (self, first + n))
    n++;
  pal_reading_refuse_word (self, first, n, nearest);
}

static void
refuse_second_region (PalReading *self)
{
  guint first = 0, n = 1;
  g_autofree char *words = NULL;

  while (!has_role (self, first, PAL_ROLE_SECOND_REGION))
    first++;
  while (first + n < self->n && has_role (self, first + n, PAL_ROLE_SECOND_REGION))
    n++;

  words = pal_reading_dup_words (self, first, n);
  pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, first, n,
                      /* Translators: %s is what was typed */
                      g_strdup_printf (_ ("“%s” is a second region; put a comma before a new "
                                          "finding."),
                                       words));
}

/* Meaning ------------------------------------------------------------------------------------- */

static void
note_meanings (PalReading *self, const char *words, const PalResolution *resolution)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < resolution->others->len; i++)
    {
      const PalRegion *other = resolution->others->pdata[i];

      g_string_append_printf (others, "%s%s", i > 0 ? ", " : "", other->id);
    }
  pal_reading_note (self,
                    /* Translators: 1: what was typed, 2: the region it was taken for, 3: its id,
                     * 4: ids of the other regions it may mean */
                    g_strdup_printf (_ ("%1$s: took %2$s (%3$s); also: %4$s."), words,
                                     pal_region_get_name (resolution->region),
                                     resolution->region->id, others->str));
}

static void
add_region_once (GPtrArray *regions, const PalRegion *region)
{
  if (!g_ptr_array_find (regions, region, NULL))
    g_ptr_array_add (regions, (gpointer) region);
}

static void
take_all (PalReading *self, const char *words, const PalResolution *resolution)
{
  const PalStructure *structure = resolution->structure;

  if (structure != NULL)
    {
      for (guint i = 0; i < structure->n_regions; i++)
        add_region_once (self->regions, pal_atlas_get_region (self->atlas, structure->regions[i]));
      self->name = g_strdup (pal_structure_get_name (structure));
      return;
    }

  add_region_once (self->regions, resolution->region);
  for (guint i = 0; resolution->others != NULL && i < resolution->others->len; i++)
    add_region_once (self->regions, resolution->others->pdata[i]);
  self->name = g_strdup (self->regions->len > 1 ? words : pal_region_get_name (resolution->region));
}

/* Where the word stands that has other meanings, if it is in one piece. */
static void
tell_word (PalReading *self)
{
  guint first, end;

  if (!find_span (self, is_region_word, &first, &end))
    return;
  for (guint i = first; i < end; i++)
    {
      if (!is_region_word (self, i))
        return;
    }
  self->item->word_start = self->tokens[first].start;
  self->item->word_end = self->tokens[end - 1].end;
}

static void
take_resolution (PalReading *self, const char *words, const PalResolution *resolution)
{
  gboolean has_others = resolution->others != NULL && resolution->others->len > 0;

  if (resolution->forgiven)
    pal_reading_note (self, g_strdup_printf (_ ("%1$s: read as “%2$s”."), words,
                                             pal_region_get_name (resolution->region)));

  if (self->all)
    {
      take_all (self, words, resolution);
      return;
    }

  add_region_once (self->regions, resolution->region);
  self->name = g_strdup (pal_region_get_name (resolution->region));
  if (has_others)
    {
      self->item->others = g_ptr_array_new ();
      g_ptr_array_extend (self->item->others, resolution->others, NULL, NULL);
      tell_word (self);
      note_meanings (self, words, resolution);
    }
}

/* Finding ------------------------------------------------------------------------------------- */

/* Returns: %FALSE when the words that may name the region mean none; @nearest: what is near. */
static gboolean
resolve_words (PalReading *self, char ***nearest)
{
  g_autofree char *words = dup_region_words (self);
  PalResolution resolution = { 0 };

  if (strlen (words) > MAX_REGION_BYTES ||
      !pal_atlas_resolve (self->atlas, words, &resolution, nearest))
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (is_unknown (self, i))
        self->roles[i] = PAL_ROLE_REGION;
    }
  take_resolution (self, words, &resolution);
  pal_resolution_clear (&resolution);
  return TRUE;
}

/* A stray letter beside a region is nobody's typing mistake in the region. */
static gboolean
has_stray_letter (const PalReading *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (is_unknown (self, i) && g_utf8_strlen (self->tokens[i].key, -1) < 2)
        return TRUE;
    }
  return FALSE;
}

/* What is left names no region: unknown words are the culprits, else the region's own words. */
static void
refuse_leftover (PalReading *self, char **nearest)
{
  guint first, end;

  if (count_unknown (self) > 0)
    refuse_unknown (self, nearest);
  else if (find_span (self, is_region_word, &first, &end))
    pal_reading_refuse_word (self, first, end - first, nearest);
}

static void
forget_unknown (PalReading *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (is_unknown (self, i))
        self->roles[i] = PAL_ROLE_DONE;
    }
}

static void
find_words (PalReading *self)
{
  g_auto (GStrv) nearest = NULL;

  if (count_unknown (self) > 0 && !has_stray_letter (self) && resolve_words (self, &nearest))
    return;

  /* The leftovers are not part of the region; perhaps they are words of the lists. */
  g_clear_pointer (&nearest, g_strfreev);
  pal_reading_take_mistyped_terms (self);
  if (count_unknown (self) > 0 && self->n_regions > 0)
    {
      /* The region is known all the same, and is shown. */
      refuse_unknown (self, NULL);
      forget_unknown (self);
      resolve_words (self, NULL);
    }
  else if (count_unknown (self) > 0 || self->n_regions > 0)
    {
      if (!resolve_words (self, &nearest))
        refuse_leftover (self, nearest);
    }
}

/* Sides --------------------------------------------------------------------------------------- */

gboolean
pal_reading_has_paired (const PalReading *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      if (((const PalRegion *) self->regions->pdata[i])->paired)
        return TRUE;
    }
  return FALSE;
}

static void
refuse_side (PalReading *self)
{
  g_autofree char *words = dup_region_words (self);

  pal_reading_refuse (self, PAL_RECORD_ERROR_WRONG_SIDE, self->side_at, 1,
                      /* Translators: %s is a body region as it was typed */
                      g_strdup_printf (_ ("“%s” lies on the midline and has no side; leave the "
                                          "side out."),
                                       words));
}

static void
ask_for_side (PalReading *self)
{
  g_autofree char *words = dup_region_words (self);
  g_autoptr (GStrvBuilder) suggestions = g_strv_builder_new ();
  static const char *const sides[] = { "l", "r", "b" };
  guint first = 0, end = self->n;

  find_span (self, is_region_word, &first, &end);
  pal_reading_refuse (self, PAL_RECORD_ERROR_WRONG_SIDE, first, end - first,
                      /* Translators: %s is a body region as it was typed; l, r and b are typed
                       * as they are */
                      g_strdup_printf (_ ("“%s” has two sides; put l, r or b (both) before it."),
                                       words));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *suggestion = g_strdup_printf ("%s %s", sides[i], words);

      g_strv_builder_add (suggestions, suggestion);
    }
  self->item->suggestions = g_strv_builder_end (suggestions);
}

/* A side for the midline and none for a pair are both mistakes: neither is guessed. */
static void
check_sides (PalReading *self)
{
  if (self->regions->len == 0 || self->item->error != NULL)
    return;

  if (!pal_reading_has_paired (self) && self->sides != 0)
    refuse_side (self);
  else if (pal_reading_has_paired (self) && self->sides == 0)
    ask_for_side (self);
}

void
pal_reading_find_region (PalReading *self)
{
  if (self->n_regions > 1)
    {
      refuse_second_region (self);
      return;
    }
  find_words (self);
  if (self->regions->len == 0 && self->item->error == NULL)
    pal_reading_refuse (self, PAL_RECORD_ERROR_NOT_UNDERSTOOD, 0, self->n,
                        g_strdup (_ ("No region is named here.")));
  check_sides (self);
}
