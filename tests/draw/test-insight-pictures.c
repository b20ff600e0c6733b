/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the pictures of the Insights page look, and what is found under a point of them. */

#include "config.h"

#include "kit.h"
#include "picture-kit.h"

#include "draw/pal-chain-paint.h"
#include "draw/pal-load-paint.h"

typedef struct
{
  GPtrArray *chains;
  PalClientFile *file;
  PalInsights *insights;
  PalMatrix *matrix;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->chains = pal_chains_load (kit_get_atlas (), NULL);
  fixture->file = kit_runner_new (12);
  fixture->insights = pal_insights_new (fixture->file, PAL_NO_DATE, kit_get_atlas (),
                                        kit_get_vocabulary (), fixture->chains);
  fixture->matrix =
      pal_matrix_new (fixture->file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->matrix, pal_matrix_free);
  g_clear_pointer (&fixture->insights, pal_insights_free);
  g_clear_pointer (&fixture->file, pal_client_file_free);
  g_clear_pointer (&fixture->chains, g_ptr_array_unref);
}

static cairo_surface_t *
create_surface (double width, double height, const PalTheme *theme, cairo_t **cr)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);

  *cr = cairo_create (surface);
  pal_colour_set (*cr, &theme->ground);
  cairo_paint (*cr);
  return surface;
}

static PalChainPicture
picture_of_chain (Fixture *fixture, const char *chain, PalSide side, const PalTheme *theme)
{
  return (PalChainPicture){ .atlas = kit_get_atlas (),
                            .insights = fixture->insights,
                            .row = pal_insights_find_pattern (fixture->insights, chain, side),
                            .theme = theme,
                            .width = 300,
                            .height = 380 };
}

static void
compare_chain (const PalChainPicture *picture, const char *name)
{
  cairo_t *cr;
  cairo_surface_t *surface = create_surface (picture->width, picture->height, picture->theme, &cr);

  pal_chain_picture_paint (picture, cr);
  cairo_destroy (cr);
  picture_kit_compare (surface, name);
  cairo_surface_destroy (surface);
}

/* One that runs from foot to back, one that shows a part of the body, one nobody has seen. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  PalChainPicture picture =
      picture_of_chain (fixture, "itb-chain", PAL_SIDE_LEFT, pal_theme_get_light ());
  compare_chain (&picture, "chain-itb-light");
  picture = picture_of_chain (fixture, "itb-chain", PAL_SIDE_LEFT, pal_theme_get_dark ());
  compare_chain (&picture, "chain-itb-dark");
  picture = picture_of_chain (fixture, "head-and-jaw", PAL_SIDE_RIGHT, pal_theme_get_light ());
  compare_chain (&picture, "chain-jaw-light");
  picture = picture_of_chain (fixture, "foot", PAL_SIDE_LEFT, pal_theme_get_mono ());
  compare_chain (&picture, "chain-foot-mono");
}

static void
test_chain_pick (Fixture *fixture, gconstpointer data)
{
  PalChainPicture picture =
      picture_of_chain (fixture, "itb-chain", PAL_SIDE_LEFT, pal_theme_get_light ());
  gboolean found[16] = { FALSE };

  for (int y = 0; y < 380; y += 5)
    for (int x = 0; x < 300; x += 5)
      {
        int link = pal_chain_picture_pick (&picture, x, y);
        g_assert_cmpint (link, >=, -1);
        g_assert_cmpint (link, <, (int) picture.row->n_links);
        if (link >= 0)
          found[link] = TRUE;
      }
  for (guint i = 0; i < picture.row->n_links; i++)
    g_assert_true (found[i]);
  g_assert_cmpint (pal_chain_picture_pick (&picture, 1, 1), ==, -1);
}

static PalLoadPicture
picture_of_load (Fixture *fixture, const PalTheme *theme, double width)
{
  PalLoadPicture picture = { .insights = fixture->insights,
                             .matrix = fixture->matrix,
                             .vocabulary = kit_get_vocabulary (),
                             .region = pal_atlas_find_region (kit_get_atlas (), "itb-mid"),
                             .side = PAL_SIDE_LEFT,
                             .pointed = PAL_NO_DATE,
                             .theme = theme,
                             .width = width };
  g_assert_true (pal_load_picture_fit_span (&picture));
  return picture;
}

static void
compare_load (const PalLoadPicture *picture, const char *name)
{
  cairo_t *cr;
  cairo_surface_t *surface =
      create_surface (picture->width, pal_load_picture_measure (picture), picture->theme, &cr);

  pal_load_picture_paint (picture, cr);
  cairo_destroy (cr);
  picture_kit_compare (surface, name);
  cairo_surface_destroy (surface);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  PalLoadPicture picture = picture_of_load (fixture, pal_theme_get_light (), 760);
  picture.pointed = picture.from + 28;
  compare_load (&picture, "load-light");
  picture = picture_of_load (fixture, pal_theme_get_dark (), 760);
  compare_load (&picture, "load-dark");
  picture = picture_of_load (fixture, pal_theme_get_mono (), 320);
  compare_load (&picture, "load-narrow-mono");
  picture = picture_of_load (fixture, pal_theme_get_light (), 500);
  picture.rtl = TRUE;
  compare_load (&picture, "load-mirrored");
}

/* The signs alone, enlarged: three steps of a long run are three forms. */
static void
test_load_key (Fixture *fixture, gconstpointer data)
{
  const PalTheme *theme = pal_theme_get_light ();
  cairo_t *cr;
  cairo_surface_t *surface = create_surface (26 * 4 * PAL_LOAD_KEY_N, 80, theme, &cr);

  cairo_scale (cr, 4, 4);
  for (PalLoadKey key = 0; key < PAL_LOAD_KEY_N; key++)
    pal_load_swatch_paint (cr, 26.0 * key, 0, 26, 20, key, theme);
  cairo_destroy (cr);
  picture_kit_compare (surface, "load-key");
  cairo_surface_destroy (surface);
}

/* From left to right every week once, in order, and nothing beside the plot. */
static void
test_load_pick (Fixture *fixture, gconstpointer data)
{
  PalLoadPicture picture = picture_of_load (fixture, pal_theme_get_light (), 760);
  PalDate expected = picture.from;
  PalDate monday;

  g_assert_false (pal_load_picture_pick (&picture, 2, 50, &monday));
  g_assert_false (pal_load_picture_pick (&picture, 759, 50, &monday));
  for (double x = 0; x < 760; x++)
    {
      if (!pal_load_picture_pick (&picture, x, 50, &monday))
        continue;
      if (monday != expected)
        expected += 7;
      g_assert_cmpint (monday, ==, expected);
    }
  g_assert_cmpint (expected, ==, picture.to - 6);

  /* Where text runs from right to left, time does: the same weeks, mirrored. */
  PalLoadPicture mirrored = picture;
  PalDate other;
  mirrored.rtl = TRUE;
  for (double x = 100.5; x < 700; x += 20)
    {
      g_assert_true (pal_load_picture_pick (&picture, x, 50, &monday));
      g_assert_true (pal_load_picture_pick (&mirrored, 760 - x, 50, &other));
      g_assert_cmpint (monday, ==, other);
    }
}

/* Without training there are no bars, and what is known of the visits is still there. */
static void
test_load_tracks (Fixture *fixture, gconstpointer data)
{
  PalLoadPicture picture = picture_of_load (fixture, pal_theme_get_light (), 760);
  double height = pal_load_picture_measure (&picture);

  g_assert_true (pal_load_key_is_used (&picture, PAL_LOAD_KEY_WEEK));
  picture.region = NULL;
  g_assert_cmpfloat (pal_load_picture_measure (&picture), <, height);
  g_array_set_size (fixture->insights->load->weeks, 0);
  g_array_set_size (fixture->insights->load->run_weeks, 0);
  g_assert_false (pal_load_has_training (fixture->insights->load));
  g_assert_false (pal_load_key_is_used (&picture, PAL_LOAD_KEY_WEEK));
  g_assert_true (pal_load_picture_fit_span (&picture));
}

#define ADD(path, test) g_test_add ("/draw/insight/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  ADD ("chain", test_chain);
  ADD ("chain/pick", test_chain_pick);
  ADD ("load", test_load);
  ADD ("load/key", test_load_key);
  ADD ("load/pick", test_load_pick);
  ADD ("load/tracks", test_load_tracks);
  return g_test_run ();
}
