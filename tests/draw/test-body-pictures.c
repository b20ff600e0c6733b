/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the body map looks: every view of every figure, bare and with a visit's marks, on light and
 * dark ground and on paper, large and as thumbnails, against stored pictures. */

#include "config.h"

#include "kit.h"
#include "marked-runner.h"
#include "picture-kit.h"

#include "draw/pal-picture.h"

#define BARE_HEIGHT 260
#define MARKED_HEIGHT 440
#define THUMBNAIL_HEIGHT 90

typedef struct
{
  const char *name;
  const PalTheme *(*get) (void);
} ThemeRow;

static const ThemeRow themes[] = {
  { "light", pal_theme_get_light },
  { "dark", pal_theme_get_dark },
  { "paper", pal_theme_get_paper },
  { "mono", pal_theme_get_mono },
};

typedef struct
{
  PalFigure figure;
  const ThemeRow *theme;
} FigureRow;

static PalPicture
picture_of (PalFigure figure, const PalBodyMap *map, const PalTheme *theme, double height)
{
  PalPicture picture = { .atlas = kit_get_atlas (),
                         .vocabulary = kit_get_vocabulary (),
                         .figure = figure,
                         .map = map,
                         .theme = theme,
                         .height = height,
                         .legend = TRUE };

  pal_picture_set_all_views (&picture);
  return picture;
}

static cairo_surface_t *
paint (const PalPicture *picture)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  pal_picture_measure (picture, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  pal_colour_set (cr, &picture->theme->ground);
  cairo_paint (cr);
  pal_picture_paint (picture, cr);
  cairo_destroy (cr);
  return surface;
}

static void
compare (const PalPicture *picture, const char *name)
{
  cairo_surface_t *surface = paint (picture);

  picture_kit_compare (surface, name);
  cairo_surface_destroy (surface);
}

/* All views of a figure. */
static void
test_bare (gconstpointer data)
{
  const FigureRow *row = data;
  PalPicture picture = picture_of (row->figure, NULL, row->theme->get (), BARE_HEIGHT);
  g_autofree char *name =
      g_strdup_printf ("bare-%s-%s", pal_figure_to_id (row->figure), row->theme->name);

  compare (&picture, name);
}

/* Mean of a square of @side pixels: smoothed edges of lines fall differently, areas do not. */
static double
measure_square (const guint8 *data, int stride, int x, int y, int side)
{
  int sum = 0;

  for (int j = 0; j < side; j++)
    for (int i = 0; i < side; i++)
      sum += data[(y + j) * stride + (x + i) * 4];
  return (double) sum / (side * side);
}

/* Left and right are compared by eye, so the plate itself must not make one of them darker. */
static void
test_sides_alike (void)
{
  const int width = 512, height = 1000, side = 8;
  const PalPlate *plate = pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_FEMALE, PAL_VIEW_BACK);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  double darkest = 255;

  pal_colour_set (cr, &pal_theme_get_light ()->ground);
  cairo_paint (cr);
  cairo_translate (cr, width / 2, 0);
  pal_body_paint_still (cr, plate, pal_theme_get_light (), 1, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y += side)
    for (int x = 0; x < width / 2; x += side)
      {
        double one = measure_square (data, stride, x, y, side);
        double other = measure_square (data, stride, width - side - x, y, side);

        g_assert_cmpfloat_with_epsilon (one, other, 2.5);
        darkest = MIN (darkest, one);
      }
  g_assert_cmpfloat (darkest, <, 220); /* there was something to compare */
  cairo_surface_destroy (surface);
}

static PalBodyMap *
map_new_marked (void)
{
  g_autoptr (PalVisit) visit = marked_runner_new ();
  PalBodyMap *map = pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), visit);

  pal_body_map_set_unknown (map, kit_get_vocabulary (), visit);
  return map;
}

static void
test_marked (gconstpointer data)
{
  const ThemeRow *theme = data;
  g_autoptr (PalBodyMap) map = map_new_marked ();
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, map, theme->get (), MARKED_HEIGHT);
  g_autofree char *name = g_strdup_printf ("marked-%s", theme->name);

  compare (&picture, name);
}

/* The same marks sit as well on the other figures, large and small, by "figure theme". */
static void
test_marked_figure (gconstpointer data)
{
  const FigureRow *row = data;
  g_autoptr (PalBodyMap) map = map_new_marked ();
  PalPicture picture = picture_of (row->figure, map, row->theme->get (), BARE_HEIGHT);
  const char *figure = pal_figure_to_id (row->figure);
  g_autofree char *large = g_strdup_printf ("marked-%s-%s", figure, row->theme->name);
  g_autofree char *small = g_strdup_printf ("thumbnail-marked-%s-%s", figure, row->theme->name);

  compare (&picture, large);
  picture.height = THUMBNAIL_HEIGHT;
  compare (&picture, small);
}

static void
test_change (gconstpointer data)
{
  const ThemeRow *theme = data;
  g_autoptr (PalVisit) from = marked_runner_new_before ();
  g_autoptr (PalVisit) to = marked_runner_new ();
  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_change (kit_get_atlas (), kit_get_vocabulary (), from, to);
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, map, theme->get (), MARKED_HEIGHT);
  g_autofree char *name = g_strdup_printf ("change-%s", theme->name);

  compare (&picture, name);
}

/* How often each region was severe: an eighth more from one to the next, some seldom examined. */
static PalBodyMap *
map_new_heat (void)
{
  PalAtlas *atlas = kit_get_atlas ();
  PalBodyMap *map = pal_body_map_new (atlas);

  pal_body_map_set_mode (map, PAL_MAP_HEAT);
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      {
        PalRegionLook *look = pal_body_map_edit (map, pal_atlas_get_region (atlas, i), side);
        guint step = (i + 3 * side) % 12;

        look->frequency = step < 9 ? step / 8.0 : 0;
        look->severity = step > 0 && step < 9 ? 3 : 0;
        look->n_examined = step == 5 ? 2 : 8;
        look->unknown = step == 11;
      }
  return map;
}

static void
test_heat (void)
{
  g_autoptr (PalBodyMap) map = map_new_heat ();
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, map, pal_theme_get_light (), BARE_HEIGHT);
  PalPicture grey = picture_of (PAL_FIGURE_NEUTRAL, map, pal_theme_get_mono (), BARE_HEIGHT);

  compare (&picture, "heat-light");
  compare (&grey, "heat-mono");
}

/* The examinations behind each region, in grey: what rests on few stays pale and dotted. */
static void
test_heat_names (void)
{
  const struct
  {
    const char *region;
    PalSide side;
    int n_marked, n_examined;
  } cells[] = { { "itb-mid", PAL_SIDE_LEFT, 10, 12 },
                { "piriformis", PAL_SIDE_LEFT, 9, 12 },
                { "gastrocnemius-lateral", PAL_SIDE_RIGHT, 1, 10 },
                { "trapezius-upper", PAL_SIDE_RIGHT, 1, 2 } };
  PalAtlas *atlas = kit_get_atlas ();
  g_autoptr (PalBodyMap) map = pal_body_map_new (atlas);
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, map, pal_theme_get_mono (), MARKED_HEIGHT);

  pal_body_map_set_mode (map, PAL_MAP_HEAT);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      PalRegionLook *look =
          pal_body_map_edit (map, pal_atlas_find_region (atlas, cells[i].region), cells[i].side);
      look->frequency = (double) cells[i].n_marked / cells[i].n_examined;
      look->severity = 2;
      look->n_examined = cells[i].n_examined;
    }
  picture.views[0] = PAL_VIEW_BACK;
  picture.n_views = 1;
  picture.names = TRUE;
  compare (&picture, "heat-names-mono");
}

static void
test_ghost (void)
{
  g_autoptr (PalVisit) before = marked_runner_new_before ();
  g_autoptr (PalBodyMap) map = map_new_marked ();
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, map, pal_theme_get_light (), MARKED_HEIGHT);

  pal_body_map_set_ghost (map, kit_get_vocabulary (), before);
  picture.views[0] = PAL_VIEW_BACK;
  picture.views[1] = PAL_VIEW_LEFT;
  picture.n_views = 2;
  compare (&picture, "ghost-light");
}

static void
test_names (void)
{
  g_autoptr (PalBodyMap) map = map_new_marked ();
  PalPicture marked = picture_of (PAL_FIGURE_NEUTRAL, map, pal_theme_get_paper (), MARKED_HEIGHT);
  PalPicture all = picture_of (PAL_FIGURE_FEMALE, NULL, pal_theme_get_dark (), 700);

  marked.views[0] = PAL_VIEW_BACK;
  marked.views[1] = PAL_VIEW_LEFT;
  marked.n_views = 2;
  marked.names = TRUE;
  compare (&marked, "names-marked-paper");
  all.views[0] = PAL_VIEW_FRONT;
  all.n_views = 1;
  all.names = TRUE;
  compare (&all, "names-all-dark");
}

/* A list row has 90 pixels: bare, marked and change, in every theme. */
static void
test_thumbnails (gconstpointer data)
{
  const ThemeRow *theme = data;
  g_autoptr (PalVisit) from = marked_runner_new_before ();
  g_autoptr (PalVisit) to = marked_runner_new ();
  g_autoptr (PalBodyMap) marked = map_new_marked ();
  g_autoptr (PalBodyMap) change =
      pal_body_map_new_for_change (kit_get_atlas (), kit_get_vocabulary (), from, to);
  PalPicture picture = picture_of (PAL_FIGURE_NEUTRAL, marked, theme->get (), THUMBNAIL_HEIGHT);
  g_autofree char *marked_name = g_strdup_printf ("thumbnail-marked-%s", theme->name);
  g_autofree char *change_name = g_strdup_printf ("thumbnail-change-%s", theme->name);

  compare (&picture, marked_name);
  picture.map = change;
  compare (&picture, change_name);
}

static void
add_for_themes (const char *what, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/draw/body/%s/%s", what, themes[i].name);
      g_test_add_data_func (path, &themes[i], test);
    }
}

/* @test for every figure from @first on, in every theme. */
static void
add_for_figures (const char *what, PalFigure first, GTestDataFunc test)
{
  for (PalFigure figure = first; figure < PAL_FIGURE_N; figure++)
    for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
      {
        FigureRow row = { figure, &themes[i] };
        g_autofree char *path = g_strdup_printf ("/draw/body/%s/%s/%s", what,
                                                 pal_figure_to_id (figure), themes[i].name);

        g_test_add_data_func_full (path, g_memdup2 (&row, sizeof row), test, g_free);
      }
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  add_for_figures ("bare", PAL_FIGURE_NEUTRAL, test_bare);
  add_for_themes ("marked", test_marked);
  add_for_figures ("marked", PAL_FIGURE_NEUTRAL + 1, test_marked_figure);
  g_test_add_func ("/draw/body/sides-alike", test_sides_alike);
  add_for_themes ("change", test_change);
  g_test_add_func ("/draw/body/heat", test_heat);
  g_test_add_func ("/draw/body/heat-names", test_heat_names);
  g_test_add_func ("/draw/body/ghost", test_ghost);
  g_test_add_func ("/draw/body/names", test_names);
  add_for_themes ("thumbnail", test_thumbnails);
  return g_test_run ();
}
