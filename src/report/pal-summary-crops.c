/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two crops of the client's page: the part of the body where most changed, then and now. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "draw/pal-body-paint.h"
#include "report/pal-summary-private.h"

/* What changed this near to the greatest change, in figure units, is in the same crop. */
#define CROP_REACH 260.0
#define CROP_LEAST 250.0
#define CROP_AIR 34.0
#define CROP_GAP 10.0

static void
crops_free (PalCrops *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->first, pal_body_map_free);
  g_clear_pointer (&self->second, pal_body_map_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
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
  const PalPlate *plate = pal_atlas_get_plate (self->document->atlas, self->client->figure, view);
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
  now = day == self->document->today ? g_strdup (_ ("today")) : pal_date_format_display (day);
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
          pal_body_map_new_for_visit (self->document->atlas, self->document->vocabulary,
                                      self->before);
      PalAtlas *atlas = self->document->atlas;
      for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
        for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
          pal_body_map_edit (map, pal_atlas_get_region (atlas, i), side)->after = PAL_UNSET;
      return g_steal_pointer (&map);
    }
  return pal_body_map_copy (self->figures->map);
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
                   ? pal_compare_visits (self->before, self->visit, self->document->atlas,
                                         self->document->vocabulary)
                   : pal_compare_within_visit (self->visit, self->document->atlas,
                                               self->document->vocabulary);
  greatest = find_greatest (comparison);
  if (greatest == NULL)
    return NULL;
  crops = g_new0 (PalCrops, 1);
  crops->atlas = pal_atlas_ref (self->document->atlas);
  crops->vocabulary = pal_vocabulary_ref (self->document->vocabulary);
  crops->figure = self->client->figure;
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
  crops->second =
      pal_body_map_new_after (self->document->atlas, self->document->vocabulary, self->visit);
  crops->caption = create_caption (self);
  return crops;
}

static void
paint_crop (const PalCrops *self,
            const PalPage *page,
            cairo_t *cr,
            const PalBodyMap *map,
            const PalBox *place)
{
  const PalTheme *theme = pal_page_get_theme (page);
  PalRect box = self->box;
  cairo_matrix_t matrix;
  double scale;

  round_box (&box, place->width / place->height);
  scale = pal_body_fit (&box, place->x, place->y, place->width, place->height, &matrix);
  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_transform (cr, &matrix);
  pal_body_paint (cr, pal_atlas_get_plate (self->atlas, self->figure, self->view), map,
                  self->vocabulary, theme, scale, PAL_PAINT_DEFAULT);
  cairo_restore (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  pal_colour_set (cr, &theme->border);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static double
measure (const PalPage *page, double width, gpointer data)
{
  return ((const PalCrops *) data)->height;
}

static void
paint (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const PalCrops *self = data;
  /* Not wider than high: two squares on a wide page. */
  double each = MIN ((box->width - CROP_GAP) / 2, box->height * 1.2);
  double start = page->mirrored ? box->x + box->width - 2 * each - CROP_GAP : box->x;
  PalBox left = { start, box->y, each, box->height };
  PalBox right = { start + each + CROP_GAP, box->y, each, box->height };

  paint_crop (self, page, cr, self->first, page->mirrored ? &right : &left);
  paint_crop (self, page, cr, self->second, page->mirrored ? &left : &right);
}

void
pal_crops_add (PalCrops *self, GPtrArray *blocks)
{
  pal_blocks_add_figure (blocks, measure, paint, self, (GDestroyNotify) crops_free);
}
