/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart page at the sizes of a phone, a tablet and a desk, its tools and its quiet lines. */

#include "config.h"

#include <adwaita.h>

#include "app-kit.h"
#include "app/pal-app-init.h"
#include "app/pal-body-stage-pen.h"
#include "app/pal-chart-notices.h"
#include "app/pal-chart-page.h"
#include "app/pal-chart-tools.h"
#include "app/pal-findings-list.h"
#include "app/pal-generated-note.h"
#include "app/pal-quick-entry.h"
#include "app/pal-visit-edits.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 20000
#define FINGERTIP 44

typedef struct
{
  AppBench *bench;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static GtkWidget *
find (GtkWidget *from, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type) &&
      (name == NULL ||
       (GTK_IS_BUTTON (from) && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (from)), name) == 0 ||
                                 g_strcmp0 (gtk_widget_get_tooltip_text (from), name) == 0))))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_drawn (gpointer page)
{
  return gtk_widget_get_mapped (page) && gtk_widget_get_width (page) > 0;
}

static void
show (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  gtk_window_present (GTK_WINDOW (f->window));
  g_assert_true (kit_wait_until (is_drawn, f->page, WAIT_MS));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->bench = app_bench_new (6);
  pal_workbench_open_client (f->bench->bench, KIT_RUNNER_ID);
  g_assert_true (pal_workbench_add_visit (f->bench->bench));
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  f->page = pal_chart_page_new (f->bench->bench);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_bench_free (f->bench);
}

static AdwFlap *
get_flap (Fixture *f)
{
  return ADW_FLAP (find (f->page, ADW_TYPE_FLAP, NULL));
}

static PalBodyStage *
get_stage (Fixture *f)
{
  return PAL_BODY_STAGE (find (f->page, PAL_TYPE_BODY_STAGE, NULL));
}

static gboolean
is_sheet (gpointer page)
{
  AdwFlap *flap = ADW_FLAP (find (page, ADW_TYPE_FLAP, NULL));
  return adw_flap_get_folded (flap) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (flap)) == GTK_ORIENTATION_VERTICAL;
}

static gboolean
is_below (gpointer page)
{
  AdwFlap *flap = ADW_FLAP (find (page, ADW_TYPE_FLAP, NULL));
  return !adw_flap_get_folded (flap) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (flap)) == GTK_ORIENTATION_VERTICAL;
}

static gboolean
is_beside (gpointer page)
{
  AdwFlap *flap = ADW_FLAP (find (page, ADW_TYPE_FLAP, NULL));
  return !adw_flap_get_folded (flap) &&
         gtk_orientable_get_orientation (GTK_ORIENTABLE (flap)) == GTK_ORIENTATION_HORIZONTAL;
}

static gboolean
shows_one (gpointer stage)
{
  return pal_body_stage_get_shows (stage) == PAL_STAGE_SHOWS_ONE;
}

static void
test_phone (Fixture *f, gconstpointer data)
{
  int minimum;
  show (f, 360, 620);
  g_assert_true (kit_wait_until (is_sheet, f->page, WAIT_MS));
  gtk_widget_measure (f->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (kit_wait_until (shows_one, get_stage (f), WAIT_MS));
  /* A drag on the map must not pull the sheet up. */
  g_assert_false (adw_flap_get_swipe_to_open (get_flap (f)));
}

/* The map may show the baseline alone; an edit brings back all, so that it can be seen. */
static void
test_scope (Fixture *f, gconstpointer data)
{
  show (f, 1200, 800);
  PalChartTools *tools = PAL_CHART_TOOLS (find (f->page, PAL_TYPE_CHART_TOOLS, NULL));
  g_assert_cmpint (pal_chart_tools_get_scope (tools), ==, PAL_HEAT_ALL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (tools), "shown.scope", "s", "baseline"));
  g_assert_cmpint (pal_chart_tools_get_scope (tools), ==, PAL_HEAT_BASELINE);
  pal_edits_cycle (f->bench->bench, "masseter", PAL_SIDE_LEFT);
  g_assert_cmpint (pal_chart_tools_get_scope (tools), ==, PAL_HEAT_ALL);
}

static gboolean
is_narrow (gpointer page)
{
  return is_sheet (page) && gtk_widget_get_width (page) == 360 &&
         gtk_widget_get_width (GTK_WIDGET (find (page, PAL_TYPE_BODY_STAGE, NULL))) <= 360;
}

/* Each button that can be seen below @widget is at least as high as a fingertip. */
static void
assert_touchable (GtkWidget *widget)
{
  graphene_rect_t box;
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLBAR (widget))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_widget_compute_bounds (widget, widget, &box) &&
      box.size.height < FINGERTIP)
    g_error ("%s “%s” is %g high", G_OBJECT_TYPE_NAME (widget),
             gtk_button_get_label (GTK_BUTTON (widget)), (double) box.size.height);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_touchable (child);
}

static void
test_touch (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/palpate/Palpate/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (f->window),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  show (f, 360, 620);
  g_assert_true (kit_wait_until (is_sheet, f->page, WAIT_MS));
  pal_edits_cycle (f->bench->bench, "masseter", PAL_SIDE_LEFT);
  adw_flap_set_reveal_flap (get_flap (f), TRUE);
  GtkWidget *remove = find (f->page, GTK_TYPE_BUTTON, "Remove this finding");
  g_assert_true (kit_wait_until (is_drawn, remove, WAIT_MS));
  assert_touchable (f->page);
}

/* Turned upright at once, as a phone is. */
static void
test_turned (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  g_assert_true (kit_wait_until (is_beside, f->page, WAIT_MS));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 740);
  g_assert_true (kit_wait_until (is_narrow, f->page, WAIT_MS));
}

static void
test_tablet (Fixture *f, gconstpointer data)
{
  show (f, 800, 985);
  g_assert_true (kit_wait_until (is_below, f->page, WAIT_MS));
  g_assert_true (adw_flap_get_reveal_flap (get_flap (f)));
}

/* Held upright, but not high enough for a map worth looking at and the findings below it. */
static void
test_small_tablet (Fixture *f, gconstpointer data)
{
  show (f, 800, 860);
  g_assert_true (kit_wait_until (is_sheet, f->page, WAIT_MS));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_stage (f))), >, 600);
}

static void
test_desk (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  g_assert_true (kit_wait_until (is_beside, f->page, WAIT_MS));
}

static gboolean
shows_pair (gpointer stage)
{
  return pal_body_stage_get_shows (stage) == PAL_STAGE_SHOWS_PAIR;
}

static gboolean
is_seen (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (!gtk_widget_get_visible (widget))
        return FALSE;
    }
  return TRUE;
}

static void
test_view_switch (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  g_assert_true (kit_wait_until (shows_pair, get_stage (f), WAIT_MS));
  GtkWidget *sides = find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Left and right");
  GtkWidget *one = find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Left");
  g_assert_true (is_seen (sides));
  g_assert_false (is_seen (one));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sides), TRUE);
  g_assert_cmpint (pal_body_stage_get_view (get_stage (f)), ==, PAL_VIEW_RIGHT);
  pal_body_stage_set_view (get_stage (f), PAL_VIEW_BACK);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (sides)));
}

/* The tools wear words where there is room for them. */
static gboolean
has_words (gpointer page)
{
  return find (page, GTK_TYPE_TOGGLE_BUTTON, "Pin") != NULL;
}

static void
test_tools (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  g_assert_true (kit_wait_until (has_words, f->page, WAIT_MS));
  GtkToggleButton *pin = GTK_TOGGLE_BUTTON (find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Pin"));
  GtkToggleButton *ink = GTK_TOGGLE_BUTTON (find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Ink"));
  GtkWidget *erase = find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Rub out ink");
  PalBodyStage *stage = get_stage (f);

  gtk_toggle_button_set_active (pin, TRUE);
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_PIN);
  g_assert_false (is_seen (erase));
  gtk_toggle_button_set_active (ink, TRUE);
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_INK);
  g_assert_false (gtk_toggle_button_get_active (pin));
  g_assert_true (is_seen (erase));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (erase), TRUE);
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_ERASE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (erase), FALSE);
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_INK);
  gtk_toggle_button_set_active (ink, FALSE);
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_MARK);

  /* What is signed is neither pinned nor drawn on. */
  gtk_toggle_button_set_active (pin, TRUE);
  g_assert_true (pal_workbench_sign_visit (f->bench->bench));
  g_assert_cmpint (pal_body_stage_get_tool (stage), ==, PAL_STAGE_TOOL_MARK);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (ink)));
}

/* The button and Ctrl+L on the map are one switch. */
static void
test_names_button (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  GtkToggleButton *names = GTK_TOGGLE_BUTTON (
      find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Name the regions beside the figure (Ctrl+L)"));
  PalBodyStage *stage = get_stage (f);

  g_assert_true (is_seen (GTK_WIDGET (names)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (names), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Name the regions");
  gtk_toggle_button_set_active (names, TRUE);
  g_assert_true (pal_body_stage_get_names (stage));
  pal_body_stage_set_names (stage, FALSE);
  g_assert_false (gtk_toggle_button_get_active (names));
}

static GtkWidget *
find_region (Fixture *f, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_stage (f))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *other =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              name);
      if (other == NULL)
        return child;
    }
  return NULL;
}

/* What is being typed is heard as that, not as carried over. */
static void
test_typed (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  GtkWidget *region = find_region (f, "Left iliotibial band, middle third");
  GtkWidget *entry = find (find (f->page, PAL_TYPE_QUICK_ENTRY, NULL), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (region);
  gtk_editable_set_text (GTK_EDITABLE (entry), "l itb 3");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Severe, Tight, typed, not yet marked");
  g_signal_emit_by_name (entry, "activate");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Severe, Tight");
}

static gboolean
has_label (GtkWidget *from, const char *text)
{
  if (GTK_IS_LABEL (from) && g_str_equal (gtk_label_get_text (GTK_LABEL (from)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* Tight needs no word in the list, until another finding of the region stands beside it. */
static void
test_two_kinds (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  GtkWidget *entry = find (find (f->page, PAL_TYPE_QUICK_ENTRY, NULL), GTK_TYPE_ENTRY, NULL);
  GtkWidget *findings = find (f->page, PAL_TYPE_FINDINGS_LIST, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "l itb 2");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (has_label (findings, "Left ITB mid"));
  g_assert_false (has_label (findings, "Tight"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "l itb 3 tp");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (has_label (findings, "Trigger point"));
  g_assert_true (has_label (findings, "Tight"));
}

static void
test_carried (Fixture *f, gconstpointer data)
{
  show (f, 1004, 740);
  GtkWidget *confirm = find (f->page, GTK_TYPE_BUTTON, "Confirm all");
  g_assert_false (is_seen (confirm));
  g_signal_emit_by_name (find (f->page, GTK_TYPE_BUTTON, "Start from the last visit"), "clicked");
  g_assert_true (is_seen (confirm));
  PalGeneratedNote *note = PAL_GENERATED_NOTE (find (f->page, PAL_TYPE_GENERATED_NOTE, NULL));
  g_assert_cmpstr (pal_generated_note_get_text (note), ==, "");

  g_signal_emit_by_name (confirm, "clicked");
  g_assert_false (is_seen (confirm));
  const PalVisit *visit = pal_workbench_get_visit (f->bench->bench);
  g_assert_false (((const PalMark *) g_ptr_array_index (visit->marks, 0))->carried);
  g_assert_nonnull (
      strstr (pal_generated_note_get_text (note), "Left iliotibial band, middle third: tight"));

  /* A mark that goes takes its line with it; a typed note stays as it is. */
  g_assert_true (pal_edits_set_note (f->bench->bench, PAL_NOTE_OBJECTIVE, "Gait stiff."));
  pal_edits_set_severity (f->bench->bench, "itb-mid", PAL_SIDE_LEFT, 0);
  g_assert_null (strstr (pal_generated_note_get_text (note), "iliotibial band, middle third"));
  g_assert_cmpstr (pal_workbench_get_visit (f->bench->bench)->notes[PAL_NOTE_OBJECTIVE], ==,
                   "Gait stiff.");
}

/* Who points at a region reads what is known of it. */
static void
test_names_and_history (Fixture *f, gconstpointer data)
{
  gboolean said = FALSE;
  show (f, 1004, 740);
  pal_edits_set_severity (f->bench->bench, "itb-mid", PAL_SIDE_LEFT, 3);
  g_assert_true (pal_body_stage_focus_region (get_stage (f), "itb-mid", PAL_SIDE_LEFT));
  GtkWidget *content = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (get_stage (f))));
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) &&
          g_str_has_prefix (gtk_label_get_text (GTK_LABEL (child)),
                            "Left iliotibial band, middle third · Severe · Seen at 6 of 6 visits"))
        said = TRUE;
    }
  g_assert_true (said);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* The section as a whole goes to another program: what the map says, then what was typed. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  show (f, 1004, 740);
  pal_edits_set_severity (f->bench->bench, "soleus", PAL_SIDE_RIGHT, 2);
  g_assert_true (pal_edits_set_note (f->bench->bench, PAL_NOTE_OBJECTIVE, "Gait stiff."));
  g_signal_emit_by_name (find (f->page, GTK_TYPE_BUTTON, "Copy the findings and the note below"),
                         "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (f->page), NULL, read_cb, &text);
  g_assert_true (kit_wait_until (is_set, &text, WAIT_MS));
  g_assert_cmpstr (text, ==, "Right soleus: tight, moderate\n\nGait stiff.");
}

/* Legs three times over: a quiet line, gone with one tap, or for today. */
static void
test_unseen (Fixture *f, gconstpointer data)
{
  static const char *const legs[] = { "thigh", "lower-leg" };
  show (f, 1004, 740);
  GtkWidget *checked = find (f->page, GTK_TYPE_BUTTON, "Checked now");
  g_assert_false (is_seen (checked));
  for (int i = 0; i < 4; i++)
    {
      if (i > 0)
        g_assert_true (pal_workbench_add_visit (f->bench->bench));
      /* A week apart; visits of one moment have no order. */
      PalVisit *visit = pal_workbench_edit_visit (f->bench->bench);
      visit->at -= (3 - i) * 7 * 86400;
      g_assert_true (pal_workbench_commit_visit (f->bench->bench, visit, "Move", NULL));
      for (guint j = 0; j < G_N_ELEMENTS (legs); j++)
        pal_edits_set_examined (f->bench->bench, legs[j], TRUE);
    }
  g_assert_true (is_seen (checked));
  g_signal_emit_by_name (find (f->page, GTK_TYPE_BUTTON, "Not today"), "clicked");
  g_assert_false (is_seen (checked));
  g_signal_emit_by_name (checked, "clicked");
  g_assert_true (pal_visit_has_examined_group (pal_workbench_get_visit (f->bench->bench), "neck"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/chart-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();
  pal_app_init ();
  ADD ("scope", test_scope);
  ADD ("phone", test_phone);
  ADD ("turned", test_turned);
  ADD ("tablet", test_tablet);
  ADD ("small-tablet", test_small_tablet);
  ADD ("desk", test_desk);
  ADD ("view-switch", test_view_switch);
  ADD ("tools", test_tools);
  ADD ("names-button", test_names_button);
  ADD ("carried", test_carried);
  ADD ("touch", test_touch);
  ADD ("two-kinds", test_two_kinds);
  ADD ("typed", test_typed);
  ADD ("names-and-history", test_names_and_history);
  ADD ("copy", test_copy);
  ADD ("unseen", test_unseen);
  return g_test_run ();
}
