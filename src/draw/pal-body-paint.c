/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plate itself: body, relief, borders, lines and letters; and what puts the layers together.
 * The looks of marks are in pal-mark-paint.c, points and ink in pal-extras-paint.c. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "draw/pal-paint-private.h"

/* Figures are drawn 1000 units high; widths in themes are meant for 600 pixels. */
#define REFERENCE_SCALE 0.6

/* Neighbouring shapes leave 0.84 units between them: a border at least this wide covers the gap. */
#define GAP_UNITS 1.05

/* More than half of any line is wide, in figure units. */
#define LINE_AIR 8.0

double
pal_paint_get_factor (double scale)
{
  return CLAMP (sqrt (scale / REFERENCE_SCALE), 0.55, 6.0);
}

double
pal_paint_get_width (double px, double scale)
{
  return px * pal_paint_get_factor (scale) / scale;
}

gboolean
pal_paint_is_vector (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  return pal_canvas_is_svg (cr) || type == CAIRO_SURFACE_TYPE_PDF ||
         type == CAIRO_SURFACE_TYPE_PS || type == CAIRO_SURFACE_TYPE_SVG;
}

PalColour
pal_colour_mix (const PalColour *a, const PalColour *b, double t)
{
  return (PalColour){ a->r + (b->r - a->r) * t, a->g + (b->g - a->g) * t, a->b + (b->b - a->b) * t,
                      a->a + (b->a - a->a) * t };
}

static double
to_linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
pal_colour_get_luminance (const PalColour *colour)
{
  return 0.2126 * to_linear (colour->r) + 0.7152 * to_linear (colour->g) +
         0.0722 * to_linear (colour->b);
}

static PalColour
pick_tone (const PalColour *tones, double severity)
{
  double capped = CLAMP (severity, 0, 3);
  guint lower = MIN ((guint) capped, 2);
  return pal_colour_mix (&tones[lower], &tones[lower + 1], capped - lower);
}

PalColour
pal_theme_get_tone (const PalTheme *theme, double severity)
{
  return pick_tone (theme->severity, severity);
}

PalColour
pal_theme_get_tone_line (const PalTheme *theme, double severity)
{
  return pick_tone (theme->severity_line, severity);
}

void
pal_path_to_cairo (const PalPath *path, cairo_t *cr)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    {
      pal_path_to_file (path, cr);
      return;
    }
  for (guint i = 0; i < path->n; i++)
    {
      const double *xy = path->segments[i].xy;
      switch (path->segments[i].type)
        {
        case PAL_SEGMENT_MOVE:
          cairo_move_to (cr, xy[0], xy[1]);
          break;
        case PAL_SEGMENT_CURVE:
          cairo_curve_to (cr, xy[0], xy[1], xy[2], xy[3], xy[4], xy[5]);
          break;
        case PAL_SEGMENT_CLOSE:
          cairo_close_path (cr);
          break;
        }
    }
}

double
pal_body_fit (const PalRect *view_box,
              double x,
              double y,
              double width,
              double height,
              cairo_matrix_t *matrix)
{
  double scale = MIN (width / view_box->width, height / view_box->height);

  cairo_matrix_init (matrix, scale, 0, 0, scale,
                     x + (width - view_box->width * scale) / 2 - view_box->x * scale,
                     y + (height - view_box->height * scale) / 2 - view_box->y * scale);
  return scale;
}

/* Paints @text centred on x, y; @height is that of a line, in figure units. */
static void
paint_text (cairo_t *cr, const char *text, double x, double y, double height, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");
  PangoRectangle extents;

  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, x - (extents.x + extents.width / 2.0) / PANGO_SCALE,
                 y - (extents.y + extents.height / 2.0) / PANGO_SCALE);
  pal_show_layout (cr, layout);
  cairo_new_path (cr);
  pango_font_description_free (font);
  g_object_unref (layout);
}

const char *
pal_body_side_get_letter (PalSide side)
{
  /* Translators: one letter that marks the client's left side on the picture of the body. */
  const char *left = C_ ("side letter", "L");
  /* Translators: one letter that marks the client's right side on the picture of the body. */
  const char *right = C_ ("side letter", "R");
  return side == PAL_SIDE_LEFT ? left : right;
}

/* Letters stand above the shoulders, beside the heels, or before the face: nearer to their own
 * figure than to the next, so that it is plain whose left is meant. */
void
pal_body_paint_letters (cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale)
{
  PalView view = pal_plate_get_view (plate);
  PalRect bounds = pal_plate_get_bounds (plate);
  gboolean side_view = view == PAL_VIEW_LEFT || view == PAL_VIEW_RIGHT;
  double height = MAX (view == PAL_VIEW_SOLES ? 17 : 27, 9 / scale);

  pal_colour_set (cr, &theme->letter);
  if (side_view)
    {
      double x = view == PAL_VIEW_LEFT ? -148 : 148;
      PalSide side = view == PAL_VIEW_LEFT ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
      paint_text (cr, pal_body_side_get_letter (side), x, 62, height, TRUE);
      paint_text (cr, pal_view_get_name (view), x, 62 + height * 0.95, height * 0.72, FALSE);
      return;
    }
  PalSide at_left = view == PAL_VIEW_BACK ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT;
  double x = view == PAL_VIEW_SOLES ? 65 : 122;
  double y = view == PAL_VIEW_SOLES ? bounds.y + bounds.height - 7 : 62;
  paint_text (cr, pal_body_side_get_letter (at_left), -x, y, height, TRUE);
  paint_text (cr, pal_body_side_get_letter (pal_side_mirror (at_left)), x, y, height, TRUE);
}

/* Returns: whether any of @bounds can be seen: a crop of a body needs few of its many paths, and a
 * file that holds none of the others is smaller and sooner written. */
static gboolean
is_in_clip (cairo_t *cr, const PalRect *bounds, double air)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return bounds->x - air < right && bounds->x + bounds->width + air > left &&
         bounds->y - air < bottom && bounds->y + bounds->height + air > top;
}

static void
add_deep_path (cairo_t *cr, const PalPlate *plate, const PalBodyMap *unmarked_in)
{
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      if (!shape->deep || !is_in_clip (cr, &shape->bounds, LINE_AIR))
        continue;
      if (unmarked_in == NULL ||
          pal_region_look_is_plain (pal_body_map_get (unmarked_in, shape->region, shape->side)))
        pal_path_to_cairo (&shape->path, cr);
    }
}

static void
stroke_deep (cairo_t *cr, const PalTheme *theme, double scale)
{
  double unit = pal_paint_get_width (1, scale);
  const double dash[] = { 2.6 * unit, 2.2 * unit };

  cairo_set_dash (cr, dash, 2, 0);
  pal_colour_set (cr, &theme->border);
  cairo_set_line_width (cr, pal_paint_get_width (theme->border_px, scale) * 1.15);
  pal_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
stroke_border (cairo_t *cr, const PalTheme *theme, double scale)
{
  pal_colour_set (cr, &theme->border);
  cairo_set_line_width (cr, MAX (pal_paint_get_width (theme->border_px, scale), GAP_UNITS));
  pal_stroke (cr);
}

static void
paint_borders (cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale)
{
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      if (!shape->deep && is_in_clip (cr, &shape->bounds, LINE_AIR))
        pal_path_to_cairo (&shape->path, cr);
    }
  stroke_border (cr, theme, scale);
  add_deep_path (cr, plate, NULL);
  stroke_deep (cr, theme, scale);
}

static void
paint_ground (cairo_t *cr, const PalPlate *plate, const PalTheme *theme)
{
  pal_path_to_cairo (pal_plate_get_outline (plate), cr);
  pal_colour_set (cr, &theme->region);
  pal_fill (cr);
  for (guint i = 0; i < pal_plate_get_n_uncharted (plate); i++)
    pal_path_to_cairo (pal_plate_get_uncharted (plate, i), cr);
  pal_colour_set (cr, &theme->body);
  pal_fill (cr);
}

void
pal_body_paint_still (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags)
{
  g_return_if_fail (cr != NULL && plate != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  paint_ground (cr, plate, theme);
  if (!(flags & PAL_PAINT_THUMBNAIL))
    {
      pal_relief_paint (cr, plate, theme, scale);
      paint_borders (cr, plate, theme, scale);
    }
  if (flags & PAL_PAINT_LETTERS)
    pal_body_paint_letters (cr, plate, theme, scale);
  cairo_restore (cr);
}

void
pal_body_paint_lines (
    cairo_t *cr, const PalPlate *plate, const PalTheme *theme, double scale, PalPaintFlags flags)
{
  g_return_if_fail (cr != NULL && plate != NULL && theme != NULL && scale > 0);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (!(flags & PAL_PAINT_THUMBNAIL))
    {
      for (guint i = 0; i < pal_plate_get_n_contours (plate); i++)
        pal_path_to_cairo (pal_plate_get_contour (plate, i), cr);
      pal_colour_set (cr, &theme->contour);
      cairo_set_line_width (cr, pal_paint_get_width (theme->contour_px, scale));
      pal_stroke (cr);
    }
  pal_path_to_cairo (pal_plate_get_outline (plate), cr);
  /* Small, a full outline would weigh more than the marks. */
  pal_colour_set (cr, flags & PAL_PAINT_THUMBNAIL ? &theme->contour : &theme->outline);
  cairo_set_line_width (cr, pal_paint_get_width (theme->outline_px, scale));
  pal_stroke (cr);
  cairo_restore (cr);
}

static void
paint_regions (cairo_t *cr,
               const PalPlate *plate,
               const PalBodyMap *map,
               PalVocabulary *vocabulary,
               const PalTheme *theme,
               double scale,
               PalPaintFlags flags)
{
  PalMapMode mode = pal_body_map_get_mode (map);

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      const PalRegionLook *look = pal_body_map_get (map, shape->region, shape->side);
      PalRect extents;

      if (pal_region_look_is_plain (look))
        continue;
      extents = pal_body_paint_get_extents (shape, look, scale);
      if (is_in_clip (cr, &extents, 0))
        pal_body_paint_region (cr, shape, look, mode, vocabulary, theme, scale, flags);
    }
}

/* Files that are edited and read aloud: each shape is an element of its own, the marked ones last,
 * so that no border of a neighbour lies over them. */
typedef struct
{
  cairo_t *cr;
  const PalPlate *plate;
  const PalBodyMap *map;
  PalVocabulary *vocabulary;
  const PalTheme *theme;
  double scale;
  PalPaintFlags flags;
} Elements;

static void
paint_element (const Elements *self, const PalShape *shape, const PalRegionLook *look)
{
  const char *view = pal_view_to_id (pal_plate_get_view (self->plate));
  PalMapMode mode = pal_body_map_get_mode (self->map);
  g_autofree char *id =
      shape->side == PAL_SIDE_MIDLINE
          ? g_strdup_printf ("%s-%s", view, shape->region->id)
          : g_strdup_printf ("%s-%s-%s", view, shape->region->id, pal_side_to_id (shape->side));
  g_autofree char *title = pal_region_dup_label (shape->region, shape->side);
  g_autofree char *description = pal_region_look_dup_words (look, mode, self->vocabulary);

  pal_element_begin (self->cr, PAL_ELEMENT_SHAPE, id, title, description);
  cairo_new_path (self->cr);
  pal_path_to_cairo (&shape->path, self->cr);
  pal_colour_set (self->cr, &self->theme->region);
  if (!shape->deep)
    pal_fill_preserve (self->cr);
  if (shape->deep)
    stroke_deep (self->cr, self->theme, self->scale);
  else if (!(self->flags & PAL_PAINT_THUMBNAIL))
    stroke_border (self->cr, self->theme, self->scale);
  cairo_new_path (self->cr);
  if (!pal_region_look_is_plain (look))
    pal_body_paint_region (self->cr, shape, look, mode, self->vocabulary, self->theme, self->scale,
                           self->flags | PAL_PAINT_FILLS_ONLY);
  pal_element_end (self->cr);
}

static void
paint_elements (const Elements *self)
{
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  paint_ground (self->cr, self->plate, self->theme);
  for (int marked = FALSE; marked <= TRUE; marked++)
    for (guint i = 0; i < pal_plate_get_n_shapes (self->plate); i++)
      {
        const PalShape *shape = pal_plate_get_shape (self->plate, i);
        const PalRegionLook *look = pal_body_map_get (self->map, shape->region, shape->side);

        if (marked == !pal_region_look_is_plain (look))
          paint_element (self, shape, look);
      }
  if (self->flags & PAL_PAINT_LETTERS)
    pal_body_paint_letters (self->cr, self->plate, self->theme, self->scale);
  cairo_restore (self->cr);
}

static void
begin_decoration (cairo_t *cr, const PalPlate *plate, const char *what)
{
  g_autofree char *id =
      g_strdup_printf ("%s-%s", pal_view_to_id (pal_plate_get_view (plate)), what);

  pal_element_begin (cr, PAL_ELEMENT_DECORATION, id, NULL, NULL);
}

void
pal_body_paint (cairo_t *cr,
                const PalPlate *plate,
                const PalBodyMap *map,
                PalVocabulary *vocabulary,
                const PalTheme *theme,
                double scale,
                PalPaintFlags flags)
{
  g_return_if_fail (cr != NULL && plate != NULL && map != NULL && theme != NULL && scale > 0);

  if (pal_canvas_is_svg (cr))
    paint_elements (&(Elements){ cr, plate, map, vocabulary, theme, scale, flags });
  else
    {
      pal_body_paint_still (cr, plate, theme, scale, flags);
      paint_regions (cr, plate, map, vocabulary, theme, scale, flags | PAL_PAINT_FILLS_ONLY);
    }
  if (!(flags & PAL_PAINT_THUMBNAIL))
    {
      cairo_save (cr);
      add_deep_path (cr, plate, map);
      stroke_deep (cr, theme, scale);
      cairo_restore (cr);
    }
  begin_decoration (cr, plate, "lines");
  pal_body_paint_lines (cr, plate, theme, scale, flags);
  pal_element_end (cr);
  begin_decoration (cr, plate, "signs");
  paint_regions (cr, plate, map, vocabulary, theme, scale, flags | PAL_PAINT_GLYPHS_ONLY);
  if (!(flags & PAL_PAINT_THUMBNAIL))
    pal_body_paint_extras (cr, plate, map, theme, scale);
  pal_element_end (cr);
}
