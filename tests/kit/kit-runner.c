/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The made-up runner. Nothing here is random: what a test expects can be read off. */

#define G_LOG_DOMAIN "kit"

#include "config.h"

#include "kit.h"

#define DAYS_BETWEEN_VISITS 14
#define MAX_VISITS 200

static PalDate
get_visit_date (guint i)
{
  return pal_date_new (2025, 9, 1) + DAYS_BETWEEN_VISITS * (int) i;
}

static PalTime
get_visit_time (guint i)
{
  return ((PalTime) get_visit_date (i) * 24 + 9) * 3600;
}

char *
kit_visit_id_new (guint i)
{
  return g_strdup_printf ("5a000000-0000-4000-8000-%012x", 0x100 + i);
}

static void
add_run (PalClient *client, PalDate date, double km, int minutes, double effort)
{
  PalRun *run = g_new0 (PalRun, 1);

  run->date = date;
  run->km = km;
  run->minutes = minutes;
  run->effort = effort;
  run->terrain = g_strdup ("road");
  run->shoes = g_strdup ("Heron 4");
  g_ptr_array_add (client->runs, run);
}

/* A week and its longest run, on the Sunday; the load climbs for three weeks and rests in the
 * fourth. */
static void
add_week (PalClient *client, PalDate monday, guint i)
{
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);

  week->monday = monday;
  week->km = 36 + 4 * (i % 4 == 3 ? -1.5 : i % 4) + i / 4;
  week->longest_km = 14 + 2 * (i % 4 == 3 ? -1 : (int) (i % 4)) + i / 8;
  week->minutes = (int) (week->km * 6);
  week->sessions = 4;
  week->effort = 5;
  week->terrain = kit_words_new ("road");
  week->shoes = g_strdup ("Heron 4");
  g_ptr_array_add (client->training_weeks, week);
  add_run (client, monday + 6, week->longest_km, (int) (week->longest_km * 6), 6);
}

static void
fill_client (PalClient *client, guint n_visits)
{
  PalAlert *alert = g_new0 (PalAlert, 1);
  PalEvent *event = g_new0 (PalEvent, 1);
  PalShoes *shoes = g_new0 (PalShoes, 1);

  g_free (client->id);
  client->id = g_strdup (KIT_RUNNER_ID);
  client->born = pal_date_new (1990, 2, 28);
  client->language = g_strdup ("en");
  client->phone = g_strdup ("+44 20 7946 0000");
  client->email = g_strdup ("ana@example.org");
  client->sport = g_strdup ("running");
  client->level = g_strdup ("club");
  client->squad = g_strdup ("Harriers");
  client->goal = g_strdup ("Half marathon under 1:40");
  client->history = g_strdup ("Sprained the right ankle in 2019.");
  client->preferences = g_strdup ("Quiet; firm pressure.");

  alert->text = g_strdup ("Allergic to nut oils");
  g_ptr_array_add (client->alerts, alert);
  event->date = pal_date_new (2026, 5, 10);
  event->name = g_strdup ("Riverside Half");
  g_ptr_array_add (client->events, event);
  shoes->model = g_strdup ("Heron 4");
  shoes->since = pal_date_new (2025, 8, 15);
  shoes->km = 310.5;
  g_ptr_array_add (client->shoes, shoes);
  for (guint i = 0; i < 2 * n_visits; i++)
    add_week (client, pal_date_new (2025, 9, 1) + 7 * ((int) i - 2), i);
}

/* What was done about the band: an exact spot, techniques, a second look. */
static void
treat_band (PalVisit *visit, guint i)
{
  PalMark *mark = pal_visit_find_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight");
  PalMarkPoint spot = { .view = PAL_VIEW_LEFT, .x = 31, .y = 620 };

  mark->after = mark->before - 1;
  mark->minutes = 5;
  mark->techniques = kit_words_new ("stripping mfr");
  mark->responses = kit_words_new ("warmer");
  if (i == 1)
    {
      mark->points = g_array_new (FALSE, TRUE, sizeof (PalMarkPoint));
      g_array_append_val (mark->points, spot);
      mark->note = g_strdup ("One thick cord, two hands above the knee.");
    }
}

static void
fill_marks (PalVisit *visit, guint i)
{
  kit_mark (visit, "itb-mid", PAL_SIDE_LEFT, "tight", i % 3 == 0 ? 3 : 2);
  treat_band (visit, i);
  kit_mark (visit, "gastrocnemius-medial", PAL_SIDE_LEFT, "tight", i % 2 == 0 ? 2 : 1);
  if (i % 2 == 0)
    kit_mark (visit, "tibialis-anterior", PAL_SIDE_LEFT, "trigger-point", 1);
  if (i >= 2)
    kit_mark (visit, "tensor-fasciae-latae", PAL_SIDE_LEFT, "tight", 2);
  if (i >= 4)
    {
      kit_mark (visit, "erector-lumbar", PAL_SIDE_RIGHT, "tight", 1);
      kit_mark (visit, "lateral-knee", PAL_SIDE_LEFT, "pain", i % 4 == 0 ? 2 : 1);
    }
  if (i % 2 == 1)
    kit_mark (visit, "trapezius-upper", PAL_SIDE_RIGHT, "tight", 2);
}

static void
fill_state (PalState *state, guint i)
{
  state->sleep_hours = 7.5 - (i % 3) * 0.5;
  state->stress = 3 + (int) (i % 4);
  state->rest_days = 2;
  state->pain_in_training = i >= 4 ? 3 : 0;
  state->terrain = kit_words_new ("road");
  state->shoes = g_strdup ("Heron 4");
  state->next_race = pal_date_new (2026, 5, 10);
}

static void
complain_of_knee (PalVisit *visit)
{
  PalSidedRegion knee = { .region = g_strdup ("lateral-knee"), .side = PAL_SIDE_LEFT };

  visit->complaint_text = g_strdup ("Outer knee sore after ten kilometres");
  g_array_append_val (visit->complaint_regions, knee);
}

static PalVisit *
make_visit (guint i, gboolean is_signed)
{
  static const char *const examined[] = { "low-back", "hip", "thigh", "knee", "lower-leg", "foot" };
  PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, get_visit_time (i));

  g_free (visit->id);
  visit->id = kit_visit_id_new (i);
  visit->minutes = 60;
  visit->type = g_strdup ("maintenance");
  visit->room = g_strdup ("Room 2");
  visit->therapist = g_strdup ("M. Okafor");
  for (guint g = 0; g < G_N_ELEMENTS (examined); g++)
    pal_visit_set_examined (visit, kit_get_atlas (), examined[g], TRUE);
  fill_marks (visit, i);
  fill_state (&visit->state, i);
  if (i >= 4)
    complain_of_knee (visit);
  visit->notes[PAL_NOTE_SUBJECTIVE] = g_strdup ("Steady weeks, a little tired.");
  visit->notes[PAL_NOTE_PLAN] = g_strdup ("Roll the outer thigh, easy days easy.");
  visit->home_care = kit_words_new ("itb-roll calf-stretch-straight");
  visit->next_weeks = 2;
  if (is_signed)
    {
      visit->is_signed = TRUE;
      visit->signed_at = visit->at + 3600;
      visit->signed_by = g_strdup ("M. Okafor");
    }
  return visit;
}

PalClientFile *
kit_runner_new (guint n_visits)
{
  g_autoptr (PalClient) client = pal_client_new ("Ana", "Kovač");
  PalClientFile *file;

  g_assert_cmpuint (n_visits, <=, MAX_VISITS);

  fill_client (client, n_visits);
  file = pal_client_file_new (client);
  for (guint i = 0; i < n_visits; i++)
    g_ptr_array_add (file->visits, make_visit (i, i + 1 < n_visits));
  return file;
}

static void
mark_somewhere (PalVisit *visit, GRand *random)
{
  const guint n_regions = pal_atlas_get_n_regions (kit_get_atlas ());
  const PalRegion *region =
      pal_atlas_get_region (kit_get_atlas (),
                            (guint) g_rand_int_range (random, 0, (int) n_regions));
  const PalSide side = !region->paired           ? PAL_SIDE_MIDLINE
                       : g_rand_boolean (random) ? PAL_SIDE_LEFT
                                                 : PAL_SIDE_RIGHT;
  const int before = g_rand_int_range (random, 1, 4);
  PalMark *mark = pal_visit_find_mark (visit, region->id, side, "tight");

  if (mark != NULL)
    mark->before = before;
  else
    g_ptr_array_add (visit->marks, pal_mark_new (region->id, side, "tight", before));
}

PalClientFile *
kit_busy_client_new (guint n_visits)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (500);
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);

  for (guint i = 0; i < n_visits; i++)
    {
      PalVisit *visit =
          pal_visit_new (client->id, get_visit_time (0) - (PalTime) (n_visits - i) * 7 * 86400);
      g_clear_pointer (&visit->examined, g_strfreev);
      for (guint k = 0; k < 25; k++)
        mark_somewhere (visit, random);
      g_ptr_array_add (file->visits, visit);
    }
  return file;
}
