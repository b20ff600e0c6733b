/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of training: as spreadsheets and watches write them, what is refused and where, and that
 * merging twice is merging once. */

#include "config.h"

#include <string.h>

#include "exchange/pal-training-table.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static PalTrainingTable *
read_table (const char *text)
{
  g_autoptr (GError) error = NULL;
  PalTrainingTable *table = pal_training_table_read (text, -1, kit_get_vocabulary (), &error);

  g_assert_no_error (error);
  return table;
}

static const PalTrainingWeek *
get_week (PalTrainingTable *table, guint i)
{
  g_assert_cmpuint (table->weeks->len, >, i);
  return g_ptr_array_index (table->weeks, i);
}

static void
test_weeks (void)
{
  g_autoptr (PalTrainingTable) table =
      read_table ("week,km,longest_km,minutes,sessions,effort,terrain,shoes\n"
                  "2026-W09,42,18.5,240,4,5.5,road trail,\"Heron, 4\"\r\n"
                  "\n"
                  "2026-03-05,30.0,,,,,,\n");
  const PalTrainingWeek *week = get_week (table, 0);

  g_assert_cmpint (week->monday, ==, pal_date_new (2026, 2, 23));
  g_assert_cmpfloat (week->km, ==, 42);
  g_assert_cmpfloat (week->longest_km, ==, 18.5);
  g_assert_cmpint (week->minutes, ==, 240);
  g_assert_cmpint (week->sessions, ==, 4);
  g_assert_cmpfloat (week->effort, ==, 5.5);
  g_assert_cmpstr (week->terrain[1], ==, "trail");
  g_assert_cmpstr (week->shoes, ==, "Heron, 4");
  /* Any day of a week means its Monday; an empty cell is not zero. */
  week = get_week (table, 1);
  g_assert_cmpint (week->monday, ==, pal_date_new (2026, 3, 2));
  g_assert_cmpint (week->sessions, ==, PAL_UNSET);
  g_assert_cmpuint (table->runs->len, ==, 0);
}

/* Cells pasted from a spreadsheet with a decimal comma and its own idea of dates. */
static void
test_pasted (void)
{
  g_autoptr (PalTrainingTable) table = read_table ("\xef\xbb\xbf"
                                                   "Week\tDistance (km)\tLongest Run\tMood\n"
                                                   "1.3.2026\t42,5\t18\tfine\n");

  g_assert_cmpint (get_week (table, 0)->monday, ==, pal_date_new (2026, 2, 23));
  g_assert_cmpfloat (get_week (table, 0)->km, ==, 42.5);
  g_assert_cmpuint (table->n_unknown_columns, ==, 1);
}

static void
test_runs (void)
{
  g_autoptr (PalTrainingTable) table =
      read_table ("Activity Date;km;minutes;RPE\n2026-03-01 07:30:00;13,2;75;6\n2026-03-03;8;;\n");
  const PalRun *run;

  g_assert_cmpuint (table->weeks->len, ==, 0);
  g_assert_cmpuint (table->runs->len, ==, 2);
  run = g_ptr_array_index (table->runs, 0);
  g_assert_cmpint (run->date, ==, pal_date_new (2026, 3, 1));
  g_assert_cmpfloat (run->km, ==, 13.2);
  g_assert_cmpint (run->minutes, ==, 75);
  g_assert_cmpfloat (run->effort, ==, 6);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *start;
  } cases[] = {
    { "", "Line 1: no column" },
    { "km,minutes\n3,4\n", "Line 1: no column" },
    { "week,km,distance\n2026-W09,1,2\n", "Line 1: the column “distance”" },
    { "week,km\n", "There is no training" },
    { "week,km\n2026-W09,forty\n", "Line 2: “forty” is no number for “km”." },
    { "week,km\n2026-W09,40\n2026-W60,30\n", "Line 3: “2026-W60” is no day" },
    { "week,km\n2026-W09,-1\n", "Line 2: “km” must be between" },
    { "week,km\n2026-W09,1001\n", "Line 2: “km” must be between" },
    { "week,km\n2026-W09,nan\n", "Line 2: “nan” is no number" },
    { "week,sessions\n2026-W09,2.5\n", "Line 2: “sessions” must be a whole" },
    { "week,effort\n2026-W09,11\n", "Line 2: “effort” must be between" },
    { "week,km\n2026-W09,1\n\n2026-02-25,2\n", "Line 4: the week 2026-W09 is there twice" },
    { "week,km\n,1\n", "Line 2: the day or week is missing" },
    { "week,km\n2026-W09,1,2\n", "Line 2: there are more cells" },
    { "week,km\n\"2026-W09,1\n2026-W10,1\n", "Line 2: a quotation mark" },
    { "week,shoes\n2026-W09,\"a\nb\"\n2026-W10,c,d\n", "Line 4: there are more cells" },
    { "week,terrain\n2026-W09,moon\n", "Line 2: “moon” is no terrain" },
    { "date,km\n2026-02-30,1\n", "Line 2: “2026-02-30” is no day" },
    { "date,km\n1700-01-01,1\n", "Line 2: 1700-01-01 is too far" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PalTrainingTable *table =
          pal_training_table_read (cases[i].text, -1, kit_get_vocabulary (), &error);

      g_test_message ("%s", cases[i].text);
      kit_assert_refused (table != NULL, g_steal_pointer (&error), PAL_EXCHANGE_ERROR,
                          PAL_EXCHANGE_ERROR_INVALID, cases[i].start);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (pal_training_table_read ("week\xff,km\n", -1, kit_get_vocabulary (), &error));
    g_assert_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID);
  }
}

/* What other programs save a table as, and what is no table at all. */
static void
test_encodings (void)
{
  static const char latin[] = "week,shoes\n2026-W09,L\xe4ufer\n";
  static const char wide[] = "\xff\xfew\0e\0e\0k\0,\0k\0m\0\n\0";
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  static const char holes[] = "week,km\n2026-W09,4\0"
                              "2\n";
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { latin, sizeof latin - 1 },
    { wide, sizeof wide - 1 },
    { picture, sizeof picture - 1 },
    { holes, sizeof holes - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PalTrainingTable *table = pal_training_table_read (cases[i].bytes, (gssize) cases[i].length,
                                                         kit_get_vocabulary (), &error);

      kit_assert_refused (table != NULL, g_steal_pointer (&error), PAL_EXCHANGE_ERROR,
                          PAL_EXCHANGE_ERROR_INVALID, "This is no text: save the table");
    }
}

/* Ten megabytes are refused as a whole; what is just allowed is read in full. */
static void
test_size (void)
{
  g_autoptr (GString) text = g_string_new ("date,km\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (PalTrainingTable) table = NULL;
  PalTrainingTable *refused;
  guint n = 0;

  for (; text->len + 32 < PAL_MAX_TRAINING_BYTES; n++)
    {
      g_autofree char *day = pal_date_format (pal_date_new (1950, 1, 1) + (PalDate) (n % 20000));

      g_string_append_printf (text, "%s,%u\n", day, 1 + n % 900);
    }
  table = pal_training_table_read (text->str, -1, kit_get_vocabulary (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->runs->len, ==, n);
  while (text->len < 10 * 1024 * 1024)
    g_string_append (text, "2026-02-25,10\n");
  refused = pal_training_table_read (text->str, -1, kit_get_vocabulary (), &error);
  kit_assert_refused (refused != NULL, g_steal_pointer (&error), PAL_EXCHANGE_ERROR,
                      PAL_EXCHANGE_ERROR_TOO_LARGE, "This is too much");
}

static void
test_merge (void)
{
  g_autoptr (PalTrainingTable) table =
      read_table ("week,km\n2026-W09,42\n2026-W10,30\n2026-W11,20\n");
  g_autoptr (PalClient) client = pal_client_new ("Ana", "Test");
  PalTrainingWeek *known = g_new0 (PalTrainingWeek, 1);
  g_autoptr (PalClient) once = NULL;
  PalTrainingMerge merge;

  known->monday = pal_date_new (2026, 2, 23);
  known->km = 40;
  known->longest_km = 18;
  known->minutes = PAL_UNSET;
  known->sessions = 4;
  known->effort = PAL_UNSET;
  g_ptr_array_add (client->training_weeks, known);

  merge = pal_training_table_merge (table, client);
  g_assert_cmpuint (merge.n_added, ==, 2);
  g_assert_cmpuint (merge.n_replaced, ==, 1);
  g_assert_cmpuint (merge.n_same, ==, 0);
  /* What the table does not say stays. */
  g_assert_cmpfloat (known->km, ==, 42);
  g_assert_cmpfloat (known->longest_km, ==, 18);
  g_assert_cmpint (known->sessions, ==, 4);

  once = pal_client_copy (client);
  merge = pal_training_table_merge (table, client);
  g_assert_cmpuint (merge.n_same, ==, 3);
  g_assert_cmpuint (merge.n_added + merge.n_replaced, ==, 0);
  g_assert_true (pal_client_equal (once, client));
}

static void
test_merge_runs (void)
{
  g_autoptr (PalTrainingTable) table =
      read_table ("date,km,shoes\n2026-03-01,10,\n2026-03-01,5,\n2026-03-02,7,Heron\n");
  g_autoptr (PalTrainingTable) later = read_table ("date,km,shoes\n2026-03-01,10,Kite\n");
  g_autoptr (PalClient) client = pal_client_new ("Ana", "Test");
  PalTrainingMerge merge;

  /* Two runs on one day are two runs. */
  merge = pal_training_table_merge (table, client);
  g_assert_cmpuint (merge.n_added, ==, 3);
  merge = pal_training_table_merge (table, client);
  g_assert_cmpuint (merge.n_same, ==, 3);
  merge = pal_training_table_merge (later, client);
  g_assert_cmpuint (merge.n_replaced, ==, 1);
  g_assert_cmpuint (client->runs->len, ==, 3);
}

/* Whatever bytes come in: a table or one clear refusal, never a crash. */
static void
test_noise (void)
{
  static const char seed[] = "week,km,shoes\n2026-W09,\"4,2\",a\r\n1.3.2026;\t\"\"\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *text = g_strdup (seed);
      g_autoptr (GError) error = NULL;
      g_autoptr (PalTrainingTable) table = NULL;

      for (guint i = 0; i < 4; i++)
        text[g_rand_int_range (rand, 0, (int) strlen (seed))] =
            ",;\t\"\n\r9-W.a"[g_rand_int_range (rand, 0, 11)];
      table = pal_training_table_read (text, -1, kit_get_vocabulary (), &error);
      g_assert_true ((table != NULL) == (error == NULL));
    }
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/training/weeks", test_weeks);
  g_test_add_func ("/exchange/training/pasted", test_pasted);
  g_test_add_func ("/exchange/training/runs", test_runs);
  g_test_add_func ("/exchange/training/refused", test_refused);
  g_test_add_func ("/exchange/training/encodings", test_encodings);
  g_test_add_func ("/exchange/training/size", test_size);
  g_test_add_func ("/exchange/training/merge", test_merge);
  g_test_add_func ("/exchange/training/merge-runs", test_merge_runs);
  g_test_add_func ("/exchange/training/noise", test_noise);
  return g_test_run ();
}
