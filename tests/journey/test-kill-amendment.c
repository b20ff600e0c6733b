/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed while somebody amends a signed visit: the question comes back with all that
 * it had shown, and nothing stands in the record before the amendment is made. */

#define G_LOG_DOMAIN "test-kill-amendment"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

/* JOURNEY_KILLS asks for more: one in ten of them falls here. */
#define N_KILLS 2
#define LONGEST_WAIT_MS 120

#define WINDOW "Amend This Visit"
#define REASON "Reason"
#define TEXT "What is added or put right"

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
  GString *reason; /* what the fields had shown */
  GString *text;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", self->db, NULL);
  self->client = journey_dup_signed_client (self->db);
  self->reason = g_string_new (NULL);
  self->text = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_string_free (self->reason, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

/* How many amendments the newest visit has in the file. */
static guint
count_amendments (Fixture *self)
{
  g_autoptr (JsonObject) client = journey_read_client (self->db, self->client);
  JsonArray *visits = json_object_get_array_member (client, "visits");
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);

  return json_object_has_member (visit, "amendments")
             ? json_array_get_length (json_object_get_array_member (visit, "amendments"))
             : 0;
}

/* A word and a blank; of the last one maybe a beginning. */
static void
type_in (Fixture *self, AtspiAccessible *field, GString *shown, gboolean ahead)
{
  g_autofree char *word = g_strdup_printf ("w%dx ", g_test_rand_int_range (100, 1000));
  g_autofree char *all = g_strconcat (shown->str, word, NULL);
  g_autofree char *seen = NULL;

  journey_keys (self->journey, "ctrl+End");
  if (ahead)
    {
      journey_type_ahead (self->journey, word);
      g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_WAIT_MS) * 1000);
    }
  else
    {
      journey_type (self->journey, word);
      journey_wait_text (self->journey, field, all);
    }
  seen = journey_dup_text (field);
  g_assert_true (g_str_has_prefix (all, seen));
  g_string_assign (shown, seen);
}

static void
write_and_kill (Fixture *self)
{
  g_autoptr (AtspiAccessible) reason = journey_find (self->journey, ATSPI_ROLE_TEXT, REASON);
  g_autoptr (AtspiAccessible) text = journey_find (self->journey, ATSPI_ROLE_TEXT, TEXT);
  const gboolean in_text = journey_has_state (text, ATSPI_STATE_FOCUSED);

  if (!in_text)
    {
      type_in (self, reason, self->reason, FALSE);
      journey_keys (self->journey, "Tab");
      journey_wait_state (self->journey, text, ATSPI_STATE_FOCUSED, TRUE);
    }
  type_in (self, text, self->text, TRUE);
  journey_kill (self->journey);
}

/* What had not been shown when it was read may have arrived before the end. */
static void
check_field (Fixture *self, const char *name, GString *shown)
{
  g_autoptr (AtspiAccessible) field = journey_find (self->journey, ATSPI_ROLE_TEXT, name);
  g_autofree char *text = journey_dup_text (field);

  if (!g_str_has_prefix (text, shown->str))
    g_error ("%s had shown \"%s\", and is \"%s\"", name, shown->str, text);
  g_string_assign (shown, text);
}

static void
test_kill (Fixture *self, gconstpointer data)
{
  const char *asked = g_getenv ("JOURNEY_KILLS");
  guint n_kills = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) / 10 : N_KILLS;

  self->journey = journey_start (
      (const char *[]){ "--db", self->db, "--client", self->client, "--page", "chart", NULL });
  journey_press (self->journey, "Amend…");
  journey_focus_window (self->journey, WINDOW);
  for (guint i = 0; i < n_kills; i++)
    {
      write_and_kill (self);
      g_assert_cmpuint (count_amendments (self), ==, 0);
      /* By itself it goes back to the client, the visit and the question. */
      self->journey = journey_start ((const char *[]){ "--db", self->db, NULL });
      journey_focus_window (self->journey, WINDOW);
      check_field (self, REASON, self->reason);
      check_field (self, TEXT, self->text);
      journey_picture (self->journey, "amendment-again");
    }
  /* Behind the text: give it up, later, make it. */
  journey_keys (self->journey, "Tab Tab Tab Return");
  journey_wait_gone (self->journey, ATSPI_ROLE_TEXT, REASON);
  g_assert_cmpuint (count_amendments (self), ==, 1);
  journey_stop (self->journey);
  g_test_message ("killed %u times within an amendment of %u letters: nothing shown was lost",
                  n_kills, (guint) (self->reason->len + self->text->len));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/kill/amendment", Fixture, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
