/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a key costs until it is on disk: kept beside the record, and as an edit of the record. */

#include "config.h"

#include <stdlib.h>

#include "store-kit.h"
#include "store/pal-typed.h"
#include "tests/kit/kit-start.h"

#define N_KEYS 2000

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what, gint64 *times)
{
  qsort (times, N_KEYS, sizeof *times, compare);
  g_test_message ("%s, %d keys: p50 %.3f ms, p99 %.3f ms, worst %.1f ms", what, N_KEYS,
                  (double) times[N_KEYS / 2] / 1000, (double) times[N_KEYS * 99 / 100] / 1000,
                  (double) times[N_KEYS - 1] / 1000);
}

static void
keep (Practice *practice, const char *draft, const char *text)
{
  g_autoptr (GError) error = NULL;

  pal_store_keep_typed (practice->store, KIT_RUNNER_ID, draft, "plan", text, &error);
  g_assert_no_error (error);
}

static void
edit (Practice *practice, const char *draft, const char *text)
{
  g_autoptr (PalVisit) visit = pal_store_get_visit (practice->store, draft, NULL);
  g_autoptr (PalChange) change = store_kit_edit (visit, text);
  g_autoptr (GError) error = NULL;

  pal_store_apply (practice->store, change, &error);
  g_assert_no_error (error);
}

static void
measure (Practice *practice, const char *what, void (*key) (Practice *, const char *, const char *))
{
  g_autofree char *draft = kit_visit_id_new (7);
  g_autofree gint64 *times = g_new (gint64, N_KEYS);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 n_audit = store_kit_count (practice->store, "select count (*) from audit");

  for (guint i = 0; i < N_KEYS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      g_string_append_c (text, i % 6 == 5 ? ' ' : 'a');
      key (practice, draft, text->str);
      times[i] = g_get_monotonic_time () - begin;
    }
  report (what, times);
  g_test_message ("%s: %d lines in the audit trail", what,
                  (int) (store_kit_count (practice->store, "select count (*) from audit") -
                         n_audit));
}

static void
bench_key (void)
{
  g_auto (Practice) practice = { NULL };

  practice_open_with (&practice, 8);
  measure (&practice, "kept", keep);
  measure (&practice, "edited", edit);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/store/bench/key", bench_key);
  return g_test_run ();
}
