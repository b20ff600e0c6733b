/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of pal-words-change.h. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "report/pal-words-change.h"
#include "report/pal-words-private.h"

/* More places than this make a list of what should be a sentence. */
#define MAX_NAMED 2

/* Something that moved: a region or a whole structure, with the sides that moved alike. */
typedef struct
{
  const char *id;
  guint order;
  guint sides;
  double step;
} Place;

#define SLOT(region, side) ((region) *PAL_SIDE_N + (side))

/* By slot: how far the burdens of all kinds that changed moved together. */
static double *
measure_steps (const PalSpanComparison *comparison, PalAtlas *atlas)
{
  double *steps = g_new0 (double, (gsize) pal_atlas_get_n_regions (atlas) * PAL_SIDE_N);

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const PalSpanRow *row = comparison->rows->pdata[i];
      if (row->change != PAL_CHANGE_SAME)
        steps[SLOT (row->region->index, row->side)] +=
            pal_span_figure_get_burden (&row->to) - pal_span_figure_get_burden (&row->from);
    }
  return steps;
}

static void
add_place (GArray *places, const char *id, guint order, PalSide side, double step)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      if (strcmp (place->id, id) == 0)
        {
          place->sides |= 1u << side;
          place->step += step;
          return;
        }
    }
  const Place place = { id, order, 1u << side, step };
  g_array_append_val (places, place);
}

/* Takes a structure's regions on one side out of @steps, when two or more of them moved. */
static void
take_structure (GArray *places, const PalStructure *structure, PalSide side, double *steps)
{
  guint n = 0;
  double step = 0;

  for (guint i = 0; i < structure->n_regions; i++)
    {
      n += steps[SLOT (structure->regions[i], side)] > 0;
      step += MAX (0, steps[SLOT (structure->regions[i], side)]);
    }
  if (n < 2)
    return;
  for (guint i = 0; i < structure->n_regions; i++)
    steps[SLOT (structure->regions[i], side)] = MIN (0, steps[SLOT (structure->regions[i], side)]);
  add_place (places, structure->id, structure->regions[0], side, step);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->step != other->step)
    return one->step > other->step ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

/* Names what moved up by @steps; %NULL when nothing did. */
static char *
name_moved (const double *steps, PalAtlas *atlas)
{
  guint n_slots = pal_atlas_get_n_regions (atlas) * PAL_SIDE_N;
  g_autofree double *left = g_memdup2 (steps, n_slots * sizeof *steps);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      if (pal_atlas_get_structure (atlas, i)->n_regions > 2)
        take_structure (places, pal_atlas_get_structure (atlas, i), side, left);
  for (guint slot = 0; slot < n_slots; slot++)
    if (left[slot] > 0)
      add_place (places, pal_atlas_get_region (atlas, slot / PAL_SIDE_N)->id, slot / PAL_SIDE_N,
                 slot % PAL_SIDE_N, left[slot]);
  g_array_sort (places, compare_places);
  for (guint i = 0; i < MIN (places->len, MAX_NAMED); i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *name = pal_words_get_spoken_name (place->id);
      g_ptr_array_add (names,
                       pal_words_dup_spoken_place (name != NULL ? name : place->id, place->sides));
    }
  return names->len > 0 ? pal_words_join (names) : NULL;
}

static gboolean
has_changed (const PalSpanComparison *comparison)
{
  return comparison->counts[PAL_CHANGE_SAME] < comparison->rows->len;
}

static char *
build_sentence (const PalSpanComparison *comparison, const char *up, const char *down)
{
  if (up != NULL && down != NULL)
    /* Translators: names of places, as in "left calf"; the first letter is made a capital. */
    return g_strdup_printf (C_ ("what changed", "%1$s up, %2$s settling"), up, down);
  if (up != NULL)
    /* Translators: %s names places, as in "left calf"; the first letter is made a capital. */
    return g_strdup_printf (C_ ("what changed", "%s up, nothing settling"), up);
  if (down != NULL)
    /* Translators: %s names places, as in "left calf"; the first letter is made a capital. */
    return g_strdup_printf (C_ ("what changed", "%s settling, nothing up"), down);
  if (has_changed (comparison))
    return g_strdup (_ ("What came up and what settled even out"));
  if (comparison->rows->len > 0)
    return g_strdup (_ ("Nothing changed"));
  if (comparison->counts[PAL_CHANGE_NOT_COMPARED] > 0)
    return g_strdup (_ ("Nothing was found where both looked"));
  return g_strdup (_ ("Nothing was found in either"));
}

char *
pal_words_change (const PalSpanComparison *comparison, PalAtlas *atlas)
{
  g_autofree double *steps = measure_steps (comparison, atlas);
  g_autofree char *up = name_moved (steps, atlas);

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas) * PAL_SIDE_N; i++)
    steps[i] = -steps[i];
  g_autofree char *down = name_moved (steps, atlas);
  g_autofree char *sentence = build_sentence (comparison, up, down);
  return pal_words_capitalise (sentence);
}

const char *
pal_words_change_nothing (PalHeatScope scope)
{
  switch (scope)
    {
    case PAL_HEAT_BASELINE:
      return _ ("No finding of the baseline in either");
    case PAL_HEAT_COMPLAINT:
      return _ ("Nothing was found where the complaints are");
    case PAL_HEAT_ALL:
    case PAL_HEAT_N_SCOPES:
      break;
    }
  return NULL;
}

/* Counts ----------------------------------------------------------------------------------------
 */

static char *
list_counts (const PalSpanComparison *comparison)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (PalChangeWord word = PAL_CHANGE_NEW; word <= PAL_CHANGE_GONE; word++)
    if (comparison->counts[word] > 0)
      g_ptr_array_add (parts, pal_words_count_change (word, comparison->counts[word]));
  if (parts->len == 0)
    return g_strdup (_ ("no findings to compare"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

static PalTime
get_moment (GPtrArray *visits, guint i)
{
  return ((const PalVisit *) visits->pdata[i])->at;
}

char *
pal_words_change_counts (const PalSpanComparison *comparison, GPtrArray *from, GPtrArray *to)
{
  g_autofree char *counts = list_counts (comparison);

  if (from->len == 1 && to->len == 1)
    {
      if (get_moment (from, 0) >= get_moment (to, 0))
        return pal_words_capitalise (counts);
      g_autofree char *day = pal_words_span (from);
      /* Translators: %1$s is a day, %2$s counts, as in "1 new, 2 better". */
      return g_strdup_printf (_ ("Since %1$s: %2$s"), day, counts);
    }
  g_autofree char *before =
      g_strdup_printf (ngettext ("%u visit", "%u visits", from->len), from->len);
  g_autofree char *after = g_strdup_printf (ngettext ("%u visit", "%u visits", to->len), to->len);
  if (MIN (from->len, to->len) < PAL_SPAN_FEW)
    /* Translators: %1$s and %2$s are numbers of visits, %3$s counts, as in "1 new, 2 better". */
    return g_strdup_printf (_ ("%1$s against %2$s: %3$s. So few visits say little."), after, before,
                            counts);
  /* Translators: %1$s and %2$s are numbers of visits, %3$s counts, as in "1 new, 2 better". */
  return g_strdup_printf (_ ("%1$s against %2$s: %3$s"), after, before, counts);
}

char *
pal_words_not_compared (const PalSpanComparison *comparison, PalAtlas *atlas)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; comparison->not_compared[i] != NULL; i++)
    {
      const PalGroup *group = pal_atlas_find_group (atlas, comparison->not_compared[i]);
      if (group != NULL)
        g_ptr_array_add (names, (char *) pal_group_get_name (group));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  g_autofree char *list = g_strjoinv (C_ ("list of groups", "; "), (char **) names->pdata);
  /* Translators: %s is a list of parts of the body, as in "Neck; Chest and ribs". */
  return g_strdup_printf (_ ("Not examined in one of the two, so not compared: %s."), list);
}

/* Rows ------------------------------------------------------------------------------------------
 */

char *
pal_words_change_row (const PalSpanRow *row, gboolean between_visits)
{
  if (!between_visits)
    /* Translators: %1$u of %2$u visits of the later span, %3$u of %4$u of the one before. */
    return g_strdup_printf (ngettext ("Seen at %1$u of %2$u visit, before at %3$u of %4$u",
                                      "Seen at %1$u of %2$u visits, before at %3$u of %4$u",
                                      row->to.examined),
                            row->to.marked, row->to.examined, row->from.marked, row->from.examined);
  if (row->from.sum == row->to.sum)
    /* Translators: %s is a severity, as in "Moderate". */
    return g_strdup_printf (_ ("%s at both"), pal_severity_get_name ((int) row->to.sum));
  /* Translators: two severities, from the first to the second; turn the arrow where text runs from
   * right to left. */
  return g_strdup_printf (C_ ("severities", "%1$s → %2$s"),
                          pal_severity_get_name ((int) row->from.sum),
                          pal_severity_get_name ((int) row->to.sum));
}

char *
pal_words_change_row_mean (const PalSpanRow *row, gboolean between_visits)
{
  if (between_visits)
    return NULL;
  if (row->from.marked == 0)
    /* Translators: %.1f is between 1 and 3. */
    return g_strdup_printf (_ ("mean severity %.1f"), pal_span_figure_get_mean (&row->to));
  if (row->to.marked == 0)
    /* Translators: %.1f is between 1 and 3. */
    return g_strdup_printf (_ ("mean severity before %.1f"), pal_span_figure_get_mean (&row->from));
  /* Translators: both numbers are between 1 and 3. */
  return g_strdup_printf (_ ("mean severity %1$.1f, before %2$.1f"),
                          pal_span_figure_get_mean (&row->to),
                          pal_span_figure_get_mean (&row->from));
}

char *
pal_words_treated (const PalChangeRow *a, const PalChangeRow *b)
{
  if (a != NULL && b != NULL)
    /* Translators: A and B are two visits; both %s are severities, as in "Mild". */
    return g_strdup_printf (_ ("after treatment: A %1$s, B %2$s"), pal_severity_get_name (a->to),
                            pal_severity_get_name (b->to));
  if (a != NULL)
    /* Translators: A is the first of two visits; %s is a severity, as in "Mild". */
    return g_strdup_printf (_ ("A after treatment: %s"), pal_severity_get_name (a->to));
  if (b != NULL)
    /* Translators: B is the second of two visits; %s is a severity, as in "Mild". */
    return g_strdup_printf (_ ("B after treatment: %s"), pal_severity_get_name (b->to));
  return NULL;
}

/* Visits ----------------------------------------------------------------------------------------
 */

char *
pal_words_span (GPtrArray *visits)
{
  g_return_val_if_fail (visits->len > 0, g_strdup (""));

  PalDate first_day = pal_time_get_local_date (get_moment (visits, 0));
  PalDate last_day = pal_time_get_local_date (get_moment (visits, visits->len - 1));
  g_autofree char *last = pal_date_format_display (last_day);
  if (visits->len == 1)
    return g_steal_pointer (&last);

  int first_year, last_year, month, day;
  pal_date_get_ymd (first_day, &first_year, &month, &day);
  pal_date_get_ymd (last_day, &last_year, &month, &day);
  g_autofree char *first = first_year == last_year ? pal_date_format_short (first_day)
                                                   : pal_date_format_display (first_day);
  /* Translators: %1$s and %2$s are days, %3$u the number of visits, at least 2. */
  return g_strdup_printf (ngettext ("%1$s – %2$s, %3$u visit", "%1$s – %2$s, %3$u visits",
                                    visits->len),
                          first, last, visits->len);
}

char *
pal_words_who (GPtrArray *visits)
{
  g_autoptr (GPtrArray) names = pal_span_list_therapists (visits);
  return names->len > 0 ? pal_words_join (names) : NULL;
}

char *
pal_words_hands (GPtrArray *from, GPtrArray *to)
{
  if (!pal_span_changed_hands (from, to))
    return NULL;
  g_autofree char *before = pal_words_who (from);
  g_autofree char *after = pal_words_who (to);
  /* Translators: %1$s and %2$s are names of therapists. */
  return g_strdup_printf (_ ("A was charted by %1$s, B by %2$s. Two people’s fingers agree only "
                             "moderately: what changed may be the hands."),
                          before, after);
}
