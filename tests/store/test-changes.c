/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes: written, taken back, repeated, refused. */

#include "config.h"

#include <string.h>

#include <math.h>

#include "record/pal-summary-text.h"
#include "store-kit.h"
#include "tests/kit/kit-start.h"

static void
assert_refused (PalStore *store, PalChange *change, PalStoreError code)
{
  GError *error = NULL;
  gboolean done = pal_store_apply (store, change, &error);

  kit_assert_refused (done, error, PAL_STORE_ERROR, (int) code, "");
}

/* Forwards, back, forwards: the tables are as they were, and as they were after. */
static void
check_there_and_back (Practice *practice, PalChange *change)
{
  g_autofree char *before = practice_dump (practice);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  store_kit_apply (practice->store, change);
  after = practice_dump (practice);
  g_assert_cmpstr (before, !=, after);
  store_kit_revert (practice->store, change);
  back = practice_dump (practice);
  g_assert_cmpstr (before, ==, back);
  store_kit_apply (practice->store, change);
  again = practice_dump (practice);
  g_assert_cmpstr (after, ==, again);
  store_kit_revert (practice->store, change);
  pal_store_check (practice->store, &error);
  g_assert_no_error (error);
}

static PalVisit *
get_draft (Practice *practice, guint n_visits)
{
  g_autofree char *id = kit_visit_id_new (n_visits - 1);
  PalVisit *visit = pal_store_get_visit (practice->store, id, NULL);

  g_assert_false (visit->is_signed);
  return visit;
}

typedef void (*EditFunc) (PalVisit *visit);

static void
edit_first_mark (PalVisit *visit)
{
  ((PalMark *) visit->marks->pdata[0])->before = 1;
}

static void
remove_first_mark (PalVisit *visit)
{
  g_ptr_array_remove_index (visit->marks, 0);
}

static void
remove_all_marks (PalVisit *visit)
{
  g_ptr_array_set_size (visit->marks, 0);
}

static void
add_points (PalVisit *visit)
{
  PalMarkPoint point = { PAL_VIEW_FRONT, 1, 2, TRUE, 3, 4 };

  for (guint i = 0; i < visit->marks->len; i++)
    {
      PalMark *mark = visit->marks->pdata[i];

      g_clear_pointer (&mark->points, g_array_unref);
      mark->points = g_array_new (FALSE, FALSE, sizeof point);
      g_array_append_val (mark->points, point);
    }
}

static void
edit_texts (PalVisit *visit)
{
  pal_visit_set_text (&visit->notes[PAL_NOTE_PLAN], NULL);
  pal_visit_set_text (&visit->advice, "Sleep");
  visit->state.stress = 9;
}

static void
sign (PalVisit *visit)
{
  visit->is_signed = TRUE;
  visit->signed_at = visit->at + 60;
  pal_visit_set_text (&visit->signed_by, "M. Okafor");
}

static void
test_edits (void)
{
  static const EditFunc edits[] = {
    edit_first_mark, remove_first_mark, remove_all_marks, add_points, edit_texts, sign,
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_autoptr (PalVisit) before = NULL;
      g_autoptr (PalVisit) after = NULL;
      g_autoptr (PalChange) change = NULL;

      practice_open_with (&practice, 6);
      before = get_draft (&practice, 6);
      after = pal_visit_copy (before);
      edits[i](after);
      change = pal_change_new_visit (before, after, "Edit", NULL);
      check_there_and_back (&practice, change);
    }
}

/* From nothing but marks to every part and back. */
static void
test_every_part (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = NULL;
  g_autoptr (PalVisit) before = NULL;
  g_autoptr (PalVisit) after = NULL;
  g_autoptr (PalVisit) stored = NULL;
  g_autoptr (PalChange) change = NULL;

  practice_open (&practice);
  client = store_kit_add_client (practice.store, "Ana");
  before = store_kit_add_visit (practice.store, client->id, 0);
  after = store_kit_full_visit_new (client->id);
  g_free (after->id);
  after->id = g_strdup (before->id);
  change = pal_change_new_visit (before, after, "Edit", NULL);
  check_there_and_back (&practice, change);
  store_kit_apply (practice.store, change);
  stored = pal_store_get_visit (practice.store, after->id, NULL);
  g_assert_true (pal_visit_equal (stored, after));
}

static void
test_client_edit (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) before = NULL;
  g_autoptr (PalClient) after = store_kit_full_client_new ();
  g_autoptr (PalClient) stored = NULL;
  g_autoptr (PalChange) change = NULL;

  practice_open (&practice);
  before = store_kit_add_client (practice.store, "Ana");
  g_free (after->id);
  after->id = g_strdup (before->id);
  change = pal_change_new_client (before, after, "Edit client", NULL);
  check_there_and_back (&practice, change);
  store_kit_apply (practice.store, change);
  stored = pal_store_get_client (practice.store, after->id, NULL);
  g_assert_true (pal_client_equal (stored, after));
}

static void
test_add_and_delete_visit (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) fresh = pal_visit_new (KIT_RUNNER_ID, 1000);
  g_autoptr (PalChange) add = pal_change_new_visit (NULL, fresh, "New visit", NULL);
  g_autoptr (PalVisit) draft = NULL;
  g_autoptr (PalChange) delete = NULL;

  practice_open_with (&practice, 3);
  check_there_and_back (&practice, add);
  draft = get_draft (&practice, 3);
  delete = pal_change_new_visit (draft, NULL, "Delete visit", NULL);
  check_there_and_back (&practice, delete);
}

/* With all visits, signed ones too, and in the old place among the others. */
static void
test_delete_client (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) runner = NULL;
  g_autoptr (PalClient) other = NULL;
  g_autoptr (PalClient) third = NULL;
  g_autoptr (PalChange) delete = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  practice_open_with (&practice, 6);
  other = store_kit_add_client (practice.store, "Zed");
  runner = pal_store_get_client (practice.store, KIT_RUNNER_ID, NULL);
  delete = pal_change_new_client (runner, NULL, "Delete client", NULL);
  check_there_and_back (&practice, delete);

  store_kit_apply (practice.store, delete);
  g_assert_cmpint (store_kit_count (practice.store, "select count (*) from marks"), ==, 0);
  g_assert_cmpint (store_kit_count (practice.store, "select count (*) from visits"), ==, 0);
  third = store_kit_add_client (practice.store, "Abe");
  store_kit_revert (practice.store, delete);
  rows = pal_store_list_clients (practice.store, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((PalClientRow *) rows->pdata[0])->id, ==, KIT_RUNNER_ID);
  g_assert_cmpuint (((PalClientRow *) rows->pdata[0])->n_visits, ==, 6);
  g_assert_cmpstr (((PalClientRow *) rows->pdata[1])->id, ==, other->id);
  g_assert_cmpstr (((PalClientRow *) rows->pdata[2])->id, ==, third->id);
}

/* A place that was given away meanwhile would change the order of visits at one moment. */
static void
test_old_place_stays_free (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = NULL;
  g_autoptr (PalVisit) first = NULL;
  g_autoptr (PalVisit) second = NULL;
  g_autoptr (PalChange) delete = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  practice_open (&practice);
  client = store_kit_add_client (practice.store, "Ana");
  first = store_kit_add_visit (practice.store, client->id, 500);
  delete = pal_change_new_visit (first, NULL, "Delete visit", NULL);
  store_kit_apply (practice.store, delete);
  second = store_kit_add_visit (practice.store, client->id, 500);
  store_kit_revert (practice.store, delete);
  visits = pal_store_list_visits (practice.store, client->id, NULL);
  g_assert_cmpuint (visits->len, ==, 2);
  g_assert_cmpstr (((PalVisit *) visits->pdata[0])->id, ==, first->id);
  g_assert_cmpstr (((PalVisit *) visits->pdata[1])->id, ==, second->id);
}

/* Undoing two steps and doing them again, each with the revision it saw first. */
static void
test_chain (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) start = NULL;
  g_autoptr (PalVisit) middle = NULL;
  g_autoptr (PalChange) one = NULL;
  g_autoptr (PalChange) two = NULL;
  g_autofree char *plan = NULL;

  practice_open_with (&practice, 2);
  start = get_draft (&practice, 2);
  one = store_kit_edit (start, "one");
  store_kit_apply (practice.store, one);
  middle = get_draft (&practice, 2);
  two = store_kit_edit (middle, "two");
  store_kit_apply (practice.store, two);
  for (int i = 0; i < 3; i++)
    {
      store_kit_revert (practice.store, two);
      store_kit_revert (practice.store, one);
      store_kit_apply (practice.store, one);
      store_kit_apply (practice.store, two);
    }
  plan = store_kit_get_plan (practice.store, start->id);
  g_assert_cmpstr (plan, ==, "two");
}

/* A snapshot read before a step that was undone still says what the file holds. */
static void
test_snapshot_survives_undo (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) start = NULL;
  g_autoptr (PalChange) one = NULL;
  g_autoptr (PalChange) other = NULL;

  practice_open_with (&practice, 2);
  start = get_draft (&practice, 2);
  one = store_kit_edit (start, "one");
  other = store_kit_edit (start, "other");
  store_kit_apply (practice.store, one);
  assert_refused (practice.store, other, PAL_STORE_ERROR_CHANGED_MEANWHILE);
  store_kit_revert (practice.store, one);
  store_kit_apply (practice.store, other);
  {
    GError *error = NULL;
    gboolean done = pal_store_revert (practice.store, one, &error);

    kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_CHANGED_MEANWHILE,
                        "Another program");
  }
}

static void
test_changed_meanwhile (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalStore) second = NULL;
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalVisit) theirs = NULL;
  g_autoptr (PalChange) our_change = NULL;
  g_autoptr (PalChange) their_change = NULL;
  g_autofree char *plan = NULL;

  practice_open_with (&practice, 2);
  second = pal_store_open (practice.path, PAL_STORE_OPEN_DEFAULT, "palpatectl", NULL);
  visit = get_draft (&practice, 2);
  theirs = pal_store_get_visit (second, visit->id, NULL);
  their_change = store_kit_edit (theirs, "theirs");
  our_change = store_kit_edit (visit, "ours");
  store_kit_apply (second, their_change);
  assert_refused (practice.store, our_change, PAL_STORE_ERROR_CHANGED_MEANWHILE);
  plan = store_kit_get_plan (practice.store, visit->id);
  g_assert_cmpstr (plan, ==, "theirs");
}

static void
test_gone_meanwhile (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalChange) edit = NULL;
  g_autoptr (PalChange) delete = NULL;
  g_autoptr (PalVisit) orphan = pal_visit_new ("nobody", 0);
  g_autoptr (PalChange) add = pal_change_new_visit (NULL, orphan, "New visit", NULL);

  practice_open_with (&practice, 2);
  visit = get_draft (&practice, 2);
  edit = store_kit_edit (visit, "late");
  delete = pal_change_new_visit (visit, NULL, "Delete visit", NULL);
  store_kit_apply (practice.store, delete);
  assert_refused (practice.store, edit, PAL_STORE_ERROR_NOT_FOUND);
  assert_refused (practice.store, add, PAL_STORE_ERROR_NOT_FOUND);
}

static void
test_exists (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalChange) again = NULL;

  practice_open_with (&practice, 2);
  visit = get_draft (&practice, 2);
  again = pal_change_new_visit (NULL, visit, "New visit", NULL);
  assert_refused (practice.store, again, PAL_STORE_ERROR_EXISTS);
}

/* Signed visits ------------------------------------------------------------------------------- */

static PalChange *
amend (const PalVisit *visit, const char *text)
{
  g_autoptr (PalVisit) after = pal_visit_copy (visit);
  PalAmendment *amendment = g_new0 (PalAmendment, 1);

  *amendment = (PalAmendment){ visit->at + 5, g_strdup ("B. Lind"), NULL, g_strdup (text) };
  g_ptr_array_add (after->amendments, amendment);
  return pal_change_new_visit (visit, after, "Amend visit", NULL);
}

static void
test_signed_is_locked (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *id = kit_visit_id_new (0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalVisit) opened = NULL;
  g_autoptr (PalChange) edit = NULL;
  g_autoptr (PalChange) delete = NULL;
  g_autoptr (PalChange) unsign = NULL;

  practice_open_with (&practice, 3);
  visit = pal_store_get_visit (practice.store, id, NULL);
  g_assert_true (visit->is_signed);
  edit = store_kit_edit (visit, "unseen");
  delete = pal_change_new_visit (visit, NULL, "Delete visit", NULL);
  opened = pal_visit_copy (visit);
  opened->is_signed = FALSE;
  unsign = pal_change_new_visit (visit, opened, "Open again", NULL);
  before = practice_dump (&practice);
  assert_refused (practice.store, edit, PAL_STORE_ERROR_LOCKED_VISIT);
  assert_refused (practice.store, delete, PAL_STORE_ERROR_LOCKED_VISIT);
  assert_refused (practice.store, unsign, PAL_STORE_ERROR_LOCKED_VISIT);
  after = practice_dump (&practice);
  g_assert_cmpstr (before, ==, after);
}

static void
test_amendments (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *id = kit_visit_id_new (0);
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalVisit) amended = NULL;
  g_autoptr (PalVisit) forged = NULL;
  g_autoptr (PalChange) first = NULL;
  g_autoptr (PalChange) second = NULL;
  g_autoptr (PalChange) forgery = NULL;
  GError *error = NULL;
  gboolean done;

  practice_open_with (&practice, 3);
  visit = pal_store_get_visit (practice.store, id, NULL);
  first = amend (visit, "It was the left knee");
  store_kit_apply (practice.store, first);
  amended = pal_store_get_visit (practice.store, id, NULL);
  g_assert_cmpuint (amended->amendments->len, ==, 1);
  g_assert_true (amended->is_signed);

  /* Neither taken back nor rewritten. */
  done = pal_store_revert (practice.store, first, &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_LOCKED_VISIT, "This visit");
  forged = pal_visit_copy (amended);
  pal_visit_set_text (&((PalAmendment *) forged->amendments->pdata[0])->text, "It was neither");
  forgery = pal_change_new_visit (amended, forged, "Amend visit", NULL);
  assert_refused (practice.store, forgery, PAL_STORE_ERROR_LOCKED_VISIT);
  second = amend (amended, "Seen by the doctor");
  store_kit_apply (practice.store, second);
}

/* What the client takes home is no part of what is signed: it may say something else, and back. */
static void
test_summary_of_signed (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *id = kit_visit_id_new (0);
  g_autoptr (PalVisit) visit = NULL, after = NULL, now = NULL, both = NULL;
  g_autoptr (PalChange) change = NULL, hidden = NULL;
  g_autoptr (GPtrArray) audit = NULL;

  practice_open_with (&practice, 3);
  visit = pal_store_get_visit (practice.store, id, NULL);
  g_assert_true (visit->is_signed);
  after = pal_visit_copy (visit);
  pal_visit_set_summary_text (after, PAL_SUMMARY_BLOCK_FOUND, "All eased.", "Tight.");
  change = pal_change_new_visit (visit, after, "Words", NULL);
  store_kit_apply (practice.store, change);
  audit = pal_store_list_audit (practice.store, id, NULL);
  g_assert_cmpstr (((PalAuditEntry *) audit->pdata[audit->len - 1])->what, ==,
                   "visit-summary-edited");
  now = pal_store_get_visit (practice.store, id, NULL);
  g_assert_true (pal_visit_equal (now, after));

  /* Nothing slips in with them. */
  both = pal_visit_copy (now);
  pal_visit_clear_summary_text (both, PAL_SUMMARY_BLOCK_FOUND);
  pal_visit_set_text (&both->notes[PAL_NOTE_PLAN], "Unseen");
  hidden = pal_change_new_visit (now, both, "Words", NULL);
  assert_refused (practice.store, hidden, PAL_STORE_ERROR_LOCKED_VISIT);

  store_kit_revert (practice.store, change);
  g_clear_pointer (&now, pal_visit_unref);
  now = pal_store_get_visit (practice.store, id, NULL);
  g_assert_true (pal_visit_equal (now, visit));
}

/* Each line's seal is its own, and none is empty. */
static void
test_audit_seals (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) draft = NULL;
  g_autoptr (PalChange) edit = NULL;
  g_autoptr (GPtrArray) audit = NULL;
  const PalAuditEntry *first, *last;

  practice_open_with (&practice, 2);
  draft = get_draft (&practice, 2);
  edit = store_kit_edit (draft, "more");
  store_kit_apply (practice.store, edit);
  audit = pal_store_list_audit (practice.store, draft->id, NULL);
  g_assert_cmpuint (audit->len, ==, 2);
  first = audit->pdata[0];
  last = audit->pdata[1];
  g_assert_cmpuint (strlen (first->seal), ==, 2 * PAL_AUDIT_SEAL_BYTES);
  g_assert_cmpstr (first->seal, !=, last->seal);
  g_assert_cmpuint (strspn (last->seal, "0123456789abcdef"), ==, strlen (last->seal));
  g_assert_cmpuint (strspn (last->seal, "0"), <, strlen (last->seal));
}

static void
test_signing_can_be_undone (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) draft = NULL;
  g_autoptr (PalVisit) done = NULL;
  g_autoptr (PalVisit) now = NULL;
  g_autoptr (PalChange) change = NULL;
  g_autoptr (PalChange) edit = NULL;

  practice_open_with (&practice, 2);
  draft = get_draft (&practice, 2);
  done = pal_visit_copy (draft);
  sign (done);
  change = pal_change_new_visit (draft, done, "Sign visit", NULL);
  store_kit_apply (practice.store, change);
  store_kit_revert (practice.store, change);
  now = get_draft (&practice, 2);
  g_assert_cmpint (now->signed_at, ==, PAL_NO_TIME);
  edit = store_kit_edit (now, "open again");
  store_kit_apply (practice.store, edit);
}

/* An amendment relies on the signature: it cannot be undone from under it. */
static void
test_signing_stays_under_amendment (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) draft = NULL;
  g_autoptr (PalVisit) done = NULL;
  g_autoptr (PalVisit) stored = NULL;
  g_autoptr (PalChange) signing = NULL;
  g_autoptr (PalChange) amendment = NULL;
  GError *error = NULL;
  gboolean reverted;

  practice_open_with (&practice, 2);
  draft = get_draft (&practice, 2);
  done = pal_visit_copy (draft);
  sign (done);
  signing = pal_change_new_visit (draft, done, "Sign visit", NULL);
  store_kit_apply (practice.store, signing);
  stored = pal_store_get_visit (practice.store, draft->id, NULL);
  amendment = amend (stored, "More");
  store_kit_apply (practice.store, amendment);
  reverted = pal_store_revert (practice.store, signing, &error);
  kit_assert_refused (reverted, error, PAL_STORE_ERROR, PAL_STORE_ERROR_CHANGED_MEANWHILE,
                      "Another program");
}

/* Values the record would have refused -------------------------------------------------------- */

static void
set_bad_severity (PalVisit *visit)
{
  ((PalMark *) visit->marks->pdata[0])->before = 4;
}

static void
set_bad_utf8 (PalVisit *visit)
{
  g_free (visit->advice);
  visit->advice = g_strdup ("caf\xe9");
}

static void
set_bad_list (PalVisit *visit)
{
  g_strfreev (visit->home_care);
  visit->home_care = g_new0 (char *, 2);
  visit->home_care[0] = g_strdup ("two\nlines");
}

static void
set_bad_number (PalVisit *visit)
{
  visit->state.sleep_hours = (double) NAN;
}

static void
set_bad_moment (PalVisit *visit)
{
  visit->at = G_GINT64_CONSTANT (32472144000); /* the year 2999 */
}

static void
set_long_text (PalVisit *visit)
{
  g_free (visit->advice);
  visit->advice = g_strnfill (PAL_MAX_TEXT_CHARS + 1, 'x');
}

static void
test_bad_values (void)
{
  static const EditFunc edits[] = {
    set_bad_severity, set_bad_utf8, set_bad_list, set_bad_number, set_bad_moment, set_long_text,
  };
  g_auto (Practice) practice = { NULL };
  g_autofree char *before = NULL;

  practice_open_with (&practice, 2);
  before = practice_dump (&practice);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (PalVisit) visit = get_draft (&practice, 2);
      g_autoptr (PalVisit) bad = pal_visit_copy (visit);
      g_autoptr (PalChange) change = NULL;
      g_autofree char *after = NULL;

      edits[i](bad);
      change = pal_change_new_visit (visit, bad, "Edit", NULL);
      assert_refused (practice.store, change, PAL_STORE_ERROR_CONSTRAINT);
      after = practice_dump (&practice);
      g_assert_cmpstr (before, ==, after);
    }
}

/* What others see ----------------------------------------------------------------------------- */

static void
visit_changed_cb (PalStore *store, const char *visit_id, const char *client_id, GString *seen)
{
  g_autoptr (PalStore) other = NULL;
  g_autofree char *plan = NULL;

  /* Somebody who opens the file now must see what the signal speaks of. */
  other = pal_store_open (pal_store_get_path (store), PAL_STORE_OPEN_READ_ONLY, "other", NULL);
  plan = store_kit_get_plan (other, visit_id);
  g_string_append_printf (seen, "visit %s;", plan);
}

static void
client_changed_cb (PalStore *store, const char *client_id, GString *seen)
{
  g_string_append (seen, "client;");
}

static void
test_signals (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalClient) client = NULL;
  g_autoptr (PalChange) edit = NULL;
  g_autoptr (PalChange) same = NULL;
  g_autoptr (PalChange) stale = NULL;

  practice_open_with (&practice, 2);
  visit = get_draft (&practice, 2);
  g_signal_connect (practice.store, "visit-changed", G_CALLBACK (visit_changed_cb), seen);
  g_signal_connect (practice.store, "client-changed", G_CALLBACK (client_changed_cb), seen);
  edit = store_kit_edit (visit, "new");
  stale = store_kit_edit (visit, "stale");
  same = pal_change_new_visit (visit, visit, "Nothing", NULL);
  store_kit_apply (practice.store, same);
  g_assert_cmpstr (seen->str, ==, "");
  store_kit_apply (practice.store, edit);
  g_assert_cmpstr (seen->str, ==, "visit new;");
  assert_refused (practice.store, stale, PAL_STORE_ERROR_CHANGED_MEANWHILE);
  g_assert_cmpstr (seen->str, ==, "visit new;");
  client = store_kit_add_client (practice.store, "Zed");
  g_assert_cmpstr (seen->str, ==, "visit new;client;");
}

static void
test_audit (void)
{
  g_auto (Practice) practice = { NULL };
  const char *const expected[] = { "visit-imported", "visit-edited", "visit-edited",
                                   "visit-signed" };
  const char *const actors[] = { "M. Okafor", "B. Lind", "B. Lind", "B. Lind" };
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalVisit) done = NULL;
  g_autoptr (PalChange) edit = NULL;
  g_autoptr (PalChange) signing = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  practice_open_with (&practice, 2);
  pal_store_set_actor (practice.store, "B. Lind");
  visit = get_draft (&practice, 2);
  edit = store_kit_edit (visit, "a secret word");
  store_kit_apply (practice.store, edit);
  store_kit_revert (practice.store, edit);
  done = pal_visit_copy (visit);
  sign (done);
  signing = pal_change_new_visit (visit, done, "Sign visit", NULL);
  store_kit_apply (practice.store, signing);

  entries = pal_store_list_audit (practice.store, visit->id, NULL);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const PalAuditEntry *entry = entries->pdata[i];

      g_assert_cmpstr (entry->what, ==, expected[i]);
      g_assert_cmpstr (entry->actor, ==, actors[i]);
      g_assert_cmpint (entry->at, >, 1600000000);
    }
  /* The trail never holds the text itself. */
  g_assert_cmpint (store_kit_count (practice.store,
                                    "select count (*) from audit where body like '%secret%' or "
                                    "what like '%secret%'"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/change/edits", test_edits);
  g_test_add_func ("/store/change/every-part", test_every_part);
  g_test_add_func ("/store/change/client", test_client_edit);
  g_test_add_func ("/store/change/add-and-delete-visit", test_add_and_delete_visit);
  g_test_add_func ("/store/change/delete-client", test_delete_client);
  g_test_add_func ("/store/change/old-place-stays-free", test_old_place_stays_free);
  g_test_add_func ("/store/change/chain", test_chain);
  g_test_add_func ("/store/change/snapshot-survives-undo", test_snapshot_survives_undo);
  g_test_add_func ("/store/change/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/store/change/gone-meanwhile", test_gone_meanwhile);
  g_test_add_func ("/store/change/exists", test_exists);
  g_test_add_func ("/store/signed/locked", test_signed_is_locked);
  g_test_add_func ("/store/signed/amendments", test_amendments);
  g_test_add_func ("/store/signed/summary", test_summary_of_signed);
  g_test_add_func ("/store/audit/seals", test_audit_seals);
  g_test_add_func ("/store/signed/signing-can-be-undone", test_signing_can_be_undone);
  g_test_add_func ("/store/signed/stays-under-amendment", test_signing_stays_under_amendment);
  g_test_add_func ("/store/change/bad-values", test_bad_values);
  g_test_add_func ("/store/change/signals", test_signals);
  g_test_add_func ("/store/change/audit", test_audit);
  return g_test_run ();
}
