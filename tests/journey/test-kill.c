/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed at random moments while somebody charts. Whatever the window had shown is
 * there when it comes back, in the file and in the window, on the same draft. */

#define G_LOG_DOMAIN "test-kill"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

/* JOURNEY_KILLS asks for more. */
#define N_KILLS 10
#define LONGEST_WAIT_MS 120

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
  AtspiAccessible *entry;
  JourneyMarks *shown;   /* what the window had shown */
  JourneyMarks *pending; /* and what was under way as well */
  guint n_edits;
} Fixture;

/* No kind twice at a place, so that each is a line of its own; none that wants consent first. */
static const char *const words[][2] = {
  { "l itb", "left itb-mid" },
  { "r itb", "right itb-mid" },
  { "l soleus", "left soleus" },
  { "r soleus", "right soleus" },
  { "l ta", "left tibialis-anterior" },
  { "r ta", "right tibialis-anterior" },
  { "l vl", "left vastus-lateralis" },
  { "r vl", "right vastus-lateralis" },
  { "l pf", "left plantar-fascia" },
  { "r pf", "right plantar-fascia" },
  { "l tfl", "left tensor-fasciae-latae" },
  { "r tfl", "right tensor-fasciae-latae" },
};

static void
open_again (Fixture *self, const char *const *arguments)
{
  self->journey = journey_start (arguments);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  g_autofree char *said = journey_ctl ("demo", "--db", self->db, NULL);
  self->client = journey_dup_client (self->db);
  g_autofree char *visit = journey_ctl ("chart", self->client, "l itb 1", "--db", self->db, NULL);
  self->shown = journey_marks_new ();
  self->pending = journey_marks_new ();
  journey_marks_put (self->shown, "left", "itb-mid", "tight", 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->pending);
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

/* Types one finding and Enter; what it means goes to @marks. */
static void
type_finding (Fixture *self, JourneyMarks *marks)
{
  guint which = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (words));
  int severity = g_test_rand_int_range (1, 4);
  g_autofree char *text = g_strdup_printf ("%s %d", words[which][0], severity);
  g_autofree char *line = g_strdup_printf ("%s tight %d>-", words[which][1], severity);

  journey_type (self->journey, text);
  journey_keys (self->journey, "Return");
  journey_marks_put_line (marks, line);
  self->n_edits++;
}

static void
copy_marks (JourneyMarks *from, JourneyMarks *to)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

/* Some findings the window is seen to have taken, one that may still be under way, and the end. */
static void
chart_and_kill (Fixture *self)
{
  int n = g_test_rand_int_range (0, 4);

  g_clear_object (&self->entry);
  /* Wherever it is: to the chart, which takes it to the figure, and on. */
  journey_keys (self->journey, "alt+1 slash");
  journey_wait_focus (self->journey, "Quick entry");
  self->entry = g_object_ref (journey_get_focus (self->journey));
  for (int i = 0; i < n; i++)
    {
      type_finding (self, self->shown);
      journey_wait_text (self->journey, self->entry, "");
    }
  copy_marks (self->shown, self->pending);
  type_finding (self, self->pending);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_WAIT_MS) * 1000);
  g_clear_object (&self->entry);
  journey_kill (self->journey);
}

/* The last visit holds all that was shown, or that and what was under way, and nothing else. */
static void
check_file (Fixture *self)
{
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, self->client);
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);
  g_autoptr (GPtrArray) marks = journey_marks_read (visit);
  g_autofree char *read = journey_marks_dup_text (marks);
  g_autofree char *shown = journey_marks_dup_text (self->shown);
  g_autofree char *pending = journey_marks_dup_text (self->pending);

  if (!g_str_equal (read, shown) && !g_str_equal (read, pending))
    g_error ("in the file:\n%snot what was shown:\n%s", read, shown);
  copy_marks (marks, self->shown);
}

/* And the window shows the same again: one mark each time, all of them in a slow run. */
static void
check_window (Fixture *self)
{
  static const char *const names[] = { "Clear", "Mild", "Moderate", "Severe" };

  for (guint i = 0; i < self->shown->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (self->shown, i), " ", 4);
      g_autofree char *place = g_strdup_printf ("%s %s", parts[0], parts[1]);
      g_autoptr (AtspiAccessible) region = journey_find_place (self->journey, place);

      journey_wait_description (self->journey, region, names[parts[3][0] - '0']);
      if (!g_test_slow ())
        return;
    }
}

static void
test_kill (Fixture *self, gconstpointer data)
{
  const char *asked = g_getenv ("JOURNEY_KILLS");
  guint n_kills = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_KILLS;
  gint64 begin = g_get_monotonic_time ();

  open_again (self, (const char *[]){ "--db", self->db, "--client", self->client, "--page", "chart",
                                      NULL });
  check_window (self);
  for (guint i = 0; i < n_kills; i++)
    {
      chart_and_kill (self);
      check_file (self);
      /* By itself it goes back to the client and the draft. */
      open_again (self, (const char *[]){ "--db", self->db, NULL });
      check_window (self);
    }
  journey_stop (self->journey);
  g_clear_object (&self->entry);
  g_test_message ("killed %u times within %u findings: nothing shown was lost (%.0f s)", n_kills,
                  self->n_edits, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/kill/random-moments", Fixture, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
