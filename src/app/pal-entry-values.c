/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into fields. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "app/pal-entry-values.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE, message);
  return FALSE;
}

/* Whether the language writes the month before the day, as in 1/31/1990. */
static gboolean
is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbB");
  const char *day = strpbrk (format, "de");

  /* "%D" stands for %m/%d/%y. The C locale has %m/%d/%y too, but nobody's habit behind it. */
  if (g_str_has_prefix (setlocale (LC_TIME, NULL), "C"))
    return FALSE;
  return strstr (format, "%D") != NULL || (month != NULL && day != NULL && month < day);
}

static gboolean
read_parts (const char *text, int parts[3], char *separator)
{
  const char *p = text;

  for (guint i = 0; i < 3; i++)
    {
      char *end;
      gint64 number;

      if (!g_ascii_isdigit (*p))
        return FALSE;
      number = g_ascii_strtoll (p, &end, 10);
      if (number > 9999)
        return FALSE;
      parts[i] = (int) number;
      p = end;
      if (i == 2)
        break;
      if (strchr ("-./", *p) == NULL || *p == '\0' || (i == 1 && *p != *separator))
        return FALSE;
      *separator = *p++;
      while (*p == ' ')
        p++;
    }
  return *p == '\0';
}

static PalDate
build_date (const char *text)
{
  int parts[3];
  char separator = '\0';

  if (!read_parts (text, parts, &separator))
    return PAL_NO_DATE;
  if (parts[0] > 31)
    return pal_date_new (parts[0], parts[1], parts[2]);
  /* Two digits of a year could mean two centuries: the client may be eighty. */
  if (parts[2] < 100)
    return PAL_NO_DATE;
  if (separator == '/' && is_month_first ())
    return pal_date_new (parts[2], parts[0], parts[1]);
  return pal_date_new (parts[2], parts[1], parts[0]);
}

gboolean
pal_entry_read_date (
    const char *text, PalDate earliest, PalDate latest, PalDate *date, GError **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  PalDate read;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      *date = PAL_NO_DATE;
      return TRUE;
    }
  read = build_date (stripped);
  if (read == PAL_NO_DATE)
    return refuse (error, _ ("There is no such day. Write it as year-month-day: 1990-01-31."));
  if (read < earliest || read > latest)
    {
      g_autofree char *message = NULL;

      first = pal_date_format_display (earliest);
      last = pal_date_format_display (latest);
      /* Translators: two days, as in "1 Jan 1900". */
      message = g_strdup_printf (_ ("The date must lie between %1$s and %2$s."), first, last);
      return refuse (error, message);
    }
  *date = read;
  return TRUE;
}

gboolean
pal_entry_read_number (const char *text, double max, gboolean whole, double *number, GError **error)
{
  g_autofree char *plain = NULL;
  char *end;
  double read;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  plain = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  if (*plain == '\0')
    {
      *number = PAL_UNSET;
      return TRUE;
    }
  read = g_ascii_strtod (plain, &end);
  /* Neither "1e3" nor "inf", which the C library would take. */
  if (*end != '\0' || !isfinite (read) || strspn (plain, "+-.0123456789") != strlen (plain))
    return refuse (error, _ ("This is not a number."));
  if (whole && floor (read) != read)
    return refuse (error, _ ("Only whole numbers fit here."));
  if (read < 0 || read > max)
    {
      g_autofree char *limit = pal_entry_format_number (max);
      /* Translators: %s is a number. */
      g_autofree char *message = g_strdup_printf (_ ("It must lie between 0 and %s."), limit);

      return refuse (error, message);
    }
  *number = read;
  return TRUE;
}

char *
pal_entry_format_number (double number)
{
  /* Tenths are as fine as a watch tells kilometres. */
  if (floor (number) == number)
    return g_strdup_printf ("%.0f", number);
  return g_strdup_printf ("%.1f", number);
}
