/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which region is meant: a list of what lies under a finger, nearest first, where that is not
 * plain. A press in the middle of a wide region asks nothing. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#define MAX_CHOICES 6

/* Where a choice leads. */
typedef struct
{
  PalBodyStage *stage;
  PalView view;
  const PalShape *shape;
} Choice;

static void
chosen_cb (GtkButton *button, Choice *choice)
{
  PalBodyStage *stage = choice->stage;
  const PalShape *shape = choice->shape;
  PalView view = choice->view;

  gtk_popover_popdown (GTK_POPOVER (stage->chooser));
  pal_body_stage_focus_shape (stage, view, shape);
  pal_body_stage_emit_details (stage, shape, view);
}

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
create_button (PalBodyStage *self, PalView view, const PalShape *shape)
{
  g_autofree char *label = pal_region_dup_label (shape->region, shape->side);
  g_autofree char *description = pal_body_stage_dup_description (self, shape);
  GtkWidget *button = gtk_button_new_with_label (label);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ self, view, shape };
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (chosen_cb), choice, free_choice, 0);
  return button;
}

/* A closed list is kept until the next one: it may not go within its own signal. */
void
pal_body_stage_close_chooser (PalBodyStage *self)
{
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
}

/* Left to itself the keyboard would go on to what follows the figure. */
static void
closed_cb (GtkPopover *chooser, Choice *choice)
{
  pal_body_stage_focus_shape (choice->stage, choice->view, choice->shape);
}

static void
open_list (PalBodyStage *self, PalView view, GPtrArray *shapes, double x, double y)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  pal_body_stage_close_chooser (self);
  self->chooser = gtk_popover_new ();
  for (guint i = 0; i < MIN (shapes->len, MAX_CHOICES); i++)
    gtk_box_append (GTK_BOX (list), create_button (self, view, shapes->pdata[i]));
  gtk_popover_set_child (GTK_POPOVER (self->chooser), list);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  Choice *pressed = g_new (Choice, 1);
  *pressed = (Choice){ self, view, shapes->pdata[0] };
  g_signal_connect_data (self->chooser, "closed", G_CALLBACK (closed_cb), pressed, free_choice, 0);
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

void
pal_body_stage_choose (
    PalBodyStage *self, PalView view, const PalShape *shape, double x, double y, double doubt_mm)
{
  g_autoptr (GPtrArray) shapes = pal_body_stage_list_near (self, view, x, y, doubt_mm);

  g_ptr_array_remove (shapes, (gpointer) shape);
  g_ptr_array_insert (shapes, 0, (gpointer) shape);
  if (shapes->len > 1)
    open_list (self, view, shapes, x, y);
  else
    pal_body_stage_emit_details (self, shape, view);
}
