/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of pal-wrap-layout.h: one pass that both measures and places. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-wrap-layout.h"

struct _PalWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (PalWrapLayout, pal_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child, int width, GtkRequisition *size)
{
  int minimum, natural;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  size->width = width > 0 ? MAX (minimum, MIN (natural, width)) : natural;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size->width, NULL, &size->height, NULL,
                      NULL);
}

/* Places the children from @first up to @end in one line; centred vertically. */
static void
place_line (GtkWidget *first, GtkWidget *end, int width, int y, int height, int spacing)
{
  gboolean mirrored = gtk_widget_get_direction (first) == GTK_TEXT_DIR_RTL;
  int x = 0;
  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;
      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &size);
      GtkAllocation place = { mirrored ? width - x - size.width : x, y + (height - size.height) / 2,
                              size.width, size.height };
      gtk_widget_size_allocate (child, &place, -1);
      x += size.width + spacing;
    }
}

/* Goes through all lines; places them when @place. Returns the height of all. */
static int
walk (PalWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int x = 0, y = 0, line_height = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;
      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &size);
      if (x > 0 && x + size.width > width)
        {
          if (place)
            place_line (first, child, width, y, line_height, self->spacing);
          first = child;
          y += line_height + self->line_spacing;
          x = line_height = 0;
        }
      x += size.width + self->spacing;
      line_height = MAX (line_height, size.height);
    }
  if (place && first != NULL)
    place_line (first, NULL, width, y, line_height, self->spacing);
  return y + line_height;
}

static GtkSizeRequestMode
pal_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pal_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PalWrapLayout *self = PAL_WRAP_LAYOUT (layout);
  int least = 0, all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      least = MAX (least, child_minimum);
      all += child_natural + (all > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, all);
    }
  else
    *minimum = *natural = walk (self, widget, for_size > 0 ? for_size : MAX (least, all), FALSE);
}

static void
pal_wrap_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  walk (PAL_WRAP_LAYOUT (layout), widget, width, TRUE);
}

static void
pal_wrap_layout_class_init (PalWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  layout_class->get_request_mode = pal_wrap_layout_get_request_mode;
  layout_class->measure = pal_wrap_layout_measure;
  layout_class->allocate = pal_wrap_layout_allocate;
}

static void
pal_wrap_layout_init (PalWrapLayout *self)
{
}

GtkLayoutManager *
pal_wrap_layout_new (int spacing, int line_spacing)
{
  PalWrapLayout *self = g_object_new (PAL_TYPE_WRAP_LAYOUT, NULL);
  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}

GtkWidget *
pal_wrap_box_new (int spacing, int line_spacing)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_layout_manager (box, pal_wrap_layout_new (spacing, line_spacing));
  return box;
}
