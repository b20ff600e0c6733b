/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks: what is refused and in which words, equality field by field, what counts. */

#include "config.h"

#include "kit.h"
#include "tests/kit/kit-start.h"

#include <math.h>
#include <string.h>

static PalMark *
make_full_mark (void)
{
  PalMark *mark = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 3);
  PalMarkPoint spot = { PAL_VIEW_LEFT, 31, 620, TRUE, 20, 700 };

  mark->after = 1;
  mark->points = g_array_new (FALSE, TRUE, sizeof (PalMarkPoint));
  g_array_append_val (mark->points, spot);
  mark->techniques = kit_words_new ("stripping mfr");
  mark->minutes = 5;
  mark->responses = kit_words_new ("warmer");
  mark->concern = PAL_CONCERN_BASELINE;
  mark->note = g_strdup ("cord-like");
  return mark;
}

static void
set_string (char **where, const char *text)
{
  g_free (*where);
  *where = g_strdup (text);
}

static void
set_words (char ***where, const char *words)
{
  g_strfreev (*where);
  *where = words != NULL ? kit_words_new (words) : NULL;
}

static PalMarkPoint *
get_point (PalMark *mark)
{
  return &g_array_index (mark->points, PalMarkPoint, 0);
}

/* Changes one fact, another for each @i. Returns: %FALSE when there is no further one. */
static gboolean
change_fact (PalMark *mark, guint i)
{
  switch (i)
    {
    case 0:
      set_string (&mark->region, "itb-distal");
      return TRUE;
    case 1:
      mark->side = PAL_SIDE_RIGHT;
      return TRUE;
    case 2:
      set_string (&mark->kind, "pain");
      return TRUE;
    case 3:
      mark->before = 2;
      return TRUE;
    case 4:
      mark->after = 0;
      return TRUE;
    case 5:
      g_clear_pointer (&mark->points, g_array_unref);
      return TRUE;
    case 6:
      get_point (mark)->view = PAL_VIEW_FRONT;
      return TRUE;
    case 7:
      get_point (mark)->x += 0.25;
      return TRUE;
    case 8:
      get_point (mark)->y += 0.25;
      return TRUE;
    case 9:
      get_point (mark)->refers = FALSE;
      return TRUE;
    case 10:
      get_point (mark)->to_x += 0.25;
      return TRUE;
    case 11:
      get_point (mark)->to_y += 0.25;
      return TRUE;
    case 12:
      set_words (&mark->techniques, "mfr stripping");
      return TRUE;
    case 13:
      set_words (&mark->techniques, NULL);
      return TRUE;
    case 14:
      mark->minutes = PAL_UNSET;
      return TRUE;
    case 15:
      set_words (&mark->responses, "softer");
      return TRUE;
    case 16:
      mark->source = PAL_SOURCE_CLIENT;
      return TRUE;
    case 17:
      mark->carried = TRUE;
      return TRUE;
    case 18:
      mark->concern = PAL_CONCERN_COMPLAINT;
      return TRUE;
    case 19:
      set_string (&mark->note, NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
test_equal (void)
{
  g_autoptr (PalMark) mark = make_full_mark ();
  guint i;

  for (i = 0;; i++)
    {
      g_autoptr (PalMark) copy = pal_mark_copy (mark);

      g_assert_true (pal_mark_equal (mark, copy));
      if (!change_fact (copy, i))
        break;
      g_test_message ("fact %u", i);
      g_assert_false (pal_mark_equal (mark, copy));
      g_assert_false (pal_mark_equal (copy, mark));
    }
  g_assert_cmpuint (i, ==, 20);
}

static void
check (PalMark *mark, int code, const char *start)
{
  g_autoptr (PalMark) owned = mark;
  GError *error = NULL;
  gboolean valid = pal_mark_validate (mark, kit_get_atlas (), kit_get_vocabulary (), &error);

  if (start == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (valid);
    }
  else
    kit_assert_refused (valid, error, PAL_RECORD_ERROR, code, start);
}

static void
test_validate_place (void)
{
  check (make_full_mark (), 0, NULL);
  check (pal_mark_new ("sternum", PAL_SIDE_MIDLINE, "pain", 1), 0, NULL);
  check (pal_mark_new ("nowhere", PAL_SIDE_LEFT, "tight", 1), PAL_RECORD_ERROR_UNKNOWN_REGION,
         "region: there is no region “nowhere”");
  check (pal_mark_new ("itb-midd", PAL_SIDE_LEFT, "tight", 1), PAL_RECORD_ERROR_UNKNOWN_REGION,
         "region: there is no region “itb-midd”; the nearest is “itb-mid”");
  check (pal_mark_new (NULL, PAL_SIDE_LEFT, "tight", 1), PAL_RECORD_ERROR_UNKNOWN_REGION,
         "region: ");
  check (pal_mark_new ("itb\xff", PAL_SIDE_LEFT, "tight", 1), PAL_RECORD_ERROR_UNKNOWN_REGION,
         "region: ");
  check (pal_mark_new ("itb-mid", PAL_SIDE_MIDLINE, "tight", 1), PAL_RECORD_ERROR_WRONG_SIDE,
         "side: “itb-mid” needs a side");
  check (pal_mark_new ("sternum", PAL_SIDE_LEFT, "tight", 1), PAL_RECORD_ERROR_WRONG_SIDE,
         "side: “sternum” lies on the midline");
  check (pal_mark_new ("itb-mid", (PalSide) 7, "tight", 1), PAL_RECORD_ERROR_WRONG_SIDE, "side: ");
}

static void
check_severity (const char *kind, int before, int after, int code, const char *start)
{
  PalMark *mark = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, kind, before);

  mark->after = after;
  check (mark, code, start);
}

static void
test_validate_severity (void)
{
  check_severity ("tight", 1, 0, 0, NULL);
  check_severity ("tight", 3, 3, 0, NULL);
  check_severity ("scar", PAL_UNSET, PAL_UNSET, 0, NULL);
  check_severity ("tight", 0, PAL_UNSET, PAL_RECORD_ERROR_OUT_OF_RANGE, "before: 0 ");
  check_severity ("tight", 4, PAL_UNSET, PAL_RECORD_ERROR_OUT_OF_RANGE, "before: 4 ");
  check_severity ("tight", -2, PAL_UNSET, PAL_RECORD_ERROR_OUT_OF_RANGE, "before: ");
  check_severity ("tight", 1, 4, PAL_RECORD_ERROR_OUT_OF_RANGE, "after: 4 ");
  check_severity ("tight", PAL_UNSET, PAL_UNSET, PAL_RECORD_ERROR_INCONSISTENT, "before: ");
  check_severity ("scar", 2, PAL_UNSET, PAL_RECORD_ERROR_INCONSISTENT, "before: ");
  check_severity ("good", PAL_UNSET, 0, PAL_RECORD_ERROR_INCONSISTENT, "after: ");
  check_severity ("sore", 2, PAL_UNSET, PAL_RECORD_ERROR_UNKNOWN_TERM,
                  "kind: there is no kind of finding “sore”");
  check_severity (NULL, 2, PAL_UNSET, PAL_RECORD_ERROR_UNKNOWN_TERM, "kind: ");
}

static void
check_point (double x, double y, double to_x, const char *start)
{
  PalMark *mark = make_full_mark ();

  get_point (mark)->x = x;
  get_point (mark)->y = y;
  get_point (mark)->to_x = to_x;
  check (mark, PAL_RECORD_ERROR_OUT_OF_RANGE, start);
}

static void
test_validate_rest (void)
{
  PalMark *mark;
  g_autofree char *longest = g_strnfill (PAL_MAX_TEXT_CHARS, 'x');
  g_autofree char *too_long = g_strnfill (PAL_MAX_TEXT_CHARS + 1, 'x');

  check_point (-5, -1, -1, NULL);
  check_point (NAN, 500, 0, "points[0].x: ");
  check_point (0, INFINITY, 0, "points[0].y: ");
  check_point (0, 5000, 0, "points[0].y: ");
  check_point (0, 500, -INFINITY, "points[0].to_x: ");

  mark = make_full_mark ();
  get_point (mark)->view = (PalView) 9;
  check (mark, PAL_RECORD_ERROR_OUT_OF_RANGE, "points[0].view: ");
  mark = make_full_mark ();
  set_words (&mark->techniques, "mfr voodoo");
  check (mark, PAL_RECORD_ERROR_UNKNOWN_TERM, "techniques[1]: there is no technique “voodoo”");
  mark = make_full_mark ();
  set_words (&mark->responses, "sings");
  check (mark, PAL_RECORD_ERROR_UNKNOWN_TERM, "responses[0]: ");
  mark = make_full_mark ();
  mark->minutes = 1441;
  check (mark, PAL_RECORD_ERROR_OUT_OF_RANGE, "minutes: 1441 is not within 0 to 1440");
  mark = make_full_mark ();
  set_string (&mark->note, longest);
  check (mark, 0, NULL);
  mark = make_full_mark ();
  set_string (&mark->note, too_long);
  check (mark, PAL_RECORD_ERROR_OUT_OF_RANGE, "note: ");
  mark = make_full_mark ();
  set_string (&mark->note, "caf\xe9");
  check (mark, PAL_RECORD_ERROR_NOT_UNDERSTOOD, "note: ");
}

/* A refusal stays one short line whatever was in the file. */
static void
test_message_is_short (void)
{
  g_autofree char *huge = g_strnfill (1000000, '\xfe');
  g_autoptr (PalMark) mark = pal_mark_new (huge, PAL_SIDE_LEFT, "tight", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (pal_mark_validate (mark, kit_get_atlas (), kit_get_vocabulary (), &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 500);
}

static void
test_counts (void)
{
  g_autoptr (PalMark) mark = make_full_mark ();
  PalVocabulary *vocabulary = kit_get_vocabulary ();

  g_assert_true (pal_mark_counts (mark, vocabulary));
  mark->carried = TRUE;
  g_assert_false (pal_mark_counts (mark, vocabulary));
  mark->carried = FALSE;
  mark->source = PAL_SOURCE_CLIENT;
  g_assert_false (pal_mark_counts (mark, vocabulary));
  mark->source = PAL_SOURCE_THERAPIST;
  set_string (&mark->kind, "scar");
  g_assert_false (pal_mark_counts (mark, vocabulary));
  set_string (&mark->kind, "good");
  g_assert_false (pal_mark_counts (mark, vocabulary));
  set_string (&mark->kind, "no-such-kind");
  g_assert_false (pal_mark_counts (mark, vocabulary));
}

static void
test_ids (void)
{
  PalSource source;
  PalConcern concern;

  g_assert_true (pal_source_from_id ("client", &source));
  g_assert_cmpint (source, ==, PAL_SOURCE_CLIENT);
  g_assert_cmpstr (pal_source_to_id (PAL_SOURCE_THERAPIST), ==, "therapist");
  g_assert_false (pal_source_from_id ("dog", &source));
  g_assert_false (pal_source_from_id (NULL, &source));
  g_assert_true (pal_concern_from_id (NULL, &concern));
  g_assert_cmpint (concern, ==, PAL_CONCERN_UNSET);
  g_assert_true (pal_concern_from_id ("baseline", &concern));
  g_assert_cmpint (concern, ==, PAL_CONCERN_BASELINE);
  g_assert_cmpstr (pal_concern_to_id (PAL_CONCERN_COMPLAINT), ==, "complaint");
  g_assert_null (pal_concern_to_id (PAL_CONCERN_UNSET));
  g_assert_false (pal_concern_from_id ("", &concern));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/mark/equal", test_equal);
  g_test_add_func ("/record/mark/validate-place", test_validate_place);
  g_test_add_func ("/record/mark/validate-severity", test_validate_severity);
  g_test_add_func ("/record/mark/validate-rest", test_validate_rest);
  g_test_add_func ("/record/mark/message-is-short", test_message_is_short);
  g_test_add_func ("/record/mark/counts", test_counts);
  g_test_add_func ("/record/mark/ids", test_ids);
  return g_test_run ();
}
