/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of pal-ends-layout.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-ends-layout.h"

struct _PalEndsLayout
{
  GtkLayoutManager parent_instance;

  int least;
  int spacing;
};

G_DEFINE_FINAL_TYPE (PalEndsLayout, pal_ends_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
pal_ends_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* How wide each child is in @width. Returns whether they share a line. */
static gboolean
share_line (PalEndsLayout *self, GtkWidget *widget, int width, int *said, int *pressed)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int natural;
  gtk_widget_measure (last, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (width - natural - self->spacing < self->least)
    {
      *said = *pressed = width;
      return FALSE;
    }
  *pressed = natural;
  *said = width - natural - self->spacing;
  return TRUE;
}

static void
pal_ends_layout_measure (GtkLayoutManager *layout,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PalEndsLayout *self = PAL_ENDS_LAYOUT (layout);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int least[2], wanted[2];
  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, &least[0], &wanted[0], NULL, NULL);
  gtk_widget_measure (last, GTK_ORIENTATION_HORIZONTAL, -1, &least[1], &wanted[1], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = wanted[0] + self->spacing + wanted[1];
      return;
    }
  int said, pressed;
  const int width = for_size > 0 ? for_size : wanted[0] + self->spacing + wanted[1];
  const gboolean one_line = share_line (self, widget, width, &said, &pressed);
  const int heights[] = { measure_height (first, said), measure_height (last, pressed) };
  *minimum = *natural =
      one_line ? MAX (heights[0], heights[1]) : heights[0] + self->spacing + heights[1];
}

static void
pal_ends_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  PalEndsLayout *self = PAL_ENDS_LAYOUT (layout);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int said, pressed;
  const gboolean one_line = share_line (self, widget, width, &said, &pressed);
  GtkAllocation start = { 0, 0, said, measure_height (first, said) };
  GtkAllocation end = { width - pressed, 0, pressed, measure_height (last, pressed) };
  if (!one_line)
    end.y = start.height + self->spacing;
  else /* each by its own alignment in the height of the line */
    start.height = end.height = MAX (start.height, end.height);
  if (mirrored)
    {
      start.x = width - said;
      end.x = 0;
    }
  gtk_widget_size_allocate (first, &start, -1);
  gtk_widget_size_allocate (last, &end, -1);
}

static void
pal_ends_layout_class_init (PalEndsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  layout_class->get_request_mode = pal_ends_layout_get_request_mode;
  layout_class->measure = pal_ends_layout_measure;
  layout_class->allocate = pal_ends_layout_allocate;
}

static void
pal_ends_layout_init (PalEndsLayout *self)
{
}

GtkLayoutManager *
pal_ends_layout_new (int least, int spacing)
{
  PalEndsLayout *self = g_object_new (PAL_TYPE_ENDS_LAYOUT, NULL);
  self->least = least;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
