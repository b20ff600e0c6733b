/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What insights of a whole practice cost, streamed one client at a time, against what the
 * database's own shell takes to read the same marks. The practice is made up in a folder that goes
 * away again. The shell knows nothing of digests of marks, so they are made before, and timed
 * apart: a practice that Palpate wrote has them.
 *
 *   bench-stream [CLIENTS]   1,000 when not said; 10,000 clients are 12.5 million marks
 */

#include "config.h"

#include <locale.h>
#include <malloc.h>
#include <sys/resource.h>

#include <gio/gio.h>

#include "insight/pal-insight.h"
#include "kit.h"
#include "store/pal-mark-digest.h"
#include "store/pal-store-private.h"

#define USUAL_CLIENTS 1000
#define VISITS 50
#define MARKS 25
#define TIMES 5
/* The aim: twice what the shell takes to add up the severities of the same marks. */
#define AT_MOST 2.0

/* What the shell is asked: by the joins that lead from a client to its marks nothing but their
 * severities, which is the least a scan can do; and all that statistics read of a mark, client by
 * client. */
#define WHOLE_MARKS                                                                                \
  "select clients.key, max (region), max (kind), sum (side), sum (severity_before), "              \
  "sum (severity_after), sum (source), sum (carried) from clients "                                \
  "cross join visits on visits.client = clients.key "                                              \
  "cross join marks on marks.visit = visits.key group by clients.key;"
#define SEVERITIES                                                                                 \
  "select sum (severity_before) from clients join visits on visits.client = clients.key "          \
  "join marks on marks.visit = visits.key;"

/* Three of four marks lie where the client's always do, the fourth anywhere; every fifth visit
 * looks at everything, the others at six groups. Numbers stand for chance: the same in every run.
 */
static const char fill[] =
    "create temp table places (n integer primary key);"
    "with recursive x (n) as (select 0 union all select n + 1 from x where n < %2$d - 1) "
    "insert into places select n from x;"
    "with recursive x (n) as (select 1 union all select n + 1 from x where n < %1$d) "
    "insert into clients (key, id, revision, given, figure) "
    "select n, printf ('client-%%d', n), 1, 'Client', 0 from x;"
    "with recursive x (n) as (select 0 union all select n + 1 from x where n < %1$d * %3$d - 1) "
    "insert into visits (key, id, client, revision, at, is_signed, therapist, examined) "
    "select n + 1, printf ('visit-%%d', n), n / %3$d + 1, 1, 1600000000 + n %% %3$d * 1209600, 1, "
    "iif (n %% 7 = 0, 'B', 'A'), iif (n %% 5 = 0, null, replace "
    "('neck,shoulder,low-back,hip,thigh,lower-leg,', ',', char (10))) from x;"
    "insert into marks (visit, position, region, side, kind, severity_before, severity_after, "
    "techniques, source, carried, concern) "
    "select visit, n, id, iif (paired, 1 + (place >> 3) %% 2, 0), "
    "case when place %% 10 < 8 then 'tight' when place %% 10 = 8 then 'trigger-point' else 'pain' "
    "end, 1 + (chance >> 5) %% 3, iif ((chance >> 9) %% 3 = 0, null, (chance >> 10) %% 2), "
    "iif ((chance >> 12) %% 2, 'stripping' || char (10), null), 0, 0, 0 from "
    "(select visit, n, chance, iif (chance %% 4 > 0, ((client * %2$d + n) * 40503 & 4294967295) >> "
    "4, other) place from (select visits.key visit, client, n, "
    "((visits.key * %2$d + n) * 2654435761 & 4294967295) >> 8 chance, "
    "((visits.key * %2$d + n) * 2246822519 & 4294967295) >> 7 other "
    "from visits cross join places)) "
    "join regions on regions.i = (place >> 4) %% (select count (*) from regions);"
    "with recursive x (n) as (select 0 union all select n + 1 from x where n < %1$d * %3$d - 1) "
    "insert into training_weeks (client, position, monday, km, longest_km, sessions, effort) "
    "select n / %3$d + 1, n %% %3$d, 18515 + n %% %3$d * 14, 30 + n %% 11, 12 + n %% 5, 4, 5 from "
    "x;";

static char *
create_script (guint n_clients)
{
  GString *script =
      g_string_new ("pragma synchronous = off; pragma foreign_keys = off;"
                    "pragma cache_size = -400000; begin;"
                    "create temp table regions (i integer, id text, paired integer);");
  for (guint i = 0; i < pal_atlas_get_n_regions (kit_get_atlas ()); i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i);
      g_string_append_printf (script, "insert into regions values (%u, '%s', %d);", i, region->id,
                              region->paired);
    }
  g_string_append (script, "create unique index temp.by_i on regions (i);");
  g_string_append_printf (script, fill, n_clients, MARKS, VISITS);
  g_string_append (script, "commit; pragma wal_checkpoint (truncate);");
  return g_string_free (script, FALSE);
}

/* Runs the database's shell on a script; its output is thrown away. */
static void
run_shell (const char *shell, const char *path, const char *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                        shell, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, script, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

static double
get_cpu_seconds (int who)
{
  struct rusage usage;
  getrusage (who, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static double
measure_shell (const char *shell, const char *path, const char *script)
{
  const double start = get_cpu_seconds (RUSAGE_CHILDREN);
  run_shell (shell, path, script);
  return get_cpu_seconds (RUSAGE_CHILDREN) - start;
}

/* What comes out, so that nobody can say it was not computed. */
typedef struct
{
  GPtrArray *chains;
  guint n_visits;
  guint n_marks;
  guint n_rows;
  guint n_flags;
} Sum;

static gboolean
add_client (const PalHistory *history, gpointer data, GError **error)
{
  Sum *sum = data;
  g_autoptr (PalInsights) insights =
      pal_insights_new_for_history (history, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (),
                                    sum->chains);

  sum->n_visits += insights->visits->len;
  sum->n_rows += insights->regions->len;
  sum->n_marks += history->marks->len;
  for (guint i = 0; i < insights->balance->len; i++)
    sum->n_flags += g_array_index (insights->balance, PalBalanceRow, i).flag;
  return TRUE;
}

static double
measure_digests (PalStore *store)
{
  g_auto (PalTransaction) transaction = { NULL };
  g_autoptr (GError) error = NULL;
  const double start = get_cpu_seconds (RUSAGE_SELF);

  pal_transaction_begin_write (&transaction, pal_store_get_database (store), &error);
  pal_mark_digest_keep_all (pal_store_get_database (store), &error);
  pal_transaction_commit (&transaction, &error);
  g_assert_no_error (error);
  return get_cpu_seconds (RUSAGE_SELF) - start;
}

static double
measure_stream (PalStore *store, Sum *sum)
{
  g_autoptr (GError) error = NULL;
  const double start = get_cpu_seconds (RUSAGE_SELF);

  *sum = (Sum){ .chains = sum->chains };
  pal_store_foreach_history (store, kit_get_atlas (), kit_get_vocabulary (), add_client, sum,
                             &error);
  g_assert_no_error (error);
  return get_cpu_seconds (RUSAGE_SELF) - start;
}

static long
get_peak_kb (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  /* As palpatectl: what one client leaves is kept for the next. */
  mallopt (M_TRIM_THRESHOLD, 16 * 1024 * 1024);
  mallopt (M_MMAP_THRESHOLD, 16 * 1024 * 1024);
  const guint n_clients = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : USUAL_CLIENTS;
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "many.palpate", NULL);
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), NULL);
  g_autoptr (GError) error = NULL;
  Sum sum = { .chains = chains };

  if (shell == NULL)
    {
      g_print ("sqlite3 is not installed, so there is nothing to compare with\n");
      return 77;
    }

  g_autoptr (PalStore) store = pal_store_open (path, PAL_STORE_OPEN_CREATE, "bench", &error);
  g_assert_no_error (error);
  g_autofree char *script = create_script (n_clients);
  run_shell (shell, path, script);

  const double digests = measure_digests (store);
  double marks = G_MAXDOUBLE;
  double severities = G_MAXDOUBLE;
  double stream = G_MAXDOUBLE;
  const long before_kb = get_peak_kb ();
  /* In turns, because a machine is not always equally fast. */
  for (guint i = 0; i < TIMES; i++)
    {
      marks = MIN (marks, measure_shell (shell, path, WHOLE_MARKS));
      severities = MIN (severities, measure_shell (shell, path, SEVERITIES));
      stream = MIN (stream, measure_stream (store, &sum));
    }
  g_assert_cmpuint (sum.n_marks, ==, n_clients * VISITS * MARKS);
  g_print ("%u clients, %u visits, %u marks, %u rows, %u flags\n", n_clients, sum.n_visits,
           sum.n_marks, sum.n_rows, sum.n_flags);
  g_print ("insights of all clients: %.2f s of CPU time, %.2f µs a mark\n", stream,
           1e6 * stream / sum.n_marks);
  g_print ("made digests of all marks in %.2f s, once\n", digests);
  g_print ("the shell adds up their severities in %.2f s: %.2f times, at most %.1f allowed\n",
           severities, stream / severities, AT_MOST);
  g_print ("the shell reads all that counts of them in %.2f s: %.2f times\n", marks,
           stream / marks);
  g_print ("peak memory %.1f MB, of which %.1f MB while streaming\n",
           (double) get_peak_kb () / 1000, (double) (get_peak_kb () - before_kb) / 1000);
  return stream <= AT_MOST * severities ? 0 : 1;
}
