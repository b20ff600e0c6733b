/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of two spans of visits. A client has some fifty visits of ten marks, so the
 * records are read as they are, without an index. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-span.h"

#include <math.h>
#include <string.h>

static void
free_row (PalSpanRow *row)
{
  g_free (row->kind);
  g_free (row);
}

double
pal_span_figure_get_mean (const PalSpanFigure *self)
{
  return self->marked > 0 ? (double) self->sum / self->marked : NAN;
}

double
pal_span_figure_get_burden (const PalSpanFigure *self)
{
  return self->examined > 0 ? (double) self->sum / self->examined : NAN;
}

PalChangeWord
pal_span_change_word (const PalSpanFigure *from, const PalSpanFigure *to)
{
  g_return_val_if_fail (from->examined > 0 && to->examined > 0, PAL_CHANGE_NOT_COMPARED);

  if (from->marked == 0)
    return to->marked == 0 ? PAL_CHANGE_NONE : PAL_CHANGE_NEW;
  if (to->marked == 0)
    return PAL_CHANGE_GONE;

  /* Both burdens times both numbers of visits: whole numbers, so that a quarter is a quarter. */
  gint64 before = (gint64) from->sum * to->examined;
  gint64 after = (gint64) to->sum * from->examined;
  gint64 quarter = (gint64) from->examined * to->examined;
  if (4 * ABS (after - before) < quarter)
    return PAL_CHANGE_SAME;
  return after > before ? PAL_CHANGE_WORSE : PAL_CHANGE_BETTER;
}

PalSpanFigure
pal_span_measure (GPtrArray *visits,
                  PalAtlas *atlas,
                  PalVocabulary *vocabulary,
                  const PalRegion *region,
                  PalSide side,
                  const char *kind)
{
  PalSpanFigure figure = { 0 };

  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      if (!pal_visit_is_known (visit, atlas, vocabulary, region, side))
        continue;
      int severity = pal_visit_get_severity (visit, vocabulary, region->id, side, kind);
      figure.examined++;
      figure.marked += severity > 0;
      figure.sum += (guint) severity;
    }
  return figure;
}

/* Rows ------------------------------------------------------------------------------------------
 */

static void
collect_keys (GArray *seen, GPtrArray *visits, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  guint n_kinds = pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND);

  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      for (guint k = 0; k < visit->marks->len; k++)
        {
          const PalMark *mark = g_ptr_array_index (visit->marks, k);
          const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
          const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, mark->kind);
          if (region == NULL || kind == NULL || !pal_mark_counts (mark, vocabulary))
            continue;
          guint key = (region->index * PAL_SIDE_N + mark->side) * n_kinds + kind->index;
          g_array_append_val (seen, key);
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  return (one > other) - (one < other);
}

/* What is marked somewhere, as numbers in the order rows stand in. */
static GArray *
list_keys (GPtrArray *from, GPtrArray *to, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint));
  collect_keys (keys, from, atlas, vocabulary);
  collect_keys (keys, to, atlas, vocabulary);
  g_array_sort (keys, compare_numbers);

  guint n = 0;
  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || g_array_index (keys, guint, i) != g_array_index (keys, guint, n - 1))
      g_array_index (keys, guint, n++) = g_array_index (keys, guint, i);
  g_array_set_size (keys, n);
  return keys;
}

static void
add_row (PalSpanComparison *self, const PalSpanRow *values)
{
  if (values->from.examined == 0 || values->to.examined == 0)
    {
      self->counts[PAL_CHANGE_NOT_COMPARED]++;
      return;
    }
  PalSpanRow *row = g_new (PalSpanRow, 1);
  *row = *values;
  row->kind = g_strdup (values->kind);
  row->change = pal_span_change_word (&row->from, &row->to);
  row->few = row->from.examined < PAL_SPAN_FEW || row->to.examined < PAL_SPAN_FEW;
  self->counts[row->change]++;
  g_ptr_array_add (self->rows, row);
}

static double
measure_similarity (GPtrArray *rows)
{
  double shared = 0, together = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PalSpanRow *row = g_ptr_array_index (rows, i);
      double before = pal_span_figure_get_burden (&row->from);
      double after = pal_span_figure_get_burden (&row->to);
      shared += MIN (before, after);
      together += MAX (before, after);
    }
  return together > 0 ? shared / together : 1.0;
}

/* Groups ----------------------------------------------------------------------------------------
 */

static gboolean
is_ever_known (GPtrArray *visits,
               PalAtlas *atlas,
               PalVocabulary *vocabulary,
               const PalRegion *region,
               PalSide side)
{
  for (guint i = 0; i < visits->len; i++)
    if (pal_visit_is_known (g_ptr_array_index (visits, i), atlas, vocabulary, region, side))
      return TRUE;
  return FALSE;
}

static gboolean
is_group_known (GPtrArray *visits,
                PalAtlas *atlas,
                PalVocabulary *vocabulary,
                const PalGroup *group)
{
  for (guint i = 0; i < group->n_regions; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, group->regions[i]);
      for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
        if (region->paired == (side != PAL_SIDE_MIDLINE) &&
            !is_ever_known (visits, atlas, vocabulary, region, side))
          return FALSE;
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
list_not_compared (GPtrArray *from, GPtrArray *to, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      if (!is_group_known (from, atlas, vocabulary, group) ||
          !is_group_known (to, atlas, vocabulary, group))
        g_ptr_array_add (ids, g_strdup (group->id));
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

PalSpanComparison *
pal_compare_spans (GPtrArray *from, GPtrArray *to, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_return_val_if_fail (from != NULL && from->len > 0, NULL);
  g_return_val_if_fail (to != NULL && to->len > 0, NULL);

  PalSpanComparison *self = g_new0 (PalSpanComparison, 1);
  g_autoptr (GArray) keys = list_keys (from, to, atlas, vocabulary);
  guint n_kinds = pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  for (guint i = 0; i < keys->len; i++)
    {
      guint key = g_array_index (keys, guint, i);
      PalSpanRow row = { .region = pal_atlas_get_region (atlas, key / n_kinds / PAL_SIDE_N),
                         .side = key / n_kinds % PAL_SIDE_N,
                         .kind =
                             pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, key % n_kinds)->id };
      row.from = pal_span_measure (from, atlas, vocabulary, row.region, row.side, row.kind);
      row.to = pal_span_measure (to, atlas, vocabulary, row.region, row.side, row.kind);
      add_row (self, &row);
    }
  self->similarity = measure_similarity (self->rows);
  self->not_compared = list_not_compared (from, to, atlas, vocabulary);
  return self;
}

void
pal_span_comparison_keep (PalSpanComparison *self, const PalHeat *from, const PalHeat *to)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      const PalSpanRow *row = g_ptr_array_index (self->rows, i - 1);
      if (pal_heat_get (from, row->region, row->side)->examined > 0 ||
          pal_heat_get (to, row->region, row->side)->examined > 0)
        continue;
      self->counts[row->change]--;
      g_ptr_array_remove_index (self->rows, i - 1);
    }
  self->similarity = measure_similarity (self->rows);
}

void
pal_span_comparison_free (PalSpanComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_strfreev (self->not_compared);
  g_free (self);
}

/* Hands -----------------------------------------------------------------------------------------
 */

GPtrArray *
pal_span_list_therapists (GPtrArray *visits)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (visits, i);
      if (visit->therapist != NULL && *visit->therapist != '\0' &&
          !g_ptr_array_find_with_equal_func (names, visit->therapist, g_str_equal, NULL))
        g_ptr_array_add (names, visit->therapist);
    }
  return names;
}

gboolean
pal_span_changed_hands (GPtrArray *from, GPtrArray *to)
{
  g_autoptr (GPtrArray) before = pal_span_list_therapists (from);
  g_autoptr (GPtrArray) after = pal_span_list_therapists (to);

  for (guint i = 0; i < before->len; i++)
    if (g_ptr_array_find_with_equal_func (after, before->pdata[i], g_str_equal, NULL))
      return FALSE;
  return before->len > 0 && after->len > 0;
}
