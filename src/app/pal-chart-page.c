/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of pal-chart-page.h: shows the open visit on the stage and passes on what is asked of
 * it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-chart-page.h"

#include <glib/gi18n-lib.h>

#include "app/pal-body-stage.h"
#include "app/pal-chart-map.h"
#include "app/pal-chart-notices.h"
#include "app/pal-chart-tools.h"
#include "app/pal-inspector.h"
#include "app/pal-mark-popover.h"
#include "app/pal-quick-entry.h"
#include "app/pal-region-history.h"
#include "app/pal-visit-edits.h"

#define NARROWEST 350
/* Narrower, the tools stand below the title. */
#define COMPACT_WIDTH 600
/* Narrower, the tools leave the title too little for a name if they say all they have to say. */
#define TIGHT_WIDTH 760
/* Room the findings take beside or below the map. */
#define INSPECTOR_WIDTH 330
#define INSPECTOR_HEIGHT 400
/* An upright page this high holds both, with a figure worth looking at. */
#define TALL_HEIGHT 960

struct _PalChartPage
{
  AdwBin parent_instance;

  PalWorkbench *workbench;
  PalBodyStage *stage;
  PalMarkPopover *popover;
  GtkWidget *view_buttons[PAL_VIEW_N]; /* for one view at a time */
  GtkWidget *pair_buttons[2];          /* for front and back, or both sides */
  GPtrArray *preview;                  /* marks being typed, shown but not recorded; nullable */
  int painting;                        /* severity the drag under way puts everywhere */
  gboolean updating;
  gboolean compact, tight, upright, tall; /* how the room is used, see apply_shape() */
  guint shape_id;

  GtkStack *stack;
  AdwFlap *flap;
  GtkWidget *title_bar;
  GtkWidget *tools;
  GtkLabel *name;
  GtkLabel *subtitle;
  PalChartTools *chart_tools;
  PalChartNotices *notices;
  GtkWidget *views;
  AdwBin *stage_bin;
  GtkLabel *status;
  PalQuickEntry *quick_entry;
  PalInspector *inspector;
};

G_DEFINE_FINAL_TYPE (PalChartPage, pal_chart_page, ADW_TYPE_BIN)

/* Showing ----------------------------------------------------------------------------------------
 */

static void
refresh_map (PalChartPage *self)
{
  const PalVisit *visit =
      self->workbench != NULL ? pal_workbench_get_visit (self->workbench) : NULL;
  if (visit == NULL || self->stage == NULL)
    return;
  pal_body_stage_set_map (self->stage,
                          pal_chart_map_new (self->workbench, visit, self->preview,
                                             pal_chart_tools_get_scope (self->chart_tools),
                                             pal_chart_tools_get_ghost (self->chart_tools)));
}

static guint
get_visit_number (PalChartPage *self, const PalVisit *visit)
{
  GPtrArray *visits = pal_workbench_get_visits (self->workbench);
  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *each = g_ptr_array_index (visits, i);
      if (g_str_equal (each->id, visit->id))
        return i + 1;
    }
  return visits->len + 1;
}

static void
refresh_title (PalChartPage *self, const PalVisit *visit)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autofree char *name = client != NULL ? pal_client_dup_name (client) : g_strdup ("");
  gtk_label_set_text (self->name, name);

  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (visit->at));
  g_autofree char *clock = pal_time_format_clock (visit->at);
  guint number = get_visit_number (self, visit);
  /* Translators: 1: number of the visit, 2: day, 3: time of day */
  g_autofree char *line =
      visit->is_signed
          ? g_strdup_printf (_ ("Visit %1$u · %2$s, %3$s · signed"), number, day, clock)
          : g_strdup_printf (_ ("Visit %1$u · %2$s, %3$s · draft, all saved"), number, day, clock);
  gtk_label_set_text (self->subtitle, line);
}

static void
visit_changed_cb (PalChartPage *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  gtk_stack_set_visible_child_name (self->stack, visit != NULL ? "visit" : "none");
  if (visit == NULL)
    return;
  const PalClient *client = pal_workbench_get_client (self->workbench);
  if (client != NULL)
    pal_body_stage_set_figure (self->stage, client->figure);
  pal_body_stage_set_interactive (self->stage, !visit->is_signed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quick_entry), !visit->is_signed);
  refresh_title (self, visit);
  refresh_map (self);
}

/* Views ------------------------------------------------------------------------------------------
 */

static gboolean
is_side (PalView view)
{
  return view == PAL_VIEW_LEFT || view == PAL_VIEW_RIGHT;
}

static void
view_toggled_cb (GtkToggleButton *button, PalChartPage *self)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  PalView view = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "pal-view"));
  pal_body_stage_set_view (self->stage, view);
}

static void
stage_view_changed_cb (PalChartPage *self)
{
  self->updating = TRUE;
  PalStageShows shows = pal_body_stage_get_shows (self->stage);
  PalView view = pal_body_stage_get_view (self->stage);
  GtkWidget *button = shows == PAL_STAGE_SHOWS_PAIR ? self->pair_buttons[is_side (view) ? 1 : 0]
                                                    : self->view_buttons[view];
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  for (guint i = 0; i < PAL_VIEW_N; i++)
    {
      if (self->view_buttons[i] != NULL)
        gtk_widget_set_visible (self->view_buttons[i], shows == PAL_STAGE_SHOWS_ONE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->pair_buttons); i++)
    gtk_widget_set_visible (self->pair_buttons[i], shows == PAL_STAGE_SHOWS_PAIR);
  gtk_widget_set_visible (self->views, shows != PAL_STAGE_SHOWS_ALL);
  self->updating = FALSE;
}

static GtkWidget *
add_view_button (PalChartPage *self, const char *label, PalView view, GtkWidget *first)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_object_set_data (G_OBJECT (button), "pal-view", GINT_TO_POINTER (view));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (view_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->views), button);
  return button;
}

static void
add_view_buttons (PalChartPage *self)
{
  /* The soles stand beside the back: they need no button of their own. */
  static const PalView shown[] = { PAL_VIEW_FRONT, PAL_VIEW_BACK, PAL_VIEW_LEFT, PAL_VIEW_RIGHT };
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    self->view_buttons[shown[i]] = add_view_button (self, pal_view_get_name (shown[i]), shown[i],
                                                    self->view_buttons[shown[0]]);
  GtkWidget *first = self->view_buttons[shown[0]];
  self->pair_buttons[0] = add_view_button (self, _ ("Front and back"), PAL_VIEW_FRONT, first);
  self->pair_buttons[1] = add_view_button (self, _ ("Left and right"), PAL_VIEW_RIGHT, first);
}

/* The room ---------------------------------------------------------------------------------------
 */

/* Where the page is upright the findings lie below the figure: for good where it is high enough for
 * both, else as a sheet that is pulled up. Where it is not, Adwaita finds out what fits beside. */
static void
apply_shape (PalChartPage *self)
{
  gboolean is_compact = self->compact;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->title_bar),
                                  is_compact ? GTK_ORIENTATION_VERTICAL
                                             : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->title_bar), is_compact ? 4 : 10);
  pal_chart_tools_set_compact (self->chart_tools, is_compact);
  pal_chart_tools_set_tight (self->chart_tools, self->tight);
  pal_quick_entry_set_compact (self->quick_entry, is_compact);
  gtk_label_set_xalign (self->name, is_compact ? 0.5f : 0);
  gtk_label_set_xalign (self->subtitle, is_compact ? 0.5f : 0);
  gtk_label_set_justify (self->subtitle, is_compact ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  /* Held in the hand: what is touched is as large as a fingertip. */
  if (self->upright)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pal-touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pal-touch");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flap), self->upright
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  adw_flap_set_fold_policy (self->flap, !self->upright ? ADW_FLAP_FOLD_POLICY_AUTO
                                        : self->tall   ? ADW_FLAP_FOLD_POLICY_NEVER
                                                       : ADW_FLAP_FOLD_POLICY_ALWAYS);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), self->upright ? -1 : INSPECTOR_WIDTH,
                               self->upright ? INSPECTOR_HEIGHT : -1);
}

static gboolean
apply_shape_cb (gpointer data)
{
  PalChartPage *self = data;
  self->shape_id = 0;
  apply_shape (self);
  return G_SOURCE_REMOVE;
}

static void
pal_chart_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  /* In any shape: it takes the shape of a phone once it is given the width of one. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, NARROWEST);
}

static void
pal_chart_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalChartPage *self = PAL_CHART_PAGE (widget);
  gboolean compact = width < COMPACT_WIDTH;
  /* The room of the title, with the inspector beside it unless that lies below. */
  gboolean tight = width - (width < height ? 0 : INSPECTOR_WIDTH) < TIGHT_WIDTH;
  gboolean upright = width < height && width < INSPECTOR_WIDTH + COMPACT_WIDTH;
  gboolean tall = height >= TALL_HEIGHT;
  /* Nothing may be shown or turned while sizes are given out. */
  if ((compact != self->compact || tight != self->tight || upright != self->upright ||
       tall != self->tall) &&
      self->shape_id == 0)
    self->shape_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_shape_cb, self, NULL);
  self->compact = compact;
  self->tight = tight;
  self->upright = upright;
  self->tall = tall;
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, minimum), height, baseline, NULL);
}

/* What the stage asks for ------------------------------------------------------------------------
 */

static void
stage_cycle_cb (PalChartPage *self, const char *region, int side)
{
  pal_edits_cycle (self->workbench, region, side);
}

static void
stage_set_severity_cb (PalChartPage *self, const char *region, int side, int severity)
{
  pal_edits_set_severity (self->workbench, region, side, severity);
}

static void
stage_paint_cb (PalChartPage *self, const char *region, int side, gboolean first)
{
  self->painting =
      pal_edits_paint (self->workbench, region, side, first ? PAL_UNSET : self->painting);
}

static void
stage_both_sides_cb (PalChartPage *self, const char *region, int side)
{
  pal_edits_both_sides (self->workbench, region, side);
}

static void
show_popover (PalChartPage *self,
              const char *region,
              PalSide side,
              PalView view,
              const char *kind,
              gboolean to_note)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  GdkRectangle box;
  if (visit == NULL || visit->is_signed)
    return;
  if (!pal_body_stage_get_region_box (self->stage, region, side, view, &box))
    return;
  /* Below or above a region a phone has no room. From its edge on it slides to where it fits. */
  if (self->compact)
    box = (GdkRectangle){ 0, box.y, 1, box.height };
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), !self->compact);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &box);
  gtk_popover_set_position (GTK_POPOVER (self->popover),
                            self->upright && !self->compact ? GTK_POS_BOTTOM : GTK_POS_RIGHT);
  pal_mark_popover_show_region (self->popover, region, side, kind, to_note);
}

static void
stage_details_cb (PalChartPage *self, const char *region, int side, int view)
{
  show_popover (self, region, side, view, NULL, FALSE);
}

/* The view in which the region can be seen now, best first. */
static PalView
find_view_of (PalChartPage *self, const char *region, PalSide side)
{
  GdkRectangle box;
  for (int view = 0; view < PAL_VIEW_N; view++)
    {
      if (pal_body_stage_get_region_box (self->stage, region, side, view, &box))
        return view;
    }
  return pal_body_stage_get_view (self->stage);
}

static void
stage_note_cb (PalChartPage *self, const char *region, int side)
{
  show_popover (self, region, side, find_view_of (self, region, side), NULL, TRUE);
}

static void
stage_typed_cb (PalChartPage *self, const char *text)
{
  /* The sheet would lie over the line that is typed in. */
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  pal_quick_entry_begin (self->quick_entry, g_str_equal (text, "/") ? "" : text);
}

/* What is under pointer or focus, in words: the name, what is marked, how often it was seen. */
static void
stage_hovered_cb (PalChartPage *self, const char *region, int side)
{
  const PalRegion *known =
      region != NULL ? pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), region)
                     : NULL;
  if (known == NULL)
    {
      gtk_label_set_text (self->status, "");
      return;
    }
  g_autofree char *label = pal_region_dup_label (known, side);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  int severity =
      visit != NULL ? pal_visit_get_severity (visit, pal_workbench_get_vocabulary (self->workbench),
                                              region, side, NULL)
                    : 0;
  g_autofree char *seen = pal_region_history_dup_words (self->workbench, known, side);
  g_autoptr (GString) line = g_string_new (label);
  if (severity > 0)
    g_string_append_printf (line, " · %s", pal_severity_get_name (severity));
  if (seen != NULL)
    g_string_append_printf (line, " · %s", seen);
  gtk_label_set_text (self->status, line->str);
}

/* What others ask for ----------------------------------------------------------------------------
 */

static void
inspector_mark_activated_cb (PalChartPage *self, const char *region, int side, const char *kind)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  pal_body_stage_focus_region (self->stage, region, side);
  show_popover (self, region, side, find_view_of (self, region, side), kind, FALSE);
}

static void
inspector_mark_pointed_cb (PalChartPage *self, const char *region, int side)
{
  pal_body_stage_set_highlight (self->stage, region, side);
}

static void
workbench_focus_region_cb (PalChartPage *self, const char *region, int side)
{
  pal_body_stage_focus_region (self->stage, region, side);
}

static void
quick_entry_preview_cb (PalChartPage *self, GPtrArray *marks)
{
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  if (marks != NULL)
    {
      self->preview = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_mark_free);
      for (guint i = 0; i < marks->len; i++)
        g_ptr_array_add (self->preview, pal_mark_copy (g_ptr_array_index (marks, i)));
    }
  /* The chips of what is typed stand where names are told otherwise. */
  gtk_widget_set_visible (GTK_WIDGET (self->status), marks == NULL);
  refresh_map (self);
}

static void
quick_entry_leave_cb (PalChartPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stage), GTK_DIR_TAB_FORWARD);
}

/* Letters that the stage leaves to the page. */
static gboolean
key_pressed_cb (PalChartPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  if ((keyval != GDK_KEY_k && keyval != GDK_KEY_K) || (state & others) != 0 ||
      gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;
  pal_chart_tools_open_kinds (self->chart_tools);
  return GDK_EVENT_STOP;
}

/* Making -----------------------------------------------------------------------------------------
 */

static void
connect_swapped (PalChartPage *self, gpointer sender, const char *signal, GCallback callback)
{
  g_signal_connect_object (sender, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
connect_all (PalChartPage *self)
{
  connect_swapped (self, self->stage, "cycle", G_CALLBACK (stage_cycle_cb));
  connect_swapped (self, self->stage, "set-severity", G_CALLBACK (stage_set_severity_cb));
  connect_swapped (self, self->stage, "paint", G_CALLBACK (stage_paint_cb));
  connect_swapped (self, self->stage, "details", G_CALLBACK (stage_details_cb));
  connect_swapped (self, self->stage, "both-sides", G_CALLBACK (stage_both_sides_cb));
  connect_swapped (self, self->stage, "note", G_CALLBACK (stage_note_cb));
  connect_swapped (self, self->stage, "hovered", G_CALLBACK (stage_hovered_cb));
  connect_swapped (self, self->stage, "typed", G_CALLBACK (stage_typed_cb));
  connect_swapped (self, self->stage, "notify::view", G_CALLBACK (stage_view_changed_cb));
  connect_swapped (self, self->stage, "notify::shows", G_CALLBACK (stage_view_changed_cb));
  connect_swapped (self, self->chart_tools, "ghost-toggled", G_CALLBACK (refresh_map));
  connect_swapped (self, self->chart_tools, "scope-changed", G_CALLBACK (refresh_map));
  connect_swapped (self, self->quick_entry, "preview", G_CALLBACK (quick_entry_preview_cb));
  connect_swapped (self, self->quick_entry, "leave", G_CALLBACK (quick_entry_leave_cb));
  connect_swapped (self, self->inspector, "mark-activated",
                   G_CALLBACK (inspector_mark_activated_cb));
  connect_swapped (self, self->inspector, "mark-pointed", G_CALLBACK (inspector_mark_pointed_cb));
  connect_swapped (self, self->workbench, "visit-changed", G_CALLBACK (visit_changed_cb));
  connect_swapped (self, self->workbench, "client-changed", G_CALLBACK (visit_changed_cb));
  connect_swapped (self, self->workbench, "focus-region", G_CALLBACK (workbench_focus_region_cb));
}

/* Charting begins on the figure, not at the first button above it. */
static gboolean
pal_chart_page_grab_focus (GtkWidget *widget)
{
  PalChartPage *self = PAL_CHART_PAGE (widget);

  return pal_workbench_get_visit (self->workbench) != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

static void
pal_chart_page_dispose (GObject *object)
{
  PalChartPage *self = PAL_CHART_PAGE (object);
  self->updating = TRUE;
  g_clear_handle_id (&self->shape_id, g_source_remove);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  self->stage = NULL;
  /* The bin lets go of its child itself; the template would free it under its hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_chart_page_parent_class)->dispose (object);
}

static void
pal_chart_page_class_init (PalChartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_chart_page_dispose;
  widget_class->measure = pal_chart_page_measure;
  widget_class->size_allocate = pal_chart_page_size_allocate;
  widget_class->grab_focus = pal_chart_page_grab_focus;

  g_type_ensure (PAL_TYPE_CHART_NOTICES);
  g_type_ensure (PAL_TYPE_CHART_TOOLS);
  g_type_ensure (PAL_TYPE_QUICK_ENTRY);
  g_type_ensure (PAL_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, title_bar);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, name);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, chart_tools);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, notices);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, views);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, stage_bin);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, status);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, quick_entry);
  gtk_widget_class_bind_template_child (widget_class, PalChartPage, inspector);
}

static void
pal_chart_page_init (PalChartPage *self)
{
  /* A bin lays out by a manager, which would keep the page from seeing its size. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pal_chart_page_new (PalWorkbench *workbench)
{
  PalChartPage *self = g_object_new (PAL_TYPE_CHART_PAGE, NULL);
  self->workbench = g_object_ref (workbench);
  self->stage = PAL_BODY_STAGE (pal_body_stage_new (pal_workbench_get_atlas (workbench),
                                                    pal_workbench_get_vocabulary (workbench)));
  adw_bin_set_child (self->stage_bin, GTK_WIDGET (self->stage));
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->stage_bin), keys);
  self->popover = PAL_MARK_POPOVER (pal_mark_popover_new (workbench));
  /* Not the stage itself: it lays out its children, the regions, by hand. */
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->stage_bin));
  pal_quick_entry_set_workbench (self->quick_entry, workbench);
  pal_inspector_set_workbench (self->inspector, workbench);
  pal_chart_tools_set_up (self->chart_tools, workbench, self->stage);
  pal_chart_notices_set_workbench (self->notices, workbench);
  add_view_buttons (self);
  /* Narrow until a width is known: wide, it would be given more room than a phone has, and the
   * figures would settle for that. */
  self->compact = TRUE;
  apply_shape (self);
  connect_all (self);
  stage_view_changed_cb (self);
  visit_changed_cb (self);
  return GTK_WIDGET (self);
}

gboolean
pal_chart_page_write (PalChartPage *self, const char *place)
{
  g_return_val_if_fail (PAL_IS_CHART_PAGE (self), FALSE);
  if (pal_workbench_get_visit (self->workbench) == NULL)
    return FALSE;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  return pal_inspector_focus (self->inspector, place);
}
