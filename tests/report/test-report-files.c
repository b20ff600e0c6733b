/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents as files: what public tools say of every kind, on both papers. */

#define G_LOG_DOMAIN "test-report-files"

#include "config.h"

#include <libintl.h>
#include <string.h>

#include "report-kit.h"
#include "report/pal-forms.h"
#include "report/pal-language.h"
#include "tests/kit/kit-start.h"

#define MAX_BYTES (200 * 1024)

/* What to do with each document of each kind, on each paper, in each print. */
typedef void (*LookAt) (const char *path, const ReportKind *kind, const PalReportSetup *setup);

static void
foreach_document (LookAt look)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);

  for (guint i = 0; i < n; i++)
    for (guint variant = 0; variant < 4; variant++)
      {
        PalReportSetup setup = report_kit_setup ();
        g_autofree char *path = NULL;

        setup.paper = variant % 2 == 0 ? PAL_PAPER_A4 : PAL_PAPER_LETTER;
        setup.large = variant >= 2;
        setup.mono = variant >= 2;
        path = report_kit_write (kinds[i].make (&setup, file), folder, kinds[i].name);
        g_test_message ("%s %u", kinds[i].name, variant);
        look (path, &kinds[i], &setup);
      }
}

static void
skip (const char *tool)
{
  g_autofree char *message = g_strdup_printf ("%s is not installed.", tool);
  g_test_skip (message);
}

/* One line a font, after two lines of head; "emb" is the fifth column from the end. */
static void
look_at_fonts (const char *path, const ReportKind *kind, const PalReportSetup *setup)
{
  g_autofree char *out = report_kit_run ("pdffonts", path, NULL);
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    {
      skip ("pdffonts");
      return;
    }
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " ", -1);
      guint n_yes = 0;

      for (guint k = 0; words[k] != NULL; k++)
        n_yes += g_str_equal (words[k], "yes") ? 1 : 0;
      /* Embedded, a subset, and known by its letters. */
      g_assert_cmpuint (n_yes, ==, 3);
    }
}

static void
test_fonts (void)
{
  foreach_document (look_at_fonts);
}

static void
look_at_images (const char *path, const ReportKind *kind, const PalReportSetup *setup)
{
  g_autofree char *out = report_kit_run ("pdfimages", "-list", path, NULL);
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    {
      skip ("pdfimages");
      return;
    }
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
}

static void
test_images (void)
{
  foreach_document (look_at_images);
}

static void
look_at_soundness (const char *path, const ReportKind *kind, const PalReportSetup *setup)
{
  g_autofree char *out = report_kit_run ("qpdf", "--check", path, NULL);

  if (out == NULL)
    skip ("qpdf");
  else if (strstr (out, "No syntax or stream encoding errors found") == NULL)
    g_test_fail_printf ("%s: %s", kind->name, out);
}

static void
test_soundness (void)
{
  foreach_document (look_at_soundness);
}

static void
look_at_facts (const char *path, const ReportKind *kind, const PalReportSetup *setup)
{
  g_autofree char *info = report_kit_run ("pdfinfo", path, NULL);
  g_autofree char *pages = g_strdup_printf ("%u", kind->n_pages);
  g_autoptr (GRegex) count = g_regex_new ("Pages: +([0-9]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (info == NULL)
    {
      skip ("pdfinfo");
      return;
    }
  g_assert_nonnull (strstr (info, "Author:          Riverside Sports Massage\n"));
  g_assert_null (strstr (info, "Kovač"));
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple (setup->paper == PAL_PAPER_A4
                                           ? "Page size: +595.276 x 841.89 pts \\(A4\\)"
                                           : "Page size: +612 x 792 pts \\(letter\\)",
                                       info, 0, 0));
  g_assert_true (g_regex_match (count, info, 0, &match));
  found = g_match_info_fetch (match, 1);
  if (!setup->large && setup->paper == PAL_PAPER_A4)
    g_assert_cmpstr (found, ==, pages);
}

static void
test_facts (void)
{
  foreach_document (look_at_facts);
}

static void
look_at_bytes (const char *path, const ReportKind *kind, const PalReportSetup *setup)
{
  g_autoptr (GMappedFile) bytes = g_mapped_file_new (path, FALSE, NULL);

  if (kind->n_pages == 1)
    g_assert_cmpuint (g_mapped_file_get_length (bytes), <, MAX_BYTES);
}

static void
test_size (void)
{
  foreach_document (look_at_bytes);
}

/* The same data and day give the same bytes; another day does not. */
static void
test_reproducible (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autoptr (PalClientFile) again = kit_runner_new (12);
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      PalReportSetup setup = report_kit_setup ();
      g_autoptr (PalDocument) a = kinds[i].make (&setup, file);
      g_autoptr (PalDocument) b = kinds[i].make (&setup, again);
      g_autoptr (GBytes) first = pal_document_render_pdf (a, NULL);
      g_autoptr (GBytes) second = pal_document_render_pdf (b, NULL);
      g_autoptr (GBytes) later = NULL;

      g_assert_true (g_bytes_equal (first, second));
      setup.today += 1;
      {
        g_autoptr (PalDocument) c = kinds[i].make (&setup, file);
        later = pal_document_render_pdf (c, NULL);
      }
      g_assert_false (g_bytes_equal (first, later));
    }
}

/* A program that reads aloud is told title, headings, rows and cells, and the language. */
static void
test_structure (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);
  g_autofree char *path = NULL, *structure = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  static const char *const order[] = {
    "H1", "H2", "Figure", "Table", "TR", "TH", "TD", "H3", NULL
  };

  setup.language = "pt_BR.UTF-8";
  g_assert_cmpstr (kinds[1].name, ==, "record");
  path = report_kit_write (kinds[1].make (&setup, file), folder, "record");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_nonnull (g_strrstr_len (bytes + length - 4096, -1, "%%EOF"));
  g_assert_true (memmem (bytes, length, "/Lang (pt-BR)", strlen ("/Lang (pt-BR)")) != NULL);
  g_assert_true (memmem (bytes, length, "/Outlines", strlen ("/Outlines")) != NULL);
  structure = report_kit_run ("pdfinfo", "-struct", path, NULL);
  if (structure != NULL)
    report_kit_assert_order (structure, order);
  else
    skip ("pdfinfo");
}

/* Sides of the intake form are full, not cut off by a line too many: four in any language. */
static void
test_intake_pages (void)
{
  static const char *const languages[] = { "en", "de" };
  PalReportSetup setup = report_kit_setup ();

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PALPATE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (PalLanguageScope) scope = pal_language_enter (languages[variant & 1]);
      g_autoptr (PalDocument) document = NULL;

      setup.paper = (variant & 2) != 0 ? PAL_PAPER_LETTER : PAL_PAPER_A4;
      document = pal_intake_form_new (&setup);
      g_assert_cmpuint (pal_document_get_n_pages (document), ==, 4);
    }
}

/* A chart to fill in has one page a view and one with all, however long the legend is. */
static void
test_blank_pages (void)
{
  static const char *const languages[] = { "en", "de" };
  PalReportSetup setup = report_kit_setup ();

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PALPATE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint variant = 0; variant < 8; variant++)
    {
      g_autoptr (PalLanguageScope) scope = pal_language_enter (languages[variant & 1]);
      g_autoptr (PalDocument) document = NULL;

      setup.paper = (variant & 2) != 0 ? PAL_PAPER_LETTER : PAL_PAPER_A4;
      setup.large = (variant & 4) != 0;
      document = pal_blank_chart_new (&setup, PAL_FIGURE_FEMALE, 0);
      g_assert_cmpuint (pal_document_get_n_pages (document), ==, 6);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/files/fonts-are-embedded", test_fonts);
  g_test_add_func ("/report/files/no-images", test_images);
  g_test_add_func ("/report/files/sound", test_soundness);
  g_test_add_func ("/report/files/pages-paper-author", test_facts);
  g_test_add_func ("/report/files/small", test_size);
  g_test_add_func ("/report/files/reproducible", test_reproducible);
  g_test_add_func ("/report/files/structure", test_structure);
  g_test_add_func ("/report/files/intake-pages", test_intake_pages);
  g_test_add_func ("/report/files/blank-pages", test_blank_pages);
  return g_test_run ();
}
