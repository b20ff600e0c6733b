/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a drawing that somebody edited. Drawing programs add much of their own; what counts are
 * paths and label points within our layers. Everything else is passed over, but what would move a
 * border unseen is refused. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-drawing-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "atlas/pal-plate-private.h"

#define MAX_PATHS 1000

/**
 * Reader:
 * @layers: (element-type PalDrawingLayer): of the open elements, %PAL_LAYER_N outside of all
 * @labels: (element-type PalRect): label points by id of their shape
 *
 * One reading of one file.
 */
typedef struct
{
  PalAtlas *atlas;
  PalSide mirror_from;
  gboolean has_root;
  PalFigure figure;
  PalView view;
  PalRect bounds;
  GArray *layers;
  GArray *outline, *contours, *uncharted; /* PalPath */
  GArray *shapes[2];                      /* PalShape, by deep */
  GHashTable *labels;
} Reader;

static void refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING,
                                                format, args));
  va_end (args);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

/* The root -------------------------------------------------------------------------------------
 */

static gboolean
read_box (const char *text, PalRect *box)
{
  double numbers[4];
  const char *at = text;

  for (guint i = 0; i < 4; i++)
    {
      char *end = NULL;

      at += strspn (at, " ,\t\r\n");
      numbers[i] = g_ascii_strtod (at, &end);
      if (end == at || !isfinite (numbers[i]) || fabs (numbers[i]) > 10000)
        return FALSE;
      at = end;
    }
  *box = (PalRect){ numbers[0], numbers[1], numbers[2], numbers[3] };

  return numbers[2] > 0 && numbers[3] > 0;
}

static void
read_root (Reader *self, const char **names, const char **values, GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *box = find_attribute (names, values, "viewBox");
  g_auto (GStrv) words = g_strsplit (id != NULL ? id : "", "-", 2);

  self->has_root = TRUE;
  if (g_strv_length (words) != 2 || !pal_figure_from_id (words[0], &self->figure) ||
      !pal_view_from_id (words[1], &self->view) || self->view == PAL_VIEW_RIGHT)
    refuse (error, _ ("this is no drawing of ours: the file’s own id must name figure and view, "
                      "such as “neutral-front”"));
  else if (box == NULL || !read_box (box, &self->bounds))
    refuse (error, _ ("the page has no viewBox of four numbers"));
}

/* Shapes ---------------------------------------------------------------------------------------
 */

static gboolean
find_owner (Reader *self, const char *id, const PalRegion **region, PalSide *side)
{
  *side = PAL_SIDE_MIDLINE;
  *region = pal_atlas_find_region (self->atlas, id);
  for (PalSide tried = PAL_SIDE_MIDLINE + 1; *region == NULL && tried < PAL_SIDE_N; tried++)
    {
      g_autofree char *ending = g_strconcat ("-", pal_side_to_id (tried), NULL);
      g_autofree char *start = NULL;

      if (!g_str_has_suffix (id, ending))
        continue;
      start = g_strndup (id, strlen (id) - strlen (ending));
      *region = pal_atlas_find_region (self->atlas, start);
      *side = tried;
    }

  return *region != NULL && (*region)->paired == (*side != PAL_SIDE_MIDLINE);
}

static void
add_shape (Reader *self, const char *id, PalPath path, gboolean deep, GError **error)
{
  PalShape shape = { .deep = deep, .path = path };

  if (!find_owner (self, id, &shape.region, &shape.side))
    refuse (error, _ ("“%s” is no region and side of the catalogue, such as “itb-mid-left”"), id);
  else if (!shape.region->deep != !deep)
    /* Translators: %1$s is a shape such as “itb-mid-left”, %2$s the name of a layer. */
    refuse (error, _ ("“%1$s” belongs in the layer “%2$s”"), id,
            pal_drawing_layer_get_id (deep ? PAL_LAYER_REGIONS : PAL_LAYER_DEEP));
  else if (self->shapes[0]->len + self->shapes[1]->len >= MAX_PATHS)
    refuse (error, _ ("there are too many paths"));
  else
    {
      g_array_append_val (self->shapes[deep], shape);
      return;
    }
  g_free (path.segments);
}

static gboolean
is_closed (const PalPath *path)
{
  for (guint i = 1; i < path->n; i++)
    if (path->segments[i].type == PAL_SEGMENT_MOVE &&
        path->segments[i - 1].type != PAL_SEGMENT_CLOSE)
      return FALSE;

  return path->segments[path->n - 1].type == PAL_SEGMENT_CLOSE;
}

static void
read_path (
    Reader *self, PalDrawingLayer layer, const char **names, const char **values, GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *text = find_attribute (names, values, "d");
  GArray *lines = layer == PAL_LAYER_OUTLINE     ? self->outline
                  : layer == PAL_LAYER_UNCHARTED ? self->uncharted
                                                 : self->contours;
  PalPath path = { 0 };
  guint at = 0;

  if (id == NULL || text == NULL)
    refuse (error, _ ("a path has no id"));
  else if (!pal_drawing_read_path (text, &path, &at))
    refuse (error,
            /* Translators: %1$s is the name of a path in a drawing, %2$u a place in its text. */
            _ ("the path “%1$s” cannot be read at character %2$u; it may hold lines and curves, "
               "but no arcs"),
            id, at);
  else if (layer != PAL_LAYER_CONTOURS && !is_closed (&path))
    refuse (error, _ ("the path “%s” is not closed"), id);
  else if (layer == PAL_LAYER_REGIONS || layer == PAL_LAYER_DEEP)
    {
      add_shape (self, id, path, layer == PAL_LAYER_DEEP, error);
      return;
    }
  else if (lines->len >= MAX_PATHS)
    refuse (error, _ ("there are too many paths"));
  else
    {
      g_array_append_val (lines, path);
      return;
    }
  g_free (path.segments);
}

static void
read_label (Reader *self, const char **names, const char **values, GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *x = find_attribute (names, values, "cx");
  const char *y = find_attribute (names, values, "cy");
  g_autofree char *box = g_strconcat (x != NULL ? x : "", " ", y != NULL ? y : "", " 1 1", NULL);
  PalRect place;

  if (id == NULL || !g_str_has_prefix (id, "label-") || !read_box (box, &place))
    refuse (error, _ ("a label point needs an id such as “label-itb-mid-left”, and its centre"));
  else
    g_hash_table_insert (self->labels, g_strdup (id + strlen ("label-")),
                         g_memdup2 (&place, sizeof place));
}

/* Elements -------------------------------------------------------------------------------------
 */

static PalDrawingLayer
find_layer (Reader *self, const char *id)
{
  PalDrawingLayer around =
      self->layers->len > 0 ? g_array_index (self->layers, PalDrawingLayer, self->layers->len - 1)
                            : PAL_LAYER_N;

  for (PalDrawingLayer layer = 0; id != NULL && layer < PAL_LAYER_N; layer++)
    if (strcmp (id, pal_drawing_layer_get_id (layer)) == 0)
      return layer;

  return around;
}

static gboolean
is_drawn (const char *element)
{
  static const char *const drawn[] = { "path",     "circle",  "ellipse", "rect", "line",
                                       "polyline", "polygon", "use",     "text", "image" };

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    if (strcmp (element, drawn[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
read_element (Reader *self,
              const char *element,
              PalDrawingLayer layer,
              const char **names,
              const char **values,
              GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *transform = find_attribute (names, values, "transform");
  gboolean is_label = strcmp (element, "circle") == 0 || strcmp (element, "ellipse") == 0;

  if (transform != NULL && *transform != '\0')
    refuse (error,
            _ ("“%s” is moved by a transformation; ungroup it, or move its nodes, so that its path "
               "itself says where it lies"),
            id != NULL ? id : element);
  else if (strcmp (element, "path") == 0 && layer != PAL_LAYER_LABELS)
    read_path (self, layer, names, values, error);
  else if (is_label && layer == PAL_LAYER_LABELS)
    read_label (self, names, values, error);
  else if (is_drawn (element))
    /* Translators: %1$s is the name of something in a drawing, %2$s that of a layer. */
    refuse (error,
            _ ("“%1$s” does not belong in the layer “%2$s”; paths do, and circles as label "
               "points"),
            id != NULL ? id : element, pal_drawing_layer_get_id (layer));
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *self = data;
  PalDrawingLayer layer = find_layer (self, find_attribute (names, values, "id"));
  GError *local_error = NULL;

  if (!self->has_root && strcmp (element, "svg") == 0)
    read_root (self, names, values, &local_error);
  else if (!self->has_root)
    refuse (&local_error, _ ("this is no SVG file"));
  else if (layer != PAL_LAYER_N)
    read_element (self, element, layer, names, values, &local_error);
  g_array_append_val (self->layers, layer);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *self = data;

  g_array_set_size (self->layers, self->layers->len - 1);
}

/* The plate ------------------------------------------------------------------------------------
 */

static gboolean
is_drawn_twice (GArray *shapes, guint i)
{
  const PalShape *shape = &g_array_index (shapes, PalShape, i);

  for (guint j = 0; j < i; j++)
    {
      const PalShape *other = &g_array_index (shapes, PalShape, j);

      if (other->region == shape->region && other->side == shape->side)
        return TRUE;
    }

  return FALSE;
}

static gboolean
place_label (Reader *self, PalShape *shape, GError **error)
{
  g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);
  const PalRect *place = g_hash_table_lookup (self->labels, id);

  if (place == NULL)
    {
      refuse (error, _ ("“%1$s” has no label point: a circle “label-%1$s” within it"), id);
      return FALSE;
    }
  shape->label_x = round (place->x * 100) / 100;
  shape->label_y = round (place->y * 100) / 100;

  return TRUE;
}

/* Copies the ring of @n segments at @from, a move first and a closing last, mirrored and walked the
 * other way round, as the shipped drawings have it: so a side that nobody touched stays as it was.
 */
static void
mirror_ring (const PalSegment *from, guint n, PalSegment *to)
{
  const double *end = n > 2 ? from[n - 2].xy + 4 : from[0].xy;

  to[0] = (PalSegment){ PAL_SEGMENT_MOVE, { -end[0], end[1] } };
  for (guint i = 1; i + 1 < n; i++)
    {
      const PalSegment *curve = &from[n - 1 - i];
      const double *start = n - 1 - i == 1 ? from[0].xy : from[n - 2 - i].xy + 4;

      to[i] = (PalSegment){ PAL_SEGMENT_CURVE,
                            { -curve->xy[2], curve->xy[3], -curve->xy[0], curve->xy[1], -start[0],
                              start[1] } };
    }
  to[n - 1] = (PalSegment){ PAL_SEGMENT_CLOSE, { 0 } };
}

static void
mirror_path (const PalPath *from, PalPath *to)
{
  to->n = from->n;
  to->segments = g_new0 (PalSegment, from->n);
  for (guint start = 0, i = 0; i < from->n; i++)
    if (from->segments[i].type == PAL_SEGMENT_CLOSE)
      {
        mirror_ring (from->segments + start, i + 1 - start, to->segments + start);
        start = i + 1;
      }
}

/* Replaces the path of the other side by the mirror image of this one's. */
static void
mirror_shapes (GArray *shapes, PalSide from)
{
  for (guint i = 0; i < shapes->len; i++)
    for (guint j = 0; j < shapes->len; j++)
      {
        const PalShape *model = &g_array_index (shapes, PalShape, i);
        PalShape *twin = &g_array_index (shapes, PalShape, j);

        if (model->side != from || twin->region != model->region ||
            twin->side != pal_side_mirror (from))
          continue;
        g_free (twin->path.segments);
        mirror_path (&model->path, &twin->path);
        twin->label_x = -model->label_x;
        twin->label_y = model->label_y;
      }
}

static PalPath *
take_paths (GArray **paths, guint *n)
{
  gsize length = 0;
  PalPath *taken = g_array_steal (*paths, &length);

  *n = (guint) length;
  g_clear_pointer (paths, g_array_unref);

  return taken;
}

/* Both lists in one, shallow shapes first. */
static void
take_shapes (Reader *self, PalPlate *plate)
{
  plate->n_shapes = self->shapes[0]->len + self->shapes[1]->len;
  plate->shapes = g_new0 (PalShape, plate->n_shapes);
  for (guint deep = 0, next = 0; deep < 2; deep++)
    {
      for (guint i = 0; i < self->shapes[deep]->len; i++, next++)
        {
          plate->shapes[next] = g_array_index (self->shapes[deep], PalShape, i);
          plate->shapes[next].index = next;
        }
      g_array_set_clear_func (self->shapes[deep], NULL);
    }
}

static gboolean
finish_shapes (Reader *self, GError **error)
{
  for (guint deep = 0; deep < 2; deep++)
    {
      for (guint i = 0; i < self->shapes[deep]->len; i++)
        {
          PalShape *shape = &g_array_index (self->shapes[deep], PalShape, i);
          g_autofree char *id = pal_drawing_dup_shape_id (shape->region, shape->side);

          if (is_drawn_twice (self->shapes[deep], i))
            {
              refuse (error, _ ("“%s” is drawn twice"), id);
              return FALSE;
            }
          if (!place_label (self, shape, error))
            return FALSE;
        }
      if (self->mirror_from != PAL_SIDE_MIDLINE)
        mirror_shapes (self->shapes[deep], self->mirror_from);
    }

  return TRUE;
}

static PalPlate *
build_plate (Reader *self, GError **error)
{
  PalPlate *plate;

  if (self->outline->len != 1)
    {
      refuse (error, _ ("the layer “outline” must hold exactly one path"));
      return NULL;
    }
  if (!finish_shapes (self, error))
    return NULL;
  plate = g_new0 (PalPlate, 1);
  plate->figure = self->figure;
  plate->view = self->view;
  plate->bounds = self->bounds;
  plate->outline = g_array_index (self->outline, PalPath, 0);
  g_array_set_clear_func (self->outline, NULL);
  plate->contours = take_paths (&self->contours, &plate->n_contours);
  plate->uncharted = take_paths (&self->uncharted, &plate->n_uncharted);
  take_shapes (self, plate);
  pal_plate_complete (plate, pal_atlas_get_n_regions (self->atlas));

  return plate;
}

static void
clear_path (gpointer data)
{
  g_free (((PalPath *) data)->segments);
}

static void
clear_shape (gpointer data)
{
  g_free (((PalShape *) data)->path.segments);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);

  return array;
}

static void
reader_clear (Reader *self)
{
  g_array_unref (self->layers);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->contours, g_array_unref);
  g_clear_pointer (&self->uncharted, g_array_unref);
  g_array_unref (self->shapes[0]);
  g_array_unref (self->shapes[1]);
  g_hash_table_unref (self->labels);
}

PalPlate *
pal_drawing_read_svg (PalAtlas *atlas,
                      const char *data,
                      gsize length,
                      const char *name,
                      PalSide mirror_from,
                      GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, NULL, NULL, NULL };
  Reader reader = { .atlas = atlas, .mirror_from = mirror_from };
  g_autoptr (GMarkupParseContext) context = NULL;
  PalPlate *plate = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (atlas != NULL && data != NULL && name != NULL, NULL);

  reader.layers = g_array_new (FALSE, FALSE, sizeof (PalDrawingLayer));
  reader.outline = array_new (sizeof (PalPath), clear_path);
  reader.contours = array_new (sizeof (PalPath), clear_path);
  reader.uncharted = array_new (sizeof (PalPath), clear_path);
  reader.shapes[0] = array_new (sizeof (PalShape), clear_shape);
  reader.shapes[1] = array_new (sizeof (PalShape), clear_shape);
  reader.labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  if (g_markup_parse_context_parse (context, data, (gssize) length, &local_error) &&
      g_markup_parse_context_end_parse (context, &local_error))
    plate = build_plate (&reader, &local_error);
  reader_clear (&reader);
  if (local_error == NULL)
    return plate;
  /* What GMarkup says of broken XML is its own, and not ours to number. */
  g_set_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING, "%s: %s.", name,
               local_error->message);
  g_error_free (local_error);

  return NULL;
}
