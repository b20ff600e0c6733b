/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A complete visit charted with the pointer alone: taps, a painted drag, a mark opened by the
 * second button, the state of the day, notes and plan, the signature; with the clicks each finding
 * takes. */

#define G_LOG_DOMAIN "test-pointer"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

#define WIDEST_INSPECTOR 420
#define N_DRAGS 20u

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
  AtspiAccessible *inspector; /* what of it can be seen */
  JourneyMarks *expected;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", self->db, NULL);
  self->client = journey_dup_client (self->db);
  self->expected = journey_marks_new ();
  self->journey = journey_start (
      (const char *[]){ "--db", self->db, "--client", self->client, "--page", "chart", NULL });
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->inspector);
  g_ptr_array_unref (self->expected);
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

static void
assert_few_clicks (Fixture *self, guint before, const char *how)
{
  guint n = journey_count_clicks (self->journey) - before;

  g_test_message ("%s: %u clicks", how, n);
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, 3);
}

/* Mild, moderate, severe: as many taps as the severity says. */
static void
tap (Fixture *self, const char *place, int severity)
{
  static const char *const names[] = { "Clear", "Mild", "Moderate", "Severe" };
  g_autoptr (AtspiAccessible) region = journey_find_place (self->journey, place);
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);
  guint before = journey_count_clicks (self->journey);
  g_autofree char *how = g_strdup_printf ("%s by tapping, severity %d", place, severity);

  for (int i = 1; i <= severity; i++)
    {
      journey_click (self->journey, region, 1);
      journey_wait_description (self->journey, region, names[i]);
    }
  g_assert_true (journey_has_state (region, ATSPI_STATE_CHECKED));
  assert_few_clicks (self, before, how);
  journey_marks_put (self->expected, parts[0], parts[1], "tight", severity);
}

static void
test_taps (Fixture *self)
{
  tap (self, "left rectus-femoris", 1);
  tap (self, "right tibialis-anterior", 2);
  tap (self, "left patella", 3);
}

/* A fourth tap clears; one click takes it back. */
static void
test_clear_and_undo (Fixture *self)
{
  g_autoptr (AtspiAccessible) region = journey_find_place (self->journey, "left patella");

  journey_click (self->journey, region, 1);
  journey_wait_description (self->journey, region, "Clear");
  g_assert_false (journey_has_state (region, ATSPI_STATE_CHECKED));
  g_autoptr (AtspiAccessible) undo = journey_find_prefix_button (self->journey, "Undo: ");
  journey_click (self->journey, undo, 1);
  journey_wait_description (self->journey, region, "Severe");
}

/* The second button opens the mark; two more clicks say before and after. */
static void
test_details (Fixture *self)
{
  g_autoptr (AtspiAccessible) region = journey_find_place (self->journey, "right patella");
  guint before = journey_count_clicks (self->journey);

  journey_click (self->journey, region, 3);
  g_autoptr (AtspiAccessible) severe = journey_find_button (self->journey, "Severe");
  journey_touch (self->journey, severe);
  journey_wait_description (self->journey, region, "Severe");
  g_autoptr (AtspiAccessible) after = journey_find_button (self->journey, "Mild after treatment");
  journey_touch (self->journey, after);
  journey_wait_description (self->journey, region, "after treatment: Mild");
  assert_few_clicks (self, before, "right patella severe, mild after, by its details");
  journey_picture (self->journey, "pointer-details");
  journey_keys (self->journey, "Escape");
  /* Only then the popover is gone, which would take the next press for itself. */
  journey_wait_role (self->journey, ATSPI_ROLE_CHECK_BOX);
  journey_settle (self->journey);
  journey_marks_put_line (self->expected, "right patella tight 3>1");
}

/* In a straight line from the middle of one region to the middle of another. */
static void
drag (Fixture *self, AtspiAccessible *from, AtspiAccessible *to)
{
  AtspiPoint path[13];
  AtspiRect a = journey_get_box (from), b = journey_get_box (to);

  for (int i = 0; i < (int) G_N_ELEMENTS (path); i++)
    {
      path[i].x = a.x + a.width / 2 + (b.x + b.width / 2 - a.x - a.width / 2) * i / 12;
      path[i].y = a.y + a.height / 2 + (b.y + b.height / 2 - a.y - a.height / 2) * i / 12;
    }
  journey_drag (self->journey, path, G_N_ELEMENTS (path));
}

/* One drag marks all it crosses, mildly. */
static void
test_paint (Fixture *self)
{
  g_autoptr (AtspiAccessible) from = journey_find_place (self->journey, "left latissimus-dorsi");
  g_autoptr (AtspiAccessible) to = journey_find_place (self->journey, "right latissimus-dorsi");
  guint before = journey_count_clicks (self->journey);

  drag (self, from, to);
  journey_wait_description (self->journey, from, "Mild");
  journey_wait_description (self->journey, to, "Mild");
  assert_few_clicks (self, before, "the back from left to right, painted");
}

/* What belongs to the visit besides the map ------------------------------------------------------
 */

/* All around a field of the inspector that is no wider than the inspector. */
static AtspiAccessible *
find_inspector (Journey *journey)
{
  AtspiAccessible *node = journey_find (journey, ATSPI_ROLE_TEXT, "Today’s complaint");

  while (TRUE)
    {
      g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);

      if (journey_get_box (parent).width > WIDEST_INSPECTOR)
        return node;
      g_set_object (&node, parent);
    }
}

/* Scrolls to a node of the inspector and clicks it. */
static void
click_in_inspector (Fixture *self, AtspiAccessible *node)
{
  journey_scroll_to (self->journey, node, self->inspector);
  journey_click (self->journey, node, 1);
}

static void
unfold (Fixture *self, const char *group)
{
  g_autoptr (AtspiAccessible) row = journey_find (self->journey, ATSPI_ROLE_LIST_ITEM, group);

  journey_scroll_to (self->journey, row, self->inspector);
  AtspiRect box = journey_get_box (row);
  /* The head of the group: a folded group has nothing else, an unfolded one is higher. */
  journey_click_at (self->journey, box.x + box.width / 2, box.y + 20, 1);
}

/* Clicks on the plus of a number. */
static void
test_state (Fixture *self)
{
  self->inspector = find_inspector (self->journey);
  unfold (self, "State of the day");
  g_autoptr (AtspiAccessible) stress =
      journey_find (self->journey, ATSPI_ROLE_SPIN_BUTTON, "Stress, 0 to 10");
  journey_scroll_to (self->journey, stress, self->inspector);
  for (int i = 0; i < 3; i++)
    {
      AtspiRect box = journey_get_box (stress);

      journey_click_at (self->journey, box.x + box.width - 12, box.y + box.height / 2, 1);
    }
}

/* The last visit's words, and the interval that is suggested. */
static void
test_words (Fixture *self)
{
  unfold (self, "Notes");
  g_autoptr (AtspiAccessible) copy =
      journey_find_prefix_button (self->journey, "Copy “Subjective”");
  click_in_inspector (self, copy);
  unfold (self, "Plan");
  g_autoptr (AtspiAccessible) take =
      journey_find_button (self->journey, "Take the suggested interval");
  click_in_inspector (self, take);
}

static void
test_sign (Fixture *self)
{
  g_autoptr (AtspiAccessible) sign = journey_find_button (self->journey, "Sign");

  journey_click (self->journey, sign, 1);
  journey_wait_state (self->journey, sign, ATSPI_STATE_SENSITIVE, FALSE);
}

static void
check_words (JsonArray *visits)
{
  guint n = json_array_get_length (visits);
  JsonObject *visit = json_array_get_object_element (visits, n - 1);
  JsonObject *before = json_array_get_object_element (visits, n - 2);
  JsonObject *notes = json_object_get_object_member (visit, "notes");

  g_assert_true (json_object_get_boolean_member (visit, "signed"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (visit, "state"),
                                               "stress"),
                   ==, 2);
  g_assert_cmpstr (json_object_get_string_member (notes, "subjective"), ==,
                   json_object_get_string_member (json_object_get_object_member (before, "notes"),
                                                  "subjective"));
  g_assert_cmpint (json_object_get_int_member (visit, "next_weeks"), >=, 1);
}

static void
check_file (Fixture *self)
{
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, self->client);
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);
  g_autoptr (GPtrArray) marks = journey_marks_read (visit);

  for (guint i = 0; i < self->expected->len; i++)
    {
      const char *line = g_ptr_array_index (self->expected, i);

      if (!g_ptr_array_find_with_equal_func (marks, line, g_str_equal, NULL))
        {
          g_autofree char *read = journey_marks_dup_text (marks);

          g_error ("%s is not among:\n%s", line, read);
        }
    }
  /* The painted ones are mild, and nothing is there that was not marked. */
  guint n_painted = 0;
  for (guint i = 0; i < marks->len; i++)
    {
      const char *line = g_ptr_array_index (marks, i);

      if (!g_ptr_array_find_with_equal_func (self->expected, line, g_str_equal, NULL))
        {
          g_assert_true (g_str_has_suffix (line, " tight 1>-"));
          n_painted++;
        }
    }
  g_test_message ("painted: %u findings with one click", n_painted);
  g_assert_cmpuint (n_painted, >=, 2);
  check_words (visits);
}

static void
test_pointer (Fixture *self, gconstpointer data)
{
  g_autoptr (AtspiAccessible) begin = journey_find_button (self->journey, "New Visit");
  guint n_findings;

  journey_click (self->journey, begin, 1);
  journey_wait_role (self->journey, ATSPI_ROLE_CHECK_BOX);
  test_taps (self);
  test_clear_and_undo (self);
  test_details (self);
  /* The pointer still reaches the figure after the popover was left with Escape. */
  tap (self, "right rectus-femoris", 1);
  test_paint (self);
  n_findings = journey_count_clicks (self->journey);
  test_state (self);
  test_words (self);
  journey_picture (self->journey, "pointer-visit");
  test_sign (self);
  g_test_message ("a complete visit: %u clicks; %u of them for the visit and its findings, one of "
                  "which was cleared and brought back",
                  journey_count_clicks (self->journey), n_findings);
  journey_stop (self->journey);
  check_file (self);
}

/* GTK 4.8 may hand presses on the figure to a popover that was closed before, see
 * src/app/pal-closed-popovers.c. */
static void
test_drags (Fixture *self, gconstpointer data)
{
  static const char *const ways[][2] = { { "left latissimus-dorsi", "right latissimus-dorsi" },
                                         { "left patella", "right patella" },
                                         { "left rectus-femoris", "right rectus-femoris" },
                                         { "right tibialis-anterior", "right patella" } };
  AtspiAccessible *places[G_N_ELEMENTS (ways)][2];
  g_autoptr (AtspiAccessible) begin = journey_find_button (self->journey, "New Visit");

  journey_click (self->journey, begin, 1);
  journey_wait_role (self->journey, ATSPI_ROLE_CHECK_BOX);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint j = 0; j < 2; j++)
      places[i][j] = journey_find_place (self->journey, ways[i][j]);
  for (guint i = 0; i < N_DRAGS; i++)
    {
      AtspiAccessible *from = places[i % G_N_ELEMENTS (ways)][0];
      AtspiAccessible *to = places[i % G_N_ELEMENTS (ways)][1];

      if (i % 2 == 0)
        journey_click (self->journey, from, 3);
      else
        journey_keys (self->journey, "k");
      journey_keys (self->journey, "Escape");
      drag (self, from, to);
      journey_wait_description (self->journey, from, "Mild");
      journey_wait_description (self->journey, to, "Mild");
      journey_keys (self->journey, "ctrl+z");
      journey_wait_description (self->journey, to, "Clear");
    }
  g_test_message ("%u drags, each after a popover was left: none lost", N_DRAGS);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint j = 0; j < 2; j++)
      g_object_unref (places[i][j]);
  journey_stop (self->journey);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/pointer/drags", Fixture, NULL, set_up, test_drags, tear_down);
  g_test_add ("/journey/pointer/visit", Fixture, NULL, set_up, test_pointer, tear_down);
  return g_test_run ();
}
