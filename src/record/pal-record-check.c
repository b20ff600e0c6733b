/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of single facts, and the sentences that refuse them. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-record-private.h"

#include "atlas/pal-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_QUOTED_CHARS 60

gboolean
pal_record_fail (GError **error, PalRecordError code, const char *key, char *message)
{
  g_autofree char *owned = message;

  g_set_error (error, PAL_RECORD_ERROR, (int) code, "%s: %s", key, owned);
  return FALSE;
}

char *
pal_record_quote (const char *word)
{
  /* Cut before mending: a megabyte of garbage shall not grow threefold first. */
  g_autofree char *head = g_strndup (word, MAX_QUOTED_CHARS * 6);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_QUOTED_CHARS)
    return g_steal_pointer (&valid);

  cut = g_utf8_substring (valid, 0, MAX_QUOTED_CHARS);
  return g_strconcat (cut, "…", NULL);
}

gboolean
pal_check_text (const char *key, const char *text, glong max_chars, GError **error)
{
  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    return pal_record_fail (error, PAL_RECORD_ERROR_NOT_UNDERSTOOD, key,
                            g_strdup (_ ("this text is not valid UTF-8.")));

  if (g_utf8_strlen (text, -1) > max_chars)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup_printf (ngettext ("this text is longer than %ld character.",
                                                       "this text is longer than %ld characters.",
                                                       (gulong) max_chars),
                                             max_chars));
  return TRUE;
}

gboolean
pal_check_id (const char *key, const char *id, GError **error)
{
  gsize length = id != NULL ? strlen (id) : 0;

  if (length == 0)
    return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                            g_strdup (_ ("an identifier is needed here.")));

  for (gsize i = 0; i < length && length <= PAL_MAX_ID_CHARS; i++)
    {
      if (!g_ascii_isalnum (id[i]) && id[i] != '-' && id[i] != '.')
        length = G_MAXSIZE;
    }

  if (length > PAL_MAX_ID_CHARS)
    {
      g_autofree char *quoted = pal_record_quote (id);

      return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                              /* Translators: %s is the text that should be an identifier */
                              g_strdup_printf (_ ("“%s” is not an identifier (up to 64 letters, "
                                                  "digits, hyphens and dots)."),
                                               quoted));
    }
  return TRUE;
}

gboolean
pal_check_int (const char *key, int value, int min, int max, GError **error)
{
  if (value == PAL_UNSET || (value >= min && value <= max))
    return TRUE;

  return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                          /* Translators: 1: the number found, 2 and 3: the limits */
                          g_strdup_printf (_ ("%1$d is not within %2$d to %3$d."), value, min,
                                           max));
}

gboolean
pal_check_double (const char *key, double value, double min, double max, GError **error)
{
  g_autofree char *found = NULL;

  /* Written so that NaN fails. */
  if (value == PAL_UNSET || (value >= min && value <= max))
    return TRUE;

  found = g_strdup_printf ("%g", value);
  return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                          /* Translators: 1: the number found, 2 and 3: the limits */
                          g_strdup_printf (_ ("%1$s is not within %2$g to %3$g."), found, min,
                                           max));
}

static gboolean
fail_year (const char *key, GError **error)
{
  return pal_record_fail (error, PAL_RECORD_ERROR_OUT_OF_RANGE, key,
                          /* Translators: %1$d and %2$d are years */
                          g_strdup_printf (_ ("the date is not within the years %1$d to %2$d."),
                                           PAL_MIN_YEAR, PAL_MAX_YEAR));
}

gboolean
pal_check_date (const char *key, PalDate date, GError **error)
{
  return date == PAL_NO_DATE || pal_date_is_sane (date) || fail_year (key, error);
}

gboolean
pal_check_time (const char *key, PalTime time, GError **error)
{
  return time == PAL_NO_TIME || pal_time_is_sane (time) || fail_year (key, error);
}

/* The id somebody may have meant; %NULL when nothing is near. */
static char *
find_near_region (PalAtlas *atlas, const char *word)
{
  g_auto (GStrv) nearest = NULL;
  PalResolution resolution = { 0 };
  char *near = NULL;

  if (strlen (word) > PAL_MAX_NAME_CHARS || !g_utf8_validate (word, -1, NULL))
    return NULL;

  if (pal_atlas_resolve (atlas, word, &resolution, &nearest))
    {
      near = g_strdup (resolution.region->id);
      pal_resolution_clear (&resolution);
    }
  else if (nearest != NULL)
    near = g_strdup (nearest[0]);
  return near;
}

static gboolean
fail_region (PalAtlas *atlas, const char *key, const char *id, GError **error)
{
  g_autofree char *quoted = pal_record_quote (id);
  g_autofree char *near = find_near_region (atlas, id);
  char *message;

  if (near != NULL)
    /* Translators: 1: an unknown region id, 2: the id that is most like it */
    message =
        g_strdup_printf (_ ("there is no region “%1$s”; the nearest is “%2$s”."), quoted, near);
  else
    message = g_strdup_printf (_ ("there is no region “%s”."), quoted);
  return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_REGION, key, message);
}

gboolean
pal_check_region (PalAtlas *atlas, const char *key, const char *id, GError **error)
{
  if (id == NULL)
    return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_REGION, key,
                            g_strdup (_ ("a region is needed here.")));

  return pal_atlas_find_region (atlas, id) != NULL || fail_region (atlas, key, id, error);
}

gboolean
pal_check_sided_region (PalAtlas *atlas, const char *id, PalSide side, GError **error)
{
  const PalRegion *region;

  if (!pal_check_region (atlas, "region", id, error))
    return FALSE;

  region = pal_atlas_find_region (atlas, id);
  if (region->paired && side != PAL_SIDE_LEFT && side != PAL_SIDE_RIGHT)
    return pal_record_fail (error, PAL_RECORD_ERROR_WRONG_SIDE, "side",
                            /* Translators: %s is a region id */
                            g_strdup_printf (_ ("“%s” needs a side, left or right."), id));
  if (!region->paired && side != PAL_SIDE_MIDLINE)
    return pal_record_fail (error, PAL_RECORD_ERROR_WRONG_SIDE, "side",
                            /* Translators: %s is a region id */
                            g_strdup_printf (_ ("“%s” lies on the midline and has no side."), id));
  return TRUE;
}

static char *
describe_unknown_term (PalTermList list, const char *id)
{
  g_autofree char *quoted = pal_record_quote (id);

  switch (list)
    {
    case PAL_TERMS_KIND:
      return g_strdup_printf (_ ("there is no kind of finding “%s”."), quoted);
    case PAL_TERMS_TECHNIQUE:
      return g_strdup_printf (_ ("there is no technique “%s”."), quoted);
    case PAL_TERMS_RESPONSE:
      return g_strdup_printf (_ ("there is no tissue response “%s”."), quoted);
    case PAL_TERMS_VISIT_TYPE:
      return g_strdup_printf (_ ("there is no type of visit “%s”."), quoted);
    case PAL_TERMS_ACTIVITY_LEVEL:
      return g_strdup_printf (_ ("there is no activity level “%s”."), quoted);
    case PAL_TERMS_TERRAIN:
      return g_strdup_printf (_ ("there is no terrain “%s”."), quoted);
    case PAL_TERMS_SYMPTOM:
      return g_strdup_printf (_ ("there is no symptom “%s”."), quoted);
    case PAL_TERMS_HOME_CARE:
      return g_strdup_printf (_ ("there is no home exercise “%s”."), quoted);
    case PAL_TERMS_TEST:
      return g_strdup_printf (_ ("there is no test “%s”."), quoted);
    case PAL_TERMS_RED_FLAG:
      return g_strdup_printf (_ ("there is no red flag “%s”."), quoted);
    case PAL_TERMS_N:
      break;
    }
  g_return_val_if_reached (g_strdup (quoted));
}

gboolean
pal_check_term (
    PalVocabulary *vocabulary, PalTermList list, const char *key, const char *id, GError **error)
{
  if (id == NULL || pal_vocabulary_find (vocabulary, list, id) != NULL)
    return TRUE;

  return pal_record_fail (error, PAL_RECORD_ERROR_UNKNOWN_TERM, key,
                          describe_unknown_term (list, id));
}

gboolean
pal_check_terms (
    PalVocabulary *vocabulary, PalTermList list, const char *key, char **ids, GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (pal_vocabulary_find (vocabulary, list, ids[i]) == NULL)
        {
          g_autofree char *indexed = g_strdup_printf ("%s[%u]", key, i);

          return pal_check_term (vocabulary, list, indexed, ids[i], error);
        }
    }
  return TRUE;
}

gboolean
pal_check_point (const char *x_key, const char *y_key, double x, double y, GError **error)
{
  return pal_check_double (x_key, x, -PAL_MAX_POINT_X, PAL_MAX_POINT_X, error) &&
         pal_check_double (y_key, y, PAL_MIN_POINT_Y, PAL_MAX_POINT_Y, error);
}

gboolean
pal_check_list (const char *key,
                const GPtrArray *list,
                PalCheckElement check,
                PalAtlas *atlas,
                PalVocabulary *vocabulary,
                GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (!check (list->pdata[i], atlas, vocabulary, error))
        {
          g_prefix_error (error, "%s[%u].", key, i);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
pal_record_list_equal (const GPtrArray *a, const GPtrArray *b, PalEqual equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (a->pdata[i], b->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
pal_record_list_copy (const GPtrArray *list, GCopyFunc copy, GDestroyNotify free_element)
{
  GPtrArray *result = g_ptr_array_new_full (list->len, free_element);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (result, copy (list->pdata[i], NULL));
  return result;
}
