/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting what has its place. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-flow.h"

#define FRAME_RADIUS 8.0

static void
paint_frame (const PalPage *page, cairo_t *cr, const PalBox *box)
{
  double x = box->x, y = box->y, right = x + box->width, bottom = y + box->height;
  double radius = FRAME_RADIUS;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.1);
  pal_colour_set (cr, &pal_page_get_theme (page)->text);
  cairo_stroke (cr);
}

/* Only the lines placed here; those before and after stand in other columns. */
static void
paint_lines (cairo_t *cr, const PalPlaced *placed)
{
  PangoLayoutIter *iter = pango_layout_get_iter (placed->layout);

  for (int i = 0; i < placed->n_lines; i++)
    {
      PangoRectangle line;
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      cairo_move_to (cr, placed->box.x + (double) line.x / PANGO_SCALE,
                     placed->box.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  cairo_new_path (cr);
  pango_layout_iter_free (iter);
}

static void
paint_rule (const PalPage *page, cairo_t *cr, const PalBox *box)
{
  pal_colour_set (cr, &pal_page_get_theme (page)->border);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, box->x, box->y);
  cairo_line_to (cr, box->x + box->width, box->y);
  cairo_stroke (cr);
}

static void
paint_dot (const PalPage *page, cairo_t *cr, const PalBox *box)
{
  double radius = pal_page_get_size (page, PAL_TEXT_BODY) * 0.14;
  double x = page->mirrored ? box->x + box->width - 2 * radius : box->x + 2 * radius;

  pal_colour_set (cr, &pal_page_get_theme (page)->dim_text);
  cairo_arc (cr, x, box->y + box->height / 2, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
pal_placed_paint (const PalPlaced *self, const PalPage *page, cairo_t *cr)
{
  switch (self->type)
    {
    case PAL_PLACED_TEXT:
      pal_colour_set (cr, pal_page_get_colour (page, self->style));
      paint_lines (cr, self);
      break;
    case PAL_PLACED_FIGURE:
      cairo_save (cr);
      self->block->paint (page, cr, &self->box, self->block->data);
      cairo_restore (cr);
      cairo_new_path (cr);
      break;
    case PAL_PLACED_FRAME:
      paint_frame (page, cr, &self->box);
      break;
    case PAL_PLACED_RULE:
      paint_rule (page, cr, &self->box);
      break;
    case PAL_PLACED_DOT:
      paint_dot (page, cr, &self->box);
      break;
    }
}
