/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who decides what is left out of a client's page, and whose words stand there. */

#include "config.h"

#include "kit.h"
#include "record/pal-summary-text.h"
#include "tests/kit/kit-start.h"

static void
test_ids (void)
{
  PalSummaryBlock block;

  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    {
      g_assert_true (
          pal_summary_block_from_id (pal_summary_block_to_id ((PalSummaryBlock) i), &block));
      g_assert_cmpuint (block, ==, i);
      g_assert_nonnull (pal_summary_block_get_name (block));
    }
  g_assert_false (pal_summary_block_from_id ("everything", &block));
}

/* Practice, client, visit: the nearer one decides. */
static void
test_who_decides (void)
{
  static const char *const practice[] = { "recurring", "since", NULL };
  g_autoptr (PalClient) client = pal_client_new ("Ana", NULL);
  g_autoptr (PalVisit) visit = pal_visit_new (client->id, 1760000000);

  g_assert_false (pal_summary_leaves_out (NULL, client, visit, PAL_SUMMARY_BLOCK_SINCE));
  g_assert_true (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_SINCE));

  client->summary_left_out = kit_words_new ("done");
  g_assert_false (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_SINCE));
  g_assert_true (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_DONE));
  g_strfreev (client->summary_left_out);
  client->summary_left_out = g_new0 (char *, 1);
  g_assert_false (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_RECURRING));

  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_NEXT, "", NULL);
  g_assert_true (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_NEXT));
  g_strfreev (client->summary_left_out);
  client->summary_left_out = kit_words_new ("found");
  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND, "All eased.", "Tight.");
  g_assert_false (pal_summary_leaves_out (practice, client, visit, PAL_SUMMARY_BLOCK_FOUND));
}

static void
test_edit (void)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 1760000000);

  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND, "One", "Made");
  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND, "Two", "Made");
  g_assert_cmpuint (visit->summary_texts->len, ==, 1);
  g_assert_cmpstr (pal_visit_find_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND)->text, ==, "Two");
  g_assert_true (pal_visit_clear_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND));
  g_assert_false (pal_visit_clear_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND));
}

static void
test_same_record (void)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 1760000000);
  g_autoptr (PalVisit) other = pal_visit_copy (visit);

  pal_visit_set_summary_text (other, PAL_SUMMARY_BLOCK_FOUND, "One", NULL);
  g_assert_false (pal_visit_equal (visit, other));
  g_assert_true (pal_visit_has_same_record (visit, other));
  other->minutes = 30;
  g_assert_false (pal_visit_has_same_record (visit, other));
}

static void
test_refused (void)
{
  g_autoptr (PalVisit) visit = pal_visit_new (KIT_RUNNER_ID, 1760000000);
  PalSummaryText *text = g_new0 (PalSummaryText, 1);
  GError *error = NULL;
  gboolean valid;

  text->block = g_strdup ("everything");
  g_ptr_array_add (visit->summary_texts, text);
  valid = pal_visit_validate (visit, kit_get_atlas (), kit_get_vocabulary (), &error);
  kit_assert_refused (valid, error, PAL_RECORD_ERROR, PAL_RECORD_ERROR_UNKNOWN_TERM,
                      "summary_texts[0].block: the client’s page has no block “everything”");
}

static void
test_toggle (void)
{
  g_auto (GStrv) some = pal_summary_toggle_block (NULL, PAL_SUMMARY_BLOCK_SINCE, TRUE);
  g_auto (GStrv) more =
      pal_summary_toggle_block ((const char *const *) some, PAL_SUMMARY_BLOCK_DONE, TRUE);
  g_auto (GStrv) less =
      pal_summary_toggle_block ((const char *const *) more, PAL_SUMMARY_BLOCK_SINCE, FALSE);
  g_autofree char *joined = g_strjoinv (" ", more);

  g_assert_cmpstr (joined, ==, "done since");
  g_assert_cmpuint (g_strv_length (less), ==, 1);
  g_assert_cmpstr (less[0], ==, "done");
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/record/summary-text/ids", test_ids);
  g_test_add_func ("/record/summary-text/who-decides", test_who_decides);
  g_test_add_func ("/record/summary-text/edit", test_edit);
  g_test_add_func ("/record/summary-text/same-record", test_same_record);
  g_test_add_func ("/record/summary-text/refused", test_refused);
  g_test_add_func ("/record/summary-text/toggle", test_toggle);
  return g_test_run ();
}
