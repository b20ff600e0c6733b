/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorthand: what lines mean, what is refused with which words underlined, and that no bytes
 * whatever upset it. */

#include "config.h"

#include "kit.h"
#include "record/pal-shorthand.h"
#include "tests/kit/kit-start.h"

#include <string.h>

static GPtrArray *
parse (const char *text)
{
  return pal_shorthand_parse (text, kit_get_atlas (), kit_get_vocabulary ());
}

/* "itb-mid left tight 3/1 5min stripping+mfr softer"; "-" for what is not recorded. */
static char *
describe_mark (const PalMark *mark)
{
  GString *text = g_string_new (mark->region);

  g_string_append_printf (text, " %s %s %d/%d", pal_side_to_id (mark->side) ?: "-", mark->kind,
                          mark->before, mark->after);
  if (mark->minutes != PAL_UNSET)
    g_string_append_printf (text, " %dmin", mark->minutes);
  for (char **each = mark->techniques; each != NULL && *each != NULL; each++)
    g_string_append_printf (text, " %s", *each);
  for (char **each = mark->responses; each != NULL && *each != NULL; each++)
    g_string_append_printf (text, " %s", *each);
  return g_string_free (text, FALSE);
}

static char *
describe_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read (line, kit_get_atlas (), kit_get_vocabulary (), NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *mark = describe_mark (marks->pdata[i]);

      g_assert_true (
          ((PalMark *) marks->pdata[i])->before == 0 ||
          pal_mark_validate (marks->pdata[i], kit_get_atlas (), kit_get_vocabulary (), &error));
      g_assert_no_error (error);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", mark);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *line;
  const char *marks;
} Meaning;

static void
check_meanings (const Meaning *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *marks = NULL;

      g_test_message ("%s", cases[i].line);
      marks = describe_line (cases[i].line);
      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
}

static void
test_words (void)
{
  static const Meaning cases[] = {
    { "l itb 3", "itb-mid left tight 3/-1" },
    { "itb-mid 3 l", "itb-mid left tight 3/-1" },
    { "3 LEFT ITB", "itb-mid left tight 3/-1" },
    { "right achilles 1", "achilles right tight 1/-1" },
    { "sternum 2 p", "sternum - pain 2/-1" },
    { "jaw b 1", "masseter left tight 1/-1, masseter right tight 1/-1" },
    { "l r jaw 1", "masseter left tight 1/-1, masseter right tight 1/-1" },
    { "r soleus 2 tp", "soleus right trigger-point 2/-1" },
    { "r soleus 2 trigger point", "soleus right trigger-point 2/-1" },
    { "r soleus 2 Trigger-Point", "soleus right trigger-point 2/-1" },
    { "l psoas severe after mild", "iliopsoas left tight 3/1" },
    { "l psoas 3 → 1", "iliopsoas left tight 3/1" },
    { "l scar soleus", "soleus left scar -1/-1" },
    { "l runners knee 2", "patella left tight 2/-1" },
    { "l Runner’s knee 2", "patella left tight 2/-1" },
    { "l Calf, inner 2", "gastrocnemius-medial left tight 2/-1" },
    { "l Sternocleidomastoid · pain · 2", "sternocleidomastoid left pain 2/-1" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

static void
test_treatment (void)
{
  static const Meaning cases[] = {
    { "jaw l 1 after 0 mfr 5min", "masseter left tight 1/0 5min mfr" },
    { "jaw l 1 after 0 mfr 5 min", "masseter left tight 1/0 5min mfr" },
    { "5 minutes mfr jaw l 1", "masseter left tight 1/-1 5min mfr" },
    { "l glute min 2 5 min", "gluteus-minimus left tight 2/-1 5min" },
    { "l soleus 2 strip mfr strip", "soleus left tight 2/-1 stripping mfr" },
    { "l soleus 2 pin and stretch", "soleus left tight 2/-1 str" },
    { "l soleus 2 softer less tender", "soleus left tight 2/-1 softer less-tender" },
    { "l soleus 0", "soleus left tight 0/-1" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

/* Letters that are codes mean the region where they are part of its name. */
static void
test_longest_name_wins (void)
{
  static const Meaning cases[] = {
    { "l spine 2", "lumbar-spine - tight 2/-1" },
    { "t spine 3 t", "thoracic-spine - tight 3/-1" },
    { "l g med 2 g", "gluteus-medius left guarding 2/-1" },
    { "r g min 1", "gluteus-minimus right tight 1/-1" },
    { "l upper trap 1", "trapezius-upper left tight 1/-1" },
    { "upper l trap 1", "trapezius-upper left tight 1/-1" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

static void
test_several_items (void)
{
  static const Meaning cases[] = {
    { "l soleus 3, r achilles 2 tp", "soleus left tight 3/-1, achilles right trigger-point 2/-1" },
    { " l soleus 3 ,, \n r achilles 2,", "soleus left tight 3/-1, achilles right tight 2/-1" },
    { "l kneecap 1, outer knee r 2", "patella left tight 1/-1, lateral-knee right tight 2/-1" },
    { "l knee 1, outer knee r 2", "patella left tight 1/-1, lateral-knee right tight 2/-1" },
    { "l soleus 3، r soleus 1", "soleus left tight 3/-1, soleus right tight 1/-1" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

static void
test_all (void)
{
  static const Meaning cases[] = {
    { "l itb all 3", "itb-proximal left tight 3/-1, itb-mid left tight 3/-1, "
                     "itb-distal left tight 3/-1" },
    { "all itb l 3", "itb-proximal left tight 3/-1, itb-mid left tight 3/-1, "
                     "itb-distal left tight 3/-1" },
    { "b pecs all 1", "pectoralis-major left tight 1/-1, pectoralis-major right tight 1/-1, "
                      "pectoralis-minor left tight 1/-1, pectoralis-minor right tight 1/-1" },
    { "l elbow all 1", "medial-elbow left tight 1/-1, lateral-elbow left tight 1/-1" },
    { "spine all 1", "thoracic-spine - tight 1/-1, lumbar-spine - tight 1/-1" },
    { "l soleus all 1", "soleus left tight 1/-1" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

static void
test_mistakes_forgiven (void)
{
  static const Meaning cases[] = {
    { "l gastrocnemis-medial 2", "gastrocnemius-medial left tight 2/-1" },
    { "l solues 2", "soleus left tight 2/-1" },
    { "l iner calf 2", "gastrocnemius-medial left tight 2/-1" },
    { "l soleus 2 tigth", "soleus left tight 2/-1" },
    { "l soleus 2 striping", "soleus left tight 2/-1 stripping" },
  };

  check_meanings (cases, G_N_ELEMENTS (cases));
}

static void
test_notes (void)
{
  g_auto (GStrv) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read ("l itb 3, r solues 2, l soleus", kit_get_atlas (), kit_get_vocabulary (),
                          &notes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (marks->len, ==, 3);
  g_assert_cmpuint (g_strv_length (notes), ==, 3);
  g_assert_cmpstr (notes[0], ==,
                   "itb: took Iliotibial band, middle third (itb-mid); also: itb-proximal, "
                   "itb-distal.");
  g_assert_cmpstr (notes[1], ==, "solues: read as “Soleus”.");
  g_assert_cmpstr (notes[2], ==, "No severity was given: took “Moderate”.");
  g_assert_cmpint (((PalMark *) marks->pdata[2])->before, ==, PAL_SHORTHAND_DEFAULT_SEVERITY);
}

/* Refusals: the code, the words underlined, what the sentence must name. */
static void
test_refused (void)
{
  static const struct
  {
    const char *line;
    int code;
    const char *bad;
    const char *names;
  } cases[] = {
    { "itb 3", PAL_RECORD_ERROR_WRONG_SIDE, "itb", "l, r or b" },
    { "2 outer knee pain", PAL_RECORD_ERROR_WRONG_SIDE, "outer knee", "“outer knee”" },
    { "l sternum 2", PAL_RECORD_ERROR_WRONG_SIDE, "l", "“sternum”" },
    { "sternum both 2", PAL_RECORD_ERROR_WRONG_SIDE, "both", "“sternum”" },
    { "l itb 4", PAL_RECORD_ERROR_OUT_OF_RANGE, "4", "“4”" },
    { "l itb 44444444444", PAL_RECORD_ERROR_OUT_OF_RANGE, "44444444444", "“44444444444”" },
    { "l itb -1", PAL_RECORD_ERROR_OUT_OF_RANGE, "-1", "“-1”" },
    { "l itb 2.5", PAL_RECORD_ERROR_OUT_OF_RANGE, "2.5", "“2.5”" },
    { "l itb 3 after 4", PAL_RECORD_ERROR_OUT_OF_RANGE, "4", "“4”" },
    { "l itb 3 after", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "after", "“after”" },
    { "l itb 3 after tp", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "after", "“after”" },
    { "l itb 3 1", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "1", "“1”" },
    { "l itb 3 tp pain", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "pain", "“pain”" },
    { "l itb 3 5min 6min", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "6min", "“6min”" },
    { "l itb 3 1441min", PAL_RECORD_ERROR_OUT_OF_RANGE, "1441min", "1440" },
    { "l itb soleus 3", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "soleus", "“soleus”" },
    { "l soleus 2 scar", PAL_RECORD_ERROR_INCONSISTENT, "2", "Scar" },
    { "l soleus 0 after 1", PAL_RECORD_ERROR_INCONSISTENT, "0", "“0”" },
    { "l soleus 0 mfr", PAL_RECORD_ERROR_INCONSISTENT, "0", "“0”" },
    { "l 3", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "l 3", "region" },
    { "l wibble 3", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "wibble", "“wibble”" },
    { "l itb 3 wibble", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "wibble", "“wibble”" },
    { "l itb 3 x", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "x", "“x”" },
    { "l soleus 2 ???", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "???", "“???”" },
    { "l soleus 2 min", PAL_RECORD_ERROR_NOT_UNDERSTOOD, NULL, NULL },
    { "l soleus 2 head", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "head", "heat" },
    { "l gastroc medium 2", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "medium", "“medium”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = parse (cases[i].line);
      PalShorthandItem *item = items->pdata[0];
      g_autofree char *bad = NULL;

      if (cases[i].bad == NULL)
        {
          /* Two minutes, not severity 2. */
          g_assert_no_error (item->error);
          g_assert_cmpint (((PalMark *) item->marks->pdata[0])->minutes, ==, 2);
          continue;
        }
      g_test_message ("%s", cases[i].line);
      g_assert_cmpuint (items->len, ==, 1);
      g_assert_error (item->error, PAL_RECORD_ERROR, cases[i].code);
      g_assert_cmpuint (item->marks->len, ==, 0);
      bad = g_strndup (cases[i].line + item->bad_start, item->bad_end - item->bad_start);
      g_assert_cmpstr (bad, ==, cases[i].bad);
      g_assert_nonnull (strstr (item->error->message, cases[i].names));
      g_assert_null (strchr (item->error->message, '\n'));
    }
}

static void
test_suggestions (void)
{
  static const char *const cases[][2] = {
    { "l gastrocnemius 2 weeek", "weak" },
    { "l soleus 2 aftr", "after" },
    { "l gast 2", "gastrocnemius-medial" },
    { "itb 2", "l itb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = parse (cases[i][0]);
      PalShorthandItem *item = items->pdata[0];

      g_test_message ("%s", cases[i][0]);
      g_assert_nonnull (item->suggestions);
      g_assert_true (g_strv_contains ((const char *const *) item->suggestions, cases[i][1]));
    }
}

/* One wrong item leaves the others standing while one types, and stops all when it counts. */
static void
test_half_typed (void)
{
  static const char *const line = "l soleus 3, r achi";
  g_autoptr (GPtrArray) items = parse (line);
  const PalShorthandItem *first = items->pdata[0], *second = items->pdata[1];
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (items->len, ==, 2);
  g_assert_no_error (first->error);
  g_assert_cmpuint (first->marks->len, ==, 1);
  g_assert_cmpuint (first->start, ==, 0);
  g_assert_cmpuint (first->end, ==, 10);
  g_assert_cmpuint (second->start, ==, 12);
  g_assert_cmpuint (second->end, ==, 18);

  g_assert_null (pal_shorthand_read ("l soleus 3, r wibble", kit_get_atlas (),
                                     kit_get_vocabulary (), NULL, &error));
  g_assert_error (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_NOT_UNDERSTOOD);
  g_clear_error (&error);
  g_assert_null (pal_shorthand_read (" , ", kit_get_atlas (), kit_get_vocabulary (), NULL, &error));
  g_assert_error (error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_NOT_UNDERSTOOD);
}

/* Offsets are bytes, also after letters of several. */
static void
test_offsets (void)
{
  static const char *const line = "l sóleus 3, r wíbble 2";
  g_autoptr (GPtrArray) items = parse (line);
  const PalShorthandItem *first = items->pdata[0], *second = items->pdata[1];

  g_assert_no_error (first->error);
  g_assert_cmpuint (first->end, ==, strlen ("l sóleus 3"));
  g_assert_cmpuint (second->bad_start, ==, strlen ("l sóleus 3, r "));
  g_assert_cmpuint (second->bad_end, ==, strlen ("l sóleus 3, r wíbble"));
}

static void
test_others (void)
{
  g_autoptr (GPtrArray) items = parse ("l itb 3, l soleus 2");
  const PalShorthandItem *itb = items->pdata[0], *soleus = items->pdata[1];

  g_assert_cmpuint (itb->others->len, ==, 2);
  g_assert_cmpstr (((const PalRegion *) itb->others->pdata[0])->id, ==, "itb-proximal");
  g_assert_null (soleus->others);
  g_assert_null (soleus->note);
}

/* Bounds -------------------------------------------------------------------------------------- */

static void
check_item (const PalShorthandItem *item, gsize length)
{
  g_assert_cmpuint (item->start, <=, item->end);
  g_assert_cmpuint (item->end, <=, length);
  g_assert_cmpuint (item->bad_start, <=, item->bad_end);
  g_assert_cmpuint (item->bad_end, <=, length);
  g_assert_true (g_utf8_validate (item->label, -1, NULL));
  g_assert_true ((item->error != NULL) == (item->marks->len == 0));
  if (item->error != NULL)
    {
      g_assert_true (g_utf8_validate (item->error->message, -1, NULL));
      g_assert_cmpuint (strlen (item->error->message), <, 1500);
    }
}

static void
check_any (const char *text)
{
  g_autoptr (GPtrArray) items = parse (text);
  gsize length = strlen (text);
  gsize cursor = 0;
  g_autofree char *completed =
      pal_shorthand_complete (text, length, kit_get_atlas (), kit_get_vocabulary (), &cursor);

  for (guint i = 0; i < items->len; i++)
    check_item (items->pdata[i], length);
  if (completed != NULL)
    g_assert_cmpuint (cursor, <=, strlen (completed));
}

static void
test_long_text (void)
{
  static const char *const seeds[] = {
    "l itb 3,", "x", "x ", "x,", "\xff", "3 ", "l ", ",", "gastrocnemius ", "٣", "\xf0\x9f\xa6\xb5"
  };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < PAL_SHORTHAND_MAX_BYTES - strlen (seeds[i]))
        g_string_append (text, seeds[i]);
      check_any (text->str);
      while (text->len < 1000000)
        g_string_append (text, seeds[i]);
      check_any (text->str);
    }
}

/* Random bytes and random words of the grammar; the seed is fixed, so that a failure comes back. */
static void
test_random_walk (void)
{
  static const char *const words[] = {
    "l",    "r",      "b",    "itb",  "calf", "all",  "3",    "0",     "after", "min",
    "5",    "5min",   "mfr",  "tp",   "scar", ",",    "knee", "inner", "trap",  "upper",
    "→",    "soft",   "\xff", "é",    "-",    "·",    "g",    "med",   "spine", "warm",
    "head", "stitch", "band", "foot", "ok",   "\xe2", "12",   "good",  "both",  "sternum",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 0, 30);

      for (guint i = 0; i < n && round % 3 == 0; i++)
        g_string_append_c (text, (char) g_rand_int_range (rand, 1, 256));
      for (guint i = 0; i < n && round % 3 != 0; i++)
        g_string_append_printf (text, "%s%s",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                                g_rand_int_range (rand, 0, 8) == 0 ? "" : " ");
      check_any (text->str);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/shorthand/words", test_words);
  g_test_add_func ("/record/shorthand/treatment", test_treatment);
  g_test_add_func ("/record/shorthand/longest-name-wins", test_longest_name_wins);
  g_test_add_func ("/record/shorthand/several-items", test_several_items);
  g_test_add_func ("/record/shorthand/all", test_all);
  g_test_add_func ("/record/shorthand/mistakes-forgiven", test_mistakes_forgiven);
  g_test_add_func ("/record/shorthand/notes", test_notes);
  g_test_add_func ("/record/shorthand/refused", test_refused);
  g_test_add_func ("/record/shorthand/suggestions", test_suggestions);
  g_test_add_func ("/record/shorthand/half-typed", test_half_typed);
  g_test_add_func ("/record/shorthand/offsets", test_offsets);
  g_test_add_func ("/record/shorthand/others", test_others);
  g_test_add_func ("/record/shorthand/long-text", test_long_text);
  g_test_add_func ("/record/shorthand/random-walk", test_random_walk);
  return g_test_run ();
}
