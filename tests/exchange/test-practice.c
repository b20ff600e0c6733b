/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* palpate-practice, read and written: nothing is lost, and the bytes are the same each time. */

#define G_LOG_DOMAIN "test-practice"

#include "config.h"

#include "exchange/pal-exchange.h"

#include <locale.h>
#include <string.h>

#include "exchange/pal-practice-json.h"
#include "exchange-kit.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static PalPractice *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  PalPractice *practice = exchange_kit_read (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (practice);
  return practice;
}

static PalClientFile *
get_file (const PalPractice *practice, guint i)
{
  g_assert_cmpuint (i, <, practice->files->len);
  return g_ptr_array_index (practice->files, i);
}

static PalVisit *
get_visit (const PalPractice *practice, guint i)
{
  PalClientFile *file = get_file (practice, 0);

  g_assert_cmpuint (i, <, file->visits->len);
  return g_ptr_array_index (file->visits, i);
}

/* Holds every key of the format. */
static void
test_full_file_keeps_its_bytes (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_cmpuint (practice->warnings->len, ==, 0);
  g_assert_cmpstr (again, ==, text);
}

static void
test_values_arrive (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  PalClient *client = get_file (practice, 0)->client;
  PalVisit *visit = get_visit (practice, 0);
  PalMark *mark = g_ptr_array_index (visit->marks, 0);
  PalMarkPoint *point = &g_array_index (mark->points, PalMarkPoint, 1);
  PalMark *client_says = g_ptr_array_index (visit->marks, 1);
  PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, 0);
  PalRun *run = g_ptr_array_index (client->runs, 1);

  g_assert_cmpstr (client->family, ==, "Kovač");
  g_assert_cmpint (client->born, ==, pal_date_new (1990, 1, 31));
  g_assert_cmpint (client->figure, ==, PAL_FIGURE_FEMALE);
  g_assert_cmpint (week->monday, ==, pal_date_new (2026, 2, 23));
  g_assert_cmpfloat (week->effort, ==, 5.5);
  g_assert_cmpfloat (run->km, ==, PAL_UNSET);
  g_assert_cmpstr (visit->client, ==, "c-1");
  g_assert_cmpint (visit->at, ==, 1772359200); /* date -d 2026-03-01T10:00:00Z +%s */
  g_assert_true (visit->is_signed);
  g_assert_cmpint (visit->state.days_since_hard, ==, 0);
  g_assert_cmpint (visit->state.next_race, ==, pal_date_new (2026, 5, 10));
  g_assert_cmpstr (visit->notes[PAL_NOTE_PLAN], ==, "P");
  g_assert_cmpint (mark->side, ==, PAL_SIDE_LEFT);
  g_assert_cmpint (mark->after, ==, 1);
  g_assert_true (point->refers);
  g_assert_cmpfloat (point->to_y, ==, 0.3);
  g_assert_cmpint (client_says->source, ==, PAL_SOURCE_CLIENT);
  g_assert_cmpint (client_says->after, ==, PAL_UNSET);
}

static void
test_examined_absent_is_not_empty (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);

  g_assert_nonnull (get_visit (practice, 1)->examined);
  g_assert_cmpstr (get_visit (practice, 1)->examined[0], ==, NULL);
  g_assert_null (get_visit (practice, 2)->examined);
}

static void
test_made_up_runner_survives (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalPractice out = { .files = g_ptr_array_new () };
  g_autofree char *text = NULL;
  g_autoptr (PalPractice) practice = NULL;

  g_ptr_array_add (out.files, file);
  text = exchange_kit_write (&out);
  g_ptr_array_unref (out.files);
  practice = read_good (text);
  g_assert_true (pal_client_equal (get_file (practice, 0)->client, file->client));
  g_assert_cmpuint (get_file (practice, 0)->visits->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    g_assert_true (pal_visit_equal (get_visit (practice, i), g_ptr_array_index (file->visits, i)));
}

static void
test_numbers_are_shortest_and_exact (void)
{
  static const struct
  {
    const char *read, *written;
  } cases[] = {
    { "7", "7.0" },
    { "7.0", "7.0" },
    { "70e-1", "7.0" },
    { "0.1", "0.1" },
    { "-0.0", "0.0" },
    { "33.333333333333336", "33.333333333333336" },
    { "0.30000000000000004", "0.30000000000000004" },
    { "1e-7", "1e-07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mark =
          g_strdup_printf ("{\"region\": \"sternum\", \"kind\": \"scar\", \"points\": "
                           "[{\"view\": \"front\", \"x\": %s, \"y\": 300}]}",
                           cases[i].read);
      g_autofree char *text = exchange_kit_wrap_mark (mark);
      g_autofree char *expected = g_strdup_printf ("\"x\": %s, \"y\": 300.0 }", cases[i].written);
      g_autoptr (PalPractice) practice = read_good (text);
      g_autofree char *again = exchange_kit_write (practice);

      g_assert_nonnull (strstr (again, expected));
    }
}

static void
test_defaults_of_a_mark (void)
{
  g_autofree char *text = exchange_kit_wrap_mark (
      "{\"region\": \"sternum\", \"before\": 2.0, \"side\": null, \"carried\": false, "
      "\"source\": \"therapist\"}");
  g_autoptr (PalPractice) practice = read_good (text);
  PalMark *mark = g_ptr_array_index (get_visit (practice, 0)->marks, 0);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_cmpstr (mark->kind, ==, "tight");
  g_assert_cmpint (mark->before, ==, 2);
  g_assert_nonnull (
      strstr (again, "{ \"region\": \"sternum\", \"kind\": \"tight\", \"before\": 2 }"));
}

static void
test_offsets_become_utc (void)
{
  g_autofree char *text =
      exchange_kit_wrap_visit ("{\"id\": \"v\", \"at\": \"2026-03-01T12:30:00+02:30\"}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_nonnull (strstr (again, "\"at\": \"2026-03-01T10:00:00Z\""));
}

static void
test_key_order_does_not_matter (void)
{
  g_autoptr (PalPractice) practice = read_good (
      "{\"clients\": [{\"visits\": [{\"at\": \"2026-03-01T10:00:00Z\", \"id\": \"v\"}], "
      "\"given\": \"A\", \"id\": \"late\"}], \"version\": 1, \"format\": \"palpate-practice\"}");

  g_assert_cmpstr (get_visit (practice, 0)->client, ==, "late");
}

static void
test_visits_are_put_in_order (void)
{
  g_autofree char *text =
      exchange_kit_wrap_visit ("{\"id\": \"later\", \"at\": \"2026-03-02T10:00:00Z\"},"
                               "{\"id\": \"first\", \"at\": \"2026-03-01T10:00:00Z\"},"
                               "{\"id\": \"second\", \"at\": \"2026-03-01T10:00:00Z\"}");
  g_autoptr (PalPractice) practice = read_good (text);

  g_assert_cmpstr (get_visit (practice, 0)->id, ==, "first");
  g_assert_cmpstr (get_visit (practice, 1)->id, ==, "second");
  g_assert_cmpstr (get_visit (practice, 2)->id, ==, "later");
}

static void
test_unknown_keys_warn (void)
{
  g_autofree char *text = exchange_kit_wrap_visit (
      "{\"id\": \"v\", \"at\": \"2026-03-01T10:00:00Z\", \"mood\": [1, {\"a\": null}], "
      "\"marks\": [{\"region\": \"sternum\", \"kind\": \"scar\", \"colour\": \"blue\"}]}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_cmpuint (practice->warnings->len, ==, 2);
  g_assert_true (
      g_str_has_prefix (g_ptr_array_index (practice->warnings, 0), "clients[0].visits[0].mood: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (practice->warnings, 1),
                                   "clients[0].visits[0].marks[0].colour: "));
  g_assert_null (strstr (again, "mood"));
  g_assert_null (strstr (again, "blue"));
}

static void
test_warnings_have_an_end (void)
{
  g_autoptr (GString) client = g_string_new ("{\"id\": \"c\", \"given\": \"A\"");
  g_autofree char *text = NULL;
  g_autoptr (PalPractice) practice = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (client, ", \"strange%u\": %u", i, i);
  g_string_append_c (client, '}');
  text = exchange_kit_wrap_client (client->str);
  practice = read_good (text);
  g_assert_cmpuint (practice->warnings->len, ==, 51);
  g_assert_nonnull (strstr (g_ptr_array_index (practice->warnings, 50), "950"));
}

static void
test_text_may_hold_anything (void)
{
  g_autofree char *text = exchange_kit_wrap_client (
      "{\"id\": \"c\", \"given\": \"\\u00c5\\ud83d\\ude00 \\/ \\b\\u0001\", \"goal\": \"\"}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_cmpstr (get_file (practice, 0)->client->given, ==, "Å😀 / \b\001");
  g_assert_null (get_file (practice, 0)->client->goal);
  g_assert_nonnull (strstr (again, "\"given\": \"Å😀 / \\b\\u0001\""));
}

static void
test_byte_order_mark_is_passed_over (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autoptr (PalPractice) practice = read_good (marked);
  g_autofree char *again = exchange_kit_write (practice);

  g_assert_cmpstr (again, ==, text);
}

static void
test_locale_does_not_matter (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = NULL;
  g_autofree char *again = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL && setlocale (LC_NUMERIC, "de_DE.utf8") == NULL)
    {
      g_test_skip ("There is no German locale on this machine.");
      return;
    }
  practice = read_good (text);
  again = exchange_kit_write (practice);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (again, ==, text);
}

static void
test_shift_moves_everything (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;

  pal_practice_shift (practice, 14);
  moved = exchange_kit_write (practice);
  /* Written out from a calendar. */
  g_assert_nonnull (strstr (moved, "\"born\": \"1990-02-14\""));
  g_assert_nonnull (strstr (moved, "\"week\": \"2026-W11\""));
  g_assert_nonnull (strstr (moved, "\"date\": \"2026-03-08\", \"km\": 18.0"));
  g_assert_nonnull (strstr (moved, "\"since\": \"2025-08-29\""));
  g_assert_nonnull (strstr (moved, "\"since\": \"2025-10-15\""));
  g_assert_nonnull (strstr (moved, "\"at\": \"2026-03-15T10:00:00Z\""));
  g_assert_nonnull (strstr (moved, "\"signed_at\": \"2026-03-15T11:02:03Z\""));
  g_assert_nonnull (strstr (moved, "\"alerts_seen\": \"2026-03-15T10:01:00Z\""));
  g_assert_nonnull (strstr (moved, "\"next_race\": \"2026-05-24\""));
  g_assert_nonnull (strstr (moved, "\"at\": \"2026-03-15T10:05:00Z\""));
  g_assert_nonnull (strstr (moved, "\"at\": \"2026-03-16T08:00:00Z\""));
  pal_practice_shift (practice, -14);
  back = exchange_kit_write (practice);
  g_assert_cmpstr (back, ==, text);
}

static void
test_single_visit_names_the_midline (void)
{
  g_autofree char *text =
      exchange_kit_wrap_mark ("{\"region\": \"sternum\", \"before\": 1}, "
                              "{\"region\": \"itb-mid\", \"side\": \"left\", \"before\": 1}");
  g_autoptr (PalPractice) practice = read_good (text);
  g_autoptr (GString) out = g_string_new (NULL);
  PalJsonWriter writer;

  pal_json_writer_init (&writer, out);
  pal_practice_json_visit (&writer, NULL, get_visit (practice, 0));
  g_assert_nonnull (strstr (out->str, "{ \"region\": \"sternum\", \"side\": null, "));
  g_assert_nonnull (strstr (out->str, "{ \"region\": \"itb-mid\", \"side\": \"left\", "));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/practice/full-file-keeps-its-bytes", test_full_file_keeps_its_bytes);
  g_test_add_func ("/exchange/practice/values-arrive", test_values_arrive);
  g_test_add_func ("/exchange/practice/examined-absent-is-not-empty",
                   test_examined_absent_is_not_empty);
  g_test_add_func ("/exchange/practice/made-up-runner-survives", test_made_up_runner_survives);
  g_test_add_func ("/exchange/practice/numbers-are-shortest-and-exact",
                   test_numbers_are_shortest_and_exact);
  g_test_add_func ("/exchange/practice/defaults-of-a-mark", test_defaults_of_a_mark);
  g_test_add_func ("/exchange/practice/offsets-become-utc", test_offsets_become_utc);
  g_test_add_func ("/exchange/practice/key-order-does-not-matter", test_key_order_does_not_matter);
  g_test_add_func ("/exchange/practice/visits-are-put-in-order", test_visits_are_put_in_order);
  g_test_add_func ("/exchange/practice/unknown-keys-warn", test_unknown_keys_warn);
  g_test_add_func ("/exchange/practice/warnings-have-an-end", test_warnings_have_an_end);
  g_test_add_func ("/exchange/practice/text-may-hold-anything", test_text_may_hold_anything);
  g_test_add_func ("/exchange/practice/byte-order-mark-is-passed-over",
                   test_byte_order_mark_is_passed_over);
  g_test_add_func ("/exchange/practice/locale-does-not-matter", test_locale_does_not_matter);
  g_test_add_func ("/exchange/practice/shift-moves-everything", test_shift_moves_everything);
  g_test_add_func ("/exchange/practice/single-visit-names-the-midline",
                   test_single_visit_names_the_midline);
  return g_test_run ();
}
