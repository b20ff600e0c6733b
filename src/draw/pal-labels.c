/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of names. The order of work: split into two columns at an upright line, sort each by
 * height, spread what overlaps, exchange what crosses. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "draw/pal-paint-private.h"

#define MAX_WIDTH_SHARE 0.46
#define CLOSEST_LINES 0.6

/* Some labels that had to stand below each other without a gap; @top is where the first stands. */
typedef struct
{
  guint n;
  double sum; /* of where each would put the first */
  double top;
} Cluster;

static void
clear_label (gpointer data)
{
  g_free (((PalLabel *) data)->words);
}

GArray *
pal_labels_new (void)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (PalLabel));

  g_array_set_clear_func (labels, clear_label);
  return labels;
}

void
pal_labels_add (GArray *labels, char *words, double x, double y, double clear, gboolean strong)
{
  PalLabel label = { .words = words, .x = x, .y = y, .clear = clear, .strong = strong };

  g_array_append_val (labels, label);
}

static PalLabel *
get (const GArray *labels, guint i)
{
  return &g_array_index (labels, PalLabel, i);
}

/* Regions --------------------------------------------------------------------------------------
 */

gboolean
pal_region_look_is_marked (const PalRegionLook *look, PalMapMode mode)
{
  switch (mode)
    {
    case PAL_MAP_BLANK:
      return FALSE;
    case PAL_MAP_VISIT:
      return look->severity > 0 || look->kinds != 0;
    case PAL_MAP_CHANGE:
      return look->change != PAL_CHANGE_NONE && look->change != PAL_CHANGE_NOT_COMPARED;
    case PAL_MAP_HEAT:
      return look->frequency > 0;
    }
  g_return_val_if_reached (FALSE);
}

char *
pal_region_look_dup_label (const PalRegionLook *look,
                           PalMapMode mode,
                           const PalRegion *region,
                           PalSide side)
{
  g_autofree char *name = pal_region_dup_short_label (region, side);
  if (mode != PAL_MAP_HEAT || look->n_examined <= 0)
    return g_steal_pointer (&name);
  const int n_marked = (int) lround (look->frequency * look->n_examined);
  /* Translators: on the heat map: a region, marked at %2$d of %3$d examinations, as in
   * "Left ITB mid 10/12". */
  return g_strdup_printf (_ ("%1$s %2$d/%3$d"), name, n_marked, look->n_examined);
}

static void
add_region (
    GArray *labels, const PalShape *shape, const PalRegionLook *look, PalMapMode mode, double scale)
{
  /* A glyph covers the point; its line begins at the badge's rim. */
  gboolean has_glyph = look != NULL && (look->kinds & ~1u) != 0;

  /* A mark is on one side; what a region is called is the same on both. */
  pal_labels_add (labels,
                  look != NULL ? pal_region_look_dup_label (look, mode, shape->region, shape->side)
                               : g_strdup (pal_region_get_short_name (shape->region)),
                  shape->label_x, shape->label_y,
                  has_glyph ? pal_glyph_get_radius (scale) * 1.6 : 0, look != NULL);
}

/* One shape of each region, and of those with two sides the sides in turns from the head down. */
static void
add_all_regions (GArray *labels, const PalPlate *plate, double scale)
{
  guint n_paired = 0;

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      const PalShape *twin =
          pal_plate_find_shape (plate, shape->region, pal_side_mirror (shape->side));

      if (shape->side == PAL_SIDE_MIDLINE || twin == NULL)
        add_region (labels, shape, NULL, PAL_MAP_BLANK, scale);
      else if (shape->index < twin->index)
        add_region (labels, n_paired++ % 2 == 0 ? shape : twin, NULL, PAL_MAP_BLANK, scale);
    }
}

GArray *
pal_body_name_regions (const PalPlate *plate, const PalBodyMap *map, double scale)
{
  GArray *labels = pal_labels_new ();
  PalMapMode mode = pal_body_map_get_mode (map);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      const PalRegionLook *look = pal_body_map_get (map, shape->region, shape->side);

      if (pal_region_look_is_marked (look, mode))
        add_region (labels, shape, look, mode, scale);
    }
  if (mode == PAL_MAP_BLANK)
    add_all_regions (labels, plate, scale);
  return labels;
}

/* Words ----------------------------------------------------------------------------------------
 */

static PangoLayout *
create_layout (cairo_t *cr, const PalLabel *label, double height)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Widths that do not depend on the scale: else words measured in one crowd in another. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  if (label->strong)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, label->words, -1);
  pango_font_description_free (font);
  return layout;
}

void
pal_labels_measure (GArray *labels, cairo_t *cr, double height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      PangoLayout *layout = create_layout (cr, get (labels, i), height);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      get (labels, i)->width = width / (double) PANGO_SCALE;
      g_object_unref (layout);
    }
}

/* Places ---------------------------------------------------------------------------------------
 */

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const PalLabel *first = *(PalLabel *const *) a, *second = *(PalLabel *const *) b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first < second ? -1 : first > second;
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const PalLabel *first = *(PalLabel *const *) a, *second = *(PalLabel *const *) b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* The labels sorted by where their regions lie, and how many of them go to the left: those left of
 * the middle, unless a column would overflow. */
static GPtrArray *
split (GArray *labels, const PalRect *room, guint capacity, guint *n_left)
{
  GPtrArray *sorted = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      g_ptr_array_add (sorted, get (labels, i));
      n += get (labels, i)->x < room->x + room->width / 2;
    }
  g_ptr_array_sort (sorted, compare_x);
  *n_left = CLAMP (n, labels->len > capacity ? labels->len - capacity : 0, capacity);
  return sorted;
}

static double
place_cluster (const Cluster *cluster, const PalRect *room, double line)
{
  return CLAMP (cluster->sum / cluster->n, room->y,
                MAX (room->y, room->y + room->height - cluster->n * line));
}

/* Each as near to its own height as its neighbours allow: those that overlap stand together at the
 * mean of where they would stand alone. */
static void
spread_column (PalLabel **column, guint n, const PalRect *room, double line)
{
  g_autofree Cluster *clusters = g_new (Cluster, n + 1);
  guint n_clusters = 0, next = 0;

  for (guint i = 0; i < n; i++)
    {
      clusters[n_clusters] = (Cluster){ 1, column[i]->y - line / 2, 0 };
      clusters[n_clusters].top = place_cluster (&clusters[n_clusters], room, line);
      n_clusters++;
      while (n_clusters > 1)
        {
          Cluster *above = &clusters[n_clusters - 2], *last = &clusters[n_clusters - 1];

          if (above->top + above->n * line <= last->top)
            break;
          above->sum += last->sum - last->n * (above->n * line);
          above->n += last->n;
          above->top = place_cluster (above, room, line);
          n_clusters--;
        }
    }
  for (guint c = 0; c < n_clusters; c++)
    for (guint k = 0; k < clusters[c].n; k++)
      column[next++]->box.y = clusters[c].top + k * line;
}

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

static gboolean
lines_cross (const PalLabel *a, const PalLabel *b, const double *ports, double line)
{
  double a_x = ports[a->at_left], a_y = a->box.y + line / 2;
  double b_x = ports[b->at_left], b_y = b->box.y + line / 2;

  return turn (a->x, a->y, a_x, a_y, b->x, b->y) * turn (a->x, a->y, a_x, a_y, b_x, b_y) < 0 &&
         turn (b->x, b->y, b_x, b_y, a->x, a->y) * turn (b->x, b->y, b_x, b_y, a_x, a_y) < 0;
}

static void
exchange (PalLabel *a, PalLabel *b)
{
  gboolean at_left = a->at_left;
  double y = a->box.y;

  a->at_left = b->at_left;
  a->box.y = b->box.y;
  b->at_left = at_left;
  b->box.y = y;
}

static void
uncross (GArray *labels, const double *ports, double line)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < labels->len; i++)
        for (guint j = i + 1; j < labels->len; j++)
          if (lines_cross (get (labels, i), get (labels, j), ports, line))
            {
              exchange (get (labels, i), get (labels, j));
              again = TRUE;
            }
    }
}

static void
fill_column (PalLabel **column, guint n, const PalRect *room, double line, gboolean at_left)
{
  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    column[i]->at_left = at_left;
  qsort (column, n, sizeof *column, compare_y);
  spread_column (column, n, room, line);
}

gboolean
pal_labels_arrange (GArray *labels, const PalRect *room, double line)
{
  double widest = 0;
  guint n_left, capacity;

  g_return_val_if_fail (labels != NULL && room != NULL && line > 0, FALSE);

  capacity = (guint) MAX (0, floor (room->height / line + 1e-9));
  if (labels->len > 2 * capacity)
    return FALSE;
  g_autoptr (GPtrArray) sorted = split (labels, room, capacity, &n_left);
  fill_column ((PalLabel **) sorted->pdata, n_left, room, line, TRUE);
  fill_column ((PalLabel **) sorted->pdata + n_left, sorted->len - n_left, room, line, FALSE);
  for (guint i = 0; i < labels->len; i++)
    {
      get (labels, i)->box.width = MIN (get (labels, i)->width, room->width * MAX_WIDTH_SHARE);
      get (labels, i)->box.height = line;
      widest = MAX (widest, get (labels, i)->box.width);
    }
  const double ports[] = { room->x + room->width - widest, room->x + widest };
  uncross (labels, ports, line);
  for (guint i = 0; i < labels->len; i++)
    get (labels, i)->box.x =
        get (labels, i)->at_left ? ports[TRUE] - get (labels, i)->box.width : ports[FALSE];
  return TRUE;
}

static gboolean
drop_weak (GArray *labels)
{
  for (guint i = labels->len; i > 0; i--)
    if (!get (labels, i - 1)->strong)
      {
        g_array_remove_index (labels, i - 1);
        return TRUE;
      }
  return FALSE;
}

double
pal_labels_fit (GArray *labels, const PalRect *room, double line)
{
  while (!pal_labels_arrange (labels, room, line))
    if (!drop_weak (labels))
      break;
  for (double share = 1; share >= CLOSEST_LINES; share -= 0.05)
    if (pal_labels_arrange (labels, room, line * share))
      return line * share;
  return 0;
}

/* Painting -------------------------------------------------------------------------------------
 */

static void
paint_line (cairo_t *cr, const PalLabel *label, const PalTheme *theme, double scale)
{
  double end_x = label->box.x + (label->at_left ? label->box.width : 0);
  double end_y = label->box.y + label->box.height / 2;
  double length = hypot (end_x - label->x, end_y - label->y);
  double start = length > 0 ? MIN (1, label->clear / length) : 1;
  PalColour bed = theme->ground;

  cairo_new_path (cr);
  cairo_move_to (cr, label->x + (end_x - label->x) * start, label->y + (end_y - label->y) * start);
  cairo_line_to (cr, end_x, end_y);
  bed.a = 0.7;
  pal_colour_set (cr, &bed);
  cairo_set_line_width (cr, 2.6 / scale);
  pal_stroke_preserve (cr);
  pal_colour_set (cr, label->strong ? &theme->outline : &theme->contour);
  cairo_set_line_width (cr, 0.9 / scale);
  pal_stroke (cr);
  if (label->clear > 0)
    return;
  cairo_arc (cr, label->x, label->y, 1.7 / scale, 0, 2 * G_PI);
  pal_colour_set (cr, label->strong ? &theme->outline : &theme->contour);
  pal_fill (cr);
}

static void
paint_words (cairo_t *cr, const PalLabel *label, const PalTheme *theme, double height, double scale)
{
  PangoLayout *layout = create_layout (cr, label, height);
  double pad = 3 / scale, tall = MIN (label->box.height, height * 1.35);
  double middle = label->box.y + label->box.height / 2;
  PalColour bed = theme->ground;
  int text_height;

  bed.a = 0.82;
  cairo_rectangle (cr, label->box.x - pad, middle - tall / 2, label->box.width + 2 * pad, tall);
  pal_colour_set (cr, &bed);
  pal_fill (cr);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) ceil ((label->box.width + pad / 2) * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &text_height);
  cairo_move_to (cr, label->box.x, middle - text_height / 2.0 / PANGO_SCALE);
  pal_colour_set (cr, label->strong ? &theme->text : &theme->dim_text);
  pal_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
}

void
pal_labels_paint (
    cairo_t *cr, const GArray *labels, const PalTheme *theme, double height, double scale)
{
  g_return_if_fail (cr != NULL && labels != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < labels->len; i++)
    paint_line (cr, get (labels, i), theme, scale);
  for (guint i = 0; i < labels->len; i++)
    paint_words (cr, get (labels, i), theme, height, scale);
  cairo_restore (cr);
}
