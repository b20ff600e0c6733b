/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas writes an element for every path as it is filled or stroked. cairo's own SVG surface
 * draws the same, but without structure: nobody could tell a muscle from a border in its files. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-svg.h"

#include <math.h>

#include "draw/pal-paint-private.h"

/**
 * Canvas:
 * @body: elements so far
 * @to_element: from device space to that of the innermost element with a matrix
 * @matrices: (element-type cairo_matrix_t): @to_element of the open elements around
 *
 * Belongs to a cairo_t, by its user data.
 */
typedef struct
{
  GString *body;
  cairo_matrix_t to_element;
  GArray *matrices;
  guint n_clips;
} Canvas;

static const cairo_user_data_key_t canvas_key;

static void
canvas_free (void *data)
{
  Canvas *self = data;

  g_string_free (self->body, TRUE);
  g_array_unref (self->matrices);
  g_free (self);
}

static Canvas *
get_canvas (cairo_t *cr)
{
  return cairo_get_user_data (cr, &canvas_key);
}

/* Text ------------------------------------------------------------------------------------------
 */

static void
add_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  /* Neither "-0" nor a tail of binary dust. */
  g_string_append (text,
                   g_ascii_formatd (digits, sizeof digits, "%.6g", rounded == 0 ? 0 : rounded));
}

static void
add_attribute_number (GString *text, const char *name, double value)
{
  g_string_append_printf (text, " %s=\"", name);
  add_number (text, value);
  g_string_append_c (text, '"');
}

static void
add_escaped (GString *text, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (text, escaped);
}

static void
add_words (GString *text, const char *element, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_string_append_printf (text, "<%s>", element);
  add_escaped (text, words);
  g_string_append_printf (text, "</%s>\n", element);
}

static void
add_colour (GString *text, const char *property, const PalColour *colour)
{
  g_string_append_printf (text, " %s=\"#%02x%02x%02x\"", property,
                          (guint) lround (CLAMP (colour->r, 0, 1) * 255),
                          (guint) lround (CLAMP (colour->g, 0, 1) * 255),
                          (guint) lround (CLAMP (colour->b, 0, 1) * 255));
  if (colour->a < 1)
    {
      g_autofree char *opacity = g_strdup_printf ("%s-opacity", property);
      add_attribute_number (text, opacity, colour->a);
    }
}

static PalColour
get_source (cairo_t *cr)
{
  PalColour colour = { 0, 0, 0, 1 };

  cairo_pattern_get_rgba (cairo_get_source (cr), &colour.r, &colour.g, &colour.b, &colour.a);
  return colour;
}

/* Paths ----------------------------------------------------------------------------------------
 */

static void
add_point (Canvas *self, cairo_t *cr, char command, const cairo_path_data_t *points, guint n)
{
  g_string_append_c (self->body, command);
  for (guint i = 0; i < n; i++)
    {
      double x = points[i].point.x, y = points[i].point.y;

      cairo_user_to_device (cr, &x, &y);
      cairo_matrix_transform_point (&self->to_element, &x, &y);
      if (i > 0)
        g_string_append_c (self->body, ' ');
      add_number (self->body, x);
      g_string_append_c (self->body, ' ');
      add_number (self->body, y);
    }
}

/* The current path of @cr as an attribute. */
static void
add_path (Canvas *self, cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);

  g_string_append (self->body, " d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          /* cairo moves once more after the last closing. */
          if (i + data->header.length < path->num_data)
            add_point (self, cr, 'M', data + 1, 1);
          break;
        case CAIRO_PATH_LINE_TO:
          add_point (self, cr, 'L', data + 1, 1);
          break;
        case CAIRO_PATH_CURVE_TO:
          add_point (self, cr, 'C', data + 1, 3);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          g_string_append_c (self->body, 'Z');
          break;
        }
    }
  g_string_append_c (self->body, '"');
  cairo_path_destroy (path);
}

/* How much longer a unit of the current space is in the element's. */
static double
get_unit (Canvas *self, cairo_t *cr)
{
  cairo_matrix_t matrix;
  double x = 1, y = 0;

  cairo_get_matrix (cr, &matrix);
  cairo_matrix_multiply (&matrix, &matrix, &self->to_element);
  cairo_matrix_transform_distance (&matrix, &x, &y);
  return hypot (x, y);
}

static void
add_dash (Canvas *self, cairo_t *cr, double unit)
{
  int n = cairo_get_dash_count (cr);
  g_autofree double *dashes = g_new (double, n + 1);

  if (n == 0)
    return;
  cairo_get_dash (cr, dashes, NULL);
  g_string_append (self->body, " stroke-dasharray=\"");
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->body, ' ');
      add_number (self->body, dashes[i] * unit);
    }
  g_string_append_c (self->body, '"');
}

static void
write_fill (Canvas *self, cairo_t *cr)
{
  PalColour colour = get_source (cr);

  if (!cairo_has_current_point (cr))
    return;
  g_string_append (self->body, "<path");
  add_path (self, cr);
  add_colour (self->body, "fill", &colour);
  g_string_append (self->body, "/>\n");
}

static void
write_stroke (Canvas *self, cairo_t *cr)
{
  PalColour colour = get_source (cr);
  double unit = get_unit (self, cr);

  if (!cairo_has_current_point (cr))
    return;
  g_string_append (self->body, "<path");
  add_path (self, cr);
  g_string_append (self->body, " fill=\"none\"");
  add_colour (self->body, "stroke", &colour);
  add_attribute_number (self->body, "stroke-width", cairo_get_line_width (cr) * unit);
  if (cairo_get_line_cap (cr) == CAIRO_LINE_CAP_ROUND)
    g_string_append (self->body, " stroke-linecap=\"round\"");
  if (cairo_get_line_join (cr) == CAIRO_LINE_JOIN_ROUND)
    g_string_append (self->body, " stroke-linejoin=\"round\"");
  add_dash (self, cr, unit);
  g_string_append (self->body, "/>\n");
}

void
pal_fill_preserve (cairo_t *cr)
{
  Canvas *canvas = get_canvas (cr);

  if (canvas != NULL)
    write_fill (canvas, cr);
  else
    cairo_fill_preserve (cr);
}

void
pal_fill (cairo_t *cr)
{
  if (get_canvas (cr) == NULL)
    {
      cairo_fill (cr);
      return;
    }
  pal_fill_preserve (cr);
  cairo_new_path (cr);
}

void
pal_stroke_preserve (cairo_t *cr)
{
  Canvas *canvas = get_canvas (cr);

  if (canvas != NULL)
    write_stroke (canvas, cr);
  else
    cairo_stroke_preserve (cr);
}

void
pal_stroke (cairo_t *cr)
{
  if (get_canvas (cr) == NULL)
    {
      cairo_stroke (cr);
      return;
    }
  pal_stroke_preserve (cr);
  cairo_new_path (cr);
}

void
pal_clip_begin (cairo_t *cr)
{
  Canvas *canvas = get_canvas (cr);

  cairo_save (cr);
  if (canvas != NULL)
    {
      guint number = ++canvas->n_clips;

      g_string_append_printf (canvas->body, "<clipPath id=\"clip-%u\"><path", number);
      add_path (canvas, cr);
      g_string_append_printf (canvas->body, "/></clipPath>\n<g clip-path=\"url(#clip-%u)\">\n",
                              number);
    }
  cairo_clip (cr);
}

void
pal_clip_end (cairo_t *cr)
{
  Canvas *canvas = get_canvas (cr);

  cairo_restore (cr);
  if (canvas != NULL)
    g_string_append (canvas->body, "</g>\n");
}

/* Words ----------------------------------------------------------------------------------------
 */

static void
write_text (Canvas *self, cairo_t *cr, PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PalColour colour = get_source (cr);
  double unit = get_unit (self, cr), x, y;

  cairo_get_current_point (cr, &x, &y);
  y += pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
  cairo_user_to_device (cr, &x, &y);
  cairo_matrix_transform_point (&self->to_element, &x, &y);
  g_string_append (self->body, "<text");
  add_attribute_number (self->body, "x", x);
  add_attribute_number (self->body, "y", y);
  g_string_append (self->body, " font-family=\"Cantarell, sans-serif\"");
  add_attribute_number (self->body, "font-size",
                        pango_font_description_get_size (font) / (double) PANGO_SCALE * unit);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    g_string_append (self->body, " font-weight=\"bold\"");
  add_colour (self->body, "fill", &colour);
  g_string_append_c (self->body, '>');
  add_escaped (self->body, pango_layout_get_text (layout));
  g_string_append (self->body, "</text>\n");
}

void
pal_show_layout (cairo_t *cr, PangoLayout *layout)
{
  Canvas *canvas = get_canvas (cr);

  if (canvas != NULL)
    write_text (canvas, cr, layout);
  else
    pango_cairo_show_layout (cr, layout);
}

/* Elements -------------------------------------------------------------------------------------
 */

gboolean
pal_canvas_is_svg (cairo_t *cr)
{
  return get_canvas (cr) != NULL;
}

static void
add_matrix (Canvas *self, cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  self->to_element = matrix;
  g_return_if_fail (cairo_matrix_invert (&self->to_element) == CAIRO_STATUS_SUCCESS);
  g_string_append_printf (self->body, " transform=\"translate(");
  add_number (self->body, matrix.x0);
  g_string_append_c (self->body, ' ');
  add_number (self->body, matrix.y0);
  g_string_append (self->body, ") scale(");
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (self->body, g_ascii_formatd (digits, sizeof digits, "%.9g", matrix.xx));
  g_string_append (self->body, ")\"");
}

void
pal_element_begin (
    cairo_t *cr, PalElement element, const char *id, const char *title, const char *description)
{
  Canvas *canvas = get_canvas (cr);

  if (canvas == NULL)
    return;
  g_array_append_val (canvas->matrices, canvas->to_element);
  g_string_append (canvas->body, "<g id=\"");
  add_escaped (canvas->body, id);
  g_string_append_c (canvas->body, '"');
  switch (element)
    {
    case PAL_ELEMENT_VIEW:
      g_string_append (canvas->body, " role=\"group\"");
      add_matrix (canvas, cr);
      break;
    case PAL_ELEMENT_SHAPE:
      g_string_append (canvas->body, " role=\"img\"");
      break;
    case PAL_ELEMENT_DECORATION:
      g_string_append (canvas->body, " aria-hidden=\"true\"");
      break;
    }
  g_string_append (canvas->body, ">\n");
  add_words (canvas->body, "title", title);
  add_words (canvas->body, "desc", description);
}

void
pal_element_end (cairo_t *cr)
{
  Canvas *canvas = get_canvas (cr);

  if (canvas == NULL)
    return;
  g_return_if_fail (canvas->matrices->len > 0);
  canvas->to_element = g_array_index (canvas->matrices, cairo_matrix_t, canvas->matrices->len - 1);
  g_array_set_size (canvas->matrices, canvas->matrices->len - 1);
  g_string_append (canvas->body, "</g>\n");
}

/* The whole ------------------------------------------------------------------------------------
 */

cairo_t *
pal_svg_canvas_new (double width,
                    double height,
                    const char *title,
                    const char *description,
                    const PalColour *ground)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);
  Canvas *self = g_new0 (Canvas, 1);

  g_return_val_if_fail (title != NULL && ground != NULL, cr);

  cairo_surface_destroy (nowhere);
  self->body = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  self->matrices = g_array_new (FALSE, FALSE, sizeof (cairo_matrix_t));
  cairo_matrix_init_identity (&self->to_element);
  cairo_set_user_data (cr, &canvas_key, self, canvas_free);
  add_attribute_number (self->body, "width", width);
  add_attribute_number (self->body, "height", height);
  g_string_append (self->body, " viewBox=\"0 0 ");
  add_number (self->body, width);
  g_string_append_c (self->body, ' ');
  add_number (self->body, height);
  g_string_append (self->body, "\" role=\"graphics-document\">\n");
  add_words (self->body, "title", title);
  add_words (self->body, "desc", description);
  g_string_append (self->body, "<rect width=\"100%\" height=\"100%\"");
  add_colour (self->body, "fill", ground);
  g_string_append (self->body, "/>\n");
  return cr;
}

GBytes *
pal_svg_canvas_finish (cairo_t *cr)
{
  Canvas *self = get_canvas (cr);
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && self->matrices->len == 0, NULL);

  g_string_append (self->body, "</svg>\n");
  bytes = g_bytes_new (self->body->str, self->body->len);
  cairo_destroy (cr);
  return bytes;
}
