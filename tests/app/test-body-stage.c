/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The body stage in a real window: what pointer, keys and screen reader find, and what it says.
 * With PALPATE_TEST_PICTURES set to a folder, it also writes pictures of itself to look at. */

#include "config.h"

#include <adwaita.h>

#include "app/pal-body-stage.h"
#include "app/pal-region-widget.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define WAIT_MS 5000

/* A window with a stage, and what the stage said last. */
typedef struct
{
  GtkWidget *window;
  PalBodyStage *stage;
  GString *said;
} Fixture;

static void
say (Fixture *fixture, const char *what, const char *region, int side)
{
  const char *id = pal_side_to_id ((PalSide) side);

  g_string_append_printf (fixture->said, "%s %s %s;", what, region, id != NULL ? id : "midline");
}

static void
cycle_cb (PalBodyStage *stage, const char *region, int side, Fixture *fixture)
{
  say (fixture, "cycle", region, side);
}

static void
severity_cb (PalBodyStage *stage, const char *region, int side, int severity, Fixture *fixture)
{
  g_autofree char *what = g_strdup_printf ("set %d", severity);

  say (fixture, what, region, side);
}

static void
paint_cb (PalBodyStage *stage, const char *region, int side, gboolean first, Fixture *fixture)
{
  say (fixture, first ? "first" : "paint", region, side);
}

static void
details_cb (PalBodyStage *stage, const char *region, int side, int view, Fixture *fixture)
{
  g_autofree char *what = g_strdup_printf ("details %s", pal_view_to_id ((PalView) view));

  say (fixture, what, region, side);
}

static void
both_cb (PalBodyStage *stage, const char *region, int side, Fixture *fixture)
{
  say (fixture, "both", region, side);
}

static void
note_cb (PalBodyStage *stage, const char *region, int side, Fixture *fixture)
{
  say (fixture, "note", region, side);
}

static void
hovered_cb (PalBodyStage *stage, const char *region, int side, Fixture *fixture)
{
  if (region != NULL)
    say (fixture, "hovered", region, side);
}

static void
typed_cb (PalBodyStage *stage, const char *text, Fixture *fixture)
{
  g_string_append_printf (fixture->said, "typed '%s';", text);
}

static gboolean
is_drawn (gpointer data)
{
  GtkWidget *widget = data;

  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1 &&
         gtk_widget_get_first_child (widget) != NULL &&
         gtk_widget_get_width (gtk_widget_get_first_child (widget)) > 0;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

static void
set_up_size (Fixture *fixture, int width, int height)
{
  fixture->said = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  GtkWidget *stage = pal_body_stage_new (kit_get_atlas (), kit_get_vocabulary ());
  fixture->stage = PAL_BODY_STAGE (stage);
  gtk_window_set_child (GTK_WINDOW (fixture->window), stage);
  g_signal_connect (stage, "cycle", G_CALLBACK (cycle_cb), fixture);
  g_signal_connect (stage, "set-severity", G_CALLBACK (severity_cb), fixture);
  g_signal_connect (stage, "paint", G_CALLBACK (paint_cb), fixture);
  g_signal_connect (stage, "details", G_CALLBACK (details_cb), fixture);
  g_signal_connect (stage, "both-sides", G_CALLBACK (both_cb), fixture);
  g_signal_connect (stage, "note", G_CALLBACK (note_cb), fixture);
  g_signal_connect (stage, "typed", G_CALLBACK (typed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (kit_wait_until (is_drawn, stage, WAIT_MS));
  kit_wait_until (never, NULL, 50);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_size (fixture, 1400, 760);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  set_up_size (fixture, 420, 760);
}

static void
set_up_middle (Fixture *fixture, gconstpointer data)
{
  set_up_size (fixture, 640, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->stage), (gpointer *) &fixture->stage);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  kit_wait_until (never, NULL, 20);
  g_assert_null (fixture->stage);
  g_string_free (fixture->said, TRUE);
}

/* What was said since the last time; input through the display may take a while to get here. */
typedef struct
{
  Fixture *fixture;
  const char *words;
} Expected;

static gboolean
is_said (gpointer data)
{
  Expected *expected = data;

  return strlen (expected->fixture->said->str) >= strlen (expected->words);
}

static void
assert_said (Fixture *fixture, const char *expected)
{
  kit_wait_until (is_said, &(Expected){ fixture, expected }, WAIT_MS);
  g_assert_cmpstr (fixture->said->str, ==, expected);
  g_string_truncate (fixture->said, 0);
}

/* The child for a region in a view; NULL when it is not shown. */
static PalRegionWidget *
find_child (Fixture *fixture, const char *region, PalSide side, PalView view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->stage));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      PalRegionWidget *one = PAL_REGION_WIDGET (child);
      const PalShape *shape = pal_region_widget_get_shape (one);

      if (gtk_widget_get_visible (child) && pal_region_widget_get_view (one) == view &&
          g_str_equal (shape->region->id, region) && shape->side == side)
        return one;
    }
  return NULL;
}

static const PalShape *
get_focus (Fixture *fixture, PalView *view)
{
  GtkWidget *child = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  if (child == NULL || !PAL_IS_REGION_WIDGET (child))
    return NULL;
  *view = pal_region_widget_get_view (PAL_REGION_WIDGET (child));
  return pal_region_widget_get_shape (PAL_REGION_WIDGET (child));
}

static void
assert_focus (Fixture *fixture, const char *region, PalSide side, PalView view)
{
  PalView is_view = PAL_VIEW_N;
  const PalShape *shape = get_focus (fixture, &is_view);

  g_assert_nonnull (shape);
  g_assert_cmpstr (shape->region->id, ==, region);
  g_assert_cmpint (shape->side, ==, side);
  g_assert_cmpint (is_view, ==, view);
}

static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->stage));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

/* The pixel of the stage at which the label point of a shape lies, reckoned from its box. */
static void
get_label_pixel (Fixture *fixture, const PalShape *shape, PalView view, double *x, double *y)
{
  PalRegionWidget *child = find_child (fixture, shape->region->id, shape->side, view);
  graphene_rect_t box;

  g_assert_nonnull (child);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (child), GTK_WIDGET (fixture->stage), &box));
  *x = box.origin.x + (shape->label_x - shape->bounds.x) / shape->bounds.width * box.size.width;
  *y = box.origin.y + (shape->label_y - shape->bounds.y) / shape->bounds.height * box.size.height;
}

/* Lets real input come from the X server; FALSE when there is nothing to send it with. */
static gboolean
run_xdotool (const char *arguments)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");
  g_autofree char *line = g_strdup_printf ("xdotool %s", arguments);
  g_auto (GStrv) argv = NULL;

  if (path == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return FALSE;
    }
  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_autoptr (GSubprocess) process =
      g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  kit_wait_until (never, NULL, 80);
  return TRUE;
}

static gboolean
point_at (Fixture *fixture, const char *region, PalSide side, PalView view, const char *then)
{
  PalRegionWidget *child = find_child (fixture, region, side, view);
  double x, y;

  g_assert_nonnull (child);
  get_label_pixel (fixture, pal_region_widget_get_shape (child), view, &x, &y);
  g_autofree char *line = g_strdup_printf ("mousemove %d %d %s", (int) x, (int) y, then);
  return run_xdotool (line);
}

static PalBodyMap *
make_map (void)
{
  PalBodyMap *map = pal_body_map_new (kit_get_atlas ());
  const PalRegion *itb = pal_atlas_find_region (kit_get_atlas (), "itb-mid");
  const PalRegion *tfl = pal_atlas_find_region (kit_get_atlas (), "tensor-fasciae-latae");
  PalRegionLook *look = pal_body_map_edit (map, itb, PAL_SIDE_LEFT);

  pal_body_map_set_mode (map, PAL_MAP_VISIT);
  look->severity = 3;
  look->after = 1;
  pal_body_map_edit (map, tfl, PAL_SIDE_LEFT)->severity = 2;
  return map;
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->stage));
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    {
      /* Asked whether it is what it cannot be, it tells what it is. */
      char *name =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "no such name");

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_CHECKBOX);
      g_assert_nonnull (name);
      if (!g_hash_table_add (names, name))
        g_error ("two regions are called %s", name);
    }
  /* All shapes of all five views of the neutral figure. */
  g_assert_cmpuint (n, ==, 88 + 99 + 55 + 55 + 10);

  /* Plain where the region is largest. */
  g_autofree char *plain =
      pal_region_dup_label (pal_atlas_find_region (kit_get_atlas (), "itb-mid"), PAL_SIDE_LEFT);
  g_autofree char *behind = g_strdup_printf ("%s, seen from behind", plain);
  gtk_test_accessible_assert_property (find_child (fixture, "itb-mid", PAL_SIDE_LEFT,
                                                   PAL_VIEW_LEFT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, plain);
  gtk_test_accessible_assert_property (find_child (fixture, "itb-mid", PAL_SIDE_LEFT,
                                                   PAL_VIEW_BACK),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, behind);
}

static void
test_descriptions (Fixture *fixture, gconstpointer data)
{
  PalRegionWidget *itb = find_child (fixture, "itb-mid", PAL_SIDE_LEFT, PAL_VIEW_LEFT);
  PalRegionWidget *other = find_child (fixture, "itb-mid", PAL_SIDE_RIGHT, PAL_VIEW_RIGHT);
  const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), "itb-mid");

  gtk_test_accessible_assert_property (itb, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  pal_body_stage_set_map (fixture->stage, make_map ());
  gtk_test_accessible_assert_property (itb, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Severe, after treatment: Mild");
  gtk_test_accessible_assert_state (itb, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (other, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Clear");
  gtk_test_accessible_assert_state (other, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  PalBodyMap *map = make_map ();
  PalRegionLook *look = pal_body_map_edit (map, region, PAL_SIDE_RIGHT);
  look->unknown = TRUE;
  look = pal_body_map_edit (map, region, PAL_SIDE_LEFT);
  look->after = PAL_UNSET;
  look->carried = TRUE;
  look->kinds = 1;
  look->ghost = 2;
  pal_body_stage_set_map (fixture->stage, map);
  gtk_test_accessible_assert_property (other, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not examined");
  g_autofree char *expected =
      g_strdup_printf ("Severe, %s, carried over, not confirmed, at the earlier visit: Moderate",
                       pal_term_get_name (
                           pal_vocabulary_get (kit_get_vocabulary (), PAL_TERMS_KIND, 0)));
  gtk_test_accessible_assert_property (itb, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
}

static void
test_change_words (Fixture *fixture, gconstpointer data)
{
  PalRegionWidget *itb = find_child (fixture, "itb-mid", PAL_SIDE_LEFT, PAL_VIEW_LEFT);
  const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), "itb-mid");
  PalBodyMap *map = pal_body_map_new (kit_get_atlas ());

  pal_body_map_set_mode (map, PAL_MAP_CHANGE);
  pal_body_map_edit (map, region, PAL_SIDE_LEFT)->change = PAL_CHANGE_WORSE;
  pal_body_stage_set_map (fixture->stage, map);
  gtk_test_accessible_assert_property (itb, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       pal_change_word_get_name (PAL_CHANGE_WORSE));

  map = pal_body_map_new (kit_get_atlas ());
  pal_body_map_set_mode (map, PAL_MAP_HEAT);
  PalRegionLook *look = pal_body_map_edit (map, region, PAL_SIDE_LEFT);
  look->frequency = 0.75;
  look->n_examined = 8;
  pal_body_stage_set_map (fixture->stage, map);
  gtk_test_accessible_assert_property (itb, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Marked at 6 of 8 examinations");
}

/* What lies under the label point of every shape is found there, left on the left. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  for (PalView view = 0; view < PAL_VIEW_N; view++)
    {
      const PalPlate *plate = pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL, view);

      for (guint i = 0; i < pal_plate_get_n_shapes (plate); i++)
        {
          const PalShape *shape = pal_plate_get_shape (plate, i);
          const PalShape *expected = pal_plate_hit (plate, shape->label_x, shape->label_y, 0);
          double x, y;

          get_label_pixel (fixture, shape, view, &x, &y);
          GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (fixture->stage), x, y, GTK_PICK_DEFAULT);
          g_assert_true (PAL_IS_REGION_WIDGET (hit));
          g_assert_true (pal_region_widget_get_shape (PAL_REGION_WIDGET (hit)) == expected);
          g_assert_cmpint (pal_region_widget_get_view (PAL_REGION_WIDGET (hit)), ==, view);
        }
    }
}

static int
get_middle (Fixture *fixture, const char *region, PalSide side, PalView view)
{
  GdkRectangle box;

  g_assert_true (pal_body_stage_get_region_box (fixture->stage, region, side, view, &box));
  return box.x + box.width / 2;
}

/* The client's left is where the reader expects it, whatever the direction of the script. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  const char *calf = "gastrocnemius-medial";

  for (guint pass = 0; pass < 2; pass++)
    {
      gtk_widget_set_direction (GTK_WIDGET (fixture->stage),
                                pass == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      kit_wait_until (never, NULL, 50);
      g_assert_cmpint (get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT),
                       >,
                       get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_RIGHT,
                                   PAL_VIEW_FRONT));
      g_assert_cmpint (get_middle (fixture, calf, PAL_SIDE_LEFT, PAL_VIEW_BACK), <,
                       get_middle (fixture, calf, PAL_SIDE_RIGHT, PAL_VIEW_BACK));
      /* From left to right: right view, front, back, left view. */
      g_assert_cmpint (get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_RIGHT, PAL_VIEW_RIGHT),
                       <,
                       get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_RIGHT,
                                   PAL_VIEW_FRONT));
      g_assert_cmpint (get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT),
                       <, get_middle (fixture, calf, PAL_SIDE_LEFT, PAL_VIEW_BACK));
      g_assert_cmpint (get_middle (fixture, calf, PAL_SIDE_RIGHT, PAL_VIEW_BACK), <,
                       get_middle (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_LEFT));
    }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_true (pal_body_stage_focus_region (fixture->stage, "itb-mid", PAL_SIDE_LEFT));
  assert_focus (fixture, "itb-mid", PAL_SIDE_LEFT, PAL_VIEW_LEFT);

  g_assert_true (press (fixture, GDK_KEY_space, 0));
  assert_said (fixture, "cycle itb-mid left;");
  g_assert_true (press (fixture, GDK_KEY_3, 0));
  g_assert_true (press (fixture, GDK_KEY_KP_0, 0));
  assert_said (fixture, "set 3 itb-mid left;set 0 itb-mid left;");
  g_assert_true (press (fixture, GDK_KEY_b, 0));
  g_assert_true (press (fixture, GDK_KEY_n, 0));
  assert_said (fixture, "both itb-mid left;note itb-mid left;");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_true (press (fixture, GDK_KEY_Menu, 0));
  g_assert_true (press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  assert_said (fixture,
               "details left itb-mid left;details left itb-mid left;details left itb-mid left;");

  g_assert_true (press (fixture, GDK_KEY_l, 0));
  g_assert_true (press (fixture, GDK_KEY_slash, 0));
  g_assert_true (press (fixture, GDK_KEY_eacute, 0));
  assert_said (fixture, "typed 'l';typed '';typed 'é';");

  /* The page's own: kind, undo, search; and no entry starts with a digit that is no severity. */
  g_assert_false (press (fixture, GDK_KEY_k, 0));
  g_assert_false (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_f, GDK_ALT_MASK));
  g_assert_false (press (fixture, GDK_KEY_7, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  assert_said (fixture, "");
}

static void
add_reached (Fixture *fixture, GHashTable *seen, GPtrArray *open)
{
  GtkWidget *child = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (PAL_IS_REGION_WIDGET (child));
  if (g_hash_table_add (seen, child))
    g_ptr_array_add (open, child);
}

static void
test_arrows_reach_all (Fixture *fixture, gconstpointer data)
{
  static const guint arrows[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GtkWidget *child;

  g_assert_true (pal_body_stage_focus_region (fixture->stage, "sternum", PAL_SIDE_MIDLINE));
  add_reached (fixture, seen, open);
  for (guint i = 0; i < open->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (arrows); j++)
      {
        gtk_widget_grab_focus (open->pdata[i]);
        press (fixture, arrows[j], 0);
        add_reached (fixture, seen, open);
      }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (fixture->stage)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!g_hash_table_contains (seen, child))
      g_test_message ("not reached: %s in %s",
                      pal_region_widget_get_shape (PAL_REGION_WIDGET (child))->region->id,
                      pal_view_to_id (pal_region_widget_get_view (PAL_REGION_WIDGET (child))));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 88 + 99 + 55 + 55 + 10);
}

static void
test_next_view (Fixture *fixture, gconstpointer data)
{
  pal_body_stage_focus_region (fixture->stage, "itb-mid", PAL_SIDE_LEFT);
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  PalView view = PAL_VIEW_N;
  g_assert_nonnull (get_focus (fixture, &view));
  g_assert_cmpint (view, ==, PAL_VIEW_RIGHT);

  /* The same region where the next view has it. */
  g_assert_true (press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK));
  pal_body_stage_focus_region (fixture->stage, "tensor-fasciae-latae", PAL_SIDE_LEFT);
  g_assert_true (press (fixture, GDK_KEY_v, 0));
  g_assert_true (press (fixture, GDK_KEY_v, 0));
  g_assert_nonnull (get_focus (fixture, &view));
  g_assert_cmpint (view, ==, PAL_VIEW_FRONT);
}

static const char *
get_focused_group (Fixture *fixture)
{
  PalView view;
  const PalShape *shape = get_focus (fixture, &view);
  g_assert_nonnull (shape);
  return pal_atlas_get_group (kit_get_atlas (), shape->region->group)->id;
}

/* Page Down walks through the parts of the body, all that the view shows and round again. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = { "lower-leg", "foot", "head", "neck", "shoulder" };

  pal_body_stage_focus_region (fixture->stage, "patella", PAL_SIDE_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
      g_assert_cmpstr (get_focused_group (fixture), ==, order[i]);
    }
  g_assert_true (press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpstr (get_focused_group (fixture), ==, "neck");
}

/* Presses Tab until the figure is left; each time it is another part of the body, in their order.
 */
static guint
tab_through (Fixture *fixture, GtkDirectionType direction, GtkWidget *to)
{
  guint n_steps = 0;
  PalView view, first_view;
  const PalShape *shape = get_focus (fixture, &first_view);
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;

  while (TRUE)
    {
      int group = (int) shape->region->group;

      gtk_widget_child_focus (fixture->window, direction);
      shape = get_focus (fixture, &view);
      if (shape == NULL)
        break;
      g_assert_cmpint (view, ==, first_view);
      g_assert_cmpint (((int) shape->region->group - group) * step, >, 0);
      n_steps++;
    }
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == to);
  return n_steps;
}

/* Tab enters where the keyboard was, goes on by parts of the body, and leaves behind the last. */
static void
test_tab_by_group (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_button_new_with_label ("first");
  GtkWidget *last = gtk_button_new_with_label ("last");
  PalView view = PAL_VIEW_N;

  g_object_ref (fixture->stage);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->stage));
  gtk_box_append (GTK_BOX (box), last);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_object_unref (fixture->stage);
  kit_wait_until (never, NULL, 50);
  pal_body_stage_focus_region (fixture->stage, "soleus", PAL_SIDE_RIGHT);
  const PalShape *before = get_focus (fixture, &view);
  g_assert_nonnull (before);

  gtk_widget_grab_focus (first);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (fixture, &view) == before);
  g_assert_cmpstr (get_focused_group (fixture), ==, "lower-leg");
  g_assert_cmpuint (tab_through (fixture, GTK_DIR_TAB_FORWARD, last), ==, 1);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (get_focused_group (fixture), ==, "foot");
  g_assert_cmpuint (tab_through (fixture, GTK_DIR_TAB_BACKWARD, first), >=, 6);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calf = GTK_WIDGET (find_child (fixture, "soleus", PAL_SIDE_RIGHT, PAL_VIEW_BACK));

  g_assert_true (gtk_widget_activate_action (calf, "region.focus", NULL));
  assert_focus (fixture, "soleus", PAL_SIDE_RIGHT, PAL_VIEW_BACK);
  g_assert_true (gtk_widget_activate_action (calf, "region.cycle", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.clear", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.mild", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.moderate", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.severe", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.both-sides", NULL));
  g_assert_true (gtk_widget_activate_action (calf, "region.details", NULL));
  assert_said (fixture,
               "cycle soleus right;set 0 soleus right;set 1 soleus right;set 2 soleus right;"
               "set 3 soleus right;both soleus right;details back soleus right;");
}

static void
test_only_looked_at (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calf = GTK_WIDGET (find_child (fixture, "soleus", PAL_SIDE_RIGHT, PAL_VIEW_BACK));

  pal_body_stage_set_interactive (fixture->stage, FALSE);
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  gtk_widget_activate_action (calf, "region.severe", NULL);
  pal_body_stage_focus_region (fixture->stage, "soleus", PAL_SIDE_RIGHT);
  g_assert_false (press (fixture, GDK_KEY_space, 0));
  g_assert_false (press (fixture, GDK_KEY_3, 0));
  g_assert_false (press (fixture, GDK_KEY_x, 0));
  assert_said (fixture, "");
  if (!point_at (fixture, "soleus", PAL_SIDE_LEFT, PAL_VIEW_BACK, "click 1"))
    return;
  assert_said (fixture, "");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  assert_said (fixture, "details back soleus left;");
}

static void
test_taps (Fixture *fixture, gconstpointer data)
{
  if (!point_at (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT, "click 1"))
    return;
  assert_said (fixture, "cycle tensor-fasciae-latae left;");
  assert_focus (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT);

  /* The second tap counts. */
  point_at (fixture, "soleus", PAL_SIDE_RIGHT, PAL_VIEW_BACK, "click --repeat 2 --delay 60 1");
  assert_said (fixture, "cycle soleus right;cycle soleus right;");

  point_at (fixture, "tensor-fasciae-latae", PAL_SIDE_RIGHT, PAL_VIEW_RIGHT, "click 3");
  assert_said (fixture, "details right tensor-fasciae-latae right;");
  run_xdotool ("mousemove 3 3 click 1");
  assert_said (fixture, "");
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *) data)->said->len > 0;
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  if (!point_at (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT, "mousedown 1"))
    return;
  g_assert_true (kit_wait_until (has_said, fixture, WAIT_MS));
  run_xdotool ("mouseup 1");
  assert_said (fixture, "details front tensor-fasciae-latae left;");
}

static void
test_drag_paints (Fixture *fixture, gconstpointer data)
{
  const PalPlate *plate = pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL, PAL_VIEW_LEFT);
  const PalRegion *lower = pal_atlas_find_region (kit_get_atlas (), "itb-distal");
  double x, y;

  g_assert_nonnull (lower);
  if (!point_at (fixture, "itb-proximal", PAL_SIDE_LEFT, PAL_VIEW_LEFT, "mousedown 1"))
    return;
  get_label_pixel (fixture, pal_plate_find_shape (plate, lower, PAL_SIDE_LEFT), PAL_VIEW_LEFT, &x,
                   &y);
  g_autofree char *line =
      g_strdup_printf ("mousemove_relative 0 14 sleep 0.05 mousemove %d %d sleep 0.05 mouseup 1",
                       (int) x, (int) y);
  run_xdotool (line);
  /* One quick stroke passes over the middle third although no event fell on it; each once. */
  assert_said (fixture, "first itb-proximal left;paint itb-mid left;paint itb-distal left;");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  if (!point_at (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT, ""))
    return;
  g_signal_connect (fixture->stage, "hovered", G_CALLBACK (hovered_cb), fixture);
  point_at (fixture, "soleus", PAL_SIDE_RIGHT, PAL_VIEW_BACK, "");
  assert_said (fixture, "hovered soleus right;");
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GdkRectangle before, after;

  pal_body_stage_get_region_box (fixture->stage, "tensor-fasciae-latae", PAL_SIDE_LEFT,
                                 PAL_VIEW_FRONT, &before);
  if (!point_at (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT,
                 "keydown Control_L click 4 keyup Control_L"))
    return;
  pal_body_stage_get_region_box (fixture->stage, "tensor-fasciae-latae", PAL_SIDE_LEFT,
                                 PAL_VIEW_FRONT, &after);
  g_assert_cmpint (after.height, >, before.height);
  /* What is under the pointer stays there. */
  g_assert_cmpint (after.x, <=, before.x);
  g_assert_cmpint (after.x + after.width, >=, before.x + before.width);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GdkRectangle fit, box;
  GtkWidget *stage = GTK_WIDGET (fixture->stage);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  pal_body_stage_get_region_box (fixture->stage, "gastrocnemius-medial", PAL_SIDE_LEFT,
                                 PAL_VIEW_BACK, &fit);
  pal_body_stage_zoom (fixture->stage, 3);
  /* Out of sight now; the focus brings it back. */
  g_assert_true (
      pal_body_stage_focus_region (fixture->stage, "gastrocnemius-medial", PAL_SIDE_LEFT));
  g_assert_true (pal_body_stage_get_region_box (fixture->stage, "gastrocnemius-medial",
                                                PAL_SIDE_LEFT, PAL_VIEW_BACK, &box));
  g_assert_cmpfloat_with_epsilon (box.height, fit.height * 3.0, 6);
  g_assert_cmpint (box.x, >, 0);
  g_assert_cmpint (box.y + box.height, <, gtk_widget_get_height (stage));

  g_assert_true (press (fixture, GDK_KEY_0, GDK_CONTROL_MASK));
  pal_body_stage_get_region_box (fixture->stage, "gastrocnemius-medial", PAL_SIDE_LEFT,
                                 PAL_VIEW_BACK, &box);
  g_assert_cmpint (box.x, ==, fit.x);
  g_assert_cmpint (box.y, ==, fit.y);
  g_assert_cmpint (box.height, ==, fit.height);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static gboolean
shows_all (gpointer stage)
{
  return pal_body_stage_get_shows (stage) == PAL_STAGE_SHOWS_ALL;
}

static gboolean
shows_pair (gpointer stage)
{
  return pal_body_stage_get_shows (stage) == PAL_STAGE_SHOWS_PAIR;
}

/* Where all four would be small, front and back stand together, and the sides. */
static void
test_pair (Fixture *fixture, gconstpointer data)
{
  g_assert_true (kit_wait_until (shows_pair, fixture->stage, WAIT_MS));
  g_assert_nonnull (find_child (fixture, "gastrocnemius-medial", PAL_SIDE_LEFT, PAL_VIEW_BACK));
  g_assert_nonnull (find_child (fixture, "patella", PAL_SIDE_LEFT, PAL_VIEW_FRONT));
  g_assert_null (find_child (fixture, "itb-mid", PAL_SIDE_LEFT, PAL_VIEW_LEFT));

  /* What is best seen from the side turns the figure, and both sides stay in sight. */
  g_assert_true (pal_body_stage_focus_region (fixture->stage, "itb-mid", PAL_SIDE_LEFT));
  g_assert_cmpint (pal_body_stage_get_view (fixture->stage), ==, PAL_VIEW_LEFT);
  g_assert_nonnull (find_child (fixture, "itb-mid", PAL_SIDE_RIGHT, PAL_VIEW_RIGHT));
  g_assert_null (find_child (fixture, "patella", PAL_SIDE_LEFT, PAL_VIEW_FRONT));
  g_assert_cmpint (pal_body_stage_get_shows (fixture->stage), ==, PAL_STAGE_SHOWS_PAIR);

  /* V walks through all views of both pairs. */
  g_assert_true (press (fixture, GDK_KEY_v, 0));
  g_assert_true (press (fixture, GDK_KEY_v, 0));
  PalView view = PAL_VIEW_N;
  g_assert_nonnull (get_focus (fixture, &view));
  g_assert_cmpint (view, ==, PAL_VIEW_FRONT);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (pal_body_stage_get_shows (fixture->stage), ==, PAL_STAGE_SHOWS_ONE);
  g_assert_null (find_child (fixture, "gastrocnemius-medial", PAL_SIDE_LEFT, PAL_VIEW_BACK));

  /* The view that shows it best comes forward, with the soles beside the back. */
  g_assert_true (
      pal_body_stage_focus_region (fixture->stage, "gastrocnemius-medial", PAL_SIDE_LEFT));
  g_assert_cmpint (pal_body_stage_get_view (fixture->stage), ==, PAL_VIEW_BACK);
  assert_focus (fixture, "gastrocnemius-medial", PAL_SIDE_LEFT, PAL_VIEW_BACK);
  g_assert_nonnull (find_child (fixture, "gastrocnemius-medial", PAL_SIDE_LEFT, PAL_VIEW_BACK));
  g_assert_nonnull (find_child (fixture, "heel", PAL_SIDE_LEFT, PAL_VIEW_SOLES));
  g_assert_null (find_child (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT));

  g_assert_true (press (fixture, GDK_KEY_v, 0));
  g_assert_cmpint (pal_body_stage_get_view (fixture->stage), ==, PAL_VIEW_LEFT);
  PalView view = PAL_VIEW_N;
  g_assert_nonnull (get_focus (fixture, &view));
  g_assert_cmpint (view, ==, PAL_VIEW_LEFT);

  /* Made wide, all views come back, and the focus stays. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 760);
  kit_wait_until (shows_all, fixture->stage, WAIT_MS);
  g_assert_cmpint (pal_body_stage_get_shows (fixture->stage), ==, PAL_STAGE_SHOWS_ALL);
  g_assert_nonnull (find_child (fixture, "tensor-fasciae-latae", PAL_SIDE_LEFT, PAL_VIEW_FRONT));
  g_assert_nonnull (get_focus (fixture, &view));
  g_assert_cmpint (view, ==, PAL_VIEW_LEFT);
}

#define DOUBLE_CLICK "click --repeat 2 --delay 60 1"

static double
get_width (Fixture *fixture, const char *region, PalSide side, PalView view)
{
  GdkRectangle box;

  g_assert_true (pal_body_stage_get_region_box (fixture->stage, region, side, view, &box));
  return box.width;
}

typedef struct
{
  Fixture *fixture;
  const char *region;
  PalView view;
  double least, most;
} Width;

static gboolean
has_width (gpointer data)
{
  Width *width = data;
  double now = get_width (width->fixture, width->region, PAL_SIDE_LEFT, width->view);

  return now >= width->least && now <= width->most;
}

/* Input through the display may take a while to get here. */
static void
assert_width (Fixture *fixture, const char *region, PalView view, double least, double most)
{
  Width width = { fixture, region, view, least, most };

  kit_wait_until (has_width, &width, WAIT_MS);
  g_assert_cmpfloat (get_width (fixture, region, PAL_SIDE_LEFT, view), >=, least);
  g_assert_cmpfloat (get_width (fixture, region, PAL_SIDE_LEFT, view), <=, most);
}

/* Two taps lead to the part of the body and back; on regions that can be marked they mark. */
static void
test_closer (Fixture *fixture, gconstpointer data)
{
  const PalRegion *calf = pal_atlas_find_region (kit_get_atlas (), "gastrocnemius-medial");
  double whole = get_width (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK), closer;
  GdkRectangle box;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  pal_body_stage_set_interactive (fixture->stage, FALSE);
  if (!point_at (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK, DOUBLE_CLICK))
    return;
  assert_width (fixture, calf->id, PAL_VIEW_BACK, whole * 1.5, G_MAXDOUBLE);
  closer = get_width (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK);
  /* All of the lower leg is in sight, down to the heel's cord. */
  g_assert_true (pal_body_stage_get_region_box (fixture->stage, "achilles", PAL_SIDE_LEFT,
                                                PAL_VIEW_BACK, &box));
  g_assert_cmpint (box.y + box.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->stage)));
  kit_wait_until (never, NULL, 600);
  point_at (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK, DOUBLE_CLICK);
  assert_width (fixture, calf->id, PAL_VIEW_BACK, whole, whole);

  /* By keyboard: what has the focus, and back. */
  g_assert_true (pal_body_stage_focus_region (fixture->stage, calf->id, PAL_SIDE_LEFT));
  g_assert_true (press (fixture, GDK_KEY_g, GDK_CONTROL_MASK));
  kit_wait_until (never, NULL, 20);
  g_assert_cmpfloat_with_epsilon (get_width (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK),
                                  closer, 1);
  g_assert_true (press (fixture, GDK_KEY_g, GDK_CONTROL_MASK));
  kit_wait_until (never, NULL, 20);
  g_assert_cmpfloat (get_width (fixture, calf->id, PAL_SIDE_LEFT, PAL_VIEW_BACK), ==, whole);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

/* Where regions can be marked, two taps on them mark; beside the body they lead closer and back. */
static void
test_closer_beside (Fixture *fixture, gconstpointer data)
{
  const PalRegion *jaw = pal_atlas_find_region (kit_get_atlas (), "masseter");
  double whole = get_width (fixture, jaw->id, PAL_SIDE_LEFT, PAL_VIEW_FRONT);
  GdkRectangle box;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (
      pal_body_stage_get_region_box (fixture->stage, jaw->id, PAL_SIDE_LEFT, PAL_VIEW_FRONT, &box));
  g_autofree char *beside = g_strdup_printf ("mousemove %d %d " DOUBLE_CLICK,
                                             box.x + box.width + 35, box.y + box.height / 2);
  if (!run_xdotool (beside))
    return;
  assert_width (fixture, jaw->id, PAL_VIEW_FRONT, whole * 1.5, G_MAXDOUBLE);

  kit_wait_until (never, NULL, 600);
  run_xdotool ("mousemove 1388 12 " DOUBLE_CLICK);
  assert_width (fixture, jaw->id, PAL_VIEW_FRONT, whole, whole);
  kit_wait_until (never, NULL, 100);
  assert_said (fixture, "");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static GtkGesture *
find_pinch (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->stage));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* Two fingers zoom by as much as they part, however far they went in between, within 1 and 8, and
 * mark nothing. A display without a touch screen has no fingers to send: what the gesture says of
 * them is said for it, and it zooms around the middle. */
static void
test_pinch (Fixture *fixture, gconstpointer data)
{
  const char *thigh = "rectus-femoris";
  double whole = get_width (fixture, thigh, PAL_SIDE_LEFT, PAL_VIEW_FRONT);
  GtkGesture *pinch = find_pinch (fixture);

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.2);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (get_width (fixture, thigh, PAL_SIDE_LEFT, PAL_VIEW_FRONT),
                                  whole * 1.5, 2);
  kit_wait_until (never, NULL, 30); /* a frame in the middle of it */
  g_signal_emit_by_name (pinch, "scale-changed", 1.1);
  g_signal_emit_by_name (pinch, "end", NULL);
  g_assert_cmpfloat_with_epsilon (get_width (fixture, thigh, PAL_SIDE_LEFT, PAL_VIEW_FRONT),
                                  whole * 1.1, 2);

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 0.2);
  g_signal_emit_by_name (pinch, "end", NULL);
  kit_wait_until (never, NULL, 30);
  g_assert_cmpfloat (get_width (fixture, thigh, PAL_SIDE_LEFT, PAL_VIEW_FRONT), ==, whole);
  assert_said (fixture, "");
}

static GBytes *
take_pixels (Fixture *fixture)
{
  GtkWidget *stage = GTK_WIDGET (fixture->stage);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (stage));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (stage),
                                               (float) gtk_widget_get_height (stage));

  GTK_WIDGET_GET_CLASS (stage)->snapshot (stage, snapshot);
  GskRenderNode *node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_render_node_unref (node);
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  gsize size = stride * (gsize) gdk_texture_get_height (texture);
  guchar *data = g_malloc (size);
  gdk_texture_download (texture, data, stride);
  return g_bytes_new_take (data, size);
}

/* Of the pixels, how many show something. */
static double
measure_shown (GBytes *pixels)
{
  gsize size, n = 0;
  const guchar *data = g_bytes_get_data (pixels, &size);

  for (gsize i = 3; i < size; i += 4)
    n += data[i] > 0;
  return (double) n / ((double) size / 4);
}

typedef struct
{
  Fixture *fixture;
  GBytes *fine;
} Awaited;

static gboolean
is_fine (gpointer data)
{
  Awaited *awaited = data;
  g_autoptr (GBytes) now = take_pixels (awaited->fixture);

  return g_bytes_equal (now, awaited->fine);
}

/* While it moves a picture stands in, never nothing; soon after, it is as fine as if it had always
 * stood there, to the last pixel. */
static void
test_moves_and_rests (Fixture *fixture, gconstpointer data)
{
  GtkGesture *pinch = find_pinch (fixture);

  pal_body_stage_set_map (fixture->stage, make_map ());
  kit_wait_until (never, NULL, 50);
  g_autoptr (GBytes) whole = take_pixels (fixture);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_autoptr (GBytes) closer = take_pixels (fixture);
  g_assert_false (g_bytes_equal (whole, closer));
  g_assert_cmpfloat (measure_shown (closer), >, measure_shown (whole) * 0.9);
  g_signal_emit_by_name (pinch, "end", NULL);

  /* Names need another arrangement: all is painted anew, and then once more as it was. */
  kit_wait_until (never, NULL, 400);
  pal_body_stage_set_names (fixture->stage, TRUE);
  g_autoptr (GBytes) named = take_pixels (fixture);
  pal_body_stage_set_names (fixture->stage, FALSE);
  g_autoptr (GBytes) fine = take_pixels (fixture);
  g_assert_false (g_bytes_equal (named, fine));
  g_assert_false (g_bytes_equal (closer, fine));

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 0.5);
  g_autoptr (GBytes) farther = take_pixels (fixture);
  g_assert_cmpfloat_with_epsilon (measure_shown (farther), measure_shown (whole), 0.03);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  g_signal_emit_by_name (pinch, "end", NULL);
  g_assert_true (kit_wait_until (is_fine, &(Awaited){ fixture, fine }, WAIT_MS));
}

static GtkWidget *
find_chooser (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->stage));

  while (child != NULL && !(GTK_IS_POPOVER (child) && gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
has_chooser (gpointer data)
{
  return find_chooser (data) != NULL;
}

/* A long press where a deep region lies over another lists what may be meant, what was hit first;
 * test_hold() holds where nothing is in doubt. */
static void
test_chooser (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list, *first, *second;

  if (!point_at (fixture, "piriformis", PAL_SIDE_LEFT, PAL_VIEW_BACK, "mousedown 1"))
    return;
  g_assert_true (kit_wait_until (has_chooser, fixture, WAIT_MS));
  run_xdotool ("mouseup 1");
  assert_said (fixture, "");
  list = gtk_popover_get_child (GTK_POPOVER (find_chooser (fixture)));
  first = gtk_widget_get_first_child (list);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (first)), ==, "Left piriformis");
  second = gtk_widget_get_next_sibling (first);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (second)), ==, "Left gluteus maximus");
  /* Its keys are its own: an arrow goes on in the list, not over the figure or out of it. */
  g_assert_true (gtk_widget_is_focus (first));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_is_focus (second));
  g_signal_emit_by_name (second, "clicked");
  assert_said (fixture, "details back gluteus-maximus left;");
  assert_focus (fixture, "gluteus-maximus", PAL_SIDE_LEFT, PAL_VIEW_BACK);
}

/* On and off by key, action and property. */
static void
test_naming (Fixture *fixture, gconstpointer data)
{
  g_assert_false (pal_body_stage_get_names (fixture->stage));
  g_assert_true (pal_body_stage_focus_region (fixture->stage, "itb-mid", PAL_SIDE_LEFT));
  g_assert_true (press (fixture, GDK_KEY_l, GDK_CONTROL_MASK));
  g_assert_true (pal_body_stage_get_names (fixture->stage));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->stage), "body.names", NULL));
  g_assert_false (pal_body_stage_get_names (fixture->stage));
  g_object_set (fixture->stage, "names", TRUE, NULL);
  g_assert_true (pal_body_stage_get_names (fixture->stage));
  assert_said (fixture, "");
}

static void
collect_leaves (GskRenderNode *node, GPtrArray *leaves)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect_leaves (gsk_container_node_get_child (node, i), leaves);
  else
    g_ptr_array_add (leaves, gsk_render_node_ref (node));
}

static GPtrArray *
take_leaves (Fixture *fixture)
{
  GPtrArray *leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (fixture->stage)->snapshot (GTK_WIDGET (fixture->stage), snapshot);
  GskRenderNode *node = gtk_snapshot_to_node (snapshot);
  collect_leaves (node, leaves);
  gsk_render_node_unref (node);
  return leaves;
}

static guint
count_new (GPtrArray *before, GPtrArray *after)
{
  guint n = 0;

  for (guint i = 0; i < after->len; i++)
    if (!g_ptr_array_find (before, after->pdata[i], NULL))
      n++;
  return n;
}

/* GTK redraws what is another node: a new severity may cost the strips its region touches, at most
 * two for each view of such a small one. */
static void
test_redraws_little (Fixture *fixture, gconstpointer data)
{
  const PalRegion *tfl = pal_atlas_find_region (kit_get_atlas (), "tensor-fasciae-latae");

  pal_body_stage_set_map (fixture->stage, make_map ());
  g_autoptr (GPtrArray) first = take_leaves (fixture);
  g_autoptr (GPtrArray) again = take_leaves (fixture);
  g_assert_cmpuint (count_new (first, again), ==, 0);

  PalBodyMap *map = make_map ();
  pal_body_map_edit (map, tfl, PAL_SIDE_LEFT)->severity = 3;
  pal_body_stage_set_map (fixture->stage, map);
  g_autoptr (GPtrArray) changed = take_leaves (fixture);
  guint n_views = 0;
  for (PalView view = 0; view < PAL_VIEW_N; view++)
    if (pal_plate_find_shape (pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL, view), tfl,
                              PAL_SIDE_LEFT) != NULL)
      n_views++;
  g_assert_cmpuint (count_new (again, changed), >=, n_views);
  g_assert_cmpuint (count_new (again, changed), <=, 2 * n_views);
  g_assert_cmpuint (changed->len, ==, again->len);

  pal_body_stage_set_highlight (fixture->stage, "tensor-fasciae-latae", PAL_SIDE_LEFT);
  g_autoptr (GPtrArray) lit = take_leaves (fixture);
  g_assert_cmpuint (count_new (changed, lit), ==, n_views);
  pal_body_stage_set_highlight (fixture->stage, NULL, PAL_SIDE_MIDLINE);
  g_autoptr (GPtrArray) unlit = take_leaves (fixture);
  g_assert_cmpuint (count_new (changed, unlit), ==, 0);
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  pal_body_stage_focus_region (fixture->stage, "gastrocnemius-medial", PAL_SIDE_LEFT);
  pal_body_stage_set_figure (fixture->stage, PAL_FIGURE_FEMALE);
  kit_wait_until (never, NULL, 50);
  assert_focus (fixture, "gastrocnemius-medial", PAL_SIDE_LEFT, PAL_VIEW_BACK);
  g_assert_false (pal_body_stage_focus_region (fixture->stage, "no-such", PAL_SIDE_LEFT));
}

static void
test_finalises (void)
{
  GtkWidget *stage = pal_body_stage_new (kit_get_atlas (), kit_get_vocabulary ());

  g_object_ref_sink (stage);
  pal_body_stage_set_map (PAL_BODY_STAGE (stage), make_map ());
  pal_body_stage_focus_region (PAL_BODY_STAGE (stage), "tensor-fasciae-latae", PAL_SIDE_LEFT);
  g_assert_finalize_object (stage);
}

static void
write_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("PALPATE_TEST_PICTURES");
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  GskRenderNode *node = gtk_snapshot_to_node (snapshot);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, NULL);
  gdk_texture_save_to_png (texture, path);
  gsk_render_node_unref (node);
}

static PalBodyMap *
make_rich_map (void)
{
  g_autoptr (PalClientFile) runner = kit_runner_new (8);

  return pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (),
                                     g_ptr_array_index (runner->visits, 7));
}

static void
write_pictures (int width, int height, const char *name)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  Fixture fixture = { 0 };

  set_up_size (&fixture, width, height);
  pal_body_stage_set_map (fixture.stage, make_rich_map ());
  pal_body_stage_focus_region (fixture.stage, "itb-mid", PAL_SIDE_LEFT);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture.window), TRUE);
  pal_body_stage_set_highlight (fixture.stage, "soleus", PAL_SIDE_LEFT);
  for (guint dark = 0; dark < 2; dark++)
    {
      g_autofree char *file = g_strdup_printf ("stage-%s-%s", name, dark ? "dark" : "light");

      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                      : ADW_COLOR_SCHEME_FORCE_LIGHT);
      kit_wait_until (never, NULL, 300);
      write_picture (fixture.window, file);
    }
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  pal_body_stage_set_names (fixture.stage, TRUE);
  kit_wait_until (never, NULL, 300);
  g_autofree char *named = g_strdup_printf ("stage-%s-names", name);
  write_picture (fixture.window, named);
  tear_down (&fixture, NULL);
}

static void
write_zoomed_picture (void)
{
  Fixture fixture = { 0 };

  set_up_size (&fixture, 1060, 700);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  pal_body_stage_set_map (fixture.stage, make_rich_map ());
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *moving = g_strdup_printf ("stage-step-%u-moving", i);
      g_autofree char *resting = g_strdup_printf ("stage-step-%u-resting", i);

      pal_body_stage_zoom (fixture.stage, 1.6);
      kit_wait_until (never, NULL, 25); /* for a frame, but not for the fine one */
      write_picture (fixture.window, moving);
      kit_wait_until (never, NULL, 400);
      write_picture (fixture.window, resting);
    }
  pal_body_stage_zoom (fixture.stage, 0);
  kit_wait_until (never, NULL, 300);
  pal_body_stage_zoom (fixture.stage, 4);
  pal_body_stage_focus_region (fixture.stage, "lateral-knee", PAL_SIDE_LEFT);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture.window), TRUE);
  kit_wait_until (never, NULL, 300);
  write_picture (fixture.window, "stage-zoomed");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  tear_down (&fixture, NULL);
}

static void
write_trio_picture (void)
{
  g_autoptr (PalClientFile) runner = kit_runner_new (8);
  Fixture fixture = { 0 };

  set_up_size (&fixture, 480, 420);
  pal_body_stage_set_layout (fixture.stage, PAL_STAGE_TRIO);
  pal_body_stage_set_map (fixture.stage,
                          pal_body_map_new_for_change (kit_get_atlas (), kit_get_vocabulary (),
                                                       g_ptr_array_index (runner->visits, 2),
                                                       g_ptr_array_index (runner->visits, 6)));
  kit_wait_until (never, NULL, 300);
  write_picture (fixture.window, "stage-trio");
  tear_down (&fixture, NULL);
}

static void
test_pictures (void)
{
  if (g_getenv ("PALPATE_TEST_PICTURES") == NULL)
    {
      g_test_skip ("PALPATE_TEST_PICTURES is not set");
      return;
    }
  write_pictures (1060, 700, "wide");
  write_pictures (1500, 700, "very-wide");
  write_pictures (820, 640, "middle");
  write_pictures (480, 700, "narrow");
  write_pictures (220, 250, "tiny");
  write_zoomed_picture ();
  write_trio_picture ();
}

#define ADD(name, set_up_function, function)                                                       \
  g_test_add ("/app/body-stage/" name, Fixture, NULL, set_up_function, function, tear_down)

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  adw_init ();

  ADD ("names-are-unique", set_up, test_names);
  ADD ("descriptions-follow-the-map", set_up, test_descriptions);
  ADD ("change-and-heat-in-words", set_up, test_change_words);
  ADD ("hits-at-label-points", set_up, test_hits);
  ADD ("sides-in-any-script", set_up, test_sides);
  ADD ("keys", set_up, test_keys);
  ADD ("arrows-reach-all", set_up, test_arrows_reach_all);
  ADD ("next-view", set_up, test_next_view);
  ADD ("groups", set_up, test_groups);
  ADD ("tab-by-group", set_up, test_tab_by_group);
  ADD ("actions", set_up, test_actions);
  ADD ("only-looked-at", set_up, test_only_looked_at);
  ADD ("taps", set_up, test_taps);
  ADD ("hold-opens-details", set_up, test_hold);
  ADD ("hold-in-doubt-asks", set_up, test_chooser);
  ADD ("closer-and-back", set_up, test_closer);
  ADD ("closer-beside-the-body", set_up, test_closer_beside);
  ADD ("pinch-zooms", set_up, test_pinch);
  ADD ("moves-and-rests", set_up, test_moves_and_rests);
  ADD ("names-on-demand", set_up, test_naming);
  ADD ("drag-paints", set_up, test_drag_paints);
  ADD ("hover", set_up, test_hover);
  ADD ("wheel-zooms", set_up, test_wheel);
  ADD ("zoom-and-back", set_up, test_zoom);
  ADD ("middling-shows-pairs", set_up_middle, test_pair);
  ADD ("narrow-shows-one", set_up_narrow, test_narrow);
  ADD ("redraws-little", set_up, test_redraws_little);
  ADD ("figure-keeps-focus", set_up, test_figure);
  g_test_add_func ("/app/body-stage/finalises", test_finalises);
  g_test_add_func ("/app/body-stage/pictures", test_pictures);
  return g_test_run ();
}
