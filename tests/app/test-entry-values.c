/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and numbers as people type them. */

#include "config.h"

#include "app/pal-entry-values.h"
#include "tests/kit/kit-start.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *read; /* NULL: refused */
  } cases[] = {
    { "1990-01-31", "1990-01-31" },
    { " 1990-1-31 ", "1990-01-31" },
    { "31.1.1990", "1990-01-31" },
    { "31. 1. 1990", "1990-01-31" },
    { "31/01/1990", "1990-01-31" },
    { "1990/01/31", "1990-01-31" },
    { "29.2.2000", "2000-02-29" },
    { "31-02-1990", NULL },
    { "1990-02-31", NULL },
    { "29.2.1900", NULL },
    { "2999-01-01", NULL },
    { "1.1.90", NULL },
    { "1899-12-31", NULL },
    { "yesterday", NULL },
    { "1990-01", NULL },
    { "1990-01-31x", NULL },
    { "31.1-1990", NULL },
    { "-1990-01-31", NULL },
    { "99999999999999999999-1-1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PalDate date = 4711;
      const gboolean good = pal_entry_read_date (cases[i].text, pal_date_new (1900, 1, 1),
                                                 pal_date_new (2026, 11, 24), &date, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].read != NULL);
      if (good)
        {
          g_autofree char *text = pal_date_format (date);

          g_assert_cmpstr (text, ==, cases[i].read);
        }
      else
        {
          g_assert_error (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_OUT_OF_RANGE);
          g_assert_cmpint (date, ==, 4711);
        }
    }
}

static void
test_empty_is_unset (void)
{
  PalDate date = 0;
  double number = 0;

  g_assert_true (pal_entry_read_date ("  ", 0, 1, &date, NULL));
  g_assert_cmpint (date, ==, PAL_NO_DATE);
  g_assert_true (pal_entry_read_number ("", 10, FALSE, &number, NULL));
  g_assert_cmpfloat (number, ==, PAL_UNSET);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean whole;
    double read; /* negative: refused */
  } cases[] = {
    { "42", FALSE, 42 },    { "42.5", FALSE, 42.5 }, { "42,5", FALSE, 42.5 },
    { "0", FALSE, 0 },      { "4", TRUE, 4 },        { "4.5", TRUE, -1 },
    { "-1", FALSE, -1 },    { "1001", FALSE, -1 },   { "nan", FALSE, -1 },
    { "inf", FALSE, -1 },   { "ten", FALSE, -1 },    { "1e400", FALSE, -1 },
    { "1,2,3", FALSE, -1 }, { "4 km", FALSE, -1 },   { "1000", TRUE, 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double number = 4711;
      const gboolean good =
          pal_entry_read_number (cases[i].text, 1000, cases[i].whole, &number, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].read >= 0);
      g_assert_cmpfloat (number, ==, good ? cases[i].read : 4711);
      g_assert_cmpint (error == NULL, ==, good);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/app/entry-values/dates", test_dates);
  g_test_add_func ("/app/entry-values/empty-is-unset", test_empty_is_unset);
  g_test_add_func ("/app/entry-values/numbers", test_numbers);
  return g_test_run ();
}
