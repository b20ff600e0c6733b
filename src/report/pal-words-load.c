/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of pal-words-load.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include "report/pal-words-load.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "draw/pal-load-paint.h"
#include "report/pal-words-insight.h"

#define DAYS_A_WEEK 7

static gboolean
is_in_week (PalDate day, PalDate monday)
{
  return day >= monday && day < monday + DAYS_A_WEEK;
}

static void
add_change (GPtrArray *parts, double percent)
{
  if (isnan (percent))
    return;
  if (percent >= 0.5)
    /* Translators: a week's kilometres against the week before; a number, no judgement. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%.0f %% more than the week before"), percent));
  else if (percent <= -0.5)
    /* Translators: a week's kilometres against the week before; a number, no judgement. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%.0f %% less than the week before"), -percent));
  else
    g_ptr_array_add (parts, g_strdup (_ ("as much as the week before")));
}

static void
add_training (GPtrArray *parts, const PalLoadResult *load, PalDate monday)
{
  PalLoadWeek week;

  if (!pal_load_find_week (load, monday, &week))
    return;
  if (week.km >= 0)
    /* Translators: the distance of a week. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%.1f km"), week.km));
  add_change (parts, week.change_percent);
  if (week.longest_km >= 0)
    /* Translators: the distance of the longest run of a week. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("longest run %.1f km"), week.longest_km));
  if (week.sessions != PAL_UNSET)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d session", "%d sessions", week.sessions),
                                             week.sessions));
}

static void
add_events (GPtrArray *parts, const PalLoadResult *load, PalVocabulary *vocabulary, PalDate monday)
{
  for (guint i = 0; i < load->spikes->len; i++)
    {
      const PalLoadSpike *spike = &g_array_index (load->spikes, PalLoadSpike, i);
      if (is_in_week (spike->date, monday))
        g_ptr_array_add (parts, pal_words_spike (spike, load->coarse));
    }
  for (guint i = 0; i < load->changes->len; i++)
    {
      const PalLoadChange *change = &g_array_index (load->changes, PalLoadChange, i);
      if (is_in_week (change->date, monday))
        g_ptr_array_add (parts, pal_words_load_change (change, vocabulary));
    }
}

/* What the visit says of the region: its severity, clear, or that it was not examined. */
static const char *
find_severity (const PalVisit *visit,
               PalAtlas *atlas,
               PalVocabulary *vocabulary,
               const PalRegion *region,
               PalSide side,
               const PalTerm *kind)
{
  if (!pal_visit_is_known (visit, atlas, vocabulary, region, side))
    return _ ("not examined");
  return pal_severity_get_name (
      pal_visit_get_severity (visit, vocabulary, region->id, side, kind != NULL ? kind->id : NULL));
}

static char *
name_finding (const PalRegion *region, PalSide side, const PalTerm *kind)
{
  g_autofree char *place = pal_region_dup_short_label (region, side);
  if (kind == NULL)
    return g_steal_pointer (&place);
  /* Translators: place and kind of finding, as in "Left ITB mid, trigger point". */
  return g_strdup_printf (C_ ("row", "%1$s, %2$s"), place, pal_term_get_name (kind));
}

static void
add_visit (GPtrArray *parts,
           const PalVisit *visit,
           PalAtlas *atlas,
           PalVocabulary *vocabulary,
           const PalRegion *region,
           PalSide side,
           const PalTerm *kind)
{
  g_autofree char *day = pal_date_format_display (pal_time_get_local_date (visit->at));
  const char *severity =
      region != NULL ? find_severity (visit, atlas, vocabulary, region, side, kind) : NULL;

  if (severity != NULL)
    {
      g_autofree char *name = name_finding (region, side, kind);
      /* Translators: %1$s is a day, %2$s a region, %3$s a severity such as "Moderate". */
      g_ptr_array_add (parts,
                       g_strdup_printf (_ ("visit of %1$s: %2$s, %3$s"), day, name, severity));
    }
  else
    /* Translators: %s is a day. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("visit of %s"), day));
  if (visit->state.sleep_hours >= 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("sleep %.1f hours"), visit->state.sleep_hours));
  if (visit->state.stress != PAL_UNSET)
    g_ptr_array_add (parts, g_strdup_printf (_ ("stress %d of 10"), visit->state.stress));
}

char *
pal_words_load_week (const PalInsights *insights,
                     PalAtlas *atlas,
                     PalVocabulary *vocabulary,
                     PalDate monday,
                     const PalRegion *region,
                     PalSide side,
                     const PalTerm *kind)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = pal_date_format_display (monday);

  g_return_val_if_fail (insights != NULL, NULL);

  add_training (parts, insights->load, monday);
  add_events (parts, insights->load, vocabulary, monday);
  for (guint i = 0; i < insights->visits->len; i++)
    {
      const PalVisit *visit = pal_insights_get_visit (insights, i);
      if (is_in_week (pal_time_get_date (visit->at), monday))
        add_visit (parts, visit, atlas, vocabulary, region, side, kind);
    }
  if (parts->len == 0)
    /* Translators: %s is the first day of a week. */
    return g_strdup_printf (_ ("Week of %s: nothing recorded"), day);
  g_ptr_array_add (parts, NULL);
  g_autofree char *list = g_strjoinv (" · ", (char **) parts->pdata);
  /* Translators: %1$s is the first day of a week, %2$s what is recorded of it. */
  return g_strdup_printf (_ ("Week of %1$s: %2$s"), day, list);
}

const char *
pal_words_load_source (void)
{
  return _ ("Evidence on long runs: moderate, one large study that observed and did not test. "
            "Among 5,200 runners, overuse injuries were 1.64, 1.52 and 2.28 times as frequent "
            "after runs over 10, over 30 and over 100 % beyond the longest of the 30 days before "
            "(Frandsen et al., Br J Sports Med 2025). It found no such relation for the change "
            "from week to week, which is therefore shown as a number alone.");
}

const char *
pal_words_load_coarse (void)
{
  return _ ("Only weeks are recorded, no single runs: each week’s longest run is held against the "
            "longest of the four weeks before, which is coarser.");
}
