/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the two columns of the client's page, section by section. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-summary-private.h"
#include "report/pal-words-private.h"

/* How many of the tightest places get a sentence on what they do. */
#define MAX_EXPLAINED 2

static gint
compare_severity (gconstpointer a, gconstpointer b)
{
  const PalMark *first = *(PalMark *const *) a, *second = *(PalMark *const *) b;
  return second->before - first->before;
}

/* A plain sentence on what the tightest places do for a runner, each once. */
static void
add_explanations (PalSummary *self)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->visit->marks->len; i++)
    if (pal_mark_counts (self->visit->marks->pdata[i], self->document->vocabulary))
      g_ptr_array_add (marks, self->visit->marks->pdata[i]);
  g_ptr_array_sort (marks, compare_severity);
  for (guint i = 0; i < marks->len && g_hash_table_size (said) < MAX_EXPLAINED; i++)
    {
      const PalMark *mark = marks->pdata[i];
      const PalRegion *region = pal_atlas_find_region (self->document->atlas, mark->region);
      g_autofree char *lay = NULL, *text = NULL;
      PalBlock *block;

      if (region == NULL || mark->before < 2 || region->does == NULL ||
          !g_hash_table_add (said, region->id))
        continue;
      lay = pal_words_capitalise (pal_region_get_lay_name (region));
      /* Translators: %1$s is a part of the body, as in "Outer thigh", %2$s a sentence on what it
       * does. */
      text = g_strdup_printf (C_ ("explanation", "%1$s: %2$s"), lay, pal_region_get_does (region));
      block = pal_blocks_add (self->main_blocks, PAL_BLOCK_DIM, text);
      if (block != NULL)
        block->spare = TRUE;
    }
}

/* What the client came for, in the words that were taken down. */
static void
add_complaint (PalSummary *self)
{
  g_autofree char *text = NULL;

  if (self->visit->complaint_text == NULL)
    return;
  /* Translators: %s is what the client came for, in their words. */
  text = g_strdup_printf (_ ("You came for: %s"), self->visit->complaint_text);
  pal_blocks_add (self->main_blocks, PAL_BLOCK_DIM, text);
}

static void
fill_main (PalSummary *self)
{
  g_autofree char *found =
      pal_words_found (self->visit, self->document->atlas, self->document->vocabulary);
  g_autofree char *told =
      pal_words_told (self->visit, self->document->atlas, self->document->vocabulary);
  g_autofree char *recurring =
      pal_words_recurring (self->visits, self->document->atlas, self->document->vocabulary);
  g_autofree char *done =
      pal_words_done (self->visit, self->document->atlas, self->document->vocabulary);

  if (self->parts & PAL_SUMMARY_COMPLAINT)
    add_complaint (self);
  pal_blocks_add_section (self->main_blocks, _ ("What we found"), found);
  pal_blocks_add (self->main_blocks, PAL_BLOCK_BODY, told);
  if (self->parts & PAL_SUMMARY_EXPLANATIONS)
    add_explanations (self);
  if (self->parts & PAL_SUMMARY_RECURRING)
    pal_blocks_add_section (self->main_blocks, _ ("What keeps coming back"), recurring);
  if (self->parts & PAL_SUMMARY_DONE)
    pal_blocks_add_section (self->main_blocks, _ ("What we did"), done);
}

static void
fill_since (PalSummary *self)
{
  g_autoptr (PalComparison) comparison = NULL;
  g_autofree char *words = NULL;

  if (self->before != NULL)
    {
      comparison = pal_compare_visits (self->before, self->visit, self->document->atlas,
                                       self->document->vocabulary);
      words = pal_words_since (comparison, self->document->atlas);
    }
  if (self->crops == NULL && words == NULL)
    return;
  pal_blocks_add (self->side_blocks, PAL_BLOCK_HEADING,
                  self->before != NULL ? _ ("Since last time") : _ ("Before and after"));
  if (self->crops != NULL)
    {
      pal_crops_add (self->crops, self->side_blocks);
      pal_blocks_add (self->side_blocks, PAL_BLOCK_DIM, self->crops->caption);
    }
  if (words != NULL)
    pal_blocks_add_paragraphs (self->side_blocks, PAL_BLOCK_BODY, words);
  /* Two people's fingers agree only moderately on what is tight. */
  if (self->before != NULL && self->before->therapist != NULL && self->visit->therapist != NULL &&
      strcmp (self->before->therapist, self->visit->therapist) != 0)
    {
      /* Translators: %s is a person's name. */
      g_autofree char *note =
          g_strdup_printf (_ ("Last time %s treated you; hands differ a little."),
                           self->before->therapist);
      pal_blocks_add (self->side_blocks, PAL_BLOCK_DIM, note);
    }
}

static void
fill_until (PalSummary *self)
{
  char **home_care = self->visit->home_care;
  guint before = self->side_blocks->len;

  pal_blocks_add (self->side_blocks, PAL_BLOCK_HEADING, _ ("Until next time"));
  if (self->visit->advice != NULL)
    pal_blocks_add_paragraphs (self->side_blocks, PAL_BLOCK_BODY, self->visit->advice);
  for (guint i = 0; home_care != NULL && home_care[i] != NULL; i++)
    {
      const PalTerm *term =
          pal_vocabulary_find (self->document->vocabulary, PAL_TERMS_HOME_CARE, home_care[i]);
      g_autofree char *text = NULL;

      if (term == NULL)
        continue;
      if (term->detail != NULL)
        /* Translators: %1$s is the name of an exercise, %2$s how to do it. */
        text = g_strdup_printf (C_ ("exercise", "%1$s: %2$s"), pal_term_get_name (term),
                                pal_term_get_detail (term));
      pal_blocks_add (self->side_blocks, PAL_BLOCK_BODY,
                      text != NULL ? text : pal_term_get_name (term));
    }
  if (self->side_blocks->len == before + 1)
    g_ptr_array_set_size (self->side_blocks, before);
}

/* The next race the client named, today or later; at the visit or in their own calendar. */
static PalDate
find_race (const PalSummary *self)
{
  PalDate race = self->visit->state.next_race;

  if (race != PAL_NO_DATE && race < self->document->today)
    race = PAL_NO_DATE;
  for (guint i = 0; i < self->client->events->len; i++)
    {
      const PalEvent *event = self->client->events->pdata[i];
      if (event->date != PAL_NO_DATE && event->date >= self->document->today &&
          (race == PAL_NO_DATE || event->date < race))
        race = event->date;
    }
  return race;
}

static void
fill_next (PalSummary *self)
{
  g_autofree char *when = pal_words_next_visit (self->visit);
  g_autofree char *next = NULL, *to_go = NULL, *text = NULL;
  PalDate race = find_race (self);

  if (when != NULL)
    /* Translators: %s is when, as in "in two weeks". */
    next = g_strdup_printf (_ ("Next visit: %s"), when);
  if (race != PAL_NO_DATE && race == self->document->today)
    to_go = g_strdup (_ ("Your race is today"));
  else if (race != PAL_NO_DATE)
    {
      int days = race - self->document->today;
      to_go = g_strdup_printf (ngettext ("Your race is in %d day", "Your race is in %d days",
                                         (gulong) days),
                               days);
    }
  if (next != NULL && to_go != NULL)
    text = g_strdup_printf ("%s\n%s", next, to_go);
  pal_blocks_add (self->side_blocks, PAL_BLOCK_BOX,
                  text != NULL   ? text
                  : next != NULL ? next
                                 : to_go);
}

/* What the map on top shows: what was felt and told, before treatment. */
static PalBodyMap *
create_map (PalSummary *self)
{
  PalBodyMap *map =
      pal_body_map_new_for_visit (self->document->atlas, self->document->vocabulary, self->visit);

  for (guint i = 0; i < pal_atlas_get_n_regions (self->document->atlas); i++)
    for (PalSide side = PAL_SIDE_MIDLINE; side < PAL_SIDE_N; side++)
      pal_body_map_edit (map, pal_atlas_get_region (self->document->atlas, i), side)->after =
          PAL_UNSET;
  return map;
}

/* Severities in the client's words, as long as tightness is among them. */
static void
set_severity_words (PalSummary *self)
{
  const char *const words[] = { NULL, _ ("a little tight"), _ ("tight"), _ ("very tight") };
  gboolean tight = self->visit->marks->len == 0;

  for (guint i = 0; i < self->visit->marks->len && !tight; i++)
    tight = g_strcmp0 (((const PalMark *) self->visit->marks->pdata[i])->kind, "tight") == 0;
  for (guint severity = 1; tight && severity <= 3; severity++)
    self->figures->severity_words[severity] = g_strdup (words[severity]);
}

static void
fill_top (PalSummary *self)
{
  PalDocument *document = self->document;

  self->figures = pal_map_figure_new (document->atlas, document->vocabulary, self->client->figure,
                                      create_map (self));
  pal_map_figure_choose_views (self->figures, self->visit);
  pal_map_figure_explain (self->figures, self->visit);
  self->figures->signs |= PAL_LEGEND_SEVERITY;
  set_severity_words (self);
  self->figures->note = g_strdup (_ ("Left and right are yours."));
  self->figures->ruled = TRUE;
  pal_map_figure_add (self->figures, self->top_blocks);
}

void
pal_summary_fill (PalSummary *self)
{
  fill_top (self);
  self->crops = self->parts & PAL_SUMMARY_SINCE ? pal_summary_choose_crops (self) : NULL;
  fill_main (self);
  if (self->parts & PAL_SUMMARY_SINCE)
    fill_since (self);
  if (self->parts & PAL_SUMMARY_UNTIL)
    fill_until (self);
  if (self->parts & PAL_SUMMARY_NEXT)
    fill_next (self);
}
