/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, weeks, moments and the record's error domain. Reading is strict and knows no locale;
 * showing is translated. */

#define G_LOG_DOMAIN "pal-record"

#include "config.h"

#include "record/pal-record-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_A_DAY 86400

/* The calendar is exact in these years; the narrower limits of a record are checked by it. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

G_DEFINE_QUARK (pal - record - error - quark, pal_record_error)

/* Reading digits ------------------------------------------------------------------------------ */

/* Reads exactly @n digits and moves on; neither signs nor spaces, which strtol would take. */
static gboolean
read_digits (const char **at, guint n, int *value)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    {
      char c = (*at)[i];

      if (!g_ascii_isdigit (c))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value (c);
    }

  *at += n;
  *value = sum;
  return TRUE;
}

static gboolean
read_char (const char **at, char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
read_date (const char **at, PalDate *date)
{
  int year, month, day;

  if (!read_digits (at, 4, &year) || !read_char (at, '-') || !read_digits (at, 2, &month) ||
      !read_char (at, '-') || !read_digits (at, 2, &day))
    return FALSE;

  *date = pal_date_new (year, month, day);
  return *date != PAL_NO_DATE;
}

/* Dates --------------------------------------------------------------------------------------- */

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
count_days_of_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* Years are counted from March, so that the leap day is the last of its year. */
PalDate
pal_date_new (int year, int month, int day)
{
  int y, era, year_of_era, day_of_year, day_of_era;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > count_days_of_month (year, month))
    return PAL_NO_DATE;

  y = month > 2 ? year : year - 1;
  era = y / 400;
  year_of_era = y - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void
pal_date_get_ymd (PalDate date, int *year, int *month, int *day)
{
  int z, era, day_of_era, year_of_era, day_of_year, m;

  g_return_if_fail (date != PAL_NO_DATE);

  z = date + 719468;
  era = (z >= 0 ? z : z - 146096) / 146097;
  day_of_era = z - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  m = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/* Monday is 0; 1970-01-01 was a Thursday. */
static int
get_weekday (PalDate date)
{
  int weekday = (date + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}

gboolean
pal_date_is_sane (PalDate date)
{
  return date >= pal_date_new (PAL_MIN_YEAR, 1, 1) && date <= pal_date_new (PAL_MAX_YEAR, 12, 31);
}

gboolean
pal_date_is_monday (PalDate date)
{
  return date != PAL_NO_DATE && get_weekday (date) == 0;
}

gboolean
pal_date_parse (const char *text, PalDate *date)
{
  PalDate parsed;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_date (&text, &parsed) || *text != '\0')
    return FALSE;

  *date = parsed;
  return TRUE;
}

char *
pal_date_format (PalDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != PAL_NO_DATE, NULL);

  pal_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The names come from the translations and not from the system's locale, so that a page can be
 * printed in the client's language on a machine that has never heard of it. */
static const char *
get_month_name (int month)
{
  static const char *const names[] = {
    NC_ ("date", "January"), NC_ ("date", "February"), NC_ ("date", "March"),
    NC_ ("date", "April"),   NC_ ("date", "May"),      NC_ ("date", "June"),
    NC_ ("date", "July"),    NC_ ("date", "August"),   NC_ ("date", "September"),
    NC_ ("date", "October"), NC_ ("date", "November"), NC_ ("date", "December"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "date", names[month - 1]);
}

const char *
pal_month_get_short_name (int month)
{
  static const char *const names[] = {
    NC_ ("short date", "Jan"), NC_ ("short date", "Feb"), NC_ ("short date", "Mar"),
    NC_ ("short date", "Apr"), NC_ ("short date", "May"), NC_ ("short date", "Jun"),
    NC_ ("short date", "Jul"), NC_ ("short date", "Aug"), NC_ ("short date", "Sep"),
    NC_ ("short date", "Oct"), NC_ ("short date", "Nov"), NC_ ("short date", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short date", names[month - 1]);
}

static const char *
get_weekday_name (int weekday)
{
  static const char *const names[] = {
    NC_ ("date", "Monday"),   NC_ ("date", "Tuesday"), NC_ ("date", "Wednesday"),
    NC_ ("date", "Thursday"), NC_ ("date", "Friday"),  NC_ ("date", "Saturday"),
    NC_ ("date", "Sunday"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "date", names[weekday]);
}

char *
pal_date_format_display (PalDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != PAL_NO_DATE, NULL);

  pal_date_get_ymd (date, &year, &month, &day);
  /* Translators: a date, as in "1 Mar 2026". 1: day, 2: month, 3: year. Change the order with
   * the numbers: "%2$s %1$d, %3$d" gives "Mar 1, 2026". */
  return g_strdup_printf (C_ ("short date", "%1$d %2$s %3$d"), day,
                          pal_month_get_short_name (month), year);
}

char *
pal_date_format_short (PalDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != PAL_NO_DATE, NULL);

  pal_date_get_ymd (date, &year, &month, &day);
  /* Translators: a date without its year, as in "1 Mar". 1: day, 2: month. */
  return g_strdup_printf (C_ ("short date", "%1$d %2$s"), day, pal_month_get_short_name (month));
}

char *
pal_date_format_long (PalDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != PAL_NO_DATE, NULL);

  pal_date_get_ymd (date, &year, &month, &day);
  /* Translators: a date as in "Monday 1 March 2026". 1: weekday, 2: day, 3: month, 4: year. */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s %4$d"), get_weekday_name (get_weekday (date)),
                          day, get_month_name (month), year);
}

/* Weeks --------------------------------------------------------------------------------------- */

/* ISO 8601: the first week is the one with 4 January in it. */
static PalDate
get_first_monday (int year)
{
  PalDate fourth = pal_date_new (year, 1, 4);

  return fourth - get_weekday (fourth);
}

gboolean
pal_week_parse (const char *text, PalDate *monday)
{
  int year, week;
  PalDate parsed;

  g_return_val_if_fail (text != NULL, FALSE);

  /* The year after the last one is needed to tell how long the last one is. */
  if (!read_digits (&text, 4, &year) || !read_char (&text, '-') || !read_char (&text, 'W') ||
      !read_digits (&text, 2, &week) || *text != '\0' || week < 1 || year < FIRST_YEAR ||
      year >= LAST_YEAR)
    return FALSE;

  parsed = get_first_monday (year) + 7 * (week - 1);
  if (parsed >= get_first_monday (year + 1))
    return FALSE;

  *monday = parsed;
  return TRUE;
}

char *
pal_week_format (PalDate monday)
{
  int year, month, day;
  PalDate thursday;

  g_return_val_if_fail (monday != PAL_NO_DATE, NULL);

  /* A week belongs to the year its Thursday lies in. */
  thursday = monday - get_weekday (monday) + 3;
  pal_date_get_ymd (thursday, &year, &month, &day);
  return g_strdup_printf ("%04d-W%02d", year, (int) (thursday - pal_date_new (year, 1, 1)) / 7 + 1);
}

/* Moments ------------------------------------------------------------------------------------- */

PalTime
pal_time_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Fractions are read and dropped: a visit begins at a second. */
static gboolean
skip_fraction (const char **at)
{
  if (!read_char (at, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  while (g_ascii_isdigit (**at))
    (*at)++;
  return TRUE;
}

static gboolean
read_offset (const char **at, int *seconds)
{
  int sign, hours, minutes;

  if (read_char (at, 'Z'))
    {
      *seconds = 0;
      return TRUE;
    }

  if (read_char (at, '+'))
    sign = 1;
  else if (read_char (at, '-'))
    sign = -1;
  else
    return FALSE;

  if (!read_digits (at, 2, &hours) || !read_char (at, ':') || !read_digits (at, 2, &minutes) ||
      hours > 23 || minutes > 59)
    return FALSE;

  *seconds = sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

gboolean
pal_time_parse (const char *text, PalTime *time)
{
  PalDate date;
  int hours, minutes, seconds, offset;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_date (&text, &date) || !read_char (&text, 'T') || !read_digits (&text, 2, &hours) ||
      !read_char (&text, ':') || !read_digits (&text, 2, &minutes) || !read_char (&text, ':') ||
      !read_digits (&text, 2, &seconds) || !skip_fraction (&text) ||
      !read_offset (&text, &offset) || *text != '\0')
    return FALSE;

  if (hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;

  *time = (PalTime) date * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds - offset;
  return TRUE;
}

/* Rounds towards the past, also before 1970. */
static gint64
floor_to_days (PalTime time)
{
  gint64 days = time / SECONDS_A_DAY;

  return time % SECONDS_A_DAY < 0 ? days - 1 : days;
}

char *
pal_time_format (PalTime time)
{
  int year, month, day, second;
  gint64 days;

  g_return_val_if_fail (time != PAL_NO_TIME, NULL);

  days = floor_to_days (time);
  g_return_val_if_fail (days > G_MININT32 / 2 && days < G_MAXINT32 / 2, NULL);
  second = (int) (time - days * SECONDS_A_DAY);
  pal_date_get_ymd ((PalDate) days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, second / 3600,
                          second / 60 % 60, second % 60);
}

PalDate
pal_time_get_date (PalTime time)
{
  gint64 days;

  if (time == PAL_NO_TIME)
    return PAL_NO_DATE;

  days = floor_to_days (time);
  return days > G_MININT32 / 2 && days < G_MAXINT32 / 2 ? (PalDate) days : PAL_NO_DATE;
}

PalDate
pal_time_get_local_date (PalTime time)
{
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;

  if (time == PAL_NO_TIME)
    return PAL_NO_DATE;

  local = g_date_time_new_from_unix_local (time);
  if (local == NULL)
    return PAL_NO_DATE;

  g_date_time_get_ymd (local, &year, &month, &day);
  return pal_date_new (year, month, day);
}

char *
pal_time_format_clock (PalTime time)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (time != PAL_NO_TIME, NULL);

  local = g_date_time_new_from_unix_local (time);
  g_return_val_if_fail (local != NULL, NULL);
  /* Translators: a time of day, see g_date_time_format(): "%H:%M" is 14:30, "%l:%M %p" 2:30 PM. */
  return g_date_time_format (local, C_ ("time of day", "%H:%M"));
}

gboolean
pal_time_is_sane (PalTime time)
{
  PalDate date = pal_time_get_date (time);

  return date != PAL_NO_DATE && pal_date_is_sane (date);
}

/* Small helpers ------------------------------------------------------------------------------- */

void
pal_sided_region_clear (PalSidedRegion *self)
{
  g_clear_pointer (&self->region, g_free);
}

GArray *
pal_sided_regions_new (void)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (PalSidedRegion));

  g_array_set_clear_func (regions, (GDestroyNotify) pal_sided_region_clear);
  return regions;
}

GArray *
pal_sided_regions_copy (const GArray *regions)
{
  GArray *copy = pal_sided_regions_new ();

  g_return_val_if_fail (regions != NULL, copy);

  for (guint i = 0; i < regions->len; i++)
    {
      PalSidedRegion item = g_array_index (regions, PalSidedRegion, i);

      item.region = g_strdup (item.region);
      g_array_append_val (copy, item);
    }
  return copy;
}

gboolean
pal_sided_regions_equal (const GArray *a, const GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PalSidedRegion *one = &g_array_index (a, PalSidedRegion, i);
      const PalSidedRegion *other = &g_array_index (b, PalSidedRegion, i);

      if (one->side != other->side || g_strcmp0 (one->region, other->region) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
pal_sided_regions_has (const GArray *regions, const char *region, PalSide side)
{
  g_return_val_if_fail (regions != NULL && region != NULL, FALSE);

  for (guint i = 0; i < regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (regions, PalSidedRegion, i);

      if (item->side == side && g_str_equal (item->region, region))
        return TRUE;
    }
  return FALSE;
}

void
pal_sided_regions_add (GArray *regions, const char *region, PalSide side)
{
  PalSidedRegion item = { NULL, side };

  if (pal_sided_regions_has (regions, region, side))
    return;
  item.region = g_strdup (region);
  g_array_append_val (regions, item);
}

gboolean
pal_strv_equal0 (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

char *
pal_uuid_new (void)
{
  return g_uuid_string_random ();
}
