/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorthand the other way: completion, labels of what was understood, lines of marks. */

#include "config.h"

#include "kit.h"
#include "record/pal-shorthand.h"
#include "tests/kit/kit-start.h"

#include <string.h>

/* "|" is the caret, before and after. */
static char *
complete (const char *typed)
{
  const char *caret = strchr (typed, '|');
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (caret - typed), typed, caret + 1);
  gsize cursor = 0;
  g_autofree char *completed =
      pal_shorthand_complete (text, (gsize) (caret - typed), kit_get_atlas (),
                              kit_get_vocabulary (), &cursor);

  if (completed == NULL)
    return NULL;
  g_assert_cmpuint (cursor, <=, strlen (completed));
  return g_strdup_printf ("%.*s|%s", (int) cursor, completed, completed + cursor);
}

static void
test_complete (void)
{
  static const char *const cases[][2] = {
    { "l it|", "l itb |" },
    { "l itb|", "l itb |" },
    { "l gas|", "l gastroc |" },
    { "l upper tr|", "l upper trap |" },
    { "l gas| 3", "l gastroc| 3" },
    { "l gas|, r itb 2", "l gastroc|, r itb 2" },
    { "l soleus 3, r ster|", "l soleus 3, r sterno |" },
    { "l itb 3 stri|", "l itb 3 strip |" },
    { "l itb 3 trig|", "l itb 3 trigger point |" },
    { "l itb 3 trigger p|", "l itb 3 trigger point |" },
    { "l itb 3 swe|", "l itb 3 swelling |" },
    { "r solues|", "r soleus |" },
    { "|", NULL },
    { "l |", NULL },
    { "l it|b", NULL },
    { "3|", NULL },
    { "wibble|", NULL },
    { "l itb 3, |", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *completed = NULL;

      g_test_message ("%s", cases[i][0]);
      completed = complete (cases[i][0]);
      g_assert_cmpstr (completed, ==, cases[i][1]);
    }
}

/* Every completion is something the line then understands. */
static void
test_complete_is_understood (void)
{
  for (char a = 'a'; a <= 'z'; a++)
    {
      for (char b = 'a'; b <= 'z'; b++)
        {
          g_autofree char *typed = g_strdup_printf ("%c%c", a, b);
          g_autofree char *completed =
              pal_shorthand_complete (typed, 2, kit_get_atlas (), kit_get_vocabulary (), NULL);
          g_autoptr (GPtrArray) items = NULL;
          PalShorthandItem *item;

          if (completed == NULL)
            continue;
          items = pal_shorthand_parse (completed, kit_get_atlas (), kit_get_vocabulary ());
          item = items->pdata[0];
          g_test_message ("%s: %s", typed, completed);
          g_assert_true (item->error == NULL ||
                         strstr (item->error->message, "is not understood") == NULL);
        }
    }
}

static void
test_complete_odd_carets (void)
{
  static const char *const text = "l é";
  PalAtlas *atlas = kit_get_atlas ();
  PalVocabulary *vocabulary = kit_get_vocabulary ();

  g_assert_null (pal_shorthand_complete (text, 3, atlas, vocabulary, NULL));
  g_assert_null (pal_shorthand_complete (text, 100, atlas, vocabulary, NULL));
  g_assert_null (pal_shorthand_complete ("l it\xff", 5, atlas, vocabulary, NULL));
}

static void
test_labels (void)
{
  static const char *const cases[][2] = {
    { "l itb 3", "Left iliotibial band, middle third · tight · 3" },
    { "r soleus 2 tp", "Right soleus · trigger point · 2" },
    { "jaw b 1 after 0 mfr 5min softer",
      "Masseter, both sides · tight · 1 → 0 · myofascial release · 5 min · softer" },
    { "sternum 1 pnf", "Sternum · tight · 1 · PNF stretching" },
    { "l itb all 2", "Left iliotibial band · tight · 2" },
    { "l soleus 0", "Left soleus · tight · clear" },
    { "l soleus scar", "Left soleus · scar or old injury" },
    { "soleus", "Soleus" },
    { "l soleus wibble", "Left soleus · tight" },
    { "wibble", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items =
          pal_shorthand_parse (cases[i][0], kit_get_atlas (), kit_get_vocabulary ());

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (((PalShorthandItem *) items->pdata[0])->label, ==, cases[i][1]);
    }
}

static void
check_line (PalMark *mark, const char *expected)
{
  g_autoptr (PalMark) owned = mark;
  g_autofree char *line = pal_mark_dup_line (mark, kit_get_atlas (), kit_get_vocabulary ());

  g_assert_cmpstr (line, ==, expected);
}

static void
test_lines (void)
{
  PalMark *mark = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 3);

  check_line (pal_mark_copy (mark), "Left iliotibial band, middle third: tight, severe");
  mark->techniques = kit_words_new ("stripping mfr");
  check_line (pal_mark_copy (mark), "Left iliotibial band, middle third: tight, severe; treated "
                                    "with stripping, myofascial release");
  mark->after = 1;
  check_line (mark, "Left iliotibial band, middle third: tight, severe → mild after stripping, "
                    "myofascial release");
  check_line (pal_mark_new ("soleus", PAL_SIDE_RIGHT, "scar", PAL_UNSET),
              "Right soleus: scar or old injury");
  check_line (pal_mark_new ("sternum", PAL_SIDE_MIDLINE, "pain", 1), "Sternum: pain, mild");
  /* Records of another version may name what this one does not know. */
  check_line (pal_mark_new ("tail", PAL_SIDE_MIDLINE, "wags", 1), "tail: wags, mild");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/shorthand/complete", test_complete);
  g_test_add_func ("/record/shorthand/complete-is-understood", test_complete_is_understood);
  g_test_add_func ("/record/shorthand/complete-odd-carets", test_complete_odd_carets);
  g_test_add_func ("/record/shorthand/labels", test_labels);
  g_test_add_func ("/record/shorthand/lines", test_lines);
  return g_test_run ();
}
