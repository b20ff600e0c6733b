/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children that wrap like words: lines as wide as there is room, mirrored from right to left. */

#include "config.h"

#include <adwaita.h>

#include "app/pal-wrap-layout.h"
#include "tests/kit/kit-start.h"

#define CHILD_WIDTH 100
#define CHILD_HEIGHT 20
#define SPACING 10
#define LINE_SPACING 5

static GtkWidget *
create_box (GtkTextDirection direction)
{
  GtkWidget *box = pal_wrap_box_new (SPACING, LINE_SPACING);
  gtk_widget_set_direction (box, direction);
  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();
      gtk_widget_set_direction (child, direction);
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (child), CHILD_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (child), CHILD_HEIGHT);
      gtk_box_append (GTK_BOX (box), child);
    }
  return g_object_ref_sink (box);
}

static int
measure (GtkWidget *box, GtkOrientation orientation, int for_size, gboolean natural)
{
  int minimum, wanted;
  gtk_widget_measure (box, orientation, for_size, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static void
assert_place (GtkWidget *box, guint child, double x, double y)
{
  GtkWidget *widget = gtk_widget_get_first_child (box);
  graphene_rect_t bounds;
  for (guint i = 0; i < child; i++)
    widget = gtk_widget_get_next_sibling (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, box, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, x, 0.5);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, y, 0.5);
}

static void
test_measure (void)
{
  g_autoptr (GtkWidget) box = create_box (GTK_TEXT_DIR_LTR);

  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), ==, 100);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, 540);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 540, TRUE), ==, 20);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 539, TRUE), ==, 45);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 210, TRUE), ==, 70);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 100, TRUE), ==, 120);
}

static void
test_places (void)
{
  g_autoptr (GtkWidget) box = create_box (GTK_TEXT_DIR_LTR);
  g_autoptr (GtkWidget) mirrored = create_box (GTK_TEXT_DIR_RTL);

  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 250, 70 }, -1);
  assert_place (box, 0, 0, 0);
  assert_place (box, 1, 110, 0);
  assert_place (box, 2, 0, 25);
  assert_place (box, 4, 0, 50);
  gtk_widget_size_allocate (mirrored, &(GtkAllocation){ 0, 0, 250, 70 }, -1);
  assert_place (mirrored, 0, 150, 0);
  assert_place (mirrored, 1, 40, 0);
  assert_place (mirrored, 2, 150, 25);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  adw_init ();
  g_test_add_func ("/app/wrap-layout/measure", test_measure);
  g_test_add_func ("/app/wrap-layout/places", test_places);
  return g_test_run ();
}
