/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words while they are typed: kept, overwritten, handed over, and gone with what they belong to. */

#include "config.h"

#include "record/pal-client-words.h"
#include "record/pal-visit-words.h"
#include "store-kit.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

/* The last of the made-up runner's visits is a draft. */
#define N_VISITS 3

typedef struct
{
  Practice practice;
  char *draft;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  practice_open_with (&self->practice, N_VISITS);
  self->draft = kit_visit_id_new (N_VISITS - 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->draft);
  practice_clear (&self->practice);
}

static void
keep (Fixture *self, const char *visit_id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  pal_store_keep_typed (self->practice.store, KIT_RUNNER_ID, visit_id, field, text, &error);
  g_assert_no_error (error);
}

/* "subjective=Stiff;" and so on, in order. */
static char *
dup_typed (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) typed = pal_store_list_typed (self->practice.store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < typed->len; i++)
    {
      const PalTyped *each = g_ptr_array_index (typed, i);

      g_assert_cmpstr (each->client, ==, KIT_RUNNER_ID);
      g_string_append_printf (text, "%s%s=%s;", each->visit == NULL ? "client " : "", each->field,
                              each->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_typed (Fixture *self, const char *expected)
{
  g_autofree char *typed = dup_typed (self);

  g_assert_cmpstr (typed, ==, expected);
}

/* One row a field, whatever is typed; nothing in the record, nothing in the audit trail. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  PalStore *store = self->practice.store;
  gint64 n_audit = store_kit_count (store, "select count (*) from audit");
  g_autofree char *plan = store_kit_get_plan (store, self->draft);
  g_autofree char *still = NULL;

  keep (self, self->draft, "plan", "E");
  keep (self, self->draft, "plan", "Ea");
  keep (self, self->draft, "plan", "Easy week");
  keep (self, self->draft, "subjective", "");
  keep (self, NULL, "goal", "10 km");
  assert_typed (self, "plan=Easy week;subjective=;client goal=10 km;");
  g_assert_cmpint (store_kit_count (store, "select count (*) from audit"), ==, n_audit);
  still = store_kit_get_plan (store, self->draft);
  g_assert_cmpstr (still, ==, plan);

  practice_reopen (&self->practice);
  assert_typed (self, "plan=Easy week;subjective=;client goal=10 km;");
  keep (self, self->draft, "plan", NULL);
  keep (self, NULL, "goal", NULL);
  keep (self, self->draft, "nothing", NULL);
  assert_typed (self, "subjective=;");
}

static void
test_belongs (Fixture *self, gconstpointer data)
{
  g_autoptr (PalClient) other = store_kit_add_client (self->practice.store, "Ben");
  GError *error = NULL;
  gboolean done;

  done = pal_store_keep_typed (self->practice.store, "nobody", NULL, "goal", "x", &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND, "");
  error = NULL;
  done = pal_store_keep_typed (self->practice.store, other->id, self->draft, "plan", "x", &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND, "");
  assert_typed (self, "");
}

static void
remove_record (Fixture *self, PalChange *change)
{
  g_autoptr (GError) error = NULL;

  pal_store_apply (self->practice.store, change, &error);
  g_assert_no_error (error);
}

/* Erasing somebody erases what was half typed about them. */
static void
test_goes_with_record (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) visit = pal_store_get_visit (self->practice.store, self->draft, NULL);
  g_autoptr (PalClient) client = pal_store_get_client (self->practice.store, KIT_RUNNER_ID, NULL);
  g_autoptr (PalChange) visit_gone = pal_change_new_visit (visit, NULL, "x", NULL);
  g_autoptr (PalChange) client_gone = pal_change_new_client (client, NULL, "x", NULL);
  g_autofree char *first = kit_visit_id_new (0);

  keep (self, self->draft, "plan", "half a");
  keep (self, first, "plan", "half b");
  keep (self, NULL, "goal", "half c");
  remove_record (self, visit_gone);
  assert_typed (self, "plan=half b;client goal=half c;");
  remove_record (self, client_gone);
  assert_typed (self, "");
  g_assert_cmpint (store_kit_count (self->practice.store, "select count (*) from typed"), ==, 0);
}

static gboolean
take_last_visit (const PalClientFile *file, gpointer data, GError **error)
{
  PalVisit **last = data;

  *last = pal_visit_ref (g_ptr_array_index (file->visits, file->visits->len - 1));
  return TRUE;
}

/* What goes to another program is what the window showed; a signed visit is as it was signed. */
static void
test_handed_over (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) first = NULL;
  g_autoptr (PalVisit) second = NULL;
  g_autoptr (PalVisit) signed_visit = NULL;
  g_autoptr (PalClientFile) file = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;

  keep (self, self->draft, "plan", "Easy week");
  keep (self, self->draft, "stress", "4");
  keep (self, self->draft, "quick-entry", "l itb");
  keep (self, NULL, "goal", "10 km in June");
  pal_store_foreach_client (self->practice.store, take_last_visit, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->notes[PAL_NOTE_PLAN], ==, "Easy week");
  g_assert_cmpint (first->state.stress, ==, 4);
  file = pal_store_get_client_file (self->practice.store, KIT_RUNNER_ID, &error);
  g_assert_cmpstr (file->client->goal, ==, "10 km in June");

  g_clear_pointer (&first, pal_visit_unref);
  first = pal_store_get_visit (self->practice.store, self->draft, NULL);
  signed_visit = pal_visit_copy (first);
  signed_visit->is_signed = TRUE;
  signed_visit->signed_at = signed_visit->at;
  change = pal_change_new_visit (first, signed_visit, "x", NULL);
  pal_store_apply (self->practice.store, change, &error);
  g_assert_no_error (error);
  pal_store_foreach_client (self->practice.store, take_last_visit, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->notes[PAL_NOTE_PLAN], ==, first->notes[PAL_NOTE_PLAN]);
}

static void
keep_for_practice (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  pal_store_keep_typed (self->practice.store, NULL, NULL, "new-given", text, &error);
  g_assert_no_error (error);
}

/* The name of somebody who is being added belongs to nobody yet. */
static void
test_of_practice (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) typed = NULL;

  keep_for_practice (self, "A");
  keep_for_practice (self, "Ana");
  practice_reopen (&self->practice);
  typed = pal_store_list_typed (self->practice.store, NULL);
  g_assert_cmpuint (typed->len, ==, 1);
  g_assert_null (((PalTyped *) typed->pdata[0])->client);
  g_assert_null (((PalTyped *) typed->pdata[0])->visit);
  g_assert_cmpstr (((PalTyped *) typed->pdata[0])->text, ==, "Ana");
  keep_for_practice (self, NULL);
  assert_typed (self, "");
}

/* A file of before they could belong to nobody, left in the middle of a word. */
static void
test_upgrade_from_7 (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keep (self, self->draft, "plan", "Easy week");
  keep (self, NULL, "goal", "10 km");
  g_assert_finalize_object (g_steal_pointer (&self->practice.store));
  store_kit_run_raw (self->practice.path,
                     "alter table typed rename to newer; drop index typed_place;"
                     "drop index typed_client; drop index typed_visit;"
                     "create table typed (key integer primary key, client integer not null "
                     "references clients (key) on delete cascade, visit integer references visits "
                     "(key) on delete cascade, field text not null, text text not null) strict;"
                     "create unique index typed_place on typed (client, ifnull (visit, 0), field);"
                     "create index typed_visit on typed (visit);"
                     "insert into typed select * from newer; drop table newer;"
                     "pragma user_version = 7");
  self->practice.store = pal_store_open (self->practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
  g_assert_no_error (error);
  assert_typed (self, "plan=Easy week;client goal=10 km;");
  keep_for_practice (self, "Ana");
  keep (self, self->draft, "plan", NULL);
  keep (self, NULL, "goal", NULL);
  g_assert_cmpint (store_kit_count (self->practice.store, "select count (*) from typed"), ==, 1);
  pal_store_check (self->practice.store, &error);
  g_assert_no_error (error);
}

/* A file of before there was a place for them. */
static void
test_upgrade_from_5 (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = practice_dump (&self->practice);
  g_autofree char *after = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->practice.store));
  store_kit_run_raw (self->practice.path,
                     STORE_KIT_BACK_TO_6 "drop table typed; pragma user_version = 5");
  self->practice.store = pal_store_open (self->practice.path, PAL_STORE_OPEN_DEFAULT, "x", &error);
  g_assert_no_error (error);
  after = practice_dump (&self->practice);
  g_assert_cmpstr (before, ==, after);
  keep (self, self->draft, "plan", "Easy week");
  assert_typed (self, "plan=Easy week;");
  pal_store_check (self->practice.store, &error);
  g_assert_no_error (error);
}

/* Every free text of a visit has a name, and a name leads to its text and no other. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const gsize offsets[] = { offsetof (PalVisit, room),
                                   offsetof (PalVisit, therapist),
                                   offsetof (PalVisit, complaint_text),
                                   offsetof (PalVisit, request),
                                   offsetof (PalVisit, state.nutrition),
                                   offsetof (PalVisit, state.shoes),
                                   offsetof (PalVisit, advice) };
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 0);

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      const char *id = pal_visit_words_find_id (offsets[i]);

      g_assert_nonnull (id);
      g_assert_true (pal_visit_words_put (visit, id, id));
      g_assert_cmpstr (G_STRUCT_MEMBER (char *, visit, offsets[i]), ==, id);
    }
  for (guint i = 0; i < PAL_NOTE_N; i++)
    {
      g_assert_cmpstr (pal_visit_words_get_note_id ((PalNoteSection) i), ==,
                       pal_note_section_to_id ((PalNoteSection) i));
      g_assert_true (pal_visit_words_put (visit, pal_note_section_to_id ((PalNoteSection) i), "x"));
      g_assert_cmpstr (visit->notes[i], ==, "x");
    }
  g_assert_null (pal_visit_words_find_id (offsetof (PalVisit, type)));
  g_assert_false (pal_visit_words_put (visit, "quick-entry", "x"));
}

/* What may stand in a number field and what may not; neither changes anything else. */
static void
test_numbers (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *text;
    gboolean good;
    double value;
  } cases[] = {
    { "stress", "7", TRUE, 7 },        { "stress", "10", TRUE, 10 },
    { "stress", "11", FALSE, 10 },     { "stress", "1e1", FALSE, 10 },
    { "stress", "7.5", FALSE, 10 },    { "stress", "-1", FALSE, 10 },
    { "stress", "", TRUE, PAL_UNSET }, { "sleep-hours", "7,5", TRUE, 7.5 },
    { "sleep-hours", "7.", TRUE, 7 },  { "sleep-hours", "7h", FALSE, 7 },
    { "next-weeks", "3", TRUE, 3 },    { "next-weeks", "0", TRUE, PAL_UNSET },
    { "minutes", "60", TRUE, 60 },     { "minutes", "–", TRUE, PAL_UNSET },
    { "rest-days", "8", FALSE, -1 },
  };
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = -1;

      g_assert_true (pal_visit_words_put (visit, cases[i].id, cases[i].text) == cases[i].good);
      if (g_str_equal (cases[i].id, "stress"))
        value = visit->state.stress;
      else if (g_str_equal (cases[i].id, "sleep-hours"))
        value = visit->state.sleep_hours;
      else if (g_str_equal (cases[i].id, "next-weeks"))
        value = visit->next_weeks;
      else if (g_str_equal (cases[i].id, "minutes"))
        value = visit->minutes;
      else
        value = visit->state.rest_days;
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
  g_assert_cmpfloat (pal_visit_words_get_max ("stress"), ==, 10);
  g_assert_cmpfloat (pal_visit_words_get_max ("plan"), ==, 0);
}

static void
test_tests (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 0);
  g_autofree char *left = pal_visit_words_dup_test_id ("hip-flexion", PAL_SIDE_LEFT);
  g_autofree char *right = pal_visit_words_dup_test_id ("hip-flexion", PAL_SIDE_RIGHT);
  const PalTestResult *result;

  g_assert_true (pal_visit_words_put (visit, left, "12"));
  g_assert_true (pal_visit_words_put (visit, left, "120"));
  g_assert_true (pal_visit_words_put (visit, right, "−5"));
  g_assert_false (pal_visit_words_put (visit, right, "361"));
  g_assert_false (pal_visit_words_put (visit, "test:7:hip-flexion", "5"));
  g_assert_false (pal_visit_words_put (visit, "test:1:", "5"));
  g_assert_cmpuint (visit->tests->len, ==, 2);
  result = visit->tests->pdata[0];
  g_assert_cmpfloat (result->value, ==, 120);
  g_assert_cmpint (result->side, ==, PAL_SIDE_LEFT);
  result = visit->tests->pdata[1];
  g_assert_cmpfloat (result->value, ==, -5);
  g_assert_true (pal_visit_words_put (visit, left, ""));
  g_assert_cmpuint (visit->tests->len, ==, 1);
}

/* Own words of the client's page, which may be typed at a signed visit as well. */
static void
test_summary (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 0);
  g_autofree char *words = pal_visit_words_dup_summary_id (PAL_SUMMARY_BLOCK_FOUND);
  g_autofree char *made = pal_visit_words_dup_summary_made_id (PAL_SUMMARY_BLOCK_FOUND);
  const PalSummaryText *text;

  g_assert_true (pal_visit_words_outlive_signature (words));
  g_assert_true (pal_visit_words_outlive_signature (made));
  g_assert_true (pal_visit_words_outlive_signature (PAL_WORDS_AMENDMENT_TEXT));
  g_assert_false (pal_visit_words_outlive_signature ("plan"));
  g_assert_true (pal_visit_words_put (visit, words, "Your calves are better. "));
  g_assert_true (pal_visit_words_put (visit, made, "Calves: better."));
  text = pal_visit_find_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND);
  g_assert_cmpstr (text->text, ==, "Your calves are better.");
  g_assert_cmpstr (text->made, ==, "Calves: better.");
  /* The record's own words typed again are nobody's own. */
  g_assert_true (pal_visit_words_put (visit, words, "Calves: better."));
  g_assert_true (pal_visit_words_put (visit, made, "Calves: better."));
  g_assert_null (pal_visit_find_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND));
  g_assert_false (pal_visit_words_put (visit, "summary:nothing", "x"));
}

static void
test_client_names (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "given", "family", "phone",       "email",  "sport",
                                     "squad", "goal",   "preferences", "history" };
  g_autoptr (PalClient) client = pal_client_new ("Ana", NULL);
  g_autofree char *long_name = g_strnfill (PAL_MAX_NAME_CHARS + 1, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (pal_client_words_put (client, ids[i], ids[i]));
      g_assert_cmpstr (*pal_client_words_peek (client, ids[i]), ==, ids[i]);
    }
  g_assert_false (pal_client_words_put (client, "phone", long_name));
  g_assert_false (pal_client_words_put (client, "born", "1990-01-31"));
  g_assert_true (pal_client_words_put (client, "family", ""));
  /* Somebody without a name cannot be found again. */
  g_assert_false (pal_client_words_put (client, "given", " "));
  g_assert_cmpstr (client->given, ==, "given");
}

static void
test_mark_names (Fixture *self, gconstpointer data)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 0);
  PalMark *left = pal_mark_new ("soleus", PAL_SIDE_LEFT, "tight", 1);
  PalMark *right = pal_mark_new ("soleus", PAL_SIDE_RIGHT, "tight", 1);
  g_autofree char *id = pal_visit_words_dup_mark_id (right);

  pal_visit_put_mark (visit, kit_get_atlas (), left);
  pal_visit_put_mark (visit, kit_get_atlas (), right);
  g_assert_true (pal_visit_words_put (visit, id, "warm"));
  g_assert_null (left->note);
  g_assert_cmpstr (right->note, ==, "warm");
  g_free (id);
  id = pal_visit_words_dup_mark_minutes_id (right);
  g_assert_true (pal_visit_words_put (visit, id, "5"));
  g_assert_cmpint (right->minutes, ==, 5);
  g_assert_cmpint (left->minutes, ==, PAL_UNSET);
  pal_visit_remove_mark (visit, "soleus", PAL_SIDE_RIGHT, "tight");
  g_assert_false (pal_visit_words_put (visit, id, "cold"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  add ("/store/typed/kept", test_kept);
  add ("/store/typed/belongs", test_belongs);
  add ("/store/typed/goes-with-record", test_goes_with_record);
  add ("/store/typed/handed-over", test_handed_over);
  add ("/store/typed/upgrade-from-5", test_upgrade_from_5);
  add ("/store/typed/names", test_names);
  add ("/store/typed/of-practice", test_of_practice);
  add ("/store/typed/upgrade-from-7", test_upgrade_from_7);
  add ("/store/typed/numbers", test_numbers);
  add ("/store/typed/tests", test_tests);
  add ("/store/typed/summary", test_summary);
  add ("/store/typed/client-names", test_client_names);
  add ("/store/typed/mark-names", test_mark_names);
  return g_test_run ();
}
