/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is stored comes back: every field, in order, after closing the file. */

#include "config.h"

#include "store-kit.h"
#include "tests/kit/kit-start.h"

static void
take_one (PalStore *store, PalClient *client, PalVisit *visit)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  PalClientFile *file = pal_client_file_new (client);
  g_autoptr (GError) error = NULL;

  if (visit != NULL)
    g_ptr_array_add (file->visits, pal_visit_ref (visit));
  g_ptr_array_add (files, file);
  pal_store_take_all (store, files, NULL, &error);
  g_assert_no_error (error);
}

static void
test_samples_are_valid (void)
{
  g_autoptr (PalClient) client = store_kit_full_client_new ();
  g_autoptr (PalVisit) visit = store_kit_full_visit_new (client->id);
  g_autoptr (GError) error = NULL;

  pal_client_validate (client, kit_get_atlas (), kit_get_vocabulary (), &error);
  g_assert_no_error (error);
  pal_visit_validate (visit, kit_get_atlas (), kit_get_vocabulary (), &error);
  g_assert_no_error (error);
}

static void
test_every_field (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = store_kit_full_client_new ();
  g_autoptr (PalVisit) visit = store_kit_full_visit_new (client->id);
  g_autoptr (PalClient) read_client = NULL;
  g_autoptr (PalVisit) read_visit = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  practice_open (&practice);
  take_one (practice.store, client, visit);
  practice_reopen (&practice);

  read_client = pal_store_get_client (practice.store, client->id, NULL);
  g_assert_true (pal_client_equal (read_client, client));
  read_visit = pal_store_get_visit (practice.store, visit->id, NULL);
  g_assert_true (pal_visit_equal (read_visit, visit));
  g_assert_cmpuint (read_visit->revision, ==, 1);
  visits = pal_store_list_visits (practice.store, client->id, NULL);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_true (pal_visit_equal (visits->pdata[0], visit));
}

static void
test_nothing_set (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = pal_client_new (NULL, "Solo");
  g_autoptr (PalVisit) visit = pal_visit_new (client->id, 0);
  g_autoptr (PalClient) read_client = NULL;
  g_autoptr (PalVisit) read_visit = NULL;

  practice_open (&practice);
  take_one (practice.store, client, visit);

  read_client = pal_store_get_client (practice.store, client->id, NULL);
  g_assert_true (pal_client_equal (read_client, client));
  g_assert_null (read_client->given);
  read_visit = pal_store_get_visit (practice.store, visit->id, NULL);
  g_assert_true (pal_visit_equal (read_visit, visit));
  g_assert_cmpint (read_visit->state.stress, ==, PAL_UNSET);
}

/* Nothing examined, everything examined and an empty list of techniques are three things. */
static void
test_empty_is_not_absent (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = pal_client_new ("Ana", NULL);
  g_autoptr (PalVisit) visit = pal_visit_new (client->id, 0);
  g_autoptr (PalVisit) all = pal_visit_new (client->id, 1);
  PalMark *mark = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 1);
  g_autoptr (PalChange) change = NULL;
  g_autoptr (PalVisit) read = NULL;
  g_autoptr (PalVisit) read_all = NULL;

  practice_open (&practice);
  mark->techniques = g_new0 (char *, 1);
  mark->note = g_strdup ("");
  g_ptr_array_add (visit->marks, mark);
  take_one (practice.store, client, visit);
  g_clear_pointer (&all->examined, g_strfreev);
  change = pal_change_new_visit (NULL, all, "New visit", NULL);
  g_assert_true (pal_store_apply (practice.store, change, NULL));

  read = pal_store_get_visit (practice.store, visit->id, NULL);
  g_assert_true (pal_visit_equal (read, visit));
  g_assert_nonnull (read->examined);
  g_assert_null (read->examined[0]);
  g_assert_nonnull (((PalMark *) read->marks->pdata[0])->techniques);
  read_all = pal_store_get_visit (practice.store, all->id, NULL);
  g_assert_null (read_all->examined);
}

static void
test_order_of_visits (void)
{
  g_auto (Practice) practice = { NULL };
  const PalTime moments[] = { 300, 100, 300, 200, 100 };
  const guint expected[] = { 1, 4, 3, 0, 2 };
  PalVisit *added[G_N_ELEMENTS (moments)];
  g_autoptr (PalClient) client = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (PalVisit) last = NULL;

  practice_open (&practice);
  client = store_kit_add_client (practice.store, "Ana");
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    added[i] = store_kit_add_visit (practice.store, client->id, moments[i]);

  visits = pal_store_list_visits (practice.store, client->id, NULL);
  g_assert_cmpuint (visits->len, ==, G_N_ELEMENTS (moments));
  for (guint i = 0; i < visits->len; i++)
    g_assert_cmpstr (((PalVisit *) visits->pdata[i])->id, ==, added[expected[i]]->id);
  last = pal_store_get_last_visit (practice.store, client->id, NULL);
  g_assert_cmpstr (last->id, ==, added[2]->id);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    pal_visit_unref (added[i]);
}

/* The parts of many visits are read in one go: each must land at its own visit. */
static void
test_history_is_what_was_taken (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClientFile) file = kit_runner_new (40);
  g_autoptr (PalClient) other = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  practice_open_with (&practice, 40);
  other = store_kit_add_client (practice.store, "Somebody else");
  visits = pal_store_list_visits (practice.store, KIT_RUNNER_ID, NULL);

  g_assert_cmpuint (visits->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      const PalVisit *taken = file->visits->pdata[i];
      g_autoptr (PalVisit) alone = pal_store_get_visit (practice.store, taken->id, NULL);

      g_assert_true (pal_visit_equal (visits->pdata[i], taken));
      g_assert_true (pal_visit_equal (alone, taken));
    }
}

static void
test_rows_of_the_list (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) other = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  PalClientRow *row;

  practice_open_with (&practice, 5);
  other = store_kit_add_client (practice.store, "Zed");
  rows = pal_store_list_clients (practice.store, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (pal_store_count_clients (practice.store, NULL), ==, 2);
  row = rows->pdata[0];
  g_assert_cmpstr (row->id, ==, KIT_RUNNER_ID);
  g_assert_cmpstr (row->family, ==, "Kovač");
  g_assert_cmpstr (row->squad, ==, "Harriers");
  g_assert_cmpint (row->born, ==, pal_date_new (1990, 2, 28));
  g_assert_cmpuint (row->n_visits, ==, 5);
  g_assert_cmpuint (row->n_unsigned, ==, 1);
  /* 2025-09-01 at 9:00 and four fortnights. */
  g_assert_cmpint (row->last_visit_at, ==, 1756717200 + 4 * 14 * 86400);
  g_assert_cmpint (row->next_weeks, ==, 2);
  g_assert_cmpuint (row->n_alerts, ==, 1);
  row = rows->pdata[1];
  g_assert_cmpstr (row->id, ==, other->id);
  g_assert_cmpuint (row->n_visits, ==, 0);
  g_assert_cmpint (row->last_visit_at, ==, PAL_NO_TIME);
  g_assert_cmpint (row->next_weeks, ==, PAL_UNSET);

  row = pal_store_get_client_row (practice.store, KIT_RUNNER_ID, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (row->n_visits, ==, 5);
  pal_client_row_free (row);
}

static void
test_unsigned (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalVisit) late = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *draft = kit_visit_id_new (2);

  practice_open_with (&practice, 3);
  late = store_kit_add_visit (practice.store, KIT_RUNNER_ID, 100);
  drafts = pal_store_list_unsigned (practice.store, NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_cmpstr (((PalVisit *) drafts->pdata[0])->id, ==, late->id);
  g_assert_cmpstr (((PalVisit *) drafts->pdata[1])->id, ==, draft);
  g_assert_cmpuint (((PalVisit *) drafts->pdata[1])->marks->len, >, 0);
}

static void
assert_not_found (gpointer result, GError *error)
{
  kit_assert_refused (result != NULL, error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND,
                      "There is no");
}

static void
test_not_found (void)
{
  g_auto (Practice) practice = { NULL };
  GError *error = NULL;
  gpointer result;

  practice_open (&practice);
  result = pal_store_get_client (practice.store, "nobody", &error);
  assert_not_found (result, g_steal_pointer (&error));
  result = pal_store_get_client_row (practice.store, "nobody", &error);
  assert_not_found (result, g_steal_pointer (&error));
  result = pal_store_list_visits (practice.store, "nobody", &error);
  assert_not_found (result, g_steal_pointer (&error));
  result = pal_store_get_visit (practice.store, "none", &error);
  assert_not_found (result, g_steal_pointer (&error));
}

static void
test_no_last_visit (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (PalClient) client = NULL;
  g_autoptr (GError) error = NULL;

  practice_open (&practice);
  client = store_kit_add_client (practice.store, "Ana");
  g_assert_null (pal_store_get_last_visit (practice.store, client->id, &error));
  g_assert_no_error (error);
}

static void
test_settings (void)
{
  g_auto (Practice) practice = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  practice_open (&practice);
  g_assert_null (pal_store_get_setting (practice.store, "practice-name"));
  g_assert_true (pal_store_set_setting (practice.store, "practice-name", "A", NULL));
  g_assert_true (pal_store_set_setting (practice.store, "practice-name", "Läufer & Co", NULL));
  practice_reopen (&practice);
  first = pal_store_get_setting (practice.store, "practice-name");
  g_assert_cmpstr (first, ==, "Läufer & Co");
  g_assert_true (pal_store_set_setting (practice.store, "practice-name", NULL, NULL));
  second = pal_store_get_setting (practice.store, "practice-name");
  g_assert_null (second);
}

static void
test_terms (void)
{
  g_auto (Practice) practice = { NULL };
  PalOwnTerm cupping = {
    PAL_TERMS_TECHNIQUE, (char *) "own-cups", (char *) "Cups", FALSE, FALSE, NULL
  };
  PalOwnTerm burn = { PAL_TERMS_KIND, (char *) "own-burn", (char *) "Burning", TRUE,
                      TRUE,           (char *) "pain" };
  g_autoptr (GPtrArray) terms = NULL;
  const PalOwnTerm *term;

  practice_open (&practice);
  g_assert_true (pal_store_put_term (practice.store, &cupping, NULL));
  g_assert_true (pal_store_put_term (practice.store, &burn, NULL));
  cupping.name = (char *) "Cupping";
  g_assert_true (pal_store_put_term (practice.store, &cupping, NULL));

  terms = pal_store_list_terms (practice.store, NULL);
  g_assert_cmpuint (terms->len, ==, 2);
  term = terms->pdata[0];
  g_assert_cmpstr (term->id, ==, "own-burn");
  g_assert_true (term->has_severity);
  g_assert_true (term->retired);
  g_assert_cmpstr (term->replaces, ==, "pain");
  term = terms->pdata[1];
  g_assert_null (term->replaces);
  g_assert_cmpint (term->list, ==, PAL_TERMS_TECHNIQUE);
  g_assert_cmpstr (term->name, ==, "Cupping");
}

static gboolean
note_client_cb (const PalClientFile *file, gpointer data, GError **error)
{
  g_string_append_printf (data, "%s %u;", file->client->given, file->visits->len);
  return TRUE;
}

static gboolean
stop_cb (const PalClientFile *file, gpointer data, GError **error)
{
  ++*(guint *) data;
  g_set_error_literal (error, PAL_STORE_ERROR, PAL_STORE_ERROR_IO, "enough");
  return FALSE;
}

static void
test_foreach (void)
{
  g_auto (Practice) practice = { NULL };
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (PalClient) zed = NULL;
  g_autoptr (PalClient) abe = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  practice_open_with (&practice, 3);
  zed = store_kit_add_client (practice.store, "Zed");
  abe = store_kit_add_client (practice.store, "Abe");
  g_assert_true (pal_store_foreach_client (practice.store, note_client_cb, seen, &error));
  g_assert_cmpstr (seen->str, ==, "Ana 3;Zed 0;Abe 0;");

  g_assert_false (pal_store_foreach_client (practice.store, stop_cb, &n, &error));
  g_assert_error (error, PAL_STORE_ERROR, PAL_STORE_ERROR_IO);
  g_assert_cmpuint (n, ==, 1);
  /* The read transaction is over: writing works. */
  pal_client_unref (store_kit_add_client (practice.store, "Cal"));
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/records/samples-are-valid", test_samples_are_valid);
  g_test_add_func ("/store/records/every-field", test_every_field);
  g_test_add_func ("/store/records/nothing-set", test_nothing_set);
  g_test_add_func ("/store/records/empty-is-not-absent", test_empty_is_not_absent);
  g_test_add_func ("/store/records/order-of-visits", test_order_of_visits);
  g_test_add_func ("/store/records/history", test_history_is_what_was_taken);
  g_test_add_func ("/store/records/client-rows", test_rows_of_the_list);
  g_test_add_func ("/store/records/unsigned", test_unsigned);
  g_test_add_func ("/store/records/not-found", test_not_found);
  g_test_add_func ("/store/records/no-last-visit", test_no_last_visit);
  g_test_add_func ("/store/practice/settings", test_settings);
  g_test_add_func ("/store/practice/terms", test_terms);
  g_test_add_func ("/store/practice/foreach", test_foreach);
  return g_test_run ();
}
