/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit charted with the pointer alone: taps and a mark opened by the second button; with
 * the clicks each finding takes. */

#define G_LOG_DOMAIN "test-pointer"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
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
  g_assert_cmpuint (marks->len, ==, self->expected->len);
}

static void
test_pointer (Fixture *self, gconstpointer data)
{
  g_autoptr (AtspiAccessible) begin = journey_find_button (self->journey, "New Visit");

  journey_click (self->journey, begin, 1);
  journey_wait_role (self->journey, ATSPI_ROLE_CHECK_BOX);
  test_taps (self);
  test_clear_and_undo (self);
  test_details (self);
  journey_picture (self->journey, "pointer-visit");
  g_test_message ("%u clicks in all", journey_count_clicks (self->journey));
  journey_stop (self->journey);
  check_file (self);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/pointer/visit", Fixture, NULL, set_up, test_pointer, tear_down);
  return g_test_run ();
}
