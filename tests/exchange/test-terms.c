/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice's own words and settings travel with its records: out, into a practice that never
 * heard of them, and without a trace when the file is refused. */

#include "config.h"

#include <string.h>

#include "exchange-kit.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define WITH_TERMS(clients)                                                                        \
  "{ \"format\": \"palpate-practice\", \"version\": 1, \"terms\": ["                               \
  "{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": \"Ropey\", \"has_severity\": true },"       \
  "{ \"list\": \"techniques\", \"id\": \"stripping\", \"name\": \"Stripping\", \"retired\": true " \
  "}"                                                                                              \
  "], \"clients\": " clients " }"

#define ROPEY                                                                                      \
  "[{ \"id\": \"c-1\", \"given\": \"Ana\", \"visits\": [{ \"id\": \"v-1\", \"at\": "               \
  "\"2026-03-01T10:00:00Z\", \"marks\": [{ \"region\": \"soleus\", \"side\": \"left\", "           \
  "\"kind\": \"own-1\", \"before\": 2 }] }] }]"

static void
test_arrive (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice = exchange_kit_read (WITH_TERMS (ROPEY), &error);
  const PalOwnTerm *term;

  g_assert_no_error (error);
  g_assert_cmpuint (practice->terms->len, ==, 2);
  term = g_ptr_array_index (practice->terms, 0);
  g_assert_cmpint (term->list, ==, PAL_TERMS_KIND);
  g_assert_cmpstr (term->name, ==, "Ropey");
  g_assert_true (term->has_severity);
  term = g_ptr_array_index (practice->terms, 1);
  g_assert_true (term->retired);
  /* The reader's words are its own: only who takes the practice learns them. */
  g_assert_null (pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, "own-1"));
  g_assert_false (
      pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_TECHNIQUE, "stripping")->retired);
}

static void
test_round_trip (void)
{
  g_autoptr (PalVocabulary) words = pal_vocabulary_new (NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PalPracticeWriter) writer = pal_practice_writer_new (stream, NULL);
  g_autoptr (PalPractice) practice = NULL;
  g_autoptr (GError) error = NULL;
  const PalOwnTerm *term;

  g_assert_true (
      pal_vocabulary_put_own (words,
                              &(PalOwnTerm){ PAL_TERMS_RESPONSE, (char *) "own-2",
                                             (char *) "“Glows”", FALSE, TRUE, (char *) "warmer" },
                              NULL));
  g_assert_true (pal_practice_writer_add_terms (writer, words, NULL));
  g_assert_true (pal_practice_writer_finish (writer, NULL));
  practice =
      pal_practice_read_data (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              g_memory_output_stream_get_data_size (
                                  G_MEMORY_OUTPUT_STREAM (stream)),
                              kit_get_atlas (), kit_get_vocabulary (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (practice->terms->len, ==, 1);
  term = g_ptr_array_index (practice->terms, 0);
  g_assert_cmpstr (term->name, ==, "“Glows”");
  g_assert_true (term->retired);
  g_assert_cmpstr (term->replaces, ==, "warmer");
}

static void
test_refused (void)
{
  static const char *const terms[] = {
    "[{ \"list\": \"kinds\", \"id\": \"own-1\" }]",
    "[{ \"list\": \"moods\", \"id\": \"own-1\", \"name\": \"Blue\" }]",
    "[{ \"list\": \"kinds\", \"id\": \"\", \"name\": \"Blue\" }]",
    "[{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": 7 }]",
    "[{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": \"Blue\", \"retired\": 1 }]",
    "[{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": \"Blue\", \"replaces\": \"\" }]",
    "[{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": \"Blue\", \"replaces\": \"own-1\" }]",
    "[{ \"list\": \"kinds\", \"id\": \"own-1\", \"name\": \"Blue\", \"replaces\": \"stripping\" }]",
    "[7]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{ \"format\": \"palpate-practice\", \"version\": 1, \"terms\": %s, \"clients\": [] }",
          terms[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (exchange_kit_read (text, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "terms[0]"));
    }
}

#define WITH_PRACTICE(practice)                                                                    \
  "{ \"format\": \"palpate-practice\", \"version\": 1, \"practice\": " practice                    \
  ", \"clients\": [] }"

/* Files from before there were settings in them. */
static void
test_settings_absent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice = exchange_kit_read (WITH_TERMS (ROPEY), &error);

  g_assert_no_error (error);
  g_assert_true (pal_practice_settings_is_empty (practice->settings));
}

static void
test_settings_unknown_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice =
      exchange_kit_read (WITH_PRACTICE ("{ \"name\": \"A\", \"mood\": 3 }"), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (practice->settings->name, ==, "A");
  g_assert_cmpuint (practice->warnings->len, ==, 1);
  g_assert_nonnull (strstr (practice->warnings->pdata[0], "practice.mood"));
}

static void
test_settings_refused (void)
{
  static const struct
  {
    const char *text;
    const char *path;
  } cases[] = {
    { WITH_PRACTICE ("[]"), "practice: " },
    { WITH_PRACTICE ("{ \"name\": 7 }"), "practice.name: " },
    { WITH_PRACTICE ("{ \"skips_consent\": \"yes\" }"), "practice.skips_consent: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \"qs\" }] }"), "practice.snippets[0].text: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \"q s\", \"text\": \"x\" }] }"),
      "practice.snippets[0].code: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \";q\", \"text\": \"x\" }] }"),
      "practice.snippets[0].code: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \"\", \"text\": \"x\" }] }"),
      "practice.snippets[0].code: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \"1234567890123456789012345\", "
                     "\"text\": \"x\" }] }"),
      "practice.snippets[0].code: " },
    { WITH_PRACTICE ("{ \"snippets\": [{ \"code\": \"q\", \"text\": \" \" }] }"),
      "practice.snippets[0].text: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (exchange_kit_read (cases[i].text, &error));
      g_assert_error (error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
    }
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/terms/arrive", test_arrive);
  g_test_add_func ("/exchange/terms/round-trip", test_round_trip);
  g_test_add_func ("/exchange/terms/refused", test_refused);
  g_test_add_func ("/exchange/settings/absent", test_settings_absent);
  g_test_add_func ("/exchange/settings/unknown-key", test_settings_unknown_key);
  g_test_add_func ("/exchange/settings/refused", test_settings_refused);
  return g_test_run ();
}
