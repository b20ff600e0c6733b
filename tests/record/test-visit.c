/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits as values: every fact takes part in copies and equality, and in checking. */

#include "config.h"

#include "kit.h"
#include "record/pal-summary-text.h"
#include "tests/kit/kit-start.h"

#include <math.h>

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

static void
add_test (PalVisit *visit)
{
  PalTestResult *result = g_new0 (PalTestResult, 1);

  result->test = g_strdup ("neck-rotation");
  result->side = PAL_SIDE_LEFT;
  result->value = 55;
  result->note = g_strdup ("pulls");
  g_ptr_array_add (visit->tests, result);
}

static void
add_stroke (PalVisit *visit)
{
  PalStroke *stroke = g_new0 (PalStroke, 1);
  const double points[] = { 10, 600, 0.5, -11, 610, 1 };

  stroke->view = PAL_VIEW_BACK;
  stroke->points = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (stroke->points, points, G_N_ELEMENTS (points));
  g_ptr_array_add (visit->ink, stroke);
}

static void
add_amendment (PalVisit *visit)
{
  PalAmendment *amendment = g_new0 (PalAmendment, 1);

  amendment->at = visit->at + 86400;
  amendment->author = g_strdup ("M. Okafor");
  amendment->reason = g_strdup ("Side mixed up");
  amendment->text = g_strdup ("It was the right calf.");
  g_ptr_array_add (visit->amendments, amendment);
}

static void
add_consent (PalVisit *visit)
{
  PalConsent *consent = g_new0 (PalConsent, 1);

  consent->at = visit->at;
  consent->region = g_strdup ("adductors");
  consent->given = TRUE;
  consent->wording = g_strdup ("May I work on the inner thigh?");
  g_ptr_array_add (visit->consents, consent);
}

static void
add_area (PalVisit *visit)
{
  PalAreaTime *area = g_new0 (PalAreaTime, 1);

  area->group = g_strdup ("lower-leg");
  area->minutes = 20;
  g_ptr_array_add (visit->request_areas, area);
}

/* A visit with every fact recorded. */
static PalVisit *
make_full_visit (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (6);
  PalVisit *visit = pal_visit_copy (file->visits->pdata[4]);

  visit->request = g_strdup ("Time on the feet");
  visit->state.sleep_quality = 6;
  visit->state.recovery_sessions = 1;
  visit->state.days_since_hard = 2;
  visit->state.pain_at_rest = 1;
  visit->state.nutrition = g_strdup ("Little lunch");
  visit->state.breathing = g_strdup ("restricted");
  visit->state.symptoms = kit_words_new ("headache");
  visit->advice = g_strdup ("Easy week.");
  visit->alerts_seen = visit->at + 60;
  visit->screened_at = visit->at + 90;
  visit->red_flags = kit_words_new ("chest-pain-breathless");
  visit->check_next = kit_words_new ("neck soleus");
  add_area (visit);
  add_test (visit);
  add_stroke (visit);
  add_amendment (visit);
  add_consent (visit);
  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND, "All eased.", "Tight: calf (left).");
  return visit;
}

/* Each changes one fact. Returns: %FALSE when there is no further one. */
static gboolean
change_text (PalVisit *visit, guint i)
{
  char **texts[] = {
    &visit->id,          &visit->client,          &visit->type,
    &visit->room,        &visit->therapist,       &visit->signed_by,
    &visit->request,     &visit->complaint_text,  &visit->notes[0],
    &visit->notes[1],    &visit->notes[2],        &visit->notes[3],
    &visit->advice,      &visit->state.nutrition, &visit->state.breathing,
    &visit->state.shoes,
  };
  char ***lists[] = { &visit->examined,  &visit->home_care,      &visit->check_next,
                      &visit->red_flags, &visit->state.symptoms, &visit->state.terrain };

  if (i < G_N_ELEMENTS (texts))
    set_string (texts[i], "other");
  else if (i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (lists))
    set_words (lists[i - G_N_ELEMENTS (texts)], NULL);
  else
    return FALSE;
  return TRUE;
}

static gboolean
change_number (PalVisit *visit, guint i)
{
  int *numbers[] = {
    &visit->minutes,
    &visit->next_weeks,
    &visit->state.sleep_quality,
    &visit->state.stress,
    &visit->state.rest_days,
    &visit->state.recovery_sessions,
    &visit->state.days_since_hard,
    &visit->state.pain_at_rest,
    &visit->state.pain_in_training,
    &visit->is_signed,
    &visit->state.next_race,
  };
  PalTime *moments[] = { &visit->at, &visit->signed_at, &visit->alerts_seen, &visit->screened_at };

  if (i < G_N_ELEMENTS (numbers))
    *numbers[i] = !*numbers[i];
  else if (i < G_N_ELEMENTS (numbers) + G_N_ELEMENTS (moments))
    *moments[i - G_N_ELEMENTS (numbers)] += 1;
  else if (i == G_N_ELEMENTS (numbers) + G_N_ELEMENTS (moments))
    visit->state.sleep_hours += 0.25;
  else
    return FALSE;
  return TRUE;
}

static gboolean
change_part_text (PalVisit *visit, guint i)
{
  PalTestResult *result = visit->tests->pdata[0];
  PalAmendment *amendment = visit->amendments->pdata[0];
  PalConsent *consent = visit->consents->pdata[0];
  PalMark *mark = visit->marks->pdata[1];
  PalSummaryText *words = visit->summary_texts->pdata[0];
  char **texts[] = {
    &result->test,      &result->note,
    &amendment->author, &amendment->reason,
    &amendment->text,   &consent->region,
    &consent->wording,  &((PalAreaTime *) visit->request_areas->pdata[0])->group,
    &mark->region,      &g_array_index (visit->complaint_regions, PalSidedRegion, 0).region,
    &words->block,      &words->text,
    &words->made
  };

  if (i >= G_N_ELEMENTS (texts))
    return FALSE;
  set_string (texts[i], "other");
  return TRUE;
}

static gboolean
change_part (PalVisit *visit, guint i)
{
  PalStroke *stroke = visit->ink->pdata[0];

  switch (i)
    {
    case 0:
      ((PalTestResult *) visit->tests->pdata[0])->side = PAL_SIDE_RIGHT;
      return TRUE;
    case 1:
      ((PalTestResult *) visit->tests->pdata[0])->value += 0.5;
      return TRUE;
    case 2:
      stroke->view = PAL_VIEW_SOLES;
      return TRUE;
    case 3:
      g_array_index (stroke->points, double, 5) = 0.75;
      return TRUE;
    case 4:
      g_array_set_size (stroke->points, 3);
      return TRUE;
    case 5:
      ((PalAmendment *) visit->amendments->pdata[0])->at++;
      return TRUE;
    case 6:
      ((PalConsent *) visit->consents->pdata[0])->at++;
      return TRUE;
    case 7:
      ((PalConsent *) visit->consents->pdata[0])->given = FALSE;
      return TRUE;
    case 8:
      g_array_index (visit->complaint_regions, PalSidedRegion, 0).side = PAL_SIDE_RIGHT;
      return TRUE;
    case 9:
      g_array_set_size (visit->complaint_regions, 0);
      return TRUE;
    case 10:
      ((PalAreaTime *) visit->request_areas->pdata[0])->minutes++;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
drop_list (PalVisit *visit, guint i)
{
  GPtrArray *lists[] = { visit->marks,        visit->tests,    visit->ink,
                         visit->amendments,   visit->consents, visit->request_areas,
                         visit->summary_texts };

  if (i >= G_N_ELEMENTS (lists))
    return FALSE;
  g_ptr_array_set_size (lists[i], 0);
  return TRUE;
}

typedef gboolean (*Change) (PalVisit *visit, guint i);

static guint
count_noticed (const PalVisit *visit, Change change)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (PalVisit) copy = pal_visit_copy (visit);

      g_assert_true (pal_visit_equal (visit, copy));
      if (!change (copy, i))
        return i;
      g_test_message ("fact %u", i);
      g_assert_false (pal_visit_equal (visit, copy));
      g_assert_false (pal_visit_equal (copy, visit));
    }
}

static void
test_equal (void)
{
  g_autoptr (PalVisit) visit = make_full_visit ();
  g_autoptr (PalVisit) stored = pal_visit_copy (visit);

  g_assert_cmpuint (count_noticed (visit, change_text), ==, 22);
  g_assert_cmpuint (count_noticed (visit, change_number), ==, 16);
  g_assert_cmpuint (count_noticed (visit, change_part_text), ==, 13);
  g_assert_cmpuint (count_noticed (visit, change_part), ==, 11);
  g_assert_cmpuint (count_noticed (visit, drop_list), ==, 7);

  stored->revision++;
  g_assert_true (pal_visit_equal (visit, stored));
}

/* "Everything examined" and "nothing examined" are not the same. */
static void
test_equal_examined (void)
{
  g_autoptr (PalVisit) visit = pal_visit_new ("a", 0);
  g_autoptr (PalVisit) copy = pal_visit_copy (visit);

  g_clear_pointer (&copy->examined, g_strfreev);
  g_assert_false (pal_visit_equal (visit, copy));
}

/* A copy shares nothing with its original: it outlives it unchanged. */
static void
test_copy_outlives (void)
{
  PalVisit *visit = make_full_visit ();
  g_autoptr (PalVisit) copy = pal_visit_copy (visit);
  g_autoptr (PalVisit) twin = make_full_visit ();

  pal_visit_unref (visit);
  g_assert_true (pal_visit_equal (copy, twin));
}

static void
test_reference (void)
{
  PalVisit *visit = make_full_visit ();
  PalVisit *other = pal_visit_ref (visit);

  pal_visit_unref (visit);
  g_assert_cmpstr (other->therapist, ==, "M. Okafor");
  pal_visit_unref (other);
}

/* Checking ------------------------------------------------------------------------------------ */

static void
check (PalVisit *visit, int code, const char *start)
{
  g_autoptr (PalVisit) owned = visit;
  GError *error = NULL;
  gboolean valid = pal_visit_validate (visit, kit_get_atlas (), kit_get_vocabulary (), &error);

  if (start == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (valid);
    }
  else
    kit_assert_refused (valid, error, PAL_RECORD_ERROR, code, start);
}

static void
check_time (const char *at, const char *start)
{
  PalVisit *visit = make_full_visit ();

  g_assert_true (pal_time_parse (at, &visit->at));
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, start);
}

static void
test_validate_dates (void)
{
  PalVisit *visit;

  check_time ("2999-01-01T00:00:00Z", "at: the date is not within the years 1900 to 2200");
  check_time ("1899-12-31T23:59:59Z", "at: ");
  visit = make_full_visit ();
  visit->at = PAL_NO_TIME;
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "at: ");
  visit = make_full_visit ();
  visit->signed_at = G_MAXINT64;
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "signed_at: ");
  visit = make_full_visit ();
  visit->is_signed = FALSE;
  check (visit, PAL_RECORD_ERROR_INCONSISTENT, "signed: ");
  visit = make_full_visit ();
  visit->state.next_race = pal_date_new (2999, 1, 1);
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "state.next_race: ");
  visit = make_full_visit ();
  ((PalAmendment *) visit->amendments->pdata[0])->at = PAL_NO_TIME;
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "amendments[0].at: ");
}

static void
test_validate_numbers (void)
{
  static const struct
  {
    gsize offset;
    int value;
    const char *start;
  } cases[] = {
    { G_STRUCT_OFFSET (PalVisit, minutes), 1441, "minutes: " },
    { G_STRUCT_OFFSET (PalVisit, minutes), -2, "minutes: -2 " },
    { G_STRUCT_OFFSET (PalVisit, next_weeks), 521, "next_weeks: " },
    { G_STRUCT_OFFSET (PalVisit, state.stress), 11, "state.stress: 11 is not within 0 to 10" },
    { G_STRUCT_OFFSET (PalVisit, state.sleep_quality), 11, "state.sleep_quality: " },
    { G_STRUCT_OFFSET (PalVisit, state.rest_days), 32, "state.rest_days: " },
    { G_STRUCT_OFFSET (PalVisit, state.recovery_sessions), 101, "state.recovery_sessions: " },
    { G_STRUCT_OFFSET (PalVisit, state.days_since_hard), -5, "state.days_since_hard: " },
    { G_STRUCT_OFFSET (PalVisit, state.pain_at_rest), 11, "state.pain_at_rest: " },
    { G_STRUCT_OFFSET (PalVisit, state.pain_in_training), 11, "state.pain_in_training: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PalVisit *visit = make_full_visit ();

      G_STRUCT_MEMBER (int, visit, cases[i].offset) = cases[i].value;
      check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, cases[i].start);
    }
}

static void
check_double (double hours, double value, double ink, const char *start)
{
  PalVisit *visit = make_full_visit ();
  PalStroke *stroke = visit->ink->pdata[0];

  visit->state.sleep_hours = hours;
  ((PalTestResult *) visit->tests->pdata[0])->value = value;
  g_array_index (stroke->points, double, 2) = ink;
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, start);
}

static void
test_validate_doubles (void)
{
  check_double (PAL_UNSET, -20, 0, NULL);
  check_double (NAN, 0, 0, "state.sleep_hours: ");
  check_double (INFINITY, 0, 0, "state.sleep_hours: ");
  check_double (24.5, 0, 0, "state.sleep_hours: 24.5 is not within 0 to 24");
  check_double (8, NAN, 0, "tests[0].value: ");
  check_double (8, 400, 0, "tests[0].value: ");
  check_double (8, 0, NAN, "ink[0].points: ");
  check_double (8, 0, 1.5, "ink[0].points: ");
}

static void
test_validate_words (void)
{
  static const struct
  {
    gsize offset;
    const char *words;
    int code;
    const char *start;
  } cases[] = {
    { G_STRUCT_OFFSET (PalVisit, examined), "hip tail", PAL_RECORD_ERROR_UNKNOWN_REGION,
      "examined[1]: there is no group of regions “tail”" },
    { G_STRUCT_OFFSET (PalVisit, check_next), "neck tail", PAL_RECORD_ERROR_UNKNOWN_REGION,
      "check_next[1]: " },
    { G_STRUCT_OFFSET (PalVisit, home_care), "heel-raise gin", PAL_RECORD_ERROR_UNKNOWN_TERM,
      "home_care[1]: " },
    { G_STRUCT_OFFSET (PalVisit, state.symptoms), "hiccups", PAL_RECORD_ERROR_UNKNOWN_TERM,
      "state.symptoms[0]: " },
    { G_STRUCT_OFFSET (PalVisit, state.terrain), "moon", PAL_RECORD_ERROR_UNKNOWN_TERM,
      "state.terrain[0]: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PalVisit *visit = make_full_visit ();

      set_words (&G_STRUCT_MEMBER (char **, visit, cases[i].offset), cases[i].words);
      check (visit, cases[i].code, cases[i].start);
    }
}

static void
test_validate_texts (void)
{
  static const struct
  {
    gsize offset;
    glong max_chars;
    const char *start;
  } cases[] = {
    { G_STRUCT_OFFSET (PalVisit, room), PAL_MAX_NAME_CHARS, "room: " },
    { G_STRUCT_OFFSET (PalVisit, therapist), PAL_MAX_NAME_CHARS, "therapist: " },
    { G_STRUCT_OFFSET (PalVisit, signed_by), PAL_MAX_NAME_CHARS, "signed_by: " },
    { G_STRUCT_OFFSET (PalVisit, complaint_text), PAL_MAX_TEXT_CHARS, "complaint.text: " },
    { G_STRUCT_OFFSET (PalVisit, request), PAL_MAX_TEXT_CHARS, "request: " },
    { G_STRUCT_OFFSET (PalVisit, notes[PAL_NOTE_PLAN]), PAL_MAX_TEXT_CHARS, "notes.plan: " },
    { G_STRUCT_OFFSET (PalVisit, advice), PAL_MAX_TEXT_CHARS, "advice: " },
    { G_STRUCT_OFFSET (PalVisit, state.nutrition), PAL_MAX_TEXT_CHARS, "state.nutrition: " },
    { G_STRUCT_OFFSET (PalVisit, state.shoes), PAL_MAX_NAME_CHARS, "state.shoes: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *just = g_strnfill ((gsize) cases[i].max_chars, 'x');
      g_autofree char *above = g_strconcat (just, "é", NULL);
      PalVisit *visit = make_full_visit ();

      set_string (&G_STRUCT_MEMBER (char *, visit, cases[i].offset), just);
      check (visit, 0, NULL);
      visit = make_full_visit ();
      set_string (&G_STRUCT_MEMBER (char *, visit, cases[i].offset), above);
      check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, cases[i].start);
      visit = make_full_visit ();
      set_string (&G_STRUCT_MEMBER (char *, visit, cases[i].offset), "\xc3\x28");
      check (visit, PAL_RECORD_ERROR_NOT_UNDERSTOOD, cases[i].start);
    }
}

static void
test_validate_parts (void)
{
  PalVisit *visit = make_full_visit ();

  check (pal_visit_ref (visit), 0, NULL);
  ((PalMark *) visit->marks->pdata[2])->side = PAL_SIDE_MIDLINE;
  check (visit, PAL_RECORD_ERROR_WRONG_SIDE, "marks[2].side: ");
  visit = make_full_visit ();
  g_array_index (visit->complaint_regions, PalSidedRegion, 0).side = PAL_SIDE_MIDLINE;
  check (visit, PAL_RECORD_ERROR_WRONG_SIDE, "complaint.regions[0].side: ");
  visit = make_full_visit ();
  set_string (&((PalTestResult *) visit->tests->pdata[0])->test, "juggling");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_TERM, "tests[0].test: ");
  visit = make_full_visit ();
  g_array_set_size (((PalStroke *) visit->ink->pdata[0])->points, 4);
  check (visit, PAL_RECORD_ERROR_INCONSISTENT, "ink[0].points: ");
  visit = make_full_visit ();
  set_string (&((PalAreaTime *) visit->request_areas->pdata[0])->group, "soleus");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_REGION, "request_areas[0].group: ");
  visit = make_full_visit ();
  set_words (&visit->red_flags, "hunger");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_TERM, "screening.red_flags[0]: ");
  visit = make_full_visit ();
  set_string (&((PalConsent *) visit->consents->pdata[0])->region, "thigh");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_REGION, "consents[0].region: ");
  visit = make_full_visit ();
  set_string (&visit->type, "party");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_TERM, "type: ");
  visit = make_full_visit ();
  set_string (&visit->state.breathing, "heavy");
  check (visit, PAL_RECORD_ERROR_UNKNOWN_TERM, "state.breathing: ");
  visit = make_full_visit ();
  set_string (&visit->id, "");
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "id: ");
  visit = make_full_visit ();
  set_string (&visit->client, "../../etc");
  check (visit, PAL_RECORD_ERROR_OUT_OF_RANGE, "client: ");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/visit/equal", test_equal);
  g_test_add_func ("/record/visit/equal-examined", test_equal_examined);
  g_test_add_func ("/record/visit/copy-outlives", test_copy_outlives);
  g_test_add_func ("/record/visit/reference", test_reference);
  g_test_add_func ("/record/visit/validate-dates", test_validate_dates);
  g_test_add_func ("/record/visit/validate-numbers", test_validate_numbers);
  g_test_add_func ("/record/visit/validate-doubles", test_validate_doubles);
  g_test_add_func ("/record/visit/validate-words", test_validate_words);
  g_test_add_func ("/record/visit/validate-texts", test_validate_texts);
  g_test_add_func ("/record/visit/validate-parts", test_validate_parts);
  return g_test_run ();
}
