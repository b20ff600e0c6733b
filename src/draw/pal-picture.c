/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole pictures: views side by side, soles at the feet of the back, a legend below; and their way
 * into files. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include <errno.h>
#include <math.h>
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "draw/pal-labels.h"
#include "draw/pal-paint-private.h"
#include "draw/pal-picture.h"
#include "draw/pal-svg.h"

#define FIGURE_UNITS 1000.0
/* Between views, around the picture, and of the legend, in figure units. */
#define GAP 28.0
#define MARGIN 24.0
#define LEGEND_HEIGHT 64.0
#define LEGEND_BOX 40.0
#define THUMBNAIL_HEIGHT 150.0
/* Names beside the views: the room on each side, of a line, of the letters. */
#define NAMES_WIDTH 165.0
#define NAMES_LINE 21.0
#define NAMES_HEIGHT 15.5

G_DEFINE_QUARK (pal - draw - error - quark, pal_draw_error)

static const PalPlate *
get_plate (const PalPicture *self, guint i)
{
  return pal_atlas_get_plate (self->atlas, self->figure, self->views[i]);
}

void
pal_picture_set_all_views (PalPicture *self)
{
  static const PalView all[] = { PAL_VIEW_RIGHT, PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_SOLES,
                                 PAL_VIEW_LEFT };
  memcpy (self->views, all, sizeof all);
  self->n_views = G_N_ELEMENTS (all);
}

static gboolean
has_names (const PalPicture *self)
{
  return self->names && self->height >= THUMBNAIL_HEIGHT;
}

/* Where the plate at @i stands: its left edge and the shift that puts all feet on one line. */
static PalRect
place_view (const PalPicture *self, guint i)
{
  double beside = has_names (self) ? NAMES_WIDTH : 0;
  double x = MARGIN + beside;
  PalRect bounds = { 0 };

  for (guint k = 0; k <= i; k++)
    {
      bounds = pal_plate_get_bounds (get_plate (self, k));
      if (k < i)
        x += bounds.width + GAP + 2 * beside;
    }
  double bottom = MARGIN + FIGURE_UNITS;
  return (PalRect){ x, bottom - bounds.height, bounds.width, bounds.height };
}

static double
get_scale (const PalPicture *self)
{
  return self->height / FIGURE_UNITS;
}

static gboolean
is_thumbnail (const PalPicture *self)
{
  return self->height < THUMBNAIL_HEIGHT;
}

/* A legend nobody could read is left out. */
static gboolean
has_legend (const PalPicture *self)
{
  return self->legend && !is_thumbnail (self) && self->map != NULL &&
         pal_body_map_get_mode (self->map) != PAL_MAP_BLANK;
}

/* Soles alone need no room for a body. */
static double
get_body_height (const PalPicture *self)
{
  double height = 0;
  for (guint i = 0; i < self->n_views; i++)
    height = MAX (height, pal_plate_get_bounds (get_plate (self, i)).height);
  return height;
}

static double
get_top (const PalPicture *self)
{
  return FIGURE_UNITS - get_body_height (self);
}

void
pal_picture_measure (const PalPicture *self, double *width, double *height)
{
  double scale = get_scale (self);
  PalRect last = { 0 };

  g_return_if_fail (self->n_views > 0 && self->n_views <= PAL_VIEW_N);

  last = place_view (self, self->n_views - 1);
  if (width != NULL)
    *width = ceil ((last.x + last.width + MARGIN + (has_names (self) ? NAMES_WIDTH : 0)) * scale);
  if (height != NULL)
    *height = ceil (
        (get_body_height (self) + 2 * MARGIN + (has_legend (self) ? LEGEND_HEIGHT : 0)) * scale);
}

static PangoLayout *
create_label (cairo_t *cr, const char *text, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* One box with its words; returns how wide both are. */
static double
paint_entry (const PalPicture *self, cairo_t *cr, int value, const char *words, double x, double y)
{
  PangoLayout *layout = create_label (cr, words, 22);
  double box = LEGEND_BOX * 0.9;
  int width, height;

  if (pal_body_map_get_mode (self->map) == PAL_MAP_CHANGE)
    pal_change_swatch_paint (cr, x, y, LEGEND_BOX, box * 0.75, value, self->theme);
  else if (pal_body_map_get_mode (self->map) == PAL_MAP_HEAT)
    pal_heat_swatch_paint (cr, x, y, LEGEND_BOX, box * 0.75, value, self->theme);
  else
    pal_severity_swatch_paint (cr, x, y, LEGEND_BOX, box * 0.75, value, self->theme);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x + LEGEND_BOX + 10, y + (box * 0.75 - height) / 2);
  pal_colour_set (cr, &self->theme->dim_text);
  pal_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
  return LEGEND_BOX + 10 + width + 34;
}

/* In figure units: the caller has scaled. */
static void
paint_legend (const PalPicture *self, cairo_t *cr, double y)
{
  double x = MARGIN;

  switch (pal_body_map_get_mode (self->map))
    {
    case PAL_MAP_BLANK:
      break;
    case PAL_MAP_VISIT:
      for (int severity = 1; severity <= 3; severity++)
        x += paint_entry (self, cr, severity, pal_severity_get_name (severity), x, y);
      break;
    case PAL_MAP_CHANGE:
      for (int word = PAL_CHANGE_NEW; word <= PAL_CHANGE_NOT_COMPARED; word++)
        x += paint_entry (self, cr, word, pal_change_word_get_name (word), x, y);
      break;
    case PAL_MAP_HEAT:
      for (int key = 0; key < PAL_HEAT_KEY_N; key++)
        x += paint_entry (self, cr, key, pal_heat_key_get_name (key), x, y);
      break;
    }
}

static void
paint_names (const PalPicture *self, cairo_t *cr, const PalPlate *plate, const PalBodyMap *map)
{
  g_autoptr (GArray) labels = pal_body_name_regions (plate, map, get_scale (self));
  PalRect bounds = pal_plate_get_bounds (plate);
  PalRect room = { bounds.x - NAMES_WIDTH, bounds.y, bounds.width + 2 * NAMES_WIDTH,
                   bounds.height };
  double line;

  pal_labels_measure (labels, cr, NAMES_HEIGHT);
  line = pal_labels_fit (labels, &room, NAMES_LINE);
  if (line > 0)
    pal_labels_paint (cr, labels, self->theme, MIN (NAMES_HEIGHT, line * 0.8), get_scale (self));
}

static void
paint_view (const PalPicture *self, cairo_t *cr, guint i, const PalBodyMap *map)
{
  const PalPlate *plate = get_plate (self, i);
  PalRect bounds = pal_plate_get_bounds (plate);
  PalRect place = place_view (self, i);
  PalPaintFlags flags = is_thumbnail (self) ? PAL_PAINT_THUMBNAIL : PAL_PAINT_LETTERS;

  cairo_save (cr);
  cairo_translate (cr, place.x - bounds.x, place.y - bounds.y);
  pal_element_begin (cr, PAL_ELEMENT_VIEW, pal_view_to_id (self->views[i]),
                     pal_view_get_name (self->views[i]), NULL);
  pal_body_paint (cr, plate, map, self->vocabulary, self->theme, get_scale (self), flags);
  if (has_names (self))
    paint_names (self, cr, plate, map);
  pal_element_end (cr);
  cairo_restore (cr);
}

void
pal_picture_paint (const PalPicture *self, cairo_t *cr)
{
  g_autoptr (PalBodyMap) blank = NULL;
  const PalBodyMap *map = self->map;
  double scale = get_scale (self);

  g_return_if_fail (self->n_views > 0 && self->n_views <= PAL_VIEW_N);

  if (map == NULL)
    map = blank = pal_body_map_new (self->atlas);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, 0, -get_top (self));
  for (guint i = 0; i < self->n_views; i++)
    paint_view (self, cr, i, map);
  if (has_legend (self))
    {
      pal_element_begin (cr, PAL_ELEMENT_DECORATION, "legend", NULL, NULL);
      paint_legend (self, cr, FIGURE_UNITS + MARGIN * 1.6);
      pal_element_end (cr);
    }
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_on_ground (const PalPicture *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  pal_colour_set (cr, &self->theme->ground);
  cairo_paint (cr);
  pal_picture_paint (self, cr);
  cairo_destroy (cr);
}

static GBytes *
render_png (const PalPicture *self, cairo_status_t *status)
{
  GByteArray *bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;

  pal_picture_measure (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    paint_on_ground (self, surface);
  *status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
render_pdf (const PalPicture *self, cairo_status_t *status)
{
  GByteArray *bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;

  pal_picture_measure (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Body map"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Palpate");
  paint_on_ground (self, surface);
  cairo_surface_finish (surface);
  *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
render_svg (const PalPicture *self)
{
  double width, height;
  cairo_t *cr;

  pal_picture_measure (self, &width, &height);
  cr = pal_svg_canvas_new (width, height, _ ("Body map"),
                           _ ("Left and right are the client’s own."), &self->theme->ground);
  pal_picture_paint (self, cr);
  return pal_svg_canvas_finish (cr);
}

gboolean
pal_picture_write (const PalPicture *self, const char *path, GError **error)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".png"))
    bytes = render_png (self, &status);
  else if (g_str_has_suffix (lower, ".pdf"))
    bytes = render_pdf (self, &status);
  else if (g_str_has_suffix (lower, ".svg"))
    bytes = render_svg (self);
  else
    {
      g_set_error (error, PAL_DRAW_ERROR, PAL_DRAW_ERROR_BAD_NAME,
                   /* Translators: %s is the name of a file. */
                   _ ("“%s” does not end in .png, .svg or .pdf."), path);
      return FALSE;
    }

  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (&local_error, PAL_DRAW_ERROR, 0, cairo_status_to_string (status));
  else if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, &local_error))
    return TRUE;
  g_set_error (error, PAL_DRAW_ERROR, PAL_DRAW_ERROR_NOT_WRITTEN,
               /* Translators: %1$s is the name of a file, %2$s the reason. */
               _ ("The picture “%1$s” could not be written: %2$s"), path, local_error->message);
  return FALSE;
}
