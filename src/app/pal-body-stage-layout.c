/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the views of the body stage stand, which are shown, and the way to pixels and back. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <math.h>

/* Figure units between two bodies, at least and at most. */
#define MIN_GAP 26.0
#define MAX_SPREAD 110.0
/* Bands above and below that keep their distance as well: fingers past fingers. */
#define BAND_REACH 3
/* Pixels for names on each side of a view, and the greatest share of the stage's width. Where the
 * layout may change it does: fewer views with their names say more than many small ones. */
#define NAMES_PX 116.0
#define NAMES_SHARE 0.21
/* Pixels around the figures. */
#define PADDING 14.0
/* A figure this tall is worth showing beside the others (about 11 cm). */
#define DECENT_HEIGHT 420.0
/* Pixels a figure needs to be marked with a finger: on a phone all views never have them. */
#define LEAST_HEIGHT 320.0
/* Or one that loses little against standing alone. Company already there may stay with less, so
 * that a switch that comes and goes with the layout cannot make it flicker. */
#define ALL_STAY_RATIO 0.74
#define ALL_RETURN_RATIO 0.86
#define PAIR_STAY_RATIO 0.86
#define PAIR_RETURN_RATIO 0.92
/* Beyond this even a finger means what lies under it. */
#define MAX_SLOP_UNITS 30.0
/* Steps in which what is near is looked for. */
#define SLOP_STEP_UNITS 4.0
#define SLOP_GROWTH 1.4
/* Two taps this far beside the body still mean the part of it that is nearest. */
#define BESIDE_MM 40.0

const PalView pal_stage_view_order[PAL_VIEW_N] = { PAL_VIEW_RIGHT, PAL_VIEW_FRONT, PAL_VIEW_BACK,
                                                   PAL_VIEW_SOLES, PAL_VIEW_LEFT };

/* A way to set up views: what is shown where, in figure units, and the pixels a unit. */
typedef struct
{
  gboolean shown[PAL_VIEW_N];
  double x[PAL_VIEW_N], y[PAL_VIEW_N];
  PalRect extent;
  double fit;
} Arrangement;

static void
widen_band (PalStageSilhouette *silhouette, double x, double y)
{
  int band = CLAMP ((int) floor (y / PAL_STAGE_BAND), 0, PAL_STAGE_N_BANDS - 1);

  silhouette->left[band] = MIN (silhouette->left[band], x);
  silhouette->right[band] = MAX (silhouette->right[band], x);
}

static void
trace_curve (PalStageSilhouette *silhouette, double x, double y, const double *c)
{
  for (int i = 1; i <= 12; i++)
    {
      double t = i / 12.0, u = 1 - t;
      double a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;

      widen_band (silhouette, a * x + b * c[0] + d * c[2] + e * c[4],
                  a * y + b * c[1] + d * c[3] + e * c[5]);
    }
}

static void
trace_silhouette (PalStageSilhouette *silhouette, const PalPath *outline)
{
  double x = 0, y = 0;

  for (guint i = 0; i < PAL_STAGE_N_BANDS; i++)
    {
      silhouette->left[i] = G_MAXDOUBLE;
      silhouette->right[i] = -G_MAXDOUBLE;
    }
  for (guint i = 0; i < outline->n; i++)
    {
      const PalSegment *segment = &outline->segments[i];

      switch (segment->type)
        {
        case PAL_SEGMENT_MOVE:
          x = segment->xy[0];
          y = segment->xy[1];
          break;
        case PAL_SEGMENT_CURVE:
          trace_curve (silhouette, x, y, segment->xy);
          x = segment->xy[4];
          y = segment->xy[5];
          break;
        case PAL_SEGMENT_CLOSE:
          break;
        }
    }
}

/* How far the origin of @b must stand to the right of that of @a. */
static double
measure_distance (const PalStageSilhouette *a, const PalStageSilhouette *b)
{
  double distance = 0;

  for (int i = 0; i < PAL_STAGE_N_BANDS; i++)
    for (int j = MAX (0, i - BAND_REACH); j <= MIN (PAL_STAGE_N_BANDS - 1, i + BAND_REACH); j++)
      if (a->right[i] > -G_MAXDOUBLE && b->left[j] < G_MAXDOUBLE)
        distance = MAX (distance, a->right[i] - b->left[j]);
  return distance + MIN_GAP;
}

/* How far a silhouette reaches in the bands beside the soles. */
static double
measure_foot (const PalStageSilhouette *silhouette, double top, gboolean to_right)
{
  double reach = to_right ? -G_MAXDOUBLE : G_MAXDOUBLE;

  for (int i = MAX (0, (int) (top / PAL_STAGE_BAND) - 1); i < PAL_STAGE_N_BANDS; i++)
    reach = to_right ? MAX (reach, silhouette->right[i]) : MIN (reach, silhouette->left[i]);
  return reach;
}

/* Puts the soles on the floor beside the back view, and the left view far enough away. */
static void
place_soles (PalBodyStage *self, Arrangement *to)
{
  PalRect soles = pal_plate_get_bounds (self->views[PAL_VIEW_SOLES].plate);
  PalRect back = pal_plate_get_bounds (self->views[PAL_VIEW_BACK].plate);
  double top = back.y + back.height - soles.height;
  double from = to->x[PAL_VIEW_BACK] +
                measure_foot (&self->views[PAL_VIEW_BACK].silhouette, top, TRUE) + MIN_GAP;
  double middle = from + soles.width / 2;

  if (to->shown[PAL_VIEW_LEFT])
    {
      double foot = measure_foot (&self->views[PAL_VIEW_LEFT].silhouette, top, FALSE);

      to->x[PAL_VIEW_LEFT] = MAX (to->x[PAL_VIEW_LEFT], from + soles.width + MIN_GAP - foot);
      middle = (from + to->x[PAL_VIEW_LEFT] + foot - MIN_GAP) / 2;
    }
  to->shown[PAL_VIEW_SOLES] = TRUE;
  to->x[PAL_VIEW_SOLES] = middle - (soles.x + soles.width / 2);
  to->y[PAL_VIEW_SOLES] = top - soles.y;
}

static void
measure_extent (PalBodyStage *self, Arrangement *to)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    if (to->shown[i])
      {
        PalRect bounds = pal_plate_get_bounds (self->views[i].plate);

        left = MIN (left, to->x[i] + bounds.x);
        right = MAX (right, to->x[i] + bounds.x + bounds.width);
        top = MIN (top, to->y[i] + bounds.y);
        bottom = MAX (bottom, to->y[i] + bounds.y + bounds.height);
      }
  to->extent = (PalRect){ left, top, right - left, bottom - top };
}

static gboolean
shows_soles (PalBodyStage *self)
{
  return self->layout == PAL_STAGE_CHOSEN ? (self->chosen & 1u << PAL_VIEW_SOLES) != 0
                                          : self->layout != PAL_STAGE_TRIO;
}

/* Stands the views side by side with @spread more than the least distance between them. */
static void
place_views (
    PalBodyStage *self, const PalView *views, guint n_views, double spread, Arrangement *to)
{
  for (guint i = 0; i < n_views; i++)
    {
      PalView view = views[i];

      to->shown[view] = TRUE;
      if (i > 0)
        to->x[view] =
            to->x[views[i - 1]] + spread +
            measure_distance (&self->views[views[i - 1]].silhouette, &self->views[view].silhouette);
      if (view == PAL_VIEW_LEFT && to->shown[PAL_VIEW_SOLES])
        place_soles (self, to);
      if (view == PAL_VIEW_BACK && shows_soles (self))
        place_soles (self, to);
    }
  measure_extent (self, to);
}

/* Stands the views with room for names on both sides of each, when they are asked for. Returns:
 * that room in figure units */
static double
place_with_names (PalBodyStage *self, const PalView *views, guint n_views, Arrangement *to)
{
  double width = MAX (1, self->width - 2 * PADDING), height = MAX (1, self->height - 2 * PADDING);
  gboolean fixed = self->layout != PAL_STAGE_AUTO && self->layout != PAL_STAGE_ONE;
  double names_px = MIN (NAMES_PX, width * NAMES_SHARE / (fixed ? n_views : 1));
  double figures_px = MAX (width - 2 * names_px * n_views, width * 0.1);
  double fit, units;

  *to = (Arrangement){ 0 };
  place_views (self, views, n_views, 0, to);
  if (!self->names)
    return 0;
  fit = MIN (figures_px / to->extent.width, height / to->extent.height);
  units = names_px / fit;
  *to = (Arrangement){ 0 };
  place_views (self, views, n_views, 2 * units, to);
  return units;
}

static void
compute_arrangement (PalBodyStage *self, const PalView *views, guint n_views, Arrangement *to)
{
  double width = MAX (1, self->width - 2 * PADDING);
  double height = MAX (1, self->height - 2 * PADDING);
  double names = place_with_names (self, views, n_views, to);
  double spare = width * to->extent.height / height - to->extent.width - 2 * names;

  if (spare > 0 && n_views > 1)
    {
      double spread = MIN (spare / n_views, MAX_SPREAD);

      *to = (Arrangement){ 0 };
      place_views (self, views, n_views, spread + 2 * names, to);
    }
  to->extent.x -= names;
  to->extent.width += 2 * names;
  to->fit = MIN (width / to->extent.width, height / to->extent.height);
}

static gboolean
is_side (PalView view)
{
  return view == PAL_VIEW_LEFT || view == PAL_VIEW_RIGHT;
}

/* Whether views in company are large enough, measured against one alone. */
static gboolean
is_decent (const Arrangement *company, const Arrangement *one, double ratio)
{
  return company->fit * 1000 >= DECENT_HEIGHT || company->fit >= ratio * one->fit;
}

static void
choose_arrangement (PalBodyStage *self, Arrangement *to)
{
  static const PalView all[] = { PAL_VIEW_RIGHT, PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT };
  static const PalView trio[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT };
  static const PalView faces[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK };
  static const PalView sides[] = { PAL_VIEW_RIGHT, PAL_VIEW_LEFT };
  Arrangement one, pair;

  self->shows = PAL_STAGE_SHOWS_ALL;
  if (self->layout == PAL_STAGE_TRIO)
    {
      compute_arrangement (self, trio, G_N_ELEMENTS (trio), to);
      return;
    }
  if (self->layout == PAL_STAGE_CHOSEN)
    {
      PalView views[PAL_VIEW_N];
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        if ((self->chosen & 1u << all[i]) != 0)
          views[n++] = all[i];
      compute_arrangement (self, views, n, to);
      return;
    }
  compute_arrangement (self, all, G_N_ELEMENTS (all), to);
  if (self->layout == PAL_STAGE_ALL)
    return;

  /* Measured against the front and decided by the faces, the wider pair: turning the figure must
   * not change the layout. */
  compute_arrangement (self, faces, 1, &one);
  gboolean had_all = self->told_shows == PAL_STAGE_SHOWS_ALL;
  gboolean had_one = self->told_shows == PAL_STAGE_SHOWS_ONE;
  if (self->layout == PAL_STAGE_AUTO && to->fit * 1000 >= LEAST_HEIGHT &&
      is_decent (to, &one, had_all ? ALL_STAY_RATIO : ALL_RETURN_RATIO))
    return;

  compute_arrangement (self, faces, G_N_ELEMENTS (faces), &pair);
  self->shows = PAL_STAGE_SHOWS_PAIR;
  if (self->layout == PAL_STAGE_AUTO &&
      is_decent (&pair, &one, had_one ? PAIR_RETURN_RATIO : PAIR_STAY_RATIO))
    {
      if (is_side (self->view))
        compute_arrangement (self, sides, G_N_ELEMENTS (sides), &pair);
      *to = pair;
      return;
    }
  compute_arrangement (self, &self->view, 1, to);
  self->shows = PAL_STAGE_SHOWS_ONE;
}

/* Keeps a zoomed figure from leaving the stage. */
static void
clamp_pan (PalBodyStage *self)
{
  self->pan_x = CLAMP (self->pan_x, self->width * (1 - self->zoom), 0);
  self->pan_y = CLAMP (self->pan_y, self->height * (1 - self->zoom), 0);
}

/* While all moves the regions stay behind; they are put into place when it rests. */
static void
tell_moved (PalBodyStage *self)
{
  pal_body_stage_drop_places (self);
  if (!self->moving)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Pixels a millimetre; monitors that claim an odd size are taken for 96 dpi. */
static double
measure_px_per_mm (PalBodyStage *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double usual = 96 / 25.4;

  if (surface == NULL)
    return usual;
  GdkMonitor *monitor =
      gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL || gdk_monitor_get_width_mm (monitor) <= 0)
    return usual;

  GdkRectangle geometry;
  gdk_monitor_get_geometry (monitor, &geometry);
  double px_per_mm = (double) geometry.width / gdk_monitor_get_width_mm (monitor);
  return px_per_mm > usual / 2 && px_per_mm < usual * 2.5 ? px_per_mm : usual;
}

void
pal_body_stage_set_plates (PalBodyStage *self)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      PalStageView *view = &self->views[i];

      pal_body_stage_clear_children (self, view);
      pal_body_stage_drop_view (view);
      g_clear_pointer (&view->fills, g_free);
      g_clear_pointer (&view->glyphs, g_free);
      g_clear_pointer (&view->built, g_free);
      view->plate = pal_atlas_get_plate (self->atlas, self->figure, i);
      view->n_shapes = pal_plate_get_n_shapes (view->plate);
      view->fills = g_new0 (cairo_surface_t *, view->n_shapes);
      view->glyphs = g_new0 (GskRenderNode *, view->n_shapes);
      view->built = g_new0 (gboolean, view->n_shapes);
      trace_silhouette (&view->silhouette, pal_plate_get_outline (view->plate));
    }
}

void
pal_body_stage_arrange (PalBodyStage *self)
{
  Arrangement to;

  choose_arrangement (self, &to);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      self->views[i].shown = to.shown[i];
      self->views[i].x = to.x[i];
      self->views[i].y = to.y[i];
    }
  self->fit = to.fit;
  self->fit_x = (self->width - to.extent.width * to.fit) / 2 - to.extent.x * to.fit;
  self->fit_y = (self->height - to.extent.height * to.fit) / 2 - to.extent.y * to.fit;
  clamp_pan (self);
  pal_body_stage_drop_nodes (self);
}

double
pal_body_stage_get_scale (PalBodyStage *self)
{
  return self->fit * self->zoom;
}

void
pal_body_stage_get_origin (PalBodyStage *self, PalView view, double *x, double *y)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  /* On whole device pixels: plates as images are not blurred, and fit wherever a view stands. */
  *x = (self->views[view].x * self->fit + self->fit_x) * self->zoom + self->pan_x;
  *y = (self->views[view].y * self->fit + self->fit_y) * self->zoom + self->pan_y;
  *x = round (*x * factor) / factor;
  *y = round (*y * factor) / factor;
}

graphene_rect_t
pal_body_stage_get_pixels (PalBodyStage *self, PalView view, const PalRect *rect)
{
  double x, y, scale = pal_body_stage_get_scale (self);

  pal_body_stage_get_origin (self, view, &x, &y);
  return GRAPHENE_RECT_INIT (x + rect->x * scale, y + rect->y * scale, rect->width * scale,
                             rect->height * scale);
}

/* Takes a pixel to the units of a view. */
static void
enter_units (PalBodyStage *self, PalView view, double *x, double *y)
{
  double scale = pal_body_stage_get_scale (self), origin_x, origin_y;

  pal_body_stage_get_origin (self, view, &origin_x, &origin_y);
  *x = (*x - origin_x) / scale;
  *y = (*y - origin_y) / scale;
}

/* The body under the point has the say; off all bodies the slop decides, in steps, so that of two
 * bodies within reach the nearer one is meant. */
static const PalShape *
pick_within (PalBodyStage *self, double x, double y, double slop, PalView *view)
{
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      double unit_x = x, unit_y = y;

      enter_units (self, i, &unit_x, &unit_y);
      if (!self->views[i].shown || !pal_plate_contains_body (self->views[i].plate, unit_x, unit_y))
        continue;
      if (view != NULL)
        *view = i;
      return pal_plate_hit (self->views[i].plate, unit_x, unit_y, slop);
    }
  for (double reach = MIN (slop, SLOP_STEP_UNITS); reach > 0;
       reach = reach < slop ? MIN (slop, reach * SLOP_GROWTH) : 0)
    for (guint i = 0; i < PAL_VIEW_N; i++)
      {
        double unit_x = x, unit_y = y;

        enter_units (self, i, &unit_x, &unit_y);
        const PalShape *shape = self->views[i].shown
                                    ? pal_plate_hit (self->views[i].plate, unit_x, unit_y, reach)
                                    : NULL;
        if (shape != NULL && view != NULL)
          *view = i;
        if (shape != NULL)
          return shape;
      }
  return NULL;
}

const PalShape *
pal_body_stage_pick (PalBodyStage *self, double x, double y, double slop_mm, PalView *view)
{
  double slop = slop_mm * measure_px_per_mm (self) / pal_body_stage_get_scale (self);

  return pick_within (self, x, y, MIN (slop, MAX_SLOP_UNITS), view);
}

const PalShape *
pal_body_stage_pick_beside (PalBodyStage *self, double x, double y, PalView *view)
{
  return pick_within (self, x, y,
                      BESIDE_MM * measure_px_per_mm (self) / pal_body_stage_get_scale (self), view);
}

GPtrArray *
pal_body_stage_list_near (PalBodyStage *self, PalView view, double x, double y, double slop_mm)
{
  double scale = pal_body_stage_get_scale (self), origin_x, origin_y;
  double slop = MIN (slop_mm * measure_px_per_mm (self) / scale, MAX_SLOP_UNITS);

  pal_body_stage_get_origin (self, view, &origin_x, &origin_y);
  return pal_plate_list_hits (self->views[view].plate, (x - origin_x) / scale,
                              (y - origin_y) / scale, slop);
}

void
pal_body_stage_zoom_by (PalBodyStage *self, double factor, double x, double y)
{
  double zoom = CLAMP (self->zoom * factor, 1, PAL_STAGE_MAX_ZOOM);

  if (zoom == self->zoom)
    return;
  self->pan_x = x - (x - self->pan_x) * zoom / self->zoom;
  self->pan_y = y - (y - self->pan_y) * zoom / self->zoom;
  self->zoom = zoom;
  clamp_pan (self);
  tell_moved (self);
}

void
pal_body_stage_pan_to (PalBodyStage *self, double pan_x, double pan_y)
{
  double before_x = self->pan_x, before_y = self->pan_y;

  self->pan_x = pan_x;
  self->pan_y = pan_y;
  clamp_pan (self);
  if (self->pan_x != before_x || self->pan_y != before_y)
    tell_moved (self);
}

/* What leads a span into sight, its surroundings with it; 0 when it is in sight already. */
static double
measure_reveal (double start, double length, double room)
{
  if (start >= PADDING && start + length <= room - PADDING)
    return 0;
  return room / 2 - (start + length / 2);
}

void
pal_body_stage_reveal (PalBodyStage *self, const graphene_rect_t *box)
{
  if (self->zoom <= 1)
    return;

  double dx = measure_reveal (box->origin.x, box->size.width, self->width);
  double dy = measure_reveal (box->origin.y, box->size.height, self->height);
  if (dx == 0 && dy == 0)
    return;
  pal_body_stage_move (self);
  pal_body_stage_pan_to (self, self->pan_x + dx, self->pan_y + dy);
  pal_body_stage_settle (self);
}
