/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The body stage as a widget: properties, signals, size, focus, and its public face. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 200
#define MIN_HEIGHT 240
#define NATURAL_WIDTH 900
#define NATURAL_HEIGHT 640
#define ZOOM_MS 180

enum
{
  PROP_0,
  PROP_INTERACTIVE,
  PROP_NAMES,
  PROP_SHOWS,
  PROP_VIEW,
  PROP_TOOL,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PalBodyStage, pal_body_stage, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* Looks up a catalogue id; a region a foreign file names may be unknown here. */
static PalStageSpot
find_spot (PalBodyStage *self, const char *region, PalSide side)
{
  return (PalStageSpot){ region != NULL ? pal_atlas_find_region (self->atlas, region) : NULL,
                         side };
}

/* After the arrangement was asked to be another: show it, or wait for a size. */
void
pal_body_stage_rearrange (PalBodyStage *self)
{
  pal_body_stage_arrange (self);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    pal_body_stage_sync_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
theme_changed_cb (PalBodyStage *self)
{
  pal_body_stage_update_theme (self);
}

static void
zoom_step_cb (double value, gpointer data)
{
  PalBodyStage *self = data;

  pal_body_stage_zoom_by (self, exp (value) / self->zoom, self->anchor_x, self->anchor_y);
}

static void
zoom_done_cb (PalBodyStage *self)
{
  pal_body_stage_settle (self);
}

/* The shape the keyboard enters at: where it was, else the first mark, else the first region. */
static gboolean
enter (PalBodyStage *self)
{
  if (self->last_focus != NULL && gtk_widget_get_visible (self->last_focus) &&
      gtk_widget_get_parent (self->last_focus) == GTK_WIDGET (self))
    return gtk_widget_grab_focus (self->last_focus);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < PAL_VIEW_N; i++)
      for (guint j = 0; self->views[i].shown && j < self->views[i].n_shapes; j++)
        {
          const PalShape *shape = pal_plate_get_shape (self->views[i].plate, j);
          PalView view = i;

          if (pass == 1)
            return pal_body_stage_focus_shape (self, i, shape);
          if (pal_body_stage_is_marked (self, shape))
            {
              shape = pal_body_stage_find_best (self, shape->region, shape->side, &view);
              return pal_body_stage_focus_shape (self, view, shape);
            }
        }
  return FALSE;
}

static gboolean
pal_body_stage_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *chooser = PAL_BODY_STAGE (widget)->chooser;

  if (chooser != NULL && gtk_widget_get_mapped (chooser))
    return gtk_widget_child_focus (chooser, direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  /* By parts of the body, and out behind the last: so Tab reaches all of it and is never caught. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return pal_body_stage_step_group (PAL_BODY_STAGE (widget),
                                      direction == GTK_DIR_TAB_FORWARD ? 1 : -1, FALSE);
  return enter (PAL_BODY_STAGE (widget));
}

static gboolean
pal_body_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL || enter (PAL_BODY_STAGE (widget));
}

static void
pal_body_stage_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MIN_WIDTH : MIN_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
  /* Maps that are compared are as tall as their page asks for, and no taller. */
  if (!across && PAL_BODY_STAGE (widget)->layout == PAL_STAGE_CHOSEN)
    *natural = MIN_HEIGHT;
}

static void
pal_body_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalBodyStage *self = PAL_BODY_STAGE (widget);
  gboolean incomplete = FALSE;

  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      pal_body_stage_arrange (self);
    }
  for (guint i = 0; i < PAL_VIEW_N; i++)
    incomplete = incomplete || (self->views[i].shown && self->views[i].regions == NULL);
  /* Widgets may not be made or shown while sizes are given out. */
  if (incomplete || self->shows != self->told_shows)
    pal_body_stage_queue_sync (self);
  pal_body_stage_allocate_children (self);
}

static void
pal_body_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalBodyStage *self = PAL_BODY_STAGE (widget);

  /* Nodes are cut to the stage when they are built, so no clip is needed. */
  pal_body_stage_paint (self, snapshot);
  pal_body_stage_paint_wet (self, snapshot);
}

static void
pal_body_stage_unmap (GtkWidget *widget)
{
  PalBodyStage *self = PAL_BODY_STAGE (widget);

  if (adw_animation_get_state (self->zoom_animation) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->zoom_animation);
  pal_body_stage_stop (self);
  GTK_WIDGET_CLASS (pal_body_stage_parent_class)->unmap (widget);
}

static void
pal_body_stage_dispose (GObject *object)
{
  PalBodyStage *self = PAL_BODY_STAGE (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  pal_body_stage_stop (self);
  g_clear_weak_pointer (&self->last_focus);
  pal_body_stage_close_chooser (self);
  g_clear_object (&self->zoom_animation);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    pal_body_stage_clear_children (self, &self->views[i]);
  G_OBJECT_CLASS (pal_body_stage_parent_class)->dispose (object);
}

static void
pal_body_stage_finalize (GObject *object)
{
  PalBodyStage *self = PAL_BODY_STAGE (object);

  pal_body_stage_drop_nodes (self);
  g_clear_pointer (&self->painted, g_ptr_array_unref);
  g_clear_pointer (&self->wet, pal_stroke_free);
  g_clear_pointer (&self->wet_node, gsk_render_node_unref);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      g_free (self->views[i].fills);
      g_free (self->views[i].glyphs);
      g_free (self->views[i].built);
    }
  g_clear_pointer (&self->map, pal_body_map_free);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  G_OBJECT_CLASS (pal_body_stage_parent_class)->finalize (object);
}

static void
pal_body_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalBodyStage *self = PAL_BODY_STAGE (object);

  switch (id)
    {
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, self->interactive);
      break;
    case PROP_NAMES:
      g_value_set_boolean (value, self->names);
      break;
    case PROP_SHOWS:
      g_value_set_int (value, (int) pal_body_stage_get_shows (self));
      break;
    case PROP_VIEW:
      g_value_set_int (value, (int) self->view);
      break;
    case PROP_TOOL:
      g_value_set_int (value, (int) self->tool);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pal_body_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalBodyStage *self = PAL_BODY_STAGE (object);

  switch (id)
    {
    case PROP_INTERACTIVE:
      pal_body_stage_set_interactive (self, g_value_get_boolean (value));
      break;
    case PROP_NAMES:
      pal_body_stage_set_names (self, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      pal_body_stage_set_view (self, (PalView) g_value_get_int (value));
      break;
    case PROP_TOOL:
      pal_body_stage_set_tool (self, (PalStageTool) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pal_body_stage_class_init (PalBodyStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pal_body_stage_dispose;
  object_class->finalize = pal_body_stage_finalize;
  object_class->get_property = pal_body_stage_get_property;
  object_class->set_property = pal_body_stage_set_property;
  widget_class->focus = pal_body_stage_focus;
  widget_class->grab_focus = pal_body_stage_grab_focus;
  widget_class->measure = pal_body_stage_measure;
  widget_class->size_allocate = pal_body_stage_size_allocate;
  widget_class->snapshot = pal_body_stage_snapshot;
  widget_class->unmap = pal_body_stage_unmap;

  properties[PROP_INTERACTIVE] =
      g_param_spec_boolean ("interactive", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAMES] =
      g_param_spec_boolean ("names", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWS] =
      g_param_spec_int ("shows", NULL, NULL, PAL_STAGE_SHOWS_ALL, PAL_STAGE_SHOWS_ONE,
                        PAL_STAGE_SHOWS_ALL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] =
      g_param_spec_int ("view", NULL, NULL, 0, PAL_VIEW_N - 1, PAL_VIEW_FRONT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOOL] =
      g_param_spec_int ("tool", NULL, NULL, PAL_STAGE_TOOL_MARK, PAL_STAGE_TOOL_ERASE,
                        PAL_STAGE_TOOL_MARK,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  pal_body_stage_add_signals ();

  gtk_widget_class_install_property_action (widget_class, "body.names", "names");
  gtk_widget_class_set_css_name (widget_class, "body-stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pal_body_stage_init (PalBodyStage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwAnimationTarget *target = adw_callback_animation_target_new (zoom_step_cb, self, NULL);

  self->interactive = TRUE;
  self->zoom = 1;
  self->width = NATURAL_WIDTH;
  self->height = NATURAL_HEIGHT;
  self->painted = g_ptr_array_new ();
  self->zoom_animation = adw_timed_animation_new (widget, 0, 0, ZOOM_MS, target);
  g_signal_connect_object (self->zoom_animation, "done", G_CALLBACK (zoom_done_cb), self,
                           G_CONNECT_SWAPPED);

  self->style = adw_style_manager_get_default ();
  g_signal_connect_object (self->style, "notify::dark", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify::high-contrast", G_CALLBACK (theme_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (theme_changed_cb), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Body map"), -1);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  pal_body_stage_add_gestures (self);
  pal_body_stage_add_pen (self);
  pal_body_stage_add_keys (self);
}

GtkWidget *
pal_body_stage_new (PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (atlas != NULL, NULL);
  g_return_val_if_fail (vocabulary != NULL, NULL);

  PalBodyStage *self = g_object_new (PAL_TYPE_BODY_STAGE, NULL);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  self->map = pal_body_map_new (atlas);
  pal_body_stage_set_plates (self);
  pal_body_stage_update_theme (self);
  pal_body_stage_arrange (self);
  return GTK_WIDGET (self);
}

void
pal_body_stage_set_figure (PalBodyStage *self, PalFigure figure)
{
  PalView view;

  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  if (self->figure == figure)
    return;

  const PalShape *focused = pal_body_stage_get_focus (self, &view);
  PalStageSpot spot = { 0 };
  if (focused != NULL)
    spot = (PalStageSpot){ focused->region, focused->side };
  self->pressed = self->painting_from = NULL;
  g_ptr_array_set_size (self->painted, 0);
  pal_body_stage_pen_cancel (self);
  self->figure = figure;
  pal_body_stage_set_plates (self);
  pal_body_stage_rearrange (self);
  if (spot.region != NULL)
    pal_body_stage_focus_region (self, spot.region->id, spot.side);
}

void
pal_body_stage_set_map (PalBodyStage *self, PalBodyMap *map)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  g_return_if_fail (map != NULL);

  pal_body_stage_drop_changed (self, map);
  g_autoptr (PalBodyMap) old = g_steal_pointer (&self->map);
  self->map = map;
  pal_body_stage_tell_children (self, old);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_body_stage_set_layout (PalBodyStage *self, PalStageLayout layout)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  if (self->layout == layout)
    return;
  self->layout = layout;
  pal_body_stage_rearrange (self);
}

void
pal_body_stage_set_chosen (PalBodyStage *self, guint views)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  g_return_if_fail (views != 0 && views < 1u << PAL_VIEW_N);
  if ((views & 1u << PAL_VIEW_SOLES) != 0)
    views |= 1u << PAL_VIEW_BACK;
  if (self->layout == PAL_STAGE_CHOSEN && self->chosen == views)
    return;
  self->layout = PAL_STAGE_CHOSEN;
  self->chosen = views;
  pal_body_stage_rearrange (self);
}

void
pal_body_stage_set_view (PalBodyStage *self, PalView view)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  g_return_if_fail (view < PAL_VIEW_N);

  /* The soles stand beside the back and nowhere else. */
  if (view == PAL_VIEW_SOLES)
    view = PAL_VIEW_BACK;
  if (self->view == view)
    return;
  self->view = view;
  pal_body_stage_rearrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

PalView
pal_body_stage_get_view (PalBodyStage *self)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), PAL_VIEW_FRONT);
  return self->view;
}

void
pal_body_stage_set_interactive (PalBodyStage *self, gboolean interactive)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));
  interactive = !!interactive;
  if (self->interactive == interactive)
    return;
  self->interactive = interactive;
  pal_body_stage_tell_interactive (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERACTIVE]);
}

PalStageShows
pal_body_stage_get_shows (PalBodyStage *self)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), PAL_STAGE_SHOWS_ALL);
  return self->told_shows;
}

void
pal_body_stage_set_highlight (PalBodyStage *self, const char *region, PalSide side)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  PalStageSpot spot = find_spot (self, region, side);
  if (spot.region == self->lit.region && spot.side == self->lit.side)
    return;
  self->lit = spot;
  pal_body_stage_drop_highlights (self);
}

/* The view in which a region is largest, shown or not; the soles count as the back. */
static gboolean
find_best_view (PalBodyStage *self, const PalStageSpot *spot, PalView *view)
{
  double area = 0;

  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      const PalShape *shape = pal_plate_find_shape (self->views[i].plate, spot->region, spot->side);

      if (shape != NULL && shape->area > area)
        {
          area = shape->area;
          *view = i;
        }
    }
  return area > 0;
}

gboolean
pal_body_stage_focus_region (PalBodyStage *self, const char *region, PalSide side)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);

  PalStageSpot spot = find_spot (self, region, side);
  PalView view = self->view;
  if (spot.region == NULL)
    return FALSE;
  if (self->shows != PAL_STAGE_SHOWS_ALL && find_best_view (self, &spot, &view))
    pal_body_stage_set_view (self, view);
  const PalShape *shape = pal_body_stage_find_best (self, spot.region, side, &view);
  return shape != NULL && pal_body_stage_focus_shape (self, view, shape);
}

gboolean
pal_body_stage_focus_region_in (PalBodyStage *self, const char *region, PalSide side, PalView view)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);
  g_return_val_if_fail ((guint) view < PAL_VIEW_N, FALSE);

  PalStageSpot spot = find_spot (self, region, side);
  const PalShape *shape = NULL;
  if (spot.region != NULL)
    shape = pal_plate_find_shape (self->views[view].plate, spot.region, side);
  if (shape == NULL)
    return pal_body_stage_focus_region (self, region, side);
  if (!self->views[view].shown)
    pal_body_stage_set_view (self, view);
  return pal_body_stage_focus_shape (self, view, shape);
}

gboolean
pal_body_stage_get_region_box (
    PalBodyStage *self, const char *region, PalSide side, PalView view, GdkRectangle *box)
{
  g_return_val_if_fail (PAL_IS_BODY_STAGE (self), FALSE);
  g_return_val_if_fail (view < PAL_VIEW_N, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  PalStageSpot spot = find_spot (self, region, side);
  const PalShape *shape = NULL;
  if (spot.region != NULL && self->views[view].shown)
    shape = pal_plate_find_shape (self->views[view].plate, spot.region, side);
  if (spot.region != NULL && shape == NULL)
    shape = pal_body_stage_find_best (self, spot.region, side, &view);
  if (shape == NULL)
    return FALSE;

  graphene_rect_t at = pal_body_stage_get_pixels (self, view, &shape->bounds);
  GdkRectangle whole = { (int) floor (at.origin.x), (int) floor (at.origin.y),
                         (int) ceil (at.size.width), (int) ceil (at.size.height) };
  GdkRectangle stage = { 0, 0, self->width, self->height };
  return gdk_rectangle_intersect (&whole, &stage, box);
}

void
pal_body_stage_zoom (PalBodyStage *self, double factor)
{
  g_return_if_fail (PAL_IS_BODY_STAGE (self));

  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (self->zoom_animation);
  double target = adw_animation_get_state (self->zoom_animation) == ADW_ANIMATION_PLAYING
                      ? exp (adw_timed_animation_get_value_to (animation))
                      : self->zoom;

  adw_animation_pause (self->zoom_animation);
  self->anchor_x = self->width / 2.0;
  self->anchor_y = self->height / 2.0;
  adw_timed_animation_set_value_from (animation, log (self->zoom));
  adw_timed_animation_set_value_to (animation, factor > 0 ? MAX (0, log (target * factor)) : 0);
  pal_body_stage_move (self);
  adw_animation_reset (self->zoom_animation);
  adw_animation_play (self->zoom_animation);
}
