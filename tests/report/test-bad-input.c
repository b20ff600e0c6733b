/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Full disks, folders that take nothing, people without a name, visits of many pages, numbers in
 * scripts from right to left: the page is right, or one sentence says why there is none. */

#define G_LOG_DOMAIN "test-bad-input"

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "report-kit.h"
#include "report/pal-document-private.h"
#include "report/pal-language.h"
#include "report/pal-summary.h"
#include "report/pal-visit-record.h"
#include "tests/kit/kit-start.h"

static PalVisit *
get_newest (const PalClientFile *file)
{
  return file->visits->pdata[file->visits->len - 1];
}

static PalDocument *
create_summary (const PalClientFile *file)
{
  PalReportSetup setup = report_kit_setup ();

  return pal_summary_new (&setup, file, NULL, PAL_SUMMARY_ALL_PARTS, NULL);
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

/* One sentence, and the folder as it was. */
static void
assert_not_written (const char *folder, const char *path, const char *old)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  g_autoptr (PalDocument) document = create_summary (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  guint before = count_files (folder);

  g_assert_false (pal_document_write_pdf (document, path, &error));
  g_assert_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (count_files (folder), ==, before);
  if (old == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, old);
}

/* A limit on the size of files fails as a full disk does: in the middle of writing. */
static void
test_full_disk (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *fresh = g_build_filename (folder, "fresh.pdf", NULL);
  g_autofree char *there = g_build_filename (folder, "there.pdf", NULL);
  struct rlimit limit, small;

  g_assert_true (g_file_set_contents (there, "the page of before", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_not_written (folder, fresh, NULL);
  assert_not_written (folder, there, "the page of before");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
}

static void
test_no_place (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *nowhere = g_build_filename (folder, "no", "page.pdf", NULL);
  g_autofree char *closed = g_build_filename (folder, "closed", NULL);
  g_autofree char *inside = g_build_filename (closed, "page.pdf", NULL);

  assert_not_written (folder, nowhere, NULL);
  g_assert_cmpint (g_mkdir (closed, 0500), ==, 0);
  /* A folder is no file. */
  assert_not_written (folder, closed, NULL);
  if (g_access (closed, W_OK) == 0)
    g_test_message ("This user may write everywhere.");
  else
    assert_not_written (closed, inside, NULL);
}

/* Returns: (nullable): the words of each page, in turn; %NULL without pdftotext. */
static char **
read_pages (PalDocument *document)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = report_kit_write (document, folder, "page");
  g_autofree char *text = report_kit_run ("pdftotext", "-raw", path, "-", NULL);

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return NULL;
    }
  g_strchomp (text);
  return g_strsplit (text, "\f", -1);
}

static void
test_nobody (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  g_auto (GStrv) pages = NULL;

  g_clear_pointer (&file->client->given, g_free);
  g_clear_pointer (&file->client->family, g_free);
  pages = read_pages (create_summary (file));
  if (pages != NULL)
    g_assert_nonnull (strstr (pages[0], "Your session"));
}

static void
test_long_name (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  g_autofree char *words = g_strnfill (100, 'm'), *one = g_strnfill (99, 'W');
  g_auto (GStrv) pages = NULL;

  for (guint i = 8; i < 100; i += 9)
    words[i] = ' ';
  g_free (file->client->given);
  g_free (file->client->family);
  file->client->given = g_steal_pointer (&words);
  file->client->family = g_steal_pointer (&one);
  pages = read_pages (create_summary (file));
  if (pages == NULL)
    return;
  g_assert_nonnull (strstr (pages[0], "What we found"));
  g_assert_cmpuint (g_strv_length (pages), <=, 2);
}

static void
add_many_marks (PalVisit *visit)
{
  PalAtlas *atlas = kit_get_atlas ();

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas) && visit->marks->len < 60; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      PalSide side = region->paired ? PAL_SIDE_RIGHT : PAL_SIDE_MIDLINE;
      PalMark *mark = pal_mark_new (region->id, side, "tight", 1 + i % 3);

      pal_visit_set_text (&mark->note, i % 7 == 0 ? "A longer remark on what was felt here" : NULL);
      pal_visit_put_mark (visit, atlas, mark);
    }
}

static char *
create_long_note (void)
{
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < 110; i++)
    g_string_append_printf (note,
                            "%uth paragraph. It is long enough to run over a line, and it is here "
                            "so that the notes of this visit fill pages as a careful hand would "
                            "fill them.\n",
                            i);
  g_string_truncate (note, MIN (note->len, PAL_MAX_TEXT_CHARS));
  return g_string_free (note, FALSE);
}

/* Every page says whose it is, of which day and which of how many; none holds a line alone. */
static void
test_record_of_many_pages (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  PalReportSetup setup = report_kit_setup ();
  PalVisit *visit = get_newest (file);
  g_autofree char *note = create_long_note ();
  g_auto (GStrv) pages = NULL;
  guint n;

  add_many_marks (visit);
  for (guint i = 0; i < PAL_NOTE_N; i++)
    pal_visit_set_text (&visit->notes[i], note);
  pages = read_pages (pal_visit_record_new (&setup, file, NULL, NULL, NULL));
  if (pages == NULL)
    return;
  n = g_strv_length (pages);
  g_assert_cmpuint (n, >=, 10);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n);
      g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));

      g_assert_nonnull (strstr (pages[i], number));
      g_assert_nonnull (strstr (pages[i], "Ana Kovač"));
      g_assert_nonnull (strstr (pages[i], day));
      /* Head, foot, and two lines at least. */
      g_assert_cmpuint (g_strv_length (lines), >=, 4);
    }
}

/* Nobody signs an empty page: whatever the length of the notes, the last page says something. */
static void
test_signature_not_alone (void)
{
  PalReportSetup setup = report_kit_setup ();

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (PalClientFile) file = kit_runner_new (3);
      PalVisit *visit = get_newest (file);
      g_autoptr (PalDocument) document = NULL;
      GString *note = g_string_new ("One");
      const GPtrArray *last;
      guint n_texts = 0;

      for (guint i = 0; i < n; i++)
        g_string_append (note, "\nOne more line.");
      pal_visit_set_text (&visit->notes[PAL_NOTE_PLAN], note->str);
      g_string_free (note, TRUE);
      document = pal_visit_record_new (&setup, file, NULL, NULL, NULL);
      g_assert_cmpuint (pal_document_get_n_pages (document), >, 1);
      last = document->pages->pdata[document->pages->len - 1];
      for (guint i = 0; i < last->len; i++)
        n_texts += ((const PalPlaced *) last->pdata[i])->type == PAL_PLACED_TEXT ? 1 : 0;
      g_assert_cmpuint (n_texts, >=, 1);
    }
}

/* Where the first letter of @text stands in a line of a page that is mirrored. */
static double
get_first_x (const PalPage *page, const char *text)
{
  g_autoptr (PangoLayout) layout = pal_page_create_layout (page, text, PAL_TEXT_CONTACT, 300);
  PangoRectangle first, line;

  pal_page_hold (page, layout, FALSE);
  pango_layout_index_to_pos (layout, 0, &first);
  pango_layout_get_extents (layout, NULL, &line);
  /* It begins at the edge where reading begins. */
  g_assert_cmpint (line.x + line.width, >=, 299 * PANGO_SCALE);
  return (double) (first.x - line.x) / line.width;
}

/* A telephone number must not come out with its groups turned round. */
static void
test_numbers_from_right_to_left (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalLanguageScope) scope = NULL;
  PalPage page;

  if (!report_kit_write_words (folder, "he",
                               "msgctxt \"direction of writing\"\nmsgid \"ltr\"\nmsgstr \"rtl\"\n"))
    {
      g_test_skip ("msgfmt is not installed.");
      return;
    }
  bindtextdomain (GETTEXT_PACKAGE, folder);
  scope = pal_language_enter ("he");
  pal_page_init (&page, PAL_PAPER_A4, FALSE, FALSE);
  g_assert_true (page.mirrored);
  g_assert_cmpfloat (get_first_x (&page, "020 7946 0000"), <, 0.1);
  g_assert_cmpfloat (get_first_x (&page, "-22 %"), <, 0.1);
  g_assert_cmpfloat (get_first_x (&page, "שלום 12"), >, 0.9);
  pal_page_clear (&page);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/bad-input/full-disk", test_full_disk);
  g_test_add_func ("/report/bad-input/no-place", test_no_place);
  g_test_add_func ("/report/bad-input/nobody", test_nobody);
  g_test_add_func ("/report/bad-input/long-name", test_long_name);
  g_test_add_func ("/report/bad-input/record-of-many-pages", test_record_of_many_pages);
  g_test_add_func ("/report/bad-input/signature-not-alone", test_signature_not_alone);
  g_test_add_func ("/report/bad-input/numbers-from-right-to-left", test_numbers_from_right_to_left);
  return g_test_run ();
}
