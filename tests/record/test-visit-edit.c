/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits: tapping, putting and carrying marks, and what is known afterwards. */

#include "config.h"

#include "kit.h"
#include "tests/kit/kit-start.h"

static PalVisit *
make_visit (void)
{
  return pal_visit_new ("5a000000-0000-4000-8000-000000000001", 1772359200);
}

static int
tap (PalVisit *visit, const char *region, PalSide side, const char *kind)
{
  return pal_visit_cycle_mark (visit, kit_get_atlas (), kit_get_vocabulary (), region, side, kind);
}

static gboolean
is_known (const PalVisit *visit, const char *region, PalSide side)
{
  return pal_visit_is_known (visit, kit_get_atlas (), kit_get_vocabulary (),
                             pal_atlas_find_region (kit_get_atlas (), region), side);
}

static int
get_severity (const PalVisit *visit, const char *region, PalSide side, const char *kind)
{
  return pal_visit_get_severity (visit, kit_get_vocabulary (), region, side, kind);
}

static void
test_new (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_uuid_string_is_valid (visit->id));
  g_assert_true (pal_visit_is_empty (visit));
  g_assert_false (is_known (visit, "itb-mid", PAL_SIDE_LEFT));
  g_assert_true (pal_visit_validate (visit, kit_get_atlas (), kit_get_vocabulary (), &error));
  g_assert_no_error (error);
}

static void
test_tap_cycles (void)
{
  g_autoptr (PalVisit) visit = make_visit ();

  for (int round = 0; round < 2; round++)
    {
      for (int severity = 1; severity <= 3; severity++)
        {
          g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, severity);
          g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, NULL), ==, severity);
        }
      g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 0);
      g_assert_cmpuint (visit->marks->len, ==, 0);
    }
  /* Tapped away is examined and clear, not unknown. */
  g_assert_true (is_known (visit, "itb-mid", PAL_SIDE_RIGHT));
}

static void
test_tap_without_severity (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  const PalMark *mark;

  g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "scar"), ==, 1);
  mark = pal_visit_find_mark (visit, "itb-mid", PAL_SIDE_LEFT, "scar");
  g_assert_cmpint (mark->before, ==, PAL_UNSET);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, NULL), ==, 0);
  g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "scar"), ==, 0);
  g_assert_cmpuint (visit->marks->len, ==, 0);
}

static void
test_sides_and_kinds_apart (void)
{
  g_autoptr (PalVisit) visit = make_visit ();

  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 2);
  kit_mark (visit, "itb-mid", PAL_SIDE_RIGHT, "tight", 1);
  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "pain", 3);
  g_assert_cmpuint (visit->marks->len, ==, 3);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 2);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, NULL), ==, 3);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_RIGHT, NULL), ==, 1);
  g_assert_true (pal_visit_remove_mark (visit, "itb-mid", PAL_SIDE_LEFT, "pain"));
  g_assert_false (pal_visit_remove_mark (visit, "itb-mid", PAL_SIDE_LEFT, "pain"));
  g_assert_cmpuint (visit->marks->len, ==, 2);
}

static void
test_put_replaces (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  PalMark *reported = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 3);

  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 2);
  kit_mark (visit, "soleus", PAL_SIDE_LEFT, "tight", 1);
  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 1);
  g_assert_cmpuint (visit->marks->len, ==, 2);
  g_assert_cmpstr (((PalMark *) visit->marks->pdata[0])->region, ==, "itb-mid");
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 1);

  /* The client's own word stands beside the therapist's. */
  reported->source = PAL_SOURCE_CLIENT;
  pal_visit_put_mark (visit, kit_get_atlas (), reported);
  g_assert_cmpuint (visit->marks->len, ==, 3);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 1);

  /* Severity 0 is "examined and clear". */
  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 0);
  g_assert_cmpuint (visit->marks->len, ==, 2);
  g_assert_null (pal_visit_find_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight"));
  kit_mark (visit, "masseter", PAL_SIDE_LEFT, "tight", 0);
  g_assert_cmpuint (visit->marks->len, ==, 2);
  g_assert_true (is_known (visit, "masseter", PAL_SIDE_LEFT));
}

static void
test_known (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  PalMark *reported = pal_mark_new ("masseter", PAL_SIDE_LEFT, "pain", 2);

  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", 2);
  g_assert_true (pal_visit_has_examined_group (visit, "thigh"));
  g_assert_true (is_known (visit, "gracilis", PAL_SIDE_RIGHT));
  g_assert_false (is_known (visit, "soleus", PAL_SIDE_LEFT));

  /* What the client reports makes nothing known. */
  reported->source = PAL_SOURCE_CLIENT;
  pal_visit_put_mark (visit, kit_get_atlas (), reported);
  g_assert_false (is_known (visit, "masseter", PAL_SIDE_LEFT));

  /* A mark that counts makes its own region and side known, whatever the list says. */
  pal_visit_set_examined (visit, kit_get_atlas (), "thigh", FALSE);
  g_assert_true (is_known (visit, "itb-mid", PAL_SIDE_LEFT));
  g_assert_false (is_known (visit, "itb-mid", PAL_SIDE_RIGHT));
  g_assert_false (is_known (visit, "gracilis", PAL_SIDE_RIGHT));
  pal_visit_find_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight")->carried = TRUE;
  g_assert_false (is_known (visit, "itb-mid", PAL_SIDE_LEFT));

  g_clear_pointer (&visit->examined, g_strfreev);
  g_assert_true (is_known (visit, "soleus", PAL_SIDE_LEFT));
}

static void
test_examined_list (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  g_autofree char *list = NULL;

  pal_visit_set_examined (visit, kit_get_atlas (), "foot", TRUE);
  pal_visit_set_examined (visit, kit_get_atlas (), "head", TRUE);
  pal_visit_set_examined (visit, kit_get_atlas (), "head", TRUE);
  pal_visit_set_examined (visit, kit_get_atlas (), "hip", TRUE);
  list = g_strjoinv (" ", visit->examined);
  g_assert_cmpstr (list, ==, "head hip foot");

  pal_visit_set_examined (visit, kit_get_atlas (), "hip", FALSE);
  g_assert_cmpuint (g_strv_length (visit->examined), ==, 2);

  /* All examined but one. */
  g_clear_pointer (&visit->examined, g_strfreev);
  pal_visit_set_examined (visit, kit_get_atlas (), "hip", TRUE);
  g_assert_null (visit->examined);
  pal_visit_set_examined (visit, kit_get_atlas (), "hip", FALSE);
  g_assert_cmpuint (g_strv_length (visit->examined), ==, 12);
  g_assert_false (pal_visit_has_examined_group (visit, "hip"));
  g_assert_true (pal_visit_has_examined_group (visit, "thigh"));
}

static PalVisit *
make_last_visit (void)
{
  PalVisit *last = make_visit ();
  PalMark *mark;

  kit_mark (last, "itb-mid", PAL_SIDE_LEFT, "tight", 3);
  mark = pal_visit_find_mark (last, "itb-mid", PAL_SIDE_LEFT, "tight");
  mark->after = 1;
  mark->minutes = 5;
  mark->techniques = kit_words_new ("mfr");
  mark->responses = kit_words_new ("softer");
  mark->concern = PAL_CONCERN_BASELINE;
  kit_mark (last, "soleus", PAL_SIDE_LEFT, "tight", 1);
  mark = pal_mark_new ("masseter", PAL_SIDE_LEFT, "pain", 2);
  mark->source = PAL_SOURCE_CLIENT;
  pal_visit_put_mark (last, kit_get_atlas (), mark);
  mark = pal_mark_new ("heel", PAL_SIDE_LEFT, "pain", 2);
  mark->carried = TRUE;
  pal_visit_put_mark (last, kit_get_atlas (), mark);
  return last;
}

static void
test_carry_over (void)
{
  g_autoptr (PalVisit) last = make_last_visit ();
  g_autoptr (PalVisit) visit = make_visit ();
  const PalMark *mark;

  kit_mark (visit, "soleus", PAL_SIDE_LEFT, "tight", 2);
  g_assert_cmpuint (pal_visit_carry_over (visit, last), ==, 1);
  g_assert_cmpuint (pal_visit_carry_over (visit, last), ==, 0);
  g_assert_cmpuint (visit->marks->len, ==, 2);
  g_assert_cmpint (get_severity (visit, "soleus", PAL_SIDE_LEFT, "tight"), ==, 2);

  /* Shown, not counted, and what was done last time is not done today. */
  mark = pal_visit_find_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight");
  g_assert_true (mark->carried);
  g_assert_cmpint (mark->before, ==, 3);
  g_assert_cmpint (mark->concern, ==, PAL_CONCERN_BASELINE);
  g_assert_cmpint (mark->after, ==, PAL_UNSET);
  g_assert_cmpint (mark->minutes, ==, PAL_UNSET);
  g_assert_null (mark->techniques);
  g_assert_null (mark->responses);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, NULL), ==, 0);
  g_assert_false (pal_visit_has_examined_group (visit, "thigh"));
}

static void
test_confirm_carried (void)
{
  g_autoptr (PalVisit) last = make_last_visit ();
  g_autoptr (PalVisit) visit = make_visit ();
  g_autoptr (PalMark) mark = NULL;

  pal_visit_carry_over (visit, last);
  g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 3);
  g_assert_cmpint (get_severity (visit, "itb-mid", PAL_SIDE_LEFT, NULL), ==, 3);
  g_assert_true (pal_visit_has_examined_group (visit, "thigh"));
  g_assert_cmpint (tap (visit, "itb-mid", PAL_SIDE_LEFT, "tight"), ==, 0);

  g_assert_false (pal_visit_has_examined_group (visit, "lower-leg"));
  mark = pal_mark_copy (pal_visit_find_mark (visit, "soleus", PAL_SIDE_LEFT, "tight"));
  mark->carried = FALSE;
  pal_visit_put_mark (visit, kit_get_atlas (), g_steal_pointer (&mark));
  g_assert_cmpint (get_severity (visit, "soleus", PAL_SIDE_LEFT, NULL), ==, 1);
  g_assert_true (pal_visit_has_examined_group (visit, "lower-leg"));
}

static void
test_set_text (void)
{
  g_autoptr (PalVisit) visit = make_visit ();

  pal_visit_set_text (&visit->advice, "walk");
  g_assert_cmpstr (visit->advice, ==, "walk");
  pal_visit_set_text (&visit->advice, visit->advice);
  g_assert_cmpstr (visit->advice, ==, "walk");
  g_assert_false (pal_visit_is_empty (visit));
  pal_visit_set_text (&visit->advice, "");
  g_assert_null (visit->advice);
  g_assert_true (pal_visit_is_empty (visit));
}

static void
test_not_empty (void)
{
  g_autoptr (PalVisit) visit = make_visit ();

  visit->minutes = 60;
  pal_visit_set_text (&visit->therapist, "M. Okafor");
  g_assert_true (pal_visit_is_empty (visit));
  visit->state.stress = 0;
  g_assert_false (pal_visit_is_empty (visit));
  visit->state.stress = PAL_UNSET;
  pal_visit_set_examined (visit, kit_get_atlas (), "hip", TRUE);
  g_assert_false (pal_visit_is_empty (visit));
}

static void
test_check_next (void)
{
  g_autoptr (PalVisit) visit = make_visit ();

  pal_visit_set_check_next (visit, "soleus", TRUE);
  pal_visit_set_check_next (visit, "neck", TRUE);
  pal_visit_set_check_next (visit, "soleus", TRUE);
  g_assert_cmpuint (g_strv_length (visit->check_next), ==, 2);
  g_assert_cmpstr (visit->check_next[1], ==, "neck");
  pal_visit_set_check_next (visit, "soleus", FALSE);
  g_assert_cmpstr (visit->check_next[0], ==, "neck");
  pal_visit_set_check_next (visit, "hip", FALSE);
  pal_visit_set_check_next (visit, "neck", FALSE);
  g_assert_null (visit->check_next);
}

/* Both sides of a pair, the whole of a group. */
static void
test_has_checked (void)
{
  g_autoptr (PalVisit) visit = make_visit ();
  PalAtlas *atlas = kit_get_atlas ();
  PalVocabulary *words = kit_get_vocabulary ();

  g_assert_false (pal_visit_has_checked (visit, atlas, words, "soleus"));
  g_assert_false (pal_visit_has_checked (visit, atlas, words, "lower-leg"));
  g_ptr_array_add (visit->marks, pal_mark_new ("soleus", PAL_SIDE_LEFT, "tight", 2));
  g_assert_false (pal_visit_has_checked (visit, atlas, words, "soleus"));
  g_ptr_array_add (visit->marks, pal_mark_new ("soleus", PAL_SIDE_RIGHT, "tight", 1));
  g_assert_true (pal_visit_has_checked (visit, atlas, words, "soleus"));
  g_assert_false (pal_visit_has_checked (visit, atlas, words, "lower-leg"));
  pal_visit_set_examined (visit, atlas, "lower-leg", TRUE);
  g_assert_true (pal_visit_has_checked (visit, atlas, words, "lower-leg"));
  g_assert_true (pal_visit_has_checked (visit, atlas, words, "gastrocnemius-medial"));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/visit/new", test_new);
  g_test_add_func ("/record/visit/tap-cycles", test_tap_cycles);
  g_test_add_func ("/record/visit/tap-without-severity", test_tap_without_severity);
  g_test_add_func ("/record/visit/sides-and-kinds-apart", test_sides_and_kinds_apart);
  g_test_add_func ("/record/visit/put-replaces", test_put_replaces);
  g_test_add_func ("/record/visit/known", test_known);
  g_test_add_func ("/record/visit/examined-list", test_examined_list);
  g_test_add_func ("/record/visit/carry-over", test_carry_over);
  g_test_add_func ("/record/visit/confirm-carried", test_confirm_carried);
  g_test_add_func ("/record/visit/set-text", test_set_text);
  g_test_add_func ("/record/visit/not-empty", test_not_empty);
  g_test_add_func ("/record/visit/check-next", test_check_next);
  g_test_add_func ("/record/visit/has-checked", test_has_checked);
  return g_test_run ();
}
