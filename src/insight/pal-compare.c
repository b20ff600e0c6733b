/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of two visits, or of before and after within one (insight, section 3). A visit
 * holds about ten marks, so the records are read as they are, without an index. */

#define G_LOG_DOMAIN "pal-insight"

#include "config.h"

#include "insight/pal-compare.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* One region, side and kind that is marked somewhere: what a row of the comparison is about. */
typedef struct
{
  const PalRegion *region;
  PalSide side;
  const PalTerm *kind;
} RowKey;

static void
free_change_row (PalChangeRow *row)
{
  g_free (row->kind);
  g_free (row);
}

static PalComparison *
create_comparison (void)
{
  PalComparison *self = g_new0 (PalComparison, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change_row);
  self->not_compared = g_new0 (char *, 1);
  self->similarity = 1.0;
  return self;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const RowKey *left = a;
  const RowKey *right = b;

  if (left->region->index != right->region->index)
    return left->region->index < right->region->index ? -1 : 1;
  if (left->side != right->side)
    return left->side < right->side ? -1 : 1;
  if (left->kind->index != right->kind->index)
    return left->kind->index < right->kind->index ? -1 : 1;
  return 0;
}

/* Adds what the marks of @visit that count are about; a key may come in several times. */
static void
collect_keys (GArray *keys, const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (!pal_mark_counts (mark, vocabulary))
        continue;

      const RowKey key = { pal_atlas_find_region (atlas, mark->region), mark->side,
                           pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, mark->kind) };
      if (key.region != NULL && key.kind != NULL)
        g_array_append_val (keys, key);
    }
}

static GArray *
list_keys (const PalVisit *from, const PalVisit *to, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RowKey));
  collect_keys (all, from, atlas, vocabulary);
  if (to != from)
    collect_keys (all, to, atlas, vocabulary);
  g_array_sort (all, compare_keys);

  GArray *distinct = g_array_new (FALSE, FALSE, sizeof (RowKey));
  for (guint i = 0; i < all->len; i++)
    {
      const RowKey *key = &g_array_index (all, RowKey, i);
      if (i == 0 || compare_keys (key, key - 1) != 0)
        g_array_append_val (distinct, *key);
    }
  return distinct;
}

static void
add_row (PalComparison *self, const RowKey *key, int from, int to)
{
  PalChangeRow *row = g_new0 (PalChangeRow, 1);
  row->region = key->region;
  row->side = key->side;
  row->kind = g_strdup (key->kind->id);
  row->from = from;
  row->to = to;
  row->change = pal_change_word_for (from, to);
  self->counts[row->change]++;
  g_ptr_array_add (self->rows, row);
}

/* Σ min / Σ max, known as the Jaccard–Ruzicka similarity of two weighted sets. */
static double
measure_similarity (GPtrArray *rows)
{
  int shared = 0;
  int together = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const PalChangeRow *row = g_ptr_array_index (rows, i);
      shared += MIN (row->from, row->to);
      together += MAX (row->from, row->to);
    }
  return together == 0 ? 1.0 : (double) shared / together;
}

static gboolean
is_region_known (const PalVisit *visit,
                 PalAtlas *atlas,
                 PalVocabulary *vocabulary,
                 const PalRegion *region)
{
  if (!region->paired)
    return pal_visit_is_known (visit, atlas, vocabulary, region, PAL_SIDE_MIDLINE);
  return pal_visit_is_known (visit, atlas, vocabulary, region, PAL_SIDE_LEFT) &&
         pal_visit_is_known (visit, atlas, vocabulary, region, PAL_SIDE_RIGHT);
}

/* A group whose every region carries a mark is known throughout, though nobody listed it. */
static gboolean
is_group_known (const PalVisit *visit,
                PalAtlas *atlas,
                PalVocabulary *vocabulary,
                const PalGroup *group)
{
  if (pal_visit_has_examined_group (visit, group->id))
    return TRUE;
  for (guint i = 0; i < group->n_regions; i++)
    if (!is_region_known (visit, atlas, vocabulary,
                          pal_atlas_get_region (atlas, group->regions[i])))
      return FALSE;
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
list_not_compared (const PalVisit *from,
                   const PalVisit *to,
                   PalAtlas *atlas,
                   PalVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);
      if (!is_group_known (from, atlas, vocabulary, group) ||
          !is_group_known (to, atlas, vocabulary, group))
        g_ptr_array_add (ids, g_strdup (group->id));
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_steal (ids, NULL);
}

/* The largest `after` of the therapist's marks of one kind, or PAL_UNSET when none was re-checked.
 */
static int
find_after (const PalVisit *visit, PalVocabulary *vocabulary, const RowKey *key)
{
  int after = PAL_UNSET;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side == key->side && g_str_equal (mark->region, key->region->id) &&
          g_str_equal (mark->kind, key->kind->id) && pal_mark_counts (mark, vocabulary))
        after = MAX (after, mark->after);
    }
  return after;
}

const char *
pal_change_word_to_id (PalChangeWord word)
{
  switch (word)
    {
    case PAL_CHANGE_NEW:
      return "new";
    case PAL_CHANGE_WORSE:
      return "worse";
    case PAL_CHANGE_SAME:
      return "same";
    case PAL_CHANGE_BETTER:
      return "better";
    case PAL_CHANGE_GONE:
      return "gone";
    case PAL_CHANGE_NONE:
    case PAL_CHANGE_NOT_COMPARED:
      break;
    }
  return NULL;
}

const char *
pal_change_word_get_name (PalChangeWord word)
{
  switch (word)
    {
    case PAL_CHANGE_NONE:
      return C_ ("change of a region", "Clear at both");
    case PAL_CHANGE_NEW:
      return C_ ("change of a region", "New");
    case PAL_CHANGE_WORSE:
      return C_ ("change of a region", "Worse");
    case PAL_CHANGE_SAME:
      return C_ ("change of a region", "Same");
    case PAL_CHANGE_BETTER:
      return C_ ("change of a region", "Better");
    case PAL_CHANGE_GONE:
      return C_ ("change of a region", "Gone");
    case PAL_CHANGE_NOT_COMPARED:
      return C_ ("change of a region", "Not compared");
    }
  return "";
}

PalChangeWord
pal_change_word_for (int from, int to)
{
  if (from == 0)
    return to == 0 ? PAL_CHANGE_NONE : PAL_CHANGE_NEW;
  if (to == 0)
    return PAL_CHANGE_GONE;
  if (to > from)
    return PAL_CHANGE_WORSE;
  return to < from ? PAL_CHANGE_BETTER : PAL_CHANGE_SAME;
}

PalComparison *
pal_compare_visits (const PalVisit *from,
                    const PalVisit *to,
                    PalAtlas *atlas,
                    PalVocabulary *vocabulary)
{
  PalComparison *self = create_comparison ();
  g_autoptr (GArray) keys = list_keys (from, to, atlas, vocabulary);

  for (guint i = 0; i < keys->len; i++)
    {
      const RowKey *key = &g_array_index (keys, RowKey, i);
      if (!pal_visit_is_known (from, atlas, vocabulary, key->region, key->side) ||
          !pal_visit_is_known (to, atlas, vocabulary, key->region, key->side))
        {
          self->counts[PAL_CHANGE_NOT_COMPARED]++;
          continue;
        }
      add_row (self, key,
               pal_visit_get_severity (from, vocabulary, key->region->id, key->side, key->kind->id),
               pal_visit_get_severity (to, vocabulary, key->region->id, key->side, key->kind->id));
    }
  self->similarity = measure_similarity (self->rows);
  g_strfreev (self->not_compared);
  self->not_compared = list_not_compared (from, to, atlas, vocabulary);
  return self;
}

PalComparison *
pal_compare_within_visit (const PalVisit *visit, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  PalComparison *self = create_comparison ();
  g_autoptr (GArray) keys = list_keys (visit, visit, atlas, vocabulary);

  for (guint i = 0; i < keys->len; i++)
    {
      const RowKey *key = &g_array_index (keys, RowKey, i);
      const int after = find_after (visit, vocabulary, key);
      if (after == PAL_UNSET)
        self->counts[PAL_CHANGE_NOT_COMPARED]++;
      else
        add_row (self, key,
                 pal_visit_get_severity (visit, vocabulary, key->region->id, key->side,
                                         key->kind->id),
                 after);
    }
  self->similarity = measure_similarity (self->rows);
  return self;
}

void
pal_comparison_free (PalComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_strfreev (self->not_compared);
  g_free (self);
}

PalChangeWord
pal_comparison_get_region (const PalVisit *from,
                           const PalVisit *to,
                           PalAtlas *atlas,
                           PalVocabulary *vocabulary,
                           const PalRegion *region,
                           PalSide side)
{
  if (!pal_visit_is_known (from, atlas, vocabulary, region, side) ||
      !pal_visit_is_known (to, atlas, vocabulary, region, side))
    return PAL_CHANGE_NOT_COMPARED;
  return pal_change_word_for (pal_visit_get_severity (from, vocabulary, region->id, side, NULL),
                              pal_visit_get_severity (to, vocabulary, region->id, side, NULL));
}
