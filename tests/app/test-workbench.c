/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The workbench: what is open, edits, undo by visit and by client, refusals. Needs no screen. */

#include "config.h"

#include "app-kit.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

static gboolean
mark (AppBench *a, const char *region, PalSide side, int severity)
{
  PalVisit *visit = pal_workbench_edit_visit (a->bench);

  if (visit == NULL)
    return FALSE;
  pal_visit_put_mark (visit, kit_get_atlas (), pal_mark_new (region, side, "tight", severity));
  return pal_workbench_commit_visit (a->bench, visit, region, NULL);
}

static int
get_severity (AppBench *a, const char *region, PalSide side)
{
  return pal_visit_get_severity (pal_workbench_get_visit (a->bench), kit_get_vocabulary (), region,
                                 side, NULL);
}

/* As the disk has it, past the workbench. */
static int
get_stored_severity (AppBench *a, const char *region, PalSide side)
{
  g_autoptr (PalVisit) visit =
      pal_store_get_visit (a->store, pal_workbench_get_visit (a->bench)->id, NULL);

  return pal_visit_get_severity (visit, kit_get_vocabulary (), region, side, NULL);
}

static void
test_nothing_open (void)
{
  g_autoptr (AppBench) a = app_bench_new (0);

  g_assert_null (pal_workbench_get_client (a->bench));
  g_assert_null (pal_workbench_get_visit (a->bench));
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 0);
  g_assert_false (pal_workbench_get_can_undo (a->bench));
  g_assert_false (pal_workbench_add_visit (a->bench));
  g_assert_nonnull (a->failure);
}

static void
test_opens_newest (void)
{
  g_autoptr (AppBench) a = app_bench_new (4);
  g_autofree char *newest = kit_visit_id_new (3);
  g_autofree char *before = kit_visit_id_new (2);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_cmpstr (a->said->str, ==, "client;visits;visit;");
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 4);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, ==, newest);
  g_assert_cmpstr (pal_workbench_get_previous_visit (a->bench)->id, ==, before);
  g_assert_true (pal_workbench_get_can_edit (a->bench));
  pal_workbench_open_client (a->bench, NULL);
  g_assert_null (pal_workbench_get_client (a->bench));
  g_assert_false (pal_workbench_get_can_edit (a->bench));
}

static void
test_edit_is_stored (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_string_truncate (a->said, 0);
  g_assert_true (mark (a, "soleus", PAL_SIDE_RIGHT, 3));
  g_assert_cmpstr (a->said->str, ==, "visits;visit;");
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 3);
  g_assert_cmpint (get_stored_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 3);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autofree char *description = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  mark (a, "soleus", PAL_SIDE_RIGHT, 3);
  g_object_get (a->bench, "undo-description", &description, NULL);
  g_assert_cmpstr (description, ==, "soleus");
  pal_workbench_undo (a->bench);
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 0);
  g_assert_cmpint (get_stored_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 0);
  g_assert_false (pal_workbench_get_can_undo (a->bench));
  pal_workbench_redo (a->bench);
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 3);
}

static void
test_unchanged_leaves_no_trace (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_true (
      pal_workbench_commit_visit (a->bench, pal_workbench_edit_visit (a->bench), "Nothing", NULL));
  g_assert_false (pal_workbench_get_can_undo (a->bench));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_undo_is_notified (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  guint n_notified = 0;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_signal_connect_swapped (a->bench, "notify::can-undo", G_CALLBACK (count_cb), &n_notified);
  mark (a, "soleus", PAL_SIDE_RIGHT, 3);
  g_assert_cmpuint (n_notified, >, 0);
}

/* Undo belongs to the visit: going back finds its steps again, and only its own. */
static void
test_stack_by_visit (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autofree char *first = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  first = g_strdup (pal_workbench_get_visit (a->bench)->id);
  mark (a, "soleus", PAL_SIDE_RIGHT, 3);
  g_assert_true (pal_workbench_add_visit (a->bench));
  mark (a, "tfl", PAL_SIDE_RIGHT, 2);
  pal_workbench_open_visit (a->bench, first);
  pal_workbench_undo (a->bench);
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 0);
  g_assert_false (pal_workbench_get_can_undo (a->bench));
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_cmpint (get_severity (a, "tfl", PAL_SIDE_RIGHT), ==, 2);
  g_assert_true (pal_workbench_get_can_undo (a->bench));
}

static void
test_undo_of_a_new_visit (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autofree char *added = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  pal_workbench_add_visit (a->bench);
  added = g_strdup (pal_workbench_get_visit (a->bench)->id);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->therapist, ==, "Tester");
  pal_workbench_undo (a->bench);
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 2);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, !=, added);
  pal_workbench_redo (a->bench);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, ==, added);
}

static void
test_signed_is_locked (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_true (pal_workbench_sign_visit (a->bench));
  g_assert_true (a->can_undo);
  g_assert_false (pal_workbench_get_can_edit (a->bench));
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->signed_by, ==, "Tester");
  g_assert_null (a->failure);
  g_assert_false (mark (a, "soleus", PAL_SIDE_RIGHT, 3));
  g_assert_nonnull (a->failure);
  g_assert_cmpint (get_stored_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 0);
}

static void
test_deleted_client_comes_back (void)
{
  g_autoptr (AppBench) a = app_bench_new (3);

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_true (pal_workbench_delete_client (a->bench, KIT_RUNNER_ID));
  g_assert_null (pal_workbench_get_client (a->bench));
  g_assert_cmpint (pal_store_count_clients (a->store, NULL), ==, 0);
  g_assert_true (a->can_undo);
  g_assert_true (pal_workbench_get_can_undo (a->bench));
  pal_workbench_undo_notice (a->bench);
  g_assert_cmpstr (pal_workbench_get_client (a->bench)->id, ==, KIT_RUNNER_ID);
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 3);
}

static void
test_deleted_visit_comes_back (void)
{
  g_autoptr (AppBench) a = app_bench_new (3);
  g_autofree char *draft = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  draft = g_strdup (pal_workbench_get_visit (a->bench)->id);
  g_assert_true (pal_workbench_delete_visit (a->bench, draft));
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 2);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, !=, draft);
  /* Ctrl+Z at once means the deletion, although another visit is shown. */
  pal_workbench_undo (a->bench);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, ==, draft);
}

static void
rename_runner (AppBench *a, const char *given)
{
  PalClient *client = pal_workbench_edit_client (a->bench);

  pal_visit_set_text (&client->given, given);
  pal_workbench_commit_client (a->bench, client, "Change name", NULL);
}

static void
test_scope_of_undo (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autofree char *given = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  given = g_strdup (pal_workbench_get_client (a->bench)->given);
  mark (a, "soleus", PAL_SIDE_RIGHT, 3);
  pal_workbench_set_undo_scope (a->bench, PAL_UNDO_SCOPE_CLIENT);
  g_assert_false (pal_workbench_get_can_undo (a->bench));
  rename_runner (a, "Renamed");
  pal_workbench_undo (a->bench);
  g_assert_cmpstr (pal_workbench_get_client (a->bench)->given, ==, given);
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 3);
  pal_workbench_set_undo_scope (a->bench, PAL_UNDO_SCOPE_VISIT);
  pal_workbench_undo (a->bench);
  g_assert_cmpint (get_severity (a, "soleus", PAL_SIDE_RIGHT), ==, 0);
}

static void
test_nameless_client_is_refused (void)
{
  g_autoptr (AppBench) a = app_bench_new (1);
  PalClient *client;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  client = pal_workbench_edit_client (a->bench);
  pal_visit_set_text (&client->given, " ");
  pal_visit_set_text (&client->family, "");
  g_assert_false (pal_workbench_commit_client (a->bench, client, "Change name", NULL));
  g_assert_nonnull (a->failure);
  g_assert_false (pal_workbench_get_can_undo (a->bench));
}

/* Words typed for one visit are handed in after another one was opened. */
static void
test_late_commit_goes_where_it_belongs (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autofree char *id = NULL;
  g_autofree char *added = NULL;
  PalVisit *late;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  late = pal_workbench_edit_visit (a->bench);
  id = g_strdup (late->id);
  pal_visit_set_text (&late->notes[PAL_NOTE_PLAN], "Late words");
  pal_workbench_add_visit (a->bench);
  added = g_strdup (pal_workbench_get_visit (a->bench)->id);
  g_assert_true (pal_workbench_commit_visit (a->bench, late, "Write plan", NULL));
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, ==, added);
  g_assert_cmpstr (pal_workbench_find_visit (a->bench, id)->notes[PAL_NOTE_PLAN], ==, "Late words");
  g_assert_null (pal_workbench_get_visit (a->bench)->notes[PAL_NOTE_PLAN]);
}

/* Another program wrote the visit meanwhile: nothing is lost, and what is there is shown. */
static void
test_changed_meanwhile (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalStore) other = NULL;
  g_autoptr (PalWorkbench) other_bench = NULL;
  PalVisit *visit;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  other = pal_store_open (pal_store_get_path (a->store), PAL_STORE_OPEN_DEFAULT, "Other", NULL);
  other_bench = pal_workbench_new (other, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_open_client (other_bench, KIT_RUNNER_ID);
  visit = pal_workbench_edit_visit (other_bench);
  pal_visit_put_mark (visit, kit_get_atlas (), pal_mark_new ("tfl", PAL_SIDE_RIGHT, "tight", 1));
  g_assert_true (pal_workbench_commit_visit (other_bench, visit, "Mark", NULL));

  g_assert_false (mark (a, "soleus", PAL_SIDE_RIGHT, 3));
  g_assert_nonnull (a->failure);
  g_assert_cmpint (get_severity (a, "tfl", PAL_SIDE_RIGHT), ==, 1);
  g_assert_true (mark (a, "soleus", PAL_SIDE_RIGHT, 3));
  g_assert_cmpint (get_stored_severity (a, "tfl", PAL_SIDE_RIGHT), ==, 1);
}

static void
flush_cb (AppBench *a)
{
  rename_runner (a, "Flushed");
}

static void
test_flush_before_undo (void)
{
  g_autoptr (AppBench) a = app_bench_new (1);
  g_autofree char *given = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  pal_workbench_set_undo_scope (a->bench, PAL_UNDO_SCOPE_CLIENT);
  given = g_strdup (pal_workbench_get_client (a->bench)->given);
  g_signal_connect_swapped (a->bench, "flush", G_CALLBACK (flush_cb), a);
  /* What is still in a field is what undo takes back. */
  pal_workbench_undo (a->bench);
  g_assert_cmpstr (pal_workbench_get_client (a->bench)->given, ==, given);
  g_signal_handlers_disconnect_by_data (a->bench, a);
}

static void
put_visit (AppBench *a, PalTime at, guint n_marks, const char *words)
{
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, at);
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i);
      PalMark *mark = pal_mark_new (region->id, region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE,
                                    "tight", 1 + (int) i % 3);

      mark->note = g_strdup (words);
      pal_visit_put_mark (visit, kit_get_atlas (), mark);
    }
  pal_visit_set_text (&visit->notes[PAL_NOTE_OBJECTIVE], words);
  change = pal_change_new_visit (NULL, visit, "test", NULL);
  pal_store_apply (a->store, change, &error);
  g_assert_no_error (error);
  pal_visit_unref (visit);
}

/* A clock that went wrong: visits before birth and far ahead stay where they say they were, and a
 * visit that is begun now is the one that opens. */
static void
test_odd_clocks (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  const PalTime before_birth = pal_time_now () - (PalTime) 100 * 365 * 86400;
  const PalTime far_ahead = pal_time_now () + (PalTime) 50 * 365 * 86400;
  const PalVisit *open;
  g_autofree char *id = NULL;

  put_visit (a, before_birth, 1, "early");
  put_visit (a, far_ahead, 1, "late");
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_cmpuint (pal_workbench_get_visits (a->bench)->len, ==, 4);
  g_assert_cmpint (pal_workbench_get_visit (a->bench)->at, ==, far_ahead);
  g_assert_true (pal_workbench_add_visit (a->bench));
  open = pal_workbench_get_visit (a->bench);
  id = g_strdup (open->id);
  g_assert_cmpint (open->at, <, far_ahead);
  g_assert_cmpint (pal_workbench_get_previous_visit (a->bench)->at, <, open->at);
  g_assert_true (pal_workbench_sign_visit (a->bench));
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->id, ==, id);
  g_assert_null (a->failure);
}

/* Sixty findings, in any script, as they were typed. */
static void
test_full_visit (void)
{
  static const char words[] =
      "Knie 🦵🏽 – الركبة תמיד 漢字 \u202eturned\u202c e\u0301";
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalVisit) stored = NULL;
  PalVisit *visit;

  put_visit (a, pal_time_now (), 60, words);
  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  g_assert_cmpuint (pal_workbench_get_visit (a->bench)->marks->len, ==, 60);
  visit = pal_workbench_edit_visit (a->bench);
  pal_visit_set_text (&visit->advice, words);
  g_assert_true (pal_workbench_commit_visit (a->bench, visit, "test", NULL));
  stored = pal_store_get_visit (a->store, pal_workbench_get_visit (a->bench)->id, NULL);
  g_assert_cmpstr (stored->advice, ==, words);
  g_assert_cmpstr (((PalMark *) stored->marks->pdata[59])->note, ==, words);
  g_assert_cmpstr (stored->notes[PAL_NOTE_OBJECTIVE], ==, words);
}

/* The program ended while somebody typed: a second one that opens the file takes the words up, as
 * one step that can be undone. Half a line of shorthand waits for its field. */
static void
test_recover_typed (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalStore) other = NULL;
  g_autoptr (PalWorkbench) later = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *visit = NULL;
  g_autofree char *plan = NULL;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  visit = g_strdup (pal_workbench_get_visit (a->bench)->id);
  plan = g_strdup (pal_workbench_get_visit (a->bench)->notes[PAL_NOTE_PLAN]);
  pal_workbench_keep_typed (a->bench, visit, "plan", "Easy week");
  pal_workbench_keep_typed (a->bench, visit, "subjective", "Stiff");
  pal_workbench_keep_typed (a->bench, visit, "quick-entry", "l it");

  other = pal_store_open (pal_store_get_path (a->store), PAL_STORE_OPEN_DEFAULT, "Ann", NULL);
  later = pal_workbench_new (other, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_recover_typed (later);
  pal_workbench_open_client (later, KIT_RUNNER_ID);
  g_assert_cmpstr (pal_workbench_get_visit (later)->id, ==, visit);
  g_assert_cmpstr (pal_workbench_get_visit (later)->notes[PAL_NOTE_PLAN], ==, "Easy week");
  g_assert_cmpstr (pal_workbench_get_visit (later)->notes[PAL_NOTE_SUBJECTIVE], ==, "Stiff");
  g_assert_cmpstr (pal_workbench_peek_typed (later, "quick-entry"), ==, "l it");
  g_assert_null (pal_workbench_peek_typed (later, "plan"));
  left = pal_store_list_typed (other, NULL);
  g_assert_cmpuint (left->len, ==, 1);

  pal_workbench_undo (later);
  g_assert_cmpstr (pal_workbench_get_visit (later)->notes[PAL_NOTE_PLAN], ==, plan);
  g_assert_false (pal_workbench_get_can_undo (later));
}

/* Another program wrote the visit while somebody typed: both are there. */
static void
test_typed_meanwhile (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalStore) other = NULL;
  g_autoptr (PalWorkbench) other_bench = NULL;
  g_autofree char *id = NULL;
  PalVisit *visit;

  pal_workbench_open_client (a->bench, KIT_RUNNER_ID);
  id = g_strdup (pal_workbench_get_visit (a->bench)->id);
  other = pal_store_open (pal_store_get_path (a->store), PAL_STORE_OPEN_DEFAULT, "Other", NULL);
  other_bench = pal_workbench_new (other, kit_get_atlas (), kit_get_vocabulary ());
  pal_workbench_open_client (other_bench, KIT_RUNNER_ID);
  visit = pal_workbench_edit_visit (other_bench);
  pal_visit_put_mark (visit, kit_get_atlas (), pal_mark_new ("tfl", PAL_SIDE_RIGHT, "tight", 1));
  g_assert_true (pal_workbench_commit_visit (other_bench, visit, "Mark", NULL));

  pal_workbench_keep_typed (a->bench, id, "plan", "Easy week");
  g_assert_true (pal_workbench_commit_typed (a->bench, id, "plan", "Easy week", "Edit plan"));
  g_assert_cmpint (get_stored_severity (a, "tfl", PAL_SIDE_RIGHT), ==, 1);
  g_assert_cmpstr (pal_workbench_get_visit (a->bench)->notes[PAL_NOTE_PLAN], ==, "Easy week");
}

static const PalTerm *
find_by_name (PalVocabulary *words, PalTermList list, const char *name)
{
  for (guint i = 0; i < pal_vocabulary_get_n (words, list); i++)
    {
      if (g_str_equal (pal_term_get_name (pal_vocabulary_get (words, list, i)), name))
        return pal_vocabulary_get (words, list, i);
    }
  return NULL;
}

/* A new name is a new word: what an old record holds keeps its name, and is offered no more. */
static void
test_rename_keeps_old_records (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalVocabulary) words = pal_vocabulary_new (NULL);
  g_autoptr (PalVocabulary) later = pal_vocabulary_new (NULL);
  g_autoptr (PalWorkbench) bench = pal_workbench_new (a->store, kit_get_atlas (), words);
  const PalTerm *old = pal_vocabulary_find (words, PAL_TERMS_TECHNIQUE, "stripping");
  const PalTerm *new;
  g_autoptr (GPtrArray) offered = NULL;

  g_assert_true (
      pal_workbench_rename_term (bench, PAL_TERMS_TECHNIQUE, "stripping", " Slow strips "));
  new = find_by_name (words, PAL_TERMS_TECHNIQUE, "Slow strips");
  g_assert_nonnull (new);
  g_assert_cmpstr (pal_term_get_name (old), ==, "Stripping");
  offered = pal_vocabulary_list_offered (words, PAL_TERMS_TECHNIQUE);
  g_assert_false (g_ptr_array_find (offered, old, NULL));
  g_assert_true (g_ptr_array_find (offered, new, NULL));

  /* The next start finds the same. */
  g_assert_true (pal_store_load_terms (a->store, later, NULL));
  g_assert_true (pal_vocabulary_find (later, PAL_TERMS_TECHNIQUE, "stripping")->retired);
  g_assert_cmpstr (pal_term_get_name (pal_vocabulary_find (later, PAL_TERMS_TECHNIQUE, new->id)),
                   ==, "Slow strips");
}

/* Who types "strip" goes on typing it, today, after the next start, and after a second new name. */
static void
test_rename_keeps_codes (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalVocabulary) words = pal_vocabulary_new (NULL);
  g_autoptr (PalVocabulary) later = pal_vocabulary_new (NULL);
  g_autoptr (PalWorkbench) bench = pal_workbench_new (a->store, kit_get_atlas (), words);
  const PalTerm *old = pal_vocabulary_find (words, PAL_TERMS_TECHNIQUE, "stripping");
  g_autofree char *code = g_strdup (old->codes[0]);
  const PalTerm *new;

  g_assert_true (
      pal_workbench_rename_term (bench, PAL_TERMS_TECHNIQUE, "stripping", "Slow strips"));
  new = find_by_name (words, PAL_TERMS_TECHNIQUE, "Slow strips");
  g_assert_true (pal_vocabulary_find_code (words, PAL_TERMS_TECHNIQUE, code) == new);
  g_assert_true (pal_workbench_rename_term (bench, PAL_TERMS_TECHNIQUE, new->id, "Long strips"));
  new = find_by_name (words, PAL_TERMS_TECHNIQUE, "Long strips");
  g_assert_true (pal_vocabulary_find_code (words, PAL_TERMS_TECHNIQUE, code) == new);
  g_assert_true (pal_store_load_terms (a->store, later, NULL));
  g_assert_cmpstr (pal_vocabulary_find_code (later, PAL_TERMS_TECHNIQUE, code)->id, ==, new->id);
}

static void
test_terms_refused (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalVocabulary) words = pal_vocabulary_new (NULL);
  g_autoptr (PalWorkbench) bench = pal_workbench_new (a->store, kit_get_atlas (), words);
  const guint n = pal_vocabulary_get_n (words, PAL_TERMS_KIND);

  g_assert_false (pal_workbench_add_term (bench, PAL_TERMS_KIND, "  ", TRUE));
  g_assert_false (pal_workbench_add_term (bench, PAL_TERMS_KIND, "tight", TRUE));
  g_assert_cmpuint (pal_vocabulary_get_n (words, PAL_TERMS_KIND), ==, n);
  g_assert_true (pal_workbench_add_term (bench, PAL_TERMS_KIND, "Ropey", TRUE));
  g_assert_true (find_by_name (words, PAL_TERMS_KIND, "Ropey")->has_severity);
}

static void
test_own_snippets (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (PalWorkbench) later = NULL;
  g_autoptr (GError) error = NULL;
  guint n_chars;

  g_assert_true (pal_workbench_set_own_snippets (a->bench, "qs Quads short.", &error));
  g_assert_false (pal_workbench_set_own_snippets (a->bench, "qs", &error));
  g_assert_nonnull (error);
  later = pal_workbench_new (a->store, kit_get_atlas (), kit_get_vocabulary ());
  g_assert_cmpstr (pal_snippets_expand (pal_workbench_get_snippets (later), ";qs", &n_chars), ==,
                   "Quads short.");
}

/* What comes in with a file is there at the next semicolon, not at the next start. */
static void
test_imported_snippets (void)
{
  g_autoptr (AppBench) a = app_bench_new (2);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (PalPracticeSettings) settings = pal_practice_settings_new ();
  PalSnippets *snippets = pal_workbench_get_snippets (a->bench);
  guint n_chars;

  g_assert_null (pal_snippets_find (snippets, "zz9"));
  pal_practice_settings_put (settings, PAL_SETTING_SNIPPETS, "zz9 From a file.");
  g_assert_true (pal_store_take_practice (a->store, files, NULL, settings, NULL));
  g_assert_cmpstr (pal_snippets_expand (snippets, ";zz9", &n_chars), ==, "From a file.");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/app/workbench/nothing-open", test_nothing_open);
  g_test_add_func ("/app/workbench/opens-newest-visit", test_opens_newest);
  g_test_add_func ("/app/workbench/edit-is-stored", test_edit_is_stored);
  g_test_add_func ("/app/workbench/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/app/workbench/unchanged-leaves-no-trace", test_unchanged_leaves_no_trace);
  g_test_add_func ("/app/workbench/undo-is-notified", test_undo_is_notified);
  g_test_add_func ("/app/workbench/undo-by-visit", test_stack_by_visit);
  g_test_add_func ("/app/workbench/undo-of-new-visit", test_undo_of_a_new_visit);
  g_test_add_func ("/app/workbench/signed-is-locked", test_signed_is_locked);
  g_test_add_func ("/app/workbench/deleted-client-comes-back", test_deleted_client_comes_back);
  g_test_add_func ("/app/workbench/deleted-visit-comes-back", test_deleted_visit_comes_back);
  g_test_add_func ("/app/workbench/scope-of-undo", test_scope_of_undo);
  g_test_add_func ("/app/workbench/nameless-client-is-refused", test_nameless_client_is_refused);
  g_test_add_func ("/app/workbench/late-commit", test_late_commit_goes_where_it_belongs);
  g_test_add_func ("/app/workbench/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/app/workbench/flush-before-undo", test_flush_before_undo);
  g_test_add_func ("/app/workbench/recover-typed", test_recover_typed);
  g_test_add_func ("/app/workbench/typed-meanwhile", test_typed_meanwhile);
  g_test_add_func ("/app/workbench/rename-keeps-old-records", test_rename_keeps_old_records);
  g_test_add_func ("/app/workbench/rename-keeps-codes", test_rename_keeps_codes);
  g_test_add_func ("/app/workbench/terms-refused", test_terms_refused);
  g_test_add_func ("/app/workbench/odd-clocks", test_odd_clocks);
  g_test_add_func ("/app/workbench/full-visit", test_full_visit);
  g_test_add_func ("/app/workbench/own-snippets", test_own_snippets);
  g_test_add_func ("/app/workbench/imported-snippets", test_imported_snippets);
  return g_test_run ();
}
