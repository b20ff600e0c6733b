/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page: made, painted page by page, written as PDF. What stands on it is chosen in
 * pal-summary-content.c and pal-summary-figures.c, and gets its place in pal-summary-flow.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"

const PalTheme *
pal_summary_get_theme (const PalSummary *self)
{
  return self->mono ? pal_theme_get_mono () : pal_theme_get_paper ();
}

PangoLayout *
pal_summary_layout (PalSummary *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Noto Sans, sans");
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  /* Very long words break where they must, without a hyphen that nobody wrote. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) self->line_spacing);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Painting
 * ----------------------------------------------------------------------------------------- */

static void
paint_frame (PalSummary *self, cairo_t *cr, const PalPlaced *placed)
{
  double x = placed->x, y = placed->y, right = x + placed->width, bottom = y + placed->height;
  double radius = 8;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.1);
  pal_colour_set (cr, &pal_summary_get_theme (self)->text);
  cairo_stroke (cr);
}

/* Only the lines placed here; those before and after stand in other columns. */
static void
paint_lines (cairo_t *cr, const PalPlaced *placed, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (placed->layout);

  for (int i = 0; i < placed->n_lines; i++)
    {
      PangoRectangle line;
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      cairo_move_to (cr, x + (double) line.x / PANGO_SCALE,
                     y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  cairo_new_path (cr);
  pango_layout_iter_free (iter);
}

static void
paint_placed (PalSummary *self, cairo_t *cr, const PalPlaced *placed)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double padding = 0;

  if (placed->type == PAL_BLOCK_CROPS)
    {
      pal_summary_paint_crops (self, cr, placed->x, placed->y, placed->width);
      return;
    }
  if (placed->type == PAL_BLOCK_BOX)
    {
      PangoRectangle extents;
      paint_frame (self, cr, placed);
      pango_layout_get_extents (placed->layout, NULL, &extents);
      padding = (placed->height - (double) extents.height / PANGO_SCALE) / 2;
    }
  if (placed->type == PAL_BLOCK_DIM || placed->type == PAL_BLOCK_ASIDE)
    pal_colour_set (cr, &theme->dim_text);
  else
    pal_colour_set (cr, &theme->text);
  paint_lines (cr, placed, placed->x + padding, placed->y + padding);
}

guint
pal_summary_paginate (PalSummary *self)
{
  g_return_val_if_fail (self != NULL, 1);

  if (self->pages == NULL)
    pal_summary_flow (self);
  return self->pages->len;
}

static void
paint_legend_rule (PalSummary *self, cairo_t *cr)
{
  double y = pal_summary_get_body_top (self, 0) - 14;

  pal_colour_set (cr, &pal_summary_get_theme (self)->border);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, PAL_SUMMARY_MARGIN, y);
  cairo_line_to (cr, self->width - PAL_SUMMARY_MARGIN, y);
  cairo_stroke (cr);
}

void
pal_summary_paint_page (PalSummary *self, cairo_t *cr, guint page)
{
  const GPtrArray *placed;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < pal_summary_paginate (self));

  cairo_save (cr);
  cairo_new_path (cr);
  pal_summary_paint_header (self, cr, page);
  if (page == 0)
    {
      pal_summary_paint_figures (self, cr);
      paint_legend_rule (self, cr);
    }
  placed = self->pages->pdata[page];
  for (guint i = 0; i < placed->len; i++)
    paint_placed (self, cr, placed->pdata[i]);
  pal_summary_paint_footer (self, cr, page);
  cairo_restore (cr);
}

/* Making
 * ------------------------------------------------------------------------------------------- */

/* The visit as it was felt: what was only copied from the visit before stays out. */
static PalVisit *
copy_without_carried (const PalVisit *visit)
{
  PalVisit *copy = pal_visit_copy (visit);

  for (guint i = copy->marks->len; i > 0; i--)
    if (((const PalMark *) copy->marks->pdata[i - 1])->carried)
      g_ptr_array_remove_index (copy->marks, i - 1);
  return copy;
}

static gboolean
take_visits (PalSummary *self, const PalClientFile *file, const char *visit_id)
{
  for (guint i = 0; i < file->visits->len && self->visit == NULL; i++)
    {
      PalVisit *visit = file->visits->pdata[i];
      gboolean last = i + 1 == file->visits->len;

      g_ptr_array_add (self->visits, pal_visit_ref (visit));
      if (visit_id != NULL ? g_strcmp0 (visit->id, visit_id) == 0 : last)
        self->visit = copy_without_carried (visit);
    }
  if (self->visit != NULL && self->visits->len > 1)
    self->before = pal_visit_ref (self->visits->pdata[self->visits->len - 2]);
  return self->visit != NULL;
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Lines break at the same place on every device. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

PalSummary *
pal_summary_new (const PalClientFile *file,
                 const char *visit_id,
                 PalAtlas *atlas,
                 PalVocabulary *vocabulary,
                 const char *practice_name,
                 const char *practice_contact,
                 PalPaper paper,
                 PalDate today,
                 GError **error)
{
  g_autoptr (PalSummary) self = g_new0 (PalSummary, 1);

  g_return_val_if_fail (file != NULL && atlas != NULL && vocabulary != NULL, NULL);

  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  if (!take_visits (self, file, visit_id))
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           visit_id != NULL ? _ ("This client has no such visit.")
                                            : _ ("This client has no visit yet."));
      return NULL;
    }
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->client = pal_client_ref (file->client);
  self->main_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_block_free);
  self->side_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_block_free);
  self->practice_name = g_strdup (practice_name);
  self->practice_contact = g_strdup (practice_contact);
  self->today = today;
  /* Translators: "rtl" for languages written from right to left, else "ltr" */
  self->mirrored = strcmp (C_ ("direction of writing", "ltr"), "rtl") == 0;
  self->context = create_context ();
  pal_paper_get_size (paper, &self->width, &self->height);
  pal_summary_fill (self);
  return g_steal_pointer (&self);
}

void
pal_summary_free (PalSummary *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->main_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->side_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->crops, pal_crops_free);
  g_clear_pointer (&self->map, pal_body_map_free);
  g_clear_pointer (&self->visit, pal_visit_unref);
  g_clear_pointer (&self->before, pal_visit_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->client, pal_client_unref);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  g_clear_object (&self->context);
  g_free (self->practice_name);
  g_free (self->practice_contact);
  g_free (self);
}

void
pal_summary_set_mono (PalSummary *self, gboolean mono)
{
  g_return_if_fail (self != NULL);
  self->mono = mono;
}

/* Writing
 * ------------------------------------------------------------------------------------------ */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* File managers and mail programs show the title: it names no person and no finding. */
static cairo_status_t
render_pdf (PalSummary *self, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = pal_summary_paginate (self);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Your session"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Palpate");
  for (guint page = 0; page < n_pages; page++)
    {
      pal_summary_paint_page (self, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
pal_summary_write_pdf (PalSummary *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) reason = NULL;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  status = render_pdf (self, bytes);
  if (status == CAIRO_STATUS_SUCCESS &&
      g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &reason))
    return TRUE;
  g_set_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
               /* Translators: %1$s is the name of a file, %2$s the reason. */
               _ ("%1$s could not be written: %2$s"), path,
               reason != NULL ? reason->message : cairo_status_to_string (status));
  return FALSE;
}
