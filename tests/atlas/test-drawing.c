/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawings out as SVG and back: nothing is lost, what an editor does is understood, and what is
 * wrong is said in one sentence. */

#define G_LOG_DOMAIN "test-drawing"

#include "config.h"

#include "atlas/pal-drawing.h"
#include "tests/kit/kit-start.h"

#include <gio/gio.h>
#include <string.h>

#include "tests/kit/kit-start.h"

static PalAtlas *atlas;

static const PalPlate *
get_front (void)
{
  return pal_atlas_get_plate (atlas, PAL_FIGURE_NEUTRAL, PAL_VIEW_FRONT);
}

static PalPlate *
read_svg (const char *text, GError **error)
{
  return pal_drawing_read_svg (atlas, text, strlen (text), "edited.svg", PAL_SIDE_MIDLINE, error);
}

/* @svg with the one place where @old stands replaced. */
static char *
edit (const char *svg, const char *old, const char *new)
{
  const char *at = strstr (svg, old);
  g_autofree char *start = NULL;

  g_assert_nonnull (at);
  start = g_strndup (svg, (gsize) (at - svg));

  return g_strconcat (start, new, at + strlen (old), NULL);
}

/* @svg with the path data of @id replaced by @data, or by what @change makes of it. */
static char *
edit_path (const char *svg, const char *id, const char *data)
{
  g_autofree char *head = g_strdup_printf ("<path id=\"%s\"", id);
  const char *at = strstr (svg, head);
  const char *d = at != NULL ? strstr (at, " d=\"") : NULL;
  g_autofree char *start = NULL;

  g_assert_nonnull (d);
  start = g_strndup (svg, (gsize) (d + strlen (" d=\"") - svg));

  return g_strconcat (start, data, strchr (d + strlen (" d=\""), '"'), NULL);
}

/* The sentence about what was done to the front of the neutral figure. */
static char *
refuse (const char *svg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPlate) plate = read_svg (svg, &error);

  if (plate != NULL)
    g_assert_false (pal_drawing_check (atlas, plate, "edited.svg", &error));
  g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING);
  g_assert_true (g_str_has_prefix (error->message, "edited.svg: "));
  g_assert_null (strchr (error->message, '\n'));

  return g_strdup (error->message + strlen ("edited.svg: "));
}

static void
assert_refused (char *svg, const char *sentence)
{
  g_autofree char *text = svg;
  g_autofree char *said = refuse (text);

  g_assert_cmpstr (said, ==, sentence);
}

static void
assert_refused_for (char *svg, const char *words)
{
  g_autofree char *text = svg;
  g_autofree char *said = refuse (text);

  if (strstr (said, words) == NULL)
    g_error ("“%s” does not say “%s”", said, words);
}

/* Out, back and out again: the files that are shipped, to the byte. */
static void
test_nothing_is_lost (void)
{
  for (PalFigure figure = 0; figure < PAL_FIGURE_N; figure++)
    for (PalView view = 0; view < PAL_VIEW_N; view++)
      {
        g_autofree char *svg = NULL, *json = NULL, *path = NULL;
        g_autoptr (PalPlate) plate = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) shipped = NULL;

        if (view == PAL_VIEW_RIGHT)
          continue;
        svg = pal_drawing_to_svg (pal_atlas_get_plate (atlas, figure, view));
        plate = read_svg (svg, &error);
        g_assert_no_error (error);
        pal_drawing_check (atlas, plate, "shipped", &error);
        g_assert_no_error (error);
        json = pal_drawing_to_json (plate);
        path = g_strdup_printf ("/org/palpate/atlas/figures/%s-%s.json", pal_figure_to_id (figure),
                                pal_view_to_id (view));
        shipped = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
        g_assert_no_error (error);
        g_assert_cmpmem (json, strlen (json), g_bytes_get_data (shipped, NULL),
                         g_bytes_get_size (shipped));
      }
}

/* One square in every manner a program may write it: 10 units wide at 40, 20. */
static void
test_manners_of_paths (void)
{
  static const char *const squares[] = {
    "M40 20L50 20L50 30L40 30Z",
    "m 40,20 10,0 0,10 -10,0 z",
    "M40,20H50V30H40Z",
    "m40 20h10v10h-10z",
    "M40 20 50 20 50 30 40 30Z",
    "M 4e1 2e1 L 50 20 50 30 40 30 z",
    "M40 20Q45 20 50 20T50 30L40 30Z",
    "M40 20C43 20 47 20 50 20S50 30 50 30L40 30Z",
  };
  g_autofree char *svg = pal_drawing_to_svg (get_front ());
  const PalRegion *region = pal_atlas_find_region (atlas, "palm");

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    {
      g_autofree char *edited = edit_path (svg, "palm-left", squares[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (PalPlate) plate = read_svg (edited, &error);
      const PalShape *shape;

      g_assert_no_error (error);
      shape = pal_plate_find_shape (plate, region, PAL_SIDE_LEFT);
      g_assert_cmpfloat_with_epsilon (shape->bounds.x, 40, 0.011);
      g_assert_cmpfloat_with_epsilon (shape->bounds.y, 20, 0.011);
      g_assert_cmpfloat_with_epsilon (shape->bounds.y + shape->bounds.height, 30, 0.011);
      g_assert_true (pal_plate_shape_contains (plate, shape, 45, 25));
      g_assert_false (pal_plate_shape_contains (plate, shape, 41, 31));
    }
}

/* What an editor adds of its own is passed over. */
static void
test_company_is_passed_over (void)
{
  g_autofree char *svg = pal_drawing_to_svg (get_front ());
  g_autofree char *edited =
      edit (svg, "<g id=\"outline\"",
            "<!-- made elsewhere -->\n<sodipodi:namedview id=\"base\" pagecolor=\"#fff\"/>"
            "<defs id=\"defs2\"/><metadata><text>x</text></metadata>"
            "<g id=\"sketches\"><path id=\"path42\" transform=\"scale(2)\" d=\"M0 0\"/></g>"
            "<g id=\"outline\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPlate) plate = read_svg (edited, &error);
  g_autofree char *json = NULL, *shipped = pal_drawing_to_json (get_front ());

  g_assert_no_error (error);
  json = pal_drawing_to_json (plate);
  g_assert_cmpstr (json, ==, shipped);
}

/* The border of one side moved, the other made to follow. */
static void
test_mirror (void)
{
  g_autofree char *svg = pal_drawing_to_svg (get_front ());
  g_autofree char *edited = edit_path (svg, "patella-left", "M70 690h14v-10h-14z");
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPlate) plate =
      pal_drawing_read_svg (atlas, edited, strlen (edited), "edited.svg", PAL_SIDE_LEFT, &error);
  const PalRegion *region = pal_atlas_find_region (atlas, "patella");
  const PalShape *right = pal_plate_find_shape (plate, region, PAL_SIDE_RIGHT);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (right->bounds.x, -84, 0.011);
  g_assert_cmpfloat_with_epsilon (right->bounds.width, 14, 0.02);

  /* What was symmetrical before stays to the byte as it is shipped. */
  g_autoptr (PalPlate) untouched =
      pal_drawing_read_svg (atlas, svg, strlen (svg), "edited.svg", PAL_SIDE_RIGHT, &error);
  g_autofree char *json = pal_drawing_to_json (untouched);
  g_autofree char *shipped = pal_drawing_to_json (get_front ());
  g_assert_cmpstr (json, ==, shipped);
}

static void
test_files_refused (void)
{
  g_autofree char *svg = pal_drawing_to_svg (get_front ());

  assert_refused_for (g_strdup ("no XML at all"), "");
  assert_refused_for (g_strdup (""), "");
  assert_refused_for (g_strndup (svg, strlen (svg) / 2), "");
  assert_refused (g_strdup ("<html/>"), "this is no SVG file.");
  assert_refused (edit (svg, "id=\"neutral-front\"", "id=\"svg5\""),
                  "this is no drawing of ours: the file’s own id must name figure and view, such "
                  "as “neutral-front”.");
  assert_refused_for (edit (svg, "id=\"neutral-front\"", "id=\"neutral-right\""), "no drawing");
  assert_refused_for (edit (svg, "viewBox=\"", "viewBox=\"0 0 0 -"), "viewBox");
  assert_refused (edit (svg, "<path id=\"body\"",
                        "<path id=\"again\" d=\"M0 0h9v9z\"/><path id=\"body\""),
                  "the layer “outline” must hold exactly one path.");
}

static void
test_shapes_refused (void)
{
  g_autofree char *svg = pal_drawing_to_svg (get_front ());

  assert_refused (edit_path (svg, "patella-left", "M70 690a5 5 0 0 1 9 9z"),
                  "the path “patella-left” cannot be read at character 9; it may hold lines and "
                  "curves, but no arcs.");
  assert_refused_for (edit_path (svg, "patella-left", "L70 690"), "cannot be read");
  assert_refused_for (edit_path (svg, "patella-left", "M1e999 0z"), "cannot be read");
  assert_refused_for (edit_path (svg, "patella-left", ""), "cannot be read");
  assert_refused (edit_path (svg, "patella-left", "M70 690h14v-10"),
                  "the path “patella-left” is not closed.");
  assert_refused (edit (svg, "<path id=\"patella-left\"", "<path id=\"path4711\""),
                  "“path4711” is no region and side of the catalogue, such as “itb-mid-left”.");
  assert_refused_for (edit (svg, "<path id=\"patella-left\"", "<path id=\"patella\""),
                      "“patella” is no region and side");
  assert_refused_for (edit (svg, "<path id=\"sternum\"", "<path id=\"sternum-left\""),
                      "“sternum-left” is no region and side");
  assert_refused (edit (svg, "<path id=\"patella-left\"", "<path id=\"patella-right\""),
                  "“patella-right” is drawn twice.");
  assert_refused (
      edit (svg, "<path id=\"patella-left\"",
            "<path id=\"patella-left\" transform=\"translate(1 0)\""),
      "“patella-left” is moved by a transformation; ungroup it, or move its nodes, so that its "
      "path itself says where it lies.");
  assert_refused_for (edit (svg, "<g id=\"regions\"", "<g id=\"regions\" transform=\"scale(2)\""),
                      "“regions” is moved by a transformation");
  assert_refused_for (edit (svg, "<path id=\"patella-left\"",
                            "<rect id=\"box\" x=\"1\"/><path id=\"patella-left\""),
                      "“box” does not belong in the layer “regions”");
  assert_refused (edit (svg, "<path id=\"patella-left\"",
                        "<path id=\"pectoralis-minor-left\" d=\"M0 0h9v9z\"/>"
                        "<path id=\"patella-left\""),
                  "“pectoralis-minor-left” belongs in the layer “deep”.");
  assert_refused (edit (svg, "id=\"label-patella-left\"", "id=\"label-kneecap\""),
                  "“patella-left” has no label point: a circle “label-patella-left” within it.");
}

/* Readable, but no sound drawing. */
static void
test_geometry_refused (void)
{
  g_autofree char *svg = pal_drawing_to_svg (get_front ());
  const PalRegion *region = pal_atlas_find_region (atlas, "patella");
  const PalShape *shape = pal_plate_find_shape (get_front (), region, PAL_SIDE_LEFT);
  double x = shape->label_x, y = shape->label_y;
  g_autofree char *bow = g_strdup_printf ("M%g %gl8 7v-6l-8 4z", x - 4, y - 4);
  g_autofree char *small = g_strdup_printf ("M%g %gh4v4h-4z", x - 2, y - 2);
  g_autofree char *beside = g_strdup_printf ("M%g %gh4v4h-4z", x + 2, y - 2);
  g_autofree char *wide = g_strdup_printf ("M%g %gh90v4h-90z", x - 2, y - 2);
  g_autofree char *outside = g_strdup_printf ("M%g %gh400v1h-400z", x - 2, y - 2);

  assert_refused_for (edit_path (svg, "patella-left", bow),
                      "the border of “patella-left” crosses itself near ");
  assert_refused_for (edit_path (svg, "patella-left", beside),
                      "the label point of “patella-left” lies outside of it.");
  assert_refused_for (edit_path (svg, "patella-left", wide), "“patella-left” reaches outside");
  assert_refused_for (edit_path (svg, "patella-left", outside), "“patella-left” reaches outside");
  assert_refused_for (edit_path (svg, "patella-left", small), "is asked for");

  /* Well within the body, over its neighbours. */
  g_autofree char *over = g_strdup_printf ("M%g %gv-60h6v60z", x - 2, y + 2);
  assert_refused_for (edit_path (svg, "patella-left", over), " lie over each other near ");

  /* A region taken out leaves a hole; the catalogue knows its name. */
  const char *start = strstr (svg, "<path id=\"patella-left\"");
  const char *end = strstr (start, "</path>\n") + strlen ("</path>\n");
  g_autofree char *cut = g_strndup (start, (gsize) (end - start));
  assert_refused_for (edit (svg, cut, ""), "(patella left)");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/atlas/drawing/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/atlas/drawing/manners-of-paths", test_manners_of_paths);
  g_test_add_func ("/atlas/drawing/company-is-passed-over", test_company_is_passed_over);
  g_test_add_func ("/atlas/drawing/mirror", test_mirror);
  g_test_add_func ("/atlas/drawing/files-refused", test_files_refused);
  g_test_add_func ("/atlas/drawing/shapes-refused", test_shapes_refused);
  g_test_add_func ("/atlas/drawing/geometry-refused", test_geometry_refused);
  status = g_test_run ();
  pal_atlas_unref (atlas);

  return status;
}
