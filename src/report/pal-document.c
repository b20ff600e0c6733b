/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents: made, placed on pages, painted. Written as PDF in pal-pdf.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-document-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (pal - report - error - quark, pal_report_error)

PalDocument *
pal_document_new (const PalReportSetup *setup, const char *title)
{
  PalDocument *self = g_new0 (PalDocument, 1);

  g_return_val_if_fail (setup != NULL && setup->atlas != NULL && setup->vocabulary != NULL, NULL);

  pal_page_init (&self->page, setup->paper, setup->large, setup->mono);
  self->atlas = pal_atlas_ref (setup->atlas);
  self->vocabulary = pal_vocabulary_ref (setup->vocabulary);
  self->today = setup->today;
  self->language = g_strdup (setup->language);
  if (setup->practice_name != NULL && *setup->practice_name != '\0')
    self->author = g_strdup (setup->practice_name);
  self->title = g_strdup (title);
  self->far_lines = g_ptr_array_new_with_free_func (g_free);
  self->blocks = pal_blocks_new ();
  pal_document_add_far_line (self, setup->practice_name);
  return self;
}

void
pal_document_free (PalDocument *self)
{
  if (self == NULL)
    return;
  pal_document_clear_pages (self);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->far_lines, g_ptr_array_unref);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  pal_page_clear (&self->page);
  g_free (self->language);
  g_free (self->author);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->running);
  g_free (self->foot);
  g_free (self);
}

void
pal_document_add_far_line (PalDocument *self, const char *line)
{
  g_auto (GStrv) parts = line != NULL ? g_strsplit (line, " · ", -1) : NULL;

  /* The edge is narrow: what is parted by dots stands better one below the other. */
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (self->far_lines, g_strdup (parts[i]));
}

void
pal_document_set_logo (PalDocument *self, const PalReportSetup *setup)
{
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  self->logo = pal_letterhead_load (setup->logo, self->page.mono);
}

void
pal_document_set_client (PalDocument *self, const PalClient *client, const char *what)
{
  g_autofree char *name = pal_client_dup_name (client);

  g_free (self->subtitle);
  if (what == NULL || *what == '\0' || *name == '\0')
    self->subtitle = g_strdup (*name != '\0' ? name : what);
  else
    self->subtitle = g_strdup_printf ("%s · %s", name, what);
}

/* Placing
 * ------------------------------------------------------------------------------------------ */

void
pal_document_clear_pages (PalDocument *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

GPtrArray *
pal_document_add_page (PalDocument *self)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_placed_free);

  if (self->pages == NULL)
    self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->pages, page);
  return page;
}

/* Head and foot change with the line spacing alone. */
static const PalDocumentMeasures *
measure (PalDocument *self)
{
  PalDocumentMeasures *measures = &self->measures;

  if (measures->line_spacing != self->page.line_spacing)
    {
      measures->line_spacing = self->page.line_spacing;
      measures->heads[0] = pal_document_paint_head (self, NULL, 0);
      measures->heads[1] = pal_document_paint_head (self, NULL, 1);
      measures->foot = pal_document_paint_foot (self, NULL, 0);
    }
  return measures;
}

PalColumn
pal_document_make_column (PalDocument *self, double x, double width)
{
  guint page = self->pages->len - 1;
  const PalDocumentMeasures *measures = measure (self);

  return (PalColumn){ .page = &self->page,
                      .placed = self->pages->pdata[page],
                      .x = x,
                      .y = measures->heads[page == 0 ? 0 : 1],
                      .width = width,
                      .bottom = measures->foot - 12,
                      .empty = TRUE,
                      .spares = TRUE };
}

void
pal_document_flow_on (PalDocument *self, PalCursor *cursor)
{
  gboolean done = pal_cursor_is_done (cursor);

  while (!done)
    {
      PalColumn column;

      pal_document_add_page (self);
      column = pal_document_make_column (self, self->page.margin, pal_page_get_room (&self->page));
      done = pal_column_fill (&column, cursor);
    }
}

static void
place (PalDocument *self)
{
  PalCursor cursor = { .blocks = self->blocks };

  if (self->pages != NULL)
    return;
  if (self->flow != NULL)
    self->flow (self);
  else
    pal_document_flow_on (self, &cursor);
  if (self->pages == NULL)
    pal_document_add_page (self);
}

/* Reading and painting
 * ----------------------------------------------------------------------------- */

const char *
pal_document_get_title (const PalDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

void
pal_document_get_size (const PalDocument *self, double *width_pt, double *height_pt)
{
  g_return_if_fail (self != NULL);
  *width_pt = self->page.width;
  *height_pt = self->page.height;
}

guint
pal_document_get_n_pages (PalDocument *self)
{
  g_return_val_if_fail (self != NULL, 1);
  place (self);
  return self->pages->len;
}

void
pal_document_paint_page (PalDocument *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < pal_document_get_n_pages (self));

  cairo_save (cr);
  cairo_new_path (cr);
  pal_document_paint_head (self, cr, page);
  pal_document_paint_placed (self, cr, self->pages->pdata[page]);
  pal_document_paint_foot (self, cr, page);
  cairo_restore (cr);
}
