/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of a progress report: regions by visits, and training over the same time. They are
 * drawn for screens in pixels; on paper they are a little smaller. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-load-paint.h"
#include "draw/pal-matrix-paint.h"
#include "report/pal-progress-private.h"

/* Points a pixel. */
#define MATRIX_SCALE 0.68
#define LARGE_MATRIX_SCALE 1.0
#define LOAD_SCALE 0.78
#define LARGE_LOAD_SCALE 1.1
/* Lines of the matrix that stand together, below a head of their own. */
#define LINES_TOGETHER 11

static double
choose_scale (const PalPage *page, double normal, double large)
{
  return page->large ? large : normal;
}

/* Lets a painter of screens work in its pixels, with its top left corner in the box. */
static void
begin_pixels (cairo_t *cr, const PalBox *box, double scale)
{
  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, scale, scale);
}

/* Matrix
 * ------------------------------------------------------------------------------------------- */

/* Some lines of the matrix, below a head of their own. The document keeps the sheet. */
typedef struct
{
  const PalMatrixSheet *sheet;
  guint first, last;
} MatrixPart;

static double
get_top (const MatrixPart *self)
{
  return ((const PalMatrixLine *) self->sheet->lines->pdata[self->first])->y;
}

static double
measure_matrix (const PalPage *page, double width, gpointer data)
{
  const MatrixPart *self = data;
  const PalMatrixLine *last = self->sheet->lines->pdata[self->last];

  return (PAL_MATRIX_HEAD_HEIGHT + last->y + last->height - get_top (self)) *
         choose_scale (page, MATRIX_SCALE, LARGE_MATRIX_SCALE);
}

static void
paint_matrix (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const MatrixPart *self = data;
  double scale = choose_scale (page, MATRIX_SCALE, LARGE_MATRIX_SCALE);
  PalMatrixGeometry geometry = pal_matrix_measure (self->sheet, box->width / scale, page->mirrored);
  const PalTheme *theme = pal_page_get_theme (page);

  begin_pixels (cr, box, scale);
  pal_matrix_paint_head (cr, self->sheet, &geometry, theme);
  cairo_translate (cr, 0, -get_top (self));
  pal_matrix_paint_lines (cr, self->sheet, &geometry, theme, self->first, self->last);
  cairo_restore (cr);
}

static void
add_part (const PalProgress *self, const PalMatrixSheet *sheet, guint first, guint last)
{
  MatrixPart *part = g_new0 (MatrixPart, 1);

  *part = (MatrixPart){ sheet, first, last };
  pal_blocks_add_figure (self->document->blocks, measure_matrix, paint_matrix, part, g_free);
}

/* A group stays whole where it can: a part ends before a heading. */
static guint
find_last (const PalMatrixSheet *sheet, guint first, guint together)
{
  guint last = MIN (first + together, sheet->lines->len) - 1;

  if (last + 1 == sheet->lines->len)
    return last;
  for (guint i = last + 1; i > first + 1; i--)
    if (((const PalMatrixLine *) sheet->lines->pdata[i])->group != NULL)
      return i - 1;
  return last;
}

void
pal_progress_add_matrix (const PalProgress *self, const PalMatrixSheet *sheet)
{
  guint together = self->document->page.large ? LINES_TOGETHER - 1 : LINES_TOGETHER;

  if (sheet->lines->len == 0)
    return;
  pal_blocks_add (self->document->blocks, PAL_BLOCK_HEADING,
                  _ ("Region by region, visit by visit"));
  for (guint first = 0; first < sheet->lines->len;)
    {
      guint last = find_last (sheet, first, together);

      add_part (self, sheet, first, last);
      first = last + 1;
    }
  pal_blocks_add (self->document->blocks, PAL_BLOCK_DIM,
                  _ ("The darker a box, the more was felt; an empty one was clear, a hatched one "
                     "was not examined."));
}

/* Load
 * --------------------------------------------------------------------------------------------- */

/* The picture keeps its theme and width until it is painted. */
static PalLoadPicture
fit_picture (const PalPage *page, double width, const PalLoadPicture *picture)
{
  PalLoadPicture fitted = *picture;
  fitted.rtl = page->mirrored;

  fitted.theme = pal_page_get_theme (page);
  fitted.width = width / choose_scale (page, LOAD_SCALE, LARGE_LOAD_SCALE);
  return fitted;
}

/* Signs and their words in a row, as many rows as they need. Returns: their height. */
static double
lay_keys (const PalPage *page, cairo_t *cr, const PalLoadPicture *picture, const PalBox *box)
{
  double line = pal_page_get_size (page, PAL_TEXT_LABEL) * 1.9, sign = line;
  double left = pal_page_mirror (page, box->x, box->width), x = left, y = box->y;

  for (int key = 0; key < PAL_LOAD_KEY_N; key++)
    {
      g_autoptr (PangoLayout) words = NULL;
      double width;

      if (!pal_load_key_is_used (picture, (PalLoadKey) key))
        continue;
      words = pal_page_create_layout (page, pal_load_key_get_name ((PalLoadKey) key),
                                      PAL_TEXT_LABEL, -1);
      width = pal_layout_get_width (words);
      if (x > left && x + sign + 4 + width > left + box->width)
        {
          x = left;
          y += line;
        }
      pal_page_show (page, cr, words, x + sign + 4, y + (line - pal_layout_get_height (words)) / 2,
                     width, PAL_TEXT_LABEL);
      if (cr != NULL)
        pal_load_swatch_paint (cr, pal_page_mirror (page, x, sign), y, sign, line, (PalLoadKey) key,
                               picture->theme);
      x += sign + width + 20;
    }
  return y + line - box->y;
}

static double
measure_load (const PalPage *page, double width, gpointer data)
{
  PalLoadPicture picture = fit_picture (page, width, data);
  PalBox box = { 0, 0, width, 0 };

  return pal_load_picture_measure (&picture) * choose_scale (page, LOAD_SCALE, LARGE_LOAD_SCALE) +
         lay_keys (page, NULL, &picture, &box);
}

static void
paint_load (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  PalLoadPicture picture = fit_picture (page, box->width, data);
  double scale = choose_scale (page, LOAD_SCALE, LARGE_LOAD_SCALE);
  PalBox below = *box;

  begin_pixels (cr, box, scale);
  pal_load_picture_paint (&picture, cr);
  cairo_restore (cr);
  below.y += pal_load_picture_measure (&picture) * scale;
  lay_keys (page, cr, &picture, &below);
}

void
pal_progress_add_load (const PalProgress *self, const PalMatrix *matrix)
{
  PalLoadPicture picture = { .insights = self->insights,
                             .matrix = matrix,
                             .vocabulary = self->document->vocabulary };

  if (!pal_load_picture_fit_span (&picture))
    return;
  pal_blocks_add_figure (self->document->blocks, measure_load, paint_load,
                         g_memdup2 (&picture, sizeof picture), g_free);
}
