/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pins, ink and palms on the shown body stage, with any pressure and any clock. */

#include "config.h"

#include <adwaita.h>

#include "app/pal-body-stage-pen.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 20000

typedef struct
{
  GtkWidget *window;
  PalBodyStage *stage;
  GString *said;
  GArray *ink;
  PalMarkPoint point;
} Fixture;

static void
pin_cb (Fixture *f, const char *region, int side, const PalMarkPoint *point)
{
  g_string_append_printf (f->said, "pin %s %d;", region, side);
  f->point = *point;
}

static void
ink_cb (Fixture *f, const PalStroke *stroke)
{
  g_string_append_printf (f->said, "ink %d;", (int) stroke->view);
  g_clear_pointer (&f->ink, g_array_unref);
  f->ink = g_array_copy (stroke->points);
}

static void
erase_cb (Fixture *f, int view, double x, double y, double radius)
{
  g_string_append_printf (f->said, "erase %d;", view);
}

static void
cycle_cb (Fixture *f, const char *region, int side)
{
  g_string_append (f->said, "cycle;");
}

static gboolean
is_drawn (gpointer stage)
{
  return gtk_widget_get_width (stage) > 0 && gtk_widget_get_mapped (stage);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->said = g_string_new (NULL);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 700);
  f->stage = PAL_BODY_STAGE (pal_body_stage_new (kit_get_atlas (), kit_get_vocabulary ()));
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->stage));
  g_signal_connect_swapped (f->stage, "pin", G_CALLBACK (pin_cb), f);
  g_signal_connect_swapped (f->stage, "ink", G_CALLBACK (ink_cb), f);
  g_signal_connect_swapped (f->stage, "erase", G_CALLBACK (erase_cb), f);
  g_signal_connect_swapped (f->stage, "cycle", G_CALLBACK (cycle_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
  g_assert_true (kit_wait_until (is_drawn, f->stage, WAIT_MS));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_string_free (f->said, TRUE);
  g_clear_pointer (&f->ink, g_array_unref);
}

static void
get_middle (Fixture *f, const char *region, PalSide side, PalView view, double *x, double *y)
{
  GdkRectangle box;
  g_assert_true (pal_body_stage_get_region_box (f->stage, region, side, view, &box));
  *x = box.x + box.width / 2.0;
  *y = box.y + box.height / 2.0;
}

static void
assert_said (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->said->str, ==, expected);
  g_string_truncate (f->said, 0);
}

static void
test_ink (Fixture *f, gconstpointer data)
{
  double x, y;
  get_middle (f, "rectus-femoris", PAL_SIDE_LEFT, PAL_VIEW_FRONT, &x, &y);
  g_assert_false (pal_body_stage_pen_down (f->stage, PAL_PEN_PEN, x, y, 0.3, 1));

  pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_INK);
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_PEN, x, y, 0.25, 2));
  pal_body_stage_pen_move (f->stage, x + 0.5, y, 0.3);
  pal_body_stage_pen_move (f->stage, x + 20, y, 0.75);
  pal_body_stage_pen_move (f->stage, x + 20, y + 20, 1.7);
  assert_said (f, "");
  pal_body_stage_pen_up (f->stage);
  g_autofree char *expected = g_strdup_printf ("ink %d;", PAL_VIEW_FRONT);
  assert_said (f, expected);

  /* Three points: less than a pixel and a half is no step; what a pen says is kept within 0 … 1. */
  g_assert_cmpuint (f->ink->len, ==, 9);
  const double *points = (const double *) (void *) f->ink->data;
  g_assert_cmpfloat (points[2], ==, 0.25);
  g_assert_cmpfloat (points[5], ==, 0.75);
  g_assert_cmpfloat (points[8], ==, 1);
  g_assert_cmpfloat_with_epsilon (points[3] - points[0], points[7] - points[4], 1e-9);
  g_assert_cmpfloat (points[1], ==, points[4]);

  /* A second finger makes a zoom of it. */
  pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 3);
  pal_body_stage_pen_cancel (f->stage);
  pal_body_stage_pen_up (f->stage);
  assert_said (f, "");
}

static void
test_palm (Fixture *f, gconstpointer data)
{
  double x, y;
  get_middle (f, "rectus-femoris", PAL_SIDE_LEFT, PAL_VIEW_FRONT, &x, &y);
  pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_INK);

  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_FINGER, x, y, 0.5, G_USEC_PER_SEC));
  pal_body_stage_pen_cancel (f->stage);
  pal_body_stage_pen_near (f->stage, 2 * G_USEC_PER_SEC);
  g_assert_true (pal_body_stage_is_palm (f->stage, 2 * G_USEC_PER_SEC + PAL_PALM_US - 1));
  g_assert_false (pal_body_stage_pen_down (f->stage, PAL_PEN_FINGER, x, y, 0.5,
                                           2 * G_USEC_PER_SEC + PAL_PALM_US - 1));
  pal_body_stage_pen_up (f->stage);
  assert_said (f, "");
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_PEN, x, y, 0.5,
                                          2 * G_USEC_PER_SEC + PAL_PALM_US - 1));
  pal_body_stage_pen_cancel (f->stage);
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_FINGER, x, y, 0.5, 9 * G_USEC_PER_SEC));
  pal_body_stage_pen_cancel (f->stage);
}

static void
test_pin (Fixture *f, gconstpointer data)
{
  double x, y, to_x, to_y;
  get_middle (f, "rectus-femoris", PAL_SIDE_LEFT, PAL_VIEW_FRONT, &x, &y);
  get_middle (f, "patella", PAL_SIDE_LEFT, PAL_VIEW_FRONT, &to_x, &to_y);
  pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_PIN);

  g_autofree char *expected = g_strdup_printf ("pin rectus-femoris %d;", PAL_SIDE_LEFT);
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
  pal_body_stage_pen_move (f->stage, x + 2, y + 2, 0.5);
  pal_body_stage_pen_up (f->stage);
  assert_said (f, expected);
  g_assert_cmpint (f->point.view, ==, PAL_VIEW_FRONT);
  g_assert_false (f->point.refers);

  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
  pal_body_stage_pen_move (f->stage, to_x, to_y, 0.5);
  pal_body_stage_pen_up (f->stage);
  assert_said (f, expected);
  g_assert_true (f->point.refers);
  /* Figure units: the point is above the knee, the arrow leads down to it. */
  g_assert_cmpfloat (f->point.to_y, >, f->point.y + 50);
  const PalShape *knee =
      pal_plate_hit (pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL, PAL_VIEW_FRONT),
                     f->point.to_x, f->point.to_y, 0);
  g_assert_cmpstr (knee->region->id, ==, "patella");

  /* Nothing to pin beside the body, and nothing at all on what is only looked at. */
  g_assert_false (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, 3, 3, 0.5, 1));
  pal_body_stage_set_interactive (f->stage, FALSE);
  g_assert_false (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
}

/* Figure units are negative on one half of a figure: what is set there stays there. */
static void
test_both_halves (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *region;
    PalSide side;
    PalView view;
  } places[] = { { "rectus-femoris", PAL_SIDE_LEFT, PAL_VIEW_FRONT },
                 { "rectus-femoris", PAL_SIDE_RIGHT, PAL_VIEW_FRONT },
                 { "latissimus-dorsi", PAL_SIDE_LEFT, PAL_VIEW_BACK },
                 { "latissimus-dorsi", PAL_SIDE_RIGHT, PAL_VIEW_BACK },
                 { "deltoid-middle", PAL_SIDE_LEFT, PAL_VIEW_LEFT },
                 { "deltoid-middle", PAL_SIDE_RIGHT, PAL_VIEW_RIGHT } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const PalPlate *plate =
          pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL, places[i].view);
      g_autofree char *pinned = g_strdup_printf ("pin %s %d;", places[i].region, places[i].side);
      g_autofree char *inked = g_strdup_printf ("ink %d;", places[i].view);
      double x, y;
      get_middle (f, places[i].region, places[i].side, places[i].view, &x, &y);

      pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_PIN);
      g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
      pal_body_stage_pen_up (f->stage);
      assert_said (f, pinned);
      const PalShape *hit = pal_plate_hit (plate, f->point.x, f->point.y, 0);
      g_assert_cmpstr (hit->region->id, ==, places[i].region);
      g_assert_cmpint (hit->side, ==, places[i].side);

      pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_INK);
      g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
      pal_body_stage_pen_move (f->stage, x, y + 9, 0.5);
      pal_body_stage_pen_up (f->stage);
      assert_said (f, inked);
      const double *points = (const double *) (void *) f->ink->data;
      hit = pal_plate_hit (plate, points[0], points[1], 0);
      g_assert_cmpstr (hit->region->id, ==, places[i].region);
      g_assert_cmpint (hit->side, ==, places[i].side);
    }
}

static void
test_erase (Fixture *f, gconstpointer data)
{
  double x, y;
  get_middle (f, "rectus-femoris", PAL_SIDE_LEFT, PAL_VIEW_FRONT, &x, &y);
  g_autofree char *twice = g_strdup_printf ("erase %1$d;erase %1$d;", PAL_VIEW_FRONT);
  pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_ERASE);
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_POINTER, x, y, 0.5, 1));
  pal_body_stage_pen_move (f->stage, x + 5, y, 0.5);
  pal_body_stage_pen_up (f->stage);
  assert_said (f, twice);

  /* The other end of a pen rubs out whatever the tool. */
  pal_body_stage_set_tool (f->stage, PAL_STAGE_TOOL_MARK);
  g_assert_true (pal_body_stage_pen_down (f->stage, PAL_PEN_ERASER, x, y, 0.5, 2));
  pal_body_stage_pen_move (f->stage, x + 5, y, 0.5);
  pal_body_stage_pen_up (f->stage);
  assert_said (f, twice);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  g_test_add ("/app/body-pen/ink", Fixture, NULL, set_up, test_ink, tear_down);
  g_test_add ("/app/body-pen/palm", Fixture, NULL, set_up, test_palm, tear_down);
  g_test_add ("/app/body-pen/pin", Fixture, NULL, set_up, test_pin, tear_down);
  g_test_add ("/app/body-pen/both-halves", Fixture, NULL, set_up, test_both_halves, tear_down);
  g_test_add ("/app/body-pen/erase", Fixture, NULL, set_up, test_erase, tear_down);
  return g_test_run ();
}
