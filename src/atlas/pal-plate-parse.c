/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a figure file. Everything in it is doubted: figures may come from people who edit them.
 */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-plate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A plate has 99 shapes and an outline of 300 segments; far beyond that it is no drawing of ours.
 */
#define MAX_SHAPES 1000
#define MAX_SEGMENTS 20000
#define MAX_COORDINATE 5000.0

typedef struct
{
  PalJson *json;
  const char *key;
  const char *text;
  const char *at;
  GArray *segments;
} PathReader;

static void
skip_separators (PathReader *reader)
{
  reader->at += strspn (reader->at, " ,\t\r\n");
}

static void
refuse_path (PathReader *reader)
{
  /* Translators: %1$s is the name of a path in a drawing, %2$u a place in its text. */
  pal_json_fail (reader->json,
                 _ ("“%1$s” is no path of M, C and Z with numbers in range, at character %2$u"),
                 reader->key, (guint) (reader->at - reader->text) + 1);
}

static gboolean
read_coordinates (PathReader *reader, double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      skip_separators (reader);
      /* g_ascii_strtod() also reads "inf", "nan" and hexadecimal numbers. */
      gsize span = strspn (reader->at, "+-.0123456789eE");
      char *end = NULL;
      double value = g_ascii_strtod (reader->at, &end);

      if (end == reader->at || end > reader->at + span || !isfinite (value) ||
          fabs (value) > MAX_COORDINATE)
        return FALSE;
      values[i] = value;
      reader->at = end;
    }

  return TRUE;
}

static gboolean
add_segment (PathReader *reader, PalSegmentType type, guint n_values)
{
  PalSegment segment = { type, { 0 } };

  if (reader->segments->len >= MAX_SEGMENTS || !read_coordinates (reader, segment.xy, n_values))
    return FALSE;
  g_array_append_val (reader->segments, segment);

  return TRUE;
}

/* Several curves may follow one C, as Inkscape writes them. */
static gboolean
add_curves (PathReader *reader)
{
  do
    {
      if (!add_segment (reader, PAL_SEGMENT_CURVE, 6))
        return FALSE;
      skip_separators (reader);
    }
  while (*reader->at != '\0' && strchr ("+-.0123456789", *reader->at) != NULL);

  return TRUE;
}

static gboolean
read_step (PathReader *reader, gboolean *open)
{
  switch (*reader->at++)
    {
    case 'M':
      *open = TRUE;
      return add_segment (reader, PAL_SEGMENT_MOVE, 2);
    case 'C':
      return *open && add_curves (reader);
    case 'Z':
      if (!*open)
        return FALSE;
      *open = FALSE;
      return add_segment (reader, PAL_SEGMENT_CLOSE, 0);
    default:
      reader->at--;
      return FALSE;
    }
}

static PalPath
parse_path (PalJson *json, const char *key, const char *text, gboolean closed)
{
  PathReader reader = { json, key, text, text, g_array_new (FALSE, FALSE, sizeof (PalSegment)) };
  gboolean open = FALSE;
  gboolean sound = TRUE;

  skip_separators (&reader);
  while (sound && *reader.at != '\0')
    {
      /* A closed path is closed ring by ring; an open one is never closed. */
      if (*reader.at == 'M' && open && closed)
        sound = FALSE;
      else
        sound = read_step (&reader, &open);
      skip_separators (&reader);
    }
  if (!sound || reader.segments->len < 2 || open == closed)
    refuse_path (&reader);

  guint n = reader.segments->len;

  return (PalPath){ (PalSegment *) (gpointer) g_array_free (reader.segments, FALSE), n };
}

static PalPath
read_path (PalJson *json, JsonObject *object, const char *key)
{
  g_autofree char *text = pal_json_string (json, object, key);

  return parse_path (json, key, text, TRUE);
}

static PalPath *
read_paths (PalJson *json, JsonObject *object, const char *key, gboolean closed, guint *n)
{
  g_auto (GStrv) texts = pal_json_strings (json, object, key);
  guint length = g_strv_length (texts);

  if (length > MAX_SHAPES)
    {
      pal_json_fail (json, _ ("“%s” is too long"), key);
      length = 0;
    }
  PalPath *paths = g_new0 (PalPath, length);

  for (guint i = 0; i < length; i++)
    {
      gsize mark = pal_json_enter (json, key, i);

      paths[i] = parse_path (json, key, texts[i], closed);
      pal_json_leave (json, mark);
    }
  *n = length;

  return paths;
}

static void
read_owner (PalAtlas *atlas, PalJson *json, JsonObject *object, PalShape *shape)
{
  g_autofree char *region = pal_json_string (json, object, "region");
  g_autofree char *side = pal_json_optional_string (json, object, "side");

  shape->region = pal_atlas_find_region (atlas, region);
  if (shape->region == NULL)
    {
      pal_json_fail (json, _ ("there is no region “%s”"), region);
      return;
    }
  if (!pal_side_from_id (side, &shape->side))
    pal_json_fail (json, _ ("“%s” is no side"), side);
  else if (shape->region->paired != (shape->side != PAL_SIDE_MIDLINE))
    pal_json_fail (json, _ ("“%s” must have a side if it is paired, and only then"), region);
}

static void
read_shape (PalAtlas *atlas, PalJson *json, JsonObject *object, PalShape *shape)
{
  double label[2];

  read_owner (atlas, json, object, shape);
  pal_json_numbers (json, object, "label", label, 2);
  shape->label_x = label[0];
  shape->label_y = label[1];
  shape->deep = pal_json_optional_boolean (json, object, "deep", FALSE);
  shape->path = read_path (json, object, "path");
}

/* Shallow shapes first, deep ones last, each in the order of the file. */
static PalShape *
sort_shapes (PalShape *shapes, guint n)
{
  PalShape *sorted = g_new0 (PalShape, n);
  guint next = 0;

  for (int deep = 0; deep <= 1; deep++)
    {
      for (guint i = 0; i < n; i++)
        {
          if (!shapes[i].deep == !deep)
            {
              sorted[next] = shapes[i];
              sorted[next].index = next;
              next++;
            }
        }
    }
  g_free (shapes);

  return sorted;
}

static void
read_shapes (PalAtlas *atlas, PalJson *json, PalPlate *plate)
{
  JsonArray *array = pal_json_array (json, json->root, "shapes");
  guint n = pal_json_array_length (array);

  if (n > MAX_SHAPES)
    {
      pal_json_fail (json, _ ("“%s” is too long"), "shapes");
      n = 0;
    }
  PalShape *shapes = g_new0 (PalShape, n);

  for (guint i = 0; i < n; i++)
    {
      gsize mark = pal_json_enter (json, "shapes", i);

      read_shape (atlas, json, pal_json_object_at (json, array, i), &shapes[i]);
      pal_json_leave (json, mark);
    }
  plate->shapes = sort_shapes (shapes, n);
  plate->n_shapes = n;
}

static void
refuse_doubles (PalJson *json, const PalPlate *plate)
{
  for (guint i = 0; i < plate->n_shapes && json->error == NULL; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (plate->shapes[i].region == plate->shapes[j].region &&
              plate->shapes[i].side == plate->shapes[j].side)
            pal_json_fail (json, _ ("“%s” is drawn twice"), plate->shapes[i].region->id);
        }
    }
}

static void
read_frame (PalJson *json, PalPlate *plate)
{
  double frame[4];

  g_autofree char *figure = pal_json_string (json, json->root, "figure");
  if (!pal_figure_from_id (figure, &plate->figure))
    pal_json_fail (json, _ ("there is no figure “%s”"), figure);

  g_autofree char *view = pal_json_string (json, json->root, "view");
  if (!pal_view_from_id (view, &plate->view) || plate->view == PAL_VIEW_RIGHT)
    pal_json_fail (json, _ ("“%s” is no view that is drawn"), view);

  pal_json_numbers (json, json->root, "bounds", frame, 4);
  plate->bounds = (PalRect){ frame[0], frame[1], frame[2], frame[3] };
  if (!(frame[2] > 0 && frame[3] > 0) || fabs (frame[0]) > MAX_COORDINATE ||
      fabs (frame[1]) > MAX_COORDINATE || frame[2] > 2 * MAX_COORDINATE ||
      frame[3] > 2 * MAX_COORDINATE)
    pal_json_fail (json, _ ("“%s” is no frame"), "bounds");
}

PalPlate *
pal_plate_parse (PalAtlas *atlas, PalJson *json)
{
  PalPlate *plate = g_new0 (PalPlate, 1);

  read_frame (json, plate);
  plate->outline = read_path (json, json->root, "outline");
  plate->contours = read_paths (json, json->root, "contours", FALSE, &plate->n_contours);
  plate->uncharted = read_paths (json, json->root, "uncharted", TRUE, &plate->n_uncharted);
  read_shapes (atlas, json, plate);
  refuse_doubles (json, plate);

  return plate;
}
