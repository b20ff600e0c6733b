/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents as PDF files: metadata, outline, and the structure that lets a program read a page
 * aloud. The same data and day give the same bytes. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/pal-document-private.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* File managers and mail programs show the title: it names no person and no finding. */
static void
set_metadata (PalDocument *self, cairo_surface_t *surface)
{
  g_autofree char *day = pal_date_format (self->today);
  /* The day alone: an hour would make two files of the same page differ. */
  g_autofree char *date = g_strdup_printf ("%sT00:00:00Z", day);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Palpate");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
add_outline (PalDocument *self, cairo_surface_t *surface)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      const GPtrArray *placed = self->pages->pdata[page];

      for (guint i = 0; i < placed->len; i++)
        {
          const PalPlaced *part = placed->pdata[i];
          char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
          g_autofree char *where = NULL;

          if (part->type != PAL_PLACED_TEXT || part->block->type != PAL_BLOCK_HEADING)
            continue;
          where = g_strdup_printf ("page=%u pos=[%s %s]", page + 1,
                                   g_ascii_formatd (x, sizeof x, "%.1f", self->page.margin),
                                   g_ascii_formatd (y, sizeof y, "%.1f", part->box.y));
          cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, part->block->text, where,
                                         0);
        }
    }
}

static cairo_status_t
render (PalDocument *self, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->page.width,
                                           self->page.height);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = pal_document_get_n_pages (self);
  cairo_status_t status;

  set_metadata (self, surface);
  self->tagging = TRUE;
  for (guint page = 0; page < n_pages; page++)
    {
      pal_document_paint_page (self, cr, page);
      cairo_show_page (cr);
    }
  self->tagging = FALSE;
  add_outline (self, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* Returns: (nullable): where @part begins, the last one. The bytes hold zeros, which end strings.
 */
static const char *
find_last (const GByteArray *bytes, const char *part)
{
  gsize length = strlen (part);

  for (gsize i = bytes->len >= length ? bytes->len - length + 1 : 0; i > 0; i--)
    if (memcmp (bytes->data + i - 1, part, length) == 0)
      return (const char *) bytes->data + i - 1;
  return NULL;
}

/* cairo 1.16 cannot say which language a document is in, nor that it has a structure. It writes the
 * catalogue as the last object, so that keys more move nothing but the table of objects. */
static void
add_language (GByteArray *bytes, const char *language)
{
  const char *catalogue = find_last (bytes, "/Type /Catalog\n");
  const char *table = find_last (bytes, "startxref\n");
  g_autofree char *key = NULL, *end = NULL;
  g_autoptr (GByteArray) longer = NULL;
  guint64 at;
  gsize head;

  if (catalogue == NULL || table == NULL || catalogue > table)
    return;
  at = g_ascii_strtoull (table + strlen ("startxref\n"), NULL, 10);
  head = (gsize) (catalogue - (const char *) bytes->data) + strlen ("/Type /Catalog\n");
  if (at < head || at >= bytes->len || memcmp (bytes->data + at, "xref", 4) != 0)
    return;
  key = g_strdup_printf ("   /Lang (%s)\n   /MarkInfo << /Marked true >>\n"
                         "   /ViewerPreferences << /DisplayDocTitle true >>\n",
                         language);
  end = g_strdup_printf ("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", at + strlen (key));
  longer = g_byte_array_sized_new ((guint) (bytes->len + strlen (key) + 16));
  g_byte_array_append (longer, bytes->data, (guint) head);
  g_byte_array_append (longer, (const guint8 *) key, (guint) strlen (key));
  g_byte_array_append (longer, bytes->data + head,
                       (guint) ((gsize) (table - (const char *) bytes->data) - head));
  g_byte_array_append (longer, (const guint8 *) end, (guint) strlen (end));
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, longer->data, longer->len);
}

/* "pt_BR.UTF-8" is "pt-BR" in documents (BCP 47). Returns: (nullable): when it is none. */
static char *
create_language_tag (const char *language)
{
  g_autofree char *tag = NULL;

  if (language == NULL || !g_ascii_isalpha (*language))
    return NULL;
  tag = g_strndup (language, strcspn (language, ".@:"));
  g_strdelimit (tag, "_", '-');
  if (tag[strspn (tag, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-")] != '\0')
    return NULL;
  return g_steal_pointer (&tag);
}

GBytes *
pal_document_render_pdf (PalDocument *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *language = NULL;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  status = render (self, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
                   /* Translators: %s is the reason. */
                   _ ("The pages could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  language = create_language_tag (self->language);
  add_language (bytes, language != NULL ? language : "en");
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
pal_document_write_pdf (PalDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  bytes = pal_document_render_pdf (self, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &reason))
    return TRUE;
  g_set_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
               /* Translators: %1$s is the name of a file, %2$s the reason. */
               _ ("%1$s could not be written: %2$s"), path, reason->message);
  return FALSE;
}
