/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A seeded walk through broken files: whatever comes in, the reader refuses it in one clear line or
 * reads something that can be written and read again. */

#define G_LOG_DOMAIN "test-mutations"

#include "config.h"

#include <string.h>

#include "exchange-kit.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define N_WALKS 4000
#define MAX_STEPS 4

static void
replace_bytes (GString *text, GRand *rand)
{
  static const char *const pieces[] = {
    "",     "\"",       "{",      "}",          "[",      "]",       ",",       ":",      "null",
    "true", "-1",       "1e308",  "9999999999", "0.5",    "\\u0000", "\xff",    "\\",     "\n",
    "2999", "\"left\"", "\"id\"", "é",          "[[[[[[", "//",      "\"v-1\"", "1e-400",
  };
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) text->len);
  guint wanted = (guint) g_rand_int_range (rand, 0, 6);
  guint n = MIN (wanted, (guint) text->len - at);

  g_string_erase (text, at, n);
  g_string_insert (text, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

/* Takes a stretch of the file and puts it somewhere else as well. */
static void
copy_stretch (GString *text, GRand *rand)
{
  guint from = (guint) g_rand_int_range (rand, 0, (gint32) text->len);
  guint wanted = (guint) g_rand_int_range (rand, 1, 200);
  guint n = MIN (wanted, (guint) text->len - from);
  g_autofree char *stretch = g_strndup (text->str + from, n);

  g_string_insert_len (text, g_rand_int_range (rand, 0, (gint32) text->len), stretch, n);
}

static void
swap_values (GString *text, GRand *rand)
{
  static const char *const from[] = {
    "\"left\"", "\"front\"", ": 1", ": 2", "2026", "true", "1.0"
  };
  static const char *const to[] = { "\"right\"", "null", ": 3",  ": -7", "2199",
                                    "false",     "1e3",  "\"\"", "[]",   "{}" };
  const char *needle = from[g_rand_int_range (rand, 0, G_N_ELEMENTS (from))];
  char *found = strstr (text->str + g_rand_int_range (rand, 0, (gint32) text->len), needle);

  if (found == NULL)
    return;
  g_string_erase (text, found - text->str, (gssize) strlen (needle));
  g_string_insert (text, found - text->str, to[g_rand_int_range (rand, 0, G_N_ELEMENTS (to))]);
}

static gboolean
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPractice) practice = exchange_kit_read (text, &error);
  g_autoptr (PalPractice) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  if (practice == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), >, 10);
      g_assert_null (strchr (error->message, '\n'));
      return FALSE;
    }
  g_assert_no_error (error);
  once = exchange_kit_write (practice);
  again = exchange_kit_read (once, &error);
  g_assert_no_error (error);
  twice = exchange_kit_write (again);
  g_assert_cmpstr (once, ==, twice);
  return TRUE;
}

static void
test_walk (void)
{
  g_autofree char *original = exchange_kit_load ("full.json");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
  guint n_read = 0;

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autoptr (GString) text = g_string_new (original);
      int n = g_rand_int_range (rand, 1, MAX_STEPS + 1);

      for (int k = 0; k < n; k++)
        switch (g_rand_int_range (rand, 0, 3))
          {
          case 0:
            replace_bytes (text, rand);
            break;
          case 1:
            copy_stretch (text, rand);
            break;
          default:
            swap_values (text, rand);
            break;
          }
      n_read += check_text (text->str) ? 1 : 0;
    }
  /* The walk must not only bounce off the first bracket. */
  g_assert_cmpuint (n_read, >, N_WALKS / 50);
  g_assert_cmpuint (n_read, <, N_WALKS);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/exchange/mutations/walk", test_walk);
  return g_test_run ();
}
