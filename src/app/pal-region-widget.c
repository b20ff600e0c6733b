/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One region in one view: shape of its input area, accessible words, actions. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-region-widget.h"

#include "app/pal-body-stage-private.h"

struct _PalRegionWidget
{
  GtkWidget parent_instance;

  PalView view;
  const PalShape *shape;
  double x, y;
  char *name;
  char *description;
  gboolean marked;
};

G_DEFINE_FINAL_TYPE (PalRegionWidget, pal_region_widget, GTK_TYPE_WIDGET)

static PalBodyStage *
peek_stage (PalRegionWidget *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL && PAL_IS_BODY_STAGE (parent) ? PAL_BODY_STAGE (parent) : NULL;
}

static void
act (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  PalRegionWidget *self = PAL_REGION_WIDGET (widget);
  PalBodyStage *stage = peek_stage (self);

  if (stage == NULL)
    return;
  if (g_str_equal (action_name, "region.focus"))
    pal_body_stage_focus_shape (stage, self->view, self->shape);
  else if (g_str_equal (action_name, "region.details"))
    pal_body_stage_emit_details (stage, self->shape, self->view);
  else if (g_str_equal (action_name, "region.cycle"))
    pal_body_stage_emit_cycle (stage, self->shape);
  else if (g_str_equal (action_name, "region.both-sides"))
    pal_body_stage_emit_both_sides (stage, self->shape);
  else if (g_str_equal (action_name, "region.note"))
    pal_body_stage_emit_note (stage, self->shape);
}

static void
act_severity (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const names[] = { "region.clear", "region.mild", "region.moderate",
                                       "region.severe" };
  PalRegionWidget *self = PAL_REGION_WIDGET (widget);
  PalBodyStage *stage = peek_stage (self);

  for (guint i = 0; stage != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (action_name, names[i]))
      {
        pal_body_stage_emit_severity (stage, self->shape, (int) i);
        return;
      }
}

static gboolean
pal_region_widget_contains (GtkWidget *widget, double x, double y)
{
  PalRegionWidget *self = PAL_REGION_WIDGET (widget);
  PalBodyStage *stage = peek_stage (self);
  double origin_x, origin_y;

  if (stage == NULL || x < 0 || y < 0 || x > gtk_widget_get_width (widget) ||
      y > gtk_widget_get_height (widget))
    return FALSE;

  pal_body_stage_get_origin (stage, self->view, &origin_x, &origin_y);
  double scale = pal_body_stage_get_scale (stage);
  return pal_plate_shape_contains (stage->views[self->view].plate, self->shape,
                                   (self->x + x - origin_x) / scale,
                                   (self->y + y - origin_y) / scale);
}

static void
pal_region_widget_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GtkStateFlags changed = before ^ gtk_widget_get_state_flags (widget);
  PalBodyStage *stage = peek_stage (PAL_REGION_WIDGET (widget));

  if (stage != NULL && (changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    pal_body_stage_focus_moved (stage, widget);
  GTK_WIDGET_CLASS (pal_region_widget_parent_class)->state_flags_changed (widget, before);
}

static void
pal_region_widget_finalize (GObject *object)
{
  PalRegionWidget *self = PAL_REGION_WIDGET (object);

  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (pal_region_widget_parent_class)->finalize (object);
}

static void
pal_region_widget_class_init (PalRegionWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pal_region_widget_finalize;
  widget_class->contains = pal_region_widget_contains;
  widget_class->state_flags_changed = pal_region_widget_state_flags_changed;

  gtk_widget_class_set_css_name (widget_class, "region");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_install_action (widget_class, "region.cycle", NULL, act);
  gtk_widget_class_install_action (widget_class, "region.details", NULL, act);
  gtk_widget_class_install_action (widget_class, "region.focus", NULL, act);
  gtk_widget_class_install_action (widget_class, "region.both-sides", NULL, act);
  gtk_widget_class_install_action (widget_class, "region.note", NULL, act);
  gtk_widget_class_install_action (widget_class, "region.clear", NULL, act_severity);
  gtk_widget_class_install_action (widget_class, "region.mild", NULL, act_severity);
  gtk_widget_class_install_action (widget_class, "region.moderate", NULL, act_severity);
  gtk_widget_class_install_action (widget_class, "region.severe", NULL, act_severity);
}

static void
pal_region_widget_init (PalRegionWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

GtkWidget *
pal_region_widget_new (PalView view, const PalShape *shape)
{
  g_return_val_if_fail (shape != NULL, NULL);

  PalRegionWidget *self = g_object_new (PAL_TYPE_REGION_WIDGET, NULL);
  self->view = view;
  self->shape = shape;
  return GTK_WIDGET (self);
}

const PalShape *
pal_region_widget_get_shape (PalRegionWidget *self)
{
  g_return_val_if_fail (PAL_IS_REGION_WIDGET (self), NULL);
  return self->shape;
}

PalView
pal_region_widget_get_view (PalRegionWidget *self)
{
  g_return_val_if_fail (PAL_IS_REGION_WIDGET (self), PAL_VIEW_FRONT);
  return self->view;
}

void
pal_region_widget_set_place (PalRegionWidget *self, double x, double y)
{
  g_return_if_fail (PAL_IS_REGION_WIDGET (self));
  self->x = x;
  self->y = y;
}

void
pal_region_widget_set_name (PalRegionWidget *self, const char *name)
{
  g_return_if_fail (PAL_IS_REGION_WIDGET (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
}

void
pal_region_widget_set_state (PalRegionWidget *self, const char *description, gboolean marked)
{
  g_return_if_fail (PAL_IS_REGION_WIDGET (self));

  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      self->description, -1);
    }
  if (self->marked != marked)
    {
      self->marked = marked;
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                   marked ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }
}

void
pal_region_widget_set_interactive (PalRegionWidget *self, gboolean interactive)
{
  static const char *const edits[] = { "region.cycle",    "region.clear",  "region.mild",
                                       "region.moderate", "region.severe", "region.both-sides",
                                       "region.note" };

  g_return_if_fail (PAL_IS_REGION_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], interactive);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !interactive, -1);
}
