/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of pal-words-insight.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-words-insight.h"

#include <math.h>

#include "report/pal-words-private.h"

/* Fewer visits tell nothing of recurrence; the same bound as of %PAL_CLASS_TOO_FEW. */
#define MIN_VISITS 3

/* Severity per 28 days from which a movement is worth a word: a step within four visits a month
 * apart. */
#define TREND_WORTH_A_WORD 0.25

static PalDate
get_day (const PalInsights *insights, guint place)
{
  return pal_time_get_local_date (pal_insights_get_visit (insights, place)->at);
}

char *
pal_words_basis (const PalInsights *insights)
{
  const guint n = insights->visits->len;
  if (n == 0)
    return g_strdup (_ ("No visits yet."));
  g_autofree char *first = pal_date_format_display (get_day (insights, 0));
  g_autofree char *last = pal_date_format_display (get_day (insights, n - 1));
  if (n == 1)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("One visit, on %s: too few visits to tell."), first);
  if (n < MIN_VISITS)
    /* Translators: %1$u is a number of visits, at least 2; %2$s and %3$s are days. */
    return g_strdup_printf (ngettext ("%1$u visit from %2$s to %3$s: too few visits to tell.",
                                      "%1$u visits from %2$s to %3$s: too few visits to tell.", n),
                            n, first, last);
  /* Translators: %1$u is a number of visits, at least 3; %2$s and %3$s are days. */
  return g_strdup_printf (ngettext ("%1$u visit from %2$s to %3$s.",
                                    "%1$u visits from %2$s to %3$s.", n),
                          n, first, last);
}

char *
pal_words_seen_at (guint seen, guint visits)
{
  /* Translators: as in "seen at 9 of 11 visits"; the plural goes by the second number. */
  return g_strdup_printf (ngettext ("seen at %1$u of %2$u visit", "seen at %1$u of %2$u visits",
                                    visits),
                          seen, visits);
}

char *
pal_words_of_visits (guint seen, guint visits)
{
  /* Translators: as in "9 of 11 visits"; the plural goes by the second number. */
  return g_strdup_printf (ngettext ("%1$u of %2$u visit", "%1$u of %2$u visits", visits), seen,
                          visits);
}

char *
pal_words_n_visits (guint visits)
{
  return g_strdup_printf (ngettext ("%u visit", "%u visits", visits), visits);
}

/* One row ---------------------------------------------------------------------------------------
 */

const char *
pal_words_class (PalRegionClass course)
{
  switch (course)
    {
    case PAL_CLASS_NONE:
      return C_ ("course", "Not seen lately");
    case PAL_CLASS_TOO_FEW:
      return C_ ("course", "Too few visits to tell");
    case PAL_CLASS_NEW:
      return C_ ("course", "New");
    case PAL_CLASS_EARLY_SIGN:
      return C_ ("course", "Early sign");
    case PAL_CLASS_OCCASIONAL:
      return C_ ("course", "Now and then");
    case PAL_CLASS_RECURRING:
      return C_ ("course", "Recurring");
    case PAL_CLASS_PERSISTENT:
      return C_ ("course", "Persistent");
    case PAL_CLASS_RESOLVING:
      return C_ ("course", "Easing");
    case PAL_CLASS_RESOLVED:
      return C_ ("course", "Settled");
    case PAL_CLASS_N:
      break;
    }
  g_return_val_if_reached ("");
}

const char *
pal_words_class_plain (PalRegionClass course)
{
  switch (course)
    {
    case PAL_CLASS_NONE:
      return _ ("Marked once, but not at the last visits that looked.");
    case PAL_CLASS_TOO_FEW:
      return _ ("Too few visits to tell.");
    case PAL_CLASS_NEW:
      return _ ("Marked for the first time at the last visit.");
    case PAL_CLASS_EARLY_SIGN:
      return _ ("Marked at the last two visits and not before, still mild: worth checking.");
    case PAL_CLASS_OCCASIONAL:
      return _ ("Marked now and then.");
    case PAL_CLASS_RECURRING:
      return _ ("Comes back: marked at one visit in three or more, with gaps.");
    case PAL_CLASS_PERSISTENT:
      return _ ("Marked at each of the last three visits or more.");
    case PAL_CLASS_RESOLVING:
      return _ ("Marked at each of the last three visits or more, and falling.");
    case PAL_CLASS_RESOLVED:
      return _ ("Was marked before, clear at the last two visits or more.");
    case PAL_CLASS_N:
      break;
    }
  g_return_val_if_reached ("");
}

char *
pal_words_structure (const PalStructure *structure, PalSide side)
{
  return pal_side_dup_label (side, pal_structure_get_short_name (structure));
}

char *
pal_words_row_name (const PalRegionRow *row)
{
  g_autofree char *place = row->region != NULL ? pal_region_dup_short_label (row->region, row->side)
                                               : pal_words_structure (row->structure, row->side);
  if (row->kind == NULL)
    return g_steal_pointer (&place);
  /* Translators: place and kind of finding, as in "Left ITB mid, trigger point". */
  return g_strdup_printf (C_ ("row", "%1$s, %2$s"), place, pal_term_get_name (row->kind));
}

char *
pal_words_course_since (const PalRegionRow *row)
{
  g_autofree char *last = row->last != PAL_NO_DATE ? pal_date_format_display (row->last) : NULL;
  g_autofree char *since = row->since != PAL_NO_DATE ? pal_date_format_display (row->since) : NULL;
  if (row->course == PAL_CLASS_TOO_FEW || last == NULL)
    return NULL;
  if (row->clear >= 2)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("has not come back since %s"), last);
  if (row->clear == 1)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("clear last time, before that on %s"), last);
  if (row->streak >= 2)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("every time since %s"), since);
  if (row->all_marked == 1)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("first on %s"), last);
  /* Translators: %s is a day. */
  return g_strdup_printf (_ ("again on %s"), last);
}

const char *
pal_words_trend (const PalRegionRow *row)
{
  if (isnan (row->trend) || row->streak < 2)
    return NULL;
  /* The class goes by the last three visits, the slope by all: the two must not quarrel. */
  if (row->course == PAL_CLASS_RESOLVING)
    return C_ ("trend", "easing");
  if (row->trend >= TREND_WORTH_A_WORD)
    return C_ ("trend", "rising");
  if (row->trend <= -TREND_WORTH_A_WORD)
    return C_ ("trend", "easing");
  return C_ ("trend", "steady");
}

char *
pal_words_row (const PalRegionRow *row)
{
  g_autofree char *seen = pal_words_seen_at (row->marked, row->examined);
  g_autofree char *since = pal_words_course_since (row);
  const char *trend = pal_words_trend (row);
  const char *parts[4] = { seen }; /* ended by NULL */
  guint n = 1;

  if (since != NULL)
    parts[n++] = since;
  if (trend != NULL)
    parts[n++] = trend;
  return g_strjoinv (C_ ("list", ", "), (char **) parts);
}

char *
pal_words_row_sentence (const PalRegionRow *row)
{
  g_autofree char *words = pal_words_row (row);
  g_autofree char *capital = pal_words_capitalise (words);
  /* Translators: makes a sentence of words. */
  return g_strdup_printf (C_ ("sentence", "%s."), capital);
}

char *
pal_words_response (const PalRegionRow *row)
{
  if (isnan (row->response))
    return NULL;
  if (isnan (row->held))
    /* Translators: %.1f is a mean difference of severity, 0 to 3. */
    return g_strdup_printf (_ ("Eased by %.1f steps of three within the visit."), row->response);
  if (row->held <= 0)
    /* Translators: %.1f is a mean difference of severity, 0 to 3. */
    return g_strdup_printf (
        _ ("Eased by %.1f steps of three within the visit, and that held until the next."),
        row->response);
  /* Translators: %1$.1f and %2$.1f are mean differences of severity, 0 to 3. */
  return g_strdup_printf (
      _ ("Eased by %1$.1f steps of three within the visit; %2$.1f came back by the next."),
      row->response, row->held);
}

char *
pal_words_new_hands (const PalRegionRow *row)
{
  if (!row->new_hands || row->source == PAL_SOURCE_CLIENT)
    return NULL;
  return g_strdup (_ ("Another therapist charted when this changed."));
}

char *
pal_words_confidence (const PalRegionRow *row)
{
  /* Never "100 % sure": a count of visits proves nothing. */
  const int percent = CLAMP ((int) floor (row->confidence * 100), 1, 99);
  /* Translators: %d is a percentage. */
  return g_strdup_printf (_ ("Chance that it is there at more than one visit in three: %d %%."),
                          percent);
}

const char *
pal_words_baseline (PalBaseline baseline)
{
  switch (baseline)
    {
    case PAL_BASELINE_SUGGESTED:
      return _ ("There whatever the complaint, as far as the visits show: a baseline?");
    case PAL_BASELINE_CONFIRMED:
      return _ ("Baseline: there whatever the complaint.");
    case PAL_BASELINE_REFUSED:
      return _ ("Not taken as a baseline.");
    case PAL_BASELINE_NONE:
    case PAL_BASELINE_N:
      break;
    }
  return NULL;
}

/* Left against right ----------------------------------------------------------------------------
 */

char *
pal_words_balance (const PalBalanceRow *row)
{
  const char *name = pal_region_get_short_name (row->region);
  switch (row->side)
    {
    case PAL_SIDE_LEFT:
      return g_strdup_printf (row->flag
                                  /* Translators: %s is the name of a region. */
                                  ? _ ("%s: more on the left, worth checking")
                                  /* Translators: %s is the name of a region. */
                                  : _ ("%s: a little more on the left"),
                              name);
    case PAL_SIDE_RIGHT:
      return g_strdup_printf (row->flag
                                  /* Translators: %s is the name of a region. */
                                  ? _ ("%s: more on the right, worth checking")
                                  /* Translators: %s is the name of a region. */
                                  : _ ("%s: a little more on the right"),
                              name);
    case PAL_SIDE_MIDLINE:
    case PAL_SIDE_N:
      break;
    }
  /* Translators: %s is the name of a region. */
  return g_strdup_printf (_ ("%s: the same on both sides"), name);
}

char *
pal_words_balance_summary (const PalInsights *insights, GArray *rows, const PalTerm *kind)
{
  guint n_flags = 0;
  for (guint i = 0; i < rows->len; i++)
    n_flags += g_array_index (rows, PalBalanceRow, i).flag;
  if (insights->visits->len < MIN_VISITS)
    return g_strdup (_ ("Too few visits to tell."));
  if (kind != NULL)
    /* Translators: %s is a kind of finding, as in "Trigger point". */
    return g_strdup_printf (_ ("Counted here: %s. What is worth checking is told over all kinds "
                               "together."),
                            pal_term_get_name (kind));
  if (n_flags == 0)
    return g_strdup (_ ("No pair leans so far that it would be worth checking."));
  return g_strdup_printf (ngettext ("%u pair leans to one side: worth checking.",
                                    "%u pairs lean to one side: worth checking.", n_flags),
                          n_flags);
}

char *
pal_words_balance_numbers (const PalBalanceRow *row)
{
  /* Translators: sums of severity; %3$u is a number of visits, which the plural goes by. */
  return g_strdup_printf (ngettext ("left %1$u, right %2$u over %3$u visit",
                                    "left %1$u, right %2$u over %3$u visits", row->examined),
                          row->left, row->right, row->examined);
}

/* Patterns, load, interval ----------------------------------------------------------------------
 */

char *
pal_words_pattern (const PalPatternRow *row)
{
  /* Translators: as in "3 of 6 places seen at two visits or more, several at once at 6 of 9". */
  return g_strdup_printf (
      _ ("%1$u of %2$u places seen at two visits or more, several at once at %3$u of %4$u visits"),
      row->n_seen, row->n_links, row->n_visits, row->of_visits);
}

char *
pal_words_evidence (const PalChain *chain)
{
  /* Translators: how far the evidence for a pattern goes: %1$s is "weak" …, %2$s a sentence. */
  return g_strdup_printf (_ ("Evidence for the pattern: %1$s. %2$s"),
                          pal_chain_get_evidence_level (chain),
                          pal_chain_get_evidence_note (chain));
}

char *
pal_words_spike (const PalLoadSpike *spike, gboolean coarse)
{
  g_autofree char *day = pal_date_format_display (spike->date);
  return g_strdup_printf (
      coarse
          /* Translators: 1: day, 2: kilometres, 3: percent, 4: kilometres. */
          ? _ ("Week of %1$s: longest run %2$.1f km, %3$.0f %% over the longest of the four weeks "
               "before (%4$.1f km)")
          /* Translators: 1: day, 2: kilometres, 3: percent, 4: kilometres. */
          : _ ("%1$s: %2$.1f km, %3$.0f %% over the longest run of the 30 days before (%4$.1f km)"),
      day, spike->km, spike->percent, spike->longest);
}

char *
pal_words_load_change (const PalLoadChange *change, PalVocabulary *vocabulary)
{
  g_autofree char *day = pal_date_format_display (change->date);
  const PalTerm *from = NULL;
  const PalTerm *to = NULL;
  switch (change->what)
    {
    case PAL_LOAD_CHANGE_SHOES:
      if (g_strcmp0 (change->from, change->to) == 0)
        /* Translators: 1: day, 2: shoes that were not worn for a while. */
        return g_strdup_printf (_ ("%1$s: shoes, %2$s again"), day, change->to);
      /* Translators: 1: day, 2 and 3: shoes. */
      return g_strdup_printf (_ ("%1$s: shoes, from %2$s to %3$s"), day, change->from, change->to);
    case PAL_LOAD_CHANGE_TERRAIN:
      from = pal_vocabulary_find (vocabulary, PAL_TERMS_TERRAIN, change->from);
      to = pal_vocabulary_find (vocabulary, PAL_TERMS_TERRAIN, change->to);
      if (g_strcmp0 (change->from, change->to) == 0)
        /* Translators: 1: day, 2: a kind of ground not run on for a while. */
        return g_strdup_printf (_ ("%1$s: terrain, %2$s again"), day,
                                to != NULL ? pal_term_get_name (to) : change->to);
      /* Translators: 1: day, 2 and 3: kinds of ground. */
      return g_strdup_printf (_ ("%1$s: terrain, from %2$s to %3$s"), day,
                              from != NULL ? pal_term_get_name (from) : change->from,
                              to != NULL ? pal_term_get_name (to) : change->to);
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_reason (PalIntervalReason reason)
{
  switch (reason)
    {
    case PAL_INTERVAL_FINDING:
      return _ ("a moderate or severe finding that keeps coming back");
    case PAL_INTERVAL_COMPLAINT:
      return _ ("a complaint at the last visit");
    case PAL_INTERVAL_VOLUME:
      return _ ("50 km or five sessions a week");
    case PAL_INTERVAL_RACE:
      return _ ("a race within six weeks");
    case PAL_INTERVAL_SPIKE:
      return _ ("a run more than 30 % beyond the longest of the month before");
    }
  g_return_val_if_reached ("");
}

char *
pal_words_interval (PalIntervalResult interval)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  for (guint i = 0; i < PAL_INTERVAL_N_REASONS; i++)
    if (interval.reasons & 1u << i)
      g_ptr_array_add (reasons, (char *) get_reason (1u << i));
  if (reasons->len == 0)
    return g_strdup_printf (
        ngettext ("Suggested: again in %d week, a convention of practice and no evidence.",
                  "Suggested: again in %d weeks, a convention of practice and no evidence.",
                  interval.weeks),
        interval.weeks);
  g_autofree char *list = pal_words_join (reasons);
  /* Translators: %1$d is a number of weeks, %2$s a list of what speaks for coming sooner. */
  return g_strdup_printf (
      ngettext ("Suggested: again in %1$d week, a convention of practice and no evidence. Noted: "
                "%2$s.",
                "Suggested: again in %1$d weeks, a convention of practice and no evidence. Noted: "
                "%2$s.",
                interval.weeks),
      interval.weeks, list);
}
