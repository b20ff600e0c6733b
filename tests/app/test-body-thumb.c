/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The small picture of a body map: painted when it is first seen, kept, and made anew when what it
 * shows changes. With PALPATE_TEST_PICTURES set to a folder, it also writes itself to look at. */

#include "config.h"

#include <adwaita.h>

#include "app/pal-body-stage.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  GtkWidget *window;
  PalBodyThumb *thumb;
} Fixture;

static gboolean
never (gpointer data)
{
  return FALSE;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 1;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  fixture->thumb = PAL_BODY_THUMB (pal_body_thumb_new (kit_get_atlas (), kit_get_vocabulary ()));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->thumb));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (kit_wait_until (has_size, fixture->thumb, 5000));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->thumb), (gpointer *) &fixture->thumb);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  kit_wait_until (never, NULL, 20);
  g_assert_null (fixture->thumb);
}

/* What the thumb shows now. */
static GdkTexture *
take_texture (Fixture *fixture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (fixture->thumb)->snapshot (GTK_WIDGET (fixture->thumb), snapshot);
  GskRenderNode *node = gtk_snapshot_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_TEXTURE_NODE);
  GdkTexture *texture = g_object_ref (gsk_texture_node_get_texture (node));
  gsk_render_node_unref (node);
  return texture;
}

/* Pixels that are clearly redder than blue: the tones of marks, not the warm grey of the body. */
static guint
count_red (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);
  guint n = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    if ((int) (pixels[i] >> 16 & 0xff) - (int) (pixels[i] & 0xff) > 70)
      n++;
  return n;
}

static PalBodyMap *
make_map (int severity)
{
  PalBodyMap *map = pal_body_map_new (kit_get_atlas ());
  const PalRegion *thigh = pal_atlas_find_region (kit_get_atlas (), "rectus-femoris");

  pal_body_map_set_mode (map, PAL_MAP_VISIT);
  pal_body_map_edit (map, thigh, PAL_SIDE_LEFT)->severity = severity;
  return map;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) bare = take_texture (fixture);
  g_autoptr (GdkTexture) again = take_texture (fixture);
  g_assert_true (bare == again);
  g_assert_cmpuint (count_red (bare), ==, 0);

  pal_body_thumb_set_map (fixture->thumb, make_map (3));
  g_autoptr (GdkTexture) marked = take_texture (fixture);
  g_assert_cmpuint (count_red (marked), >, 5);

  pal_body_thumb_set_map (fixture->thumb, NULL);
  g_autoptr (GdkTexture) cleared = take_texture (fixture);
  g_assert_cmpuint (count_red (cleared), ==, 0);
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_autoptr (GdkTexture) light = take_texture (fixture);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  g_autoptr (GdkTexture) dark = take_texture (fixture);
  g_assert_true (light != dark);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  const PalView views[] = { PAL_VIEW_LEFT, PAL_VIEW_BACK };
  int one, two, tall;

  gtk_widget_measure (GTK_WIDGET (fixture->thumb), GTK_ORIENTATION_HORIZONTAL, 50, NULL, &one, NULL,
                      NULL);
  pal_body_thumb_set_views (fixture->thumb, views, G_N_ELEMENTS (views));
  gtk_widget_measure (GTK_WIDGET (fixture->thumb), GTK_ORIENTATION_HORIZONTAL, 50, NULL, &two, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->thumb), GTK_ORIENTATION_HORIZONTAL, 100, NULL, &tall,
                      NULL, NULL);
  g_assert_cmpint (two, >, one);
  g_assert_cmpint (ABS (tall - 2 * two), <=, 1);
}

/* The row it is in speaks and is clicked, not the picture. */
static void
test_says_nothing (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->thumb),
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (fixture->thumb)));
  g_assert_null (gtk_widget_pick (GTK_WIDGET (fixture->thumb), 5, 5, GTK_PICK_DEFAULT));
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("PALPATE_TEST_PICTURES");
  const PalView views[] = { PAL_VIEW_LEFT, PAL_VIEW_BACK };
  g_autoptr (PalClientFile) runner = kit_runner_new (8);

  if (folder == NULL)
    {
      g_test_skip ("PALPATE_TEST_PICTURES is not set");
      return;
    }
  pal_body_thumb_set_views (fixture->thumb, views, G_N_ELEMENTS (views));
  pal_body_thumb_set_map (fixture->thumb,
                          pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (),
                                                      g_ptr_array_index (runner->visits, 7)));
  for (int height = 48; height <= 96; height += 48)
    {
      g_autofree char *path = g_strdup_printf ("%s/thumb-%d.png", folder, height);

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 100, height);
      kit_wait_until (never, NULL, 200);
      g_autoptr (GdkTexture) texture = take_texture (fixture);
      g_assert_true (gdk_texture_save_to_png (texture, path));
    }
}

static void
test_finalises (void)
{
  GtkWidget *thumb = pal_body_thumb_new (kit_get_atlas (), kit_get_vocabulary ());

  g_object_ref_sink (thumb);
  pal_body_thumb_set_map (PAL_BODY_THUMB (thumb), make_map (2));
  g_assert_finalize_object (thumb);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/body-thumb/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();

  ADD ("kept-until-the-map-changes", test_kept);
  ADD ("follows-the-theme", test_theme);
  ADD ("two-views-are-wider", test_views);
  ADD ("says-nothing", test_says_nothing);
  ADD ("pictures", test_pictures);
  g_test_add_func ("/app/body-thumb/finalises", test_finalises);
  return g_test_run ();
}
