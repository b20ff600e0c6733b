/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-test-values.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-test-values.h"

#include <glib/gi18n-lib.h>

#include "app/pal-entry-values.h"

#define MAX_GRADE 5
#define MAX_DEGREES 180
#define MAX_VALUE 360

const char *
pal_test_get_side_name (PalSide side)
{
  switch (side)
    {
    case PAL_SIDE_LEFT:
      return C_ ("test", "left");
    case PAL_SIDE_RIGHT:
      return C_ ("test", "right");
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }
  return C_ ("test", "value");
}

const PalTestResult *
pal_test_find_result (const PalVisit *visit, const char *test, PalSide side)
{
  for (guint i = 0; visit != NULL && i < visit->tests->len; i++)
    {
      const PalTestResult *result = g_ptr_array_index (visit->tests, i);

      if (result->side == side && g_str_equal (result->test, test))
        return result;
    }
  return NULL;
}

gboolean
pal_test_read_value (const PalTerm *term, const char *text, double *value, GError **error)
{
  const gboolean is_degrees = g_strcmp0 (term->unit, "degrees") == 0;
  const gboolean is_grade = g_strcmp0 (term->category, "strength") == 0;
  const gboolean minus = is_degrees && (*text == '-' || g_str_has_prefix (text, "−"));

  if (minus)
    text = g_utf8_next_char (text);
  if (!pal_entry_read_number (text,
                              is_grade     ? MAX_GRADE
                              : is_degrees ? MAX_DEGREES
                                           : MAX_VALUE,
                              is_grade, value, error))
    return FALSE;
  if (minus)
    *value = -*value;
  return TRUE;
}

static void
append_value (GString *line, const PalTerm *term, const PalTestResult *result)
{
  g_autofree char *number = NULL;
  const char *minus = result->value < 0 ? "−" : "";

  number = pal_entry_format_number (result->value < 0 ? -result->value : result->value);
  if (line->len > 0)
    g_string_append (line, " · ");
  if (result->side != PAL_SIDE_MIDLINE)
    g_string_append_printf (line, "%s ", pal_test_get_side_name (result->side));
  g_string_append_printf (line, "%s%s", minus, number);
  if (g_strcmp0 (term->unit, "degrees") == 0)
    g_string_append (line, "°");
  else if (g_strcmp0 (term->category, "strength") == 0)
    g_string_append_printf (line, "/%d", MAX_GRADE);
  else if (term->unit != NULL)
    g_string_append_printf (line, " %s", pal_term_get_unit (term));
}

char *
pal_test_dup_values (const PalVisit *visit, const PalTerm *term)
{
  GString *line = g_string_new (NULL);

  for (int side = 0; side < PAL_SIDE_N; side++)
    {
      const PalTestResult *result = pal_test_find_result (visit, term->id, (PalSide) side);

      if (result != NULL)
        append_value (line, term, result);
    }
  return g_string_free (line, line->len == 0);
}

char *
pal_test_dup_earlier (GPtrArray *visits, const PalVisit *visit, const PalTerm *term)
{
  for (guint i = visits->len; i > 0; i--)
    {
      const PalVisit *each = g_ptr_array_index (visits, i - 1);
      g_autofree char *values = NULL;
      g_autofree char *day = NULL;

      if (each->at >= visit->at)
        continue;
      values = pal_test_dup_values (each, term);
      if (values == NULL)
        continue;
      day = pal_date_format_short (pal_time_get_local_date (each->at));
      /* Translators: 1: a day, as in "3 Nov", 2: values of a test at that day's visit. */
      return g_strdup_printf (_ ("%1$s: %2$s"), day, values);
    }
  return NULL;
}

char *
pal_test_dup_all (const PalVisit *visit, PalVocabulary *vocabulary, guint *n_tests)
{
  GString *all = g_string_new (visit->is_signed ? "signed " : "draft ");

  *n_tests = 0;
  g_string_append (all, visit->id);
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_TEST); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_TEST, i);
      g_autofree char *values = pal_test_dup_values (visit, term);

      if (values == NULL)
        continue;
      (*n_tests)++;
      g_string_append_printf (all, "\n%s %s", term->id, values);
    }
  return g_string_free (all, FALSE);
}
