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

/* What a field is for: words of the visit or of the client, which are typed on behind what is
 * there; a number of the visit or the result of a test, which are typed anew. */
typedef enum
{
  WORDS,
  NUMBER,
  RESULT,
  CLIENT
} Kind;

/* The fields somebody types in: how to get there (a key, the field it leads to and steps from
 * there), what a screen reader calls it, and what it is in the file. */
static const struct
{
  Kind kind;
  const char *key;
  const char *first;
  guint n_steps;
  const char *name;
  const char *id;
} fields[] = {
  { WORDS, "alt+c", NULL, 0, "Today’s complaint", "complaint" },
  { WORDS, "alt+s", NULL, 0, "Subjective", "subjective" },
  { WORDS, "alt+o", NULL, 0, "Objective", "objective" },
  { WORDS, "alt+a", NULL, 0, "Assessment", "assessment" },
  { WORDS, "alt+p", NULL, 0, "Plan", "plan" },
  { NUMBER, "alt+d", NULL, 0, "Sleep, hours", "sleep_hours" },
  { NUMBER, "alt+d", "Sleep, hours", 2, "Stress, 0 to 10", "stress" },
  { RESULT, "alt+t", "Test", 1, "Neck: flexion, value", "neck-flexion" },
  { CLIENT, "alt+4", NULL, 0, "Given name", "given" },
  { CLIENT, "alt+4", NULL, 0, "Family name", "family" },
};
#define N_FIELDS G_N_ELEMENTS (fields)

typedef struct
{
  KitFolder *folder;
  char *db;
  char *client;
  Journey *journey;
  AtspiAccessible *entry;
  AtspiAccessible *node;    /* the field that was typed in last */
  JourneyMarks *shown;      /* what the window had shown */
  JourneyMarks *pending;    /* and what was under way as well */
  GString *texts[N_FIELDS]; /* what the fields had shown */
  GString *under_way;       /* what was being typed into the last one, or NULL */
  guint last_field;
  char *half;  /* the shorthand typed last */
  char *focus; /* where the keyboard was */
  guint n_findings, n_notes, n_numbers, n_client, n_walks, n_keys, n_half;
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

static char *
dup_number (JsonObject *object, const char *member)
{
  if (object == NULL || !json_object_has_member (object, member))
    return g_strdup ("");
  return g_strdup_printf ("%.16g", json_object_get_double_member (object, member));
}

static JsonObject *
get_part (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_object_member (object, member)
                                                 : NULL;
}

static char *
dup_words (JsonObject *object, const char *member)
{
  return g_strdup (object != NULL ? json_object_get_string_member_with_default (object, member, "")
                                  : "");
}

static char *
dup_result (JsonObject *visit, const char *test)
{
  JsonArray *tests = json_object_has_member (visit, "tests")
                         ? json_object_get_array_member (visit, "tests")
                         : NULL;

  for (guint i = 0; tests != NULL && i < json_array_get_length (tests); i++)
    {
      JsonObject *result = json_array_get_object_element (tests, i);

      if (g_str_equal (json_object_get_string_member (result, "test"), test))
        return dup_number (result, "value");
    }
  return g_strdup ("");
}

static char *
dup_field (JsonObject *client, JsonObject *visit, guint field)
{
  const char *id = fields[field].id;

  switch (fields[field].kind)
    {
    case NUMBER:
      return dup_number (get_part (visit, "state"), id);
    case RESULT:
      return dup_result (visit, id);
    case CLIENT:
      return dup_words (client, id);
    case WORDS:
      break;
    }

  return g_str_equal (id, "complaint") ? dup_words (get_part (visit, id), "text")
                                       : dup_words (get_part (visit, "notes"), id);
}

/* What is there before anybody types. */
static void
take_first (Fixture *self)
{
  g_autoptr (JsonObject) client = journey_read_client (self->db, self->client);
  JsonArray *visits = json_object_get_array_member (client, "visits");
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = dup_field (client, visit, i);

      g_string_assign (self->texts[i], text);
    }
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
  take_first (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->node);
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

static gboolean
is_typed_anew (guint field)
{
  return fields[field].kind == NUMBER || fields[field].kind == RESULT;
}

/* Something that can stand in a number field, and of which every beginning can. */
static char *
make_number (guint field)
{
  if (g_str_equal (fields[field].id, "sleep_hours"))
    return g_strdup_printf ("%d.5", g_test_rand_int_range (1, 12));
  if (fields[field].kind == RESULT)
    return g_strdup_printf ("%d", g_test_rand_int_range (10, 46));
  return g_strdup_printf ("%d", g_test_rand_int_range (1, 11));
}

/* Of a row to type in, GTK 4.8 does not tell when it gets the keyboard: it is found by its name. */
static void
find_field (Fixture *self, guint field)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (fields[field].kind == CLIENT)
    row = journey_find (self->journey, ATSPI_ROLE_TEXT, fields[field].name);
  else
    journey_wait_focus (self->journey, fields[field].name);
  g_set_object (&self->node, (row != NULL ? row : journey_get_focus (self->journey)));
}

static gboolean
has_place (Journey *journey, gconstpointer node)
{
  journey_settle (journey);
  return journey_get_box ((AtspiAccessible *) node).height > 1;
}

static void
go_to_field (Fixture *self, guint field)
{
  /* The keys of the fields of a visit are for the chart alone. */
  if (fields[field].kind != CLIENT)
    journey_keys (self->journey, "alt+1");
  journey_keys (self->journey, fields[field].key);
  if (fields[field].first != NULL)
    journey_wait_focus (self->journey, fields[field].first);
  for (guint i = 0; i < fields[field].n_steps; i++)
    journey_keys (self->journey, "Tab");
  find_field (self, field);
  if (fields[field].kind == CLIENT)
    {
      journey_wait (self->journey, has_place, self->node, "the row to type in");
      journey_click (self->journey, self->node, 1);
      journey_forget_focus (self->journey);
    }
  journey_keys (self->journey, is_typed_anew (field) ? "ctrl+a" : "ctrl+End");
  self->last_field = field;
}

/* Returns: what the field shows once all of it was typed. */
static char *
make_text (Fixture *self, guint field, char **typed)
{
  *typed = is_typed_anew (field) ? make_number (field) : make_words ();
  return is_typed_anew (field) ? g_strdup (*typed)
                               : g_strconcat (self->texts[field]->str, *typed, NULL);
}

static void
count_field (Fixture *self, guint field)
{
  switch (fields[field].kind)
    {
    case WORDS:
      self->n_notes++;
      break;
    case NUMBER:
    case RESULT:
      self->n_numbers++;
      break;
    case CLIENT:
      self->n_client++;
      break;
    }
}

static void
write_field (Fixture *self)
{
  guint field = (guint) g_test_rand_int_range (0, N_FIELDS);
  g_autofree char *typed = NULL;
  g_autofree char *text = make_text (self, field, &typed);

  go_to_field (self, field);
  journey_type (self->journey, typed);
  g_string_assign (self->texts[field], text);
  journey_wait_text (self->journey, self->node, text);
  count_field (self, field);
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

/* As the record has it: the dash is nothing, and "7." is 7. */
static void
assign_shown (GString *text, guint field, const char *shown)
{
  g_string_assign (text, g_str_equal (shown, "–") ? "" : shown);
  if (is_typed_anew (field) && g_str_has_suffix (text->str, "."))
    g_string_truncate (text, text->len - 1);
}

/* Typing, of which some keys may not have arrived. What the field shows now must be kept. */
static void
end_in_field (Fixture *self)
{
  guint field = (guint) g_test_rand_int_range (0, N_FIELDS);
  g_autofree char *typed = NULL;
  g_autofree char *text = make_text (self, field, &typed);

  go_to_field (self, field);
  g_string_assign (self->under_way, text);
  journey_type_ahead (self->journey, typed);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_WAIT_MS) * 1000);
  g_autofree char *seen = journey_dup_text (self->node);
  self->n_half += strlen (seen) < self->under_way->len;
  assign_shown (self->texts[field], field, seen);
  count_field (self, field);
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
        write_field (self);
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
      end_in_field (self);
      break;
    default:
      walk_figure (self);
    }
  g_clear_pointer (&self->focus, g_free);
  if (self->under_way->len == 0 || fields[self->last_field].kind != CLIENT)
    self->focus = journey_dup_focus (self->journey);
  g_clear_object (&self->node);
  self->n_keys += journey_count_keys (self->journey);
  g_clear_object (&self->entry);
  journey_kill (self->journey);
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

/* All that a field had shown, or of what was under way a beginning: a number begins with taking
 * away the one that was there. */
static gboolean
may_be (Fixture *self, guint field, const char *read)
{
  const char *shown = self->texts[field]->str;

  if (g_str_equal (read, shown))
    return TRUE;
  if (field != self->last_field || self->under_way->len == 0 ||
      !g_str_has_prefix (self->under_way->str, read))
    return FALSE;
  return g_str_has_prefix (read, shown) ||
         (is_typed_anew (field) && !g_str_has_prefix (self->under_way->str, shown));
}

static void
check_texts (Fixture *self, JsonObject *client, JsonObject *visit)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *read = dup_field (client, visit, i);

      if (!may_be (self, i, read))
        g_error ("%s had shown \"%s\", and in the file is \"%s\"", fields[i].name,
                 self->texts[i]->str, read);
      g_string_assign (self->texts[i], read);
    }
}

static void
check_file (Fixture *self)
{
  g_autoptr (JsonObject) client = journey_read_client (self->db, self->client);
  JsonArray *visits = json_object_get_array_member (client, "visits");
  JsonObject *visit = json_array_get_object_element (visits, json_array_get_length (visits) - 1);

  check_marks (self, visit);
  check_texts (self, client, visit);
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
  if (self->under_way->len > 0)
    {
      const char *text = self->texts[self->last_field]->str;

      find_field (self, self->last_field);
      journey_wait_text (self->journey, self->node,
                         *text == '\0' && fields[self->last_field].kind == NUMBER ? "–" : text);
    }
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
  g_test_message (
      "killed %u times within %u findings, %u notes, %u numbers, %u fields of the client "
      "(%u of them within a word) and %u walks, %u keys: nothing shown was lost (%.0f s)",
      n_kills, self->n_findings, self->n_notes, self->n_numbers, self->n_client, self->n_half,
      self->n_walks, self->n_keys, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add ("/journey/kill/random-moments", Fixture, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
