/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings and typed words side by side, whatever people do to either. */

#include "config.h"

#include "kit.h"
#include "record/pal-objective.h"
#include "tests/kit/kit-start.h"

#define ITB "Left iliotibial band, middle third: tight, severe → mild after stripping"
#define SOLEUS "Right soleus: trigger point, moderate"

static void
assert_findings (const PalVisit *visit, const char *expected)
{
  g_autofree char *lines =
      pal_objective_dup_findings (visit, kit_get_atlas (), kit_get_vocabulary ());
  g_assert_cmpstr (lines, ==, expected);
}

static void
test_follows_marks (void)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 1760000000);
  assert_findings (visit, "");

  PalMark *itb = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 3);
  itb->after = 1;
  itb->techniques = kit_words_new ("stripping");
  pal_visit_put_mark (visit, kit_get_atlas (), itb);
  kit_mark (visit, "soleus", PAL_SIDE_RIGHT, "trigger-point", 2);
  assert_findings (visit, ITB "\n" SOLEUS);

  /* Neither the client's word nor what nobody confirmed. */
  PalMark *said = pal_mark_new ("lateral-knee", PAL_SIDE_LEFT, "pain", 2);
  said->source = PAL_SOURCE_CLIENT;
  g_ptr_array_add (visit->marks, said);
  PalMark *carried = pal_mark_new ("piriformis", PAL_SIDE_LEFT, "tight", 2);
  carried->carried = TRUE;
  g_ptr_array_add (visit->marks, carried);
  assert_findings (visit, ITB "\n" SOLEUS);

  g_assert_true (pal_visit_remove_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight"));
  assert_findings (visit, SOLEUS);
}

static void
test_merge (void)
{
  static const struct
  {
    const char *findings, *typed, *whole;
  } cases[] = {
    { "", NULL, "" },
    { "", "Gait stiff.", "Gait stiff." },
    { ITB, NULL, ITB },
    { ITB, "", ITB },
    { ITB, " \n\t\r\n", ITB },
    { ITB "\n" SOLEUS, "Gait stiff.", ITB "\n" SOLEUS "\n\nGait stiff." },
    /* Pasted as it is, or indented, or by another system: said once, where it was put. */
    { ITB "\n" SOLEUS, "Before run:\n" ITB "\nafter run better",
      SOLEUS "\n\nBefore run:\n" ITB "\nafter run better" },
    { ITB, "  " ITB "\t", "  " ITB "\t" },
    { ITB "\n" SOLEUS, ITB "\r\n" SOLEUS "\r\n", ITB "\r\n" SOLEUS "\r\n" },
    /* Within a sentence, or edited by a letter, it is the therapist's own. */
    { SOLEUS, "Again " SOLEUS ", as in May.", SOLEUS "\n\nAgain " SOLEUS ", as in May." },
    { SOLEUS, SOLEUS "!", SOLEUS "\n\n" SOLEUS "!" },
    /* A line of a mark that is gone stays if somebody typed it. */
    { SOLEUS, ITB, SOLEUS "\n\n" ITB },
    /* Empty lines around words are words. */
    { SOLEUS, "\n\nlate\n\n", SOLEUS "\n\n\n\nlate\n\n" },
    { SOLEUS "\n" SOLEUS, "x", SOLEUS "\n" SOLEUS "\n\nx" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = pal_objective_merge (cases[i].findings, cases[i].typed);
      g_assert_cmpstr (whole, ==, cases[i].whole);
    }
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/record/objective/follows-marks", test_follows_marks);
  g_test_add_func ("/record/objective/merge", test_merge);
  return g_test_run ();
}
