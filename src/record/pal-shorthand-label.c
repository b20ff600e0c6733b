/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks back to words: the label of a typed item, and the line of a mark in lists and notes. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "atlas/pal-names.h"
#include "record/pal-shorthand-private.h"

#include <glib/gi18n-lib.h>

/* Words inside a line ------------------------------------------------------------------------- */

static char *
dup_term (PalVocabulary *vocabulary, PalTermList list, const char *id)
{
  const PalTerm *term = pal_vocabulary_find (vocabulary, list, id);

  return term != NULL ? pal_name_dup_inside (pal_term_get_name (term)) : g_strdup (id);
}

static char *
dup_terms (PalVocabulary *vocabulary, PalTermList list, char **ids, const char *separator)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *name = dup_term (vocabulary, list, ids[i]);

      if (i > 0)
        g_string_append (names, separator);
      g_string_append (names, name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Labels of items ----------------------------------------------------------------------------- */

static char *
dup_place (const char *name, guint sides)
{
  if (sides == (PAL_SIDE_BIT_LEFT | PAL_SIDE_BIT_RIGHT))
    /* Translators: %s is a body region, its left and its right one */
    return g_strdup_printf (_ ("%s, both sides"), name);
  if (sides == 0)
    return g_strdup (name);
  return pal_side_dup_label (sides == PAL_SIDE_BIT_LEFT ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT, name);
}

static void
append_part (GString *label, const char *part)
{
  if (*part == '\0')
    return;
  if (label->len > 0)
    g_string_append (label, " · ");
  g_string_append (label, part);
}

static void
append_severities (GString *label, const PalMark *mark)
{
  if (mark->before == 0)
    {
      g_autofree char *clear = pal_name_dup_inside (pal_severity_get_name (0));

      append_part (label, clear);
    }
  else if (mark->before != PAL_UNSET)
    {
      g_string_append_printf (label, " · %d", mark->before);
      if (mark->after != PAL_UNSET)
        g_string_append_printf (label, " → %d", mark->after);
    }
}

char *
pal_shorthand_dup_label (const GPtrArray *marks,
                         const char *name,
                         guint sides,
                         PalVocabulary *vocabulary)
{
  g_autofree char *place = dup_place (name, sides);
  g_autofree char *kind = NULL, *techniques = NULL, *responses = NULL;
  g_autoptr (GString) label = NULL;
  const PalMark *mark;

  if (marks->len == 0)
    return g_steal_pointer (&place);

  mark = marks->pdata[0];
  kind = dup_term (vocabulary, PAL_TERMS_KIND, mark->kind);
  techniques = dup_terms (vocabulary, PAL_TERMS_TECHNIQUE, mark->techniques, " · ");
  responses = dup_terms (vocabulary, PAL_TERMS_RESPONSE, mark->responses, " · ");
  label = g_string_new (place);
  append_part (label, kind);
  append_severities (label, mark);
  append_part (label, techniques);
  if (mark->minutes != PAL_UNSET)
    {
      g_autofree char *minutes =
          /* Translators: minutes of treatment, short */
          g_strdup_printf (ngettext ("%d min", "%d min", (gulong) mark->minutes), mark->minutes);

      append_part (label, minutes);
    }
  append_part (label, responses);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* Lines of marks ------------------------------------------------------------------------------ */

static char *
dup_severities (const PalMark *self)
{
  g_autofree char *before = pal_name_dup_inside (pal_severity_get_name (self->before));
  g_autofree char *after = NULL;

  if (self->after == PAL_UNSET)
    return g_steal_pointer (&before);

  after = pal_name_dup_inside (pal_severity_get_name (self->after));
  /* Translators: severity before and after treatment, as in "severe → mild" */
  return g_strdup_printf (C_ ("severity", "%1$s → %2$s"), before, after);
}

/* "tight, severe → mild"; the kind alone when it has no severity. */
static char *
dup_finding (const PalMark *self, PalVocabulary *vocabulary)
{
  g_autofree char *kind = dup_term (vocabulary, PAL_TERMS_KIND, self->kind);
  g_autofree char *severities = NULL;

  if (self->before < 0 || self->before > 3 || self->after > 3)
    return g_steal_pointer (&kind);

  severities = dup_severities (self);
  /* Translators: 1: kind of finding, 2: severity, as in "tight, severe" */
  return g_strdup_printf (C_ ("finding", "%1$s, %2$s"), kind, severities);
}

static char *
dup_treated_finding (const PalMark *self, PalVocabulary *vocabulary)
{
  g_autofree char *finding = dup_finding (self, vocabulary);
  g_autofree char *techniques = dup_terms (vocabulary, PAL_TERMS_TECHNIQUE, self->techniques,
                                           /* Translators: stands between the items of a list */
                                           C_ ("list", ", "));

  if (*techniques == '\0')
    return g_steal_pointer (&finding);
  if (self->after != PAL_UNSET)
    /* Translators: 1: a finding, "tight, severe → mild", 2: techniques, "stripping, friction" */
    return g_strdup_printf (_ ("%1$s after %2$s"), finding, techniques);

  /* Translators: 1: a finding, "tight, severe", 2: techniques that were used */
  return g_strdup_printf (_ ("%1$s; treated with %2$s"), finding, techniques);
}

char *
pal_mark_dup_line (const PalMark *self, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  const PalRegion *region;
  g_autofree char *place = NULL;
  g_autofree char *finding = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  region = pal_atlas_find_region (atlas, self->region);
  place = region != NULL ? pal_region_dup_label (region, self->side) : g_strdup (self->region);
  finding = dup_treated_finding (self, vocabulary);
  /* Translators: 1: region with side, 2: what was found there, as in
   * "Left ITB, middle third: tight, severe" */
  return g_strdup_printf (C_ ("finding", "%1$s: %2$s"), place, finding);
}
