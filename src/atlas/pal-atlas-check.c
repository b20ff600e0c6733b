/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of a drawing as rows of a table. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-atlas-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_OVERLAP_PERCENT 0.02
#define MAX_SPILL_PERCENT 0.001
#define MIN_COVERED_PERCENT 94.0
#define MAX_ASYMMETRY 0.01
#define POINTS_PER_SHAPE 100
#define SEED 20260301

void
pal_check_row_free (PalCheckRow *row)
{
  if (row == NULL)
    return;

  g_free (row->value);
  g_free (row->bar);
  g_ptr_array_unref (row->remarks);
  g_free (row);
}

PalCheckRow *
pal_check_row_new (
    const char *id, const char *name, double measured, char *value, char *bar, gboolean passed)
{
  PalCheckRow *row = g_new0 (PalCheckRow, 1);

  row->id = id;
  row->name = name;
  row->measured = measured;
  row->value = value;
  row->bar = bar;
  row->passed = passed;
  row->remarks = g_ptr_array_new_with_free_func (g_free);

  return row;
}

static PalCheckRow *
add_row (GPtrArray *rows, const PalPlate *plate, PalCheckRow *row)
{
  row->figure = plate->figure;
  row->view = plate->view;
  g_ptr_array_add (rows, row);

  return row;
}

static char *
name_shape (const PalRegion *region, PalSide side)
{
  const char *id = pal_side_to_id (side);

  return id != NULL ? g_strconcat (region->id, " ", id, NULL) : g_strdup (region->id);
}

static char *
count_of (guint n, guint all)
{
  /* Translators: %1$u of all %2$u things in a drawing are right. */
  return g_strdup_printf (_ ("%1$u of %2$u"), n, all);
}

/* Whether the catalogue wants this side of a region in this view. */
static gboolean
is_wanted (const PalRegion *region, PalView view, PalSide side)
{
  PalView drawn = view == PAL_VIEW_RIGHT ? PAL_VIEW_LEFT : view;

  if ((region->views & 1u << drawn) == 0)
    return FALSE;
  if (!region->paired)
    return side == PAL_SIDE_MIDLINE;
  if (view == PAL_VIEW_LEFT)
    return side == PAL_SIDE_LEFT;
  if (view == PAL_VIEW_RIGHT)
    return side == PAL_SIDE_RIGHT;

  return side != PAL_SIDE_MIDLINE;
}

static void
check_complete (PalAtlas *atlas, const PalPlate *plate, GPtrArray *rows)
{
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  guint n_wanted = 0;
  guint n_right = 0;

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);

      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        {
          gboolean wanted = is_wanted (region, plate->view, side);
          gboolean found = pal_plate_find_shape (plate, region, side) != NULL;

          n_wanted += wanted ? 1 : 0;
          n_right += wanted && found ? 1 : 0;
          if (wanted != found)
            g_ptr_array_add (wrong, name_shape (region, side));
        }
    }

  PalCheckRow *row =
      pal_check_row_new ("complete", _ ("Regions and sides of the catalogue"), n_right,
                         count_of (n_right, n_wanted), g_strdup (_ ("exactly")), wrong->len == 0);
  g_ptr_array_extend_and_steal (row->remarks, g_steal_pointer (&wrong));
  add_row (rows, plate, row);
}

static void
check_areas (const PalPlate *plate, GPtrArray *rows)
{
  PalAreas areas = pal_check_measure_areas (plate);
  double body = MAX (areas.body, G_MINDOUBLE);
  double overlap = areas.overlap / body * 100;
  double spill = areas.spill / body * 100;
  double covered = areas.covered / MAX (areas.chartable, G_MINDOUBLE) * 100;
  guint n_gaps = areas.n_gap_points;
  double near = n_gaps > 0 ? 1 - (double) areas.n_far_points / n_gaps : 1;
  double with_slop = covered + (100 - covered) * near;

  add_row (rows, plate,
           pal_check_row_new ("overlap", _ ("Overlap of shapes that are not deep"), overlap,
                              g_strdup_printf ("%.4f %%", overlap),
                              g_strdup_printf ("≤ %.2f %%", MAX_OVERLAP_PERCENT),
                              overlap <= MAX_OVERLAP_PERCENT));
  add_row (rows, plate,
           pal_check_row_new ("covered", _ ("Chartable body that is drawn"), covered,
                              g_strdup_printf ("%.1f %%", covered),
                              g_strdup_printf ("≥ %.0f %%", MIN_COVERED_PERCENT),
                              covered >= MIN_COVERED_PERCENT));
  add_row (rows, plate,
           pal_check_row_new ("covered-with-slop", _ ("Chartable body within 3 units of a shape"),
                              with_slop, g_strdup_printf ("%.2f %%", with_slop), g_strdup ("100 %"),
                              areas.n_far_points == 0));
  add_row (rows, plate,
           pal_check_row_new ("spill", _ ("Shape outside the outline"), spill,
                              g_strdup_printf ("%.4f %%", spill), g_strdup ("0 %"),
                              spill <= MAX_SPILL_PERCENT));
  add_row (rows, plate,
           pal_check_row_new ("gaps", _ ("Points in gaps that hit a neighbour"),
                              n_gaps - areas.n_lost_points - areas.n_far_points,
                              count_of (n_gaps - areas.n_lost_points - areas.n_far_points, n_gaps),
                              g_strdup (_ ("all")), areas.n_lost_points + areas.n_far_points == 0));
}

/* How far the mirror image of one border lies from the other. */
static double
measure_asymmetry (const PalPolygon *one, const PalPolygon *other)
{
  double worst = 0;

  for (guint i = 0; i < one->n_points; i++)
    worst = MAX (worst, pal_polygon_distance (other, -one->xy[2 * i], one->xy[2 * i + 1], 1000));

  return worst;
}

static void
check_symmetry (const PalPlate *plate, GPtrArray *rows)
{
  double worst = measure_asymmetry (&plate->body, &plate->body);
  PalCheckRow *row = pal_check_row_new ("symmetry", _ ("Left and right mirror each other"), 0, NULL,
                                        g_strdup_printf (_ ("≤ %.2f units"), MAX_ASYMMETRY), FALSE);

  for (guint i = 0; i < plate->n_shapes; i++)
    {
      const PalShape *shape = &plate->shapes[i];
      const PalShape *twin =
          pal_plate_find_shape (plate, shape->region, pal_side_mirror (shape->side));
      double asymmetry = twin == NULL ? 1000
                                      : measure_asymmetry (&plate->grounds[i].polygon,
                                                           &plate->grounds[twin->index].polygon);

      worst = MAX (worst, asymmetry);
      if (asymmetry > MAX_ASYMMETRY)
        g_ptr_array_add (row->remarks, name_shape (shape->region, shape->side));
    }
  row->measured = worst;
  row->value = g_strdup_printf (_ ("%.4f units"), worst);
  row->passed = worst <= MAX_ASYMMETRY;
  add_row (rows, plate, row);
}

/* By where the area lies, not by what the file says; see #PalView for the rule. */
static gboolean
is_on_its_side (const PalPlate *plate, guint i)
{
  PalSide side = plate->shapes[i].side;
  double x = pal_polygon_measure (&plate->grounds[i].polygon).x;

  switch (plate->view)
    {
    case PAL_VIEW_FRONT:
    case PAL_VIEW_SOLES:
      if (side == PAL_SIDE_MIDLINE)
        return fabs (x) <= 1;
      return side == (x > 0 ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT);
    case PAL_VIEW_BACK:
      if (side == PAL_SIDE_MIDLINE)
        return fabs (x) <= 1;
      return side == (x > 0 ? PAL_SIDE_RIGHT : PAL_SIDE_LEFT);
    case PAL_VIEW_LEFT:
      return side != PAL_SIDE_RIGHT;
    case PAL_VIEW_RIGHT:
      return side != PAL_SIDE_LEFT;
    case PAL_VIEW_N:
      break;
    }

  return FALSE;
}

static void
check_laterality (const PalPlate *plate, GPtrArray *rows)
{
  PalCheckRow *row = pal_check_row_new ("laterality", _ ("Shapes on the client’s own side"), 0,
                                        NULL, g_strdup (_ ("all")), FALSE);

  for (guint i = 0; i < plate->n_shapes; i++)
    {
      if (!is_on_its_side (plate, i))
        g_ptr_array_add (row->remarks, name_shape (plate->shapes[i].region, plate->shapes[i].side));
    }
  row->measured = plate->n_shapes - row->remarks->len;
  row->value = count_of (plate->n_shapes - row->remarks->len, plate->n_shapes);
  row->passed = row->remarks->len == 0;
  add_row (rows, plate, row);
}

/* A random point of the shape; FALSE when it is too thin to find one. */
static gboolean
pick_point (const PalGround *ground, GRand *rand, double *x, double *y)
{
  const PalRect *box = &ground->polygon.bounds;

  for (guint i = 0; i < 1000; i++)
    {
      *x = box->x + g_rand_double (rand) * box->width;
      *y = box->y + g_rand_double (rand) * box->height;
      if (pal_polygon_contains (&ground->polygon, *x, *y))
        return TRUE;
    }

  return FALSE;
}

static gboolean
hits_itself (const PalPlate *plate, guint i, GRand *rand)
{
  const PalShape *shape = &plate->shapes[i];
  double x;
  double y;

  if (!pick_point (&plate->grounds[i], rand, &x, &y))
    return FALSE;

  const PalShape *hit = pal_plate_hit (plate, x, y, 0);

  return hit == shape || (hit != NULL && hit->deep && !shape->deep);
}

static void
check_hits (const PalPlate *plate, GPtrArray *rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  PalCheckRow *row = pal_check_row_new ("hits", _ ("Random points that hit their shape"), 0, NULL,
                                        g_strdup (_ ("all")), FALSE);
  guint n = plate->n_shapes * POINTS_PER_SHAPE;
  guint n_right = 0;

  for (guint i = 0; i < plate->n_shapes; i++)
    {
      guint n_own = 0;

      for (guint j = 0; j < POINTS_PER_SHAPE; j++)
        n_own += hits_itself (plate, i, rand) ? 1 : 0;
      if (n_own < POINTS_PER_SHAPE)
        g_ptr_array_add (row->remarks, name_shape (plate->shapes[i].region, plate->shapes[i].side));
      n_right += n_own;
    }
  row->measured = n_right;
  row->value = count_of (n_right, n);
  row->passed = n_right == n;
  add_row (rows, plate, row);
}

GPtrArray *
pal_atlas_check_plate (PalAtlas *self, const PalPlate *plate)
{
  g_return_val_if_fail (self != NULL && plate != NULL, NULL);

  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_check_row_free);

  check_complete (self, plate, rows);
  check_areas (plate, rows);
  if (plate->view != PAL_VIEW_LEFT && plate->view != PAL_VIEW_RIGHT)
    check_symmetry (plate, rows);
  check_laterality (plate, rows);
  check_hits (plate, rows);

  return rows;
}

GPtrArray *
pal_atlas_check_figure (PalAtlas *self, PalFigure figure)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((int) figure >= 0 && figure < PAL_FIGURE_N, NULL);

  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_check_row_free);

  for (PalView view = PAL_VIEW_FRONT; view < PAL_VIEW_N; view++)
    g_ptr_array_extend_and_steal (rows,
                                  pal_atlas_check_plate (self,
                                                         pal_atlas_get_plate (self, figure, view)));
  pal_check_add_neighbours (self, figure, rows);

  return rows;
}

GPtrArray *
pal_atlas_check (PalAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_check_row_free);

  for (PalFigure figure = PAL_FIGURE_NEUTRAL; figure < PAL_FIGURE_N; figure++)
    g_ptr_array_extend_and_steal (rows, pal_atlas_check_figure (self, figure));

  return rows;
}
