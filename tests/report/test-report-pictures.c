/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* First pages against pages that a person looked at and stored. */

#define G_LOG_DOMAIN "test-report-pictures"

#include "config.h"

#include "picture-kit.h"
#include "report-kit.h"

/* Pixels a point: 72 dots an inch show every line, and the stored pictures stay small. */
/* Where a progress report of twelve visits has left against right. */
#define BALANCE_PAGE 2
#define SCALE 1.0

static void
compare_page (PalDocument *document, guint page, const char *name)
{
  g_autoptr (PalDocument) owned = document;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  pal_document_get_size (owned, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SCALE),
                                        (int) (height * SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  pal_document_paint_page (owned, cr, page);
  cairo_destroy (cr);
  picture_kit_compare (surface, name);
  cairo_surface_destroy (surface);
}

static void
test_kind (gconstpointer data)
{
  const ReportKind *kind = data;
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  g_autofree char *name = g_strconcat ("page-", kind->name, NULL);

  compare_page (kind->make (&setup, file), 0, name);
}

/* Its pictures; the sentences around them are few on these pages. */
static void
test_progress (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      PalDocument *colour, *mono;

      if (!g_str_equal (kinds[i].name, "progress"))
        continue;
      colour = kinds[i].make (&setup, file);
      compare_page (colour, BALANCE_PAGE, "page-progress-balance");
      setup.mono = TRUE;
      mono = kinds[i].make (&setup, file);
      compare_page (mono, 0, "page-progress-mono");
    }
}

static void
test_black_and_white (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  guint n;

  setup.mono = TRUE;
  setup.paper = PAL_PAPER_LETTER;
  compare_page (report_kit_kinds (&n)[0].make (&setup, file), 0, "page-summary-mono-letter");
}

static void
test_large_print (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  PalReportSetup setup = report_kit_setup ();
  guint n;

  setup.large = TRUE;
  compare_page (report_kit_kinds (&n)[0].make (&setup, file), 0, "page-summary-large");
}

int
main (int argc, char **argv)
{
  guint n;
  const ReportKind *kinds = report_kit_kinds (&n);

  picture_kit_init (&argc, &argv);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/report/pictures/", kinds[i].name, NULL);

      if (g_str_equal (kinds[i].name, "progress"))
        continue;
      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/report/pictures/progress", test_progress);
  g_test_add_func ("/report/pictures/black-and-white", test_black_and_white);
  g_test_add_func ("/report/pictures/large-print", test_large_print);
  return g_test_run ();
}
