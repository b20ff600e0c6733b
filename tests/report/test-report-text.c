/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What documents say, in which order, and how they take what people write. */

#define G_LOG_DOMAIN "test-report-text"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "report-kit.h"
#include "tests/kit/kit-start.h"
#include "record/pal-shorthand.h"
#include "report/pal-brief.h"
#include "report/pal-language.h"
#include "report/pal-summary.h"
#include "report/pal-visit-record.h"

static const char *
get_newest_text (const PalClientFile *file)
{
  return ((const PalVisit *) file->visits->pdata[file->visits->len - 1])->id;
}

static PalVisit *
get_newest (const PalClientFile *file)
{
  return file->visits->pdata[file->visits->len - 1];
}

static char *
read_document (PalDocument *document)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = report_kit_write (document, folder, "page");

  return report_kit_read (path);
}

static char *
read_summary (const PalReportSetup *setup, const PalClientFile *file, PalSummaryParts parts)
{
  g_autoptr (GError) error = NULL;
  PalDocument *document = pal_summary_new (setup, file, get_newest_text (file), parts, &error);

  g_assert_no_error (error);
  return read_document (document);
}

static char *
read_record (const PalReportSetup *setup, const PalClientFile *file)
{
  g_autoptr (GError) error = NULL;
  PalDocument *document = pal_visit_record_new (setup, file, NULL, NULL, &error);

  g_assert_no_error (error);
  return read_document (document);
}

static gboolean
has_pdftotext (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed.");
  return program != NULL;
}

/* Every finding of the visit stands on the client's page in everyday words. */
static void
test_summary_names_all (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  static const char *const order[] = { "Your session",
                                       "Ana Kovač",
                                       "Riverside Sports Massage",
                                       "What we found",
                                       "Since last time",
                                       "Until next time",
                                       "Next visit: in two weeks",
                                       "not a diagnosis",
                                       NULL };
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;
  text = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  report_kit_assert_order (text, order);
  for (guint i = 0; i < get_newest (file)->marks->len; i++)
    {
      const PalMark *mark = get_newest (file)->marks->pdata[i];
      const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), mark->region);
      g_autofree char *folded = g_utf8_casefold (text, -1);
      g_autofree char *name = g_utf8_casefold (pal_region_get_lay_name (region), -1);

      if (!mark->carried && strstr (folded, name) == NULL)
        g_test_fail_printf ("%s is missing in: %s", name, text);
    }
}

static void
test_parts_left_out (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  PalSummaryParts part;
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;
  g_assert_true (pal_summary_part_from_id ("since", &part));
  g_assert_cmpint (part, ==, PAL_SUMMARY_PART (SINCE));
  g_assert_false (pal_summary_part_from_id ("everything", &part));
  text =
      read_summary (&setup, file,
                    PAL_SUMMARY_ALL_PARTS & ~(PAL_SUMMARY_PART (SINCE) | PAL_SUMMARY_PART (NEXT)));
  g_assert_null (strstr (text, "Since last time"));
  g_assert_null (strstr (text, "Next visit"));
  g_assert_nonnull (strstr (text, "What we found"));
}

/* Without the practice's name the therapist's does not stand there as if it were one. */
static void
test_practice_without_name (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  PalReportSetup setup = report_kit_setup ();
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;
  setup.practice_name = setup.practice_contact = NULL;
  text = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  g_assert_null (strstr (text, "M. Okafor"));
}

/* A visit with everything: 60 marks, ten pages of notes, tests, consents and amendments. */
static void
fill_visit (PalVisit *visit)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  PalAtlas *atlas = kit_get_atlas ();
  PalTestResult *test = g_new0 (PalTestResult, 1);
  PalConsent *consent = g_new0 (PalConsent, 1);
  PalAmendment *amendment = g_new0 (PalAmendment, 1);

  for (guint i = 0; i < 60; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      kit_mark (visit, region->id, region->paired ? PAL_SIDE_RIGHT : PAL_SIDE_MIDLINE, "tight",
                (int) (1 + i % 3));
    }
  for (guint i = 1; i <= 400; i++)
    g_string_append_printf (notes,
                            "Paragraph %u of what was seen that day, in whole sentences that "
                            "go on for two lines or so, as people write them.\n",
                            i);
  visit->notes[PAL_NOTE_OBJECTIVE] = g_string_free (g_steal_pointer (&notes), FALSE);
  test->test = g_strdup ("neck-rotation");
  test->side = PAL_SIDE_LEFT;
  test->value = 55;
  g_ptr_array_add (visit->tests, test);
  consent->at = visit->at;
  consent->region = g_strdup ("pectoralis-major");
  consent->given = TRUE;
  consent->wording = g_strdup ("Asked before work on the chest.");
  g_ptr_array_add (visit->consents, consent);
  amendment->at = visit->at + 86400;
  amendment->author = g_strdup ("M. Okafor");
  amendment->reason = g_strdup ("Side was mistyped");
  amendment->text = g_strdup ("The right calf was meant.");
  g_ptr_array_add (visit->amendments, amendment);
}

static void
test_long_record (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PalDocument) document = NULL;
  static const char *const order[] = { "Visit record",
                                       "Ana Kovač",
                                       "Alerts",
                                       "What the client came for",
                                       "Body map",
                                       "Findings",
                                       "Region",
                                       "Tests",
                                       "Neck: rotation",
                                       "55 degrees",
                                       "Consent",
                                       "given",
                                       "Notes",
                                       "Subjective",
                                       "Objective",
                                       "Paragraph 1 of what",
                                       "Paragraph 400 of what",
                                       "Plan",
                                       "Until next time",
                                       "Amendments",
                                       "M. Okafor",
                                       "Side was mistyped",
                                       "The right calf was meant.",
                                       "Signature",
                                       NULL };
  g_autofree char *text = NULL;
  guint n_pages;

  if (!has_pdftotext ())
    return;
  fill_visit (get_newest (file));
  text = read_record (&setup, file);
  report_kit_assert_order (text, order);
  for (guint i = 0; i < 60; i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i);
      g_autofree char *name =
          pal_region_dup_label (region, region->paired ? PAL_SIDE_RIGHT : PAL_SIDE_MIDLINE);
      if (strstr (text, name) == NULL)
        g_test_fail_printf ("%s is missing", name);
    }
  document = pal_visit_record_new (&setup, file, NULL, NULL, &error);
  n_pages = pal_document_get_n_pages (document);
  g_assert_cmpuint (n_pages, >=, 10);
  g_assert_cmpuint (n_pages, <=, 24);
  /* Every page says whose it is and which of how many. */
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, n_pages);
      g_assert_nonnull (strstr (text, number));
    }
}

/* Every one of 5,000 words of a plan arrives, each once and in turn. */
static void
test_long_plan (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;
  for (guint i = 0; i < 5000; i++)
    {
      g_ptr_array_add (words, g_strdup_printf ("w%u", i));
      g_string_append_printf (plan, "w%u ", i);
    }
  g_ptr_array_add (words, NULL);
  pal_visit_set_text (&get_newest (file)->advice, plan->str);
  text = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  report_kit_assert_order (text, (const char *const *) words->pdata);
}

/* The brief stays one page, whatever was planned. */
static void
test_brief_is_one_page (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (40);
  PalReportSetup setup = report_kit_setup ();
  g_autofree char *long_plan = g_strnfill (9000, 'x');
  g_autoptr (PalInsights) insights = NULL;
  g_autoptr (PalBrief) brief = NULL;
  g_autoptr (PalDocument) document = NULL;
  g_autofree char *text = NULL;
  static const char *const order[] = {
    "Ana Kovač", "Alerts", "Check first", "Last time", "Keeps coming back", "What changed", NULL
  };

  for (gsize i = 7; i < 9000; i += 8)
    long_plan[i] = ' ';
  pal_visit_set_text (&get_newest (file)->notes[PAL_NOTE_PLAN], long_plan);
  insights = report_kit_new_insights (file);
  brief = pal_brief_new (file, insights, setup.atlas, setup.vocabulary, setup.today);
  document = pal_brief_document_new (&setup, brief);
  g_assert_cmpuint (pal_document_get_n_pages (document), ==, 1);
  text = pal_brief_to_text (brief);
  report_kit_assert_order (text, order);
}

/* The page speaks the client's language, and what comes after it the old one again. */
static void
test_language_for_a_while (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  PalReportSetup setup = report_kit_setup ();
  g_autofree char *before = NULL, *page = NULL, *after = NULL;

  if (!has_pdftotext ())
    return;
  if (!report_kit_write_words (folder, "de",
                               "msgid \"What we found\"\nmsgstr \"Was wir fanden\"\n"))
    {
      g_test_skip ("msgfmt is not installed.");
      return;
    }
  bindtextdomain (GETTEXT_PACKAGE, folder);
  before = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  {
    g_autoptr (PalLanguageScope) scope = pal_language_enter ("de");
    page = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  }
  after = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  g_assert_nonnull (strstr (before, "What we found"));
  g_assert_nonnull (strstr (page, "Was wir fanden"));
  g_assert_nonnull (strstr (after, "What we found"));
  g_assert_null (pal_language_enter (NULL));
}

/* A language with capital nouns writes adjectives small in a line of findings. */
static void
test_letters_inside (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  PalReportSetup setup = report_kit_setup ();
  PalMark mark = { .region = (char *) "itb-mid", .side = PAL_SIDE_LEFT, .before = 2, .after = 1 };
  g_autofree char *tight = NULL, *pain = NULL;

  if (!report_kit_write_words (folder, "de",
                               "msgctxt \"letters inside a sentence\"\nmsgid \"small\"\n"
                               "msgstr \"as is: Druckschmerz fest, Fest, Mittel\"\n"
                               "msgctxt \"atlas\"\nmsgid \"Tight\"\nmsgstr \"Fest\"\n"
                               "msgctxt \"atlas\"\nmsgid \"Pain\"\nmsgstr \"Druckschmerz\"\n"
                               "msgctxt \"severity\"\nmsgid \"Moderate\"\nmsgstr \"Mittel\"\n"))
    {
      g_test_skip ("msgfmt is not installed.");
      return;
    }
  bindtextdomain (GETTEXT_PACKAGE, folder);
  {
    g_autoptr (PalLanguageScope) scope = pal_language_enter ("de");

    mark.kind = (char *) "tight";
    tight = pal_mark_dup_line (&mark, setup.atlas, setup.vocabulary);
    mark.kind = (char *) "pain";
    pain = pal_mark_dup_line (&mark, setup.atlas, setup.vocabulary);
  }
  g_assert_nonnull (strstr (tight, "fest, mittel → Mild"));
  g_assert_nonnull (strstr (pain, "Druckschmerz, mittel → Mild"));
}

/* Bad input
 * ---------------------------------------------------------------------------------------- */

/* Scripts of both directions, signs nobody has a font for, and markup that is none. */
static void
test_any_script (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  PalReportSetup setup = report_kit_setup ();
  PalVisit *visit = get_newest (file);
  static const char mixed[] =
      "Knee 🦵🏽 hurts – الركبة تؤلم 漢字かな שלום <b>& "
      "\u202Eturned\u202C \u200D end";
  static const char *const order[] = { "Knee", "<b>&", "end", NULL };
  g_autofree char *summary = NULL, *record = NULL;

  if (!has_pdftotext ())
    return;
  pal_visit_set_text (&visit->complaint_text, mixed);
  pal_visit_set_text (&visit->notes[PAL_NOTE_PLAN], mixed);
  pal_visit_set_text (&visit->advice, mixed);
  pal_visit_set_text (&file->client->given, "انا");
  summary = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  record = read_record (&setup, file);
  report_kit_assert_order (summary, order);
  report_kit_assert_order (record, order);
}

static void
test_client_without_name (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  PalReportSetup setup = report_kit_setup ();
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;
  pal_visit_set_text (&file->client->given, NULL);
  pal_visit_set_text (&file->client->family, NULL);
  text = read_summary (&setup, file, PAL_SUMMARY_ALL_PARTS);
  g_assert_nonnull (strstr (text, "Your session"));
  g_assert_null (strstr (text, "null"));
}

static void
test_nothing_to_report (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (0);
  PalReportSetup setup = report_kit_setup ();
  GError *error = NULL;
  PalDocument *document = pal_summary_new (&setup, file, NULL, PAL_SUMMARY_ALL_PARTS, &error);

  kit_assert_refused (document != NULL, error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                      "This client has no visit yet.");
  error = NULL;
  document = pal_visit_record_new (&setup, file, "nope", NULL, &error);
  kit_assert_refused (document != NULL, error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                      "This client has no such visit.");
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_not_written (const PalClientFile *file, const char *path)
{
  PalReportSetup setup = report_kit_setup ();
  GError *error = NULL;
  g_autoptr (PalDocument) document =
      pal_summary_new (&setup, file, NULL, PAL_SUMMARY_ALL_PARTS, &error);

  g_assert_no_error (error);
  {
    gboolean done = pal_document_write_pdf (document, path, &error);
    kit_assert_refused (done, error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN, path);
  }
}

static void
test_folder_read_only (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  g_autofree char *missing = g_build_filename (folder, "no", "page.pdf", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);

  assert_not_written (file, missing);
  if (geteuid () == 0)
    {
      g_test_skip ("The administrator may write everywhere.");
      return;
    }
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_not_written (file, path);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* A disk that fills up while the file is written: the old page stays, no half of a new one. */
static void
test_disk_full (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (2);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *left = NULL;
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (path, "the old page", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_not_written (file, path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "the old page");
  g_assert_cmpuint (count_files (folder), ==, 1);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/text/summary-names-all", test_summary_names_all);
  g_test_add_func ("/report/text/parts-left-out", test_parts_left_out);
  g_test_add_func ("/report/text/practice-without-name", test_practice_without_name);
  g_test_add_func ("/report/text/long-record", test_long_record);
  g_test_add_func ("/report/text/long-plan", test_long_plan);
  g_test_add_func ("/report/text/brief-is-one-page", test_brief_is_one_page);
  g_test_add_func ("/report/text/language-for-a-while", test_language_for_a_while);
  g_test_add_func ("/report/text/letters-inside", test_letters_inside);
  g_test_add_func ("/report/text/any-script", test_any_script);
  g_test_add_func ("/report/text/client-without-name", test_client_without_name);
  g_test_add_func ("/report/text/nothing-to-report", test_nothing_to_report);
  g_test_add_func ("/report/text/folder-read-only", test_folder_read_only);
  g_test_add_func ("/report/text/disk-full", test_disk_full);
  return g_test_run ();
}
