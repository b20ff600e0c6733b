/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page: what stands on it and how it flows over pages. The figures are in
 * pal-summary-figures.c, the sentences in pal-words.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "report/pal-words.h"

#define COLUMN_GAP 28.0
#define MAIN_SHARE 0.55
#define BODY_SIZE 10.5
#define HEADING_SIZE 12.5
#define HEADER_HEIGHT 62.0

/* A column being filled: where the next line goes. */
typedef struct
{
  double x, y, width;
  guint page;
} Column;

static void
placed_free (PalPlaced *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

const PalTheme *
pal_summary_get_theme (const PalSummary *self)
{
  return self->mono ? pal_theme_get_mono () : pal_theme_get_paper ();
}

double
pal_summary_mirror (const PalSummary *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

PalRect
pal_summary_get_band (const PalSummary *self)
{
  double top = PAL_SUMMARY_MARGIN + HEADER_HEIGHT;
  return (PalRect){ PAL_SUMMARY_MARGIN, top, self->width - 2 * PAL_SUMMARY_MARGIN,
                    (self->height - 2 * PAL_SUMMARY_MARGIN) * 0.43 };
}

PangoLayout *
pal_summary_layout (PalSummary *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  pango_font_description_set_family (font, "Cantarell, Noto Sans, sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_line_spacing (layout, 1.22f);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

/* Flow
 * --------------------------------------------------------------------------------------------- */

static double
get_bottom (const PalSummary *self)
{
  return self->height - PAL_SUMMARY_MARGIN - PAL_SUMMARY_FOOTER;
}

static void
next_page (PalSummary *self, Column *column)
{
  column->page++;
  column->y = PAL_SUMMARY_MARGIN;
  self->n_pages = MAX (self->n_pages, column->page + 1);
}

static double
get_line_height (PangoLayout *layout, int line)
{
  PangoRectangle rect;
  PangoLayoutLine *found = pango_layout_get_line_readonly (layout, line);
  pango_layout_line_get_extents (found, NULL, &rect);
  return (double) rect.height / PANGO_SCALE * 1.22;
}

/* Puts as many lines as fit on each page; nothing is cut off. */
static void
flow_layout (PalSummary *self, Column *column, PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);
  for (int line = 0; line < n;)
    {
      PalPlaced *placed = g_new0 (PalPlaced, 1);
      double top = column->y;
      int first = line;
      while (line < n && column->y + get_line_height (layout, line) <= get_bottom (self))
        column->y += get_line_height (layout, line++);
      placed->page = column->page;
      placed->layout = g_object_ref (layout);
      placed->first_line = first;
      placed->n_lines = line - first;
      placed->x = pal_summary_mirror (self, column->x, column->width);
      placed->y = top;
      placed->width = column->width;
      placed->height = column->y - top;
      g_ptr_array_add (self->placed, placed);
      if (line < n)
        next_page (self, column);
    }
}

static void
flow_text (PalSummary *self, Column *column, const char *text, double size, gboolean bold)
{
  g_autoptr (PangoLayout) layout = pal_summary_layout (self, text, size, bold, column->width);
  flow_layout (self, column, layout);
}

/* A heading never stands alone at the foot of a page. */
static void
flow_section (PalSummary *self, Column *column, const char *heading, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (column->y + 3 * HEADING_SIZE + 2 * BODY_SIZE > get_bottom (self))
    next_page (self, column);
  flow_text (self, column, heading, HEADING_SIZE, TRUE);
  flow_text (self, column, text, BODY_SIZE, FALSE);
  column->y += 12;
}

static char *
dup_until_next_time (PalSummary *self)
{
  g_autoptr (GString) text = g_string_new (self->visit->advice);
  for (guint i = 0; self->visit->home_care != NULL && self->visit->home_care[i] != NULL; i++)
    {
      const PalTerm *term =
          pal_vocabulary_find (self->vocabulary, PAL_TERMS_HOME_CARE, self->visit->home_care[i]);
      if (term == NULL)
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", pal_term_get_name (term),
                              pal_term_get_detail (term));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_next_visit (PalSummary *self)
{
  g_autofree char *when = pal_words_next_visit (self->visit);
  if (when == NULL)
    return NULL;
  /* Translators: on the client's page; %s is "in two weeks" */
  g_autofree char *line = g_strdup_printf (_ ("Next visit: %s"), when);
  PalDate race = self->visit->state.next_race;
  if (race == PAL_NO_DATE || race < self->today)
    return g_steal_pointer (&line);
  int days = race - self->today;
  g_autofree char *to_go = g_strdup_printf (ngettext ("your race is in %d day",
                                                      "your race is in %d days", (gulong) days),
                                            days);
  return g_strdup_printf ("%s\n%s", line, to_go);
}

static void
flow_main (PalSummary *self, Column *column)
{
  g_autofree char *found = pal_words_found (self->visit, self->atlas, self->vocabulary);
  g_autofree char *recurring = pal_words_recurring (self->visits, self->atlas, self->vocabulary);
  g_autofree char *done = pal_words_done (self->visit, self->atlas, self->vocabulary);
  flow_section (self, column, _ ("What we found"), found);
  flow_section (self, column, _ ("What keeps coming back"), recurring);
  flow_section (self, column, _ ("What we did"), done);
}

static void
flow_side (PalSummary *self, Column *column)
{
  self->crops_y = -1;
  if (pal_summary_has_crops (self))
    {
      g_autofree char *day = pal_date_format_display (pal_time_get_local_date (self->before->at));
      /* Translators: below two pictures; %s is the date of the visit before */
      g_autofree char *caption = g_strdup_printf (_ ("%s → today, after treatment"), day);
      flow_text (self, column, _ ("Since last time"), HEADING_SIZE, TRUE);
      self->crops_y = column->y + 2;
      self->crops_width = column->width;
      column->y += PAL_SUMMARY_CROP_HEIGHT + 6;
      flow_text (self, column, caption, 9, FALSE);
      column->y += 12;
    }
  g_autofree char *until = dup_until_next_time (self);
  flow_section (self, column, _ ("Until next time"), until);
  g_autofree char *next = dup_next_visit (self);
  if (next == NULL)
    return;
  if (column->y + 60 > get_bottom (self))
    next_page (self, column);
  column->y += 10;
  column->x += 12;
  column->width -= 24;
  guint first = self->placed->len;
  flow_text (self, column, next, HEADING_SIZE, TRUE);
  for (guint i = first; i < self->placed->len; i++)
    ((PalPlaced *) g_ptr_array_index (self->placed, i))->boxed = TRUE;
}

guint
pal_summary_paginate (PalSummary *self)
{
  g_return_val_if_fail (self != NULL, 1);

  PalRect band = pal_summary_get_band (self);
  double top = band.y + band.height + 18;
  g_ptr_array_set_size (self->placed, 0);
  self->n_pages = 1;
  double main_width = (band.width - COLUMN_GAP) * MAIN_SHARE;
  Column main = { band.x, top, main_width, 0 };
  Column side = { band.x + main_width + COLUMN_GAP, top, band.width - COLUMN_GAP - main_width, 0 };
  flow_main (self, &main);
  flow_side (self, &side);
  return self->n_pages;
}

/* Painting
 * ----------------------------------------------------------------------------------------- */

static void
show_at (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_rule (PalSummary *self, cairo_t *cr, double y, double width, const PalColour *colour)
{
  pal_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, PAL_SUMMARY_MARGIN, y);
  cairo_line_to (cr, self->width - PAL_SUMMARY_MARGIN, y);
  cairo_stroke (cr);
}

static char *
dup_whose (PalSummary *self)
{
  g_autofree char *name = pal_client_dup_name (self->client);
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (self->visit->at));
  if (self->visit->minutes == PAL_UNSET)
    return g_strdup_printf ("%s · %s", name, day);
  g_autofree char *length =
      g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) self->visit->minutes),
                       self->visit->minutes);
  return g_strdup_printf ("%s · %s · %s", name, day, length);
}

static char *
dup_practice (PalSummary *self)
{
  g_autoptr (GString) text = g_string_new (self->practice_name);
  const char *more[] = { self->visit->therapist, self->practice_contact };
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      if (more[i] != NULL && *more[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", more[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
paint_header (PalSummary *self, cairo_t *cr)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double width = self->width - 2 * PAL_SUMMARY_MARGIN;
  double left = PAL_SUMMARY_MARGIN;
  g_autofree char *whose = dup_whose (self);
  g_autofree char *practice = dup_practice (self);
  g_autoptr (PangoLayout) title =
      pal_summary_layout (self, _ ("Your session"), 20, TRUE, width * 0.64);
  g_autoptr (PangoLayout) line = pal_summary_layout (self, whose, 10.5, FALSE, width * 0.64);
  g_autoptr (PangoLayout) right = pal_summary_layout (self, practice, 9.5, FALSE, width * 0.34);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  pango_layout_set_height (right, -3);
  pango_layout_set_height (line, -2);
  pango_layout_set_ellipsize (line, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (right, PANGO_ELLIPSIZE_END);
  pal_colour_set (cr, &theme->text);
  show_at (cr, title, pal_summary_mirror (self, left, width * 0.64), PAL_SUMMARY_MARGIN - 8);
  pal_colour_set (cr, &theme->dim_text);
  show_at (cr, line, pal_summary_mirror (self, left, width * 0.64), PAL_SUMMARY_MARGIN + 19);
  show_at (cr, right, pal_summary_mirror (self, left + width * 0.66, width * 0.34),
           PAL_SUMMARY_MARGIN - 4);
  paint_rule (self, cr, PAL_SUMMARY_MARGIN + 46, 1.2, &theme->text);
}

static void
paint_footer (PalSummary *self, cairo_t *cr, guint page)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double width = self->width - 2 * PAL_SUMMARY_MARGIN;
  double y = self->height - PAL_SUMMARY_MARGIN - PAL_SUMMARY_FOOTER + 16;
  paint_rule (self, cr, y - 6, 0.5, &theme->border);
  g_autofree char *text =
      self->n_pages > 1 ? g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->n_pages) : NULL;
  g_autofree char *whole = g_strconcat (
      _ ("This page describes what was felt and done in a massage session. It is not a "
         "diagnosis. If pain is sharp, comes at night or gets worse, see a doctor or "
         "physiotherapist."),
      text != NULL ? " · " : "", text, NULL);
  g_autoptr (PangoLayout) layout = pal_summary_layout (self, whole, 8, FALSE, width);
  pal_colour_set (cr, &theme->dim_text);
  show_at (cr, layout, PAL_SUMMARY_MARGIN, y);
}

static void
paint_box (PalSummary *self, cairo_t *cr, const PalPlaced *placed)
{
  double x = placed->x - 12, y = placed->y - 8;
  double width = placed->width + 24, height = placed->height + 16, r = 7;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1);
  pal_colour_set (cr, &pal_summary_get_theme (self)->text);
  cairo_stroke (cr);
}

static void
paint_placed (PalSummary *self, cairo_t *cr, const PalPlaced *placed)
{
  double y = placed->y;
  pal_colour_set (cr, &pal_summary_get_theme (self)->text);
  for (int i = placed->first_line; i < placed->first_line + placed->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (placed->layout, i);
      PangoRectangle rect;
      pango_layout_line_get_extents (line, NULL, &rect);
      gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
      double indent = rtl ? placed->width - (double) rect.width / PANGO_SCALE : 0;
      cairo_move_to (cr, placed->x + indent, y - (double) rect.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, line);
      y += get_line_height (placed->layout, i);
    }
  if (placed->boxed)
    paint_box (self, cr, placed);
}

void
pal_summary_paint_page (PalSummary *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL);
  cairo_save (cr);
  cairo_new_path (cr);
  if (page == 0)
    {
      PalRect band = pal_summary_get_band (self);
      paint_header (self, cr);
      pal_summary_paint_figures (self, cr);
      paint_rule (self, cr, band.y + band.height + 8, 0.5, &pal_summary_get_theme (self)->border);
      if (self->crops_y >= 0)
        pal_summary_paint_crops (self, cr,
                                 pal_summary_mirror (self,
                                                     self->width - PAL_SUMMARY_MARGIN -
                                                         self->crops_width,
                                                     self->crops_width),
                                 self->crops_y, self->crops_width);
    }
  for (guint i = 0; i < self->placed->len; i++)
    {
      const PalPlaced *placed = g_ptr_array_index (self->placed, i);
      if (placed->page == page)
        paint_placed (self, cr, placed);
    }
  paint_footer (self, cr, page);
  cairo_restore (cr);
}

/* Making
 * ------------------------------------------------------------------------------------------- */

static gboolean
take_visits (PalSummary *self, const PalClientFile *file, const char *visit_id)
{
  for (guint i = 0; i < file->visits->len && self->visit == NULL; i++)
    {
      PalVisit *visit = g_ptr_array_index (file->visits, i);
      g_ptr_array_add (self->visits, pal_visit_ref (visit));
      gboolean last = i + 1 == file->visits->len;
      if (visit_id != NULL ? g_str_equal (visit->id, visit_id) : last)
        self->visit = pal_visit_ref (visit);
    }
  if (self->visits->len > 1)
    self->before = pal_visit_ref (g_ptr_array_index (self->visits, self->visits->len - 2));
  return self->visit != NULL;
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
  g_return_val_if_fail (file != NULL, NULL);

  g_autoptr (PalSummary) self = g_new0 (PalSummary, 1);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->client = pal_client_ref (file->client);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  self->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) placed_free);
  self->practice_name = g_strdup (practice_name);
  self->practice_contact = g_strdup (practice_contact);
  self->today = today;
  /* Translators: "rtl" for languages written from right to left, else "ltr" */
  self->mirrored = g_str_equal (C_ ("direction of writing", "ltr"), "rtl");
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pal_paper_get_size (paper, &self->width, &self->height);
  if (!take_visits (self, file, visit_id))
    {
      g_set_error_literal (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NO_VISIT,
                           visit_id != NULL ? _ ("This client has no such visit.")
                                            : _ ("This client has no visit yet."));
      return NULL;
    }
  pal_summary_paginate (self);
  return g_steal_pointer (&self);
}

void
pal_summary_free (PalSummary *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->visit, pal_visit_unref);
  g_clear_pointer (&self->before, pal_visit_unref);
  g_ptr_array_unref (self->placed);
  g_ptr_array_unref (self->visits);
  pal_client_unref (self->client);
  pal_atlas_unref (self->atlas);
  pal_vocabulary_unref (self->vocabulary);
  g_object_unref (self->context);
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

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
pal_summary_write_pdf (PalSummary *self, const char *path, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Your session"));
  cairo_t *cr = cairo_create (surface);
  for (guint page = 0; page < self->n_pages; page++)
    {
      pal_summary_paint_page (self, cr, page);
      cairo_show_page (cr);
    }
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  g_autoptr (GError) reason = NULL;
  if (status == CAIRO_STATUS_SUCCESS &&
      g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &reason))
    return TRUE;
  g_set_error (error, PAL_REPORT_ERROR, PAL_REPORT_ERROR_NOT_WRITTEN,
               /* Translators: 1: a file, 2: why */
               _ ("%1$s could not be written: %2$s"), path,
               reason != NULL ? reason->message : cairo_status_to_string (status));
  return FALSE;
}
