/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Logo and signature: from a person's file to what is kept, and from there onto the page. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-letterhead.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "record/pal-practice-settings.h"
#include "report/pal-document-private.h"

/* Pixels: 5 cm by 1.5 cm at 300 dots an inch. */
#define MAX_WIDTH 660
#define MAX_HEIGHT 180
/* What a file may ask for before anything of it is drawn. */
#define MAX_FILE_BYTES (20 * 1024 * 1024)
#define MAX_FILE_PIXELS (60 * 1000 * 1000)
#define CHUNK 4096
/* What may come back from a file of somebody else's making. */
#define MAX_KEPT_PIXELS 2000
/* Points a pixel, so that small pictures are not blown up: 150 dots an inch. */
#define MAX_SCALE 0.48

/* Intake
 * ------------------------------------------------------------------------------------------- */

/* @sentence: (transfer full) */
static void
refuse (char *sentence, GError **error)
{
  g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_PICTURE, sentence);
  g_free (sentence);
}

static char *
dup_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

/* What the first bytes say of a picture's size. */
typedef struct
{
  gboolean known;
  gboolean huge;
} Size;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Size *size = data;
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *form = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  double scale = MIN (MAX_WIDTH / (double) MAX (width, 1), MAX_HEIGHT / (double) MAX (height, 1));

  size->known = TRUE;
  size->huge = (gint64) width * height > MAX_FILE_PIXELS;
  /* Drawings have no size of their own. */
  if (scale < 1 || g_strcmp0 (form, "svg") == 0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale + 0.5)),
                                MAX (1, (int) (height * scale + 0.5)));
}

/* Returns: whether all bytes went in; it stops at a picture that is too large. */
static gboolean
feed (GdkPixbufLoader *loader, const char *bytes, gsize length, const Size *size)
{
  for (gsize at = 0; at < length && !size->huge; at += CHUNK)
    if (!gdk_pixbuf_loader_write (loader, (const guchar *) bytes + at, MIN (CHUNK, length - at),
                                  NULL))
      return FALSE;
  return TRUE;
}

/* Forms by their first bytes: the loader asks the desktop's list of file types, which a small
 * system may not have. Returns: (transfer full) */
static GdkPixbufLoader *
create_loader (const char *bytes, gsize length)
{
  GdkPixbufLoader *loader = NULL;

  if (length > 8 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    loader = gdk_pixbuf_loader_new_with_type ("png", NULL);
  else if (length > 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  else if (g_strstr_len (bytes, (gssize) MIN (length, CHUNK), "<svg") != NULL)
    loader = gdk_pixbuf_loader_new_with_type ("svg", NULL);
  return loader != NULL ? loader : gdk_pixbuf_loader_new ();
}

/* The loaders take a file that was cut off for a picture with a black or grey end. Returns: whether
 * the mark that ends a PNG or JPEG file is near the end of this one. */
static gboolean
is_whole (const char *bytes, gsize length)
{
  const char *end = bytes + length - MIN (length, CHUNK);
  gsize room = (gsize) (bytes + length - end);

  if (length > 8 && memcmp (bytes, "\x89PNG", 4) == 0)
    return memmem (end, room, "IEND", 4) != NULL;
  if (length > 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return memmem (end, room, "\xff\xd9", 2) != NULL;
  return TRUE;
}

/* Returns: (transfer full) (nullable): drawn as large as it is printed. */
static GdkPixbuf *
load (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = create_loader (bytes, length);
  Size size = { 0 };
  g_autofree char *name = dup_name (path);
  gboolean fed, closed;
  GdkPixbuf *drawn;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &size);
  fed = feed (loader, bytes, length, &size);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (size.huge)
    {
      /* Translators: %s is the name of a file. */
      refuse (g_strdup_printf (
                  _ ("“%s” has more than 60 million pixels; choose a smaller picture."), name),
              error);
      return NULL;
    }
  drawn = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!fed || !closed || drawn == NULL || !is_whole (bytes, length))
    {
      /* Translators: %s is the name of a file. */
      refuse (g_strdup_printf (
                  _ ("“%s” is no picture, or is damaged; choose a PNG, JPEG or SVG file."), name),
              error);
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (drawn);
}

static char *
encode (GdkPixbuf *picture)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &length, "png", NULL, "compression", "9", NULL))
    return NULL;
  return length <= PAL_MAX_IMAGE_BYTES ? g_base64_encode ((const guchar *) bytes, length) : NULL;
}

char *
pal_picture_intake (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *png = NULL, *name = NULL;
  GStatBuf facts;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  name = dup_name (path);
  if (g_stat (path, &facts) == 0 && facts.st_size > MAX_FILE_BYTES)
    {
      /* Translators: %s is the name of a file. */
      refuse (g_strdup_printf (_ ("“%s” is larger than 20 MB; choose a smaller picture."), name),
              error);
      return NULL;
    }
  if (!g_file_get_contents (path, &bytes, &length, &reason))
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_PICTURE, reason->message);
      return NULL;
    }
  picture = load (path, bytes, length, error);
  if (picture == NULL)
    return NULL;
  png = encode (picture);
  if (png == NULL)
    {
      /* Noise does not compress: half of it is still sharp enough. */
      g_autoptr (GdkPixbuf) half =
          gdk_pixbuf_scale_simple (picture, MAX (1, gdk_pixbuf_get_width (picture) / 2),
                                   MAX (1, gdk_pixbuf_get_height (picture) / 2),
                                   GDK_INTERP_BILINEAR);
      png = half != NULL ? encode (half) : NULL;
    }
  if (png == NULL)
    /* Translators: %s is the name of a file. */
    refuse (g_strdup_printf (_ ("“%s” could not be made small enough; choose a simpler picture."),
                             name),
            error);
  return g_steal_pointer (&png);
}

/* Reading what was kept
 * ---------------------------------------------------------------------------- */

typedef struct
{
  const guint8 *bytes;
  gsize length, at;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (source->length - source->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->bytes + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Width and height stand at fixed places of the first chunk (PNG, second edition, 11.2.2). */
static gboolean
is_small (const guint8 *bytes, gsize length)
{
  guint32 width, height;

  if (length < 24)
    return FALSE;
  memcpy (&width, bytes + 16, sizeof width);
  memcpy (&height, bytes + 20, sizeof height);
  width = GUINT32_FROM_BE (width);
  height = GUINT32_FROM_BE (height);
  return width > 0 && height > 0 && width <= MAX_KEPT_PIXELS && height <= MAX_KEPT_PIXELS;
}

/* Black-and-white printers get grey, so that it is ours and not theirs. */
static void
make_grey (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *data = cairo_image_surface_get_data (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;
        guint grey;

        memcpy (&pixel, data + (gsize) y * stride + 4 * x, sizeof pixel);
        grey = (54 * (pixel >> 16 & 0xff) + 183 * (pixel >> 8 & 0xff) + 19 * (pixel & 0xff)) >> 8;
        pixel = (pixel & 0xff000000) | grey << 16 | grey << 8 | grey;
        memcpy (data + (gsize) y * stride + 4 * x, &pixel, sizeof pixel);
      }
  cairo_surface_mark_dirty (surface);
}

cairo_surface_t *
pal_letterhead_load (const char *png, gboolean mono)
{
  g_autofree guint8 *bytes = NULL;
  Source source = { 0 };
  cairo_surface_t *surface;
  cairo_format_t format;

  if (png == NULL)
    return NULL;
  bytes = g_base64_decode (png, &source.length);
  source.bytes = bytes;
  if (!is_small (bytes, source.length))
    return NULL;
  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  format = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
               ? cairo_image_surface_get_format (surface)
               : CAIRO_FORMAT_INVALID;
  if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  if (mono)
    make_grey (surface);
  return surface;
}

gboolean
pal_letterhead_check (const char *png, GError **error)
{
  cairo_surface_t *surface = pal_letterhead_load (png, FALSE);
  gboolean drawable = png == NULL || surface != NULL;

  g_clear_pointer (&surface, cairo_surface_destroy);
  if (!drawable)
    g_set_error_literal (
        error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_PICTURE,
        _ ("The practice’s logo or a signature is damaged and was left out; choose "
           "it again in the preferences."));
  return drawable;
}

/* Painting
 * ----------------------------------------------------------------------------------------- */

void
pal_letterhead_fit (cairo_surface_t *picture, double *width, double *height)
{
  double pixels_wide = cairo_image_surface_get_width (picture);
  double pixels_high = cairo_image_surface_get_height (picture);
  double scale = MIN (MIN (*width / pixels_wide, *height / pixels_high), MAX_SCALE);

  *width = pixels_wide * scale;
  *height = pixels_high * scale;
}

void
pal_letterhead_paint (cairo_surface_t *picture, cairo_t *cr, const PalBox *box)
{
  double scale = box->width / cairo_image_surface_get_width (picture);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
