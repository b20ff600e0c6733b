/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for any client: mirrored, shuffled, cut off at a day, or with a visit at which
 * nothing was looked at. */

#include "config.h"

#include <math.h>

#include "insight/pal-insight.h"
#include "kit.h"
#include "random-client.h"
#include "tests/kit/kit-start.h"

#define N_CLIENTS 120

typedef struct
{
  GPtrArray *chains;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->chains = pal_chains_load (kit_get_atlas (), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->chains);
}

static PalInsights *
measure (const PalClientFile *file, PalDate at, GPtrArray *chains)
{
  return pal_insights_new (file, at, kit_get_atlas (), kit_get_vocabulary (), chains);
}

/* Puts down every figure of a client as text, left and right exchanged when @mirrored. Rounded to
 * ten decimals: a mirrored sum may be added up in another order. */
static void
print_number (GString *text, double number)
{
  if (isnan (number))
    g_string_append (text, " -");
  else
    g_string_append_printf (text, " %.10f", number == 0 ? 0.0 : number);
}

static PalSide
turn (PalSide side, gboolean mirrored)
{
  return mirrored ? pal_side_mirror (side) : side;
}

static char *
print_row (const PalInsights *insights, const PalRegionRow *row, gboolean mirrored)
{
  GString *text = g_string_new (pal_region_row_get_id (row));
  g_string_append_printf (text, " %d %s %d: %u %u %u %u %d %d %d %s %d %u %u %d",
                          turn (row->side, mirrored), pal_region_row_get_kind_id (row), row->source,
                          row->examined, row->marked, row->streak, row->clear, row->first,
                          row->last, row->since, pal_region_class_to_id (row->course),
                          row->baseline, row->all_examined, row->all_marked, row->new_hands);
  print_number (text, row->mean);
  print_number (text, row->burden);
  print_number (text, row->trend);
  print_number (text, row->confidence);
  print_number (text, row->response);
  print_number (text, row->held);
  for (guint i = 0; i < row->examined; i++)
    g_string_append_printf (text, " %s=%d", pal_insights_get_visit (insights, row->window[i])->id,
                            row->severities[i]);
  return g_string_free (text, FALSE);
}

static char *
print_balance (const PalInsights *insights, const PalBalanceRow *row, gboolean mirrored)
{
  GString *text = g_string_new (row->region->id);
  g_string_append_printf (text, " balance %d %d: %u %u %u", turn (row->side, mirrored), row->flag,
                          row->examined, mirrored ? row->right : row->left,
                          mirrored ? row->left : row->right);
  print_number (text, mirrored ? -row->index : row->index);
  print_number (text, mirrored ? -row->high : row->low);
  print_number (text, mirrored ? -row->low : row->high);
  print_number (text, row->weight);
  for (guint i = 0; i < row->examined; i++)
    g_string_append_printf (text, " %s", pal_insights_get_visit (insights, row->window[i])->id);
  return g_string_free (text, FALSE);
}

static char *
print_pattern (const PalInsights *insights, const PalPatternRow *row, gboolean mirrored)
{
  GString *text = g_string_new (row->chain->id);
  g_string_append_printf (text, " pattern %d %d: %u %u %u %u", turn (row->side, mirrored),
                          row->present, row->n_links, row->n_seen, row->n_visits, row->of_visits);
  for (guint i = 0; i < row->n_links; i++)
    {
      const PalPatternLink *link = &row->links[i];
      g_string_append_printf (text, " %s %u %u %d", link->link->id, link->looked_at, link->seen,
                              link->last);
      for (guint j = 0; j < link->seen; j++)
        g_string_append_printf (text, " %s",
                                pal_insights_get_visit (insights, link->visits[j])->id);
    }
  return g_string_free (text, FALSE);
}

static void
print_load (GPtrArray *lines, const PalInsights *insights)
{
  for (guint i = 0; i < insights->load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (insights->load->spikes, PalLoadSpike, i);
      g_ptr_array_add (lines,
                       g_strdup_printf ("spike %d %f %f", spike->date, spike->km, spike->percent));
    }
  g_ptr_array_add (lines, g_strdup_printf ("interval %d %u", insights->interval.weeks,
                                           insights->interval.reasons));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
print (const PalInsights *insights, gboolean mirrored)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GArray *lists[] = { insights->regions, insights->structures, insights->client_reported };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      g_ptr_array_add (lines,
                       print_row (insights, &g_array_index (lists[i], PalRegionRow, j), mirrored));
  for (guint i = 0; i < insights->balance->len; i++)
    g_ptr_array_add (lines,
                     print_balance (insights, &g_array_index (insights->balance, PalBalanceRow, i),
                                    mirrored));
  for (guint i = 0; i < insights->patterns->len; i++)
    g_ptr_array_add (lines,
                     print_pattern (insights, &g_array_index (insights->patterns, PalPatternRow, i),
                                    mirrored));
  print_load (lines, insights);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_same (const PalInsights *a, const PalInsights *b, gboolean mirrored)
{
  g_autofree char *first = print (a, FALSE);
  g_autofree char *second = print (b, mirrored);
  g_assert_cmpstr (first, ==, second);
}

static void
test_mirror (Fixture *fixture, gconstpointer data)
{
  guint n_flags = 0;
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      g_autoptr (PalClientFile) mirrored = mirror_client_new (file);
      g_autoptr (PalInsights) a = measure (file, PAL_NO_DATE, fixture->chains);
      g_autoptr (PalInsights) b = measure (mirrored, PAL_NO_DATE, fixture->chains);
      assert_same (a, b, TRUE);
      for (guint i = 0; i < a->balance->len; i++)
        n_flags += g_array_index (a->balance, PalBalanceRow, i).flag;
    }
  g_test_message ("%u flags", n_flags);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      g_autoptr (PalInsights) a = measure (file, PAL_NO_DATE, fixture->chains);
      shuffle_client (file, seed);
      g_autoptr (PalInsights) b = measure (file, PAL_NO_DATE, fixture->chains);
      assert_same (a, b, FALSE);
    }
}

/* A visit at which nothing was looked at, put somewhere among the others. Patterns look at the last
 * twelve visits of any kind, so they are left aside once there are that many, as is what hangs on
 * the last visit. */
static void
test_unexamined_visit (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      if (file->visits->len < 2)
        continue;
      GPtrArray *chains = file->visits->len < PAL_WINDOW_VISITS ? fixture->chains : NULL;
      g_autoptr (PalInsights) a = measure (file, PAL_NO_DATE, chains);

      const PalVisit *last = g_ptr_array_index (file->visits, file->visits->len - 1);
      const PalVisit *first = g_ptr_array_index (file->visits, 0);
      PalVisit *empty = pal_visit_new (file->client->id, (first->at + last->at) / 2 - 1);
      g_strfreev (empty->examined);
      empty->examined = g_new0 (char *, 1);
      g_ptr_array_add (file->visits, empty);
      g_autoptr (PalInsights) b = measure (file, PAL_NO_DATE, chains);
      g_assert_cmpuint (b->visits->len, ==, a->visits->len + 1);
      assert_same (a, b, FALSE);
    }
}

/* Looking back to a day is the same as not having the later visits and runs. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= N_CLIENTS; seed++)
    {
      g_autoptr (PalClientFile) file = random_client_new (seed);
      g_ptr_array_set_size (file->client->baseline, 0);
      if (file->visits->len < 3)
        continue;
      const PalVisit *middle = g_ptr_array_index (file->visits, file->visits->len / 2);
      const PalDate at = pal_time_get_date (middle->at);
      g_autoptr (PalInsights) a = measure (file, at, fixture->chains);

      for (guint i = file->visits->len; i > 0; i--)
        if (pal_time_get_date (((PalVisit *) g_ptr_array_index (file->visits, i - 1))->at) > at)
          g_ptr_array_remove_index (file->visits, i - 1);
      for (guint i = file->client->runs->len; i > 0; i--)
        if (((PalRun *) g_ptr_array_index (file->client->runs, i - 1))->date > at)
          g_ptr_array_remove_index (file->client->runs, i - 1);
      for (guint i = file->client->training_weeks->len; i > 0; i--)
        if (((PalTrainingWeek *) g_ptr_array_index (file->client->training_weeks, i - 1))->monday >
            at)
          g_ptr_array_remove_index (file->client->training_weeks, i - 1);
      g_autoptr (PalInsights) b = measure (file, PAL_NO_DATE, fixture->chains);
      g_assert_cmpint (a->at, ==, at);
      assert_same (a, b, FALSE);
    }
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/insight/properties/mirror", test_mirror);
  ADD ("/insight/properties/order", test_order);
  ADD ("/insight/properties/unexamined-visit", test_unexamined_visit);
  ADD ("/insight/properties/cut-off", test_cut_off);
  return g_test_run ();
}
