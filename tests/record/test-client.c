/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clients: equality fact by fact, what is refused, names and ages; and the made-up runner. */

#include "config.h"

#include "kit.h"
#include "tests/kit/kit-start.h"

#include <math.h>

static void
set_string (char **where, const char *text)
{
  g_free (*where);
  *where = g_strdup (text);
}

static PalClient *
make_full_client (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  PalClient *client = pal_client_copy (file->client);
  PalBaselineWord *word = g_new0 (PalBaselineWord, 1);

  word->region = g_strdup ("itb-mid");
  word->side = PAL_SIDE_LEFT;
  word->confirmed = TRUE;
  word->since = pal_date_new (2025, 11, 1);
  g_ptr_array_add (client->baseline, word);
  pal_client_add_check (client, "soleus", PAL_SIDE_RIGHT, pal_date_new (2025, 11, 2));
  client->summary_left_out = kit_words_new ("since");
  return client;
}

/* Each changes one fact. Returns: %FALSE when there is no further one. */
static gboolean
change_text (PalClient *client, guint i)
{
  PalRun *run = client->runs->pdata[0];
  PalTrainingWeek *week = client->training_weeks->pdata[0];
  char **texts[] = {
    &client->id,
    &client->given,
    &client->family,
    &client->language,
    &client->phone,
    &client->email,
    &client->sport,
    &client->level,
    &client->squad,
    &client->goal,
    &client->history,
    &client->preferences,
    &client->summary_left_out[0],
    &((PalAlert *) client->alerts->pdata[0])->text,
    &((PalEvent *) client->events->pdata[0])->name,
    &run->terrain,
    &run->shoes,
    &week->terrain[0],
    &week->shoes,
    &((PalShoes *) client->shoes->pdata[0])->model,
    &((PalBaselineWord *) client->baseline->pdata[0])->region,
    &((PalCheckNext *) client->check_next->pdata[0])->region,
  };

  if (i >= G_N_ELEMENTS (texts))
    return FALSE;
  set_string (texts[i], "other");
  return TRUE;
}

static gboolean
change_number (PalClient *client, guint i)
{
  PalRun *run = client->runs->pdata[0];
  PalTrainingWeek *week = client->training_weeks->pdata[0];
  PalShoes *shoes = client->shoes->pdata[0];
  PalBaselineWord *word = client->baseline->pdata[0];
  PalCheckNext *check = client->check_next->pdata[0];
  int *numbers[] = { &client->born,
                     (int *) &client->figure,
                     (int *) &((PalAlert *) client->alerts->pdata[0])->level,
                     &((PalEvent *) client->events->pdata[0])->date,
                     &run->date,
                     &run->minutes,
                     &week->monday,
                     &week->minutes,
                     &week->sessions,
                     &shoes->since,
                     (int *) &word->side,
                     &word->confirmed,
                     &word->since,
                     (int *) &check->side,
                     &check->since };
  double *doubles[] = { &run->km,          &run->effort,  &week->km,
                        &week->longest_km, &week->effort, &shoes->km };

  if (i < G_N_ELEMENTS (numbers))
    *numbers[i] = !*numbers[i];
  else if (i < G_N_ELEMENTS (numbers) + G_N_ELEMENTS (doubles))
    *doubles[i - G_N_ELEMENTS (numbers)] += 0.125;
  else
    return FALSE;
  return TRUE;
}

static gboolean
drop_list (PalClient *client, guint i)
{
  GPtrArray *lists[] = { client->alerts,         client->events, client->runs,
                         client->training_weeks, client->shoes,  client->baseline,
                         client->check_next };

  if (i >= G_N_ELEMENTS (lists))
    return FALSE;
  g_ptr_array_set_size (lists[i], 0);
  return TRUE;
}

typedef gboolean (*Change) (PalClient *client, guint i);

static guint
count_noticed (const PalClient *client, Change change)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (PalClient) copy = pal_client_copy (client);

      g_assert_true (pal_client_equal (client, copy));
      if (!change (copy, i))
        return i;
      g_test_message ("fact %u", i);
      g_assert_false (pal_client_equal (client, copy));
      g_assert_false (pal_client_equal (copy, client));
    }
}

static void
test_equal (void)
{
  g_autoptr (PalClient) client = make_full_client ();
  g_autoptr (PalClient) stored = pal_client_copy (client);

  g_assert_cmpuint (count_noticed (client, change_text), ==, 22);
  g_assert_cmpuint (count_noticed (client, change_number), ==, 21);
  g_assert_cmpuint (count_noticed (client, drop_list), ==, 7);
  stored->revision++;
  g_assert_true (pal_client_equal (client, stored));
}

static void
check (PalClient *client, int code, const char *start)
{
  g_autoptr (PalClient) owned = client;
  GError *error = NULL;
  gboolean valid = pal_client_validate (client, kit_get_atlas (), kit_get_vocabulary (), &error);

  if (start == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (valid);
    }
  else
    kit_assert_refused (valid, error, PAL_RECORD_ERROR, code, start);
}

static void
test_validate_names (void)
{
  check (make_full_client (), 0, NULL);
  check (pal_client_new ("Ana", NULL), 0, NULL);
  check (pal_client_new ("", "Kovač"), 0, NULL);
  check (pal_client_new ("", NULL), PAL_RECORD_ERROR_OUT_OF_RANGE, "given: ");
  check (pal_client_new (" ", "\t"), PAL_RECORD_ERROR_OUT_OF_RANGE, "given: ");
  check (pal_client_new ("Ana\xff", "Kovač"), PAL_RECORD_ERROR_NOT_UNDERSTOOD, "given: ");
}

static void
test_validate_texts (void)
{
  static const struct
  {
    gsize offset;
    const char *text;
    int code;
    const char *start;
  } cases[] = {
    { G_STRUCT_OFFSET (PalClient, id), "a b", PAL_RECORD_ERROR_OUT_OF_RANGE, "id: " },
    { G_STRUCT_OFFSET (PalClient, level), "olympic", PAL_RECORD_ERROR_UNKNOWN_TERM,
      "level: there is no activity level “olympic”" },
    { G_STRUCT_OFFSET (PalClient, language), "pt_BR", 0, NULL },
    { G_STRUCT_OFFSET (PalClient, language), "", PAL_RECORD_ERROR_OUT_OF_RANGE, "language: " },
    { G_STRUCT_OFFSET (PalClient, language), "../x", PAL_RECORD_ERROR_OUT_OF_RANGE, "language: " },
    { G_STRUCT_OFFSET (PalClient, phone), "\xff", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "phone: " },
    { G_STRUCT_OFFSET (PalClient, goal), "\xff", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "goal: " },
    { G_STRUCT_OFFSET (PalClient, history), "\xff", PAL_RECORD_ERROR_NOT_UNDERSTOOD, "history: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PalClient *client = make_full_client ();

      set_string (&G_STRUCT_MEMBER (char *, client, cases[i].offset), cases[i].text);
      check (client, cases[i].code, cases[i].start);
    }
}

static void
test_validate_training (void)
{
  PalClient *client = make_full_client ();

  ((PalRun *) client->runs->pdata[1])->effort = 10.5;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "runs[1].effort: 10.5 is not within 0 to 10");
  client = make_full_client ();
  ((PalRun *) client->runs->pdata[0])->km = NAN;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "runs[0].km: ");
  client = make_full_client ();
  ((PalRun *) client->runs->pdata[0])->date = PAL_NO_DATE;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "runs[0].date: ");
  client = make_full_client ();
  set_string (&((PalRun *) client->runs->pdata[0])->terrain, "moon");
  check (client, PAL_RECORD_ERROR_UNKNOWN_TERM, "runs[0].terrain: ");
  client = make_full_client ();
  ((PalTrainingWeek *) client->training_weeks->pdata[2])->monday++;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "training_weeks[2].week: ");
  client = make_full_client ();
  ((PalTrainingWeek *) client->training_weeks->pdata[2])->km = 1000.5;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "training_weeks[2].km: ");
  client = make_full_client ();
  ((PalTrainingWeek *) client->training_weeks->pdata[2])->km = PAL_UNSET;
  check (client, 0, NULL);
}

static void
test_validate_rest (void)
{
  PalClient *client = make_full_client ();

  client->born = pal_date_new (1899, 12, 31);
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "born: ");
  client = make_full_client ();
  client->figure = (PalFigure) 9;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "figure: ");
  client = make_full_client ();
  set_string (&((PalAlert *) client->alerts->pdata[0])->text, " ");
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "alerts[0].text: ");
  client = make_full_client ();
  ((PalEvent *) client->events->pdata[0])->date = pal_date_new (2999, 1, 1);
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "events[0].date: ");
  client = make_full_client ();
  ((PalShoes *) client->shoes->pdata[0])->km = INFINITY;
  check (client, PAL_RECORD_ERROR_OUT_OF_RANGE, "shoes[0].km: ");
  client = make_full_client ();
  ((PalBaselineWord *) client->baseline->pdata[0])->side = PAL_SIDE_MIDLINE;
  check (client, PAL_RECORD_ERROR_WRONG_SIDE, "baseline[0].side: ");
}

static void
test_name (void)
{
  static const char *const cases[][3] = {
    { "Ana", "Kovač", "Ana Kovač" },
    { "Ana", NULL, "Ana" },
    { "", "Kovač", "Kovač" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalClient) client = pal_client_new (cases[i][0], cases[i][1]);
      g_autofree char *name = pal_client_dup_name (client);

      g_assert_cmpstr (name, ==, cases[i][2]);
    }
}

static void
test_age (void)
{
  g_autoptr (PalClient) client = pal_client_new ("Ana", "Kovač");
  PalDate day = pal_date_new (2026, 2, 28);

  g_assert_cmpint (pal_client_get_age (client, day), ==, PAL_UNSET);
  client->born = pal_date_new (1990, 2, 28);
  g_assert_cmpint (pal_client_get_age (client, day), ==, 36);
  g_assert_cmpint (pal_client_get_age (client, day - 1), ==, 35);
  client->born = pal_date_new (2000, 2, 29);
  g_assert_cmpint (pal_client_get_age (client, day), ==, 25);
  g_assert_cmpint (pal_client_get_age (client, day + 1), ==, 26);
  g_assert_cmpint (pal_client_get_age (client, client->born - 1), ==, PAL_UNSET);
  g_assert_cmpint (pal_client_get_age (client, PAL_NO_DATE), ==, PAL_UNSET);
}

/* The runner that other rooms test with is a client like any other, the same every time. */
static void
test_runner (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autoptr (PalClientFile) again = kit_runner_new (12);
  PalTime last = G_MININT64;

  check (pal_client_ref (file->client), 0, NULL);
  g_assert_true (pal_client_equal (file->client, again->client));
  g_assert_cmpuint (file->visits->len, ==, 12);
  for (guint i = 0; i < file->visits->len; i++)
    {
      PalVisit *visit = file->visits->pdata[i];
      g_autoptr (GError) error = NULL;

      pal_visit_validate (visit, kit_get_atlas (), kit_get_vocabulary (), &error);
      g_assert_no_error (error);
      g_assert_true (pal_visit_equal (visit, again->visits->pdata[i]));
      g_assert_cmpstr (visit->client, ==, file->client->id);
      g_assert_cmpint (visit->at, >, last);
      last = visit->at;
    }
}

/* Asked for after a visit that left it out; done when a later one has looked, never undone by an
 * older one. */
static void
test_check_next (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  PalVisit *last = file->visits->pdata[2];
  PalDate day = pal_time_get_date (last->at);
  PalCheckNext *check;

  pal_visit_set_examined (last, kit_get_atlas (), "head", FALSE);
  pal_client_add_check (file->client, "masseter", PAL_SIDE_LEFT, day);
  pal_client_add_check (file->client, "masseter", PAL_SIDE_LEFT, day);
  g_assert_cmpuint (file->client->check_next->len, ==, 1);
  check = pal_client_find_check (file->client, "masseter", PAL_SIDE_LEFT);
  g_assert_true (
      pal_check_next_is_open (check, file->visits, kit_get_atlas (), kit_get_vocabulary ()));
  g_assert_null (pal_client_find_check (file->client, "masseter", PAL_SIDE_RIGHT));

  kit_mark (last, "masseter", PAL_SIDE_RIGHT, "tight", 1);
  g_assert_false (
      pal_check_next_is_open (check, file->visits, kit_get_atlas (), kit_get_vocabulary ()));
  check->since = day + 1;
  g_assert_true (
      pal_check_next_is_open (check, file->visits, kit_get_atlas (), kit_get_vocabulary ()));

  g_assert_true (pal_client_remove_check (file->client, "masseter", PAL_SIDE_LEFT));
  g_assert_false (pal_client_remove_check (file->client, "masseter", PAL_SIDE_LEFT));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);

  g_test_add_func ("/record/client/equal", test_equal);
  g_test_add_func ("/record/client/validate-names", test_validate_names);
  g_test_add_func ("/record/client/validate-texts", test_validate_texts);
  g_test_add_func ("/record/client/validate-training", test_validate_training);
  g_test_add_func ("/record/client/validate-rest", test_validate_rest);
  g_test_add_func ("/record/client/name", test_name);
  g_test_add_func ("/record/client/age", test_age);
  g_test_add_func ("/record/client/runner", test_runner);
  g_test_add_func ("/record/client/check-next", test_check_next);
  return g_test_run ();
}
