/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks back to words: the label of a typed item, and the line of a mark in lists and notes. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-shorthand-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_term_name (PalVocabulary *vocabulary, PalTermList list, const char *id)
{
  const PalTerm *term = pal_vocabulary_find (vocabulary, list, id);
  return term != NULL ? pal_term_get_name (term) : id;
}

static char *
dup_side_and_name (const char *name, guint sides)
{
  if (sides == (PAL_SIDE_BIT_LEFT | PAL_SIDE_BIT_RIGHT))
    /* Translators: %s is a body region; both the left and the right one */
    return g_strdup_printf (_ ("Both sides: %s"), name);
  if (sides == 0)
    return g_strdup (name);
  /* Translators: 1: left or right, 2: a body region */
  return g_strdup_printf (C_ ("side and region", "%1$s %2$s"),
                          pal_side_get_name (sides == PAL_SIDE_BIT_LEFT ? PAL_SIDE_LEFT
                                                                        : PAL_SIDE_RIGHT),
                          name);
}

char *
pal_shorthand_dup_label (const GPtrArray *marks,
                         const char *name,
                         guint sides,
                         PalVocabulary *vocabulary)
{
  g_autofree char *place = dup_side_and_name (name, sides);
  if (marks->len == 0)
    return g_steal_pointer (&place);

  const PalMark *mark = g_ptr_array_index (marks, 0);
  g_autoptr (GString) label = g_string_new (place);
  g_string_append_printf (label, " · %s", get_term_name (vocabulary, PAL_TERMS_KIND, mark->kind));
  if (mark->before != PAL_UNSET)
    g_string_append_printf (label, " · %d", mark->before);
  if (mark->after != PAL_UNSET)
    g_string_append_printf (label, " → %d", mark->after);
  for (guint i = 0; mark->techniques != NULL && mark->techniques[i] != NULL; i++)
    g_string_append_printf (label, " · %s",
                            get_term_name (vocabulary, PAL_TERMS_TECHNIQUE, mark->techniques[i]));
  for (guint i = 0; mark->responses != NULL && mark->responses[i] != NULL; i++)
    g_string_append_printf (label, " · %s",
                            get_term_name (vocabulary, PAL_TERMS_RESPONSE, mark->responses[i]));
  if (mark->minutes != PAL_UNSET)
    /* Translators: minutes of treatment, short */
    g_string_append_printf (label, _ (" · %d min"), mark->minutes);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static char *
dup_severities (const PalMark *self)
{
  g_autofree char *before = g_utf8_strdown (pal_severity_get_name (self->before), -1);
  if (self->after == PAL_UNSET)
    return g_steal_pointer (&before);
  g_autofree char *after = g_utf8_strdown (pal_severity_get_name (self->after), -1);
  return g_strdup_printf ("%s → %s", before, after);
}

char *
pal_mark_dup_line (const PalMark *self, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (self != NULL, NULL);

  const PalRegion *region = pal_atlas_find_region (atlas, self->region);
  g_autofree char *place =
      region != NULL ? pal_region_dup_label (region, self->side) : g_strdup (self->region);
  g_autofree char *kind =
      g_utf8_strdown (get_term_name (vocabulary, PAL_TERMS_KIND, self->kind), -1);
  if (self->before == PAL_UNSET)
    return g_strdup_printf ("%s: %s", place, kind);
  g_autofree char *severities = dup_severities (self);
  return g_strdup_printf ("%s: %s, %s", place, kind, severities);
}
