/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits charted in the real window by keyboard alone, then read back from the file: ten of a
 * made-up runner, compared mark by mark, and one with everything that belongs to a visit. */

#define G_LOG_DOMAIN "test-keyboard"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

#define N_VISITS 10

/* At every visit: findings typed into the quick entry; an arrow walk and a digit where it ends. */
typedef struct
{
  const char *entry;     /* typed straight away, while the figure has the keyboard */
  const char *marked[9]; /* what it means, written down by hand */
  const char *walk;      /* keys on the figure */
  int digit;
  const char *complaint;
} PlannedVisit;

static const PlannedVisit planned[N_VISITS] = {
  /* Eight findings; the figure has the keyboard, so the first letter opens the entry. */
  { "l itb 3,l tfl 2,r ta 2,l ql 1,r calf 2 tp,l pf 2,b jaw 1",
    { "left itb-mid tight 3>-", "left tensor-fasciae-latae tight 2>-",
      "right tibialis-anterior tight 2>-", "left quadratus-lumborum tight 1>-",
      "right gastrocnemius-medial trigger-point 2>-", "left plantar-fascia tight 2>-",
      "left masseter tight 1>-", "right masseter tight 1>-" },
    "Down Down Down",
    2,
    "Left knee after 14 km" },
  { "l itb 3, l tfl 2 after 1",
    { "left itb-mid tight 3>-", "left tensor-fasciae-latae tight 2>1" },
    "Down Right",
    1,
    "Stiff calves" },
  { "l itb 2 after 0", { "left itb-mid tight 2>0" }, "Left Down", 3, "Nothing new" },
  { "r piriformis 2", { "right piriformis tight 2>-" }, "Down Down", 1, "Right hip" },
  /* B is a key of the figure; after a stroke it is a letter. */
  { "/b soleus 2", { "left soleus tight 2>-", "right soleus tight 2>-" }, "Up", 2, "Hill week" },
  { "l itb 3 pain", { "left itb-mid pain 3>-" }, "Up Up", 1, "Knee again" },
  { "l achilles 1", { "left achilles tight 1>-" }, "Right", 2, "Heel in the morning" },
  { "r ta 3, r peroneals 2",
    { "right tibialis-anterior tight 3>-", "right peroneals tight 2>-" },
    "Left",
    1,
    "New shoes" },
  { "l tfl 2, l itb 2",
    { "left tensor-fasciae-latae tight 2>-", "left itb-mid tight 2>-" },
    "Down",
    3,
    "Taper" },
  { "l itb 1", { "left itb-mid tight 1>-" }, "Up Left", 2, "Two days after the race" },
};

typedef struct
{
  KitFolder *folder;
  char *db;
  Journey *journey;
  AtspiAccessible *heading;
  AtspiAccessible *entry;
  AtspiAccessible *sign;
  GPtrArray *expected; /* JourneyMarks of every visit so far */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = kit_folder_new ();
  self->db = g_build_filename (self->folder, "practice.palpate", NULL);
  self->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->journey = journey_start ((const char *[]){ "--db", self->db, NULL });
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->heading);
  g_clear_object (&self->entry);
  g_clear_object (&self->sign);
  g_ptr_array_unref (self->expected);
  g_free (self->db);
  kit_folder_free (self->folder);
}

static void
begin_practice (Journey *journey)
{
  journey_wait_focus (journey, "Start an _Empty Practice Start an Empty Practice");
  journey_keys (journey, "Return");
  g_autoptr (AtspiAccessible) ready =
      journey_find (journey, ATSPI_ROLE_LABEL, "Ready When You Are");
  journey_keys (journey, "ctrl+shift+n");
  g_autoptr (AtspiAccessible) dialog = journey_find (journey, ATSPI_ROLE_TEXT, "Given name");
  journey_type (journey, "Ana");
  journey_keys (journey, "Tab");
  journey_type (journey, "Runner");
  journey_keys (journey, "Return");
  journey_wait_focus (journey, "Add an Alert");
}

/* The keyboard lands on the figure by itself, wherever it was before. */
static void
begin_visit (Fixture *self, guint i)
{
  Journey *journey = self->journey;
  g_autofree char *title = g_strdup_printf ("Visit %u ", i + 1);

  journey_keys (journey, "ctrl+n");
  if (self->heading == NULL)
    {
      self->heading = journey_find_prefix (journey, ATSPI_ROLE_LABEL, title);
      self->entry = journey_find (journey, ATSPI_ROLE_TEXT, "Quick entry");
      self->sign = journey_find_button (journey, "Sign");
    }
  journey_wait_name (journey, self->heading, title);
  journey_wait_role (journey, ATSPI_ROLE_CHECK_BOX);
}

static void
type_findings (Fixture *self, const PlannedVisit *visit, JourneyMarks *marks)
{
  Journey *journey = self->journey;

  journey_type (journey, visit->entry);
  journey_wait_text (journey, self->entry, visit->entry + (*visit->entry == '/'));
  journey_keys (journey, "Return");
  journey_wait_text (journey, self->entry, "");
  for (guint i = 0; visit->marked[i] != NULL; i++)
    journey_marks_put_line (marks, visit->marked[i]);
  /* Back to the figure, where the keyboard was. */
  journey_keys (journey, "Escape");
  journey_wait_role (journey, ATSPI_ROLE_CHECK_BOX);
}

static const char *
get_severity_name (int severity)
{
  static const char *const names[] = { "Clear", "Mild", "Moderate", "Severe" };

  return names[severity];
}

/* What the region calls itself is what must be marked. A key of its own each for undo and redo. */
static void
walk_and_mark (Fixture *self, const PlannedVisit *visit, JourneyMarks *marks)
{
  Journey *journey = self->journey;
  g_autofree char *digit = g_strdup_printf ("%d", visit->digit);

  journey_keys (journey, visit->walk);
  g_autoptr (AtspiAccessible) region = g_object_ref (journey_get_focus (journey));
  g_autofree char *place = journey_dup_place (region);
  g_autofree char *before = journey_dup_description (region);
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);

  journey_keys (journey, digit);
  journey_wait_description (journey, region, get_severity_name (visit->digit));
  g_assert_true (journey_has_state (region, ATSPI_STATE_CHECKED));
  journey_keys (journey, "ctrl+z");
  journey_wait_description (journey, region, before);
  journey_keys (journey, "ctrl+shift+z");
  journey_wait_description (journey, region, get_severity_name (visit->digit));
  journey_marks_put (marks, parts[0], parts[1], "tight", visit->digit);
}

static void
write_complaint (Fixture *self, const PlannedVisit *visit)
{
  Journey *journey = self->journey;

  journey_keys (journey, "alt+c");
  journey_wait_focus (journey, "Today’s complaint");
  journey_type (journey, visit->complaint);
  journey_wait_text (journey, journey_get_focus (journey), visit->complaint);
}

static void
check_visits (Fixture *self)
{
  g_autofree char *client = journey_dup_client (self->db);
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, client);

  g_assert_cmpuint (json_array_get_length (visits), ==, N_VISITS);
  for (guint i = 0; i < N_VISITS; i++)
    {
      JsonObject *visit = json_array_get_object_element (visits, i);
      g_autoptr (GPtrArray) marks = journey_marks_read (visit);
      g_autofree char *read = journey_marks_dup_text (marks);
      g_autofree char *expected = journey_marks_dup_text (g_ptr_array_index (self->expected, i));
      JsonObject *complaint = json_object_get_object_member (visit, "complaint");

      g_assert_cmpstr (read, ==, expected);
      g_assert_cmpstr (json_object_get_string_member (complaint, "text"), ==, planned[i].complaint);
      g_assert_cmpint (json_object_get_boolean_member (visit, "signed"), ==, i + 1 < N_VISITS);
    }
}

/* A complete visit --------------------------------------------------------------------------------
 */

/* A key that leads to a field, and what is typed there. */
typedef struct
{
  const char *key;
  const char *name;
  const char *text;
} Written;

static const Written written[] = {
  { "alt+c", "Today’s complaint", "Left knee after 14 km" },
  { "alt+s", "Subjective", "Knee quiet at rest." },
  { "alt+o", "Objective", "Left leg turns in." },
  { "alt+a", "Assessment", "Thigh guards the knee." },
  { "alt+p", "Plan", "Two easy weeks." },
};

/* Numbers of the state of the day: typed one after the other, Tab between them. */
static const Written numbers[] = {
  { NULL, "Sleep, hours", "6.5" },
  { NULL, "Sleep quality, 0 to 10", "5" },
  { NULL, "Stress, 0 to 10", "7" },
  { NULL, "Rest days this week", "2" },
};

static void
write_words (Journey *journey)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      journey_keys (journey, written[i].key);
      journey_wait_focus (journey, written[i].name);
      journey_type (journey, written[i].text);
      journey_wait_text (journey, journey_get_focus (journey), written[i].text);
    }
}

static void
write_state (Journey *journey)
{
  journey_keys (journey, "alt+d");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (AtspiAccessible) spin =
          journey_find (journey, ATSPI_ROLE_SPIN_BUTTON, numbers[i].name);

      journey_wait_state (journey, spin, ATSPI_STATE_FOCUSED, TRUE);
      journey_type (journey, numbers[i].text);
      journey_keys (journey, "Tab");
    }
}

static void
check_complete (Fixture *self)
{
  g_autofree char *client = journey_dup_client (self->db);
  g_autoptr (JsonArray) visits = journey_read_visits (self->db, client);
  JsonObject *visit = json_array_get_object_element (visits, 0);
  JsonObject *state = json_object_get_object_member (visit, "state");
  JsonObject *notes = json_object_get_object_member (visit, "notes");
  JsonObject *complaint = json_object_get_object_member (visit, "complaint");
  g_autoptr (GPtrArray) marks = journey_marks_read (visit);

  g_assert_cmpuint (json_array_get_length (visits), ==, 1);
  g_assert_cmpuint (marks->len, ==, 8);
  g_assert_true (json_object_get_boolean_member (visit, "signed"));
  g_assert_cmpstr (json_object_get_string_member (complaint, "text"), ==, written[0].text);
  g_assert_cmpstr (json_object_get_string_member (notes, "subjective"), ==, written[1].text);
  g_assert_cmpstr (json_object_get_string_member (notes, "objective"), ==, written[2].text);
  g_assert_cmpstr (json_object_get_string_member (notes, "assessment"), ==, written[3].text);
  g_assert_cmpstr (json_object_get_string_member (notes, "plan"), ==, written[4].text);
  g_assert_cmpfloat (json_object_get_double_member (state, "sleep_hours"), ==, 6.5);
  g_assert_cmpint (json_object_get_int_member (state, "sleep_quality"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (state, "stress"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (state, "rest_days"), ==, 2);
}

static void
test_complete_visit (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;
  JourneyMarks *marks = journey_marks_new ();
  gint64 begin;
  guint n_keys, n_findings, n_letters = 0;

  g_ptr_array_add (self->expected, marks);
  begin_practice (journey);
  n_keys = journey_count_keys (journey);
  begin = g_get_monotonic_time ();
  begin_visit (self, 0);
  type_findings (self, &planned[0], marks);
  n_findings = journey_count_keys (journey) - n_keys;
  write_state (journey);
  write_words (journey);
  journey_picture (journey, "keyboard-complete");
  journey_keys (journey, "ctrl+Return");
  journey_wait_state (journey, self->sign, ATSPI_STATE_SENSITIVE, FALSE);
  journey_picture (journey, "keyboard-signed");
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    n_letters += (guint) g_utf8_strlen (written[i].text, -1);
  n_keys = journey_count_keys (journey) - n_keys;
  g_test_message (
      "a complete visit: %u keystrokes; %u of them for the visit and eight findings, %u "
      "letters of notes; %.1f s as fast as the program goes",
      n_keys, n_findings, n_letters, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  journey_stop (journey);
  check_complete (self);
}

static void
test_ten_visits (Fixture *self, gconstpointer data)
{
  Journey *journey = self->journey;

  begin_practice (journey);
  for (guint i = 0; i < N_VISITS; i++)
    {
      JourneyMarks *marks = journey_marks_new ();
      guint n_keys;

      g_ptr_array_add (self->expected, marks);
      begin_visit (self, i);
      n_keys = journey_count_keys (journey);
      type_findings (self, &planned[i], marks);
      /* Without the Escape that follows. */
      n_keys = journey_count_keys (journey) - 1 - n_keys;
      if (i == 0)
        {
          g_test_message ("%u findings through the quick entry: %u keystrokes", marks->len, n_keys);
          g_assert_cmpuint (marks->len, ==, 8);
          g_assert_cmpuint (n_keys, <=, 60);
        }
      walk_and_mark (self, &planned[i], marks);
      write_complaint (self, &planned[i]);
      /* The last one stays a draft. */
      if (i + 1 < N_VISITS)
        {
          journey_keys (journey, "ctrl+Return");
          journey_wait_state (journey, self->sign, ATSPI_STATE_SENSITIVE, FALSE);
        }
    }
  journey_picture (journey, "keyboard-ten-visits");
  g_test_message ("%d visits: %u keystrokes in all", N_VISITS, journey_count_keys (journey));
  journey_stop (self->journey);
  check_visits (self);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/keyboard/complete-visit", Fixture, NULL, set_up, test_complete_visit,
              tear_down);
  g_test_add ("/journey/keyboard/ten-visits", Fixture, NULL, set_up, test_ten_visits, tear_down);
  return g_test_run ();
}
