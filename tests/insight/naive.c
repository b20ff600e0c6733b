/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The naive twin of the insight room. */

#include "config.h"

#include "naive.h"

#include <math.h>
#include <string.h>

#include "kit.h"

/* Observation ---------------------------------------------------------------------------------- */

static gboolean
does_count (const PalMark *mark, PalSource source)
{
  const PalTerm *kind = pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, mark->kind);
  return mark->source == source && !mark->carried && kind->has_severity && !kind->favourable;
}

static gboolean
is_on (const PalMark *mark, const char *region, PalSide side)
{
  const gboolean paired = pal_atlas_find_region (kit_get_atlas (), region)->paired;
  return strcmp (mark->region, region) == 0 && mark->side == (paired ? side : PAL_SIDE_MIDLINE);
}

static gboolean
is_known (const PalVisit *visit, const char *region, PalSide side, PalSource source)
{
  const PalRegion *found = pal_atlas_find_region (kit_get_atlas (), region);
  const PalGroup *group = pal_atlas_get_group (kit_get_atlas (), found->group);
  if (visit->examined == NULL)
    return TRUE;
  for (char **id = visit->examined; *id != NULL; id++)
    if (strcmp (*id, group->id) == 0)
      return TRUE;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (is_on (mark, region, side) && does_count (mark, source))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about (const PalMark *mark, const NaiveSubject *subject)
{
  if (!does_count (mark, subject->source))
    return FALSE;
  if (subject->kind != NULL && strcmp (mark->kind, subject->kind) != 0)
    return FALSE;
  for (guint i = 0; i < subject->n_regions; i++)
    if (is_on (mark, subject->regions[i], subject->side))
      return TRUE;
  return FALSE;
}

int
naive_severity (const PalVisit *visit, const NaiveSubject *subject)
{
  int severity = -1;
  for (guint i = 0; i < subject->n_regions; i++)
    if (is_known (visit, subject->regions[i], subject->side, subject->source))
      severity = 0;
  for (guint i = 0; severity >= 0 && i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (is_about (mark, subject) && mark->before > severity)
        severity = mark->before;
    }
  return severity;
}

NaiveVisits
naive_sort (const PalClientFile *file, PalDate at)
{
  NaiveVisits visits = { .n = 0 };
  for (guint i = 0; i < file->visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (file->visits, i);
      if (at != PAL_NO_DATE && pal_time_get_date (visit->at) > at)
        continue;
      guint place = visits.n++;
      while (place > 0 && (visits.at[place - 1]->at > visit->at ||
                           (visits.at[place - 1]->at == visit->at &&
                            strcmp (visits.at[place - 1]->id, visit->id) > 0)))
        {
          visits.at[place] = visits.at[place - 1];
          place--;
        }
      visits.at[place] = visit;
    }
  return visits;
}

/* One row ----------------------------------------------------------------------------------------
 */

/* P(share > x) under Beta(½ + k, ½ + n − k), by Simpson's rule: with t = sin² u the density is
 * sin²ᵏ u · cos²⁽ⁿ⁻ᵏ⁾ u, and nothing is infinite. */
static double
integrate (double from, double to, guint k, guint n)
{
  const int steps = 2000;
  const double h = (to - from) / steps;
  double sum = 0.0;
  for (int i = 0; i <= steps; i++)
    {
      const double u = from + i * h;
      const double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * pow (sin (u), 2.0 * k) * pow (cos (u), 2.0 * (n - k));
    }
  return sum * h / 3;
}

/* There are few different questions; each is worked out once. */
static double
tell_probability_above (double x, guint k, guint n)
{
  static double answers[2][13][13];
  double *answer = &answers[x == 0.4][k][n];
  const double u = asin (sqrt (x));
  g_assert_true (x == 0.4 || x == 1 / 3.0);
  if (*answer == 0.0)
    *answer = integrate (u, G_PI / 2, k, n) / integrate (0, G_PI / 2, k, n);
  return *answer;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double left = *(const double *) a, right = *(const double *) b;
  return left < right ? -1 : left > right;
}

static double
tell_trend (const PalVisit **visits, const int *s, guint n)
{
  double slopes[NAIVE_MAX_VISITS * NAIVE_MAX_VISITS];
  guint n_slopes = 0;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        if (visits[i]->at / 86400 == visits[j]->at / 86400)
          continue;
        const double days = (visits[j]->at - visits[i]->at) / 86400.0;
        slopes[n_slopes++] = 28 * (s[j] - s[i]) / days;
      }
  if (n < 4 || n_slopes == 0)
    return NAN;
  qsort (slopes, n_slopes, sizeof (double), compare_doubles);
  if (n_slopes % 2 == 1)
    return slopes[n_slopes / 2];
  return (slopes[n_slopes / 2 - 1] + slopes[n_slopes / 2]) / 2;
}

static const char *
tell_class (const int *s, guint n, guint k, guint streak, guint clear)
{
  if (k == 0)
    return "none";
  if (n < 3)
    return "too-few";
  if (clear >= 2)
    return k >= 2 ? "resolved" : "occasional";
  if (clear == 1)
    return k >= 3 && 3 * k >= n ? "recurring" : "occasional";
  if (streak >= 3)
    {
      const gboolean rose = s[n - 2] > s[n - 3] || s[n - 1] > s[n - 2];
      return !rose && s[n - 1] < s[n - 3] ? "resolving" : "persistent";
    }
  if (k == 2 && streak == 2 && n >= 4 && s[n - 1] <= 2 && s[n - 2] <= 2)
    return "early-sign";
  if (k >= 3 && 3 * k >= n)
    return "recurring";
  if (k == 1 && streak == 1)
    return "new";
  return "occasional";
}

/* Whether the complaint names the region, a neighbour of it, or is nothing but words. */
static gboolean
may_explain (const PalVisit *visit, const char *region)
{
  if (visit->complaint_text != NULL && visit->complaint_regions->len == 0)
    return TRUE;
  const PalRegion *about = pal_atlas_find_region (kit_get_atlas (), region);
  for (guint i = 0; i < visit->complaint_regions->len; i++)
    {
      const char *named = g_array_index (visit->complaint_regions, PalSidedRegion, i).region;
      if (strcmp (named, region) == 0)
        return TRUE;
      for (guint j = 0; j < about->n_neighbours; j++)
        if (strcmp (pal_atlas_get_region (kit_get_atlas (), about->neighbours[j])->id, named) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
tell_responses (NaiveRow *row, const PalVisit **visits, const int *s, const NaiveSubject *subject)
{
  double gain = 0, held = 0;
  int n_gain = 0, n_held = 0;
  for (guint i = 0; i < row->examined; i++)
    {
      int after = -1;
      for (guint j = 0; j < visits[i]->marks->len; j++)
        {
          const PalMark *mark = g_ptr_array_index (visits[i]->marks, j);
          if (!is_about (mark, subject) || mark->after == PAL_UNSET)
            continue;
          gain += mark->before - mark->after;
          n_gain++;
          after = MAX (after, mark->after);
        }
      if (after >= 0 && i + 1 < row->examined)
        {
          held += s[i + 1] - after;
          n_held++;
        }
    }
  row->response = n_gain > 0 ? gain / n_gain : NAN;
  row->held = n_held > 0 ? held / n_held : NAN;
}

static void
tell_baseline (NaiveRow *row, const PalVisit **visits, const int *s, const NaiveSubject *subject)
{
  guint n0 = 0, k0 = 0;
  for (guint i = 0; i < row->examined; i++)
    if (!may_explain (visits[i], subject->regions[0]))
      {
        n0++;
        k0 += s[i] > 0;
      }
  row->baseline = n0 >= 4 && tell_probability_above (0.4, k0, n0) >= 0.9;
}

void
naive_row_clear (NaiveRow *self)
{
  g_clear_pointer (&self->visits, g_free);
}

NaiveRow
naive_measure (const NaiveVisits *visits, const NaiveSubject *subject)
{
  NaiveRow row = { .first = PAL_NO_DATE, .last = PAL_NO_DATE, .since = PAL_NO_DATE };
  const PalVisit *window[NAIVE_MAX_VISITS];
  int s[NAIVE_MAX_VISITS] = { 0 };
  int sum = 0;
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < visits->n; i++)
    if (naive_severity (visits->at[i], subject) >= 0)
      {
        window[row.all_examined++] = visits->at[i];
        row.all_marked += naive_severity (visits->at[i], subject) > 0;
      }
  row.examined = MIN (row.all_examined, 12);
  row.course = "none";
  if (row.all_marked == 0)
    return row;
  memmove (window, window + row.all_examined - row.examined, row.examined * sizeof *window);

  for (guint i = 0; i < row.examined; i++)
    {
      const PalDate day = pal_time_get_date (window[i]->at);
      s[i] = naive_severity (window[i], subject);
      sum += s[i];
      if (s[i] == 0)
        {
          row.clear++;
          row.streak = 0;
          row.since = PAL_NO_DATE;
          continue;
        }
      g_string_append_printf (ids, "%s ", window[i]->id);
      row.marked++;
      row.clear = 0;
      if (row.streak++ == 0)
        row.since = day;
      if (row.marked == 1)
        row.first = day;
      row.last = day;
      row.last_severity = s[i];
    }
  row.mean = row.marked > 0 ? (double) sum / row.marked : NAN;
  row.burden = row.examined > 0 ? (double) sum / row.examined : 0;
  row.trend = tell_trend (window, s, row.examined);
  row.confidence = tell_probability_above (1 / 3.0, row.marked, row.examined);
  row.course = tell_class (s, row.examined, row.marked, row.streak, row.clear);
  tell_responses (&row, window, s, subject);
  tell_baseline (&row, window, s, subject);
  row.visits = g_strdup (ids->str);
  return row;
}

/* Patterns ---------------------------------------------------------------------------------------
 */

static int
look_at_link (const PalVisit *visit, const PalChainLink *link, PalSide side)
{
  int best = -1;
  for (guint i = 0; i < link->n_regions; i++)
    for (PalSide other = PAL_SIDE_LEFT; other <= PAL_SIDE_RIGHT; other++)
      {
        const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), link->regions[i]);
        const NaiveSubject subject = { { region->id }, 1, other, NULL, PAL_SOURCE_THERAPIST };
        if (link->same_side && other != side)
          continue;
        best = MAX (best, MIN (naive_severity (visit, &subject), 1));
      }
  return best;
}

NaivePattern
naive_find_pattern (const NaiveVisits *visits, const PalChain *chain, PalSide side)
{
  NaivePattern pattern = { .n_links = 0 };
  guint visits_with[32] = { 0 };

  for (guint v = visits->n > 12 ? visits->n - 12 : 0; v < visits->n; v++)
    {
      guint seen = 0, looked_at = 0;
      pattern.n_links = 0;
      for (guint i = 0; i < chain->links->len; i++)
        {
          const PalChainLink *link = g_ptr_array_index (chain->links, i);
          if (link->factor != NULL)
            continue;
          const int state = look_at_link (visits->at[v], link, side);
          pattern.looked_at[pattern.n_links] += state >= 0;
          pattern.seen[pattern.n_links] += state > 0;
          pattern.last[pattern.n_links++] = state;
          looked_at += state >= 0;
          seen += state > 0;
        }
      pattern.n_visits += seen >= 2;
      pattern.of_visits += looked_at >= 2;
      for (guint i = 0; i <= seen; i++)
        visits_with[i]++;
    }
  for (guint i = 0; i < pattern.n_links; i++)
    pattern.n_seen += pattern.seen[i] >= 2;
  if (pattern.n_links <= 3)
    pattern.present = pattern.n_seen + 1 >= pattern.n_links && visits_with[2] >= 2;
  else
    pattern.present =
        pattern.n_seen >= 3 && 2 * pattern.n_seen >= pattern.n_links && visits_with[3] >= 2;
  return pattern;
}

/* Load and interval ------------------------------------------------------------------------------
 */

/* By hundredths of a kilometre, so that ten percent are ten percent. */
static const char *
tell_step (double km, double longest)
{
  const gint64 part = lround (km * 100) * 100;
  const gint64 whole = lround (longest * 100);
  if (part <= 110 * whole)
    return NULL;
  return part <= 130 * whole ? "10-30" : part <= 200 * whole ? "30-100" : ">100";
}

static double
find_longest_before (const PalClient *client, PalDate date)
{
  double longest = -1;
  for (guint i = 0; i < client->runs->len; i++)
    {
      const PalRun *run = g_ptr_array_index (client->runs, i);
      if (run->date < date && run->date >= date - 30)
        longest = MAX (longest, run->km);
    }
  return longest;
}

static double
find_longest_week_before (const PalClient *client, PalDate monday)
{
  double longest = -1;
  for (guint i = 0; i < client->training_weeks->len; i++)
    {
      const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);
      if (week->monday < monday && week->monday >= monday - 28)
        longest = MAX (longest, week->longest_km);
    }
  return longest;
}

static gboolean
has_runs (const PalClient *client, PalDate at)
{
  for (guint i = 0; i < client->runs->len; i++)
    {
      const PalRun *run = g_ptr_array_index (client->runs, i);
      if (run->km >= 0 && (at == PAL_NO_DATE || run->date <= at))
        return TRUE;
    }
  return FALSE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_spike (GPtrArray *lines, PalDate date, double km, double longest, PalDate at)
{
  const char *step = longest > 0 && km >= 0 ? tell_step (km, longest) : NULL;
  if (step == NULL || (at != PAL_NO_DATE && date > at))
    return;
  g_autofree char *day = pal_date_format (date);
  g_ptr_array_add (lines, g_strdup_printf ("%s %06.2f %.2f %s", day, km, longest, step));
}

char *
naive_spikes (const PalClient *client, PalDate at)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  if (has_runs (client, at))
    for (guint i = 0; i < client->runs->len; i++)
      {
        const PalRun *run = g_ptr_array_index (client->runs, i);
        add_spike (lines, run->date, run->km, find_longest_before (client, run->date), at);
      }
  else
    for (guint i = 0; i < client->training_weeks->len; i++)
      {
        const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);
        add_spike (lines, week->monday, week->longest_km,
                   find_longest_week_before (client, week->monday), at);
      }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

static gboolean
is_busy (const PalClient *client, PalDate last)
{
  double km = 0, sessions = 0;
  int n_km = 0, n_sessions = 0, n = 0;
  /* The last four, found one after the other from the latest. */
  for (PalDate latest = last; n < 4;)
    {
      const PalTrainingWeek *best = NULL;
      for (guint i = 0; i < client->training_weeks->len; i++)
        {
          const PalTrainingWeek *week = g_ptr_array_index (client->training_weeks, i);
          if (week->monday <= latest && (best == NULL || week->monday > best->monday))
            best = week;
        }
      if (best == NULL)
        break;
      latest = best->monday - 1;
      n++;
      km += MAX (best->km, 0);
      n_km += best->km >= 0;
      sessions += MAX (best->sessions, 0);
      n_sessions += best->sessions >= 0;
    }
  return (n_km > 0 && km / n_km >= 50) || (n_sessions > 0 && sessions / n_sessions >= 5);
}

static gboolean
went_far (const PalClient *client, PalDate last)
{
  for (guint i = 0; i < client->runs->len; i++)
    {
      const PalRun *run = g_ptr_array_index (client->runs, i);
      const double longest = find_longest_before (client, run->date);
      if (run->km < 0 || longest <= 0 || run->date > last || run->date < last - 28)
        continue;
      const char *step = tell_step (run->km, longest);
      if (step != NULL && strcmp (step, "10-30") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_finding (const NaiveVisits *visits)
{
  for (guint i = 0; i < pal_atlas_get_n_regions (kit_get_atlas ()); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side <= PAL_SIDE_RIGHT; side++)
      {
        const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i);
        if (region->paired == (side == PAL_SIDE_MIDLINE))
          continue;
        const NaiveSubject subject = { { region->id }, 1, side, NULL, PAL_SOURCE_THERAPIST };
        g_auto (NaiveRow) row = naive_measure (visits, &subject);
        if ((strcmp (row.course, "persistent") == 0 || strcmp (row.course, "recurring") == 0) &&
            row.last_severity >= 2)
          return TRUE;
      }
  return FALSE;
}

char *
naive_interval (const PalClientFile *file, const NaiveVisits *visits, PalDate at)
{
  if (visits->n == 0)
    return g_strdup ("4 ");

  const PalVisit *visit = visits->at[visits->n - 1];
  const PalDate last = pal_time_get_date (visit->at);
  const int days = visit->state.next_race == PAL_NO_DATE ? -1 : visit->state.next_race - last;
  const gboolean finding = has_finding (visits);
  const gboolean complaint = visit->complaint_text != NULL || visit->complaint_regions->len > 0;
  const gboolean volume = is_busy (file->client, last);
  const gboolean race = days >= 0 && days <= 42;
  const gboolean spike = went_far (file->client, last);
  return g_strdup_printf ("%d %s%s%s%s%s", 4 - (finding || complaint) - volume - (race || spike),
                          finding ? "finding " : "", complaint ? "complaint " : "",
                          volume ? "volume " : "", race ? "race " : "", spike ? "spike " : "");
}
