/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of pal-load-view.h: paints what draw paints, and walks its weeks by pointer and keys.
 */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-load-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "draw/pal-load-paint.h"
#include "report/pal-words-load.h"

#define DAYS_A_WEEK 7
#define LEAST_WIDTH 240

struct _PalLoadChart
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalLoadPicture picture; /* borrows insights and matrix */
  gboolean has_span;
};

enum
{
  POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalLoadChart, pal_load_chart, GTK_TYPE_WIDGET)

static const PalTheme *
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

/* The sentence is the widget's description as well: there is no way to announce it. */
static void
point_at (PalLoadChart *self, PalDate monday)
{
  if (self->picture.pointed == monday)
    return;
  self->picture.pointed = monday;
  g_autofree char *words = pal_load_chart_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[POINTED], 0);
}

static gboolean
is_rtl (PalLoadChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
set_width (PalLoadChart *self)
{
  self->picture.width = gtk_widget_get_width (GTK_WIDGET (self));
  self->picture.rtl = is_rtl (self);
}

static void
moved_cb (GtkEventController *controller, double x, double y, PalLoadChart *self)
{
  PalDate monday = PAL_NO_DATE;
  set_width (self);
  if (self->has_span && !pal_load_picture_pick (&self->picture, x, y, &monday))
    monday = PAL_NO_DATE;
  point_at (self, monday);
}

static void
left_cb (GtkEventController *controller, PalLoadChart *self)
{
  point_at (self, PAL_NO_DATE);
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, PalLoadChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  moved_cb (GTK_EVENT_CONTROLLER (click), x, y, self);
}

static PalDate
get_last_week (PalLoadChart *self)
{
  return self->picture.to + 1 - DAYS_A_WEEK;
}

static PalDate
step (PalLoadChart *self, PalDate week, gboolean onwards)
{
  if (week == PAL_NO_DATE)
    return onwards ? self->picture.from : get_last_week (self);
  return onwards ? week + DAYS_A_WEEK : week - DAYS_A_WEEK;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                PalLoadChart *self)
{
  PalDate week = self->picture.pointed;
  if (!self->has_span || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      week = step (self, week, is_rtl (self));
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      week = step (self, week, !is_rtl (self));
      break;
    case GDK_KEY_Home:
      week = self->picture.from;
      break;
    case GDK_KEY_End:
      week = get_last_week (self);
      break;
    case GDK_KEY_Escape:
      if (week == PAL_NO_DATE)
        return FALSE;
      point_at (self, PAL_NO_DATE);
      return TRUE;
    default:
      return FALSE;
    }
  point_at (self, CLAMP (week, self->picture.from, get_last_week (self)));
  return TRUE;
}

static void
pal_load_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalLoadChart *self = PAL_LOAD_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  if (!self->has_span)
    return;
  set_width (self);
  self->picture.theme = get_theme ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));
  pal_load_picture_paint (&self->picture, cr);
  cairo_destroy (cr);
}

static void
pal_load_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  PalLoadChart *self = PAL_LOAD_CHART (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = self->has_span ? (int) pal_load_picture_measure (&self->picture) : 0;
}

static void
pal_load_chart_dispose (GObject *object)
{
  PalLoadChart *self = PAL_LOAD_CHART (object);
  self->has_span = FALSE;
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_load_chart_parent_class)->dispose (object);
}

static void
pal_load_chart_class_init (PalLoadChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_load_chart_dispose;
  widget_class->snapshot = pal_load_chart_snapshot;
  widget_class->measure = pal_load_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pal-load-chart");
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pal_load_chart_init (PalLoadChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  self->picture.pointed = PAL_NO_DATE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Training week by week; left and right lead through it"), -1);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pal_load_chart_new (PalWorkbench *workbench)
{
  PalLoadChart *self = g_object_new (PAL_TYPE_LOAD_CHART, NULL);
  self->workbench = g_object_ref (workbench);
  self->picture.vocabulary = pal_workbench_get_vocabulary (workbench);
  return GTK_WIDGET (self);
}

void
pal_load_chart_set (PalLoadChart *self, const PalInsights *insights, const PalMatrix *matrix)
{
  g_return_if_fail (PAL_IS_LOAD_CHART (self));
  self->picture.insights = insights;
  self->picture.matrix = matrix;
  self->picture.region = NULL;
  self->picture.pointed = PAL_NO_DATE;
  self->has_span = insights != NULL && pal_load_picture_fit_span (&self->picture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[POINTED], 0);
}

void
pal_load_chart_set_region (PalLoadChart *self, const PalRegion *region, PalSide side)
{
  g_return_if_fail (PAL_IS_LOAD_CHART (self));
  gboolean resizes = (region == NULL) != (self->picture.region == NULL);
  if (self->picture.region == region && self->picture.side == side)
    return;
  self->picture.region = region;
  self->picture.side = side;
  if (resizes)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pal_load_chart_set_kind (PalLoadChart *self, const PalTerm *kind)
{
  g_return_if_fail (PAL_IS_LOAD_CHART (self));
  if (self->picture.kind == kind)
    return;
  self->picture.kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The last week of which something is recorded. */
static PalDate
find_last_recorded (PalLoadChart *self)
{
  PalLoadWeek week;
  for (PalDate monday = get_last_week (self); monday >= self->picture.from; monday -= DAYS_A_WEEK)
    if (pal_load_find_week (self->picture.insights->load, monday, &week))
      return monday;
  return get_last_week (self);
}

char *
pal_load_chart_dup_words (PalLoadChart *self)
{
  g_return_val_if_fail (PAL_IS_LOAD_CHART (self), NULL);
  if (!self->has_span)
    return NULL;
  PalDate monday =
      self->picture.pointed != PAL_NO_DATE ? self->picture.pointed : find_last_recorded (self);
  return pal_words_load_week (self->picture.insights, pal_workbench_get_atlas (self->workbench),
                              self->picture.vocabulary, monday, self->picture.region,
                              self->picture.side, self->picture.kind);
}

gboolean
pal_load_chart_uses_key (PalLoadChart *self, int key)
{
  g_return_val_if_fail (PAL_IS_LOAD_CHART (self), FALSE);
  return self->has_span && pal_load_key_is_used (&self->picture, (PalLoadKey) key);
}
