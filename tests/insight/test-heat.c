/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heat map in numbers: spans, scopes and kinds; expected values counted by hand. */

#include "config.h"

#include "insight/pal-heat.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define DAY G_GINT64_CONSTANT (86400)
#define START G_GINT64_CONSTANT (1756717200) /* 2025-09-01T09:00:00Z */

/* Four visits, a fortnight apart. The thigh: severe trigger points and mild tightness at the first,
 * clear at the second, not examined at the third, tight and moderate at the fourth, for which the
 * client came. */
static PalClientFile *
create_file (void)
{
  g_autoptr (PalClient) client = pal_client_new ("Ex", "Ample");
  PalClientFile *file = pal_client_file_new (client);
  const PalSidedRegion complaint = { g_strdup ("itb-mid"), PAL_SIDE_LEFT };

  for (guint i = 0; i < 4; i++)
    {
      PalVisit *visit = pal_visit_new (client->id, START + i * 14 * DAY);
      if (i != 2)
        g_clear_pointer (&visit->examined, g_strfreev);
      g_ptr_array_add (file->visits, visit);
    }
  PalVisit *first = file->visits->pdata[0], *last = file->visits->pdata[3];
  g_ptr_array_add (first->marks, pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "trigger-point", 3));
  g_ptr_array_add (first->marks, pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 1));
  g_ptr_array_add (last->marks, pal_mark_new ("itb-mid", PAL_SIDE_LEFT, "tight", 2));
  g_array_append_val (last->complaint_regions, complaint);
  return file;
}

static PalHeatCell
measure (const PalClientFile *file, PalHeatQuery query, GArray *rows)
{
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  g_autoptr (PalHeat) heat = pal_heat_measure (matrix, &query, rows);
  return *pal_heat_get (heat, pal_atlas_find_region (kit_get_atlas (), "itb-mid"), PAL_SIDE_LEFT);
}

static void
test_all (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  const PalHeatCell cell = measure (file, (PalHeatQuery){ .last = 3 }, NULL);

  g_assert_cmpuint (cell.looked_at, ==, 3);
  g_assert_cmpuint (cell.examined, ==, 3);
  g_assert_cmpuint (cell.marked, ==, 2);
  g_assert_cmpfloat_with_epsilon (pal_heat_cell_get_burden (&cell), 5.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (pal_heat_cell_get_mean (&cell), 2.5, 1e-9);
}

/* Unexamined is not clear: a span of that visit alone rests on nothing. */
static void
test_span (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  PalHeatCell cell = measure (file, (PalHeatQuery){ .first = 2, .last = 2 }, NULL);
  g_assert_cmpuint (cell.looked_at, ==, 0);
  g_assert_cmpfloat (pal_heat_cell_get_burden (&cell), ==, 0);

  cell = measure (file, (PalHeatQuery){ .first = 1, .last = 2 }, NULL);
  g_assert_cmpuint (cell.examined, ==, 1);
  g_assert_cmpuint (cell.marked, ==, 0);
}

static void
test_kind (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  const PalTerm *kind = pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, "tight");
  const PalHeatCell cell = measure (file, (PalHeatQuery){ .last = 3, .kind = kind }, NULL);

  g_assert_cmpuint (cell.marked, ==, 2);
  g_assert_cmpuint (cell.sum, ==, 3);
}

static void
test_complaint (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  const PalHeatQuery query = { .last = 3, .scope = PAL_HEAT_COMPLAINT };
  const PalHeatCell cell = measure (file, query, NULL);

  g_assert_cmpuint (cell.looked_at, ==, 3);
  g_assert_cmpuint (cell.examined, ==, 1);
  g_assert_cmpuint (cell.sum, ==, 2);
}

static void
test_baseline (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  const PalHeatQuery query = { .last = 3, .scope = PAL_HEAT_BASELINE };
  g_assert_cmpuint (measure (file, query, NULL).examined, ==, 0);

  PalBaselineWord *word = g_new0 (PalBaselineWord, 1);
  word->region = g_strdup ("itb-mid");
  word->side = PAL_SIDE_LEFT;
  word->confirmed = TRUE;
  word->since = pal_time_get_date (START);
  g_ptr_array_add (file->client->baseline, word);
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), NULL);
  const PalHeatCell cell = measure (file, query, insights->regions);
  g_assert_cmpuint (cell.examined, ==, 3);
  g_assert_cmpuint (cell.marked, ==, 2);
}

static void
test_find_span (void)
{
  g_autoptr (PalClientFile) file = create_file ();
  g_autoptr (PalMatrix) matrix =
      pal_matrix_new (file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  const PalDate day = pal_time_get_date (START);
  guint first = 9, last = 9;

  g_assert_true (pal_heat_find_span (matrix, PAL_NO_DATE, PAL_NO_DATE, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 3);
  g_assert_true (pal_heat_find_span (matrix, day + 1, day + 28, &first, &last));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 2);
  g_assert_false (pal_heat_find_span (matrix, day + 1, day + 2, &first, &last));
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/heat/frequency-times-severity", test_all);
  g_test_add_func ("/insight/heat/unexamined-is-unknown", test_span);
  g_test_add_func ("/insight/heat/one-kind", test_kind);
  g_test_add_func ("/insight/heat/complaint-alone", test_complaint);
  g_test_add_func ("/insight/heat/baseline-alone", test_baseline);
  g_test_add_func ("/insight/heat/spans-by-day", test_find_span);
  return g_test_run ();
}
