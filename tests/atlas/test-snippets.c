/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes that become sentences: where they start, which text wins, what a list of one's own may
 * hold. */

#include "config.h"

#include "atlas/pal-snippets.h"
#include "tests/kit/kit-start.h"

static PalSnippets *
load (void)
{
  g_autoptr (GError) error = NULL;
  PalSnippets *snippets = pal_snippets_new (&error);

  g_assert_no_error (error);
  return snippets;
}

static void
test_expand (void)
{
  static const struct
  {
    const char *before;
    const char *start; /* of the text; NULL for none */
    guint n_chars;
  } cases[] = {
    { ";rv", "Here for routine care.", 3 },
    { "Today: ;rv", "Here for routine care.", 3 },
    { "line\n;rv", "Here for routine care.", 3 },
    { ";ct", "client", 3 },
    { ";RV", "Here for routine care.", 3 },
    { "easier;rv", NULL, 0 },
    { ";rv ", NULL, 0 },
    { ";", NULL, 0 },
    { ";nothing-of-that-name", NULL, 0 },
    { "", NULL, 0 },
  };
  g_autoptr (PalSnippets) snippets = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_chars = 0;
      const char *text = pal_snippets_expand (snippets, cases[i].before, &n_chars);

      if (cases[i].start == NULL)
        g_assert_null (text);
      else
        {
          g_assert_nonnull (text);
          g_assert_true (g_str_has_prefix (text, cases[i].start));
          g_assert_cmpuint (n_chars, ==, cases[i].n_chars);
        }
    }
}

/* No shipped sentence hides behind an abbreviation or another sentence. */
static void
test_shipped_codes_differ (void)
{
  g_autoptr (PalSnippets) snippets = load ();
  guint n_sentences = 0;

  for (guint i = 0; i < pal_snippets_get_n (snippets); i++)
    {
      const PalSnippet *snippet = pal_snippets_get (snippets, i);

      if (snippet->is_abbreviation)
        continue;
      n_sentences++;
      g_assert_true (pal_snippets_find (snippets, snippet->code) == snippet);
      for (guint j = 0; j < pal_snippets_get_n (snippets); j++)
        g_assert_true (i == j || g_ascii_strcasecmp (snippet->code,
                                                     pal_snippets_get (snippets, j)->code) != 0);
    }
  g_assert_cmpuint (n_sentences, >=, 20);
  g_assert_cmpuint (pal_snippets_get_n (snippets), >=, 150);
}

static void
test_own (void)
{
  g_autoptr (PalSnippets) snippets = load ();
  const guint n = pal_snippets_get_n (snippets);
  guint n_chars;

  g_assert_true (pal_snippets_set_own (snippets,
                                       "qs  quads\\nshort\n\n ;rv My own routine.\nñ1 {side} naïve",
                                       NULL));
  g_assert_cmpuint (pal_snippets_get_n (snippets), ==, n + 3);
  g_assert_cmpstr (pal_snippets_expand (snippets, ";qs", &n_chars), ==, "quads\nshort");
  g_assert_cmpstr (pal_snippets_expand (snippets, ";rv", &n_chars), ==, "My own routine.");
  g_assert_cmpstr (pal_snippets_expand (snippets, "é ;ñ1", &n_chars), ==, "{side} naïve");
  g_assert_cmpuint (n_chars, ==, 3);
  g_assert_true (pal_snippets_set_own (snippets, NULL, NULL));
  g_assert_cmpuint (pal_snippets_get_n (snippets), ==, n);
}

static void
test_own_refused (void)
{
  g_autoptr (PalSnippets) snippets = load ();
  g_autoptr (GError) error = NULL;
  guint n_chars;

  g_assert_true (pal_snippets_set_own (snippets, "qs kept", NULL));
  g_assert_false (pal_snippets_set_own (snippets, "a one\nalone\n", &error));
  g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE);
  g_assert_true (g_str_has_prefix (error->message, "Line 2 "));
  g_clear_error (&error);
  g_assert_false (
      pal_snippets_set_own (snippets, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa far too long", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (pal_snippets_expand (snippets, ";qs", &n_chars), ==, "kept");
}

static void
test_blanks (void)
{
  guint start, end;

  g_assert_true (pal_snippet_find_blank ("é {side} of {region}", 0, &start, &end));
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 8);
  g_assert_true (pal_snippet_find_blank ("é {side} of {region}", end, &start, &end));
  g_assert_cmpuint (start, ==, 12);
  g_assert_cmpuint (end, ==, 20);
  g_assert_false (pal_snippet_find_blank ("é {side} of {region}", end, &start, &end));
  g_assert_false (pal_snippet_find_blank ("open { never\nclosed }", 0, &start, &end));
  g_assert_false (pal_snippet_find_blank ("short", 90, &start, &end));
}

/* The list of a practice and the sentences in it are the same thing twice. */
static void
test_lines_and_back (void)
{
  g_autoptr (GPtrArray) own =
      pal_snippets_parse_own ("  ;qs  Quads short.\\nStretch. \n\nnone\nü Ü b");
  g_autofree char *lines = pal_snippets_format_own (own);
  const PalSnippet *first = own->pdata[0];

  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (first->code, ==, "qs");
  g_assert_cmpstr (first->text, ==, "Quads short.\nStretch.");
  g_assert_cmpstr (lines, ==, "qs Quads short.\\nStretch.\nü Ü b");
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/atlas/snippets/expand", test_expand);
  g_test_add_func ("/atlas/snippets/shipped-codes-differ", test_shipped_codes_differ);
  g_test_add_func ("/atlas/snippets/own", test_own);
  g_test_add_func ("/atlas/snippets/own-refused", test_own_refused);
  g_test_add_func ("/atlas/snippets/blanks", test_blanks);
  g_test_add_func ("/atlas/snippets/lines-and-back", test_lines_and_back);
  return g_test_run ();
}
