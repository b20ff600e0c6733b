/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of pal-chain-paint.h: which views, which part of them, where the numbers stand. One
 * layout serves painting and picking. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-chain-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "draw/pal-paint-private.h"

#define MAX_VIEWS 2
#define MAX_LINKS 16

/* In pixels: the circle around a number, and the least distance between two of them. */
#define NODE_RADIUS 8.5
#define NODE_DISTANCE (2 * NODE_RADIUS + 3)

/* In figure units: room around the chain, and the least height shown, so that a head stays a head
 * on a body. */
#define PAD_UNITS 45
#define LEAST_HEIGHT_UNITS 330
#define GAP_UNITS 40
#define NEAR_SPINE_UNITS 10

typedef struct
{
  PalView views[MAX_VIEWS];
  guint n_views;
  PalRect boxes[MAX_VIEWS]; /* what is shown of each view, figure units */
  cairo_matrix_t matrices[MAX_VIEWS];
  double scale;
  int view_of[MAX_LINKS]; /* place among the views, -1 where none shows the link */
  double x[MAX_LINKS];
  double y[MAX_LINKS]; /* of the numbers, in pixels */
} Layout;

gboolean
pal_chain_link_takes_side (const PalChainLink *link, PalSide side, PalSide region_side)
{
  return region_side == PAL_SIDE_MIDLINE || region_side == side || !link->same_side;
}

static guint
get_n_links (const PalChainPicture *self)
{
  return MIN (self->row->n_links, MAX_LINKS);
}

static const PalRegionRow *
find_row (const PalChainPicture *self, const PalRegion *region, PalSide side)
{
  const PalRegionRow *row = pal_insights_find_region (self->insights, region->id, side, NULL);
  return row != NULL && row->marked > 0 ? row : NULL;
}

/* Whether a region stands for its link in the picture: one that was marked; where none was, each on
 * the side of the chain. */
static gboolean
stands_for_link (const PalChainPicture *self,
                 const PalPatternLink *link,
                 const PalRegion *region,
                 PalSide side)
{
  if (region->paired != (side != PAL_SIDE_MIDLINE))
    return FALSE;
  if (link->seen > 0)
    return pal_chain_link_takes_side (link->link, self->row->side, side) &&
           find_row (self, region, side) != NULL;
  return side == PAL_SIDE_MIDLINE || side == self->row->side;
}

/* The shape of a link that is most worth pointing at in @view: marked most often. */
static const PalShape *
find_best_shape (const PalChainPicture *self, const PalPatternLink *link, PalView view)
{
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->figure, view);
  const PalShape *best = NULL;
  double best_score = 0;

  for (guint i = 0; i < link->link->n_regions; i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      {
        const PalRegion *region = pal_atlas_get_region (self->atlas, link->link->regions[i]);
        const PalShape *shape = stands_for_link (self, link, region, side)
                                    ? pal_plate_find_shape (plate, region, side)
                                    : NULL;
        const PalRegionRow *row = find_row (self, region, side);
        /* Where nothing was marked, the catalogue names the most telling region first. */
        double score = shape == NULL ? 0
                                     : 1e7 * (row != NULL ? row->marked : 0) +
                                           (row != NULL ? shape->area : 1000 - (double) i);
        if (score > best_score)
          {
            best_score = score;
            best = shape;
          }
      }
  return best;
}

/* How well @view shows the links that no view shows yet. */
static double
rate_view (const PalChainPicture *self, const Layout *layout, PalView view)
{
  double score = 0;
  for (guint i = 0; i < get_n_links (self); i++)
    {
      const PalShape *shape =
          layout->view_of[i] < 0 ? find_best_shape (self, &self->row->links[i], view) : NULL;
      if (shape != NULL)
        score += 1 + MIN (shape->area, 4000) / 20000;
    }
  return score;
}

static void
choose_views (const PalChainPicture *self, Layout *layout)
{
  const PalView candidates[] = { self->row->side == PAL_SIDE_LEFT ? PAL_VIEW_LEFT : PAL_VIEW_RIGHT,
                                 PAL_VIEW_BACK, PAL_VIEW_FRONT, PAL_VIEW_SOLES };

  for (guint i = 0; i < MAX_LINKS; i++)
    layout->view_of[i] = -1;
  while (layout->n_views < MAX_VIEWS)
    {
      PalView best = PAL_VIEW_N;
      double best_score = 0;
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        {
          double score = rate_view (self, layout, candidates[i]);
          if (score > best_score)
            {
              best_score = score;
              best = candidates[i];
            }
        }
      if (best == PAL_VIEW_N)
        break;
      for (guint i = 0; i < get_n_links (self); i++)
        if (layout->view_of[i] < 0 && find_best_shape (self, &self->row->links[i], best) != NULL)
          layout->view_of[i] = (int) layout->n_views;
      layout->views[layout->n_views++] = best;
    }
}

static void
add_to_box (PalRect *box, const PalRect *other)
{
  double right = MAX (box->x + box->width, other->x + other->width);
  double bottom = MAX (box->y + box->height, other->y + other->height);
  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* What is shown of a view: around its links, on both sides of the spine where they reach it, never
 * beyond the plate. */
static PalRect
cut_view (const PalChainPicture *self, const Layout *layout, guint place)
{
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->figure, layout->views[place]);
  PalRect bounds = pal_plate_get_bounds (plate);
  PalRect box = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < get_n_links (self); i++)
    if (layout->view_of[i] == (int) place)
      {
        const PalShape *shape = find_best_shape (self, &self->row->links[i], layout->views[place]);
        if (any)
          add_to_box (&box, &shape->bounds);
        else
          box = shape->bounds;
        any = TRUE;
      }
  double left = box.x - PAD_UNITS, right = box.x + box.width + PAD_UNITS;
  if (box.x < NEAR_SPINE_UNITS && box.x + box.width > -NEAR_SPINE_UNITS)
    {
      right = MAX (right, -left);
      left = -right;
    }
  left = MAX (bounds.x, left);
  right = MIN (bounds.x + bounds.width, right);
  double top = MAX (bounds.y, box.y - PAD_UNITS);
  double bottom = MIN (bounds.y + bounds.height, box.y + box.height + PAD_UNITS);
  return (PalRect){ left, top, right - left, bottom - top };
}

/* Bodies share one height, so that a line from one to the other means what it says; soles have
 * their own. */
static void
cut_views (const PalChainPicture *self, Layout *layout)
{
  double top = 1000, bottom = 0;

  for (guint i = 0; i < layout->n_views; i++)
    {
      layout->boxes[i] = cut_view (self, layout, i);
      if (layout->views[i] == PAL_VIEW_SOLES)
        continue;
      top = MIN (top, layout->boxes[i].y);
      bottom = MAX (bottom, layout->boxes[i].y + layout->boxes[i].height);
    }
  if (bottom - top < LEAST_HEIGHT_UNITS)
    {
      bottom = MIN (1010, top + LEAST_HEIGHT_UNITS);
      top = bottom - LEAST_HEIGHT_UNITS;
    }
  for (guint i = 0; i < layout->n_views; i++)
    if (layout->views[i] != PAL_VIEW_SOLES)
      {
        layout->boxes[i].y = top;
        layout->boxes[i].height = bottom - top;
      }
}

static void
place_views (const PalChainPicture *self, Layout *layout)
{
  double width = 0, height = 1;

  for (guint i = 0; i < layout->n_views; i++)
    {
      width += layout->boxes[i].width + (i > 0 ? GAP_UNITS : 0);
      height = MAX (height, layout->boxes[i].height);
    }
  layout->scale = MIN (self->width / MAX (width, 1), self->height / height);
  double x = (self->width - width * layout->scale) / 2;
  for (guint i = 0; i < layout->n_views; i++)
    {
      const PalRect *box = &layout->boxes[i];
      double y = self->height - box->height * layout->scale;
      if (layout->views[i] != PAL_VIEW_SOLES)
        y /= 2;
      cairo_matrix_init (&layout->matrices[i], layout->scale, 0, 0, layout->scale,
                         x - box->x * layout->scale, y - box->y * layout->scale);
      x += (box->width + GAP_UNITS) * layout->scale;
    }
}

/* Moves numbers that would cover each other apart, both by half. */
static void
part_numbers (const PalChainPicture *self, Layout *layout)
{
  guint n = get_n_links (self);

  for (guint round = 0; round < 12; round++)
    for (guint i = 0; i < n; i++)
      for (guint j = i + 1; j < n; j++)
        {
          if (layout->view_of[i] < 0 || layout->view_of[j] < 0)
            continue;
          double dx = layout->x[j] - layout->x[i], dy = layout->y[j] - layout->y[i];
          double distance = hypot (dx, dy);
          if (distance >= NODE_DISTANCE)
            continue;
          if (distance < 0.5)
            {
              dx = 0;
              dy = distance = 1;
            }
          double push = (NODE_DISTANCE - distance) / 2 / distance;
          layout->x[i] -= dx * push;
          layout->y[i] -= dy * push;
          layout->x[j] += dx * push;
          layout->y[j] += dy * push;
        }
}

static void
lay_out (const PalChainPicture *self, Layout *layout)
{
  *layout = (Layout){ 0 };
  choose_views (self, layout);
  cut_views (self, layout);
  place_views (self, layout);
  for (guint i = 0; i < get_n_links (self); i++)
    if (layout->view_of[i] >= 0)
      {
        const PalShape *shape =
            find_best_shape (self, &self->row->links[i], layout->views[layout->view_of[i]]);
        layout->x[i] = shape->label_x;
        layout->y[i] = shape->label_y;
        cairo_matrix_transform_point (&layout->matrices[layout->view_of[i]], &layout->x[i],
                                      &layout->y[i]);
      }
  part_numbers (self, layout);
}

/* Painting ------------------------------------------------------------------------------------- */

/* The regions of the links that were seen, as on the heat map. */
static PalBodyMap *
make_map (const PalChainPicture *self)
{
  PalBodyMap *map = pal_body_map_new (self->atlas);

  pal_body_map_set_mode (map, PAL_MAP_HEAT);
  for (guint i = 0; i < get_n_links (self); i++)
    for (guint k = 0; k < self->row->links[i].link->n_regions; k++)
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          const PalPatternLink *link = &self->row->links[i];
          const PalRegion *region = pal_atlas_get_region (self->atlas, link->link->regions[k]);
          const PalRegionRow *row = find_row (self, region, side);
          if (row == NULL || !stands_for_link (self, link, region, side))
            continue;
          const PalHeatCell *cell =
              self->heat != NULL ? pal_heat_get (self->heat, region, side) : NULL;
          if (cell != NULL && cell->marked == 0)
            continue;
          PalRegionLook *look = pal_body_map_edit (map, region, side);
          look->n_examined = (int) (cell != NULL ? cell->examined : row->examined);
          look->frequency = (double) (cell != NULL ? cell->marked : row->marked) / look->n_examined;
          look->severity = cell != NULL ? pal_heat_cell_get_mean (cell) : row->mean;
        }
  return map;
}

static void
stroke_missing (const PalChainPicture *self, const Layout *layout, guint place, cairo_t *cr)
{
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->figure, layout->views[place]);
  double unit = pal_paint_get_width (1, layout->scale);
  const double dash[] = { 3.2 * unit, 2.6 * unit };

  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1.3 * unit);
  pal_colour_set (cr, &self->theme->accent);
  for (guint i = 0; i < get_n_links (self); i++)
    for (guint k = 0; k < self->row->links[i].link->n_regions; k++)
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          const PalPatternLink *link = &self->row->links[i];
          const PalRegion *region = pal_atlas_get_region (self->atlas, link->link->regions[k]);
          const PalShape *shape = pal_plate_find_shape (plate, region, side);
          if (link->seen > 0 || shape == NULL || layout->view_of[i] != (int) place ||
              !stands_for_link (self, link, region, side))
            continue;
          cairo_new_path (cr);
          pal_path_to_cairo (&shape->path, cr);
          cairo_stroke (cr);
        }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A body that is cut fades out instead of ending at a line. @from and @to are the edges along one
 * axis, @first and @last those of the whole drawing. */
static void
mask_cut (cairo_t *cr, gboolean across, double from, double to, double first, double last)
{
  double fade = MIN (26 / (to - from), 0.4);
  cairo_pattern_t *mask = across ? cairo_pattern_create_linear (from, 0, to, 0)
                                 : cairo_pattern_create_linear (0, from, 0, to);

  cairo_pattern_add_color_stop_rgba (mask, 0, 0, 0, 0, from > first + 1 ? 0 : 1);
  cairo_pattern_add_color_stop_rgba (mask, fade, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (mask, 1 - fade, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (mask, 1, 0, 0, 0, to < last - 1 ? 0 : 1);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
}

static void
paint_view (const PalChainPicture *self,
            const Layout *layout,
            guint place,
            const PalBodyMap *map,
            cairo_t *cr)
{
  const PalPlate *plate = pal_atlas_get_plate (self->atlas, self->figure, layout->views[place]);
  const PalRect *box = &layout->boxes[place];
  PalRect bounds = pal_plate_get_bounds (plate);

  cairo_save (cr);
  cairo_transform (cr, &layout->matrices[place]);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_push_group (cr);
  cairo_push_group (cr);
  pal_body_paint (cr, plate, map, NULL, self->theme, layout->scale, PAL_PAINT_DEFAULT);
  stroke_missing (self, layout, place, cr);
  cairo_pop_group_to_source (cr);
  mask_cut (cr, FALSE, box->y, box->y + box->height, bounds.y, bounds.y + bounds.height);
  cairo_pop_group_to_source (cr);
  mask_cut (cr, TRUE, box->x, box->x + box->width, bounds.x, bounds.x + bounds.width);
  cairo_restore (cr);
}

static PangoLayout *
create_text (cairo_t *cr, const char *text, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* Centred on a point, in the current colour. */
static void
paint_text (cairo_t *cr, const char *text, double x, double y, double size)
{
  PangoLayout *layout = create_text (cr, text, size);
  PangoRectangle extents;

  pango_layout_get_extents (layout, &extents, NULL);
  cairo_move_to (cr, x - (extents.x + extents.width / 2.0) / PANGO_SCALE,
                 y - (extents.y + extents.height / 2.0) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
}

/* Whose left and right: at the edges of what is shown, on top. */
static void
paint_letters (const PalChainPicture *self, const Layout *layout, guint place, cairo_t *cr)
{
  const PalRect *box = &layout->boxes[place];
  PalView view = layout->views[place];
  double left_sign = view == PAL_VIEW_BACK ? -1 : 1;

  pal_colour_set (cr, &self->theme->letter);
  for (PalSide side = PAL_SIDE_LEFT; side < PAL_SIDE_N; side++)
    {
      double sign = side == PAL_SIDE_LEFT ? left_sign : -left_sign;
      double x = sign > 0 ? box->x + box->width : box->x, y = box->y;
      if (view == PAL_VIEW_LEFT || view == PAL_VIEW_RIGHT)
        {
          if (side != (view == PAL_VIEW_LEFT ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT))
            continue;
          sign = -1;
          x = box->x;
        }
      /* A cut that does not reach the spine shows one side only. */
      else if (sign * x < 0 || (sign > 0 ? box->x + box->width : -box->x) < PAD_UNITS / 2.0)
        continue;
      cairo_matrix_transform_point (&layout->matrices[place], &x, &y);
      paint_text (cr, pal_body_side_get_letter (side), x - sign * 8, y + 9, 13);
    }
}

static gboolean
is_seen (const PalChainPicture *self, guint i)
{
  return self->row->links[i].seen > 0;
}

/* From number to number; broken where one of the two was not seen. */
static void
paint_line (const PalChainPicture *self, const Layout *layout, cairo_t *cr)
{
  static const double dash[] = { 4, 4 };
  PalColour bed = self->theme->ground;
  int last = -1;

  bed.a = 0.85;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < get_n_links (self); i++)
    {
      if (layout->view_of[i] < 0)
        continue;
      if (last >= 0)
        {
          gboolean whole = is_seen (self, (guint) last) && is_seen (self, i);
          cairo_move_to (cr, layout->x[last], layout->y[last]);
          cairo_line_to (cr, layout->x[i], layout->y[i]);
          cairo_set_line_width (cr, 4.5);
          pal_colour_set (cr, &bed);
          cairo_stroke_preserve (cr);
          cairo_set_dash (cr, dash, whole ? 0 : 2, 0);
          cairo_set_line_width (cr, whole ? 2 : 1.4);
          pal_colour_set (cr, &self->theme->accent);
          cairo_stroke (cr);
          cairo_set_dash (cr, NULL, 0, 0);
        }
      last = (int) i;
    }
}

void
pal_chain_number_paint (cairo_t *cr,
                        double x,
                        double y,
                        double radius,
                        guint number,
                        gboolean seen,
                        const PalTheme *theme)
{
  static const double dash[] = { 2.6, 2.2 };
  g_autofree char *text = g_strdup_printf ("%u", number);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  pal_colour_set (cr, seen ? &theme->accent : &theme->ground);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, seen ? 1 : 1.4);
  cairo_set_dash (cr, dash, seen ? 0 : 2, 0);
  pal_colour_set (cr, seen ? &theme->ground : &theme->accent);
  cairo_stroke (cr);

  pal_colour_set (cr, seen ? &theme->ground : &theme->accent);
  paint_text (cr, text, x, y, radius * 1.3);
  cairo_restore (cr);
}

static void
paint_ring (cairo_t *cr, double x, double y, const PalTheme *theme)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, NODE_RADIUS + 4, 0, 2 * G_PI);
  pal_colour_set (cr, &theme->ground);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2.4);
  pal_colour_set (cr, &theme->accent);
  cairo_stroke (cr);
}

void
pal_chain_picture_paint (const PalChainPicture *self, cairo_t *cr)
{
  g_autoptr (PalBodyMap) map = NULL;
  Layout layout;

  g_return_if_fail (cr != NULL && self->row != NULL && self->insights != NULL);

  lay_out (self, &layout);
  map = make_map (self);
  cairo_save (cr);
  for (guint i = 0; i < layout.n_views; i++)
    {
      paint_view (self, &layout, i, map, cr);
      paint_letters (self, &layout, i, cr);
    }
  paint_line (self, &layout, cr);
  for (guint i = 0; i < get_n_links (self); i++)
    {
      if (layout.view_of[i] < 0)
        continue;
      if (self->pointed & 1u << i)
        paint_ring (cr, layout.x[i], layout.y[i], self->theme);
      pal_chain_number_paint (cr, layout.x[i], layout.y[i], NODE_RADIUS, i + 1, is_seen (self, i),
                              self->theme);
    }
  cairo_restore (cr);
}

int
pal_chain_picture_pick (const PalChainPicture *self, double x, double y)
{
  Layout layout;

  g_return_val_if_fail (self->row != NULL && self->insights != NULL, -1);

  lay_out (self, &layout);
  for (guint i = 0; i < get_n_links (self); i++)
    if (layout.view_of[i] >= 0 && hypot (x - layout.x[i], y - layout.y[i]) <= NODE_RADIUS + 2)
      return (int) i;
  for (guint place = 0; place < layout.n_views; place++)
    {
      cairo_matrix_t back = layout.matrices[place];
      double unit_x = x, unit_y = y;
      cairo_matrix_invert (&back);
      cairo_matrix_transform_point (&back, &unit_x, &unit_y);
      const PalShape *shape =
          pal_plate_hit (pal_atlas_get_plate (self->atlas, self->figure, layout.views[place]),
                         unit_x, unit_y, 0);
      for (guint i = 0; shape != NULL && i < get_n_links (self); i++)
        for (guint k = 0; k < self->row->links[i].link->n_regions; k++)
          if (self->row->links[i].link->regions[k] == shape->region->index &&
              pal_chain_link_takes_side (self->row->links[i].link, self->row->side, shape->side))
            return (int) i;
    }
  return -1;
}
