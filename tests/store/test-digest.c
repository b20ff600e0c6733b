/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a visit in short never say anything else than the marks, whoever wrote them. */

#include "config.h"

#include "store-kit.h"
#include "tests/kit/kit-start.h"

static gboolean
add_history (const PalHistory *history, gpointer data, GError **error)
{
  GString *text = data;

  for (guint i = 0; i < history->marks->len; i++)
    {
      const PalMarkNumbers *mark = &g_array_index (history->marks, PalMarkNumbers, i);

      g_string_append_printf (text, "%u %u %u %u %u %d %d %u\n", mark->visit, mark->region,
                              mark->kind, mark->side, mark->source, mark->before, mark->after,
                              mark->carried);
    }
  return TRUE;
}

static char *
read_all (PalStore *store)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  pal_store_foreach_history (store, kit_get_atlas (), kit_get_vocabulary (), add_history, text,
                             &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* What the digests tell is what the rows tell. Puts the digests back. */
static void
assert_true_digests (PalStore *store)
{
  g_autofree char *from_digests = read_all (store);
  g_autofree char *from_rows = NULL;

  g_assert_cmpint (store_kit_count (store, "select count (*) from mark_digests"), ==,
                   store_kit_count (store, "select count (*) from visits"));
  store_kit_run (store, "begin; delete from mark_digests");
  from_rows = read_all (store);
  store_kit_run (store, "rollback");
  g_assert_cmpstr (from_digests, ==, from_rows);
}

/* A change that takes the first mark's severity up, adds a mark and drops the last one. */
static PalChange *
change_marks (PalStore *store, const char *visit_id)
{
  g_autoptr (PalVisit) before = pal_store_get_visit (store, visit_id, NULL);
  g_autoptr (PalVisit) after = pal_visit_copy (before);
  PalMark *first = after->marks->pdata[0];
  PalMark *added = pal_mark_copy (first);

  g_ptr_array_remove_index (after->marks, after->marks->len - 1);
  first->before = first->before % 3 + 1;
  first->after = PAL_UNSET;
  g_free (added->region);
  added->region = g_strdup ("masseter");
  added->side = PAL_SIDE_RIGHT;
  added->source = PAL_SOURCE_CLIENT;
  g_ptr_array_add (after->marks, added);
  return pal_change_new_visit (before, after, "x", NULL);
}

static void
test_follows_edits (void)
{
  g_auto (Practice) practice = { NULL };
  /* The last one is a draft. */
  g_autofree char *id = kit_visit_id_new (4);
  g_autofree char *before = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *again = NULL;
  g_autoptr (PalChange) change = NULL;

  practice_open_with (&practice, 5);
  assert_true_digests (practice.store);
  before = read_all (practice.store);

  change = change_marks (practice.store, id);
  store_kit_apply (practice.store, change);
  assert_true_digests (practice.store);
  edited = read_all (practice.store);
  g_assert_cmpstr (edited, !=, before);

  store_kit_revert (practice.store, change);
  assert_true_digests (practice.store);
  again = read_all (practice.store);
  g_assert_cmpstr (again, ==, before);
}

/* A visit that goes takes its digest along, and one that is empty has one. */
static void
test_follows_visits (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) visit = NULL;
  g_autoptr (PalChange) removal = NULL;

  practice_open_with (&practice, 3);
  visit = store_kit_add_visit (practice.store, KIT_RUNNER_ID, 1800000000);
  assert_true_digests (practice.store);
  removal = pal_change_new_visit (visit, NULL, "x", NULL);
  store_kit_apply (practice.store, removal);
  assert_true_digests (practice.store);
}

/* Another program knows nothing of digests; the marks it wrote count all the same. */
static void
test_foreign_hands (void)
{
  static const char *const statements[] = {
    "update marks set severity_before = 4 - severity_before where position = 0 and "
    "severity_before <> 2",
    "delete from marks where visit = 2 and position > 0",
    "insert into marks (visit, position, region, side, kind, severity_before, source, carried, "
    "concern) select key, 900, 'soleus', 1, 'tight', 3, 0, 0, 0 from visits where key < 3",
  };
  g_auto (Practice) practice = { NULL };

  practice_open_with (&practice, 4);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *before = read_all (practice.store);
      g_autofree char *after = NULL;
      g_autofree char *from_rows = NULL;

      store_kit_run_raw (practice.path, statements[i]);
      after = read_all (practice.store);
      g_assert_cmpstr (after, !=, before);
      store_kit_run (practice.store, "delete from mark_digests");
      from_rows = read_all (practice.store);
      g_assert_cmpstr (after, ==, from_rows);
    }
}

/* The one damage that shows: a number no word has. It is said, and nothing is made up. */
static void
test_damage_is_told (void)
{
  static const char *const blobs[] = { "x'ffff00000107'", "x'0000ffff0107'", "x'000001000307'" };

  for (guint i = 0; i < G_N_ELEMENTS (blobs); i++)
    {
      g_auto (Practice) practice = { NULL };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *sql =
          g_strdup_printf ("update mark_digests set numbers = %s where visit = 2", blobs[i]);

      practice_open_with (&practice, 3);
      store_kit_run (practice.store, sql);
      g_assert_false (pal_store_foreach_history (practice.store, kit_get_atlas (),
                                                 kit_get_vocabulary (), add_history, text, &error));
      g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_CORRUPT);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/digest/follows-edits", test_follows_edits);
  g_test_add_func ("/store/digest/follows-visits", test_follows_visits);
  g_test_add_func ("/store/digest/foreign-hands", test_foreign_hands);
  g_test_add_func ("/store/digest/damage-is-told", test_damage_is_told);
  return g_test_run ();
}
