/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bodies and their legend. A mark is drawn only in views in which the catalogue has its region. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-map-figure.h"

#include <glib/gi18n-lib.h>

#include "draw/pal-body-paint.h"

#define FIGURE_UNITS 1000.0
#define LEAST_GAP 14.0
#define GREATEST_GAP 80.0
#define LEGEND_GAP 6.0
#define RULE_GAP 12.0

PalMapFigure *
pal_map_figure_new (PalAtlas *atlas, PalVocabulary *vocabulary, PalFigure figure, PalBodyMap *map)
{
  PalMapFigure *self = g_new0 (PalMapFigure, 1);

  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->figure = figure;
  self->map = map;
  return self;
}

void
pal_map_figure_free (PalMapFigure *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->severity_words); i++)
    g_free (self->severity_words[i]);
  g_free (self->note);
  g_clear_pointer (&self->map, pal_body_map_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  g_free (self);
}

/* Views
 * -------------------------------------------------------------------------------------------- */

static const PalPlate *
get_plate (const PalMapFigure *self, PalView view)
{
  return pal_atlas_get_plate (self->atlas, self->figure, view);
}

static const PalShape *
find_mark_shape (const PalMapFigure *self, const PalMark *mark, PalView view)
{
  const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
  return region != NULL ? pal_plate_find_shape (get_plate (self, view), region, mark->side) : NULL;
}

static gboolean
is_shown (const PalMapFigure *self, const PalMark *mark)
{
  for (guint i = 0; i < self->n_views; i++)
    if (find_mark_shape (self, mark, self->views[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* How many marks a view shows; with @only_new, those that no chosen view shows yet. */
static guint
count_marks (const PalMapFigure *self, const PalVisit *visit, PalView view, gboolean only_new)
{
  guint n = 0;

  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = visit->marks->pdata[i];
      if (find_mark_shape (self, mark, view) != NULL && !(only_new && is_shown (self, mark)))
        n++;
    }
  return n;
}

void
pal_map_figure_choose_views (PalMapFigure *self, const PalVisit *visit)
{
  guint left = count_marks (self, visit, PAL_VIEW_LEFT, FALSE);
  guint right = count_marks (self, visit, PAL_VIEW_RIGHT, FALSE);
  PalView fuller = right > left ? PAL_VIEW_RIGHT : PAL_VIEW_LEFT;
  PalView other = right > left ? PAL_VIEW_LEFT : PAL_VIEW_RIGHT;

  self->n_views = 0;
  self->views[self->n_views++] = PAL_VIEW_FRONT;
  self->views[self->n_views++] = PAL_VIEW_BACK;
  if (count_marks (self, visit, PAL_VIEW_SOLES, TRUE) > 0)
    self->views[self->n_views++] = PAL_VIEW_SOLES;
  if (MAX (left, right) > 0)
    self->views[self->n_views++] = fuller;
  if (count_marks (self, visit, other, TRUE) > 0)
    self->views[self->n_views++] = other;
}

void
pal_map_figure_set_all_views (PalMapFigure *self)
{
  static const PalView views[] = { PAL_VIEW_RIGHT, PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT,
                                   PAL_VIEW_SOLES };

  self->n_views = G_N_ELEMENTS (views);
  for (guint i = 0; i < self->n_views; i++)
    self->views[i] = views[i];
}

void
pal_map_figure_explain (PalMapFigure *self, const PalVisit *visit)
{
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = visit->marks->pdata[i];
      const PalTerm *kind = pal_vocabulary_find (self->vocabulary, PAL_TERMS_KIND, mark->kind);

      if (kind == NULL)
        continue;
      if (kind->has_severity)
        self->signs |= PAL_LEGEND_SEVERITY;
      /* Tightness has no glyph: its tone says it. */
      if (strcmp (kind->id, "tight") != 0 && kind->index < 32)
        self->kinds |= 1u << kind->index;
    }
}

/* Legend
 * ------------------------------------------------------------------------------------------- */

/* A row of the legend being filled. */
typedef struct
{
  const PalMapFigure *figure;
  const PalPage *page;
  cairo_t *cr; /* nullable: measures only */
  double left, right, x, y, line;
} Legend;

/* Makes room for a symbol and its words; returns where the symbol belongs. */
static double
add_entry (Legend *self, const char *words, double symbol_width)
{
  g_autoptr (PangoLayout) layout = pal_page_create_layout (self->page, words, PAL_TEXT_LABEL, -1);
  double lead = symbol_width > 0 ? symbol_width + 6 : 0, left;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (self->x + lead + width > self->right && self->x > self->left)
    {
      self->x = self->left;
      self->y += self->line;
    }
  left = self->x;
  pal_page_show (self->page, self->cr, layout, left + lead, self->y + (self->line - height) / 2,
                 width, PAL_TEXT_LABEL);
  self->x += lead + width + (self->page->large ? 28 : 20);
  return pal_page_mirror (self->page, left, symbol_width);
}

static void
add_severities (Legend *legend)
{
  const PalMapFigure *self = legend->figure;
  double size = pal_page_get_size (legend->page, PAL_TEXT_LABEL);
  double width = size * 2.5, height = size * 1.37;

  for (int severity = 1; severity <= 3; severity++)
    {
      const char *words = self->severity_words[severity] != NULL ? self->severity_words[severity]
                                                                 : pal_severity_get_name (severity);
      double x = add_entry (legend, words, width);

      if (legend->cr != NULL)
        pal_severity_swatch_paint (legend->cr, x, legend->y + (legend->line - height) / 2, width,
                                   height, severity, pal_page_get_theme (legend->page));
    }
}

static void
add_changes (Legend *legend)
{
  double size = pal_page_get_size (legend->page, PAL_TEXT_LABEL);
  double width = size * 2.5, height = size * 1.37;

  for (int change = PAL_CHANGE_NEW; change <= PAL_CHANGE_GONE; change++)
    {
      double x = add_entry (legend, pal_change_word_get_name ((PalChangeWord) change), width);

      if (legend->cr != NULL)
        pal_change_swatch_paint (legend->cr, x, legend->y + (legend->line - height) / 2, width,
                                 height, (PalChangeWord) change, pal_page_get_theme (legend->page));
    }
}

static void
add_heat (Legend *legend)
{
  double size = pal_page_get_size (legend->page, PAL_TEXT_LABEL);
  double width = size * 2.5, height = size * 1.37;

  for (int key = 0; key < PAL_HEAT_KEY_N; key++)
    {
      double x = add_entry (legend, pal_heat_key_get_name ((PalHeatKey) key), width);

      if (legend->cr != NULL)
        pal_heat_swatch_paint (legend->cr, x, legend->y + (legend->line - height) / 2, width,
                               height, (PalHeatKey) key, pal_page_get_theme (legend->page));
    }
}

static void
add_kinds (Legend *legend)
{
  const PalMapFigure *self = legend->figure;
  double radius = pal_page_get_size (legend->page, PAL_TEXT_LABEL) * 0.48;

  for (guint i = 0; i < pal_vocabulary_get_n (self->vocabulary, PAL_TERMS_KIND) && i < 32; i++)
    {
      const PalTerm *term = pal_vocabulary_get (self->vocabulary, PAL_TERMS_KIND, i);
      double x;

      if ((self->kinds & 1u << i) == 0)
        continue;
      x = add_entry (legend, pal_term_get_name (term), 3 * radius);
      if (legend->cr != NULL)
        pal_kind_swatch_paint (legend->cr, x + 1.5 * radius, legend->y + legend->line / 2, radius,
                               term->id, pal_page_get_theme (legend->page));
    }
}

/* Returns: the height of the legend, which takes several lines when it must. */
static double
lay_legend (const PalMapFigure *self, const PalPage *page, cairo_t *cr, const PalBox *box)
{
  double left = pal_page_mirror (page, box->x, box->width);
  Legend legend = { .figure = self,
                    .page = page,
                    .cr = cr,
                    .left = left,
                    .right = left + box->width,
                    .x = left,
                    .y = box->y,
                    .line = pal_page_get_size (page, PAL_TEXT_LABEL) * 1.9 };

  if (self->signs & PAL_LEGEND_SEVERITY)
    add_severities (&legend);
  if (self->signs & PAL_LEGEND_CHANGE)
    add_changes (&legend);
  if (self->signs & PAL_LEGEND_HEAT)
    add_heat (&legend);
  add_kinds (&legend);
  if (self->note != NULL)
    add_entry (&legend, self->note, 0);
  if (legend.x == legend.left && legend.y == box->y)
    return 0;
  return legend.y + legend.line - box->y;
}

/* The figures
 * --------------------------------------------------------------------------------------- */

/* How high the figures are: soles alone are as large as they can be. */
static double
get_units (const PalMapFigure *self)
{
  if (self->n_views == 1 && self->views[0] == PAL_VIEW_SOLES)
    return pal_plate_get_bounds (get_plate (self, PAL_VIEW_SOLES)).height;
  return FIGURE_UNITS;
}

static double
get_scale (const PalMapFigure *self, double room, double *widths)
{
  *widths = 0;
  for (guint i = 0; i < self->n_views; i++)
    *widths += pal_plate_get_bounds (get_plate (self, self->views[i])).width;
  return MIN (self->height / (get_units (self) + 6),
              (room - LEAST_GAP * (self->n_views - 1)) / *widths);
}

static double
get_height (const PalMapFigure *self, double room)
{
  double widths;

  /* A legend alone, for signs elsewhere on the page. */
  if (self->n_views == 0)
    return 0;
  return MIN (self->height, get_scale (self, room, &widths) * (get_units (self) + 6));
}

static double
measure (const PalPage *page, double width, gpointer data)
{
  PalMapFigure *self = data;
  PalBox box = { 0, 0, width, 0 };
  double legend;

  /* Pages are tried out with figures of many heights, below which the words stand alike. */
  if (self->legend_width != width)
    {
      self->legend_width = width;
      self->legend_height = lay_legend (self, page, NULL, &box);
    }
  legend = self->legend_height;
  return get_height (self, width) + (legend > 0 ? LEGEND_GAP + legend : 0) +
         (self->ruled ? RULE_GAP : 0);
}

static void
paint_bodies (const PalMapFigure *self, const PalPage *page, cairo_t *cr, const PalBox *box)
{
  double widths, scale, gap, x;

  if (self->n_views == 0)
    return;
  scale = get_scale (self, box->width, &widths);
  gap = MIN ((box->width - widths * scale) / MAX (1, self->n_views - 1), GREATEST_GAP);
  x = box->x + (box->width - widths * scale - gap * (self->n_views - 1)) / 2;
  for (guint i = 0; i < self->n_views; i++)
    {
      const PalPlate *plate = get_plate (self, self->views[i]);
      PalRect bounds = pal_plate_get_bounds (plate);
      double bottom = self->views[i] == PAL_VIEW_SOLES ? bounds.y + bounds.height : FIGURE_UNITS;

      cairo_save (cr);
      cairo_translate (cr, x - bounds.x * scale, box->y + (get_units (self) - bottom) * scale);
      cairo_scale (cr, scale, scale);
      pal_body_paint (cr, plate, self->map, self->vocabulary, pal_page_get_theme (page), scale,
                      PAL_PAINT_LETTERS);
      cairo_restore (cr);
      x += bounds.width * scale + gap;
    }
}

static void
paint (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const PalMapFigure *self = data;
  PalBox below = *box;
  double bottom = box->y + box->height;

  paint_bodies (self, page, cr, box);
  below.y += get_height (self, box->width) + LEGEND_GAP;
  lay_legend (self, page, cr, &below);
  if (!self->ruled)
    return;
  pal_colour_set (cr, &pal_page_get_theme (page)->border);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, box->x, bottom);
  cairo_line_to (cr, box->x + box->width, bottom);
  cairo_stroke (cr);
}

PalBlock *
pal_map_figure_add (PalMapFigure *self, GPtrArray *blocks)
{
  return pal_blocks_add_figure (blocks, measure, paint, self, (GDestroyNotify) pal_map_figure_free);
}
