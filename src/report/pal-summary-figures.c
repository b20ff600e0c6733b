/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures on the client's page: the map of the visit with its legend, and the two crops. A mark
 * is drawn only in views in which the catalogue has its region. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"

#define LEGEND_SIZE 9.5
#define LEGEND_LINE 18.0
#define FIGURE_UNITS 1000.0
/* What changed this near to the greatest change, in figure units, is in the same crop. */
#define CROP_REACH 260.0
#define CROP_LEAST 250.0
#define CROP_AIR 34.0
#define CROP_GAP 10.0

static const PalPlate *
get_plate (const PalSummary *self, PalView view)
{
  return pal_atlas_get_plate (self->atlas, self->client->figure, view);
}

static const PalShape *
find_mark_shape (const PalSummary *self, const PalMark *mark, PalView view)
{
  const PalRegion *region = pal_atlas_find_region (self->atlas, mark->region);
  return region != NULL ? pal_plate_find_shape (get_plate (self, view), region, mark->side) : NULL;
}

static gboolean
is_shown (const PalSummary *self, const PalMark *mark)
{
  for (guint i = 0; i < self->n_views; i++)
    if (find_mark_shape (self, mark, self->views[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* How many marks a view shows; with @only_new, those that no chosen view shows yet. */
static guint
count_marks (const PalSummary *self, PalView view, gboolean only_new)
{
  guint n = 0;

  for (guint i = 0; i < self->visit->marks->len; i++)
    {
      const PalMark *mark = self->visit->marks->pdata[i];
      if (find_mark_shape (self, mark, view) != NULL && !(only_new && is_shown (self, mark)))
        n++;
    }
  return n;
}

/* Front and back, so that everybody finds themselves; the side that shows more, when one shows
 * anything; the other side and the soles only for what would not be seen otherwise. */
void
pal_summary_choose_views (PalSummary *self)
{
  guint left = count_marks (self, PAL_VIEW_LEFT, FALSE);
  guint right = count_marks (self, PAL_VIEW_RIGHT, FALSE);
  PalView fuller = right > left ? PAL_VIEW_RIGHT : PAL_VIEW_LEFT;
  PalView other = right > left ? PAL_VIEW_LEFT : PAL_VIEW_RIGHT;

  self->n_views = 0;
  self->views[self->n_views++] = PAL_VIEW_FRONT;
  self->views[self->n_views++] = PAL_VIEW_BACK;
  if (count_marks (self, PAL_VIEW_SOLES, TRUE) > 0)
    self->views[self->n_views++] = PAL_VIEW_SOLES;
  if (MAX (left, right) > 0)
    self->views[self->n_views++] = fuller;
  if (count_marks (self, other, TRUE) > 0)
    self->views[self->n_views++] = other;
}

/* Legend
 * ------------------------------------------------------------------------------------------- */

/* A row of the legend being filled. */
typedef struct
{
  PalSummary *summary;
  cairo_t *cr; /* nullable: measures only */
  double x, y;
} Legend;

/* Makes room for a symbol and its words; returns where the symbol belongs. */
static double
add_entry (Legend *self, const char *words, double symbol_width)
{
  PalSummary *summary = self->summary;
  const PalTheme *theme = pal_summary_get_theme (summary);
  g_autoptr (PangoLayout) layout = pal_summary_layout (summary, words, LEGEND_SIZE, FALSE, -1);
  double lead = symbol_width > 0 ? symbol_width + 6 : 0;
  double right = summary->width - PAL_SUMMARY_MARGIN, left;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (self->x + lead + width > right && self->x > PAL_SUMMARY_MARGIN)
    {
      self->x = PAL_SUMMARY_MARGIN;
      self->y += LEGEND_LINE;
    }
  left = self->x;
  if (self->cr != NULL)
    {
      pal_colour_set (self->cr, &theme->dim_text);
      cairo_move_to (self->cr, pal_summary_mirror (summary, left + lead, width),
                     self->y + (LEGEND_LINE - height) / 2);
      pango_cairo_show_layout (self->cr, layout);
      cairo_new_path (self->cr);
    }
  self->x += lead + width + 20;
  return pal_summary_mirror (summary, left, symbol_width);
}

static gboolean
has_kind (const PalSummary *self, const char *kind)
{
  for (guint i = 0; i < self->visit->marks->len; i++)
    if (g_strcmp0 (((const PalMark *) self->visit->marks->pdata[i])->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

static const char *
get_severity_words (const PalSummary *self, int severity)
{
  if (!has_kind (self, "tight") && self->visit->marks->len > 0)
    return pal_severity_get_name (severity);
  switch (severity)
    {
    case 1:
      return _ ("a little tight");
    case 2:
      return _ ("tight");
    default:
      return _ ("very tight");
    }
}

static void
add_severities (Legend *legend)
{
  const double width = 24, height = 13;

  for (int severity = 1; severity <= 3; severity++)
    {
      double x = add_entry (legend, get_severity_words (legend->summary, severity), width);
      if (legend->cr != NULL)
        pal_severity_swatch_paint (legend->cr, x, legend->y + (LEGEND_LINE - height) / 2, width,
                                   height, severity, pal_summary_get_theme (legend->summary));
    }
}

static void
add_kinds (Legend *legend)
{
  PalSummary *self = legend->summary;
  const double radius = 4.6;

  for (guint i = 0; i < pal_vocabulary_get_n (self->vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *term = pal_vocabulary_get (self->vocabulary, PAL_TERMS_KIND, i);
      double x;

      if (strcmp (term->id, "tight") == 0 || !has_kind (self, term->id))
        continue;
      x = add_entry (legend, pal_term_get_name (term), 14);
      if (legend->cr != NULL)
        pal_kind_swatch_paint (legend->cr, x + 7, legend->y + LEGEND_LINE / 2, radius, term->id,
                               pal_summary_get_theme (self));
    }
}

/* Returns: the height of the legend. */
static double
lay_legend (PalSummary *self, cairo_t *cr, double y)
{
  Legend legend = { self, cr, PAL_SUMMARY_MARGIN, y };

  add_severities (&legend);
  add_kinds (&legend);
  add_entry (&legend, _ ("Left and right are yours."), 0);
  return legend.y + LEGEND_LINE - y;
}

double
pal_summary_measure_legend (PalSummary *self)
{
  return lay_legend (self, NULL, 0);
}

/* The band
 * ----------------------------------------------------------------------------------------- */

static double
get_band_scale (const PalSummary *self, double *widths)
{
  double room = self->width - 2 * PAL_SUMMARY_MARGIN - 14.0 * (self->n_views - 1);

  *widths = 0;
  for (guint i = 0; i < self->n_views; i++)
    *widths += pal_plate_get_bounds (get_plate (self, self->views[i])).width;
  return MIN (self->band_height / (FIGURE_UNITS + 6), room / *widths);
}

void
pal_summary_paint_figures (PalSummary *self, cairo_t *cr)
{
  double widths, scale = get_band_scale (self, &widths);
  double room = self->width - 2 * PAL_SUMMARY_MARGIN;
  double gap = MIN ((room - widths * scale) / MAX (1, self->n_views - 1), 80);
  double x = (self->width - widths * scale - gap * (self->n_views - 1)) / 2;

  for (guint i = 0; i < self->n_views; i++)
    {
      const PalPlate *plate = get_plate (self, self->views[i]);
      PalRect bounds = pal_plate_get_bounds (plate);
      double foot = self->band_top + FIGURE_UNITS * scale;
      double bottom = self->views[i] == PAL_VIEW_SOLES ? bounds.y + bounds.height : FIGURE_UNITS;

      cairo_save (cr);
      cairo_translate (cr, x - bounds.x * scale, foot - bottom * scale);
      cairo_scale (cr, scale, scale);
      pal_body_paint (cr, plate, self->map, self->vocabulary, pal_summary_get_theme (self), scale,
                      PAL_PAINT_LETTERS);
      cairo_restore (cr);
      x += bounds.width * scale + gap;
    }
  lay_legend (self, cr, self->band_top + self->band_height + 6);
}

/* Crops
 * -------------------------------------------------------------------------------------------- */

void
pal_crops_free (PalCrops *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->first, pal_body_map_free);
  g_clear_pointer (&self->second, pal_body_map_free);
  g_free (self->caption);
  g_free (self);
}

/* A change to be shown: rows of a comparison with other visits or within one. */
static const PalChangeRow *
find_greatest (const PalComparison *comparison)
{
  const PalChangeRow *greatest = NULL;

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = comparison->rows->pdata[i];
      int change = abs (row->to - row->from);
      int best = greatest != NULL ? abs (greatest->to - greatest->from) : -1;
      if (change > best ||
          (change == best && MAX (row->from, row->to) > MAX (greatest->from, greatest->to)))
        greatest = row;
    }
  return greatest;
}

static gboolean
is_near (const PalShape *shape, const PalShape *seed)
{
  return hypot (shape->label_x - seed->label_x, shape->label_y - seed->label_y) <= CROP_REACH;
}

static void
extend_box (PalRect *box, const PalRect *by)
{
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);

  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* What changed around the greatest change, in one view. Returns: how well the view shows it. */
static double
gather_box (const PalSummary *self,
            const PalComparison *comparison,
            const PalChangeRow *greatest,
            PalView view,
            PalRect *box)
{
  const PalPlate *plate = get_plate (self, view);
  const PalShape *seed = pal_plate_find_shape (plate, greatest->region, greatest->side);
  double worth = 0;

  if (seed == NULL)
    return 0;
  *box = seed->bounds;
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalChangeRow *row = comparison->rows->pdata[i];
      const PalShape *shape = pal_plate_find_shape (plate, row->region, row->side);
      if (shape == NULL || !is_near (shape, seed))
        continue;
      extend_box (box, &shape->bounds);
      worth += sqrt (shape->area);
    }
  return worth + sqrt (seed->area);
}

/* Air around, in the proportions of one crop. */
static void
round_box (PalRect *box, double ratio)
{
  double height = MAX (box->height + 2 * CROP_AIR, CROP_LEAST);
  double width = MAX (box->width + 2 * CROP_AIR, height * ratio);

  height = MAX (height, width / ratio);
  box->x += (box->width - width) / 2;
  box->y += (box->height - height) / 2;
  box->width = width;
  box->height = height;
}

static gboolean
has_after (const PalVisit *visit)
{
  for (guint i = 0; i < visit->marks->len; i++)
    if (((const PalMark *) visit->marks->pdata[i])->after != PAL_UNSET)
      return TRUE;
  return FALSE;
}

static char *
create_caption (const PalSummary *self)
{
  PalDate day = pal_time_get_local_date (self->visit->at);
  g_autofree char *now = NULL, *then = NULL;

  if (self->before == NULL)
    /* Translators: below two pictures; the arrow points the way of writing. */
    return g_strdup (_ ("before treatment → after"));
  then = pal_date_format_display (pal_time_get_local_date (self->before->at));
  now = day == self->today ? g_strdup (_ ("today")) : pal_date_format_display (day);
  if (has_after (self->visit))
    /* Translators: below two pictures; both are days, %2$s may be "today". */
    return g_strdup_printf (_ ("%1$s → %2$s, after treatment"), then, now);
  /* Translators: below two pictures; both are days, %2$s may be "today". */
  return g_strdup_printf (_ ("%1$s → %2$s"), then, now);
}

static PalBodyMap *
create_first_map (const PalSummary *self)
{
  if (self->before != NULL)
    {
      g_autoptr (PalBodyMap) map =
          pal_body_map_new_for_visit (self->atlas, self->vocabulary, self->before);
      for (guint i = 0; i < pal_atlas_get_n_regions (self->atlas); i++)
        for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
          pal_body_map_edit (map, pal_atlas_get_region (self->atlas, i), side)->after = PAL_UNSET;
      return g_steal_pointer (&map);
    }
  return pal_body_map_copy (self->map);
}

PalCrops *
pal_summary_choose_crops (PalSummary *self)
{
  static const PalView views[] = { PAL_VIEW_LEFT, PAL_VIEW_RIGHT, PAL_VIEW_BACK, PAL_VIEW_FRONT,
                                   PAL_VIEW_SOLES };
  g_autoptr (PalComparison) comparison = NULL;
  const PalChangeRow *greatest;
  PalCrops *crops;
  double best = 0;

  if (self->before == NULL && !has_after (self->visit))
    return NULL;
  comparison = self->before != NULL
                   ? pal_compare_visits (self->before, self->visit, self->atlas, self->vocabulary)
                   : pal_compare_within_visit (self->visit, self->atlas, self->vocabulary);
  greatest = find_greatest (comparison);
  if (greatest == NULL)
    return NULL;
  crops = g_new0 (PalCrops, 1);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      PalRect box;
      double worth = gather_box (self, comparison, greatest, views[i], &box);
      if (worth <= best)
        continue;
      best = worth;
      crops->view = views[i];
      crops->box = box;
    }
  crops->first = create_first_map (self);
  crops->second = pal_body_map_new_after (self->atlas, self->vocabulary, self->visit);
  crops->caption = create_caption (self);
  return crops;
}

static void
paint_crop (PalSummary *self, cairo_t *cr, const PalBodyMap *map, const PalRect *place)
{
  const PalTheme *theme = pal_summary_get_theme (self);
  PalRect box = self->crops->box;
  cairo_matrix_t matrix;
  double scale;

  round_box (&box, place->width / place->height);
  scale = pal_body_fit (&box, place->x, place->y, place->width, place->height, &matrix);
  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_transform (cr, &matrix);
  pal_body_paint (cr, get_plate (self, self->crops->view), map, self->vocabulary, theme, scale,
                  PAL_PAINT_DEFAULT);
  cairo_restore (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  pal_colour_set (cr, &theme->border);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

void
pal_summary_paint_crops (PalSummary *self, cairo_t *cr, double x, double y, double width)
{
  double each = (width - CROP_GAP) / 2;
  PalRect left = { x, y, each, self->crop_height };
  PalRect right = { x + each + CROP_GAP, y, each, self->crop_height };

  paint_crop (self, cr, self->crops->first, self->mirrored ? &right : &left);
  paint_crop (self, cr, self->crops->second, self->mirrored ? &left : &right);
}
