/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page says what the record makes of it, or what the therapist wrote, or nothing. */

#define G_LOG_DOMAIN "test-summary"

#include "config.h"

#include <string.h>

#include "report-kit.h"
#include "report/pal-summary.h"
#include "tests/kit/kit-start.h"

static PalVisit *
get_newest (const PalClientFile *file)
{
  return file->visits->pdata[file->visits->len - 1];
}

static PalDocument *
create (const PalClientFile *file, const char *const *practice)
{
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (GError) error = NULL;
  PalDocument *document;

  setup.summary_left_out = practice;
  document = pal_summary_new (&setup, file, NULL, PAL_SUMMARY_ALL_PARTS, &error);
  g_assert_no_error (error);
  return document;
}

/* Returns: (nullable): without pdftotext */
static char *
read_page (const PalClientFile *file, const char *const *practice)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = report_kit_write (create (file, practice), folder, "summary");
  char *text = report_kit_read (path);

  if (text == NULL)
    g_test_skip ("pdftotext is not installed.");
  return text;
}

/* Every block, in turn: its own words stand, the made ones do not, the others stay. */
static void
test_own_words (void)
{
  for (guint i = PAL_SUMMARY_BLOCK_COMPLAINT; i < PAL_SUMMARY_BLOCK_N; i++)
    {
      g_autoptr (PalClientFile) file = kit_runner_new (12);
      g_autoptr (PalDocument) before = create (file, NULL);
      PalSummaryBlock block = (PalSummaryBlock) i;
      const char *made = pal_summary_get_made (before, block);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_nonnull (made);
      lines = g_strsplit (made, "\n", -1);
      pal_visit_set_summary_text (get_newest (file), block, "Words & more.\nAnother <line>.", made);
      text = read_page (file, NULL);
      if (text == NULL)
        return;
      g_test_message ("%s", pal_summary_block_to_id (block));
      g_assert_nonnull (strstr (text, "Words & more. Another <line>."));
      g_assert_null (strstr (text, lines[0]));
    }
}

static void
test_left_out (void)
{
  static const char *const practice[] = { "recurring", "done", NULL };
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autofree char *all = read_page (file, NULL);
  g_autofree char *theirs = read_page (file, practice);
  g_autofree char *own = NULL, *bare = NULL;

  if (all == NULL)
    return;
  g_assert_nonnull (strstr (all, "What we did"));
  g_assert_nonnull (strstr (all, "What keeps coming back"));
  g_assert_null (strstr (theirs, "What we did"));
  g_assert_null (strstr (theirs, "What keeps coming back"));
  /* This client's list replaces the practice's, and this visit's word the list. */
  file->client->summary_left_out = kit_words_new ("recurring found");
  pal_visit_set_summary_text (get_newest (file), PAL_SUMMARY_BLOCK_UNTIL, NULL, NULL);
  pal_visit_set_summary_text (get_newest (file), PAL_SUMMARY_BLOCK_FOUND, "Much.", NULL);
  own = read_page (file, practice);
  g_assert_nonnull (strstr (own, "What we did"));
  g_assert_nonnull (strstr (own, "What we found Much."));
  g_assert_null (strstr (own, "What keeps coming back"));
  g_assert_null (strstr (own, "Until next time"));
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    pal_visit_set_summary_text (get_newest (file), (PalSummaryBlock) i, NULL, NULL);
  bare = read_page (file, NULL);
  g_assert_nonnull (strstr (bare, "Your session"));
  g_assert_null (strstr (bare, "very tight"));
}

/* Without the map the crops keep their key. */
static void
test_key_without_map (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autofree char *text = NULL;

  pal_visit_set_summary_text (get_newest (file), PAL_SUMMARY_BLOCK_MAP, NULL, NULL);
  text = read_page (file, NULL);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "very tight"));
}

static void
test_outdated (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autoptr (PalDocument) made = create (file, NULL);
  g_autoptr (PalDocument) said = NULL, later = NULL;
  PalSummaryBlock block = PAL_SUMMARY_BLOCK_FOUND;

  g_assert_false (pal_summary_is_outdated (made, block));
  pal_visit_set_summary_text (get_newest (file), block, "Much.",
                              pal_summary_get_made (made, block));
  said = create (file, NULL);
  g_assert_false (pal_summary_is_outdated (said, block));
  g_assert_true (pal_summary_has_block (said, block));
  pal_visit_put_mark (get_newest (file), kit_get_atlas (),
                      pal_mark_new ("forehead", PAL_SIDE_MIDLINE, "tight", 3));
  later = create (file, NULL);
  g_assert_true (pal_summary_is_outdated (later, block));
  g_assert_cmpstr (pal_summary_get_made (later, block), !=, pal_summary_get_made (made, block));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/summary/own-words", test_own_words);
  g_test_add_func ("/report/summary/left-out", test_left_out);
  g_test_add_func ("/report/summary/key-without-map", test_key_without_map);
  g_test_add_func ("/report/summary/outdated", test_outdated);
  return g_test_run ();
}
