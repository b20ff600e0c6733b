/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What palpate-practice refuses, and that it says where. */

#define G_LOG_DOMAIN "test-refusals"

#include "config.h"

#include "exchange/pal-exchange.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange-kit.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static void
assert_refused (const char *text, int code, const char *start)
{
  GError *error = NULL;
  PalPractice *practice = exchange_kit_read (text, &error);

  kit_assert_refused (practice != NULL, error, PAL_EXCHANGE_ERROR, code, start);
}

typedef struct
{
  const char *text, *start;
} Case;

static void
test_marks (void)
{
#define MARK "clients[0].visits[0].marks[0]"
  static const Case cases[] = {
    { "{\"region\": \"elbow-pit\", \"side\": \"left\", \"before\": 1}", MARK ".region: " },
    { "{\"region\": \"sternum\", \"side\": \"left\", \"before\": 1}", MARK ".side: " },
    { "{\"region\": \"itb-mid\", \"before\": 1}", MARK ".side: " },
    { "{\"region\": \"itb-mid\", \"side\": \"up\", \"before\": 1}", MARK ".side: " },
    { "{\"region\": \"itb-mid\", \"side\": 1, \"before\": 1}", MARK ".side: " },
    { "{\"region\": \"sternum\", \"before\": 4}", MARK ".before: " },
    { "{\"region\": \"sternum\", \"before\": 0}", MARK ".before: " },
    { "{\"region\": \"sternum\", \"before\": 7.5}", MARK ".before: a whole number" },
    { "{\"region\": \"sternum\", \"before\": -1}", MARK ".before: " },
    { "{\"region\": \"sternum\", \"before\": \"1\"}", MARK ".before: a number" },
    { "{\"region\": \"sternum\", \"before\": null}", MARK ".before: a number" },
    { "{\"region\": \"sternum\", \"before\": 1e12}", MARK ".before: " },
    { "{\"region\": \"sternum\"}", MARK ".before: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"after\": 4}", MARK ".after: " },
    { "{\"region\": \"sternum\", \"kind\": \"scar\", \"before\": 1}", MARK ".before: " },
    { "{\"region\": \"sternum\", \"kind\": \"blue\", \"before\": 1}", MARK ".kind: " },
    { "{\"before\": 1}", MARK ".region: the key is missing" },
    { "{\"region\": null, \"before\": 1}", MARK ".region: a text" },
    { "{\"region\": \"sternum\", \"region\": \"sternum\"}",
      MARK ".region: the key is there twice" },
    { "{\"region\": \"sternum\", \"before\": 1, \"techniques\": [\"hexing\"]}",
      MARK ".techniques[0]: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"techniques\": \"mfr\"}", MARK ".techniques: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"techniques\": [3]}", MARK ".techniques[0]: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"minutes\": 1441}", MARK ".minutes: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"carried\": 1}", MARK ".carried: true" },
    { "{\"region\": \"sternum\", \"before\": 1, \"source\": \"dog\"}", MARK ".source: “dog”" },
    { "{\"region\": \"sternum\", \"before\": 1, \"points\": [{\"view\": \"top\"}]}",
      MARK ".points[0].view: " },
    { "{\"region\": \"sternum\", \"before\": 1, \"points\": [{\"view\": \"front\", \"x\": 1}]}",
      MARK ".points[0].y: the key is missing" },
    { "{\"region\": \"sternum\", \"before\": 1, \"points\": "
      "[{\"view\": \"front\", \"x\": 1, \"y\": 5000}]}",
      MARK ".points[0].y: " },
    { "[]", MARK ": an object" },
    { "7", MARK ": an object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = exchange_kit_wrap_mark (cases[i].text);

      assert_refused (text, PAL_EXCHANGE_ERROR_INVALID, cases[i].start);
    }
}

static void
test_visits (void)
{
#define VISIT "clients[0].visits[0]"
#define AT "\"id\": \"v\", \"at\": \"2026-03-01T10:00:00Z\""
  static const Case cases[] = {
    { "{\"id\": \"v\"}", VISIT ".at: the key is missing" },
    { "{\"at\": \"2026-03-01T10:00:00Z\"}", VISIT ".id: the key is missing" },
    { "{\"id\": \"\", \"at\": \"2026-03-01T10:00:00Z\"}", VISIT ".id: " },
    { "{\"id\": \"a b\", \"at\": \"2026-03-01T10:00:00Z\"}", VISIT ".id: " },
    { "{\"id\": \"v\", \"at\": \"2999-03-01T10:00:00Z\"}", VISIT ".at: " },
    { "{\"id\": \"v\", \"at\": \"2026-02-30T10:00:00Z\"}", VISIT ".at: “2026-02-30T10:00:00Z”" },
    { "{\"id\": \"v\", \"at\": \"yesterday\"}", VISIT ".at: “yesterday”" },
    { "{\"id\": \"v\", \"at\": 1772359200}", VISIT ".at: a text" },
    { "{" AT ", \"examined\": [\"thigh\", \"tail\"]}", VISIT ".examined[1]: " },
    { "{" AT ", \"state\": {\"stress\": 11}}", VISIT ".state.stress: " },
    { "{" AT ", \"state\": {\"next_race\": \"2999-01-01\"}}", VISIT ".state.next_race: " },
    { "{" AT ", \"state\": []}", VISIT ".state: an object" },
    { "{" AT ", \"complaint\": {\"regions\": [{\"region\": \"knee-cap\"}]}}",
      VISIT ".complaint.regions[0].region: " },
    { "{" AT ", \"notes\": {\"plan\": {}}}", VISIT ".notes.plan: a text" },
    { "{" AT ", \"signed\": \"yes\"}", VISIT ".signed: true" },
    { "{" AT ", \"signed_by\": \"Ruth\"}", VISIT ".signed: " },
    { "{" AT ", \"marks\": {}}", VISIT ".marks: a list" },
    { "{" AT ", \"ink\": [{\"view\": \"front\", \"points\": [[1, 2]]}]}",
      VISIT ".ink[0].points[0]: " },
    { "{" AT ", \"tests\": [{\"test\": \"ober\", \"side\": \"left\"}]}",
      VISIT ".tests[0].value: the key is missing" },
    { "{" AT "}, {" AT "}", "clients[0].visits[1].id: another record" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = exchange_kit_wrap_visit (cases[i].text);

      assert_refused (text, PAL_EXCHANGE_ERROR_INVALID, cases[i].start);
    }
}

static void
test_clients (void)
{
  static const Case cases[] = {
    { "{\"id\": \"c\"}", "clients[0].given: " },
    { "{\"id\": \"c\", \"given\": \" \\t\", \"family\": \"\"}", "clients[0].given: " },
    { "{\"given\": \"A\"}", "clients[0].id: the key is missing" },
    { "{\"id\": \"c\", \"given\": 7}", "clients[0].given: a text" },
    { "{\"id\": \"c\", \"given\": \"A\", \"born\": \"1990-13-01\"}",
      "clients[0].born: “1990-13-01”" },
    { "{\"id\": \"c\", \"given\": \"A\", \"born\": \"1823-01-01\"}", "clients[0].born: " },
    { "{\"id\": \"c\", \"given\": \"A\", \"figure\": \"cat\"}",
      "clients[0].figure: “cat” is none of: neutral, female, male" },
    { "{\"id\": \"c\", \"given\": \"A\", \"training_weeks\": [{\"week\": \"2026-W54\"}]}",
      "clients[0].training_weeks[0].week: “2026-W54”" },
    { "{\"id\": \"c\", \"given\": \"A\", \"runs\": [{\"date\": \"2026-01-01\", \"km\": -3}]}",
      "clients[0].runs[0].km: the number must not be negative" },
    { "{\"id\": \"c\", \"given\": \"A\"}, {\"id\": \"c\", \"given\": \"B\"}",
      "clients[1].id: another record" },
    { "{\"id\": \"c\", \"given\": \"A\", \"visits\": null}", "clients[0].visits: a list" },
    { "null", "clients[0]: an object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = exchange_kit_wrap_client (cases[i].text);

      assert_refused (text, PAL_EXCHANGE_ERROR_INVALID, cases[i].start);
    }
}

static void
test_long_strange_values_stay_one_short_line (void)
{
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autofree char *client =
      g_strdup_printf ("{\"id\": \"c\", \"given\": \"A\", \"figure\": \"a\\nb%s\"}", many);
  g_autofree char *text = exchange_kit_wrap_client (client);
  g_autoptr (GError) error = NULL;

  g_assert_null (exchange_kit_read (text, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_no_json (void)
{
  static const Case cases[] = {
    { "", "The file is empty." },
    { "hello", "Line 1 is not JSON" },
    { "{", "The file breaks off in line 1" },
    { "{\n\"format\": \"palpate-practice\",\n\"version\": 1,\n}", "Line 4 is not JSON" },
    { "{\"a\": 1 // comment\n}", "Line 1 is not JSON" },
    { "{'a': 1}", "Line 1 is not JSON" },
    { "{\"a\": 01}", "Line 1 is not JSON" },
    { "{\"a\": +1}", "Line 1 is not JSON" },
    { "{\"a\": .5}", "Line 1 is not JSON" },
    { "{\"a\": 1.}", "Line 1 is not JSON" },
    { "{\"a\": 0x10}", "Line 1 is not JSON" },
    { "{\"a\": NaN}", "Line 1 is not JSON" },
    { "{\"a\": Infinity}", "Line 1 is not JSON" },
    { "{\"a\": 1e999}", "Line 1 is not JSON: a number is too large" },
    { "{\"a\": tru}", "Line 1 is not JSON" },
    { "{\"a\": \"\\x\"}", "Line 1 is not JSON" },
    { "{\"a\": \"\\u12\"}", "Line 1 is not JSON" },
    { "{\"a\": \"\\ud800\"}", "Line 1 is not JSON" },
    { "{\"a\": \"\\udc00\"}", "Line 1 is not JSON" },
    { "{\"a\": \"\\u0000\"}", "Line 1 is not JSON" },
    { "{\"a\": \"one\ntwo\"}", "Line 1 is not JSON" },
    { "{\"a\": 1} {\"b\": 2}", "Line 1 is not JSON: something follows the end" },
    { "{\"a\" 1}", "Line 1 is not JSON: a colon is missing" },
    { "{\"a\": 1 \"b\": 2}", "Line 1 is not JSON: a comma" },
    { "{1: 1}", "Line 1 is not JSON" },
    { "[1,]", "Line 1 is not JSON" },
    { "[1 2]", "Line 1 is not JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, PAL_EXCHANGE_ERROR_NOT_JSON, cases[i].start);
}

static void
test_other_formats (void)
{
  static const Case cases[] = {
    { "[]", "The file is JSON, but no palpate-practice file." },
    { "7", "The file is JSON, but no palpate-practice file." },
    { "{}", "The file is JSON, but no palpate-practice file." },
    { "{\"format\": \"palpate-regions\", \"version\": 1}", "The file is JSON, but no" },
    { "{\"format\": \"palpate-practice\"}", "The file is JSON, but no" },
    { "{\"format\": \"palpate-practice\", \"version\": \"1\"}", "The file is JSON, but no" },
    { "{\"format\": \"palpate-practice\", \"version\": 0}", "The file is JSON, but no" },
    { "{\"format\": \"palpate-practice\", \"version\": 1.5}", "The file is JSON, but no" },
    /* Newer, wherever the version stands, and whatever else has become of the format. */
    { "{\"clients\": {\"new\": true}, \"format\": \"palpate-practice\", \"version\": 2}",
      "The file has version 2 of the format" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, PAL_EXCHANGE_ERROR_WRONG_FORMAT, cases[i].start);
  assert_refused ("{\"format\": \"palpate-practice\", \"version\": 1}", PAL_EXCHANGE_ERROR_INVALID,
                  "clients: the key is missing");
}

static void
test_invalid_utf8_names_the_byte (void)
{
  assert_refused ("{\n\"a\": \"\xff\"}", PAL_EXCHANGE_ERROR_NOT_JSON,
                  "The file is not valid UTF-8: see byte 8, in line 2.");
}

static void
test_nul_byte (void)
{
  GError *error = NULL;
  PalPractice *practice =
      pal_practice_read_data ("{\0}", 3, kit_get_atlas (), kit_get_vocabulary (), &error);

  kit_assert_refused (practice != NULL, error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON,
                      "The file is not valid UTF-8: see byte 1");
}

static void
test_depth (void)
{
  const char opens[] = { '[', '{' };

  for (guint i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      g_autoptr (GString) bomb = g_string_new ("{\"a\": ");

      for (guint k = 0; k < 1000000; k++)
        g_string_append (bomb, opens[i] == '[' ? "[" : "{\"a\":");
      assert_refused (bomb->str, PAL_EXCHANGE_ERROR_NOT_JSON, "Line 1 nests more than 64");
    }
}

static void
test_depth_that_is_allowed (void)
{
  g_autofree char *deep = g_strnfill (61, '[');
  g_autofree char *end = g_strnfill (61, ']');
  g_autofree char *client =
      g_strdup_printf ("{\"id\": \"c\", \"given\": \"A\", \"deep\": %s%s}", deep, end);
  g_autofree char *text = exchange_kit_wrap_client (client);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice = exchange_kit_read (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (practice->warnings->len, ==, 1);
}

static void
test_truncated_anywhere (void)
{
  g_autofree char *text = exchange_kit_load ("full.json");
  gsize length = strlen (g_strchomp (text));

  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *torn = g_memdup2 (text, n + 1);
      g_autoptr (GError) error = NULL;

      torn[n] = 0;
      g_assert_null (
          pal_practice_read_data (torn, n, kit_get_atlas (), kit_get_vocabulary (), &error));
      g_assert_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_NOT_JSON);
    }
}

static char *
repeat (const char *format, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "%u", i);
      g_string_append (out, i > 0 ? "," : "");
      for (const char *p = format; *p != 0; p++)
        if (*p == '#')
          g_string_append (out, number);
        else
          g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *visits = repeat ("{\"id\":\"v#\",\"at\":\"2026-03-01T10:00:00Z\"}", 10001);
  g_autofree char *many_visits = exchange_kit_wrap_visit (visits);
  g_autofree char *clients = repeat ("{\"id\":\"c#\",\"given\":\"A\"}", 100001);
  g_autofree char *many_clients = exchange_kit_wrap_client (clients);

  assert_refused (many_visits, PAL_EXCHANGE_ERROR_TOO_LARGE, "clients[0].visits: ");
  assert_refused (many_clients, PAL_EXCHANGE_ERROR_TOO_LARGE, "clients: ");
}

static void
assert_file_refused (const char *path, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pal_practice_read_file (path, kit_get_atlas (), kit_get_vocabulary (), &error));
  g_assert_error (error, PAL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_files (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.json", NULL);
  g_autoptr (GError) error = NULL;

  assert_file_refused (folder, PAL_EXCHANGE_ERROR_NOT_READABLE, "is a folder");
  assert_file_refused (missing, PAL_EXCHANGE_ERROR_NOT_READABLE, "missing.json");
  /* A hole: nothing is written, yet it is one byte too large. */
  g_file_set_contents (huge, "", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (truncate (huge, (off_t) PAL_MAX_FILE_BYTES + 1), ==, 0);
  assert_file_refused (huge, PAL_EXCHANGE_ERROR_TOO_LARGE, "256 MB");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/refusals/marks", test_marks);
  g_test_add_func ("/exchange/refusals/visits", test_visits);
  g_test_add_func ("/exchange/refusals/clients", test_clients);
  g_test_add_func ("/exchange/refusals/long-strange-values-stay-one-short-line",
                   test_long_strange_values_stay_one_short_line);
  g_test_add_func ("/exchange/refusals/no-json", test_no_json);
  g_test_add_func ("/exchange/refusals/other-formats", test_other_formats);
  g_test_add_func ("/exchange/refusals/invalid-utf8-names-the-byte",
                   test_invalid_utf8_names_the_byte);
  g_test_add_func ("/exchange/refusals/nul-byte", test_nul_byte);
  g_test_add_func ("/exchange/refusals/depth", test_depth);
  g_test_add_func ("/exchange/refusals/depth-that-is-allowed", test_depth_that_is_allowed);
  g_test_add_func ("/exchange/refusals/truncated-anywhere", test_truncated_anywhere);
  g_test_add_func ("/exchange/refusals/limits", test_limits);
  g_test_add_func ("/exchange/refusals/files", test_files);
  return g_test_run ();
}
