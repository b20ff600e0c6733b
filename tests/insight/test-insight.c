/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a therapist would notice: baselines confirmed, another therapist's hands, weeks without
 * runs, new shoes, flags, and clients about whom nothing is known. */

#include "config.h"

#include <math.h>

#include "insight/pal-insight.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define DAY G_GINT64_CONSTANT (86400)
#define START G_GINT64_CONSTANT (1756717200) /* 2025-09-01T09:00:00Z, a Monday */

static PalClientFile *
create_file (guint n_visits)
{
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);
  for (guint i = 0; i < n_visits; i++)
    {
      PalVisit *visit = pal_visit_new (client->id, START + i * 14 * DAY);
      g_clear_pointer (&visit->examined, g_strfreev);
      visit->therapist = g_strdup ("A");
      g_ptr_array_add (file->visits, visit);
    }
  return file;
}

static PalVisit *
get_visit (const PalClientFile *file, guint i)
{
  return g_ptr_array_index (file->visits, i);
}

static PalMark *
add_mark (const PalClientFile *file, guint visit, const char *region, PalSide side, int before)
{
  PalMark *mark = pal_mark_new (region, side, "tight", before);
  g_ptr_array_add (get_visit (file, visit)->marks, mark);
  return mark;
}

static PalInsights *
measure (const PalClientFile *file)
{
  return pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), NULL);
}

static void
test_empty (void)
{
  g_autoptr (PalClientFile) file = create_file (0);
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), NULL);
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), chains);

  g_assert_cmpint (insights->at, ==, PAL_NO_DATE);
  g_assert_cmpuint (insights->regions->len, ==, 0);
  g_assert_cmpuint (insights->structures->len, ==, 0);
  g_assert_cmpuint (insights->balance->len, ==, 0);
  g_assert_cmpuint (insights->patterns->len, ==, 2 * chains->len);
  g_assert_false (pal_insights_find_pattern (insights, "itb-chain", PAL_SIDE_LEFT)->present);
  g_assert_cmpint (insights->interval.weeks, ==, 4);
}

static void
test_outlives_file (void)
{
  g_autoptr (PalClientFile) file = create_file (4);
  for (guint i = 0; i < 4; i++)
    add_mark (file, i, "itb-mid", PAL_SIDE_LEFT, 2);
  g_autoptr (PalInsights) insights = measure (file);
  g_clear_pointer (&file, pal_client_file_free);

  const PalRegionRow *row = pal_insights_find_region (insights, "itb-mid", PAL_SIDE_LEFT, "tight");
  g_assert_nonnull (row);
  g_assert_cmpint (pal_insights_get_visit (insights, row->window[3])->at, ==, START + 42 * DAY);
  g_assert_null (pal_insights_find_region (insights, "itb-mid", PAL_SIDE_RIGHT, NULL));
}

static void
confirm (const PalClientFile *file, gboolean confirmed, PalDate since)
{
  PalBaselineWord *word = g_new0 (PalBaselineWord, 1);
  word->region = g_strdup ("itb-mid");
  word->side = PAL_SIDE_LEFT;
  word->confirmed = confirmed;
  word->since = since;
  g_ptr_array_add (file->client->baseline, word);
}

static PalBaseline
get_baseline (const PalClientFile *file, PalDate at)
{
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, at, kit_get_atlas (), kit_get_vocabulary (), NULL);
  return pal_insights_find_region (insights, "itb-mid", PAL_SIDE_LEFT, NULL)->baseline;
}

/* The therapist's word stays, and is not known before it was given. */
static void
test_baseline_word (void)
{
  g_autoptr (PalClientFile) file = create_file (6);
  const PalDate last = pal_time_get_date (get_visit (file, 5)->at);
  for (guint i = 0; i < 6; i++)
    add_mark (file, i, "itb-mid", PAL_SIDE_LEFT, 2);

  g_assert_cmpint (get_baseline (file, PAL_NO_DATE), ==, PAL_BASELINE_SUGGESTED);
  confirm (file, TRUE, last);
  g_assert_cmpint (get_baseline (file, PAL_NO_DATE), ==, PAL_BASELINE_CONFIRMED);
  g_assert_cmpint (get_baseline (file, last - 1), ==, PAL_BASELINE_SUGGESTED);
  confirm (file, FALSE, last);
  g_assert_cmpint (get_baseline (file, PAL_NO_DATE), ==, PAL_BASELINE_REFUSED);
}

/* A complaint about a neighbour, or of words alone, tells nothing of a baseline. */
static void
test_baseline_complaints (void)
{
  g_autoptr (PalClientFile) file = create_file (6);
  for (guint i = 0; i < 6; i++)
    add_mark (file, i, "itb-mid", PAL_SIDE_LEFT, 2);
  for (guint i = 0; i < 2; i++)
    get_visit (file, i)->complaint_text = g_strdup ("tired legs");
  g_assert_cmpint (get_baseline (file, PAL_NO_DATE), ==, PAL_BASELINE_SUGGESTED);

  const PalSidedRegion neighbour = { g_strdup ("itb-distal"), PAL_SIDE_RIGHT };
  g_array_append_val (get_visit (file, 2)->complaint_regions, neighbour);
  g_assert_cmpint (get_baseline (file, PAL_NO_DATE), ==, PAL_BASELINE_NONE);
}

static void
test_new_hands (void)
{
  g_autoptr (PalClientFile) file = create_file (5);
  for (guint i = 2; i < 5; i++)
    add_mark (file, i, "soleus", PAL_SIDE_RIGHT, 2);
  g_autoptr (PalInsights) same = measure (file);
  g_assert_false (pal_insights_find_region (same, "soleus", PAL_SIDE_RIGHT, NULL)->new_hands);

  for (guint i = 2; i < 5; i++)
    pal_visit_set_text (&get_visit (file, i)->therapist, "B");
  g_autoptr (PalInsights) other = measure (file);
  g_assert_true (pal_insights_find_region (other, "soleus", PAL_SIDE_RIGHT, NULL)->new_hands);
}

static void
test_client_reported (void)
{
  g_autoptr (PalClientFile) file = create_file (3);
  for (guint i = 0; i < 3; i++)
    add_mark (file, i, "soleus", PAL_SIDE_LEFT, 3)->source = PAL_SOURCE_CLIENT;
  g_autoptr (PalInsights) insights = measure (file);

  g_assert_cmpuint (insights->regions->len, ==, 0);
  g_assert_cmpuint (insights->balance->len, ==, 0);
  g_assert_cmpuint (insights->client_reported->len, ==, 2);
  const PalRegionRow *row = &g_array_index (insights->client_reported, PalRegionRow, 0);
  g_assert_cmpint (row->source, ==, PAL_SOURCE_CLIENT);
  g_assert_cmpint (row->course, ==, PAL_CLASS_PERSISTENT);
  g_assert_cmpint (insights->interval.reasons, ==, 0);
}

/* Of one kind only its own marks count, and a flag is told over all kinds alone. Left 2 and 3
 * against right 1 by hand: index 4/6. */
static void
test_balance_of_kind (void)
{
  const PalTerm *kind =
      pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, "trigger-point");
  g_autoptr (PalClientFile) file = create_file (8);
  for (guint i = 0; i < 8; i++)
    add_mark (file, i, "soleus", PAL_SIDE_RIGHT, 3);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (get_visit (file, i)->marks,
                     pal_mark_new ("soleus", PAL_SIDE_LEFT, "trigger-point", 2 + (int) i));
  g_ptr_array_add (get_visit (file, 4)->marks,
                   pal_mark_new ("soleus", PAL_SIDE_RIGHT, "trigger-point", 1));
  g_autoptr (PalInsights) insights = measure (file);
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  PalBalanceRow row = *pal_insights_find_balance (insights, "soleus");

  g_assert_cmpint (row.side, ==, PAL_SIDE_RIGHT);
  g_assert_true (row.flag);
  pal_matrix_recount_balance (matrix, kind, &row);
  g_assert_cmpuint (row.left, ==, 5);
  g_assert_cmpuint (row.right, ==, 1);
  g_assert_cmpuint (row.examined, ==, 8);
  g_assert_cmpfloat_with_epsilon (row.index, 4.0 / 6, 1e-9);
  g_assert_cmpint (row.side, ==, PAL_SIDE_LEFT);
  g_assert_false (row.flag);
}

/* A lasting imbalance is flagged on its side; the same marks on both sides are not. */
static void
test_flag (void)
{
  g_autoptr (PalClientFile) file = create_file (8);
  for (guint i = 0; i < 8; i++)
    {
      add_mark (file, i, "itb-mid", PAL_SIDE_LEFT, 2);
      add_mark (file, i, "soleus", PAL_SIDE_LEFT, 2);
      add_mark (file, i, "soleus", PAL_SIDE_RIGHT, 2);
    }
  g_autoptr (PalInsights) insights = measure (file);
  const PalBalanceRow *itb = pal_insights_find_balance (insights, "itb-mid");
  const PalBalanceRow *soleus = pal_insights_find_balance (insights, "soleus");

  g_assert_true (itb->flag);
  g_assert_cmpint (itb->side, ==, PAL_SIDE_LEFT);
  g_assert_cmpfloat (itb->index, ==, 1.0);
  g_assert_false (soleus->flag);
  g_assert_cmpfloat (soleus->index, ==, 0.0);
  g_assert_null (pal_insights_find_balance (insights, "masseter"));
}

/* Only the last twelve visits count: an old mark keeps its row, and says nothing. */
static void
test_old_mark (void)
{
  g_autoptr (PalClientFile) file = create_file (14);
  add_mark (file, 0, "soleus", PAL_SIDE_LEFT, 2);
  g_autoptr (PalInsights) insights = measure (file);
  const PalRegionRow *row = pal_insights_find_region (insights, "soleus", PAL_SIDE_LEFT, NULL);
  const PalBalanceRow *balance = pal_insights_find_balance (insights, "soleus");

  g_assert_cmpint (row->course, ==, PAL_CLASS_NONE);
  g_assert_cmpuint (row->all_marked, ==, 1);
  g_assert_true (isnan (row->mean));
  g_assert_cmpint (row->last, ==, PAL_NO_DATE);
  g_assert_true (isnan (balance->index) && isnan (balance->low) && isnan (balance->high));
  g_assert_cmpint (balance->side, ==, PAL_SIDE_MIDLINE);
}

static void
test_matrix (void)
{
  g_autoptr (PalClientFile) file = create_file (4);
  const PalRegion *soleus = pal_atlas_find_region (kit_get_atlas (), "soleus");
  get_visit (file, 2)->examined = kit_words_new ("hip");
  add_mark (file, 0, "soleus", PAL_SIDE_LEFT, 2);
  add_mark (file, 3, "soleus", PAL_SIDE_LEFT, 3);
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());

  guint severity, examined, marked;
  g_assert_cmpuint (pal_matrix_get_visits (matrix)->len, ==, 4);
  g_assert_cmpint (pal_matrix_get (matrix, 3, soleus, PAL_SIDE_LEFT, &severity), ==,
                   PAL_REGION_KNOWN);
  g_assert_cmpuint (severity, ==, 3);
  g_assert_cmpint (pal_matrix_get (matrix, 2, soleus, PAL_SIDE_LEFT, &severity), ==,
                   PAL_REGION_UNKNOWN);
  g_assert_cmpfloat_with_epsilon (pal_matrix_get_burden (matrix, 0, 3, soleus, PAL_SIDE_LEFT,
                                                         &examined, &marked),
                                  5 / 3.0, 1e-12);
  g_assert_cmpuint (examined, ==, 3);
  g_assert_cmpuint (marked, ==, 2);
  g_assert_true (isnan (pal_matrix_get_burden (matrix, 2, 2, soleus, PAL_SIDE_LEFT, NULL, NULL)));
}

static void
add_week (const PalClientFile *file, const char *name, double km, double longest_km)
{
  PalTrainingWeek *week = g_new0 (PalTrainingWeek, 1);
  g_assert_true (pal_week_parse (name, &week->monday));
  week->km = km;
  week->longest_km = longest_km;
  week->minutes = 200;
  week->sessions = PAL_UNSET;
  week->effort = 6;
  g_ptr_array_add (file->client->training_weeks, week);
}

/* Weeks alone are coarse: 15 km after 12 km in the four weeks before is 25 % over. */
static void
test_weeks (void)
{
  g_autoptr (PalClientFile) file = create_file (1);
  add_week (file, "2025-W30", 40, 20);
  add_week (file, "2025-W35", 30, 12);
  add_week (file, "2025-W36", 33, 15);
  add_week (file, "2025-W38", 33, 16.5);
  g_autoptr (PalLoadResult) load = pal_load_measure (file->client, file->visits, PAL_NO_DATE);

  g_assert_true (load->coarse);
  g_assert_cmpuint (load->spikes->len, ==, 1);
  const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, 0);
  g_assert_cmpfloat (spike->longest, ==, 12);
  g_assert_cmpfloat (spike->percent, ==, 25);
  g_assert_cmpint (spike->step, ==, PAL_SPIKE_10_TO_30);

  g_assert_true (isnan (g_array_index (load->weeks, PalLoadWeek, 1).change_percent));
  g_assert_cmpfloat (g_array_index (load->weeks, PalLoadWeek, 2).change_percent, ==, 10);
  g_assert_true (isnan (g_array_index (load->weeks, PalLoadWeek, 3).change_percent));
  g_assert_cmpfloat (g_array_index (load->weeks, PalLoadWeek, 0).load, ==, 1200);
}

static void
add_run (const PalClientFile *file, const char *day, double km, const char *terrain)
{
  PalRun *run = g_new0 (PalRun, 1);
  g_assert_true (pal_date_parse (day, &run->date));
  run->km = km;
  run->minutes = 50;
  run->effort = 4;
  run->terrain = g_strdup (terrain);
  g_ptr_array_add (file->client->runs, run);
}

static void
test_runs (void)
{
  g_autoptr (PalClientFile) file = create_file (1);
  add_week (file, "2025-W35", 30, 30);
  add_run (file, "2025-09-07", 10, "road");
  add_run (file, "2025-09-02", 8, "road");
  add_run (file, "2025-09-08", 10.5, "road");
  g_autoptr (PalLoadResult) load = pal_load_measure (file->client, file->visits, PAL_NO_DATE);

  g_assert_false (load->coarse);
  g_assert_cmpuint (load->spikes->len, ==, 1);
  g_assert_cmpfloat (g_array_index (load->spikes, PalLoadSpike, 0).percent, ==, 25);
  g_assert_cmpfloat (g_array_index (load->runs, PalLoadRun, 0).load, ==, 200);
  /* Summed by week; a Sunday still belongs to the week before. */
  g_assert_cmpuint (load->run_weeks->len, ==, 2);
  const PalLoadWeek *week = &g_array_index (load->run_weeks, PalLoadWeek, 0);
  g_assert_cmpfloat (week->km, ==, 18);
  g_assert_cmpfloat (week->longest_km, ==, 10);
  g_assert_cmpint (week->sessions, ==, 2);
  g_assert_cmpfloat (week->load, ==, 400);
}

/* New shoes and ground are told with their day; two kinds of ground in turn are no change. */
static void
test_changes (void)
{
  g_autoptr (PalClientFile) file = create_file (3);
  add_run (file, "2025-08-20", 10, "road");
  add_run (file, "2025-08-24", 10, "trail");
  add_run (file, "2025-08-27", 10, "road");
  add_run (file, "2025-09-07", 10, "trail");
  add_run (file, "2025-09-20", 10, "track");
  for (guint i = 0; i < 3; i++)
    get_visit (file, i)->state.shoes = g_strdup (i == 0 ? "Old" : "New");
  g_autoptr (PalLoadResult) load = pal_load_measure (file->client, file->visits, PAL_NO_DATE);

  g_assert_cmpuint (load->changes->len, ==, 3);
  const PalLoadChange *trail = &g_array_index (load->changes, PalLoadChange, 0);
  const PalLoadChange *shoes = &g_array_index (load->changes, PalLoadChange, 1);
  const PalLoadChange *track = &g_array_index (load->changes, PalLoadChange, 2);
  g_assert_cmpstr (trail->to, ==, "trail");
  g_assert_cmpint (shoes->what, ==, PAL_LOAD_CHANGE_SHOES);
  g_assert_cmpstr (shoes->from, ==, "Old");
  g_assert_cmpstr (shoes->to, ==, "New");
  g_assert_cmpint (shoes->date, ==, pal_time_get_date (get_visit (file, 1)->at));
  g_assert_false (shoes->since_last_visit);
  g_assert_cmpstr (track->from, ==, "trail");
  g_assert_true (track->since_last_visit);
}

static void
wear (const PalClientFile *file, guint visit, const char *shoes, const char *terrain)
{
  PalState *state = &get_visit (file, visit)->state;
  state->shoes = g_strdup (shoes);
  state->terrain = kit_words_new (terrain);
}

/* Nothing is said of shoes and ground for weeks, and then the same again: no change. */
static void
test_no_change_after_silence (void)
{
  g_autoptr (PalClientFile) file = create_file (12);
  wear (file, 0, "Old", "road camber");
  wear (file, 11, "Old", "camber road");
  g_assert_cmpint ((get_visit (file, 11)->at - get_visit (file, 0)->at) / 86400, >,
                   PAL_LOAD_MEMORY_DAYS);
  g_autoptr (PalLoadResult) load = pal_load_measure (file->client, file->visits, PAL_NO_DATE);

  g_assert_cmpuint (load->changes->len, ==, 0);
}

/* Back to old shoes after weeks in others is a change, told from those worn last. */
static void
test_change_back (void)
{
  g_autoptr (PalClientFile) file = create_file (12);
  wear (file, 0, "Old", "road");
  wear (file, 1, "New", "road");
  wear (file, 11, "Old", "road");
  g_autoptr (PalLoadResult) load = pal_load_measure (file->client, file->visits, PAL_NO_DATE);

  g_assert_cmpuint (load->changes->len, ==, 2);
  g_assert_cmpstr (g_array_index (load->changes, PalLoadChange, 1).from, ==, "New");
  g_assert_cmpstr (g_array_index (load->changes, PalLoadChange, 1).to, ==, "Old");
}

/* The made-up runner: the story the product is about. */
static void
test_runner (void)
{
  g_autoptr (PalClientFile) file = kit_runner_new (12);
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), NULL);
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), chains);

  const PalRegionRow *row = pal_insights_find_region (insights, "itb-mid", PAL_SIDE_LEFT, NULL);
  g_assert_cmpuint (row->marked, ==, row->examined);
  g_assert_cmpuint (row->streak, ==, PAL_WINDOW_VISITS);
  g_assert_true (pal_insights_find_balance (insights, "itb-mid")->flag);
  g_assert_true (pal_insights_find_pattern (insights, "itb-chain", PAL_SIDE_LEFT)->present);
  g_assert_false (pal_insights_find_pattern (insights, "itb-chain", PAL_SIDE_RIGHT)->present);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/empty", test_empty);
  g_test_add_func ("/insight/outlives-file", test_outlives_file);
  g_test_add_func ("/insight/baseline/word", test_baseline_word);
  g_test_add_func ("/insight/baseline/complaints", test_baseline_complaints);
  g_test_add_func ("/insight/new-hands", test_new_hands);
  g_test_add_func ("/insight/client-reported", test_client_reported);
  g_test_add_func ("/insight/flag", test_flag);
  g_test_add_func ("/insight/balance-of-kind", test_balance_of_kind);
  g_test_add_func ("/insight/old-mark", test_old_mark);
  g_test_add_func ("/insight/matrix", test_matrix);
  g_test_add_func ("/insight/load/weeks", test_weeks);
  g_test_add_func ("/insight/load/runs", test_runs);
  g_test_add_func ("/insight/load/changes", test_changes);
  g_test_add_func ("/insight/load/no-change-after-silence", test_no_change_after_silence);
  g_test_add_func ("/insight/load/change-back", test_change_back);
  g_test_add_func ("/insight/runner", test_runner);
  return g_test_run ();
}
