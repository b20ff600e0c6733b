/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of a drawing as one sentence for whoever drew it: the first thing that is wrong, by
 * name and place. What cannot be told by name is left to the measures of pal-atlas-check.h. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-drawing-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "atlas/pal-atlas-check.h"
#include "atlas/pal-plate-private.h"

/* Rounding to 0.01 units may put a point of a border so far off. */
#define TOLERANCE 0.03

/* In square units; a picture 900 pixels tall shows it as a tenth of a pixel. */
#define SMALLEST_LOOP 0.12

typedef struct
{
  double x, y;
} Place;

static gboolean
refuse (GError **error, const char *name, char *sentence)
{
  g_set_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING, "%s: %s.", name, sentence);
  g_free (sentence);

  return FALSE;
}

/* Crossings ------------------------------------------------------------------------------------
 */

static double
turn (const double *a, const double *b, const double *c)
{
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/* Whether the edges from @a and @b cross. Touching does not count: toes touch in the outline. */
static gboolean
cross_edges (const double *a, const double *b)
{
  return turn (a, a + 2, b) * turn (a, a + 2, b + 2) < 0 &&
         turn (b, b + 2, a) * turn (b, b + 2, a + 2) < 0;
}

/* Where two edges that cross do so. */
static Place
get_crossing (const double *a, const double *b)
{
  double from = turn (b, b + 2, a), to = turn (b, b + 2, a + 2);
  double t = from / (from - to);

  return (Place){ a[0] + (a[2] - a[0]) * t, a[1] + (a[3] - a[1]) * t };
}

/* The area of the loop from the crossing of edges @i and @j along the border and back to it. */
static double
measure_loop (const PalPolygon *polygon, guint i, guint j)
{
  Place place = get_crossing (polygon->xy + 2 * i, polygon->xy + 2 * j);
  const double start[] = { place.x, place.y };
  double sum = 0;

  for (guint k = i; k <= j; k++)
    {
      const double *a = k == i ? start : polygon->xy + 2 * k;
      const double *b = k == j ? start : polygon->xy + 2 * (k + 1);

      sum += a[0] * b[1] - b[0] * a[1];
    }

  return fabs (sum) / 2;
}

/* At the tip of a thin strip rounding may twist the border by less than anyone sees. */
static gboolean
is_large_loop (const PalPolygon *polygon, guint i, guint j)
{
  double loop = measure_loop (polygon, MIN (i, j), MAX (i, j));
  double all = pal_polygon_measure (polygon).area;

  return MIN (loop, fabs (all - loop)) > SMALLEST_LOOP;
}

static gboolean
is_apart (const PalEdgeRun *a, const PalEdgeRun *b)
{
  return a->right < b->left || b->right < a->left || a->bottom < b->top || b->bottom < a->top;
}

static gboolean
find_crossing (const PalPolygon *polygon, Place *place)
{
  for (guint r = 0; r < polygon->n_runs; r++)
    for (guint s = r; s < polygon->n_runs; s++)
      {
        const PalEdgeRun *a = &polygon->runs[r], *b = &polygon->runs[s];

        for (guint i = 0; !is_apart (a, b) && i < a->n; i++)
          for (guint j = r == s ? i + 2 : 0; j < b->n; j++)
            {
              const double *edge = polygon->xy + 2 * (a->first + i);
              const double *other = polygon->xy + 2 * (b->first + j);

              if (cross_edges (edge, other) && is_large_loop (polygon, a->first + i, b->first + j))
                {
                  *place = get_crossing (edge, other);
                  return TRUE;
                }
            }
      }

  return FALSE;
}

/* Named faults ---------------------------------------------------------------------------------
 */

static gboolean
check_crossings (const PalPlate *plate, const char *name, GError **error)
{
  Place place;

  if (find_crossing (&plate->body, &place))
    return refuse (error, name,
                   g_strdup_printf (_ ("the outline crosses itself near %1$.0f, %2$.0f"), place.x,
                                    place.y));
  for (guint i = 0; i < plate->n_shapes; i++)
    {
      const PalShape *shape = &plate->shapes[i];
      g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);

      if (find_crossing (&plate->grounds[i].polygon, &place))
        return refuse (error, name,
                       /* Translators: %1$s is a shape such as “itb-mid-left” */
                       g_strdup_printf (_ ("the border of “%1$s” crosses itself near %2$.0f, "
                                           "%3$.0f"),
                                        id, place.x, place.y));
    }

  return TRUE;
}

static gboolean
check_within (const PalPlate *plate, const char *name, GError **error)
{
  for (guint i = 0; i < plate->n_shapes; i++)
    {
      const PalShape *shape = &plate->shapes[i];
      const PalPolygon *polygon = &plate->grounds[i].polygon;
      g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);

      for (guint j = 0; j < polygon->n_points; j++)
        {
          double x = polygon->xy[2 * j], y = polygon->xy[2 * j + 1];

          if (!pal_polygon_contains (&plate->body, x, y) &&
              pal_polygon_distance (&plate->body, x, y, 1) > TOLERANCE)
            return refuse (error, name,
                           g_strdup_printf (_ ("“%1$s” reaches outside the outline near %2$.0f, "
                                               "%3$.0f"),
                                            id, x, y));
        }
      if (!pal_polygon_contains (polygon, shape->label_x, shape->label_y))
        return refuse (error, name,
                       g_strdup_printf (_ ("the label point of “%s” lies outside of it"), id));
    }

  return TRUE;
}

/* A point of one shape well inside the other. */
static gboolean
find_overlap (const PalPolygon *one, const PalPolygon *other, Place *place)
{
  for (guint i = 0; i < one->n_points; i++)
    {
      double x = one->xy[2 * i], y = one->xy[2 * i + 1];

      if (pal_polygon_contains (other, x, y) && pal_polygon_distance (other, x, y, 1) > TOLERANCE)
        {
          *place = (Place){ x, y };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
check_overlaps (const PalPlate *plate, const char *name, GError **error)
{
  for (guint i = 0; i < plate->n_shapes; i++)
    for (guint j = 0; j < plate->n_shapes; j++)
      {
        const PalShape *one = &plate->shapes[i], *other = &plate->shapes[j];
        Place place;

        if (i == j || one->deep || other->deep ||
            !find_overlap (&plate->grounds[i].polygon, &plate->grounds[j].polygon, &place))
          continue;
        g_autofree char *id = pal_drawing_dup_shape_id (one->region, one->side);
        g_autofree char *other_id = pal_drawing_dup_shape_id (other->region, other->side);
        return refuse (error, name,
                       g_strdup_printf (_ ("“%1$s” and “%2$s” lie over each other near %3$.0f, "
                                           "%4$.0f"),
                                        id, other_id, place.x, place.y));
      }

  return TRUE;
}

/* Measures -------------------------------------------------------------------------------------
 */

static gboolean
check_measures (PalAtlas *atlas, const PalPlate *plate, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = pal_atlas_check_plate (atlas, plate);

  for (guint i = 0; i < rows->len; i++)
    {
      const PalCheckRow *row = rows->pdata[i];
      g_autofree char *remarks = NULL;

      if (row->passed)
        continue;
      g_ptr_array_add (row->remarks, NULL);
      remarks = g_strjoinv (", ", (char **) row->remarks->pdata);
      return refuse (error, name,
                     *remarks != '\0'
                         /* Translators: a check, what was measured, what is asked for, which
                          * shapes: “Left and right mirror each other: 0.5 units, where ≤ 0.01 units
                          * is asked for (soleus left)” */
                         ? g_strdup_printf (_ ("%1$s: %2$s, where %3$s is asked for (%4$s)"),
                                            row->name, row->value, row->bar, remarks)
                         : g_strdup_printf (_ ("%1$s: %2$s, where %3$s is asked for"), row->name,
                                            row->value, row->bar));
    }

  return TRUE;
}

gboolean
pal_drawing_check (PalAtlas *atlas, const PalPlate *plate, const char *name, GError **error)
{
  g_return_val_if_fail (atlas != NULL && plate != NULL && name != NULL, FALSE);

  return check_crossings (plate, name, error) && check_within (plate, name, error) &&
         check_overlaps (plate, name, error) && check_measures (atlas, plate, name, error);
}
