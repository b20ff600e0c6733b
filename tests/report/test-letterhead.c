/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of people's own: taken in, refused in one sentence, printed where they belong. */

#define G_LOG_DOMAIN "test-letterhead"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "record/pal-practice-settings.h"
#include "report-kit.h"
#include "report/pal-letterhead.h"
#include "report/pal-summary.h"
#include "report/pal-visit-record.h"
#include "tests/kit/kit-start.h"

/* A picture file of that form, noise so that it does not compress. */
static char *
write_picture (const char *folder, const char *form, int width, int height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GRand) noise = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, form, NULL);
  guchar *pixels = gdk_pixbuf_get_pixels (picture);

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (picture); i++)
    pixels[i] = (guchar) g_rand_int_range (noise, 0, 256);
  gdk_pixbuf_save (picture, path, form, &error, NULL);
  g_assert_no_error (error);
  return path;
}

static char *
write_text (const char *folder, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static char *
take (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *png = pal_picture_intake (path, &error);

  g_assert_no_error (error);
  g_assert_true (pal_letterhead_check (png, NULL));
  g_assert_true (pal_practice_image_check ("logo", png, NULL));
  return png;
}

/* However large and noisy it comes, it is kept small. */
static void
test_intake (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *jpeg = write_picture (folder, "jpeg", 3000, 1200);
  g_autofree char *png = write_picture (folder, "png", 900, 300);
  g_autofree char *first = take (jpeg), *second = take (png);
  g_autofree char *dot = write_picture (folder, "png", 1, 1);
  g_autofree char *third = take (dot);
}

static void
test_drawing (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path =
      write_text (folder, "logo.svg",
                  "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='4'>"
                  "<rect width='10' height='4' fill='#264653'/></svg>",
                  -1);
  g_autofree char *png = pal_picture_intake (path, NULL);
  g_autofree guchar *bytes = NULL;
  gsize length;

  if (png == NULL)
    {
      g_test_skip ("This system reads no SVG files.");
      return;
    }
  /* Ten units wide, and still sharp on paper: the width stands at byte 16. */
  bytes = g_base64_decode (png, &length);
  g_assert_cmpuint (bytes[18] << 8 | bytes[19], >=, 400);
}

static void
assert_refused (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pal_picture_intake (path, &error));
  g_assert_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_PICTURE);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_refused (void)
{
  /* A PNG file that says it is 30,000 pixels in each direction, and holds none. */
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x8\2\0\0\0"
                             "\xaa\x8d\xe1\x5f";
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *words = write_text (folder, "words.png", "no picture", -1);
  g_autofree char *nothing = write_text (folder, "nothing.png", "", 0);
  g_autofree char *large = write_text (folder, "large.png", huge, sizeof huge - 1);
  g_autofree char *whole = write_picture (folder, "png", 400, 200);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.png", NULL);
  g_autofree char *bytes = NULL, *torn = NULL;
  gsize length;

  assert_refused (words, "“words.png” is no picture");
  assert_refused (nothing, "“nothing.png” is no picture");
  assert_refused (nowhere, "nowhere.png");
  assert_refused (folder, "");
  assert_refused (large, "large.png");
  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  torn = write_text (folder, "torn.png", bytes, (gssize) length / 2);
  assert_refused (torn, "“torn.png” is no picture, or is damaged");
}

/* Returns: how many pictures are in the file, or -1 without pdfimages. */
static int
count_images (PalDocument *document)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = report_kit_write (document, folder, "page");
  g_autofree char *out = report_kit_run ("pdfimages", "-list", path, NULL);
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    return -1;
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  return (int) g_strv_length (lines) - 2;
}

static PalDocument *
create_summary (const PalReportSetup *setup, const PalClientFile *file)
{
  return pal_summary_new (setup, file, NULL, PAL_SUMMARY_ALL_PARTS, NULL);
}

static void
test_printed (void)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autofree char *path = write_picture (folder, "png", 400, 100);
  g_autofree char *png = take (path);
  PalVisit *newest = file->visits->pdata[file->visits->len - 1];
  PalReportSetup setup = report_kit_setup ();

  if (count_images (create_summary (&setup, file)) < 0)
    {
      g_test_skip ("pdfimages is not installed.");
      return;
    }
  g_assert_cmpint (count_images (create_summary (&setup, file)), ==, 0);
  setup.logo = png;
  setup.signature = png;
  g_assert_cmpint (count_images (create_summary (&setup, file)), ==, 1);
  setup.mono = TRUE;
  setup.large = TRUE;
  g_assert_cmpint (count_images (create_summary (&setup, file)), ==, 1);
  /* A draft bears nobody's signature. */
  newest->is_signed = FALSE;
  g_assert_cmpint (count_images (pal_visit_record_new (&setup, file, NULL, NULL, NULL)), ==, 1);
  newest->is_signed = TRUE;
  g_assert_cmpint (count_images (pal_visit_record_new (&setup, file, NULL, NULL, NULL)), ==, 2);
}

/* A page goes without a logo that is broken, and is what it would be without one. */
static void
test_broken_logo (void)
{
  static const char *const broken[] = { "bm9uZQ==", "",
                                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf" };
  g_autoptr (PalClientFile) file = kit_runner_new (3);
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (PalDocument) bare = create_summary (&setup, file);
  g_autoptr (GBytes) expected = pal_document_render_pdf (bare, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (PalDocument) document = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (pal_letterhead_check (broken[i], &error));
      g_assert_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_PICTURE);
      setup.logo = broken[i];
      document = create_summary (&setup, file);
      bytes = pal_document_render_pdf (document, NULL);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/letterhead/intake", test_intake);
  g_test_add_func ("/report/letterhead/drawing", test_drawing);
  g_test_add_func ("/report/letterhead/refused", test_refused);
  g_test_add_func ("/report/letterhead/printed", test_printed);
  g_test_add_func ("/report/letterhead/broken-logo", test_broken_logo);
  return g_test_run ();
}
