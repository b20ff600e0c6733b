/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking back by keyboard: two visits compared and what changed read, filtered, stepped through in
 * time; from a cell of the Insights to the visit at its region; the therapist's word on a baseline;
 * and a gap in a pattern that the next visit's list then holds. */

#define G_LOG_DOMAIN "test-insight"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

#define MOST_TABS 60

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", self->db, NULL);
  self->client = journey_dup_client (self->db);
  self->journey = journey_start ((const char *[]){ "--db", self->db, "--client", self->client,
                                                   "--page", data, "--size", "1400x900", NULL });
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

/* Presses Tab until the keyboard is at something whose name says so. */
static void
tab_to (Fixture *self, const char *part)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  for (guint i = 0; i < MOST_TABS; i++)
    {
      AtspiAccessible *focus = journey_get_focus (self->journey);
      g_autofree char *name = focus != NULL ? journey_dup_name (focus) : NULL;
      if (name != NULL && strstr (name, part) != NULL)
        return;
      g_string_append_printf (seen, "\n%s", name != NULL ? name : "nothing");
      journey_keys (self->journey, "Tab");
    }
  g_error ("Tab did not come to \"%s\", but to%s", part, seen->str);
}

static char *
dup_sentence (Fixture *self)
{
  g_autoptr (AtspiAccessible) title =
      journey_find_prefix (self->journey, ATSPI_ROLE_LABEL, "Since ");
  g_autoptr (AtspiAccessible) box = atspi_accessible_get_parent (title, NULL);
  g_autoptr (AtspiAccessible) sentence = atspi_accessible_get_child_at_index (box, 0, NULL);
  atspi_accessible_clear_cache (sentence);
  return journey_dup_name (sentence);
}

/* The first visit as A and the last as B: the counts say since when. */
static void
test_compare (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, self->client);
  const guint n = json_array_get_length (visits);
  g_assert_cmpuint (n, >, 3);
  g_autoptr (AtspiAccessible) counts = journey_find_prefix (journey, ATSPI_ROLE_LABEL, "Since ");
  g_autofree char *last_two = dup_sentence (self);

  tab_to (self, "19 November 2026");
  journey_keys (journey, "Home a End b");
  journey_wait_name (journey, counts, "Since 16 Jun 2026");
  g_autofree char *whole = dup_sentence (self);
  g_assert_cmpstr (whole, !=, last_two);
  g_assert_cmpuint (strlen (whole), >, 10);

  /* Only the baseline: another sentence, or that there was none. */
  tab_to (self, "Findings shown");
  journey_keys (journey, "space");
  journey_keys (journey, "Down Return");
  journey_settle (journey);
  g_autofree char *baseline = dup_sentence (self);
  g_assert_cmpstr (baseline, !=, whole);

  journey_press (journey, "Time");
  journey_wait_role (journey, ATSPI_ROLE_SLIDER);
  AtspiAccessible *slider = journey_get_focus (journey);
  g_autofree char *newest = journey_dup_description (slider);
  g_assert_nonnull (strstr (newest, "Visit 14 of 14"));
  journey_keys (journey, "Left");
  journey_wait_description (journey, slider, "Visit 13 of 14");
  journey_keys (journey, "Home");
  journey_wait_description (journey, slider, "Visit 1 of 14");
  journey_picture (journey, "insight-time");
  journey_stop (journey);
}

/* What a cell says of itself is where Enter leads: the visit of that day, at that region. */
static void
test_cell (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;
  g_autoptr (AtspiAccessible) basis = journey_find_prefix (journey, ATSPI_ROLE_LABEL, "14 visits");
  tab_to (self, "19 November 2026: ");
  journey_keys (journey, "Home");
  journey_keys (journey, "Right Right");
  g_autofree char *said = journey_dup_name (journey_get_focus (journey));
  g_assert_nonnull (strstr (said, "21 July 2026"));
  g_auto (GStrv) parts = g_strsplit (said, ", Tuesday", 2);

  journey_keys (journey, "Return");
  journey_wait_role (journey, ATSPI_ROLE_CHECK_BOX);
  g_autofree char *region = journey_dup_name (journey_get_focus (journey));
  g_assert_cmpstr (region, ==, parts[0]);
  g_autoptr (AtspiAccessible) heading = journey_find_prefix (journey, ATSPI_ROLE_LABEL, "Visit 3 ");
  journey_stop (journey);
}

/* Written down at once, as the file says afterwards. */
static void
test_baseline (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;
  g_autoptr (AtspiAccessible) basis = journey_find_prefix (journey, ATSPI_ROLE_LABEL, "14 visits");
  tab_to (self, ": Confirm");
  g_autofree char *said = journey_dup_name (journey_get_focus (journey));
  g_assert_nonnull (strstr (said, "Left TFL"));
  journey_keys (journey, "space");
  journey_settle (journey);
  journey_stop (journey);

  g_autofree char *json = journey_ctl ("insights", self->client, "--json", "--db", self->db, NULL);
  const char *row = strstr (json, "\"tensor-fasciae-latae\"");
  const char *baseline = strstr (row, "\"baseline\": ");
  g_assert_true (g_str_has_prefix (baseline, "\"baseline\": \"confirmed\""));
}

static void
test_check_next (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;
  g_autoptr (AtspiAccessible) basis = journey_find_prefix (journey, ATSPI_ROLE_LABEL, "14 visits");
  tab_to (self, "Check next time: Foot and ankle");
  journey_keys (journey, "space");
  journey_settle (journey);
  journey_keys (journey, "ctrl+n");
  journey_wait_role (journey, ATSPI_ROLE_CHECK_BOX);
  g_autoptr (AtspiAccessible) chip =
      journey_find (journey, ATSPI_ROLE_LABEL, "Left plantar fascia");
  journey_picture (journey, "insight-check-next");
  journey_stop (journey);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
#define ADD(path, page, test) g_test_add (path, Fixture, page, set_up, test, tear_down)
  ADD ("/journey/insight/compare", "history", test_compare);
  ADD ("/journey/insight/cell", "insights", test_cell);
  ADD ("/journey/insight/baseline", "insights", test_baseline);
  ADD ("/journey/insight/check-next", "insights", test_check_next);
  return g_test_run ();
}
