/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The undo stack: steps, merging, what it tells its watchers, and a long walk beside a naive twin.
 */

#include "config.h"

#include "store-kit.h"
#include "tests/kit/kit-start.h"

static gint64 now_us;

static gint64
get_now (void)
{
  return now_us;
}

typedef struct
{
  Practice practice;
  PalUndoStack *stack;
  char *visit_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  practice_open_with (&fixture->practice, 2);
  fixture->stack = pal_undo_stack_new (fixture->practice.store);
  fixture->visit_id = kit_visit_id_new (1);
  now_us = 1000 * G_USEC_PER_SEC;
  pal_undo_stack_set_clock (fixture->stack, get_now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->stack);
  g_free (fixture->visit_id);
  practice_clear (&fixture->practice);
}

static void
type_plan (Fixture *fixture, const char *plan, const char *merge_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) before =
      pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL);
  g_autoptr (PalVisit) after = pal_visit_copy (before);
  g_autofree char *description = g_strconcat ("Type ", plan, NULL);
  g_autoptr (PalChange) change = NULL;

  pal_visit_set_text (&after->notes[PAL_NOTE_PLAN], plan);
  change = pal_change_new_visit (before, after, description, merge_key);
  pal_undo_stack_do (fixture->stack, change, &error);
  g_assert_no_error (error);
}

static void
assert_plan (Fixture *fixture, const char *plan)
{
  g_autofree char *stored = store_kit_get_plan (fixture->practice.store, fixture->visit_id);

  g_assert_cmpstr (stored, ==, plan);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  pal_undo_stack_undo (fixture->stack, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  pal_undo_stack_redo (fixture->stack, &error);
  g_assert_no_error (error);
}

#define FIRST_PLAN "Roll the outer thigh, easy days easy."

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (pal_undo_stack_get_can_undo (fixture->stack));
  g_assert_null (pal_undo_stack_get_undo_description (fixture->stack));
  type_plan (fixture, "a", NULL);
  type_plan (fixture, "b", NULL);
  g_assert_cmpstr (pal_undo_stack_get_undo_description (fixture->stack), ==, "Type b");
  undo (fixture);
  assert_plan (fixture, "a");
  g_assert_cmpstr (pal_undo_stack_get_redo_description (fixture->stack), ==, "Type b");
  undo (fixture);
  assert_plan (fixture, FIRST_PLAN);
  g_assert_false (pal_undo_stack_get_can_undo (fixture->stack));
  redo (fixture);
  assert_plan (fixture, "a");
  type_plan (fixture, "c", NULL);
  g_assert_false (pal_undo_stack_get_can_redo (fixture->stack));
  undo (fixture);
  undo (fixture);
  assert_plan (fixture, FIRST_PLAN);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  type_plan (fixture, "w", "plan");
  now_us += 1900000;
  type_plan (fixture, "wo", "plan");
  now_us += 1900000;
  type_plan (fixture, "word", "plan");
  g_assert_cmpstr (pal_undo_stack_get_undo_description (fixture->stack), ==, "Type word");
  undo (fixture);
  assert_plan (fixture, FIRST_PLAN);
  redo (fixture);
  assert_plan (fixture, "word");
  undo (fixture);
  assert_plan (fixture, FIRST_PLAN);
}

/* One step for a number however long somebody looks for the next digit; the key of another visit to
 * the field begins another one. */
static void
test_lasting (Fixture *fixture, gconstpointer data)
{
  type_plan (fixture, "1", PAL_MERGE_LASTING "weeks 1");
  now_us += 60 * G_USEC_PER_SEC;
  type_plan (fixture, "12", PAL_MERGE_LASTING "weeks 1");
  type_plan (fixture, "9", PAL_MERGE_LASTING "weeks 2");
  undo (fixture);
  assert_plan (fixture, "12");
  undo (fixture);
  assert_plan (fixture, FIRST_PLAN);
}

/* A pause, another field, a seal and an undo each begin a new step. */
static void
test_no_merge (Fixture *fixture, gconstpointer data)
{
  type_plan (fixture, "a", "plan");
  now_us += 2100000;
  type_plan (fixture, "b", "plan");
  type_plan (fixture, "c", "advice");
  pal_undo_stack_seal (fixture->stack);
  type_plan (fixture, "d", "advice");
  undo (fixture);
  assert_plan (fixture, "c");
  undo (fixture);
  assert_plan (fixture, "b");
  undo (fixture);
  assert_plan (fixture, "a");
  type_plan (fixture, "e", "plan");
  undo (fixture);
  assert_plan (fixture, "a");
}

static void
test_nothing_is_no_step (Fixture *fixture, gconstpointer data)
{
  type_plan (fixture, FIRST_PLAN, NULL);
  g_assert_false (pal_undo_stack_get_can_undo (fixture->stack));
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  ++*count;
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  guint n_can_undo = 0;
  guint n_description = 0;
  g_autofree char *description = NULL;
  gboolean can_redo = FALSE;

  g_signal_connect (fixture->stack, "notify::can-undo", G_CALLBACK (count_notify_cb), &n_can_undo);
  g_signal_connect (fixture->stack, "notify::redo-description", G_CALLBACK (count_notify_cb),
                    &n_description);
  type_plan (fixture, "a", NULL);
  g_assert_cmpuint (n_can_undo, ==, 1);
  undo (fixture);
  g_assert_cmpuint (n_description, ==, 2);
  g_object_get (fixture->stack, "can-redo", &can_redo, "redo-description", &description, NULL);
  g_assert_true (can_redo);
  g_assert_cmpstr (description, ==, "Type a");
}

/* A refused step leaves the stack as it was. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PalStore) other =
      pal_store_open (fixture->practice.path, PAL_STORE_OPEN_DEFAULT, "palpatectl", NULL);
  g_autoptr (PalVisit) theirs = NULL;
  g_autoptr (PalChange) change = NULL;
  GError *error = NULL;
  gboolean done;

  type_plan (fixture, "a", NULL);
  theirs = pal_store_get_visit (other, fixture->visit_id, NULL);
  change = store_kit_edit (theirs, "theirs");
  g_assert_true (pal_store_apply (other, change, NULL));
  done = pal_undo_stack_undo (fixture->stack, &error);
  kit_assert_refused (done, error, PAL_STORE_ERROR, PAL_STORE_ERROR_CHANGED_MEANWHILE,
                      "Another program");
  assert_plan (fixture, "theirs");
  g_assert_true (pal_undo_stack_get_can_undo (fixture->stack));
  g_assert_false (pal_undo_stack_get_can_redo (fixture->stack));
}

/* An amendment stays, so there is nothing to undo before it. */
static void
test_amendment_ends_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PalVisit) draft =
      pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL);
  g_autoptr (PalVisit) done = pal_visit_copy (draft);
  g_autoptr (PalVisit) stored = NULL;
  g_autoptr (PalVisit) amended = NULL;
  g_autoptr (PalChange) signing = NULL;
  g_autoptr (PalChange) amending = NULL;
  PalAmendment *amendment = g_new0 (PalAmendment, 1);

  done->is_signed = TRUE;
  signing = pal_change_new_visit (draft, done, "Sign visit", NULL);
  g_assert_true (pal_undo_stack_do (fixture->stack, signing, NULL));
  stored = pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL);
  amended = pal_visit_copy (stored);
  amendment->at = stored->at;
  g_ptr_array_add (amended->amendments, amendment);
  amending = pal_change_new_visit (stored, amended, "Amend visit", NULL);
  g_assert_true (pal_undo_stack_get_can_undo (fixture->stack));
  g_assert_true (pal_undo_stack_do (fixture->stack, amending, NULL));
  g_assert_false (pal_undo_stack_get_can_undo (fixture->stack));
}

/* Random walk --------------------------------------------------------------------------------- */

static void
edit_at_random (PalVisit *visit, GRand *rand)
{
  static const char *const regions[] = { "itb-mid", "soleus", "lateral-knee",
                                         "quadratus-lumborum" };
  const char *region = regions[g_rand_int_range (rand, 0, G_N_ELEMENTS (regions))];
  PalSide side = g_rand_boolean (rand) ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
  g_autofree char *text = g_strdup_printf ("%u", g_rand_int (rand));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
    case 1:
      kit_mark (visit, region, side, "tight", g_rand_int_range (rand, 1, 4));
      break;
    case 2:
      if (visit->marks->len > 0)
        g_ptr_array_remove_index (visit->marks,
                                  (guint) g_rand_int_range (rand, 0, (int) visit->marks->len));
      break;
    default:
      pal_visit_set_text (&visit->advice, text);
    }
}

/* The twin is a list of states and a place in it. */
static void
do_at_random (Fixture *fixture, GRand *rand, GPtrArray *states, guint *place)
{
  g_autoptr (PalVisit) before =
      pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL);
  g_autoptr (PalVisit) after = pal_visit_copy (before);
  g_autoptr (PalChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const char *key = g_rand_int_range (rand, 0, 3) == 0 ? "brush" : NULL;

  edit_at_random (after, rand);
  if (pal_visit_equal (before, after))
    return;
  /* The clock moves beyond the pause each time, so nothing merges. */
  now_us += 5 * G_USEC_PER_SEC;
  change = pal_change_new_visit (before, after, "Edit", key);
  pal_undo_stack_do (fixture->stack, change, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (states, (int) *place + 1);
  g_ptr_array_add (states, pal_visit_ref (after));
  ++*place;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  g_autoptr (GError) error = NULL;
  guint place = 0;

  g_ptr_array_add (states, pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL));
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (PalVisit) stored = NULL;
      int dice = g_rand_int_range (rand, 0, 6);

      if (dice < 2 && place > 0)
        {
          undo (fixture);
          place--;
        }
      else if (dice == 2 && place + 1 < states->len)
        {
          redo (fixture);
          place++;
        }
      else
        do_at_random (fixture, rand, states, &place);
      stored = pal_store_get_visit (fixture->practice.store, fixture->visit_id, NULL);
      g_assert_true (pal_visit_equal (stored, states->pdata[place]));
      g_assert_true (pal_undo_stack_get_can_undo (fixture->stack) == (place > 0));
      g_assert_true (pal_undo_stack_get_can_redo (fixture->stack) == (place + 1 < states->len));
    }
  pal_store_check (fixture->practice.store, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/undo/steps", test_steps);
  ADD ("/store/undo/merge", test_merge);
  ADD ("/store/undo/lasting", test_lasting);
  ADD ("/store/undo/no-merge", test_no_merge);
  ADD ("/store/undo/nothing-is-no-step", test_nothing_is_no_step);
  ADD ("/store/undo/properties", test_properties);
  ADD ("/store/undo/refused", test_refused);
  ADD ("/store/undo/amendment-ends-undo", test_amendment_ends_undo);
  ADD ("/store/undo/walk", test_walk);
  return g_test_run ();
}
