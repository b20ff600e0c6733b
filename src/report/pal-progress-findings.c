/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found over a span: what changed from its first half to its second, what keeps coming
 * back, patterns. Left against right is in pal-progress-balance.c. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/pal-span.h"
#include "report/pal-progress-private.h"
#include "report/pal-words-change.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-pattern.h"

/* With fewer visits two halves say nothing. */
#define MIN_VISITS 4
#define MAX_CHANGES 10
#define MAX_ROWS 16

/* Changed
 * ------------------------------------------------------------------------------------------ */

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  const PalSpanRow *first = *(const PalSpanRow *const *) a;
  const PalSpanRow *second = *(const PalSpanRow *const *) b;
  double one =
      fabs (pal_span_figure_get_burden (&first->to) - pal_span_figure_get_burden (&first->from));
  double two =
      fabs (pal_span_figure_get_burden (&second->to) - pal_span_figure_get_burden (&second->from));

  return one < two ? 1 : one > two ? -1 : 0;
}

/* Tightness goes without saying. */
static char *
create_row_name (const PalSpanRow *row, PalVocabulary *vocabulary)
{
  const PalTerm *kind = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, row->kind);
  g_autofree char *label = pal_region_dup_label (row->region, row->side);

  if (kind == NULL || strcmp (row->kind, "tight") == 0)
    return g_steal_pointer (&label);
  /* Translators: %1$s is a region, %2$s a finding, as in "Pain". */
  return g_strdup_printf (C_ ("finding", "%1$s: %2$s"), label, pal_term_get_name (kind));
}

static void
add_change_rows (const PalProgress *self, const PalSpanComparison *comparison)
{
  static const double shares[] = { 0.34, 0.16, 0.5, 0 };
  const char *const head[] = { _ ("Region"), _ ("Change"), _ ("How often"), NULL };
  g_autoptr (PalTable) table = pal_progress_new_table (shares, head);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      PalSpanRow *row = comparison->rows->pdata[i];
      if (row->change != PAL_CHANGE_SAME && row->change != PAL_CHANGE_NONE)
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_steps);
  for (guint i = 0; i < rows->len && i < MAX_CHANGES; i++)
    {
      const PalSpanRow *row = rows->pdata[i];
      char **cells = g_new0 (char *, 4);

      cells[0] = create_row_name (row, self->document->vocabulary);
      cells[1] = g_strdup (pal_change_word_get_name (row->change));
      cells[2] = pal_words_change_row (row, FALSE);
      pal_blocks_add_row (self->document->blocks, table, cells);
    }
}

/* Returns: (transfer full) (nullable): that the halves were charted by different people. */
static char *
create_hands (GPtrArray *from, GPtrArray *to)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!pal_span_changed_hands (from, to))
    return NULL;
  first = pal_words_who (from);
  second = pal_words_who (to);
  /* Translators: names of therapists. */
  return g_strdup_printf (_ ("The first half was charted by %1$s, the second by %2$s: two people’s "
                             "fingers agree only moderately."),
                          first, second);
}

void
pal_progress_add_changes (const PalProgress *self)
{
  GPtrArray *blocks = self->document->blocks, *visits = self->file->visits;
  g_autoptr (GPtrArray) from = g_ptr_array_new (), to = g_ptr_array_new ();
  g_autoptr (PalSpanComparison) comparison = NULL;
  g_autofree char *words = NULL, *line = NULL, *counts = NULL, *hands = NULL, *skipped = NULL;

  if (visits->len < MIN_VISITS)
    return;
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (i < visits->len / 2 ? from : to, visits->pdata[i]);
  comparison = pal_compare_spans (from, to, self->document->atlas, self->document->vocabulary);
  words = pal_words_change (comparison, self->document->atlas);
  counts = pal_words_change_counts (comparison, from, to);
  skipped = pal_words_not_compared (comparison, self->document->atlas);
  hands = create_hands (from, to);
  /* Translators: %s is what changed, as in "Right calf up, left TFL settling". */
  line = g_strdup_printf (C_ ("brief", "%s."), words);
  pal_blocks_add (blocks, PAL_BLOCK_HEADING, _ ("What changed, first half to second"));
  pal_blocks_add (blocks, PAL_BLOCK_BODY, line);
  pal_blocks_add (blocks, PAL_BLOCK_DIM, counts);
  add_change_rows (self, comparison);
  pal_blocks_add (blocks, PAL_BLOCK_DIM, skipped);
  pal_blocks_add (blocks, PAL_BLOCK_DIM, hands);
}

/* Recurring
 * ---------------------------------------------------------------------------------------- */

static gboolean
is_worth_a_row (const PalRegionRow *row)
{
  switch (row->course)
    {
    case PAL_CLASS_PERSISTENT:
    case PAL_CLASS_RECURRING:
    case PAL_CLASS_RESOLVING:
    case PAL_CLASS_RESOLVED:
    case PAL_CLASS_EARLY_SIGN:
      return row->kind == NULL;
    case PAL_CLASS_NONE:
    case PAL_CLASS_TOO_FEW:
    case PAL_CLASS_NEW:
    case PAL_CLASS_OCCASIONAL:
    case PAL_CLASS_N:
      break;
    }
  return FALSE;
}

static gint
compare_burdens (gconstpointer a, gconstpointer b)
{
  const PalRegionRow *first = *(const PalRegionRow *const *) a;
  const PalRegionRow *second = *(const PalRegionRow *const *) b;

  return first->burden < second->burden ? 1 : first->burden > second->burden ? -1 : 0;
}

void
pal_progress_add_recurring (const PalProgress *self)
{
  static const double shares[] = { 0.34, 0.18, 0.48, 0 };
  const char *const head[] = { _ ("Region"), _ ("Course"), _ ("How often, since when"), NULL };
  g_autoptr (PalTable) table = pal_progress_new_table (shares, head);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->insights->regions->len; i++)
    {
      PalRegionRow *row = &g_array_index (self->insights->regions, PalRegionRow, i);
      if (is_worth_a_row (row))
        g_ptr_array_add (rows, row);
    }
  if (rows->len == 0)
    return;
  g_ptr_array_sort (rows, compare_burdens);
  pal_blocks_add (self->document->blocks, PAL_BLOCK_HEADING, _ ("What keeps coming back"));
  for (guint i = 0; i < rows->len && i < MAX_ROWS; i++)
    {
      const PalRegionRow *row = rows->pdata[i];
      char **cells = g_new0 (char *, 4);

      cells[0] = pal_region_dup_label (row->region, row->side);
      cells[1] = g_strdup (pal_words_class (row->course));
      cells[2] = pal_words_row (row);
      pal_blocks_add_row (self->document->blocks, table, cells);
    }
}

/* Patterns
 * ----------------------------------------------------------------------------------------- */

void
pal_progress_add_patterns (const PalProgress *self)
{
  GPtrArray *blocks = self->document->blocks;
  gboolean headed = FALSE;

  for (guint i = 0; i < self->insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (self->insights->patterns, PalPatternRow, i);
      g_autofree char *name = NULL, *said = NULL, *evidence = NULL;

      if (!row->present)
        continue;
      if (!headed)
        pal_blocks_add (blocks, PAL_BLOCK_HEADING, _ ("Patterns"));
      headed = TRUE;
      name = pal_words_pattern_name (row);
      said = pal_words_pattern (row);
      evidence = pal_words_evidence (row->chain);
      pal_blocks_add (blocks, PAL_BLOCK_SUBHEADING, name);
      pal_blocks_add (blocks, PAL_BLOCK_BODY, said);
      pal_blocks_add (blocks, PAL_BLOCK_DIM, evidence);
    }
}
