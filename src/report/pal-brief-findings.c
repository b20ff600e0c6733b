/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the visits say in a brief: what keeps coming back, what changed, patterns, and what to check
 * first. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "insight/pal-span.h"
#include "report/pal-brief-private.h"
#include "report/pal-words-change.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-pattern.h"
#include "report/pal-words-private.h"

#define MAX_RECURRING 4
#define MAX_EARLY 2
#define MAX_PATTERNS 2
#define MAX_FLAGS 3
#define MAX_CHECKS 6
/* Visits without a look at the upper body after which to remind of it. */
#define UPPER_BODY_VISITS 3

/* Recurring
 * ---------------------------------------------------------------------------------------- */

static gboolean
keeps_coming (const PalRegionRow *row)
{
  return row->kind == NULL &&
         (row->course == PAL_CLASS_PERSISTENT || row->course == PAL_CLASS_RECURRING ||
          row->course == PAL_CLASS_RESOLVING);
}

/* Heaviest first; a share of visits counts before how strongly. */
static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const PalRegionRow *first = *(const PalRegionRow *const *) a;
  const PalRegionRow *second = *(const PalRegionRow *const *) b;

  if (first->burden != second->burden)
    return first->burden < second->burden ? 1 : -1;
  return first->confidence < second->confidence   ? 1
         : first->confidence > second->confidence ? -1
                                                  : 0;
}

static gboolean
has_region (const PalStructure *structure, const PalRegion *region)
{
  for (guint i = 0; i < structure->n_regions; i++)
    if (structure->regions[i] == region->index)
      return TRUE;
  return FALSE;
}

/* Returns: whether @other is a structure that all of @row is part of. */
static gboolean
is_part_of (PalAtlas *atlas, const PalRegionRow *row, const PalRegionRow *other)
{
  if (other == row || other->structure == NULL || other->side != row->side)
    return FALSE;
  if (row->region != NULL)
    return has_region (other->structure, row->region);
  if (row->structure->n_regions >= other->structure->n_regions)
    return FALSE;
  for (guint i = 0; i < row->structure->n_regions; i++)
    if (!has_region (other->structure, pal_atlas_get_region (atlas, row->structure->regions[i])))
      return FALSE;
  return TRUE;
}

/* Takes out what a larger structure says already: three thirds of a band are one thing to
 * remember. */
static void
drop_parts (GPtrArray *rows, PalAtlas *atlas)
{
  for (guint i = rows->len; i > 0; i--)
    for (guint k = 0; k < rows->len; k++)
      if (is_part_of (atlas, rows->pdata[i - 1], rows->pdata[k]))
        {
          g_ptr_array_remove_index (rows, i - 1);
          break;
        }
}

static GPtrArray *
list_recurring (const PalBriefSource *source)
{
  const PalInsights *insights = source->insights;
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < insights->structures->len; i++)
    {
      PalRegionRow *row = &g_array_index (insights->structures, PalRegionRow, i);
      if (keeps_coming (row))
        g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < insights->regions->len; i++)
    {
      PalRegionRow *row = &g_array_index (insights->regions, PalRegionRow, i);
      if (keeps_coming (row))
        g_ptr_array_add (rows, row);
    }
  drop_parts (rows, source->atlas);
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static char *
create_row_line (const PalRegionRow *row)
{
  g_autofree char *name = pal_words_row_name (row);
  g_autofree char *said = pal_words_row (row);

  /* Translators: %1$s is a region, as in "Left ITB", %2$s how often it was seen. */
  return g_strdup_printf (C_ ("brief", "%1$s: %2$s"), name, said);
}

void
pal_brief_write_recurring (const PalBriefSource *source, GPtrArray *lines)
{
  const PalInsights *insights = source->insights;
  g_autoptr (GPtrArray) rows = list_recurring (source);
  guint early = 0;

  for (guint i = 0; i < rows->len && i < MAX_RECURRING; i++)
    g_ptr_array_add (lines, create_row_line (rows->pdata[i]));
  for (guint i = 0; i < insights->regions->len && early < MAX_EARLY; i++)
    {
      const PalRegionRow *row = &g_array_index (insights->regions, PalRegionRow, i);
      g_autofree char *name = NULL;

      if (row->kind != NULL || row->course != PAL_CLASS_EARLY_SIGN)
        continue;
      name = pal_words_row_name (row);
      /* Translators: %s is a region. */
      g_ptr_array_add (lines, g_strdup_printf (_ ("Early sign at %s: marked at the last two visits "
                                                  "and not before."),
                                               name));
      early++;
    }
}

/* Changed
 * ------------------------------------------------------------------------------------------ */

void
pal_brief_write_changed (const PalBriefSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) from = g_ptr_array_new (), to = g_ptr_array_new ();
  g_autoptr (PalSpanComparison) comparison = NULL;
  g_autofree char *words = NULL;

  if (source->before == NULL)
    return;
  g_ptr_array_add (from, (gpointer) source->before);
  g_ptr_array_add (to, (gpointer) source->last);
  comparison = pal_compare_spans (from, to, source->atlas, source->vocabulary);
  words = pal_words_change (comparison, source->atlas);
  /* Translators: %s is what changed, as in "Right calf up, left TFL settling". */
  g_ptr_array_add (lines, g_strdup_printf (C_ ("brief", "%s."), words));
  g_ptr_array_add (lines, pal_words_change_counts (comparison, from, to));
  if (pal_span_changed_hands (from, to))
    g_ptr_array_add (lines,
                     /* Translators: names of two therapists. */
                     g_strdup_printf (_ ("%1$s charted last time, %2$s before: two people’s "
                                         "fingers agree only moderately."),
                                      source->last->therapist, source->before->therapist));
}

/* Patterns and balance
 * ----------------------------------------------------------------------------- */

static char *
create_pattern_line (const PalPatternRow *row)
{
  g_autofree char *name = pal_words_pattern_name (row);
  g_autofree char *said = pal_words_pattern (row);

  /* Translators: %1$s is a pattern, as in "ITB chain, left", %2$s what was seen of it. */
  return g_strdup_printf (C_ ("brief", "%1$s: %2$s"), name, said);
}

void
pal_brief_write_patterns (const PalBriefSource *source, GPtrArray *lines)
{
  const PalInsights *insights = source->insights;
  guint n = 0;

  for (guint i = 0; i < insights->patterns->len && n < MAX_PATTERNS; i++)
    {
      const PalPatternRow *row = &g_array_index (insights->patterns, PalPatternRow, i);
      if (!row->present)
        continue;
      g_ptr_array_add (lines, create_pattern_line (row));
      n++;
    }
  n = 0;
  for (guint i = 0; i < insights->balance->len && n < MAX_FLAGS; i++)
    {
      const PalBalanceRow *row = &g_array_index (insights->balance, PalBalanceRow, i);

      if (!row->flag)
        continue;
      g_ptr_array_add (lines, pal_words_balance (row));
      n++;
    }
}

/* Check first
 * -------------------------------------------------------------------------------------- */

/* Each place once, in the order of weight. */
static void
add_check (GPtrArray *lines, const char *place, const char *reason)
{
  g_autofree char *start = g_strdup_printf ("%s – ", place);

  if (place == NULL || lines->len >= MAX_CHECKS)
    return;
  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_prefix (lines->pdata[i], start))
      return;
  /* Translators: %1$s is a part of the body, %2$s why to check it. */
  g_ptr_array_add (lines, g_strdup_printf ("%s%s", start, reason));
}

static const char *
get_place_name (PalAtlas *atlas, const char *id)
{
  const PalRegion *region = pal_atlas_find_region (atlas, id);
  const PalGroup *group = region == NULL ? pal_atlas_find_group (atlas, id) : NULL;

  return region != NULL  ? pal_region_get_short_name (region)
         : group != NULL ? pal_group_get_name (group)
                         : NULL;
}

/* The links of patterns that nobody looked at. */
static void
add_missing_links (const PalBriefSource *source, GPtrArray *lines)
{
  for (guint i = 0; i < source->insights->patterns->len; i++)
    {
      const PalPatternRow *row = &g_array_index (source->insights->patterns, PalPatternRow, i);

      for (guint k = 0; row->present && k < row->n_links; k++)
        if (row->links[k].last == PAL_LINK_UNKNOWN)
          {
            g_autofree char *place =
                pal_words_name_place (pal_chain_link_get_name (row->links[k].link),
                                      1u << row->side);
            add_check (lines, place, _ ("belongs to a pattern, not examined last time"));
          }
    }
}

/* Runners forget the upper body, and so does whoever treats their legs. */
static void
add_upper_body (const PalBriefSource *source, GPtrArray *lines)
{
  static const char *const groups[] = { "upper-back", "shoulder", "neck", "chest" };
  guint n = source->file->visits->len;

  if (n < UPPER_BODY_VISITS)
    return;
  for (guint i = n - UPPER_BODY_VISITS; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
      if (pal_visit_has_examined_group (source->file->visits->pdata[i], groups[k]))
        return;
  add_check (lines, _ ("Upper body"), _ ("not examined at the last three visits"));
}

/* What somebody asked for and no visit has examined since. */
static void
add_asked (const PalBriefSource *source, GPtrArray *lines)
{
  GPtrArray *asked = source->file->client->check_next;

  for (guint i = 0; i < asked->len; i++)
    {
      const PalCheckNext *check = asked->pdata[i];
      const PalRegion *region = pal_atlas_find_region (source->atlas, check->region);
      g_autofree char *name =
          region != NULL ? pal_region_dup_short_label (region, check->side) : NULL;

      if (pal_check_next_is_open (check, source->file->visits, source->atlas, source->vocabulary))
        add_check (lines, name, _ ("asked for, not examined since"));
    }
}

void
pal_brief_write_check (const PalBriefSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) rows = list_recurring (source);
  const PalVisit *last = source->last;

  if (last == NULL)
    return;
  for (guint i = 0; last->check_next != NULL && last->check_next[i] != NULL; i++)
    add_check (lines, get_place_name (source->atlas, last->check_next[i]),
               _ ("noted last time to look at"));
  add_asked (source, lines);
  for (guint i = 0; i < last->complaint_regions->len; i++)
    {
      const PalSidedRegion *place = &g_array_index (last->complaint_regions, PalSidedRegion, i);
      const PalRegion *region = pal_atlas_find_region (source->atlas, place->region);
      g_autofree char *name =
          region != NULL ? pal_region_dup_short_label (region, place->side) : NULL;
      add_check (lines, name, _ ("what the client came for last time"));
    }
  for (guint i = 0; i < MIN (rows->len, 2); i++)
    {
      g_autofree char *name = pal_words_row_name (rows->pdata[i]);
      add_check (lines, name, _ ("keeps coming back"));
    }
  add_missing_links (source, lines);
  add_upper_body (source, lines);
}
