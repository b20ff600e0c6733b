/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of pal-time-view.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-time-view.h"

#include <glib/gi18n-lib.h>

#include "app/pal-before-drawing.h"
#include "app/pal-body-stage.h"
#include "app/pal-history-title.h"
#include "app/pal-view-choice.h"
#include "draw/pal-body-map-span.h"
#include "report/pal-words-change.h"

#define GLIDE_MS 450
/* Long enough to see what a visit brought before the next one comes. */
#define PLAY_MS 1300
/* More marks on the slider than this run into each other. */
#define MAX_TICKS 40

struct _PalTimeView
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  const PalMatrix *matrix;
  GArray *rows;
  PalHeatScope scope;
  guint place;
  PalBodyStage *stage;
  PalBodyMap *start, *target; /* of the glide */
  AdwAnimation *glide;
  double progress;
  guint play_id;

  GtkWidget *title; /* shown by the page, beside its own controls */
  GtkLabel *day;
  GtkLabel *detail;
  GtkScrolledWindow *frame;
  GtkWidget *play;
  GtkScale *slider;
  GtkAdjustment *position;
  GtkToggleButton *ghost;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalTimeView, pal_time_view, ADW_TYPE_BIN)

static const PalVisit *
get_visit (PalTimeView *self, guint place)
{
  return g_ptr_array_index (pal_matrix_get_visits (self->matrix), place);
}

static guint
get_n_visits (PalTimeView *self)
{
  return self->matrix != NULL ? pal_matrix_get_visits (self->matrix)->len : 0;
}

/* Maps ------------------------------------------------------------------------------------------
 */

static PalBodyMap *
build_map (PalTimeView *self, guint place)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const PalVisit *visit = get_visit (self, place);
  PalBodyMap *map = pal_body_map_new_for_visit (atlas, vocabulary, visit);

  pal_body_map_set_unknown (map, vocabulary, visit);
  if (place > 0 && gtk_toggle_button_get_active (self->ghost))
    pal_body_map_set_ghost (map, vocabulary, get_visit (self, place - 1));
  if (self->scope != PAL_HEAT_ALL)
    {
      const PalHeatQuery query = { .first = place, .last = place, .scope = self->scope };
      g_autoptr (PalHeat) heat = pal_heat_measure (self->matrix, &query, self->rows);
      pal_body_map_keep (map, atlas, heat, NULL);
    }
  return map;
}

static void
glide_cb (double value, gpointer data)
{
  PalTimeView *self = data;
  self->progress = value;
  if (self->start != NULL && self->target != NULL)
    pal_body_stage_set_map (self->stage,
                            value < 1 ? pal_body_map_new_between (pal_workbench_get_atlas (
                                                                      self->workbench),
                                                                  self->start, self->target, value)
                                      : pal_body_map_copy (self->target));
}

/* Where the glide is right now: a new one starts there. */
static PalBodyMap *
dup_current (PalTimeView *self)
{
  if (self->start == NULL || self->progress >= 1)
    return pal_body_map_copy (self->target);
  return pal_body_map_new_between (pal_workbench_get_atlas (self->workbench), self->start,
                                   self->target, self->progress);
}

static void
take_target (PalTimeView *self, PalBodyMap *target, gboolean glides)
{
  PalBodyMap *start = glides && self->target != NULL ? dup_current (self) : NULL;
  g_clear_pointer (&self->start, pal_body_map_free);
  g_clear_pointer (&self->target, pal_body_map_free);
  self->start = start;
  self->target = target;
  adw_animation_pause (self->glide);
  if (start == NULL)
    {
      self->progress = 1;
      pal_body_stage_set_map (self->stage, pal_body_map_copy (target));
      return;
    }
  self->progress = 0;
  adw_animation_reset (self->glide);
  adw_animation_play (self->glide);
}

/* Room ------------------------------------------------------------------------------------------
 */

/* All visits at once: the views must not change while time runs. */
static void
fit_stage (gpointer data)
{
  g_autoptr (PalTimeView) self = data;
  if (self->workbench == NULL || get_n_visits (self) == 0 ||
      pal_workbench_get_client (self->workbench) == NULL)
    return;
  double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->frame));
  double height = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->frame));
  if (height <= 0)
    return;

  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  g_autoptr (GPtrArray) maps = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_body_map_free);
  for (guint i = 0; i < get_n_visits (self); i++)
    g_ptr_array_add (maps,
                     pal_body_map_new_for_visit (atlas,
                                                 pal_workbench_get_vocabulary (self->workbench),
                                                 get_visit (self, i)));
  double aspect = width / height;
  guint n_views = aspect > 1.5 ? 4 : aspect > 1.15 ? 3 : aspect > 0.6 ? 2 : 1;
  pal_body_stage_set_chosen (self->stage,
                             pal_view_choose (atlas,
                                              pal_workbench_get_client (self->workbench)->figure,
                                              (PalBodyMap *const *) maps->pdata, maps->len,
                                              n_views));
}

static void
room_changed_cb (PalTimeView *self)
{
  pal_before_drawing (fit_stage, g_object_ref (self));
}

/* Words -----------------------------------------------------------------------------------------
 */

static char *
dup_detail (PalTimeView *self, const PalVisit *visit)
{
  g_autofree char *order =
      g_strdup_printf (_ ("Visit %1$u of %2$u"), self->place + 1, get_n_visits (self));
  const char *parts[4] = { order };
  guint n = 1;
  if (visit->therapist != NULL && *visit->therapist != '\0')
    parts[n++] = visit->therapist;
  if (visit->complaint_text != NULL && *visit->complaint_text != '\0')
    parts[n++] = visit->complaint_text;
  return g_strjoinv (" · ", (char **) parts);
}

static void
show_words (PalTimeView *self)
{
  const PalVisit *visit = get_visit (self, self->place);
  g_autofree char *day = pal_date_format_long (pal_time_get_local_date (visit->at));
  g_autofree char *detail = dup_detail (self, visit);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", day, detail);
  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  /* Some screen readers speak the one, some the other. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

/* Moving ----------------------------------------------------------------------------------------
 */

static void
move_to (PalTimeView *self, guint place, gboolean glides)
{
  self->place = place;
  gtk_adjustment_set_value (self->position, place);
  take_target (self, build_map (self, place), glides);
  show_words (self);
}

static void
position_changed_cb (PalTimeView *self, GtkAdjustment *position)
{
  guint place = (guint) (gtk_adjustment_get_value (position) + 0.5);
  if (place == self->place || place >= get_n_visits (self))
    return;
  move_to (self, place, TRUE);
  g_signal_emit (self, signals[MOVED], 0, get_visit (self, place)->id);
}

static void
ghost_toggled_cb (PalTimeView *self)
{
  if (get_n_visits (self) > 0)
    take_target (self, build_map (self, self->place), FALSE);
}

static gboolean
play_step_cb (gpointer data)
{
  PalTimeView *self = data;
  if (self->place + 1 < get_n_visits (self))
    gtk_adjustment_set_value (self->position, self->place + 1);
  if (self->place + 1 < get_n_visits (self))
    return G_SOURCE_CONTINUE;
  self->play_id = 0;
  pal_time_view_set_playing (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
play_clicked_cb (PalTimeView *self)
{
  pal_time_view_set_playing (self, self->play_id == 0);
}

static gboolean
key_pressed_cb (PalTimeView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  play_clicked_cb (self);
  return GDK_EVENT_STOP;
}

/* What is pointed at, for people who see: what they hear is on the regions themselves. */
static char *
dup_tooltip (PalTimeView *self, const PalRegion *region, PalSide side)
{
  const PalVisit *visit = get_visit (self, self->place);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autofree char *label = pal_region_dup_label (region, side);
  if (!pal_visit_is_known (visit, pal_workbench_get_atlas (self->workbench), vocabulary, region,
                           side))
    return g_strdup_printf ("%s\n%s", label, _ ("Not examined"));
  return g_strdup_printf ("%s\n%s", label,
                          pal_severity_get_name (
                              pal_visit_get_severity (visit, vocabulary, region->id, side, NULL)));
}

static void
hovered_cb (PalTimeView *self, const char *region_id, int side)
{
  const PalRegion *region =
      region_id != NULL
          ? pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), region_id)
          : NULL;
  g_autofree char *tooltip = region != NULL && self->place < get_n_visits (self)
                                 ? dup_tooltip (self, region, (PalSide) side)
                                 : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->stage), tooltip);
  pal_highlight_set (self->highlight, region_id, (PalSide) side, NULL);
}

static void
highlight_changed_cb (PalTimeView *self)
{
  pal_body_stage_set_highlight (self->stage, pal_highlight_get_region (self->highlight),
                                pal_highlight_get_side (self->highlight));
}

/* The widget ------------------------------------------------------------------------------------
 */

static void
pal_time_view_unmap (GtkWidget *widget)
{
  pal_time_view_set_playing (PAL_TIME_VIEW (widget), FALSE);
  GTK_WIDGET_CLASS (pal_time_view_parent_class)->unmap (widget);
}

static void
pal_time_view_dispose (GObject *object)
{
  PalTimeView *self = PAL_TIME_VIEW (object);
  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_object (&self->glide);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->title);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_time_view_parent_class)->dispose (object);
}

static void
pal_time_view_finalize (GObject *object)
{
  PalTimeView *self = PAL_TIME_VIEW (object);
  g_clear_pointer (&self->start, pal_body_map_free);
  g_clear_pointer (&self->target, pal_body_map_free);
  G_OBJECT_CLASS (pal_time_view_parent_class)->finalize (object);
}

static void
pal_time_view_class_init (PalTimeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_time_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_time_view_finalize;
  widget_class->unmap = pal_time_view_unmap;
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-time-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PalTimeView, frame);
  gtk_widget_class_bind_template_child (widget_class, PalTimeView, play);
  gtk_widget_class_bind_template_child (widget_class, PalTimeView, slider);
  gtk_widget_class_bind_template_child (widget_class, PalTimeView, position);
  gtk_widget_class_bind_template_child (widget_class, PalTimeView, ghost);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ghost_toggled_cb);
}

static void
pal_time_view_init (PalTimeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->title = g_object_ref_sink (pal_history_title_new (&self->day, &self->detail));
  self->progress = 1;
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS,
                                         adw_callback_animation_target_new (glide_cb, self, NULL));

  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->slider), keys);
}

void
pal_time_view_set_up (PalTimeView *self, PalWorkbench *workbench, PalHighlight *highlight)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  GtkWidget *stage = pal_body_stage_new (pal_workbench_get_atlas (workbench),
                                         pal_workbench_get_vocabulary (workbench));
  self->stage = PAL_BODY_STAGE (stage);
  pal_body_stage_set_interactive (self->stage, FALSE);
  g_signal_connect_object (stage, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->frame, stage);
  GtkAdjustment *rooms[] = { gtk_scrolled_window_get_hadjustment (self->frame),
                             gtk_scrolled_window_get_vadjustment (self->frame) };
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    g_signal_connect_object (rooms[i], "notify::page-size", G_CALLBACK (room_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
set_ticks (PalTimeView *self)
{
  guint n = get_n_visits (self);
  gtk_scale_clear_marks (self->slider);
  for (guint i = 0; n <= MAX_TICKS && i < n; i++)
    gtk_scale_add_mark (self->slider, i, GTK_POS_BOTTOM, NULL);
}

static guint
find_place (PalTimeView *self, const char *visit_id)
{
  guint n = get_n_visits (self);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (get_visit (self, i)->id, visit_id))
      return i;
  return n > 0 ? n - 1 : 0;
}

void
pal_time_view_show (PalTimeView *self,
                    const char *visit_id,
                    PalHeatScope scope,
                    const PalMatrix *matrix,
                    GArray *rows)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  g_return_if_fail (matrix != NULL && visit_id != NULL);

  self->matrix = matrix;
  self->rows = rows;
  self->scope = scope;
  guint n = get_n_visits (self);
  if (n == 0)
    return;
  pal_body_stage_set_figure (self->stage, pal_workbench_get_client (self->workbench)->figure);
  self->place = find_place (self, visit_id);
  gtk_adjustment_set_upper (self->position, MAX (1, n - 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->slider), n > 1);
  gtk_widget_set_sensitive (self->play, n > 1);
  set_ticks (self);
  move_to (self, self->place, FALSE);
  room_changed_cb (self);
}

void
pal_time_view_forget (PalTimeView *self)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  self->matrix = NULL;
  self->rows = NULL;
}

void
pal_time_view_go (PalTimeView *self, const char *visit_id)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  guint place = find_place (self, visit_id);
  if (place < get_n_visits (self) && place != self->place)
    move_to (self, place, TRUE);
}

void
pal_time_view_set_playing (PalTimeView *self, gboolean playing)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  if (playing && self->play_id == 0 && get_n_visits (self) > 1)
    {
      if (self->place + 1 == get_n_visits (self))
        gtk_adjustment_set_value (self->position, 0);
      self->play_id = g_timeout_add (PLAY_MS, play_step_cb, self);
    }
  else if (!playing)
    g_clear_handle_id (&self->play_id, g_source_remove);

  playing = self->play_id != 0;
  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic"
                                                             : "media-playback-start-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  playing ? _ ("Pause") : _ ("Play through the visits"), -1);
}

gboolean
pal_time_view_get_playing (PalTimeView *self)
{
  g_return_val_if_fail (PAL_IS_TIME_VIEW (self), FALSE);
  return self->play_id != 0;
}

void
pal_time_view_grab_slider (PalTimeView *self)
{
  g_return_if_fail (PAL_IS_TIME_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
}

GtkWidget *
pal_time_view_get_title (PalTimeView *self)
{
  g_return_val_if_fail (PAL_IS_TIME_VIEW (self), NULL);
  return self->title;
}
