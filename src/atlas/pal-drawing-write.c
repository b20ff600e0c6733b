/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing drawings: for people as SVG, for the program as a figure file. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-drawing-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const char *
pal_drawing_layer_get_id (PalDrawingLayer layer)
{
  static const char *const ids[] = {
    "outline", "uncharted", "regions", "deep", "contours", "labels"
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == PAL_LAYER_N);
  g_return_val_if_fail ((int) layer >= 0 && layer < PAL_LAYER_N, NULL);

  return ids[layer];
}

void
pal_drawing_add_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  g_string_append (text,
                   g_ascii_formatd (digits, sizeof digits, "%.10g", rounded == 0 ? 0 : rounded));
}

static void
add_pair (GString *text, const double *xy)
{
  pal_drawing_add_number (text, xy[0]);
  g_string_append_c (text, ' ');
  pal_drawing_add_number (text, xy[1]);
}

void
pal_drawing_add_path (GString *text, const PalPath *path)
{
  for (guint i = 0; i < path->n; i++)
    {
      const double *xy = path->segments[i].xy;

      switch (path->segments[i].type)
        {
        case PAL_SEGMENT_MOVE:
          g_string_append_c (text, 'M');
          add_pair (text, xy);
          break;
        case PAL_SEGMENT_CURVE:
          g_string_append_c (text, 'C');
          add_pair (text, xy);
          g_string_append_c (text, ' ');
          add_pair (text, xy + 2);
          g_string_append_c (text, ' ');
          add_pair (text, xy + 4);
          break;
        case PAL_SEGMENT_CLOSE:
          g_string_append_c (text, 'Z');
          break;
        }
    }
}

char *
pal_drawing_dup_shape_id (const PalRegion *region, PalSide side)
{
  const char *name = pal_side_to_id (side);

  return name != NULL ? g_strconcat (region->id, "-", name, NULL) : g_strdup (region->id);
}

/* SVG ------------------------------------------------------------------------------------------
 */

static void
begin_layer (GString *text, PalDrawingLayer layer, const char *label, const char *style)
{
  g_autofree char *escaped = g_markup_escape_text (label, -1);

  g_string_append_printf (text,
                          "<g id=\"%s\" inkscape:groupmode=\"layer\" inkscape:label=\"%s\" "
                          "style=\"%s\">\n",
                          pal_drawing_layer_get_id (layer), escaped, style);
}

static void
end_layer (GString *text)
{
  g_string_append (text, "</g>\n");
}

static void
add_element (GString *text, const char *id, const PalPath *path)
{
  g_string_append_printf (text, "<path id=\"%s\" d=\"", id);
  pal_drawing_add_path (text, path);
  g_string_append (text, "\"/>\n");
}

/* Neighbours in different pale tones, so that a border is seen from both sides. */
static void
add_shapes (GString *text, const PalPlate *plate, gboolean deep)
{
  static const char *const tones[] = { "#f3e3cf", "#dfe9dc", "#dbe5f0", "#efdde3", "#e9e4d2" };

  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);
      g_autofree char *label = pal_region_dup_label (shape->region, shape->side);
      g_autofree char *escaped = g_markup_escape_text (label, -1);

      if (!shape->deep != !deep)
        continue;
      g_string_append_printf (text, "<path id=\"%s\" inkscape:label=\"%s\" style=\"fill:%s\" d=\"",
                              id, id, deep ? "none" : tones[shape->region->index % 5]);
      pal_drawing_add_path (text, &shape->path);
      g_string_append_printf (text, "\"><title>%s</title></path>\n", escaped);
    }
}

static void
add_lines (GString *text, const PalPlate *plate)
{
  begin_layer (text, PAL_LAYER_CONTOURS, _ ("Contours"),
               "fill:none;stroke:#8a7e71;stroke-width:0.9;stroke-linecap:round");
  for (guint i = 0; i < pal_plate_get_n_contours (plate); i++)
    {
      g_autofree char *id = g_strdup_printf ("contour-%u", i + 1);
      add_element (text, id, pal_plate_get_contour (plate, i));
    }
  end_layer (text);
}

static void
add_labels (GString *text, const PalPlate *plate)
{
  begin_layer (text, PAL_LAYER_LABELS, _ ("Label points"), "fill:#1c63c4;stroke:none");
  for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
    {
      const PalShape *shape = pal_plate_get_shape (plate, i);
      g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);

      g_string_append_printf (text, "<circle id=\"label-%s\" r=\"1.5\" cx=\"", id);
      pal_drawing_add_number (text, shape->label_x);
      g_string_append (text, "\" cy=\"");
      pal_drawing_add_number (text, shape->label_y);
      g_string_append (text, "\"/>\n");
    }
  end_layer (text);
}

static void
add_uncharted (GString *text, const PalPlate *plate)
{
  begin_layer (text, PAL_LAYER_UNCHARTED, _ ("Without a region"), "fill:#fbf8f2;stroke:#c9bfae");
  for (guint i = 0; i < pal_plate_get_n_uncharted (plate); i++)
    {
      g_autofree char *id = g_strdup_printf ("uncharted-%u", i + 1);
      add_element (text, id, pal_plate_get_uncharted (plate, i));
    }
  end_layer (text);
}

static void
begin_svg (GString *text, const PalPlate *plate)
{
  PalRect bounds = pal_plate_get_bounds (plate);
  const double frame[] = { bounds.x, bounds.y, bounds.width, bounds.height };

  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                         "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" id=\"");
  g_string_append_printf (text, "%s-%s\" width=\"", pal_figure_to_id (pal_plate_get_figure (plate)),
                          pal_view_to_id (pal_plate_get_view (plate)));
  pal_drawing_add_number (text, bounds.width);
  g_string_append (text, "\" height=\"");
  pal_drawing_add_number (text, bounds.height);
  g_string_append (text, "\" viewBox=\"");
  add_pair (text, frame);
  g_string_append_c (text, ' ');
  add_pair (text, frame + 2);
  g_string_append (text, "\">\n");
}

char *
pal_drawing_to_svg (const PalPlate *plate)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (plate != NULL && pal_plate_get_view (plate) != PAL_VIEW_RIGHT, NULL);

  begin_svg (text, plate);
  begin_layer (text, PAL_LAYER_OUTLINE, _ ("Outline"), "fill:#ffffff;stroke:#5c5147");
  add_element (text, "body", pal_plate_get_outline (plate));
  end_layer (text);
  add_uncharted (text, plate);
  begin_layer (text, PAL_LAYER_REGIONS, _ ("Regions"), "stroke:#a3927d;stroke-width:0.4");
  add_shapes (text, plate, FALSE);
  end_layer (text);
  begin_layer (text, PAL_LAYER_DEEP, _ ("Deep regions"),
               "fill:none;stroke:#97461a;stroke-width:0.8;stroke-dasharray:3 2");
  add_shapes (text, plate, TRUE);
  end_layer (text);
  add_lines (text, plate);
  add_labels (text, plate);
  g_string_append (text, "</svg>\n");

  return g_string_free (text, FALSE);
}

/* Figure files ---------------------------------------------------------------------------------
 */

/* As the figure files have it: always with a fraction, but for nought. */
static void
add_fraction (GString *text, double value)
{
  gsize start = text->len;

  pal_drawing_add_number (text, value);
  if (value != 0 && strchr (text->str + start, '.') == NULL)
    g_string_append (text, ".0");
}

static void
add_list (GString *text, guint depth, const char *key, const double *values, guint n)
{
  g_string_append_printf (text, "%*s\"%s\": [\n", depth, "", key);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%*s", depth + 1, "");
      add_fraction (text, values[i]);
      g_string_append (text, i + 1 < n ? ",\n" : "\n");
    }
  g_string_append_printf (text, "%*s]", depth, "");
}

typedef const PalPath *(*GetPath) (const PalPlate *plate, guint i);

static void
add_paths (GString *text, const PalPlate *plate, const char *key, guint n, GetPath get)
{
  g_string_append_printf (text, " \"%s\": [", key);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i == 0 ? "\n  \"" : ",\n  \"");
      pal_drawing_add_path (text, get (plate, i));
      g_string_append_c (text, '"');
    }
  g_string_append (text, n > 0 ? "\n ],\n" : "],\n");
}

static void
add_shape (GString *text, const PalShape *shape)
{
  const char *side = pal_side_to_id (shape->side);

  g_string_append_printf (text, "  {\n   \"region\": \"%s\",\n", shape->region->id);
  if (side != NULL)
    g_string_append_printf (text, "   \"side\": \"%s\",\n", side);
  g_string_append (text, "   \"path\": \"");
  pal_drawing_add_path (text, &shape->path);
  g_string_append (text, "\",\n");
  add_list (text, 3, "label", (double[]){ shape->label_x, shape->label_y }, 2);
  g_string_append (text, shape->deep ? ",\n   \"deep\": true\n  }" : "\n  }");
}

char *
pal_drawing_to_json (const PalPlate *plate)
{
  GString *text = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (plate != NULL && pal_plate_get_view (plate) != PAL_VIEW_RIGHT, NULL);

  PalRect bounds = pal_plate_get_bounds (plate);
  g_string_append_printf (text, "{\n \"figure\": \"%s\",\n \"view\": \"%s\",\n \"outline\": \"",
                          pal_figure_to_id (pal_plate_get_figure (plate)),
                          pal_view_to_id (pal_plate_get_view (plate)));
  pal_drawing_add_path (text, pal_plate_get_outline (plate));
  g_string_append (text, "\",\n");
  add_list (text, 1, "bounds", (double[]){ bounds.x, bounds.y, bounds.width, bounds.height }, 4);
  g_string_append (text, ",\n");
  add_paths (text, plate, "contours", pal_plate_get_n_contours (plate), pal_plate_get_contour);
  add_paths (text, plate, "uncharted", pal_plate_get_n_uncharted (plate), pal_plate_get_uncharted);
  n = pal_plate_get_n_shapes (plate);
  g_string_append (text, " \"shapes\": [\n");
  for (guint i = 0; i < n; i++)
    {
      add_shape (text, pal_plate_get_shape (plate, i));
      g_string_append (text, i + 1 < n ? ",\n" : "\n");
    }
  g_string_append (text, " ]\n}");

  return g_string_free (text, FALSE);
}
