/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures on the client's page: the map of the visit with its legend, and the two crops. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-summary-private.h"

#include <glib/gi18n-lib.h>

#define LEGEND_HEIGHT 24.0

/* How many regions of a visit a view can show. */
static guint
count_marks_in (const PalSummary *self, const PalVisit *visit, PalView view)
{
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->client->figure, view);
  guint n = 0;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
      n += region != NULL && pal_plate_find_shape (plate, region, mark->side) != NULL;
    }
  return n;
}

/* Front and back always; the side that shows more; the soles when something is marked there. */
static guint
choose_views (const PalSummary *self, PalView *views)
{
  guint n = 0;
  guint left = count_marks_in (self, self->visit, PAL_VIEW_LEFT);
  guint right = count_marks_in (self, self->visit, PAL_VIEW_RIGHT);
  views[n++] = PAL_VIEW_FRONT;
  views[n++] = PAL_VIEW_BACK;
  if (count_marks_in (self, self->visit, PAL_VIEW_SOLES) > 0)
    views[n++] = PAL_VIEW_SOLES;
  views[n++] = right > left ? PAL_VIEW_RIGHT : PAL_VIEW_LEFT;
  return n;
}

static void
paint_legend (PalSummary *self, cairo_t *cr, double y)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  double x = PAL_SUMMARY_MARGIN;
  for (int severity = 1; severity <= 3; severity++)
    {
      g_autoptr (PangoLayout) words =
          pal_summary_layout (self, pal_severity_get_name (severity), 9, FALSE, -1);
      int width;
      pango_layout_get_pixel_size (words, &width, NULL);
      pal_severity_swatch_paint (cr, pal_summary_mirror (self, x, 20), y + 1, 20, 12, severity,
                                 theme);
      pal_colour_set (cr, &theme->dim_text);
      cairo_move_to (cr, pal_summary_mirror (self, x + 26, width), y);
      pango_cairo_show_layout (cr, words);
      x += 26 + width + 18;
    }
  g_autoptr (PangoLayout) sides =
      pal_summary_layout (self, _ ("Left and right are your own."), 9, FALSE, -1);
  int width;
  pango_layout_get_pixel_size (sides, &width, NULL);
  pal_colour_set (cr, &theme->dim_text);
  cairo_move_to (cr, pal_summary_mirror (self, x, width), y);
  pango_cairo_show_layout (cr, sides);
}

void
pal_summary_paint_figures (PalSummary *self, cairo_t *cr)
{
  PalView views[PAL_VIEW_N];
  PalRect band = pal_summary_get_band (self);
  const PalTheme *theme = pal_summary_get_theme (self);
  guint n = choose_views (self, views);
  double widths = 0;
  for (guint i = 0; i < n; i++)
    widths +=
        pal_plate_get_bounds (pal_atlas_get_plate (self->atlas, self->client->figure, views[i]))
            .width;
  double height = band.height - LEGEND_HEIGHT;
  double gap = 26;
  double scale = MIN (height / 1010.0, (band.width - gap * (n - 1)) / widths);
  double spare = (band.width - widths * scale) / MAX (1, n - 1);
  double x = band.x;

  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_visit (self->atlas, self->vocabulary, self->visit);
  for (guint i = 0; i < n; i++)
    {
      const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->client->figure, views[i]);
      PalRect bounds = pal_plate_get_bounds (plate);
      double top = views[i] == PAL_VIEW_SOLES ? band.y + height - bounds.height * scale : band.y;
      cairo_save (cr);
      cairo_translate (cr, x - bounds.x * scale, top - bounds.y * scale);
      cairo_scale (cr, scale, scale);
      pal_body_paint (cr, plate, map, self->vocabulary, theme, scale, PAL_PAINT_LETTERS);
      cairo_restore (cr);
      x += bounds.width * scale + spare;
    }
  paint_legend (self, cr, band.y + height + 8);
}

/* The crops
 * ---------------------------------------------------------------------------------------- */

gboolean
pal_summary_has_crops (const PalSummary *self)
{
  return self->before != NULL && self->before->marks->len + self->visit->marks->len > 0;
}

static PalView
choose_crop_view (const PalSummary *self)
{
  static const PalView views[] = { PAL_VIEW_LEFT, PAL_VIEW_RIGHT, PAL_VIEW_BACK, PAL_VIEW_FRONT };
  PalView best = PAL_VIEW_FRONT;
  guint most = 0;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      guint n = count_marks_in (self, self->visit, views[i]) +
                count_marks_in (self, self->before, views[i]);
      if (n > most)
        {
          most = n;
          best = views[i];
        }
    }
  return best;
}

static void
extend_box (PalRect *box, const PalRect *by)
{
  if (box->width <= 0)
    {
      *box = *by;
      return;
    }
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);
  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* What both visits marked, with air around, in the shape of the crop. */
static PalRect
choose_crop_box (const PalSummary *self, const PalPlate *plate, double ratio)
{
  PalRect box = { 0 };
  const PalVisit *visits[] = { self->before, self->visit };
  for (guint v = 0; v < G_N_ELEMENTS (visits); v++)
    {
      for (guint i = 0; i < visits[v]->marks->len; i++)
        {
          const PalMark *mark = g_ptr_array_index (visits[v]->marks, i);
          const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
          const PalShape *shape =
              region != NULL ? pal_plate_find_shape (plate, region, mark->side) : NULL;
          if (shape != NULL)
            extend_box (&box, &shape->bounds);
        }
    }
  if (box.width <= 0)
    box = pal_plate_get_bounds (plate);
  double height = MAX (box.height + 60, 260);
  double width = MAX (box.width + 60, height * ratio);
  height = MAX (height, width / ratio);
  box.x += (box.width - width) / 2;
  box.y += (box.height - height) / 2;
  box.width = width;
  box.height = height;
  return box;
}

static void
paint_crop (PalSummary *self,
            cairo_t *cr,
            const PalPlate *plate,
            const PalBodyMap *map,
            const PalRect *box,
            const PalRect *place)
{
  cairo_matrix_t matrix;
  double scale = pal_body_fit (box, place->x, place->y, place->width, place->height, &matrix);
  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_transform (cr, &matrix);
  pal_body_paint (cr, plate, map, self->vocabulary, pal_summary_get_theme (self), scale,
                  PAL_PAINT_DEFAULT);
  cairo_restore (cr);
}

void
pal_summary_paint_crops (PalSummary *self, cairo_t *cr, double x, double y, double width)
{
  const PalPlate *plate =
      pal_atlas_get_plate (self->atlas, self->client->figure, choose_crop_view (self));
  double each = (width - 12) / 2;
  PalRect box = choose_crop_box (self, plate, each / PAL_SUMMARY_CROP_HEIGHT);
  g_autoptr (PalBodyMap) then =
      pal_body_map_new_for_visit (self->atlas, self->vocabulary, self->before);
  g_autoptr (PalBodyMap) now = pal_body_map_new_after (self->atlas, self->vocabulary, self->visit);
  PalRect first = { x, y, each, PAL_SUMMARY_CROP_HEIGHT };
  PalRect second = { x + each + 12, y, each, PAL_SUMMARY_CROP_HEIGHT };
  paint_crop (self, cr, plate, then, &box, self->mirrored ? &second : &first);
  paint_crop (self, cr, plate, now, &box, self->mirrored ? &first : &second);
}
