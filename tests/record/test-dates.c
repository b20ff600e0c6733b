/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, weeks and moments: against tables from ISO 8601 and against GLib's calendar. */

#include "config.h"

#include "record/pal-record-types.h"
#include "tests/kit/kit-start.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int days;
  } good[] = {
    { "1970-01-01", 0 },     { "1969-12-31", -1 },    { "2000-02-29", 11016 },
    { "2024-02-29", 19782 }, { "2026-03-01", 20513 }, { "1900-03-01", -25508 },
    { "2200-12-31", 84370 },
  };
  static const char *const bad[] = {
    "",           "2026-02-29", "1900-02-29", "2026-13-01",  "2026-00-10",  "2026-01-00",
    "2026-04-31", "2026-3-01",  "26-03-01",   " 2026-03-01", "2026-03-01 ", "2026/03/01",
    "+026-03-01", "2026-03-0x", "0000-01-01", "2026-03",     "٢٠٢٦-٠٣-٠١",  "2026-03-01T10:00:00Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      PalDate date = 1;
      g_autofree char *text = NULL;

      g_assert_true (pal_date_parse (good[i].text, &date));
      g_assert_cmpint (date, ==, good[i].days);
      text = pal_date_format (date);
      g_assert_cmpstr (text, ==, good[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PalDate date = 77;

      g_test_message ("%s", bad[i]);
      g_assert_false (pal_date_parse (bad[i], &date));
      g_assert_cmpint (date, ==, 77);
    }
}

/* Every day of the format's years, with its week, against another calendar. */
static void
test_calendar (void)
{
  GDate twin;
  PalDate date = pal_date_new (PAL_MIN_YEAR, 1, 1);

  g_date_set_dmy (&twin, 1, 1, PAL_MIN_YEAR);
  for (; date <= pal_date_new (PAL_MAX_YEAR, 12, 31); date++, g_date_add_days (&twin, 1))
    {
      g_autofree char *week = pal_week_format (date);
      int year, month, day;
      PalDate monday;

      pal_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&twin));
      g_assert_cmpint (month, ==, g_date_get_month (&twin));
      g_assert_cmpint (day, ==, g_date_get_day (&twin));
      g_assert_cmpint (pal_date_new (year, month, day), ==, date);
      g_assert_cmpint (pal_date_is_monday (date), ==, g_date_get_weekday (&twin) == 1);
      g_assert_cmpuint (g_ascii_strtoull (week + 6, NULL, 10), ==,
                        g_date_get_iso8601_week_of_year (&twin));
      g_assert_true (pal_week_parse (week, &monday));
      g_assert_cmpint (monday, ==, date - (int) g_date_get_weekday (&twin) + 1);
    }
}

/* The examples around the turn of the year that explanations of ISO 8601 give. */
static void
test_weeks (void)
{
  static const struct
  {
    int year, month, day;
    const char *week;
  } cases[] = {
    { 2005, 1, 1, "2004-W53" },   { 2005, 1, 2, "2004-W53" },   { 2005, 12, 31, "2005-W52" },
    { 2006, 1, 1, "2005-W52" },   { 2006, 1, 2, "2006-W01" },   { 2006, 12, 31, "2006-W52" },
    { 2007, 1, 1, "2007-W01" },   { 2007, 12, 30, "2007-W52" }, { 2007, 12, 31, "2008-W01" },
    { 2008, 12, 28, "2008-W52" }, { 2008, 12, 29, "2009-W01" }, { 2009, 12, 31, "2009-W53" },
    { 2010, 1, 3, "2009-W53" },   { 2020, 12, 31, "2020-W53" }, { 2026, 2, 23, "2026-W09" },
  };
  static const char *const bad[] = { "2026-W00", "2026-W54",  "2025-W53", "2026-W9", "2026W09",
                                     "2026-w09", "2026-W09 ", "26-W09",   "",        "0000-W01" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *week =
          pal_week_format (pal_date_new (cases[i].year, cases[i].month, cases[i].day));

      g_assert_cmpstr (week, ==, cases[i].week);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PalDate monday = 77;

      g_test_message ("%s", bad[i]);
      g_assert_false (pal_week_parse (bad[i], &monday));
      g_assert_cmpint (monday, ==, 77);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds;
    const char *written;
  } good[] = {
    { "2026-03-01T10:00:00Z", 1772359200, "2026-03-01T10:00:00Z" },
    { "2026-03-01T10:00:00.750Z", 1772359200, "2026-03-01T10:00:00Z" },
    { "2026-03-01T10:00:00+05:30", 1772339400, "2026-03-01T04:30:00Z" },
    { "2026-03-01T00:30:00-10:00", 1772361000, "2026-03-01T10:30:00Z" },
    { "2026-01-01T00:30:00+01:00", 1767223800, "2025-12-31T23:30:00Z" },
    { "1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z" },
    { "1900-01-01T00:00:00Z", -2208988800, "1900-01-01T00:00:00Z" },
  };
  static const char *const bad[] = {
    "2026-03-01",
    "2026-03-01T10:00:00",
    "2026-03-01 10:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T10:60:00Z",
    "2026-03-01T10:00:60Z",
    "2026-03-01T10:00Z",
    "2026-02-30T10:00:00Z",
    "2026-03-01T10:00:00+5:30",
    "2026-03-01T10:00:00z",
    "2026-03-01T10:00:00+0530",
    "2026-03-01T10:00:00+24:00",
    "2026-03-01T10:00:00.Z",
    "2026-03-01T10:00:00Zx",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      PalTime time = 1;
      g_autofree char *written = NULL;

      g_assert_true (pal_time_parse (good[i].text, &time));
      g_assert_cmpint (time, ==, good[i].seconds);
      written = pal_time_format (time);
      g_assert_cmpstr (written, ==, good[i].written);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PalTime time = 77;

      g_test_message ("%s", bad[i]);
      g_assert_false (pal_time_parse (bad[i], &time));
      g_assert_cmpint (time, ==, 77);
    }
}

static void
test_limits (void)
{
  PalTime late;

  g_assert_true (pal_date_is_sane (pal_date_new (1900, 1, 1)));
  g_assert_true (pal_date_is_sane (pal_date_new (2200, 12, 31)));
  g_assert_false (pal_date_is_sane (pal_date_new (1899, 12, 31)));
  g_assert_false (pal_date_is_sane (pal_date_new (2201, 1, 1)));
  g_assert_false (pal_date_is_sane (PAL_NO_DATE));
  g_assert_true (pal_time_parse ("2999-01-01T00:00:00Z", &late));
  g_assert_false (pal_time_is_sane (late));
  g_assert_false (pal_time_is_sane (PAL_NO_TIME));
  g_assert_false (pal_time_is_sane (G_MAXINT64));
  g_assert_cmpint (pal_time_get_date (-1), ==, -1);
  g_assert_cmpint (pal_time_get_date (86399), ==, 0);
  g_assert_cmpint (pal_time_get_date (PAL_NO_TIME), ==, PAL_NO_DATE);
}

static void
test_shown (void)
{
  PalDate date = pal_date_new (2026, 3, 1);
  g_autofree char *display = pal_date_format_display (date);
  g_autofree char *brief = pal_date_format_short (date);
  g_autofree char *full = pal_date_format_long (date);
  g_autofree char *clock = pal_time_format_clock (1772375400);

  g_assert_cmpstr (display, ==, "1 Mar 2026");
  g_assert_cmpstr (brief, ==, "1 Mar");
  g_assert_cmpstr (full, ==, "Sunday 1 March 2026");
  g_assert_cmpstr (clock, ==, "14:30");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/dates/parse", test_parse);
  g_test_add_func ("/record/dates/calendar", test_calendar);
  g_test_add_func ("/record/dates/weeks", test_weeks);
  g_test_add_func ("/record/dates/moments", test_moments);
  g_test_add_func ("/record/dates/limits", test_limits);
  g_test_add_func ("/record/dates/shown", test_shown);
  return g_test_run ();
}
