/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Surroundings for tests of the store. */

#define G_LOG_DOMAIN "kit"

#include "config.h"

#include "store-kit.h"

#include "record/pal-summary-text.h"

void
practice_open (Practice *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = kit_folder_new ();
  self->path = g_build_filename (self->folder, "practice.palpate", NULL);
  self->store = pal_store_open (self->path, PAL_STORE_OPEN_CREATE, "M. Okafor", &error);
  g_assert_no_error (error);
}

void
practice_open_with (Practice *self, guint n_visits)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) pal_client_file_free);
  g_autoptr (GError) error = NULL;

  practice_open (self);
  g_ptr_array_add (files, kit_runner_new (n_visits));
  pal_store_take_all (self->store, files, NULL, &error);
  g_assert_no_error (error);
}

void
practice_reopen (Practice *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->store);
  self->store = pal_store_open (self->path, PAL_STORE_OPEN_DEFAULT, "M. Okafor", &error);
  g_assert_no_error (error);
}

void
practice_clear (Practice *self)
{
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, kit_folder_free);
}

static void
dump_table (sqlite3 *handle, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("select * from %s order by 1, 2", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (!g_str_equal (sqlite3_column_name (statement, i), "revision"))
          g_string_append_printf (dump, "|%s", (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

char *
practice_dump (Practice *self)
{
  sqlite3 *handle = pal_database_get_handle (pal_store_get_database (self->store));
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (handle,
                          "select name from sqlite_schema where type = 'table' and name "
                          "not in ('audit', 'sqlite_sequence', 'mark_words', 'mark_digests') "
                          "order by name",
                          -1, &tables, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (handle, (const char *) sqlite3_column_text (tables, 0), dump);
  sqlite3_finalize (tables);
  return g_string_free (dump, FALSE);
}

static void
run (sqlite3 *handle, const char *sql)
{
  char *message = NULL;
  int rc = sqlite3_exec (handle, sql, NULL, NULL, &message);

  if (rc != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

void
store_kit_run (PalStore *store, const char *sql)
{
  run (pal_database_get_handle (pal_store_get_database (store)), sql);
}

void
store_kit_run_raw (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  run (handle, sql);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

gint64
store_kit_count (PalStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  pal_database_read_int (pal_store_get_database (store), &n, &error, sql, "");
  g_assert_no_error (error);
  return n;
}

static void
fill_client_lists (PalClient *client)
{
  PalAlert *alert = g_new0 (PalAlert, 1);
  PalEvent *event = g_new0 (PalEvent, 1);
  PalRun *run = g_new0 (PalRun, 1);
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);
  PalShoes *shoes = g_new0 (PalShoes, 1);
  PalBaselineWord *word = g_new0 (PalBaselineWord, 1);

  *alert = (PalAlert){ g_strdup ("Deep vein thrombosis, 2024"), PAL_ALERT_STOP };
  *event = (PalEvent){ pal_date_new (2026, 5, 10), g_strdup ("Hill race") };
  *run = (PalRun){ pal_date_new (2026, 2, 22), 18.25, 100, 6.5, g_strdup ("trail"),
                   g_strdup ("Kite") };
  *week = (PalTrainingWeek){
    pal_date_new (2026, 2, 23), 42.5, 18.25, 250, 4, 5.5, kit_words_new ("road camber"),
    g_strdup ("Kite"),
  };
  *shoes = (PalShoes){ g_strdup ("Kite"), pal_date_new (2025, 12, 24), 312.75 };
  *word = (PalBaselineWord){ g_strdup ("itb-mid"), PAL_SIDE_LEFT, TRUE, pal_date_new (2026, 1, 2) };
  g_ptr_array_add (client->alerts, alert);
  g_ptr_array_add (client->events, event);
  g_ptr_array_add (client->runs, run);
  g_ptr_array_add (client->training_weeks, week);
  g_ptr_array_add (client->shoes, shoes);
  g_ptr_array_add (client->baseline, word);
  pal_client_add_check (client, "soleus", PAL_SIDE_RIGHT, pal_date_new (2026, 2, 26));
}

PalClient *
store_kit_full_client_new (void)
{
  PalClient *client = pal_client_new ("Zoë", "O’Brien");

  client->born = pal_date_new (1961, 2, 3);
  client->figure = PAL_FIGURE_FEMALE;
  client->language = g_strdup ("de");
  client->phone = g_strdup ("+49 30 000000");
  client->email = g_strdup ("zoe@example.org");
  client->sport = g_strdup ("running");
  client->level = g_strdup ("club");
  client->squad = g_strdup ("Tuesday group");
  client->goal = g_strdup ("A marathon\nwithout pain");
  client->history = g_strdup ("Ankle; “old” fracture");
  client->preferences = g_strdup ("Face down last");
  client->summary_left_out = kit_words_new ("recurring next");
  fill_client_lists (client);
  return client;
}

static void
fill_marks (PalVisit *visit)
{
  PalMarkPoint spot = { PAL_VIEW_LEFT, 31.5, 620.25, TRUE, -12.5, 700 };
  PalMarkPoint plain = { PAL_VIEW_BACK, -40, 300, FALSE, 0, 0 };
  PalMark *mark = pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 3);

  mark->after = 0;
  mark->points = g_array_new (FALSE, TRUE, sizeof (PalMarkPoint));
  g_array_append_val (mark->points, spot);
  g_array_append_val (mark->points, plain);
  mark->techniques = kit_words_new ("stripping friction");
  mark->minutes = 5;
  mark->responses = kit_words_new ("warmer softer");
  mark->source = PAL_SOURCE_CLIENT;
  mark->carried = TRUE;
  mark->concern = PAL_CONCERN_BASELINE;
  mark->note = g_strdup ("Like a cable");
  g_ptr_array_add (visit->marks, mark);
  g_ptr_array_add (visit->marks, pal_mark_new ("sternum", PAL_SIDE_MIDLINE, "tender", 1));
  mark = pal_mark_new ("soleus", PAL_SIDE_RIGHT, "trigger-point", 2);
  mark->points = g_array_new (FALSE, TRUE, sizeof (PalMarkPoint));
  g_array_append_val (mark->points, plain);
  g_ptr_array_add (visit->marks, mark);
}

static void
fill_visit_lists (PalVisit *visit)
{
  PalSidedRegion knee = { g_strdup ("lateral-knee"), PAL_SIDE_LEFT };
  PalTestResult *test = g_new0 (PalTestResult, 1);
  PalStroke *stroke = g_new0 (PalStroke, 1);
  PalAmendment *amendment = g_new0 (PalAmendment, 1);
  PalConsent *consent = g_new0 (PalConsent, 1);
  PalAreaTime *area = g_new0 (PalAreaTime, 1);
  const double ink[] = { 1.5, 200.1, 0.25, -3.75, 201, 1.0 / 3.0 };

  g_array_append_val (visit->complaint_regions, knee);
  /* Minus one is a recorded range here and not “unset”. */
  *test = (PalTestResult){ g_strdup ("neck-rotation"), PAL_SIDE_RIGHT, -1, g_strdup ("stiff") };
  stroke->view = PAL_VIEW_SOLES;
  stroke->points = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (stroke->points, ink, G_N_ELEMENTS (ink));
  *amendment = (PalAmendment){ visit->at + 90000, g_strdup ("B. Lind"), g_strdup ("Left and right"),
                               g_strdup ("It was the other knee") };
  *consent = (PalConsent){ visit->at + 60, g_strdup ("pectoralis-major"), TRUE,
                           g_strdup ("May I work here?") };
  g_ptr_array_add (visit->tests, test);
  g_ptr_array_add (visit->ink, stroke);
  g_ptr_array_add (visit->amendments, amendment);
  *area = (PalAreaTime){ g_strdup ("lower-leg"), 20 };
  g_ptr_array_add (visit->consents, consent);
  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_FOUND, "Easier\nnow", "Tight: calf (left).");
  pal_visit_set_summary_text (visit, PAL_SUMMARY_BLOCK_SINCE, NULL, NULL);
  g_ptr_array_add (visit->request_areas, area);
}

static void
fill_state (PalState *state)
{
  *state = (PalState){
    .sleep_hours = 6.5,
    .sleep_quality = 4,
    .stress = 0,
    .rest_days = 2,
    .recovery_sessions = 1,
    .days_since_hard = 3,
    .pain_at_rest = 1,
    .pain_in_training = 5,
    .nutrition = g_strdup ("Little breakfast"),
    .breathing = g_strdup ("restricted"),
    .symptoms = kit_words_new ("headache eye-pain"),
    .terrain = kit_words_new ("road"),
    .shoes = g_strdup ("Kite"),
    .next_race = pal_date_new (2026, 5, 10),
  };
}

PalVisit *
store_kit_full_visit_new (const char *client_id)
{
  PalVisit *visit = pal_visit_new (client_id, 1772359200);

  visit->minutes = 45;
  visit->type = g_strdup ("pre-event");
  visit->room = g_strdup ("Room 2");
  visit->therapist = g_strdup ("M. Okafor");
  visit->is_signed = TRUE;
  visit->signed_at = visit->at + 3600;
  visit->signed_by = g_strdup ("Maya Okafor");
  visit->complaint_text = g_strdup ("Knee, outside");
  visit->request = g_strdup ("Calves, please");
  g_strfreev (visit->examined);
  visit->examined = kit_words_new ("lower-leg thigh");
  fill_state (&visit->state);
  visit->notes[PAL_NOTE_SUBJECTIVE] = g_strdup ("Tired");
  visit->notes[PAL_NOTE_OBJECTIVE] = g_strdup ("Short stride");
  visit->notes[PAL_NOTE_ASSESSMENT] = g_strdup ("Load");
  visit->notes[PAL_NOTE_PLAN] = g_strdup ("Two weeks");
  visit->advice = g_strdup ("Roll it");
  visit->home_care = kit_words_new ("calf-stretch-straight foot-roll");
  visit->next_weeks = 3;
  visit->alerts_seen = visit->at + 5;
  visit->check_next = kit_words_new ("hip soleus");
  visit->screened_at = visit->at + 30;
  visit->red_flags = kit_words_new ("dvt-signs faint-exertion");
  fill_marks (visit);
  fill_visit_lists (visit);
  return visit;
}

PalClient *
store_kit_add_client (PalStore *store, const char *given)
{
  g_autoptr (PalClient) client = pal_client_new (given, "Test");
  g_autoptr (PalChange) change = pal_change_new_client (NULL, client, "Add client", NULL);
  g_autoptr (GError) error = NULL;
  PalClient *stored;

  pal_store_apply (store, change, &error);
  g_assert_no_error (error);
  stored = pal_store_get_client (store, client->id, &error);
  g_assert_no_error (error);
  return stored;
}

PalVisit *
store_kit_add_visit (PalStore *store, const char *client_id, PalTime at)
{
  g_autoptr (PalVisit) visit = pal_visit_new (client_id, at);
  g_autoptr (PalChange) change = pal_change_new_visit (NULL, visit, "New visit", NULL);
  g_autoptr (GError) error = NULL;
  PalVisit *stored;

  pal_store_apply (store, change, &error);
  g_assert_no_error (error);
  stored = pal_store_get_visit (store, visit->id, &error);
  g_assert_no_error (error);
  return stored;
}

PalChange *
store_kit_edit (const PalVisit *visit, const char *plan)
{
  g_autoptr (PalVisit) after = pal_visit_copy (visit);

  pal_visit_set_text (&after->notes[PAL_NOTE_PLAN], plan);
  return pal_change_new_visit (visit, after, "Edit the plan", "plan");
}

char *
store_kit_get_plan (PalStore *store, const char *visit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVisit) visit = pal_store_get_visit (store, visit_id, &error);

  g_assert_no_error (error);
  return g_strdup (visit->notes[PAL_NOTE_PLAN]);
}

void
store_kit_apply (PalStore *store, PalChange *change)
{
  g_autoptr (GError) error = NULL;

  pal_store_apply (store, change, &error);
  g_assert_no_error (error);
}

void
store_kit_revert (PalStore *store, PalChange *change)
{
  g_autoptr (GError) error = NULL;

  pal_store_revert (store, change, &error);
  g_assert_no_error (error);
}
