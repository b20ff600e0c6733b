/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed at random moments while somebody charts: findings, notes at every key,
 * walks over the figure. Whatever the window had shown is there when it comes back, in the file and
 * in the window, on the same draft, with the keyboard in the same place. */

#define G_LOG_DOMAIN "test-kill"

#include "config.h"

#include "journey-marks.h"
#include "tests/kit/kit-start.h"

/* JOURNEY_KILLS asks for more. */
#define N_KILLS 10
#define LONGEST_WAIT_MS 120

/* The fields somebody types in: how to get there, what a screen reader calls it, what is typed. */
static const struct
{
  const char *key;
  const char *name;
  const char *id;
} fields[] = {
  { "alt+c", "Today’s complaint", "complaint" },
  { "alt+s", "Subjective", "subjective" },
  { "alt+o", "Objective", "objective" },
  { "alt+a", "Assessment", "assessment" },
  { "alt+p", "Plan", "plan" },
};
#define N_FIELDS G_N_ELEMENTS (fields)

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
  AtspiAccessible *entry;
  JourneyMarks *shown;      /* what the window had shown */
  JourneyMarks *pending;    /* and what was under way as well */
  GString *texts[N_FIELDS]; /* what the fields had shown */
  GString *under_way;       /* what was being typed into the last one, or NULL */
  guint last_field;
  char *half;  /* the shorthand typed last */
  char *focus; /* where the keyboard was */
  guint n_findings, n_notes, n_walks, n_keys, n_half;
} Fixture;

/* No kind twice at a place, so that each is a line of its own; none that wants consent first. */
static const char *const shorthand[][2] = {
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
  for (guint i = 0; i < N_FIELDS; i++)
    self->texts[i] = g_string_new (NULL);
  self->under_way = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->pending);
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_free (self->texts[i], TRUE);
  g_string_free (self->under_way, TRUE);
  g_free (self->half);
  g_free (self->focus);
  g_free (self->client);
  g_free (self->db);
  kit_folder_free (self->folder);
}

/* As keys, with Enter behind them. */
static char *
spell (const char *text)
{
  GString *keys = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ')
      g_string_append (keys, "space ");
    else
      g_string_append_printf (keys, "%c ", *c);
  g_string_append (keys, "Return");
  return g_string_free (keys, FALSE);
}

/* Types one finding and Enter, all of it seen to arrive or not; what it means goes to @marks. */
static void
type_finding (Fixture *self, JourneyMarks *marks, gboolean wait)
{
  guint which = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (shorthand));
  int severity = g_test_rand_int_range (1, 4);
  g_autofree char *line = g_strdup_printf ("%s tight %d>-", shorthand[which][1], severity);
  g_autofree char *keys = NULL;

  g_free (self->half);
  self->half = g_strdup_printf ("%s %d", shorthand[which][0], severity);
  keys = spell (self->half);
  if (wait)
    journey_keys (self->journey, keys);
  else
    journey_keys_ahead (self->journey, keys);
  journey_marks_put_line (marks, line);
  self->n_findings++;
}

static void
copy_marks (JourneyMarks *from, JourneyMarks *to)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

static void
go_to_entry (Fixture *self)
{
  /* Wherever it is: to the chart, which takes it to the figure, and on. */
  journey_keys (self->journey, "alt+1 slash");
  journey_wait_focus (self->journey, "Quick entry");
  g_set_object (&self->entry, journey_get_focus (self->journey));
  /* Shorthand that was under way is there again; here it is not wanted any more. */
  g_autofree char *left = journey_dup_text (self->entry);
  if (*left == '\0')
    return;
  g_assert_true (g_str_has_prefix (self->half, left));
  self->n_half++;
  journey_keys (self->journey, "Escape");
  journey_wait_text (self->journey, self->entry, "");
}

static void
chart_findings (Fixture *self)
{
  int n = g_test_rand_int_range (1, 4);

  go_to_entry (self);
  for (int i = 0; i < n; i++)
    {
      type_finding (self, self->shown, TRUE);
      journey_wait_text (self->journey, self->entry, "");
    }
}

/* Words of no meaning: some letters and a blank. */
static char *
make_words (void)
{
  GString *words = g_string_new (NULL);
  int n = g_test_rand_int_range (2, 12);

  for (int i = 0; i < n; i++)
    g_string_append_c (words, i % 5 == 4 ? ' ' : (char) g_test_rand_int_range ('a', 'z' + 1));
  return g_string_free (words, FALSE);
}

static void
go_to_field (Fixture *self, guint field)
{
  journey_keys (self->journey, fields[field].key);
  journey_wait_focus (self->journey, fields[field].name);
  journey_keys (self->journey, "ctrl+End");
  self->last_field = field;
}

static void
write_note (Fixture *self)
{
  guint field = (guint) g_test_rand_int_range (0, N_FIELDS);
  g_autofree char *words = make_words ();

  go_to_field (self, field);
  journey_type (self->journey, words);
  g_string_append (self->texts[field], words);
  journey_wait_text (self->journey, journey_get_focus (self->journey), self->texts[field]->str);
  self->n_notes++;
}

static void
walk_figure (Fixture *self)
{
  static const char *const steps[] = { "Up", "Down", "Left", "Right", "ctrl+Right", "ctrl+Left" };

  journey_keys (self->journey, "alt+1");
  journey_wait_role (self->journey, ATSPI_ROLE_CHECK_BOX);
  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    journey_keys (self->journey, steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))]);
  journey_settle (self->journey);
  self->n_walks++;
}

/* A finding, of which Enter may or may not have arrived when the program ends. */
static void
end_in_finding (Fixture *self)
{
  go_to_entry (self);
  type_finding (self, self->pending, FALSE);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_WAIT_MS) * 1000);
}

/* Typing, of which some keys may not have arrived. What the field shows now must be kept. */
static void
end_in_note (Fixture *self)
{
  guint field = (guint) g_test_rand_int_range (0, N_FIELDS);
  g_autofree char *words = make_words ();

  go_to_field (self, field);
  g_string_assign (self->under_way, self->texts[field]->str);
  g_string_append (self->under_way, words);
  journey_type_ahead (self->journey, words);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_WAIT_MS) * 1000);
  g_autofree char *seen = journey_dup_text (journey_get_focus (self->journey));
  self->n_half += strlen (seen) < self->under_way->len;
  g_string_assign (self->texts[field], seen);
}

static void
chart_and_kill (Fixture *self)
{
  int n = g_test_rand_int_range (0, 3);

  for (int i = 0; i < n; i++)
    switch (g_test_rand_int_range (0, 3))
      {
      case 0:
        chart_findings (self);
        break;
      case 1:
        write_note (self);
        break;
      default:
        walk_figure (self);
      }
  copy_marks (self->shown, self->pending);
  g_string_truncate (self->under_way, 0);
  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      end_in_finding (self);
      break;
    case 1:
      end_in_note (self);
      break;
    default:
      walk_figure (self);
    }
  g_free (self->focus);
  self->focus = journey_dup_focus (self->journey);
  self->n_keys += journey_count_keys (self->journey);
  g_clear_object (&self->entry);
  journey_kill (self->journey);
}

static JsonArray *
read_visits (Fixture *self)
{
  return journey_read_visits (self->db, self->client);
}

/* The last visit holds all that was shown, or that and what was under way, and nothing else. */
static void
check_marks (Fixture *self, JsonObject *visit)
{
  g_autoptr (GPtrArray) marks = journey_marks_read (visit);
  g_autofree char *read = journey_marks_dup_text (marks);
  g_autofree char *shown = journey_marks_dup_text (self->shown);
  g_autofree char *pending = journey_marks_dup_text (self->pending);

  if (!g_str_equal (read, shown) && !g_str_equal (read, pending))
    g_error ("in the file:\n%snot what was shown:\n%s", read, shown);
  copy_marks (marks, self->shown);
}

static char *
dup_field (JsonObject *visit, guint field)
{
  gboolean is_complaint = g_str_equal (fields[field].id, "complaint");
  const char *group = is_complaint ? "complaint" : "notes";
  JsonObject *object =
      json_object_has_member (visit, group) ? json_object_get_object_member (visit, group) : NULL;
  const char *member = is_complaint ? "text" : fields[field].id;

  return g_strdup (object != NULL ? json_object_get_string_member_with_default (object, member, "")
                                  : "");
}

/* All that a field had shown, and of what was under way a beginning. */
static void
check_texts (Fixture *self, JsonObject *visit)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *read = dup_field (visit, i);
      gboolean may_be_longer = i == self->last_field && self->under_way->len > 0;

      if (!g_str_equal (read, self->texts[i]->str) &&
          !(may_be_longer && g_str_has_prefix (read, self->texts[i]->str) &&
            g_str_has_prefix (self->under_way->str, read)))
        g_error ("%s had shown \"%s\", and in the file is \"%s\"", fields[i].name,
                 self->texts[i]->str, read);
      g_string_assign (self->texts[i], read);
    }
}

static void
check_file (Fixture *self)
{
  g_autoptr (JsonArray) visits = read_visits (self);
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);

  check_marks (self, visit);
  check_texts (self, visit);
}

/* The region says so in the window as well: one each time, all of them in a slow run. */
static void
check_regions (Fixture *self)
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

/* By itself it goes back to the client and the draft, and to where the keyboard was. */
static void
check_window (Fixture *self)
{
  if (self->focus != NULL)
    journey_wait_focus (self->journey, self->focus);
  /* Shorthand that was under way is shown on the map as well, until it is put away. */
  go_to_entry (self);
  check_regions (self);
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
      open_again (self, (const char *[]){ "--db", self->db, NULL });
      /* First what was under way is known to have arrived or not. */
      check_file (self);
      check_window (self);
    }
  journey_stop (self->journey);
  g_test_message ("killed %u times within %u findings, %u notes (%u of them within a word) and %u "
                  "walks, %u keys: nothing shown was lost (%.0f s)",
                  n_kills, self->n_findings, self->n_notes, self->n_half, self->n_walks,
                  self->n_keys, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/kill/random-moments", Fixture, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
